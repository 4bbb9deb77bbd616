//! The window of the desk: it starts the core for one profile, shows the screens and carries calls between them.
//! It holds no rule of the trade and no sentence.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod calls;
mod dialog;
mod graphics;
mod papers;
mod profile;
mod shell;
mod system;
mod window;

use std::path::Path;
use std::process::ExitCode;

use tauri::{Builder, Manager, Runtime};

use shell::Shell;

fn main() -> ExitCode {
    let profile = match profile::chosen(std::env::args_os().skip(1)) {
        Ok(profile) => profile,
        Err(usage) => {
            eprintln!("{usage}");
            return ExitCode::from(2);
        }
    };
    graphics::prepare(window::remembered(&profile).rendering);
    let desk = one_window(calls::handled(Builder::default()), &profile).setup(move |app| {
        // The second start has ended before this line: the store is opened by the first one only.
        app.manage(Shell::open(profile, app.handle()));
        window::open(app)?;
        Ok(())
    });
    match desk.run(tauri::generate_context!()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("torgdom-desk: {error}");
            ExitCode::FAILURE
        }
    }
}

/// A second start on the same profile shows the first window and ends.
fn one_window<R: Runtime>(builder: Builder<R>, profile: &Path) -> Builder<R> {
    // Tests open several desks at once.
    if std::env::var_os("TORGDOM_MANY").is_some_and(|many| many == "1") {
        return builder;
    }
    let only = tauri_plugin_single_instance::Builder::new()
        .callback(|app, _args, _cwd| window::bring_forward(app))
        .dbus_id(profile::bus_name(profile))
        .build();
    builder.plugin(only)
}
