//! The records that a document points to, as far as they are there: a reference may be out of reach or not chosen yet.

use crate::contract::Contract;
use crate::counterparty::Counterparty;
use crate::organisation::Organisation;
use crate::party::VatRegime;

/// What a deal or an invoice stands on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Linked<'a> {
    pub organisation: Option<&'a Organisation>,
    pub counterparty: Option<&'a Counterparty>,
    pub contract: Option<&'a Contract>,
    pub consignee: Option<&'a Counterparty>,
}

impl<'a> Linked<'a> {
    /// Country of the seller; empty when no organisation is chosen.
    #[must_use]
    pub fn seller_country(&self) -> &'a str {
        self.organisation.map_or("", |organisation| &organisation.party.country)
    }

    #[must_use]
    pub fn buyer_country(&self) -> &'a str {
        self.counterparty.map_or("", |counterparty| &counterparty.party.country)
    }

    #[must_use]
    pub fn seller_regime(&self) -> VatRegime {
        self.organisation.map_or(VatRegime::General, |organisation| organisation.party.vat_regime)
    }

    /// VAT of lines without one of their own, as the contract has it.
    #[must_use]
    pub fn contract_vat(&self) -> &'a str {
        self.contract.map_or("", |contract| &contract.vat)
    }
}
