//! Numbers and expressions: `1 234,5`, `1200*1,2`, `15000/1,2`, `(2+3)*4`, `1000+20%`, and `+20%` of what stood there.

use rust_decimal::Decimal;

use crate::amount::Amount;
use crate::money::{PRICE_DIGITS, round};

use super::literal::{self, code_of};
use super::{EntryProblem, is_minus, is_space, trimmed};

/// Parentheses inside one another.
const MAX_DEPTH: u32 = 16;

/// A number or an expression. A number stays as it was typed; the result of an expression is rounded half up to four
/// digits, or to as many as its longest number has.
///
/// # Errors
/// See [`EntryProblem::code`].
pub fn number(text: &str) -> Result<Amount, EntryProblem> {
    number_with(text, None)
}

/// Like [`number`]; `+20%` and `-5%` change the value that stands in the field, `current`. `-5` is minus five; `+5`
/// over a value is refused, it could mean either.
///
/// # Errors
/// See [`EntryProblem::code`]; `entry_no_value` for a relative percent where nothing stands.
pub fn number_with(text: &str, current: Option<Amount>) -> Result<Amount, EntryProblem> {
    let (chars, start) = trimmed(text)?;
    // A word («десять») has no wrong sign to be pointed at.
    if chars.iter().any(|c| c.is_alphabetic()) && !chars.iter().any(|c| c.is_numeric()) {
        return Err(EntryProblem::new("entry_not_number", start));
    }
    // Excel's habit: an expression begins with «=».
    let skipped = usize::from(chars[0] == '=');
    let shift = start + skipped;
    let mut reader = Reader { chars: &chars[skipped..], at: 0, scale: 0, plain: true };
    let at_origin = |problem: EntryProblem| EntryProblem::new(problem.code, problem.position + shift);
    let value = reader.whole(current).map_err(at_origin)?;
    let value = if reader.plain { value } else { round(value, PRICE_DIGITS.max(reader.scale)) };
    let value = if value.is_zero() { Decimal::ZERO } else { value };
    Amount::new(value).map_err(|error| EntryProblem::new(code_of(error), shift))
}

/// A percent: a number or an expression, with or without a percent sign after it.
///
/// # Errors
/// See [`EntryProblem::code`].
pub fn percent(text: &str) -> Result<Amount, EntryProblem> {
    let bare = text.trim_end().strip_suffix('%').unwrap_or(text);
    number(bare)
}

struct Reader<'t> {
    chars: &'t [char],
    at: usize,
    /// Digits after the point of the longest number read.
    scale: u32,
    /// One number with or without a sign: no rounding.
    plain: bool,
}

/// A value, and whether a percent sign stood after it.
struct Term {
    value: Decimal,
    percent: bool,
}

impl Reader<'_> {
    fn whole(&mut self, current: Option<Amount>) -> Result<Decimal, EntryProblem> {
        if let Some(changed) = self.relative(current)? {
            return Ok(changed);
        }
        self.refuse_accountant_brackets()?;
        let value = self.sum(0)?;
        match self.peek() {
            None => Ok(value),
            Some(')') => Err(self.problem("entry_parenthesis")),
            Some(c) if c.is_ascii_digit() || matches!(c, '.' | ',' | '(') => Err(self.problem("entry_ambiguous")),
            Some(_) => Err(self.problem("entry_character")),
        }
    }

    /// `+20%`, `-5%`: nothing when the text is something else.
    fn relative(&mut self, current: Option<Amount>) -> Result<Option<Decimal>, EntryProblem> {
        let sign = self.chars.first().copied().unwrap_or_default();
        if sign != '+' && !is_minus(sign) {
            return Ok(None);
        }
        let mut ahead = Reader { chars: self.chars, at: 1, scale: 0, plain: true };
        let Ok(share) = ahead.literal() else { return Ok(None) };
        let is_percent = ahead.peek() == Some('%');
        if !is_percent {
            let alone = ahead.peek().is_none() && sign == '+' && current.is_some_and(|value| !value.is_zero());
            return if alone { Err(self.problem("entry_ambiguous")) } else { Ok(None) };
        }
        ahead.at += 1;
        if ahead.peek().is_some() {
            return Err(ahead.problem("entry_percent"));
        }
        let Some(current) = current else { return Err(self.problem("entry_no_value")) };
        (self.plain, self.scale) = (false, current.scale().max(share.scale()));
        let share = if sign == '+' { share.decimal() } else { -share.decimal() };
        self.changed_by(current.decimal(), share).map(Some)
    }

    /// `(100)` is a hundred to one person and minus a hundred to an accountant.
    fn refuse_accountant_brackets(&mut self) -> Result<(), EntryProblem> {
        if self.chars.first() != Some(&'(') {
            return Ok(());
        }
        let mut ahead = Reader { chars: self.chars, at: 1, scale: 0, plain: true };
        let lone = ahead.literal().is_ok() && ahead.peek() == Some(')') && ahead.at + 1 == self.chars.len();
        if lone { Err(self.problem("entry_ambiguous")) } else { Ok(()) }
    }

    fn sum(&mut self, depth: u32) -> Result<Decimal, EntryProblem> {
        let negative = match self.peek() {
            Some('+') => self.step(false),
            Some(c) if is_minus(c) => self.step(true),
            _ => false,
        };
        let first = self.product(depth)?;
        if first.percent {
            return Err(EntryProblem::new("entry_percent", self.at - 1));
        }
        let mut total = if negative { -first.value } else { first.value };
        while let Some(sign) = self.peek().filter(|c| *c == '+' || is_minus(*c)) {
            if sign == '–' {
                // Between two numbers a dash is as good a range as a minus.
                return Err(self.problem("entry_ambiguous"));
            }
            self.at += 1;
            self.plain = false;
            let term = self.product(depth)?;
            let value = if sign == '+' { term.value } else { -term.value };
            total = if term.percent {
                self.changed_by(total, value)?
            } else {
                total.checked_add(value).ok_or_else(|| self.problem("entry_too_large"))?
            };
        }
        Ok(total)
    }

    /// Factors with × and ÷. A percent sign after a factor of a product makes it a hundredth; a term that is one
    /// factor alone keeps the sign for the sum: `1000+20%` is 1200.
    fn product(&mut self, depth: u32) -> Result<Term, EntryProblem> {
        let mut value = self.factor(depth)?;
        let mut percent = self.percent_sign();
        while let Some(sign) = self.peek().filter(|c| is_times(*c) || is_divided(*c)) {
            let place = self.at;
            self.at += 1;
            self.plain = false;
            if percent {
                return Err(EntryProblem::new("entry_percent", place - 1));
            }
            let mut next = self.factor(depth)?;
            if self.percent_sign() {
                next /= Decimal::ONE_HUNDRED;
            }
            percent = false;
            value = if is_times(sign) {
                value.checked_mul(next).ok_or(EntryProblem::new("entry_too_large", place))?
            } else if next.is_zero() {
                return Err(EntryProblem::new("entry_division_by_zero", place));
            } else {
                value.checked_div(next).ok_or(EntryProblem::new("entry_too_large", place))?
            };
        }
        Ok(Term { value, percent })
    }

    fn factor(&mut self, depth: u32) -> Result<Decimal, EntryProblem> {
        match self.peek() {
            None => Err(self.problem("entry_unfinished")),
            Some('(') if depth >= MAX_DEPTH => Err(self.problem("entry_too_deep")),
            Some('(') => {
                let opened = self.at;
                self.at += 1;
                self.plain = false;
                let value = self.sum(depth + 1)?;
                if self.peek() != Some(')') {
                    let code = if self.peek().is_none() { "entry_parenthesis" } else { "entry_character" };
                    return Err(EntryProblem::new(code, if self.peek().is_none() { opened } else { self.at }));
                }
                self.at += 1;
                Ok(value)
            }
            Some(_) => self.literal().map(Amount::decimal),
        }
    }

    fn literal(&mut self) -> Result<Amount, EntryProblem> {
        match self.peek() {
            Some(c) if c.is_ascii_digit() || matches!(c, '.' | ',') => {
                let (amount, end) = literal::read(self.chars, self.at)?;
                self.at = end;
                self.scale = self.scale.max(amount.scale());
                Ok(amount)
            }
            Some(c) if c == '+' || is_minus(c) => Err(self.problem("entry_two_signs")),
            Some(c) if is_times(c) || is_divided(c) || c == ')' => Err(self.problem("entry_unfinished")),
            Some(_) => Err(self.problem("entry_character")),
            None => Err(self.problem("entry_unfinished")),
        }
    }

    /// `value` and so many percent of it.
    fn changed_by(&self, value: Decimal, percent: Decimal) -> Result<Decimal, EntryProblem> {
        let part = value.checked_mul(percent).and_then(|product| product.checked_div(Decimal::ONE_HUNDRED));
        part.and_then(|part| value.checked_add(part)).ok_or_else(|| self.problem("entry_too_large"))
    }

    fn percent_sign(&mut self) -> bool {
        let found = self.peek() == Some('%');
        if found {
            self.at += 1;
            self.plain = false;
        }
        found
    }

    /// The next character that is no space.
    fn peek(&mut self) -> Option<char> {
        while self.chars.get(self.at).is_some_and(|c| is_space(*c)) {
            self.at += 1;
        }
        self.chars.get(self.at).copied()
    }

    fn step(&mut self, negative: bool) -> bool {
        self.at += 1;
        negative
    }

    fn problem(&self, code: &'static str) -> EntryProblem {
        EntryProblem::new(code, self.at)
    }
}

/// `*` and what people write for it: the sign ×, the point ·, the letter x of either alphabet.
fn is_times(c: char) -> bool {
    matches!(c, '*' | '×' | '·' | '∙' | 'x' | 'X' | 'х' | 'Х')
}

fn is_divided(c: char) -> bool {
    matches!(c, '/' | '÷')
}
