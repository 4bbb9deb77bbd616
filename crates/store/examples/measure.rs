//! Figures of a store with very many records: `measure DIR N`. Prints one line a figure; `cargo xtask bench desk` has
//! the comparison with peers.

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use torgdom_records::{Change, Kind, Op, Origin, State};
use torgdom_store::{ListQuery, OpenOptions, Position, Sort, SortColumn, Store, StoreError, Tab};

const BATCH: u64 = 5_000;
const STEMS: [&str; 24] = [
    "агро",
    "строй",
    "маш",
    "тех",
    "снаб",
    "торг",
    "пром",
    "авто",
    "мед",
    "хим",
    "энерго",
    "лес",
    "метал",
    "электро",
    "гидро",
    "вест",
    "союз",
    "альфа",
    "бел",
    "рос",
    "мин",
    "заок",
    "ниж",
    "сиб",
];
const ENDS: [&str; 12] =
    ["сервис", "комплект", "инвест", "групп", "ресурс", "линия", "центр", "мир", "дом", "плюс", "мост", "град"];

fn main() -> Result<(), StoreError> {
    let mut arguments = std::env::args().skip(1);
    let dir = arguments.next().unwrap_or_else(|| "measure.profile".to_owned());
    let n: u64 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(100_000);
    let passphrase = std::env::var("TORGDOM_PASSPHRASE").ok();
    let options = OpenOptions { create: true, passphrase, ..OpenOptions::default() };
    if !Store::exists(Path::new(&dir)) {
        fill(&Store::open(Path::new(&dir), options.clone())?, n)?;
    }
    let began = Instant::now();
    let store = Store::open(Path::new(&dir), options)?;
    store.read(|reader| reader.list(&ListQuery::new(Kind::Invoice)))?;
    say("open and first list", began.elapsed());
    pages(&store)?;
    keystrokes(&store)?;
    saves(&store)
}

fn say(what: &str, took: Duration) {
    println!("{what:<60} {:>10.3} ms", took.as_secs_f64() * 1e3);
}

fn id(kind: u8, n: u64) -> String {
    format!("0199a{:03x}-{:04x}-7{kind:03x}-8{:03x}-{n:012x}", n >> 36, (n >> 20) & 0xffff, (n >> 8) & 0xfff)
}

/// Well mixed bits of n.
fn mixed(n: u64) -> u64 {
    let z = (n ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn pick<'a>(items: &[&'a str], bits: u64) -> &'a str {
    items[usize::try_from(bits % items.len() as u64).unwrap_or(0)]
}

fn change(kind: Kind, id: String, op: Op) -> Change {
    Change { id, kind, op, author: "Мера".to_owned(), at: "2026-11-22T12:00:00+03:00".to_owned(), together: None }
}

fn body(value: Value) -> torgdom_records::Body {
    value.as_object().cloned().unwrap_or_default()
}

fn counterparty(n: u64) -> Change {
    let bits = mixed(n + 1);
    let name = format!("ООО «{}{}-{}»", pick(&STEMS, bits), pick(&ENDS, bits >> 8), pick(&STEMS, bits >> 16));
    let value = json!({"name": name, "country": if bits.is_multiple_of(3) { "BY" } else { "RU" }, "tax_id": format!("{:010}", bits % 10_000_000_000),
        "buyer": true, "phone": "+7 495 000-00-00", "addresses": {"1": {"text": "Москва, ул. Складская, 7", "order": "1"}}});
    change(Kind::Counterparty, id(1, n), Op::Create { state: State::Live, body: body(value) })
}

fn invoice(n: u64, parties: u64) -> Change {
    let bits = mixed(n + 7);
    let day = n % 540;
    let date = format!("{}-{:02}-{:02}", 2025 + day / 360, day % 360 / 30 + 1, day % 28 + 1);
    let value = json!({"number": format!("ЗМ-{n:06}"), "date": date, "due": date, "organisation": id(9, 0), "counterparty": id(1, bits % parties),
        "currency": "RUB", "totals": {"net": "100", "vat": "22", "gross": format!("{}.{:02}", bits % 1_000_000, bits % 100)},
        "lines": {"1": {"name": "Насос НШ-32А-3", "quantity": "10", "price": "10", "net": "100", "vat": "22", "gross": "122", "order": "1"}}});
    change(Kind::Invoice, id(2, n), Op::Issue { body: body(value) })
}

fn fill(store: &Store, n: u64) -> Result<(), StoreError> {
    let began = Instant::now();
    for (what, make) in
        [("counterparties", &(|at| counterparty(at)) as &dyn Fn(u64) -> Change), ("invoices", &|at| invoice(at, n))]
    {
        let began = Instant::now();
        for from in (0..n).step_by(usize::try_from(BATCH).unwrap_or(1)) {
            store.write_bulk(|writer| {
                (from..(from + BATCH).min(n)).try_for_each(|at| writer.apply(&make(at), &Origin::Local).map(drop))
            })?;
        }
        say(&format!("{n} {what} written"), began.elapsed());
    }
    let search = Instant::now();
    store.finish_bulk()?;
    say("blocks, counts, search built", search.elapsed());
    say("all", began.elapsed());
    Ok(())
}

/// The median and the worst of a few runs; the first run apart, it reads from disk.
fn timed(what: &str, mut run: impl FnMut() -> Result<(), StoreError>) -> Result<(), StoreError> {
    let mut took = Vec::new();
    for _ in 0..21 {
        let began = Instant::now();
        run()?;
        took.push(began.elapsed());
    }
    let first = took.remove(0);
    took.sort();
    println!(
        "{what:<60} first {:>9.3}  median {:>9.3}  worst {:>9.3} ms",
        first.as_secs_f64() * 1e3,
        took[10].as_secs_f64() * 1e3,
        took[19].as_secs_f64() * 1e3
    );
    Ok(())
}

fn pages(store: &Store) -> Result<(), StoreError> {
    for kind in [Kind::Counterparty, Kind::Invoice] {
        let query = ListQuery { today: "2026-11-22".parse().ok(), ..ListQuery::new(kind) };
        let total = store.read(|reader| reader.count(&query))?;
        let page = |what: &str, query: &ListQuery| {
            timed(&format!("{kind}: {what}"), || store.read(|reader| reader.list(query)).map(drop))
        };
        page("first page", &query)?;
        page("middle page", &ListQuery { position: Position::Offset(total / 2), ..query.clone() })?;
        page("last page", &ListQuery { position: Position::Last, ..query.clone() })?;
        page("offset total - 1000", &ListQuery { position: Position::Offset(total.saturating_sub(1000)), ..query.clone() })?;
        if kind == Kind::Invoice {
            page("late, middle", &ListQuery { tab: Tab::Late, position: Position::Offset(total / 3), ..query.clone() })?;
            page("to pay, middle", &ListQuery { tab: Tab::ToPay, position: Position::Offset(total / 2), ..query.clone() })?;
            page("drafts", &ListQuery { tab: Tab::Drafts, ..query.clone() })?;
            for column in [SortColumn::Total, SortColumn::Number, SortColumn::Counterparty] {
                let sorted = ListQuery { sort: Some(Sort { column, descending: true }), ..query.clone() };
                page(&format!("by {column:?}, first"), &sorted)?;
                page(&format!("by {column:?}, middle"), &ListQuery { position: Position::Offset(total / 2), ..sorted })?;
            }
            page("one counterparty", &ListQuery { counterparty: Some(id(1, 5)), ..query.clone() })?;
            page(
                "one organisation, middle",
                &ListQuery { organisation: Some(id(9, 0)), position: Position::Offset(total / 2), ..query.clone() },
            )?;
            page("a month", &ListQuery { from: "2026-01-01".parse().ok(), to: "2026-01-31".parse().ok(), ..query.clone() })?;
            page("text маш", &ListQuery { text: "маш".to_owned(), ..query.clone() })?;
        }
        timed(&format!("{kind}: tab counts"), || store.read(|reader| reader.tab_counts(&query)).map(drop))?;
        timed(&format!("{kind}: sums"), || store.read(|reader| reader.sums(&query)).map(drop))?;
    }
    Ok(())
}

fn keystrokes(store: &Store) -> Result<(), StoreError> {
    for (what, text) in [
        ("one letter", "а"),
        ("two letters", "аг"),
        ("prefix", "агросер"),
        ("two words", "агросервис строй"),
        ("inside a word", "осерв"),
        ("tax id", "12345"),
        ("number", "1234"),
        ("wrong layout", "fuhjcth"),
        ("typo", "агросервсс"),
        ("miss", "щщщщщщ"),
    ] {
        timed(&format!("search of all kinds, {what}: {text}"), || store.read(|reader| reader.search(None, text, 20)).map(drop))?;
        timed(&format!("search of counterparties, {what}: {text}"), || {
            store.read(|reader| reader.search(Some(Kind::Counterparty), text, 20)).map(drop)
        })?;
    }
    timed("similar counterparties", || store.read(|reader| reader.similar_counterparties("ООО Агросервис-маш")).map(drop))
}

fn saves(store: &Store) -> Result<(), StoreError> {
    let lines: serde_json::Map<String, Value> = (0..10)
        .map(|n| (id(5, n), json!({"name": "Насос", "article": "НШ-32", "unit": "796", "quantity": "3", "price": "1250.5", "order": n.to_string()})))
        .collect();
    let mut n = u64::from(std::process::id()) << 16;
    timed("save of a ten-line deal", || {
        n += 1;
        let value = json!({"date": "2026-11-22", "organisation": id(9, 0), "counterparty": id(1, n % 1000), "currency": "RUB", "lines": lines});
        let change = change(Kind::Deal, id(3, n), Op::Create { state: State::Draft, body: body(value) });
        store.write(|writer| writer.apply(&change, &Origin::Local)).map(drop)
    })?;
    timed("edit of one of its fields", || {
        let (deal, note) = (id(3, n), Instant::now());
        store.write(|writer| {
            let record = writer.get(&deal)?.ok_or_else(|| StoreError::NotFound(deal.clone()))?;
            let mut new = record.body.clone();
            new.insert("note".to_owned(), json!(format!("{note:?}")));
            let edits = torgdom_records::diff(&record.body, &new);
            writer.apply(&change(Kind::Deal, deal.clone(), Op::Edit { edits }), &Origin::Local).map(drop)
        })
    })
}
