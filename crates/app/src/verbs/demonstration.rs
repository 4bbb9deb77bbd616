//! Filling a profile with invented trade: the demonstration, and masses of records for measuring.

use serde_json::Value;
use torgdom_documents::Marking;
use torgdom_domain::invoice::IssuedInvoice;
use torgdom_records::{Body, Change, Kind, Op, Origin, State, prune_body};
use torgdom_store::Writer;

use super::issue::unprintable;
use super::links::read_body;
use super::papers;
use super::records::parse_kind;
use crate::demo::{self, Seeded, Step};
use crate::desk::Desk;
use crate::failure::Failure;

/// Records a transaction when masses are written.
const BATCH: usize = 20_000;

impl Desk {
    /// Eighteen months of a fictional trade house, with the papers that it issued.
    pub(crate) fn fill_with_demonstration(&self) -> Result<(), Failure> {
        let story = demo::demonstration(self.clock.today(), &self.tables());
        let store = self.store()?;
        store.write_bulk(|writer| -> Result<(), Failure> {
            for step in story.steps {
                match step {
                    Step::Save(record) => self.seed(writer, record)?,
                    Step::Issue { draft, issued } => {
                        self.seed(writer, draft)?;
                        self.seed_issued(writer, issued)?;
                    }
                }
            }
            writer.set_local("demo", "yes")?;
            Ok(())
        })?;
        store.finish_bulk()?;
        Ok(())
    }

    /// Writes `counterparties` and `invoices` invented records and the payments of these invoices; `progress` is told how many of how many are done.
    ///
    /// # Errors
    /// The store's; what was committed before stays.
    pub fn generate(
        &self,
        seed: u64,
        counterparties: usize,
        invoices: usize,
        mut progress: impl FnMut(usize, usize),
    ) -> Result<usize, Failure> {
        let store = self.store()?;
        // Nearly every invoice has a payment.
        let total = counterparties + 2 * invoices;
        let tables = self.tables();
        let mut records = demo::masses(seed, counterparties, invoices, self.clock.today(), &tables).peekable();
        let mut done = 0;
        while records.peek().is_some() {
            store.write_bulk(|writer| -> Result<(), Failure> {
                for record in records.by_ref().take(BATCH) {
                    self.seed(writer, record)?;
                    done += 1;
                }
                Ok(())
            })?;
            progress(done, total.max(done));
        }
        store.finish_bulk()?;
        progress(done, done);
        Ok(done)
    }

    fn seed(&self, writer: &Writer<'_>, record: Seeded) -> Result<(), Failure> {
        let kind = parse_kind(record.kind)?;
        let state = record.state.parse().map_err(|_| Failure::new("fault").with("cause", record.state))?;
        let body = body_of(record.body);
        let op = if kind == Kind::Invoice && state == State::Issued { Op::Issue { body } } else { Op::Create { state, body } };
        writer.apply(&change(record.id, kind, op, record.at), &demo_origin())?;
        Ok(())
    }

    fn seed_issued(&self, writer: &Writer<'_>, record: Seeded) -> Result<(), Failure> {
        let mut body = body_of(record.body);
        let reason = body.remove("void_reason").and_then(|reason| reason.as_str().map(str::to_owned));
        let voided = reason.filter(|_| record.state == State::Void.as_str());
        if let Some(content) = read_body::<IssuedInvoice>(&body) {
            let paper = papers::paper_of(self, writer, &content, Marking::Issued).map_err(unprintable)?;
            body.insert("paper".to_owned(), Value::String(writer.put_blob(&paper.bytes, "application/pdf")?));
        }
        writer.apply(&change(record.id.clone(), Kind::Invoice, Op::Issue { body }, record.at), &demo_origin())?;
        if let Some(reason) = voided {
            let op = Op::State { from: State::Issued, to: State::Void, reason: Some(reason) };
            writer.apply(&change(record.id, Kind::Invoice, op, record.at), &demo_origin())?;
        }
        Ok(())
    }
}

fn body_of(value: Value) -> Body {
    match value {
        Value::Object(body) => prune_body(body),
        _ => Body::new(),
    }
}

fn change(id: String, kind: Kind, op: Op, at: chrono::NaiveDateTime) -> Change {
    Change { id, kind, op, author: String::new(), at: at.and_utc().to_rfc3339(), together: None }
}

fn demo_origin() -> Origin {
    Origin::Import { import: "demonstration".to_owned() }
}
