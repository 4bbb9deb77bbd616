//! Files: pictures and scans kept by content, attached to records, and files written whole or not at all.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use serde_json::json;
use torgdom_domain::Amount;
use torgdom_domain::contract::AttachedFile;
use ts_rs::TS;

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
    /// `not_found`, `file_too_large`, `bad_base64`, the disk's.
    pub fn attach(&self, id: &str, name: &str, content: Content<'_>) -> Result<RecordView, Failure> {
        let (bytes, name) = match content {
            Content::Base64(text) => (decode(text)?, one_line(name)),
            Content::Path(path) => {
                let size = std::fs::metadata(path)?.len();
                if size > MAX_FILE as u64 {
                    return Err(too_large(size));
                }
                let own = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                (std::fs::read(path)?, if name.is_empty() { own } else { one_line(name) })
            }
        };
        let media_type = media_type(&name);
        self.change(id, |desk, writer, body| {
            let hash = writer.put_blob(&bytes, media_type)?;
            let file = AttachedFile {
                name: name.clone(),
                blob: hash,
                size: u32::try_from(bytes.len()).map(Amount::from).unwrap_or_default(),
                media_type: media_type.to_owned(),
                order: Amount::ONE,
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
