//! `get ID|NUMBER`: one record with everything that follows from it.

use serde_json::{Value, json};

use crate::args::ById;
use crate::sentence::Voice;
use crate::session::Session;
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// # Errors
/// `not_found`, the profile's.
pub fn run(args: &ById, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    let desk = session.desk(talk)?;
    let view = desk.get(&super::named(&desk, &args.id)?)?;
    if talk.json {
        talk.line(&json!(view).to_string())?;
        return Ok(Verdict::Fine);
    }
    talk.line(&format!("{} {} {}", view.kind, view.state, view.id))?;
    let mut rows = Vec::new();
    flatten(talk.voice, "", &Value::Object(view.body), &mut rows);
    for (label, value) in rows {
        talk.line(&format!("{label}: {value}"))?;
    }
    talk.problems(&view.problems);
    Ok(Verdict::Fine)
}

/// Every value that says something, with the name that people know its field by.
fn flatten(voice: Voice, path: &str, value: &Value, rows: &mut Vec<(String, String)>) {
    match value {
        Value::Null => {}
        Value::String(text) if text.is_empty() => {}
        Value::Bool(false) => {}
        Value::Object(map) => {
            for (key, value) in map {
                let label = voice.say(&format!("field-{}", key.replace('_', "-")), &[]).unwrap_or_else(|| key.clone());
                flatten(voice, &if path.is_empty() { label } else { format!("{path} / {label}") }, value, rows);
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                flatten(voice, &format!("{path} / {}", index + 1), value, rows);
            }
        }
        Value::String(text) => rows.push((path.to_owned(), text.clone())),
        other => rows.push((path.to_owned(), other.to_string())),
    }
}
