//! Arguments of the commands, as they come from the window.

use serde::Deserialize;
use serde_json::{Map, Value};
use torgdom_domain::Amount;
use ts_rs::TS;

use crate::verbs::start::{FirstOrganisation, StartMode};
use crate::views::list::Listing;

/// Declares structs of arguments: every field may be absent where its type has a default.
macro_rules! args {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty),* $(,)? })*) => {
        $($(#[$meta])*
        #[derive(Clone, Debug, Deserialize, TS)]
        pub struct $name { $($(#[$field_meta])* pub $field: $type),* })*
    };
}

args! {
    /// No arguments.
    Nothing {}
    ById { id: String }
    ByIds { ids: Vec<String> }
    Unlock { passphrase: String }
    CreateProfile {
        mode: StartMode,
        #[serde(default)] language: String,
        #[serde(default)] passphrase: String,
        #[serde(default)] organisation: FirstOrganisation,
    }
    LocalSet { key: String, value: String }
    LocalGet { key: String }
    IdentifierCheck { kind: String, value: String }
    IdentifierGuess { text: String }
    BankNumbers { number: String, bic: String }
    RecordCreate {
        kind: String,
        #[serde(default)] #[ts(type = "any")] body: Map<String, Value>,
    }
    FieldEdit {
        path: String,
        #[ts(type = "any")] value: Value,
    }
    RecordEdit { id: String, edits: Vec<FieldEdit> }
    RecordEnter {
        id: String,
        path: String,
        #[serde(rename = "as")] #[ts(rename = "as")] as_: String,
        text: String,
    }
    RecordHistory { id: String, #[ts(type = "number")] limit: usize }
    Similar {
        #[serde(default)] id: String,
        #[serde(default)] name: String,
        #[serde(default)] tax_id: String,
    }
    List { query: Listing }
    Tabs {
        kind: String,
        #[serde(default)] organisation: String,
        #[serde(default)] counterparty: String,
        /// The list itself, when it is filtered by more than these.
        #[serde(default)] query: Option<Listing>,
    }
    ListPlace { query: Listing, id: String }
    ListSums {
        #[serde(default)] ids: Vec<String>,
        /// The whole list instead of single rows.
        #[serde(default)] query: Option<Listing>,
    }
    Search {
        text: String,
        #[serde(default)] kind: String,
        #[ts(type = "number")] limit: usize,
        #[serde(default)] counterparty: String,
        #[serde(default)] organisation: String,
    }
    DocumentCreate {
        #[serde(default)] organisation: String,
        #[serde(default)] counterparty: String,
        #[serde(default)] contract: String,
    }
    SetCounterparty { id: String, counterparty: String }
    SetContract { id: String, contract: String }
    LineAdd {
        id: String,
        #[serde(default)] good: Option<String>,
        #[serde(default)] text: Option<String>,
        #[serde(default)] after: Option<String>,
    }
    LineEnter { id: String, line: String, field: String, text: String }
    LineGood { id: String, line: String, good: String }
    LineRemove { id: String, lines: Vec<String> }
    LineCopy { id: String, line: String }
    LineMove { id: String, line: String, #[serde(default)] before: Option<String> }
    LinePaste {
        id: String,
        #[serde(default)] line: Option<String>,
        field: String,
        #[serde(default)] columns: Vec<String>,
        text: String,
    }
    EntryPreview {
        #[serde(rename = "as")] #[ts(rename = "as")] as_: String,
        text: String,
        #[serde(default)] current: String,
    }
    InvoiceFromDeal {
        deal: String,
        scope: torgdom_domain::invoice::InvoiceScope,
        #[serde(default)] share: Option<Amount>,
    }
    InvoiceVoid { id: String, reason: String }
    PaperSave { ids: Vec<String>, path: String }
    PaymentCreate {
        #[serde(default)] invoice: Option<String>,
        #[serde(default)] amount: String,
        #[serde(default)] date: String,
        #[serde(default)] number: String,
    }
    InvoicePay {
        id: String,
        #[serde(default)] amount: String,
        #[serde(default)] date: String,
        #[serde(default)] number: String,
    }
    Today { #[serde(default)] organisation: String }
    PriceListArgs {
        list: String,
        #[serde(default)] text: String,
        #[serde(default)] #[ts(type = "number")] offset: u64,
        #[ts(type = "number")] limit: u32,
    }
    PriceSet { list: String, good: String, text: String }
    SeriesOf { organisation: String }
    SeriesLast { organisation: String, kind: String, last: String }
    BlobPut { base64: String, media_type: String }
    BlobGet { hash: String }
    FileAttach {
        id: String,
        #[serde(default)] name: String,
        #[serde(default)] base64: Option<String>,
        #[serde(default)] path: Option<String>,
    }
    FileRemove { id: String, file: String }
    ImportRead {
        kind: String,
        #[serde(default)] name: String,
        #[serde(default)] base64: Option<String>,
        #[serde(default)] path: Option<String>,
    }
    ImportPlanArgs {
        session: String,
        #[serde(default)] #[ts(type = "any")] mapping: Value,
        #[serde(default)] options: ImportChoices,
    }
    ImportReread {
        session: String,
        #[serde(default)] sheet: String,
        #[serde(default)] delimiter: String,
        #[serde(default)] header_row: Option<u32>,
    }
    ImportSessionArgs { session: String }
    ImportBatch { batch: String }
    ExportXlsx {
        query: Listing,
        columns: Vec<ExportColumn>,
        #[serde(default)] path: Option<String>,
    }
    ExportColumn { id: String, title: String }
    BackupNow { #[serde(default)] path: Option<String> }
    BackupRestore { path: String, #[serde(default)] passphrase: String }
    PassphraseSet { #[serde(default)] old: String, new: String }
    TablesVat { #[serde(default)] country: String }
}

/// Choices of an import besides its columns.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct ImportChoices {
    pub price_list: String,
    /// `true` changes the records that are already there.
    pub update: String,
}
