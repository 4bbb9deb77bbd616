//! What the bench prints: figures, and beside each goal whether it is reached.

use std::fmt::Write as _;

/// On which side of its goal a figure should lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    AtMost(f64),
    AtLeast(f64),
}

impl Goal {
    #[must_use]
    pub fn is_reached(self, figure: f64) -> bool {
        match self {
            Self::AtMost(most) => figure <= most,
            Self::AtLeast(least) => figure >= least,
        }
    }
}

/// Prints as it goes, and remembers what is behind its goal.
#[derive(Debug, Default)]
pub struct Report {
    reached: usize,
    behind: Vec<String>,
    section: String,
}

impl Report {
    pub fn section(&mut self, title: &str) {
        title.clone_into(&mut self.section);
        println!("\n{title}");
    }

    pub fn note(&self, text: &str) {
        println!("  {text}");
    }

    /// A figure without a goal.
    pub fn figure(&self, what: &str, figure: &str) {
        println!("  {what:<58} {figure}");
    }

    /// A figure with its goal. `unit` begins with a space where one belongs.
    pub fn goal(&mut self, what: &str, figure: f64, unit: &str, goal: Goal) {
        let (sign, bound) = match goal {
            Goal::AtMost(most) => ("≤", most),
            Goal::AtLeast(least) => ("≥", least),
        };
        let word = if goal.is_reached(figure) { "ok" } else { "behind" };
        println!("  {what:<58} {:<14} goal {sign} {}{unit}: {word}", format!("{}{unit}", number(figure)), number(bound));
        if goal.is_reached(figure) {
            self.reached += 1;
        } else {
            self.behind.push(format!("{}: {what}: {}{unit} (goal {sign} {}{unit})", self.section, number(figure), number(bound)));
        }
    }

    /// The last lines.
    #[must_use]
    pub fn summary(&self) -> String {
        let mut text = format!("\n{} goals reached, {} behind", self.reached, self.behind.len());
        for line in &self.behind {
            let _ = write!(text, "\n  behind: {line}");
        }
        text
    }
}

/// Three digits that matter; whole numbers from a hundred on.
#[must_use]
pub fn number(figure: f64) -> String {
    let digits = match figure.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        _ => 3,
    };
    let text = format!("{figure:.digits$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_that_is_missed_is_named_at_the_end() {
        let mut report = Report::default();
        report.section("Saving");
        report.goal("a deal", 4.9, " ms", Goal::AtMost(5.0));
        report.goal("the same again", 5.25, " ms", Goal::AtMost(5.0));
        report.goal("times typst", 6.0, "", Goal::AtLeast(6.0));
        assert_eq!(report.summary(), "\n2 goals reached, 1 behind\n  behind: Saving: the same again: 5.25 ms (goal ≤ 5 ms)");
    }

    #[test]
    fn numbers_are_short() {
        for (figure, text) in [(0.0123, "0.012"), (1.15, "1.15"), (16.0, "16"), (38_827.0, "38827"), (0.0, "0"), (100.4, "100")] {
            assert_eq!(number(figure), text);
        }
    }
}
