//! The screens in a browser over the real core: files of `ui/dist`, `POST /call`, and `/events` as a stream.
//! Loopback only, for tests and pictures; it is no way to work.

use std::io::Write;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use serde_json::{Value, json};
use tiny_http::{Header, Method, Request, Response, Server};
use torgdom_app::{Desk, Failure, commands};

/// Where the window's content policy is written: what it refuses there is refused here.
const WINDOW: &str = include_str!("../../src-tauri/tauri.conf.json");

/// Commands that block a connection are few; a page opens at most six.
const WORKERS: usize = 8;

#[derive(Clone)]
struct Bridge {
    desk: Arc<Desk>,
    policy: Arc<str>,
    screens: PathBuf,
    hearers: Arc<Mutex<Vec<Sender<String>>>>,
}

/// A bridge that serves until the program ends.
pub struct Serving {
    server: Arc<Server>,
}

impl Serving {
    /// `http://127.0.0.1:…`
    ///
    /// # Panics
    /// Never: a TCP listener has an address.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}", self.server.server_addr().to_ip().expect("the bridge listens on TCP"))
    }

    /// Waits for ever.
    pub fn forever(self) {
        loop {
            std::thread::park();
        }
    }
}

/// Starts to serve at a port of loopback; 0 takes a free one.
///
/// # Errors
/// The port is taken.
pub fn serve(desk: Desk, screens: &Path, port: u16) -> Result<Serving> {
    let server = Arc::new(Server::http(("127.0.0.1", port)).map_err(|error| anyhow!("{error}"))?);
    let hearers = Arc::<Mutex<Vec<Sender<String>>>>::default();
    let told = Arc::clone(&hearers);
    desk.subscribe(move |event| {
        let text = json!(event).to_string();
        told.lock().unwrap_or_else(PoisonError::into_inner).retain(|hearer| hearer.send(text.clone()).is_ok());
    });
    let bridge = Bridge { desk: Arc::new(desk), policy: policy()?.into(), screens: screens.to_owned(), hearers };
    for _ in 0..WORKERS {
        let (server, bridge) = (Arc::clone(&server), bridge.clone());
        std::thread::spawn(move || {
            while let Ok(request) = server.recv() {
                bridge.answer(request);
            }
        });
    }
    Ok(Serving { server })
}

impl Bridge {
    fn answer(&self, mut request: Request) {
        let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
        let (status, kind, body) = match (request.method(), path.as_str()) {
            (Method::Post, "/call") => self.call(&mut request),
            (Method::Get, "/events") => {
                self.stream(request);
                return;
            }
            // Browsers ask for it; the window does not.
            (Method::Get, "/favicon.ico") => (204, "image/x-icon", Vec::new()),
            (Method::Get, path) => self.file(path),
            _ => (405, "text/plain", Vec::new()),
        };
        let mut response = Response::from_data(body).with_status_code(status);
        for (name, value) in [("Content-Type", kind), ("Content-Security-Policy", &*self.policy), ("Cache-Control", "no-store")] {
            response.add_header(header(name, value));
        }
        // A page that went away wants no answer.
        let _ = request.respond(response);
    }

    fn call(&self, request: &mut Request) -> (u16, &'static str, Vec<u8>) {
        let asked: Result<Value, _> = serde_json::from_reader(request.as_reader());
        let answer = match asked {
            Ok(mut asked) => {
                let args = asked["args"].take();
                commands::call(&self.desk, asked["name"].as_str().unwrap_or_default(), args)
            }
            Err(error) => Err(Failure::new("bad_arguments").with("cause", error)),
        };
        match answer {
            Ok(value) => (200, "application/json", value.to_string().into_bytes()),
            Err(failure) => (422, "application/json", json!(failure).to_string().into_bytes()),
        }
    }

    fn file(&self, path: &str) -> (u16, &'static str, Vec<u8>) {
        let below = Path::new(path.trim_start_matches('/'));
        let plain = below.components().all(|part| matches!(part, Component::Normal(_)));
        let file = if path == "/" { self.screens.join("index.html") } else { self.screens.join(below) };
        match std::fs::read(&file) {
            Ok(body) if plain => (200, kind_of(&file), body),
            _ => (404, "text/plain", Vec::new()),
        }
    }

    /// Events as they come, as `text/event-stream`; on a thread of its own, for as long as the page listens.
    fn stream(&self, request: Request) {
        let (send, heard) = channel();
        self.hearers.lock().unwrap_or_else(PoisonError::into_inner).push(send);
        std::thread::spawn(move || {
            let mut page = request.into_writer();
            // The page has gone: nobody to tell.
            let _ = told(&mut *page, &heard);
        });
    }
}

/// The window's policy as one header.
fn policy() -> Result<String> {
    let window: Value = serde_json::from_str(WINDOW)?;
    let directives = window["app"]["security"]["csp"].as_object().context("the window has a content policy")?;
    let written = directives.iter().map(|(name, sources)| format!("{name} {}", sources.as_str().unwrap_or("'none'")));
    Ok(written.collect::<Vec<_>>().join("; "))
}

fn told(page: &mut dyn Write, heard: &Receiver<String>) -> std::io::Result<()> {
    page.write_all(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
    )?;
    loop {
        match heard.recv_timeout(Duration::from_secs(10)) {
            Ok(event) => write!(page, "data: {event}\n\n")?,
            // A comment finds out whether anybody listens still.
            Err(RecvTimeoutError::Timeout) => page.write_all(b":\n\n")?,
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
        page.flush()?;
    }
}

fn kind_of(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript",
        "css" => "text/css",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" => "application/json",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("names and values above are plain ASCII")
}
