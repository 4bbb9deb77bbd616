//! What an own organisation and a counterparty have in common: names, tax ids, addresses, accounts, signers, contacts.
//!
//! Entries that two people may add at once stand in maps keyed by id with an `order` key, never in arrays, so that
//! edits of different entries never collide.

mod problems;

pub use problems::Whose;
pub(crate) use problems::identifier;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::amount::Amount;

/// Legal form in the sense of the tax law; an institution (учреждение) may have treasury accounts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartyKind {
    #[default]
    Legal,
    SoleTrader,
    Person,
    Branch,
    Institution,
}

/// Requisites shared by [`crate::organisation::Organisation`] and [`crate::counterparty::Counterparty`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Party {
    /// As it stands in lists and on papers: `ООО «Агроснаб-Заокский»`.
    pub name: String,
    pub full_name: String,
    pub kind: PartyKind,
    /// ISO 3166 alpha-2: `RU`, `BY`.
    pub country: String,
    /// The main tax id in the party's own country: ИНН (RU), УНП (BY), БИН/ИИН (KZ), …
    pub tax_id: String,
    /// Why a tax id that fails its check is right all the same (an old or foreign record).
    pub tax_id_reason: String,
    /// Other and former tax ids, with their time: a Belarusian factory's ИНН in Russia.
    pub tax_ids: BTreeMap<Id, TaxId>,
    /// КПП of the head division (RU legal persons only).
    pub kpp: String,
    /// ОГРН or ОГРНИП (RU).
    pub ogrn: String,
    pub okpo: String,
    pub vat_regime: VatRegime,
    pub divisions: BTreeMap<Id, Division>,
    pub addresses: BTreeMap<Id, Address>,
    pub accounts: BTreeMap<Id, BankAccount>,
    pub signers: BTreeMap<Id, Signer>,
    pub contacts: BTreeMap<Id, Contact>,
    pub phone: String,
    pub email: String,
    pub note: String,
}

/// How the party itself charges VAT.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VatRegime {
    /// Pays VAT at the general rates.
    #[default]
    General,
    /// Does not pay VAT: every line is «без НДС».
    Exempt,
    /// УСН with the special 5 % rate (RU, from 2025-01-01).
    Special5,
    /// УСН with the special 7 % rate (RU, from 2025-01-01).
    Special7,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TaxId {
    pub country: String,
    pub value: String,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub reason: String,
    pub order: Amount,
}

/// A division with a КПП of its own: one ИНН may have many.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Division {
    pub name: String,
    pub kpp: String,
    pub address: String,
    pub order: Amount,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AddressKind {
    #[default]
    Legal,
    Postal,
    Delivery,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Address {
    pub kind: AddressKind,
    pub text: String,
    /// GLN (13 digits, GS1) of the place, asked by the Belarusian e-waybill.
    pub gln: String,
    pub order: Amount,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct BankAccount {
    /// 20 digits (RU) or an IBAN without spaces.
    pub number: String,
    pub currency: String,
    pub bank_name: String,
    /// БИК (9 digits, RU) or BIC/SWIFT (8 or 11).
    pub bic: String,
    /// Correspondent account of the bank (RU).
    pub corr_account: String,
    pub bank_address: String,
    pub main: bool,
    /// Why an account whose key fails is right all the same.
    pub reason: String,
    pub order: Amount,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SignerRole {
    #[default]
    Head,
    ChiefAccountant,
    Other,
}

/// Who signs, and by what authority (402-ФЗ ст. 9: post, name and signature belong on a primary document).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Signer {
    pub name: String,
    pub post: String,
    pub role: SignerRole,
    /// «Устав», «Доверенность № 27 от 25.11.2025», …
    pub basis: String,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// Up to which sum the authority reaches; in `limit_currency`.
    pub limit: Option<Amount>,
    pub limit_currency: String,
    /// Content hash of the picture of the signature.
    pub signature: String,
    pub order: Amount,
}

/// Personal data that no law puts on a document: never copied into an issued one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Contact {
    pub name: String,
    pub post: String,
    pub phone: String,
    pub email: String,
    pub order: Amount,
}
