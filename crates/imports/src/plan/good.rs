//! A row as a good or a service.

use serde_json::Value;
use torgdom_domain::good::Good;
use torgdom_domain::identifiers::Kind;
use torgdom_domain::text::with_quotes;
use torgdom_domain::{unit, vat as rates};

use super::draft::Draft;
use super::reader::RowReader;
use super::{Context, Found, Understood, only, party, values};
use crate::table::Cell;

pub(super) fn understand(reader: &mut RowReader<'_>, context: &mut Context<'_>) -> Understood {
    let name = with_quotes(&reader.required_text("name"));
    let article = reader.text("article");
    let gtin = party::identifier(reader, "gtin", Kind::Gtin);
    let found = find(reader, context, &article, &gtin, &name);
    let key =
        if article.is_empty() { format!("name {}", values::fold(&name)) } else { format!("article {}", values::fold(&article)) };
    let mut draft = Draft::over(found.as_ref().map(|found| found.body.clone()));
    draft.set("name", "name", &name);
    draft.set("article", "article", &article);
    draft.set("gtin", "gtin", gtin);
    let unit = unit(reader, context);
    draft.set("unit", "unit", unit);
    vat(reader, &mut draft, context);
    let tnved = party::identifier(reader, "tnved", Kind::Tnved);
    draft.set("tnved", "tnved", tnved);
    let origin = party::country(reader, "origin", context.options);
    draft.set("origin", "origin", origin.unwrap_or_default());
    for field in ["net_mass", "gross_mass", "shelf_life", "warranty"] {
        let value = reader.decimal(field);
        draft.set(field, field, value.map(|value| value.to_string()).unwrap_or_default());
    }
    let category = reader.text("category");
    match values::trade_category(&category) {
        Some(category) => draft.set("category", "category", category),
        None if category.is_empty() => {}
        None => reader.warn("category", "import_word_unknown", &[]),
    }
    let note = reader.note("note");
    draft.set("note", "note", note);
    check(reader, &draft, context);
    Understood { name, draft, found, key }
}

/// By article, else by GTIN, else by name.
pub(super) fn find(reader: &mut RowReader<'_>, context: &Context<'_>, article: &str, gtin: &str, name: &str) -> Option<Found> {
    let existing = context.existing;
    let mut tries: Vec<(&str, Vec<Found>)> = Vec::new();
    if !article.is_empty() {
        tries.push(("article", existing.goods_by_article(article)));
    }
    if !gtin.is_empty() && tries.iter().all(|(_, found)| found.is_empty()) {
        tries.push(("gtin", existing.goods_by_gtin(gtin)));
    }
    // A name is the same for many articles: it speaks only where nothing else does.
    if tries.is_empty() && !name.is_empty() {
        tries.push(("name", existing.goods_by_name(name)));
    }
    let (field, found) = tries.into_iter().find(|(_, found)| !found.is_empty())?;
    only(found, field, reader)
}

/// ОКЕИ code of the cell's unit; an unknown one stays as it stands, and the domain says so.
fn unit(reader: &mut RowReader<'_>, context: &Context<'_>) -> String {
    let text = reader.text("unit");
    unit::find(context.options.tables, &text).map_or(text, |unit| unit.okei.clone())
}

/// VAT class or code of the cell's rate, by the own country's table.
pub(super) fn vat(reader: &mut RowReader<'_>, draft: &mut Draft, context: &Context<'_>) {
    let options = context.options;
    let text = match reader.raw("vat").cell {
        // 0.22 without a percent's format is 22 % all the same; 0 is nought per cent.
        Cell::Number(number) if number.starts_with("0.") => crate::table::Plain::hundredfold(number).unwrap_or_default(),
        _ => reader.text("vat"),
    };
    match rates::choose(options.tables, &options.country, options.today, &text) {
        Ok(choice) => draft.set("vat", "vat", choice),
        Err(problem) => reader.domain("vat", problem),
    }
}

fn check(reader: &mut RowReader<'_>, draft: &Draft, context: &Context<'_>) {
    if reader.is_refused() {
        return;
    }
    let Ok(good) = serde_json::from_value::<Good>(Value::Object(draft.body().clone())) else {
        reader.refuse("", "import_record_unreadable", &[]);
        return;
    };
    for problem in good.problems(context.options.tables, context.options.today) {
        let field = problem.field.trim_start_matches('/').split('/').next().unwrap_or_default().to_owned();
        if draft.is_new() || draft.has_changed(&field) {
            reader.domain(&field, problem);
        }
    }
}
