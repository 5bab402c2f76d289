//! How much a result can have of what is read one by one.

use super::{Excess, ResultDocument, ResultError};

/// More questions than any homework has, with those that were taken out. Homework by link has 500 at most.
const MOST_ASKS: usize = 5_000;

/// More people than live in any home.
const MOST_PEOPLE: usize = 500;

/// More photos and recordings than fit into a result, as small as phones make them.
const MOST_MEDIA: usize = 2_000;

/// The bytes of a name, an id or a title: home takes names of 60 letters.
const LONGEST_NAME: usize = 2_000;

/// Refuses what would take the desk minutes to go through, or would not fit on a line.
pub(super) fn check(result: &ResultDocument) -> Result<(), ResultError> {
    let is_within = [
        (Excess::Questions, result.asks.len() + result.removed.len() <= MOST_ASKS),
        (Excess::Answers, result.answers.len() <= MOST_ASKS),
        (Excess::People, result.families.len() <= MOST_PEOPLE),
        (Excess::Media, result.media.len() <= MOST_MEDIA),
        (Excess::Letters, names(result).all(|name| name.len() <= LONGEST_NAME)),
    ];
    match is_within.into_iter().find(|(_, is_within)| !is_within) {
        Some((excess, _)) => Err(ResultError::TooMuch(excess)),
        None => Ok(()),
    }
}

fn names(result: &ResultDocument) -> impl Iterator<Item = &String> {
    let student = [&result.student.id, &result.student.name, &result.student.picture];
    let head = &result.assignment;
    let head = [&head.id, &head.hash, &head.lang, &head.title, &head.subject, &head.year];
    let class = result.class.iter().flat_map(|class| [&class.name, &class.teacher, &class.school]);
    let asks = result.asks.iter().chain(&result.removed).map(|ask| &ask.id);
    let people = result.families.iter().map(|family| &family.name);
    student.into_iter().chain(head).chain(class).chain(asks).chain(people)
}
