use super::*;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

fn answer(text: &str) -> String {
    let (answer, problems) = worked_out(text, day());
    assert_eq!(problems, [], "{text}");
    answer.expect("an answer").to_string()
}

fn codes(text: &str) -> Vec<(String, String)> {
    let (answer, problems) = worked_out(text, day());
    assert_eq!(answer, None, "{text}");
    problems.into_iter().map(|problem| (problem.code, problem.field)).collect()
}

fn sums(answer: &str) -> String {
    let value: Value = serde_json::from_str(answer).expect("JSON");
    let totals = &value["totals"];
    ["net", "vat", "gross"].map(|name| totals[name].as_str().expect("a string").to_owned()).join(" ")
}

#[test]
fn the_shape_that_other_programs_depend_on() {
    let given = r#"{"country":"RU","date":"2026-02-01","lines":[{"quantity":"3","price":"33.33"},{"quantity":"1","price":"10","vat":"10"}]}"#;
    let want = concat!(
        r#"{"lines":[{"net":"99.99","vat":"22.00","gross":"121.99"},{"net":"10.00","vat":"1.00","gross":"11.00"}],"#,
        r#""totals":{"net":"109.99","vat":"23.00","gross":"132.99","#,
        r#""by_rate":{"10":{"net":"10.00","vat":"1.00","gross":"11.00"},"22":{"net":"99.99","vat":"22.00","gross":"121.99"}}}}"#
    );
    assert_eq!(answer(given), want);
}

#[test]
fn the_day_of_shipment_picks_the_rate() {
    let of = |date: &str, country: &str| {
        sums(&answer(&format!(r#"{{"country":"{country}","date":"{date}","lines":[{{"quantity":"1","price":"100"}}]}}"#)))
    };
    assert_eq!(of("2025-12-31", "RU"), "100.00 20.00 120.00");
    assert_eq!(of("01.01.2026", "RU"), "100.00 22.00 122.00");
    assert_eq!(of("2026-01-01", "BY"), "100.00 20.00 120.00");
    assert_eq!(of("2026-01-01", "KZ"), "100.00 16.00 116.00");
}

#[test]
fn rates_in_every_spelling() {
    for rate in ["22", "\"22\"", "22.0", "\"22 %\"", "\"22,00\""] {
        assert_eq!(sums(&answer(&format!(r#"{{"net":"100","rate":{rate}}}"#))), "100.00 22.00 122.00", "{rate}");
    }
    assert_eq!(sums(&answer(r#"{"gross":"122","rate":"22/122"}"#)), "100.00 22.00 122.00");
    for none in ["none", "без НДС", "0"] {
        assert_eq!(sums(&answer(&format!(r#"{{"net":"100","rate":"{none}"}}"#))), "100.00 0.00 100.00", "{none}");
    }
    // 12 % is no rate of Russia; without a country nobody asked.
    assert_eq!(sums(&answer(r#"{"gross":"0.10","rate":12}"#)), "0.09 0.01 0.10");
    let (answer, problems) = worked_out(r#"{"country":"RU","net":"100","rate":12}"#, day());
    assert!(answer.is_some() && problems.iter().all(|problem| problem.code == "vat_unknown" && problem.level == Level::Warns));
}

#[test]
fn a_document_in_the_shape_of_a_record() {
    let given = r#"{"currency":"BYN","price_kind":"included","vat":"base","lines":{"b":{"order":"1","quantity":"2","price":"60","discount":"10"},"a":{"order":"2","quantity":"1","price":"12"}}}"#;
    let value: Value = serde_json::from_str(&answer(given)).expect("JSON");
    assert_eq!(value["lines"][0]["gross"], "108.00");
    assert_eq!(value["totals"]["vat"], "20.00");
}

#[test]
fn what_crosses_the_border_bears_no_vat() {
    assert_eq!(
        sums(&answer(r#"{"country":"BY","buyer_country":"RU","lines":[{"quantity":"1","price":"100"}]}"#)),
        "100.00 0.00 100.00"
    );
}

#[test]
fn numbers_never_pass_through_a_binary_fraction() {
    let given = r#"{"lines":[{"quantity":1,"price":99999999999999.99,"rate":0},{"quantity":1.000,"price":0.015,"rate":0}]}"#;
    assert_eq!(sums(&answer(given)), "100000000000000.01 0.00 100000000000000.01");
}

#[test]
fn a_row_that_carries_its_expected_sums() {
    let given = r#"{"rate":10,"mode":"on_top","rows":[{"qty":"3","price":"33.33","net":"1","vat":"10.00","gross":"2"}],"totals":{"net":"0"}}"#;
    assert_eq!(sums(&answer(given)), "99.99 10.00 109.99");
    assert_eq!(sums(&answer(r#"{"mode":"included","rate":20,"rows":[{"net":"1","gross":"120"}]}"#)), "100.00 20.00 120.00");
}

#[test]
fn corrections_may_be_negative_and_prices_may_not() {
    assert_eq!(sums(&answer(r#"{"net":"-0.05","rate":10}"#)), "-0.05 -0.01 -0.06");
    let one = |line: &str| codes(&format!(r#"{{"lines":[{line}]}}"#)).remove(0);
    assert_eq!(one(r#"{"quantity":"1","price":"-1"}"#), ("price_negative".to_owned(), "/lines/0/price".to_owned()));
    assert_eq!(one(r#"{"qty":"0","price":"1"}"#), ("quantity_not_positive".to_owned(), "/lines/0/qty".to_owned()));
    assert_eq!(
        one(r#"{"quantity":"1","price":"1","discount":"101"}"#),
        ("discount_range".to_owned(), "/lines/0/discount".to_owned())
    );
}

#[test]
fn every_mistake_is_named_with_its_place() {
    for (given, code, field) in [
        ("{", "json", ""),
        ("[]", "not_an_object", ""),
        ("{}", "lines_missing", "/lines"),
        (r#"{"lines":5}"#, "shape", "/lines"),
        (r#"{"lines":[5]}"#, "not_an_object", "/lines/0"),
        (r#"{"lines":[{}]}"#, "price_missing", "/lines/0/price"),
        (r#"{"lines":[{"price":"1"}]}"#, "quantity_missing", "/lines/0/quantity"),
        (r#"{"lines":[{"price":true,"quantity":"1"}]}"#, "shape", "/lines/0/price"),
        (r#"{"lines":[{"price":"1e9","quantity":"1"}]}"#, "entry_character", "/lines/0/price"),
        (r#"{"lines":[{"price":1e9,"quantity":"1"}]}"#, "entry_character", "/lines/0/price"),
        (r#"{"lines":[{"price":"99999999999999999999999999999","quantity":"1"}]}"#, "entry_too_large", "/lines/0/price"),
        (r#"{"lines":[{"price":"999999999999999","quantity":"1000"}]}"#, "sum_too_large", "/lines/0/price"),
        (r#"{"net":"1","gross":"2"}"#, "net_and_gross", ""),
        (r#"{"net":"1","date":"2026-02-31"}"#, "impossible_date", "/date"),
        (r#"{"net":"1","date":"22"}"#, "date_unreadable", "/date"),
        (r#"{"net":"1","country":"ZZ"}"#, "country_unknown", "/country"),
        (r#"{"net":"1","currency":"BYB"}"#, "currency_unknown", "/currency"),
        (r#"{"lines":[{"net":"1","rate":"12.5"}],"currency":"JPY"}"#, "sum_finer_than_currency", "/lines/0"),
        (r#"{"net":"1","mode":"sideways"}"#, "price_kind_unknown", "/mode"),
        (r#"{"net":"1","rate":"льготная"}"#, "vat_unknown", "/rate"),
        (r#"{"net":"1","rate":"-5"}"#, "vat_unknown", "/rate"),
    ] {
        assert_eq!(codes(given), [(code.to_owned(), field.to_owned())], "{given}");
    }
    assert_eq!(codes(r#"{"rows":[{"price":"x","qty":"1"},{"price":"1","qty":"y"}]}"#).len(), 2);
    let many = format!(r#"{{"lines":[{}]}}"#, vec![r#"{"net":"1"}"#; MAX_LINES + 1].join(","));
    assert_eq!(codes(&many), [("too_many_lines".to_owned(), "/lines".to_owned())]);
}
