//! The line-entry grid under fast hands: by keyboard only, from Excel, and cut short by a power cut.

use serde_json::{Value, json};
use torgdom_tests::wait::until;
use torgdom_tests::window::Window;

use crate::hand::{Hand, lines, record, saved, shown, stands_in};

/// A buyer of the demonstration, found by the beginning of its tax number.
const BUYER: (&str, &str) = ("77998094", "ООО «Кузьминки-Механика»");

/// Ten articles of the demonstration as a clerk types them, with how many are sold.
const TEN: [(&str, &str); 10] = [
    ("вт-70", "2"),
    ("да-15", "3"),
    ("ду-2м", "1"),
    ("пр-145", "1"),
    ("кпс-4г", "1"),
    ("плн-3-35", "2"),
    ("рт-32", "15"),
    ("сх-50", "7"),
    ("шк-90", "33"),
    ("шр-40", "4,5"),
];

/// A decimal as a whole number of its parts: `12.5` with two places is 1250.
fn parts(decimal: &str, places: usize) -> i128 {
    let (whole, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
    assert!(fraction.len() <= places, "{decimal} has more than {places} places");
    format!("{whole}{fraction:0<places$}").parse().expect("a decimal has digits")
}

fn kopecks(sum: &Value) -> i128 {
    parts(sum.as_str().expect("a sum is text"), 2)
}

/// Net, VAT and gross in kopecks of a line whose price is without VAT, halves up, by the arithmetic of a schoolbook.
fn reckoned(line: &Value, view: &Value) -> [i128; 3] {
    let text = |value: &Value| value.as_str().expect("a number is text").to_owned();
    let net = (parts(&text(&line["price"]), 6) * parts(&text(&line["quantity"]), 6) + 5_000_000_000) / 10_000_000_000;
    let vat = (net * parts(&text(&view["vat_code"]), 0) + 50) / 100;
    [net, vat, net + vat]
}

#[test]
fn ten_lines_by_keyboard_only() {
    let desk = Window::with_demonstration();
    desk.see("23 ноября");
    let hand = Hand::on(&desk);
    let deal = hand.new_deal(BUYER.0, BUYER.1);
    let head = hand.pressed();
    for (article, quantity) in TEN {
        hand.line(article, quantity);
    }
    let keys = hand.pressed() - head;
    desk.see("10 строк");
    saved(&desk);

    let kept = record(&desk, &deal);
    let typed = lines(&kept);
    let sold: Vec<(String, String)> = typed
        .iter()
        .map(|(_, line)| (line["article"].as_str().unwrap().to_lowercase(), line["quantity"].as_str().unwrap().to_owned()))
        .collect();
    let meant = TEN.map(|(article, quantity)| (article.to_owned(), quantity.replace(',', ".")));
    assert_eq!(sold, meant);

    assert_eq!(kept["body"]["price_kind"], "on_top");
    let views = kept["derived"]["lines"].as_array().unwrap();
    let mut sums = [0; 3];
    for ((_, line), view) in typed.iter().zip(views) {
        let parts = reckoned(line, view);
        assert_eq!(["net", "vat", "gross"].map(|part| kopecks(&view[part])), parts, "{line}");
        sums.iter_mut().zip(parts).for_each(|(sum, part)| *sum += part);
    }
    let totals = &kept["derived"]["totals"];
    assert_eq!(["net", "vat", "gross"].map(|part| kopecks(&totals[part])), sums);
    desk.see(&shown(&totals["gross"]));

    hand.press("Ctrl+Enter");
    desk.see("проведена");
    println!("{keys} keys for ten lines, {} with the head and the end", hand.pressed());
    assert!(hand.pressed() <= 110, "{} keys for a deal of ten lines", hand.pressed());
    assert_eq!(desk.faults(), Vec::<String>::new());
}

/// Ten rows as Excel copies them: article, name, unit, quantity, price. One price is no number.
fn ten_rows() -> String {
    (1..=10)
        .map(|row| {
            let price = if row == 4 { "по запросу".to_owned() } else { format!("{row}50,25") };
            format!("\tКронштейн К-{row}\tшт\t{row}\t{price}\r\n")
        })
        .collect()
}

/// Puts text on the system's clipboard as another program would, and comes back to where the focus was.
fn copy_in_excel(desk: &Window, text: &str) {
    let open = "window.__was = document.activeElement;\
        window.__sheet = document.body.appendChild(document.createElement('textarea'));\
        window.__sheet.value = arguments[0]; window.__sheet.select(); window.__sheet.focus();";
    desk.ask(open, &[json!(text)]);
    desk.press("Ctrl+C");
    desk.ask("window.__sheet.remove(); window.__was.focus();", &[]);
}

#[test]
fn ten_lines_pasted_from_excel() {
    let desk = Window::with_demonstration();
    desk.see("23 ноября");
    let hand = Hand::on(&desk);
    let deal = hand.new_deal(BUYER.0, BUYER.1);
    copy_in_excel(&desk, &ten_rows());
    hand.press("Ctrl+V");
    desk.see("новых строк: 10, не принято: 1").see("Строка 4, столбец 5:").see("по запросу");

    let kept = record(&desk, &deal);
    let pasted = lines(&kept);
    let prices: Vec<&str> = pasted.iter().map(|(_, line)| line["price"].as_str().unwrap_or_default()).collect();
    assert_eq!(prices, ["150.25", "250.25", "350.25", "", "550.25", "650.25", "750.25", "850.25", "950.25", "1050.25"]);
    assert_eq!(pasted[3].1["quantity"], "4", "only the bad cell is left out");
    assert_eq!(pasted[9].1["name"], "Кронштейн К-10");

    stands_in(&desk, "grid Строки");
    hand.press("Ctrl+Z");
    until(&"the paste taken back", || lines(&record(&desk, &deal)).is_empty().then_some(()));
    desk.see("0 строк");
    assert!(!desk.has("row", "Кронштейн К-10"));
    hand.press("Ctrl+Y");
    desk.see("10 строк");
    assert!(desk.has("row", "Кронштейн К-10"));
    assert_eq!(lines(&record(&desk, &deal)), pasted);
    assert_eq!(desk.faults(), Vec::<String>::new());
}

/// How many lines the screen says are kept; none when it does not say so.
fn said_to_be_saved(text: &str) -> usize {
    let count = text.lines().find_map(|line| line.split_once(" строк")?.0.parse().ok());
    if text.contains("Сохранено") && !text.contains("Сохраняется") { count.unwrap_or(0) } else { 0 }
}

#[test]
fn a_kill_while_typing_loses_nothing_that_was_shown_as_saved() {
    let mut desk = Window::with_demonstration();
    desk.see("23 ноября");
    // The current goes out in the middle of an article, right after a line was begun, in the middle of a quantity.
    for (article, begun, quantity) in [("пр-1", false, ""), (TEN[3].0, true, ""), (TEN[3].0, true, "12")] {
        let hand = Hand::on(&desk);
        let deal = hand.new_deal(BUYER.0, BUYER.1);
        for (article, quantity) in &TEN[..3] {
            hand.line(article, quantity);
        }
        desk.see("3 строки");
        saved(&desk);
        let kept = record(&desk, &deal);
        hand.write(article);
        if begun {
            hand.press("Enter").write(quantity);
        }
        let said = said_to_be_saved(&desk.text());

        desk = desk.kill().start();
        let found = record(&desk, &deal);
        let found_lines = lines(&found);
        assert!((said.max(3)..=4).contains(&found_lines.len()), "{} lines, {said} were said to be saved", found_lines.len());
        assert_eq!(found_lines[..3], lines(&kept));
        assert_eq!(found["body"]["counterparty"], kept["body"]["counterparty"]);
        if let Some((_, line)) = found_lines.get(3) {
            let whole = ["good", "article", "name", "unit", "price"].map(|field| line[field].as_str().unwrap_or_default());
            assert!(whole.iter().all(|text| !text.is_empty()), "a line is whole or is not there: {line}");
        }
        assert_eq!(desk.call("verify", &json!({})), Ok(json!([])));

        let hand = Hand::on(&desk);
        desk.see("23 ноября");
        hand.press("Alt+2");
        stands_in(&desk, "grid Сделки");
        desk.see(&shown(&found["derived"]["totals"]["gross"]));
    }
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn closing_in_the_middle_of_a_cell_keeps_what_was_typed() {
    let desk = Window::with_demonstration();
    desk.see("23 ноября");
    let hand = Hand::on(&desk);
    let deal = hand.new_deal(BUYER.0, BUYER.1);
    hand.write(TEN[0].0).press("Enter").write("12");
    let desk = desk.close().start();

    let found = record(&desk, &deal);
    let quantities: Vec<Value> = lines(&found).into_iter().map(|(_, line)| line["quantity"].clone()).collect();
    assert_eq!(quantities, [json!("12")], "closing asks nothing and loses nothing");
}
