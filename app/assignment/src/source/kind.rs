//! The kinds of answer that an ask takes, each with keys of its own.

use super::ask::Earlier;
use super::columns::read_columns;
use super::diagnostic::{Diagnostics, did_you_mean};
use super::family::Role;
use super::header::Purpose;
use super::schema::{Fields, Range};
use super::{Code, Span};
use crate::document::{Kind, Number, Rows};

/// The words for them, after `ask`.
pub(super) const KINDS: &[&str] = &[
    "text",
    "number",
    "choice",
    "choices",
    "scale",
    "table",
    "log",
    "done",
    "drawing",
    "photo",
    "audio",
    "agreement",
];

/// Whether a word is a kind of ask.
pub(super) fn is_kind(word: &str) -> bool {
    KINDS.iter().any(|kind| kind.eq_ignore_ascii_case(word))
}

/// The keys of a kind's own, by its word.
pub(super) fn keys_of(word: &str) -> &'static [&'static str] {
    match word {
        "text" => &["lines", "starts-from"],
        "number" => &["unit", "correct", "min", "max"],
        "choice" | "choices" => &["options", "correct"],
        "scale" => &["low", "high", "steps"],
        "table" => &["columns", "rows", "most"],
        "log" => &["columns", "entries", "tick"],
        "done" => &["label"],
        "photo" => &["most"],
        "audio" => &["most", "seconds"],
        "agreement" => &["student", "family", "teacher"],
        _ => &[],
    }
}

/// The keys of all kinds, some of them more than once.
pub(super) fn all_keys() -> impl Iterator<Item = &'static str> {
    KINDS.iter().flat_map(|kind| keys_of(kind)).copied()
}

/// The asks that have a key of their own, as they are written.
pub(super) fn kinds_with(key: &str) -> Vec<String> {
    KINDS.iter().filter(|kind| keys_of(kind).contains(&key)).map(|kind| format!("`ask {kind}`")).collect()
}

/// The kind that an ask with such keys, each with its value, is most likely of.
pub(super) fn likely_kind<'k>(keys: impl Iterator<Item = (&'k str, &'k str)>) -> &'static str {
    let kind_with = |(key, value): (&str, &str)| match key {
        "options" => Some("choice"),
        "unit" | "min" | "max" => Some("number"),
        "correct" if Number::parse(value).is_some() => Some("number"),
        "correct" => Some("choice"),
        "rows" => Some("table"),
        "seconds" => Some("audio"),
        _ => KINDS.iter().find(|kind| keys_of(kind).contains(&key)).copied(),
    };
    keys.filter_map(kind_with).next().unwrap_or("text")
}

/// A kind, when it could be read.
pub(super) type Read = Option<Kind>;

/// Reads the keys of a kind, by its word.
pub(super) fn read_kind(
    word: &str,
    fields: &mut Fields<'_>,
    purpose: Purpose,
    earlier: &Earlier,
    found: &mut Diagnostics,
) -> Read {
    match word {
        "text" => read_text(fields, earlier, found),
        "number" => read_number(fields, found),
        "choice" => read_choice(fields, purpose, found),
        "choices" => read_choices(fields, purpose, found),
        "scale" => read_scale(fields, found),
        "table" => read_table(fields, found),
        "log" => read_log(fields, found),
        "drawing" => Some(Kind::Drawing),
        "photo" => Some(Kind::Photo { most: read_most(fields, found) }),
        "audio" => read_audio(fields, found),
        "agreement" => read_agreement(fields, found),
        _ => {
            let label = fields.text("label", found).unwrap_or_default();
            Some(Kind::Done { label })
        }
    }
}

fn read_text(fields: &mut Fields<'_>, earlier: &Earlier, found: &mut Diagnostics) -> Read {
    let lines = fields.whole_number("lines", Range { from: 1, to: 30 }, found);
    let mut starts_from = None;
    if let Some(value) = fields.value("starts-from", found) {
        let id = value.text();
        if earlier.get(&id) == Some(&true) {
            starts_from = Some(id);
        } else {
            found.report(
                Code::StartUnknown,
                value.span(),
                format!("There is no text ask called `{id}` above this one."),
                "Write the id of an `ask text` earlier in this file.",
            );
        }
    }
    let lines = lines.map_or(3, |(lines, _)| lines);
    Some(Kind::Text { lines, starts_from })
}

fn read_number(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Read {
    let unit = fields.text("unit", found).unwrap_or_default();
    let correct = fields.numbers("correct", found);
    let min = fields.number("min", found);
    let max = fields.number("max", found);
    if let (Some((min, _)), Some((max, span))) = (&min, &max)
        && min > max
    {
        found.report(
            Code::RangeEmpty,
            *span,
            "`max` is smaller than `min`.",
            "Change one of the two, or swap them.",
        );
    }
    let outside = |(correct, _): &&(Number, Span)| {
        min.as_ref().is_some_and(|(min, _)| correct < min)
            || max.as_ref().is_some_and(|(max, _)| correct > max)
    };
    for (_, span) in correct.iter().filter(outside) {
        found.report(
            Code::RangeEmpty,
            *span,
            "The correct answer is not between `min` and `max`.",
            "Change `correct`, `min` or `max`.",
        );
    }
    let number = |(number, _): (Number, Span)| number;
    let correct = correct.into_iter().map(number).collect();
    Some(Kind::Number { unit, correct, min: min.map(number), max: max.map(number) })
}

fn read_options(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Option<Vec<String>> {
    let options: Vec<String> =
        fields.distinct("options", found).into_iter().map(|(option, _)| option).collect();
    if options.is_empty() && fields.has_been_given("options") {
        return None;
    }
    if options.len() < 2 {
        let whole = fields.whole();
        found.report(
            Code::OptionsTooFew,
            whole,
            "This choice has fewer than two options.",
            "Write `options:` and below it one line for each, starting with a hyphen and a space.",
        );
        return None;
    }
    Some(options)
}

/// Whether what is right is one of the options. A translation may have it in its original's words.
fn check_correct(
    correct: &str,
    span: Span,
    options: &[String],
    purpose: Purpose,
    found: &mut Diagnostics,
) -> bool {
    let known = purpose == Purpose::Translation || options.iter().any(|option| option == correct);
    if !known {
        let options: Vec<&str> = options.iter().map(String::as_str).collect();
        found.report(
            Code::CorrectNotAnOption,
            span,
            format!("“{correct}” is not one of the options."),
            match did_you_mean(correct, &options) {
                Some(meant) => format!("Did you mean “{meant}”? It must be the same, word for word."),
                None => "Write one of the options, word for word.".to_owned(),
            },
        );
    }
    known
}

fn read_choice(fields: &mut Fields<'_>, purpose: Purpose, found: &mut Diagnostics) -> Read {
    let options = read_options(fields, found);
    let correct = fields.value("correct", found);
    options.map(|options| {
        let correct = correct
            .map(|value| (value.text(), value.span()))
            .filter(|(text, span)| check_correct(text, *span, &options, purpose, found))
            .map(|(text, _)| text);
        Kind::Choice { options, correct }
    })
}

fn read_choices(fields: &mut Fields<'_>, purpose: Purpose, found: &mut Diagnostics) -> Read {
    let options = read_options(fields, found);
    let correct = fields.distinct("correct", found);
    options.map(|options| {
        let correct = correct
            .into_iter()
            .filter(|(text, span)| check_correct(text, *span, &options, purpose, found))
            .map(|(text, _)| text)
            .collect();
        Kind::Choices { options, correct }
    })
}

fn read_scale(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Read {
    let low = fields.text("low", found);
    let high = fields.text("high", found);
    for (end, key, example) in [(&low, "low", "Not at all"), (&high, "high", "Very much")] {
        if end.is_none() {
            fields.missing(key, example, found);
        }
    }
    let steps = fields.whole_number("steps", Range { from: 2, to: 10 }, found).map_or(5, |(steps, _)| steps);
    low.zip(high).map(|(low, high)| Kind::Scale { low, high, steps })
}

fn read_table(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Read {
    let columns = read_columns(fields, found);
    if columns.is_empty() {
        fields.missing_list("columns", "What we saw", found);
    }
    let most = fields.whole_number("most", Range { from: 1, to: 200 }, found).map(|(most, _)| most);
    let rows = if fields.is_list("rows") {
        Rows::Named(fields.distinct("rows", found).into_iter().map(|(row, _)| row).collect())
    } else {
        read_growing_rows(fields, most, found)
    };
    (!columns.is_empty()).then_some(Kind::Table { columns, rows })
}

fn read_growing_rows(fields: &mut Fields<'_>, most: Option<u32>, found: &mut Diagnostics) -> Rows {
    let rows = fields.whole_number("rows", Range { from: 1, to: 200 }, found);
    if let (Some((start, span)), Some(most)) = (rows, most)
        && start > most
    {
        found.report(
            Code::RangeEmpty,
            span,
            "`rows` is larger than `most`.",
            "`rows` is how many rows there are at first, `most` how many there can be. Change one of the two.",
        );
    }
    let start = rows.map_or(3, |(start, _)| start);
    let most = most.unwrap_or_else(|| start.max(50));
    Rows::Growing { start: start.min(most), most }
}

fn read_log(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Read {
    let columns = read_columns(fields, found);
    let entries =
        fields.whole_number("entries", Range { from: 1, to: 100 }, found).map_or(4, |(entries, _)| entries);
    let tick = fields.text("tick", found).unwrap_or_default();
    Some(Kind::Log { columns, entries, tick })
}

/// How many photos or recordings: a phone has to keep them, and a mail to carry them.
fn read_most(fields: &mut Fields<'_>, found: &mut Diagnostics) -> u32 {
    fields.whole_number("most", Range { from: 1, to: 6 }, found).map_or(1, |(most, _)| most)
}

fn read_audio(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Read {
    let most = read_most(fields, found);
    let seconds = fields.whole_number("seconds", Range { from: 5, to: 180 }, found);
    let seconds = seconds.map_or(60, |(seconds, _)| seconds);
    Some(Kind::Audio { most, seconds })
}

fn read_agreement(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Read {
    let mut promises = |party: &str, example: &str| -> Vec<String> {
        let items = fields.distinct(party, found);
        if items.is_empty() {
            fields.missing_list(party, example, found);
        }
        for (_, span) in &items {
            found.said(Role::Asked, *span);
        }
        items.into_iter().map(|(promise, _)| promise).collect()
    };
    let student = promises("student", "I choose something to read every day.");
    let family = promises("family", "Someone at home listens four times a week.");
    let teacher = promises("teacher", "I change the book bag every Monday.");
    let is_whole = [&student, &family, &teacher].iter().all(|promises| !promises.is_empty());
    is_whole.then_some(Kind::Agreement { student, family, teacher })
}
