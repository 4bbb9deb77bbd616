//! The one window: its size, its memory of it, its keys.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tauri::{App, AppHandle, Emitter, Manager, Runtime, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};
use torgdom_app::Failure;

use crate::graphics::Rendering;
use crate::papers::write_whole;
use crate::shell::Shell;

pub const LABEL: &str = "desk";
/// How long a closing window waits for its screens.
const PATIENCE: Duration = Duration::from_secs(2);

/// The screens are laid out for this and usable down to [`SMALLEST`]; in logical pixels.
const USUAL: (f64, f64) = (1280.0, 900.0);
const SMALLEST: (f64, f64) = (1024.0, 640.0);

/// What is kept between two starts, in the profile's `window.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remembered {
    pub width: f64,
    pub height: f64,
    pub maximized: bool,
    pub rendering: Rendering,
}

impl Default for Remembered {
    fn default() -> Self {
        Self { width: USUAL.0, height: USUAL.1, maximized: false, rendering: Rendering::default() }
    }
}

/// The last size, or the usual one when there is none or the file is not ours.
pub fn remembered(profile: &Path) -> Remembered {
    let text = std::fs::read_to_string(file(profile)).unwrap_or_default();
    let mut kept: Remembered = serde_json::from_str(&text).unwrap_or_default();
    kept.width = kept.width.clamp(SMALLEST.0, 16_384.0);
    kept.height = kept.height.clamp(SMALLEST.1, 16_384.0);
    kept
}

/// # Errors
/// The profile cannot be written.
pub fn remember(profile: &Path, what: &Remembered) -> Result<(), Failure> {
    let text = serde_json::to_vec(what).map_err(|error| Failure::new("fault").with("cause", error))?;
    write_whole(&file(profile), &text)
}

fn file(profile: &Path) -> PathBuf {
    profile.join("window.json")
}

pub fn open<R: Runtime>(app: &mut App<R>) -> tauri::Result<()> {
    let profile = app.state::<Shell>().profile.clone();
    let size = remembered(&profile);
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title("Торгдом")
        .inner_size(size.width, size.height)
        .min_inner_size(SMALLEST.0, SMALLEST.1)
        .prevent_overflow()
        .maximized(size.maximized)
        .center()
        .data_directory(profile.join("webview"))
        .devtools(cfg!(debug_assertions))
        .zoom_hotkeys_enabled(false)
        .general_autofill_enabled(false)
        // The screens are the program's own files; nothing leads out of them.
        .on_navigation(|url| url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost") || is_development(url))
        .on_new_window(|_, _| tauri::webview::NewWindowResponse::Deny)
        .initialization_script(if cfg!(debug_assertions) { include_str!("watch.js") } else { include_str!("keys.js") })
        .build()?;
    let watched = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { api, .. } = event {
            remember_size(&watched, &profile);
            // Closing asks nothing and loses nothing: the screens send what was typed, then the window goes.
            api.prevent_close();
            await_the_screens(&watched);
        }
    });
    Ok(())
}

/// Tells the screens that the window closes. They answer with `shell.close {done}`; screens that do not (they failed to
/// load, they hang) keep the window no longer than [`PATIENCE`].
fn await_the_screens<R: Runtime>(window: &WebviewWindow<R>) {
    if window.emit(crate::shell::EVENT, json!({"type": "closing"})).is_err() {
        let _ = window.destroy();
        return;
    }
    let window = window.clone();
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        let _ = window.destroy();
    });
}

/// The screens' own server, in a build started with the development configuration.
fn is_development(url: &tauri::Url) -> bool {
    tauri::is_dev() && url.host_str() == Some("localhost")
}

fn remember_size<R: Runtime>(window: &WebviewWindow<R>, profile: &Path) {
    // A desk that never got a profile leaves no trace.
    if !profile.is_dir() {
        return;
    }
    let mut kept = remembered(profile);
    kept.maximized = window.is_maximized().unwrap_or(false);
    if let (false, Ok(size), Ok(scale)) = (kept.maximized, window.inner_size(), window.scale_factor()) {
        let size = size.to_logical::<f64>(scale);
        (kept.width, kept.height) = (size.width, size.height);
    }
    // A forgotten size is no reason to keep the window open: the profile may be read-only.
    let _ = remember(profile, &kept);
}

/// A second start shows the first window.
pub fn bring_forward<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(LABEL) {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// # Errors
/// `fault` when the window would not close.
pub fn close<R: Runtime>(app: &AppHandle<R>, is_all_sent: bool) -> Result<Value, Failure> {
    if let Some(window) = app.get_webview_window(LABEL) {
        let closed = if is_all_sent { window.destroy() } else { window.close() };
        closed.map_err(|error| Failure::new("fault").with("cause", error))?;
    }
    Ok(Value::Null)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_comes_back_and_a_foreign_file_does_not_hurt() {
        let profile = tempfile::tempdir().unwrap();
        assert_eq!(remembered(profile.path()), Remembered::default());
        let kept = Remembered { width: 1500.0, height: 1000.0, maximized: true, rendering: Rendering::Software };
        remember(profile.path(), &kept).unwrap();
        assert_eq!(remembered(profile.path()), kept);
        for foreign in ["", "{", "[]", "{\"width\":\"wide\"}", "\u{0}\u{1}"] {
            std::fs::write(file(profile.path()), foreign).unwrap();
            assert_eq!(remembered(profile.path()), Remembered::default(), "{foreign:?}");
        }
        std::fs::write(file(profile.path()), r#"{"width":1,"height":1e300}"#).unwrap();
        assert_eq!((remembered(profile.path()).width, remembered(profile.path()).height), (SMALLEST.0, 16_384.0));
    }
}
