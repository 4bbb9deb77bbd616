//! The payment code as a square of dark and light modules. Knows nothing of what the text says.

use fast_qr::qr::QRBuilder;
use fast_qr::{ECL, QRCode};

use crate::PaperError;

/// Dots on a side of a module in [`Modules::stencil`]: readers that smooth pictures blur a quarter of a module at most.
const DOTS: usize = 4;

/// A QR code without the quiet zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modules {
    /// Modules on a side.
    pub side: usize,
    /// Row by row from the top left.
    dark: Vec<bool>,
}

/// A picture of one bit a dot, rows from the top, each begun on a byte: 0 is where the ink goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stencil {
    /// Dots on a side.
    pub side: usize,
    pub bytes: Vec<u8>,
}

/// Encodes with correction level M (15 %): a folded or stamped paper still reads.
///
/// # Errors
/// [`PaperError::Code`] when the text is too long for a code.
pub fn modules(text: &str) -> Result<Modules, PaperError> {
    let code: QRCode = QRBuilder::new(text.as_bytes()).ecl(ECL::M).build().map_err(|_| PaperError::Code)?;
    let dark = (0..code.size).flat_map(|y| code[y].iter().take(code.size).map(|module| module.value())).collect();
    Ok(Modules { side: code.size, dark })
}

impl Modules {
    #[must_use]
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        self.dark[y * self.side + x]
    }

    /// The code as a picture.
    #[must_use]
    pub fn stencil(&self) -> Stencil {
        let side = self.side * DOTS;
        let stride = side.div_ceil(8);
        let mut bytes = Vec::with_capacity(stride * side);
        for row in self.dark.chunks(self.side) {
            let start = bytes.len();
            bytes.resize(start + stride, 0xff);
            for (x, _) in row.iter().enumerate().filter(|(_, dark)| **dark) {
                for dot in x * DOTS..(x + 1) * DOTS {
                    bytes[start + dot / 8] &= !(0x80 >> (dot % 8));
                }
            }
            for _ in 1..DOTS {
                bytes.extend_from_within(start..start + stride);
            }
        }
        Stencil { side, bytes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "ST00012|Name=ООО «Торговый дом «Заречье-М»|PersonalAcc=40702810100000014408";

    #[test]
    fn the_modules_are_those_of_the_code() {
        let code = QRBuilder::new(TEXT.as_bytes()).ecl(ECL::M).build().expect("a code");
        let modules = modules(TEXT).expect("a code");
        assert_eq!(modules.side, code.size);
        for y in 0..code.size {
            for x in 0..code.size {
                assert_eq!(modules.is_dark(x, y), code[y][x].value());
            }
        }
    }

    #[test]
    fn each_dot_of_the_picture_is_that_of_its_module() {
        let modules = modules(TEXT).expect("a code");
        let stencil = modules.stencil();
        let stride = stencil.side.div_ceil(8);
        assert_eq!(stencil.bytes.len(), stride * stencil.side);
        for y in 0..stencil.side {
            for x in 0..stencil.side {
                let inked = stencil.bytes[y * stride + x / 8] & (0x80 >> (x % 8)) == 0;
                assert_eq!(inked, modules.is_dark(x / DOTS, y / DOTS), "{x} {y}");
            }
        }
    }

    #[test]
    fn a_text_that_is_too_long_is_an_error() {
        assert!(matches!(modules(&"я".repeat(3000)), Err(PaperError::Code)));
    }
}
