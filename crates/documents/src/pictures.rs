//! Logo, stamp and signatures: bytes of a PNG or JPEG become something a PDF can hold. Bounded, because the bytes come
//! from outside: what is too large or broken is an error, never a panic or a gigabyte.

use std::collections::BTreeMap;
use std::io::Cursor;

use png::{BitDepth, ColorType, Limits, Transformations};
use torgdom_domain::Id;

use crate::PaperError;
use crate::page::PictureKey;

/// Most bytes of a picture file.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;
/// Most pixels on a side, and on the whole.
pub const MAX_SIDE: u32 = 10_000;
pub const MAX_PIXELS: u64 = 16_000_000;
/// A picture is at most some 60 mm wide on paper; more pixels than this on a side only weigh.
const PRINTED_SIDE: u32 = 720;

/// Pictures of a document as they are stored: PNG or JPEG files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Images {
    pub logo: Option<Vec<u8>>,
    pub stamp: Option<Vec<u8>>,
    /// By the signer's id.
    pub signatures: BTreeMap<Id, Vec<u8>>,
}

/// Why a file is no picture for us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    #[error("neither PNG nor JPEG")]
    UnknownKind,
    #[error("too large")]
    TooLarge,
    #[error("broken")]
    Broken,
}

impl PictureError {
    /// The code under which the catalogue explains the error.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownKind => "paper_picture_unknown_kind",
            Self::TooLarge => "paper_picture_too_large",
            Self::Broken => "paper_picture_broken",
        }
    }
}

/// How the colours of a picture stand in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pixels {
    /// Grey (1) or red, green, blue (3), a byte each; transparency apart.
    Raw { channels: u8, colours: Vec<u8>, alpha: Option<Vec<u8>> },
    /// A JPEG file as it is; CMYK of Adobe's programs is inverted.
    Jpeg { channels: u8, inverted: bool, file: Vec<u8> },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub width: u32,
    pub height: u32,
    pub pixels: Pixels,
}

/// All pictures of a document, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pictures {
    pictures: BTreeMap<PictureKey, Picture>,
}

impl Pictures {
    /// # Errors
    /// [`PaperError::Picture`] for the first file that is no picture.
    pub fn read(images: &Images) -> Result<Self, PaperError> {
        let single = [(PictureKey::Logo, &images.logo), (PictureKey::Stamp, &images.stamp)];
        let single = single.into_iter().filter_map(|(key, bytes)| bytes.as_deref().map(|bytes| (key, bytes)));
        let signatures = images.signatures.iter().map(|(id, bytes)| (PictureKey::Signature(id.clone()), bytes.as_slice()));
        let mut pictures = BTreeMap::new();
        for (key, bytes) in single.chain(signatures) {
            match picture(bytes) {
                Ok(picture) => pictures.insert(key, picture),
                Err(source) => return Err(PaperError::Picture { key, source }),
            };
        }
        Ok(Self { pictures })
    }

    #[must_use]
    pub fn has(&self, key: &PictureKey) -> bool {
        self.pictures.contains_key(key)
    }

    #[must_use]
    pub fn get(&self, key: &PictureKey) -> Option<&Picture> {
        self.pictures.get(key)
    }

    /// Width and height in millimetres when it fills a box without losing its shape.
    #[must_use]
    pub fn fitted(&self, key: &PictureKey, width: f64, height: f64) -> Option<(f64, f64)> {
        let picture = self.get(key)?;
        let (w, h) = (f64::from(picture.width), f64::from(picture.height));
        let scale = (width / w).min(height / h);
        Some((w * scale, h * scale))
    }
}

fn picture(bytes: &[u8]) -> Result<Picture, PictureError> {
    if bytes.len() > MAX_BYTES {
        return Err(PictureError::TooLarge);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        png(bytes)
    } else if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        jpeg(bytes)
    } else {
        Err(PictureError::UnknownKind)
    }
}

fn bounded(width: u32, height: u32) -> Result<(), PictureError> {
    if width == 0 || height == 0 {
        return Err(PictureError::Broken);
    }
    if width > MAX_SIDE || height > MAX_SIDE || u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(PictureError::TooLarge);
    }
    Ok(())
}

fn png(bytes: &[u8]) -> Result<Picture, PictureError> {
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: 96 * 1024 * 1024 });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let header = decoder.read_header_info().map_err(|_| PictureError::Broken)?;
    let (width, height) = (header.width, header.height);
    bounded(width, height)?;
    let mut reader = decoder.read_info().map_err(|_| PictureError::Broken)?;
    let mut data = vec![0; reader.output_buffer_size().ok_or(PictureError::TooLarge)?];
    let info = reader.next_frame(&mut data).map_err(|_| PictureError::Broken)?;
    if info.bit_depth != BitDepth::Eight {
        return Err(PictureError::Broken);
    }
    let (channels, has_alpha) = match info.color_type {
        ColorType::Grayscale => (1, false),
        ColorType::GrayscaleAlpha => (1, true),
        ColorType::Rgb => (3, false),
        ColorType::Rgba => (3, true),
        ColorType::Indexed => return Err(PictureError::Broken),
    };
    let needed = info.width as usize * info.height as usize * (channels + usize::from(has_alpha));
    let data = data.get(..needed).ok_or(PictureError::Broken)?;
    Ok(shrunk(data, info.width, info.height, channels, has_alpha))
}

/// Averages squares of pixels so that no side is longer than the paper can show; splits off the transparency.
fn shrunk(data: &[u8], width: u32, height: u32, channels: usize, has_alpha: bool) -> Picture {
    let step = width.max(height).div_ceil(PRINTED_SIDE).max(1);
    let (new_width, new_height) = (width.div_ceil(step), height.div_ceil(step));
    let stride = channels + usize::from(has_alpha);
    let mut colours = Vec::with_capacity(new_width as usize * new_height as usize * channels);
    let mut alpha = Vec::new();
    for row in 0..new_height {
        for column in 0..new_width {
            // Colours weigh by their opacity, or a transparent border would bleed in.
            let (mut sums, mut weight, mut count) = ([0_u64; 3], 0_u64, 0_u64);
            for y in row * step..((row + 1) * step).min(height) {
                for x in column * step..((column + 1) * step).min(width) {
                    let at = (y as usize * width as usize + x as usize) * stride;
                    let opacity = if has_alpha { u64::from(data[at + channels]) } else { 255 };
                    for channel in 0..channels {
                        sums[channel] += u64::from(data[at + channel]) * opacity;
                    }
                    weight += opacity;
                    count += 1;
                }
            }
            for sum in &sums[..channels] {
                colours.push(u8::try_from((sum + weight / 2).checked_div(weight).unwrap_or(255)).unwrap_or(255));
            }
            if has_alpha {
                alpha.push(u8::try_from(weight / count.max(1)).unwrap_or(255));
            }
        }
    }
    let opaque = alpha.iter().all(|value| *value == 255);
    let alpha = (!opaque).then_some(alpha);
    let channels = if channels == 1 { 1 } else { 3 };
    Picture { width: new_width, height: new_height, pixels: Pixels::Raw { channels, colours, alpha } }
}

/// Reads the frame header and takes the file as it is: PDF readers know JPEG (ISO 32000, DCTDecode).
fn jpeg(bytes: &[u8]) -> Result<Picture, PictureError> {
    let mut at = 2;
    let mut adobe = false;
    let mut frame = None;
    loop {
        let marker = *bytes.get(at + 1).ok_or(PictureError::Broken)?;
        if bytes[at] != 0xff {
            return Err(PictureError::Broken);
        }
        if marker == 0xff {
            at += 1;
            continue;
        }
        let length = usize::from(u16::from_be_bytes([
            *bytes.get(at + 2).ok_or(PictureError::Broken)?,
            *bytes.get(at + 3).ok_or(PictureError::Broken)?,
        ]));
        let segment = bytes.get(at + 4..at + 2 + length.max(2)).ok_or(PictureError::Broken)?;
        match marker {
            // Baseline and progressive; the arithmetic and lossless kinds are not for PDF.
            0xc0..=0xc2 => frame = Some(frame_header(segment)?),
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => return Err(PictureError::UnknownKind),
            0xee => adobe = segment.starts_with(b"Adobe"),
            0xda => break,
            0xd9 => return Err(PictureError::Broken),
            _ => {}
        }
        at += 2 + length;
    }
    let (width, height, channels) = frame.ok_or(PictureError::Broken)?;
    bounded(width, height)?;
    // A file cut short has no end mark; trailing zeros do no harm.
    let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    if !bytes[..end].ends_with(&[0xff, 0xd9]) {
        return Err(PictureError::Broken);
    }
    Ok(Picture { width, height, pixels: Pixels::Jpeg { channels, inverted: adobe && channels == 4, file: bytes.to_vec() } })
}

fn frame_header(segment: &[u8]) -> Result<(u32, u32, u8), PictureError> {
    let [8, height_high, height_low, width_high, width_low, channels @ (1 | 3 | 4), ..] = *segment else {
        return Err(PictureError::Broken);
    };
    let side = |high, low| u32::from(u16::from_be_bytes([high, low]));
    Ok((side(width_high, width_low), side(height_high, height_low), channels))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png_file(width: u32, height: u32, colour: ColorType, data: &[u8]) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, width, height);
        encoder.set_color(colour);
        encoder.set_depth(BitDepth::Eight);
        encoder.write_header().expect("a header").write_image_data(data).expect("data");
        file
    }

    #[test]
    fn transparency_stands_apart_and_large_pictures_shrink() {
        let file = png_file(1500, 2, ColorType::Rgba, &[200, 0, 0, 128].repeat(3000));
        let picture = picture(&file).expect("a picture");
        assert_eq!((picture.width, picture.height), (500, 1));
        let Pixels::Raw { channels: 3, colours, alpha: Some(alpha) } = picture.pixels else { panic!("raw") };
        assert_eq!((&colours[..3], alpha[0]), (&[200, 0, 0][..], 128));
    }

    #[test]
    fn hostile_files_are_refused() {
        let good = png_file(40, 40, ColorType::Rgb, &[7; 4800]);
        for length in [0, 1, 8, 20, 33, 60, good.len() - 14] {
            assert!(picture(&good[..length]).is_err(), "cut at {length}");
        }
        // A header that promises 2^31 pixels a side.
        let mut huge = good.clone();
        huge[16..24].copy_from_slice(&[0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff]);
        assert!(picture(&huge).is_err());
        for at in 8..good.len() {
            let mut broken = good.clone();
            broken[at] ^= 0x5a;
            let _ = picture(&broken);
        }
        assert_eq!(picture(b"GIF89a"), Err(PictureError::UnknownKind));
        assert_eq!(picture(b"<svg/>"), Err(PictureError::UnknownKind));
        assert_eq!(picture(&vec![0; MAX_BYTES + 1]), Err(PictureError::TooLarge));
    }

    #[test]
    fn a_jpeg_is_taken_by_its_frame_header() {
        let mut file = vec![0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0];
        file.extend([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34]);
        assert_eq!(picture(&file), Err(PictureError::Broken), "cut short");
        file.extend([0xff, 0xd9]);
        let read = picture(&file).expect("a picture");
        assert_eq!((read.width, read.height), (30, 20));
        for at in 2..file.len() {
            let mut broken = file.clone();
            broken[at] = 0xff;
            let _ = picture(&broken);
            let _ = picture(&file[..at]);
        }
    }
}
