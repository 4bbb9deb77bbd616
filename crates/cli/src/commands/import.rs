//! `import KIND FILE`: a workbook or a CSV file into records, all of it taken back by one `--undo`.

use std::path::Path;

use serde_json::{Map, Value, json};
use torgdom_app::{Desk, Failure, ImportOptions, ImportProblem, ImportReading, ImportView, PlanView};

use crate::args::Import;
use crate::session::Session;
use crate::stop::{Stop, Verdict};
use crate::talk::{Talk, tell};

/// # Errors
/// Usage; `unknown_kind`, the file's own, the profile's.
pub fn run(args: &Import, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    match (&args.undo, &args.kind, &args.file) {
        (Some(batch), None, None) => undo(batch, session, talk),
        (None, Some(kind), Some(file)) => import(args, kind, file, session, talk),
        _ => Err(Stop::usage("import-what")),
    }
}

fn import(args: &Import, kind: &str, file: &Path, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    let mapping = args.mapping.as_deref().map(mapping_of).transpose()?;
    let reading = reading(args)?;
    let desk = session.desk(talk)?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let read = match desk.read_import(kind, &name, None, Some(file)) {
        Err(failure) if failure.code == "unknown_kind" => return Err(Stop::usage_of("import-kind", "kind", kind)),
        other => other.map_err(|failure| failure.with("path", file.display()))?,
    };
    let read = match reading {
        Some(reading) => desk.reread_import(&read.session, &reading).map_err(|failure| failure.with("path", file.display()))?,
        None => read,
    };
    let columns = mapping.map(|mapping| columns(&mapping, &read)).transpose()?;
    let options = ImportOptions { price_list: args.price_list.clone().unwrap_or_default(), update: args.update };
    let plan = desk.plan_import(&read.session, columns.as_ref(), &options);
    let plan = plan.map_err(|failure| unmapped(failure, file, &read, talk))?;
    if args.dry_run {
        return dry_run(&plan, &name, talk);
    }
    told(&plan, &name, talk);
    let done = desk.apply_import(&read.session)?;
    let object = json!({ "created": done.created, "updated": done.updated, "skipped": done.skipped, "batch": done.batch });
    let (created, updated, skipped) = (done.created.to_string(), done.updated.to_string(), done.skipped.to_string());
    let params = [("created", created.as_str()), ("updated", &updated), ("skipped", &skipped), ("batch", &done.batch)];
    let voice = talk.voice;
    talk.answer(&object, || voice.own("cli-imported", &params))?;
    Ok(Verdict::problems_if(plan.refused > 0))
}

/// How the file is to be read, when the person says it.
fn reading(args: &Import) -> Result<Option<ImportReading>, Stop> {
    let delimiter =
        args.delimiter.as_deref().map(|text| delimiter(text).ok_or_else(|| Stop::usage_of("delimiter", "value", text)));
    let delimiter = delimiter.transpose()?;
    if args.sheet.is_none() && args.header_row.is_none() && delimiter.is_none() {
        return Ok(None);
    }
    Ok(Some(ImportReading { sheet: args.sheet.clone().unwrap_or_default(), delimiter, header_row: args.header_row }))
}

/// One sign; a tab has a name, because shells swallow it.
fn delimiter(text: &str) -> Option<char> {
    let mut signs = text.chars();
    match (text, signs.next(), signs.next()) {
        ("tab" | "\\t", ..) => Some('\t'),
        (_, Some(sign), None) if !matches!(sign, '"' | '\r' | '\n') => Some(sign),
        _ => None,
    }
}

fn undo(batch: &str, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    let desk: Desk = session.desk(talk)?;
    let undone = desk.undo_import(batch)?;
    let (count, kept) = (undone.undone.to_string(), undone.kept.to_string());
    let voice = talk.voice;
    let object = json!({ "undone": undone.undone, "kept": undone.kept });
    talk.answer(&object, || voice.own("cli-import-undone", &[("undone", &count), ("kept", &kept)]))?;
    Ok(Verdict::problems_if(undone.kept > 0))
}

/// What the file would do; nothing is written.
fn dry_run(plan: &PlanView, file: &str, talk: &mut Talk) -> Result<Verdict, Stop> {
    told(plan, file, talk);
    let object = json!({
        "rows": plan.rows, "create": plan.create, "update": plan.update, "same": plan.same, "refused": plan.refused,
        "duplicates": plan.duplicates, "duplicate_count": plan.duplicate_count, "problem_count": plan.problem_count,
    });
    let texts = [plan.rows, plan.create, plan.update, plan.same, plan.refused].map(|count| count.to_string());
    let [rows, create, update, same, refused] = &texts;
    let twins = plan.duplicate_count.to_string();
    let params =
        [("all", rows.as_str()), ("create", create), ("update", update), ("same", same), ("refused", refused), ("twins", &twins)];
    let voice = talk.voice;
    talk.answer(&object, || voice.own("cli-import-plan", &params))?;
    Ok(Verdict::problems_if(plan.refused > 0))
}

/// What keeps the columns from being used, with the names that people know the fields by.
fn unmapped(failure: Failure, file: &Path, read: &ImportView, talk: &Talk) -> Failure {
    let Some(problem) = failure.problems.first() else { return failure };
    let fields: Vec<String> = failure.problems.iter().map(|problem| field_name(&problem.field, talk)).collect();
    Failure::new("cli_columns_unclear")
        .with("problem", talk.voice.problem(problem))
        .with("fields", fields.join(", "))
        .with("sheet", &read.sheet)
        .with("columns", read.columns.join(", "))
        .with("path", file.display())
}

/// «Наименование» (name): as people read it, and as a mapping writes it.
fn field_name(field: &str, talk: &Talk) -> String {
    let label = talk.voice.say(&format!("import-field-{}", field.replace('_', "-")), &[]);
    label.map_or_else(|| field.to_owned(), |label| format!("«{label}» ({field})"))
}

/// Each problem with its row and column, each double with its twin.
fn told(plan: &PlanView, file: &str, talk: &Talk) {
    for found in &plan.problems {
        if talk.json {
            let sentence = talk.voice.problem(&found.problem);
            tell(&json!({
                "file": file, "row": found.row, "column": found.column, "text": found.text,
                "problems": [{ "code": found.problem.code, "field": found.problem.field, "level": found.problem.level, "message": sentence }],
            }).to_string());
        } else {
            told_problem(found, file, talk);
        }
    }
    if !talk.json {
        for twin in &plan.duplicates {
            let row = twin.row.to_string();
            // Without a record of the desk the twin is an earlier row of the file.
            let (id, param) =
                if twin.existing.is_empty() { ("import-duplicate-row", "row") } else { ("import-duplicate-record", "name") };
            let said = talk.voice.own(id, &[(param, &twin.existing_name)]);
            let name =
                [twin.tax_id.as_str(), &twin.name].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
            talk.remark("cli-import-duplicate", &[("file", file), ("row", &row), ("name", &name), ("twin", &said)]);
        }
    }
    if plan.duplicate_count > plan.duplicates.len() {
        let more = (plan.duplicate_count - plan.duplicates.len()).to_string();
        talk.remark("cli-import-more-duplicates", &[("more", &more)]);
    }
    if plan.problem_count > plan.problems.len() {
        let more = (plan.problem_count - plan.problems.len()).to_string();
        talk.remark("cli-import-more-problems", &[("more", &more)]);
    }
}

/// A problem of a field that no column gives is told with the field's name.
fn told_problem(found: &ImportProblem, file: &str, talk: &Talk) {
    let row = found.row.to_string();
    let said = talk.voice.problem(&found.problem);
    let label = field_name(&found.problem.field, talk);
    let place: (&str, &str) = if found.column.is_empty() { ("field", &label) } else { ("column", &found.column) };
    let id = match (found.column.is_empty(), found.problem.field.is_empty()) {
        (false, _) => "cli-import-problem",
        (true, false) => "cli-import-problem-field",
        (true, true) => "cli-import-problem-row",
    };
    talk.remark(id, &[("file", file), ("row", &row), place, ("text", &found.text), ("problem", &said)]);
}

/// `{"ИНН": "tax_id", "B": "name", "2": ""}`: columns by header, letters or number from 1.
fn mapping_of(path: &Path) -> Result<Map<String, Value>, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::from(error).with("path", path.display()))?;
    serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| Failure::new("cli_bad_mapping").with("line", error.line()).with("path", path.display()))
}

/// The mapping by the numbers (from 0) that the desk counts columns with.
fn columns(mapping: &Map<String, Value>, read: &ImportView) -> Result<Map<String, Value>, Failure> {
    let mut columns = Map::new();
    for (named, field) in mapping {
        let index = read.columns.iter().position(|header| header.trim() == named.trim()).or_else(|| index_of(named));
        let index = index.filter(|index| *index < read.columns.len());
        let index = index.ok_or_else(|| Failure::new("cli_no_such_column").with("column", named))?;
        let field_id = field.as_str().unwrap_or_default();
        if !field_id.is_empty() && !read.fields.iter().any(|known| known == field_id) {
            return Err(Failure::new("cli_no_such_field").with("field", field_id).with("fields", read.fields.join(", ")));
        }
        columns.insert(index.to_string(), field.clone());
    }
    Ok(columns)
}

/// `3` and `C` are the third column.
fn index_of(named: &str) -> Option<usize> {
    if let Ok(number) = named.trim().parse::<usize>() {
        return number.checked_sub(1);
    }
    let letters = named.trim();
    if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|letter| letter.is_ascii_alphabetic()) {
        return None;
    }
    let number = letters.bytes().fold(0, |number, letter| number * 26 + usize::from(letter.to_ascii_uppercase() - b'A' + 1));
    Some(number - 1)
}

#[cfg(test)]
mod tests {
    use super::index_of;

    #[test]
    fn columns_by_number_and_by_letters() {
        for (named, index) in
            [("1", Some(0)), ("A", Some(0)), ("c", Some(2)), ("AA", Some(26)), ("0", None), ("", None), ("ИНН", None)]
        {
            assert_eq!(index_of(named), index, "{named}");
        }
    }
}
