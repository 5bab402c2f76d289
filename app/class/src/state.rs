//! How far the work is, and who took part.

use work::result::ResultDocument;
use work::{By, Value};

use crate::Roll;

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

impl State {
    /// What a result says.
    pub fn of(result: &ResultDocument) -> Self {
        if result.finished.is_some() {
            return Self::Finished;
        }
        // As the family's own page counts.
        let wanted = || result.answered().take(result.asks.len()).filter(|(ask, _)| !ask.optional);
        let answered = wanted().filter(|(_, answer)| answer.is_some()).count();
        Self::Unfinished { answered, asks: wanted().count() }
    }
}

impl Roll {
    /// What is known of a student's work on an assignment.
    pub fn state(&self, student: &str, assignment: &str) -> State {
        self.result(student, assignment).map_or(State::NothingReceived, State::of)
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

/// Whether somebody at home took part: answered, gave feedback, or ticked an entry. A question for both that has an answer counts.
fn has_family(result: &ResultDocument) -> bool {
    let took_part = |(ask, answer): (&assignment::Ask, Option<&work::result::ResultAnswer>)| {
        answer.is_some_and(|answer| match &answer.value {
            Value::Log(entries) => entries.iter().any(|entry| entry.tick),
            Value::Agreement(parties) => parties.iter().any(|party| party == "family"),
            _ => ask.who != assignment::Who::Student || answer.by != By::Student,
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
