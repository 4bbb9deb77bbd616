//! Papers: the PDF of a draft as it stands, the stored PDF of what was issued, and several as one file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;
use torgdom_documents::text::{Arg, Catalogue};
use torgdom_documents::{Images, Lang, Marking, Paper, PaperError};
use torgdom_domain::invoice::{IssuedInvoice, Numbering, snapshot};
use torgdom_records::{Kind, Record, State};
use torgdom_store::Reader;
use ts_rs::TS;

use super::files::{encode, safe_name};
use super::issue::unprintable;
use super::links::Links;
use super::records::find;
use crate::desk::Desk;
use crate::event::Event;
use crate::failure::Failure;
use crate::typed::Typed;

/// Name of the work on several papers.
const PAPERS: &str = "papers";

/// A PDF for the screen.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PaperView {
    pub base64: String,
    #[ts(type = "number")]
    pub pages: usize,
    pub sha256: String,
    /// A name to save it under.
    pub file_name: String,
}

/// Where papers were written.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct SavedPapers {
    pub paths: Vec<String>,
}

/// A PDF and the name to save it under.
#[derive(Clone, Debug)]
pub struct NamedPaper {
    pub paper: Paper,
    pub file_name: String,
}

impl Desk {
    /// The paper of an invoice: the stored bytes when it is issued, a draft with the watermark otherwise.
    ///
    /// # Errors
    /// `not_found`, `wrong_kind`, `refused` (a letter that no font has), `picture_unusable`.
    pub fn paper(&self, id: &str) -> Result<NamedPaper, Failure> {
        self.reading(|desk, reader| desk.paper_in(reader, &find(reader, id)?))
    }

    fn paper_in(&self, reader: &Reader<'_>, record: &Record) -> Result<NamedPaper, Failure> {
        match Typed::read(record.kind, record.state, &record.body).map_err(|problem| Failure::refused(vec![problem]))? {
            Typed::InvoiceDraft(draft) if !draft.issued_as.is_empty() => {
                let issued = find(reader, &draft.issued_as)?;
                // Followed once: what is no paper itself leads nowhere.
                let is_paper = issued.kind == Kind::Invoice && matches!(issued.state, State::Issued | State::Void);
                if is_paper { self.paper_in(reader, &issued) } else { Err(Failure::new("wrong_kind").with("id", &record.id)) }
            }
            Typed::InvoiceDraft(draft) => {
                let links = Links::of(reader, &Typed::InvoiceDraft(draft.clone()))?;
                let content = snapshot(&draft, &links.linked(), &Numbering::default(), &self.tables(), self.clock.today());
                let paper = paper_of(self, reader, &content, Marking::Draft).map_err(unprintable)?;
                Ok(NamedPaper { file_name: file_name(&content), paper })
            }
            Typed::IssuedInvoice(content) => {
                let stored =
                    if record.state == State::Void || content.paper.is_empty() { None } else { reader.blob(&content.paper)? };
                let paper = match stored {
                    Some(blob) => Paper {
                        pages: torgdom_documents::verify::verify(&blob.bytes).map_or(1, |found| found.pages),
                        sha256: content.paper.clone(),
                        bytes: blob.bytes,
                    },
                    None => {
                        let marking = if record.state == State::Void { Marking::Void } else { Marking::Issued };
                        paper_of(self, reader, &content, marking).map_err(unprintable)?
                    }
                };
                Ok(NamedPaper { file_name: file_name(&content), paper })
            }
            _ => Err(Failure::new("wrong_kind").with("id", &record.id)),
        }
    }

    /// # Errors
    /// As [`Desk::paper`].
    pub fn paper_view(&self, id: &str) -> Result<PaperView, Failure> {
        let named = self.paper(id)?;
        Ok(PaperView {
            base64: encode(&named.paper.bytes),
            pages: named.paper.pages,
            sha256: named.paper.sha256,
            file_name: named.file_name,
        })
    }

    /// Several papers as one PDF, in the order given. Tells its progress as `papers`, and can be stopped by that name.
    ///
    /// # Errors
    /// As [`Desk::paper`]; `nothing_chosen`, `cancelled`.
    pub fn batch(&self, ids: &[String]) -> Result<NamedPaper, Failure> {
        if ids.is_empty() {
            return Err(Failure::new("nothing_chosen"));
        }
        self.reading(|desk, reader| {
            let mut papers = Vec::with_capacity(ids.len());
            desk.count_papers(ids, |id| {
                papers.push(desk.paper_in(reader, &find(reader, id)?)?);
                Ok(())
            })?;
            if papers.len() == 1 {
                return papers.pop().ok_or_else(|| Failure::new("nothing_chosen"));
            }
            let bytes = torgdom_documents::merge(&papers.iter().map(|named| named.paper.bytes.as_slice()).collect::<Vec<_>>())
                .map_err(unprintable)?;
            let pages = papers.iter().map(|named| named.paper.pages).sum();
            let paper = Paper { bytes, pages, sha256: String::new() };
            let lang = reader.local("language")?.unwrap_or_default().parse::<Lang>().unwrap_or_default();
            let date = desk.clock.today().format("%d.%m.%Y").to_string();
            let name = Catalogue::for_lang(lang).text("file-invoices", &[("date", (&date).into())]).unwrap_or(date);
            Ok(NamedPaper { paper, file_name: format!("{}.pdf", safe_name(&name)) })
        })
    }

    /// # Errors
    /// As [`Desk::batch`].
    pub fn batch_view(&self, ids: &[String]) -> Result<PaperView, Failure> {
        let named = self.batch(ids)?;
        Ok(PaperView {
            base64: encode(&named.paper.bytes),
            pages: named.paper.pages,
            sha256: named.paper.sha256,
            file_name: named.file_name,
        })
    }

    /// Writes one paper to the file `path`, or several into the folder `path` under names of their own. Tells its progress
    /// as `papers`, and can be stopped by that name: the files that were written by then stay.
    ///
    /// # Errors
    /// As [`Desk::paper`], the disk's, `cancelled`.
    pub fn save_papers(&self, ids: &[String], path: &Path) -> Result<SavedPapers, Failure> {
        let mut saved = SavedPapers::default();
        self.count_papers(ids, |id| {
            let named = self.paper(id)?;
            let target =
                if ids.len() == 1 && !path.is_dir() { path.to_owned() } else { free_name(path, &named.file_name, &saved.paths) };
            super::files::write_whole(&target, &named.paper.bytes)?;
            saved.paths.push(target.display().to_string());
            Ok(())
        })?;
        Ok(saved)
    }

    /// Does `each` for every paper and says how far it is; refuses with `cancelled` when a person stopped it.
    fn count_papers(&self, ids: &[String], mut each: impl FnMut(&str) -> Result<(), Failure>) -> Result<(), Failure> {
        // A wish to stop that came after the end of the last work.
        self.is_cancelled(PAPERS);
        let total = ids.len() as u64;
        let tell = |done| self.tell(&Event::Progress { id: PAPERS.to_owned(), label: PAPERS.to_owned(), done, total });
        for (done, id) in (0_u64..).zip(ids) {
            if ids.len() > 1 {
                tell(done);
                if self.is_cancelled(PAPERS) {
                    tell(total);
                    return Err(Failure::new("cancelled"));
                }
            }
            each(id).inspect_err(|_| tell(total))?;
        }
        tell(total);
        Ok(())
    }

    /// The issued invoices with this number, the newest first: years and organisations repeat numbers.
    ///
    /// # Errors
    /// The store's.
    pub fn invoices_by_number(&self, number: &str) -> Result<Vec<String>, Failure> {
        self.reading(|_, reader| Ok(reader.all_by_number(Kind::Invoice, number)?))
    }
}

pub(crate) fn paper_of(desk: &Desk, reader: &Reader<'_>, content: &IssuedInvoice, marking: Marking) -> Result<Paper, PaperError> {
    let picture = |hash: &str| if hash.is_empty() { None } else { reader.blob(hash).ok().flatten().map(|blob| blob.bytes) };
    let signatures: BTreeMap<String, Vec<u8>> =
        content.signers.iter().filter_map(|(id, signer)| picture(&signer.signature).map(|bytes| (id.clone(), bytes))).collect();
    let images = Images { logo: picture(&content.logo), stamp: picture(&content.stamp), signatures };
    let lang = content.language.parse::<Lang>().unwrap_or_default();
    torgdom_documents::invoice(content, &images, lang, marking, &desk.tables())
}

/// A name in `folder` that this call has not used: two invoices of one number and day must not become one file.
fn free_name(folder: &Path, name: &str, taken: &[String]) -> PathBuf {
    let stem = name.strip_suffix(".pdf").unwrap_or(name);
    (1_u32..)
        .map(|n| folder.join(if n == 1 { name.to_owned() } else { format!("{stem} ({n}).pdf") }))
        .find(|path| !taken.contains(&path.display().to_string()))
        .unwrap_or_else(|| folder.join(name))
}

/// `Счёт № 1197 от 19.11.2026 — ООО Агроснаб.pdf`, in the language of the paper.
fn file_name(content: &IssuedInvoice) -> String {
    let catalogue = Catalogue::for_lang(content.language.parse().unwrap_or_default());
    let say = |id: &str, args: &[(&str, Arg<'_>)]| catalogue.text(id, args).unwrap_or_default();
    let mut name = if content.number.is_empty() {
        say("file-invoice-draft", &[])
    } else {
        say("file-invoice", &[("number", (&content.number).into())])
    };
    if let Some(date) = content.date {
        let date = date.format("%d.%m.%Y").to_string();
        name = format!("{name} {}", say("paper-dated", &[("date", (&date).into())]));
    }
    if !content.buyer.name.is_empty() {
        name = format!("{name} — {}", content.buyer.name);
    }
    format!("{}.pdf", safe_name(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_in_the_language_of_its_paper() {
        let named = |language: &str, number: &str| {
            let buyer = torgdom_domain::invoice::PartySnapshot { name: "ООО «А/Б»".to_owned(), ..Default::default() };
            let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 19);
            let (language, number) = (language.to_owned(), number.to_owned());
            file_name(&IssuedInvoice { number, date, buyer, language, ..IssuedInvoice::default() })
        };
        assert_eq!(named("ru", "11/97"), "Счёт № 11-97 от 19.11.2026 — ООО А-Б.pdf");
        assert_eq!(named("", ""), "Счёт (черновик) от 19.11.2026 — ООО А-Б.pdf");
        assert_eq!(named("en", "7"), "Invoice No. 7 of 19.11.2026 — ООО А-Б.pdf");
    }
}
