//! From an empty machine to a desk that works: first run, pass-phrase, demonstration data.

use std::sync::{Arc, PoisonError};

use serde::Deserialize;
use serde_json::json;
use torgdom_documents::text::{Catalogue, Lang};
use torgdom_domain::organisation::Organisation;
use torgdom_domain::party::{Address, AddressKind, BankAccount, Party, PartyKind, Signer, SignerRole, VatRegime};
use torgdom_domain::{Amount, Level, identifiers};
use torgdom_records::{Kind, State};
use torgdom_store::{Reader, Store, Writer};
use ts_rs::TS;

use super::links::read_body;
use super::typing::{name_line, one_line};
use crate::desk::{Desk, Stage};
use crate::failure::Failure;
use crate::views::{OrganisationBrief, StartState};

/// What the first run asks for.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct FirstOrganisation {
    pub country: String,
    pub tax_id: String,
    pub kpp: String,
    pub name: String,
    pub full_name: String,
    pub address: String,
    pub phone: String,
    pub account: FirstAccount,
    pub head: String,
    pub head_post: String,
    pub accountant: String,
    /// Content hash of the logo, empty without one.
    pub logo: String,
    /// The last invoice number given in another program; empty starts from 1.
    pub last_invoice: String,
    pub last_deal: String,
    pub vat_regime: VatRegime,
}

#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct FirstAccount {
    pub number: String,
    pub currency: String,
    pub bic: String,
    pub bank_name: String,
    pub corr_account: String,
}

/// What a new profile begins with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StartMode {
    /// The own organisation and empty lists.
    #[default]
    Empty,
    /// A fictional trade house with its deals.
    Demo,
}

impl Desk {
    /// Where the profile stands: what the window asks before its first screen.
    #[must_use]
    pub fn start_state(&self) -> StartState {
        let base = StartState {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            profile: self.profile.display().to_string(),
            today: self.clock.today().to_string(),
            theme: "system".to_owned(),
            density: "usual".to_owned(),
            ..StartState::default()
        };
        let state = |state: &str, failure: Option<Failure>| StartState { state: state.to_owned(), failure, ..base.clone() };
        let store = match &*self.stage.read().unwrap_or_else(PoisonError::into_inner) {
            Stage::FirstRun => return state("first_run", None),
            Stage::Locked => return state("passphrase", None),
            Stage::Failed(failure) => return state("failed", Some(failure.clone())),
            Stage::Ready(store) => Arc::clone(store),
        };
        let filled = store.read(|reader| self.ready_state(reader, base.clone()));
        match filled {
            Ok(ready) => StartState { encrypted: store.is_encrypted(), ..ready },
            Err(failure) => state("failed", Some(failure)),
        }
    }

    fn ready_state(&self, reader: &Reader<'_>, base: StartState) -> Result<StartState, Failure> {
        let local = |key: &str, otherwise: &str| -> Result<String, Failure> {
            Ok(reader.local(key)?.unwrap_or_else(|| otherwise.to_owned()))
        };
        let organisations: Vec<OrganisationBrief> = reader
            .all(Kind::Organisation)?
            .into_iter()
            .filter(|record| record.state == State::Live)
            .filter_map(|record| read_body::<Organisation>(&record.body).map(|organisation| brief(record.id, organisation)))
            .collect();
        let first_run = organisations.is_empty();
        Ok(StartState {
            state: if first_run { "first_run" } else { "ready" }.to_owned(),
            language: local("language", "")?,
            theme: local("theme", "system")?,
            density: local("density", "usual")?,
            organisation: self.default_organisation(reader)?.unwrap_or_default(),
            author: self.author(reader)?,
            demo: local("demo", "")? == "yes",
            organisations,
            ..base
        })
    }

    /// Opens an encrypted store.
    ///
    /// # Errors
    /// `wrong_passphrase`.
    pub fn unlock(&self, passphrase: &str) -> Result<StartState, Failure> {
        match Store::open(&self.profile, self.store_options(Some(passphrase), false)) {
            Ok(store) => self.set_stage(Stage::Ready(Arc::new(store))),
            Err(error) => return Err(self.of_profile(error)),
        }
        Ok(self.start_state())
    }

    /// Makes an empty store, or takes the one that is there as long as no organisation is in it.
    ///
    /// # Errors
    /// `already_initialised`, the store's.
    pub fn create_store(&self, language: &str, passphrase: &str) -> Result<StartState, Failure> {
        let is_absent = matches!(*self.stage.read().unwrap_or_else(PoisonError::into_inner), Stage::FirstRun);
        if is_absent {
            let store = Store::open(&self.profile, self.store_options(Some(passphrase), true));
            self.set_stage(Stage::Ready(Arc::new(store.map_err(|error| self.of_profile(error))?)));
        }
        if !self.start_state().organisations.is_empty() {
            return Err(Failure::new("already_initialised").with("profile", self.profile.display()));
        }
        if !language.is_empty() {
            self.set_local("language", language)?;
        }
        Ok(self.start_state())
    }

    /// Makes the profile: with the own organisation, or with demonstration data. After a try that was cut short the
    /// pass-phrase of this one counts.
    ///
    /// # Errors
    /// `already_initialised`, `passphrase_short`, `refused` with what is wrong with the organisation,
    /// `number_without_digits` (nothing is made then), the store's.
    pub fn create_profile(
        &self,
        mode: StartMode,
        language: &str,
        passphrase: &str,
        first: &FirstOrganisation,
    ) -> Result<StartState, Failure> {
        super::safety::refuse_short(passphrase)?;
        match mode {
            StartMode::Empty => {
                let organisation = self.organisation_of(first);
                self.refuse_unusable(&organisation)?;
                for last in [&first.last_invoice, &first.last_deal].into_iter().filter(|last| !last.trim().is_empty()) {
                    super::series::parse_last(last)?;
                }
                self.create_store(language, passphrase)?;
                self.keep_passphrase(passphrase)?;
                self.writing(|desk, writer| desk.found(writer, first, &organisation))?;
            }
            StartMode::Demo => {
                self.create_store(language, passphrase)?;
                self.keep_passphrase(passphrase)?;
                self.fill_with_demonstration()?;
            }
        }
        Ok(self.start_state())
    }

    /// The store may be there from an earlier try, under another pass-phrase or none: the person knows this one.
    fn keep_passphrase(&self, passphrase: &str) -> Result<(), Failure> {
        let store = self.store()?;
        if store.is_encrypted() == passphrase.is_empty() || store.check_passphrase(passphrase).is_err() {
            store.change_passphrase((!passphrase.is_empty()).then_some(passphrase))?;
        }
        Ok(())
    }

    /// A new profile must not begin with requisites that no invoice could carry.
    fn refuse_unusable(&self, organisation: &Organisation) -> Result<(), Failure> {
        let blocking: Vec<_> = organisation
            .problems(&self.tables(), self.clock.today())
            .into_iter()
            .filter(|problem| match problem.level {
                Level::BlocksSave => true,
                Level::BlocksIssue => matches!(problem.field.as_str(), "/name" | "/country" | "/tax_id"),
                Level::Warns => false,
            })
            .collect();
        if blocking.is_empty() { Ok(()) } else { Err(Failure::refused(blocking)) }
    }

    /// The first organisation with its account, signers and series.
    fn found(&self, writer: &Writer<'_>, first: &FirstOrganisation, organisation: &Organisation) -> Result<(), Failure> {
        let body = json!(organisation).as_object().cloned().unwrap_or_default();
        let record = self.create_in(writer, Kind::Organisation, State::Live, body)?;
        writer.set_local("organisation", &record.id)?;
        if !first.head.trim().is_empty() {
            writer.set_local("author", &one_line(&first.head))?;
        }
        for (kind, last) in [(Kind::Invoice, &first.last_invoice), (Kind::Deal, &first.last_deal)] {
            if !last.trim().is_empty() {
                self.set_last_in(writer, &record.id, kind, last)?;
            }
        }
        Ok(())
    }

    fn organisation_of(&self, first: &FirstOrganisation) -> Organisation {
        let country = first.country.trim().to_uppercase();
        let tax_id = identifiers::check_tax_id(&country, &first.tax_id)
            .map_or_else(|_| one_line(&first.tax_id), |checked| checked.canonical);
        let mut party = Party {
            kind: if is_sole_trader(&country, &tax_id) { PartyKind::SoleTrader } else { PartyKind::Legal },
            name: name_line(&first.name),
            full_name: name_line(&first.full_name),
            kpp: one_line(&first.kpp),
            phone: one_line(&first.phone),
            vat_regime: first.vat_regime,
            tax_id,
            country,
            ..Party::default()
        };
        if !first.address.trim().is_empty() {
            let address =
                Address { kind: AddressKind::Legal, text: one_line(&first.address), order: Amount::ONE, ..Address::default() };
            party.addresses.insert(self.clock.new_id(), address);
        }
        let currency = self.add_first_account(&mut party, &first.account);
        self.add_first_signers(&mut party, first);
        Organisation { party, logo: first.logo.clone(), currency, ..Organisation::default() }
    }

    /// The head acts by the charter; a sole trader for himself, an accountant by an order that only he can name.
    fn add_first_signers(&self, party: &mut Party, first: &FirstOrganisation) {
        // The language of a new organisation's papers.
        let catalogue = Catalogue::for_lang(Lang::default());
        let say = |id: &str| catalogue.text(id, &[]).unwrap_or_default();
        let (usual, basis) = match party.kind {
            PartyKind::SoleTrader => ("signer-post-trader", String::new()),
            _ => ("signer-post-head", say("signer-basis-charter")),
        };
        let head_post = if first.head_post.trim().is_empty() { say(usual) } else { one_line(&first.head_post) };
        let signers = [
            (&first.head, head_post, SignerRole::Head, basis, 1_u32),
            (&first.accountant, say("signer-post-accountant"), SignerRole::ChiefAccountant, String::new(), 2),
        ];
        for (name, post, role, basis, order) in signers.into_iter().filter(|(name, ..)| !name.trim().is_empty()) {
            let signer = Signer { name: one_line(name), post, role, basis, order: Amount::from(order), ..Signer::default() };
            party.signers.insert(self.clock.new_id(), signer);
        }
    }

    /// Adds the account and answers the organisation's usual currency.
    fn add_first_account(&self, party: &mut Party, account: &FirstAccount) -> String {
        let usual = usual_currency(&party.country);
        let number: String =
            account.number.chars().filter(|character| !character.is_whitespace()).collect::<String>().to_uppercase();
        let currency = [account.currency.as_str(), identifiers::account_currency(&number).unwrap_or_default(), usual]
            .into_iter()
            .find(|currency| !currency.is_empty())
            .unwrap_or(usual)
            .to_owned();
        if !number.is_empty() {
            let account = BankAccount {
                number,
                currency: currency.clone(),
                bank_name: name_line(&account.bank_name),
                bic: one_line(&account.bic).to_uppercase(),
                corr_account: account.corr_account.chars().filter(|character| !character.is_whitespace()).collect(),
                main: true,
                order: Amount::ONE,
                ..BankAccount::default()
            };
            party.accounts.insert(self.clock.new_id(), account);
        }
        currency
    }

    /// Settings of this device: language, look, columns.
    ///
    /// # Errors
    /// The store's.
    pub fn set_local(&self, key: &str, value: &str) -> Result<(), Failure> {
        // The author's name goes into every line of the history.
        let value = if key == "author" { one_line(value) } else { value.to_owned() };
        self.writing(|_, writer| Ok(writer.set_local(key, &value)?))
    }

    /// # Errors
    /// The store's.
    pub fn local(&self, key: &str) -> Result<String, Failure> {
        self.reading(|_, reader| Ok(reader.local(key)?.unwrap_or_default()))
    }

    pub(crate) fn set_stage(&self, stage: Stage) {
        *self.stage.write().unwrap_or_else(PoisonError::into_inner) = stage;
    }
}

/// In what a house of the country usually trades.
pub(crate) fn usual_currency(country: &str) -> &'static str {
    match country {
        "BY" => "BYN",
        "KZ" => "KZT",
        "AM" => "AMD",
        "KG" => "KGS",
        _ => "RUB",
    }
}

/// Twelve digits of a Russian ИНН are a person's; letters begin the УНП of a Belarusian one.
fn is_sole_trader(country: &str, tax_id: &str) -> bool {
    match country {
        "RU" => tax_id.len() == 12,
        "BY" => tax_id.starts_with(char::is_alphabetic),
        _ => false,
    }
}

fn brief(id: String, organisation: Organisation) -> OrganisationBrief {
    let address = organisation
        .party
        .addresses
        .values()
        .find(|address| address.kind == AddressKind::Legal)
        .map(|address| address.text.clone())
        .unwrap_or_default();
    OrganisationBrief {
        id,
        city: city_of(&address),
        name: organisation.party.name,
        country: organisation.party.country,
        currency: organisation.currency,
    }
}

/// «115088, г. Москва, ул. …» → «Москва».
fn city_of(address: &str) -> String {
    address
        .split(',')
        .map(str::trim)
        .find_map(|part| ["г. ", "г.\u{a0}", "город ", "п. ", "д. ", "аг. "].iter().find_map(|mark| part.strip_prefix(mark)))
        .unwrap_or_default()
        .to_owned()
}
