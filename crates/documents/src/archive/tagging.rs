//! Writes the structure tree: what is heading, table, row and cell, and which marked content belongs to it. Its many small
//! objects are written as text at once.

use lopdf::{Document, Object, ObjectId, dictionary};

use super::write::{Pack, reference_to};
use crate::PaperError;
use crate::digits::{hexadecimal, integer};
use crate::structure::{Element, ElementId, Role, Structure};

/// Ties the pages to the tree and packs the tree's objects, whose numbers follow those of the document; gives the
/// highest. `marks` are the elements of the marked pieces by page.
///
/// # Errors
/// [`PaperError::Structure`] when the document has other pages than `marks`.
pub fn tag(document: &mut Document, structure: &Structure, marks: &[Vec<ElementId>], pack: &mut Pack) -> Result<u32, PaperError> {
    let pages: Vec<ObjectId> = document.page_iter().collect();
    if pages.len() != marks.len() {
        return Err(PaperError::Structure("pages and marks differ"));
    }
    for (index, page) in pages.iter().enumerate() {
        let page = document.get_object_mut(*page)?.as_dict_mut()?;
        page.set("StructParents", index as i64);
        page.set("Tabs", "S");
    }
    let root = document.max_id + 1;
    let catalogue = document.trailer.get(b"Root")?.as_reference()?;
    let catalogue = document.get_object_mut(catalogue)?.as_dict_mut()?;
    catalogue.set("StructTreeRoot", Object::Reference((root, 0)));
    catalogue.set("MarkInfo", dictionary! { "Marked" => true });

    let parents = root + 1;
    let elements = structure.elements();
    let numbers = Numbers { first: parents + 1 };
    let into = pack.begin(root);
    into.extend_from_slice(b"<</Type/StructTreeRoot/K ");
    reference_to(into, numbers.of(Structure::DOCUMENT));
    into.extend_from_slice(b"/ParentTree ");
    reference_to(into, parents);
    into.extend_from_slice(b"/ParentTreeNextKey ");
    integer(into, marks.len());
    into.extend_from_slice(b">>");
    parent_tree(marks, numbers, pack.begin(parents));
    for (index, (element, kids)) in elements.iter().zip(kids(elements, &pages, marks, numbers)).enumerate() {
        let parent = element.parent.map_or(root, |parent| numbers.of(parent));
        element_to(pack.begin(numbers.of(ElementId(index))), element, parent, &kids);
    }
    Ok(parents + elements.len() as u32)
}

/// Object numbers of the elements.
#[derive(Clone, Copy)]
struct Numbers {
    first: u32,
}

impl Numbers {
    fn of(self, element: ElementId) -> u32 {
        self.first + element.0 as u32
    }
}

/// What belongs to an element: marked pieces and parts, as they stand in `/K`; and the page of its first piece.
#[derive(Clone, Default)]
struct Kids {
    page: Option<(usize, u32)>,
    list: Vec<u8>,
    count: usize,
}

impl Kids {
    /// Where to write one more.
    fn one(&mut self) -> &mut Vec<u8> {
        if self.count > 0 {
            self.list.push(b' ');
        }
        self.count += 1;
        &mut self.list
    }
}

fn kids(elements: &[Element], pages: &[ObjectId], marks: &[Vec<ElementId>], numbers: Numbers) -> Vec<Kids> {
    let mut kids = vec![Kids::default(); elements.len()];
    for (page, marks) in marks.iter().enumerate() {
        let page_number = pages[page].0;
        for (mark, element) in marks.iter().enumerate() {
            let kids = &mut kids[element.0];
            if kids.page.get_or_insert((page, page_number)).0 == page {
                integer(kids.one(), mark);
            } else {
                let into = kids.one();
                into.extend_from_slice(b"<</Type/MCR/Pg ");
                reference_to(into, page_number);
                into.extend_from_slice(b"/MCID ");
                integer(into, mark);
                into.extend_from_slice(b">>");
            }
        }
    }
    for (index, element) in elements.iter().enumerate() {
        if let Some(parent) = element.parent {
            reference_to(kids[parent.0].one(), numbers.of(ElementId(index)));
        }
    }
    kids
}

fn element_to(into: &mut Vec<u8>, element: &Element, parent: u32, kids: &Kids) {
    into.extend_from_slice(b"<</S/");
    into.extend_from_slice(element.role.name().as_bytes());
    into.extend_from_slice(b"/P ");
    reference_to(into, parent);
    if let Some((_, page)) = kids.page {
        into.extend_from_slice(b"/Pg ");
        reference_to(into, page);
    }
    if kids.count > 0 {
        let (open, close): (&[u8], &[u8]) = if kids.count == 1 { (b"/K ", b"") } else { (b"/K[", b"]") };
        into.extend_from_slice(open);
        into.extend_from_slice(&kids.list);
        into.extend_from_slice(close);
    }
    if element.role == Role::HeadCell {
        into.extend_from_slice(b"/A<</O/Table/Scope/Column>>");
    } else if element.columns > 1 {
        into.extend_from_slice(b"/A<</O/Table/ColSpan ");
        integer(into, element.columns);
        into.extend_from_slice(b">>");
    }
    if !element.alternative.is_empty() {
        into.extend_from_slice(b"/Alt<FEFF");
        for byte in element.alternative.encode_utf16().flat_map(u16::to_be_bytes) {
            hexadecimal(into, byte);
        }
        into.push(b'>');
    }
    into.extend_from_slice(b">>");
}

/// From page and mark back to the element.
fn parent_tree(marks: &[Vec<ElementId>], numbers: Numbers, into: &mut Vec<u8>) {
    into.extend_from_slice(b"<</Nums[");
    for (page, marks) in marks.iter().enumerate() {
        integer(into, page);
        into.push(b'[');
        for element in marks {
            reference_to(into, numbers.of(*element));
            into.push(b' ');
        }
        into.push(b']');
    }
    into.extend_from_slice(b"]>>");
}
