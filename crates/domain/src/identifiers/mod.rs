//! Numbers that registers, banks and classifiers give: how each is written and when it cannot be right.
//! Knows only the number itself: no register is asked, no country is preferred, nothing is overridden here.
//!
//! One file an identifier; its own header names the source of the rule.

mod account;
mod am_tin;
mod bic;
mod bik;
mod bin;
mod country;
mod eschf;
mod gln;
mod gs1;
mod gtin;
mod iban;
mod inn;
mod kg_tin;
mod kind;
mod kpp;
mod ogrn;
mod ogrnip;
mod okpo;
mod outcome;
mod rnpt;
mod sscc;
mod tax_id;
mod tnved;
mod typed;
mod unp;
mod uz_tin;

pub use account::{account_currency, bare_account};
pub use bic::iban_matches_bic;
pub use country::is_country;
pub use kind::{Kind, UnknownKind};
pub use outcome::{Bad, Checked, Remark};
pub use tax_id::{check_tax_id, guess_tax_id, tax_id_kind};

/// Is `text`, as a person typed or pasted it, a `kind`?
///
/// Spaces (also no-break and thin ones), invisible signs and the number's own name in front («УНП 100582333») are
/// dropped; dashes and dots only where the number is customarily written with them. Digits of other scripts are not.
///
/// # Errors
/// [`Bad`] names what is wrong first: characters, then length, then structure, then the check digit.
pub fn check(kind: Kind, text: &str) -> Result<Checked, Bad> {
    let text = typed::without_label(text, kind);
    match kind {
        Kind::Inn => inn::check(text),
        Kind::Kpp => kpp::check(text),
        Kind::Ogrn => ogrn::check(text),
        Kind::Ogrnip => ogrnip::check(text),
        Kind::Bik => bik::check(text),
        Kind::Account => account::check(text),
        Kind::Okpo => okpo::check(text),
        Kind::Unp => unp::check(text),
        Kind::Iban => iban::check(text),
        Kind::Bic => bic::check(text),
        Kind::Bin => bin::check(text),
        Kind::AmTin => am_tin::check(text),
        Kind::KgTin => kg_tin::check(text),
        Kind::UzTin => uz_tin::check(text),
        Kind::Gtin => gtin::check(text),
        Kind::Gln => gln::check(text),
        Kind::Sscc => sscc::check(text),
        Kind::Tnved => tnved::check(text),
        Kind::Eschf => eschf::check(text),
        Kind::Rnpt => rnpt::check(text),
    }
}

/// `canonical` as papers print it: an IBAN in groups of four, a ТН ВЭД code as `8413 70 300 0` (no-break spaces);
/// every other number, and whatever is not canonical, as it stands.
#[must_use]
pub fn shown(kind: Kind, canonical: &str) -> String {
    match kind {
        Kind::Iban => typed::grouped(canonical, &[4; 9]),
        Kind::Tnved if canonical.len() == 10 => typed::grouped(canonical, &[4, 2, 3, 1]),
        _ => canonical.to_owned(),
    }
}
