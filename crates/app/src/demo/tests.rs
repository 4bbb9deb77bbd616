//! What the demonstration promises: counts, dates, sums, numbers that pass their checks, the same records every time.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use serde::de::DeserializeOwned;
use torgdom_domain::contract::Contract;
use torgdom_domain::counterparty::Counterparty;
use torgdom_domain::deal::Deal;
use torgdom_domain::good::Good;
use torgdom_domain::identifiers::{Kind, check};
use torgdom_domain::invoice::{InvoiceDraft, IssuedInvoice};
use torgdom_domain::linked::Linked;
use torgdom_domain::organisation::Organisation;
use torgdom_domain::payment::Payment;
use torgdom_domain::price_list::PriceList;
use torgdom_domain::series::Series;
use torgdom_domain::{Level, Problem, Tables};

use super::{Demonstration, Seeded, Step, demonstration, masses};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// Days on which the demonstration may be started: an ordinary one, the edges, clocks that are wrong.
fn days() -> [NaiveDate; 6] {
    ["2026-11-22", "2026-11-23", "2026-03-02", "2027-08-14", "2031-01-01", "1970-01-01"].map(day)
}

/// The records of a kind in some states, read into their shape.
fn read<T: DeserializeOwned>(demonstration: &Demonstration, kind: &str, states: &[&str]) -> Vec<(String, T)> {
    let wanted = demonstration.records().filter(|record| record.kind == kind && states.contains(&record.state));
    wanted
        .map(|record| (record.id.clone(), serde_json::from_value(record.body.clone()).expect("the shape of the kind")))
        .collect()
}

/// Everything by id, for following references.
struct Books {
    organisations: BTreeMap<String, Organisation>,
    counterparties: BTreeMap<String, Counterparty>,
    contracts: BTreeMap<String, Contract>,
    deals: BTreeMap<String, Deal>,
    papers: BTreeMap<String, IssuedInvoice>,
    drafts: BTreeMap<String, InvoiceDraft>,
    payments: BTreeMap<String, Payment>,
    goods: BTreeMap<String, Good>,
}

impl Books {
    fn of(demonstration: &Demonstration) -> Self {
        Self {
            organisations: read(demonstration, "organisation", &["live"]).into_iter().collect(),
            counterparties: read(demonstration, "counterparty", &["live"]).into_iter().collect(),
            contracts: read(demonstration, "contract", &["live"]).into_iter().collect(),
            deals: read(demonstration, "deal", &["issued", "draft"]).into_iter().collect(),
            papers: read(demonstration, "invoice", &["issued", "void"]).into_iter().collect(),
            drafts: read(demonstration, "invoice", &["draft"]).into_iter().collect(),
            payments: read(demonstration, "payment", &["issued"]).into_iter().collect(),
            goods: read(demonstration, "good", &["live"]).into_iter().collect(),
        }
    }

    fn linked(&self, organisation: &str, counterparty: &str, contract: &str) -> Linked<'_> {
        Linked {
            organisation: Some(&self.organisations[organisation]),
            counterparty: Some(&self.counterparties[counterparty]),
            contract: (!contract.is_empty()).then(|| &self.contracts[contract]),
            consignee: None,
        }
    }

    /// What came for each paper.
    fn paid(&self) -> BTreeMap<&str, Decimal> {
        let mut paid = BTreeMap::new();
        for (invoice, share) in self.payments.values().flat_map(|payment| &payment.allocations) {
            *paid.entry(invoice.as_str()).or_default() += share.amount.decimal();
        }
        paid
    }
}

/// The demonstrations of [`days`], made once for all tests.
static MADE: LazyLock<Vec<(NaiveDate, Demonstration, Books)>> = LazyLock::new(|| {
    days()
        .into_iter()
        .map(|today| {
            let demonstration = demonstration(today, Tables::builtin());
            let books = Books::of(&demonstration);
            (today, demonstration, books)
        })
        .collect()
});

fn made(today: NaiveDate) -> (&'static Demonstration, &'static Books) {
    let found = MADE.iter().find(|(day, ..)| *day == today).expect("one of the days");
    (&found.1, &found.2)
}

#[test]
fn the_same_day_gives_the_same_records() {
    let once = demonstration(day("2026-11-22"), Tables::builtin());
    assert!(once == demonstration(day("2026-11-22"), Tables::builtin()));
    assert!(once != demonstration(day("2026-11-23"), Tables::builtin()));
}

#[test]
fn the_promised_numbers_of_records() {
    for today in days() {
        let (demonstration, books) = made(today);
        assert_eq!((books.organisations.len(), books.counterparties.len(), books.contracts.len()), (2, 40, 30));
        assert_eq!((books.goods.len(), books.deals.len()), (200, 150));
        assert!(books.papers.len() >= 130, "{today}: {}", books.papers.len());
        assert_eq!(demonstration.records().filter(|record| record.state == "void").count(), 1);
        let trades: BTreeSet<String> = books.goods.values().map(|good| format!("{:?}", good.category)).collect();
        assert_eq!(trades.len(), 11, "ten trades and services");
        for country in ["RU", "BY", "KZ"] {
            assert!(books.counterparties.values().any(|party| party.party.country == country));
        }
        let unfinished = books.drafts.values().filter(|draft| draft.issued_as.is_empty()).count()
            + books.deals.values().filter(|deal| deal.number.is_empty()).count();
        assert_eq!(unfinished, 2, "a deal and an invoice are being written");
        assert_eq!(books.drafts.len(), books.papers.len() + 1);
    }
}

#[test]
fn the_trade_crosses_the_change_of_the_russian_rate() {
    for today in days() {
        let (_, books) = made(today);
        let change = day("2026-01-01");
        let russian = |paper: &&IssuedInvoice| paper.seller.country == "RU" && paper.buyer.country == "RU";
        let rates = |new: bool| -> Vec<&IssuedInvoice> {
            books
                .papers
                .values()
                .filter(russian)
                .filter(|paper| paper.shipment_date.is_some_and(|day| (day >= change) == new))
                .collect()
        };
        let (before, after) = (rates(false), rates(true));
        assert!(before.len() >= 10 && after.len() >= 10, "{today}: {} {}", before.len(), after.len());
        assert!(before.iter().all(|paper| !paper.totals.by_rate.contains_key("22")));
        assert!(after.iter().all(|paper| !paper.totals.by_rate.contains_key("20")));
        assert!(
            before.iter().any(|paper| paper.totals.by_rate.contains_key("20"))
                && after.iter().any(|paper| paper.totals.by_rate.contains_key("22"))
        );
        let first = books.papers.values().filter_map(|paper| paper.date).min().expect("papers");
        assert!((today.max(day("2026-03-02")) - first).num_days() >= 240);
    }
}

#[test]
fn papers_are_long_and_short_whole_and_in_parts() {
    for today in days() {
        let (_, books) = made(today);
        assert!(books.papers.values().filter(|paper| paper.lines.len() >= 30).count() >= 5, "{today}");
        assert!(books.papers.values().any(|paper| paper.lines.len() == 1));
        for scope in ["\"whole\"", "\"remainder\"", "\"prepayment\""] {
            let count =
                books.papers.values().filter(|paper| serde_json::to_string(&paper.scope).is_ok_and(|text| text == scope)).count();
            assert!(count >= 8, "{today} {scope}: {count}");
        }
        for (currency, least) in [("RUB", 80), ("BYN", 25)] {
            assert!(books.papers.values().filter(|paper| paper.currency == currency).count() >= least, "{today} {currency}");
        }
        assert!(books.papers.values().any(|paper| paper.totals.by_rate.contains_key("0")));
        assert!(books.papers.values().any(|paper| paper.totals.by_rate.len() > 1));
        // Nothing more is invoiced for a deal than it comes to.
        for (id, deal) in &books.deals {
            let invoiced: Decimal = books
                .papers
                .values()
                .filter(|paper| paper.deal == *id && paper.void_reason.is_empty())
                .map(|paper| paper.totals.gross.decimal())
                .sum();
            let linked = books.linked(&deal.organisation, &deal.counterparty, &deal.contract);
            let whole = deal.calculate(&linked, Tables::builtin(), today).totals.gross.decimal();
            assert!(invoiced <= whole, "{today} {}: {invoiced} of {whole}", deal.number);
        }
    }
}

#[test]
fn nothing_blocks_and_little_warns() {
    const KNOWN: [&str; 10] = [
        "contract_expired",
        "contract_expires_soon",
        "shipment_after_contract",
        "vat_rate_changes",
        "due_missing",
        "due_before_invoice",
        "certificate_expired",
        "authority_expired",
        "date_in_future",
        // Belarus has not published the working days of 2027 yet.
        "calendar_unknown",
    ];
    let tables = Tables::builtin();
    for today in days() {
        let (demonstration, books) = made(today);
        let today = today.max(day("2026-03-02"));
        let mut found: Vec<(String, Problem)> = Vec::new();
        let mut add =
            |what: &str, problems: Vec<Problem>| found.extend(problems.into_iter().map(|problem| (what.to_owned(), problem)));
        books.organisations.values().for_each(|body| add(&body.party.name, body.problems(tables, today)));
        books.counterparties.values().for_each(|body| add(&body.party.name, body.problems(tables, today)));
        books.contracts.values().for_each(|body| add(&body.number, body.problems(tables, today)));
        books.goods.values().for_each(|body| add(&body.article, body.problems(tables, today)));
        books.payments.values().for_each(|body| add(&body.number, body.problems(tables, today)));
        for (_, list) in read::<PriceList>(demonstration, "price_list", &["live"]) {
            add(&list.name, list.problems(tables));
        }
        for deal in books.deals.values() {
            add(
                &deal.number,
                deal.problems(&books.linked(&deal.organisation, &deal.counterparty, &deal.contract), tables, today),
            );
        }
        for draft in books.drafts.values() {
            add("draft", draft.problems(&books.linked(&draft.organisation, &draft.counterparty, &draft.contract), tables, today));
        }
        let wrong: Vec<_> = found
            .iter()
            .filter(|(_, problem)| problem.level != Level::Warns || !KNOWN.contains(&problem.code.as_str()))
            .collect();
        assert!(wrong.is_empty(), "{today}: {wrong:#?}");
    }
}

#[test]
fn every_number_of_a_firm_bank_or_good_passes_its_check() {
    let (_, books) = made(day("2026-11-22"));
    let own = books.organisations.values().map(|own| &own.party);
    let mut seen = BTreeSet::new();
    for party in own.chain(books.counterparties.values().map(|party| &party.party)) {
        let kind = match party.country.as_str() {
            "RU" => Kind::Inn,
            "BY" => Kind::Unp,
            _ => Kind::Bin,
        };
        assert!(check(kind, &party.tax_id).is_ok(), "{} {}", party.name, party.tax_id);
        assert!(party.kpp.is_empty() || check(Kind::Kpp, &party.kpp).is_ok());
        assert!(party.ogrn.is_empty() || check(Kind::Ogrn, &party.ogrn).is_ok());
        assert!(!party.full_name.is_empty() && !party.accounts.is_empty() && !party.addresses.is_empty());
        for account in party.accounts.values() {
            if account.is_russian() {
                assert!(check(Kind::Account, &format!("{}/{}", account.bic, account.number)).is_ok());
                assert!(check(Kind::Account, &format!("{}/{}", account.bic, account.corr_account)).is_ok());
            } else {
                assert!(check(Kind::Iban, &account.number).is_ok(), "{}", account.number);
            }
        }
        seen.insert(&party.tax_id);
    }
    assert_eq!(seen.len(), 40, "the own organisations are counterparties of each other");
    let goods: Vec<&Good> = books.goods.values().collect();
    assert!(goods.iter().filter(|good| !good.gtin.is_empty()).all(|good| check(Kind::Gtin, &good.gtin).is_ok()));
    assert!(goods.iter().filter(|good| !good.tnved.is_empty()).all(|good| check(Kind::Tnved, &good.tnved).is_ok()));
    let unique = |pick: fn(&Good) -> &str| {
        goods.iter().map(|good| pick(good)).filter(|text| !text.is_empty()).collect::<BTreeSet<_>>().len()
    };
    assert_eq!((unique(|good| &good.article), unique(|good| &good.name)), (200, 200));
    assert!(unique(|good| &good.gtin) > 140);
}

#[test]
fn money_comes_and_never_too_much() {
    for today in days() {
        let (_, books) = made(today);
        let today = today.max(day("2026-03-02"));
        let paid = books.paid();
        let (mut whole, mut part, mut late, mut week) = (0, 0, 0, 0);
        for (id, paper) in &books.papers {
            let came = paid.get(id.as_str()).copied().unwrap_or_default();
            let gross = paper.totals.gross.decimal();
            assert!(came <= gross, "{today} {}", paper.number);
            if !paper.void_reason.is_empty() {
                assert!(came.is_zero());
                continue;
            }
            if came == gross {
                whole += 1;
                continue;
            }
            part += usize::from(!came.is_zero());
            late += usize::from(paper.due.is_some_and(|due| due < today));
            week += usize::from(paper.due.is_some_and(|due| due >= today && due <= today + Days::new(7)));
        }
        assert!(whole * 4 >= books.papers.len() * 3, "{today}: {whole} of {}", books.papers.len());
        assert!(part >= 2 && (3..=20).contains(&late) && week >= 2, "{today}: {part} {late} {week}");
        for payment in books.payments.values() {
            let allocated: Decimal = payment.allocations.values().map(|share| share.amount.decimal()).sum();
            assert_eq!(Some(allocated), payment.amount.map(|amount| amount.decimal()));
            assert!(payment.date.is_some_and(|day| day <= today));
            assert!(books.organisations[&payment.organisation].party.accounts[&payment.account].currency == payment.currency);
            for invoice in payment.allocations.keys() {
                let paper = &books.papers[invoice];
                assert!(
                    paper.date <= payment.date
                        && paper.currency == payment.currency
                        && paper.counterparty == payment.counterparty
                );
            }
        }
    }
}

#[test]
fn contracts_have_room_and_some_run_out() {
    for today in days() {
        let (_, books) = made(today);
        let today = today.max(day("2026-03-02"));
        let mut sold: BTreeMap<&str, Decimal> = BTreeMap::new();
        for deal in books.deals.values().filter(|deal| !deal.contract.is_empty()) {
            let contract = &books.contracts[&deal.contract];
            assert!(contract.date <= deal.date && contract.to >= deal.date, "{today} {}", contract.number);
            let linked = books.linked(&deal.organisation, &deal.counterparty, &deal.contract);
            *sold.entry(&deal.contract).or_default() += deal.calculate(&linked, Tables::builtin(), today).totals.gross.decimal();
        }
        for (id, sum) in sold {
            assert!(
                books.contracts[id].limit.is_none_or(|limit| sum < limit.decimal()),
                "{today} {}",
                books.contracts[id].number
            );
        }
        let ends = |from: i64, to: i64| {
            books
                .contracts
                .values()
                .filter(|contract| contract.to.is_some_and(|end| (from..=to).contains(&(end - today).num_days())))
                .count()
        };
        assert!(ends(0, 30) >= 3 && ends(-10_000, -1) >= 1, "{today}");
        let numbers: BTreeSet<&str> = books.contracts.values().map(|contract| contract.number.as_str()).collect();
        assert_eq!(numbers.len(), 30);
    }
}

#[test]
fn numbers_run_without_gaps_in_the_order_of_days() {
    for today in days() {
        let (demonstration, books) = made(today);
        for (_, series) in read::<Series>(demonstration, "series", &["live"]) {
            let next: u64 = series.next.to_string().parse().expect("a number");
            let numbered: Vec<(NaiveDate, String)> = if series.kind == "deal" {
                let deals = demonstration.records().filter(|record| record.kind == "deal").map(|record| &books.deals[&record.id]);
                deals
                    .filter(|deal| deal.organisation == series.organisation)
                    .filter_map(|deal| Some((deal.date?, deal.number.clone())))
                    .collect()
            } else {
                let papers = demonstration.records().filter_map(|record| books.papers.get(&record.id));
                papers
                    .filter(|paper| paper.organisation == series.organisation)
                    .filter_map(|paper| Some((paper.date?, paper.number.clone())))
                    .collect()
            };
            let own: Vec<u64> = numbered
                .iter()
                .filter(|(day, number)| day.format("%Y").to_string() == series.year && !number.is_empty())
                .map(|(_, number)| {
                    number.strip_prefix(&series.prefix).and_then(|digits| digits.parse().ok()).expect("a number of the series")
                })
                .collect();
            assert!(!own.is_empty());
            assert_eq!(own, (next - own.len() as u64..next).collect::<Vec<_>>(), "{today} {} {}", series.kind, series.year);
        }
    }
}

#[test]
fn steps_go_in_time_and_point_back() {
    for today in days() {
        let (demonstration, _) = made(today);
        assert!(demonstration.steps.is_sorted_by_key(Step::at));
        let last = today.max(day("2026-03-02")).and_hms_opt(23, 59, 59).expect("a time");
        let mut seen: HashSet<&str> = HashSet::new();
        for record in demonstration.records() {
            assert!(record.at <= last);
            let pointers = ["organisation", "counterparty", "contract", "deal", "series", "price_list"];
            for pointer in pointers.into_iter().filter_map(|field| record.body.get(field).and_then(|value| value.as_str())) {
                assert!(pointer.is_empty() || seen.contains(pointer), "{today} {} {}", record.kind, record.body);
            }
            assert!(seen.insert(&record.id), "{} twice", record.id);
        }
    }
}

fn mass(seed: u64, counterparties: usize, invoices: usize) -> Vec<Seeded> {
    masses(seed, counterparties, invoices, day("2026-11-22"), Tables::builtin()).collect()
}

#[test]
fn masses_are_as_many_as_asked_for_and_the_same_again() {
    let records = mass(1, 400, 600);
    let count = |kind: &str| records.iter().filter(|record| record.kind == kind).count();
    assert_eq!((count("counterparty"), count("invoice"), count("organisation"), count("good")), (400, 600, 2, 200));
    assert!(records == mass(1, 400, 600));
    assert!(records != mass(2, 400, 600));
    assert!(mass(1, 0, 5).iter().all(|record| record.kind != "invoice"));
    assert_eq!(mass(1, 5, 0).iter().filter(|record| record.kind == "counterparty").count(), 5);
    // Making more does not change who the first are.
    let name = |records: &[Seeded]| {
        records.iter().find(|record| record.kind == "counterparty").map(|record| record.body["name"].clone())
    };
    assert_eq!(name(&records), name(&mass(1, 4_000, 0)));
}

#[test]
fn masses_do_not_repeat_themselves() {
    let records = mass(9, 10_000, 2_000);
    let distinct = |values: Vec<&str>| values.into_iter().collect::<HashSet<_>>().len();
    let of = |kind: &'static str, field: &'static str| -> Vec<&str> {
        records.iter().filter(|record| record.kind == kind).filter_map(|record| record.body[field].as_str()).collect()
    };
    assert_eq!(distinct(records.iter().map(|record| record.id.as_str()).collect()), records.len());
    assert_eq!(distinct(of("counterparty", "tax_id")), 10_000);
    assert_eq!(distinct(of("invoice", "number")), 2_000);
    // 9,500 of 10,000 is what 170,000 names of firms and 125,000 of people give; a million then has far over 50,000.
    assert!(distinct(of("counterparty", "name")) > 9_500);
}

#[test]
fn masses_stand_the_rules() {
    let records = mass(5, 300, 300);
    let ids: HashSet<&str> = records.iter().map(|record| record.id.as_str()).collect();
    let mut next: BTreeMap<(String, String), u64> = BTreeMap::new();
    for record in &records {
        match record.kind {
            "counterparty" => {
                let body: Counterparty = serde_json::from_value(record.body.clone()).expect("a counterparty");
                let problems = body.problems(Tables::builtin(), day("2026-11-22"));
                assert!(problems.is_empty(), "{problems:?}");
            }
            "invoice" => {
                let body: IssuedInvoice = serde_json::from_value(record.body.clone()).expect("an invoice");
                assert!(
                    ids.contains(body.counterparty.as_str())
                        && ids.contains(body.organisation.as_str())
                        && ids.contains(body.series.as_str())
                );
                assert!(body.totals.gross.is_positive() && body.due.is_some() && !body.buyer.tax_id.is_empty());
                let number: u64 = body.number.get("М-".len()..).and_then(|digits| digits.parse().ok()).expect("a number");
                let year = body.date.expect("a date").format("%Y").to_string();
                next.insert((body.organisation, year), number + 1);
            }
            "series" => {
                let body: Series = serde_json::from_value(record.body.clone()).expect("a series");
                assert_eq!(next.get(&(body.organisation, body.year)).map(u64::to_string), Some(body.next.to_string()));
            }
            _ => {}
        }
    }
    let at: Vec<_> = records.iter().filter(|record| record.kind == "invoice").map(|record| record.at).collect();
    assert!(at.is_sorted());
}
