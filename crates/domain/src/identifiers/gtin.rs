//! GTIN, the number under a bar code: 8, 12, 13 or 14 digits. Source: GS1 General Specifications.

use super::gs1;
use super::outcome::{Bad, Checked};

pub(super) fn check(text: &str) -> Result<Checked, Bad> {
    gs1::check(text, &[8, 12, 13, 14])
}
