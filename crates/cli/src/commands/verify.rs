//! `verify`: is the file whole, do the projections equal the records, is the journal unbroken?

use serde_json::json;

use crate::session::Session;
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// # Errors
/// The profile's.
pub fn run(session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    let desk = session.desk(talk)?;
    let findings = desk.verify()?;
    if talk.json {
        talk.line(&json!({ "ok": findings.is_empty(), "findings": findings }).to_string())?;
    } else if findings.is_empty() {
        talk.line("ok")?;
    } else {
        for finding in &findings {
            let id = format!("finding-{}", finding.code.replace('_', "-"));
            let sentence = talk.voice.say(&id, &[]).unwrap_or_default();
            let params: Vec<&str> = finding.params.values().map(String::as_str).collect();
            talk.line(format!("bad: {} {sentence} {}", finding.code, params.join(" ")).trim_end())?;
        }
    }
    Ok(Verdict::problems_if(!findings.is_empty()))
}
