//! Dated tables of law and reference: VAT, calendars, deadlines, currencies, units, countries, Incoterms.
//!
//! Every row of law carries its source and the day it was checked; `verify` marks what a person should look up before
//! relying on it. The tables are part of the program (`assets/tables`), corrections are laid over them by key. This
//! module must not know how a correction is stored.

use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::{Map, Value};
use ts_rs::TS;

use crate::currency::Currency;
use crate::identifiers;
use crate::incoterms::DeliveryTerm;
use crate::problem::{Problem, entry_pointer};
use crate::unit::Unit;
use crate::vat::{self, VatRate};

/// Texts of the tables that come with the program.
const BUILTIN: [&str; 8] = [
    include_str!("../../../assets/tables/vat.json"),
    include_str!("../../../assets/tables/calendars.json"),
    include_str!("../../../assets/tables/holidays.json"),
    include_str!("../../../assets/tables/deadlines.json"),
    include_str!("../../../assets/tables/currencies.json"),
    include_str!("../../../assets/tables/units.json"),
    include_str!("../../../assets/tables/countries.json"),
    include_str!("../../../assets/tables/incoterms.json"),
];

/// Why a table's text was refused; the tables in use stay as they were.
#[derive(Debug, thiserror::Error)]
pub enum TablesError {
    #[error("the table is not readable: {0}")]
    Shape(#[from] serde_json::Error),
}

/// A name in the three languages of the desk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Names {
    pub ru: String,
    pub be: String,
    pub en: String,
}

impl Names {
    /// `be`, `en`; every other language reads Russian.
    #[must_use]
    pub fn of(&self, language: &str) -> &str {
        match language {
            "be" => &self.be,
            "en" => &self.en,
            _ => &self.ru,
        }
    }

    pub(crate) fn any(&self, test: impl Fn(&str) -> bool) -> bool {
        [&self.ru, &self.be, &self.en].into_iter().any(|name| test(name))
    }
}

/// A country as papers need it: УПД and ЭСЧФ print `number`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Country {
    /// ISO 3166 alpha-2.
    pub code: String,
    pub alpha3: String,
    /// Three digits with leading zeros.
    pub number: String,
    pub name: Names,
    /// Member of the Eurasian Economic Union: indirect taxes by annex 18 of its Treaty.
    #[serde(default)]
    pub eaeu: bool,
}

/// How a deadline is counted; `number` of [`Deadline`] says how many or which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineRule {
    /// The `number`-th day of the month after the event.
    DayOfNextMonth,
    /// The `number`-th working day of the month after the event.
    WorkingDayOfNextMonth,
    /// `number` calendar days after the event.
    CalendarDays,
    /// `number` calendar days before the event.
    CalendarDaysBefore,
}

/// A term set by law, with its time in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Deadline {
    /// `import_vat`, `zero_rate_proof`, `statistics`, `expected_goods`, `eschf_issue`.
    pub code: String,
    /// Country of the person on whom it falls.
    pub country: String,
    pub rule: DeadlineRule,
    #[serde(deserialize_with = "whole")]
    pub number: u32,
    pub from: NaiveDate,
    pub to: Option<NaiveDate>,
    pub source: String,
    pub checked_on: NaiveDate,
    #[serde(default)]
    pub verify: bool,
}

/// Working time of one country in one year: what differs from «Monday to Friday work, Saturday and Sunday rest».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarYear {
    pub country: String,
    #[serde(deserialize_with = "whole")]
    pub year: i32,
    /// Mondays to Fridays on which nobody works: holidays and days moved to them.
    pub days_off: Vec<NaiveDate>,
    /// Saturdays and Sundays that are working days.
    pub working_weekends: Vec<NaiveDate>,
    pub source: String,
    pub checked_on: NaiveDate,
    #[serde(default)]
    pub verify: bool,
}

/// Holidays of every year, for years whose transfers are not published: used without [`CalendarYear`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FixedHolidays {
    pub country: String,
    /// `MM-DD`.
    pub days: Vec<String>,
    /// Days after Orthodox Easter: Радуница is the ninth.
    #[serde(default)]
    pub after_orthodox_easter: Vec<u32>,
    pub source: String,
    pub checked_on: NaiveDate,
    #[serde(default)]
    pub verify: bool,
}

/// All dated tables together, with the version that an issued document records.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// Day of the latest check and a print of the content: `2026-11-22/1f0c9d2e`. Equal texts give equal versions.
    pub version: String,
    pub vat: Vec<VatRate>,
    pub calendars: BTreeMap<(String, i32), CalendarYear>,
    pub holidays: Vec<FixedHolidays>,
    pub deadlines: Vec<Deadline>,
    pub currencies: Vec<Currency>,
    pub units: Vec<Unit>,
    pub countries: Vec<Country>,
    pub incoterms: Vec<DeliveryTerm>,
    checked_on: Option<NaiveDate>,
    print: u64,
}

/// One text: which table, and its rows.
#[derive(Deserialize)]
#[serde(tag = "table", rename_all = "snake_case")]
enum Rows {
    Vat(Body<VatRate>),
    Calendars(Body<CalendarYear>),
    Holidays(Body<FixedHolidays>),
    Deadlines(Body<Deadline>),
    Currencies(Body<Currency>),
    Units(Body<Unit>),
    Countries(Body<Country>),
    Incoterms(Body<DeliveryTerm>),
}

#[derive(Deserialize)]
struct Body<Row> {
    /// For tables whose rows share one day of checking.
    #[serde(default)]
    checked_on: Option<NaiveDate>,
    rows: Vec<Row>,
}

impl Tables {
    /// The tables that come with the program.
    ///
    /// # Panics
    /// Never in a program that passed its tests: the embedded texts are read there.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static TABLES: LazyLock<Tables> =
            LazyLock::new(|| Tables::from_texts(&BUILTIN).expect("the embedded tables are read by the tests"));
        &TABLES
    }

    /// Tables from JSON texts `{"table": "vat", "rows": […]}`, in order; a later row replaces an earlier one of its key.
    ///
    /// # Errors
    /// A text is not JSON, names no table of ours, or a row lacks a field.
    pub fn from_texts(texts: &[&str]) -> Result<Self, TablesError> {
        Self { print: FNV_OFFSET, ..Self::default() }.with_corrections(texts)
    }

    /// These tables with corrections laid over them, text by text, in the order given: the same shape as the tables
    /// themselves. Rows of VAT are keyed by country, class, code and first day, calendars by country and year,
    /// deadlines by code, country and first day, the rest by their code.
    ///
    /// # Errors
    /// As [`Tables::from_texts`]; nothing is changed then.
    pub fn with_corrections(&self, texts: &[&str]) -> Result<Self, TablesError> {
        let mut tables = self.clone();
        for text in texts {
            let rows: Rows = serde_json::from_str(text)?;
            tables.lay(rows);
            tables.print = print_of(tables.print, text);
        }
        let day = tables.checked_on.map(|day| day.to_string()).unwrap_or_default();
        tables.version = format!("{day}/{:08x}", (tables.print >> 32) ^ (tables.print & 0xffff_ffff));
        Ok(tables)
    }

    /// These tables with the bodies of `table` records laid over them, in the order given. A body that cannot be read
    /// (a newer program wrote it) is passed over; `problems` of [`correction_problems`] say so beside the record.
    #[must_use]
    pub fn with_records<'b>(&self, bodies: impl IntoIterator<Item = &'b Map<String, Value>>) -> Self {
        bodies.into_iter().fold(self.clone(), |tables, body| {
            if !correction_problems(body).is_empty() {
                return tables;
            }
            let text = Value::Object(body.clone()).to_string();
            match tables.with_corrections(&[&text]) {
                Ok(corrected) => corrected,
                Err(_) => tables,
            }
        })
    }

    fn lay(&mut self, rows: Rows) {
        match rows {
            Rows::Vat(body) => {
                self.checked(body.rows.iter().map(|row| row.checked_on));
                overlay(&mut self.vat, body.rows, |row| (row.country.clone(), row.class.clone(), row.code.clone(), row.from));
            }
            Rows::Calendars(body) => {
                self.checked(body.rows.iter().map(|row| row.checked_on));
                for mut row in body.rows {
                    row.days_off.sort_unstable();
                    row.working_weekends.sort_unstable();
                    self.calendars.insert((row.country.clone(), row.year), row);
                }
            }
            Rows::Holidays(body) => {
                self.checked(body.rows.iter().map(|row| row.checked_on));
                overlay(&mut self.holidays, body.rows, |row| row.country.clone());
            }
            Rows::Deadlines(body) => {
                self.checked(body.rows.iter().map(|row| row.checked_on));
                overlay(&mut self.deadlines, body.rows, |row| (row.code.clone(), row.country.clone(), row.from));
            }
            Rows::Currencies(body) => {
                self.checked(body.checked_on);
                overlay(&mut self.currencies, body.rows, |row| row.code.clone());
            }
            Rows::Units(body) => {
                self.checked(body.checked_on);
                overlay(&mut self.units, body.rows, |row| row.okei.clone());
            }
            Rows::Countries(body) => {
                self.checked(body.checked_on);
                overlay(&mut self.countries, body.rows, |row| row.code.clone());
            }
            Rows::Incoterms(body) => {
                self.checked(body.checked_on);
                overlay(&mut self.incoterms, body.rows, |row| row.code.clone());
            }
        }
    }

    fn checked(&mut self, days: impl IntoIterator<Item = NaiveDate>) {
        self.checked_on = days.into_iter().chain(self.checked_on).max();
    }

    /// Day of the latest check: «проверено на дату».
    #[must_use]
    pub fn checked_on(&self) -> Option<NaiveDate> {
        self.checked_on
    }

    /// By ISO 3166 alpha-2.
    #[must_use]
    pub fn country(&self, code: &str) -> Option<&Country> {
        self.countries.iter().find(|country| country.code == code)
    }

    /// By ISO 4217 letters.
    #[must_use]
    pub fn currency(&self, code: &str) -> Option<&Currency> {
        self.currencies.iter().find(|currency| currency.code == code)
    }

    /// By ОКЕИ code.
    #[must_use]
    pub fn unit(&self, okei: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.okei == okei)
    }

    /// By the three letters of Incoterms 2020.
    #[must_use]
    pub fn delivery_term(&self, code: &str) -> Option<&DeliveryTerm> {
        self.incoterms.iter().find(|term| term.code == code)
    }

    /// The term that the law of `country` sets for an event of `date`.
    #[must_use]
    pub fn deadline(&self, code: &str, country: &str, date: NaiveDate) -> Option<&Deadline> {
        self.deadlines
            .iter()
            .filter(|row| row.code == code && row.country == country)
            .filter(|row| row.from <= date && row.to.is_none_or(|to| date <= to))
            .max_by_key(|row| row.from)
    }
}

/// Why the body of a `table` record (`{"table": "vat", "rows": […]}`) cannot be laid over the tables.
#[must_use]
pub fn correction_problems(body: &Map<String, Value>) -> Vec<Problem> {
    let name = body.get("table").and_then(Value::as_str).unwrap_or_default();
    let Some((_, read)) = ROWS.iter().find(|(table, _)| *table == name) else {
        return vec![Problem::blocks_save("table_unknown", "/table").with("value", name)];
    };
    let Some(Value::Array(rows)) = body.get("rows") else {
        return vec![Problem::blocks_save("table_rows_missing", "/rows")];
    };
    let broken = |(index, row): (usize, &Value)| {
        let cause = read(row).err()?;
        Some(Problem::blocks_save("table_row_broken", field_of(index, row, &cause, *read)).with("row", index + 1))
    };
    let mut found: Vec<Problem> = rows.iter().enumerate().filter_map(broken).collect();
    if found.is_empty()
        && let Err(TablesError::Shape(_)) = Tables::from_texts(&[&Value::Object(body.clone()).to_string()])
    {
        found.push(Problem::blocks_save("table_rows_missing", "/checked_on"));
    }
    found
}

type ReadRow = fn(&Value) -> Result<(), serde_json::Error>;

/// The tables by name, and what reads one row of each.
const ROWS: [(&str, ReadRow); 8] = [
    ("vat", |row| VatRate::deserialize(row).and_then(|row| rate_has_its_place(&row))),
    ("calendars", |row| CalendarYear::deserialize(row).and_then(|row| days_have_their_year(&row))),
    ("holidays", |row| FixedHolidays::deserialize(row).and_then(|row| days_come_every_year(&row))),
    ("deadlines", |row| {
        Deadline::deserialize(row).and_then(|row| has_country(&row.country).and_then(|()| in_order(row.from, row.to)))
    }),
    ("currencies", |row| Currency::deserialize(row).map(drop)),
    ("units", |row| Unit::deserialize(row).map(drop)),
    ("countries", |row| Country::deserialize(row).map(drop)),
    ("incoterms", |row| DeliveryTerm::deserialize(row).map(drop)),
];

/// How the checks of a row that can be read begin: the field follows in backticks, as serde names one that is missing.
const OUT_OF_PLACE: &str = "out of place:";

fn holds(is_right: bool, field: &str) -> Result<(), serde_json::Error> {
    if is_right { Ok(()) } else { Err(de::Error::custom(format_args!("{OUT_OF_PLACE} `{field}`"))) }
}

/// A row of another country («ru», «Россия») would be laid and never be found.
fn has_country(code: &str) -> Result<(), serde_json::Error> {
    holds(identifiers::is_country(code), "country")
}

/// A period that ends before it begins never holds.
fn in_order(from: NaiveDate, to: Option<NaiveDate>) -> Result<(), serde_json::Error> {
    holds(to.is_none_or(|to| from <= to), "to")
}

/// `22/122` in a class of rates would be charged for goods, `22` among the calculated for money paid ahead.
fn rate_has_its_place(row: &VatRate) -> Result<(), serde_json::Error> {
    has_country(&row.country)?;
    holds(row.code.is_calculated() == (row.class == vat::CALCULATED), "code")?;
    in_order(row.from, row.to)
}

/// A day of another year would never be looked up.
fn days_have_their_year(row: &CalendarYear) -> Result<(), serde_json::Error> {
    has_country(&row.country)?;
    let all_of = |days: &[NaiveDate]| days.iter().all(|day| day.year() == row.year);
    holds(all_of(&row.days_off), "days_off")?;
    holds(all_of(&row.working_weekends), "working_weekends")
}

fn days_come_every_year(row: &FixedHolidays) -> Result<(), serde_json::Error> {
    has_country(&row.country)?;
    // Of a leap year, for the 29th of February.
    let is_day = |day: &String| day.len() == "MM-DD".len() && format!("2024-{day}").parse::<NaiveDate>().is_ok();
    holds(row.days.iter().all(is_day), "days")
}

/// Pointer to the field of the row that is at fault: the one that the reader names, else the one without which another
/// cause is given, else the row.
fn field_of(index: usize, row: &Value, cause: &serde_json::Error, read: ReadRow) -> String {
    let at = entry_pointer("/rows", &index.to_string());
    let cause = cause.to_string();
    let named = cause.split('`').nth(1).filter(|name| !name.is_empty() && !row.get(*name).is_some_and(Value::is_object));
    let is_about_field = cause.starts_with("missing field") || cause.starts_with(OUT_OF_PLACE);
    if let (true, Some(name)) = (is_about_field, named) {
        return entry_pointer(&at, name);
    }
    let Value::Object(fields) = row else { return at };
    let is_at_fault = |field: &&String| {
        let mut without = fields.clone();
        without.remove(*field);
        read(&Value::Object(without)).map_or_else(|error| error.to_string() != cause, |()| true)
    };
    fields.keys().find(is_at_fault).map_or(at.clone(), |field| entry_pointer(&at, field))
}

/// A whole number written as a number or, as in the body of a record, as a text.
pub(crate) fn whole<'de, D, N>(deserializer: D) -> Result<N, D::Error>
where
    D: Deserializer<'de>,
    N: FromStr + TryFrom<i64>,
{
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Number(i64),
        Text(String),
    }
    let number = match Written::deserialize(deserializer)? {
        Written::Number(number) => N::try_from(number).ok(),
        Written::Text(text) => text.parse().ok(),
    };
    number.ok_or_else(|| de::Error::custom("a whole number"))
}

fn overlay<Row, Key: PartialEq>(table: &mut Vec<Row>, rows: Vec<Row>, key: impl Fn(&Row) -> Key) {
    for row in rows {
        match table.iter_mut().find(|old| key(old) == key(&row)) {
            Some(old) => *old = row,
            None => table.push(row),
        }
    }
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a: tells two contents apart, promises nothing against forgery. White space is left out, so that a checkout
/// with other line ends has the same version.
fn print_of(start: u64, text: &str) -> u64 {
    text.bytes()
        .filter(|byte| !byte.is_ascii_whitespace())
        .fold(start, |print, byte| (print ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_tables_are_whole() {
        let tables = Tables::builtin();
        assert_eq!(tables.checked_on().map(|day| day.to_string()), Some("2026-11-22".to_owned()));
        assert!(tables.version.starts_with("2026-11-22/"), "{}", tables.version);
        assert_eq!((tables.currencies.len(), tables.units.len(), tables.incoterms.len()), (20, 26, 11));
        assert_eq!(tables.calendars.len(), 8);
        assert_eq!(tables.country("AM").map(|country| country.number.as_str()), Some("051"));
    }

    /// A counterparty or an origin may be anywhere: a country that the table lacks would be called unknown.
    #[test]
    fn every_country_of_iso_3166_stands_in_the_table() {
        let countries = &Tables::builtin().countries;
        assert_eq!(countries.len(), 249);
        for country in countries {
            assert!(crate::identifiers::is_country(&country.code), "{country:?}");
            assert!(country.alpha3.len() == 3 && country.number.len() == 3, "{country:?}");
        }
        let members = countries.iter().filter(|country| country.eaeu).map(|country| country.code.as_str());
        assert_eq!(members.collect::<Vec<_>>(), ["BY", "RU", "KZ", "AM", "KG"]);
        for numbers in [|country: &Country| country.number.clone(), |country: &Country| country.alpha3.clone()] {
            let mut seen: Vec<String> = countries.iter().map(numbers).collect();
            seen.sort_unstable();
            seen.dedup();
            assert_eq!(seen.len(), countries.len());
        }
    }

    #[test]
    fn every_code_stands_once_and_has_three_names() {
        let tables = Tables::builtin();
        let mut codes: Vec<&str> = tables.currencies.iter().map(|row| row.code.as_str()).collect();
        codes.extend(tables.units.iter().map(|row| row.okei.as_str()));
        codes.extend(tables.countries.iter().map(|row| row.code.as_str()));
        let count = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), count);
        let names = tables.currencies.iter().flat_map(|row| [&row.name, &row.short]);
        let names = names.chain(tables.units.iter().flat_map(|row| [&row.name, &row.sign]));
        let names = names.chain(tables.countries.iter().map(|row| &row.name));
        for name in names.chain(tables.incoterms.iter().map(|row| &row.name)) {
            assert!(!name.any(str::is_empty), "{name:?}");
        }
    }

    #[test]
    fn a_correction_replaces_its_row_and_changes_the_version() {
        let text = r#"{"table":"vat","rows":[{"country":"RU","class":"base","code":"24","percent":"24","from":"2028-01-01",
            "to":null,"kind":"general rate","source":"a test","checked_on":"2027-12-01"}]}"#;
        let before = Tables::builtin();
        let after = before.with_corrections(&[text]).expect("reads");
        assert_eq!(after.vat.len(), before.vat.len() + 1);
        assert!(after.version.starts_with("2027-12-01/") && after.version != before.version);
        let again = after.with_corrections(&[text]).expect("reads");
        assert_eq!(again.vat.len(), after.vat.len());
        // A record's body has its numbers as texts.
        let year = r#"{"table":"calendars","rows":[{"country":"BY","year":"2028","days_off":["2028-05-02","2028-01-03"],
            "working_weekends":[],"source":"a test","checked_on":"2027-12-01"}]}"#;
        let more = before.with_corrections(&[year]).expect("reads");
        let calendar = crate::calendar::Calendar::of(&more, "BY");
        assert!(calendar.known(2028) && !calendar.is_working("2028-05-02".parse().expect("a day")));
        assert!(before.with_corrections(&[&year.replace("\"2028\"", "\"next\"")]).is_err());
        assert!(before.with_corrections(&["{}"]).is_err());
        assert!(before.with_corrections(&[r#"{"table":"vat","rows":[{"country":"RU"}]}"#]).is_err());
    }

    #[test]
    fn broken_corrections_are_refused_with_their_field() {
        let said = |body: Value| -> Vec<(String, String)> {
            let Value::Object(body) = body else { return Vec::new() };
            correction_problems(&body).into_iter().map(|problem| (problem.code, problem.field)).collect()
        };
        let row = |change: &[(&str, Value)]| {
            let mut row = serde_json::json!({"country": "RU", "code": "25", "class": "base", "from": "2026-10-01",
                "source": "a test", "checked_on": "2026-11-22"});
            for (field, value) in change {
                row[*field] = value.clone();
            }
            serde_json::json!({"table": "vat", "rows": [row]})
        };
        assert_eq!(said(row(&[])), []);
        let told = |code: &str, field: &str| vec![(code.to_owned(), field.to_owned())];
        assert_eq!(said(serde_json::json!({"table": "taxes", "rows": []})), told("table_unknown", "/table"));
        assert_eq!(said(serde_json::json!({})), told("table_unknown", "/table"));
        assert_eq!(said(serde_json::json!({"table": "vat"})), told("table_rows_missing", "/rows"));
        assert_eq!(said(serde_json::json!({"table": "vat", "rows": [7]})), told("table_row_broken", "/rows/0"));
        let broken = |field: &str, value: Value| said(row(&[(field, value)]));
        assert_eq!(broken("from", "2026-02-31".into()), told("table_row_broken", "/rows/0/from"));
        assert_eq!(broken("code", "много".into()), told("table_row_broken", "/rows/0/code"));
        assert_eq!(broken("percent", 25.into()), told("table_row_broken", "/rows/0/percent"));
        assert_eq!(broken("to", "2020-01-01".into()), told("table_row_broken", "/rows/0/to"));
        assert_eq!(broken("country", "ru".into()), told("table_row_broken", "/rows/0/country"));
        assert_eq!(broken("code", "25/125".into()), told("table_row_broken", "/rows/0/code"));
        assert_eq!(broken("class", "calculated".into()), told("table_row_broken", "/rows/0/code"));
        let mut short = row(&[]);
        short["rows"][0].as_object_mut().expect("a row").remove("country");
        assert_eq!(said(short), told("table_row_broken", "/rows/0/country"));
    }

    #[test]
    fn days_that_would_never_be_looked_up_are_refused() {
        let said = |table: &str, days: &[(&str, &[&str])]| {
            let mut row = serde_json::json!({"country": "RU", "year": "2028", "days": [], "days_off": [], "working_weekends": [],
                "source": "a test", "checked_on": "2026-11-22"});
            for (field, days) in days {
                row[*field] = serde_json::json!(days);
            }
            let body = serde_json::json!({"table": table, "rows": [row]});
            let found = correction_problems(body.as_object().expect("an object"));
            found.first().map(|problem| problem.field.clone()).unwrap_or_default()
        };
        let right: [(&str, &[&str]); 2] = [("days_off", &["2028-05-02"]), ("working_weekends", &["2028-05-06"])];
        assert_eq!(said("calendars", &right), "");
        assert_eq!(said("calendars", &[("days_off", &["2028-05-02", "2027-05-03"])]), "/rows/0/days_off");
        assert_eq!(said("calendars", &[("working_weekends", &["2027-05-01"])]), "/rows/0/working_weekends");
        assert_eq!(said("holidays", &[("days", &["02-29", "12-31"])]), "");
        for wrong in ["13-01", "02-30", "1-1", "01.01", "01-001", ""] {
            assert_eq!(said("holidays", &[("days", &[wrong])]), "/rows/0/days", "{wrong}");
        }
    }

    #[test]
    fn the_embedded_rows_pass_the_checks_of_corrections() {
        for text in BUILTIN {
            let body: Map<String, Value> = serde_json::from_str(text).expect("JSON");
            assert_eq!(correction_problems(&body), [], "{:?}", body["table"]);
        }
    }

    #[test]
    fn a_record_that_cannot_be_read_is_passed_over() {
        let map = |value: Value| value.as_object().cloned().expect("an object");
        let odd = map(serde_json::json!({"table": "weather", "rows": []}));
        let rate = map(serde_json::json!({"table": "vat", "rows": [{"country": "RU", "code": "25", "class": "base",
            "from": "2026-10-01", "source": "a test", "checked_on": "2026-11-22"}]}));
        let builtin = Tables::builtin();
        assert_eq!(builtin.with_records([&odd]).version, builtin.version);
        let corrected = builtin.with_records([&odd, &rate]);
        assert_eq!(corrected.vat.len(), builtin.vat.len() + 1);
        assert_ne!(corrected.version, builtin.version);
    }

    #[test]
    fn white_space_is_no_change() {
        let one = Tables::from_texts(&[r#"{"table":"vat","rows":[]}"#]).expect("reads");
        let two = Tables::from_texts(&["{ \"table\": \"vat\",\r\n\"rows\": [] }"]).expect("reads");
        assert_eq!(one.version, two.version);
    }
}
