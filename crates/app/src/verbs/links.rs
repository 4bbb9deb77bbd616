//! The records that a document points to, loaded and typed.

use torgdom_domain::contract::Contract;
use torgdom_domain::counterparty::Counterparty;
use torgdom_domain::linked::Linked;
use torgdom_domain::organisation::Organisation;
use torgdom_records::{Body, Kind};
use torgdom_store::{Reader, StoreError};

use crate::typed::{self, References, Typed};

/// Owned copies behind a [`Linked`]. What is absent or unreadable is left out: a reference out of reach is no failure.
#[derive(Debug, Default)]
pub(crate) struct Links {
    organisation: Option<Organisation>,
    counterparty: Option<Counterparty>,
    contract: Option<Contract>,
    consignee: Option<Counterparty>,
}

impl Links {
    pub(crate) fn of(reader: &Reader<'_>, record: &Typed) -> Result<Self, StoreError> {
        Self::load(reader, record.references())
    }

    pub(crate) fn load(reader: &Reader<'_>, ids: References<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            organisation: load(reader, ids.organisation, Kind::Organisation)?,
            counterparty: load(reader, ids.counterparty, Kind::Counterparty)?,
            contract: load(reader, ids.contract, Kind::Contract)?,
            consignee: load(reader, ids.consignee, Kind::Counterparty)?,
        })
    }

    pub(crate) fn linked(&self) -> Linked<'_> {
        Linked {
            organisation: self.organisation.as_ref(),
            counterparty: self.counterparty.as_ref(),
            contract: self.contract.as_ref(),
            consignee: self.consignee.as_ref(),
        }
    }
}

/// The typed body of the record `id`, when it is there and of that kind.
pub(crate) fn load<T: serde::de::DeserializeOwned>(reader: &Reader<'_>, id: &str, kind: Kind) -> Result<Option<T>, StoreError> {
    if id.is_empty() {
        return Ok(None);
    }
    Ok(reader.get(id)?.filter(|record| record.kind == kind).and_then(|record| read_body(&record.body)))
}

pub(crate) fn read_body<T: serde::de::DeserializeOwned>(body: &Body) -> Option<T> {
    typed::shape(body).ok()
}
