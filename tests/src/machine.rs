//! A machine for one desk: a display, a home, a printer and a bus of its own, so that journeys run side by side.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::wait;

/// Ends its program when it goes.
#[derive(Debug)]
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[derive(Debug)]
pub struct Machine {
    // Fields end in this order: programs first, their files last.
    bus: Option<(Running, String)>,
    _display: Running,
    display_name: String,
    home: TempDir,
}

impl Machine {
    /// # Panics
    /// When Xvfb is missing (`cargo xtask setup` installs it).
    #[must_use]
    pub fn new() -> Self {
        let home = tempfile::Builder::new().prefix("torgdom-").tempdir().expect("a folder for a machine");
        let (display, number) =
            named_by_itself(Command::new("Xvfb").args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]));
        let machine = Self { bus: None, _display: display, display_name: format!(":{number}"), home };
        machine.install_printer();
        machine
    }

    /// A session bus, over which a second start finds the first.
    #[must_use]
    pub fn with_bus(mut self) -> Self {
        self.bus = Some(named_by_itself(Command::new("dbus-daemon").args(["--session", "--nofork", "--print-address=1"])));
        self
    }

    #[must_use]
    pub fn profile(&self) -> PathBuf {
        self.home.path().join("profile")
    }

    #[must_use]
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// What a program on this machine sees around it.
    pub fn surround(&self, command: &mut Command) {
        let bin = self.home.path().join("bin");
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths(std::iter::once(bin).chain(std::env::split_paths(&path))).expect("plain folders");
        let nowhere = format!("unix:path={}", self.home.path().join("no-bus").display());
        command
            .env("PATH", path)
            .env("HOME", self.home.path())
            .env("XDG_DATA_HOME", self.home.path().join("data"))
            .env("XDG_CONFIG_HOME", self.home.path().join("config"))
            .env("XDG_CACHE_HOME", self.home.path().join("cache"))
            .env("DISPLAY", &self.display_name)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env("LANG", "C.UTF-8")
            .env("TZ", "Europe/Minsk")
            .env("TORGDOM_DIALOG_ANSWER", format!("@{}", self.dialog_answer().display()))
            .env("DBUS_SESSION_BUS_ADDRESS", self.bus.as_ref().map_or(nowhere.as_str(), |(_, address)| address))
            .env_remove("TORGDOM_MANY");
        if self.bus.is_none() {
            command.env("TORGDOM_MANY", "1");
        }
    }

    /// Keeps a picture of the display; `false` when it cannot be taken.
    pub fn photograph(&self, path: &Path) -> bool {
        let mut command = Command::new("import");
        command.args(["-silent", "-window", "root"]).arg(path).env("DISPLAY", &self.display_name);
        command.status().is_ok_and(|status| status.success())
    }

    /// The next file dialog is answered with this path; an empty one closes it.
    ///
    /// # Panics
    /// When the machine's folder cannot be written.
    pub fn answer_dialog(&self, path: &Path) {
        fs::write(self.dialog_answer(), path.display().to_string()).expect("the machine's folder can be written");
    }

    fn dialog_answer(&self) -> PathBuf {
        self.home.path().join("dialog-answer")
    }

    /// What came out of the printer, oldest first: the file and how many copies.
    ///
    /// # Panics
    /// When a sheet cannot be read back.
    #[must_use]
    pub fn printed(&self) -> Vec<(PathBuf, String)> {
        let list = fs::read_to_string(self.home.path().join("printed")).unwrap_or_default();
        list.lines()
            .map(|line| line.split_once('\t').expect("the printer writes copies, a tab and the file"))
            .map(|(copies, file)| (PathBuf::from(file), copies.to_owned()))
            .collect()
    }

    /// CUPS from outside: `lpstat` names a printer, `lp` keeps what it was given.
    fn install_printer(&self) {
        let home = self.home.path().display();
        let keep = format!(
            "#!/bin/sh\n[ \"$1\" = -n ] && [ \"$3\" = -- ] || exit 2\nmkdir -p '{home}/tray'\nfile=\"{home}/tray/$(basename \"$4\")\"\n\
             cp \"$4\" \"$file\" && printf '%s\\t%s\\n' \"$2\" \"$file\" >> '{home}/printed'\n"
        );
        let opened = format!("#!/bin/sh\nprintf '%s\\n' \"$1\" >> '{home}/opened'\n");
        let documents = format!("#!/bin/sh\necho '{home}'\n");
        let programs =
            [("lp", keep.as_str()), ("lpstat", "#!/bin/sh\necho office\n"), ("xdg-open", &opened), ("xdg-user-dir", &documents)];
        let bin = self.home.path().join("bin");
        fs::create_dir_all(&bin).expect("the machine's folder can be written");
        for (name, script) in programs {
            write_program(&bin.join(name), script);
        }
    }
}

impl Default for Machine {
    fn default() -> Self {
        Self::new()
    }
}

fn write_program(path: &Path, script: &str) {
    use std::os::unix::fs::PermissionsExt;
    fs::write(path, script).expect("the machine's folder can be written");
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("an own file can be made runnable");
}

/// Starts a program that prints on its first line where it can be found.
fn named_by_itself(command: &mut Command) -> (Running, String) {
    let shown = format!("{command:?}");
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{shown}: {error} (cargo xtask setup installs it)"));
    let mut name = String::new();
    BufReader::new(child.stdout.take().expect("stdout is piped above")).read_line(&mut name).expect("a first line");
    assert!(!name.trim().is_empty(), "{shown} ended at once");
    (Running(child), name.trim().to_owned())
}

/// A WebDriver on this machine, at a port that was free a moment ago.
///
/// # Panics
/// When WebKitWebDriver is missing or does not answer.
pub fn driver(machine: &Machine, surround: &dyn Fn(&mut Command)) -> (Running, u16) {
    let free = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
    let port = free.local_addr().expect("a bound port has a number").port();
    drop(free);
    let mut command = Command::new("WebKitWebDriver");
    command.arg("--host=127.0.0.1").arg(format!("--port={port}")).env("TAURI_WEBVIEW_AUTOMATION", "true");
    machine.surround(&mut command);
    surround(&mut command);
    let log = fs::File::create(machine.home().join("desk.log")).expect("the machine's folder can be written");
    let errors = log.try_clone().expect("an open file can be shared");
    let child = command.stdout(log).stderr(errors).spawn();
    let child = Running(child.expect("WebKitWebDriver starts (cargo xtask setup installs it)"));
    wait::until(&"the driver", || crate::webdriver::is_ready(port).then_some(()));
    (child, port)
}
