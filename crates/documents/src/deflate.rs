//! The one setting with which streams are compressed: zlib, level 6.

use std::cell::RefCell;

use flate2::{Compress, Compression, FlushCompress, Status};

thread_local! {
    /// Its tables are some 300 KB: laid out once a thread, not once a stream.
    static COMPRESSOR: RefCell<Compress> = RefCell::new(Compress::new(Compression::new(6), true));
}

/// zlib stream (RFC 1950), as the PDF filter `FlateDecode` wants it. The same bytes give the same stream, whatever was
/// compressed before.
#[must_use]
pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    COMPRESSOR.with_borrow_mut(|compressor| {
        compressor.reset();
        let mut deflated = Vec::with_capacity(bytes.len() / 2 + 128);
        loop {
            let taken = usize::try_from(compressor.total_in()).expect("no more is taken in than there is");
            let status = compressor
                .compress_vec(&bytes[taken..], &mut deflated, FlushCompress::Finish)
                .expect("compressing in memory does not fail");
            if status == Status::StreamEnd {
                return deflated;
            }
            deflated.reserve(bytes.len() / 2 + 128);
        }
    })
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};

    use flate2::read::ZlibDecoder;
    use flate2::write::ZlibEncoder;

    use super::*;

    /// Bytes that do not compress, by a fixed sequence of numbers.
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 1_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        (0..length).map(|_| next()).collect()
    }

    #[test]
    fn a_stream_is_what_a_fresh_compressor_makes_and_comes_back_whole() {
        for bytes in [Vec::new(), b"a".to_vec(), b"BT ET\n".repeat(5_000), noise(200_000), b"BT ET\n".repeat(5_000)] {
            let deflated = deflate(&bytes);
            let mut fresh = ZlibEncoder::new(Vec::new(), Compression::new(6));
            fresh.write_all(&bytes).expect("written");
            assert!(deflated == fresh.finish().expect("finished"), "{} bytes", bytes.len());
            let mut back = Vec::new();
            ZlibDecoder::new(deflated.as_slice()).read_to_end(&mut back).expect("a stream");
            assert!(back == bytes);
        }
    }
}
