//! Makes `assets/fonts/*.ttf` out of Noto's own files (Debian: `fonts-noto-core`).
//!
//! `cargo run -p torgdom-documents --example prepare_fonts -- /usr/share/fonts/truetype/noto assets/fonts`

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use torgdom_documents::fonts::prepare;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(from), Some(to)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: prepare_fonts <folder of Noto's files> <folder to write to>");
        return ExitCode::from(2);
    };
    let read = |name: &str| fs::read(from.join(name)).map_err(|error| format!("{name}: {error}"));
    let result = (|| -> Result<(), Box<dyn std::error::Error>> {
        let mut files = Vec::new();
        for name in ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf"] {
            files.push((name, prepare::text_font(&read(name)?).map_err(|error| format!("{name}: {error}"))?));
        }
        let sources =
            [read("NotoSansMath-Regular.ttf")?, read("NotoSansSymbols-Regular.ttf")?, read("NotoSansSymbols2-Regular.ttf")?];
        let sources: Vec<&[u8]> = sources.iter().map(Vec::as_slice).collect();
        files.push(("NotoSans-Signs.ttf", prepare::sign_font(&files[0].1, &sources).map_err(|error| format!("signs: {error}"))?));
        for (name, bytes) in files {
            println!("{name}: {} bytes", bytes.len());
            fs::write(to.join(name), bytes).map_err(|error| format!("{name}: {error}"))?;
        }
        Ok(())
    })();
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
