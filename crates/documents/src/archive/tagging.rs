//! Writes the structure tree: what is heading, table, row and cell, and which marked content belongs to it. Its many small
//! objects are made as text at once.

use std::fmt::Write;

use lopdf::{Document, Object, ObjectId, dictionary};

use crate::PaperError;
use crate::structure::{Element, ElementId, Role, Structure};

/// Ties the pages to the tree and gives the tree's objects by number. `marks` are the elements of the marked pieces by
/// page.
///
/// # Errors
/// [`PaperError::Structure`] when the document has other pages than `marks`.
pub fn tag(document: &mut Document, structure: &Structure, marks: &[Vec<ElementId>]) -> Result<Vec<(u32, String)>, PaperError> {
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
    let first = parents + 1;
    let number = |element: ElementId| first + element.0 as u32;
    let document_number = number(Structure::DOCUMENT);
    let next = marks.len();
    let tree = format!("<</Type/StructTreeRoot/K {document_number} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {next}>>");
    let mut objects = Vec::with_capacity(elements.len() + 2);
    objects.push((root, tree));
    objects.push((parents, parent_tree(marks, number)));
    for (index, (element, kids)) in elements.iter().zip(kids(elements, &pages, marks, number)).enumerate() {
        let parent = element.parent.map_or(root, number);
        objects.push((number(ElementId(index)), element_object(element, parent, &kids)));
    }
    Ok(objects)
}

/// What belongs to an element: marked pieces and parts, as they stand in `/K`; and the page of its first piece.
#[derive(Clone, Default)]
struct Kids {
    page: Option<(usize, u32)>,
    list: String,
    count: usize,
}

impl Kids {
    fn add(&mut self, kid: std::fmt::Arguments<'_>) {
        if self.count > 0 {
            self.list.push(' ');
        }
        // Writing to a String cannot fail.
        let _ = self.list.write_fmt(kid);
        self.count += 1;
    }
}

fn kids(elements: &[Element], pages: &[ObjectId], marks: &[Vec<ElementId>], number: impl Fn(ElementId) -> u32) -> Vec<Kids> {
    let mut kids = vec![Kids::default(); elements.len()];
    for (page, marks) in marks.iter().enumerate() {
        let page_number = pages[page].0;
        for (mark, element) in marks.iter().enumerate() {
            let kids = &mut kids[element.0];
            if kids.page.get_or_insert((page, page_number)).0 == page {
                kids.add(format_args!("{mark}"));
            } else {
                kids.add(format_args!("<</Type/MCR/Pg {page_number} 0 R/MCID {mark}>>"));
            }
        }
    }
    for (index, element) in elements.iter().enumerate() {
        if let Some(parent) = element.parent {
            kids[parent.0].add(format_args!("{} 0 R", number(ElementId(index))));
        }
    }
    kids
}

fn element_object(element: &Element, parent: u32, kids: &Kids) -> String {
    let mut object = format!("<</S/{}/P {parent} 0 R", element.role.name());
    if let Some((_, page)) = kids.page {
        let _ = write!(object, "/Pg {page} 0 R");
    }
    if kids.count == 1 {
        let _ = write!(object, "/K {}", kids.list);
    } else if kids.count > 1 {
        let _ = write!(object, "/K[{}]", kids.list);
    }
    if element.role == Role::HeadCell {
        object.push_str("/A<</O/Table/Scope/Column>>");
    } else if element.columns > 1 {
        let _ = write!(object, "/A<</O/Table/ColSpan {}>>", element.columns);
    }
    if !element.alternative.is_empty() {
        object.push_str("/Alt<FEFF");
        for unit in element.alternative.encode_utf16() {
            let _ = write!(object, "{unit:04X}");
        }
        object.push('>');
    }
    object.push_str(">>");
    object
}

/// From page and mark back to the element.
fn parent_tree(marks: &[Vec<ElementId>], number: impl Fn(ElementId) -> u32) -> String {
    let mut tree = String::from("<</Nums[");
    for (page, marks) in marks.iter().enumerate() {
        let _ = write!(tree, "{page}[");
        for element in marks {
            let _ = write!(tree, "{} 0 R ", number(*element));
        }
        tree.push(']');
    }
    tree.push_str("]>>");
    tree
}
