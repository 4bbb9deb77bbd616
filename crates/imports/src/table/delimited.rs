//! CSV and its relatives, read as Excel reads them: quotes, line breaks inside them, and a delimiter found by looking.

use super::{Builder, CellKind, ReadOptions, Source, Table, TableError, encoding};

/// Delimiters in the order in which a tie is settled: `;` is what Russian Excel writes, a comma may be a decimal one.
const DELIMITERS: [char; 4] = [';', '\t', ',', '|'];
/// Records looked at to find the delimiter.
const SAMPLE_RECORDS: usize = 60;
/// Characters looked at to find the delimiter.
const SAMPLE_BYTES: usize = 64 * 1024;

pub(super) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Table, TableError> {
    let limits = &options.limits;
    let decoded = encoding::decode(bytes);
    let text = decoded.text.strip_prefix('\u{feff}').unwrap_or(&decoded.text);
    let (delimiter, text) = match named_delimiter(text) {
        Some((delimiter, rest)) => (options.delimiter.unwrap_or(delimiter), rest),
        None => (options.delimiter.unwrap_or_else(|| detect(text)), text),
    };
    let mut builder = Builder::new(limits);
    builder.encoding_damaged = decoded.is_damaged;
    let mut records = Records::new(text, delimiter);
    let mut row = 0_u32;
    while let Some(mut record) = records.next() {
        row = row.saturating_add(1);
        let mut column = 0;
        while let Some(field) = record.next_field(limits.cell_bytes) {
            let field = field.map_err(|QuoteOpen| TableError::QuoteOpen { row })?;
            builder.put(row, column, CellKind::Text, unguard(field))?;
            column += 1;
        }
    }
    builder.finish(Source::Delimited { encoding: decoded.encoding, delimiter })
}

/// An export of ours (and of others) puts an apostrophe before a text that a spreadsheet would take for a formula.
fn unguard(field: &str) -> &str {
    match field.strip_prefix('\'') {
        Some(rest) if crate::export::looks_like_formula(rest) => rest,
        _ => field,
    }
}

/// The first line `sep=;`, which Excel obeys and hides.
fn named_delimiter(text: &str) -> Option<(char, &str)> {
    let rest = text.strip_prefix("sep=").or_else(|| text.strip_prefix("SEP="))?;
    let delimiter = rest.chars().next().filter(|character| !matches!(character, '\r' | '\n' | '"'))?;
    let rest = &rest[delimiter.len_utf8()..];
    rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')).map(|rest| (delimiter, rest))
}

/// The delimiter that cuts most records into the same number of fields, more than one.
fn detect(text: &str) -> char {
    let sample = super::build::beginning(text, SAMPLE_BYTES);
    let mut best = (0, DELIMITERS[0]);
    for delimiter in DELIMITERS {
        let score = regularity(sample, delimiter);
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

fn regularity(sample: &str, delimiter: char) -> usize {
    let mut counts: Vec<usize> = Vec::new();
    let mut records = Records::new(sample, delimiter);
    while let Some(mut record) = records.next() {
        let mut fields = 0;
        while let Some(Ok(_)) = record.next_field(usize::MAX) {
            fields += 1;
        }
        if fields > 0 {
            counts.push(fields);
        }
        if counts.len() >= SAMPLE_RECORDS {
            break;
        }
    }
    let alike = |fields: usize| counts.iter().filter(|count| **count == fields).count();
    // The share of records that agree, in thousandths: a wrong delimiter cuts some lines and not others.
    counts.iter().filter(|fields| **fields > 1).map(|fields| alike(*fields) * 1_000 / counts.len()).max().unwrap_or(0)
}

/// A quotation mark without its fellow.
#[derive(Debug)]
struct QuoteOpen;

/// Records of a text, in order; empty lines are records without fields, so that row numbers are Excel's.
struct Records<'t> {
    rest: &'t str,
    delimiter: char,
    field: String,
}

impl<'t> Records<'t> {
    fn new(text: &'t str, delimiter: char) -> Self {
        Self { rest: text, delimiter, field: String::new() }
    }

    fn next(&mut self) -> Option<Record<'_, 't>> {
        if self.rest.is_empty() { None } else { Some(Record { records: self, is_over: false }) }
    }
}

/// One record in the course of being read; its fields must be taken to its end.
struct Record<'r, 't> {
    records: &'r mut Records<'t>,
    is_over: bool,
}

impl Record<'_, '_> {
    /// The next field; `most` bytes inside quotes are read before the quotation mark counts as never closed.
    fn next_field(&mut self, most: usize) -> Option<Result<&str, QuoteOpen>> {
        if self.is_over {
            return None;
        }
        self.records.field.clear();
        if let Some(quoted) = self.records.rest.strip_prefix('"')
            && let Err(open) = self.quoted(quoted, most)
        {
            self.is_over = true;
            self.records.rest = "";
            return Some(Err(open));
        }
        self.plain();
        Some(Ok(&self.records.field))
    }

    fn quoted(&mut self, mut rest: &str, most: usize) -> Result<(), QuoteOpen> {
        // What an honest cell may hold, and as much again for text that is cut with a remark.
        let most = most.saturating_mul(8);
        let whole = self.records.rest;
        loop {
            let end = rest.find('"').ok_or(QuoteOpen)?;
            if self.records.field.len() + end > most {
                return Err(QuoteOpen);
            }
            self.records.field.push_str(&rest[..end]);
            rest = &rest[end + 1..];
            match rest.strip_prefix('"') {
                Some(after) => {
                    self.records.field.push('"');
                    rest = after;
                }
                None => {
                    self.records.rest = &whole[whole.len() - rest.len()..];
                    return Ok(());
                }
            }
        }
    }

    /// Up to the delimiter or the end of the record, which are taken too.
    fn plain(&mut self) {
        let rest = self.records.rest;
        let delimiter = self.records.delimiter;
        let end = rest.find([delimiter, '\r', '\n']).unwrap_or(rest.len());
        self.records.field.push_str(&rest[..end]);
        let after = &rest[end..];
        if let Some(after) = after.strip_prefix(delimiter) {
            self.records.rest = after;
        } else {
            self.records.rest = after.strip_prefix("\r\n").unwrap_or_else(|| after.get(1..).unwrap_or(""));
            self.is_over = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(u32, Vec<(usize, String)>)> {
        let table = read(text.as_bytes(), &ReadOptions::default()).expect("a table");
        table.rows().map(|row| (row.number(), row.cells().map(|(at, cell)| (at, cell.text().to_owned())).collect())).collect()
    }

    fn delimiter(text: &str) -> char {
        detect(text)
    }

    #[test]
    fn rows_are_numbered_as_excel_numbers_them() {
        let rows = cells("a;b\r\n\r\n\"x\r\ny\";\"say \"\"hi\"\"\"\nz;;w\rlast");
        assert_eq!(
            rows,
            [
                (1, vec![(0, "a".to_owned()), (1, "b".to_owned())]),
                (3, vec![(0, "x\r\ny".to_owned()), (1, "say \"hi\"".to_owned())]),
                (4, vec![(0, "z".to_owned()), (2, "w".to_owned())]),
                (5, vec![(0, "last".to_owned())]),
            ]
        );
    }

    #[test]
    fn quotes_inside_a_field_are_letters() {
        assert_eq!(cells("ООО \"Ромашка\";1\n\"ООО\" Ромашка;2")[1].1[0].1, "ООО Ромашка");
        assert_eq!(cells("ООО \"Ромашка\";1\nx;2")[0].1[0].1, "ООО \"Ромашка\"");
        let open = read("a;b\n\"never closed;1\nc;d\n".as_bytes(), &ReadOptions::default());
        assert!(matches!(open, Err(TableError::QuoteOpen { row: 2 })), "{open:?}");
    }

    #[test]
    fn the_delimiter_is_found_over_several_lines() {
        assert_eq!(delimiter("a;b;c\n1,5;2,5;3,5\n"), ';');
        assert_eq!(delimiter("a,b,c\n1,2,3\n"), ',');
        assert_eq!(delimiter("a\tb\n1,5\t2\n"), '\t');
        assert_eq!(delimiter("1,5;2,5\n1,5;2,5\n"), ';');
        assert_eq!(delimiter("Прайс, на 01.02.2026, с НДС\n\nимя;цена\nБолт, сталь;1,5\nГайка;2\n"), ';');
        assert_eq!(delimiter("имя,адрес\n\"a; b; c\",\"d; e\"\n\"a; b\",\"d\"\n"), ',');
        assert_eq!(cells("sep=|\na|b;c")[0].1.len(), 2);
    }

    #[test]
    fn a_guarded_text_comes_back_as_it_was() {
        assert_eq!(
            cells("'=SUM(A1);'+7 495 000;'слово;''x")[0].1.iter().map(|cell| cell.1.as_str()).collect::<Vec<_>>(),
            ["=SUM(A1)", "+7 495 000", "'слово", "''x"]
        );
    }
}
