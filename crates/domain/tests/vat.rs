//! VAT and totals against the shared vectors, the dated table, and rules that hold for any sum.

use chrono::NaiveDate;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;
use torgdom_domain::party::VatRegime;
use torgdom_domain::totals::{LineSums, document_totals, line_sums, share_of};
use torgdom_domain::vat::{self, PriceKind, VatCode};
use torgdom_domain::{Amount, Level, Tables};

fn amount(text: &str) -> Amount {
    text.parse().expect("a decimal")
}

fn code(text: &str) -> VatCode {
    text.parse().expect("a VAT code")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn sums(quantity: &str, price: &str, kind: PriceKind, rate: &str) -> LineSums {
    line_sums(amount(quantity), amount(price), None, kind, &code(rate)).expect("fits")
}

fn vectors() -> Value {
    serde_json::from_str(include_str!("../../../tests/vectors/vat.json")).expect("JSON")
}

fn text(row: &Value, key: &str) -> String {
    row[key].as_str().expect("a string").to_owned()
}

fn checked(row: &Value, got: &LineSums) {
    for (key, value) in [("net", got.net), ("vat", got.vat), ("gross", got.gross)] {
        assert_eq!(value, amount(&text(row, key)), "{key} of {row}");
        assert!(value.scale() <= 2, "{key} of {row}");
    }
}

#[test]
fn shared_vectors() {
    let all = vectors();
    let mut seen = 0;
    for (list, key, kind) in [("on_top", "net", PriceKind::OnTop), ("included", "gross", PriceKind::Included)] {
        for row in all[list].as_array().expect("a list") {
            checked(row, &sums("1", &text(row, key), kind, &row["rate"].to_string()));
            seen += 1;
        }
    }
    assert_eq!(seen, 63 + 68);
}

#[test]
fn shared_documents() {
    let all = vectors();
    let documents = all["docs"].as_array().expect("a list");
    assert_eq!(documents.len(), 3);
    for document in documents {
        let kind = if document["mode"] == "on_top" { PriceKind::OnTop } else { PriceKind::Included };
        let rate = document["rate"].to_string();
        let lines: Vec<(VatCode, LineSums)> = document["rows"]
            .as_array()
            .expect("rows")
            .iter()
            .map(|row| {
                let got = sums(&text(row, "qty"), &text(row, "price"), kind, &rate);
                checked(row, &got);
                (code(&rate), got)
            })
            .collect();
        let totals = document_totals(lines).expect("fits");
        for (key, value) in [("net", totals.net), ("vat", totals.vat), ("gross", totals.gross)] {
            assert_eq!(value.fixed(2), text(&document["totals"], key), "{key}");
        }
        assert_eq!(totals.by_rate[&rate].lines, amount("4"));
    }
}

#[test]
fn vat_is_the_sum_of_lines_not_of_the_total() {
    let lines = [("3", "33.33"), ("7", "14.29"), ("1", "0.05"), ("2", "19.99")];
    for (rate, kind, want) in [
        ("22", PriceKind::OnTop, "52.82"),
        ("20", PriceKind::OnTop, "48.02"),
        ("10", PriceKind::OnTop, "24.01"),
        ("10", PriceKind::Included, "21.81"),
    ] {
        let totals = document_totals(lines.iter().map(|(quantity, price)| (code(rate), sums(quantity, price, kind, rate))));
        assert_eq!(totals.expect("fits").vat.fixed(2), want, "{rate}");
    }
}

#[test]
fn calculated_codes_take_their_vat_out_of_the_sum() {
    for kind in [PriceKind::OnTop, PriceKind::Included] {
        let got = sums("1", "50000", kind, "22/122");
        assert_eq!((got.vat.fixed(2), got.gross.fixed(2)), ("9016.39".to_owned(), "50000.00".to_owned()));
    }
}

#[test]
fn without_vat_and_zero_bear_none() {
    for rate in ["none", "0"] {
        for kind in [PriceKind::OnTop, PriceKind::Included] {
            let got = sums("3", "9.99", kind, rate);
            assert_eq!((got.net, got.vat, got.gross), (amount("29.97"), Amount::ZERO, amount("29.97")));
        }
    }
}

#[test]
fn a_discount_changes_the_price_to_four_digits() {
    let got = line_sums(amount("7"), amount("10.01"), Some(amount("3.33")), PriceKind::OnTop, &code("20")).expect("fits");
    assert_eq!(got.price, amount("9.6767"));
    assert_eq!((got.net, got.vat, got.gross), (amount("67.74"), amount("13.55"), amount("81.29")));
    let whole = line_sums(amount("7"), amount("10.01"), Some(amount("100")), PriceKind::OnTop, &code("20")).expect("fits");
    assert_eq!((whole.price, whole.gross), (Amount::ZERO, Amount::ZERO));
    // Without a discount the price keeps the digits it was given.
    assert_eq!(sums("1000", "0.12345678901", PriceKind::OnTop, "0").net, amount("123.46"));
}

#[test]
fn sums_that_do_not_fit_are_refused() {
    let huge = amount("999999999999999.99");
    for (quantity, price) in [("1000000000", "999999999999"), ("999999999999999", "999999999999999"), ("2", "999999999999999.99")]
    {
        let refused = line_sums(amount(quantity), amount(price), None, PriceKind::OnTop, &code("22"));
        assert_eq!(refused.expect_err("too large").code, "sum_too_large");
    }
    let one = line_sums(Amount::ONE, huge, None, PriceKind::OnTop, &code("22"));
    assert_eq!(one.expect_err("VAT on top does not fit").code, "sum_too_large");
    let line = sums("1", "999999999999999.99", PriceKind::Included, "22");
    let total = document_totals([(code("22"), line), (code("22"), line)]);
    assert_eq!(total.expect_err("too large").code, "sum_too_large");
    // The longest factors whose product does fit are exact.
    assert_eq!(sums("1000000000", "999999.9999", PriceKind::OnTop, "0").net, amount("999999999900000"));
    assert_eq!(sums("0.00000000001", "99999999999999", PriceKind::OnTop, "0").net, amount("1000"));
}

#[test]
fn the_class_follows_the_day_of_shipment() {
    let tables = Tables::builtin();
    for (country, class, date, want) in [
        ("RU", "base", "2018-12-31", "18"),
        ("RU", "base", "2019-01-01", "20"),
        ("RU", "base", "2025-12-31", "20"),
        ("RU", "base", "2026-01-01", "22"),
        ("RU", "base", "2030-06-01", "22"),
        ("RU", "reduced", "2026-11-22", "10"),
        ("RU", "special5", "2026-11-22", "5"),
        ("RU", "special7", "2026-11-22", "7"),
        ("RU", "zero", "2026-11-22", "0"),
        ("RU", "none", "2026-11-22", "none"),
        ("BY", "base", "2026-01-01", "20"),
        ("BY", "reduced", "2026-01-01", "10"),
        ("BY", "telecom", "2026-01-01", "25"),
        ("KZ", "base", "2025-12-31", "12"),
        ("KZ", "base", "2026-01-01", "16"),
        ("KZ", "medicines", "2026-05-01", "5"),
        ("KZ", "medicines", "2027-01-01", "10"),
        ("AM", "base", "2026-01-01", "20"),
        ("KG", "base", "2026-01-01", "12"),
        ("RU", "none", "1999-01-01", "none"),
        ("BY", "zero", "2005-01-01", "0"),
        ("CN", "zero", "2026-01-01", "0"),
        ("CN", "none", "2026-01-01", "none"),
    ] {
        assert_eq!(vat::resolve(tables, country, class, day(date)), Ok((code(want), None)), "{country} {class} {date}");
    }
}

#[test]
fn a_code_stays_and_is_warned_of_out_of_its_time() {
    let tables = Tables::builtin();
    let warning = |country, choice, date| {
        let (got, problem) = vat::resolve(tables, country, choice, day(date)).expect("usable");
        assert_eq!(got.as_str(), choice);
        problem.map(|problem| (problem.code, problem.level))
    };
    let late = Some(("vat_not_in_force".to_owned(), Level::Warns));
    assert_eq!(warning("RU", "20", "2025-12-31"), None);
    assert_eq!(warning("RU", "20", "2026-01-01"), late);
    assert_eq!(warning("RU", "22", "2025-12-31"), late);
    assert_eq!(warning("RU", "20/120", "2026-01-01"), late);
    assert_eq!(warning("RU", "22/122", "2026-01-01"), None);
    assert_eq!(warning("KZ", "10", "2026-06-01"), None);
}

#[test]
fn what_no_country_of_the_table_has_is_refused() {
    let tables = Tables::builtin();
    let refused = |country, choice, date| vat::resolve(tables, country, choice, day(date)).expect_err("refused").code;
    for choice in ["33", "22 %", "calculated", "BASE", "16", "20/122", "15/115", "базовая", "-1", "\u{0}"] {
        assert_eq!(refused("RU", choice, "2026-11-22"), "vat_unknown", "{choice}");
    }
    assert_eq!(refused("RU", "", "2026-11-22"), "vat_missing");
    assert_eq!(refused("RU", "special5", "2024-12-31"), "vat_no_rate");
    assert_eq!(refused("RU", "base", "1999-01-01"), "vat_no_rate");
    assert_eq!(refused("RU", "telecom", "2026-01-01"), "vat_unknown");
    assert_eq!(refused("CN", "base", "2026-01-01"), "vat_unknown");
    assert_eq!(refused("", "22", "2026-01-01"), "vat_unknown");
}

#[test]
fn what_people_type_becomes_a_class_or_a_code() {
    let tables = Tables::builtin();
    let today = day("2026-11-22");
    for (country, typed, want) in [
        ("RU", "22", "base"),
        ("RU", "22 %", "base"),
        ("RU", " 22\u{a0}% ", "base"),
        ("RU", "НДС 22%", "base"),
        ("RU", "22,0", "base"),
        ("RU", "20", "20"),
        ("RU", "10", "reduced"),
        ("RU", "0", "zero"),
        ("RU", "0%", "zero"),
        ("RU", "5", "special5"),
        ("RU", "Без НДС", "none"),
        ("RU", "б/н", "none"),
        ("RU", "без  ндс", "none"),
        ("BY", "без ПДВ", "none"),
        ("BY", "няма", "none"),
        ("RU", "no VAT", "none"),
        ("RU", "22/122", "22/122"),
        ("RU", "20 / 120", "20/120"),
        ("RU", "base", "base"),
        ("RU", "none", "none"),
        ("BY", "20", "base"),
        ("BY", "25", "telecom"),
        ("KZ", "16", "base"),
        ("KZ", "12", "12"),
        // The law of Belarus and the УПД write calculated rates as a percent of the sum too.
        ("BY", "16,67 %", "20/120"),
        ("BY", "9.09", "10/110"),
        ("RU", "18,03%", "22/122"),
        ("RU", "16.67", "20/120"),
        ("CN", "0", "zero"),
        ("CN", "без НДС", "none"),
        ("RU", "", ""),
        ("RU", "  ", ""),
    ] {
        assert_eq!(vat::choose(tables, country, today, typed).as_deref(), Ok(want), "{country} «{typed}»");
    }
    assert_eq!(vat::choose(tables, "RU", day("2025-11-22"), "20").as_deref(), Ok("base"));
    for typed in ["33", "22/120", "abc", "%", "-22", "22 22", "без", "1e1", "２２", "ндс"] {
        let got = vat::choose(tables, "RU", today, typed);
        if typed == "без" {
            assert_eq!(got.as_deref(), Ok("none"));
        } else {
            assert_eq!(got.expect_err(typed).code, "vat_unknown", "{typed}");
        }
    }
    assert_eq!(vat::choose(tables, "CN", today, "13").expect_err("unknown").code, "vat_unknown");
}

#[test]
fn every_offered_choice_resolves_to_its_code() {
    let tables = Tables::builtin();
    for country in ["RU", "BY", "KZ", "AM", "KG", "DE", ""] {
        for date in ["2025-06-01", "2026-06-01", "2027-06-01"] {
            let offered = vat::choices(tables, country, day(date));
            assert!(offered.iter().any(|row| row.choice == "zero") && offered.iter().any(|row| row.choice == "none"));
            for row in offered {
                assert_eq!(vat::resolve(tables, country, &row.choice, day(date)), Ok((row.code.clone(), None)), "{row:?}");
                assert!(vat::is_choice(&row.choice), "{row:?}");
            }
        }
    }
    let russian: Vec<String> = vat::choices(tables, "RU", day("2026-11-22")).into_iter().map(|row| row.choice).collect();
    assert_eq!(russian, ["base", "reduced", "zero", "none", "special5", "special7", "22/122", "10/110", "5/105", "7/107"]);
}

#[test]
fn a_change_between_two_days_is_told() {
    let tables = Tables::builtin();
    let change = |country, class, a, b| vat::rate_change_between(tables, country, class, day(a), day(b));
    let russian = Some((code("20"), code("22"), day("2026-01-01")));
    assert_eq!(change("RU", "base", "2025-12-31", "2026-01-01"), russian);
    assert_eq!(change("RU", "base", "2026-03-01", "2025-10-01"), russian);
    assert_eq!(change("RU", "base", "2026-01-01", "2026-12-31"), None);
    assert_eq!(change("RU", "reduced", "2025-01-01", "2026-12-31"), None);
    assert_eq!(change("BY", "base", "2025-01-01", "2026-12-31"), None);
    assert_eq!(change("KZ", "base", "2025-12-01", "2026-02-01"), Some((code("12"), code("16"), day("2026-01-01"))));
    assert_eq!(change("RU", "20", "2025-12-31", "2026-01-01"), None);
}

#[test]
fn a_correction_of_the_table_is_the_rate() {
    let text = r#"{"table":"vat","rows":[{"country":"RU","class":"base","code":"24","from":"2028-01-01","source":"a test","checked_on":"2027-12-01"}]}"#;
    let tables = Tables::builtin().with_corrections(&[text]).expect("reads");
    let base = |date| vat::resolve(&tables, "RU", "base", day(date)).map(|(code, _)| code.to_string());
    assert_eq!((base("2027-12-31"), base("2028-01-01")), (Ok("22".to_owned()), Ok("24".to_owned())));
    // The frozen tables of the program do not change under it.
    assert_eq!(vat::resolve(Tables::builtin(), "RU", "base", day("2028-01-01")).map(|(code, _)| code), Ok(code("22")));
}

#[test]
fn regime_and_border_decide_for_a_class_and_leave_a_code() {
    let tables = Tables::builtin();
    let of = |regime, seller, buyer, choice, date| vat::default_choice(tables, regime, seller, buyer, choice, day(date));
    use VatRegime::{Exempt, General, Special5, Special7};
    for (regime, seller, buyer, choice, date, want) in [
        (General, "RU", "RU", "base", "2026-11-22", "base"),
        (General, "RU", "RU", "", "2026-11-22", "base"),
        (General, "RU", "", "reduced", "2026-11-22", "reduced"),
        (General, "BY", "RU", "base", "2026-11-22", "zero"),
        (General, "RU", "BY", "reduced", "2026-11-22", "zero"),
        (General, "RU", "KZ", "", "2026-11-22", "zero"),
        (General, "RU", "CN", "base", "2026-11-22", "zero"),
        (General, "RU", "BY", "none", "2026-11-22", "none"),
        (General, "RU", "BY", "20/120", "2026-11-22", "20/120"),
        (General, "RU", "BY", "22", "2026-11-22", "22"),
        (Exempt, "RU", "RU", "base", "2026-11-22", "none"),
        (Exempt, "BY", "RU", "base", "2026-11-22", "none"),
        (Exempt, "RU", "RU", "22", "2026-11-22", "none"),
        (Special5, "RU", "RU", "base", "2026-11-22", "special5"),
        (Special7, "RU", "RU", "reduced", "2026-11-22", "special7"),
        (Special5, "RU", "BY", "base", "2026-11-22", "zero"),
        (Special5, "RU", "RU", "none", "2026-11-22", "none"),
        (Special5, "RU", "RU", "base", "2024-12-31", "none"),
        (Special5, "BY", "BY", "base", "2026-11-22", "base"),
    ] {
        assert_eq!(of(regime, seller, buyer, choice, date), want, "{regime:?} {seller} {buyer} {choice} {date}");
    }
}

fn shares(sums: &[(&str, &str)], percent: &str) -> Vec<(String, String, String)> {
    let lines = sums.iter().map(|(rate, gross)| (code(rate), line(rate, gross)));
    let totals = document_totals(lines).expect("fits");
    let parts = share_of(&totals.by_rate, amount(percent)).expect("a share");
    parts.into_iter().map(|part| (part.code.to_string(), part.sums.gross.fixed(2), part.sums.vat.fixed(2))).collect()
}

fn line(rate: &str, gross: &str) -> LineSums {
    sums("1", gross, PriceKind::Included, rate)
}

#[test]
fn a_prepayment_is_one_line_a_rate_at_the_calculated_code() {
    let own = |rows: &[(&str, &str, &str)]| -> Vec<(String, String, String)> {
        rows.iter().map(|(a, b, c)| ((*a).to_owned(), (*b).to_owned(), (*c).to_owned())).collect()
    };
    assert_eq!(shares(&[("22", "100000")], "50"), own(&[("22/122", "50000.00", "9016.39")]));
    // Thirds of 0.01 + 0.01 + 0.01 are one kopeck together, not none.
    assert_eq!(shares(&[("0", "0.01"), ("10", "0.01"), ("22", "0.01")], "33.34"), own(&[("0", "0.01", "0.00")]));
    assert_eq!(shares(&[("none", "10"), ("22", "0")], "30"), own(&[("none", "3.00", "0.00")]));
    for percent in ["0", "-1", "100.01"] {
        let refused = share_of(&document_totals([(code("22"), line("22", "10"))]).expect("fits").by_rate, amount(percent));
        assert_eq!(refused.expect_err("refused").code, "share_out_of_range");
    }
}

fn rates() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["0", "none", "5", "7", "10", "12", "16", "20", "22", "25", "20/120", "22/122", "10/110"])
}

fn kinds() -> impl Strategy<Value = PriceKind> {
    prop::sample::select(vec![PriceKind::OnTop, PriceKind::Included])
}

fn decimal(units: i64, scale: u32) -> Amount {
    Amount::new(Decimal::new(units, scale)).expect("fits")
}

proptest! {
    #[test]
    fn totals_are_the_sums_of_lines(rows in prop::collection::vec((-1_000_000..1_000_000_i64, 0..100_000_000_i64, rates()), 0..40), kind in kinds()) {
        let lines: Vec<(VatCode, LineSums)> = rows
            .iter()
            .map(|(quantity, price, rate)| {
                let code = code(rate);
                let sums = line_sums(decimal(*quantity, 3), decimal(*price, 4), None, kind, &code).expect("fits");
                (code, sums)
            })
            .collect();
        let totals = document_totals(lines.clone()).expect("fits");
        let plain = |of: fn(&LineSums) -> Amount| lines.iter().map(|(_, sums)| of(sums).decimal()).sum::<Decimal>();
        prop_assert_eq!(totals.net.decimal(), plain(|sums| sums.net));
        prop_assert_eq!(totals.vat.decimal(), plain(|sums| sums.vat));
        prop_assert_eq!(totals.gross.decimal(), plain(|sums| sums.gross));
        prop_assert_eq!(totals.net.decimal() + totals.vat.decimal(), totals.gross.decimal());
        let by_rate: Decimal = totals.by_rate.values().map(|rate| rate.gross.decimal()).sum();
        prop_assert_eq!(by_rate, totals.gross.decimal());
    }

    /// Whole kopecks reckoned in integers, an independent way to the same sums.
    #[test]
    fn sums_agree_with_integer_arithmetic(kopecks in 0..100_000_000_000_i64, rate in prop::sample::select(vec![0_i64, 5, 7, 10, 12, 16, 20, 22, 25])) {
        let half_up = |numerator: i64, denominator: i64| (2 * numerator + denominator) / (2 * denominator);
        let price = decimal(kopecks, 2);
        let on_top = line_sums(Amount::ONE, price, None, PriceKind::OnTop, &code(&rate.to_string())).expect("fits");
        prop_assert_eq!(on_top.vat, decimal(half_up(kopecks * rate, 100), 2));
        let included = line_sums(Amount::ONE, price, None, PriceKind::Included, &code(&rate.to_string())).expect("fits");
        prop_assert_eq!(included.vat, decimal(half_up(kopecks * rate, 100 + rate), 2));
        // Taking the VAT out of what it was put on gives the same VAT, to the kopeck.
        let back = line_sums(Amount::ONE, on_top.gross, None, PriceKind::Included, &code(&rate.to_string())).expect("fits");
        prop_assert!((back.vat.decimal() - on_top.vat.decimal()).abs() <= Decimal::new(1, 2));
    }

    #[test]
    fn a_return_mirrors_its_sale(quantity in 1..1_000_000_i64, price in 0..1_000_000_000_i64, rate in rates(), kind in kinds(), discount in 0..10_000_i64) {
        let of = |quantity| line_sums(decimal(quantity, 3), decimal(price, 4), Some(decimal(discount, 2)), kind, &code(rate)).expect("fits");
        let (sale, back) = (of(quantity), of(-quantity));
        prop_assert_eq!(sale.net.decimal(), -back.net.decimal());
        prop_assert_eq!(sale.vat.decimal(), -back.vat.decimal());
        prop_assert_eq!(sale.gross.decimal(), -back.gross.decimal());
    }

    #[test]
    fn any_factors_give_an_answer_or_a_refusal(quantity in any::<i64>(), price in any::<i64>(), q_scale in 4..12_u32, p_scale in 4..12_u32, rate in rates(), kind in kinds()) {
        let exact = i128::from(quantity) * i128::from(price);
        match line_sums(decimal(quantity, q_scale), decimal(price, p_scale), None, kind, &code(rate)) {
            Ok(sums) => {
                let unit = 10_i128.pow(q_scale + p_scale - 2);
                let rounded = exact.signum() * ((exact.abs() + unit / 2) / unit);
                let amount = if kind == PriceKind::OnTop && !rate.contains('/') { sums.net } else { sums.gross };
                prop_assert_eq!(amount.decimal(), Decimal::from_i128_with_scale(rounded, 2));
                prop_assert_eq!(sums.net.decimal() + sums.vat.decimal(), sums.gross.decimal());
            }
            Err(problem) => prop_assert_eq!(problem.code, "sum_too_large"),
        }
    }

    #[test]
    fn shares_add_up(grosses in prop::collection::btree_map(rates(), -10_000_000..10_000_000_i64, 1..8), percent in 1..=10_000_i64) {
        let lines = grosses.iter().map(|(rate, gross)| (code(rate), line(rate, &decimal(*gross, 2).to_string())));
        let totals = document_totals(lines).expect("fits");
        let parts = share_of(&totals.by_rate, decimal(percent, 2)).expect("a share");
        let kopecks = i128::from(grosses.values().sum::<i64>()) * i128::from(percent);
        let whole = kopecks.signum() * ((kopecks.abs() + 5_000) / 10_000);
        let sum: Decimal = parts.iter().map(|part| part.sums.gross.decimal()).sum();
        prop_assert_eq!(sum, Decimal::from_i128_with_scale(whole, 2));
        for (rate, gross) in &grosses {
            let part = parts.iter().find(|part| part.of.as_str() == *rate).map_or(Decimal::ZERO, |part| part.sums.gross.decimal());
            let exact = Decimal::from(gross * percent) / Decimal::from(1_000_000);
            prop_assert!((part - exact).abs() < Decimal::new(1, 2));
        }
    }
}
