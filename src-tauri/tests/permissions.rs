//! What the window may do, held word for word: a wider permission is a decision and has to be made here as well.

use std::path::Path;

use serde_json::{Value, json};

fn read(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    serde_json::from_str(&std::fs::read_to_string(path).expect("the file is there")).expect("the file is JSON")
}

#[test]
fn one_window_calls_one_command_and_hears_events() {
    let files: Vec<_> =
        std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("capabilities")).unwrap().flatten().collect();
    assert_eq!(files.len(), 1, "one capability file");
    let capability = read("capabilities/desk.json");
    assert_eq!(capability["windows"], json!(["desk"]));
    // The scale of the page is the window's own affair and reaches nothing outside it.
    let allowed = ["allow-call", "core:event:allow-listen", "core:event:allow-unlisten", "core:webview:allow-set-webview-zoom"];
    assert_eq!(capability["permissions"], json!(allowed));
    for wider in ["remote", "webviews", "platforms"] {
        assert!(capability.get(wider).is_none(), "{wider}");
    }
}

#[test]
fn the_screens_load_nothing_from_outside() {
    let security = &read("tauri.conf.json")["app"]["security"];
    let policy = security["csp"].as_object().unwrap();
    assert_eq!(policy["default-src"], "'self'");
    for (directive, sources) in policy {
        for source in sources.as_str().unwrap().split_whitespace() {
            let known = ["'self'", "'none'", "data:", "blob:", "ipc:", "http://ipc.localhost"];
            // One constant style of the widgets (where fingers may scroll), named by its content.
            let named = directive == "style-src" && source.starts_with("'sha256-");
            assert!(named || known.contains(&source), "{directive} allows {source}");
        }
    }
    assert_eq!(policy["script-src"], "'self'");
    assert_eq!(policy["object-src"], "'none'");
    assert!(security.get("dangerousDisableAssetCspModification").is_none());
    assert_eq!(read("tauri.conf.json")["app"]["withGlobalTauri"], json!(false));
}

#[test]
fn only_the_development_configuration_names_a_server() {
    assert!(read("tauri.conf.json")["build"].get("devUrl").is_none());
    for system in ["linux", "windows", "macos"] {
        assert!(read(&format!("tauri.{system}.conf.json")).get("build").is_none(), "{system}");
    }
}
