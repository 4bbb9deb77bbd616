//! Belarus and any other country but Russia: the tax number (УНП), the accounts by currency (IBAN in fours), the bank's BIC.

use torgdom_domain::invoice::AccountSnapshot;

use super::{BankBlock, Cell, Source, further_accounts, grouped, is_iban};
use crate::PaperError;
use crate::invoice::content::parties::{country_name, short_name};
use crate::typeset::Span;

/// A row on the right: label and value.
type Row = (String, Span);

/// What stands on the left with the rows beside it.
struct Section {
    text: Span,
    small: String,
    rows: Vec<Row>,
}

/// Payee and banks on the left, their numbers on the right.
pub(super) fn compose(source: &Source<'_>) -> Result<BankBlock, PaperError> {
    let phrases = source.phrases;
    let mut sections = vec![payee(source)?];
    for bank in banks(source) {
        sections.push(bank_section(source, &bank)?);
    }
    // With one bank the block is more even when the first account stands beside the payee.
    if let [payee, bank] = sections.as_mut_slice()
        && bank.rows.len() > 1
    {
        let moved = bank.rows.len() / 2;
        payee.rows.extend(bank.rows.drain(..moved));
    }
    let mut cells = Vec::new();
    let mut row = 0;
    for section in sections.into_iter().filter(|section| !section.rows.is_empty()) {
        cells.push(Cell::at(row, 0).over(section.rows.len(), 1).text(section.text).small(section.small));
        for (label, value) in section.rows {
            cells.extend([Cell::at(row, 1).text(Span::plain(label)), Cell::at(row, 2).text(value)]);
            row += 1;
        }
    }
    Ok(BankBlock { caption: phrases.say("bank-caption", &[])?, columns: vec![None, Some(31.0), Some(62.0)], cells })
}

fn payee(source: &Source<'_>) -> Result<Section, PaperError> {
    let (seller, phrases) = (&source.doc.seller, source.phrases);
    let small = if seller.country.is_empty() {
        phrases.say("bank-payee", &[])?
    } else {
        phrases.say("bank-payee-in", &[("country", (&country_name(source, &seller.country)?).into())])?
    };
    let label = phrases.say("paper-tax-id-label", &[("country", (&seller.country).into())])?;
    Ok(Section { text: Span::bold(short_name(seller)), small, rows: vec![(label, Span::plain(seller.tax_id.clone()))] })
}

/// The accounts, those of one bank together, in the order in which they are printed.
fn banks<'a>(source: &Source<'a>) -> Vec<Vec<&'a AccountSnapshot>> {
    let mut banks: Vec<Vec<&AccountSnapshot>> = Vec::new();
    for account in std::iter::once(&source.doc.account).chain(further_accounts(source)) {
        let same = |bank: &&mut Vec<&AccountSnapshot>| bank[0].bic == account.bic && bank[0].bank_name == account.bank_name;
        match banks.iter_mut().find(same) {
            Some(bank) => bank.push(account),
            None => banks.push(vec![account]),
        }
    }
    banks
}

fn bank_section(source: &Source<'_>, accounts: &[&AccountSnapshot]) -> Result<Section, PaperError> {
    let phrases = source.phrases;
    let bank = accounts[0];
    let mut rows = Vec::new();
    for account in accounts {
        let label = match (is_iban(&account.number), account.currency.as_str()) {
            (true, "") => phrases.say("bank-iban-plain", &[])?,
            (true, currency) => phrases.say("bank-iban", &[("currency", currency.into())])?,
            (false, "") => phrases.say("bank-account-plain", &[])?,
            (false, currency) => phrases.say("bank-account-in", &[("currency", currency.into())])?,
        };
        rows.push((label, Span::bold(grouped(&account.number))));
    }
    if !bank.corr_account.is_empty() {
        rows.push((phrases.say("bank-corr", &[])?, Span::plain(bank.corr_account.clone())));
    }
    rows.push((phrases.say("bank-bic", &[])?, Span::plain(bank.bic.clone())));
    let small = if bank.bank_address.is_empty() {
        phrases.say("bank-payee-bank", &[])?
    } else {
        phrases.say("bank-payee-bank-at", &[("address", (&bank.bank_address).into())])?
    };
    Ok(Section { text: Span::plain(bank.bank_name.clone()), small, rows })
}
