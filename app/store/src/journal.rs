//! What a tab had not yet kept when it was left, as a text.
//!
//! The first line is the tab. Each further line is one change: a letter that says which, and a record as it stands on its shelf. Steps
//! of work borrow the work's record, and an answer's base stands before it as an answer. So a phone needs no more code for them than it has.

use assignment::{Assignment, Head, json};
use serde::de::DeserializeOwned;
use work::{Answer, Step, WorkRecord};

use crate::{Change, StoreError, to_text};

/// What stands at the start of a line.
mod line {
    pub const CHILD: char = 'c';
    pub const BASE: char = 'b';
    pub const ANSWER: char = 'a';
    pub const OPENED: char = 'o';
    pub const FINISHED: char = 'f';
    pub const SENT: char = 's';
}

/// The text of a tab's changes.
pub(crate) fn write(tab: &str, changes: &[Change]) -> Result<String, StoreError> {
    let mut text = tab.to_owned();
    for change in changes {
        match change {
            Change::Child(child) => add(&mut text, line::CHILD, &to_text(child)?),
            Change::Answer { answer, base } => {
                if let Some(base) = base {
                    let mut before = answer.clone();
                    before.value.clone_from(base);
                    add(&mut text, line::BASE, &to_text(&before)?);
                }
                add(&mut text, line::ANSWER, &to_text(answer)?);
            }
            Change::Work { profile, assignment, step } => {
                let document = Assignment {
                    head: Head { id: assignment.clone(), ..Head::default() },
                    ..Assignment::default()
                };
                let mut record = WorkRecord::start(profile, document, 0);
                record.take(step);
                let letter = match step {
                    Step::Opened { now, .. } => {
                        record.started = *now;
                        line::OPENED
                    }
                    Step::Finished(_) => line::FINISHED,
                    Step::Sent(_) => line::SENT,
                };
                add(&mut text, letter, &to_text(&record)?);
            }
        }
    }
    Ok(text)
}

fn add(text: &mut String, letter: char, record: &str) {
    text.push('\n');
    text.push(letter);
    text.push_str(record);
}

/// The tab and its changes. `None` when this is no such text.
pub(crate) fn read(text: &str) -> Option<(&str, Vec<Change>)> {
    let mut lines = text.split('\n');
    let tab = lines.next()?;
    let mut changes = Vec::new();
    let mut base = None;
    for line in lines {
        let mut record = line.chars();
        match record.next()? {
            line::BASE => base = Some(of::<Answer>(record.as_str())?.value),
            line::ANSWER => changes.push(Change::Answer { answer: of(record.as_str())?, base: base.take() }),
            line::CHILD => changes.push(Change::Child(of(record.as_str())?)),
            letter => changes.push(step(letter, of(record.as_str())?)?),
        }
    }
    Some((tab, changes))
}

fn step(letter: char, record: WorkRecord) -> Option<Change> {
    let assignment = record.document.head.id.clone();
    let step = match letter {
        line::OPENED => Step::Opened { document: Box::new(record.document), now: record.started },
        line::FINISHED => Step::Finished(record.finished),
        line::SENT => Step::Sent(*record.sent.first()?),
        _ => return None,
    };
    Some(Change::Work { profile: record.profile, assignment, step })
}

fn of<T: DeserializeOwned>(record: &str) -> Option<T> {
    json::read(record).ok()
}

#[cfg(test)]
mod tests {
    use work::{By, Profile, Slot, Value};

    use super::*;

    fn changes() -> Vec<Change> {
        let child =
            Profile { id: "1".into(), name: "Ma\u{304}rama\n".into(), picture: "kiwi".into(), added: 3 };
        let answer = Answer {
            profile: "1".into(),
            assignment: "halves".into(),
            slot: Slot::Ask("a".into()),
            value: Value::Text("two\nlines".into()),
            when: 4,
            by: By::Student,
            revision: 2,
        };
        let step = |step| Change::Work { profile: "1".into(), assignment: "halves".into(), step };
        let head = Head { id: "halves".into(), title: "½".into(), ..Head::default() };
        let document = Assignment { version: 1, head, ..Assignment::default() };
        vec![
            Change::Child(child),
            step(Step::Opened { document: Box::new(document), now: 5 }),
            Change::Answer { answer: answer.clone(), base: Some(Value::Number("1".into())) },
            Change::Answer { answer, base: None },
            step(Step::Finished(Some(6))),
            step(Step::Finished(None)),
            step(Step::Sent(7)),
        ]
    }

    #[test]
    fn every_change_comes_back() {
        let text = write("tab", &changes()).unwrap();
        assert_eq!(read(&text), Some(("tab", changes())));
        assert_eq!(read("tab"), Some(("tab", vec![])));
    }

    #[test]
    fn half_a_text_and_another_text_are_none() {
        let text = write("tab", &changes()).unwrap();
        let half: String = text.chars().take(text.chars().count() - 5).collect();
        for other in [half.as_str(), "", "tab\n", "tab\nx{}", "tab\ns{\"profile\":\"1\"}"] {
            assert!(read(other).is_none_or(|(_, changes)| changes.is_empty()), "{other}");
        }
    }
}
