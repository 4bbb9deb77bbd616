//! Codes become sentences here, in the language of the person; the catalogue is `assets/text`. Knows no command.

use std::collections::BTreeMap;

use torgdom_app::Failure;
use torgdom_app::documents::Lang;
use torgdom_app::documents::text::{Arg, Catalogue};
use torgdom_app::domain::{Amount, Problem, money};

/// Parameters that are sums of money.
const SUMS: [&str; 13] =
    ["amount", "sum", "rest", "total", "limit", "price", "left", "over", "paid", "gross", "net", "deals", "issued"];
/// Parameters that choose the form of a word.
const COUNTS: [&str; 5] = ["count", "days", "n", "rows", "most"];

/// Speaks one language.
#[derive(Clone, Copy)]
pub struct Voice {
    catalogue: &'static Catalogue,
}

impl Voice {
    pub fn new(lang: Lang) -> Self {
        Self { catalogue: Catalogue::for_lang(lang) }
    }

    pub fn lang(self) -> Lang {
        self.catalogue.lang()
    }

    /// The sentence `id`, if there is one.
    pub fn say(self, id: &str, params: &[(&str, &str)]) -> Option<String> {
        let given: Vec<(&str, String)> = params.iter().map(|(name, value)| (*name, readable(name, value))).collect();
        let args: Vec<(&str, Arg<'_>)> = given.iter().map(|(name, value)| (*name, argument(name, value))).collect();
        self.catalogue.text(id, &args)
    }

    /// A text of the command line itself. A missing one shows its id; a test finds it.
    pub fn own(self, id: &str, params: &[(&str, &str)]) -> String {
        self.say(id, params).unwrap_or_else(|| id.to_owned())
    }

    pub fn problem(self, problem: &Problem) -> String {
        // Where the desk shows a field, the command line must say how a script writes it.
        self.of_code("cli-problem", &problem.code, &problem.params)
            .or_else(|| self.of_code("problem", &problem.code, &problem.params))
            .or_else(|| self.bare(&problem.code, &problem.params))
            .unwrap_or_else(|| problem.code.clone())
    }

    /// What is wrong with a number: `code` is `checksum`, `length`, …
    pub fn identifier(self, code: &str, params: &BTreeMap<String, String>) -> String {
        self.of_code("problem-identifier", code, params).unwrap_or_else(|| code.to_owned())
    }

    /// What happened, what to do about it, with what file, and the cause for those who look deeper.
    pub fn failure(self, failure: &Failure) -> String {
        let Failure { code, params, .. } = failure;
        let said = self
            .of_code("failure", code, params)
            .or_else(|| self.of_code("problem", code, params))
            .or_else(|| self.bare(code, params));
        // The desk's advice points at the window; where the command line has its own, that counts.
        let advice =
            self.of_code("cli-advice", code, params).or_else(|| self.of_code("failure", &format!("{code}-advice"), params));
        let beside = |name: &str| params.get(name).and_then(|value| self.say(&format!("cli-{name}"), &[(name, value)]));
        let sentences = [Some(said.unwrap_or_else(|| code.clone())), advice, beside("path"), beside("cause")];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn of_code(self, family: &str, code: &str, params: &BTreeMap<String, String>) -> Option<String> {
        self.bare(&format!("{family}-{}", code.replace(['_', '.'], "-")), params)
    }

    /// Sentences about files that are loaded stand under their codes themselves.
    fn bare(self, id: &str, params: &BTreeMap<String, String>) -> Option<String> {
        let params: Vec<(&str, &str)> = params.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.say(id, &params)
    }
}

/// Sums and days as people write them.
fn readable(name: &str, value: &str) -> String {
    if let Some(day) = day(value) {
        return day;
    }
    match value.parse::<Amount>() {
        Ok(sum) if SUMS.contains(&name) => money::format_sum(sum),
        Ok(number) if value.contains('.') => money::format_number(number),
        _ => value.to_owned(),
    }
}

fn argument<'a>(name: &str, value: &'a str) -> Arg<'a> {
    match value.parse() {
        Ok(count) if COUNTS.contains(&name) => Arg::Count(count),
        _ => Arg::Text(value),
    }
}

/// `2026-11-22` is «22.11.2026».
pub fn day(value: &str) -> Option<String> {
    let date: chrono::NaiveDate = (value.len() == 10).then(|| value.parse().ok()).flatten()?;
    Some(date.format("%d.%m.%Y").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_as_people_write_them() {
        assert_eq!(readable("date", "2026-11-22"), "22.11.2026");
        assert_eq!(readable("rest", "1234567.5"), "1\u{a0}234\u{a0}567,50");
        assert_eq!(readable("margin", "2.5"), "2,5");
        assert_eq!(readable("value", "100582333"), "100582333");
        assert_eq!(readable("number", "ЗМ-0001"), "ЗМ-0001");
    }

    #[test]
    fn a_code_without_a_sentence_is_still_said() {
        let voice = Voice::new(Lang::Ru);
        let failure = Failure::new("no_such_code_anywhere").with("cause", "why");
        assert_eq!(voice.failure(&failure), "no_such_code_anywhere Подробности: why");
        assert_eq!(voice.problem(&Problem::warns("no_such_code_anywhere", "/x")), "no_such_code_anywhere");
    }

    /// Codes that stand in the command line's own source between `before` and a quotation mark.
    fn written(before: &str) -> Vec<String> {
        fn files(dir: &std::path::Path, found: &mut Vec<String>) {
            for entry in std::fs::read_dir(dir).expect("the source").flatten() {
                let path = entry.path();
                if path.is_dir() {
                    files(&path, found);
                } else if path.file_name().is_some_and(|name| name != "tests.rs") {
                    let text = std::fs::read_to_string(&path).expect("the source");
                    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
                    found.push(code.to_owned());
                }
            }
        }
        let mut sources = Vec::new();
        files(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
        let parts = sources.iter().flat_map(|source| source.split(before).skip(1));
        parts.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    }

    #[test]
    fn every_code_has_its_sentence_in_three_languages() {
        use torgdom_app::domain::entry::EntryProblem;
        use torgdom_app::store::StoreError;

        let mut ids: Vec<String> = Vec::new();
        let family = |family: &str, codes: Vec<String>| -> Vec<String> {
            codes.iter().map(|code| format!("{family}-{}", code.replace('_', "-"))).collect()
        };
        let usage = [written("Stop::usage(\""), written("Stop::usage_of(\""), written("Stop::Usage { code: \"")].concat();
        assert!(usage.len() > 10, "{usage:?}");
        ids.extend(family("cli-usage", usage));
        let problems = [
            written("Problem::blocks_save(\""),
            written("Problem::blocks_issue(\""),
            EntryProblem::CODES.map(str::to_owned).to_vec(),
        ]
        .concat();
        assert!(problems.len() > 25, "{problems:?}");
        ids.extend(family("problem", problems));
        for code in [
            "words_too_precise",
            "words_unknown_currency",
            "price_negative",
            "price_zero",
            "quantity_not_positive",
            "discount_range",
            "sum_too_large",
            "vat_unknown",
            "vat_no_rate",
            "vat_not_in_force",
            "too_many_lines",
        ] {
            ids.push(format!("problem-{}", code.replace('_', "-")));
        }
        for code in [
            "empty",
            "format",
            "length",
            "all_zero",
            "first_digit",
            "region",
            "chapter",
            "country",
            "never_issued",
            "checksum",
            "bank_mismatch",
            "kind",
            "not_utf8",
            "too_long",
        ] {
            ids.push(format!("problem-identifier-{}", code.replace('_', "-")));
        }
        ids.extend(family("failure", StoreError::CODES.map(str::to_owned).to_vec()));
        ids.extend(family("failure", written("Failure::new(\"")));
        for lang in Lang::ALL {
            let catalogue = Catalogue::for_lang(lang);
            let missing: Vec<&String> = ids.iter().filter(|id| !catalogue.has(id)).collect();
            assert!(missing.is_empty(), "{lang}: {missing:?}");
        }
    }

    #[test]
    fn the_own_texts_are_the_same_in_three_languages() {
        let own = |lang: Lang| -> Vec<&str> {
            let source = Catalogue::sources(lang)
                .into_iter()
                .find(|source| source.contains("cli-about ="))
                .expect("the command line's file");
            source
                .lines()
                .filter(|line| line.starts_with(|letter: char| letter.is_ascii_alphabetic()))
                .filter_map(|line| Some(line.split_once('=')?.0.trim()))
                .collect()
        };
        let [ru, be, en] = Lang::ALL.map(own);
        assert_eq!(ru, be);
        assert_eq!(ru, en);
    }
}
