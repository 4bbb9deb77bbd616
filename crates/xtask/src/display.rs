//! A screen to draw on: the person's own, or a virtual one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::command::program;

/// Whether a window could be seen here.
pub fn is_there() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// A virtual display of 1280x900 that ends with this value.
pub struct Virtual {
    server: Child,
    name: String,
}

impl Virtual {
    pub fn start() -> Result<Self> {
        let mut server = program("Xvfb")
            // The server picks a free number and writes it to the file that we name: two runs never meet.
            .args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start Xvfb (cargo xtask setup installs it)")?;
        let out = server.stdout.take().expect("stdout is piped above");
        let mut number = String::new();
        BufReader::new(out).read_line(&mut number)?;
        let number = number.trim();
        if number.is_empty() {
            bail!("Xvfb ended without opening a display");
        }
        Ok(Self { name: format!(":{number}"), server })
    }

    /// Makes a program draw here.
    pub fn show<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env("DISPLAY", &self.name).env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11")
    }
}

impl Drop for Virtual {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
