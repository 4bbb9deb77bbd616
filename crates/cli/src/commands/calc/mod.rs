//! `calc --stdin`: what the lines of a document come to, by the desk's own rules. One JSON object a line in, one out:
//! what cannot be worked out answers with its problems, so that whoever writes and reads by turns waits for no line that
//! never comes.

mod input;

use chrono::NaiveDate;
use serde_json::{Value, json};
use torgdom_app::clock::{Clock, SystemClock};
use torgdom_app::domain::calculation;
use torgdom_app::domain::invoice::Totals;
use torgdom_app::domain::line::MAX_LINES;
use torgdom_app::domain::totals::{self, LineSums};
use torgdom_app::domain::vat::{self, PriceKind, VatCode};
use torgdom_app::domain::{Amount, Level, Problem, Tables, money};

use self::input::{Document, LineInput, Priced};
use super::readable;
use crate::args::Calc;
use crate::lines::Lines;
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// # Errors
/// Usage; the output's.
pub fn run(args: &Calc, talk: &mut Talk) -> Result<Verdict, Stop> {
    if !args.stdin {
        return Err(Stop::usage("calc-what"));
    }
    let today = SystemClock::from_environment().today();
    let mut lines = Lines::new(std::io::stdin().lock());
    let mut refused = false;
    while let Some(line) = lines.next(|| talk.flush())? {
        let text = match readable(line) {
            Ok(text) if text.trim().is_empty() => continue,
            Ok(text) => text,
            Err(problem) => {
                refused = true;
                refuse(lines.number(), &[problem], talk)?;
                continue;
            }
        };
        let (answer, problems) = worked_out(&text, today);
        match answer {
            Some(answer) => {
                talk.line(&answer.to_string())?;
                if !problems.is_empty() {
                    talk.line_problems(lines.number(), &problems);
                }
            }
            None => {
                refused = true;
                refuse(lines.number(), &problems, talk)?;
            }
        }
    }
    Ok(Verdict::problems_if(refused))
}

fn refuse(line: usize, problems: &[Problem], talk: &mut Talk) -> Result<(), Stop> {
    let bare: Vec<Value> =
        problems.iter().map(|problem| json!({ "code": problem.code, "field": problem.field, "level": problem.level })).collect();
    talk.line(&json!({ "line": line, "problems": bare }).to_string())?;
    talk.line_problems(line, problems);
    Ok(())
}

/// The answer, and what should be known about it; no answer when something keeps the sums from being right.
fn worked_out(text: &str, today: NaiveDate) -> (Option<Value>, Vec<Problem>) {
    let document = match input::read(text, today) {
        Ok(document) => document,
        Err(problems) => return (None, problems),
    };
    let mut problems = Vec::new();
    let mut summed = Vec::with_capacity(document.lines.len());
    if document.lines.len() > MAX_LINES {
        problems
            .push(Problem::blocks_save("too_many_lines", "/lines").with("most", MAX_LINES).with("count", document.lines.len()));
    }
    for line in document.lines.iter().take(MAX_LINES) {
        match reckon(line, &document) {
            Ok((code, sums, remarks)) => {
                summed.push((code, sums));
                problems.extend(remarks);
            }
            Err(found) => problems.extend(found),
        }
    }
    if problems.iter().any(|problem| problem.level != Level::Warns) {
        return (None, problems);
    }
    match totals::document_totals(summed.iter().cloned()) {
        Ok(totals) => (Some(shown(&summed, &totals)), problems),
        Err(problem) => (None, vec![problem]),
    }
}

type Reckoned = (VatCode, LineSums, Vec<Problem>);

fn reckon(line: &LineInput, document: &Document) -> Result<Reckoned, Vec<Problem>> {
    let (code, remark) = vat_code(line, document).map_err(|problem| vec![at(line, problem)])?;
    let mut problems: Vec<Problem> = remark.map(|problem| at(line, problem)).into_iter().collect();
    let sums = match line.priced {
        Priced::Net(net) => totals::line_sums(Amount::ONE, net, None, PriceKind::OnTop, &code),
        Priced::Gross(gross) => totals::line_sums(Amount::ONE, gross, None, PriceKind::Included, &code),
        Priced::Price { quantity, price, discount } => {
            problems.extend(rules(line, quantity, price, discount));
            totals::line_sums(quantity, price, discount, document.price_kind, &code)
        }
    };
    if let Ok(sums) = &sums {
        problems.extend(finer(line, sums, &document.currency));
    }
    match sums {
        Ok(sums) if problems.iter().all(|problem| problem.level == Level::Warns) => Ok((code, sums, problems)),
        Ok(_) => Err(problems),
        Err(problem) => {
            problems.push(problem.under(&line.at));
            Err(problems)
        }
    }
}

/// Sums are rounded to hundredths: a currency without them takes whole sums only.
fn finer(line: &LineInput, sums: &LineSums, currency: &str) -> Option<Problem> {
    let minor = Tables::builtin().currency(currency)?.minor;
    let is_finer = [sums.net, sums.vat, sums.gross].iter().any(|sum| sum.scale() > minor);
    is_finer.then(|| Problem::blocks_issue("sum_finer_than_currency", line.at.as_str()).with("value", currency))
}

fn at(line: &LineInput, problem: Problem) -> Problem {
    Problem { field: format!("{}/{}", line.at, line.vat_field), ..problem }
}

/// The desk's rules for the numbers of a line, under the names that the input gave them.
fn rules(line: &LineInput, quantity: Amount, price: Amount, discount: Option<Amount>) -> Vec<Problem> {
    let as_line =
        torgdom_app::domain::line::Line { quantity: Some(quantity), price: Some(price), discount, ..Default::default() };
    let found = calculation::line_problems(&as_line, Tables::builtin());
    found
        .into_iter()
        .filter(|problem| matches!(problem.field.as_str(), "/quantity" | "/price" | "/discount"))
        .map(|problem| match problem.field.as_str() {
            "/quantity" => Problem { field: format!("{}/{}", line.at, line.quantity_field), ..problem },
            _ => problem.under(&line.at),
        })
        .collect()
}

/// A percent or «без НДС» stays what it is, whatever the country; a class takes the rate of the day.
fn vat_code(line: &LineInput, document: &Document) -> Result<(VatCode, Option<Problem>), Problem> {
    let tables = Tables::builtin();
    let (country, date) = (document.country.as_str(), document.date);
    let typed = if line.vat.trim().is_empty() { "base" } else { line.vat.trim() };
    if let Some(code) = percent(typed) {
        if !document.country_given {
            return Ok((code, None));
        }
        return match vat::resolve(tables, country, code.as_str(), date) {
            Ok((_, remark)) => Ok((code, remark)),
            Err(problem) => Ok((code, Some(Problem { level: Level::Warns, ..problem }))),
        };
    }
    let choice = vat::choose(tables, country, date, typed)?;
    let choice = vat::default_choice(
        tables,
        torgdom_app::domain::party::VatRegime::default(),
        country,
        &document.buyer_country,
        &choice,
        date,
    );
    vat::resolve(tables, country, &choice, date)
}

/// `22`, `22.00`, `22 %`, `22/122`: a rate that needs no table.
fn percent(typed: &str) -> Option<VatCode> {
    let bare = typed.strip_suffix('%').unwrap_or(typed).trim();
    let spelled = |part: &str| part.trim().replace(',', ".").parse::<Amount>().ok().map(|amount| amount.to_string());
    match bare.split_once('/') {
        Some((share, whole)) => format!("{}/{}", spelled(share)?, spelled(whole)?).parse().ok(),
        None => spelled(bare)?.parse().ok(),
    }
}

fn shown(lines: &[(VatCode, LineSums)], totals: &Totals) -> Value {
    let sums = |net: Amount, vat: Amount, gross: Amount| {
        let fixed = |amount: Amount| amount.fixed(money::MINOR_DIGITS);
        json!({ "net": fixed(net), "vat": fixed(vat), "gross": fixed(gross) })
    };
    let lines: Vec<Value> = lines.iter().map(|(_, line)| sums(line.net, line.vat, line.gross)).collect();
    let by_rate: serde_json::Map<String, Value> =
        totals.by_rate.iter().map(|(code, rate)| (code.clone(), sums(rate.net, rate.vat, rate.gross))).collect();
    let mut whole = sums(totals.net, totals.vat, totals.gross);
    whole["by_rate"] = Value::Object(by_rate);
    json!({ "lines": lines, "totals": whole })
}

#[cfg(test)]
mod tests;
