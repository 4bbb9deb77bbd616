//! A profile in a folder of its own, and the binary run on it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// What a run left behind.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// The answer of a run that had to succeed.
    #[track_caller]
    pub fn answer(self) -> String {
        assert_eq!(self.code, 0, "{self:?}");
        self.out.trim_end_matches('\n').to_owned()
    }

    #[track_caller]
    pub fn json(self) -> Value {
        serde_json::from_str(&self.answer()).expect("one JSON object")
    }

    /// The lines of stdout, empty ones too.
    pub fn lines(&self) -> Vec<&str> {
        self.out.lines().collect()
    }

    /// The objects of stderr, one a line.
    #[track_caller]
    pub fn reasons(&self) -> Vec<Value> {
        self.err.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("no JSON: {line}"))).collect()
    }

    /// Codes of the problems on stderr, in order.
    #[track_caller]
    pub fn codes(&self) -> Vec<String> {
        let problems = self.reasons().into_iter().flat_map(|reason| reason["problems"].as_array().cloned().unwrap_or_default());
        problems.map(|problem| problem["code"].as_str().expect("a code").to_owned()).collect()
    }
}

/// The binary with a clean environment, on the 22nd of November 2026.
pub fn torgdom() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_torgdom"));
    for variable in ["LANG", "LC_ALL", "LC_MESSAGES", "TORGDOM_PASSPHRASE", "TORGDOM_PROFILE"] {
        command.env_remove(variable);
    }
    command.env("TORGDOM_TODAY", "2026-11-22");
    command
}

/// Starts with pipes on all three streams.
pub fn start(mut command: Command) -> Child {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary starts")
}

pub fn finish(mut child: Child, input: &[u8]) -> Ran {
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    let feeder = std::thread::spawn(move || {
        // A command that stops early closes the pipe.
        let _ = stdin.write_all(&input);
    });
    let done = child.wait_with_output().expect("the binary ends");
    feeder.join().expect("the feeder ends");
    Ran {
        code: done.status.code().unwrap_or(-1),
        out: String::from_utf8(done.stdout).expect("UTF-8"),
        err: String::from_utf8(done.stderr).expect("UTF-8"),
    }
}

/// A run that needs no profile.
pub fn run(args: &[&str], input: impl AsRef<[u8]>) -> Ran {
    let mut command = torgdom();
    command.args(args);
    finish(start(command), input.as_ref())
}

pub struct Profile {
    folder: TempDir,
}

impl Profile {
    /// An empty folder.
    pub fn none() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    /// A Moscow trade house.
    pub fn new() -> Self {
        let profile = Self::none();
        profile
            .run(&[
                "init",
                "--name",
                "ООО «Заря»",
                "--country",
                "RU",
                "--tax-id",
                "7707083893",
                "--kpp",
                "770701001",
                "--account",
                "40702810900000002851",
                "--bic",
                "044030827",
                "--bank",
                "АО «Банк»",
                "--corr-account",
                "30101810400000000827",
                "--head",
                "Иванов И. И.",
                "--accountant",
                "Петрова П. П.",
                "--address",
                "115088, г. Москва, ул. Лесная, 1",
            ])
            .answer();
        profile
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("профиль")
    }

    /// A path beside the profile.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = torgdom();
        command.arg("--profile").arg(self.path()).args(args);
        command
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        self.feed(args, "")
    }

    pub fn feed(&self, args: &[&str], input: impl AsRef<[u8]>) -> Ran {
        finish(start(self.command(args)), input.as_ref())
    }

    /// Puts one record and answers its id.
    #[track_caller]
    pub fn put(&self, kind: &str, body: &Value) -> String {
        self.feed(&["put", kind, "-"], format!("{body}\n")).answer()
    }

    #[track_caller]
    pub fn list(&self, args: &[&str]) -> Vec<Value> {
        let args: Vec<&str> = ["list", "--json"].iter().chain(args).copied().collect();
        let ran = self.run(&args);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
        ran.lines().into_iter().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }

    #[track_caller]
    pub fn organisation(&self) -> String {
        text(&self.list(&["organisation"])[0], "id")
    }

    /// A draft invoice of `lines` lines; its id.
    #[track_caller]
    pub fn invoice(&self, counterparty: &str, lines: u32) -> String {
        let lines: serde_json::Map<String, Value> = (1..=lines)
            .map(|n| {
                let line = serde_json::json!({ "order": n.to_string(), "name": format!("Насос {n}"), "unit": "796", "quantity": "3", "price": "33.33" });
                (format!("line-{n:04}"), line)
            })
            .collect();
        let body = serde_json::json!({
            "organisation": self.organisation(), "counterparty": counterparty, "currency": "RUB", "date": "2026-11-22", "lines": lines,
        });
        self.put("invoice", &body)
    }

    #[track_caller]
    pub fn counterparty(&self) -> String {
        self.put("counterparty", &serde_json::json!({ "name": "ОАО «Минский завод»", "country": "BY", "tax_id": "100582333" }))
    }
}

pub fn text(value: &Value, field: &str) -> String {
    value[field].as_str().unwrap_or_else(|| panic!("{field} in {value}")).to_owned()
}

/// The vectors that every part of the program is held to.
pub fn vectors(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors").join(name);
    serde_json::from_slice(&std::fs::read(path).expect("the vectors")).expect("JSON")
}
