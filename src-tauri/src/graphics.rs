//! How the window is drawn. Without a graphics card WebKitGTK spends three times as long on a frame unless it is told.

use serde::{Deserialize, Serialize};

/// The person's choice; `Auto` looks at the machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rendering {
    #[default]
    Auto,
    Software,
    Hardware,
}

/// Called first in `main`, before any thread and before GTK reads its environment.
#[cfg(target_os = "linux")]
pub fn prepare(choice: Rendering) {
    if !draws_in_software(choice, has_render_node(std::path::Path::new("/dev/dri"))) {
        return;
    }
    for name in ["WEBKIT_DISABLE_DMABUF_RENDERER", "WEBKIT_DISABLE_COMPOSITING_MODE"] {
        // What the person's environment says goes first.
        if std::env::var_os(name).is_none() {
            #[expect(unsafe_code, reason = "the program has one thread here: see the only caller, the start of main")]
            // SAFETY: no other thread exists that could read the environment at the same time.
            unsafe {
                std::env::set_var(name, "1");
            }
        }
    }
}

#[cfg(not(target_os = "linux"))]
pub fn prepare(_choice: Rendering) {}

#[cfg(target_os = "linux")]
fn draws_in_software(choice: Rendering, card: bool) -> bool {
    match choice {
        Rendering::Auto => !card,
        Rendering::Software => true,
        Rendering::Hardware => false,
    }
}

#[cfg(target_os = "linux")]
fn has_render_node(dir: &std::path::Path) -> bool {
    let Ok(entries) = std::fs::read_dir(dir) else { return false };
    entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("renderD"))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_machine_without_a_card_draws_in_software_unless_told_otherwise() {
        assert!(draws_in_software(Rendering::Auto, false));
        assert!(!draws_in_software(Rendering::Auto, true));
        assert!(draws_in_software(Rendering::Software, true));
        assert!(!draws_in_software(Rendering::Hardware, false));
    }

    #[test]
    fn a_card_is_known_by_its_render_node() {
        let dir = tempfile::tempdir().unwrap();
        assert!(!has_render_node(dir.path()));
        std::fs::write(dir.path().join("card0"), "").unwrap();
        assert!(!has_render_node(dir.path()));
        std::fs::write(dir.path().join("renderD128"), "").unwrap();
        assert!(has_render_node(dir.path()));
        assert!(!has_render_node(&dir.path().join("missing")));
    }
}
