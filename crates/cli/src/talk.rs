//! The two ways out: the answer on stdout, and nothing but it; reasons on stderr. Knows no command.

use std::io::{self, BufWriter, Stdout, Write};

use serde_json::{Value, json};
use torgdom_app::Failure;
use torgdom_app::documents::Lang;
use torgdom_app::domain::{Level, Problem};

use crate::sentence::Voice;
use crate::stop::Stop;

/// Where answers and reasons go, in which form and language.
pub struct Talk {
    out: BufWriter<Stdout>,
    pub voice: Voice,
    /// One JSON object a line instead of text for people.
    pub json: bool,
}

impl Talk {
    pub fn new(lang: Lang, json: bool) -> Self {
        Self { out: BufWriter::with_capacity(64 * 1024, io::stdout()), voice: Voice::new(lang), json }
    }

    /// A line of the answer.
    ///
    /// # Errors
    /// [`Stop::Closed`] when nobody reads, the disk's when the answer goes to a file.
    pub fn line(&mut self, text: &str) -> Result<(), Stop> {
        self.out.write_all(text.as_bytes())?;
        Ok(self.out.write_all(b"\n")?)
    }

    /// An answer that is no text: a file that goes to the standard output.
    ///
    /// # Errors
    /// As [`Self::line`].
    pub fn bytes(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        Ok(self.out.write_all(bytes)?)
    }

    /// The answer in whichever form was asked for.
    ///
    /// # Errors
    /// As [`Self::line`].
    pub fn answer(&mut self, object: &Value, text: impl FnOnce() -> String) -> Result<(), Stop> {
        if self.json { self.line(&object.to_string()) } else { self.line(&text()) }
    }

    /// Sends what was answered so far.
    ///
    /// # Errors
    /// As [`Self::line`].
    pub fn flush(&mut self) -> Result<(), Stop> {
        Ok(self.out.flush()?)
    }

    /// A sentence of the command line for the person at the screen, beside the answer.
    pub fn remark(&self, id: &str, params: &[(&str, &str)]) {
        tell(&self.voice.own(id, params));
    }

    /// Problems of one line of a stream, as programs read them.
    pub fn line_problems(&self, line: usize, problems: &[Problem]) {
        tell(&json!({ "line": line, "problems": self.with_sentences(problems) }).to_string());
    }

    /// Problems with something that is no line of a stream.
    pub fn problems(&self, problems: &[Problem]) {
        if self.json {
            return tell(&json!({ "problems": self.with_sentences(problems) }).to_string());
        }
        for problem in problems {
            let sentence = self.voice.problem(problem);
            tell(&if problem.field.is_empty() { sentence } else { format!("{}: {sentence}", problem.field) });
        }
    }

    /// Why the command did not do what it was asked.
    pub fn failure(&self, failure: &Failure) {
        if self.json {
            return tell(&json!({ "problems": self.of_failure(failure) }).to_string());
        }
        if !failure.problems.is_empty() {
            return self.problems(&failure.problems);
        }
        tell(&self.voice.failure(failure));
    }

    /// The same of one record among several.
    pub fn failure_of(&self, id: &str, failure: &Failure) {
        if self.json {
            return tell(&json!({ "id": id, "problems": self.of_failure(failure) }).to_string());
        }
        tell(&format!("{id}:"));
        self.failure(failure);
    }

    /// A failure of one line of a stream.
    pub fn line_failure(&self, line: usize, failure: &Failure) {
        tell(&json!({ "line": line, "problems": self.of_failure(failure) }).to_string());
    }

    fn of_failure(&self, failure: &Failure) -> Vec<Value> {
        if !failure.problems.is_empty() {
            return self.with_sentences(&failure.problems);
        }
        let problem = Problem { params: failure.params.clone(), ..Problem::new(Level::BlocksSave, &failure.code, "") };
        vec![with_sentence(&problem, self.voice.failure(failure))]
    }

    fn with_sentences(&self, problems: &[Problem]) -> Vec<Value> {
        problems.iter().map(|problem| with_sentence(problem, self.voice.problem(problem))).collect()
    }
}

fn with_sentence(problem: &Problem, sentence: String) -> Value {
    let mut value = json!({ "code": problem.code, "field": problem.field, "level": problem.level });
    if !problem.params.is_empty() {
        value["params"] = json!(problem.params);
    }
    value["message"] = Value::String(sentence);
    value
}

/// A line on stderr. There is nobody left to tell when that is closed.
pub fn tell(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}
