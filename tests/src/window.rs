//! The real window and what a person does in it: reads, presses keys, types, clicks what has a name.
//!
//! Every verb waits until it can be done and fails the test when it cannot. Spaces that do not break count as spaces.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Output, Stdio};

use serde_json::{Value, json};

use crate::built;
use crate::keys::{chord, strokes};
use crate::machine::{self, Machine, Running};
use crate::wait::until;
use crate::webdriver::{Element, Session};

/// Finds what a person would point at by its name; see `find.js`.
const FIND: &str = include_str!("find.js");

/// How a desk is started.
#[derive(Clone, Debug)]
pub struct Start {
    /// The day at the desk.
    today: String,
    passphrase: Option<String>,
    arguments: Vec<String>,
}

impl Default for Start {
    fn default() -> Self {
        Self { today: "2026-11-23".to_owned(), passphrase: None, arguments: Vec::new() }
    }
}

impl Start {
    #[must_use]
    pub fn on(mut self, today: &str) -> Self {
        today.clone_into(&mut self.today);
        self
    }

    #[must_use]
    pub fn with_passphrase(mut self, passphrase: &str) -> Self {
        self.passphrase = Some(passphrase.to_owned());
        self
    }

    fn surround(&self, command: &mut Command) {
        command.env("TORGDOM_TODAY", &self.today).env_remove("TORGDOM_PASSPHRASE").env_remove("TORGDOM_PROFILE");
        if let Some(passphrase) = &self.passphrase {
            command.env("TORGDOM_PASSPHRASE", passphrase);
        }
    }
}

/// A desk that is running and driven.
#[derive(Debug)]
pub struct Window {
    session: Driven,
    driver: Running,
    machine: Machine,
    start: Start,
}

impl Window {
    /// A desk on a new machine with an empty profile.
    #[must_use]
    pub fn new() -> Self {
        Self::on(Machine::new(), Start::default())
    }

    /// A desk with demonstration data, made by the command line.
    #[must_use]
    pub fn with_demonstration() -> Self {
        let machine = Machine::new();
        let start = Start::default();
        let made = client(&machine, &start, &["init", "--demo"], "");
        assert!(made.status.success(), "init --demo: {}", String::from_utf8_lossy(&made.stderr));
        Self::on(machine, start)
    }

    /// A desk on a machine that may already have a profile.
    ///
    /// # Panics
    /// When the window does not open.
    #[must_use]
    pub fn on(machine: Machine, start: Start) -> Self {
        let (driver, port) = machine::driver(&machine, &|command| start.surround(command));
        let mut args = vec!["--profile".to_owned(), machine.profile().display().to_string()];
        args.extend(start.arguments.iter().cloned());
        let session = Session::start(port, &built::program("torgdom-desk"), &args).unwrap_or_else(|error| {
            let log = std::fs::read_to_string(machine.home().join("desk.log")).unwrap_or_default();
            panic!("the window did not open: {error:#}\n{log}")
        });
        let window = Self { session: Driven(session), driver, machine, start };
        until(&"a first screen", || (!window.text().is_empty()).then_some(()));
        window
    }

    #[must_use]
    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    /// Everything that can be read in the window.
    ///
    /// # Panics
    /// When the window is gone.
    #[must_use]
    pub fn text(&self) -> String {
        let text = self.ask("return document.body ? document.body.innerText : '';", &[]);
        plain(text.as_str().unwrap_or_default())
    }

    /// Waits until this can be read.
    #[track_caller]
    pub fn see(&self, words: &str) -> &Self {
        self.until(words, |text| text.contains(&plain(words)));
        self
    }

    /// Waits until this can no longer be read.
    #[track_caller]
    pub fn see_no(&self, words: &str) -> &Self {
        self.until(&format!("no {words}"), |text| !text.contains(&plain(words)));
        self
    }

    #[track_caller]
    fn until(&self, what: &str, holds: impl Fn(&str) -> bool) {
        let mut last = String::new();
        let shown = std::panic::AssertUnwindSafe(|| {
            until(&what, || {
                last = self.text();
                holds(&last).then_some(())
            });
        });
        if let Err(panic) = std::panic::catch_unwind(shown) {
            self.photograph("failed");
            eprintln!("── the window shows ──\n{}\n──", self.text());
            std::panic::resume_unwind(panic);
        }
    }

    /// Clicks what has this role (`button`, `link`, `tab`, `row`, `option`, `checkbox`, …) and this accessible name.
    #[track_caller]
    pub fn click(&self, role: &str, name: &str) -> &Self {
        until(&format!("a click on {role} {name:?}"), || {
            let element = self.find(role, name)?;
            self.session().click(&element).ok()
        });
        self
    }

    /// Whether something of this role and name can be seen.
    #[must_use]
    pub fn has(&self, role: &str, name: &str) -> bool {
        self.find(role, name).is_some()
    }

    /// Types into the field with this label, after what stands there.
    #[track_caller]
    pub fn fill(&self, label: &str, text: &str) -> &Self {
        until(&format!("typing into {label:?}"), || {
            let field = self.find("field", label)?;
            self.session().type_into(&field, text).ok()
        });
        self
    }

    /// What stands in the field with this label.
    #[must_use]
    #[track_caller]
    pub fn value(&self, label: &str) -> String {
        let field = until(&format!("the field {label:?}"), || self.find("field", label));
        plain(
            self.ask("return arguments[0].value ?? arguments[0].innerText;", &[Session::argument(&field)]).as_str().unwrap_or(""),
        )
    }

    /// Types where the focus is.
    ///
    /// # Panics
    /// When nothing takes the keys.
    #[track_caller]
    pub fn type_text(&self, text: &str) -> &Self {
        let session = self.session();
        let focused = session.focused().expect("something has the focus");
        session.type_into(&focused, text).expect("what has the focus takes keys");
        self
    }

    /// Presses the keys of this text, wherever the focus is and wherever it goes meanwhile.
    ///
    /// # Panics
    /// When the window is gone.
    #[track_caller]
    pub fn write(&self, text: &str) -> &Self {
        self.session().act(&strokes(text)).expect("a window takes keys");
        self
    }

    /// Presses one chord: `Ctrl+K`, `Enter`, `Shift+F9`.
    ///
    /// # Panics
    /// When the window is gone.
    #[track_caller]
    pub fn press(&self, keys: &str) -> &Self {
        self.session().act(&chord(keys)).expect("a window takes keys");
        self
    }

    /// Puts text on the clipboard of the page and sends the paste that Ctrl+V would bring, cells and all.
    pub fn paste(&self, text: &str) -> &Self {
        let script = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]);\
            const target = document.activeElement ?? document.body;\
            target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));";
        self.ask(script, &[json!(text)]);
        self
    }

    /// Role and name of what has the focus, as a screen reader would say it.
    #[must_use]
    pub fn focus(&self) -> String {
        let script = format!("{FIND} return describe(document.activeElement);");
        plain(self.ask(&script, &[]).as_str().unwrap_or_default())
    }

    /// Calls a command of the core from the page, as the screens do; the failure's code when it refuses.
    ///
    /// # Errors
    /// The code of the refusal.
    pub fn call(&self, name: &str, args: &Value) -> Result<Value, String> {
        let script = "window.__answer = undefined;\
            window.__TAURI_INTERNALS__.invoke('call', { name: arguments[0], args: arguments[1] })\
                .then((value) => { window.__answer = { value }; }, (failure) => { window.__answer = { failure }; });";
        self.ask(script, &[json!(name), args.clone()]);
        let answer = until(&name, || {
            let answer = self.ask("return window.__answer ?? null;", &[]);
            (!answer.is_null()).then_some(answer)
        });
        match answer["failure"]["code"].as_str() {
            Some(code) => Err(code.to_owned()),
            None => Ok(answer["value"].clone()),
        }
    }

    /// Keys of the catalogue that stand where a sentence should.
    #[must_use]
    pub fn untranslated(&self) -> Vec<String> {
        let is_key = |word: &&str| {
            let mut parts = word.split('-');
            let plain =
                |part: &str| part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) && !part.is_empty();
            parts.next().is_some_and(plain) && parts.clone().next().is_some() && parts.all(plain)
        };
        self.text().lines().map(str::trim).filter(is_key).map(str::to_owned).collect()
    }

    /// Errors of the page since it opened: exceptions, `console.error`, and what the content policy refused.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let faults = self.ask("return window.__torgdom_faults ?? ['nobody watched for faults'];", &[]);
        faults.as_array().into_iter().flatten().map(|fault| fault.as_str().unwrap_or("?").to_owned()).collect()
    }

    /// Keeps a picture in `target/screens`.
    ///
    /// # Panics
    /// When it cannot be taken.
    pub fn photograph(&self, name: &str) -> PathBuf {
        let path = built::pictures().join(format!("window-{name}.png"));
        assert!(self.machine.photograph(&path), "the display can be photographed");
        path
    }

    /// Ends the desk as a power cut would, without a word; the machine and its files stay.
    ///
    /// # Panics
    /// When the desk was not running.
    #[must_use]
    pub fn kill(self) -> Stopped {
        let desk = desk_under(self.driver.0.id()).expect("the desk runs under its driver");
        let killed = Command::new("kill").args(["-KILL", &desk]).status().expect("kill is on every system");
        assert!(killed.success());
        Stopped { machine: self.machine, start: self.start }
    }

    /// Closes the window as a person would.
    ///
    /// # Panics
    /// When it does not close.
    #[must_use]
    pub fn close(self) -> Stopped {
        let driver = self.driver.0.id();
        // The window may be gone before the driver has its answer.
        let _ = self.session().run("window.__TAURI_INTERNALS__.invoke('call', { name: 'shell.close', args: {} });", &[]);
        until(&"the end of the desk", || desk_under(driver).is_none().then_some(()));
        Stopped { machine: self.machine, start: self.start }
    }

    /// Starts the desk once more on the same profile, as a second click on its icon does, and waits for its end.
    ///
    /// # Panics
    /// When it cannot be started.
    #[must_use]
    pub fn start_again(&self) -> ExitStatus {
        let mut command = Command::new(built::program("torgdom-desk"));
        command.arg("--profile").arg(self.machine.profile());
        self.machine.surround(&mut command);
        self.start.surround(&mut command);
        let mut second = Running(command.spawn().expect("the desk can be started"));
        until(&"the end of the second start", || second.0.try_wait().expect("an own child"))
    }

    /// The command line on the same profile, while the window is open.
    #[must_use]
    pub fn client(&self, args: &[&str]) -> Output {
        client(&self.machine, &self.start, args, "")
    }

    /// The same with something on its standard input.
    #[must_use]
    pub fn client_told(&self, args: &[&str], input: &str) -> Output {
        client(&self.machine, &self.start, args, input)
    }

    fn find(&self, role: &str, name: &str) -> Option<Element> {
        let script = format!("{FIND} return find(arguments[0], arguments[1]);");
        Session::element(&self.session().run(&script, &[json!(role), json!(name)]).ok()?)
    }

    /// Runs a script in the page.
    ///
    /// # Panics
    /// When it throws, or the window is gone.
    #[track_caller]
    pub fn ask(&self, script: &str, args: &[Value]) -> Value {
        self.session().run(script, args).unwrap_or_else(|error| panic!("{error:#}"))
    }

    fn session(&self) -> &Session {
        &self.session.0
    }
}

impl Default for Window {
    fn default() -> Self {
        Self::new()
    }
}

/// A session that closes its window when it goes.
#[derive(Debug)]
struct Driven(Session);

impl Drop for Driven {
    fn drop(&mut self) {
        // The desk ends with its driver in any case.
        let _ = self.0.end();
    }
}

/// A machine whose desk has ended.
#[derive(Debug)]
pub struct Stopped {
    pub machine: Machine,
    start: Start,
}

impl Stopped {
    /// The same desk again.
    #[must_use]
    pub fn start(self) -> Window {
        Window::on(self.machine, self.start)
    }

    #[must_use]
    pub fn client(&self, args: &[&str]) -> Output {
        client(&self.machine, &self.start, args, "")
    }
}

fn client(machine: &Machine, start: &Start, args: &[&str], input: &str) -> Output {
    let mut command = Command::new(built::program("torgdom"));
    command.arg("--profile").arg(machine.profile()).args(args);
    machine.surround(&mut command);
    start.surround(&mut command);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut client = command.spawn().expect("the command line can be started");
    // One that does not read its input has closed it already.
    let _ = client.stdin.take().expect("stdin is piped above").write_all(input.as_bytes());
    client.wait_with_output().expect("an own child")
}

/// The process of the desk: the driver's only child.
fn desk_under(driver: u32) -> Option<String> {
    let children = std::fs::read_to_string(format!("/proc/{driver}/task/{driver}/children")).ok()?;
    children.split_whitespace().find(|child| is_alive(child)).map(str::to_owned)
}

/// A process that has ended waits for its parent as a zombie.
fn is_alive(process: &str) -> bool {
    let about = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    about.rsplit(") ").next().is_some_and(|state| !state.is_empty() && !state.starts_with('Z'))
}

/// Text as a person reads it: every kind of space is a space.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}', '\u{2009}', '\u{2060}'], " ")
}
