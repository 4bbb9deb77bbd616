//! Every code that the core can give has its sentence in Russian, Belarusian and English; no sentence asks for a
//! parameter that the code does not bring, and none stands for a code that is gone. The codes are gathered from the
//! sources and from the lists that the crates publish, so that a new code fails here until it has its words.

#[path = "sentences/catalogue.rs"]
mod catalogue;
#[path = "sentences/codes.rs"]
mod codes;
#[path = "sentences/sources.rs"]
mod sources;

use std::collections::BTreeSet;

use catalogue::{file, ids, words_of};
use codes::{Codes, id_of};
use torgdom_app::documents::text::{Arg, Catalogue, Lang};
use torgdom_app::domain::identifiers::{self, Bad, Kind};

/// Longest sentence beside a field, in characters: it stands in one line of a form.
const BESIDE_A_FIELD: usize = 90;

/// The families that are held to the codes. What else stands in the files are names.
fn is_of_a_code(id: &str) -> bool {
    ["problem-", "failure-", "finding-", "remark-"].iter().any(|family| id.starts_with(family))
}

#[test]
fn every_code_has_its_sentence_and_every_sentence_its_code() {
    let codes = Codes::gathered();
    let wanted: BTreeSet<&String> = codes.given.keys().collect();
    assert!(wanted.len() > 200, "the sources were not read: {}", wanted.len());
    for lang in Lang::ALL {
        let written = ids(lang);
        let missing: Vec<_> = wanted.iter().filter(|id| !written.contains(**id)).collect();
        assert!(missing.is_empty(), "{}: no sentence for {missing:#?}", lang.as_str());
        let left_over: Vec<_> = written
            .iter()
            .filter(|id| is_of_a_code(id))
            .filter(|id| !wanted.contains(id.strip_suffix("-advice").map_or(*id, |of| codes.known(of).unwrap_or(id))))
            .collect();
        assert!(left_over.is_empty(), "{}: nothing gives {left_over:#?}", lang.as_str());
    }
}

#[test]
fn three_languages_say_the_same_with_the_same_parameters() {
    let [russian, belarusian, english] = Lang::ALL.map(words_of);
    for (id, parameters) in &russian {
        assert_eq!(Some(parameters), belarusian.get(id), "{id} in be");
        assert_eq!(Some(parameters), english.get(id), "{id} in en");
    }
    assert_eq!((russian.len(), russian.len()), (belarusian.len(), english.len()), "a sentence that Russian lacks");
}

/// A sentence with a parameter that one of the places does not give could not be said there.
#[test]
fn every_place_that_gives_a_code_gives_what_its_sentence_asks_for() {
    for (id, names) in &Codes::gathered().given {
        let args: Vec<(&str, Arg<'_>)> = names.iter().map(|name| (name.as_str(), Arg::Text("1"))).collect();
        for lang in Lang::ALL {
            let catalogue = Catalogue::for_lang(lang);
            let said = catalogue.text(id, &args);
            assert!(said.is_some_and(|text| !text.trim().is_empty()), "{} {id} with {names:?}", lang.as_str());
            let advice = format!("{id}-advice");
            if catalogue.has(&advice) {
                assert!(catalogue.text(&advice, &args).is_some(), "{} {advice} with {names:?}", lang.as_str());
            }
        }
    }
}

#[test]
fn codes_that_are_passed_on_are_known() {
    assert_eq!(Codes::gathered().passed_on, codes::PASSED_ON.map(str::to_owned).into_iter().collect());
}

#[test]
fn every_kind_of_number_is_called_by_its_name() {
    let checksum = id_of("problem", "identifier_checksum");
    for lang in Lang::ALL {
        let said = |kind: &str| Catalogue::for_lang(lang).text(&checksum, &[("kind", Arg::Text(kind))]).expect("a sentence");
        for kind in Kind::all().iter().map(|kind| kind.as_str()).chain(["tax_id"]) {
            assert_ne!(said(kind), said("a kind of no name"), "{} {kind}", lang.as_str());
        }
    }
}

#[test]
fn what_is_wrong_with_a_number_is_said() {
    let wrong = [
        (Kind::Inn, ""),
        (Kind::Inn, "77O7083893"),
        (Kind::Inn, "770708389"),
        (Kind::Inn, "0000000000"),
        (Kind::Inn, "7707083894"),
        (Kind::Unp, "200988542"),
        (Kind::Ogrn, "0022500001328"),
        (Kind::Tnved, "7713703000"),
        (Kind::Iban, "QQ13NBRB3600900000002Z00AB00"),
        (Kind::Rnpt, "10702020/220101/0000001////1"),
        (Kind::Account, "044030827/40702810100000002851"),
    ];
    for (kind, text) in wrong {
        let bad = identifiers::check(kind, text).expect_err(text);
        assert_said(kind, &bad);
    }
    let other_bank = identifiers::iban_matches_bic("BY23AKBB30120000059140000000", "NBRBBY2X").expect_err("another bank");
    assert_said(Kind::Bic, &other_bank);
}

fn assert_said(kind: Kind, bad: &Bad) {
    let mut args: Vec<(&str, Arg<'_>)> = bad.params.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
    args.push(("kind", Arg::Text(kind.as_str())));
    let id = id_of("problem-identifier", bad.code);
    for lang in Lang::ALL {
        let said = Catalogue::for_lang(lang).text(&id, &args).unwrap_or_else(|| panic!("{} {id} {args:?}", lang.as_str()));
        assert!(!said.contains('{'), "{said}");
    }
}

#[test]
fn a_sentence_beside_a_field_is_short_and_a_refusal_is_a_whole_sentence() {
    let codes = Codes::gathered();
    for lang in Lang::ALL {
        for id in catalogue::ids_of(lang, "problems") {
            let given = codes.given.get(id.strip_suffix("-advice").unwrap_or(&id)).cloned().unwrap_or_default();
            let args: Vec<(&str, Arg<'_>)> = given.iter().map(|name| (name.as_str(), Arg::Text("1"))).collect();
            let Some(said) = Catalogue::for_lang(lang).text(&id, &args) else { continue };
            if id.starts_with("failure-") {
                assert!(said.ends_with('.'), "{} {id}: {said}", lang.as_str());
            } else if id.starts_with("problem-") {
                assert!(said.chars().count() <= BESIDE_A_FIELD, "{} {id}: {said}", lang.as_str());
                assert!(!said.ends_with('.'), "{} {id}: {said}", lang.as_str());
            }
        }
    }
}

#[test]
fn the_typography_is_that_of_print() {
    let slavic = ["\"", "'", "“", "„", " %", "№ ", " - ", "...", "  "];
    let english = ["\"", "'", "«", " %", "№ ", " - ", "..."];
    for (lang, refused) in [(Lang::Ru, &slavic[..]), (Lang::Be, &slavic[..]), (Lang::En, &english[..])] {
        for name in ["problems", "imports"] {
            for line in file(lang, name).lines().filter(|line| !line.starts_with('#')) {
                let text = line.trim_start();
                let found: Vec<_> = refused.iter().filter(|sign| text.contains(**sign)).collect();
                assert!(found.is_empty(), "{} {found:?} in {line}", lang.as_str());
            }
        }
    }
}
