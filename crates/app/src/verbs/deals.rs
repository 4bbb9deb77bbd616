//! Deals: making one, taking over the contract's terms, copying, posting.

use chrono::Datelike;
use serde_json::{Map, Value, json};
use torgdom_domain::contract::Contract;
use torgdom_domain::counterparty::Counterparty;
use torgdom_domain::invoice::draft_again;
use torgdom_domain::organisation::Organisation;
use torgdom_domain::{Id, Level, calculation};
use torgdom_records::{Body, Kind, Op, Origin, State, prune_body};
use torgdom_store::Reader;

use super::lines::lines;
use super::links::{Links, load};
use super::records::{ISSUED_AS, find};
use super::show;
use super::start::usual_currency;
use super::undo::{Step, made};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::typed::Typed;
use crate::views::RecordView;

impl Desk {
    /// A new draft of `kind` (`deal` or `invoice`) with what follows from the counterparty and the contract.
    ///
    /// # Errors
    /// `not_found`.
    pub fn create_document(
        &self,
        kind: Kind,
        organisation: &str,
        counterparty: &str,
        contract: &str,
    ) -> Result<RecordView, Failure> {
        let mut view = self.doing(|desk, writer| {
            let mut body = Map::new();
            body.insert("date".to_owned(), json!(desk.clock.today()));
            desk.take_organisation(writer, &mut body, organisation)?;
            if !contract.is_empty() {
                desk.take_contract(writer, &mut body, contract)?;
            } else if !counterparty.is_empty() {
                desk.take_counterparty(writer, &mut body, counterparty)?;
            }
            if kind == Kind::Invoice {
                body.insert("with_stamp".to_owned(), Value::Bool(true));
            }
            let record = desk.create_in(writer, kind, State::Draft, body)?;
            Ok((show::view(desk, writer, &record)?, Some(made(&record))))
        })?;
        view.can_undo = true;
        self.tell_changed(&view);
        Ok(view)
    }

    /// The counterparty of a document, with its only contract in force, if it has just one. What the document had from
    /// the contract and the card of the former one goes; empty takes the counterparty away.
    ///
    /// # Errors
    /// `not_found`, `issued_is_final`.
    pub fn set_counterparty(&self, id: &str, counterparty: &str) -> Result<RecordView, Failure> {
        self.change(id, |desk, writer, body| {
            if text_of(body, "counterparty") == counterparty {
                return Ok(());
            }
            leave_contract(writer, body)?;
            leave_card(writer, body)?;
            if counterparty.is_empty() { Ok(()) } else { desk.take_counterparty(writer, body, counterparty) }
        })
    }

    /// The contract of a document, with its organisation, currency, kind of prices, terms, clause of currency and
    /// Incoterms. What the document had from the former contract goes; empty leaves it without one.
    ///
    /// # Errors
    /// `not_found`, `issued_is_final`.
    pub fn set_contract(&self, id: &str, contract: &str) -> Result<RecordView, Failure> {
        self.change(id, |desk, writer, body| {
            if text_of(body, "contract") != contract {
                leave_contract(writer, body)?;
            }
            if contract.is_empty() { Ok(()) } else { desk.take_contract(writer, body, contract) }
        })
    }

    fn take_organisation(&self, reader: &Reader<'_>, body: &mut Body, wanted: &str) -> Result<(), Failure> {
        let id = if wanted.is_empty() { self.default_organisation(reader)? } else { Some(wanted.to_owned()) };
        let Some(id) = id else { return Ok(()) };
        let organisation: Organisation = load(reader, &id, Kind::Organisation)?.ok_or_else(|| Failure::not_found(&id))?;
        body.insert("organisation".to_owned(), Value::String(id));
        if !body.contains_key("currency") {
            body.insert("currency".to_owned(), Value::String(currency_of(&organisation)));
        }
        Ok(())
    }

    /// The usual currency of the body's organisation, else of this desk's, where none is given.
    pub(crate) fn give_currency(&self, reader: &Reader<'_>, body: &mut Body) -> Result<(), Failure> {
        if !text_of(body, "currency").is_empty() {
            return Ok(());
        }
        let own = match text_of(body, "organisation") {
            "" => self.default_organisation(reader)?.unwrap_or_default(),
            own => own.to_owned(),
        };
        if let Some(organisation) = load::<Organisation>(reader, &own, Kind::Organisation)? {
            body.insert("currency".to_owned(), Value::String(currency_of(&organisation)));
        }
        Ok(())
    }

    /// The organisation chosen at this desk, else the first one.
    pub(crate) fn default_organisation(&self, reader: &Reader<'_>) -> Result<Option<Id>, Failure> {
        if let Some(id) = reader.local("organisation")?
            && reader.get(&id)?.is_some_and(|record| record.state == State::Live)
        {
            return Ok(Some(id));
        }
        Ok(reader.all(Kind::Organisation)?.into_iter().find(|record| record.state == State::Live).map(|record| record.id))
    }

    /// Country of the organisation that this desk works for: whose VAT a good without a document is meant in.
    pub(crate) fn own_country(&self, reader: &Reader<'_>) -> Result<String, Failure> {
        let id = self.default_organisation(reader)?.unwrap_or_default();
        let organisation: Option<Organisation> = load(reader, &id, Kind::Organisation)?;
        Ok(organisation.map_or_else(|| "RU".to_owned(), |organisation| organisation.party.country))
    }

    fn take_counterparty(&self, reader: &Reader<'_>, body: &mut Body, counterparty: &str) -> Result<(), Failure> {
        let card: Counterparty =
            load(reader, counterparty, Kind::Counterparty)?.ok_or_else(|| Failure::not_found(counterparty))?;
        body.insert("counterparty".to_owned(), Value::String(counterparty.to_owned()));
        if !card.payment_terms.parts.is_empty() {
            body.insert("payment_terms".to_owned(), json!(card.payment_terms));
        }
        let organisation = text_of(body, "organisation").to_owned();
        let today = self.clock.today();
        let mut in_force = Vec::new();
        for row in reader.contracts_of(counterparty, today)? {
            let contract: Option<Contract> = load(reader, &row.id, Kind::Contract)?;
            if contract.is_some_and(|contract| contract.to.is_none_or(|to| to >= today) && contract.organisation == organisation)
            {
                in_force.push(row.id);
            }
        }
        if let [only] = in_force.as_slice() {
            self.take_contract(reader, body, only)?;
        }
        Ok(())
    }

    fn take_contract(&self, reader: &Reader<'_>, body: &mut Body, id: &str) -> Result<(), Failure> {
        let contract: Contract = load(reader, id, Kind::Contract)?.ok_or_else(|| Failure::not_found(id))?;
        body.insert("contract".to_owned(), Value::String(id.to_owned()));
        if !contract.organisation.is_empty() && text_of(body, "organisation") != contract.organisation {
            // The account belongs to the organisation that was.
            body.remove("account");
        }
        let own = [
            ("organisation", json!(contract.organisation)),
            ("counterparty", json!(contract.counterparty)),
            ("currency", json!(contract.currency)),
            ("price_kind", json!(contract.price_kind)),
        ];
        let taken = own.into_iter().chain(terms_of(&contract)).map(|(field, value)| (field.to_owned(), value)).collect();
        body.extend(prune_body(taken));
        self.fill_missing_prices(reader, body)
    }

    /// A new draft with the same lines and terms, dated today, without number and history. A copy of a voided invoice
    /// stands in its place and stays with the deal; another copy is a new sale.
    ///
    /// # Errors
    /// `not_found`, `wrong_kind`.
    pub fn copy_document(&self, id: &str) -> Result<RecordView, Failure> {
        let mut view = self.doing(|desk, writer| {
            let record = find(writer, id)?;
            let mut body =
                match Typed::read(record.kind, record.state, &record.body).map_err(|problem| Failure::refused(vec![problem]))? {
                    Typed::Deal(_) | Typed::InvoiceDraft(_) => record.body.clone(),
                    // The draft behind an issued invoice holds what was entered; its frozen content is no draft.
                    Typed::IssuedInvoice(issued) => match writer.get(&issued.draft)? {
                        Some(draft) => draft.body,
                        None => json!(draft_again(&issued)).as_object().cloned().unwrap_or_default(),
                    },
                    _ => return Err(Failure::new("wrong_kind").with("id", id)),
                };
            for field in ["number", ISSUED_AS, "due", "valid_until", "shipment_date"] {
                body.remove(field);
            }
            if record.state != State::Void {
                for field in ["specification", "specification_date", "deal", "scope", "share"] {
                    body.remove(field);
                }
            }
            body.insert("date".to_owned(), json!(desk.clock.today()));
            // New lines are new entries: an edit of the copy must never meet one of the original.
            let copied = calculation::in_order(&lines(&body)?)
                .into_iter()
                .filter_map(|id| Some((desk.clock.new_id(), body.get("lines")?.get(id)?.clone())))
                .collect();
            body.insert("lines".to_owned(), Value::Object(copied));
            let record = desk.create_in(writer, record.kind, State::Draft, body)?;
            Ok((show::view(desk, writer, &record)?, Some(made(&record))))
        })?;
        view.can_undo = true;
        self.tell_changed(&view);
        Ok(view)
    }

    /// Posts the deal: it gets its number and stays editable. A deal whose posting was taken back keeps its number.
    ///
    /// # Errors
    /// `refused` with the problems that block issuing, `not_found`, `wrong_kind`.
    pub fn post_deal(&self, id: &str) -> Result<RecordView, Failure> {
        let (mut view, posted) = self.doing(|desk, writer| {
            let mut record = find(writer, id)?;
            let Typed::Deal(deal) =
                Typed::read(record.kind, record.state, &record.body).map_err(|problem| Failure::refused(vec![problem]))?
            else {
                return Err(Failure::new("wrong_kind").with("id", id));
            };
            let links = Links::of(writer, &Typed::Deal(deal.clone()))?;
            let today = desk.clock.today();
            let problems = deal.problems(&links.linked(), &desk.tables(), today);
            let blocking: Vec<_> = problems.into_iter().filter(|problem| problem.level != Level::Warns).collect();
            if !blocking.is_empty() {
                return Err(Failure::refused(blocking));
            }
            if deal.number.is_empty() {
                let date = deal.date.unwrap_or(today);
                let (number, _) = desk.take_number(writer, &deal.organisation, Kind::Deal, date.year())?;
                let mut body = record.body.clone();
                body.insert("number".to_owned(), Value::String(number));
                body.insert("date".to_owned(), json!(date));
                record = desk.save_body(writer, &record, body)?.0;
            }
            let (from, to) = (record.state, State::Issued);
            if from != to {
                record = writer.apply(&desk.change_of(writer, &record, Op::State { from, to, reason: None })?, &Origin::Local)?;
            }
            let memory = (from != to).then(|| (id.to_owned(), Step::State { from, to }));
            Ok(((show::view(desk, writer, &record)?, memory.is_some()), memory))
        })?;
        view.can_undo |= posted;
        if posted {
            self.tell_changed(&view);
        }
        Ok(view)
    }
}

/// The organisation's usual currency, else that of its main account, else that of its country.
fn currency_of(organisation: &Organisation) -> String {
    let accounts = || organisation.party.accounts.values().filter(|account| !account.currency.is_empty());
    let account = || accounts().find(|account| account.main).or_else(|| accounts().next());
    match organisation.currency.as_str() {
        "" => account().map_or_else(|| usual_currency(&organisation.party.country).to_owned(), |found| found.currency.clone()),
        usual => usual.to_owned(),
    }
}

/// What a document takes over from its contract besides the parties and the money.
fn terms_of(contract: &Contract) -> [(&'static str, Value); 5] {
    let payment_terms = if contract.payment_terms.parts.is_empty() { Value::Null } else { json!(contract.payment_terms) };
    let rate_clause = if contract.rate_clause.pay_currency.is_empty() { Value::Null } else { json!(contract.rate_clause) };
    [
        ("rate_clause", rate_clause),
        ("payment_terms", payment_terms),
        ("incoterms", json!(contract.incoterms)),
        ("incoterms_place", json!(contract.incoterms_place)),
        ("price_list", json!(contract.price_list)),
    ]
}

/// The contract goes with what the document had from it, as far as nobody changed it since. The currency stays: the
/// prices of the lines are in it.
fn leave_contract(reader: &Reader<'_>, body: &mut Body) -> Result<(), Failure> {
    let Some(Value::String(id)) = body.remove("contract") else { return Ok(()) };
    body.remove("specification");
    body.remove("specification_date");
    if let Some(contract) = load::<Contract>(reader, &id, Kind::Contract)? {
        drop_equal(body, &terms_of(&contract));
    }
    Ok(())
}

/// The counterparty goes with its consignee and its usual terms.
fn leave_card(reader: &Reader<'_>, body: &mut Body) -> Result<(), Failure> {
    body.remove("consignee");
    let Some(Value::String(id)) = body.remove("counterparty") else { return Ok(()) };
    if let Some(card) = load::<Counterparty>(reader, &id, Kind::Counterparty)? {
        drop_equal(body, &[("payment_terms", json!(card.payment_terms))]);
    }
    Ok(())
}

fn drop_equal(body: &mut Body, fields: &[(&str, Value)]) {
    for (field, value) in fields {
        let stored = prune_body(Map::from_iter([((*field).to_owned(), value.clone())])).remove(*field);
        if stored.is_some() && body.get(*field) == stored.as_ref() {
            body.remove(*field);
        }
    }
}

fn text_of<'b>(body: &'b Body, field: &str) -> &'b str {
    body.get(field).and_then(Value::as_str).unwrap_or_default()
}
