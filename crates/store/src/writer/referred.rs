//! Does any record refer to this one? A reference may stand anywhere in a body, so bodies are looked through: those that
//! were written since the id came into the world where that is known, all of them otherwise.

use chrono::DateTime;
use rusqlite::OptionalExtension as _;
use torgdom_records::{Id, Origin};

use super::Writer;
use crate::error::{StoreError, damaged};
use crate::reader::Line;

/// An id is given within this time before its record is made; otherwise somebody brought it along. In milliseconds.
const AT_ONCE_MS: i64 = 60_000;
/// How far the clock may have been set back meanwhile, in milliseconds.
const SET_BACK_MS: i64 = 600_000;
/// With more changes than this since, looking through everything is as fast.
const FEW_LINES: i64 = 20_000;

impl Writer<'_> {
    pub(super) fn is_referred_to(&self, key: i64, id: &Id) -> Result<bool, StoreError> {
        let quoted = format!("\"{id}\"");
        let Some(first) = self.first_line_that_could(key, id)? else {
            let mut all =
                self.connection.prepare_cached("SELECT 1 FROM record WHERE key <> ?1 AND instr(body, ?2) > 0 LIMIT 1")?;
            return Ok(all.query_row((key, quoted), |_| Ok(())).optional()?.is_some());
        };
        let mut since = self.connection.prepare_cached(
            "SELECT 1 FROM (SELECT DISTINCT key FROM journal WHERE n >= ?3) JOIN record USING (key)
             WHERE key <> ?1 AND instr(body, ?2) > 0 LIMIT 1",
        )?;
        Ok(since.query_row((key, quoted, first), |_| Ok(())).optional()?.is_some())
    }

    /// The journal line from which on bodies could hold `id`: every change of a body has its line. None when that is not
    /// known, or too long ago.
    fn first_line_that_could(&self, key: i64, id: &Id) -> Result<Option<i64>, StoreError> {
        let mut creation = self.connection.prepare_cached("SELECT n, at, line FROM journal WHERE key = ?1 ORDER BY n LIMIT 1")?;
        let found: Option<(i64, String, String)> =
            creation.query_row([key], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
        let (Some(born), Some((created, at, line))) = (born_ms(id), found) else { return Ok(None) };
        let line: Line = serde_json::from_str(&line).map_err(|error| damaged(format!("journal line {created}: {error}")))?;
        // Another's id may have been spoken of before its record came here.
        let ours = line.op == "create" && line.origin == Origin::Local;
        if !ours || ms(&at).is_none_or(|at| at.abs_diff(born) > AT_ONCE_MS.unsigned_abs()) {
            return Ok(None);
        }
        let newest: i64 = self.connection.prepare_cached("SELECT max(n) FROM journal")?.query_row([], |row| row.get(0))?;
        let mut earlier = self.connection.prepare_cached("SELECT n, at FROM journal WHERE n < ?1 ORDER BY n DESC")?;
        let mut earlier = earlier.query([created])?;
        let mut first = created;
        while let Some(row) = earlier.next()? {
            if newest - first > FEW_LINES {
                break;
            }
            if ms(row.get_ref(1)?.as_str().map_err(damaged)?).is_some_and(|at| at < born - SET_BACK_MS) {
                break;
            }
            first = row.get(0)?;
        }
        Ok((newest - first <= FEW_LINES).then_some(first))
    }
}

fn ms(at: &str) -> Option<i64> {
    Some(DateTime::parse_from_rfc3339(at).ok()?.timestamp_millis())
}

/// The moment in a UUIDv7 (RFC 9562 §5.7), in milliseconds since 1970; none in ids of other kinds, which may be as old as
/// they like.
fn born_ms(id: &str) -> Option<i64> {
    let dashes = [8, 13, 18, 23];
    let in_form = id.len() == 36
        && id.bytes().enumerate().all(|(at, byte)| if dashes.contains(&at) { byte == b'-' } else { byte.is_ascii_hexdigit() })
        && id.as_bytes()[14] == b'7';
    if !in_form {
        return None;
    }
    i64::from_str_radix(&format!("{}{}", &id[..8], &id[9..13]), 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ids_of_version_seven_tell_their_age() {
        let moment = ms("2026-11-22T12:00:00+03:00").expect("a moment");
        assert_eq!(born_ms("019aaa45-0e80-7abc-8def-0123456789ab"), Some(0x019a_aa45_0e80));
        assert!(moment > 0x019a_aa45_0e80);
        for other in [
            "c",
            "",
            "019aaa45-0e80-4abc-8def-0123456789ab",
            "019aaa45x0e80-7abc-8def-0123456789ab",
            "ё19aaa45-0e80-7abc-8def-0123456789a",
        ] {
            assert_eq!(born_ms(other), None, "{other}");
        }
    }
}
