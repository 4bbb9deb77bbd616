//! A list as a workbook: exactly the rows and columns that are shown.

use std::path::Path;

use serde::Serialize;
use torgdom_documents::Lang;
use torgdom_documents::text::Catalogue;
use torgdom_domain::{money, unit};
use torgdom_imports::export::{ColumnKind, ExportCell, ExportColumn, ExportError, Sheet, xlsx};
use torgdom_store::{ListQuery, Position};
use ts_rs::TS;

use super::files::{encode, safe_name, write_whole};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::views::list::{ListRow, Listing};

/// Rows read at once.
const PAGE: u32 = 1_000;
/// Rows of a worksheet below its head.
const MOST_ROWS: usize = 1_048_575;

/// The workbook itself, or where it was written.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct Exported {
    pub base64: String,
    pub path: String,
    #[ts(type = "number")]
    pub rows: usize,
    pub file_name: String,
}

impl Desk {
    /// The list of `query` as XLSX; `columns` are (field, title) as shown.
    ///
    /// # Errors
    /// `export_too_many_rows`, `export_failed`, the disk's.
    pub fn export_xlsx(&self, listing: &Listing, columns: &[(String, String)], path: Option<&Path>) -> Result<Exported, Failure> {
        let query = listing.query(self.clock.today())?;
        // One snapshot: what others write meanwhile neither doubles a row nor leaves one out.
        let (catalogue, rows) = self.reading(|desk, reader| {
            let lang = reader.local("language")?.unwrap_or_default().parse::<Lang>().unwrap_or_default();
            let catalogue = Catalogue::for_lang(lang);
            let mut rows: Vec<Vec<ExportCell>> = Vec::new();
            loop {
                let page =
                    reader.list(&ListQuery { position: Position::Offset(rows.len() as u64), limit: PAGE, ..query.clone() })?;
                if page.total > MOST_ROWS as u64 {
                    return Err(unwritable(&ExportError::TooManyRows { most: MOST_ROWS }));
                }
                let read = page.rows.len();
                let shown = desk.shown_rows(reader, page.rows)?.into_iter();
                rows.extend(shown.map(|row| columns.iter().map(|(field, _)| desk.cell(&row, field, catalogue)).collect()));
                if read == 0 || rows.len() as u64 >= page.total {
                    return Ok((catalogue, rows));
                }
            }
        })?;
        let title = catalogue.text(&format!("section-{}", query.kind.as_str().replace('_', "-")), &[]);
        let title = title.unwrap_or_else(|| query.kind.to_string());
        let sheet = Sheet {
            name: title.clone(),
            columns: columns.iter().map(|(field, title)| ExportColumn { header: title.clone(), kind: kind_of(field) }).collect(),
            rows,
        };
        let count = sheet.rows.len();
        let bytes = xlsx(&sheet).map_err(|error| unwritable(&error))?;
        let file_name = format!("{}.xlsx", safe_name(&format!("{title} {}", self.clock.today().format("%d.%m.%Y"))));
        Ok(match path {
            Some(path) => {
                write_whole(path, &bytes)?;
                Exported { path: path.display().to_string(), rows: count, file_name, ..Exported::default() }
            }
            None => Exported { base64: encode(&bytes), rows: count, file_name, ..Exported::default() },
        })
    }

    fn cell(&self, row: &ListRow, field: &str, catalogue: &Catalogue) -> ExportCell {
        let text = |value: &str| if value.is_empty() { ExportCell::Empty } else { ExportCell::Text(value.to_owned()) };
        let number = |value: &str| value.parse().map_or_else(|_| text(value), ExportCell::Number);
        let date = |value: &str| value.parse().map_or_else(|_| text(value), ExportCell::Date);
        match field {
            "number" => text(&row.number),
            "date" => date(&row.date),
            "due" => date(&row.due),
            "name" => text(&row.name),
            "tax_id" => text(&row.tax_id),
            "country" => text(
                self.tables()
                    .country(&row.country)
                    .map_or(row.country.as_str(), |country| country.name.of(catalogue.lang().as_str())),
            ),
            "counterparty" | "counterparty_name" => text(&row.counterparty_name),
            "total" => number(&row.total),
            "paid" => number(&row.paid),
            "rest" => number(&row.rest),
            "price" => number(&row.price),
            "currency" => text(&row.currency),
            "article" => text(&row.article),
            "unit" => text(unit::sign(&self.tables(), &row.unit, catalogue.lang().as_str())),
            "status" | "state" => {
                let id = format!("status-{}", row.status.replace('_', "-"));
                text(&catalogue.text(&id, &[]).unwrap_or_else(|| row.status.clone()))
            }
            "updated" | "updated_at" => date(row.updated_at.get(..10).unwrap_or_default()),
            _ => ExportCell::Empty,
        }
    }
}

fn unwritable(error: &ExportError) -> Failure {
    Failure::new(error.code()).with("cause", error)
}

fn kind_of(field: &str) -> ColumnKind {
    match field {
        "total" | "paid" | "rest" | "price" => ColumnKind::Number { places: money::MINOR_DIGITS },
        "date" | "due" | "updated" | "updated_at" => ColumnKind::Date,
        _ => ColumnKind::Text,
    }
}
