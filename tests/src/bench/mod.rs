//! What the desk costs: saving, pages of long lists, typing into search, starting, memory, papers; each beside the
//! plainest way to do the same, in one run. `docs/bench.md` says how to read it.

pub mod asked;
pub mod profiles;

use anyhow::Result;

use self::asked::Asked;

pub fn run(asked: &Asked) -> Result<()> {
    for size in [profiles::NOTHING, profiles::HUNDRED_THOUSAND, profiles::MILLION] {
        profiles::ready(&asked.profiles, size)?;
    }
    Ok(())
}
