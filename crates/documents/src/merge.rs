//! Joins papers into one file for the printer: a batch of invoices is one print job. What several papers share, fonts above
//! all, is kept once.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use sha2::{Digest, Sha256};

use crate::PaperError;
use crate::archive::object_to;

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

/// Moves the needed objects over. What is there already, byte for byte, is not taken again: streams first, then what
/// refers to them, up to the fonts.
fn take_over(merged: &mut Document, document: Document, needed: &BTreeSet<ObjectId>, shared: &mut BTreeMap<[u8; 32], ObjectId>) {
    let mut objects: Vec<_> = document.objects.into_iter().filter(|(id, _)| needed.contains(id)).collect();
    objects.sort_by_key(|(_, object)| rank(object));
    let mut renamed = BTreeMap::new();
    for (id, mut object) in objects {
        rename(&mut object, &renamed);
        if rank(&object) != Rank::Own {
            let known = *shared.entry(fingerprint(&object)).or_insert(id);
            if known != id {
                renamed.insert(id, known);
                continue;
            }
        }
        merged.objects.insert(id, object);
    }
}

/// What may be shared, before what refers to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// Refers to nothing.
    Stream,
    /// A picture that refers to its transparency.
    Masked,
    Descriptor,
    Font,
    /// Pages and their lists of resources.
    Own,
}

fn rank(object: &Object) -> Rank {
    let kind = |dictionary: &Dictionary| dictionary.get(b"Type").and_then(Object::as_name).map(<[u8]>::to_vec);
    match object {
        Object::Stream(stream) if stream.dict.has(b"SMask") => Rank::Masked,
        Object::Stream(_) => Rank::Stream,
        Object::Dictionary(dictionary) => match kind(dictionary).as_deref() {
            Ok(b"FontDescriptor") => Rank::Descriptor,
            Ok(b"Font") => Rank::Font,
            _ => Rank::Own,
        },
        _ => Rank::Own,
    }
}

fn fingerprint(object: &Object) -> [u8; 32] {
    let mut hasher = Sha256::new();
    let mut text = Vec::new();
    if let Object::Stream(stream) = object {
        object_to(&mut text, &Object::Dictionary(stream.dict.clone()));
        hasher.update(&stream.content);
    } else {
        object_to(&mut text, object);
    }
    hasher.update(&text);
    hasher.finalize().into()
}

/// Puts the objects that stay in place of those that were not taken.
fn rename(object: &mut Object, renamed: &BTreeMap<ObjectId, ObjectId>) {
    match object {
        Object::Reference(id) => *id = renamed.get(id).copied().unwrap_or(*id),
        Object::Array(items) => items.iter_mut().for_each(|item| rename(item, renamed)),
        Object::Dictionary(dictionary) => dictionary.iter_mut().for_each(|(_, value)| rename(value, renamed)),
        Object::Stream(stream) => stream.dict.iter_mut().for_each(|(_, value)| rename(value, renamed)),
        _ => {}
    }
}
