//! What a check answers: the number in its one canonical form, or what is wrong with it. Codes, never sentences.

/// A number that may be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The one form that is stored and compared: no spaces, upper case, Latin letters.
    pub canonical: String,
    pub remarks: Vec<Remark>,
}

/// What a person should know about a number that is not refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remark {
    /// `treasury_account_key_not_checked`, `tax_id_inside_fails`.
    pub code: &'static str,
}

/// Why a number cannot be right.
///
/// | code | params | meaning |
/// |---|---|---|
/// | `empty` | | nothing but spaces |
/// | `format` | `sign`, `place` (from 1) or none | a character that cannot stand there; without them, the whole shape |
/// | `length` | `found`, `expected` (`10, 12` or `25–29`) | so many characters |
/// | `all_zero` | | nobody has this number, whatever its checksum |
/// | `first_digit` | `found`, `expected` | the first digit is none that is given out |
/// | `region` | `found` | no such region or tax office |
/// | `chapter` | `found` | no such chapter of ТН ВЭД |
/// | `country` | `found` | no such country |
/// | `never_issued` | | the first digits give a remainder that the register skips |
/// | `checksum` | | a digit is wrong |
/// | `bank_mismatch` | `iban`, `bic` | the account and the bank's code name different banks |
///
/// In an account (`БИК/ACCOUNT`) the parameter `part` says which half is meant: `bik` or `account`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code}")]
pub struct Bad {
    pub code: &'static str,
    pub params: Vec<(&'static str, String)>,
}

impl Checked {
    pub(super) fn plain(canonical: String) -> Self {
        Self { canonical, remarks: Vec::new() }
    }

    pub(super) fn remarked(canonical: String, code: &'static str) -> Self {
        Self { canonical, remarks: vec![Remark { code }] }
    }
}

impl Bad {
    pub(super) fn new(code: &'static str) -> Self {
        Self { code, params: Vec::new() }
    }

    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.params.push((name, value.to_string()));
        self
    }

    /// `sign` cannot stand at `index` (from 0). A sign that has no shape is named by its code point.
    pub(super) fn sign(sign: char, index: usize) -> Self {
        let shown = if sign.is_control() { format!("U+{:04X}", u32::from(sign)) } else { sign.to_string() };
        Self::new("format").with("sign", shown).with("place", index + 1)
    }

    pub(super) fn length(found: usize, expected: &[usize]) -> Self {
        let expected: Vec<String> = expected.iter().map(ToString::to_string).collect();
        Self::new("length").with("found", found).with("expected", expected.join(", "))
    }

    pub(super) fn length_between(found: usize, least: usize, most: usize) -> Self {
        Self::new("length").with("found", found).with("expected", format!("{least}–{most}"))
    }
}
