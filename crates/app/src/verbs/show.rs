//! A record with everything that follows from it: problems, names, sums, what came of it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;
use torgdom_domain::calculation::Calculated;
use torgdom_domain::invoice::{InvoiceDraft, IssuedInvoice};
use torgdom_domain::line::Line;
use torgdom_domain::linked::Linked;
use torgdom_domain::payment::Payment;
use torgdom_domain::terms::{self, Moments, PaymentTerms};
use torgdom_domain::vat::PriceKind;
use torgdom_domain::{Amount, Id, Problem, money, vat};
use torgdom_records::{Kind, Record, State};
use torgdom_store::{Asked, LastSale, Reader};

use super::links::{Links, load};
use super::warnings;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::typed::{Typed, with_unknown};
use crate::views::list::{Debt, ListRow};
use crate::views::record::LastPrice;
use crate::views::{ChainStep, Derived, DuePart, LineView, RecordView, RefName};

/// At most this many documents of a chain are shown; a deal with more has them in the list.
const CHAIN: usize = 50;
/// Lines whose last prices are looked up: nobody reads more of them, and every keystroke would pay for it.
const PRICED: usize = 500;
/// Documents whose sums are added up.
const COUNTED: usize = 10_000;

pub(crate) fn view(desk: &Desk, reader: &Reader<'_>, record: &Record) -> Result<RecordView, Failure> {
    let (typed, mut problems) = match Typed::read(record.kind, record.state, &record.body) {
        Ok(typed) => (typed, Vec::new()),
        // Written by a newer program: shown as it is, and said.
        Err(problem) => (Typed::Unreadable(record.body.clone()), vec![problem]),
    };
    let links = Links::of(reader, &typed)?;
    let today = desk.clock.today();
    let editable = record.state != State::Archived;
    if editable {
        problems.extend(typed.problems(&links.linked(), &desk.tables(), today));
    }
    if let (Typed::InvoiceDraft(draft), State::Draft) = (&typed, record.state) {
        problems.extend(warnings::of_draft(desk, reader, draft, &links.linked())?);
    }
    if let (Typed::Payment(payment), true) = (&typed, editable) {
        problems.extend(warnings::of_payment(desk, reader, &record.id, payment)?);
    }
    let mut derived = Derived { names: names(reader, &typed, today)?, ..Derived::default() };
    fill(desk, reader, record, &typed, &links.linked(), &problems, &mut derived)?;
    Ok(RecordView {
        id: record.id.clone(),
        kind: record.kind.to_string(),
        state: record.state.to_string(),
        rev: record.rev,
        number: text(record, "number"),
        title: title(record),
        body: with_unknown(typed.to_body(), &record.body),
        problems,
        derived,
        updated_at: record.updated_at.clone(),
        can_undo: desk.can_undo(&record.id),
    })
}

fn text(record: &Record, field: &str) -> String {
    record.body.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn title(record: &Record) -> String {
    let name = text(record, "name");
    if name.is_empty() { text(record, "number") } else { name }
}

/// Names of everything that the body points to, lines' goods left out: a line carries its own name.
fn names(reader: &Reader<'_>, typed: &Typed, today: NaiveDate) -> Result<BTreeMap<Id, RefName>, Failure> {
    let refs = typed.references();
    let mut ids = vec![refs.organisation, refs.counterparty, refs.contract, refs.consignee];
    match typed {
        Typed::Contract(contract) => ids.push(&contract.price_list),
        Typed::Deal(deal) => ids.push(&deal.price_list),
        Typed::InvoiceDraft(draft) => ids.extend([draft.deal.as_str(), draft.issued_as.as_str()]),
        Typed::IssuedInvoice(invoice) => ids.extend([invoice.deal.as_str(), invoice.draft.as_str()]),
        Typed::Payment(payment) => ids.extend(payment.allocations.keys().map(String::as_str)),
        Typed::Settings(settings) => ids.push(&settings.default_organisation),
        _ => {}
    }
    let mut names = BTreeMap::new();
    for id in ids.into_iter().filter(|id| !id.is_empty()) {
        if let Some(row) = reader.list_row_of(id, Some(today))? {
            names.insert(id.to_owned(), ref_name(row));
        }
    }
    Ok(names)
}

pub(crate) fn ref_name(row: torgdom_store::ListRow) -> RefName {
    let row = ListRow::from(row);
    let (name, sub) = if row.number.is_empty() { (row.name, row.tax_id) } else { (row.number, row.date) };
    RefName { name, sub, kind: row.kind, state: row.state }
}

fn fill(
    desk: &Desk,
    reader: &Reader<'_>,
    record: &Record,
    typed: &Typed,
    linked: &Linked<'_>,
    problems: &[Problem],
    derived: &mut Derived,
) -> Result<(), Failure> {
    let today = desk.clock.today();
    match typed {
        Typed::Deal(deal) => {
            let calculated = deal.calculate(linked, &desk.tables(), today);
            let moments = Moments { invoice: Some(deal.date.unwrap_or(today)), shipment: deal.shipment_date, acceptance: None };
            derived.due = due_parts(desk, &deal.payment_terms, &moments, linked, calculated.totals.gross);
            derived.vat_choices = vat::choices(&desk.tables(), linked.seller_country(), deal.vat_date(today));
            fill_lines(desk, reader, &deal.lines, &calculated, problems, derived)?;
            let asked = Asked {
                counterparty: &deal.counterparty,
                currency: &deal.currency,
                included: deal.price_kind == PriceKind::Included,
                document: &record.id,
                deal: "",
            };
            derived.last_prices = last_prices(reader, &asked, &deal.lines)?;
            fill_deal_chain(reader, record, calculated.totals.gross, today, derived)?;
        }
        Typed::InvoiceDraft(draft) => {
            fill_draft(desk, reader, draft, linked, problems, derived)?;
            let asked = Asked {
                counterparty: &draft.counterparty,
                currency: &draft.currency,
                included: draft.price_kind == PriceKind::Included,
                document: &record.id,
                deal: &draft.deal,
            };
            derived.last_prices = last_prices(reader, &asked, &draft.lines)?;
            derived.chain = deal_step(reader, &draft.deal, today)?;
        }
        Typed::IssuedInvoice(invoice) => fill_issued(reader, &record.id, invoice, today, derived)?,
        Typed::Contract(contract) => {
            let deals = reader.deals_of_contract(&record.id, COUNTED, today)?;
            // What is agreed counts: a draft is no deal yet, and another currency cannot be added.
            let posted = deals.iter().filter(|row| row.state == State::Issued && row.currency == contract.currency);
            let taken = money::sum(posted.filter_map(|row| row.total));
            if let (Some(limit), Ok(taken)) = (contract.limit, taken) {
                derived.limit_left = (limit.decimal() - taken.decimal()).to_string();
            }
            derived.chain = deals.into_iter().take(CHAIN).map(step).collect();
            derived.vat_choices = vat::choices(&desk.tables(), linked.seller_country(), today);
        }
        Typed::Counterparty(_) => {
            derived.debts = reader.debts(&[&record.id], today)?.iter().map(Debt::from).collect();
            if let [debt] = derived.debts.as_slice() {
                derived.rest.clone_from(&debt.rest);
            }
        }
        Typed::Good(_) => {
            let country = desk.own_country(reader)?;
            derived.vat_choices = vat::choices(&desk.tables(), &country, today);
        }
        _ => {}
    }
    Ok(())
}

fn fill_issued(
    reader: &Reader<'_>,
    id: &str,
    invoice: &IssuedInvoice,
    today: NaiveDate,
    derived: &mut Derived,
) -> Result<(), Failure> {
    derived.totals = Some(invoice.totals.clone());
    if let Some(row) = reader.list_row_of(id, Some(today))?.map(ListRow::from) {
        derived.paid = row.paid;
        derived.rest = row.rest;
    }
    derived.chain = deal_step(reader, &invoice.deal, today)?;
    derived.chain.extend(payment_steps(reader, id, today)?);
    Ok(())
}

fn fill_draft(
    desk: &Desk,
    reader: &Reader<'_>,
    draft: &InvoiceDraft,
    linked: &Linked<'_>,
    problems: &[Problem],
    derived: &mut Derived,
) -> Result<(), Failure> {
    let today = desk.clock.today();
    let calculated = draft.calculate(linked, &desk.tables(), today);
    let moments = Moments { invoice: Some(draft.date.unwrap_or(today)), shipment: draft.shipment_date, acceptance: None };
    derived.due = due_parts(desk, &draft.payment_terms, &moments, linked, calculated.totals.gross);
    derived.vat_choices = vat::choices(&desk.tables(), linked.seller_country(), draft.vat_date(today));
    fill_lines(desk, reader, &draft.lines, &calculated, problems, derived)
}

fn fill_lines(
    desk: &Desk,
    reader: &Reader<'_>,
    lines: &BTreeMap<Id, Line>,
    calculated: &Calculated,
    problems: &[Problem],
    derived: &mut Derived,
) -> Result<(), Failure> {
    let language = reader.local("language")?.unwrap_or_default();
    let gravest = gravest_by_line(problems);
    derived.totals = Some(calculated.totals.clone());
    derived.lines = calculated
        .lines
        .iter()
        .enumerate()
        .map(|(index, line)| {
            let entered = lines.get(&line.id);
            let sums = line.sums.as_ref();
            let sum = |value: Option<Amount>| value.map(|amount| amount.fixed(money::MINOR_DIGITS)).unwrap_or_default();
            LineView {
                id: line.id.clone(),
                n: index + 1,
                price: sum(sums.map(|sums| sums.price)),
                net: sum(sums.map(|sums| sums.net)),
                vat: sum(sums.map(|sums| sums.vat)),
                gross: sum(sums.map(|sums| sums.gross)),
                vat_code: line.code.as_ref().map(ToString::to_string).unwrap_or_default(),
                unit_sign: entered
                    .map(|line| torgdom_domain::unit::sign(&desk.tables(), &line.unit, &language).to_owned())
                    .unwrap_or_default(),
                problem: gravest.get(line.id.as_str()).map(|problem| (*problem).clone()),
            }
        })
        .collect();
    Ok(())
}

/// The last price of each line's good to the same buyer, by line.
fn last_prices(reader: &Reader<'_>, asked: &Asked<'_>, lines: &BTreeMap<Id, Line>) -> Result<BTreeMap<Id, LastPrice>, Failure> {
    let with_goods: Vec<(&Id, &str)> =
        lines.iter().filter(|(_, line)| !line.good.is_empty()).map(|(id, line)| (id, line.good.as_str())).collect();
    if asked.counterparty.is_empty() || with_goods.len() > PRICED {
        return Ok(BTreeMap::new());
    }
    let goods: Vec<&str> = with_goods.iter().map(|(_, good)| *good).collect();
    let sales = reader.last_sales(asked, &goods)?;
    let price = |sale: LastSale| LastPrice {
        price: sale.price.to_string(),
        date: sale.date.map(|date| date.to_string()).unwrap_or_default(),
    };
    Ok(with_goods.into_iter().zip(sales).filter_map(|((id, _), sale)| Some((id.clone(), price(sale?)))).collect())
}

/// By line, the first of its gravest problems; one walk, for documents of thousands of lines.
fn gravest_by_line(problems: &[Problem]) -> BTreeMap<&str, &Problem> {
    let mut gravest: BTreeMap<&str, &Problem> = BTreeMap::new();
    for problem in problems {
        if let Some((line, _)) = problem.field.strip_prefix("/lines/").and_then(|rest| rest.split_once('/')) {
            let known = gravest.entry(line).or_insert(problem);
            if problem.level < known.level {
                *known = problem;
            }
        }
    }
    gravest
}

fn due_parts(desk: &Desk, payment_terms: &PaymentTerms, moments: &Moments, linked: &Linked<'_>, gross: Amount) -> Vec<DuePart> {
    terms::due_dates(payment_terms, moments, linked.seller_country(), &desk.tables())
        .into_iter()
        .map(|part| DuePart {
            amount: money::percent_of(gross, part.share).map(|amount| amount.fixed(money::MINOR_DIGITS)).unwrap_or_default(),
            kind: match part.kind {
                terms::PartKind::Prepayment => "prepayment",
                terms::PartKind::Deferral => "deferral",
            }
            .to_owned(),
            id: part.id,
            share: part.share,
            date: part.date.map(|date| date.to_string()),
        })
        .collect()
}

/// Issued invoices of the deal and their payments: how much was asked for, how much came.
fn fill_deal_chain(
    reader: &Reader<'_>,
    deal: &Record,
    gross: Amount,
    today: NaiveDate,
    derived: &mut Derived,
) -> Result<(), Failure> {
    let invoices = reader.invoices_of_deal(&deal.id, COUNTED, today)?;
    let currency = text(deal, "currency");
    let issued = || invoices.iter().filter(|row| row.state == State::Issued && row.currency == currency);
    if let (Ok(invoiced), Ok(paid)) =
        (money::sum(issued().filter_map(|row| row.total)), money::sum(issued().filter_map(|row| row.paid)))
    {
        derived.invoiced = invoiced.fixed(money::MINOR_DIGITS);
        derived.paid = paid.fixed(money::MINOR_DIGITS);
        derived.rest = Amount::new(gross.decimal() - invoiced.decimal()).unwrap_or_default().fixed(money::MINOR_DIGITS);
    }
    for invoice in invoices.into_iter().take(CHAIN) {
        let id = invoice.id.clone();
        derived.chain.push(step(invoice));
        derived.chain.extend(payment_steps(reader, &id, today)?);
    }
    Ok(())
}

/// The deal that an invoice was made of; nothing for one made without.
fn deal_step(reader: &Reader<'_>, deal: &str, today: NaiveDate) -> Result<Vec<ChainStep>, Failure> {
    let row = if deal.is_empty() { None } else { reader.list_row_of(deal, Some(today))? };
    Ok(row.map(step).into_iter().collect())
}

/// Payments of an invoice, each with the part of it that went there: one payment may pay invoices of several deals.
fn payment_steps(reader: &Reader<'_>, invoice: &str, today: NaiveDate) -> Result<Vec<ChainStep>, Failure> {
    let mut steps = Vec::new();
    for row in reader.payments_of(invoice, CHAIN, today)? {
        let payment: Option<Payment> = load(reader, &row.id, Kind::Payment)?;
        let part = payment.and_then(|payment| payment.allocations.get(invoice).map(|share| share.amount));
        steps.push(ChainStep { part: part.map(|part| part.fixed(money::MINOR_DIGITS)).unwrap_or_default(), ..step(row) });
    }
    Ok(steps)
}

fn step(row: torgdom_store::ListRow) -> ChainStep {
    let row = ListRow::from(row);
    ChainStep {
        kind: row.kind,
        id: row.id,
        number: row.number,
        date: row.date,
        amount: row.total,
        rest: row.rest,
        part: String::new(),
        currency: row.currency,
        status: row.status,
    }
}
