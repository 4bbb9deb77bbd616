//! The text of the payment code for a Russian bank's application: ГОСТ Р 56042-2014, UTF-8 (`ST00012`).

use rust_decimal::Decimal;
use torgdom_domain::invoice::IssuedInvoice;

use crate::PaperError;
use crate::phrases::{Phrases, join, sum};
use crate::printable::tidy;
use crate::text::Lang;

/// Longest name and purpose in a payment order (characters).
const NAME_LENGTH: usize = 160;
const PURPOSE_LENGTH: usize = 210;

/// `ST00012|Name=…|PersonalAcc=…|BankName=…|BIC=…|CorrespAcc=…|Sum=<kopecks>|Purpose=…|PayeeINN=…|KPP=…`
///
/// `None` where such a payment cannot be made: the payee, the account or the sum is not in Russian roubles, a requisite
/// is missing or misshapen, or the invoice has no number yet.
#[must_use]
pub fn payment_qr_text(doc: &IssuedInvoice) -> Option<String> {
    let (seller, account) = (&doc.seller, &doc.account);
    let in_roubles = seller.country == "RU" && doc.currency == "RUB" && account.currency == "RUB";
    let kopecks = kopecks(doc)?;
    let name = value(if seller.full_name.is_empty() { &seller.name } else { &seller.full_name });
    let name = if name.chars().count() > NAME_LENGTH { value(&seller.name) } else { name };
    let bank = value(&account.bank_name);
    let shaped = digits(&account.number, 20) && digits(&account.bic, 9);
    if !in_roubles || !shaped || doc.number.is_empty() || name.is_empty() || bank.is_empty() {
        return None;
    }
    // A division of the Bank of Russia has no correspondent account; the standard's obligatory field is 0 then.
    let correspondent = match account.corr_account.as_str() {
        "" => "0",
        number if digits(number, 20) => number,
        _ => return None,
    };
    let purpose = value(&purpose(doc, Phrases::new(Lang::Ru)).ok()?);
    let mut text = format!(
        "ST00012|Name={}|PersonalAcc={}|BankName={bank}|BIC={}|CorrespAcc={correspondent}|Sum={kopecks}|Purpose={}",
        cut(&name, NAME_LENGTH),
        account.number,
        account.bic,
        cut(&purpose, PURPOSE_LENGTH),
    );
    if digits(&seller.tax_id, 10) || digits(&seller.tax_id, 12) {
        text.push_str(&format!("|PayeeINN={}", seller.tax_id));
    }
    if seller.kpp.chars().count() == 9 && seller.kpp.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        text.push_str(&format!("|KPP={}", seller.kpp));
    }
    Some(text)
}

/// Purpose of payment: the document's own, or composed of number, contract and VAT.
///
/// # Errors
/// [`PaperError::Sentence`] when the catalogue is incomplete.
pub(super) fn purpose(doc: &IssuedInvoice, phrases: Phrases) -> Result<String, PaperError> {
    if !doc.purpose.is_empty() {
        return Ok(doc.purpose.clone());
    }
    if doc.number.is_empty() {
        return Ok(String::new());
    }
    let title = |number: &str, date: Option<chrono::NaiveDate>| -> Result<String, PaperError> {
        let number =
            if number.is_empty() { String::new() } else { phrases.say("paper-numbered", &[("number", number.into())])? };
        let date = match date {
            Some(date) => phrases.say("paper-dated", &[("date", (&phrases.short_date(date)?).into())])?,
            None => String::new(),
        };
        Ok(join(&[&number, &date], " "))
    };
    let invoice = phrases.say("invoice-purpose-text", &[("title", (&title(&doc.number, doc.date)?).into())])?;
    let contract = match title(&doc.basis.number, doc.basis.date)? {
        empty if empty.is_empty() || doc.basis.number.is_empty() => String::new(),
        title => phrases.say("invoice-purpose-contract", &[("title", (&title).into())])?,
    };
    let exempt = !doc.lines.is_empty() && doc.lines.values().all(|line| line.vat_code == "none");
    let vat = if exempt {
        phrases.say("invoice-purpose-exempt", &[])?
    } else if doc.totals.vat.is_zero() {
        phrases.say("invoice-purpose-zero", &[])?
    } else {
        phrases.say("invoice-purpose-vat", &[("sum", (&sum(doc.totals.vat)).into())])?
    };
    Ok(join(&[&join(&[&invoice, &contract], ", "), &vat], ". "))
}

/// The sum in kopecks; `None` for nothing to pay or a fraction of a kopeck.
fn kopecks(doc: &IssuedInvoice) -> Option<String> {
    let kopecks = doc.totals.gross.decimal().checked_mul(Decimal::ONE_HUNDRED)?.normalize();
    (kopecks > Decimal::ZERO && kopecks.scale() == 0).then(|| kopecks.to_string())
}

/// A value without the separator, with ordinary spaces (banks' parsers know no others).
fn value(text: &str) -> String {
    tidy(&text.replace('|', "/").replace(['\u{a0}', '\u{202f}', '\u{2009}'], " "))
}

fn cut(text: &str, length: usize) -> String {
    text.chars().take(length).collect::<String>().trim_end().to_owned()
}

fn digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}
