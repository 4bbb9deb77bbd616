//! `history ID`: who changed what, when, from what to what; the oldest first, as it happened.

use serde_json::json;
use torgdom_app::views::HistoryLine;

use crate::args::History;
use crate::session::Session;
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// # Errors
/// `not_found`, the profile's.
pub fn run(args: &History, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    let desk = session.desk(talk)?;
    let id = super::named(&desk, &args.id)?;
    let lines = desk.history(&id, args.limit.unwrap_or(usize::MAX))?;
    for line in lines.iter().rev() {
        if talk.json {
            talk.line(&json!(line).to_string())?;
        } else {
            person(line, talk)?;
        }
    }
    Ok(Verdict::Fine)
}

fn person(line: &HistoryLine, talk: &mut Talk) -> Result<(), Stop> {
    let op = talk.voice.own(&format!("cli-op-{}", line.op.replace('_', "-")), &[]);
    talk.line([line.at.as_str(), op.as_str(), line.author.as_str()].join(" ").trim_end())?;
    for change in &line.changes {
        let label =
            talk.voice.say(&format!("field-{}", change.label.replace('_', "-")), &[]).unwrap_or_else(|| change.path.clone());
        let entry = if change.entry.is_empty() { String::new() } else { format!(" ({})", change.entry) };
        talk.line(&format!("  {label}{entry}: «{}» → «{}»", change.old, change.new))?;
    }
    Ok(())
}
