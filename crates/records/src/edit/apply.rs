//! Edits onto a body, by compare-and-set.

use serde_json::{Map, Value};

use super::Edit;
use crate::pointer::tokens;

/// Why edits were not applied; the body is then as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditRefused {
    /// The field holds neither what the author saw nor what the author wants: somebody else changed it.
    #[error("{path} was changed by somebody else")]
    Changed { path: String, found: Option<Value> },
    /// Not a JSON Pointer to a field, or deeper than is allowed.
    #[error("{path} is not a path of a field")]
    BadPath { path: String },
    /// The path leads through something that is not an object, or through an entry that is gone.
    #[error("{path} leads through what is not there")]
    NoParent { path: String },
}

impl EditRefused {
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Changed { path, .. } | Self::BadPath { path } | Self::NoParent { path } => path,
        }
    }
}

/// All of the edits or none. Returns those that changed something: an edit whose new value is already there is
/// accepted and left out.
///
/// # Errors
/// [`EditRefused`] names the first path that does not hold what the author saw.
pub fn apply_edits(body: &mut Map<String, Value>, edits: &[Edit]) -> Result<Vec<Edit>, EditRefused> {
    // A single edit cannot stop half-way.
    let before = (edits.len() > 1).then(|| body.clone());
    let mut done: Vec<Edit> = Vec::with_capacity(edits.len());
    for edit in edits {
        match apply_one(body, edit) {
            Ok(true) => done.push(edit.clone()),
            Ok(false) => {}
            Err(refused) => {
                if let Some(before) = before {
                    *body = before;
                }
                return Err(refused);
            }
        }
    }
    Ok(done)
}

fn apply_one(body: &mut Map<String, Value>, edit: &Edit) -> Result<bool, EditRefused> {
    let path = || edit.path.clone();
    let steps = tokens(&edit.path).ok_or_else(|| EditRefused::BadPath { path: path() })?;
    let found = find(body, &steps).map_err(|NotAnObject| EditRefused::NoParent { path: path() })?;
    if found == edit.new.as_ref() {
        return Ok(false);
    }
    if found != edit.old.as_ref() {
        return Err(EditRefused::Changed { path: path(), found: found.cloned() });
    }
    put(body, &steps, edit.new.clone()).map_err(|NotAnObject| EditRefused::NoParent { path: path() })?;
    Ok(true)
}

struct NotAnObject;

fn find<'a>(body: &'a Map<String, Value>, steps: &[String]) -> Result<Option<&'a Value>, NotAnObject> {
    let (last, parents) = steps.split_last().ok_or(NotAnObject)?;
    let mut map = body;
    for step in parents {
        map = match map.get(step) {
            Some(Value::Object(inner)) => inner,
            Some(_) => return Err(NotAnObject),
            None => return Ok(None),
        };
    }
    Ok(map.get(last))
}

/// A map at the top of the body is made for its first entry and goes with its last one; any other parent must exist.
fn put(body: &mut Map<String, Value>, steps: &[String], new: Option<Value>) -> Result<(), NotAnObject> {
    match steps {
        [] => return Err(NotAnObject),
        [field] => set(body, field, new),
        [top, entry] => {
            let map = body.entry(top.clone()).or_insert_with(|| Value::Object(Map::new())).as_object_mut().ok_or(NotAnObject)?;
            set(map, entry, new);
            if map.is_empty() {
                body.shift_remove(top);
            }
        }
        [parents @ .., last] => {
            let mut map = body;
            for step in parents {
                map = map.get_mut(step).and_then(Value::as_object_mut).ok_or(NotAnObject)?;
            }
            set(map, last, new);
        }
    }
    Ok(())
}

fn set(map: &mut Map<String, Value>, key: &str, new: Option<Value>) {
    match new {
        Some(value) => drop(map.insert(key.to_owned(), value)),
        None => drop(map.shift_remove(key)),
    }
}
