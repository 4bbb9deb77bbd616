//! What the desk does by itself while nobody types: sees what other programs wrote, keeps a copy of each day.

use std::sync::PoisonError;

use chrono::NaiveDate;

use crate::desk::Desk;
use crate::event::Event;
use crate::failure::Failure;

/// What was seen and done at the last look.
#[derive(Debug, Default)]
pub(crate) struct Tended {
    /// The store's number that changes when another program writes.
    version: Option<i64>,
    /// The day whose copy is made.
    day: Option<NaiveDate>,
}

impl Desk {
    /// To be called about once a second: tells the screens when the command line changed something (the first look tells
    /// too: a write may have come between opening and it), makes the day's
    /// backup. Does nothing while the profile is not open.
    ///
    /// # Errors
    /// The backup could not be made (a full disk): the desk goes on, the next day or start tries again.
    pub fn tend(&self) -> Result<(), Failure> {
        let Ok(store) = self.store() else { return Ok(()) };
        let version = store.data_version()?;
        let today = self.clock.today();
        let (written_outside, new_day) = {
            let mut tended = self.tended.lock().unwrap_or_else(PoisonError::into_inner);
            let before = tended.version.replace(version);
            (before != Some(version), tended.day.replace(today) != Some(today))
        };
        if written_outside {
            self.tell(&Event::Changed { ids: Vec::new(), kinds: Vec::new(), by: "outside".to_owned() });
        }
        if new_day {
            store.read(|reader| reader.warm_search())?;
            store.daily_backup(today)?;
        }
        Ok(())
    }
}
