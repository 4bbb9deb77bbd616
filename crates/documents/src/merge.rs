//! Joins papers into one file for the printer: a batch of invoices is one print job. Fonts that several papers share are
//! kept once.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Document, Object, ObjectId, dictionary};
use sha2::{Digest, Sha256};

use crate::PaperError;

/// One PDF with the pages of all, in order.
///
/// # Errors
/// [`PaperError::Pdf`] when one of them cannot be read, [`PaperError::Structure`] when there is none.
pub fn merge(papers: &[impl AsRef<[u8]>]) -> Result<Vec<u8>, PaperError> {
    let mut merged = Document::with_version("1.7");
    let pages_id = merged.new_object_id();
    let mut kids = Vec::new();
    let mut shared = BTreeMap::new();
    let mut hasher = Sha256::new();
    for paper in papers {
        hasher.update(paper.as_ref());
        let mut document = Document::load_mem(paper.as_ref())?;
        document.renumber_objects_with(merged.max_id + 1);
        merged.max_id = document.max_id;
        let pages: Vec<ObjectId> = document.page_iter().collect();
        for page in &pages {
            let dictionary = document.get_object_mut(*page)?.as_dict_mut()?;
            // A print job is not read aloud: the structure trees stay behind.
            dictionary.remove(b"StructParents");
            dictionary.set("Parent", pages_id);
            kids.push(Object::Reference(*page));
        }
        let needed = reachable(&document, pages);
        take_over(&mut merged, document, &needed, &mut shared);
    }
    if kids.is_empty() {
        return Err(PaperError::Structure("no page"));
    }
    let count = kids.len() as i64;
    merged.objects.insert(pages_id, Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }));
    let catalogue = dictionary! {
        "Type" => "Catalog",
        "Pages" => pages_id,
        "ViewerPreferences" => dictionary! { "PrintScaling" => "None" },
    };
    let catalogue = merged.add_object(catalogue);
    merged.trailer.set("Root", catalogue);
    let id = Object::String(hasher.finalize()[..16].to_vec(), lopdf::StringFormat::Hexadecimal);
    merged.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    let mut bytes = Vec::new();
    merged.save_to(&mut bytes)?;
    Ok(bytes)
}

/// Everything that the pages need.
fn reachable(document: &Document, pages: Vec<ObjectId>) -> BTreeSet<ObjectId> {
    let mut needed = BTreeSet::new();
    let mut open = pages;
    while let Some(id) = open.pop() {
        if needed.insert(id)
            && let Some(object) = document.objects.get(&id)
        {
            references(object, &mut open);
        }
    }
    needed
}

fn references(object: &Object, found: &mut Vec<ObjectId>) {
    match object {
        Object::Reference(id) => found.push(*id),
        Object::Array(items) => items.iter().for_each(|item| references(item, found)),
        Object::Dictionary(dictionary) => dictionary.iter().for_each(|(_, value)| references(value, found)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, value)| references(value, found)),
        _ => {}
    }
}

/// Moves the needed objects over, but for font programs that are there already.
fn take_over(merged: &mut Document, document: Document, needed: &BTreeSet<ObjectId>, shared: &mut BTreeMap<[u8; 32], ObjectId>) {
    let (mut renamed, mut taken) = (BTreeMap::new(), Vec::new());
    for (id, object) in document.objects.into_iter().filter(|(id, _)| needed.contains(id)) {
        // Font programs are the same bytes in every paper.
        if let Object::Stream(stream) = &object
            && stream.dict.has(b"Length1")
        {
            let hash: [u8; 32] = Sha256::digest(&stream.content).into();
            if let Some(known) = shared.get(&hash) {
                renamed.insert(id, *known);
                continue;
            }
            shared.insert(hash, id);
        }
        taken.push((id, object));
    }
    for (id, mut object) in taken {
        if let Object::Dictionary(descriptor) = &mut object
            && let Ok(program) = descriptor.get(b"FontFile2").and_then(Object::as_reference)
            && let Some(known) = renamed.get(&program)
        {
            descriptor.set("FontFile2", *known);
        }
        merged.objects.insert(id, object);
    }
}
