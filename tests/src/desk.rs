//! A desk without a window: the core on a profile, for the bridge.

use std::path::Path;

use anyhow::{Result, bail};
use serde_json::{Value, json};
use torgdom_app::{Desk, OpenOptions, commands};

/// The core on `profile`, filled with demonstration data if it is new.
///
/// # Errors
/// The profile cannot be made or opened.
pub fn demonstration(profile: &Path) -> Result<Desk> {
    let desk = torgdom_app::open(profile, OpenOptions { lock_desk: true, ..OpenOptions::default() });
    if state(&desk)? == "first_run" {
        call(&desk, "start.create", json!({"mode": "demo", "language": "ru"}))?;
    }
    if state(&desk)? != "ready" {
        bail!("the profile {} cannot be opened: {}", profile.display(), call(&desk, "start.state", json!({}))?);
    }
    Ok(desk)
}

/// The core on a profile as it is.
#[must_use]
pub fn plain(profile: &Path) -> Desk {
    torgdom_app::open(profile, OpenOptions { lock_desk: true, ..OpenOptions::default() })
}

fn state(desk: &Desk) -> Result<String> {
    Ok(call(desk, "start.state", json!({}))?["state"].as_str().unwrap_or_default().to_owned())
}

fn call(desk: &Desk, name: &str, args: Value) -> Result<Value> {
    commands::call(desk, name, args).map_err(|failure| anyhow::anyhow!("{name}: {}", json!(failure)))
}
