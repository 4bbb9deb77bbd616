//! Deals: making one, taking over the contract's terms, copying, posting.

use chrono::Datelike;
use serde_json::{Map, Value, json};
use torgdom_domain::contract::Contract;
use torgdom_domain::counterparty::Counterparty;
use torgdom_domain::good::Good;
use torgdom_domain::{Id, Level};
use torgdom_records::{Body, Kind, Op, Origin, State};
use torgdom_store::Reader;

use super::goods::PriceSetting;
use super::lines::{lines, set_line};
use super::links::{Links, load};
use super::records::find;
use super::show;
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
        let view = self.writing(|desk, writer| {
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
            show::view(desk, writer, &record)
        })?;
        self.tell_changed(&view);
        Ok(view)
    }

    /// The counterparty of a document, with its only contract in force, if it has just one.
    ///
    /// # Errors
    /// `not_found`, `issued_is_final`.
    pub fn set_counterparty(&self, id: &str, counterparty: &str) -> Result<RecordView, Failure> {
        self.change(id, |desk, writer, body| {
            for field in ["contract", "contract_number", "specification", "specification_date"] {
                body.remove(field);
            }
            desk.take_counterparty(writer, body, counterparty)
        })
    }

    /// The contract of a document, with its currency, kind of prices, terms, clause of currency and Incoterms.
    ///
    /// # Errors
    /// `not_found`, `issued_is_final`.
    pub fn set_contract(&self, id: &str, contract: &str) -> Result<RecordView, Failure> {
        self.change(id, |desk, writer, body| {
            if contract.is_empty() {
                body.remove("contract");
                return Ok(());
            }
            desk.take_contract(writer, body, contract)
        })
    }

    fn take_organisation(&self, reader: &Reader<'_>, body: &mut Body, wanted: &str) -> Result<(), Failure> {
        let id = if wanted.is_empty() { self.default_organisation(reader)? } else { Some(wanted.to_owned()) };
        let Some(id) = id else { return Ok(()) };
        let organisation: torgdom_domain::organisation::Organisation =
            load(reader, &id, Kind::Organisation)?.ok_or_else(|| Failure::not_found(&id))?;
        body.insert("organisation".to_owned(), Value::String(id));
        if !body.contains_key("currency") && !organisation.currency.is_empty() {
            body.insert("currency".to_owned(), Value::String(organisation.currency));
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
        let organisation: Option<torgdom_domain::organisation::Organisation> = load(reader, &id, Kind::Organisation)?;
        Ok(organisation.map_or_else(|| "RU".to_owned(), |organisation| organisation.party.country))
    }

    fn take_counterparty(&self, reader: &Reader<'_>, body: &mut Body, counterparty: &str) -> Result<(), Failure> {
        let card: Counterparty =
            load(reader, counterparty, Kind::Counterparty)?.ok_or_else(|| Failure::not_found(counterparty))?;
        body.insert("counterparty".to_owned(), Value::String(counterparty.to_owned()));
        if !card.payment_terms.parts.is_empty() {
            body.insert("payment_terms".to_owned(), json!(card.payment_terms));
        }
        let organisation = body.get("organisation").and_then(Value::as_str).unwrap_or_default().to_owned();
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
        let mut take = |field: &str, value: Value, empty: bool| {
            if !empty {
                body.insert(field.to_owned(), value);
            }
        };
        take("organisation", json!(contract.organisation), contract.organisation.is_empty());
        take("counterparty", json!(contract.counterparty), contract.counterparty.is_empty());
        take("currency", json!(contract.currency), contract.currency.is_empty());
        take("price_kind", json!(contract.price_kind), false);
        take("rate_clause", json!(contract.rate_clause), false);
        take("payment_terms", json!(contract.payment_terms), contract.payment_terms.parts.is_empty());
        take("incoterms", json!(contract.incoterms), contract.incoterms.is_empty());
        take("incoterms_place", json!(contract.incoterms_place), contract.incoterms_place.is_empty());
        take("price_list", json!(contract.price_list), contract.price_list.is_empty());
        self.fill_missing_prices(reader, body)
    }

    /// Lines that have a good but no price yet get the price of the lists that now count.
    fn fill_missing_prices(&self, reader: &Reader<'_>, body: &mut Body) -> Result<(), Failure> {
        let setting = PriceSetting::of_body(body);
        for (id, line) in lines(body)? {
            if line.price.is_some() || line.good.is_empty() {
                continue;
            }
            if let Some(good) = load::<Good>(reader, &line.good, Kind::Good)?
                && let Some(price) = self.price_of(reader, &line.good, &good, &setting)?
            {
                set_line(body, &id, "price", Value::String(price.to_string()))?;
            }
        }
        Ok(())
    }

    /// A new draft with the same lines and terms, dated today, without number and history.
    ///
    /// # Errors
    /// `not_found`, `wrong_kind`.
    pub fn copy_document(&self, id: &str) -> Result<RecordView, Failure> {
        let view = self.writing(|desk, writer| {
            let record = find(writer, id)?;
            let mut body =
                match Typed::read(record.kind, record.state, &record.body).map_err(|problem| Failure::refused(vec![problem]))? {
                    Typed::Deal(_) | Typed::InvoiceDraft(_) => record.body.clone(),
                    Typed::IssuedInvoice(issued) => {
                        // The draft behind an issued invoice holds what was entered; its frozen content is no draft.
                        find(writer, &issued.draft)?.body
                    }
                    _ => return Err(Failure::new("wrong_kind").with("id", id)),
                };
            for field in ["number", "issued_as", "due", "valid_until", "shipment_date", "specification", "specification_date"] {
                body.remove(field);
            }
            body.insert("date".to_owned(), json!(desk.clock.today()));
            let lines = body.remove("lines").and_then(|lines| lines.as_object().cloned()).unwrap_or_default();
            // New lines are new entries: an edit of the copy must never meet one of the original.
            let fresh: Map<String, Value> = lines.into_iter().map(|(_, line)| (desk.clock.new_id(), line)).collect();
            body.insert("lines".to_owned(), Value::Object(fresh));
            let record = desk.create_in(writer, record.kind, State::Draft, body)?;
            show::view(desk, writer, &record)
        })?;
        self.tell_changed(&view);
        Ok(view)
    }

    /// Posts the deal: it gets its number and stays editable.
    ///
    /// # Errors
    /// `refused` with the problems that block issuing, `not_found`, `wrong_kind`.
    pub fn post_deal(&self, id: &str) -> Result<RecordView, Failure> {
        let view = self.writing(|desk, writer| {
            let record = find(writer, id)?;
            let Typed::Deal(deal) =
                Typed::read(record.kind, record.state, &record.body).map_err(|problem| Failure::refused(vec![problem]))?
            else {
                return Err(Failure::new("wrong_kind").with("id", id));
            };
            let links = Links::of(writer, &Typed::Deal(deal.clone()))?;
            let today = desk.clock.today();
            let blocking: Vec<_> = deal
                .problems(&links.linked(), desk.tables(), today)
                .into_iter()
                .filter(|problem| problem.level != Level::Warns)
                .collect();
            if !blocking.is_empty() {
                return Err(Failure::refused(blocking));
            }
            let mut record = record;
            if deal.number.is_empty() {
                let date = deal.date.unwrap_or(today);
                let (number, _) = desk.take_number(writer, &deal.organisation, Kind::Deal, date.year())?;
                let mut body = record.body.clone();
                body.insert("number".to_owned(), Value::String(number));
                body.insert("date".to_owned(), json!(date));
                record = desk.save_body(writer, &record, body)?.0;
            }
            if record.state == State::Draft {
                let op = Op::State { from: State::Draft, to: State::Issued, reason: None };
                record = writer.apply(&desk.change_of(writer, &record, op)?, &Origin::Local)?;
            }
            show::view(desk, writer, &record)
        })?;
        self.tell_changed(&view);
        Ok(view)
    }
}
