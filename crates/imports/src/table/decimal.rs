//! Numbers as they stand in files (`7.707083893E9`, `0.30000000000000004`) as exact decimal text, without a float between.

/// Significant digits that a worksheet keeps; further ones are the noise of binary doubles.
const DIGITS: usize = 15;
/// Places before or after the point beyond which a number is no quantity, price or identifier.
const MOST_PLACES: i64 = 40;

/// A number in plain decimal form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Plain {
    /// `-1234.5`; no exponent, no superfluous zeros.
    pub(crate) text: String,
    /// Zeros were put where the file had no digits any more: 7,70708E+09 is not an identifier.
    pub(crate) is_padded: bool,
}

/// Digits and the place of the point: `0.digits × 10^exponent`.
struct Scientific {
    negative: bool,
    digits: Vec<u8>,
    exponent: i64,
}

impl Plain {
    /// Reads an XSD double; `None` for anything else and for numbers of absurd size.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut number = parse(text.trim())?;
        round(&mut number);
        if number.digits.is_empty() {
            return Some(Self { text: "0".to_owned(), is_padded: false });
        }
        if number.exponent.abs() > MOST_PLACES {
            return None;
        }
        let padded = number.exponent > number.digits.len() as i64;
        Some(Self { text: expand(&number), is_padded: padded })
    }

    /// The same number a hundred times larger: what a cell in a percent format shows.
    pub(crate) fn hundredfold(text: &str) -> Option<String> {
        Self::read(&format!("{text}e2")).map(|plain| plain.text)
    }
}

fn parse(text: &str) -> Option<Scientific> {
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(at) => (&text[..at], exponent(&text[at + 1..])?),
        None => (text, 0),
    };
    let negative = mantissa.starts_with('-');
    let mantissa = mantissa.strip_prefix(['-', '+']).unwrap_or(mantissa);
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + fraction.len() == 0 || !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
    let zeros = digits.iter().take_while(|digit| **digit == b'0').count();
    digits.drain(..zeros);
    Some(Scientific { negative, digits, exponent: exponent + whole.len() as i64 - zeros as i64 })
}

fn exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || digits.len() > 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse::<i64>().ok().map(|value| if text.starts_with('-') { -value } else { value })
}

/// Half up to the digits that a worksheet keeps, then without trailing zeros.
fn round(number: &mut Scientific) {
    if number.digits.len() > DIGITS {
        let up = number.digits[DIGITS] >= b'5';
        number.digits.truncate(DIGITS);
        if up {
            carry(number);
        }
    }
    while number.digits.last() == Some(&b'0') {
        number.digits.pop();
    }
}

fn carry(number: &mut Scientific) {
    for digit in number.digits.iter_mut().rev() {
        if *digit < b'9' {
            *digit += 1;
            return;
        }
        *digit = b'0';
    }
    number.digits.insert(0, b'1');
    number.exponent += 1;
}

fn expand(number: &Scientific) -> String {
    let mut text = String::from(if number.negative { "-" } else { "" });
    let digits = number.digits.iter().map(|digit| char::from(*digit));
    if number.exponent <= 0 {
        text.push_str("0.");
        text.extend(std::iter::repeat_n('0', number.exponent.unsigned_abs() as usize));
        text.extend(digits);
        return text;
    }
    let whole = number.exponent as usize;
    let mut digits = digits.peekable();
    for _ in 0..whole {
        text.push(digits.next().unwrap_or('0'));
    }
    if digits.peek().is_some() {
        text.push('.');
        text.extend(digits);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_text_without_the_noise() {
        for (text, plain) in [
            ("7.707083893E9", "7707083893"),
            ("7707083893", "7707083893"),
            ("0.30000000000000004", "0.3"),
            ("1.0049999999999999", "1.005"),
            ("0.1", "0.1"),
            ("-1234.50", "-1234.5"),
            ("99999999999999.999", "100000000000000"),
            ("1E-3", "0.001"),
            ("0", "0"),
            ("-0.0", "0"),
            ("0e9999", "0"),
            ("00012.30", "12.3"),
            ("+5.", "5"),
            (".5", "0.5"),
            ("4.0702810900000002E+19", "40702810900000000000"),
            ("44525225", "44525225"),
        ] {
            assert_eq!(Plain::read(text).map(|plain| plain.text).as_deref(), Some(plain), "{text}");
        }
        for bad in ["", ".", "e5", "1e", "1e99999", "1e41", "1e-42", "NaN", "inf", "1,5", "0x10", "1 000", "--1", "１"] {
            assert_eq!(Plain::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn zeros_in_the_place_of_lost_digits_are_told() {
        assert!(Plain::read("7.70708E+09").is_some_and(|plain| plain.is_padded));
        assert!(Plain::read("4.0702810900000002E+19").is_some_and(|plain| plain.is_padded));
        assert!(Plain::read("7.707083893E9").is_some_and(|plain| !plain.is_padded));
        assert!(Plain::read("0.22").is_some_and(|plain| !plain.is_padded));
        assert_eq!(Plain::hundredfold("0.22").as_deref(), Some("22"));
        assert_eq!(Plain::hundredfold("1.005").as_deref(), Some("100.5"));
    }
}
