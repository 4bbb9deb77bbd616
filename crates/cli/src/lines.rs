//! Lines of a stream, one at a time and never larger than they may be: other programs write them. Knows nothing of what
//! the lines say.

use std::io::{self, BufRead, BufReader, Read};

/// Longest line, in bytes. A document of 5,000 lines stays far below it.
pub const LONGEST: usize = 8 * 1024 * 1024;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// What stood in a line.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    /// Without its end (`\n` or `\r\n`).
    Text(String),
    /// The bytes are no UTF-8: another encoding, or no text at all.
    NotUtf8,
    /// More than [`LONGEST`] bytes; they were passed over.
    TooLong,
}

/// Reads lines and counts them from 1.
pub struct Lines<R> {
    input: BufReader<R>,
    number: usize,
}

impl<R: Read> Lines<R> {
    pub fn new(input: R) -> Self {
        Self { input: BufReader::with_capacity(64 * 1024, input), number: 0 }
    }

    /// Number of the line that was read last.
    pub fn number(&self) -> usize {
        self.number
    }

    /// The next line; nothing at the end. `before_waiting` is called whenever the next bytes may have to be waited for,
    /// so that whoever writes them has the answer to those before.
    ///
    /// # Errors
    /// The input's, and those of `before_waiting`.
    pub fn next<E: From<io::Error>>(&mut self, mut before_waiting: impl FnMut() -> Result<(), E>) -> Result<Option<Line>, E> {
        let mut bytes = Vec::new();
        let mut too_long = false;
        loop {
            if self.input.buffer().is_empty() {
                before_waiting()?;
            }
            let available = match self.input.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            if available.is_empty() {
                if bytes.is_empty() && !too_long {
                    return Ok(None);
                }
                break;
            }
            let end = available.iter().position(|byte| *byte == b'\n');
            let part = &available[..end.unwrap_or(available.len())];
            too_long |= bytes.len() + part.len() > LONGEST;
            if too_long {
                bytes = Vec::new();
            } else {
                bytes.extend_from_slice(part);
            }
            let used = end.map_or(available.len(), |end| end + 1);
            self.input.consume(used);
            if end.is_some() {
                break;
            }
        }
        self.number += 1;
        Ok(Some(if too_long { Line::TooLong } else { self.text(bytes) }))
    }

    fn text(&self, mut bytes: Vec<u8>) -> Line {
        if bytes.last() == Some(&b'\r') {
            bytes.pop();
        }
        if self.number == 1 && bytes.starts_with(BYTE_ORDER_MARK) {
            bytes.drain(..BYTE_ORDER_MARK.len());
        }
        String::from_utf8(bytes).map_or(Line::NotUtf8, Line::Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives at most `step` bytes at a time, as a pipe may.
    struct Slow<'a>(&'a [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let most = self.1.min(into.len());
            self.0.read(&mut into[..most])
        }
    }

    fn read(bytes: &[u8], step: usize) -> Vec<Line> {
        let mut lines = Lines::new(Slow(bytes, step));
        let mut all = Vec::new();
        while let Some(line) = lines.next(|| Ok::<(), io::Error>(())).expect("bytes in memory") {
            all.push(line);
        }
        assert_eq!(lines.number(), all.len());
        all
    }

    fn text(text: &str) -> Line {
        Line::Text(text.to_owned())
    }

    #[test]
    fn ends_of_lines_in_every_fashion() {
        for step in [1, 2, 3, 4096] {
            assert_eq!(read(b"\xef\xbb\xbfa\r\n\nb\n", step), [text("a"), text(""), text("b")]);
            assert_eq!(read("без конца".as_bytes(), step), [text("без конца")]);
            assert_eq!(read(b"\n", step), [text("")]);
            assert_eq!(read(b"", step), []);
            assert_eq!(read(b"a\rb\n", step), [text("a\rb")]);
        }
    }

    #[test]
    fn other_encodings_are_said_and_passed_over() {
        assert_eq!(read(b"\xd1\xf7\xb8\xf2\nok\n", 4096), [Line::NotUtf8, text("ok")]);
    }

    #[test]
    fn a_line_without_end_takes_no_memory() {
        let mut bytes = vec![b'x'; LONGEST + 1];
        bytes.extend_from_slice(b"\nok\n");
        assert_eq!(read(&bytes, 4096), [Line::TooLong, text("ok")]);
        bytes.drain(..1);
        assert_eq!(read(&bytes, 65536).len(), 2);
        assert!(matches!(&read(&bytes, 65536)[0], Line::Text(line) if line.len() == LONGEST));
    }

    #[test]
    fn the_writer_is_answered_before_more_is_waited_for() {
        let mut lines = Lines::new(&b"a\nb\n"[..]);
        let refused = lines.next(|| Err::<(), io::Error>(io::ErrorKind::BrokenPipe.into()));
        assert_eq!(refused.map_err(|error| error.kind()), Err(io::ErrorKind::BrokenPipe));
    }
}
