//! What the command line says about itself: help and mistakes of usage, in the language of the person. The grammar is
//! [`crate::args`]; here are only its words.

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};
use torgdom_app::documents::Lang;

use crate::args::Cli;
use crate::sentence::Voice;
use crate::talk::tell;

const USAGE: u8 = 2;

/// Something to show instead of doing anything.
pub enum Said {
    /// Help or version: an answer.
    Answer(String),
    /// The command line makes no sense.
    Mistake(String),
}

impl Said {
    pub fn print(self) -> ExitCode {
        match self {
            Self::Answer(text) => {
                // Whoever closed the pipe has read enough.
                let _ = std::io::stdout().lock().write_all(text.as_bytes());
                ExitCode::SUCCESS
            }
            Self::Mistake(text) => {
                tell(&text);
                ExitCode::from(USAGE)
            }
        }
    }
}

/// Reads the words of the command line.
///
/// # Errors
/// Help, when it was asked for, and mistakes.
pub fn read(words: &[OsString], lang: Lang) -> Result<Cli, Said> {
    let voice = Voice::new(lang);
    let mut words = words.to_vec();
    // `torgdom help check` is `torgdom check --help`.
    if words.get(1).is_some_and(|word| word == "help") {
        words.remove(1);
        words.push("--help".into());
    }
    let matches = grammar(voice).try_get_matches_from(words);
    matches.and_then(|matches| Cli::from_arg_matches(&matches)).map_err(|error| said(voice, &error))
}

/// The grammar with its words.
pub fn grammar(voice: Voice) -> Command {
    let own = |id: &str| voice.own(id, &[]);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).help(own("cli-arg-version"));
    let command = Cli::command()
        .about(own("cli-about"))
        .arg(version)
        .help_template(format!(
            "{{about}}\n\n{}\n  {{usage}}\n\n{}\n{{subcommands}}\n\n{}\n{{options}}{{after-help}}\n",
            own("cli-heading-usage"),
            own("cli-heading-commands"),
            own("cli-heading-options")
        ))
        .after_help(own("cli-after"))
        .mut_subcommands(|command| worded_command(voice, command));
    worded(voice, "torgdom", command)
}

fn worded_command(voice: Voice, command: Command) -> Command {
    let name = command.get_name().to_owned();
    let heading = |id: &str| voice.own(id, &[]);
    let positionals = if command.get_positionals().next().is_some() {
        format!("{}\n{{positionals}}\n\n", heading("cli-heading-arguments"))
    } else {
        String::new()
    };
    let template = format!(
        "{{about}}\n\n{}\n  {{usage}}\n\n{positionals}{}\n{{options}}\n",
        heading("cli-heading-usage"),
        heading("cli-heading-options")
    );
    worded(voice, &name, command.about(voice.own(&format!("cli-{name}"), &[])).help_template(template))
}

fn worded(voice: Voice, name: &str, command: Command) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help(voice.own("cli-arg-help", &[]));
    command.arg(help).mut_args(|arg| {
        if matches!(arg.get_id().as_str(), "help" | "version") {
            return arg;
        }
        let id = arg.get_id().as_str().replace('_', "-");
        let special = voice.say(&format!("cli-{name}-{id}"), &[]);
        let text = special.unwrap_or_else(|| voice.own(&format!("cli-arg-{id}"), &[]));
        let values = arg.get_action().takes_values();
        let arg = arg.help(text);
        // Which values there are, the text says.
        if values { arg.hide_possible_values(true).hide_default_value(true) } else { arg }
    })
}

/// `--lang` wherever it stands, before anything else is read: mistakes are said in it too.
pub fn asked_language(words: &[OsString]) -> Option<Lang> {
    let mut words = words.iter().skip(1).filter_map(|word| word.to_str()).take_while(|word| *word != "--");
    while let Some(word) = words.next() {
        match word.strip_prefix("--lang") {
            Some("") => return words.next()?.parse().ok(),
            Some(rest) if rest.starts_with('=') => return rest[1..].parse().ok(),
            _ => {}
        }
    }
    None
}

/// The language of the system, Russian where it is none of ours.
pub fn language_of_environment() -> Lang {
    let named =
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    named.and_then(|value| value.split(['_', '.', '@']).next().and_then(|code| code.parse().ok())).unwrap_or_default()
}

fn said(voice: Voice, error: &clap::Error) -> Said {
    let context = |kind: ContextKind| error.get(kind).map(shown).unwrap_or_default();
    let arg = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let (id, params): (&str, Vec<(&str, &str)>) = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return Said::Answer(usage_words(voice, &error.render().to_string()));
        }
        ErrorKind::InvalidSubcommand => ("cli-usage-command", vec![]),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => ("cli-usage-no-command", vec![]),
        ErrorKind::UnknownArgument => ("cli-usage-argument", vec![("arg", &arg)]),
        ErrorKind::MissingRequiredArgument => ("cli-usage-missing", vec![("arg", &arg)]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => ("cli-usage-no-value", vec![("arg", &arg)]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => ("cli-usage-value", vec![("arg", &arg), ("value", &value)]),
        ErrorKind::ArgumentConflict => ("cli-usage-conflict", vec![("arg", &arg)]),
        ErrorKind::InvalidUtf8 => ("cli-usage-utf8", vec![]),
        _ => ("cli-usage-other", vec![("arg", &arg)]),
    };
    let unknown = context(ContextKind::InvalidSubcommand);
    let mut text = if id == "cli-usage-command" { voice.own(id, &[("value", &unknown)]) } else { voice.own(id, &params) };
    let valid = context(ContextKind::ValidValue);
    let nearest = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand].map(context).concat();
    if !valid.is_empty() {
        text = format!("{text} {}", voice.own("cli-usage-valid", &[("values", &valid)]));
    } else if !nearest.is_empty() {
        text = format!("{text} {}", voice.own("cli-usage-nearest", &[("values", &nearest)]));
    }
    Said::Mistake(format!("{text}\n{}", voice.own("cli-usage-see", &[])))
}

/// The grammar's own words, in the person's language.
fn usage_words(voice: Voice, page: &str) -> String {
    page.replace("[OPTIONS]", &format!("[{}]", voice.own("cli-word-options", &[])))
        .replace("<COMMAND>", &format!("<{}>", voice.own("cli-word-command", &[])))
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::Bool(_) | ContextValue::None => String::new(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<OsString> {
        text.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn the_grammar_holds() {
        for lang in Lang::ALL {
            grammar(Voice::new(lang)).debug_assert();
        }
    }

    /// A text that is missing shows its id.
    #[test]
    fn every_word_of_the_help_is_there_in_three_languages() {
        for lang in Lang::ALL {
            let mut root = grammar(Voice::new(lang));
            root.build();
            let mut pages = vec![root.render_long_help().to_string()];
            pages.extend(root.get_subcommands_mut().map(|command| command.render_long_help().to_string()));
            for page in pages {
                assert!(!page.contains("cli-"), "{lang}:\n{page}");
            }
        }
    }

    #[test]
    fn the_language_is_found_before_the_rest_is_read() {
        assert_eq!(asked_language(&words("torgdom --lang be words")), Some(Lang::Be));
        assert_eq!(asked_language(&words("torgdom words --lang=en")), Some(Lang::En));
        assert_eq!(asked_language(&words("torgdom words --lang xx")), None);
        assert_eq!(asked_language(&words("torgdom check unp -- --lang=en")), None);
        assert_eq!(asked_language(&words("torgdom --language=en")), None);
    }
}
