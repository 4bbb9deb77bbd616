//! The packages that are handed to staff. AppImage is left out: making one downloads its runtime.

use anyhow::{Context, Result, bail};

use crate::command::{line, run};
use crate::root::{made, out, root, target};
use crate::run::build_ui;
use crate::setup::{self, Need};

/// `.deb` and `.rpm` of this commit into `out/dist`.
pub fn dist() -> Result<()> {
    if !cfg!(target_os = "linux") {
        bail!("on this system the release workflow packs: see .github/workflows/release.yml");
    }
    setup::system(&[Need::Build])?;
    setup::screens()?;
    build_ui()?;
    // It goes into the packages beside the desk.
    run(&mut line("cargo build --release --package torgdom"))?;
    let tauri = root().join("ui/node_modules/.bin/tauri");
    if !tauri.exists() {
        bail!("@tauri-apps/cli is not among the packages of ui/package.json");
    }
    let mut command = setup::with_node(crate::command::program(tauri));
    run(command.args(["build", "--bundles", "deb,rpm", "--ci"]).current_dir(root().join("src-tauri")))?;
    let to = made(&out()?.join("dist"))?;
    for kind in ["deb", "rpm"] {
        collect(kind, &to)?;
    }
    Ok(())
}

fn collect(kind: &str, to: &std::path::Path) -> Result<()> {
    let from = target().join("release/bundle").join(kind);
    let mut found = false;
    for entry in std::fs::read_dir(&from).with_context(|| format!("no {kind} was made"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == kind) {
            let name = path.file_name().expect("a file that was listed has a name");
            std::fs::copy(&path, to.join(name))?;
            println!("dist: out/dist/{}", name.display());
            found = true;
        }
    }
    if !found {
        bail!("no {kind} was made");
    }
    Ok(())
}
