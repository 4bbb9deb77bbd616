//! The table of commands: name, arguments, answer, verb. The window's handler, the test bridge and the TypeScript
//! client all come from this one list.

mod args;

use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use torgdom_domain::Problem;
use torgdom_records::Kind;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::verbs::checks::{self, BankCheck, CheckView, Guess};
use crate::verbs::exports::Exported;
use crate::verbs::files::{BlobContent, BlobStored, Content};
use crate::verbs::goods::{GoodPrice, PriceListRow};
use crate::verbs::imports::{ImportDone, ImportOptions, ImportReading, ImportUndone, ImportView, PlanView};
use crate::verbs::lines::LineAdded;
use crate::verbs::lists::Found;
use crate::verbs::papers::{PaperView, SavedPapers};
use crate::verbs::paste::Pasted;
use crate::verbs::payments::PaymentEntry;
use crate::verbs::safety::{BackupView, FindingView};
use crate::verbs::series::SeriesView;
use crate::verbs::tables::{self, TableRow};
use crate::verbs::undo::UndoAnswer;
use crate::views::list::{CurrencySum, ListPage, ListRow, TabCount};
use crate::views::{Entered, HistoryLine, RecordView, StartState, TodayView};
use args::*;

/// One line of the generated TypeScript client.
#[derive(Clone, Debug)]
pub struct CommandType {
    pub name: &'static str,
    pub args: String,
    pub answer: String,
}

macro_rules! commands {
    ($($name:literal: $args:ty => $answer:ty = $verb:expr;)*) => {
        /// Carries out the command `name`.
        ///
        /// # Errors
        /// The verb's own failure, `unknown_command`, or `bad_arguments`.
        pub fn call(desk: &Desk, name: &str, args: Value) -> Result<Value, Failure> {
            match name {
                $($name => {
                    let verb: fn(&Desk, $args) -> Result<$answer, Failure> = $verb;
                    answer(&verb(desk, arguments::<$args>(name, args)?)?)
                })*
                _ => Err(Failure::new("unknown_command").with("name", name)),
            }
        }

        /// Names of all commands.
        pub const NAMES: &[&str] = &[$($name),*];

        /// The table for the TypeScript client.
        #[must_use]
        pub fn types(config: &ts_rs::Config) -> Vec<CommandType> {
            vec![$(CommandType {
                name: $name,
                args: <$args as ts_rs::TS>::name(config),
                answer: <$answer as ts_rs::TS>::name(config),
            }),*]
        }

        /// Writes the TypeScript files of all types in the table.
        ///
        /// # Errors
        /// A file could not be written.
        pub fn export_types(config: &ts_rs::Config) -> Result<(), ts_rs::ExportError> {
            $(export::<$args>(config)?;
              export::<$answer>(config)?;)*
            <crate::event::Event as ts_rs::TS>::export_all(config)?;
            <Failure as ts_rs::TS>::export_all(config)
        }
    };
}

/// Writes the file of a type and of all that it uses; lists, options and `null` have none of their own.
fn export<T: ts_rs::TS + 'static>(config: &ts_rs::Config) -> Result<(), ts_rs::ExportError> {
    struct Inner<'a>(&'a ts_rs::Config, Result<(), ts_rs::ExportError>);
    impl ts_rs::TypeVisitor for Inner<'_> {
        fn visit<T: ts_rs::TS + 'static + ?Sized>(&mut self) {
            if self.1.is_ok() && T::output_path().is_some() {
                self.1 = T::export_all(self.0);
            }
        }
    }
    if T::output_path().is_some() {
        return T::export_all(config);
    }
    let mut inner = Inner(config, Ok(()));
    T::visit_generics(&mut inner);
    inner.1
}

fn arguments<T: DeserializeOwned>(name: &str, args: Value) -> Result<T, Failure> {
    // `null` stands for "no arguments", as the window sends it.
    let args = if args.is_null() { Value::Object(serde_json::Map::new()) } else { args };
    serde_json::from_value(args).map_err(|error| Failure::new("bad_arguments").with("name", name).with("cause", error))
}

fn answer<T: Serialize>(value: &T) -> Result<Value, Failure> {
    serde_json::to_value(value).map_err(|error| Failure::new("fault").with("cause", error))
}

include!("table.rs");
