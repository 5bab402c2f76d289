//! The top of the result file, for anyone with a mail program.

use assignment::{Ask, Column, Kind};

use super::{ResultDocument, armour};
use crate::{Capture, Named, Partner, Rating, Value};

/// The interface's words that a summary needs. The words themselves are in `locales/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// "Student"
    Student,
    /// "Homework"
    Assignment,
    /// "Class"
    Class,
    /// "Finished"
    Finished,
    /// "Not finished yet"
    Unfinished,
    /// "No answer yet"
    NoAnswer,
    /// "Yes, we did it"
    Done,
    /// "Ticked by the family"
    Ticked,
    /// "A drawing"
    Drawing,
    /// "A photo"
    Photo,
    /// "A recording"
    Audio,
    /// "I agree"
    StudentAgrees,
    /// "The family agrees"
    FamilyAgrees,
    /// "From the family"
    Family,
    /// "Please send everything below this line as it is. …"
    KeepWhole,
    /// "Nana"
    Partner(Partner),
}

pub(super) fn summary(result: &ResultDocument, words: &dyn Fn(Label) -> String) -> String {
    let mut text = String::new();
    let mut line = |parts: &[&str]| {
        for part in parts {
            text.push_str(part);
        }
        text.push('\n');
    };
    line(&[&words(Label::Student), ": ", &result.student.name]);
    line(&[&words(Label::Assignment), ": ", &result.assignment.title]);
    if let Some(class) = &result.class {
        line(&[&words(Label::Class), ": ", &class.name]);
    }
    line(&[&words(if result.finished.is_some() { Label::Finished } else { Label::Unfinished })]);
    for (ask, answer) in result.answered() {
        line(&[]);
        line(&[&ask.question_text()]);
        match answer {
            Some(answer) => {
                for answer_line in answer_lines(ask, &answer.value, words) {
                    line(&["  ", &answer_line]);
                }
            }
            None => line(&["  (", &words(Label::NoAnswer), ")"]),
        }
    }
    for family in &result.families {
        line(&[]);
        let name = if family.name.is_empty() { String::new() } else { format!(" ({})", family.name) };
        line(&[&words(Label::Family), ": ", &words(Label::Partner(family.partner)), &name]);
        for statement in &result.feedback.statements {
            if let Some(rating) = family.statements.get(&statement.id) {
                line(&["  ", &statement.text, " ", &rating.words(&result.feedback.scale)]);
            }
        }
        for words in family.words.lines() {
            line(&["  ", words]);
        }
    }
    // A child may have typed the words that start the block; the block itself keeps them as they are.
    text.replace(armour::BEGIN, "- BEGIN -").replace(armour::END, "- END -")
}

/// An answer as lines of plain text, for a summary or a page.
pub fn answer_lines(ask: &Ask, value: &Value, words: &dyn Fn(Label) -> String) -> Vec<String> {
    match (&ask.kind, value) {
        (Kind::Number { unit, .. }, Value::Number(typed)) => vec![with_unit(typed, unit)],
        (Kind::Scale { low, high, .. }, Value::Scale(Rating { step, of })) => {
            vec![format!("{step} / {of} (1 = {low}, {of} = {high})")]
        }
        (Kind::Table { columns, .. }, Value::Table(rows)) => rows
            .iter()
            .map(|row| (row, filled_cells(columns, &row.cells)))
            .filter(|(_, cells)| !cells.is_empty())
            .map(|(row, cells)| named_line(&row.name, &cells))
            .collect(),
        (Kind::Log { columns, .. }, Value::Log(entries)) => entries
            .iter()
            .filter(|entry| !entry.is_empty())
            .map(|entry| {
                let mut parts = filled_cells(columns, &entry.cells);
                parts.extend(entry.tick.then(|| words(Label::Ticked)));
                named_line(&entry.date.map(|date| date.to_string()).unwrap_or_default(), &parts)
            })
            .collect(),
        (_, Value::Text(typed) | Value::Number(typed) | Value::Choice(typed)) => {
            typed.lines().map(str::to_owned).collect()
        }
        (_, Value::Choices(chosen)) => chosen.clone(),
        (_, Value::Scale(rating)) => vec![rating.words(&[])],
        (_, Value::Done(_)) => vec![words(Label::Done)],
        (_, Value::Drawing(_)) => vec![words(Label::Drawing)],
        (_, Value::Photo(captures)) => capture_lines(captures, &words(Label::Photo)),
        (_, Value::Audio(captures)) => capture_lines(captures, &words(Label::Audio)),
        (_, Value::Agreement(parties)) => {
            [("student", Label::StudentAgrees), ("family", Label::FamilyAgrees)]
                .into_iter()
                .filter(|(party, _)| parties.iter().any(|agrees| agrees == party))
                .map(|(_, label)| words(label))
                .collect()
        }
        (_, Value::Table(_) | Value::Log(_)) => Vec::new(),
    }
}

/// `2026-11-23 – A photo: My kite`.
fn capture_lines(captures: &[Capture], what: &str) -> Vec<String> {
    let line = |capture: &Capture| {
        let day = capture.date.map(|date| date.to_string()).unwrap_or_default();
        let colon = if capture.words.trim().is_empty() { "" } else { ": " };
        named_line(&day, &[format!("{what}{colon}{}", capture.words.trim())])
    };
    captures.iter().map(line).collect()
}

/// `12 minutes`, or just `12`.
fn with_unit(typed: &str, unit: &str) -> String {
    if unit.is_empty() { typed.to_owned() } else { format!("{typed} {unit}") }
}

/// `Time until it melted: 12 minutes`, for each column with something in it.
fn filled_cells(columns: &[Column], cells: &Named<String>) -> Vec<String> {
    let filled = columns.iter().filter_map(|column| {
        let cell = cells.get(&column.id).filter(|cell| !cell.trim().is_empty())?;
        let unit = column.number.as_deref().unwrap_or_default();
        let colon = if column.heading.ends_with(['?', ':']) { "" } else { ":" };
        Some(format!("{}{colon} {}", column.heading, with_unit(cell, unit)))
    });
    filled.collect()
}

/// `Wool – this; that`.
fn named_line(name: &str, parts: &[String]) -> String {
    let parts = parts.join("; ");
    if name.is_empty() { parts } else { format!("{name} – {parts}") }
}
