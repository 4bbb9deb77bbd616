//! Prints what an invoice costs: `cargo run -p torgdom-documents --release --example invoice_timing`
//!
//! With a folder as argument it writes the sample papers there instead.

#[path = "../tests/samples/mod.rs"]
mod samples;

use std::path::Path;
use std::time::{Duration, Instant};

use torgdom_documents::{Images, Lang, Marking, Paper, invoice, merge};
use torgdom_domain::Tables;
use torgdom_domain::invoice::IssuedInvoice;
use torgdom_domain::vat::PriceKind;

fn main() {
    match std::env::args_os().nth(1) {
        Some(folder) => write_samples(Path::new(&folder)),
        None => print_times(),
    }
}

fn make(doc: &IssuedInvoice) -> Paper {
    invoice(doc, &Images::default(), Lang::Ru, Marking::Issued, Tables::builtin()).expect("a paper")
}

fn print_times() {
    let start = Instant::now();
    let paper = make(&samples::russian_of(20));
    println!("first invoice of the process: {:.2} ms", milliseconds(start.elapsed()));
    for (lines, rounds) in [(20, 500), (100, 100), (500, 30)] {
        let doc = samples::russian_of(lines);
        let paper = make(&doc);
        println!(
            "{lines} lines: {:.2} ms CPU (median), {} bytes, {} pages",
            median(&doc, rounds),
            paper.bytes.len(),
            paper.pages
        );
    }
    let papers: Vec<Vec<u8>> = (0..500).map(|_| paper.bytes.clone()).collect();
    let start = Instant::now();
    let merged = merge(&papers).expect("papers");
    println!("joining 500: {:.0} ms, {} bytes", milliseconds(start.elapsed()), merged.len());
}

/// Median of the processor's time an invoice, milliseconds.
fn median(doc: &IssuedInvoice, rounds: usize) -> f64 {
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let start = processor_time();
            std::hint::black_box(make(doc));
            processor_time().saturating_sub(start)
        })
        .collect();
    times.sort_unstable();
    milliseconds(times[times.len() / 2])
}

/// What this thread has used of the processor (Linux); elsewhere the wall's time, which is the same on a quiet machine.
fn processor_time() -> Duration {
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    let used = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = used.as_deref().and_then(|used| used.split_whitespace().next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

fn write_samples(folder: &Path) {
    let write = |name: &str, doc: &IssuedInvoice, lang, marking| {
        let paper = invoice(doc, &Images::default(), lang, marking, Tables::builtin()).expect("a paper");
        println!("{name}: {} pages, {} bytes", paper.pages, paper.bytes.len());
        std::fs::write(folder.join(name), paper.bytes).expect("a folder to write to");
    };
    let russian = samples::russian();
    let draft = IssuedInvoice { number: String::new(), ..russian.clone() };
    let included = IssuedInvoice { price_kind: PriceKind::Included, ..russian.clone() };
    let prepaid = IssuedInvoice { price_kind: PriceKind::Included, ..russian.clone() };
    let rows = [
        ("", "Аванс за товары по спецификации № 9, ставка 22 %", "", "1", "50000", "22/122"),
        ("", "Аванс за товары по спецификации № 9, ставка 10 %", "", "1", "11000", "10/110"),
    ];
    let exempt: Vec<_> = samples::RUSSIAN_ROWS.iter().map(|row| (row.0, row.1, row.2, row.3, row.4, "none")).collect();
    write("ru.pdf", &russian, Lang::Ru, Marking::Issued);
    write("by.pdf", &samples::belarusian(), Lang::Ru, Marking::Issued);
    write("by-be.pdf", &samples::belarusian(), Lang::Be, Marking::Issued);
    write("ru-en.pdf", &russian, Lang::En, Marking::Copy);
    write("draft.pdf", &draft, Lang::Ru, Marking::Draft);
    write("void.pdf", &IssuedInvoice { void_reason: "Ошибка в цене".into(), ..russian.clone() }, Lang::Ru, Marking::Void);
    write("included.pdf", &samples::with_rows(included, &samples::RUSSIAN_ROWS), Lang::Ru, Marking::Issued);
    write("prepaid.pdf", &samples::with_rows(prepaid, &rows), Lang::Ru, Marking::Issued);
    write("exempt.pdf", &samples::with_rows(russian.clone(), &exempt), Lang::Ru, Marking::Issued);
    write_with_pictures(folder);
    write("by-codes.pdf", &samples::with_codes(samples::belarusian()), Lang::Ru, Marking::Issued);
    write("by-en.pdf", &samples::with_codes(samples::belarusian()), Lang::En, Marking::Issued);
    write("ru-export.pdf", &samples::russian_export(), Lang::Ru, Marking::Issued);
    let mut wide = samples::with_rows(
        russian.clone(),
        &[("ОЧЕНЬ-ДЛИННЫЙ-АРТИКУЛ-2026/77", "Насос шестерённый НШ-32А-3, правый, с муфтой", "шт", "1", "10", "22")],
    );
    for line in wide.lines.values_mut() {
        line.quantity = samples::amount("999999999999999.999");
        line.price = samples::amount("999999999999999.9999");
        line.net = samples::amount("999999999999999.99");
        (line.vat, line.gross, line.discount) = (line.net, line.net, Some(samples::amount("12.5")));
        (wide.totals.net, wide.totals.vat, wide.totals.gross) = (line.net, line.net, line.net);
    }
    wide.note = "Слово к слову. ".repeat(30);
    wide.consignee = Some(wide.seller.clone());
    write("wide.pdf", &wide, Lang::Ru, Marking::Issued);
    for count in [1, 5, 20, 24, 26, 28, 31, 33, 35, 100] {
        write(&format!("ru-{count}.pdf"), &samples::russian_of(count), Lang::Ru, Marking::Issued);
    }
}

/// Logo, stamp and signature drawn here: a bar, a ring and a wave.
fn write_with_pictures(folder: &Path) {
    let images = Images {
        logo: Some(drawing(400, 100, |_, y| (10..90).contains(&y))),
        stamp: Some(drawing(400, 400, |x, y| {
            let square = (x - 200) * (x - 200) + (y - 200) * (y - 200);
            (36_000..40_000).contains(&square) || (20_000..21_000).contains(&square)
        })),
        signatures: [("s1".to_owned(), drawing(300, 100, |x, y| (y - 50 - (x % 60 - 30).abs()).abs() < 4))].into(),
    };
    let paper = invoice(&samples::russian(), &images, Lang::Ru, Marking::Issued, Tables::builtin()).expect("a paper");
    println!("pictures.pdf: {} pages, {} bytes", paper.pages, paper.bytes.len());
    std::fs::write(folder.join("pictures.pdf"), paper.bytes).expect("a folder to write to");
}

fn drawing(width: u32, height: u32, is_blue: impl Fn(i32, i32) -> bool) -> Vec<u8> {
    let mut data = Vec::new();
    for y in 0..height as i32 {
        for x in 0..width as i32 {
            data.extend([30, 60, 160, if is_blue(x, y) { 200 } else { 0 }]);
        }
    }
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.write_header().expect("a header").write_image_data(&data).expect("data");
    file
}
