//! GLN, the number of a place or a party in electronic documents: 13 digits. Source: GS1 General Specifications.

use super::gs1;
use super::outcome::{Bad, Checked};

pub(super) fn check(text: &str) -> Result<Checked, Bad> {
    gs1::check(text, &[13])
}
