//! Small numbers for names in the tables. They are part of the schema: never renumber.

use torgdom_records::{Kind, State};

use crate::error::{StoreError, damaged};

pub(crate) const fn of_kind(kind: Kind) -> i64 {
    match kind {
        Kind::Organisation => 1,
        Kind::Counterparty => 2,
        Kind::Contract => 3,
        Kind::Good => 4,
        Kind::PriceList => 5,
        Kind::Deal => 6,
        Kind::Invoice => 7,
        Kind::Payment => 8,
        Kind::Series => 9,
        Kind::Settings => 10,
        Kind::Table => 11,
    }
}

pub(crate) fn kind(code: i64) -> Result<Kind, StoreError> {
    Kind::ALL.into_iter().find(|kind| of_kind(*kind) == code).ok_or_else(|| damaged(format!("kind {code}")))
}

pub(crate) const fn of_state(state: State) -> i64 {
    match state {
        State::Live => 1,
        State::Archived => 2,
        State::Draft => 3,
        State::Issued => 4,
        State::Void => 5,
    }
}

pub(crate) fn state(code: i64) -> Result<State, StoreError> {
    State::ALL.into_iter().find(|state| of_state(*state) == code).ok_or_else(|| damaged(format!("state {code}")))
}
