//! What is wrong with a card or a document, in tables: a valid one with one thing changed, and the code that says it.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};
use torgdom_domain::contract::Contract;
use torgdom_domain::counterparty::Counterparty;
use torgdom_domain::deal::Deal;
use torgdom_domain::good::Good;
use torgdom_domain::invoice::{InvoiceDraft, Numbering, compose};
use torgdom_domain::linked::Linked;
use torgdom_domain::organisation::Organisation;
use torgdom_domain::payment::Payment;
use torgdom_domain::{Level, Problem, Tables};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

fn read<T: serde::de::DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).expect("a shape")
}

/// `base` with the values at `changes` put in; `null` removes.
fn changed(base: &Value, changes: &[(&str, Value)]) -> Value {
    let mut value = base.clone();
    for (path, new) in changes {
        let mut at = &mut value;
        let keys: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        for key in &keys[..keys.len() - 1] {
            at = at.as_object_mut().expect("an object").entry(*key).or_insert_with(|| Value::Object(Map::new()));
        }
        let at = at.as_object_mut().expect("an object");
        match new {
            Value::Null => at.remove(keys[keys.len() - 1]),
            new => at.insert(keys[keys.len() - 1].to_owned(), new.clone()),
        };
    }
    value
}

fn organisation() -> Value {
    json!({
        "name": "ООО «Торговый дом «Заречье-М»", "country": "RU", "tax_id": "7707083893", "kpp": "770701001", "currency": "RUB",
        "accounts": {"a": {"number": "40702810900000002851", "bic": "044030827", "currency": "RUB", "main": true}},
        "signers": {"s": {"name": "Ковальчук Е. С.", "role": "head", "basis": "Устав"}}
    })
}

fn counterparty() -> Value {
    json!({"name": "ООО «Агроснаб»", "country": "RU", "tax_id": "7736050003", "kpp": "773601001"})
}

fn contract() -> Value {
    json!({"number": "17/2026", "date": "2026-02-03", "organisation": "o", "counterparty": "c", "currency": "RUB", "to": "2027-12-31"})
}

fn invoice() -> Value {
    json!({
        "date": "2026-11-19", "organisation": "o", "counterparty": "c", "contract": "k", "currency": "RUB", "due": "2026-11-30",
        "lines": {"l": {"order": "1", "name": "Насос", "unit": "796", "quantity": "3", "price": "33.33", "vat": "base"}}
    })
}

fn codes(problems: &[Problem], level: Option<Level>) -> Vec<(&str, &str)> {
    problems
        .iter()
        .filter(|problem| level.is_none_or(|level| problem.level == level))
        .map(|problem| (problem.code.as_str(), problem.field.as_str()))
        .collect()
}

#[test]
fn valid_cards_have_no_problems() {
    let tables = Tables::builtin();
    assert_eq!(read::<Organisation>(organisation()).problems(tables, today()), []);
    assert_eq!(read::<Counterparty>(counterparty()).problems(tables, today()), []);
    assert_eq!(read::<Contract>(contract()).problems(tables, today()), []);
}

#[test]
fn what_blocks_for_oneself_only_warns_for_others() {
    let wrong = [("/tax_id", json!("7707083894"))];
    let own = read::<Organisation>(changed(&organisation(), &wrong)).problems(Tables::builtin(), today());
    assert_eq!(codes(&own, Some(Level::BlocksIssue)), [("identifier_checksum", "/tax_id")]);
    let theirs = read::<Counterparty>(changed(&counterparty(), &wrong)).problems(Tables::builtin(), today());
    assert_eq!(codes(&theirs, Some(Level::Warns)), [("identifier_checksum", "/tax_id")]);
    let excused = [("/tax_id", json!("7707083894")), ("/tax_id_reason", json!("старая запись"))];
    assert_eq!(read::<Counterparty>(changed(&counterparty(), &excused)).problems(Tables::builtin(), today()), []);
}

/// What is changed, and the problem's code and field.
type Case<'c> = (&'c [(&'c str, Value)], &'c str, &'c str);

#[test]
fn requisites_one_by_one() {
    let cases: &[Case<'_>] = &[
        (&[("/name", json!("  "))], "name_missing", "/name"),
        (&[("/name", json!("a\u{0}b"))], "control_characters", "/name"),
        (&[("/name", json!("я".repeat(2_001)))], "text_too_long", "/name"),
        (&[("/country", Value::Null)], "country_missing", "/country"),
        (&[("/country", json!("XX"))], "country_unknown", "/country"),
        (&[("/tax_id", Value::Null)], "tax_id_missing", "/tax_id"),
        (&[("/kpp", Value::Null)], "kpp_missing", "/kpp"),
        (&[("/kpp", json!("77070100"))], "identifier_length", "/kpp"),
        (&[("/kind", json!("sole_trader")), ("/kpp", Value::Null)], "tax_id_other_kind", "/tax_id"),
        (&[("/ogrn", json!("1022500001328"))], "identifier_checksum", "/ogrn"),
        (
            &[("/accounts/b/number", json!("40702810900000002852")), ("/accounts/b/bic", json!("044030827"))],
            "identifier_checksum",
            "/accounts/b/number",
        ),
        (&[("/accounts/b/number", json!("40702810900000002851"))], "bic_missing", "/accounts/b/bic"),
        (
            &[("/accounts/b/number", json!("BY23AKBB30120000059140000000")), ("/accounts/b/bic", json!("SVKBBY2X"))],
            "identifier_bank_mismatch",
            "/accounts/b/bic",
        ),
        (
            &[
                ("/accounts/b/number", json!("40702810900000002851")),
                ("/accounts/b/bic", json!("044030827")),
                ("/accounts/b/currency", json!("BYN")),
            ],
            "account_other_currency",
            "/accounts/b/currency",
        ),
        (&[("/signers/s/to", json!("2026-11-21"))], "authority_expired", "/signers/s/to"),
        (&[("/credit_limit", json!("-1")), ("/credit_currency", json!("RUB"))], "sum_negative", "/credit_limit"),
    ];
    for (changes, code, field) in cases {
        let problems = read::<Counterparty>(changed(&counterparty(), changes)).problems(Tables::builtin(), today());
        assert!(codes(&problems, None).contains(&(code, field)), "{changes:?}: {problems:?}");
    }
}

#[test]
fn contracts_goods_and_payments_one_by_one() {
    let tables = Tables::builtin();
    let of_contract = |changes: &[(&str, Value)]| read::<Contract>(changed(&contract(), changes)).problems(tables, today());
    for (changes, code, field) in [
        (&[("/number", json!(""))][..], "number_missing", "/number"),
        (&[("/to", json!("2026-11-21"))], "contract_expired", "/to"),
        (&[("/to", json!("2026-12-10"))], "contract_expires_soon", "/to"),
        (&[("/to", json!("2026-01-01"))], "dates_reversed", "/to"),
        (&[("/date", json!("1026-01-01"))], "date_out_of_range", "/date"),
        (&[("/incoterms", json!("DAP"))], "incoterms_place_missing", "/incoterms_place"),
        (&[("/incoterms", json!("DAF"))], "incoterms_unknown", "/incoterms"),
        (&[("/rate_clause/pay_currency", json!("RUB"))], "rate_clause_same_currency", "/rate_clause/pay_currency"),
        (&[("/vat", json!("половина"))], "vat_unknown", "/vat"),
        (&[("/payment_terms/parts/p/share", json!("60"))], "terms_shares_not_hundred", "/payment_terms/parts"),
    ] {
        assert!(codes(&of_contract(changes), None).contains(&(code, field)), "{changes:?}: {:?}", of_contract(changes));
    }
    let good = |changes: Value| read::<Good>(changes).problems(tables, today());
    assert!(
        codes(&good(json!({"name": "Н", "unit": "796", "gtin": "4810268035044"})), None)
            .contains(&("identifier_checksum", "/gtin"))
    );
    assert!(
        codes(&good(json!({"name": "Н", "unit": "796", "net_mass": "2", "gross_mass": "1"})), None)
            .contains(&("gross_less_than_net", "/gross_mass"))
    );
    let payment = json!({"date": "2026-11-20", "organisation": "o", "counterparty": "c", "currency": "RUB", "amount": "100"});
    let of_payment = |changes: &[(&str, Value)]| read::<Payment>(changed(&payment, changes)).problems(tables, today());
    assert_eq!(of_payment(&[]), []);
    assert!(
        codes(&of_payment(&[("/allocations/i/amount", json!("100.01"))]), None)
            .contains(&("allocated_more_than_paid", "/allocations"))
    );
    assert!(codes(&of_payment(&[("/amount", json!("0.001"))]), None).contains(&("sum_too_precise", "/amount")));
    assert!(codes(&of_payment(&[("/date", json!("2026-11-23"))]), None).contains(&("date_in_future", "/date")));
}

#[test]
fn a_deal_across_the_change_of_rate_is_told() {
    let (organisation, counterparty): (Organisation, Counterparty) = (read(organisation()), read(counterparty()));
    let linked = Linked { organisation: Some(&organisation), counterparty: Some(&counterparty), ..Linked::default() };
    let deal: Deal = read(changed(&invoice(), &[("/date", json!("2025-12-20")), ("/shipment_date", json!("2026-01-15"))]));
    let problems = deal.problems(&linked, Tables::builtin(), today());
    let change = problems.iter().find(|problem| problem.code == "vat_rate_changes").expect("is told");
    assert_eq!((change.params["old"].as_str(), change.params["new"].as_str()), ("20\u{a0}%", "22\u{a0}%"));
    assert_eq!(deal.calculate(&linked, Tables::builtin(), today()).totals.by_rate.keys().collect::<Vec<_>>(), ["22"]);
}

#[test]
fn an_issued_invoice_is_the_draft_with_everything_copied() {
    let (organisation, counterparty, contract): (Organisation, Counterparty, Contract) =
        (read(organisation()), read(counterparty()), read(contract()));
    let linked = Linked {
        organisation: Some(&organisation),
        counterparty: Some(&counterparty),
        contract: Some(&contract),
        consignee: None,
    };
    let numbering = Numbering { number: "1197".to_owned(), series: "s".to_owned(), draft: "d".to_owned() };
    let draft: InvoiceDraft = read(invoice());
    let issued = compose(&draft, &linked, &numbering, Tables::builtin(), today()).expect("nothing blocks");
    assert_eq!(
        (issued.totals.net.to_string(), issued.totals.vat.to_string(), issued.totals.gross.to_string()),
        ("99.99".to_owned(), "22".to_owned(), "121.99".to_owned())
    );
    assert_eq!(
        (issued.seller.tax_id.as_str(), issued.buyer.name.as_str(), issued.basis.number.as_str()),
        ("7707083893", "ООО «Агроснаб»", "17/2026")
    );
    assert_eq!((issued.account.bic.as_str(), issued.signers.len(), issued.lines["l"].unit_sign.as_str()), ("044030827", 1, "шт"));
    assert_eq!(issued.tables, Tables::builtin().version);

    let blocked = |changes: &[(&str, Value)]| {
        compose(&read(changed(&invoice(), changes)), &linked, &numbering, Tables::builtin(), today()).expect_err("blocks")
    };
    for (changes, code) in [
        (&[("/lines", json!({}))][..], "lines_missing"),
        (&[("/lines/l/price", json!("-1"))], "price_negative"),
        (&[("/lines/l/quantity", json!("0"))], "quantity_not_positive"),
        (&[("/lines/l/quantity", json!("999999999999999")), ("/lines/l/price", json!("999999999999999"))], "sum_too_large"),
        (&[("/currency", json!("EUR"))], "account_missing_for_currency"),
        (&[("/counterparty", json!(""))], "counterparty_missing"),
        (&[("/lines/l/price", json!("0"))], "total_zero"),
    ] {
        assert!(codes(&blocked(changes), None).iter().any(|(found, _)| *found == code), "{changes:?}: {:?}", blocked(changes));
    }
}

#[test]
fn goods_that_cross_the_border_bear_zero() {
    let (organisation, counterparty): (Organisation, Counterparty) =
        (read(organisation()), read(json!({"name": "ОАО «Завод»", "country": "BY", "tax_id": "100582333"})));
    let linked = Linked { organisation: Some(&organisation), counterparty: Some(&counterparty), ..Linked::default() };
    let draft: InvoiceDraft = read(invoice());
    let totals = draft.calculate(&linked, Tables::builtin(), today()).totals;
    assert_eq!((totals.vat.to_string(), totals.gross.to_string()), ("0".to_owned(), "99.99".to_owned()));
}

#[test]
fn five_thousand_and_one_lines_are_refused() {
    let line = invoice()["lines"]["l"].clone();
    let lines: Map<String, Value> = (0..5_001).map(|n| (format!("{n:05}"), line.clone())).collect();
    let deal: Deal = read(changed(&invoice(), &[("/lines", Value::Object(lines))]));
    let problems = deal.problems(&Linked::default(), Tables::builtin(), today());
    assert!(problems.iter().any(|problem| problem.code == "too_many_lines" && problem.level == Level::BlocksSave));
}
