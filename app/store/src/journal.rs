//! What a tab had not yet kept when it was left, as a text.
//!
//! The first line is the tab. Each further line is one change: a letter that says which, and a record as it stands on its shelf. Steps
//! of work borrow the work's record, and an answer's base stands before it as an answer. So a phone needs no more code for them than it has.

use assignment::json::{self, InJson};
use assignment::{Assignment, Head, Shared};
use work::{Answer, Step, Value, WorkRecord};

use crate::Change;

/// What stands at the start of a line.
mod line {
    pub const CHILD: char = 'c';
    pub const BASE: char = 'b';
    pub const ANSWER: char = 'a';
    pub const EARLIER: char = 'e';
    pub const OPENED: char = 'o';
    pub const RECEIVED: char = 'r';
    pub const FINISHED: char = 'f';
    pub const SENT: char = 's';
}

/// The text of a tab's changes.
pub(crate) fn write(tab: &str, changes: &[Change]) -> String {
    let mut text = tab.to_owned();
    for change in changes {
        match change {
            Change::Child(child) => add(&mut text, line::CHILD, &json::write(child)),
            Change::Earlier(version) => add(&mut text, line::EARLIER, &json::write(version)),
            Change::Answer { answer, base } => {
                if let Some(base) = base {
                    let mut before = answer.clone();
                    before.value.clone_from(base);
                    add(&mut text, line::BASE, &json::write(&before));
                }
                add(&mut text, line::ANSWER, &json::write(answer));
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
                    Step::Received { now, .. } => {
                        record.started = *now;
                        line::RECEIVED
                    }
                    Step::Finished(_) => line::FINISHED,
                    Step::Sent(_) => line::SENT,
                };
                add(&mut text, letter, &json::write(&record));
            }
        }
    }
    text
}

fn add(text: &mut String, letter: char, record: &str) {
    text.push('\n');
    text.push(letter);
    text.push_str(record);
}

/// What a tab has noted.
pub(crate) struct Note<'t> {
    /// The tab.
    pub tab: &'t str,
    /// Its changes.
    pub changes: Vec<Change>,
    /// The note with only those of its lines that nobody can read, or empty: they may be of a newer Taumahi, and stay for it.
    pub rest: String,
}

/// Reads a note. A line that cannot be read costs one change.
pub(crate) fn read(text: &str) -> Note<'_> {
    let mut lines = text.split('\n');
    let mut note = Note { tab: lines.next().unwrap_or_default(), changes: Vec::new(), rest: String::new() };
    let mut base = None;
    for line in lines {
        let mut record = line.chars();
        let letter = record.next().unwrap_or_default();
        if letter == line::BASE {
            base = of::<Answer>(record.as_str()).map(|answer| answer.value);
            continue;
        }
        if let Some(change) = change(letter, record.as_str(), base.take()) {
            note.changes.push(change);
        } else {
            if note.rest.is_empty() {
                note.rest.push_str(note.tab);
            }
            note.rest.push('\n');
            note.rest.push_str(line);
        }
    }
    note
}

fn change(letter: char, record: &str, base: Option<Value>) -> Option<Change> {
    match letter {
        line::ANSWER => Some(Change::Answer { answer: of(record)?, base }),
        line::EARLIER => Some(Change::Earlier(of(record)?)),
        line::CHILD => Some(Change::Child(of(record)?)),
        letter => step(letter, of(record)?),
    }
}

fn step(letter: char, record: WorkRecord) -> Option<Change> {
    let assignment = record.document.head.id.clone();
    let step = match letter {
        line::OPENED => Step::Opened { document: Box::new(record.document), now: record.started },
        line::RECEIVED => {
            let shared =
                Shared { document: record.document, translations: record.translations, ..Shared::default() };
            Step::Received { shared: Box::new(shared), now: record.started }
        }
        line::FINISHED => Step::Finished(record.finished),
        line::SENT => Step::Sent(*record.sent.first()?),
        _ => return None,
    };
    Some(Change::Work { profile: record.profile, assignment, step })
}

fn of<T: InJson + Default>(record: &str) -> Option<T> {
    json::read(record).ok()
}

#[cfg(test)]
mod tests {
    use work::{By, Marks, Profile, Slot};

    use super::*;

    fn changes() -> Vec<Change> {
        let child = Profile {
            id: "1".into(),
            name: "Ma\u{304}rama\n".into(),
            picture: "kiwi".into(),
            added: 3,
            reads: String::new(),
        };
        let answer = Answer {
            profile: "1".into(),
            assignment: "halves".into(),
            slot: Slot::Ask("a".into()),
            value: Value::Text("two\nlines".into()),
            when: 4,
            by: By::Student,
            revision: 2,
            marks: Marks::default(),
            was: None,
        };
        let step = |step| Change::Work { profile: "1".into(), assignment: "halves".into(), step };
        let head = Head { id: "halves".into(), title: "½".into(), ..Head::default() };
        let document = Assignment { version: 1, head, ..Assignment::default() };
        let shared =
            Shared { document: document.clone(), translations: vec![document.clone()], ..Shared::default() };
        vec![
            Change::Child(child),
            step(Step::Received { shared: Box::new(shared), now: 5 }),
            step(Step::Opened { document: Box::new(document), now: 5 }),
            Change::Answer { answer: answer.clone(), base: Some(Value::Number("1".into())) },
            Change::Answer { answer: answer.clone(), base: None },
            Change::Earlier(answer),
            step(Step::Finished(Some(6))),
            step(Step::Finished(None)),
            step(Step::Sent(7)),
        ]
    }

    #[test]
    fn every_change_comes_back() {
        let text = write("tab", &changes());
        let note = read(&text);
        assert_eq!((note.tab, note.changes, note.rest.as_str()), ("tab", changes(), ""));
        assert_eq!((read("tab").changes, read("tab").rest), (vec![], String::new()));
    }

    #[test]
    fn a_line_that_nobody_can_read_costs_one_change_and_stays() {
        let text = write("tab", &changes());
        let half: String = text.chars().take(text.chars().count() - 5).collect();
        let note = read(&half);
        assert_eq!(note.changes, changes()[..changes().len() - 1]);
        assert_eq!(note.rest, format!("tab\n{}", half.rsplit('\n').next().unwrap()));
        let newer = text.replacen("\n", "\nz{\"newer\":1}\n\n", 1);
        let note = read(&newer);
        assert_eq!((note.changes, note.rest.as_str()), (changes(), "tab\nz{\"newer\":1}\n"));
        for other in ["tab\n", "tab\nx{}", "tab\ns{\"profile\":\"1\"}"] {
            assert_eq!((read(other).changes, read(other).rest.as_str()), (vec![], other), "{other}");
        }
    }
}
