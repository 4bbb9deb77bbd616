//! Programs of others that look at our papers: poppler, qpdf, zbar. They are part of the test machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use torgdom_documents::Paper;

/// Runs a program and gives what it prints.
#[track_caller]
pub fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{program} is missing ({error}): install poppler-utils, qpdf and zbar-tools"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{program} failed: {said}{}", String::from_utf8_lossy(&output.stderr));
    said
}

fn with_file<T>(paper: &Paper, act: impl FnOnce(&str) -> T) -> T {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("paper.pdf");
    fs::write(&file, &paper.bytes).expect("written");
    act(&file.to_string_lossy())
}

/// The text as pdftotext lays it out.
pub fn text(paper: &Paper) -> String {
    with_file(paper, |file| run("pdftotext", &["-layout", "-enc", "UTF-8", file, "-"]))
}

/// The text in the order in which it was written, with single ordinary spaces.
pub fn flat_text(paper: &Paper) -> String {
    let raw = with_file(paper, |file| run("pdftotext", &["-raw", "-enc", "UTF-8", file, "-"]));
    raw.replace(['\u{a0}', '\n', '\u{c}'], " ").split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Draws a page in grey into `<into>.png`.
pub fn picture(paper: &Paper, page: usize, dots_per_inch: u32, into: &Path) {
    let (page, dots) = (page.to_string(), dots_per_inch.to_string());
    with_file(paper, |file| {
        run("pdftoppm", &["-gray", "-png", "-singlefile", "-r", &dots, "-f", &page, file, &into.to_string_lossy()]);
    });
}

/// No word lies over another one: what poppler finds as boxes of words must be apart.
#[track_caller]
pub fn assert_nothing_overlaps(paper: &Paper) {
    let boxes = with_file(paper, |file| run("pdftotext", &["-bbox", file, "-"]));
    let mut words: Vec<([f64; 4], String)> = Vec::new();
    for line in boxes.lines() {
        if line.contains("<page ") {
            words.clear();
        }
        let Some(rest) = line.trim().strip_prefix("<word ") else { continue };
        let numbers: Vec<f64> = rest.split('"').skip(1).step_by(2).take(4).filter_map(|number| number.parse().ok()).collect();
        let [x_min, y_min, x_max, y_max] = numbers[..] else { panic!("{line}") };
        assert!(x_min > 40.0 && x_max < 566.0 && y_max < 842.0, "outside the margins: {line}");
        // Boxes are as high as the font's ascent; half of that is the letters themselves.
        let (low, high) = (y_min + (y_max - y_min) * 0.3, y_max - (y_max - y_min) * 0.3);
        for (other, text) in &words {
            let apart = x_max <= other[0] + 0.3 || other[2] <= x_min + 0.3 || high <= other[1] || other[3] <= low;
            assert!(apart, "«{text}» under {line}");
        }
        words.push(([x_min, low, x_max, high], rest.to_owned()));
    }
}

/// Compares the first page with the picture kept in `tests/papers`; `TORGDOM_KEEP=1` keeps the new one instead.
#[track_caller]
pub fn assert_looks_like(name: &str, paper: &Paper) {
    let kept = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/papers").join(name);
    let kept_file = kept.with_extension("png");
    let folder = tempfile::tempdir().expect("a folder");
    let drawn = folder.path().join(name);
    picture(paper, 1, 64, &drawn);
    let (size, new) = grey(&drawn.with_extension("png"));
    if std::env::var_os("TORGDOM_KEEP").is_some() {
        fs::write(&kept_file, png_of(size, png::ColorType::Grayscale, &new)).expect("written");
        return;
    }
    let (kept_size, old) = grey(&kept_file);
    assert_eq!(size, kept_size, "{name}: the size of the page changed");
    let differing = new.iter().zip(&old).filter(|(new, old)| new.abs_diff(**old) > 48).count();
    // Another version of poppler smooths edges a little differently.
    assert!(differing * 500 < new.len(), "{name}: {differing} of {} dots differ", new.len());
}

fn grey(file: &Path) -> ((u32, u32), Vec<u8>) {
    let bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a picture");
    let mut data = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut data).expect("a picture");
    data.truncate(info.buffer_size());
    // Some versions of poppler write grey pictures in three equal colours.
    let grey = data.into_iter().step_by(info.color_type.samples()).collect();
    ((info.width, info.height), grey)
}

/// A half transparent picture.
pub fn png_file(width: u32, height: u32) -> Vec<u8> {
    let data: Vec<u8> = (0..width * height).flat_map(|at| [(at % 256) as u8, 40, 160, 130]).collect();
    png_of((width, height), png::ColorType::Rgba, &data)
}

fn png_of((width, height): (u32, u32), colour: png::ColorType, data: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(colour);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    encoder.write_header().expect("a header").write_image_data(data).expect("data");
    file
}
