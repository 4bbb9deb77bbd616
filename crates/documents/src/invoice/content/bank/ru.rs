//! Russia: «Образец заполнения платёжного поручения», laid out like the payment order (form 0401060).

use torgdom_domain::invoice::AccountSnapshot;

use super::{BankBlock, Cell, Source, further_accounts, grouped};
use crate::PaperError;
use crate::invoice::content::parties::short_name;
use crate::typeset::Span;

pub(super) fn compose(source: &Source<'_>) -> Result<BankBlock, PaperError> {
    let (doc, phrases) = (source.doc, source.phrases);
    let say = |id| phrases.say(id, &[]);
    let labelled =
        |label: String, value: &str| Span::plain(if value.is_empty() { String::new() } else { format!("{label}\u{a0} {value}") });
    let account = &doc.account;
    let inn = labelled(say("bank-inn")?, &doc.seller.tax_id);
    let kpp = labelled(say("bank-kpp")?, &doc.seller.kpp);
    let mut cells = vec![
        Cell::at(0, 0).over(2, 2).text(Span::plain(account.bank_name.clone())).small(bank(source, account)?),
        Cell::at(0, 2).text(Span::plain(say("bank-bik")?)),
        Cell::at(0, 3).text(Span::plain(account.bic.clone())).open_below(),
        Cell::at(1, 2).text(Span::plain(say("bank-corr")?)),
        Cell::at(1, 3).text(Span::plain(account.corr_account.clone())),
        Cell::at(2, 2).over(2, 1).text(Span::plain(say("bank-account")?)),
        Cell::at(2, 3).over(2, 1).text(Span::bold(account.number.clone())),
        Cell::at(3, 0).over(1, 2).text(Span::bold(short_name(&doc.seller))).small(say("bank-payee")?),
    ];
    // A sole trader has no КПП: one wide cell then.
    if doc.seller.kpp.is_empty() {
        cells.push(Cell::at(2, 0).over(1, 2).text(inn));
    } else {
        cells.extend([Cell::at(2, 0).text(inn), Cell::at(2, 1).text(kpp)]);
    }
    for (index, account) in further_accounts(source).into_iter().enumerate() {
        cells.extend(further(source, account, 4 + 2 * index)?);
    }
    Ok(BankBlock { caption: say("bank-ru-caption")?, columns: vec![None, None, Some(18.0), Some(58.0)], cells })
}

fn bank(source: &Source<'_>, account: &AccountSnapshot) -> Result<String, PaperError> {
    match account.bank_address.as_str() {
        "" => source.phrases.say("bank-payee-bank", &[]),
        address => source.phrases.say("bank-payee-bank-at", &[("address", address.into())]),
    }
}

/// The payee's account in the other currency of payment.
fn further(source: &Source<'_>, account: &AccountSnapshot, row: usize) -> Result<[Cell; 5], PaperError> {
    let code = if account.bic.len() == 9 { source.phrases.say("bank-bik", &[])? } else { source.phrases.say("bank-bic", &[])? };
    let label = match account.currency.as_str() {
        "" => source.phrases.say("bank-account-plain", &[])?,
        currency => source.phrases.say("bank-account-in", &[("currency", currency.into())])?,
    };
    Ok([
        Cell::at(row, 0).over(2, 2).text(Span::plain(account.bank_name.clone())).small(bank(source, account)?),
        Cell::at(row, 2).text(Span::plain(code)),
        Cell::at(row, 3).text(Span::plain(account.bic.clone())),
        Cell::at(row + 1, 2).text(Span::plain(label)),
        Cell::at(row + 1, 3).text(Span::bold(grouped(&account.number))),
    ])
}
