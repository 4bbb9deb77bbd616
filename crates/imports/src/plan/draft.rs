//! A body in the making: a record's values with those of the row laid over them, and what that changed.

use serde_json::{Map, Value};
use torgdom_domain::Id;

/// A body and the fields of the mapping that changed it.
pub(super) struct Draft {
    body: Map<String, Value>,
    is_new: bool,
    changed: Vec<String>,
}

impl Draft {
    /// Over the body of an existing record, or over nothing.
    pub(super) fn over(body: Option<Map<String, Value>>) -> Self {
        Self { is_new: body.is_none(), body: body.unwrap_or_default(), changed: Vec::new() }
    }

    /// Sets a value that the row gives; an empty cell never empties a field.
    pub(super) fn set(&mut self, field: &str, key: &str, value: impl Into<String>) {
        let value = value.into();
        if value.is_empty() || self.body.get(key).and_then(Value::as_str) == Some(&value) {
            return;
        }
        self.body.insert(key.to_owned(), Value::String(value));
        self.mark(field);
    }

    /// Sets a value that nothing but the import's own sense speaks for: never over an existing one.
    pub(super) fn default(&mut self, key: &str, value: impl Into<String>) {
        let value = value.into();
        if self.is_new && !value.is_empty() && !self.body.contains_key(key) {
            self.body.insert(key.to_owned(), Value::String(value));
        }
    }

    /// Sets values of the entry of `collection` for which `is_it` holds, or of a new one. Values are (field, key, text).
    pub(super) fn entry(
        &mut self,
        collection: &str,
        is_it: impl Fn(&Map<String, Value>) -> bool,
        values: &[(&str, &str, &str)],
        id: impl FnOnce() -> Id,
    ) {
        if values.iter().all(|(_, _, value)| value.is_empty()) {
            return;
        }
        let slot = self.body.entry(collection).or_insert_with(|| Value::Object(Map::new()));
        if !slot.is_object() {
            *slot = Value::Object(Map::new());
        }
        let Value::Object(entries) = slot else { return };
        let known = entries.iter().find(|(_, entry)| entry.as_object().is_some_and(&is_it)).map(|(id, _)| id.clone());
        let id = known.unwrap_or_else(|| {
            let id = id();
            let order = (entries.len() + 1).to_string();
            entries.insert(id.clone(), Value::Object(Map::from_iter([("order".to_owned(), Value::String(order))])));
            id
        });
        let Some(Value::Object(entry)) = entries.get_mut(&id) else { return };
        let mut touched = Vec::new();
        for (field, key, value) in values.iter().filter(|(_, _, value)| !value.is_empty()) {
            if entry.get(*key).and_then(Value::as_str) != Some(*value) {
                entry.insert((*key).to_owned(), Value::String((*value).to_owned()));
                touched.push(*field);
            }
        }
        for field in touched {
            self.mark(field);
        }
    }

    /// Marks the entries of a collection that are the only ones with a flag.
    pub(super) fn flag_only(&mut self, collection: &str, key: &str) {
        let entries = self.body.get_mut(collection).and_then(Value::as_object_mut);
        if let Some(entries) = entries
            && entries.len() == 1
            && self.is_new
        {
            for entry in entries.values_mut().filter_map(Value::as_object_mut) {
                entry.insert(key.to_owned(), Value::Bool(true));
            }
        }
    }

    fn mark(&mut self, field: &str) {
        if !field.is_empty() && !self.changed.iter().any(|known| known == field) {
            self.changed.push(field.to_owned());
        }
    }

    pub(super) fn is_new(&self) -> bool {
        self.is_new
    }

    pub(super) fn is_changed(&self) -> bool {
        !self.changed.is_empty()
    }

    pub(super) fn has_changed(&self, field: &str) -> bool {
        self.changed.iter().any(|known| known == field)
    }

    pub(super) fn changed(&self) -> Vec<String> {
        self.changed.clone()
    }

    pub(super) fn body(&self) -> &Map<String, Value> {
        &self.body
    }

    pub(super) fn into_body(self) -> Map<String, Value> {
        self.body
    }
}

/// The text under `key` of an entry.
pub(super) fn text<'e>(entry: &'e Map<String, Value>, key: &str) -> &'e str {
    entry.get(key).and_then(Value::as_str).unwrap_or_default()
}
