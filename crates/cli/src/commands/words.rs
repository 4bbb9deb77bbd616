//! `words AMOUNT CUR`, `words --stdin [CUR]`: a sum in words, as papers ask.

use serde_json::json;
use torgdom_app::documents::Lang;
use torgdom_app::domain::words::{Minor, WordsError, sum};
use torgdom_app::domain::{Amount, Problem};

use super::readable;
use crate::args::{MinorWords, Words};
use crate::lines::Lines;
use crate::numbers;
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// # Errors
/// Usage; the output's.
pub fn run(args: &Words, lang: Lang, talk: &mut Talk) -> Result<Verdict, Stop> {
    let minor = match args.minor {
        MinorWords::Words => Minor::Words,
        MinorWords::Digits => Minor::Digits,
    };
    match (args.stdin, &args.amount, &args.currency) {
        // With --stdin the one word beside it is the currency of every line.
        (true, currency, None) => stream(currency.as_deref(), lang, minor, talk),
        (false, Some(amount), Some(currency)) => match said(amount, currency, lang, minor) {
            Ok(said) => {
                answer(&said, talk)?;
                Ok(Verdict::Fine)
            }
            Err(problem) => {
                talk.problems(&[problem]);
                Ok(Verdict::Problems)
            }
        },
        (true, _, Some(_)) => Err(Stop::usage("value-and-stdin")),
        (false, ..) => Err(Stop::usage("words-what")),
    }
}

/// A line in, a line out; the line of what has no words stays empty, and stderr says why.
fn stream(currency: Option<&str>, lang: Lang, minor: Minor, talk: &mut Talk) -> Result<Verdict, Stop> {
    let mut lines = Lines::new(std::io::stdin().lock());
    let mut refused = false;
    while let Some(line) = lines.next(|| talk.flush())? {
        let said = readable(line).and_then(|text| {
            let (amount, own) = split(&text);
            let currency = own.or(currency).ok_or_else(|| Problem::blocks_save("currency_missing", "/currency"))?;
            said(amount, currency, lang, minor)
        });
        match said {
            Ok(said) => answer(&said, talk)?,
            Err(problem) => {
                refused = true;
                talk.answer(&json!({ "words": null }), String::new)?;
                talk.line_problems(lines.number(), &[problem]);
            }
        }
    }
    Ok(Verdict::problems_if(refused))
}

/// `1 234,50 RUB` is an amount and a currency; without letters at the end it is an amount alone.
fn split(line: &str) -> (&str, Option<&str>) {
    let line = line.trim();
    match line.rsplit_once(char::is_whitespace) {
        Some((amount, last)) if last.starts_with(char::is_alphabetic) => (amount.trim_end(), Some(last)),
        _ => (line, None),
    }
}

struct Said {
    amount: Amount,
    currency: String,
    lang: Lang,
    words: String,
}

fn said(amount: &str, currency: &str, lang: Lang, minor: Minor) -> Result<Said, Problem> {
    let amount = numbers::amount(amount, "/amount")?;
    let currency = currency.trim().to_uppercase();
    let words = sum(amount, &currency, lang, minor).map_err(|error| {
        let problem = Problem::blocks_save(
            error.code(),
            if matches!(error, WordsError::UnknownCurrency(_)) { "/currency" } else { "/amount" },
        );
        match error {
            WordsError::TooPrecise { most } => problem.with("most", most),
            WordsError::UnknownCurrency(currency) => problem.with("currency", currency),
        }
    })?;
    Ok(Said { amount, currency, lang, words })
}

fn answer(said: &Said, talk: &mut Talk) -> Result<(), Stop> {
    let object =
        json!({ "amount": said.amount.fixed(2), "currency": said.currency, "lang": said.lang.as_str(), "words": said.words });
    talk.answer(&object, || said.words.clone())
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn amount_and_currency_of_a_line() {
        assert_eq!(split("1234.50 RUB"), ("1234.50", Some("RUB")));
        assert_eq!(split(" 1 234,50\tbyn "), ("1 234,50", Some("byn")));
        assert_eq!(split("1 234,50"), ("1 234,50", None));
        assert_eq!(split("RUB"), ("RUB", None));
        assert_eq!(split(""), ("", None));
    }
}
