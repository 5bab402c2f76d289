//! The header between two lines of `---`.

use super::diagnostic::Diagnostics;
use super::family::{Places, Role};
use super::fields::{Value, is_field_line, key_of};
use super::schema::{Fields, Range, plain_text};
use super::{Code, Severity, Span};
use crate::document::{Assignment, Date};

const KEYS: &[&str] = &[
    "title",
    "subject",
    "year",
    "opens",
    "due",
    "minutes",
    "objectives",
    "materials",
    "lang",
    "status",
    "allow",
];
/// What only a translation has: the words that it is one of.
const MARKS: &str = "of";

/// The most minutes that homework can be said to take.
const MOST_MINUTES: u32 = 240;

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// An assignment.
    Original,
    /// The words of an assignment in another language.
    Translation,
}

/// What a header says beside the document.
pub(super) struct Header {
    /// Where advice on the whole belongs.
    pub places: Places,
    pub title: Option<Span>,
    /// The words that a translation says it is one of, and where it does.
    pub marks: Option<(String, Span)>,
    /// What a translation says that is no words: each key with its value.
    pub facts: Vec<Fact>,
}

/// A key of the header whose value is no words.
pub(super) struct Fact {
    pub key: &'static str,
    pub value: String,
    pub span: Span,
}

/// The keys of facts, which a translation has from its original.
const FACTS: &[&str] = &["year", "opens", "due", "minutes", "lang"];

/// A source text taken apart into the lines of its header and what follows.
pub(super) struct Split {
    pub header: Span,
    /// The first line, to point at when something is missing.
    pub opening: Span,
    pub body: Span,
}

/// Finds the header. Without one, the whole text is the body and the problem is reported.
pub(super) fn split(source: &str, found: &mut Diagnostics) -> Split {
    let start = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let start = start + blank_lines(&source[start..]);
    let first = source[start..].split_inclusive('\n').next().unwrap_or_default();
    let opening = Span::new(start, start + first.trim_end().len());
    if !is_rule(first) {
        found.report(
            Code::HeaderMissing,
            opening,
            "The file does not start with a header.",
            "Start it with a line `---`, then `title: …`, then another line `---`.",
        );
        return Split { header: Span::new(start, start), opening, body: Span::new(start, source.len()) };
    }
    let inside = start + first.len();
    let (end, rule) = header_end(source, inside);
    match rule.and_then(|next| source.get(end..next)) {
        Some(line) if is_short_rule(line) => found.report(
            Code::HeaderOpen,
            Span::new(end, end + line.trim_end().len()),
            "Two hyphens do not end the header.",
            "Write three: ---",
        ),
        Some(_) => {}
        None => found.report(
            Code::HeaderOpen,
            opening,
            "The header that starts here has no end.",
            "Put a line `---` after its last key.",
        ),
    }
    Split { header: Span::new(inside, end), opening, body: Span::new(rule.unwrap_or(end), source.len()) }
}

/// Where the header's lines end, and where the line that closes it does. A line that can only be text shows that none does: a later
/// line of hyphens is one across the page.
fn header_end(source: &str, inside: usize) -> (usize, Option<usize>) {
    let mut at = inside;
    let mut blank_since = None;
    // Where the next key stands, as far as it had to be looked for: once for all lines before it.
    let mut key = inside;
    for line in source[inside..].split_inclusive('\n') {
        let next = at + line.len();
        if is_rule(line) || is_short_rule(line) {
            return (at, Some(next));
        }
        if line.trim().is_empty() {
            blank_since.get_or_insert(at);
        } else if is_field_line(line) {
            blank_since = None;
        } else {
            if blank_since.is_some() && key < next {
                key = next_key(source, next).unwrap_or_default();
            }
            if line.starts_with(['#', '`', '~']) || blank_since.is_some() && key < next {
                return (blank_since.unwrap_or(at), None);
            }
        }
        at = next;
    }
    (inside + until_blank_line(&source[inside..]), None)
}

/// Where a key comes before the next line of hyphens.
fn next_key(source: &str, from: usize) -> Option<usize> {
    let mut at = from;
    let lines = source[from..].split_inclusive('\n').map(|line| {
        at += line.len();
        (at - line.len(), line)
    });
    let mut before_rule = lines.take_while(|(_, line)| !is_rule(line));
    before_rule.find(|(_, line)| key_of(line.trim_end_matches(['\r', '\n'])).is_some()).map(|(at, _)| at)
}

/// Three hyphens or more. A word processor makes long dashes of them, with spaces or without, which are meant just the same.
fn is_rule(line: &str) -> bool {
    let dashes: Vec<char> = line.chars().filter(|c| !c.is_whitespace()).collect();
    let is_long = dashes.contains(&'—') || dashes.starts_with(&['–', '-']);
    dashes.iter().all(|dash| "-–—".contains(*dash)) && (is_long || dashes.len() >= 3)
}

/// What was meant to be one: no key and no item looks like it.
fn is_short_rule(line: &str) -> bool {
    line.trim_end() == "--"
}

fn blank_lines(text: &str) -> usize {
    text.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum()
}

fn until_blank_line(text: &str) -> usize {
    text.split_inclusive('\n').take_while(|line| !line.trim().is_empty()).map(str::len).sum()
}

/// Reads the header into `assignment`, and says what else stands in it. A file without a header has been told so, and is asked for
/// nothing more.
pub(super) fn read_header(
    source: &str,
    split: &Split,
    purpose: Purpose,
    assignment: &mut Assignment,
    found: &mut Diagnostics,
) -> Header {
    let is_translation = purpose == Purpose::Translation;
    let is_there = split.header.start != split.opening.start;
    let mut keys = KEYS.to_vec();
    keys.extend(is_translation.then_some(MARKS));
    let mut fields = Fields::read(source, split.header, split.opening, "header", keys, found);
    let head = &mut assignment.head;
    let title = fields.value("title", found);
    match &title {
        Some(title) => head.title = plain_text(title, found),
        None if !is_there => {}
        None => fields.missing("title", "Fractions in our kitchen", found),
    }
    head.subject = fields.text("subject", found).unwrap_or_default();
    let facts = if is_translation { read_facts(&mut fields, found) } else { Vec::new() };
    let year = fields.value("year", found);
    let places = Places { opening: split.opening, year: year.as_ref().map(Value::span) };
    if let Some(year) = &year {
        check_year(&year.text(), year.span(), found);
    }
    head.year = year.map(|year| year.text()).unwrap_or_default();
    (head.opens, head.due) = read_dates(&mut fields, found);
    head.minutes = read_minutes(&mut fields, found);
    if let Some(lang) = read_language(&mut fields, found) {
        head.lang = lang;
    }
    head.draft = read_status(&mut fields, is_translation && is_there, found);
    let objectives_asked = fields.place_of("objectives").is_some();
    assignment.objectives = fields.inline_list("objectives", Role::Objective, found);
    if assignment.objectives.is_empty() && !objectives_asked && is_there && !is_translation {
        found.report(
            Code::NoObjective,
            split.opening,
            "The family is not told what the child is learning.",
            "Add `objectives:` and below it a line such as `- I can find a half of a set of things.`",
        );
    }
    assignment.materials = fields.inline_list("materials", Role::Material, found);
    read_allowed(&mut fields, found);
    let mut marks = None;
    if is_translation {
        marks = fields.value(MARKS, found).map(|value| (value.text(), value.span()));
    }
    fields.finish(found);
    Header { places, title: title.as_ref().map(Value::span), marks, facts }
}

/// The word “Year” is put in front of it in each language.
fn check_year(year: &str, span: Span, found: &mut Diagnostics) {
    let is_word = |word: &str| ["year", "years", "yr", "yrs"].contains(&word.to_lowercase().as_str());
    if !year.split(|c: char| !c.is_alphabetic()).any(is_word) {
        return;
    }
    let numbers: Vec<&str> =
        year.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let plain = match numbers.as_slice() {
        [] => "5-6".to_owned(),
        [only] => (*only).to_owned(),
        [first, .., last] => format!("{first}-{last}"),
    };
    found.report(
        Code::YearUnclear,
        span,
        "The word “year” is put before this, so it would be there twice.",
        format!("Write only the numbers: `year: {plain}`."),
    );
}

fn read_facts(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Vec<Fact> {
    let fact = |key| {
        let value = fields.value(key, found)?;
        Some(Fact { key, value: value.text(), span: value.span() })
    };
    FACTS.iter().copied().filter_map(fact).collect()
}

/// Whether the words are a draft. A translation has to say: nobody may take what a machine or a learner wrote for a reviewed text.
fn read_status(fields: &mut Fields<'_>, is_needed: bool, found: &mut Diagnostics) -> bool {
    let Some(value) = fields.value("status", found) else {
        if is_needed {
            fields.missing("status", "draft", found);
        }
        return is_needed;
    };
    match value.text().to_lowercase().as_str() {
        "draft" => true,
        "reviewed" => false,
        other => {
            found.report(
                Code::StatusUnclear,
                value.span(),
                format!("The status cannot be “{other}”."),
                "Write draft, or reviewed once somebody who speaks the language well has read it.",
            );
            true
        }
    }
}

/// Reads the warnings that the author has thought about: `- F404: two evenings of fifteen minutes`.
fn read_allowed(fields: &mut Fields<'_>, found: &mut Diagnostics) {
    for item in fields.list("allow", found) {
        let text = item.text();
        let (code, reason) = text.split_once(':').unwrap_or((&text, ""));
        let known = Code::ALL.iter().find(|known| known.as_str().eq_ignore_ascii_case(code.trim()));
        let problem = match known {
            None => format!("There is no problem with the code “{}”.", code.trim()),
            Some(code) if code.severity() == Severity::Error => {
                format!("{} is an error. It has to be mended and cannot be allowed.", code.as_str())
            }
            Some(code) if reason.trim().is_empty() => {
                format!("There is no reason for allowing {}.", code.as_str())
            }
            Some(code) => {
                found.allow(*code, item.span());
                continue;
            }
        };
        found.report(
            Code::AllowUnclear,
            item.span(),
            problem,
            "Write a warning's code and your reason: `- F404: two evenings of fifteen minutes`.",
        );
    }
}

fn read_dates(fields: &mut Fields<'_>, found: &mut Diagnostics) -> (Option<Date>, Option<Date>) {
    let opens = fields.date("opens", found).map(|(date, _)| date);
    let due = fields.date("due", found);
    if let (Some(opens), Some((due, span))) = (opens, due)
        && due < opens
    {
        found.report(
            Code::DueBeforeOpens,
            span,
            format!("It is due on {due}, before it opens on {opens}."),
            "Change one of the two dates. Families need several days in between.",
        );
    } else if let (Some(opens), Some((due, span))) = (opens, due)
        && opens.tomorrow().and_then(Date::tomorrow).is_some_and(|third| due < third)
    {
        found.report(
            Code::TooFewDays,
            span,
            "A family has fewer than three days for this.",
            "Give it several days, so that people who work in shifts or share a phone can take part too.",
        );
    }
    (opens, due.map(|(date, _)| date))
}

fn read_minutes(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Option<u32> {
    let (minutes, span) = fields.whole_number("minutes", Range { from: 1, to: MOST_MINUTES }, found)?;
    if minutes > 30 {
        found.report(
            Code::TooLong,
            span,
            format!("{minutes} minutes is more than most families have."),
            "Keep it to 10 to 30 minutes, or make two assignments of it.",
        );
    }
    Some(minutes)
}

fn read_language(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Option<String> {
    let value = fields.value("lang", found)?;
    check_language(&value.text(), value.span(), found)
}

/// Whether a text is a language tag such as `en`, `mi` or `en-NZ`.
pub(super) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts
        .next()
        .is_some_and(|part| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic()));
    language
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// A language tag; others are reported.
pub(super) fn check_language(tag: &str, span: Span, found: &mut Diagnostics) -> Option<String> {
    if is_language(tag) {
        return Some(tag.to_owned());
    }
    found.report(
        Code::LanguageUnclear,
        span,
        format!("“{tag}” is not a language's tag."),
        "Write en (English), mi (te reo Māori), sm (Samoan), to (Tongan), ar (Arabic), or another two-letter tag.",
    );
    None
}
