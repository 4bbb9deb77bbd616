//! Writes the interface's TypeScript: the types of all commands and the typed table of them.
//! `cargo run -p torgdom-app --example types -- ui/src/generated`

use std::fmt::Write as _;
use std::path::PathBuf;

use torgdom_app::commands;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("the folder to write to is missing")?);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let config = ts_rs::Config::new().with_out_dir(&folder);
    commands::export_types(&config)?;
    let table = commands::types(&config);
    let mut text = String::from("// Generated from crates/app/src/commands/table.rs by `cargo xtask types`.\n");
    let mut names: Vec<&str> = Vec::new();
    for command in &table {
        for part in [&command.args, &command.answer] {
            names.extend(
                part.split(|character: char| !character.is_alphanumeric())
                    .filter(|name| folder.join(format!("{name}.ts")).exists()),
            );
        }
    }
    names.sort_unstable();
    names.dedup();
    for name in names {
        writeln!(text, "import type {{ {name} }} from \"./{name}\";")?;
    }
    text.push_str("\n/** Arguments and answer of every command of the core. */\nexport interface Commands {\n");
    for command in &table {
        writeln!(text, "  \"{}\": {{ args: {}; answer: {} }};", command.name, command.args, command.answer)?;
    }
    text.push_str("}\n");
    std::fs::write(folder.join("commands.ts"), text)?;
    Ok(())
}
