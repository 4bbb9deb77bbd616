//! The kinds of records and the scope that each belongs to.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Unknown;

/// The names are those of code, wire and command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An own legal entity; several are possible.
    Organisation,
    Counterparty,
    Contract,
    Good,
    PriceList,
    Deal,
    Invoice,
    Payment,
    /// A series of numbers.
    Series,
    Settings,
    /// The user's corrections to a dated table.
    Table,
}

/// Departments come with the platform; before it there is one.
pub const MAIN_DEPARTMENT: &str = "main";

impl Kind {
    pub const ALL: [Self; 11] = [
        Self::Organisation,
        Self::Counterparty,
        Self::Contract,
        Self::Good,
        Self::PriceList,
        Self::Deal,
        Self::Invoice,
        Self::Payment,
        Self::Series,
        Self::Settings,
        Self::Table,
    ];

    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Counterparty => "counterparty",
            Self::Contract => "contract",
            Self::Good => "good",
            Self::PriceList => "price_list",
            Self::Deal => "deal",
            Self::Invoice => "invoice",
            Self::Payment => "payment",
            Self::Series => "series",
            Self::Settings => "settings",
            Self::Table => "table",
        }
    }

    /// Access right and unit of replication in one: `core`, `deals:main`, `finance`.
    #[must_use]
    pub const fn scope(self) -> &'static str {
        match self {
            Self::Deal | Self::Invoice => "deals:main",
            Self::Payment => "finance",
            _ => "core",
        }
    }

    /// Documents are drafts first; master data are live from the start.
    #[must_use]
    pub const fn is_document(self) -> bool {
        matches!(self, Self::Deal | Self::Invoice | Self::Payment)
    }

    /// Is the issued record a paper that nobody may change any more? A posted deal stays editable: it is an
    /// agreement in progress, its papers are the issued records that point to it.
    #[must_use]
    pub const fn freezes_at_issue(self) -> bool {
        matches!(self, Self::Invoice)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Kind {
    type Err = Unknown;

    fn from_str(text: &str) -> Result<Self, Unknown> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or_else(|| Unknown { what: "kind", text: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_same_in_code_and_json() {
        for kind in Kind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(kind));
            assert_eq!(serde_json::to_string(&kind).expect("serialises"), format!("\"{kind}\""));
        }
        assert!("invoices".parse::<Kind>().is_err());
        assert_eq!(Kind::Invoice.scope(), format!("deals:{MAIN_DEPARTMENT}"));
    }
}
