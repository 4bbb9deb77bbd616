//! The one door between the screens and the core.

use serde_json::Value;
use tauri::{AppHandle, Builder, Manager, Runtime};
use torgdom_app::{Failure, commands};

use crate::shell::{self, Shell};

/// A desk that answers to `call` and to nothing else.
pub fn handled<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder.invoke_handler(tauri::generate_handler![call])
}

/// Carries out a command by name: `shell.…` concerns this window and this machine, all others are the core's.
/// Never on the window's thread: a slow disk must not freeze the screen.
#[tauri::command]
pub async fn call<R: Runtime>(app: AppHandle<R>, name: String, args: Option<Value>) -> Result<Value, Failure> {
    let args = args.unwrap_or(Value::Null);
    if let Some(verb) = name.strip_prefix("shell.") {
        return shell::call(&app, verb, args).await;
    }
    off_the_window(move || commands::call(app.state::<Shell>().desk(), &name, args)).await
}

/// Runs blocking work on another thread. A panic there is answered like any other fault of ours.
pub async fn off_the_window<T: Send + 'static>(work: impl FnOnce() -> Result<T, Failure> + Send + 'static) -> Result<T, Failure> {
    match tauri::async_runtime::spawn_blocking(work).await {
        Ok(answer) => answer,
        Err(error) => Err(Failure::new("fault").with("cause", error)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use tauri::ipc::{CallbackFn, InvokeBody};
    use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
    use tauri::webview::InvokeRequest;
    use tauri::{App, Manager, WebviewWindow};

    use super::handled;
    use crate::shell::Shell;

    /// A desk with the real configuration and permissions, on a display that is not there.
    fn desk(profile: &std::path::Path) -> (App<MockRuntime>, WebviewWindow<MockRuntime>) {
        let app = handled(mock_builder()).build(tauri::generate_context!(test = true)).expect("the configuration is sound");
        app.manage(Shell::open(profile.to_owned(), app.handle()));
        let window = tauri::WebviewWindowBuilder::new(&app, crate::window::LABEL, tauri::WebviewUrl::default());
        let window = window.build().expect("a mock window opens");
        (app, window)
    }

    fn invoke(window: &WebviewWindow<MockRuntime>, command: &str, body: Value) -> Result<Value, Value> {
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: "tauri://localhost".parse().expect("a constant address"),
            body: InvokeBody::Json(body),
            headers: tauri::http::HeaderMap::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(window, request).map(|body| body.deserialize::<Value>().expect("answers are JSON"))
    }

    #[test]
    fn the_shell_and_the_core_answer_at_the_same_door() {
        let profile = tempfile::tempdir().unwrap();
        let (_app, window) = desk(profile.path());
        let drawing = invoke(&window, "call", json!({"name": "shell.rendering", "args": {"rendering": "software"}}));
        assert_eq!(drawing, Ok(json!({"rendering": "software"})));
        let start = invoke(&window, "call", json!({"name": "start.state", "args": {}})).unwrap();
        assert_eq!(start["state"], "first_run");
    }

    #[test]
    fn refusals_are_codes() {
        let profile = tempfile::tempdir().unwrap();
        let (_app, window) = desk(profile.path());
        let code = |name: &str, args: Value| {
            invoke(&window, "call", json!({"name": name, "args": args})).map_err(|failure| failure["code"].clone())
        };
        assert_eq!(code("no.such", json!({})), Err(json!("unknown_command")));
        assert_eq!(code("shell.no_such", json!({})), Err(json!("unknown_command")));
        assert_eq!(code("shell.print", json!({"file_name": "a.pdf"})), Err(json!("bad_arguments")));
        assert_eq!(code("shell.print", json!({"file_name": "a.pdf", "base64": "№"})), Err(json!("bad_arguments")));
        assert_eq!(code("shell.open_path", json!({"path": "/no/such/file.pdf"})), Err(json!("file_not_found")));
        assert_eq!(code("record.get", json!({"id": 5})), Err(json!("bad_arguments")));
    }

    #[test]
    fn what_the_window_was_not_granted_is_refused() {
        let profile = tempfile::tempdir().unwrap();
        let (_app, window) = desk(profile.path());
        for command in
            ["plugin:webview|create_webview_window", "plugin:path|resolve_directory", "plugin:event|emit", "plugin:app|version"]
        {
            let refusal = invoke(&window, command, json!({})).expect_err(command);
            assert!(refusal.to_string().contains("not allowed"), "{command}: {refusal}");
        }
    }
}
