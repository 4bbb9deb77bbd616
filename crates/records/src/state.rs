//! Where a record stands. "Paid" is not a state: it follows from payments.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Unknown;
use crate::kind::Kind;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Live,
    /// Deleted in the eyes of the user; reversible.
    Archived,
    Draft,
    Issued,
    /// Issued and taken back; the number stays used.
    Void,
}

impl State {
    pub const ALL: [Self; 5] = [Self::Live, Self::Archived, Self::Draft, Self::Issued, Self::Void];

    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Archived => "archived",
            Self::Draft => "draft",
            Self::Issued => "issued",
            Self::Void => "void",
        }
    }

    /// The state that a new record of the kind begins in.
    #[must_use]
    pub const fn first(kind: Kind) -> Self {
        if kind.is_document() { Self::Draft } else { Self::Live }
    }

    /// Can a record of `kind` stand here at all? Master data are live or archived; documents are drafts, issued, void,
    /// or put aside in the archive.
    #[must_use]
    pub const fn is_of(self, kind: Kind) -> bool {
        match self {
            Self::Archived => true,
            Self::Live => !kind.is_document(),
            Self::Draft | Self::Issued | Self::Void => kind.is_document(),
        }
    }

    /// May a record of `kind` go from this state to `to`? An issued paper may only be voided, and that is final; what
    /// is posted and stays editable (a deal, a payment) may become a draft again.
    #[must_use]
    pub fn may_become(self, to: Self, kind: Kind) -> bool {
        if self == to || !self.is_of(kind) || !to.is_of(kind) {
            return false;
        }
        match (self, to) {
            (Self::Issued, Self::Void) => true,
            (Self::Void, _) | (_, Self::Void) => false,
            (Self::Issued, _) | (_, Self::Issued) => !kind.freezes_at_issue(),
            _ => true,
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for State {
    type Err = Unknown;

    fn from_str(text: &str) -> Result<Self, Unknown> {
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or_else(|| Unknown { what: "state", text: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issued_paper_can_only_be_voided() {
        assert!(State::Issued.may_become(State::Void, Kind::Invoice));
        for to in [State::Draft, State::Live, State::Archived] {
            assert!(!State::Issued.may_become(to, Kind::Invoice));
            assert!(!State::Void.may_become(to, Kind::Invoice));
        }
        assert!(!State::Draft.may_become(State::Issued, Kind::Invoice), "the issued invoice is another record");
        assert!(State::Draft.may_become(State::Issued, Kind::Deal), "a deal is posted");
        assert!(State::Issued.may_become(State::Draft, Kind::Payment), "and a posting is taken back");
    }

    #[test]
    fn a_kind_knows_its_states() {
        use State::{Archived, Draft, Issued, Live, Void};
        let allowed = |kind| -> Vec<(State, State)> {
            let pairs = State::ALL.into_iter().flat_map(|from| State::ALL.map(|to| (from, to)));
            pairs.filter(|(from, to)| from.may_become(*to, kind)).collect()
        };
        for kind in [Kind::Organisation, Kind::Counterparty, Kind::Good, Kind::Series, Kind::Settings, Kind::Table] {
            assert_eq!(allowed(kind), [(Live, Archived), (Archived, Live)], "{kind}");
        }
        assert_eq!(allowed(Kind::Invoice), [(Archived, Draft), (Draft, Archived), (Issued, Void)]);
        let editable = [
            (Archived, Draft),
            (Archived, Issued),
            (Draft, Archived),
            (Draft, Issued),
            (Issued, Archived),
            (Issued, Draft),
            (Issued, Void),
        ];
        assert_eq!(allowed(Kind::Deal), editable);
        assert_eq!(allowed(Kind::Payment), editable);
    }

    #[test]
    fn archiving_is_reversible() {
        assert!(State::Live.may_become(State::Archived, Kind::Good));
        assert!(State::Archived.may_become(State::Live, Kind::Good));
        assert!(State::Draft.may_become(State::Archived, Kind::Invoice));
        assert!(State::Archived.may_become(State::Draft, Kind::Invoice));
    }
}
