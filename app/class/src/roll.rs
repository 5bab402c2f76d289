//! Students × assignments.

use std::collections::BTreeMap;

use work::result::ResultDocument;
use work::{Value, normalised_name};

/// Everything received, with the newest result of each student for each assignment on top.
#[derive(Debug, Clone, Default)]
pub struct Roll {
    /// Newest first, by student's id and assignment's id.
    results: BTreeMap<(String, String), Vec<ResultDocument>>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Student {
    /// The id from the child's device.
    pub id: String,
    /// The name as it was typed, in the newest result.
    pub name: String,
    /// The picture the child chose.
    pub picture: String,
    /// Another row has the same name: another child, or the same child on another device.
    pub shares_name: bool,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignmentColumn {
    /// The assignment's id.
    pub id: String,
    /// Its title in the newest result.
    pub title: String,
}

/// What has been received of one student for one assignment. Work that was never sent is unknown, not undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing.
    NothingReceived,
    /// A result that was sent before the family said that it is done.
    Unfinished {
        /// Asks with an answer.
        answered: usize,
        /// All asks.
        asks: usize,
    },
    /// A result that the family said is done.
    Finished,
}

/// How many took part in one assignment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Participation {
    /// Students with a result.
    pub received: usize,
    /// Students with a finished one.
    pub finished: usize,
    /// Students with somebody at home who answered something or ticked a log.
    pub with_family: usize,
    /// Entries in all logs.
    pub log_entries: usize,
}

impl Roll {
    /// Takes these results, in any order.
    pub fn new(results: impl IntoIterator<Item = ResultDocument>) -> Self {
        let mut roll = Self::default();
        for result in results {
            let key = (result.student.id.clone(), result.assignment.id.clone());
            roll.results.entry(key).or_default().push(result);
        }
        for versions in roll.results.values_mut() {
            versions.sort_by_key(|result| std::cmp::Reverse(result.made));
            versions.dedup();
        }
        roll
    }

    /// The students, by name.
    pub fn students(&self) -> Vec<Student> {
        let newest = newest_of(self.newest(), |result| &result.student.id);
        let mut names: BTreeMap<String, usize> = BTreeMap::new();
        for result in newest.values() {
            *names.entry(normalised_name(&result.student.name)).or_default() += 1;
        }
        let mut students: Vec<Student> = newest
            .into_iter()
            .map(|(id, result)| Student {
                id: id.to_owned(),
                name: result.student.name.clone(),
                picture: result.student.picture.clone(),
                shares_name: names
                    .get(&normalised_name(&result.student.name))
                    .is_some_and(|count| *count > 1),
            })
            .collect();
        students.sort_by_cached_key(|student| (normalised_name(&student.name), student.id.clone()));
        students
    }

    /// The assignments, in the order they open.
    pub fn assignments(&self) -> Vec<AssignmentColumn> {
        let newest = newest_of(self.newest(), |result| &result.assignment.id);
        let mut columns: Vec<&ResultDocument> = newest.into_values().collect();
        columns.sort_by_key(|result| (result.assignment.opens, result.assignment.id.clone()));
        let column = |result: &ResultDocument| AssignmentColumn {
            id: result.assignment.id.clone(),
            title: result.assignment.title.clone(),
        };
        columns.into_iter().map(column).collect()
    }

    /// The newest result of a student for an assignment.
    pub fn result(&self, student: &str, assignment: &str) -> Option<&ResultDocument> {
        self.versions(student, assignment).first()
    }

    /// All results of a student for an assignment, the newest first.
    pub fn versions(&self, student: &str, assignment: &str) -> &[ResultDocument] {
        self.results.get(&(student.to_owned(), assignment.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// The newest result of every student for every assignment.
    pub fn newest(&self) -> impl Iterator<Item = &ResultDocument> {
        self.results.values().filter_map(|versions| versions.first())
    }

    /// What is known of a student's work on an assignment.
    pub fn state(&self, student: &str, assignment: &str) -> State {
        match self.result(student, assignment) {
            None => State::NothingReceived,
            Some(result) if result.finished.is_some() => State::Finished,
            Some(result) => {
                let still_asked = result.answered().take(result.asks.len());
                let answered = still_asked.filter(|(_, answer)| answer.is_some()).count();
                State::Unfinished { answered, asks: result.asks.len() }
            }
        }
    }

    /// How many took part.
    pub fn participation(&self, assignment: &str) -> Participation {
        let mut count = Participation::default();
        for result in self.newest().filter(|result| result.assignment.id == assignment) {
            count.received += 1;
            count.finished += usize::from(result.finished.is_some());
            count.with_family += usize::from(has_family(result));
            count.log_entries += log_entries(result);
        }
        count
    }
}

/// The newest result for each id.
fn newest_of<'r>(
    results: impl Iterator<Item = &'r ResultDocument>,
    id: fn(&ResultDocument) -> &str,
) -> BTreeMap<&'r str, &'r ResultDocument> {
    let mut newest: BTreeMap<&str, &ResultDocument> = BTreeMap::new();
    for result in results {
        let held = newest.entry(id(result)).or_insert(result);
        if result.made > held.made {
            *held = result;
        }
    }
    newest
}

/// Whether somebody at home took part: answered, gave feedback, or ticked an entry. A question for both that has an answer counts.
fn has_family(result: &ResultDocument) -> bool {
    let took_part = |(ask, answer): (&assignment::Ask, Option<&work::result::ResultAnswer>)| {
        answer.is_some_and(|answer| match &answer.value {
            Value::Log(entries) => entries.iter().any(|entry| entry.tick),
            _ => ask.who != assignment::Who::Student || answer.by != work::By::Student,
        })
    };
    !result.families.is_empty() || result.answered().any(took_part)
}

fn log_entries(result: &ResultDocument) -> usize {
    let entries = result.answers.iter().map(|answer| match &answer.value {
        Value::Log(entries) => entries.iter().filter(|entry| !entry.is_empty()).count(),
        _ => 0,
    });
    entries.sum()
}
