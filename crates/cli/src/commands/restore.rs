//! `restore FILE`: puts a copy in the store's place; number series go on under new prefixes.

use serde_json::json;

use crate::args::ToFile;
use crate::session::{self, Session};
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// # Errors
/// `backup_is_folder`, `not_ours`, `backup_damaged`, `newer_schema`, `wrong_passphrase`, the disk's; nothing is changed then.
pub fn run(args: &ToFile, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    let path = std::path::absolute(&args.file)?;
    let desk = session.unopened()?;
    super::outside_profile(&desk, &path)?;
    let known = session::passphrase_of_environment();
    let restored = match desk.restore(&path, known.as_deref().unwrap_or_default()) {
        Err(failure) if failure.code == "passphrase_needed" => {
            let typed = session::ask(talk, "cli-ask-passphrase")?.ok_or(failure)?;
            desk.restore(&path, &typed)?
        }
        other => other?,
    };
    let object = json!({ "profile": restored.profile, "organisations": restored.organisations.len() });
    talk.answer(&object, || restored.profile.clone())?;
    if !talk.json {
        talk.remark("cli-restored", &[]);
    }
    Ok(Verdict::Fine)
}
