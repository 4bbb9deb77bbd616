//! The catalogue of sentences (`assets/text`, Fluent) in Russian, Belarusian and English: codes and data come in, words
//! for people go out. Papers, the command line and the desk use the same one. Knows nothing of what the words are for.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
pub use torgdom_domain::words::Lang;
use unic_langid::LanguageIdentifier;

/// Arguments of a sentence by name.
pub type Args<'a> = [(&'a str, Arg<'a>)];

/// An argument: words as they stand, or a number that chooses the form of a word.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    Text(&'a str),
    Count(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Arg<'_> {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

/// All sentences of one language.
pub struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    lang: Lang,
}

macro_rules! sources {
    ($lang:literal) => {
        [
            include_str!(concat!("../../../assets/text/", $lang, ".papers.ftl")),
            include_str!(concat!("../../../assets/text/", $lang, ".problems.ftl")),
            include_str!(concat!("../../../assets/text/", $lang, ".desk.ftl")),
            include_str!(concat!("../../../assets/text/", $lang, ".cli.ftl")),
            include_str!(concat!("../../../assets/text/", $lang, ".imports.ftl")),
        ]
    };
}

static RU: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(Lang::Ru));
static BE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(Lang::Be));
static EN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(Lang::En));

impl Catalogue {
    #[must_use]
    pub fn for_lang(lang: Lang) -> &'static Self {
        match lang {
            Lang::Ru => &RU,
            Lang::Be => &BE,
            Lang::En => &EN,
        }
    }

    /// The texts of a language's files, as the interface takes them over.
    #[must_use]
    pub fn sources(lang: Lang) -> [&'static str; 5] {
        match lang {
            Lang::Ru => sources!("ru"),
            Lang::Be => sources!("be"),
            Lang::En => sources!("en"),
        }
    }

    /// A file with a mistake gives what it can: a wrong line never stops the desk, a test finds it.
    fn read(lang: Lang) -> Self {
        let id: LanguageIdentifier = lang.as_str().parse().expect("our languages are ISO codes");
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Marks that isolate the direction of writing would end up in papers, files and comparisons.
        bundle.set_use_isolating(false);
        for source in Self::sources(lang) {
            let resource = match FluentResource::try_new(source.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            // The first of two sentences with one id stays; the papers come first and a test keeps their ids to themselves.
            let _ = bundle.add_resource(resource);
        }
        Self { bundle, lang }
    }

    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        let (id, attribute) = parts(id);
        self.bundle.get_message(id).is_some_and(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).is_some(),
            None => message.value().is_some(),
        })
    }

    /// The sentence of a code (`id` or `id.attribute`); `None` when there is none or an argument is missing.
    #[must_use]
    pub fn text(&self, id: &str, args: &Args<'_>) -> Option<String> {
        let (id, attribute) = parts(id);
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            let value = match value {
                Arg::Text(text) => FluentValue::String((*text).into()),
                Arg::Count(count) => FluentValue::from(*count),
            };
            values.set(*name, value);
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }
}

fn parts(id: &str) -> (&str, Option<&str>) {
    id.split_once('.').map_or((id, None), |(id, attribute)| (id, Some(attribute)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Ids of the messages of a file, in order.
    fn ids(source: &str) -> Vec<&str> {
        source
            .lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
            .filter_map(|line| line.split_once('=').map(|(id, _)| id.trim()))
            .collect()
    }

    #[test]
    fn every_file_is_well_formed() {
        for lang in Lang::ALL {
            for (index, source) in Catalogue::sources(lang).into_iter().enumerate() {
                if let Err((_, errors)) = FluentResource::try_new(source.to_owned()) {
                    panic!("{} file {index}: {errors:?}", lang.as_str());
                }
            }
        }
    }

    #[test]
    fn the_papers_say_the_same_in_three_languages() {
        let [ru, be, en] = Lang::ALL.map(|lang| ids(Catalogue::sources(lang)[0]));
        assert_eq!(ru, be);
        assert_eq!(ru, en);
        assert_eq!(ru.iter().collect::<BTreeSet<_>>().len(), ru.len(), "an id stands twice");
    }

    #[test]
    fn no_other_file_says_what_the_papers_say() {
        for lang in Lang::ALL {
            let [papers, others @ ..] = Catalogue::sources(lang).map(ids);
            let papers: BTreeSet<&str> = papers.into_iter().collect();
            for id in others.into_iter().flatten() {
                assert!(!papers.contains(id), "{id} stands twice in {lang}");
            }
        }
    }

    #[test]
    fn the_form_of_a_word_follows_the_number() {
        let days = |lang, count: i64| {
            Catalogue::for_lang(lang)
                .text("terms-days", &[("count", count.into()), ("kind", "banking".into())])
                .expect("a sentence")
        };
        assert_eq!(days(Lang::Ru, 1), "1\u{a0}банковский день");
        assert_eq!(days(Lang::Ru, 22), "22\u{a0}банковских дня");
        assert_eq!(days(Lang::Ru, 11), "11\u{a0}банковских дней");
        assert_eq!(days(Lang::Be, 3), "3\u{a0}банкаўскія дні");
        assert_eq!(days(Lang::En, 1), "1 banking day");
    }

    #[test]
    fn a_missing_sentence_or_argument_is_none() {
        let catalogue = Catalogue::for_lang(Lang::Ru);
        assert!(!catalogue.has("no-such-sentence"));
        assert_eq!(catalogue.text("no-such-sentence", &[]), None);
        assert_eq!(catalogue.text("paper-numbered", &[]), None);
    }
}
