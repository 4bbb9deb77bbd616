//! Fills a table within its limits. Knows nothing of files.

use super::{CellKind, RowHead, Slot, Source, Table, TableError};

const MIB: u64 = 1024 * 1024;
/// Rows looked at for all vertical merges together.
const MERGE_STEPS: usize = 4_000_000;

/// What one file may cost. The defaults let 1,000,000 rows through; a test passes smaller ones.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of the file itself.
    pub file_bytes: u64,
    pub rows: usize,
    /// At most 256: a cell keeps its column in a byte.
    pub columns: usize,
    /// Bytes of one cell in UTF-8, at most 65,535.
    pub cell_bytes: usize,
    /// Bytes of all cells together.
    pub text_bytes: usize,
    /// Cells together.
    pub cells: usize,
    /// Bytes that all parts of a workbook unpack to.
    pub unpacked_bytes: u64,
    /// How many times larger than its packed form a part may be, once it is larger than 4 MiB. A sheet of figures
    /// reaches 10 to 30, deflate's utmost is 1,032.
    pub ratio: u64,
    /// Parts of a workbook.
    pub parts: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 128 * MIB,
            rows: 1_000_000,
            columns: 200,
            cell_bytes: 32 * 1024,
            text_bytes: 256 * 1024 * 1024,
            cells: 40_000_000,
            unpacked_bytes: 2_048 * MIB,
            ratio: 200,
            parts: 10_000,
        }
    }
}

impl Limits {
    pub(super) fn check_file(&self, bytes: u64) -> Result<(), TableError> {
        if bytes > self.file_bytes { Err(TableError::FileTooLarge { bytes, most: self.file_bytes }) } else { Ok(()) }
    }
}

/// As much of `text` as fits into `most` bytes without cutting a character.
pub(super) fn beginning(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// A text that already lies in the table, to be used by several cells.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    start: u32,
    len: u16,
    too_long: bool,
}

impl Span {
    pub(super) const EMPTY: Self = Self { start: 0, len: 0, too_long: false };
}

/// A table in the making. Rows come in ascending order, cells of a row in any.
pub(crate) struct Builder<'l> {
    limits: &'l Limits,
    text: String,
    rows: Vec<RowHead>,
    slots: Vec<Slot>,
    columns: usize,
    pub(super) encoding_damaged: bool,
}

impl<'l> Builder<'l> {
    pub(super) fn new(limits: &'l Limits) -> Self {
        Self { limits, text: String::new(), rows: Vec::new(), slots: Vec::new(), columns: 0, encoding_damaged: false }
    }

    pub(super) fn limits(&self) -> &'l Limits {
        self.limits
    }

    /// Keeps a text; one that is longer than a cell may be is cut and marked.
    pub(super) fn keep(&mut self, text: &str) -> Result<Span, TableError> {
        let most = self.limits.cell_bytes.min(usize::from(u16::MAX));
        let too_long = text.len() > most;
        let kept = if too_long { beginning(text, most) } else { text };
        if self.text.len() + kept.len() > self.limits.text_bytes {
            return Err(TableError::TooMuchText { most: self.limits.text_bytes });
        }
        let (Ok(start), Ok(len)) = (u32::try_from(self.text.len()), u16::try_from(kept.len())) else {
            return Err(TableError::TooMuchText { most: self.limits.text_bytes });
        };
        self.text.push_str(kept);
        Ok(Span { start, len, too_long })
    }

    /// Puts a cell; `row` counts from 1 and never goes back, `column` from 0.
    pub(super) fn put(&mut self, row: u32, column: usize, kind: CellKind, text: &str) -> Result<(), TableError> {
        if kind == CellKind::Text && text.chars().all(char::is_whitespace) {
            return Ok(());
        }
        let span = self.keep(text)?;
        self.put_span(row, column, kind, span)
    }

    /// Puts a cell whose text is already kept.
    pub(super) fn put_span(&mut self, row: u32, column: usize, kind: CellKind, span: Span) -> Result<(), TableError> {
        if span.len == 0 {
            return Ok(());
        }
        let most = self.limits.columns.min(256);
        let narrow = u8::try_from(column).ok().filter(|_| column < most);
        let Some(narrow) = narrow else { return Err(TableError::TooManyColumns { row, most }) };
        self.open_row(row)?;
        if self.slots.len() >= self.limits.cells {
            return Err(TableError::TooMuchText { most: self.limits.text_bytes });
        }
        self.columns = self.columns.max(column + 1);
        let kind = if span.too_long { CellKind::TooLong } else { kind };
        self.slots.push(Slot { start: span.start, len: span.len, column: narrow, kind });
        Ok(())
    }

    fn open_row(&mut self, row: u32) -> Result<(), TableError> {
        match self.rows.last() {
            Some(last) if last.number == row => return Ok(()),
            Some(last) if last.number > row => return Err(TableError::Damaged { part: "rows" }),
            _ => {}
        }
        if self.rows.len() >= self.limits.rows {
            return Err(TableError::TooManyRows { most: self.limits.rows });
        }
        let first = u32::try_from(self.slots.len()).map_err(|_| TableError::TooManyRows { most: self.limits.rows })?;
        self.rows.push(RowHead { number: row, first });
        Ok(())
    }

    /// Repeats the cell at the top of a vertical merge in the rows under it, as the sheet shows it to the eye.
    pub(super) fn fill_down(&mut self, merges: &[(u32, u32, u8)]) {
        let mut extra: Vec<(usize, Slot)> = Vec::new();
        let mut steps = 0;
        for &(from, to, column) in merges {
            let Ok(top) = self.rows.binary_search_by_key(&from, |head| head.number) else { continue };
            let Some(slot) = self.slots_of(top).iter().find(|slot| slot.column == column).copied() else { continue };
            for index in top + 1..self.rows.len() {
                steps += 1;
                // Honest merges do not overlap, so they never come near this; a file with many that do stops here.
                if self.rows[index].number > to || steps > MERGE_STEPS || self.slots.len() + extra.len() >= self.limits.cells {
                    break;
                }
                if self.slots_of(index).iter().all(|other| other.column != column) {
                    extra.push((index, slot));
                }
            }
        }
        self.insert(extra);
    }

    fn slots_of(&self, index: usize) -> &[Slot] {
        let end = self.rows.get(index + 1).map_or(self.slots.len(), |next| next.first as usize);
        &self.slots[self.rows[index].first as usize..end]
    }

    fn insert(&mut self, mut extra: Vec<(usize, Slot)>) {
        if extra.is_empty() {
            return;
        }
        extra.sort_by_key(|(index, slot)| (*index, slot.column));
        extra.dedup_by_key(|(index, slot)| (*index, slot.column));
        let mut slots = Vec::with_capacity(self.slots.len() + extra.len());
        let mut extra = extra.into_iter().peekable();
        for index in 0..self.rows.len() {
            let own = self.slots_of(index).to_vec();
            // The end of this row is read from the next row's old start, so heads are moved one row late.
            let first = slots.len() as u32;
            slots.extend(own);
            while let Some((_, slot)) = extra.next_if(|(at, _)| *at == index) {
                slots.push(slot);
            }
            self.rows[index].first = first;
        }
        self.slots = slots;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(super) fn finish(mut self, source: Source) -> Result<Table, TableError> {
        if self.rows.is_empty() {
            return Err(TableError::Empty);
        }
        self.text.shrink_to_fit();
        self.slots.shrink_to_fit();
        Ok(Table {
            source,
            text: self.text,
            rows: self.rows,
            slots: self.slots,
            columns: self.columns,
            encoding_damaged: self.encoding_damaged,
        })
    }
}
