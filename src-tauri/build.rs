//! Embeds the screens and the one permission of the window.

use std::path::Path;

/// Shown when the core is built before the screens: `cargo check` and `cargo clippy` need no Node.js.
const PLACEHOLDER: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Torgdom</title>\
<p>The screens are not built: run <code>cargo xtask ui</code>.</p></html>\n";

fn main() {
    let screens = Path::new("../ui/dist");
    println!("cargo:rerun-if-changed=../ui/dist");
    if !screens.join("index.html").exists() {
        let release = std::env::var("PROFILE").is_ok_and(|profile| profile == "release");
        assert!(!release, "ui/dist is missing: run `cargo xtask ui` before a release build");
        std::fs::create_dir_all(screens).expect("the folder of the screens can be made");
        std::fs::write(screens.join("index.html"), PLACEHOLDER).expect("the placeholder can be written");
    }
    // Only commands named here can be granted, and the capability file grants exactly this one.
    let commands = tauri_build::AppManifest::new().commands(&["call"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands)).expect("the window's configuration is sound");
}
