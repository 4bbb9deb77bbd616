//! The stored form of a body: what is empty is absent, so that a field that was never touched and one that was
//! cleared are the same.

use serde_json::Value;

use crate::Body;

/// Without `null`, `""` and `{}`, all the way down. Arrays keep their places; `false` and `"0"` are values.
#[must_use]
pub fn prune(value: Value) -> Value {
    match value {
        Value::Object(map) => Value::Object(prune_body(map)),
        Value::Array(items) => Value::Array(items.into_iter().map(prune).collect()),
        other => other,
    }
}

/// [`prune`] for a whole body, which itself may become empty.
#[must_use]
pub fn prune_body(mut body: Body) -> Body {
    for value in body.values_mut() {
        *value = prune(value.take());
    }
    body.retain(|_, value| !is_empty(value));
    body
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn empty_is_absent() {
        let full = json!({"name": "МАЗ", "note": "", "due": null, "lines": {"a": {"note": ""}}, "flag": false, "sum": "0", "list": [null, ""]});
        assert_eq!(prune(full), json!({"name": "МАЗ", "flag": false, "sum": "0", "list": [null, ""]}));
    }
}
