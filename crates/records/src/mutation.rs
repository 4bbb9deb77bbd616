//! A sealed mutation: a local change with its number, as it waits in the outbox. The wire's shape comes from it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Body, Edit, Id, Kind, State};

/// `m` is one more than the mutation before it and never changes, nor does anything else here, once it is given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mutation {
    pub m: u64,
    pub id: Id,
    pub kind: Kind,
    pub scope: String,
    pub schema: u32,
    #[serde(flatten)]
    pub op: MutationOp,
    /// The earlier unsent mutation on the same unit: if that one conflicts, this one folds into the same conflict.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub together: Option<String>,
    pub author: String,
    pub at: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "op")]
pub enum MutationOp {
    Create {
        state: State,
        body: Body,
    },
    /// Fields of one conflict unit, by path, with the hash of the whole unit as the author saw it.
    Edit {
        unit: String,
        unit_hash: String,
        fields: BTreeMap<String, Field>,
    },
    State {
        from: State,
        to: State,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    Issue {
        body: Body,
    },
    Purge,
}

/// An [`Edit`] without its path; `null` is a value here too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::edit::present")]
    pub old: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::edit::present")]
    pub new: Option<Value>,
}

impl MutationOp {
    /// The edits of one unit as a mutation; of several edits of one path the first old and the last new value count.
    #[must_use]
    pub fn edit(unit: String, unit_hash: String, edits: Vec<Edit>) -> Self {
        let mut fields: BTreeMap<String, Field> = BTreeMap::new();
        for Edit { path, old, new } in edits {
            match fields.entry(path) {
                std::collections::btree_map::Entry::Vacant(place) => drop(place.insert(Field { old, new })),
                std::collections::btree_map::Entry::Occupied(mut place) => place.get_mut().new = new,
            }
        }
        Self::Edit { unit, unit_hash, fields }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// What waits in the outbox is read back from JSON before it is sent: a `null` that became «absent» would be another
    /// base and a false conflict.
    #[test]
    fn a_sealed_mutation_survives_json() {
        let edits = vec![
            Edit::new("/note", None, Some(Value::Null)),
            Edit::new("/due", Some(Value::Null), None),
            Edit::new("/name", Some(json!("Колос")), Some(json!({"a": [null, ""]}))),
            Edit::new("/name", Some(json!({"a": [null, ""]})), Some(json!("Нива"))),
        ];
        let op = MutationOp::edit("name".to_owned(), "00".to_owned(), edits);
        let mutation = Mutation {
            m: 7,
            id: "a".to_owned(),
            kind: Kind::Deal,
            scope: Kind::Deal.scope().to_owned(),
            schema: 1,
            op,
            after: Some(6),
            together: None,
            author: "Анна".to_owned(),
            at: "2026-11-22T10:00:00Z".to_owned(),
        };
        let text = serde_json::to_string(&mutation).expect("serialises");
        assert_eq!(serde_json::from_str::<Mutation>(&text).expect("reads back"), mutation);
        let MutationOp::Edit { fields, .. } = mutation.op else { panic!("an edit") };
        assert_eq!((&fields["/name"].old, &fields["/name"].new), (&Some(json!("Колос")), &Some(json!("Нива"))));
    }
}
