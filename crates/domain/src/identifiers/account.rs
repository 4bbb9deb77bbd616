//! A Russian bank account together with its БИК. Source: Порядок расчёта контрольного ключа в номере лицевого счёта,
//! утв. ЦБ РФ 08.09.1997 № 515: 23 digits (three of the bank, twenty of the account), weights 7, 1, 3; the last
//! digits of the products add up to a number that ends with 0.

use super::outcome::{Bad, Checked};
use super::{bik, typed};

const WEIGHTS: [u32; 3] = [7, 1, 3];

/// Places 6–8 of an account: the currency. Roubles are 810 inside Russia, never 643.
const CURRENCIES: [(&str, &str); 22] = [
    ("051", "AMD"),
    ("156", "CNY"),
    ("356", "INR"),
    ("364", "IRR"),
    ("392", "JPY"),
    ("398", "KZT"),
    ("417", "KGS"),
    ("498", "MDL"),
    ("756", "CHF"),
    ("784", "AED"),
    ("810", "RUB"),
    ("826", "GBP"),
    ("840", "USD"),
    ("860", "UZS"),
    ("933", "BYN"),
    ("944", "AZN"),
    ("949", "TRY"),
    ("972", "TJS"),
    ("978", "EUR"),
    ("980", "UAH"),
    ("981", "GEL"),
    ("985", "PLN"),
];

/// `text` is `БИК/ACCOUNT`.
pub(super) fn check(text: &str) -> Result<Checked, Bad> {
    if typed::compact(text, &[]).is_empty() {
        return Err(Bad::new("empty"));
    }
    let (bik, account) = text.split_once('/').ok_or_else(|| Bad::new("format"))?;
    let bik = bik::check(bik).map_err(|bad| bad.with("part", "bik"))?.canonical;
    let account = typed::compact(account, typed::DASHES_AND_DOTS);
    let digits = typed::digits(&account, &[20]).map_err(|bad| bad.with("part", "account"))?;
    let canonical = format!("{bik}/{account}");
    // Treasury accounts (раздел 03, приказ Казначейства 15н) follow neither form of the key.
    if account.starts_with("03") {
        return Ok(Checked::remarked(canonical, "treasury_account_key_not_checked"));
    }
    let keyed = bank_digits(&bik, &account).into_iter().chain(digits);
    let sum: u32 = keyed.zip(WEIGHTS.into_iter().cycle()).map(|(digit, weight)| digit * weight % 10).sum();
    typed::expect_digit(sum % 10, 0).map_err(|bad| bad.with("part", "account"))?;
    Ok(Checked::plain(canonical))
}

/// Three digits that stand for the bank. A client's account: its own places 7–9. A correspondent account, the single
/// treasury account and accounts in the Bank of Russia itself (00 in places 7–8): 0 and places 5–6, its division.
fn bank_digits(bik: &str, account: &str) -> Vec<u32> {
    let in_bank_of_russia = account.starts_with("301") || account.starts_with("40102") || &bik[6..8] == "00";
    let digits = if in_bank_of_russia { format!("0{}", &bik[4..6]) } else { bik[6..].to_owned() };
    digits.chars().filter_map(|sign| sign.to_digit(10)).collect()
}

/// The number of an account of any country without the spaces, dashes and dots that papers set it apart with.
#[must_use]
pub fn bare_account(number: &str) -> String {
    typed::compact(number, typed::DASHES_AND_DOTS)
}

/// Currency (ISO 4217 letters) of a Russian account of 20 digits; `None` for another shape or an unknown code.
#[must_use]
pub fn account_currency(account: &str) -> Option<&'static str> {
    let account = typed::compact(account, typed::DASHES_AND_DOTS);
    if account.len() != 20 || !account.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let code = &account[5..8];
    CURRENCIES.iter().find(|(digits, _)| *digits == code).map(|(_, letters)| *letters)
}
