//! Makes the file fit to be kept: ready font programs in place of placeholders, names, language, metadata and an identity
//! that follow from the content alone. Knows lopdf, not what is printed.

/// The PDF as lopdf has it, and what goes wrong with it: named here, so that the library is.
pub(crate) use lopdf::{Document as Pdf, Error as PdfError};

mod core_fonts;
mod tagging;
mod write;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use crate::PaperError;
use crate::deflate::deflate;
use crate::emit::{Drawn, Fonts};
use crate::fonts::Slot;
use crate::structure::Structure;
use crate::text::Lang;

use self::core_fonts::CoreFonts;
pub(crate) use self::write::object_to;
use self::write::{File, Pack};

/// What the file says about itself.
#[derive(Clone, Debug)]
pub struct Identity {
    pub title: String,
    pub author: String,
    pub lang: Lang,
    pub date: Option<NaiveDate>,
}

const PRODUCER: &str = "Torgdom";

/// # Errors
/// [`PaperError::Structure`] when the document is not as `emit` makes it.
pub fn finish(drawn: Drawn, structure: &Structure, identity: &Identity) -> Result<Vec<u8>, PaperError> {
    let Drawn { mut document, contents, fonts, marks } = drawn;
    let core = core_fonts::get();
    document.renumber_objects_with(core.next);
    splice_fonts(&mut document, &fonts)?;
    core.join(&mut document)?;
    put_contents(&mut document, contents)?;
    lighten_pages(&mut document)?;
    let hash = content_hash(&document, core, identity);
    describe(&mut document, identity, &hash)?;
    let mut pack = Pack::default();
    let last = tagging::tag(&mut document, structure, &marks, &mut pack)?;
    compress(&mut document);
    let mut file = core.file.go_on();
    write_objects(&document, &mut file, &mut pack);
    file.pack(last + 1, &pack);
    Ok(file.finish(last + 2, &document.trailer))
}

fn write_objects(document: &Document, file: &mut File, pack: &mut Pack) {
    for ((number, _), object) in &document.objects {
        match object {
            Object::Stream(stream) => file.stream(*number, &stream.dict, &stream.content),
            other => object_to(pack.begin(*number), other),
        }
    }
}

/// The operators of each page in place of those that printpdf has.
fn put_contents(document: &mut Document, contents: Vec<Vec<u8>>) -> Result<(), PaperError> {
    let pages: Vec<ObjectId> = document.page_iter().collect();
    if pages.len() != contents.len() {
        return Err(PaperError::Structure("pages and contents differ"));
    }
    for (page, content) in pages.into_iter().zip(contents) {
        let stream = document.get_dictionary(page)?.get(b"Contents")?.as_reference()?;
        document.objects.insert(stream, Object::Stream(Stream::new(Dictionary::new(), content)));
    }
    Ok(())
}

/// Puts the deflated programs and their names where printpdf left placeholders.
fn splice_fonts(document: &mut Document, fonts: &Fonts) -> Result<(), PaperError> {
    let resources = font_resources(document)?;
    for (name, id) in resources {
        let embedded =
            Slot::by_resource(&name).and_then(|slot| fonts.get(&slot)).ok_or(PaperError::Structure("font resource"))?;
        let base = Object::Name(embedded.name.clone().into_bytes());
        let font = document.get_object_mut(id)?.as_dict_mut()?;
        font.set("BaseFont", base.clone());
        let descendants = font.get_mut(b"DescendantFonts")?.as_array_mut()?;
        let descendant = descendants.first_mut().ok_or(PaperError::Structure("descendant font"))?.as_dict_mut()?;
        descendant.set("BaseFont", base.clone());
        let descriptor_id = descendant.get(b"FontDescriptor")?.as_reference()?;
        let descriptor = document.get_object_mut(descriptor_id)?.as_dict_mut()?;
        descriptor.set("FontName", base);
        descriptor.set("CapHeight", i64::from(embedded.cap_height));
        let program = descriptor.get(b"FontFile2")?.as_reference()?;
        let entries = dictionary! { "Filter" => "FlateDecode", "Length1" => embedded.length as i64 };
        document.objects.insert(program, Object::Stream(Stream::new(entries, embedded.deflated.clone())));
    }
    Ok(())
}

/// The fonts of the document by the names that pages use.
fn font_resources(document: &Document) -> Result<Vec<(Vec<u8>, ObjectId)>, PaperError> {
    let fonts = document.get_dictionary(font_list(document)?)?;
    fonts.iter().map(|(name, font)| Ok((name.clone(), font.as_reference()?))).collect()
}

/// The list of fonts, which all pages share.
fn font_list(document: &Document) -> Result<ObjectId, PaperError> {
    let Some(page) = document.page_iter().next() else { return Err(PaperError::Structure("no page")) };
    let page = document.get_dictionary(page)?;
    let resources = document.get_dictionary(page.get(b"Resources")?.as_reference()?)?;
    Ok(resources.get(b"Font")?.as_reference()?)
}

/// Drops what says nothing: boxes equal to the page, empty lists and resources.
fn lighten_pages(document: &mut Document) -> Result<(), PaperError> {
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let empty: BTreeSet<ObjectId> = document
        .objects
        .iter()
        .filter(|(_, object)| object.as_dict().is_ok_and(Dictionary::is_empty))
        .map(|(id, _)| *id)
        .collect();
    for page in pages {
        let page = document.get_object_mut(page)?.as_dict_mut()?;
        for key in ["TrimBox", "CropBox", "Annots"] {
            page.remove(key.as_bytes());
        }
        let resources = page.get(b"Resources")?.as_reference()?;
        let resources = document.get_object_mut(resources)?.as_dict_mut()?;
        for key in ["XObject", "ExtGState", "Shading"] {
            if resources.get(key.as_bytes()).and_then(Object::as_reference).is_ok_and(|id| empty.contains(&id)) {
                resources.remove(key.as_bytes());
            }
        }
    }
    document.objects.retain(|id, _| !empty.contains(id));
    Ok(())
}

/// Hash of all that is drawn and said: the same document has the same identity in every process.
fn content_hash(document: &Document, core: &CoreFonts, identity: &Identity) -> [u8; 32] {
    let mut hasher = Sha256::new();
    // The names of the core fonts stand for their programs: they are hashes of them.
    for text in [&identity.title, &identity.author, identity.lang.as_str(), &core.names] {
        hasher.update(text.as_bytes());
        hasher.update([0]);
    }
    for object in document.objects.values() {
        if let Object::Stream(stream) = object {
            hasher.update(stream.content.len().to_le_bytes());
            hasher.update(&stream.content);
        }
    }
    hasher.finalize().into()
}

/// Language, metadata (Info and XMP say the same) and `/ID`.
fn describe(document: &mut Document, identity: &Identity, hash: &[u8; 32]) -> Result<(), PaperError> {
    let metadata = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let metadata = document.add_object(Stream::new(metadata, xmp(identity, hash).into_bytes()));
    let root = document.trailer.get(b"Root")?.as_reference()?;
    let catalogue = document.get_object_mut(root)?.as_dict_mut()?;
    for key in ["PageLayout", "PageMode"] {
        catalogue.remove(key.as_bytes());
    }
    catalogue.set("Lang", Object::string_literal(language_tag(identity.lang)));
    catalogue.set("Metadata", Object::Reference(metadata));
    catalogue.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true, "PrintScaling" => "None" });
    let mut info = dictionary! { "Title" => utf16(&identity.title), "Producer" => Object::string_literal(PRODUCER) };
    if !identity.author.is_empty() {
        info.set("Author", utf16(&identity.author));
    }
    if let Some(date) = identity.date {
        info.set("CreationDate", Object::string_literal(date.format("D:%Y%m%d000000Z").to_string()));
    }
    let info_id = document.trailer.get(b"Info")?.as_reference()?;
    document.objects.insert(info_id, Object::Dictionary(info));
    let id = Object::String(hash[..16].to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    Ok(())
}

fn language_tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => "ru-RU",
        Lang::Be => "be-BY",
        Lang::En => "en-GB",
    }
}

fn utf16(text: &str) -> Object {
    let bytes = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}

fn xmp(identity: &Identity, hash: &[u8; 32]) -> String {
    let (title, author, lang) = (escaped(&identity.title), escaped(&identity.author), language_tag(identity.lang));
    let creator = if author.is_empty() {
        String::new()
    } else {
        format!("<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>")
    };
    let date = identity
        .date
        .map(|date| format!("<xmp:CreateDate>{}T00:00:00Z</xmp:CreateDate>", date.format("%Y-%m-%d")))
        .unwrap_or_default();
    let uuid = uuid(hash);
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\">\
         <dc:format>application/pdf</dc:format>\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>{creator}\
         <dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>{date}\
         <pdf:Producer>{PRODUCER}</pdf:Producer>\
         <xmpMM:DocumentID>uuid:{uuid}</xmpMM:DocumentID></rdf:Description></rdf:RDF></x:xmpmeta>\n\
         <?xpacket end=\"r\"?>"
    )
}

/// A UUID of version 8 (RFC 9562: free use) out of the hash.
fn uuid(hash: &[u8; 32]) -> String {
    let mut bytes: [u8; 16] = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Deflates every stream that is not compressed yet; metadata stay readable for programs that know no PDF.
fn compress(document: &mut Document) {
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        let is_metadata = stream.dict.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"Metadata");
        if is_metadata || stream.dict.has(b"Filter") {
            continue;
        }
        let deflated = deflate(&stream.content);
        if deflated.len() < stream.content.len() {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(deflated);
        }
    }
}
