//! Everything as one tidy table: a row for each answer, each cell of a table, and each thing a family said.
//!
//! The columns are described in `docs/result-file.md`. The table is for spreadsheets first: what one of them would run as a formula
//! turn into a date or round has an apostrophe in front, which a program that reads the table takes off. A spreadsheet that opens the file
//! shows that apostrophe; one that runs what a stranger typed would be worse.

use assignment::{Ask, Column, Date, Kind, Who};
use work::result::{ResultAnswer, ResultDocument};
use work::{By, FamilyFeedback, Moment, Named, Value};

use crate::feedback::{given, people};
use crate::spreadsheet::{guarded, guarded_number};
use crate::unit::without_unit;

/// The names of the columns.
pub const COLUMNS: [&str; 18] = [
    "student",
    "student_id",
    "class",
    "assignment",
    "assignment_id",
    "status",
    "made",
    "question_id",
    "question",
    "asked",
    "answered_by",
    "row",
    "column_id",
    "column",
    "answer",
    "unit",
    "answered_at",
    "paper",
];

/// The place of the answer among them.
const ANSWER: usize = 14;

/// The table could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the table cannot be written: {0}")]
pub struct CsvError(#[from] csv::Error);

/// The results as CSV: UTF-8 with a byte order mark, so that spreadsheets see macrons, and with the line ends of RFC 4180.
///
/// # Errors
/// [`CsvError`], which only happens when memory runs out.
pub fn write<'r>(results: impl IntoIterator<Item = &'r ResultDocument>) -> Result<String, CsvError> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        // Spreadsheets of many countries separate at semicolons or tabs; inside quotes none does.
        .quote_style(csv::QuoteStyle::Always)
        .from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for result in results {
        for row in rows(result) {
            writer.write_record(row.fields(result))?;
        }
    }
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(format!("\u{feff}{}", String::from_utf8_lossy(&bytes)))
}

/// One row, but for what is the same for the whole result.
#[derive(Debug, Default)]
struct TableRow {
    question_id: String,
    question: String,
    asked: &'static str,
    answered_by: String,
    row: String,
    column_id: String,
    column: String,
    answer: String,
    unit: String,
    when: Moment,
    /// The answer was typed as a number.
    is_number: bool,
}

impl TableRow {
    fn fields(self, result: &ResultDocument) -> [String; 18] {
        let answer = if self.is_number { guarded_number(&self.answer) } else { guarded(&self.answer) };
        let mut fields = [
            result.student.name.clone(),
            result.student.id.clone(),
            result.class.as_ref().map(|class| class.name.clone()).unwrap_or_default(),
            result.assignment.title.clone(),
            result.assignment.id.clone(),
            if result.finished.is_some() { "finished" } else { "unfinished" }.to_owned(),
            time(result.made),
            self.question_id,
            self.question,
            self.asked.to_owned(),
            self.answered_by,
            self.row,
            self.column_id,
            self.column,
            String::new(),
            self.unit,
            time(self.when),
            if result.paper { "typed in" } else { "" }.to_owned(),
        ]
        .map(|field| guarded(&field));
        fields[ANSWER] = answer;
        fields
    }
}

fn rows(result: &ResultDocument) -> Vec<TableRow> {
    let mut rows = Vec::new();
    for (ask, answer) in result.answered() {
        match answer {
            Some(answer) => push_answer(&mut rows, ask, answer),
            None => rows.push(row_of(ask)),
        }
    }
    for (family, number) in people(result) {
        push_family(&mut rows, result, family, number);
    }
    rows
}

fn row_of(ask: &Ask) -> TableRow {
    TableRow {
        question_id: ask.id.clone(),
        question: ask.question_text(),
        asked: match ask.who {
            Who::Student => "student",
            Who::Together => "together",
            Who::Family => "family",
        },
        ..TableRow::default()
    }
}

fn push_answer(rows: &mut Vec<TableRow>, ask: &Ask, answer: &ResultAnswer) {
    let answered_by = match answer.by {
        By::Student => "student".to_owned(),
        By::Home => "home".to_owned(),
        By::Family(partner) => partner.to_string(),
    };
    let start = || TableRow { answered_by: answered_by.clone(), when: answer.when, ..row_of(ask) };
    match (&ask.kind, &answer.value) {
        (Kind::Table { columns, .. }, Value::Table(table)) => {
            for (number, row) in table.iter().enumerate() {
                let name = if row.name.is_empty() { (number + 1).to_string() } else { row.name.clone() };
                push_cells(rows, columns, &row.cells, &|| TableRow { row: name.clone(), ..start() });
            }
        }
        (Kind::Log { columns, .. }, Value::Log(entries)) => {
            let mut days: Vec<Option<Date>> = Vec::new();
            for entry in entries.iter().filter(|entry| !entry.is_empty()) {
                let name = day(entry.date, &days);
                days.push(entry.date);
                let start = || TableRow { row: name.clone(), ..start() };
                push_cells(rows, columns, &entry.cells, &start);
                let answer = if entry.tick { "yes" } else { "no" }.to_owned();
                // Without an id, so that no column of the teacher's can be taken for it.
                rows.push(TableRow { column: "(tick)".to_owned(), answer, ..start() });
            }
        }
        (Kind::Number { unit, .. }, Value::Number(typed)) => {
            rows.push(TableRow {
                answer: without_unit(typed, unit).to_owned(),
                unit: unit.clone(),
                is_number: true,
                ..start()
            });
        }
        (_, Value::Scale(rating)) => {
            rows.push(TableRow {
                answer: rating.step.to_string(),
                unit: format!("of {}", rating.of),
                ..start()
            });
        }
        (_, Value::Choices(chosen)) => {
            rows.extend(chosen.iter().map(|option| TableRow { answer: option.clone(), ..start() }));
        }
        (_, Value::Photo(captures) | Value::Audio(captures)) => {
            let mut days: Vec<Option<Date>> = Vec::new();
            for capture in captures {
                let row = day(capture.date, &days);
                days.push(capture.date);
                // A table has no room for it. Without words, that there is one is what can be counted.
                let words = Some(capture.words.clone()).filter(|words| !words.trim().is_empty());
                let answer = words.unwrap_or_else(|| "yes".to_owned());
                rows.push(TableRow { row, answer, ..start() });
            }
        }
        (_, Value::Agreement(parties)) => {
            rows.extend(parties.iter().map(|party| TableRow { answer: party.clone(), ..start() }));
        }
        (_, value) => rows.push(TableRow { answer: plain(value), ..start() }),
    }
}

/// The name of an entry's row: its day, and from the second of a day on which of that day it is.
fn day(date: Option<Date>, before: &[Option<Date>]) -> String {
    let day = date.map(|date| date.to_string()).unwrap_or_default();
    match before.iter().filter(|other| **other == date).count() {
        0 => day,
        before => format!("{day} ({})", before + 1).trim_start().to_owned(),
    }
}

fn push_cells(
    rows: &mut Vec<TableRow>,
    columns: &[Column],
    cells: &Named<String>,
    start: &dyn Fn() -> TableRow,
) {
    for column in columns {
        if let Some(cell) = cells.get(&column.id).filter(|cell| !cell.trim().is_empty()) {
            let unit = column.number.clone().unwrap_or_default();
            rows.push(TableRow {
                column_id: column.id.clone(),
                column: column.heading.clone(),
                answer: without_unit(cell, &unit).to_owned(),
                is_number: column.number.is_some(),
                unit,
                ..start()
            });
        }
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::Text(words) | Value::Number(words) | Value::Choice(words) => words.clone(),
        Value::Done(done) => if *done { "yes" } else { "no" }.to_owned(),
        Value::Drawing(drawing) => if drawing.is_empty() { "no" } else { "yes" }.to_owned(),
        Value::Scale(_)
        | Value::Choices(_)
        | Value::Table(_)
        | Value::Log(_)
        | Value::Photo(_)
        | Value::Audio(_)
        | Value::Agreement(_) => String::new(),
    }
}

fn push_family(
    rows: &mut Vec<TableRow>,
    result: &ResultDocument,
    family: &FamilyFeedback,
    number: Option<usize>,
) {
    // A program may take those who are called the same for one person.
    let number = number.map(|number| format!(" {number}")).unwrap_or_default();
    let name = if family.name.is_empty() { String::new() } else { format!(" ({})", family.name) };
    let answered_by = format!("{}{number}{name}", family.partner);
    let start = || TableRow {
        asked: "family",
        answered_by: answered_by.clone(),
        when: family.when,
        ..TableRow::default()
    };
    for (statement, rating) in given(result, family) {
        rows.push(TableRow {
            question_id: format!("feedback.{}", statement.id),
            question: statement.text,
            answer: rating.words(&result.feedback.scale),
            ..start()
        });
    }
    if family.has_words() {
        rows.push(TableRow {
            question_id: "feedback.words".to_owned(),
            question: result.feedback.words.clone(),
            answer: family.words.clone(),
            ..start()
        });
    }
}

/// ISO 8601 in UTC; empty for a moment that a calendar cannot show.
fn time(moment: Moment) -> String {
    let known = i64::try_from(moment).ok().filter(|ms| *ms > 0);
    let time = known.and_then(chrono::DateTime::from_timestamp_millis);
    time.map(|time| time.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_iso_8601() {
        assert_eq!(time(1_795_000_000_000), "2026-11-18T11:06:40Z");
        assert_eq!((time(0), time(Moment::MAX)), (String::new(), String::new()));
    }
}
