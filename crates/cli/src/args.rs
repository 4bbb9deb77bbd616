//! The command line's grammar: which commands there are and what each takes. The words about them are sentences of the
//! catalogue, put in by [`crate::help`].

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use torgdom_app::documents::Lang;

#[derive(Debug, Parser)]
#[command(name = "torgdom", version, disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
pub struct Cli {
    #[arg(long, value_name = "DIR", global = true)]
    pub profile: Option<PathBuf>,
    #[arg(long, global = true)]
    pub json: bool,
    #[arg(long, value_name = "ru|be|en", global = true)]
    pub lang: Option<Lang>,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Init(Box<Init>),
    Check(Check),
    Words(Words),
    Calc(Calc),
    Put(Put),
    Get(ById),
    List(List),
    History(History),
    Invoice(Invoice),
    Issue(Issue),
    Void(Void),
    Pay(Pay),
    Print(Print),
    Import(Import),
    Archive(ById),
    Unarchive(ById),
    Post(Post),
    Verify,
    Backup(ToFile),
    Restore(ToFile),
    Passphrase(Passphrase),
    Generate(Generate),
}

#[derive(Debug, Args)]
pub struct Init {
    #[arg(long)]
    pub demo: bool,
    #[arg(long)]
    pub name: Option<String>,
    #[arg(long)]
    pub full_name: Option<String>,
    #[arg(long, value_name = "BY|RU|…")]
    pub country: Option<String>,
    #[arg(long)]
    pub tax_id: Option<String>,
    #[arg(long)]
    pub kpp: Option<String>,
    #[arg(long)]
    pub address: Option<String>,
    #[arg(long)]
    pub phone: Option<String>,
    #[arg(long)]
    pub account: Option<String>,
    #[arg(long)]
    pub bic: Option<String>,
    #[arg(long)]
    pub bank: Option<String>,
    #[arg(long, value_name = "ACCOUNT")]
    pub corr_account: Option<String>,
    #[arg(long)]
    pub currency: Option<String>,
    #[arg(long)]
    pub head: Option<String>,
    #[arg(long, value_name = "POST")]
    pub head_post: Option<String>,
    #[arg(long)]
    pub accountant: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub last_invoice: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub last_deal: Option<String>,
    #[arg(long)]
    pub encrypt: bool,
}

#[derive(Debug, Args)]
pub struct Check {
    pub kind: Option<String>,
    #[arg(allow_hyphen_values = true)]
    pub value: Option<String>,
    #[arg(long)]
    pub stdin: bool,
}

#[derive(Debug, Args)]
pub struct Words {
    #[arg(allow_hyphen_values = true)]
    pub amount: Option<String>,
    #[arg(value_name = "CUR")]
    pub currency: Option<String>,
    #[arg(long, value_enum, default_value = "words")]
    pub minor: MinorWords,
    #[arg(long)]
    pub stdin: bool,
}

/// How kopecks are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MinorWords {
    Words,
    Digits,
}

#[derive(Debug, Args)]
pub struct Calc {
    #[arg(long)]
    pub stdin: bool,
}

#[derive(Debug, Args)]
pub struct Put {
    pub kind: String,
    #[arg(default_value = "-")]
    pub file: PathBuf,
}

#[derive(Debug, Args)]
pub struct ById {
    #[arg(value_name = "ID|NUMBER")]
    pub id: String,
}

#[derive(Debug, Args)]
pub struct List {
    pub kind: String,
    #[arg(long, value_name = "TEXT")]
    pub search: Option<String>,
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    #[arg(long)]
    pub tab: Option<String>,
}

#[derive(Debug, Args)]
pub struct History {
    #[arg(value_name = "ID|NUMBER")]
    pub id: String,
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
}

#[derive(Debug, Args)]
pub struct Invoice {
    #[arg(value_name = "DEAL")]
    pub deal: String,
    #[arg(long, value_enum, default_value = "whole")]
    pub scope: Scope,
    #[arg(long, value_name = "PERCENT")]
    pub share: Option<String>,
}

/// How much of a deal an invoice asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Scope {
    Whole,
    Remainder,
    Prepayment,
}

#[derive(Debug, Args)]
pub struct Issue {
    #[arg(value_name = "invoice")]
    pub kind: String,
    #[arg(required = true)]
    pub id: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Void {
    #[arg(value_name = "invoice")]
    pub kind: String,
    #[arg(value_name = "ID|NUMBER")]
    pub id: String,
    #[arg(long, required = true)]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct Pay {
    #[arg(value_name = "ID|NUMBER")]
    pub id: String,
    #[arg(long, allow_hyphen_values = true)]
    pub amount: Option<String>,
    #[arg(long)]
    pub date: Option<String>,
    #[arg(long)]
    pub number: Option<String>,
}

#[derive(Debug, Args)]
pub struct Print {
    #[arg(value_name = "invoice")]
    pub what: Option<String>,
    #[arg(value_name = "ID|NUMBER")]
    pub id: Vec<String>,
    #[arg(long)]
    pub kind: Option<String>,
    #[arg(long)]
    pub all: bool,
    #[arg(long, value_name = "FILE|DIR", required = true)]
    pub out: PathBuf,
}

#[derive(Debug, Args)]
pub struct Import {
    pub kind: Option<String>,
    pub file: Option<PathBuf>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    pub price_list: Option<String>,
    #[arg(long)]
    pub update: bool,
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    #[arg(long, value_name = "N")]
    pub header_row: Option<u32>,
    #[arg(long, value_name = "SIGN")]
    pub delimiter: Option<String>,
    #[arg(long, value_name = "BATCH")]
    pub undo: Option<String>,
}

#[derive(Debug, Args)]
pub struct Post {
    #[arg(value_name = "deal|payment")]
    pub kind: String,
    pub id: String,
}

#[derive(Debug, Args)]
pub struct Passphrase {
    #[arg(long)]
    pub stdin: bool,
    #[arg(long)]
    pub remove: bool,
}

#[derive(Debug, Args)]
pub struct ToFile {
    pub file: PathBuf,
}

#[derive(Debug, Args)]
pub struct Generate {
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    #[arg(long, value_name = "N")]
    pub counterparties: usize,
    #[arg(long, value_name = "N")]
    pub invoices: usize,
}
