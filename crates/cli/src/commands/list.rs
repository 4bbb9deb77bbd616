//! `list KIND`: the rows of a list in its usual order, all of them unless a limit is given.

use serde_json::Value;
use torgdom_app::store::{ListQuery, Position};
use torgdom_app::views::list::{self, ListRow};

use crate::args::List;
use crate::sentence::Voice;
use crate::session::Session;
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// Rows read at once.
const PAGE: usize = 2_000;

/// # Errors
/// Usage; the profile's; the output's.
pub fn run(args: List, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    let kind = super::known_kind(&args.kind)?;
    let tab = list::tab(args.tab.as_deref().unwrap_or_default());
    let tab = tab.map_err(|_| Stop::usage_of("tab", "tab", args.tab.unwrap_or_default()))?;
    let desk = session.desk(talk)?;
    let query = ListQuery { tab, text: args.search.unwrap_or_default(), ..desk.query(kind) };
    let mut left = args.limit.unwrap_or(usize::MAX);
    let mut position = Position::First;
    while left > 0 {
        let asked = left.min(PAGE);
        let limit = u32::try_from(asked).expect("a page has at most 2,000 rows");
        let page = desk.rows(&ListQuery { position, limit, ..query.clone() })?;
        let read = page.rows.len();
        for row in page.rows {
            answer(&ListRow::from(row), talk)?;
        }
        left -= read;
        if page.cut_short {
            talk.remark("cli-list-cut-short", &[]);
        }
        match page.after {
            Some(after) if read == asked => position = Position::After(after),
            _ => break,
        }
    }
    Ok(Verdict::Fine)
}

fn answer(row: &ListRow, talk: &mut Talk) -> Result<(), Stop> {
    let mut object = serde_json::to_value(row).unwrap_or_default();
    if let Value::Object(fields) = &mut object {
        // What a kind has not is left out.
        fields.retain(|_, value| match value {
            Value::String(text) => !text.is_empty(),
            Value::Array(values) => !values.is_empty(),
            _ => true,
        });
    }
    let voice = talk.voice;
    talk.answer(&object, || text(row, voice))
}

/// Identity, number, day, name, sum and status, with tabs between.
fn text(row: &ListRow, voice: Voice) -> String {
    let number = [&row.number, &row.article, &row.tax_id].into_iter().find(|text| !text.is_empty()).map_or("", String::as_str);
    let name = if row.name.is_empty() { &row.counterparty_name } else { &row.name };
    let total = format!("{} {}", row.total, row.currency);
    let status = voice.say(&format!("status-{}", row.status.replace('_', "-")), &[]).unwrap_or_else(|| row.status.clone());
    let columns = [row.id.as_str(), number, &row.date, name, if row.total.is_empty() { "" } else { &total }, &status];
    columns.map(|column| column.replace(['\t', '\n', '\r'], " ")).join("\t")
}
