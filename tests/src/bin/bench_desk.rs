//! `cargo xtask bench desk [--small] [--only NAME]…`: what the desk costs, beside what it could cost.

use anyhow::Result;
use torgdom_tests::bench::{self, asked::Asked};
use torgdom_tests::built;

fn main() -> Result<()> {
    let asked = Asked::read(std::env::args().skip(1), built::root().join("target"))?;
    bench::run(&asked, &built::root())
}
