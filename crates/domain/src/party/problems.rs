//! What is wrong with the requisites of a party. Of an own organisation everything that goes on paper must hold;
//! of a counterparty a failed check only warns, because old and foreign records are what they are.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{BankAccount, Party, PartyKind, Signer, SignerRole};
use crate::identifiers::{self, Bad, Kind};
use crate::problem::{Level, Problem};
use crate::tables::Tables;
use crate::{Id, text};

/// Whose requisites are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    Own,
    Theirs,
}

impl Whose {
    /// A failed check blocks issuing for one's own requisites and warns for another's.
    fn level(self) -> Level {
        match self {
            Self::Own => Level::BlocksIssue,
            Self::Theirs => Level::Warns,
        }
    }
}

impl Party {
    /// Everything that is wrong with the requisites on the day `today`.
    #[must_use]
    pub fn problems(&self, whose: Whose, tables: &Tables, today: NaiveDate) -> Vec<Problem> {
        let mut found = Vec::new();
        self.names(&mut found);
        self.country(tables, &mut found);
        self.registration(whose, &mut found);
        for (id, division) in &self.divisions {
            identifier(Kind::Kpp, &division.kpp, &format!("/divisions/{id}/kpp"), Level::Warns, &mut found);
            found.extend(text::problems(&division.name, &format!("/divisions/{id}/name")));
        }
        for (id, other) in &self.tax_ids {
            if other.reason.is_empty() {
                tax_id(&other.country, &other.value, &format!("/tax_ids/{id}/value"), Level::Warns, &mut found);
            }
        }
        for (id, address) in &self.addresses {
            let at = format!("/addresses/{id}");
            found.extend(text::problems(&address.text, &format!("{at}/text")));
            identifier(Kind::Gln, &address.gln, &format!("{at}/gln"), Level::Warns, &mut found);
        }
        for (id, account) in &self.accounts {
            found.extend(account.problems(whose, tables).into_iter().map(|problem| problem.under(&format!("/accounts/{id}"))));
        }
        found.extend(signer_problems(&self.signers, whose, today));
        found
    }

    fn names(&self, found: &mut Vec<Problem>) {
        if self.name.trim().is_empty() {
            found.push(Problem::blocks_issue("name_missing", "/name"));
        }
        for (field, value) in
            [("/name", &self.name), ("/full_name", &self.full_name), ("/phone", &self.phone), ("/email", &self.email)]
        {
            found.extend(text::problems(value, field));
        }
        found.extend(text::note_problems(&self.note, "/note"));
    }

    fn country(&self, tables: &Tables, found: &mut Vec<Problem>) {
        if self.country.is_empty() {
            found.push(Problem::blocks_issue("country_missing", "/country"));
        } else if tables.country(&self.country).is_none() {
            found.push(Problem::blocks_issue("country_unknown", "/country").with("value", &self.country));
        }
    }

    fn registration(&self, whose: Whose, found: &mut Vec<Problem>) {
        let level = whose.level();
        if self.tax_id.is_empty() {
            if self.kind != PartyKind::Person {
                found.push(Problem::new(level, "tax_id_missing", "/tax_id"));
            }
        } else if whose == Whose::Own || self.tax_id_reason.trim().is_empty() {
            tax_id(&self.country, &self.tax_id, "/tax_id", level, found);
        }
        if self.country == "RU" {
            self.russian_registration(level, found);
        }
        identifier(Kind::Okpo, &self.okpo, "/okpo", Level::Warns, found);
    }

    fn russian_registration(&self, level: Level, found: &mut Vec<Problem>) {
        let has_kpp = !matches!(self.kind, PartyKind::SoleTrader | PartyKind::Person);
        if has_kpp && self.kpp.is_empty() && !self.tax_id.is_empty() {
            found.push(Problem::warns("kpp_missing", "/kpp"));
        }
        if !has_kpp && !self.kpp.is_empty() {
            found.push(Problem::warns("kpp_not_for_sole_trader", "/kpp"));
        }
        identifier(Kind::Kpp, &self.kpp, "/kpp", level, found);
        identifier(Kind::Ogrn, &self.ogrn, "/ogrn", level, found);
        if !self.tax_id.is_empty() && (self.tax_id.len() == 12) == has_kpp && matches!(self.tax_id.len(), 10 | 12) {
            found.push(Problem::warns("tax_id_other_kind", "/tax_id"));
        }
    }
}

impl BankAccount {
    /// Problems of one account; fields are relative to the account.
    #[must_use]
    pub fn problems(&self, whose: Whose, tables: &Tables) -> Vec<Problem> {
        let mut found = Vec::new();
        let level = if self.reason.trim().is_empty() { whose.level() } else { Level::Warns };
        if self.number.is_empty() {
            found.push(Problem::new(whose.level(), "account_missing", "/number"));
        }
        if !self.currency.is_empty() && tables.currency(&self.currency).is_none() {
            found.push(Problem::blocks_issue("currency_unknown", "/currency").with("value", &self.currency));
        }
        if self.is_russian() {
            self.russian(level, &mut found);
        } else if !self.number.is_empty() {
            identifier(Kind::Iban, &self.number, "/number", level, &mut found);
            identifier(Kind::Bic, &self.bic, "/bic", level, &mut found);
            if !self.bic.is_empty()
                && let Err(bad) = identifiers::iban_matches_bic(&self.number, &self.bic)
            {
                found.push(bad_problem(level, "bic", &bad, "/bic"));
            }
        }
        found.extend(text::problems(&self.bank_name, "/bank_name"));
        found
    }

    /// Twenty digits are a Russian account; everything else is read as an IBAN.
    #[must_use]
    pub fn is_russian(&self) -> bool {
        !self.number.is_empty() && self.number.bytes().all(|byte| byte.is_ascii_digit())
    }

    fn russian(&self, level: Level, found: &mut Vec<Problem>) {
        if self.bic.is_empty() {
            found.push(Problem::new(level, "bic_missing", "/bic"));
            return;
        }
        let before = found.len();
        identifier(Kind::Bik, &self.bic, "/bic", level, found);
        if found.len() > before {
            return;
        }
        if let Err(bad) = identifiers::check(Kind::Account, &format!("{}/{}", self.bic, self.number)) {
            found.push(bad_problem(level, "account", &bad, "/number"));
        }
        if !self.corr_account.is_empty()
            && let Err(bad) = identifiers::check(Kind::Account, &format!("{}/{}", self.bic, self.corr_account))
        {
            found.push(bad_problem(level, "account", &bad, "/corr_account"));
        }
        let of_number = identifiers::account_currency(&self.number);
        if let Some(currency) = of_number
            && !self.currency.is_empty()
            && currency != self.currency
        {
            found.push(Problem::warns("account_other_currency", "/currency").with("currency", currency));
        }
    }
}

fn signer_problems(signers: &BTreeMap<Id, Signer>, whose: Whose, today: NaiveDate) -> Vec<Problem> {
    let mut found = Vec::new();
    for (id, signer) in signers {
        let at = format!("/signers/{id}");
        if signer.name.trim().is_empty() {
            found.push(Problem::warns("signer_name_missing", format!("{at}/name")));
        }
        found.extend(text::problems(&signer.name, &format!("{at}/name")));
        if let Some(to) = signer.to
            && to < today
        {
            found.push(Problem::warns("authority_expired", format!("{at}/to")).with("date", to).with("name", &signer.name));
        }
        if let (Some(from), Some(to)) = (signer.from, signer.to)
            && to < from
        {
            found.push(Problem::warns("dates_reversed", format!("{at}/to")));
        }
    }
    if whose == Whose::Own && !signers.values().any(|signer| signer.role == SignerRole::Head) {
        found.push(Problem::warns("signer_head_missing", "/signers"));
    }
    found
}

fn tax_id(country: &str, value: &str, field: &str, level: Level, found: &mut Vec<Problem>) {
    if let Err(bad) = identifiers::check_tax_id(country, value) {
        found.push(bad_problem(level, "tax_id", &bad, field));
    }
}

/// Checks `value` when there is one.
pub(crate) fn identifier(kind: Kind, value: &str, field: &str, level: Level, found: &mut Vec<Problem>) {
    if !value.is_empty()
        && let Err(bad) = identifiers::check(kind, value)
    {
        found.push(bad_problem(level, kind.as_str(), &bad, field));
    }
}

/// `bad` as a problem with the code `identifier_<what failed>` and the name of the identifier among the parameters.
fn bad_problem(level: Level, kind: &str, bad: &Bad, field: &str) -> Problem {
    let mut problem = Problem::new(level, &format!("identifier_{}", bad.code), field).with("kind", kind);
    for (name, value) in &bad.params {
        problem = problem.with(name, value);
    }
    problem
}
