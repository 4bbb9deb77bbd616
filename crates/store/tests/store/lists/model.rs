//! Random records, random changes, random questions: the store and a model without SQL must agree.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use torgdom_domain::Amount;
use torgdom_records::{Kind, Op, State};
use torgdom_store::{ListQuery, Position, Sort, SortColumn, Store, Tab};

use crate::builders::*;

/// A small generator, so that a seed tells the whole story.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    pub fn of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        let place = self.below(items.len() as u64);
        &items[usize::try_from(place).expect("small")]
    }

    fn day(&mut self) -> NaiveDate {
        day("2026-10-01").checked_add_days(Days::new(self.below(80))).expect("a day")
    }
}

#[derive(Clone, Debug)]
struct Invoice {
    id: String,
    state: State,
    number: String,
    date: Option<NaiveDate>,
    due: Option<NaiveDate>,
    counterparty: String,
    currency: String,
    /// Hundredths.
    total: Option<i64>,
    issued_as: bool,
}

#[derive(Clone, Debug)]
struct Paid {
    live: bool,
    shares: BTreeMap<String, i64>,
}

#[derive(Default)]
struct Model {
    invoices: BTreeMap<String, Invoice>,
    payments: BTreeMap<String, Paid>,
}

fn sum(minor: i64) -> String {
    format!("{}.{:02}", minor / 100, minor % 100)
}

impl Model {
    fn paid(&self, id: &str) -> i64 {
        self.payments.values().filter(|payment| payment.live).filter_map(|payment| payment.shares.get(id)).sum()
    }

    fn in_tab(&self, invoice: &Invoice, tab: Tab) -> bool {
        let (total, paid) = (invoice.total, self.paid(&invoice.id));
        let issued = invoice.state == State::Issued;
        let settled = total.is_some_and(|total| paid >= total);
        let waits = issued && !settled;
        let hidden = invoice.state == State::Draft && invoice.issued_as;
        let due = |from: i64, to: i64| {
            invoice.due.is_some_and(|due| (from..=to).contains(&due.signed_duration_since(today()).num_days()))
        };
        match tab {
            Tab::Everything => true,
            Tab::All => invoice.state != State::Archived && !hidden,
            Tab::Drafts => invoice.state == State::Draft && !hidden,
            Tab::ToPay => waits,
            Tab::Late => waits && due(-100_000, -1),
            Tab::DueWeek => waits && due(0, 7),
            Tab::Part => waits && paid > 0 && total.is_some(),
            Tab::Paid => issued && settled,
            Tab::Void => invoice.state == State::Void,
            Tab::Archived => invoice.state == State::Archived,
            _ => false,
        }
    }

    /// Ids in the order of the query, without its position.
    fn list(&self, query: &ListQuery) -> Vec<String> {
        let minor = |amount: Amount| -> i64 { (amount.fixed(2).replace('.', "")).parse().expect("hundredths") };
        let mut found: Vec<&Invoice> = self
            .invoices
            .values()
            .filter(|invoice| {
                self.in_tab(invoice, query.tab)
                    && query.counterparty.as_ref().is_none_or(|id| *id == invoice.counterparty)
                    && query.currency.as_ref().is_none_or(|code| *code == invoice.currency)
                    && query.from.is_none_or(|from| invoice.date.is_some_and(|date| date >= from))
                    && query.to.is_none_or(|to| invoice.date.is_some_and(|date| date <= to))
                    && query.min.is_none_or(|min| invoice.total.is_some_and(|total| total >= minor(min)))
                    && query.max.is_none_or(|max| invoice.total.is_some_and(|total| total <= minor(max)))
            })
            .collect();
        found.sort_by(|a, b| {
            let day = |invoice: &Invoice| invoice.date.unwrap_or(NaiveDate::MAX);
            let number = |invoice: &Invoice| invoice.number.parse::<u64>().unwrap_or(0);
            day(b).cmp(&day(a)).then_with(|| number(b).cmp(&number(a))).then_with(|| a.id.cmp(&b.id))
        });
        found.into_iter().map(|invoice| invoice.id.clone()).collect()
    }

    fn step(&mut self, random: &mut Random, store: &Store, n: u64) {
        match random.below(10) {
            0..=3 => self.issue(random, store, n),
            4 => self.draft(random, store, n),
            5 | 6 => self.pay(random, store, n),
            7 => self.change_payment(random, store),
            8 => self.change_draft(random, store),
            _ => self.turn(random, store),
        }
    }

    fn issue(&mut self, random: &mut Random, store: &Store, n: u64) {
        let (date, due) = (random.day(), random.day());
        let total = i64::try_from(random.below(3) * random.below(20_000)).expect("small");
        let invoice = Invoice {
            id: format!("i{n:04}"),
            state: State::Issued,
            number: random.below(200).to_string(),
            date: Some(date),
            due: Some(due).filter(|_| random.below(5) > 0),
            counterparty: (*random.of(&["c1", "c2", "c3"])).to_owned(),
            currency: (*random.of(&["RUB", "BYN"])).to_owned(),
            total: Some(total),
            issued_as: false,
        };
        let due = invoice.due.map_or(Value::Null, |due| json!(due));
        put(
            store,
            &issue(
                &invoice.id,
                json!({"number": invoice.number, "date": date, "due": due, "counterparty": invoice.counterparty,
                "currency": invoice.currency, "totals": {"gross": sum(total)}}),
            ),
        );
        self.invoices.insert(invoice.id.clone(), invoice);
    }

    fn draft(&mut self, random: &mut Random, store: &Store, n: u64) {
        let date = Some(random.day()).filter(|_| random.below(3) > 0);
        let invoice = Invoice {
            id: format!("i{n:04}"),
            state: State::Draft,
            number: String::new(),
            date,
            due: None,
            counterparty: (*random.of(&["c1", "c2", "c3"])).to_owned(),
            currency: String::new(),
            total: None,
            issued_as: false,
        };
        put(store, &create(Kind::Invoice, &invoice.id, json!({"date": date, "counterparty": invoice.counterparty})));
        self.invoices.insert(invoice.id.clone(), invoice);
    }

    fn shares(&self, random: &mut Random) -> BTreeMap<String, i64> {
        let ids: Vec<&String> = self.invoices.keys().collect();
        if ids.is_empty() {
            return BTreeMap::new();
        }
        (0..random.below(3))
            .map(|_| ((*random.of(&ids)).clone(), i64::try_from(random.below(20_000)).expect("small") + 1))
            .collect()
    }

    fn pay(&mut self, random: &mut Random, store: &Store, n: u64) {
        let id = format!("p{n:04}");
        let shares = self.shares(random);
        put(store, &payment(&id, "400", allocations(&shares)));
        let live = random.below(4) > 0;
        if live {
            put(store, &turn(Kind::Payment, &id, State::Draft, State::Issued));
        }
        self.payments.insert(id, Paid { live, shares });
    }

    fn change_payment(&mut self, random: &mut Random, store: &Store) {
        let ids: Vec<String> = self.payments.keys().cloned().collect();
        if ids.is_empty() {
            return;
        }
        let id = random.of(&ids).clone();
        let shares = self.shares(random);
        let payment = self.payments.get_mut(&id).expect("is there");
        if random.below(3) == 0 && payment.live {
            put(store, &turn(Kind::Payment, &id, State::Issued, State::Archived));
            payment.live = false;
        } else {
            set(store, &id, json!({"allocations": allocations(&shares)}));
            payment.shares = shares;
        }
    }

    fn change_draft(&mut self, random: &mut Random, store: &Store) {
        let ids: Vec<String> =
            self.invoices.values().filter(|invoice| invoice.state == State::Draft).map(|invoice| invoice.id.clone()).collect();
        if ids.is_empty() {
            return;
        }
        let invoice = self.invoices.get_mut(random.of(&ids)).expect("is there");
        if random.below(3) == 0 {
            set(store, &invoice.id, json!({"issued_as": "other"}));
            invoice.issued_as = true;
        } else {
            let date = random.day();
            set(store, &invoice.id, json!({"date": date}));
            invoice.date = Some(date);
        }
    }

    fn turn(&mut self, random: &mut Random, store: &Store) {
        let ids: Vec<String> = self.invoices.keys().cloned().collect();
        if ids.is_empty() {
            return;
        }
        let invoice = self.invoices.get_mut(random.of(&ids)).expect("is there");
        let to = match invoice.state {
            State::Issued => State::Void,
            State::Draft => State::Archived,
            State::Archived => State::Draft,
            _ => return,
        };
        put(store, &change(Kind::Invoice, &invoice.id, Op::State { from: invoice.state, to, reason: None }));
        invoice.state = to;
    }
}

fn allocations(shares: &BTreeMap<String, i64>) -> Value {
    shares.iter().map(|(id, minor)| (id.clone(), json!({"amount": sum(*minor)}))).collect::<serde_json::Map<_, _>>().into()
}

const TABS: [Tab; 10] =
    [Tab::All, Tab::Drafts, Tab::ToPay, Tab::Late, Tab::DueWeek, Tab::Part, Tab::Paid, Tab::Void, Tab::Archived, Tab::Everything];

fn question(random: &mut Random) -> ListQuery {
    let mut query = ListQuery { tab: *random.of(&TABS), today: Some(today()), limit: 1_000, ..ListQuery::new(Kind::Invoice) };
    if random.below(3) == 0 {
        query.counterparty = Some((*random.of(&["c1", "c2", "nobody"])).to_owned());
    }
    if random.below(4) == 0 {
        query.currency = Some("BYN".to_owned());
    }
    if random.below(3) == 0 {
        let (a, b) = (random.day(), random.day());
        query.from = Some(a.min(b)).filter(|_| random.below(3) > 0);
        query.to = Some(a.max(b)).filter(|_| random.below(3) > 0);
    }
    if random.below(4) == 0 {
        query.min = Some("50".parse().expect("a sum"));
        query.max = Some("150.5".parse().expect("a sum")).filter(|_| random.below(2) == 0);
    }
    query
}

fn compare(model: &Model, store: &Store, query: &ListQuery, seed: u64) {
    let expected = model.list(query);
    let context = || format!("seed {seed}: {query:?}");
    assert_eq!(ids(store, query), expected, "{}", context());
    let count = store.read(|reader| reader.count(query)).expect("counts");
    assert_eq!(count, expected.len() as u64, "{}", context());

    let mut turned: Vec<String> = expected.clone();
    turned.reverse();
    let backward = ListQuery { sort: Some(Sort { column: SortColumn::Date, descending: false }), ..query.clone() };
    assert_eq!(ids(store, &backward), turned, "{}", context());

    for tab in store.read(|reader| reader.tab_counts(query)).expect("counts") {
        let wanted = model.list(&ListQuery { tab: tab.tab, ..query.clone() }).len() as u64;
        assert_eq!(tab.rows, wanted, "{:?} of {}", tab.tab, context());
    }

    let sums = store.read(|reader| reader.sums(query)).expect("adds");
    let mut wanted: BTreeMap<String, (u64, i64)> = BTreeMap::new();
    for id in &expected {
        let invoice = &model.invoices[id];
        let sum = wanted.entry(invoice.currency.clone()).or_default();
        *sum = (sum.0 + 1, sum.1 + invoice.total.unwrap_or(0));
    }
    let found: BTreeMap<String, (u64, i64)> = sums
        .into_iter()
        .map(|(currency, sum)| {
            (currency, (sum.rows, sum.total.expect("fits").fixed(2).replace('.', "").parse().expect("hundredths")))
        })
        .collect();
    assert_eq!(found, wanted, "{}", context());
}

#[test]
fn lists_counts_and_sums_equal_the_model() {
    for seed in 0..6 {
        let mut random = Random(seed);
        let mut model = Model::default();
        let store = memory();
        for n in 0..150 {
            model.step(&mut random, &store, n);
            if n % 10 == 9 {
                compare(&model, &store, &question(&mut random), seed);
            }
        }
        for tab in TABS {
            compare(
                &model,
                &store,
                &ListQuery { tab, today: Some(today()), limit: 1_000, ..ListQuery::new(Kind::Invoice) },
                seed,
            );
        }
        for (id, invoice) in &model.invoices {
            let row = row(&store, id);
            if matches!(invoice.state, State::Issued | State::Void) {
                assert_eq!(row.paid.expect("has sums").fixed(2), sum(model.paid(id)), "seed {seed}: {id}");
            }
        }
        assert_eq!(store.verify().expect("reads"), [], "seed {seed}");
        store.rebuild_projections().expect("rebuilds");
        assert_eq!(store.verify().expect("reads"), [], "seed {seed}, rebuilt");
        compare(&model, &store, &question(&mut random), seed);
    }
}

#[test]
fn every_sort_gives_the_same_rows_and_pages_meet() {
    let mut random = Random(7);
    let mut model = Model::default();
    let store = memory();
    for n in 0..200 {
        model.step(&mut random, &store, n);
    }
    for column in
        [SortColumn::Date, SortColumn::Number, SortColumn::Total, SortColumn::Rest, SortColumn::Due, SortColumn::Counterparty]
    {
        for descending in [false, true] {
            let query = ListQuery { sort: Some(Sort { column, descending }), limit: 1_000, ..ListQuery::new(Kind::Invoice) };
            let whole = ids(&store, &query);
            let mut sorted = whole.clone();
            sorted.sort();
            let mut expected = model.list(&query);
            expected.sort();
            assert_eq!(sorted, expected, "{column:?}");
            pages_meet(&store, &ListQuery { limit: 7, ..query }, &whole);
        }
    }
}

/// Forward by cursor, backward by cursor, and by offset: the same rows in the same order.
pub fn pages_meet(store: &Store, query: &ListQuery, whole: &[String]) {
    let page = |position: Position| store.read(|reader| reader.list(&ListQuery { position, ..query.clone() })).expect("lists");
    let take = |rows: Vec<torgdom_store::ListRow>| rows.into_iter().map(|row| row.id).collect::<Vec<_>>();
    let (mut forward, mut at) = (Vec::new(), Position::First);
    loop {
        let found = page(at);
        assert_eq!((found.total, found.offset), (whole.len() as u64, forward.len() as u64), "{query:?}");
        let Some(after) = found.after.clone() else { break };
        forward.extend(take(found.rows));
        at = Position::After(after);
    }
    assert_eq!(forward, whole, "{query:?}");
    let (mut backward, mut at) = (Vec::new(), Position::Last);
    loop {
        let found = page(at);
        let Some(before) = found.before.clone() else { break };
        let mut rows = take(found.rows);
        rows.extend(backward);
        backward = rows;
        at = Position::Before(before);
    }
    assert_eq!(backward, whole, "{query:?}");
    for offset in [0, 1, whole.len() / 2, whole.len().saturating_sub(1), whole.len(), whole.len() + 5] {
        let rows = take(page(Position::Offset(offset as u64)).rows);
        let wanted: Vec<String> = whole.iter().skip(offset).take(query.limit as usize).cloned().collect();
        assert_eq!(rows, wanted, "offset {offset} of {query:?}");
    }
    for (offset, id) in whole.iter().enumerate().step_by(17) {
        assert_eq!(store.read(|reader| reader.position_of(query, id)).expect("finds"), Some(offset as u64), "{query:?}");
    }
}
