//! Numbers of firms and banks that pass their checks and belong to nobody: tax ids of inspections that do not exist
//! (`xx99`), accounts in banks that do not exist. The rules are those of `torgdom_domain::identifiers`, which the tests
//! ask; here they are turned round: from the digits to the check digit.

const RUSSIAN_COMPANY: [u32; 9] = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const RUSSIAN_PERSON_FIRST: [u32; 10] = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const RUSSIAN_PERSON_SECOND: [u32; 11] = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const BELARUSIAN: [u32; 8] = [29, 23, 19, 17, 13, 7, 5, 3];
const KAZAKH_FIRST: [u32; 11] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const KAZAKH_SECOND: [u32; 11] = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

fn weighed(digits: &str, weights: &[u32]) -> u32 {
    digits.chars().filter_map(|sign| sign.to_digit(10)).zip(weights).map(|(digit, weight)| digit * weight).sum()
}

/// ИНН of a company of the region: `RR99NNNNNC`. `number` below 100,000.
pub(crate) fn inn_company(region: &str, number: usize) -> String {
    let digits = format!("{region}99{number:05}");
    let check = weighed(&digits, &RUSSIAN_COMPANY) % 11 % 10;
    format!("{digits}{check}")
}

/// ИНН of a sole trader of the region: `RR99NNNNNNCC`. `number` below 1,000,000.
pub(crate) fn inn_person(region: &str, number: usize) -> String {
    let mut digits = format!("{region}99{number:06}");
    let first = weighed(&digits, &RUSSIAN_PERSON_FIRST) % 11 % 10;
    digits.push_str(&first.to_string());
    let second = weighed(&digits, &RUSSIAN_PERSON_SECOND) % 11 % 10;
    format!("{digits}{second}")
}

/// КПП of the same inspection; `reason` `01` is the seat, `43` a branch, `45` another separate division.
pub(crate) fn kpp(region: &str, reason: &str, number: usize) -> String {
    format!("{region}99{reason}{number:03}")
}

/// ОГРН (`sign` 1, 12 digits and a check) or ОГРНИП (`sign` 3, 14 and a check).
pub(crate) fn ogrn(sole_trader: bool, year: i32, region: &str, number: usize) -> String {
    let year = year % 100;
    let (digits, modulus) = if sole_trader {
        (format!("3{year:02}{region}99{number:07}"), 13)
    } else {
        (format!("1{year:02}{region}99{number:05}"), 11)
    };
    let value: u64 = digits.bytes().filter(u8::is_ascii_digit).fold(0, |value, digit| value * 10 + u64::from(digit - b'0'));
    format!("{digits}{}", value % modulus % 10)
}

/// УНП `R9NNNNNNC` of the region (its first digit), from 95 on: registers have not come so far. A number whose check
/// digit would be ten is never issued; the odd one after it always is, because the last weight is three. `number` below
/// 250,000: different numbers give different УНП.
pub(crate) fn unp(region: &str, number: usize) -> String {
    let even = 500_000 + number % 250_000 * 2;
    issued(even, |number| {
        let digits = format!("{region}9{number:06}");
        let check = weighed(&digits, &BELARUSIAN) % 11;
        (check < 10).then(|| format!("{digits}{check}"))
    })
}

/// БИН of a company registered in December 1999: its serial numbers never rose so high. `number` below 1,000.
pub(crate) fn bin(number: usize) -> String {
    issued(number, |number| {
        let digits = format!("99124099{:03}", number % 1_000);
        let check = match weighed(&digits, &KAZAKH_FIRST) % 11 {
            10 => weighed(&digits, &KAZAKH_SECOND) % 11,
            check => check,
        };
        (check < 10).then(|| format!("{digits}{check}"))
    })
}

/// The first of `number`, `number + 1`, … that exists. One of eleven does not, never many in a row.
fn issued(number: usize, make: impl Fn(usize) -> Option<String>) -> String {
    (number..number + 100).find_map(make).unwrap_or_default()
}

/// A client's account of 20 digits with its key: balance account (`40702`), currency digits (`810`), bank, own number.
pub(crate) fn russian_account(balance: &str, currency: &str, bic: &str, number: u64) -> String {
    let bank = bic.get(6..9).unwrap_or_default();
    with_key(bank, |key| format!("{balance}{currency}{key}{number:011}"))
}

/// The correspondent account of a bank: in the Bank of Russia, with the bank's last three digits at its end.
pub(crate) fn correspondent_account(bic: &str) -> String {
    let division = format!("0{}", bic.get(4..6).unwrap_or_default());
    let bank = bic.get(6..9).unwrap_or_default();
    with_key(&division, |key| format!("30101810{key}{:0>11}", bank))
}

/// The key stands at the ninth place with the weight three, so one digit of ten always fits.
fn with_key(bank: &str, account: impl Fn(u32) -> String) -> String {
    let fits = |account: &String| {
        let digits = bank.chars().chain(account.chars()).filter_map(|sign| sign.to_digit(10));
        digits.zip([7, 1, 3].into_iter().cycle()).map(|(digit, weight)| digit * weight % 10).sum::<u32>() % 10 == 0
    };
    (0..10).map(account).find(fits).unwrap_or_default()
}

/// IBAN of a country from the rest of the number, by ISO 7064 mod 97-10.
pub(crate) fn iban(country: &str, rest: &str) -> String {
    let value = |text: &str| {
        text.chars().filter_map(|sign| sign.to_digit(36)).fold(
            0u64,
            |value, digit| if digit > 9 { value * 100 + u64::from(digit) } else { value * 10 + u64::from(digit) } % 97,
        )
    };
    let check = 98 - value(&format!("{rest}{country}00"));
    format!("{country}{check:02}{rest}")
}

/// GTIN-13 from its first twelve digits: weights 1 and 3 from the left.
pub(crate) fn gtin13(twelve: &str) -> String {
    let sum = weighed(twelve, &[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]);
    format!("{twelve}{}", (10 - sum % 10) % 10)
}

#[cfg(test)]
mod tests {
    use torgdom_domain::identifiers::{Kind, check, iban_matches_bic};

    use super::*;

    fn holds(kind: Kind, text: &str) {
        assert!(check(kind, text).is_ok(), "{kind:?} {text}: {:?}", check(kind, text));
    }

    #[test]
    fn every_number_passes_its_check() {
        for number in (0..99_999).step_by(37) {
            holds(Kind::Inn, &inn_company("77", number));
            holds(Kind::Inn, &inn_person("40", number));
            holds(Kind::Kpp, &kpp("71", "01", 1));
            holds(Kind::Ogrn, &ogrn(false, 2014, "52", number));
            holds(Kind::Ogrn, &ogrn(true, 2019, "77", number));
            holds(Kind::Unp, &unp("1", number));
            holds(Kind::Bin, &bin(number % 1_000));
            holds(Kind::Gtin, &gtin13(&format!("4819980{number:05}")));
            holds(Kind::Account, &format!("044599718/{}", russian_account("40702", "810", "044599718", number as u64)));
            holds(Kind::Iban, &iban("BY", &format!("SVKB30120000{number:08}00270000")[..28 - 4]));
        }
        holds(Kind::Account, &format!("042299753/{}", correspondent_account("042299753")));
        holds(Kind::Iban, &iban("KZ", "9980000000123456"));
        assert!(iban_matches_bic(&iban("BY", "SVKB30120000914400270000"), "SVKBBY2X").is_ok());
    }

    #[test]
    fn numbers_of_firms_do_not_repeat() {
        let mut seen: Vec<String> = (0..20_000).map(|number| unp("1", number)).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 20_000);
    }

    #[test]
    fn known_numbers_come_out() {
        assert_eq!(inn_company("77", 12408), "7799124089");
        assert_eq!(unp("1", 249_023), "199980469");
        assert_eq!(russian_account("40702", "810", "044599718", 14408), "40702810100000014408");
        assert_eq!(correspondent_account("044599718"), "30101810400000000718");
        assert_eq!(iban("BY", "SVKB30120000914400270000"), "BY33SVKB30120000914400270000");
    }
}
