//! A row as the price of a good that is already there.

use serde_json::{Map, Value};
use torgdom_domain::identifiers::Kind;

use super::draft::{Draft, text};
use super::reader::RowReader;
use super::{Action, Context, Found, PlannedRow, Understood, good, party};

pub(super) fn understand(reader: &mut RowReader<'_>, context: &mut Context<'_>) -> Understood {
    let name = reader.text("name");
    let article = reader.text("article");
    let gtin = party::identifier(reader, "gtin", Kind::Gtin);
    let shown = if article.is_empty() { name.clone() } else { format!("{article} {name}").trim().to_owned() };
    let found = if article.is_empty() && gtin.is_empty() && name.is_empty() {
        reader.refuse("article", "import_required", &[]);
        None
    } else {
        let found = good::find(reader, context, &article, &gtin, &name);
        if found.is_none() {
            let field = [("article", &article), ("gtin", &gtin)]
                .iter()
                .find(|(_, value)| !value.is_empty())
                .map_or("name", |(field, _)| field);
            reader.refuse(field, "import_good_unknown", &[]);
        }
        found
    };
    let good = found.map(|found| found.id).unwrap_or_default();
    let old = context.options.price_list.get("prices").and_then(|prices| prices.get(&good)).and_then(Value::as_object).cloned();
    let mut draft = Draft::over(old.clone());
    price(reader, &mut draft);
    let from = reader.day("from", context.options.today);
    draft.set("from", "from", from.map(|from| from.to_string()).unwrap_or_default());
    currency(reader, context);
    draft.set("", "good", &good);
    let found = old.map(|body| Found { id: good.clone(), name: shown.clone(), body });
    Understood { name: shown, draft, found, key: good }
}

fn price(reader: &mut RowReader<'_>, draft: &mut Draft) {
    match reader.decimal("price") {
        Some(price) if price.is_negative() => reader.refuse("price", "price_negative", &[]),
        Some(price) => draft.set("price", "price", price.to_string()),
        None if reader.is_refused() => {}
        None => reader.refuse("price", "import_required", &[]),
    }
}

/// A list has one currency; a row of another one cannot stand in it.
fn currency(reader: &mut RowReader<'_>, context: &Context<'_>) {
    let currency = party::currency(reader, "currency", context.options);
    let list = text(&context.options.price_list, "currency");
    if !currency.is_empty() && !list.is_empty() && currency != list {
        reader.refuse("currency", "import_other_currency", &[("list", list), ("row", &currency)]);
    }
}

/// The body of the price list after the rows of a plan: `list` with the prices of those that are taken. Prices that
/// the file does not name stay.
#[must_use]
pub fn price_list_body(list: &Map<String, Value>, rows: impl IntoIterator<Item = PlannedRow>) -> Map<String, Value> {
    let mut body = list.clone();
    let mut prices = match body.remove("prices") {
        Some(Value::Object(prices)) => prices,
        _ => Map::new(),
    };
    for row in rows.into_iter().filter(|row| matches!(row.action, Action::Create | Action::Update { .. })) {
        let mut price = row.body;
        let Some(Value::String(good)) = price.remove("good") else { continue };
        if !price.contains_key("order") {
            price.insert("order".to_owned(), Value::String((prices.len() + 1).to_string()));
        }
        prices.insert(good, Value::Object(price));
    }
    body.insert("prices".to_owned(), Value::Object(prices));
    body
}
