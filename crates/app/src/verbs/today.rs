//! The first screen: what is late, due, about to expire, and what money is doing.

use std::collections::BTreeMap;

use chrono::{Days, Months, NaiveDate};
use torgdom_domain::organisation::Organisation;
use torgdom_domain::{Amount, money};
use torgdom_records::{Kind, State};
use torgdom_store::{ListQuery, Reader, Tab};

use super::links::read_body;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::views::list::ListRow;
use crate::views::today::{DeadlineGroup, DeadlineRow, OwedBucket, TodayView, TurnoverMonth};

/// Rows of one kind that the screen shows; the lists have the rest.
const ROWS: u32 = 50;
const DRAFTS: u32 = 6;
/// Contracts and letters of authority are worth a word this long before their end.
const AHEAD: u64 = 30;
/// Days of the week that shipments are looked for.
const WEEK: u64 = 7;
/// A prepaid deal is shipped within so many days of its date, if it is to be found here.
const PAID_AHEAD: u64 = 60;
const PAID_LOOKED_AT: u32 = 200;
/// Months of turnover.
const MONTHS: u32 = 12;

impl Desk {
    /// # Errors
    /// The store's.
    pub fn today_view(&self, organisation: &str) -> Result<TodayView, Failure> {
        let today = self.clock.today();
        let own = (!organisation.is_empty()).then(|| organisation.to_owned());
        self.reading(|desk, reader| {
            let mut rows = desk.due_payments(reader, own.as_deref(), today)?;
            rows.extend(desk.ending_contracts(reader, own.as_deref(), today)?);
            rows.extend(ending_authority(reader, own.as_deref(), today)?);
            rows.extend(desk.shipments(reader, own.as_deref(), today)?);
            rows.sort_by(|a, b| a.date.cmp(&b.date).then_with(|| a.number.cmp(&b.number)));
            let (owed, turnover) = (owed(reader, own.as_deref(), today)?, turnover(reader, own.as_deref(), today)?);
            Ok(TodayView {
                date: today.to_string(),
                groups: groups(rows),
                drafts: desk.drafts(reader, own.as_deref())?,
                owed_total: together(owed.iter().map(|bucket| &bucket.by_currency)),
                turnover_total: together(turnover.iter().map(|month| &month.by_country)),
                owed,
                turnover,
            })
        })
    }

    fn due_payments(&self, reader: &Reader<'_>, own: Option<&str>, today: NaiveDate) -> Result<Vec<DeadlineRow>, Failure> {
        let mut found: Vec<DeadlineRow> = Vec::new();
        for tab in [Tab::Late, Tab::DueWeek] {
            let query = ListQuery { tab, organisation: own.map(str::to_owned), limit: ROWS, ..self.query(Kind::Invoice) };
            for row in reader.list(&query)?.rows {
                if !found.iter().any(|known| known.id == row.id) {
                    found.extend(deadline("payment", row, today));
                }
            }
        }
        Ok(found)
    }

    fn ending_contracts(&self, reader: &Reader<'_>, own: Option<&str>, today: NaiveDate) -> Result<Vec<DeadlineRow>, Failure> {
        let query =
            ListQuery { tab: Tab::Expiring, organisation: own.map(str::to_owned), limit: ROWS, ..self.query(Kind::Contract) };
        let mut found = Vec::new();
        for row in reader.list(&query)?.rows {
            found.extend(deadline("contract", row, today));
        }
        Ok(found)
    }

    /// Posted deals that are to be shipped within a week: those that wait for money, and of the newest those that are
    /// paid already.
    fn shipments(&self, reader: &Reader<'_>, own: Option<&str>, today: NaiveDate) -> Result<Vec<DeadlineRow>, Failure> {
        let query = |tab, limit| ListQuery { tab, organisation: own.map(str::to_owned), limit, ..self.query(Kind::Deal) };
        let since = today.checked_sub_days(Days::new(PAID_AHEAD)).unwrap_or(today);
        let waiting = reader.list(&query(Tab::DueWeek, ROWS))?.rows;
        let paid = reader.list(&ListQuery { from: Some(since), ..query(Tab::Paid, PAID_LOOKED_AT) })?.rows;
        let until = today.checked_add_days(Days::new(WEEK)).unwrap_or(today);
        let soon = |row: &torgdom_store::ListRow| row.due.is_some_and(|due| (today..=until).contains(&due));
        let rows = waiting.into_iter().chain(paid).filter(soon);
        // What is to be shipped is the whole deal, whatever was paid of it.
        Ok(rows.filter_map(|row| deadline("shipment", torgdom_store::ListRow { rest: None, ..row }, today)).collect())
    }

    fn drafts(&self, reader: &Reader<'_>, own: Option<&str>) -> Result<Vec<ListRow>, Failure> {
        let mut found = Vec::new();
        for kind in [Kind::Deal, Kind::Invoice] {
            let query = ListQuery { tab: Tab::Drafts, organisation: own.map(str::to_owned), limit: DRAFTS, ..self.query(kind) };
            found.extend(reader.list(&query)?.rows.into_iter().map(ListRow::from));
        }
        found.sort_by(|a: &ListRow, b: &ListRow| b.updated_at.cmp(&a.updated_at));
        Ok(found)
    }
}

/// Own signers whose authority ends soon or has just ended.
fn ending_authority(reader: &Reader<'_>, own: Option<&str>, today: NaiveDate) -> Result<Vec<DeadlineRow>, Failure> {
    let until = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
    let since = today.checked_sub_days(Days::new(AHEAD)).unwrap_or(today);
    let mut found = Vec::new();
    for record in reader.all(Kind::Organisation)? {
        if record.state != State::Live || own.is_some_and(|own| own != record.id) {
            continue;
        }
        let Some(organisation) = read_body::<Organisation>(&record.body) else { continue };
        for signer in organisation.party.signers.into_values() {
            if let Some(to) = signer.to.filter(|to| (since..=until).contains(to)) {
                found.push(DeadlineRow {
                    what: "authority".to_owned(),
                    id: record.id.clone(),
                    kind: record.kind.to_string(),
                    number: String::new(),
                    title: signer.name,
                    counterparty: signer.basis,
                    amount: String::new(),
                    currency: String::new(),
                    ..dated(to, today)
                });
            }
        }
    }
    Ok(found)
}

fn deadline(what: &str, row: torgdom_store::ListRow, today: NaiveDate) -> Option<DeadlineRow> {
    let due = row.due?;
    let row = ListRow::from(row);
    Some(DeadlineRow {
        what: what.to_owned(),
        id: row.id,
        kind: row.kind,
        number: row.number,
        title: row.name,
        counterparty: row.counterparty_name,
        amount: if row.rest.is_empty() { row.total } else { row.rest },
        currency: row.currency,
        ..dated(due, today)
    })
}

fn dated(due: NaiveDate, today: NaiveDate) -> DeadlineRow {
    let days = (due - today).num_days();
    let level = match days {
        ..0 => "late",
        0..=7 => "soon",
        _ => "plain",
    };
    DeadlineRow { date: due.to_string(), days, level: level.to_owned(), ..DeadlineRow::default() }
}

fn groups(rows: Vec<DeadlineRow>) -> Vec<DeadlineGroup> {
    let mut groups: Vec<DeadlineGroup> =
        ["late", "today", "week", "month"].map(|group| DeadlineGroup { group: group.to_owned(), rows: Vec::new() }).into();
    for row in rows {
        let place = match row.days {
            ..0 => 0,
            0 => 1,
            1..=7 => 2,
            _ => 3,
        };
        groups[place].rows.push(row);
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

fn owed(reader: &Reader<'_>, own: Option<&str>, today: NaiveDate) -> Result<Vec<OwedBucket>, Failure> {
    let mut buckets: Vec<OwedBucket> = ["not_due", "1_30", "31_60", "61_90", "over_90"]
        .map(|bucket| OwedBucket { bucket: bucket.to_owned(), by_currency: BTreeMap::new() })
        .into();
    for part in reader.owed(own)? {
        let late = part.due.map_or(0, |due| (today - due).num_days());
        let place = match late {
            ..=0 => 0,
            1..=30 => 1,
            31..=60 => 2,
            61..=90 => 3,
            _ => 4,
        };
        add(&mut buckets[place].by_currency, part.currency, part.rest);
    }
    Ok(buckets)
}

fn together<'v>(parts: impl Iterator<Item = &'v BTreeMap<String, Amount>>) -> BTreeMap<String, Amount> {
    let mut sums = BTreeMap::new();
    for (key, amount) in parts.flatten() {
        add(&mut sums, key.clone(), *amount);
    }
    sums
}

fn add(sums: &mut BTreeMap<String, Amount>, currency: String, amount: Amount) {
    let sum = sums.entry(currency).or_default();
    // A sum past fifteen digits stays where it is rather than wrapping; no desk owes that much.
    *sum = money::sum([*sum, amount]).unwrap_or(*sum);
}

/// Turnover with VAT in the currency that most of it is in.
fn turnover(reader: &Reader<'_>, own: Option<&str>, today: NaiveDate) -> Result<Vec<TurnoverMonth>, Failure> {
    let first =
        chrono::Datelike::with_day(&today.checked_sub_months(Months::new(MONTHS - 1)).unwrap_or(today), 1).unwrap_or(today);
    let rows = reader.turnover(first, own)?;
    let mut by_currency: BTreeMap<String, Amount> = BTreeMap::new();
    for row in &rows {
        add(&mut by_currency, row.currency.clone(), row.total);
    }
    let Some((currency, _)) = by_currency.into_iter().max_by_key(|(_, sum)| *sum) else { return Ok(Vec::new()) };
    let mut months: Vec<TurnoverMonth> = (0..MONTHS)
        .filter_map(|n| first.checked_add_months(Months::new(n)))
        .map(|month| TurnoverMonth {
            month: month.format("%Y-%m").to_string(),
            by_country: BTreeMap::new(),
            currency: currency.clone(),
        })
        .collect();
    for row in rows.into_iter().filter(|row| row.currency == currency) {
        if let Some(month) = months.iter_mut().find(|month| month.month == row.month) {
            add(&mut month.by_country, row.country, row.total);
        }
    }
    Ok(months)
}
