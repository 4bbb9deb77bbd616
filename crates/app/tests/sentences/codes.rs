//! Which codes the core gives, in which family their sentences stand, and which parameters come with them everywhere.

use std::collections::{BTreeMap, BTreeSet};

use torgdom_app::domain::entry::EntryProblem;
use torgdom_app::store::StoreError;
use torgdom_imports::table::TableError;

use crate::sources::{Call, Source, after, below, bodies, calls, is_code, literal};

/// The rooms that make codes.
const ROOMS: [&str; 6] = ["domain", "records", "store", "imports", "documents", "app"];
/// Functions that take a problem's code, and the place of the code among the arguments. `refused` are the closures of
/// the domain that add a field; `refuse`, `warn` and `unreadable` those of a row that is imported.
const OF_PROBLEMS: [(&str, usize); 11] = [
    ("blocks_save", 0),
    ("blocks_issue", 0),
    ("warns", 0),
    ("Problem::new", 1),
    ("required", 1),
    ("refused", 0),
    ("refuse", 1),
    ("warn", 1),
    ("unreadable", 1),
    ("Err", 0),
    ("ok_or", 0),
];
/// Functions whose code must be written out: another expression hides codes from this test.
const WRITTEN_OUT: [(&str, usize); 6] =
    [("blocks_save", 0), ("blocks_issue", 0), ("warns", 0), ("Problem::new", 1), ("Failure::new", 0), ("Bad::new", 0)];
/// The places where a code is passed on, each with where it comes from.
pub const PASSED_ON: [&str; 7] = [
    // `known`: codes of `EntryProblem::CODES`.
    "crates/app/src/typed.rs: code",
    // `ExportError::code`, a function `code`.
    "crates/app/src/verbs/exports.rs: error.code()",
    // `TableError::code`, a function `code`.
    "crates/app/src/verbs/imports/mod.rs: error.code()",
    // `required("…", "…", …)`.
    "crates/domain/src/document.rs: code",
    // `EntryProblem::CODES`.
    "crates/domain/src/entry/mod.rs: self.code",
    // `Bad::new("…")`.
    "crates/domain/src/party/problems.rs: &format!(\"identifier_{}\", bad.code)",
    // `refused("…")`.
    "crates/domain/src/vat/rates.rs: code",
];
/// Parameters that are added apart from where the problem is made.
const ADDED_APART: [(&str, &[&str]); 4] = [
    ("terms_share_out_of_range", &["share"]),
    ("terms_days_out_of_range", &["days", "max"]),
    ("words_too_precise", &["most"]),
    ("words_unknown_currency", &["currency"]),
];
/// Sentences of the catalogue itself: for a code of a newer program.
const FOR_UNKNOWN_CODES: [&str; 2] = ["problem-unknown", "failure-unknown"];

#[derive(Default)]
pub struct Codes {
    /// Ids of the sentences, each with the parameters that every place gives.
    pub given: BTreeMap<String, BTreeSet<String>>,
    /// Places where a code is no literal: `path: expression`.
    pub passed_on: BTreeSet<String>,
}

/// `problem` and `kpp_missing` make `problem-kpp-missing`.
pub fn id_of(family: &str, code: &str) -> String {
    format!("{family}-{}", code.replace('_', "-"))
}

impl Codes {
    pub fn gathered() -> Self {
        let mut codes = Self::default();
        for room in ROOMS {
            for source in below(&format!("crates/{room}/src"), &[".rs"]) {
                codes.problems(room, &source);
                codes.numbers(&source);
                codes.failures(&source);
                codes.hidden(&source);
            }
        }
        codes.published();
        codes.of_the_screens();
        for (code, names) in ADDED_APART {
            let known = codes.given.get_mut(&id_of("problem", code)).unwrap_or_else(|| panic!("{code} is gone"));
            known.extend(names.iter().map(|name| (*name).to_owned()));
        }
        codes
    }

    /// The sentence `id`, when it is of a code.
    pub fn known(&self, id: &str) -> Option<&String> {
        self.given.get_key_value(id).map(|(id, _)| id)
    }

    fn problems(&mut self, room: &str, source: &Source) {
        for (name, place) in OF_PROBLEMS {
            if matches!(name, "Err" | "ok_or") && room != "imports" {
                continue;
            }
            for call in calls(&source.text, name) {
                if let Some(code) = call.args.get(place).and_then(|arg| literal(arg)) {
                    let names = given_beside(&call);
                    self.add("problem", code, names);
                }
            }
        }
        if matches!(room, "domain" | "imports") {
            for code in bodies(&source.text, "code").into_iter().flat_map(|body| after(body, "=> ")) {
                self.add("problem", code, known_of_a_file(code));
            }
        }
        for call in calls(&source.text, "findings.add") {
            self.add("finding", literal(call.args[0]).expect("a finding's code is written out"), ["id", "detail"]);
        }
    }

    fn numbers(&mut self, source: &Source) {
        if !source.path.starts_with("crates/domain/src/identifiers/") {
            return;
        }
        let own = if source.path.ends_with("/outcome.rs") { "Self::new" } else { "Bad::new" };
        for call in calls(&source.text, own) {
            if let Some(code) = literal(call.args[0]) {
                self.add("problem-identifier", code, call.with.into_iter().chain(["kind"]));
            }
        }
        for call in calls(&source.text, "remarked") {
            self.add("remark", literal(call.args[1]).expect("a remark's code is written out"), []);
        }
    }

    fn failures(&mut self, source: &Source) {
        for call in calls(&source.text, "Failure::new") {
            if let Some(code) = literal(call.args[0]) {
                self.add("failure", code, call.with);
            }
        }
        if source.path == "crates/app/src/failure.rs" {
            for call in calls(&source.text, "Self::new") {
                self.add_if_written("failure", call.args[0], &call.with);
            }
            for code in after(&source.text, "=> ").into_iter().chain(after(&source.text, "code: ")) {
                self.add("failure", code, []);
            }
        }
        if source.path.starts_with("crates/documents/") || source.path.starts_with("crates/store/") {
            for code in bodies(&source.text, "code").into_iter().flat_map(|body| after(body, "=> ")) {
                self.add("failure", code, []);
            }
        }
    }

    /// Notes the calls whose code is not written out.
    fn hidden(&mut self, source: &Source) {
        for (name, place) in WRITTEN_OUT {
            for call in calls(&source.text, name) {
                let arg = call.args.get(place).unwrap_or_else(|| panic!("{}: {name}", source.path));
                if literal(arg).is_none() {
                    self.passed_on.insert(format!("{}: {arg}", source.path));
                }
            }
        }
    }

    /// The lists that the crates publish.
    fn published(&mut self) {
        for code in EntryProblem::CODES {
            // A date out of range is found by the domain too, with the date and without a place.
            let names: &[&str] = if code == "date_out_of_range" || code == "date_unreadable" { &[] } else { &["position"] };
            self.add("problem", code, names.iter().copied());
        }
        for code in StoreError::CODES {
            self.add("failure", code, ["cause"]);
        }
    }

    /// The few codes that the screens make themselves, and the sentences for codes that nobody knows.
    fn of_the_screens(&mut self) {
        for source in below("ui/src", &[".ts", ".tsx"]) {
            for code in after(&source.text, "code: ") {
                let family = if source.text.contains(&format!("{{ code: \"{code}\", params: {{}}, problems: [] }}")) {
                    "failure"
                } else {
                    "problem"
                };
                if self.known(&id_of("problem", code)).is_none() && self.known(&id_of("failure", code)).is_none() {
                    self.add(family, code, []);
                }
            }
        }
        for id in FOR_UNKNOWN_CODES {
            self.given.insert(id.to_owned(), BTreeSet::from(["code".to_owned()]));
        }
    }

    fn add_if_written(&mut self, family: &str, arg: &str, names: &[&str]) {
        if let Some(code) = literal(arg) {
            self.add(family, code, names.iter().copied());
        }
    }

    /// One more place that gives `code`: only what all places give can be relied on.
    fn add<'n>(&mut self, family: &str, code: &str, names: impl IntoIterator<Item = &'n str>) {
        assert!(is_code(code), "{code}");
        let names: BTreeSet<String> = names.into_iter().map(str::to_owned).collect();
        let known = self.given.entry(id_of(family, code)).or_insert_with(|| names.clone());
        known.retain(|name| names.contains(name));
    }
}

/// Parameters in `.with("name", …)`, or in the list `&[("name", …)]` of a row that is imported.
fn given_beside<'t>(call: &Call<'t>) -> Vec<&'t str> {
    let listed = call.args.iter().filter(|arg| arg.starts_with("&[")).flat_map(|arg| after(arg, "("));
    call.with.iter().copied().chain(listed).collect()
}

/// Parameters of a file that is refused, as the imports give them.
fn known_of_a_file(code: &str) -> Vec<&'static str> {
    let (most, row) = (1_usize, 1_u32);
    let errors = [
        TableError::FileTooLarge { bytes: 2, most: 1 },
        TableError::Damaged { part: "zip" },
        TableError::TooManyRows { most },
        TableError::TooManyColumns { row, most },
        TableError::TooMuchText { most },
        TableError::QuoteOpen { row },
    ];
    let found = errors.iter().find(|error| error.code() == code);
    found.map(|error| error.params().into_iter().map(|(name, _)| name).collect()).unwrap_or_default()
}
