//! A dry run: what an import would do with each row, and what is wrong with it, by row and column. Nothing is written.

mod contract;
mod counterparty;
mod draft;
mod good;
mod party;
mod price_list;
mod reader;
mod values;

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Map, Value};
use torgdom_domain::problem::Level;
use torgdom_domain::{Id, Tables};

pub use price_list::price_list_body;

use crate::mapping::{Mapping, Target};
use crate::table::{Row, Table};
use draft::Draft;
use reader::RowReader;

/// A record that is already there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub id: Id,
    pub name: String,
    pub body: Map<String, Value>,
}

/// What the desk already has. Archived records count too: a person decides whether they come back.
pub trait Existing {
    /// `tax_id` in its canonical form.
    fn counterparties_by_tax_id(&self, country: &str, tax_id: &str) -> Vec<Found>;
    /// By short or full name, as [`comparable`] compares them.
    fn counterparties_by_name(&self, name: &str) -> Vec<Found>;
    fn goods_by_article(&self, article: &str) -> Vec<Found>;
    fn goods_by_gtin(&self, gtin: &str) -> Vec<Found>;
    fn goods_by_name(&self, name: &str) -> Vec<Found>;
    fn contracts(&self, number: &str, date: Option<NaiveDate>, counterparty: &str) -> Vec<Found>;
}

/// A desk without any record.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nothing;

impl Existing for Nothing {
    fn counterparties_by_tax_id(&self, _: &str, _: &str) -> Vec<Found> {
        Vec::new()
    }
    fn counterparties_by_name(&self, _: &str) -> Vec<Found> {
        Vec::new()
    }
    fn goods_by_article(&self, _: &str) -> Vec<Found> {
        Vec::new()
    }
    fn goods_by_gtin(&self, _: &str) -> Vec<Found> {
        Vec::new()
    }
    fn goods_by_name(&self, _: &str) -> Vec<Found> {
        Vec::new()
    }
    fn contracts(&self, _: &str, _: Option<NaiveDate>, _: &str) -> Vec<Found> {
        Vec::new()
    }
}

/// What an import is told besides the file.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    pub tables: &'a Tables,
    pub today: NaiveDate,
    /// Own country: whose VAT a rate is of, and that of parties of which nothing says another.
    pub country: String,
    /// Own organisation of imported contracts.
    pub organisation: Id,
    /// All own organisations: a file of contracts names the seller and the buyer, and one of them is us.
    pub own: Vec<Own>,
    /// Rows about records that are already there: change these (`true`), or leave them and list them as duplicates.
    pub update: bool,
    /// Body of the price list that is filled; empty for a new one.
    pub price_list: Map<String, Value>,
}

/// An own organisation, by what files call it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    pub id: Id,
    /// Short and full name.
    pub names: Vec<String>,
}

impl Own {
    fn is_called(&self, name: &str) -> bool {
        !name.is_empty() && self.names.iter().any(|own| comparable(own) == comparable(name))
    }
}

/// A name as it is compared: without regard to case, quotation marks and points.
#[must_use]
pub fn comparable(name: &str) -> String {
    values::fold(name)
}

/// What stands in the way of a row being a record of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum With {
    /// An earlier row of the same file.
    Row { row: u32 },
    /// A record of the desk.
    Record { id: Id, name: String },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "action", rename_all = "snake_case")]
pub enum Action {
    Create,
    /// The record `id` gets the body of the row, which holds its other values unchanged.
    Update {
        id: Id,
    },
    /// The record `id` already says all that the row says.
    Same {
        id: Id,
    },
    /// Nothing is done; a person decides.
    Duplicate {
        with: With,
    },
    /// The row cannot be taken; its problems say why.
    Refused,
    /// A line of totals: no record, and nothing to put right.
    Total,
}

/// Something wrong at one place of the file. The sentence for `code` lives in `assets/text`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowProblem {
    /// As Excel numbers it.
    pub row: u32,
    /// Letters of the column, when one is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The column's header as it stands in the file; empty without one.
    pub header: String,
    /// Id of the mapping's field; empty when the row is meant.
    pub field: String,
    pub code: String,
    /// `BlocksSave` refuses the row.
    pub level: Level,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, String>,
    /// What stands in the cell, at most 200 characters.
    pub value: String,
}

/// One row and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlannedRow {
    /// As Excel numbers it.
    pub row: u32,
    #[serde(flatten)]
    pub action: Action,
    /// For a person to know the row by.
    pub name: String,
    /// Body of the record in the shape of its kind; of a price list's row `{"good", "price", "from"?}`.
    pub body: Map<String, Value>,
    /// Ids of the fields that an update changes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<RowProblem>,
}

/// How many rows of each fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub rows: usize,
    pub create: usize,
    pub update: usize,
    pub same: usize,
    pub duplicate: usize,
    pub refused: usize,
    pub total: usize,
    /// Rows with at least one problem that does not refuse them.
    pub warned: usize,
}

/// A whole dry run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Plan {
    pub target: Target,
    pub rows: Vec<PlannedRow>,
    pub counts: Counts,
}

/// What the file would do. `ids` gives the identities of new records' entries (accounts, addresses).
///
/// A mapping with problems of its own ([`Mapping::problems`]) gives a plan whose rows are refused for the same reasons.
#[must_use]
pub fn plan(
    table: &Table,
    mapping: &Mapping,
    existing: &dyn Existing,
    options: &Options<'_>,
    ids: &mut dyn FnMut() -> Id,
) -> Plan {
    let mut rows = Vec::new();
    let mut counts = Counts::default();
    for row in planned(table, mapping, existing, options, ids) {
        counts.add(&row);
        rows.push(row);
    }
    Plan { target: mapping.target, rows, counts }
}

/// The same row by row, for files whose plan need not be in memory at once.
pub fn planned<'p>(
    table: &'p Table,
    mapping: &'p Mapping,
    existing: &'p dyn Existing,
    options: &'p Options<'p>,
    ids: &'p mut dyn FnMut() -> Id,
) -> impl Iterator<Item = PlannedRow> + 'p {
    let mut planner = Planner::new(mapping, options);
    table.rows().filter_map(move |row| planner.row(row, existing, ids))
}

/// Plans rows in their order, for a desk that changes between them: an import that is written in batches asks what is
/// there now. It remembers only which rows there were.
pub struct Planner<'p> {
    mapping: &'p Mapping,
    options: &'p Options<'p>,
    seen: HashMap<String, u32>,
}

impl<'p> Planner<'p> {
    #[must_use]
    pub fn new(mapping: &'p Mapping, options: &'p Options<'p>) -> Self {
        Self { mapping, options, seen: HashMap::new() }
    }

    /// What becomes of the next row; nothing for headers, what stands above them, and rows without values.
    pub fn row(&mut self, row: Row<'_>, existing: &dyn Existing, ids: &mut dyn FnMut() -> Id) -> Option<PlannedRow> {
        if row.number() <= self.mapping.header_row.unwrap_or(0) {
            return None;
        }
        let reader = RowReader::new(row, self.mapping);
        if reader.is_blank() {
            return None;
        }
        Some(Context { existing, options: self.options, ids, seen: &mut self.seen }.plan(reader))
    }
}

impl Counts {
    pub fn add(&mut self, row: &PlannedRow) {
        self.rows += 1;
        let fate = match row.action {
            Action::Create => &mut self.create,
            Action::Update { .. } => &mut self.update,
            Action::Same { .. } => &mut self.same,
            Action::Duplicate { .. } => &mut self.duplicate,
            Action::Refused => &mut self.refused,
            Action::Total => &mut self.total,
        };
        *fate += 1;
        let is_taken = !matches!(row.action, Action::Refused | Action::Total);
        self.warned += usize::from(is_taken && !row.problems.is_empty());
    }
}

/// What all rows share.
struct Context<'p> {
    existing: &'p dyn Existing,
    options: &'p Options<'p>,
    ids: &'p mut dyn FnMut() -> Id,
    /// First row of each key: a second one is a duplicate inside the file.
    seen: &'p mut HashMap<String, u32>,
}

/// A row as its kind understood it, before duplicates are looked for.
struct Understood {
    name: String,
    draft: Draft,
    /// The record that the row is about, when there is exactly one.
    found: Option<Found>,
    /// Two rows of one key are duplicates; empty when nothing identifies the row.
    key: String,
}

impl Context<'_> {
    fn plan(&mut self, mut reader: RowReader<'_>) -> PlannedRow {
        let understood = match reader.target() {
            Target::Counterparty => counterparty::understand(&mut reader, self),
            Target::Contract => contract::understand(&mut reader, self),
            Target::Good => good::understand(&mut reader, self),
            Target::PriceList => price_list::understand(&mut reader, self),
        };
        let action = self.decide(&mut reader, &understood);
        let (row, problems) = reader.finish();
        let changed = match action {
            Action::Update { .. } => understood.draft.changed(),
            _ => Vec::new(),
        };
        PlannedRow { row, action, name: understood.name, body: understood.draft.into_body(), changed, problems }
    }

    fn decide(&mut self, reader: &mut RowReader<'_>, understood: &Understood) -> Action {
        if reader.is_total() {
            return Action::Total;
        }
        if reader.is_refused() {
            return Action::Refused;
        }
        if !understood.key.is_empty() {
            if let Some(row) = self.seen.get(&understood.key) {
                return Action::Duplicate { with: With::Row { row: *row } };
            }
            self.seen.insert(understood.key.clone(), reader.number());
        }
        match &understood.found {
            None => Action::Create,
            Some(found) if !understood.draft.is_changed() => Action::Same { id: found.id.clone() },
            Some(found) if self.options.update => Action::Update { id: found.id.clone() },
            Some(found) => Action::Duplicate { with: With::Record { id: found.id.clone(), name: found.name.clone() } },
        }
    }

    fn id(&mut self) -> Id {
        (self.ids)()
    }
}

/// The one record among those found; several are told and none is chosen.
fn only(found: Vec<Found>, field: &str, reader: &mut RowReader<'_>) -> Option<Found> {
    if found.len() > 1 {
        let count = found.len().to_string();
        reader.refuse(field, "import_several_matches", &[("count", &count), ("name", &found[0].name)]);
    }
    let mut found = found.into_iter();
    found.next()
}
