//! Looking at a number before it is stored: identifiers, accounts, what country a tax id is from.

use std::collections::BTreeMap;

use serde::Serialize;
use torgdom_domain::identifiers::{self, Bad, Checked, Kind};
use ts_rs::TS;

use crate::failure::Failure;

/// `code` is `identifier_<what>` when `ok` is false.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct CheckView {
    pub ok: bool,
    pub canonical: String,
    pub code: String,
    pub params: BTreeMap<String, String>,
    pub remarks: Vec<String>,
}

/// One reading of a tax id.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Guess {
    pub country: String,
    pub kind: String,
    pub canonical: String,
    pub ok: bool,
    /// `identifier_<what>` when `ok` is false.
    pub code: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct BankCheck {
    pub number: CheckView,
    pub bic: CheckView,
    /// Do account and bank belong together?
    pub pair: CheckView,
    /// Currency that the account itself names.
    pub currency: String,
}

/// # Errors
/// `unknown_identifier`.
pub fn check(kind: &str, value: &str) -> Result<CheckView, Failure> {
    let kind: Kind = kind.parse().map_err(|_| Failure::new("unknown_identifier").with("kind", kind))?;
    Ok(seen(kind.as_str(), identifiers::check(kind, value)))
}

/// Every country whose tax id `text` may be, those that pass their check first, Belarus and Russia before others; one
/// with a wrong check digit too, so that it can be said while the person types.
#[must_use]
pub fn guess(text: &str) -> Vec<Guess> {
    let mut found: Vec<Guess> = identifiers::guess_tax_id(text)
        .into_iter()
        .map(|(country, kind, canonical)| Guess {
            country: country.to_owned(),
            kind: kind.as_str().to_owned(),
            canonical,
            ok: true,
            code: String::new(),
        })
        .collect();
    for (country, kind) in [("BY", Kind::Unp), ("RU", Kind::Inn), ("KZ", Kind::Bin)] {
        if let Err(bad) = identifiers::check(kind, text)
            && matches!(bad.code, "checksum" | "region" | "never_issued" | "first_digit" | "all_zero")
        {
            found.push(Guess {
                country: country.to_owned(),
                kind: kind.as_str().to_owned(),
                canonical: text.trim().to_owned(),
                ok: false,
                code: format!("identifier_{}", bad.code),
            });
        }
    }
    found
}

/// An account with its bank: twenty digits are a Russian account whose key depends on the БИК, all else is an IBAN.
#[must_use]
pub fn bank(number: &str, bic: &str) -> BankCheck {
    let compact: String = number.chars().filter(|character| !character.is_whitespace()).collect();
    if !compact.is_empty() && compact.bytes().all(|byte| byte.is_ascii_digit()) {
        russian_bank(compact, bic)
    } else {
        iban_bank(number, bic)
    }
}

fn russian_bank(number: String, bic: &str) -> BankCheck {
    let bik = identifiers::check(Kind::Bik, bic);
    // Without a bank only the length can be told.
    let shape = if number.len() == 20 { Ok(()) } else { Err(("length", number.len())) };
    let pair = match (&bik, shape) {
        (Ok(checked), Ok(())) => seen("account", identifiers::check(Kind::Account, &format!("{}/{number}", checked.canonical))),
        _ => CheckView::default(),
    };
    let own = match shape {
        Ok(()) if bik.is_ok() => pair.clone(),
        Ok(()) => CheckView { ok: true, ..CheckView::default() },
        Err((code, found)) => CheckView {
            code: format!("identifier_{code}"),
            params: [("found", found.to_string()), ("expected", "20".to_owned()), ("kind", "account".to_owned())]
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
            ..CheckView::default()
        },
    };
    BankCheck {
        currency: identifiers::account_currency(&number).unwrap_or_default().to_owned(),
        number: CheckView { canonical: number, ..own },
        bic: seen("bik", bik),
        pair,
    }
}

fn iban_bank(number: &str, bic: &str) -> BankCheck {
    let iban = identifiers::check(Kind::Iban, number);
    let bank = identifiers::check(Kind::Bic, bic);
    let pair = match (&iban, &bank) {
        (Ok(iban), Ok(bic)) => match identifiers::iban_matches_bic(&iban.canonical, &bic.canonical) {
            Ok(()) => CheckView { ok: true, ..CheckView::default() },
            Err(bad) => seen("bic", Err(bad)),
        },
        _ => CheckView::default(),
    };
    BankCheck { number: seen("iban", iban), bic: seen("bic", bank), pair, currency: String::new() }
}

fn seen(kind: &str, outcome: Result<Checked, Bad>) -> CheckView {
    match outcome {
        Ok(checked) => CheckView {
            ok: true,
            canonical: checked.canonical,
            remarks: checked.remarks.iter().map(|remark| remark.code.to_owned()).collect(),
            ..CheckView::default()
        },
        Err(bad) => CheckView {
            ok: false,
            code: format!("identifier_{}", bad.code),
            params: bad
                .params
                .iter()
                .map(|(name, value)| ((*name).to_owned(), value.clone()))
                .chain([("kind".to_owned(), kind.to_owned())])
                .collect(),
            ..CheckView::default()
        },
    }
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn nine_digits_that_fail_are_a_wrong_belarusian_number() {
        let seen =
            |text: &str| -> Vec<(String, bool)> { guess(text).into_iter().map(|guess| (guess.country, guess.ok)).collect() };
        let told = |country: &str, ok: bool| (country.to_owned(), ok);
        assert_eq!(seen("100582334"), [told("BY", false)]);
        assert_eq!(seen("100582333"), [told("BY", true)]);
        assert_eq!(seen("7707083894"), [told("RU", false)]);
        assert_eq!(seen("СТИР 200244767")[0], told("UZ", true));
    }
}
