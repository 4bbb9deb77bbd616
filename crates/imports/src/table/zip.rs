//! The zip archive around a workbook, read from its central directory with every size distrusted.
//!
//! Sizes, ratio and number of parts are looked at before anything is unpacked; while unpacking, a part that gives more
//! than it declared is a bomb, and one whose sum does not fit is damaged.

use std::io::{BufReader, Read};

use flate2::Crc;
use flate2::read::DeflateDecoder;

use super::{Limits, TableError};

const END: &[u8] = b"PK\x05\x06";
const END_LEN: usize = 22;
const CENTRAL: &[u8] = b"PK\x01\x02";
const CENTRAL_LEN: usize = 46;
const LOCAL: &[u8] = b"PK\x03\x04";
const LOCAL_LEN: usize = 30;
const END64_LOCATOR: &[u8] = b"PK\x06\x07";
const END64: &[u8] = b"PK\x06\x06";
/// Longest comment that may follow the end record.
const MOST_COMMENT: usize = 65_535;
/// A part smaller than this costs nothing, whatever its ratio.
const SMALL_PART: u64 = 4 * 1024 * 1024;

const DAMAGED: TableError = TableError::Damaged { part: "zip" };

/// One part of the archive as the central directory declares it.
#[derive(Clone, Debug)]
struct Part {
    name: String,
    method: u16,
    crc: u32,
    packed: u64,
    unpacked: u64,
    /// Of its local header.
    offset: u64,
}

/// The parts of an archive.
pub(super) struct Archive<'b> {
    bytes: &'b [u8],
    parts: Vec<Part>,
}

/// A part in the course of being unpacked.
pub(super) type PartReader<'b> = BufReader<Checked<'b>>;

impl<'b> Archive<'b> {
    /// Reads the central directory and refuses what could not be unpacked within the limits.
    pub(super) fn open(bytes: &'b [u8], limits: &Limits) -> Result<Self, TableError> {
        let directory = directory(bytes)?;
        if directory.parts > limits.parts as u64 {
            return Err(TableError::ZipBomb);
        }
        let mut parts = Vec::new();
        let mut rest = directory.bytes;
        for _ in 0..directory.parts {
            let (part, after) = central(rest)?;
            rest = after;
            parts.push(part);
        }
        let archive = Self { bytes, parts };
        archive.check(limits)?;
        Ok(archive)
    }

    fn check(&self, limits: &Limits) -> Result<(), TableError> {
        let mut together = 0_u64;
        for part in &self.parts {
            together = together.saturating_add(part.unpacked);
            let is_bloated = part.unpacked > SMALL_PART && part.unpacked / limits.ratio.max(1) > part.packed;
            if is_bloated || together > limits.unpacked_bytes {
                return Err(TableError::ZipBomb);
            }
        }
        Ok(())
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// Names of parts compare without regard to case (OPC, ECMA-376 part 2).
    fn find(&self, name: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.name == name).or_else(|| {
            let wanted = name.to_lowercase();
            self.parts.iter().find(|part| part.name.to_lowercase() == wanted)
        })
    }

    /// Opens a part; `None` when there is none of that name.
    pub(super) fn part(&self, name: &str) -> Result<Option<PartReader<'b>>, TableError> {
        let Some(part) = self.find(name) else { return Ok(None) };
        let header = slice(self.bytes, part.offset, LOCAL_LEN as u64)?;
        if !header.starts_with(LOCAL) {
            return Err(DAMAGED);
        }
        if u16_at(header, 6) & 1 != 0 {
            return Err(TableError::Encrypted);
        }
        let start = part.offset + (LOCAL_LEN as u64) + u64::from(u16_at(header, 26)) + u64::from(u16_at(header, 28));
        let packed = slice(self.bytes, start, part.packed)?;
        let inner = match part.method {
            0 => Method::Stored(packed),
            8 => Method::Deflated(Box::new(DeflateDecoder::new(packed))),
            _ => return Err(DAMAGED),
        };
        let checked = Checked { inner, left: part.unpacked, crc: Crc::new(), wanted: part.crc };
        Ok(Some(BufReader::with_capacity(64 * 1024, checked)))
    }
}

enum Method<'b> {
    Stored(&'b [u8]),
    Deflated(Box<DeflateDecoder<&'b [u8]>>),
}

/// Gives a part's bytes and holds it to its declared size and sum.
pub(super) struct Checked<'b> {
    inner: Method<'b>,
    left: u64,
    crc: Crc,
    wanted: u32,
}

/// A part gave more than it declared.
pub(super) const BOMB: &str = "zip bomb";

impl Read for Checked<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = match &mut self.inner {
            Method::Stored(bytes) => bytes.read(buffer)?,
            Method::Deflated(decoder) => decoder.read(buffer)?,
        };
        if count as u64 > self.left {
            return Err(std::io::Error::other(BOMB));
        }
        self.left -= count as u64;
        self.crc.update(&buffer[..count]);
        if count == 0 && !buffer.is_empty() && (self.left > 0 || self.crc.sum() != self.wanted) {
            return Err(std::io::Error::new(std::io::ErrorKind::InvalidData, "zip part"));
        }
        Ok(count)
    }
}

struct Directory<'b> {
    bytes: &'b [u8],
    parts: u64,
}

fn directory(bytes: &[u8]) -> Result<Directory<'_>, TableError> {
    let from = bytes.len().saturating_sub(END_LEN + MOST_COMMENT);
    let at = bytes[from..].windows(END.len()).rposition(|window| window == END).ok_or(DAMAGED)? + from;
    let end = bytes.get(at..at + END_LEN).ok_or(DAMAGED)?;
    let (mut parts, mut size, mut offset) = (u64::from(u16_at(end, 10)), u64::from(u32_at(end, 12)), u64::from(u32_at(end, 16)));
    if parts == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
        let locator = at.checked_sub(20).and_then(|start| bytes.get(start..at)).filter(|found| found.starts_with(END64_LOCATOR));
        if let Some(locator) = locator {
            let end64 = slice(bytes, u64_at(locator, 8), 56)?;
            if !end64.starts_with(END64) {
                return Err(DAMAGED);
            }
            (parts, size, offset) = (u64_at(end64, 32), u64_at(end64, 40), u64_at(end64, 48));
        }
    }
    Ok(Directory { bytes: slice(bytes, offset, size)?, parts })
}

/// One entry of the central directory, and what follows it.
fn central(bytes: &[u8]) -> Result<(Part, &[u8]), TableError> {
    let header = bytes.get(..CENTRAL_LEN).filter(|header| header.starts_with(CENTRAL)).ok_or(DAMAGED)?;
    let (name, extra, comment) =
        (usize::from(u16_at(header, 28)), usize::from(u16_at(header, 30)), usize::from(u16_at(header, 32)));
    let tail = &bytes[CENTRAL_LEN..];
    let rest = tail.get(name + extra + comment..).ok_or(DAMAGED)?;
    // Some programs write `\` between folders.
    let mut part = Part {
        name: String::from_utf8_lossy(&tail[..name]).replace('\\', "/"),
        method: u16_at(header, 10),
        crc: u32_at(header, 16),
        packed: u64::from(u32_at(header, 20)),
        unpacked: u64::from(u32_at(header, 24)),
        offset: u64::from(u32_at(header, 42)),
    };
    if u16_at(header, 8) & 1 != 0 {
        return Err(TableError::Encrypted);
    }
    wide(&mut part, &tail[name..name + extra])?;
    Ok((part, rest))
}

/// Sizes of zip64, which some programs write for small files too.
fn wide(part: &mut Part, mut extra: &[u8]) -> Result<(), TableError> {
    while extra.len() >= 4 {
        let (id, len) = (u16_at(extra, 0), usize::from(u16_at(extra, 2)));
        let Some(mut data) = extra.get(4..4 + len) else { return Ok(()) };
        extra = &extra[4 + len..];
        if id != 1 {
            continue;
        }
        for field in [&mut part.unpacked, &mut part.packed, &mut part.offset] {
            if *field == 0xFFFF_FFFF {
                *field = u64_at(data.get(..8).ok_or(DAMAGED)?, 0);
                data = &data[8..];
            }
        }
    }
    Ok(())
}

fn slice(bytes: &[u8], start: u64, len: u64) -> Result<&[u8], TableError> {
    let start = usize::try_from(start).map_err(|_| DAMAGED)?;
    let len = usize::try_from(len).map_err(|_| DAMAGED)?;
    bytes.get(start..start.checked_add(len).ok_or(DAMAGED)?).ok_or(DAMAGED)
}

/// The three below read little-endian numbers at places that their callers have made sure of.
fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from(u16_at(bytes, at)) | u32::from(u16_at(bytes, at + 2)) << 16
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(u32_at(bytes, at + 4)) << 32
}
