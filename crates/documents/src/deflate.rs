//! The one setting with which streams are compressed: zlib, level 6.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// zlib stream (RFC 1950), as the PDF filter `FlateDecode` wants it.
#[must_use]
pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::new(6));
    encoder.write_all(bytes).expect("writing to memory does not fail");
    encoder.finish().expect("writing to memory does not fail")
}
