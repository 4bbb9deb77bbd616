//! Masses of counterparties, issued invoices and their payments for measuring: as many as asked for, one at a time, in
//! bounded memory. The n-th counterparty is made from the seed and n alone, so an invoice can show any of them without
//! keeping it. What is paid of an invoice follows it at once, whenever the money came.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta};
use rust_decimal::Decimal;
use torgdom_domain::counterparty::Counterparty;
use torgdom_domain::invoice::{InvoiceDraft, IssuedInvoice, Numbering, compose};
use torgdom_domain::line::Line;
use torgdom_domain::linked::Linked;
use torgdom_domain::party::{AddressKind, Party, PartyKind, Signer};
use torgdom_domain::payment::{Allocation, Direction, Payment};
use torgdom_domain::series::Series;
use torgdom_domain::terms::PaymentTerms;
use torgdom_domain::vat::PriceKind;
use torgdom_domain::{Amount, Id, Tables, money};

use super::goods::{self, Ware};
use super::identity::{self, Identities};
use super::parties::{self, Maker, Own};
use super::profile;
use super::random::Random;
use super::sources::{self, Row};
use super::words::Words;
use super::{Seeded, requisites, terms};

/// Counterparties are entered in the two years before the three of the invoices.
const FIRST_COUNTERPARTY_MONTHS: u32 = 60;
const FIRST_INVOICE_MONTHS: u32 = 36;
/// Tax ids differ from each other up to 3,200,000 counterparties, and from those of the demonstration.
const RUSSIAN_NUMBERS: usize = 80_000;
const BELARUSIAN_NUMBERS: usize = 240_000;
/// Prefixes of the two organisations' invoices.
const PREFIXES: [&str; 2] = ["М-", "Н-"];
const WIDTH: usize = 7;

/// The records: organisations, goods, counterparties, invoices each with its payments, at last the series with their next
/// numbers.
#[derive(Debug)]
pub struct Masses<'t> {
    ground: Ground<'t>,
    head: std::vec::IntoIter<Seeded>,
    counterparty: usize,
    invoice: usize,
    /// Payments of the last invoice, the first of them at the end.
    payments: Vec<Seeded>,
    tail: Option<std::vec::IntoIter<Seeded>>,
    /// Invoices issued so far by each organisation: the number runs through the years.
    issued: [u32; 2],
    series: BTreeMap<(usize, i32), (Id, u32)>,
}

/// What stays the same from record to record.
#[derive(Debug)]
struct Ground<'t> {
    seed: u64,
    counterparties: usize,
    invoices: usize,
    tables: &'t Tables,
    today: NaiveDate,
    own: [Own; 2],
    wares: Vec<Ware>,
    terms: PaymentTerms,
    words: Words,
    banks: [Row; 2],
}

/// Exactly `counterparties` and `invoices` records of these kinds, besides two organisations, two hundred goods and the
/// series; no invoices without a counterparty.
#[must_use]
pub fn masses(seed: u64, counterparties: usize, invoices: usize, today: NaiveDate, tables: &Tables) -> Masses<'_> {
    let today = profile::sensible(today);
    let at = months_before(today, FIRST_COUNTERPARTY_MONTHS + 1).and_hms_opt(8, 0, 0).unwrap_or_default();
    let mut ids = Identities::new(Random::of(seed, "masses", 0));
    let own = organisations(&mut ids, at, today);
    let wares = goods::wares(&mut ids, at, today);
    let head: Vec<Seeded> = own
        .iter()
        .map(|own| Seeded::new("organisation", own.id.clone(), "live", at, &own.body))
        .chain(wares.iter().map(|ware| Seeded::new("good", ware.id.clone(), "live", at, &ware.body)))
        .collect();
    let banks = ["strelka", "dvina"].map(|key| sources::find(sources::BANKS, key).unwrap_or_default());
    let terms = terms::of("d14", &mut ids, at);
    let invoices = if counterparties == 0 { 0 } else { invoices };
    let ground = Ground { seed, counterparties, invoices, tables, today, own, wares, terms, words: Words::new(), banks };
    Masses {
        ground,
        head: head.into_iter(),
        counterparty: 0,
        invoice: 0,
        payments: Vec::new(),
        tail: None,
        issued: [0; 2],
        series: BTreeMap::new(),
    }
}

impl Iterator for Masses<'_> {
    type Item = Seeded;

    fn next(&mut self) -> Option<Seeded> {
        if let Some(record) = self.head.next() {
            return Some(record);
        }
        if self.counterparty < self.ground.counterparties {
            self.counterparty += 1;
            return Some(self.ground.counterparty_record(self.counterparty - 1));
        }
        if let Some(payment) = self.payments.pop() {
            return Some(payment);
        }
        while self.invoice < self.ground.invoices {
            self.invoice += 1;
            if let Some(record) = self.next_invoice(self.invoice - 1) {
                return Some(record);
            }
        }
        if self.tail.is_none() {
            self.tail = Some(self.series_records().into_iter());
        }
        self.tail.as_mut().and_then(Iterator::next)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.ground.counterparties - self.counterparty + self.head.len();
        (left, None)
    }
}

impl Masses<'_> {
    /// Nothing when a correction of the tables has taken the rates away.
    fn next_invoice(&mut self, number: usize) -> Option<Seeded> {
        let ground = &self.ground;
        let at = ground.invoice_at(number);
        let own = usize::from(Random::of(ground.seed, "seller", number as u64).chance(35));
        let next = self.issued[own] + 1;
        let (series, last) = self
            .series
            .entry((own, at.year()))
            .or_insert_with(|| (identity::text(millisecond(at), 0, Random::of(ground.seed, "series", number as u64).next()), 0));
        let numbering =
            Numbering { number: format!("{}{next:0WIDTH$}", PREFIXES[own]), series: series.clone(), draft: Id::new() };
        let (record, body) = ground.invoice_record(number, own, at, &numbering)?;
        self.payments = ground.payments(number, own, &record.id, &body);
        self.issued[own] = next;
        *last = next;
        Some(record)
    }

    fn series_records(&self) -> Vec<Seeded> {
        let at = self.ground.today.and_hms_opt(19, 0, 0).unwrap_or_default();
        let record = |((own, year), (id, last)): (&(usize, i32), &(Id, u32))| {
            let series = Series {
                organisation: self.ground.own[*own].id.clone(),
                kind: "invoice".to_owned(),
                year: year.to_string(),
                prefix: PREFIXES[*own].to_owned(),
                width: (WIDTH as u32).into(),
                next: (last + 1).into(),
                ..Series::default()
            };
            Seeded::new("series", id.clone(), "live", at, &series)
        };
        self.series.iter().map(record).collect()
    }
}

impl Ground<'_> {
    fn counterparty_at(&self, number: usize) -> NaiveDateTime {
        let from = months_before(self.today, FIRST_COUNTERPARTY_MONTHS);
        let days = (months_before(self.today, FIRST_INVOICE_MONTHS) - from).num_days();
        spread(from, days, number, self.counterparties)
    }

    /// Invoices are issued from Monday to Friday.
    fn invoice_at(&self, number: usize) -> NaiveDateTime {
        let from = months_before(self.today, FIRST_INVOICE_MONTHS);
        let monday = from - Days::new(u64::from(from.weekday().num_days_from_monday()));
        let weeks = (self.today - monday).num_days() / 7;
        let at = spread(monday, weeks * 5, number, self.invoices);
        let passed = (at.date() - monday).num_days();
        at + TimeDelta::days(passed / 5 * 2)
    }

    fn counterparty_id(&self, number: usize) -> Id {
        identity::text(
            millisecond(self.counterparty_at(number)),
            number as u64,
            Random::of(self.seed, "counterparty id", number as u64).next(),
        )
    }

    fn counterparty_record(&self, number: usize) -> Seeded {
        let body = self.counterparty(number);
        Seeded::new("counterparty", self.counterparty_id(number), "live", self.counterparty_at(number), &body)
    }

    fn counterparty(&self, number: usize) -> Counterparty {
        let mut random = Random::of(self.seed, "counterparty", number as u64);
        let russian = number.is_multiple_of(2);
        let place = if russian { self.words.russian(number / 2) } else { self.words.belarusian(number / 2) };
        let sole_trader = random.chance(15);
        let (name, full_name, head) = self.words.name(russian, sole_trader, &mut random);
        let address =
            format!("{}, {}, ул. {}, д. {}", place.index, place.city, random.pick(&self.words.streets), random.between(1, 98));
        let id = |entry: u64| {
            identity::text(millisecond(self.counterparty_at(number)), entry, Random::of(self.seed, "entry", number as u64).next())
        };
        let shift = (self.seed % 1_000_003) as usize;
        let (tax_id, kpp, account) = if russian {
            let own = (number / 2 / self.words.cities_ru.len() + shift) % RUSSIAN_NUMBERS;
            let tax_id =
                if sole_trader { requisites::inn_person(place.region, own) } else { requisites::inn_company(place.region, own) };
            let kpp = if sole_trader { String::new() } else { requisites::kpp(place.region, "01", 1) };
            (
                tax_id,
                kpp,
                parties::russian_account(
                    &self.banks[0],
                    if sole_trader { "40802" } else { "40702" },
                    "810",
                    "RUB",
                    number as u64 + 1_000_000,
                ),
            )
        } else {
            let own = (number / 2 / self.words.cities_by.len() + shift) % BELARUSIAN_NUMBERS;
            let account = parties::belarusian_account(
                &self.banks[1],
                if sole_trader { "3013" } else { "3012" },
                &format!("{number:012}0000"),
                "BYN",
            );
            (requisites::unp(place.region, own), String::new(), account)
        };
        let party = Party {
            name,
            full_name,
            kind: if sole_trader { PartyKind::SoleTrader } else { PartyKind::Legal },
            country: if russian { "RU" } else { "BY" }.to_owned(),
            tax_id,
            kpp,
            addresses: BTreeMap::from([(id(1), parties::address(AddressKind::Legal, &address, 1))]),
            accounts: BTreeMap::from([(id(2), account)]),
            signers: BTreeMap::from([(
                id(3),
                Signer {
                    name: head,
                    post: "Директор".to_owned(),
                    basis: "Устав".to_owned(),
                    order: Amount::ONE,
                    ..Signer::default()
                },
            )]),
            ..Party::default()
        };
        Counterparty { party, buyer: true, supplier: random.chance(12), ..Counterparty::default() }
    }

    fn invoice_record(
        &self,
        number: usize,
        own: usize,
        at: NaiveDateTime,
        numbering: &Numbering,
    ) -> Option<(Seeded, IssuedInvoice)> {
        let mut random = Random::of(self.seed, "invoice", number as u64);
        let buyer = random.below(self.counterparties);
        let counterparty = self.counterparty(buyer);
        let linked = Linked {
            organisation: Some(&self.own[own].body),
            counterparty: Some(&counterparty),
            contract: None,
            consignee: None,
        };
        let date = at.date();
        let currency = if own == 0 { "RUB" } else { "BYN" };
        let draft = InvoiceDraft {
            date: Some(date),
            organisation: self.own[own].id.clone(),
            counterparty: self.counterparty_id(buyer),
            basis: format!("Заявка покупателя от {}", date.format("%d.%m.%Y")),
            currency: currency.to_owned(),
            payment_terms: self.terms.clone(),
            shipment_date: date.checked_add_days(Days::new(random.below(10) as u64)),
            lines: self.lines(date, currency, &mut random, at),
            ..InvoiceDraft::default()
        };
        let body = compose(&draft, &linked, numbering, self.tables, date).ok()?;
        let id = identity::text(millisecond(at), number as u64, random.next());
        Some((Seeded::new("invoice", id, "issued", at, &body), body))
    }

    /// Of a hundred papers ninety are paid in full around their day, four in part, the rest not yet.
    fn payments(&self, number: usize, own: usize, id: &Id, invoice: &IssuedInvoice) -> Vec<Seeded> {
        let mut random = Random::of(self.seed, "payment", number as u64);
        let (Some(issued), Some(due)) = (invoice.date, invoice.due) else { return Vec::new() };
        let gross = invoice.totals.gross;
        let half = Amount::new(money::round(gross.decimal() / Decimal::TWO, 0)).unwrap_or(gross);
        let rest = Amount::new(gross.decimal() - half.decimal()).unwrap_or_default();
        let parts: Vec<(i64, Amount)> = match random.below(100) {
            0..=67 => vec![(random.between(-5, 0), gross)],
            68..=81 => vec![(random.between(1, 25), gross)],
            82..=89 => vec![(random.between(-3, 2), half), (random.between(8, 40), rest)],
            90..=93 => vec![(random.between(-3, 9), half)],
            _ => Vec::new(),
        };
        let mut made: Vec<Seeded> = parts
            .into_iter()
            .filter_map(|(after, amount)| {
                let date = due.checked_add_signed(TimeDelta::days(after))?.max(issued);
                let paid = date <= self.today && amount.is_positive();
                paid.then(|| self.payment(&mut random, (own, id, invoice), date, amount))
            })
            .collect();
        made.reverse();
        made
    }

    fn payment(
        &self,
        random: &mut Random,
        (own, id, invoice): (usize, &Id, &IssuedInvoice),
        date: NaiveDate,
        amount: Amount,
    ) -> Seeded {
        let at = date.and_hms_opt(16, 0, 0).unwrap_or_default() + TimeDelta::seconds(random.between(0, 7_000));
        let body = Payment {
            direction: Direction::Incoming,
            number: random.between(11, 2_490).to_string(),
            date: Some(date),
            organisation: invoice.organisation.clone(),
            account: self.own[own].account(&invoice.currency),
            counterparty: invoice.counterparty.clone(),
            amount: Some(amount),
            currency: invoice.currency.clone(),
            purpose: format!("Оплата по счёту № {}", invoice.number),
            allocations: BTreeMap::from([(id.clone(), Allocation { amount })]),
            note: String::new(),
        };
        Seeded::new("payment", identity::text(millisecond(at), random.next(), random.next()), "issued", at, &body)
    }

    fn lines(&self, date: NaiveDate, currency: &str, random: &mut Random, at: NaiveDateTime) -> BTreeMap<Id, Line> {
        let count = random.between(1, 4) as u32;
        let mut line = |order: u32| {
            let ware = random.pick(&self.wares);
            let quantity = random.between(1, ware.lot);
            let line = Line {
                order: order.into(),
                good: ware.id.clone(),
                article: ware.body.article.clone(),
                name: ware.body.name.clone(),
                unit: ware.body.unit.clone(),
                quantity: Amount::new(Decimal::from(quantity)).ok(),
                price: Some(goods::price(ware, date.year(), currency, PriceKind::OnTop)),
                vat: ware.body.vat.clone(),
                tnved: ware.body.tnved.clone(),
                origin: ware.body.origin.clone(),
                ..Line::default()
            };
            (identity::text(millisecond(at), u64::from(order), random.next()), line)
        };
        (1..=count).map(&mut line).collect()
    }
}

fn millisecond(at: NaiveDateTime) -> i64 {
    at.and_utc().timestamp_millis()
}

fn months_before(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_sub_months(chrono::Months::new(months)).unwrap_or(day)
}

/// The moment of the `number`-th of `count` in `days` days: in order, from eight to eighteen o'clock.
fn spread(from: NaiveDate, days: i64, number: usize, count: usize) -> NaiveDateTime {
    const WORK: u128 = 10 * 3_600_000;
    let milliseconds = number as u128 * days.max(1).unsigned_abs() as u128 * WORK / count.max(1) as u128;
    let day = from.checked_add_days(Days::new((milliseconds / WORK) as u64)).unwrap_or(from);
    let time = TimeDelta::milliseconds((milliseconds % WORK) as i64);
    day.and_hms_opt(8, 0, 0).unwrap_or_default() + time
}

/// Own organisations like those of the demonstration under names and numbers of their own.
fn organisations(ids: &mut Identities, at: NaiveDateTime, today: NaiveDate) -> [Own; 2] {
    let mut maker = Maker { ids, at, today };
    let (mut moscow, mut minsk) = (maker.moscow(), maker.minsk());
    let party = &mut moscow.body.party;
    party.name = "ООО «Торговый дом «Тысяча рек»".to_owned();
    party.full_name = "Общество с ограниченной ответственностью «Торговый дом «Тысяча рек»".to_owned();
    party.tax_id = requisites::inn_company("77", 99_100);
    party.ogrn = requisites::ogrn(false, 2016, "77", 99_100);
    let party = &mut minsk.body.party;
    party.name = "ООО «Минский двор «Тысяча рек»".to_owned();
    party.full_name = "Общество с ограниченной ответственностью «Минский двор «Тысяча рек»".to_owned();
    party.tax_id = requisites::unp("1", 249_500);
    [moscow, minsk]
}
