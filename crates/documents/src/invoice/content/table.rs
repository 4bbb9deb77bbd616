//! The lines and their totals, as text.

use torgdom_domain::Amount;
use torgdom_domain::Id;
use torgdom_domain::identifiers::{Kind, shown};
use torgdom_domain::invoice::{IssuedLine, RateTotal};
use torgdom_domain::vat::PriceKind;

use super::Source;
use crate::PaperError;
use crate::phrases::{join, number, sum};
use crate::typeset::Align;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    Number,
    Article,
    Name,
    Unit,
    Quantity,
    Price,
    Discount,
    Net,
    Rate,
    Vat,
    Gross,
}

impl ColumnKind {
    #[must_use]
    pub fn align(self) -> Align {
        match self {
            Self::Number | Self::Article | Self::Name | Self::Unit => Align::Left,
            _ => Align::Right,
        }
    }

    /// Sums of money stand under the totals.
    #[must_use]
    pub fn is_sum(self) -> bool {
        matches!(self, Self::Net | Self::Vat | Self::Gross)
    }
}

#[derive(Clone, Debug)]
pub struct Column {
    pub kind: ColumnKind,
    pub head: String,
}

/// A row of totals: its label stands left of the sums.
#[derive(Clone, Debug)]
pub struct TotalRow {
    pub label: String,
    /// By column; empty where nothing stands.
    pub cells: Vec<String>,
    /// The sum to pay.
    pub grand: bool,
}

/// A line of the invoice.
#[derive(Clone, Debug)]
pub struct Row {
    /// By column.
    pub cells: Vec<String>,
    /// Small print under the name: what customs and statistics ask of goods that cross a border.
    pub note: String,
}

#[derive(Clone, Debug)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    pub totals: Vec<TotalRow>,
}

pub(super) fn compose(source: &Source<'_>) -> Result<Table, PaperError> {
    let lines = ordered(source);
    let columns = columns(source, &lines)?;
    let rows = lines.iter().enumerate().map(|(index, line)| row(source, &columns, index, line)).collect::<Result<_, _>>()?;
    let totals = totals(source, &columns)?;
    Ok(Table { columns, rows, totals })
}

/// «Всего наименований 14, на сумму …, в том числе НДС 22 % — …»
pub(super) fn count(source: &Source<'_>) -> Result<String, PaperError> {
    let (doc, phrases) = (source.doc, source.phrases);
    let currency = source.currency()?;
    let total = sum(doc.totals.gross);
    // A code alone says little: the currency is named once.
    let money = if currency == doc.currency && !currency.is_empty() {
        let name = phrases.say("paper-currency-name", &[("currency", (&currency).into())])?;
        if name == currency {
            money(source, doc.totals.gross)?
        } else {
            phrases.say(
                "invoice-say-sum-named",
                &[("sum", (&total).into()), ("currency", (&currency).into()), ("name", (&name).into())],
            )?
        }
    } else {
        money(source, doc.totals.gross)?
    };
    let mut parts = vec![phrases.say("invoice-say", &[("count", doc.lines.len().into()), ("sum", (&money).into())])?];
    let rates = rates(source);
    let mut taxed = Vec::new();
    let mut exempt = Vec::new();
    for (code, total) in &rates {
        if *code == "none" {
            exempt.push(phrases.say("invoice-say-exempt-part", &[("sum", (&self::money(source, total.gross)?).into())])?);
        } else {
            let (rate, vat) = (phrases.rate(code)?, self::money(source, total.vat)?);
            taxed.push(phrases.say("invoice-say-rate", &[("rate", (&rate).into()), ("sum", (&vat).into())])?);
        }
    }
    if taxed.is_empty() {
        parts.push(phrases.say("invoice-say-exempt", &[])?);
    } else {
        let lead = if doc.totals.vat.is_zero() { "invoice-say-vat" } else { "invoice-say-vat-in" };
        parts.push(format!("{} {}", phrases.say(lead, &[])?, taxed.join(", ")));
        parts.extend(exempt);
    }
    if rates.is_empty() {
        parts.truncate(1);
    }
    Ok(parts.join(", "))
}

/// «1 547 110,94 руб.»
pub(super) fn money(source: &Source<'_>, value: Amount) -> Result<String, PaperError> {
    let (sum, currency) = (sum(value), source.currency()?);
    if currency.is_empty() {
        return Ok(sum);
    }
    source.phrases.say("invoice-say-sum", &[("sum", (&sum).into()), ("currency", (&currency).into())])
}

/// No line carries VAT: the columns of VAT go, and the paper says «Без НДС».
pub(super) fn is_exempt(source: &Source<'_>) -> bool {
    !source.doc.lines.is_empty() && source.doc.lines.values().all(|line| line.vat_code == "none")
}

fn ordered<'a>(source: &Source<'a>) -> Vec<&'a IssuedLine> {
    let mut lines: Vec<(&Id, &IssuedLine)> = source.doc.lines.iter().collect();
    lines.sort_by_key(|(id, line)| (line.order, *id));
    lines.into_iter().map(|(_, line)| line).collect()
}

/// Totals by rate: the highest rate first, then the calculated ones, then what is without VAT.
fn rates<'a>(source: &Source<'a>) -> Vec<(&'a str, &'a RateTotal)> {
    let by_rate = source.doc.totals.by_rate.iter().filter(|(code, _)| !code.is_empty());
    let mut rates: Vec<_> = by_rate.map(|(code, total)| (code.as_str(), total)).collect();
    rates.sort_by_cached_key(|(code, _)| {
        let rate: Amount = code.split('/').next().unwrap_or_default().parse().unwrap_or_default();
        (*code == "none", code.contains('/'), std::cmp::Reverse(rate), *code)
    });
    rates
}

fn columns(source: &Source<'_>, lines: &[&IssuedLine]) -> Result<Vec<Column>, PaperError> {
    let currency = source.currency()?;
    let exempt = is_exempt(source);
    let mut wanted = vec![(ColumnKind::Number, "invoice-head-no")];
    if lines.iter().any(|line| !line.article.is_empty()) {
        wanted.push((ColumnKind::Article, "invoice-head-article"));
    }
    wanted.push((ColumnKind::Name, "invoice-head-name"));
    if lines.iter().any(|line| !line.unit_sign.is_empty()) {
        wanted.push((ColumnKind::Unit, "invoice-head-unit"));
    }
    wanted.push((ColumnKind::Quantity, "invoice-head-quantity"));
    // The price that is printed is what is paid for one, the discount taken off: its share stands before it.
    let discounted = lines.iter().any(|line| line.discount.is_some_and(|discount| !discount.is_zero()));
    if discounted {
        wanted.push((ColumnKind::Discount, "invoice-head-discount"));
    }
    wanted.push((
        ColumnKind::Price,
        match source.doc.price_kind {
            _ if exempt => "invoice-head-price",
            PriceKind::OnTop => "invoice-head-price-net",
            PriceKind::Included => "invoice-head-price-gross",
        },
    ));
    if exempt {
        wanted.push((ColumnKind::Gross, "invoice-head-sum"));
    } else {
        wanted.extend([
            (ColumnKind::Net, "invoice-head-net"),
            (ColumnKind::Rate, "invoice-head-rate"),
            (ColumnKind::Vat, "invoice-head-vat"),
            (ColumnKind::Gross, "invoice-head-gross"),
        ]);
    }
    wanted.into_iter().map(|(kind, id)| head(source, id, &currency, discounted).map(|head| Column { kind, head })).collect()
}

fn head(source: &Source<'_>, id: &'static str, currency: &str, discounted: bool) -> Result<String, PaperError> {
    let discounted = if discounted { "yes" } else { "no" };
    let head = source.phrases.say(id, &[("currency", currency.into()), ("discounted", discounted.into())])?;
    // A draft may have no currency yet: «Сумма без НДС, » loses its tail.
    Ok(head.trim_end_matches([',', ' ', '\u{a0}']).to_owned())
}

fn row(source: &Source<'_>, columns: &[Column], index: usize, line: &IssuedLine) -> Result<Row, PaperError> {
    let cells = columns
        .iter()
        .map(|column| {
            Ok(match column.kind {
                ColumnKind::Number => (index + 1).to_string(),
                ColumnKind::Article => line.article.clone(),
                ColumnKind::Name => line.name.clone(),
                ColumnKind::Unit => line.unit_sign.clone(),
                ColumnKind::Quantity => number(line.quantity),
                ColumnKind::Price => sum(line.price),
                ColumnKind::Discount => line.discount.filter(|discount| !discount.is_zero()).map(number).unwrap_or_default(),
                ColumnKind::Net => sum(line.net),
                ColumnKind::Rate => source.phrases.rate(&line.vat_code)?,
                // «без НДС» is no sum of nought.
                ColumnKind::Vat if line.vat_code == "none" => "—".to_owned(),
                ColumnKind::Vat => sum(line.vat),
                ColumnKind::Gross => sum(line.gross),
            })
        })
        .collect::<Result<_, PaperError>>()?;
    Ok(Row { cells, note: note(source, line)? })
}

/// «ТН ВЭД 8413 60 310 0, происхождение: Беларусь» between two countries; at home nobody asks.
fn note(source: &Source<'_>, line: &IssuedLine) -> Result<String, PaperError> {
    let (seller, buyer) = (&source.doc.seller.country, &source.doc.buyer.country);
    if seller.is_empty() || buyer.is_empty() || seller == buyer {
        return Ok(String::new());
    }
    let code = match line.tnved.as_str() {
        "" => String::new(),
        code => source.phrases.say("invoice-line-tnved", &[("code", (&shown(Kind::Tnved, code)).into())])?,
    };
    let origin = match line.origin.as_str() {
        "" => String::new(),
        origin => {
            let name = source.tables.country(origin).map_or(origin, |country| country.name.of(source.phrases.lang().as_str()));
            source.phrases.say("invoice-line-origin", &[("country", name.into())])?
        }
    };
    Ok(join(&[&code, &origin], ", "))
}

fn totals(source: &Source<'_>, columns: &[Column]) -> Result<Vec<TotalRow>, PaperError> {
    let (doc, phrases) = (source.doc, source.phrases);
    let exempt = is_exempt(source);
    let mut totals = Vec::new();
    for (code, total) in rates(source) {
        if exempt {
            continue;
        }
        let rate = phrases.rate(code)?;
        let lines = total.lines.to_string().parse::<i64>().unwrap_or_default();
        let label = match code {
            "none" => phrases.say("invoice-total-none", &[("count", lines.into())])?,
            _ => phrases.say("invoice-total-rate", &[("rate", (&rate).into()), ("count", lines.into())])?,
        };
        let vat = if code == "none" { "—".to_owned() } else { sum(total.vat) };
        let cells = by_column(columns, [&sum(total.net), &rate, &vat, &sum(total.gross)]);
        totals.push(TotalRow { label, cells, grand: false });
    }
    let label = head(source, "invoice-total", &source.currency()?, false)?;
    let cells = by_column(columns, [&sum(doc.totals.net), "", &sum(doc.totals.vat), &sum(doc.totals.gross)]);
    totals.push(TotalRow { label, cells, grand: true });
    if exempt {
        let cells = by_column(columns, ["", "", "", &phrases.say("invoice-exempt", &[])?]);
        totals.push(TotalRow { label: phrases.say("invoice-total-exempt", &[])?, cells, grand: false });
    }
    Ok(totals)
}

fn by_column(columns: &[Column], [net, rate, vat, gross]: [&str; 4]) -> Vec<String> {
    columns
        .iter()
        .map(|column| {
            match column.kind {
                ColumnKind::Net => net,
                ColumnKind::Rate => rate,
                ColumnKind::Vat => vat,
                ColumnKind::Gross => gross,
                _ => "",
            }
            .to_owned()
        })
        .collect()
}
