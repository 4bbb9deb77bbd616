//! An invoice of twenty lines as a PDF, one and a thousand, beside the limit and beside what others make of it.

use std::fmt::Write as _;

use anyhow::{Context, Result, anyhow};
use serde_json::{Value, json};
use torgdom_documents::page::Command;
use torgdom_documents::{Images, Lang, Marking, Paper, invoice, merge, payment_qr_text, qr};
use torgdom_domain::Tables;
use torgdom_domain::invoice::IssuedInvoice;

use super::limit;
use super::measure::{Times, spent};
use super::peers::Peers;
use super::report::{Goal, Report, number};

#[path = "../../../crates/documents/tests/samples/mod.rs"]
#[expect(dead_code, reason = "the papers' tests use the rest")]
mod samples;

const LIMIT_RATIO: f64 = 1.6;
const TYPST_RATIO: f64 = 6.0;
const REPORTLAB_RATIO: f64 = 20.0;
const BYTES: f64 = 40_000.0;
const LINES: usize = 20;

/// How much is made: the small run shows that it can be.
#[derive(Clone, Copy, Debug)]
pub struct Amounts {
    pub batch: usize,
    /// Ours and the peers take turns.
    pub rounds: usize,
    /// Of each peer in a round.
    pub peer: usize,
}

/// # Errors
/// A paper cannot be made.
pub fn measure(report: &mut Report, amounts: Amounts, peers: Option<&mut Peers>) -> Result<()> {
    let documents: Vec<IssuedInvoice> = (0..amounts.batch).map(numbered).collect();
    let (cold, took) = spent(|| ours(&documents[0]));
    let size = cold?.bytes.len();
    report.figure("the first invoice of a process: processor", &format!("{} ms", number(took.cpu.as_secs_f64() * 1000.0)));
    let (mut of_ours, mut of_limit, mut of_layout) = (Times::default(), Times::default(), Times::default());
    let mut others: Vec<(String, Times, usize)> = Vec::new();
    let mut papers = Vec::with_capacity(amounts.batch);
    let mut limit_size = 0;
    let mut peers = peers;
    for round in documents.chunks(amounts.batch.div_ceil(amounts.rounds).max(1)) {
        for document in round {
            papers.push(of_ours.take(|| ours(document))?.bytes);
            let pages = of_layout.take(|| layout(document))?;
            let code = payment_qr_text(document);
            limit_size = of_limit.take(|| limit::pdf(&pages, code.as_deref()))?.len();
        }
        if let Some(peers) = peers.as_deref_mut() {
            let content: Vec<Value> = round.iter().cycle().take(amounts.peer).map(content).collect::<Result<_>>()?;
            for (place, (name, times, bytes)) in peers.make(&content)?.into_iter().enumerate() {
                match others.get_mut(place) {
                    Some((_, known, _)) => known.join(&times),
                    None => others.push((name, times, bytes)),
                }
            }
        }
    }
    let mean = papers.iter().map(Vec::len).sum::<usize>() / papers.len().max(1);
    let (merged, joining) = spent(|| merge(&papers));
    let merged = merged?;
    report.note(&format!("{} different invoices of {LINES} lines with payment code; processor time, medians", papers.len()));
    report.goal("ours: bytes", size.max(mean) as f64, "", Goal::AtMost(BYTES));
    let median = of_ours.cpu(50);
    let ours = format!(
        "{} ms p99 {}, {mean} bytes; words and layout alone {} ms",
        number(median),
        number(of_ours.cpu(99)),
        number(of_layout.cpu(50))
    );
    report.figure("ours (printpdf, tags, metadata, identity)", &ours);
    report.figure(
        "limit (pdf-writer, pages given, fonts ready, deflate 6)",
        &format!("{} ms, {limit_size} bytes", number(of_limit.cpu(50))),
    );
    report.goal("ours beside the limit", median / of_limit.cpu(50), "x", Goal::AtMost(LIMIT_RATIO));
    for (name, times, bytes) in &others {
        report.figure(name, &format!("{} ms, {bytes} bytes, {} made", number(times.cpu(50)), times.count()));
        let least = if name.starts_with("typst") { TYPST_RATIO } else { REPORTLAB_RATIO };
        report.goal(&format!("{name} beside ours"), times.cpu(50) / median, "x", Goal::AtLeast(least));
    }
    let joined = format!("{} ms more, {} bytes", number(joining.cpu.as_secs_f64() * 1000.0), merged.len());
    report.figure(&format!("the {} joined into one file", papers.len()), &joined);
    Ok(())
}

fn numbered(n: usize) -> IssuedInvoice {
    let mut document = samples::russian_of(LINES);
    document.number = format!("{}", 1_000 + n);
    document.buyer.name = format!("ООО «Агроснаб-Заокский {n}»");
    document
}

fn ours(document: &IssuedInvoice) -> Result<Paper> {
    Ok(invoice(document, &Images::default(), Lang::Ru, Marking::Issued, Tables::builtin())?)
}

fn layout(document: &IssuedInvoice) -> Result<Vec<torgdom_documents::page::Page>> {
    let pages = invoice::invoice_pages(document, &Images::default(), Lang::Ru, Marking::Issued, Tables::builtin())?;
    if pages.iter().flat_map(|page| &page.commands).any(|command| matches!(command, Command::Picture { .. })) {
        return Err(anyhow!("the limit draws no pictures"));
    }
    Ok(pages)
}

fn day(date: Option<chrono::NaiveDate>) -> String {
    date.map(|date| date.format("%d.%m.%Y").to_string()).unwrap_or_default()
}

/// What the peers are given: texts ready to be set, in the order of our paper, the code as a text and as a path.
fn content(document: &IssuedInvoice) -> Result<Value> {
    let (seller, buyer, account) = (&document.seller, &document.buyer, &document.account);
    let party = |party: &torgdom_domain::invoice::PartySnapshot| {
        format!("{}, ИНН {}, КПП {}, {} {}", party.name, party.tax_id, party.kpp, party.address, party.phone)
    };
    let lines: Vec<Vec<String>> = document
        .lines
        .values()
        .enumerate()
        .map(|(index, line)| {
            let sums = [line.net, line.vat, line.gross].map(|sum| sum.fixed(2).replace('.', ","));
            let [net, vat, gross] = sums;
            let (quantity, price) = (line.quantity.to_string(), line.price.fixed(2).replace('.', ","));
            vec![
                (index + 1).to_string(),
                line.article.clone(),
                line.name.clone(),
                line.unit_sign.clone(),
                quantity,
                price,
                net,
                format!("{} %", line.vat_code),
                vat,
                gross,
            ]
        })
        .collect();
    let sum = |amount: torgdom_domain::Amount| amount.fixed(2).replace('.', ",");
    let rate = |(code, rate): (&String, &torgdom_domain::invoice::RateTotal)| {
        [format!("По ставке {code} %, позиций {}", rate.lines), sum(rate.net), sum(rate.vat), sum(rate.gross)]
    };
    let all = &document.totals;
    let last = ["Итого к оплате, руб.".to_owned(), sum(all.net), sum(all.vat), sum(all.gross)];
    let totals: Vec<[String; 4]> = all.by_rate.iter().map(rate).chain([last]).collect();
    let text = payment_qr_text(document).context("the sample can be paid by code")?;
    let code = qr::modules(&text)?;
    let dark = rectangles(&code);
    let mut path = String::new();
    for [x, y, width, height] in &dark {
        write!(path, "M{x} {y}h{width}v{height}h-{width}z")?;
    }
    let date = day(document.date);
    Ok(json!({
        "title": format!("Счёт на оплату № {} от {date}", document.number),
        "bank": [
            [format!("Банк получателя: {}", account.bank_name), format!("БИК {}", account.bic)],
            [format!("Корр. счёт {}", account.corr_account), format!("Счёт {}", account.number)],
            [format!("Получатель: {}", seller.name), format!("ИНН {} КПП {}", seller.tax_id, seller.kpp)],
        ],
        "parties": [
            ["Поставщик", party(seller)],
            ["Покупатель", party(buyer)],
            ["Основание", format!("Договор поставки № {}, спецификация № {}", document.basis.number, document.basis.specification)],
        ],
        "head": ["№", "Артикул", "Товар", "Ед.", "Кол-во", "Цена", "Сумма без НДС", "НДС", "Сумма НДС", "Всего с НДС"],
        "lines": lines,
        "totals": totals,
        "notes": [
            ["Всего", format!("Наименований {LINES}, на сумму {} руб., в том числе НДС {} руб.", sum(all.gross), sum(all.vat))],
            // The sum of the sample, whose lines are the same in each document.
            ["Прописью", "Два миллиона четыреста девяносто одна тысяча триста сорок два рубля 14 копеек".to_owned()],
            ["Срок оплаты", format!("до {} включительно (7 банковских дней от даты счёта), 100 % предоплата", day(document.due))],
            ["Назначение", format!("Оплата по счёту № {} от {date}, договор № {}. В т. ч. НДС {}", document.number, document.basis.number, sum(all.vat))],
            ["Поставка", format!("{}, {} {}, Incoterms 2020", document.delivery, document.incoterms, document.incoterms_place)],
            ["Действителен", format!("до {}", day(document.valid_until))],
        ],
        "foot": format!("Счёт № {} от {date} · {} · {}", document.number, seller.name, buyer.name),
        "signers": document.signers.values().map(|signer| format!("{} ______________ {}", signer.post, signer.name)).collect::<Vec<_>>(),
        "code": { "text": text, "side": code.side, "path": path, "dark": dark },
    }))
}

/// The dark modules as rectangles (x, y, width, height): runs, joined downwards where the row below has the same run. The
/// fewer a peer is given, the less it has to draw.
fn rectangles(code: &qr::Modules) -> Vec<[usize; 4]> {
    let mut done: Vec<[usize; 4]> = Vec::new();
    let mut open: Vec<[usize; 4]> = Vec::new();
    for y in 0..code.side {
        let mut next = Vec::new();
        let mut x = 0;
        while x < code.side {
            let start = x;
            while x < code.side && code.is_dark(x, y) {
                x += 1;
            }
            if x > start {
                match open.iter().position(|above| above[0] == start && above[2] == x - start) {
                    Some(at) => {
                        let [x, y, width, height] = open.swap_remove(at);
                        next.push([x, y, width, height + 1]);
                    }
                    None => next.push([start, y, x - start, 1]),
                }
            }
            x += 1;
        }
        done.append(&mut open);
        open = next;
    }
    done.append(&mut open);
    done
}
