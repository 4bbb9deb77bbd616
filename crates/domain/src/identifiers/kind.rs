//! The kinds of identifiers and the names they are asked by. Knows no rule of any of them.

use std::fmt;
use std::str::FromStr;

/// What a number claims to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// ИНН (RU): 10 digits of a legal person, 12 of a natural one.
    Inn,
    /// КПП (RU).
    Kpp,
    /// ОГРН (13 digits) or ОГРНИП (15) (RU).
    Ogrn,
    /// ОГРНИП alone (RU).
    Ogrnip,
    /// БИК (RU).
    Bik,
    /// `БИК/ACCOUNT` (RU): the key of an account holds only together with its bank.
    Account,
    /// ОКПО (RU, BY): 8 or 10 digits.
    Okpo,
    /// УНП (BY).
    Unp,
    /// IBAN of any country of the registry.
    Iban,
    /// BIC/SWIFT.
    Bic,
    /// БИН or ИИН (KZ).
    Bin,
    /// ՀՎՀՀ (AM).
    AmTin,
    /// ИНН (KG).
    KgTin,
    /// ИНН (СТИР) of a legal person (UZ).
    UzTin,
    /// GTIN-8, -12, -13, -14.
    Gtin,
    /// GLN.
    Gln,
    /// SSCC.
    Sscc,
    /// Code of ТН ВЭД ЕАЭС: 10 digits.
    Tnved,
    /// Number of an ЭСЧФ (BY).
    Eschf,
    /// РНПТ: the registration number of a traceable lot (RU).
    Rnpt,
}

/// The text names no kind of identifier.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown kind of identifier")]
pub struct UnknownKind;

/// Each kind once: its name, then what people call it besides. In lower case, with spaces for dashes and underscores.
const NAMES: [(Kind, &str, &[&str]); 20] = [
    (Kind::Inn, "inn", &["инн"]),
    (Kind::Kpp, "kpp", &["кпп"]),
    (Kind::Ogrn, "ogrn", &["огрн"]),
    (Kind::Ogrnip, "ogrnip", &["огрнип"]),
    (Kind::Bik, "bik", &["бик"]),
    (Kind::Account, "account", &["bank account", "ru account", "счёт", "счет"]),
    (Kind::Okpo, "okpo", &["окпо"]),
    (Kind::Unp, "unp", &["унп"]),
    (Kind::Iban, "iban", &["ибан"]),
    (Kind::Bic, "bic", &["swift", "swift bic", "bic swift"]),
    (Kind::Bin, "bin", &["iin", "kz bin", "kz iin", "бин", "иин", "бин/иин", "иин/бин"]),
    (Kind::AmTin, "am_tin", &["հվհհ", "hvhh"]),
    (Kind::KgTin, "kg_tin", &["kg inn"]),
    (Kind::UzTin, "uz_tin", &["uz inn", "стир", "stir"]),
    (Kind::Gtin, "gtin", &["ean", "штрихкод"]),
    (Kind::Gln, "gln", &[]),
    (Kind::Sscc, "sscc", &[]),
    (Kind::Tnved, "tnved", &["tn ved", "тнвэд", "тн вэд", "тн вэд еаэс"]),
    (Kind::Eschf, "eschf", &["эсчф"]),
    (Kind::Rnpt, "rnpt", &["рнпт"]),
];

impl Kind {
    const ALL: [Self; NAMES.len()] = {
        let mut all = [Self::Inn; NAMES.len()];
        let mut index = 0;
        while index < NAMES.len() {
            all[index] = NAMES[index].0;
            index += 1;
        }
        all
    };

    /// Every kind, in the order of the lists.
    #[must_use]
    pub fn all() -> &'static [Self] {
        &Self::ALL
    }

    /// The name on the command line and in records: `inn`, `unp`, `am_tin`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        NAMES[self as usize].1
    }

    /// Names that may stand before the number itself.
    pub(super) fn labels(self) -> impl Iterator<Item = &'static str> {
        let (_, name, aliases) = NAMES[self as usize];
        std::iter::once(name).chain(aliases.iter().copied())
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        let asked = key(text);
        NAMES
            .iter()
            .find(|(_, name, aliases)| key(name) == asked || aliases.contains(&asked.as_str()))
            .map(|(kind, ..)| *kind)
            .ok_or(UnknownKind)
    }
}

fn key(name: &str) -> String {
    name.trim().to_lowercase().replace(['_', '-'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_stands_in_the_order_of_the_kinds() {
        for (index, kind) in Kind::all().iter().enumerate() {
            assert_eq!(*kind as usize, index);
            assert_eq!(kind.as_str().parse(), Ok(*kind));
        }
    }

    #[test]
    fn people_call_them_otherwise() {
        for (name, kind) in [("ИНН", Kind::Inn), ("УНП", Kind::Unp), ("bank_account", Kind::Account), ("TN-VED", Kind::Tnved)]
        {
            assert_eq!(name.parse(), Ok(kind));
        }
        assert_eq!("".parse::<Kind>(), Err(UnknownKind));
        assert_eq!("passport".parse::<Kind>(), Err(UnknownKind));
    }
}
