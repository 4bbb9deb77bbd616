//! Records from scripts: one JSON body in, one identity out, each in a transaction of its own.

use serde_json::{Map, Value};
use torgdom_domain::{Level, Problem};
use torgdom_records::{Kind, State};

use super::records::parse_kind;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::typed::Typed;

/// Problems that a person may leave for later, and a script may not: nobody is there to put them right.
const ALSO_REFUSED: [&str; 2] = ["name_missing", "country_unknown"];

impl Desk {
    /// Creates the record, or changes the one that `id` names; a payment without blocking problems is posted at once.
    ///
    /// # Errors
    /// `refused` with the problems, `unknown_kind`, `not_found`.
    pub fn put(&self, kind: &str, body: Value) -> Result<String, Failure> {
        let kind = parse_kind(kind)?;
        let Value::Object(mut body) = body else {
            return Err(Failure::refused(vec![Problem::blocks_save("not_an_object", "")]));
        };
        let id = match body.remove("id") {
            Some(Value::String(id)) => Some(id),
            Some(_) => return Err(Failure::refused(vec![Problem::blocks_save("shape", "/id")])),
            None => None,
        };
        if let Some(id) = id {
            let edits: Vec<(String, Value)> = body.into_iter().map(|(field, value)| (pointer(&field), value)).collect();
            return Ok(self.edit(&id, &edits)?.id);
        }
        self.refuse_unfinished(kind, &body)?;
        let view = self.create(kind.as_str(), body)?;
        if kind == Kind::Payment && view.problems.iter().all(|problem| problem.level == Level::Warns) {
            self.post_payment(&view.id)?;
        }
        Ok(view.id)
    }

    fn refuse_unfinished(&self, kind: Kind, body: &Map<String, Value>) -> Result<(), Failure> {
        let typed = Typed::read(kind, State::first(kind), body).map_err(|problem| Failure::refused(vec![problem]))?;
        let problems: Vec<Problem> = typed
            .problems(&torgdom_domain::linked::Linked::default(), self.tables(), self.clock.today())
            .into_iter()
            .filter(|problem| problem.level == Level::BlocksSave || ALSO_REFUSED.contains(&problem.code.as_str()))
            .collect();
        if problems.is_empty() { Ok(()) } else { Err(Failure::refused(problems)) }
    }
}

fn pointer(field: &str) -> String {
    format!("/{}", field.replace('~', "~0").replace('/', "~1"))
}
