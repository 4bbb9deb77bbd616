//! From a machine that has Rust to an open desk, in one command.

use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::command::{line, output, program, run as start};
use crate::display::{self, Virtual};
use crate::root::{out, target};
use crate::setup::{self, Need, npm};

/// How long a desk may take to draw its first screen on a slow machine without a graphics card.
const FIRST_SCREEN: Duration = Duration::from_secs(60);

pub fn run(args: &[String]) -> Result<()> {
    let demo = match args {
        [] => false,
        [only] if only == "--demo" => true,
        _ => bail!("`run` takes --demo or nothing"),
    };
    let seen = display::is_there();
    setup::system(if seen { &[Need::Build] } else { &[Need::Build, Need::Test] })?;
    setup::screens()?;
    build_ui()?;
    start(&mut line("cargo build --release --package torgdom-desk --package torgdom"))?;
    if !seen {
        return unseen();
    }
    let mut desk = program(built("torgdom-desk"));
    if demo {
        desk.arg("--profile").arg(demonstration(false)?);
    }
    start(&mut desk)
}

/// Builds the screens into `ui/dist`.
pub fn build_ui() -> Result<()> {
    setup::screens()?;
    start(npm().args(["run", "--silent", "build"]).current_dir(crate::root::root().join("ui")))
}

fn built(binary: &str) -> PathBuf {
    target().join("release").join(format!("{binary}{}", std::env::consts::EXE_SUFFIX))
}

/// A profile with demonstration data; a `fresh` one replaces what an earlier run has left.
fn demonstration(fresh: bool) -> Result<PathBuf> {
    let profile = target().join("demonstration");
    if fresh && profile.exists() {
        std::fs::remove_dir_all(&profile)?;
    }
    if !profile.exists() {
        println!("run: making demonstration data in {}", profile.display());
        start(client(&profile).args(["init", "--demo"]))?;
    }
    Ok(profile)
}

fn client(profile: &Path) -> Command {
    let mut command = program(built("torgdom"));
    command.arg("--profile").arg(profile);
    command
}

/// No one could see the window: it opens on a virtual display, and its picture and a paper are left to look at.
fn unseen() -> Result<()> {
    println!("run: there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): using a virtual one");
    let profile = demonstration(true)?;
    let paper = invoice(&profile)?;
    let picture = out()?.join("desk.png");
    let screen = Virtual::start()?;
    let mut desk = Desk(
        screen.show(program(built("torgdom-desk")).arg("--profile").arg(&profile)).spawn().context("cannot start the desk")?,
    );
    photograph(&screen, &mut desk, &picture)?;
    println!("\nThe desk with demonstration data: {}", picture.display());
    println!("An invoice of the demonstration:  {}", paper.display());
    println!("With a display, the same command opens the window. Demonstration profile: {}", profile.display());
    Ok(())
}

/// The PDF of the first issued invoice.
fn invoice(profile: &Path) -> Result<PathBuf> {
    let listed = output(client(profile).args(["list", "invoice", "--json"]))?;
    let rows = listed.lines().filter_map(|row| serde_json::from_str::<Value>(row).ok());
    let issued = rows.into_iter().find(|row| row["state"] == "issued").context("no issued invoice in the demonstration")?;
    let id = issued["id"].as_str().context("a row of a list has an id")?;
    let paper = out()?.join("invoice.pdf");
    start(client(profile).args(["print", "invoice", id, "--out"]).arg(&paper))?;
    Ok(paper)
}

struct Desk(Child);

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Waits until something is drawn and stands still, then keeps the picture.
fn photograph(screen: &Virtual, desk: &mut Desk, picture: &Path) -> Result<()> {
    let raw = target().join("xtask/screen.rgb");
    crate::root::made(raw.parent().expect("the path above has a folder"))?;
    let started = Instant::now();
    let mut before = Vec::new();
    loop {
        std::thread::sleep(Duration::from_millis(700));
        if let Some(status) = desk.0.try_wait()? {
            bail!("the desk ended before it was drawn ({status})");
        }
        let shot = screen.show(line("import -silent -window root -depth 8").arg(&raw)).status()?;
        let now = if shot.success() { std::fs::read(&raw)? } else { Vec::new() };
        if is_drawn(&now) && now == before {
            break;
        }
        if started.elapsed() > FIRST_SCREEN {
            bail!("the desk drew nothing that stood still within {} s", FIRST_SCREEN.as_secs());
        }
        before = now;
    }
    let kept = screen.show(line("import -silent -window root").arg(picture)).status()?;
    if !kept.success() {
        bail!("the screenshot could not be written to {}", picture.display());
    }
    Ok(())
}

/// A blank window is of one or two colours; a screen of the desk, with its smoothed letters, of many.
fn is_drawn(rgb: &[u8]) -> bool {
    let colours: std::collections::HashSet<&[u8]> = rgb.chunks_exact(3).collect();
    colours.len() > 24
}

#[cfg(test)]
mod tests {
    use super::is_drawn;

    #[test]
    fn a_blank_screen_is_not_a_drawn_one() {
        assert!(!is_drawn(&[]));
        assert!(!is_drawn(&[255; 3000]));
        let many: Vec<u8> = (0..=255u8).flat_map(|shade| [shade, shade, shade]).collect();
        assert!(is_drawn(&many));
    }
}
