//! Every code of this crate has its sentence (`problem-<code>`), every field and every kind of file its name, in each
//! language.

use std::collections::BTreeSet;
use std::path::Path;

use fluent_bundle::FluentResource;
use torgdom_imports::mapping::Target;

fn ids(lang: &str) -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../assets/text/{lang}.imports.ftl"));
    let text = std::fs::read_to_string(path).expect("the file is there");
    let defined: Vec<&str> = text
        .lines()
        .filter(|line| !line.starts_with([' ', '#']))
        .filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| id)
        .collect();
    let resource = FluentResource::try_new(text.clone()).map_err(|(_, errors)| errors).expect("it is Fluent");
    assert_eq!(resource.entries().count(), defined.len(), "{lang}");
    let unique: BTreeSet<String> = defined.iter().map(|id| (*id).to_owned()).collect();
    assert_eq!(unique.len(), defined.len(), "{lang}: an id stands twice");
    unique
}

/// How the catalogue names a code: `problem-import-file-empty`.
fn id(family: &str, code: &str) -> String {
    format!("{family}-{}", code.replace('_', "-"))
}

/// The ids of the literals `"import_…"` and `"export_…"` of the sources.
fn codes(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            codes(&path, found);
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("source");
        for literal in text.split('"').skip(1).step_by(2) {
            if (literal.starts_with("import_") || literal.starts_with("export_"))
                && literal.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
            {
                found.insert(id("problem", literal));
            }
        }
    }
}

#[test]
fn three_languages_say_the_same_things() {
    let russian = ids("ru");
    assert_eq!(russian, ids("be"));
    assert_eq!(russian, ids("en"));
    let mut wanted = BTreeSet::new();
    codes(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut wanted);
    assert!(wanted.len() > 35, "{}", wanted.len());
    for target in Target::ALL {
        wanted.insert(id("import-target", target.as_str()));
        wanted.extend(target.fields().iter().map(|field| id("import-field", field.id)));
    }
    let missing: Vec<&String> = wanted.difference(&russian).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let unused: Vec<&String> = russian
        .iter()
        .filter(|id| id.starts_with("problem-") || id.starts_with("import-field-"))
        .filter(|id| !wanted.contains(*id))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}
