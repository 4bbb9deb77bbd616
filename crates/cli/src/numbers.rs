//! Amounts as scripts write them: one number, never an expression. Knows no command.

use torgdom_app::domain::{Amount, Problem, entry};

/// A number in the machine's form or as people write it («1 234,50»).
///
/// # Errors
/// A problem of `field` that names the place.
pub fn amount(text: &str, field: &str) -> Result<Amount, Problem> {
    if let Ok(amount) = text.parse() {
        return Ok(amount);
    }
    // What the desk would work out, a script must not send by mistake: `22/122` is no price.
    let body = text.trim_start().trim_start_matches(['-', '−']);
    if let Some(place) =
        body.chars().position(|sign| !(sign.is_ascii_digit() || matches!(sign, ',' | '.' | '\'' | '’') || sign.is_whitespace()))
    {
        let skipped = text.chars().count() - body.chars().count();
        return Err(Problem::blocks_save("entry_character", field).with("position", skipped + place + 1));
    }
    entry::number(text).map_err(|problem| problem.problem(field))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_either_form() {
        for (text, want) in [
            ("1234.5", "1234.5"),
            ("1 234,50", "1234.50"),
            ("-0,05", "-0.05"),
            ("−3", "-3"),
            (" 7 ", "7"),
            ("1.234.567", "1234567"),
        ] {
            assert_eq!(amount(text, "").map(|amount| amount.to_string()), Ok(want.trim_end_matches('0').to_owned()), "{text}");
        }
    }

    #[test]
    fn no_expressions_and_no_guesses() {
        for (text, code, position) in [
            ("22/122", "entry_character", "3"),
            ("5-3", "entry_character", "2"),
            ("1e9", "entry_character", "2"),
            ("=5", "entry_character", "1"),
            ("20%", "entry_character", "3"),
            ("двенадцать", "entry_character", "1"),
            ("", "entry_empty", "1"),
            ("99999999999999999999999999999", "entry_too_large", "1"),
            ("1.23.4", "entry_ambiguous", "2"),
        ] {
            let problem = amount(text, "/price").expect_err(text);
            assert_eq!((problem.code.as_str(), problem.params["position"].as_str()), (code, position), "{text}");
            assert_eq!(problem.field, "/price");
        }
    }
}
