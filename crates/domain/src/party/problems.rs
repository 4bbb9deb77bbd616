//! What is wrong with the requisites of a party. Of an own organisation everything that goes on paper must hold;
//! of a counterparty a failed check only warns, because old and foreign records are what they are.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{BankAccount, Contact, Party, PartyKind, Signer, SignerRole};
use crate::identifiers::{self, Bad, Kind};
use crate::problem::{Level, Problem, entry_pointer};
use crate::tables::Tables;
use crate::{Id, document, text};

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
        found.extend(self.registration_problems(whose));
        self.places(whose.level(), &mut found);
        self.other_tax_ids(whose, &mut found);
        for (id, account) in &self.accounts {
            let at = entry_pointer("/accounts", id);
            found.extend(account.problems(whose, tables).into_iter().map(|problem| problem.under(&at)));
        }
        found.extend(signer_problems(&self.signers, whose, today));
        found.extend(contact_problems(&self.contacts));
        found
    }

    fn places(&self, level: Level, found: &mut Vec<Problem>) {
        for (id, division) in &self.divisions {
            let at = entry_pointer("/divisions", id);
            identifier(Kind::Kpp, &division.kpp, &format!("{at}/kpp"), level, found);
            texts(&at, &[("name", &division.name), ("address", &division.address)], found);
        }
        for (id, address) in &self.addresses {
            let at = entry_pointer("/addresses", id);
            texts(&at, &[("text", &address.text)], found);
            identifier(Kind::Gln, &address.gln, &format!("{at}/gln"), level, found);
        }
    }

    fn other_tax_ids(&self, whose: Whose, found: &mut Vec<Problem>) {
        for (id, other) in &self.tax_ids {
            let at = entry_pointer("/tax_ids", id);
            if whose == Whose::Own || other.reason.trim().is_empty() {
                tax_id(&other.country, &other.value, &format!("{at}/value"), whose.level(), found);
            }
            if document::period(other.from, other.to).is_some() {
                found.push(Problem::warns("dates_reversed", format!("{at}/to")));
            }
            texts(&at, &[("reason", &other.reason)], found);
        }
    }

    fn names(&self, found: &mut Vec<Problem>) {
        if self.name.trim().is_empty() {
            found.push(Problem::blocks_issue("name_missing", "/name"));
        }
        let reason = ("tax_id_reason", self.tax_id_reason.as_str());
        texts(
            "",
            &[("name", &self.name), ("full_name", &self.full_name), ("phone", &self.phone), ("email", &self.email), reason],
            found,
        );
        found.extend(text::note_problems(&self.note, "/note"));
    }

    fn country(&self, tables: &Tables, found: &mut Vec<Problem>) {
        if self.country.is_empty() {
            found.push(Problem::blocks_issue("country_missing", "/country"));
        } else if tables.country(&self.country).is_none() {
            found.push(Problem::blocks_issue("country_unknown", "/country").with("value", &self.country));
        }
    }

    /// What is wrong with the numbers under which the party is registered. A failed check of one's own number is never
    /// excused: it goes on paper.
    pub(crate) fn registration_problems(&self, whose: Whose) -> Vec<Problem> {
        let mut found = Vec::new();
        let level = whose.level();
        if self.tax_id.is_empty() {
            if self.kind != PartyKind::Person {
                found.push(Problem::new(level, "tax_id_missing", "/tax_id").with("country", &self.country));
            }
        } else if whose == Whose::Own || self.tax_id_reason.trim().is_empty() {
            tax_id(&self.country, &self.tax_id, "/tax_id", level, &mut found);
        }
        if self.country == "RU" {
            self.russian_registration(level, &mut found);
        }
        identifier(Kind::Okpo, &self.okpo, "/okpo", level, &mut found);
        found
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
        // A sole trader has an ОГРНИП of fifteen digits, everybody else an ОГРН of thirteen.
        let registered_as = if self.kind == PartyKind::SoleTrader { Kind::Ogrnip } else { Kind::Ogrn };
        identifier(registered_as, &self.ogrn, "/ogrn", level, found);
        // The check of an ОГРН takes both lengths: one column of a list holds them together.
        if registered_as == Kind::Ogrn && identifiers::check(Kind::Ogrnip, &self.ogrn).is_ok() {
            found.push(
                Problem::new(level, "identifier_length", "/ogrn")
                    .with("kind", Kind::Ogrn.as_str())
                    .with("found", "15")
                    .with("expected", "13"),
            );
        }
        let digits = self.tax_id.chars().filter(char::is_ascii_digit).count();
        if matches!(digits, 10 | 12) && (digits == 12) == has_kpp {
            found.push(Problem::warns("tax_id_other_kind", "/tax_id"));
        }
    }
}

impl BankAccount {
    /// Problems of one account; fields are relative to the account.
    #[must_use]
    pub fn problems(&self, whose: Whose, tables: &Tables) -> Vec<Problem> {
        let mut found = Vec::new();
        let level = whose.level();
        if self.number.is_empty() {
            found.push(Problem::new(whose.level(), "account_missing", "/number"));
        }
        if !self.currency.is_empty() && tables.currency(&self.currency).is_none() {
            found.push(Problem::blocks_issue("currency_unknown", "/currency").with("value", &self.currency));
        }
        // A reason excuses a failed check of another's account; where one's own money is to go must hold.
        let is_excused = whose == Whose::Theirs && !self.reason.trim().is_empty();
        if self.is_russian() {
            if !is_excused {
                self.russian(level, &mut found);
            }
            self.russian_currency(&mut found);
        } else if !self.number.is_empty() && !is_excused {
            self.international(level, &mut found);
        }
        let words = [("bank_name", self.bank_name.as_str()), ("bank_address", &self.bank_address), ("reason", &self.reason)];
        texts("", &words, &mut found);
        found
    }

    /// Digits alone are a Russian account, however they are set apart; everything else is read as an IBAN.
    #[must_use]
    pub fn is_russian(&self) -> bool {
        let bare = identifiers::bare_account(&self.number);
        !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit())
    }

    fn international(&self, level: Level, found: &mut Vec<Problem>) {
        let before = found.len();
        identifier(Kind::Iban, &self.number, "/number", level, found);
        identifier(Kind::Bic, &self.bic, "/bic", level, found);
        // Of numbers that fail by themselves it means nothing whether they belong together.
        if found.len() == before
            && !self.bic.is_empty()
            && let Err(bad) = identifiers::iban_matches_bic(&self.number, &self.bic)
        {
            found.push(bad_problem(level, "bic", &bad, "/bic"));
        }
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
    }

    fn russian_currency(&self, found: &mut Vec<Problem>) {
        if let Some(currency) = identifiers::account_currency(&self.number)
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
        let at = entry_pointer("/signers", id);
        if signer.name.trim().is_empty() {
            found.push(Problem::warns("signer_name_missing", format!("{at}/name")));
        }
        texts(&at, &[("name", &signer.name), ("post", &signer.post), ("basis", &signer.basis)], &mut found);
        if signer.limit.is_some_and(crate::Amount::is_negative) {
            found.push(Problem::blocks_issue("sum_negative", format!("{at}/limit")));
        }
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

fn contact_problems(contacts: &BTreeMap<Id, Contact>) -> Vec<Problem> {
    let mut found = Vec::new();
    for (id, contact) in contacts {
        let at = entry_pointer("/contacts", id);
        let words =
            [("name", contact.name.as_str()), ("post", &contact.post), ("phone", &contact.phone), ("email", &contact.email)];
        texts(&at, &words, &mut found);
    }
    found
}

/// Problems of one-line texts by their fields under `at`.
fn texts(at: &str, fields: &[(&str, &str)], found: &mut Vec<Problem>) {
    for (field, value) in fields {
        found.extend(text::problems(value, &format!("{at}/{field}")));
    }
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
