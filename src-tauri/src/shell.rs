//! What only the window can do: files and papers handed to the system, its dialogs, its own closing and drawing.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tauri::{AppHandle, Emitter, Manager, Runtime};
use torgdom_app::{Desk, Failure, OpenOptions};

use crate::calls::off_the_window;
use crate::dialog::{self, Filter};
use crate::graphics::Rendering;
use crate::papers::{self, Opening};
use crate::system::{self, System};
use crate::window;

/// The event that the screens listen to.
pub const EVENT: &str = "desk";
/// How soon the screens show what the command line wrote.
const LOOK: Duration = Duration::from_secs(1);

/// The running desk: one profile and its core.
pub struct Shell {
    pub profile: PathBuf,
    desk: Arc<OnceLock<Desk>>,
}

impl Shell {
    /// Opens the profile beside the window rather than before it: the store and the web view start together.
    pub fn open<R: Runtime>(profile: PathBuf, app: &AppHandle<R>) -> Self {
        let desk = Arc::new(OnceLock::new());
        let (opened, dir, app) = (Arc::clone(&desk), profile.clone(), app.clone());
        std::thread::spawn(move || {
            let options = OpenOptions { lock_desk: true, passphrase: passphrase(), ..OpenOptions::default() };
            let desk = torgdom_app::open(&dir, options);
            desk.subscribe(move |event| {
                // A window that is closing hears nothing any more, and needs nothing.
                let _ = app.emit(EVENT, event);
            });
            papers::forget_old(&dir);
            opened.set(desk).unwrap_or_else(|_| unreachable!("this thread alone opens the desk"));
            tend(opened.wait());
        });
        Self { profile, desk }
    }

    /// The core; waits while it is being opened.
    pub fn desk(&self) -> &Desk {
        self.desk.wait()
    }
}

/// What the desk does by itself, for as long as the window lives. A failure (a full disk while the day's copy is made)
/// leaves the desk working; the next look tries again.
fn tend(desk: &Desk) -> ! {
    loop {
        std::thread::sleep(LOOK);
        let _ = desk.tend();
    }
}

/// Taken for one start only; a person types it into the window instead.
fn passphrase() -> Option<String> {
    std::env::var("TORGDOM_PASSPHRASE").ok().filter(|text| !text.is_empty())
}

#[derive(Deserialize)]
struct Paper {
    base64: String,
    file_name: String,
    #[serde(default = "one")]
    copies: u16,
}

fn one() -> u16 {
    1
}

#[derive(Deserialize)]
struct Pick {
    #[serde(default)]
    filters: Vec<Filter>,
}

#[derive(Deserialize)]
struct PathOnly {
    path: PathBuf,
}

#[derive(Deserialize)]
struct RenderingChoice {
    rendering: Option<Rendering>,
}

#[derive(Deserialize)]
struct Closing {
    /// The screens have sent what was typed.
    #[serde(default)]
    done: bool,
}

/// The window's own commands, named without `shell.`.
pub async fn call<R: Runtime>(app: &AppHandle<R>, verb: &str, args: Value) -> Result<Value, Failure> {
    match verb {
        "print" => print(app, arguments(args)?).await,
        "save_as" => save_as(app, arguments(args)?).await,
        "pick_file" => pick_file(app, arguments(args)?).await,
        "open_path" => open_path(arguments(args)?).await,
        "rendering" => rendering(app, &arguments(args)?),
        "close" => window::close(app, arguments::<Closing>(args)?.done),
        other => Err(Failure::new("unknown_command").with("name", format!("shell.{other}"))),
    }
}

/// Prints the file that was previewed, never the web view.
async fn print<R: Runtime>(app: &AppHandle<R>, paper: Paper) -> Result<Value, Failure> {
    let profile = app.state::<Shell>().profile.clone();
    off_the_window(move || {
        let bytes = papers::decoded(&paper.base64)?;
        let file = papers::handed_over(&profile, &paper.file_name, &bytes)?;
        system::this().print(&file, paper.copies.clamp(1, 99))?;
        Ok(Value::Null)
    })
    .await
}

/// Answers with the path, or `null` when the person thought better of it.
async fn save_as<R: Runtime>(app: &AppHandle<R>, paper: Paper) -> Result<Value, Failure> {
    let bytes = papers::decoded(&paper.base64)?;
    let name = papers::file_name(&paper.file_name);
    let Some(path) = dialog::save(app, &name, system::this().documents_dir().as_deref()).await else { return Ok(Value::Null) };
    off_the_window(move || {
        papers::write_whole(&path, &bytes)?;
        Ok(json!(path))
    })
    .await
}

async fn pick_file<R: Runtime>(app: &AppHandle<R>, pick: Pick) -> Result<Value, Failure> {
    let path = dialog::pick(app, &pick.filters, system::this().documents_dir().as_deref()).await;
    Ok(json!(path))
}

/// Opens a folder or a paper; anything that the system might run as a program is only shown in its folder.
async fn open_path(PathOnly { path }: PathOnly) -> Result<Value, Failure> {
    off_the_window(move || {
        let system = system::this();
        match papers::opening(&path)? {
            Opening::Open => system.open(&path)?,
            Opening::Reveal => system.reveal(&path)?,
        }
        Ok(Value::Null)
    })
    .await
}

/// How the window is drawn from the next start on; without a choice only answers.
fn rendering<R: Runtime>(app: &AppHandle<R>, choice: &RenderingChoice) -> Result<Value, Failure> {
    let profile: &Path = &app.state::<Shell>().profile;
    let mut remembered = window::remembered(profile);
    if let Some(rendering) = choice.rendering {
        remembered.rendering = rendering;
        window::remember(profile, &remembered)?;
    }
    Ok(json!({ "rendering": remembered.rendering }))
}

fn arguments<T: DeserializeOwned>(args: Value) -> Result<T, Failure> {
    let args = if args.is_null() { json!({}) } else { args };
    serde_json::from_value(args).map_err(|error| Failure::new("bad_arguments").with("cause", error))
}
