//! SSCC, the number of a pallet or a case: 18 digits. Source: GS1 General Specifications.

use super::gs1;
use super::outcome::{Bad, Checked};

pub(super) fn check(text: &str) -> Result<Checked, Bad> {
    gs1::check(text, &[18])
}
