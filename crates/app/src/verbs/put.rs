//! Records from scripts: one JSON body in, one identity out, each in a transaction of its own.

use serde_json::{Map, Value};
use torgdom_domain::{Level, Problem};
use torgdom_records::{Kind, State};

use super::canonical::canonical;
use super::records::{find, parse_kind, set};
use super::show;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::typed::Typed;

/// Problems that a person may leave for later, and a script may not: nobody is there to put them right.
const ALSO_REFUSED: [&str; 2] = ["name_missing", "country_unknown"];

impl Desk {
    /// Creates the record, or changes the one that `id` names; a payment without blocking problems is posted at once.
    ///
    /// # Errors
    /// `refused` with the problems, `unknown_kind`, `not_found`, `wrong_kind` (the record is of another kind).
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
            let view = self.change(&id, |_, writer, body| {
                if find(writer, &id)?.kind != kind {
                    return Err(Failure::new("wrong_kind").with("id", &id));
                }
                edits.iter().try_for_each(|(path, value)| set(body, path, value.clone()))?;
                canonical(kind, body);
                Ok(())
            })?;
            return Ok(view.id);
        }
        canonical(kind, &mut body);
        self.refuse_unfinished(kind, &body)?;
        let view = self.writing(|desk, writer| {
            let mut record = desk.create_in(writer, kind, State::first(kind), body)?;
            if let Typed::Payment(payment) = typed(kind, &record.body)?
                && payment.problems(&desk.tables(), desk.clock.today()).iter().all(|problem| problem.level == Level::Warns)
            {
                record = desk.post_in(writer, &record, &payment)?;
            }
            show::view(desk, writer, &record)
        })?;
        self.tell_changed(&view);
        Ok(view.id)
    }

    fn refuse_unfinished(&self, kind: Kind, body: &Map<String, Value>) -> Result<(), Failure> {
        let problems: Vec<Problem> = typed(kind, body)?
            .problems(&torgdom_domain::linked::Linked::default(), &self.tables(), self.clock.today())
            .into_iter()
            .filter(is_refused)
            .collect();
        if problems.is_empty() { Ok(()) } else { Err(Failure::refused(problems)) }
    }
}

/// A warning never refuses: a good from a country that the table lacks is kept.
fn is_refused(problem: &Problem) -> bool {
    match problem.level {
        Level::BlocksSave => true,
        Level::BlocksIssue => ALSO_REFUSED.contains(&problem.code.as_str()),
        Level::Warns => false,
    }
}

fn typed(kind: Kind, body: &Map<String, Value>) -> Result<Typed, Failure> {
    Typed::read(kind, State::first(kind), body).map_err(|problem| Failure::refused(vec![problem]))
}

fn pointer(field: &str) -> String {
    format!("/{}", field.replace('~', "~0").replace('/', "~1"))
}
