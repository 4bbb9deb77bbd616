//! Files: pictures and scans kept by content, attached to records, and files written whole or not at all.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use serde_json::{Value, json};
use torgdom_domain::Amount;
use torgdom_domain::contract::AttachedFile;
use torgdom_records::Kind;
use ts_rs::TS;

use super::records::find;
use super::typing::one_line;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::views::RecordView;

/// Largest attached file, in bytes.
pub const MAX_FILE: usize = 64 * 1024 * 1024;

#[derive(Clone, Debug, Serialize, TS)]
pub struct BlobStored {
    /// SHA-256 of the content, lower-case hexadecimal.
    pub hash: String,
    #[ts(type = "number")]
    pub size: usize,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct BlobContent {
    pub base64: String,
    pub media_type: String,
}

impl Desk {
    /// Keeps bytes by their content.
    ///
    /// # Errors
    /// `file_too_large`, `bad_base64`.
    pub fn put_blob(&self, base64: &str, media_type: &str) -> Result<BlobStored, Failure> {
        let bytes = decode(base64)?;
        let hash = self.writing(|_, writer| Ok(writer.put_blob(&bytes, media_type)?))?;
        Ok(BlobStored { hash, size: bytes.len() })
    }

    /// # Errors
    /// `not_found`.
    pub fn blob(&self, hash: &str) -> Result<BlobContent, Failure> {
        self.reading(|_, reader| {
            let blob = reader.blob(hash)?.ok_or_else(|| Failure::not_found(hash))?;
            Ok(BlobContent { base64: encode(&blob.bytes), media_type: blob.media_type })
        })
    }

    /// Attaches a file to a contract, from its content or from a path on this machine.
    ///
    /// # Errors
    /// `not_found`, `wrong_kind` (no other kind keeps files), `file_too_large`, `bad_base64`, the disk's.
    pub fn attach(&self, id: &str, name: &str, content: Content<'_>) -> Result<RecordView, Failure> {
        let (bytes, name) = match content {
            Content::Base64(text) => (decode(text)?, name.to_owned()),
            Content::Path(path) => {
                let size = std::fs::metadata(path)?.len();
                if size > MAX_FILE as u64 {
                    return Err(too_large(size));
                }
                let own = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                (std::fs::read(path)?, if name.is_empty() { own } else { name.to_owned() })
            }
        };
        // The name is one file's and nothing more: it is written under it again when the file is opened.
        let name = safe_name(name.rsplit(['/', '\\']).next().unwrap_or_default());
        let media_type = media_type(&name);
        self.change(id, |desk, writer, body| {
            if find(writer, id)?.kind != Kind::Contract {
                return Err(Failure::new("wrong_kind").with("id", id));
            }
            let hash = writer.put_blob(&bytes, media_type)?;
            let files = body.get("files").and_then(Value::as_object);
            let orders =
                files.into_iter().flat_map(|files| files.values()).filter_map(|file| file.get("order")?.as_str()?.parse().ok());
            let last: Amount = orders.max().unwrap_or_default();
            let file = AttachedFile {
                name: name.clone(),
                blob: hash,
                size: u32::try_from(bytes.len()).map(Amount::from).unwrap_or_default(),
                media_type: media_type.to_owned(),
                order: Amount::new(last.decimal() + Amount::ONE.decimal()).unwrap_or(last),
            };
            super::records::set(body, &format!("/files/{}", desk.clock.new_id()), json!(file))
        })
    }
}

/// Where the content of a file comes from.
#[derive(Clone, Copy, Debug)]
pub enum Content<'a> {
    Base64(&'a str),
    Path(&'a Path),
}

fn too_large(size: u64) -> Failure {
    Failure::new("file_too_large").with("size", size).with("most", MAX_FILE)
}

pub(crate) fn encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

pub(crate) fn decode(text: &str) -> Result<Vec<u8>, Failure> {
    if text.len() / 4 * 3 > MAX_FILE {
        return Err(too_large((text.len() / 4 * 3) as u64));
    }
    STANDARD.decode(text.trim()).map_err(|error| Failure::new("bad_base64").with("cause", error))
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().map(str::to_lowercase).as_deref() {
        Some("pdf") => "application/pdf",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    }
}

/// Longest name of a file, in bytes: file systems take 255, and an ending comes on top.
const MAX_NAME: usize = 240;

/// A name that every file system takes: on one line, without the characters that are refused, and not too long. The
/// ending of a long name is kept.
pub(crate) fn safe_name(name: &str) -> String {
    let plain: String = one_line(name)
        .chars()
        .filter(|character| !matches!(character, '"' | '«' | '»' | '*' | '?' | '<' | '>' | '|') && !character.is_control())
        .map(|character| match character {
            '/' | '\\' | ':' => '-',
            '\u{a0}' | '\u{202f}' => ' ',
            other => other,
        })
        .collect();
    let plain = plain.trim_matches([' ', '.']);
    let (stem, ending) = match plain.rsplit_once('.') {
        Some((stem, ending)) if ending.len() <= 8 => (stem, format!(".{ending}")),
        _ => (plain, String::new()),
    };
    let room = MAX_NAME.saturating_sub(ending.len());
    let cut: String = stem
        .char_indices()
        .take_while(|(at, character)| at + character.len_utf8() <= room)
        .map(|(_, character)| character)
        .collect();
    let name = format!("{}{ending}", cut.trim_end());
    if name.is_empty() { "file".to_owned() } else { name }
}

/// Writes beside `path`, syncs, renames, syncs the folder: after a power cut there is the old file or the new one.
///
/// # Errors
/// The disk's.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    std::fs::create_dir_all(folder)?;
    let name = path.file_name().ok_or_else(|| Failure::new("file_failed").with("cause", path.display()))?;
    let mut beside_name = name.to_os_string();
    beside_name.push(".part");
    let beside = folder.join(beside_name);
    let written = (|| -> std::io::Result<()> {
        let mut file = File::create(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&beside, path)?;
        // Windows cannot open a folder as a file; its rename is durable without it.
        if let Ok(folder) = File::open(folder) {
            folder.sync_all()?;
        }
        Ok(())
    })();
    if let Err(error) = written {
        // What is half written is of no use to anybody.
        let _ = std::fs::remove_file(&beside);
        return Err(error.into());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::safe_name;

    #[test]
    fn names_that_every_file_system_takes() {
        for (name, safe) in [
            ("Договор № 17.pdf", "Договор № 17.pdf"),
            ("Счёт №\u{a0}11/97 — ООО «А»?.pdf", "Счёт № 11-97 — ООО А.pdf"),
            ("..", "file"),
            (".hidden", "hidden"),
            ("a\u{0}b\nc.txt", "a b c.txt"),
            ("", "file"),
        ] {
            assert_eq!(safe_name(name), safe, "{name:?}");
        }
        let long = safe_name(&format!("{}.pdf", "я".repeat(400)));
        assert!(long.len() <= 240 && long.ends_with("я.pdf"), "{long}");
    }
}
