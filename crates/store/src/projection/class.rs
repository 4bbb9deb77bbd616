//! Where a row stands in the lists: what the tabs and the counts are made of. The numbers are part of the schema.

use torgdom_records::{Kind, State};

/// A draft that became an issued record: it is shown through that one.
pub(crate) const HIDDEN: i64 = 0;
pub(crate) const DRAFT: i64 = 1;
/// Issued or posted, and nothing paid (nothing allocated, for a payment).
pub(crate) const OPEN: i64 = 2;
pub(crate) const PART: i64 = 3;
pub(crate) const PAID: i64 = 4;
/// Master data in use.
pub(crate) const LIVE: i64 = 5;
pub(crate) const VOID: i64 = 6;
pub(crate) const ARCHIVED: i64 = 7;
pub(crate) const COUNT: usize = 8;

/// Bits of a row's `flags`.
pub(crate) const BUYER: i64 = 1;
pub(crate) const SUPPLIER: i64 = 2;
/// Money that came in, for payments.
pub(crate) const INCOMING: i64 = 4;

/// `money` is (total, paid) in 1/100 where the kind has sums.
pub(crate) fn of(kind: Kind, state: State, became_issued: bool, money: Option<(i64, i64)>) -> i64 {
    match state {
        State::Archived => ARCHIVED,
        State::Void => VOID,
        State::Draft if became_issued => HIDDEN,
        State::Draft => DRAFT,
        State::Live if !kind.is_document() => LIVE,
        State::Live | State::Issued => match money {
            Some((total, paid)) if paid >= total => PAID,
            Some((_, paid)) if paid > 0 => PART,
            _ => OPEN,
        },
    }
}
