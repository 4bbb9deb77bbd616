//! Who changed what, when, from what to what, as people read it.

use serde_json::Value;
use torgdom_records::{Body, Edit, Record};
use torgdom_store::Reader;

use super::records::find;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::views::{FieldChange, HistoryLine};

/// At most this many changed fields of one save are listed; a paste of a thousand lines is one save.
const CHANGES: usize = 40;

impl Desk {
    /// The latest changes of a record, the newest first.
    ///
    /// # Errors
    /// `not_found`.
    pub fn history(&self, id: &str, limit: usize) -> Result<Vec<HistoryLine>, Failure> {
        self.reading(|desk, reader| {
            let record = find(reader, id)?;
            let own = desk.author(reader)?;
            let mut lines = reader.history(id)?;
            lines.reverse();
            lines.truncate(limit.max(1));
            lines
                .into_iter()
                .map(|line| {
                    let op = match (line.op.as_str(), line.to) {
                        ("state", Some(to)) => to.as_str().to_owned(),
                        (op, _) => op.to_owned(),
                    };
                    let mut changes = Vec::new();
                    for edit in line.edits.iter().filter(|edit| !is_order(edit)).take(CHANGES) {
                        changes.extend(shown(reader, &record, edit)?);
                    }
                    let is_said = changes.iter().any(|change: &FieldChange| change.path == "/void_reason");
                    if let Some(reason) = line.reason.filter(|reason| !reason.is_empty() && !is_said) {
                        changes.push(FieldChange {
                            path: "/void_reason".to_owned(),
                            label: "void_reason".to_owned(),
                            new: reason,
                            ..FieldChange::default()
                        });
                    }
                    Ok(HistoryLine {
                        at: line.at,
                        author_short: short_name(&line.author),
                        // Before the person gave a name, what was done here has none either.
                        mine: !own.is_empty() && line.author == own,
                        author: line.author,
                        op,
                        changes,
                    })
                })
                .collect()
        })
    }
}

/// «Ковальчук Елена Сергеевна» → «Ковальчук Е. С.», with no-break spaces; whatever is not a surname and one or two names
/// stays as it is.
fn short_name(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_name = |word: &&str| word.chars().next().is_some_and(char::is_uppercase) && word.chars().all(is_of_name);
    match words.as_slice() {
        // Initials may come first («Е. С. Ковальчук»), and stand together («Ковальчук Е.С.»).
        [surname, names @ ..] if matches!(names.len(), 1 | 2) && words.iter().all(is_name) && !surname.contains('.') => {
            let firsts = names.iter().flat_map(|name| name.split('.')).filter_map(|name| name.chars().next());
            let initials = firsts.map(|first| format!("\u{a0}{first}."));
            initials.fold((*surname).to_owned(), |short, initial| short + &initial)
        }
        _ => name.to_owned(),
    }
}

fn is_of_name(sign: char) -> bool {
    sign.is_alphabetic() || matches!(sign, '-' | '.' | '’' | '\'')
}

/// The place among others is no news to anybody.
fn is_order(edit: &Edit) -> bool {
    edit.path.ends_with("/order")
}

/// One edit as lines that people can read: a whole entry that came or went becomes its telling fields.
fn shown(reader: &Reader<'_>, record: &Record, edit: &Edit) -> Result<Vec<FieldChange>, Failure> {
    let keys: Vec<&str> = edit.path.trim_start_matches('/').split('/').collect();
    let label = keys.iter().rev().find(|key| !is_id(key)).copied().unwrap_or_default();
    let entry = match keys.as_slice() {
        // Keyed by the record that is meant: a good of a price list, an invoice that a payment pays.
        ["allocations" | "prices", id, ..] => name_of(reader, id)?,
        _ => entry_name(&record.body, &keys, edit),
    };
    let is_entry = keys.last().is_some_and(|key| is_id(key));
    let value = |value: Option<&Value>| -> Result<String, Failure> {
        Ok(match value {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) if is_id(text) => name_of(reader, text)?,
            // A picture or a scan by its content: that it is there is all that can be said of it.
            Some(Value::String(text)) if is_hash(text) => "✓".to_owned(),
            Some(Value::String(text)) => text.clone(),
            Some(Value::Bool(value)) => if *value { "✓" } else { "—" }.to_owned(),
            Some(Value::Object(map)) => summary(map),
            Some(other) => other.to_string(),
        })
    };
    Ok(vec![FieldChange {
        path: edit.path.clone(),
        label: label.to_owned(),
        entry: if is_entry && !matches!(keys[0], "allocations" | "prices") { String::new() } else { entry },
        old: value(edit.old.as_ref())?,
        new: value(edit.new.as_ref())?,
    }])
}

/// What an entry of a map is known by, from the body as it is now or from the edit itself.
fn entry_name(body: &Body, keys: &[&str], edit: &Edit) -> String {
    let Some(at) = keys.iter().position(|key| is_id(key)) else { return String::new() };
    let mut value = body.get(keys[0]);
    for key in &keys[1..=at] {
        value = value.and_then(|value| value.get(*key));
    }
    value.or(edit.new.as_ref()).or(edit.old.as_ref()).and_then(Value::as_object).map(summary).unwrap_or_default()
}

fn summary(map: &Body) -> String {
    ["name", "number", "text", "value", "amount", "price", "share"]
        .into_iter()
        .find_map(|field| map.get(field).and_then(Value::as_str).filter(|text| !text.is_empty()))
        .unwrap_or_default()
        .to_owned()
}

fn name_of(reader: &Reader<'_>, id: &str) -> Result<String, Failure> {
    Ok(reader.list_row_of(id, None)?.map_or_else(String::new, |row| super::show::ref_name(row).name))
}

/// SHA-256 in lower-case hexadecimal.
fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

fn is_id(text: &str) -> bool {
    text.len() == 36
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if matches!(at, 8 | 13 | 18 | 23) { byte == b'-' } else { byte.is_ascii_hexdigit() })
}

#[cfg(test)]
mod tests {
    use super::{is_id, short_name};

    #[test]
    fn people_are_called_short() {
        for (name, short) in [
            ("Ковальчук Елена Сергеевна", "Ковальчук\u{a0}Е.\u{a0}С."),
            ("Ковальчук Е. С.", "Ковальчук\u{a0}Е.\u{a0}С."),
            ("Ковальчук Е.С.", "Ковальчук\u{a0}Е.\u{a0}С."),
            ("Е. С. Ковальчук", "Е. С. Ковальчук"),
            ("Е.С. Ковальчук", "Е.С. Ковальчук"),
            ("Ковальчук .", "Ковальчук ."),
            ("Римский-Корсаков Николай", "Римский-Корсаков\u{a0}Н."),
            ("Елена", "Елена"),
            ("отдел продаж", "отдел продаж"),
            ("ООО «Заря» Минск", "ООО «Заря» Минск"),
            ("", ""),
        ] {
            assert_eq!(short_name(name), short, "{name}");
        }
    }

    #[test]
    fn identities_are_told_from_text() {
        assert!(is_id("0190b0a1-0000-7000-8000-000000000001"));
        assert!(!is_id("0190b0a1-0000-7000-8000-00000000000"));
        assert!(!is_id("ООО «Агроснаб-Заокский», г. Тула"));
    }
}
