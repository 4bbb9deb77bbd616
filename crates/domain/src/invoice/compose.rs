//! From a draft to the content of the issued invoice: requisites, rates, sums and names are copied, so that the paper
//! that was handed over never changes with the cards it was made from. Pure.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{AccountSnapshot, Basis, InvoiceDraft, InvoiceScope, IssuedInvoice, IssuedLine, PartySnapshot, SignerSnapshot};
use crate::calculation::CalculatedLine;
use crate::contract::ContractKind;
use crate::line::Line;
use crate::linked::Linked;
use crate::party::{AddressKind, BankAccount, Party, SignerRole};
use crate::problem::{Level, Problem};
use crate::tables::Tables;
use crate::totals::LineSums;
use crate::{Id, unit};

/// Version of the paper form that the content is meant for.
pub const TEMPLATE: &str = "invoice/1";

/// The number that the invoice gets, and where it comes from.
#[derive(Clone, Debug, Default)]
pub struct Numbering {
    pub number: String,
    pub series: Id,
    /// Id of the draft.
    pub draft: Id,
}

/// Content of the issued invoice.
///
/// # Errors
/// The problems that block issuing, all of them.
pub fn compose(
    draft: &InvoiceDraft,
    linked: &Linked<'_>,
    numbering: &Numbering,
    tables: &Tables,
    today: NaiveDate,
) -> Result<IssuedInvoice, Vec<Problem>> {
    let blocking: Vec<Problem> =
        draft.problems(linked, tables, today).into_iter().filter(|problem| problem.level != Level::Warns).collect();
    if blocking.is_empty() { Ok(snapshot(draft, linked, numbering, tables, today)) } else { Err(blocking) }
}

/// The same content of a draft as it stands, complete or not: what the paper with the watermark shows. Lines that
/// cannot be worked out yet carry zeros.
#[must_use]
pub fn snapshot(
    draft: &InvoiceDraft,
    linked: &Linked<'_>,
    numbering: &Numbering,
    tables: &Tables,
    today: NaiveDate,
) -> IssuedInvoice {
    let calculated = draft.calculate(linked, tables, today);
    let date = draft.date.unwrap_or(today);
    let account = draft.payee_account(linked);
    let organisation = linked.organisation.cloned().unwrap_or_default();
    let language = [&draft.language, &organisation.language]
        .into_iter()
        .find(|language| !language.is_empty())
        .cloned()
        .unwrap_or_else(|| "ru".to_owned());
    IssuedInvoice {
        number: numbering.number.clone(),
        date: Some(date),
        draft: numbering.draft.clone(),
        series: numbering.series.clone(),
        scope: draft.scope,
        share: draft.share,
        organisation: draft.organisation.clone(),
        counterparty: draft.counterparty.clone(),
        contract: draft.contract.clone(),
        deal: draft.deal.clone(),
        seller: party_snapshot(&organisation.party),
        buyer: linked.counterparty.map(|party| party_snapshot(&party.party)).unwrap_or_default(),
        consignee: linked.consignee.filter(|_| draft.consignee != draft.counterparty).map(|party| party_snapshot(&party.party)),
        account: account.map(|(_, account)| account_snapshot(account)).unwrap_or_default(),
        more_accounts: more_accounts(draft, linked, account.map(|(id, _)| id)),
        signers: signers(&organisation.party, date),
        basis: basis(draft, linked),
        currency: draft.currency.clone(),
        price_kind: draft.price_kind,
        lines: calculated.lines.into_iter().map(|line| issued_line(draft, line, tables, &language)).collect(),
        totals: calculated.totals,
        rate_clause: draft.rate_clause.clone(),
        rate: None,
        payment_terms: draft.payment_terms.clone(),
        due: draft.due_date(linked, tables, today),
        valid_until: draft.valid_until,
        shipment_date: draft.shipment_date,
        incoterms: draft.incoterms.clone(),
        incoterms_place: draft.incoterms_place.clone(),
        delivery: draft.delivery.clone(),
        purpose: draft.purpose.clone(),
        vat_wording: vat_wording(draft, linked),
        language,
        logo: organisation.logo,
        stamp: if draft.with_stamp { organisation.stamp } else { String::new() },
        note: draft.note.clone(),
        template: TEMPLATE.to_owned(),
        tables: tables.version.clone(),
        paper: String::new(),
        void_reason: String::new(),
    }
}

/// The contract words VAT on goods, on top of the price or in it. An advance holds it at the calculated rate, whatever the
/// contract says.
fn vat_wording(draft: &InvoiceDraft, linked: &Linked<'_>) -> String {
    let contract = linked.contract.filter(|_| draft.scope != InvoiceScope::Prepayment);
    contract.map(|contract| contract.vat_wording.clone()).unwrap_or_default()
}

fn party_snapshot(party: &Party) -> PartySnapshot {
    let address = party
        .addresses
        .iter()
        .filter(|(_, address)| address.kind == AddressKind::Legal)
        .min_by_key(|(id, address)| (address.order, (*id).clone()))
        .or_else(|| party.addresses.iter().min_by_key(|(id, address)| (address.order, (*id).clone())));
    PartySnapshot {
        name: party.name.clone(),
        full_name: party.full_name.clone(),
        country: party.country.clone(),
        tax_id: party.tax_id.clone(),
        kpp: party.kpp.clone(),
        address: address.map(|(_, address)| address.text.clone()).unwrap_or_default(),
        phone: party.phone.clone(),
    }
}

fn account_snapshot(account: &BankAccount) -> AccountSnapshot {
    AccountSnapshot {
        number: account.number.clone(),
        currency: account.currency.clone(),
        bank_name: account.bank_name.clone(),
        bank_address: account.bank_address.clone(),
        bic: account.bic.clone(),
        corr_account: account.corr_account.clone(),
        order: account.order,
    }
}

/// The payee's other accounts that this payer may use: those in the currency of payment that the clause names.
fn more_accounts(draft: &InvoiceDraft, linked: &Linked<'_>, chosen: Option<&Id>) -> BTreeMap<Id, AccountSnapshot> {
    let Some(organisation) = linked.organisation else { return BTreeMap::new() };
    organisation
        .party
        .accounts
        .iter()
        .filter(|(id, account)| {
            Some(*id) != chosen && !account.currency.is_empty() && account.currency == draft.rate_clause.pay_currency
        })
        .map(|(id, account)| (id.clone(), account_snapshot(account)))
        .collect()
}

/// The head and the chief accountant whose authority is in force on `date`.
fn signers(party: &Party, date: NaiveDate) -> BTreeMap<Id, SignerSnapshot> {
    let in_force = |role: SignerRole| {
        party
            .signers
            .iter()
            .filter(|(_, signer)| {
                signer.role == role && signer.from.is_none_or(|from| from <= date) && signer.to.is_none_or(|to| date <= to)
            })
            .min_by_key(|(id, signer)| (signer.order, (*id).clone()))
    };
    [in_force(SignerRole::Head), in_force(SignerRole::ChiefAccountant)]
        .into_iter()
        .flatten()
        .map(|(id, signer)| {
            let snapshot = SignerSnapshot {
                role: signer.role,
                name: signer.name.clone(),
                post: signer.post.clone(),
                basis: signer.basis.clone(),
                signature: signer.signature.clone(),
                order: signer.order,
            };
            (id.clone(), snapshot)
        })
        .collect()
}

fn basis(draft: &InvoiceDraft, linked: &Linked<'_>) -> Basis {
    let mut basis = Basis {
        specification: draft.specification.clone(),
        specification_date: draft.specification_date,
        text: draft.basis.clone(),
        ..Basis::default()
    };
    if let Some(contract) = linked.contract {
        basis.kind = match contract.kind {
            ContractKind::Supply => "supply",
            ContractKind::Commission => "commission",
            ContractKind::Agency => "agency",
        }
        .to_owned();
        basis.number.clone_from(&contract.number);
        basis.date = contract.date;
    }
    basis
}

fn issued_line(draft: &InvoiceDraft, line: CalculatedLine, tables: &Tables, language: &str) -> (Id, IssuedLine) {
    let entered = draft.lines.get(&line.id).cloned().unwrap_or_default();
    // Without sums the line shows what was typed.
    let sums = line.sums.unwrap_or_else(|| LineSums { price: entered.price.unwrap_or_default(), ..LineSums::default() });
    let issued = IssuedLine {
        order: entered.order,
        good: entered.good,
        article: entered.article,
        name: entered.name,
        unit_sign: unit::sign(tables, &entered.unit, language).to_owned(),
        unit: entered.unit,
        quantity: entered.quantity.unwrap_or_default(),
        price: sums.price,
        discount: entered.discount,
        vat_code: line.code.map(|code| code.to_string()).unwrap_or_default(),
        net: sums.net,
        vat: sums.vat,
        gross: sums.gross,
        tnved: entered.tnved,
        origin: entered.origin,
    };
    (line.id, issued)
}

/// A draft that says what the issued invoice says, for a copy where its own draft is not at hand. Prices are those
/// after the discount, rates are codes as they were frozen.
#[must_use]
pub fn draft_again(issued: &IssuedInvoice) -> InvoiceDraft {
    let lines = issued.lines.iter().map(|(id, line)| (id.clone(), line_again(line))).collect();
    InvoiceDraft {
        scope: issued.scope,
        share: issued.share,
        date: issued.date,
        organisation: issued.organisation.clone(),
        counterparty: issued.counterparty.clone(),
        contract: issued.contract.clone(),
        deal: issued.deal.clone(),
        basis: issued.basis.text.clone(),
        specification: issued.basis.specification.clone(),
        specification_date: issued.basis.specification_date,
        currency: issued.currency.clone(),
        price_kind: issued.price_kind,
        rate_clause: issued.rate_clause.clone(),
        payment_terms: issued.payment_terms.clone(),
        incoterms: issued.incoterms.clone(),
        incoterms_place: issued.incoterms_place.clone(),
        delivery: issued.delivery.clone(),
        purpose: issued.purpose.clone(),
        language: issued.language.clone(),
        with_stamp: !issued.stamp.is_empty(),
        note: issued.note.clone(),
        lines,
        ..InvoiceDraft::default()
    }
}

fn line_again(line: &IssuedLine) -> Line {
    Line {
        order: line.order,
        good: line.good.clone(),
        article: line.article.clone(),
        name: line.name.clone(),
        unit: line.unit.clone(),
        quantity: Some(line.quantity),
        price: Some(line.price),
        vat: line.vat_code.clone(),
        tnved: line.tnved.clone(),
        origin: line.origin.clone(),
        ..Line::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::Contract;

    #[test]
    fn an_advance_does_not_take_the_contracts_wording_of_vat() {
        let contract =
            Contract { vat_wording: "НДС начисляется сверх цены".to_owned(), ..Contract::default() };
        let linked = Linked { contract: Some(&contract), ..Linked::default() };
        let worded = |scope| vat_wording(&InvoiceDraft { scope, ..InvoiceDraft::default() }, &linked);
        assert_eq!(worded(InvoiceScope::Whole), contract.vat_wording);
        assert_eq!(worded(InvoiceScope::Remainder), contract.vat_wording);
        assert_eq!(worded(InvoiceScope::Prepayment), "");
    }
}
