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
use torgdom_domain::price_list::PriceList;
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

/// One's own requisites go on paper: whatever fails its check blocks, and no reason excuses it.
#[test]
fn nothing_excuses_ones_own_numbers() {
    let account = |number: &str, bic: &str| json!({"number": number, "bic": bic, "reason": "так дал банк"});
    let cases: &[(&str, Value, &str)] = &[
        ("/okpo", json!("00032538"), "identifier_checksum"),
        ("/ogrn", json!("1022500001328"), "identifier_checksum"),
        ("/divisions/d", json!({"kpp": "00AB12345"}), "identifier_format"),
        ("/addresses/a", json!({"gln": "4810268000004"}), "identifier_checksum"),
        ("/tax_ids/t", json!({"country": "BY", "value": "100582334", "reason": "старый"}), "identifier_checksum"),
        ("/accounts/b", account("40702810900000002852", "044030827"), "identifier_checksum"),
        ("/accounts/b", account("BY24AKBB30120000059140000000", "AKBBBY2X"), "identifier_checksum"),
        ("/accounts/b", account("BY23AKBB30120000059140000000", "OLMPBY2X"), "identifier_bank_mismatch"),
    ];
    for (path, value, code) in cases {
        let own = read::<Organisation>(changed(&organisation(), &[(path, value.clone())])).problems(Tables::builtin(), today());
        let blocking = codes(&own, Some(Level::BlocksIssue));
        assert!(blocking.len() == 1 && blocking[0].0 == *code && blocking[0].1.starts_with(path), "{path} {value}: {own:?}");
        let theirs =
            read::<Counterparty>(changed(&counterparty(), &[(path, value.clone())])).problems(Tables::builtin(), today());
        assert!(codes(&theirs, Some(Level::BlocksIssue)).is_empty(), "{path} {value}: {theirs:?}");
        let excused = value.get("reason").is_some();
        assert_eq!(theirs.is_empty(), excused, "{path} {value}: {theirs:?}");
    }
}

#[test]
fn an_invoice_is_not_issued_under_a_wrong_tax_number() {
    let counterparty: Counterparty = read(counterparty());
    for (field, value, code) in [
        ("/tax_id", "7707083894", "identifier_checksum"),
        ("/kpp", "770701", "identifier_length"),
        ("/tax_id", "", "organisation_incomplete"),
    ] {
        let organisation: Organisation =
            read(changed(&organisation(), &[(field, json!(value)), ("/tax_id_reason", json!("так"))]));
        let linked = Linked { organisation: Some(&organisation), counterparty: Some(&counterparty), ..Linked::default() };
        let found = compose(&read(invoice()), &linked, &Numbering::default(), Tables::builtin(), today()).expect_err("blocks");
        assert_eq!(codes(&found, None), [(code, "/organisation")], "{field} {value}");
    }
}

/// What was pasted with its spaces is the same number, and each mistake is told once, as what it is.
#[test]
fn numbers_set_apart_are_the_same_numbers() {
    let account = |number: &str, bic: &str| json!({"number": number, "bic": bic});
    let of = |changes: &[(&str, Value)]| -> Vec<(String, String)> {
        let found = read::<Counterparty>(changed(&counterparty(), changes)).problems(Tables::builtin(), today());
        found.into_iter().map(|problem| (problem.code, problem.params.get("kind").cloned().unwrap_or_default())).collect()
    };
    let told = |code: &str, kind: &str| vec![(code.to_owned(), kind.to_owned())];
    assert_eq!(of(&[("/tax_id", json!("7736 0500 03"))]), []);
    assert_eq!(of(&[("/accounts/b", account("40702 810 9 0000 0002851", "044030827"))]), []);
    assert_eq!(of(&[("/accounts/b", account("40702.810.9.0000\u{a0}0002851", "044 030 827"))]), []);
    assert_eq!(of(&[("/accounts/b", account("BY23 AKBB 3012 0000 0591 4000 0000", "AKBB BY 2X"))]), []);
    let wrong = account("BY24AKBB30120000059140000000", "AKBBBY2X");
    assert_eq!(of(&[("/accounts/b", wrong)]), told("identifier_checksum", "iban"));
    let no_bic = account("BY23AKBB30120000059140000000", "AKBB2X");
    assert_eq!(of(&[("/accounts/b", no_bic)]), told("identifier_format", "bic"));
    // A sole trader's number has fifteen digits and no КПП beside it.
    let trader = [("/kind", json!("sole_trader")), ("/tax_id", json!("500100732259")), ("/kpp", Value::Null)];
    let with_ogrn = |ogrn: &str| of(&[&trader[..], &[("/ogrn", json!(ogrn))]].concat());
    assert_eq!(with_ogrn("304500116000157"), []);
    assert_eq!(with_ogrn("1027700132195"), told("identifier_length", "ogrnip"));
    assert_eq!(of(&[("/ogrn", json!("304500116000157"))]), told("identifier_length", "ogrn"));
}

/// A key of a map is anybody's text: its pointer is escaped, so that the field is found again.
#[test]
fn fields_point_into_maps_with_any_key() {
    let odd: Counterparty = read(changed(&counterparty(), &[]));
    let mut odd = serde_json::to_value(odd).expect("serialises");
    odd["accounts"] = json!({"a/b~c": {"number": "1", "bic": "x"}});
    odd["payment_terms"] = json!({"parts": {"p/q": {"share": "50", "days": "1"}}});
    let found = read::<Counterparty>(odd.clone()).problems(Tables::builtin(), today());
    assert!(!found.is_empty());
    for problem in &found {
        assert!(odd.pointer(&problem.field).is_some(), "{problem:?}");
    }
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
        (&[("/signers/s/post", json!("a\nb"))], "control_characters", "/signers/s/post"),
        (&[("/signers/s/basis", json!("я".repeat(2_001)))], "text_too_long", "/signers/s/basis"),
        (&[("/signers/s/limit", json!("-1"))], "sum_negative", "/signers/s/limit"),
        (&[("/contacts/k/name", json!("a\u{202e}b"))], "control_characters", "/contacts/k/name"),
        (&[("/accounts/b/bank_address", json!("a\u{0}b"))], "control_characters", "/accounts/b/bank_address"),
        (&[("/divisions/d/address", json!("a\u{7}b"))], "control_characters", "/divisions/d/address"),
        (&[("/tax_id_reason", json!("a\u{0}b"))], "control_characters", "/tax_id_reason"),
        (&[("/manager", json!("a\u{0}b"))], "control_characters", "/manager"),
        (&[("/payment_terms/note", json!("a\u{0}b"))], "control_characters", "/payment_terms/note"),
        (
            &[("/tax_ids/t", json!({"country": "BY", "value": "100582333", "from": "2026-02-01", "to": "2026-01-01"}))],
            "dates_reversed",
            "/tax_ids/t/to",
        ),
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
    for (card, code, field) in [
        (json!({"certificates": {"c": {"from": "2026-12-02", "to": "2026-12-01"}}}), "dates_reversed", "/certificates/c/to"),
        (json!({"certificates": {"c": {"to": "2026-11-21"}}}), "certificate_expired", "/certificates/c/to"),
        (json!({"certificates": {"c": {"name": "a\u{0}"}}}), "control_characters", "/certificates/c/name"),
        (json!({"batches": {"b": {"made": "2026-12-02", "expires": "2026-12-01"}}}), "dates_reversed", "/batches/b/expires"),
        (json!({"batches": {"b": {"expires": "2026-11-21"}}}), "batch_expired", "/batches/b/expires"),
        (json!({"origin": "ZZ"}), "country_unknown", "/origin"),
        (json!({"tnved": "8413"}), "identifier_length", "/tnved"),
        (json!({"vat": "половина"}), "vat_unknown", "/vat"),
        (json!({"unit": "бочка"}), "unit_unknown", "/unit"),
        (json!({"warranty": "-1"}), "sum_negative", "/warranty"),
    ] {
        assert!(codes(&good(card.clone()), None).contains(&(code, field)), "{card}: {:?}", good(card.clone()));
    }
    assert_eq!(good(json!({"name": "Н", "unit": "796", "origin": "ES", "tnved": "8413 70 300 0"})), []);
    let prices = |list: Value| read::<PriceList>(list).problems(tables);
    for (list, code, field) in [
        (json!({"from": "1026-01-01"}), "date_out_of_range", "/from"),
        (json!({"from": "2026-02-01", "to": "2026-01-01"}), "dates_reversed", "/to"),
        (json!({"prices": {"g": {"price": "-1"}}}), "price_negative", "/prices/g/price"),
        (json!({"prices": {"g": {"price": "1", "from": "3026-01-01"}}}), "date_out_of_range", "/prices/g/from"),
        (json!({"currency": "XXX"}), "currency_unknown", "/currency"),
    ] {
        assert!(codes(&prices(list.clone()), None).contains(&(code, field)), "{list}: {:?}", prices(list.clone()));
    }
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
    // Lines whose own rate does not change, and what crosses the border, are not concerned.
    let told = |changes: &[(&str, Value)], buyer: &str| {
        let across = [("/date", json!("2025-12-20")), ("/shipment_date", json!("2026-01-15"))];
        let deal: Deal = read(changed(&invoice(), &[&across[..], changes].concat()));
        let counterparty: Counterparty = read(json!({"name": "ОАО «Завод»", "country": buyer}));
        let linked = Linked { organisation: Some(&organisation), counterparty: Some(&counterparty), ..Linked::default() };
        codes(&deal.problems(&linked, Tables::builtin(), today()), None).contains(&("vat_rate_changes", "/shipment_date"))
    };
    assert!(told(&[], "RU") && told(&[], "") && !told(&[], "BY"));
    for (vat, is_told) in [("base", true), ("", true), ("reduced", false), ("none", false), ("zero", false), ("20", false)] {
        assert_eq!(told(&[("/lines/l/vat", json!(vat))], "RU"), is_told, "«{vat}»");
    }
    // A draft without a date is as of today.
    let undated: Deal = read(changed(&invoice(), &[("/date", Value::Null), ("/shipment_date", json!("2026-01-15"))]));
    let on = |today: &str| undated.problems(&linked, Tables::builtin(), today.parse().expect("a day"));
    assert!(codes(&on("2025-12-20"), None).contains(&("vat_rate_changes", "/shipment_date")));
    assert!(!codes(&on("2026-01-10"), None).iter().any(|(code, _)| *code == "vat_rate_changes"));
}

/// A prepayment bears the rate of the day it comes on, the goods that of their shipment.
#[test]
fn a_prepayment_across_the_change_of_rate() {
    let (organisation, counterparty): (Organisation, Counterparty) = (read(organisation()), read(counterparty()));
    let linked = Linked { organisation: Some(&organisation), counterparty: Some(&counterparty), ..Linked::default() };
    let of = |scope: &str, date: &str, vat: &str| {
        let changes = [
            ("/scope", json!(scope)),
            ("/date", json!(date)),
            ("/shipment_date", json!("2026-01-15")),
            ("/lines/l/vat", json!(vat)),
        ];
        let draft: InvoiceDraft = read(changed(&invoice(), &changes));
        let calculated = draft.calculate(&linked, Tables::builtin(), today());
        let late = calculated.problems.iter().any(|problem| problem.code == "vat_not_in_force");
        (calculated.totals.by_rate.into_keys().next().unwrap_or_default(), late)
    };
    assert_eq!(of("prepayment", "2025-12-20", "20/120"), ("20/120".to_owned(), false));
    assert_eq!(of("prepayment", "2025-12-20", "22/122"), ("22/122".to_owned(), true));
    assert_eq!(of("prepayment", "2026-01-10", "22/122"), ("22/122".to_owned(), false));
    assert_eq!(of("whole", "2025-12-20", "base"), ("22".to_owned(), false));
}

/// A due date that was counted without a published calendar is said to be a guess.
#[test]
fn a_due_date_in_a_year_without_a_calendar_is_told() {
    let counterparty: Counterparty = read(counterparty());
    let terms = json!({"p": {"kind": "deferral", "share": "100", "days": "45", "event": "invoice"}});
    let of = |country: &str, due: Value| {
        let organisation: Organisation = read(changed(&organisation(), &[("/country", json!(country))]));
        let linked = Linked { organisation: Some(&organisation), counterparty: Some(&counterparty), ..Linked::default() };
        let draft: InvoiceDraft = read(changed(&invoice(), &[("/payment_terms/parts", terms.clone()), ("/due", due)]));
        draft.problems(&linked, Tables::builtin(), today()).into_iter().find(|problem| problem.code == "calendar_unknown")
    };
    // 19.11.2026 + 45 = 03.01.2027: transfers of 2027 are published for Russia, not for Belarus.
    assert_eq!(of("RU", Value::Null), None);
    let told = of("BY", Value::Null).expect("is told");
    assert_eq!((told.field.as_str(), told.level, told.params["year"].as_str()), ("/due", Level::Warns, "2027"));
    assert_eq!(of("BY", json!("2027-01-04")), None, "a day set by hand is no guess");
    assert!(of("KZ", Value::Null).is_some());
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

/// Sums are rounded to hundredths: what has none of them (yen) is issued only where every sum is whole.
#[test]
fn a_currency_without_hundredths_takes_whole_sums_only() {
    use torgdom_domain::deal::Deal;
    use torgdom_domain::linked::Linked;
    let deal = |price: &str| -> Deal {
        serde_json::from_value(json!({
            "organisation": "o", "counterparty": "c", "currency": "JPY", "date": "2026-11-22",
            "lines": {"a": {"order": "1", "name": "Насос", "unit": "796", "quantity": "1", "price": price, "vat": "0"}},
        }))
        .expect("a deal")
    };
    let finer = |price: &str| -> Vec<String> {
        let found = deal(price).problems(&Linked::default(), Tables::builtin(), today());
        found.into_iter().filter(|problem| problem.code == "sum_finer_than_currency").map(|problem| problem.field).collect()
    };
    assert_eq!(finer("100.5"), ["/lines/a/price"]);
    assert!(finer("100").is_empty());
}
