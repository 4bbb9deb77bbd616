//! What has to be on the machine before the desk can be built, run and tested. Says what it installs and why; a second
//! run on a machine that has everything changes nothing.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{asked, is_there, line, program, run};
use crate::root::{made, root, target};

/// What a package is wanted for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Build,
    Test,
}

/// Debian's packages, with the reason a person is told.
const DEBIAN: &[(&str, Need, &str)] = &[
    ("build-essential", Need::Build, "the C compiler for SQLite and its encryption"),
    ("perl", Need::Build, "configures the encryption library"),
    ("pkg-config", Need::Build, "finds the window's libraries"),
    ("libwebkit2gtk-4.1-dev", Need::Build, "the window"),
    ("xvfb", Need::Test, "a virtual display, when there is none"),
    ("imagemagick", Need::Test, "screenshots"),
    ("webkit2gtk-driver", Need::Test, "drives the real window in the journeys"),
    ("dbus", Need::Test, "a second start finds the first window through it"),
    ("chromium", Need::Test, "accessibility checks of every screen"),
    ("poppler-utils", Need::Test, "reads the papers back"),
    ("qpdf", Need::Test, "checks the papers"),
    ("libxml2-utils", Need::Test, "checks the exchanged XML against its schemas"),
    ("xdotool", Need::Test, "presses keys outside the window"),
];

/// The oldest Node.js that builds the screens.
const NODE: (u32, u32) = (20, 19);

/// Packages for building, running and testing, and the screens' npm packages.
pub fn everything() -> Result<()> {
    system(&[Need::Build, Need::Test])?;
    screens()
}

/// Installs the system's missing packages. Elsewhere than on Debian and its kin it names what is wanted and goes on:
/// the build itself says what it lacks.
pub fn system(needs: &[Need]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        println!("setup: nothing to install by hand on this system besides Rust, Node.js {}.{} and its web view", NODE.0, NODE.1);
        return Ok(());
    }
    if !is_there("apt-get") || !is_there("dpkg-query") {
        println!("setup: this is not Debian or Ubuntu; install what these packages hold: {}", names(needs).join(" "));
        return Ok(());
    }
    let missing: Vec<_> = DEBIAN.iter().filter(|(name, need, _)| needs.contains(need) && !is_installed(name)).collect();
    if missing.is_empty() {
        println!("setup: all Debian packages are here");
        return Ok(());
    }
    for (name, _, why) in &missing {
        println!("setup: {name} is missing ({why})");
    }
    let wanted: Vec<&str> = missing.iter().map(|(name, ..)| *name).collect();
    install(&wanted)
}

/// A list that cannot be refreshed (somebody's own repository is gone) need not keep ours from being installed.
fn install(packages: &[&str]) -> Result<()> {
    if !is_root() && !is_there("sudo") {
        bail!("there is neither root nor sudo here; run as root: apt-get install {}", packages.join(" "));
    }
    if let Err(error) = apt(&["update"]) {
        println!("setup: the lists of packages could not be refreshed ({error:#}); trying with those that are here");
    }
    apt(&[&["install", "-y", "--no-install-recommends"], packages].concat()).with_context(|| {
        format!(
            "packages are missing and could not be installed: without a network or a mirror of Debian, bring them from \
             elsewhere and start again ({})",
            packages.join(" ")
        )
    })
}

/// The screens' npm packages, exactly as locked. Skipped while the lock has not changed.
pub fn screens() -> Result<()> {
    node()?;
    let ui = root().join("ui");
    let lock = std::fs::read(ui.join("package-lock.json")).context("ui/package-lock.json is missing")?;
    let installed = ui.join("node_modules/.installed-from");
    if std::fs::read(&installed).is_ok_and(|seen| seen == lock) {
        println!("setup: the screens' packages are here");
        return Ok(());
    }
    // As locked, but not `npm ci`: that refuses a lock written on a machine whose registry lists the native packages of
    // this system only, and takes apart what is there before it looks.
    run(npm().args(["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&ui))
        .context("the screens' packages could not be fetched: is there a network, or an npm registry in ~/.npmrc?")?;
    std::fs::write(installed, lock).context("cannot mark ui/node_modules as installed")
}

/// `npm`, with a Node.js that is new enough first on its path.
pub fn npm() -> Command {
    with_node(program(if cfg!(windows) { "npm.cmd" } else { "npm" }))
}

pub fn with_node(mut command: Command) -> Command {
    let own = own_node();
    if own.is_dir() {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let dirs = std::iter::once(own).chain(std::env::split_paths(&path));
        if let Ok(joined) = std::env::join_paths(dirs) {
            command.env("PATH", joined);
        }
    }
    command
}

/// Where a newer Node.js than the system's is kept: it is taken from npm itself and touches nothing else.
fn own_node() -> PathBuf {
    let machine = if cfg!(target_arch = "aarch64") { "arm64" } else { "x64" };
    target().join(format!("node/node_modules/node-linux-{machine}/bin"))
}

fn node() -> Result<()> {
    // Debian packs npm apart from Node.js.
    if is_there("npm") && node_version(&mut with_node(program("node"))).is_some_and(|found| found >= NODE) {
        return Ok(());
    }
    if !cfg!(target_os = "linux") || !is_there("apt-get") {
        bail!("Node.js {}.{} or newer with npm is needed to build the screens: install it and start again", NODE.0, NODE.1);
    }
    if !is_there("npm") {
        println!("setup: Node.js or npm is missing (they build the screens)");
        install(&["nodejs", "npm"])?;
    }
    if node_version(&mut with_node(program("node"))).is_none_or(|found| found < NODE) {
        let machine = if cfg!(target_arch = "aarch64") { "arm64" } else { "x64" };
        println!("setup: this system's Node.js is older than {}.{}; a newer one goes into target/node", NODE.0, NODE.1);
        let home = made(&target().join("node"))?;
        let package = format!("node-linux-{machine}@20");
        run(program("npm").args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(home).arg(package))
            .with_context(|| format!("install Node.js {}.{} or newer and start again", NODE.0, NODE.1))?;
    }
    Ok(())
}

/// `v20.20.2` as `(20, 20)`.
fn node_version(node: &mut Command) -> Option<(u32, u32)> {
    parse_version(&asked(node.arg("--version"))?)
}

fn parse_version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim().trim_start_matches('v').split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

fn names(needs: &[Need]) -> Vec<&'static str> {
    DEBIAN.iter().filter(|(_, need, _)| needs.contains(need)).map(|(name, ..)| *name).collect()
}

fn is_installed(package: &str) -> bool {
    let status = asked(line("dpkg-query -W -f=${Status}").arg(package));
    status.is_some_and(|status| status.ends_with("ok installed"))
}

fn is_root() -> bool {
    asked(&mut line("id -u")).as_deref() == Some("0")
}

/// `apt-get` as root, without questions, waiting for another package run to end.
fn apt(args: &[&str]) -> Result<()> {
    let mut command = if is_root() { program("env") } else { line("sudo env") };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]).args(args);
    run(&mut command)
}

#[cfg(test)]
mod tests {
    use super::parse_version;

    #[test]
    fn versions_are_read_as_node_prints_them() {
        assert_eq!(parse_version("v20.20.2\n"), Some((20, 20)));
        assert_eq!(parse_version("18.19.0"), Some((18, 19)));
        assert_eq!(parse_version("not found"), None);
        assert_eq!(parse_version(""), None);
    }
}
