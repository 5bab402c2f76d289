//! Reading an `ask` block.

use std::collections::HashMap;

use super::columns::read_columns;
use super::diagnostic::{Diagnostics, did_you_mean};
use super::family::Role;
use super::fence::Fence;
use super::id::{LONGEST, has_signs_of_id, id_from, is_id};
use super::schema::{Fields, Range};
use super::{Code, Span};
use crate::document::{Ask, Kind, Number, Rows, Who};

const KINDS: &[&str] = &["text", "number", "choice", "choices", "scale", "table", "log", "done"];
const COMMON_KEYS: &[&str] = &["id", "question", "who", "optional", "hint", "help"];

/// Whether a word is a kind of ask.
pub(super) fn is_kind(word: &str) -> bool {
    KINDS.iter().any(|kind| kind.eq_ignore_ascii_case(word))
}

/// What earlier asks of the file have said that later ones depend on: each id, and whether it is a text.
pub(super) type Earlier = HashMap<String, bool>;

/// Reads one ask, which is for `section_who` unless it says otherwise. `None` when it cannot be answered at all, which has then been
/// reported.
pub(super) fn read_ask(
    source: &str,
    fence: &Fence<'_>,
    section_who: Option<Who>,
    earlier: &mut Earlier,
    found: &mut Diagnostics,
) -> Option<Ask> {
    let kind_word = kind_word(fence, found);
    let mut fields = Fields::read(source, fence.body, fence.opening, "ask", found);
    let id = read_id(&mut fields, earlier, found);
    let who = match fields.value("who", found) {
        Some(value) => who_named(&value.text(), value.span(), found),
        None => section_who.unwrap_or_default(),
    };
    let optional = fields.yes("optional", found);
    let question = fields.inline("question", Role::Asked, found);
    if question.is_none() {
        fields.missing("question", "What did you find out?", found);
    }
    let hint = fields.inline("hint", Role::ForChild, found).unwrap_or_default();
    let help_place = fields.place_of("help");
    let help = fields.inline("help", Role::ForChild, found).unwrap_or_default();
    let kind_word = kind_word?;
    let (kind, own_keys) = read_kind(kind_word, &mut fields, earlier, found);
    fields.finish(&[COMMON_KEYS, own_keys].concat(), found);
    if let (Some(place), Some(kind)) = (help_place, &kind)
        && !kind.has_right_answer()
    {
        report_help_unused(place, kind_word, found);
    }
    let (id, question) = (id?, question?);
    earlier.insert(id.clone(), kind_word == "text");
    Some(Ask { id, who, optional, question, hint, help, kind: kind? })
}

fn kind_word(fence: &Fence<'_>, found: &mut Diagnostics) -> Option<&'static str> {
    let word = fence.info.split_whitespace().nth(1);
    let known = word.and_then(|word| KINDS.iter().find(|kind| kind.eq_ignore_ascii_case(word)));
    let all = KINDS.join(", ");
    match (word, known) {
        (None, _) => found.report(
            Code::AskKindMissing,
            fence.opening,
            "This ask does not say what kind of answer it takes.",
            format!("Write the kind after `ask`, one of: {all}."),
        ),
        (Some(word), None) => found.report(
            Code::AskKindUnknown,
            fence.opening,
            format!("There is no ask of the kind `{word}`."),
            match did_you_mean(word, KINDS) {
                Some(meant) => format!("Did you mean `ask {meant}`?"),
                None => format!("The kinds are: {all}."),
            },
        ),
        (Some(_), Some(_)) => {}
    }
    known.copied()
}

fn read_id(fields: &mut Fields<'_>, earlier: &mut Earlier, found: &mut Diagnostics) -> Option<String> {
    let Some(value) = fields.value("id", found) else {
        fields.missing("id", "my-answer", found);
        return None;
    };
    let id = value.text();
    if !is_id(&id) {
        let nearest =
            Some(id_from(&id)).filter(|id| !id.is_empty()).unwrap_or_else(|| "my-answer".to_owned());
        let help = if has_signs_of_id(&id) {
            format!("It is {} letters long, and an id has {LONGEST} at most. Make it shorter.", id.len())
        } else {
            format!("Use small letters, digits and hyphens, such as `{nearest}`.")
        };
        found.report(Code::IdUnclear, value.span(), format!("“{id}” cannot be an id."), help);
        return None;
    }
    if earlier.contains_key(&id) {
        found.report(
            Code::IdTwice,
            value.span(),
            format!("Another ask in this file has the id `{id}`."),
            "Give this one an id of its own: answers are kept by it.",
        );
        return None;
    }
    // Taken from here on, even when the rest of this ask cannot be read.
    earlier.insert(id.clone(), false);
    Some(id)
}

/// Who is meant by `student`, `together` or `family`; anything else is reported.
pub(super) fn who_named(name: &str, span: Span, found: &mut Diagnostics) -> Who {
    match name.to_lowercase().as_str() {
        "student" => Who::Student,
        "together" => Who::Together,
        "family" => Who::Family,
        other => {
            found.report(
                Code::WhoUnknown,
                span,
                format!("`who` cannot be “{other}”."),
                "Write student, together or family.",
            );
            // Somebody beside the child was meant, so the check for that has nothing to add.
            Who::Together
        }
    }
}

fn report_help_unused(place: Span, kind: &str, found: &mut Diagnostics) {
    let help = match kind {
        "number" | "choice" | "choices" => "Add `correct`, or call this line `hint`.",
        _ => "Call this line `hint`: the child can open it at any time.",
    };
    found.report(
        Code::HelpUnused,
        place,
        "This help is never shown: it comes after a wrong try, and no answer to this is wrong.",
        help,
    );
}

type Read = (Option<Kind>, &'static [&'static str]);

fn read_kind(word: &str, fields: &mut Fields<'_>, earlier: &Earlier, found: &mut Diagnostics) -> Read {
    match word {
        "text" => read_text(fields, earlier, found),
        "number" => read_number(fields, found),
        "choice" => read_choice(fields, found),
        "choices" => read_choices(fields, found),
        "scale" => read_scale(fields, found),
        "table" => read_table(fields, found),
        "log" => read_log(fields, found),
        _ => {
            let label = fields.text("label", found).unwrap_or_default();
            (Some(Kind::Done { label }), &["label"])
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
    (Some(Kind::Text { lines, starts_from }), &["lines", "starts-from"])
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
    let kind = Kind::Number { unit, correct, min: min.map(number), max: max.map(number) };
    (Some(kind), &["unit", "correct", "min", "max"])
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

fn check_correct(correct: &str, span: Span, options: &[String], found: &mut Diagnostics) -> bool {
    let known = options.iter().any(|option| option == correct);
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

fn read_choice(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Read {
    let options = read_options(fields, found);
    let correct = fields.value("correct", found);
    let kind = options.map(|options| {
        let correct = correct
            .map(|value| (value.text(), value.span()))
            .filter(|(text, span)| check_correct(text, *span, &options, found))
            .map(|(text, _)| text);
        Kind::Choice { options, correct }
    });
    (kind, &["options", "correct"])
}

fn read_choices(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Read {
    let options = read_options(fields, found);
    let correct = fields.distinct("correct", found);
    let kind = options.map(|options| {
        let correct = correct
            .into_iter()
            .filter(|(text, span)| check_correct(text, *span, &options, found))
            .map(|(text, _)| text)
            .collect();
        Kind::Choices { options, correct }
    });
    (kind, &["options", "correct"])
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
    let kind = low.zip(high).map(|(low, high)| Kind::Scale { low, high, steps });
    (kind, &["low", "high", "steps"])
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
    let kind = (!columns.is_empty()).then_some(Kind::Table { columns, rows });
    (kind, &["columns", "rows", "most"])
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
    (Some(Kind::Log { columns, entries, tick }), &["columns", "entries", "tick"])
}
