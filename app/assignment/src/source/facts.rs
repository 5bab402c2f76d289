//! What a question says that is no words: who is asked, what is right, how many lines. A translation has it from its original.

use std::collections::HashMap;

use super::Span;
use super::schema::Fields;
use crate::document::{Ask, Kind, Number, Rows, Who};

const KEYS: &[&str] = &[
    "who",
    "optional",
    "looks-back-at",
    "lines",
    "starts-from",
    "correct",
    "min",
    "max",
    "steps",
    "rows",
    "most",
    "entries",
    "seconds",
];

/// The keys of facts that each ask of a text has, by its id, and where they stand.
pub(super) type Facts = HashMap<String, Vec<(&'static str, Span)>>;

/// The keys of facts that were written in an ask.
pub(super) fn facts_in(fields: &Fields<'_>) -> Vec<(&'static str, Span)> {
    KEYS.iter().filter_map(|key| Some((*key, fields.place_of(key)?))).collect()
}

/// Whether a translation says the same of a key as its original. Options are compared by their places in the list, for their words
/// are other ones.
pub(super) fn is_same(original: &Ask, translated: &Ask, key: &str) -> bool {
    if key != "correct" {
        let (own, other) = (said(original, key), said(translated, key));
        return own == other || numbers_are_same(&own, &other);
    }
    match (&original.kind, &translated.kind) {
        (Kind::Number { correct, .. }, Kind::Number { correct: other, .. }) => {
            correct.len() == other.len() && correct.iter().all(|number| other.contains(number))
        }
        (Kind::Choice { options, correct }, Kind::Choice { options: others, correct: other }) => {
            are_same(options, correct.as_slice(), others, other.as_slice())
        }
        (Kind::Choices { options, correct }, Kind::Choices { options: others, correct: other }) => {
            are_same(options, correct, others, other)
        }
        _ => true,
    }
}

fn numbers_are_same(own: &str, other: &str) -> bool {
    Number::parse(own).is_some_and(|own| Number::parse(other).as_ref() == Some(&own))
}

/// Whether the same options are right. A translation may name them in its own words or in the original's.
fn are_same(options: &[String], correct: &[String], others: &[String], other: &[String]) -> bool {
    let place = |words: &String, options: &[String]| options.iter().position(|option| option == words);
    let mut own: Vec<_> = correct.iter().map(|words| place(words, options)).collect();
    let mut translated: Vec<_> =
        other.iter().map(|words| place(words, others).or_else(|| place(words, options))).collect();
    own.sort_unstable();
    translated.sort_unstable();
    own == translated
}

/// What an ask says of a key, as it could stand in its source; nothing when it says nothing. A list is not written out.
pub(super) fn said(ask: &Ask, key: &str) -> String {
    let number =
        |number: &Option<Number>| number.as_ref().map(Number::as_written).unwrap_or_default().to_owned();
    match (key, &ask.kind) {
        ("who", _) => match ask.who {
            Who::Student => "student",
            Who::Together => "together",
            Who::Family => "family",
        }
        .to_owned(),
        ("optional", _) => if ask.optional { "yes" } else { "no" }.to_owned(),
        ("looks-back-at", _) => ask.looks_back_at.clone(),
        ("lines", Kind::Text { lines, .. }) => lines.to_string(),
        ("starts-from", Kind::Text { starts_from, .. }) => starts_from.clone().unwrap_or_default(),
        ("correct", Kind::Number { correct, .. }) => match correct.as_slice() {
            [] => String::new(),
            [one] => one.as_written().to_owned(),
            _ => "…".to_owned(),
        },
        ("correct", Kind::Choice { correct, .. }) => correct.clone().unwrap_or_default(),
        ("correct", Kind::Choices { correct, .. }) if !correct.is_empty() => "…".to_owned(),
        ("min", Kind::Number { min, .. }) => number(min),
        ("max", Kind::Number { max, .. }) => number(max),
        ("steps", Kind::Scale { steps, .. }) => steps.to_string(),
        ("rows", Kind::Table { rows: Rows::Growing { start, .. }, .. }) => start.to_string(),
        ("rows", Kind::Table { rows: Rows::Named(_), .. }) => "…".to_owned(),
        ("most", Kind::Table { rows: Rows::Growing { most, .. }, .. })
        | ("most", Kind::Photo { most } | Kind::Audio { most, .. }) => most.to_string(),
        ("entries", Kind::Log { entries, .. }) => entries.to_string(),
        ("seconds", Kind::Audio { seconds, .. }) => seconds.to_string(),
        _ => String::new(),
    }
}
