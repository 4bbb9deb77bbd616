//! The system's own file dialogs, opened from here only: the screens get a path that the person chose and nothing else.

use std::path::{Path, PathBuf};

use rfd::AsyncFileDialog;
use serde::Deserialize;
use tauri::{AppHandle, Manager, Runtime};

/// Kinds of files a dialog offers; the name comes from the screens' catalogue.
#[derive(Clone, Debug, Deserialize)]
pub struct Filter {
    pub name: String,
    pub extensions: Vec<String>,
}

/// Where to save a file of this name.
pub async fn save<R: Runtime>(app: &AppHandle<R>, name: &str, start: Option<&Path>) -> Option<PathBuf> {
    if let Some(answer) = answered_beforehand() {
        return answer.chosen();
    }
    let ending = Path::new(name).extension().map(|ending| ending.to_string_lossy().into_owned());
    let mut dialog = begun(app, start).set_file_name(name);
    if let Some(ending) = &ending {
        dialog = dialog.add_filter(ending.to_uppercase(), &[ending]);
    }
    let chosen = dialog.save_file().await?.path().to_owned();
    // GTK leaves the ending to the person.
    Some(match (chosen.extension(), &ending) {
        (None, Some(ending)) => chosen.with_extension(ending),
        _ => chosen,
    })
}

/// One file to read.
pub async fn pick<R: Runtime>(app: &AppHandle<R>, filters: &[Filter], start: Option<&Path>) -> Option<PathBuf> {
    if let Some(answer) = answered_beforehand() {
        return answer.chosen();
    }
    let mut dialog = begun(app, start);
    for filter in filters {
        dialog = dialog.add_filter(&filter.name, &filter.extensions);
    }
    Some(dialog.pick_file().await?.path().to_owned())
}

fn begun<R: Runtime>(app: &AppHandle<R>, start: Option<&Path>) -> AsyncFileDialog {
    let mut dialog = AsyncFileDialog::new();
    if let Some(window) = app.get_webview_window(crate::window::LABEL) {
        dialog = dialog.set_parent(&window);
    }
    match start {
        Some(dir) => dialog.set_directory(dir),
        None => dialog,
    }
}

/// An answer given to a test's desk before the dialog is asked for.
struct Answer(#[cfg_attr(not(debug_assertions), allow(dead_code))] PathBuf);

impl Answer {
    /// An empty answer is a dialog that was closed.
    fn chosen(self) -> Option<PathBuf> {
        Some(self.0).filter(|path| !path.as_os_str().is_empty())
    }
}

/// A dialog of the system cannot be driven from outside, so debug builds take the answer from the environment: a path,
/// or a file whose one line is the path when it begins with `@`, so that a test can answer differently each time.
#[cfg(debug_assertions)]
fn answered_beforehand() -> Option<Answer> {
    let answer = std::env::var_os("TORGDOM_DIALOG_ANSWER")?;
    let path = match answer.to_str().and_then(|text| text.strip_prefix('@')) {
        Some(file) => std::fs::read_to_string(file).unwrap_or_default().trim().into(),
        None => answer.into(),
    };
    Some(Answer(path))
}

#[cfg(not(debug_assertions))]
fn answered_beforehand() -> Option<Answer> {
    None
}
