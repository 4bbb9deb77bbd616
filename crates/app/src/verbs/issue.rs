//! Issuing and voiding an invoice. One transaction holds the number, the content, the paper and the draft's end.

use chrono::Datelike;
use serde_json::Value;
use torgdom_documents::{Marking, PaperError};
use torgdom_domain::Problem;
use torgdom_domain::invoice::{InvoiceDraft, IssuedInvoice, Numbering, compose};
use torgdom_records::{Kind, Op, Origin, Record, State};
use torgdom_store::Writer;

use super::links::Links;
use super::papers;
use super::records::{ISSUED_AS, find};
use super::show;
use super::typing::one_line;
use super::undo::Step;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::typed::Typed;
use crate::views::RecordView;

impl Desk {
    /// Issues the draft: a new immutable record with its full content and its PDF.
    ///
    /// # Errors
    /// `refused` with the problems that block issuing, `already_issued`, `not_found`, `wrong_kind`.
    pub fn issue(&self, id: &str) -> Result<RecordView, Failure> {
        let view = self.doing(|desk, writer| {
            let (record, draft) = draft_of(writer, id)?;
            let issued = desk.issue_in(writer, &record, &draft)?;
            Ok((show::view(desk, writer, &issued)?, Some((issued.id, Step::Final))))
        })?;
        self.forget_steps(id);
        self.tell_changed(&view);
        Ok(view)
    }

    pub(crate) fn issue_in(&self, writer: &Writer<'_>, record: &Record, draft: &InvoiceDraft) -> Result<Record, Failure> {
        if !draft.issued_as.is_empty() {
            return Err(Failure::new("already_issued").with("id", &draft.issued_as));
        }
        let today = self.clock.today();
        let links = Links::of(writer, &Typed::InvoiceDraft(Box::new(draft.clone())))?;
        let numbering = Numbering { draft: record.id.clone(), ..Numbering::default() };
        let mut content = compose(draft, &links.linked(), &numbering, &self.tables(), today).map_err(Failure::refused)?;
        let year = draft.date.unwrap_or(today).year();
        (content.number, content.series) = self.take_number(writer, &draft.organisation, Kind::Invoice, year)?;
        content.paper = self.keep_paper(writer, &content)?;
        let body = serde_json::to_value(&content).ok().and_then(|value| value.as_object().cloned()).unwrap_or_default();
        let change =
            self.new_change(writer, self.clock.new_id(), Kind::Invoice, Op::Issue { body: torgdom_records::prune_body(body) })?;
        let issued = writer.apply(&change, &Origin::Local)?;
        self.close_draft(writer, record, &issued.id)?;
        Ok(issued)
    }

    fn keep_paper(&self, writer: &Writer<'_>, content: &IssuedInvoice) -> Result<String, Failure> {
        let paper = papers::paper_of(self, writer, content, Marking::Issued).map_err(unprintable)?;
        Ok(writer.put_blob(&paper.bytes, "application/pdf")?)
    }

    /// A draft that says what it became leaves the lists: it is shown through the issued record. One that was issued
    /// out of the archive comes back from there first.
    fn close_draft(&self, writer: &Writer<'_>, record: &Record, issued: &str) -> Result<(), Failure> {
        let mut record = record.clone();
        if record.state == State::Archived {
            let op = Op::State { from: State::Archived, to: State::Draft, reason: None };
            record = writer.apply(&self.change_of(writer, &record, op)?, &Origin::Local)?;
        }
        let mut body = record.body.clone();
        body.insert(ISSUED_AS.to_owned(), Value::String(issued.to_owned()));
        self.save_body(writer, &record, body)?;
        Ok(())
    }

    /// Takes an issued invoice back. The number stays used, and the reason stays on record.
    ///
    /// # Errors
    /// `reason_missing`, `invoice_paid` (take the payment's share off first), `not_found`, `wrong_kind`.
    pub fn void(&self, id: &str, reason: &str) -> Result<RecordView, Failure> {
        let reason = one_line(reason);
        if reason.is_empty() {
            return Err(Failure::new("reason_missing"));
        }
        let view = self.doing(|desk, writer| {
            let record = find(writer, id)?;
            if record.kind != Kind::Invoice || record.state != State::Issued {
                return Err(Failure::new("wrong_kind").with("id", id));
            }
            if !writer.payments_of(id, 1, desk.clock.today())?.is_empty() {
                return Err(Failure::new("invoice_paid").with("id", id));
            }
            let op = Op::State { from: State::Issued, to: State::Void, reason: Some(reason) };
            let record = writer.apply(&desk.change_of(writer, &record, op)?, &Origin::Local)?;
            Ok((show::view(desk, writer, &record)?, Some((record.id, Step::Final))))
        })?;
        self.tell_changed(&view);
        Ok(view)
    }
}

pub(crate) fn draft_of(writer: &Writer<'_>, id: &str) -> Result<(Record, InvoiceDraft), Failure> {
    let record = find(writer, id)?;
    match Typed::read(record.kind, record.state, &record.body).map_err(|problem| Failure::refused(vec![problem]))? {
        Typed::InvoiceDraft(draft) => Ok((record, *draft)),
        Typed::IssuedInvoice(_) => Err(Failure::new("already_issued").with("id", id)),
        _ => Err(Failure::new("wrong_kind").with("id", id)),
    }
}

/// A paper that cannot be drawn is a problem of the document where a person can mend it, else a fault of ours.
pub(crate) fn unprintable(error: PaperError) -> Failure {
    match &error {
        PaperError::MissingGlyph { character, at } => {
            Failure::refused(vec![Problem::blocks_issue("glyph_missing", at).with("character", character)])
        }
        PaperError::Picture { .. } => Failure::new("picture_unusable").with("cause", &error),
        _ => Failure::new("paper_failed").with("cause", &error),
    }
}
