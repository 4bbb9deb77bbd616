//! The generated profiles that are measured: made once and kept while seed, sizes and the store's schema stay the same.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, anyhow};
use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone};
use rusqlite::{Connection, OpenFlags};
use torgdom_app::clock::{Clock, SystemClock};
use torgdom_app::store::STORE_FILE;
use torgdom_app::{Desk, OpenOptions};

const SEED: u64 = 20_261_123;
/// Written beside the store when it is complete.
const STAMP: &str = "bench-stamp";

/// How much a profile holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub name: &'static str,
    pub counterparties: usize,
    pub invoices: usize,
}

impl Size {
    /// For the headings.
    #[must_use]
    pub fn told(self) -> String {
        format!("{} counterparties and {} invoices with their payments", self.counterparties, self.invoices)
    }
}

pub const NOTHING: Size = Size { name: "profile-empty", counterparties: 0, invoices: 0 };
pub const TINY: Size = Size { name: "profile-1k", counterparties: 1_000, invoices: 1_000 };
pub const SMALL: Size = Size { name: "profile-20k", counterparties: 20_000, invoices: 2_000 };
pub const HUNDRED_THOUSAND: Size = Size { name: "profile-100k", counterparties: 100_000, invoices: 100_000 };
pub const MILLION: Size = Size { name: "profile-1m", counterparties: 1_000_000, invoices: 1_000_000 };

/// The same day in every run, so that the same seed makes the same records; ids are the machine's.
#[derive(Debug, Default)]
pub struct BenchClock(SystemClock);

impl Clock for BenchClock {
    fn now(&self) -> DateTime<FixedOffset> {
        let noon =
            NaiveDate::from_ymd_opt(2026, 11, 23).and_then(|day| day.and_hms_opt(12, 0, 0)).expect("a day of the calendar");
        FixedOffset::east_opt(3 * 3600).expect("an offset of the world").from_utc_datetime(&noon)
    }

    fn new_id(&self) -> String {
        self.0.new_id()
    }
}

/// The core on a profile, as the window opens it.
#[must_use]
pub fn open(profile: &Path) -> Desk {
    torgdom_app::open(profile, OpenOptions { clock: Some(Box::<BenchClock>::default()), ..OpenOptions::default() })
}

/// A connection beside the core, for what is compared with it.
///
/// # Errors
/// There is no store.
pub fn beside(profile: &Path) -> Result<Connection> {
    Ok(Connection::open_with_flags(profile.join(STORE_FILE), OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?)
}

/// A profile of this size below `folder`: the one that is there, or a new one.
///
/// # Errors
/// The disk's and the store's.
pub fn ready(folder: &Path, size: Size) -> Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let profile = folder.join(size.name);
    let stamp = format!("{SEED} {} {}\n{}", size.counterparties, size.invoices, schema()?);
    if fs::read_to_string(profile.join(STAMP)).is_ok_and(|found| found == stamp) {
        return Ok(profile);
    }
    if profile.exists() {
        fs::remove_dir_all(&profile)?;
    }
    generate(&profile, size)?;
    fs::write(profile.join(STAMP), stamp)?;
    Ok(profile)
}

fn generate(profile: &Path, size: Size) -> Result<()> {
    let began = Instant::now();
    let desk = open(profile);
    desk.create_store("ru", "").map_err(|failure| anyhow!("{failure:?}"))?;
    let mut told = 0;
    let made = desk.generate(SEED, size.counterparties, size.invoices, |done, total| {
        if total >= 10 * 5_000 && done * 10 / total > told {
            told = done * 10 / total;
            eprintln!("  making {}: {done} of {total} records, {:.0} s", size.name, began.elapsed().as_secs_f64());
        }
    });
    let made = made.map_err(|failure| anyhow!("{failure:?}"))?;
    drop(desk);
    let bytes = fs::metadata(profile.join(STORE_FILE)).context("no store was made")?.len();
    if size.counterparties > 0 {
        let megabytes = bytes / 1_000_000;
        println!("made {}: {made} records, {megabytes} MB, {:.0} s", size.name, began.elapsed().as_secs_f64());
    }
    Ok(())
}

/// What the tables of a new store look like: a profile of an older shape is made anew.
fn schema() -> Result<String> {
    let folder = tempfile::tempdir()?;
    open(folder.path()).create_store("ru", "").map_err(|failure| anyhow!("{failure:?}"))?;
    let store = beside(folder.path())?;
    let mut statement = store.prepare("SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name")?;
    let tables: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(tables.join("\n"))
}
