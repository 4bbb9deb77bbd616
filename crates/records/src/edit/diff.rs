//! What changed between two bodies.

use serde_json::{Map, Value};

use super::Edit;
use crate::pointer::child;

/// Edits that turn `old` into `new`. Objects are compared field by field, arrays and scalars are taken whole.
///
/// A map at the top of a body (`lines`, `accounts`, …) appears and goes away entry by entry: two people who each add
/// the first line do not collide. An object further down that is added or removed is one edit.
#[must_use]
pub fn diff(old: &Map<String, Value>, new: &Map<String, Value>) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (key, before) in old {
        let path = child("", key);
        match new.get(key) {
            Some(after) => compare(&path, before, after, &mut edits),
            None => remove_top(&path, before, &mut edits),
        }
    }
    for (key, after) in new.iter().filter(|(key, _)| !old.contains_key(*key)) {
        add_top(&child("", key), after, &mut edits);
    }
    edits
}

fn compare(path: &str, before: &Value, after: &Value, edits: &mut Vec<Edit>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) if is_top(path) && before.is_empty() != after.is_empty() => {
            // An explicit empty object and an absent one are kept apart, so that every diff applies exactly.
            if before.is_empty() {
                edits.push(Edit::new(path, Some(Value::Object(Map::new())), None));
                add_entries(path, after, edits);
            } else {
                remove_entries(path, before, edits);
                edits.push(Edit::new(path, None, Some(Value::Object(Map::new()))));
            }
        }
        (Value::Object(before), Value::Object(after)) => {
            // Added ones first: a map that loses all its old entries and gains others never disappears in between.
            for (key, after) in after.iter().filter(|(key, _)| !before.contains_key(*key)) {
                edits.push(Edit::new(child(path, key), None, Some(after.clone())));
            }
            for (key, before) in before {
                match after.get(key) {
                    Some(after) => compare(&child(path, key), before, after, edits),
                    None => edits.push(Edit::new(child(path, key), Some(before.clone()), None)),
                }
            }
        }
        _ if before == after => {}
        _ => edits.push(Edit::new(path, Some(before.clone()), Some(after.clone()))),
    }
}

fn is_top(path: &str) -> bool {
    path.bytes().filter(|byte| *byte == b'/').count() == 1
}

fn add_top(path: &str, after: &Value, edits: &mut Vec<Edit>) {
    match after {
        Value::Object(map) if !map.is_empty() => add_entries(path, map, edits),
        other => edits.push(Edit::new(path, None, Some(other.clone()))),
    }
}

fn remove_top(path: &str, before: &Value, edits: &mut Vec<Edit>) {
    match before {
        Value::Object(map) if !map.is_empty() => remove_entries(path, map, edits),
        other => edits.push(Edit::new(path, Some(other.clone()), None)),
    }
}

fn add_entries(path: &str, map: &Map<String, Value>, edits: &mut Vec<Edit>) {
    edits.extend(map.iter().map(|(key, value)| Edit::new(child(path, key), None, Some(value.clone()))));
}

fn remove_entries(path: &str, map: &Map<String, Value>, edits: &mut Vec<Edit>) {
    edits.extend(map.iter().map(|(key, value)| Edit::new(child(path, key), Some(value.clone()), None)));
}
