//! How families found it, counted.

use assignment::Statement;
use work::result::ResultDocument;
use work::{FamilyFeedback, Rating, normalised_name};

use crate::Roll;

/// The most labels that a scale of feedback can have.
const MOST_STEPS: u32 = 7;

/// How often each step of the scale was chosen for one statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementCount {
    /// The statement's id.
    pub id: String,
    /// Its words; empty when it was taken out after somebody had answered it.
    pub text: String,
    /// Newer results have other words under the same id.
    pub has_newer_words: bool,
    /// The labels of the scale, from low to high.
    pub scale: Vec<String>,
    /// How many people at home chose each label.
    pub counts: Vec<usize>,
}

impl StatementCount {
    /// How many people at home answered it.
    pub fn people(&self) -> usize {
        self.counts.iter().sum()
    }

    /// Each label with how many chose it, and what percentage of all that is.
    pub fn shares(&self) -> impl Iterator<Item = (&str, usize, usize)> {
        let people = self.people();
        let share = move |count: usize| (count * 100).checked_div(people).unwrap_or(0);
        self.scale.iter().zip(&self.counts).map(move |(label, count)| (label.as_str(), *count, share(*count)))
    }
}

/// Everyone at home who said something in this result. Of several who would be called the same, such as
/// two aunties who gave no name, each has a number, from 1.
pub fn people(result: &ResultDocument) -> Vec<(&FamilyFeedback, Option<usize>)> {
    let called = |family: &FamilyFeedback| (family.partner, normalised_name(&family.name));
    let same = |one: &&FamilyFeedback, other: &FamilyFeedback| called(one) == called(other);
    let person = |(at, family)| {
        let before = result.families[..at].iter().filter(|other| same(other, family)).count();
        let all = result.families.iter().filter(|other| same(other, family)).count();
        (family, (all > 1).then_some(before + 1))
    };
    result.families.iter().enumerate().map(person).collect()
}

/// What one person at home chose, by the statements in their order, and after them those that are no longer asked: their words are
/// lost, and what was said to them is not.
pub fn given(result: &ResultDocument, family: &FamilyFeedback) -> Vec<(Statement, Rating)> {
    let asked = &result.feedback.statements;
    let gone = family.statements.names().filter(|id| !asked.iter().any(|statement| statement.id == *id));
    let gone = gone.map(|id| Statement { id: id.to_owned(), text: String::new() });
    let all = asked.iter().cloned().chain(gone);
    all.filter_map(|statement| {
        let rating = *family.statements.get(&statement.id)?;
        Some((statement, rating))
    })
    .collect()
}

/// Each statement of an assignment's feedback, counted. A statement in other words, or on another scale, is counted apart: a
/// “Yes” of three is not a “Yes” of five, and a “Yes” to one question is none to another.
pub fn statements(roll: &Roll, assignment: &str) -> Vec<StatementCount> {
    let mut counts: Vec<StatementCount> = Vec::new();
    for result in roll.of_assignment(assignment) {
        for statement in &result.feedback.statements {
            place(&mut counts, statement, &result.feedback.scale);
        }
        for (statement, rating) in result.families.iter().flat_map(|family| given(result, family)) {
            let labels = labels(rating, &result.feedback.scale);
            // A file can say anything; a step that no scale has is no opinion.
            let step = usize::try_from(rating.step).ok().and_then(|step| step.checked_sub(1));
            let Some(step) = step.filter(|step| *step < labels.len()) else { continue };
            place(&mut counts, &statement, &labels).counts[step] += 1;
        }
    }
    counts
}

fn place<'c>(
    counts: &'c mut Vec<StatementCount>,
    statement: &Statement,
    scale: &[String],
) -> &'c mut StatementCount {
    let is_same = |count: &StatementCount| {
        count.id == statement.id && count.text == statement.text && count.scale == *scale
    };
    let at = counts.iter().position(is_same).unwrap_or_else(|| {
        let has_other_words =
            |count: &StatementCount| count.id == statement.id && count.text != statement.text;
        counts.push(StatementCount {
            id: statement.id.clone(),
            text: statement.text.clone(),
            has_newer_words: counts.iter().any(has_other_words),
            scale: scale.to_vec(),
            counts: vec![0; scale.len()],
        });
        counts.len() - 1
    });
    &mut counts[at]
}

/// The labels that were chosen from; numbers, when only the length of their scale is known.
fn labels(rating: Rating, asked: &[String]) -> Vec<String> {
    if usize::try_from(rating.of) == Ok(asked.len()) {
        asked.to_vec()
    } else {
        (1..=rating.of.min(MOST_STEPS)).map(|step| step.to_string()).collect()
    }
}
