//! ReportLab and typst from PyPI, installed by the bench itself into a folder of its own below `target`.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::measure::{Spent, Times};

/// A script, whose name it measures, and whether it works the payment code out or is given it.
struct Peer {
    script: &'static str,
    name: &'static str,
    own_code: bool,
}

const PEERS: [Peer; 3] = [
    Peer { script: "reportlab_invoice.py", name: "ReportLab", own_code: true },
    Peer { script: "reportlab_invoice.py", name: "ReportLab", own_code: false },
    // typst has no payment code of its own.
    Peer { script: "typst_invoice.py", name: "typst", own_code: false },
];

/// Python with both packages.
#[derive(Debug)]
pub struct Peers {
    python: PathBuf,
    scripts: PathBuf,
    fonts: PathBuf,
    versions: Value,
}

impl Peers {
    /// Installs what is missing; says so, because it fetches from PyPI.
    ///
    /// # Errors
    /// There is no Python 3 with `venv`, or no network.
    pub fn install(root: &Path, target: &Path) -> Result<Self> {
        let scripts = root.join("tests/peers");
        let wanted = fs::read_to_string(scripts.join("requirements.txt"))?;
        let folder = target.join("peers");
        let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
        let stamp = folder.join("installed");
        if !fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
            println!("installing ReportLab and typst from PyPI into {}", folder.display());
            done(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
            let mut pip = Command::new(&python);
            done(
                pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
                    .arg(scripts.join("requirements.txt")),
            )?;
            fs::write(stamp, wanted)?;
        }
        let output = Command::new(&python).arg("-B").arg(scripts.join("versions.py")).output()?;
        let versions = serde_json::from_slice(&output.stdout).context("the versions of the peers")?;
        Ok(Self { python, scripts, fonts: root.join("assets/fonts"), versions })
    }

    /// Each peer makes each of the documents, after one to warm up: name with version, times, bytes of the last.
    ///
    /// # Errors
    /// A script fails.
    pub fn make(&self, documents: &[Value]) -> Result<Vec<(String, Times, usize)>> {
        PEERS.iter().map(|peer| self.run(peer, documents)).collect()
    }

    fn run(&self, peer: &Peer, documents: &[Value]) -> Result<(String, Times, usize)> {
        let Peer { script, name, own_code } = *peer;
        let input = json!({ "documents": documents, "fonts": self.fonts, "own_code": own_code }).to_string();
        let mut child = Command::new(&self.python)
            .arg("-B")
            .arg(self.scripts.join(script))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        child.stdin.take().context("a pipe")?.write_all(input.as_bytes())?;
        let output = child.wait_with_output()?;
        if !output.status.success() {
            bail!("{script}: {}", String::from_utf8_lossy(&output.stderr));
        }
        let answer: Value = serde_json::from_slice(&output.stdout).with_context(|| format!("the answer of {script}"))?;
        let mut times = Times::default();
        for time in answer["times"].as_array().context("times")? {
            let of = |field: &str| Duration::from_nanos(time[field].as_u64().unwrap_or_default());
            times.add(Spent { wall: of("wall_ns"), cpu: of("cpu_ns") });
        }
        let bytes = usize::try_from(answer["bytes"].as_u64().context("bytes")?)?;
        let version = self.versions[name].as_str().unwrap_or_default();
        let code = if own_code { "its own payment code" } else { "payment code given" };
        Ok((format!("{name} {version}, {code}"), times, bytes))
    }
}

fn done(command: &mut Command) -> Result<()> {
    let output = command.output().with_context(|| format!("{command:?}"))?;
    if output.status.success() { Ok(()) } else { bail!("{command:?}: {}", String::from_utf8_lossy(&output.stderr)) }
}
