//! The payment code as dark rectangles. Knows nothing of what the text says.

use fast_qr::qr::QRBuilder;
use fast_qr::{ECL, QRCode};

use crate::PaperError;

/// A QR code in units of its modules, origin at the top left, without the quiet zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modules {
    /// Modules on a side.
    pub side: usize,
    /// Dark rectangles: x, y, width, height.
    pub dark: Vec<[usize; 4]>,
}

/// Encodes with correction level M (15 %): a folded or stamped paper still reads.
///
/// # Errors
/// [`PaperError::Code`] when the text is too long for a code.
pub fn modules(text: &str) -> Result<Modules, PaperError> {
    let code = QRBuilder::new(text.as_bytes()).ecl(ECL::M).build().map_err(|_| PaperError::Code)?;
    Ok(Modules { side: code.size, dark: merged(&code) })
}

/// Runs of dark modules, joined downwards where the row below has the same run: fewer and larger rectangles.
fn merged(code: &QRCode) -> Vec<[usize; 4]> {
    let mut done: Vec<[usize; 4]> = Vec::new();
    let mut open: Vec<[usize; 4]> = Vec::new();
    for y in 0..code.size {
        let row = &code[y];
        let mut runs = Vec::new();
        let mut x = 0;
        while x < code.size {
            let start = x;
            while x < code.size && row[x].value() {
                x += 1;
            }
            if x > start {
                runs.push((start, x - start));
            }
            x += 1;
        }
        let mut next = Vec::with_capacity(runs.len());
        for (x, width) in runs {
            match open.iter().position(|open| open[0] == x && open[2] == width) {
                Some(at) => {
                    let mut longer = open.swap_remove(at);
                    longer[3] += 1;
                    next.push(longer);
                }
                None => next.push([x, y, width, 1]),
            }
        }
        done.append(&mut open);
        open = next;
    }
    done.append(&mut open);
    done.sort_unstable_by_key(|[x, y, ..]| (*y, *x));
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rectangles_cover_exactly_the_dark_modules() {
        let text = "ST00012|Name=ООО «Торговый дом «Заречье-М»|PersonalAcc=40702810100000014408";
        let code = QRBuilder::new(text.as_bytes()).ecl(ECL::M).build().expect("a code");
        let modules = modules(text).expect("a code");
        let mut seen = vec![vec![false; modules.side]; modules.side];
        for [x, y, width, height] in modules.dark {
            for row in &mut seen[y..y + height] {
                for cell in &mut row[x..x + width] {
                    assert!(!*cell, "drawn twice");
                    *cell = true;
                }
            }
        }
        for y in 0..code.size {
            for x in 0..code.size {
                assert_eq!(seen[y][x], code[y][x].value());
            }
        }
    }

    #[test]
    fn a_text_that_is_too_long_is_an_error() {
        assert!(matches!(modules(&"я".repeat(3000)), Err(PaperError::Code)));
    }
}
