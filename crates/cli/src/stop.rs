//! Why a command ends before its end, and what the shell is told.

use std::io;

use torgdom_app::Failure;

/// How a command ended that went to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Fine,
    /// Something was refused, or found; the person has been told what.
    Problems,
}

impl Verdict {
    pub fn problems_if(found: bool) -> Self {
        if found { Self::Problems } else { Self::Fine }
    }
}

/// Why a command stopped.
#[derive(Debug)]
pub enum Stop {
    /// A verb of the desk refused or failed: exit code 1.
    Failure(Failure),
    /// The command line itself makes no sense: exit code 2. The code's sentence is `cli-usage-<code>`.
    Usage { code: &'static str, params: Vec<(&'static str, String)> },
    /// Whoever read the answer has enough of it (`| head`): no failure.
    Closed,
}

impl Stop {
    pub fn usage(code: &'static str) -> Self {
        Self::Usage { code, params: Vec::new() }
    }

    pub fn usage_of(code: &'static str, name: &'static str, value: impl ToString) -> Self {
        Self::Usage { code, params: vec![(name, value.to_string())] }
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self::Closed } else { Self::Failure(error.into()) }
    }
}
