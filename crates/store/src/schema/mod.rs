//! The tables and their versions: each step is one transaction.

use rusqlite::Connection;

use crate::error::StoreError;

/// "Torg": a file whose header says something else is not ours.
pub(crate) const APPLICATION_ID: i64 = 0x546f_7267;

/// The versions that a program knows. There is one such list; a test has another, of a program to come.
#[derive(Clone, Copy)]
pub(crate) struct Schema {
    /// Step n brings a store from version n to n + 1.
    steps: &'static [&'static str],
}

/// What a file says about itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// Nothing in it yet: new, or its making was cut short.
    Empty,
    Ours {
        version: i64,
    },
}

impl Schema {
    pub(crate) const OURS: Self = Self { steps: &[include_str!("1.sql")] };

    #[cfg(test)]
    pub(crate) const fn of(steps: &'static [&'static str]) -> Self {
        Self { steps }
    }

    /// The newest version that this program knows.
    pub(crate) const fn newest(&self) -> i64 {
        self.steps.len() as i64
    }

    pub(crate) fn look(&self, connection: &Connection) -> Result<Found, StoreError> {
        let number = |pragma: &str| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
        let application = number("application_id")?;
        let version = number("user_version")?;
        let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
        match (application, version) {
            (0, 0) if tables == 0 => Ok(Found::Empty),
            (APPLICATION_ID, version) if version > self.newest() => {
                Err(StoreError::NewerSchema { found: version, known: self.newest() })
            }
            (APPLICATION_ID, version) if version > 0 => Ok(Found::Ours { version }),
            _ => Err(StoreError::NotOurs),
        }
    }

    /// Brings the store to the newest schema, one transaction a step.
    pub(crate) fn migrate(&self, connection: &Connection) -> Result<(), StoreError> {
        loop {
            // Another program may be doing the same: the version is read under the write lock.
            connection.execute_batch("BEGIN IMMEDIATE")?;
            let step = self.look(connection).and_then(|found| {
                let version = match found {
                    Found::Empty => 0,
                    Found::Ours { version } => version,
                };
                let Some(sql) = usize::try_from(version).ok().and_then(|version| self.steps.get(version)) else {
                    return Ok(false);
                };
                connection.execute_batch(sql)?;
                connection.pragma_update(None, "application_id", APPLICATION_ID)?;
                connection.pragma_update(None, "user_version", version + 1)?;
                Ok(true)
            });
            match step {
                Ok(more) => {
                    connection.execute_batch("COMMIT")?;
                    if !more {
                        return Ok(());
                    }
                }
                Err(error) => {
                    // The first error is the one to tell; a failed rollback would only say that there is nothing to roll back.
                    let _ = connection.execute_batch("ROLLBACK");
                    return Err(error);
                }
            }
        }
    }
}
