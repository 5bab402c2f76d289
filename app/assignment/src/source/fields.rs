//! The line syntax that headers and blocks share: `key: value`, `- item`, and indented lines that go on with a value.

use std::collections::HashSet;

use super::diagnostic::{Diagnostics, did_you_mean};
use super::{Code, Span};

/// The keys that have lists, whose colon is easily forgotten.
const LISTS: &[&str] = &[
    "allow",
    "columns",
    "correct",
    "family",
    "languages",
    "materials",
    "objectives",
    "options",
    "rows",
    "scale",
    "statements",
    "student",
    "teacher",
];

/// A value as it was written: one or more lines of the source, each without the spaces around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value<'s> {
    lines: Vec<Line<'s>>,
}

/// One line of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line<'s> {
    text: &'s str,
    span: Span,
    /// Where it begins in [`Value::lines`].
    at: usize,
}

/// A key with what stands after and below it.
#[derive(Debug)]
pub(super) struct Field<'s> {
    /// In small letters.
    pub key: String,
    pub key_span: Span,
    /// What stands after the colon and on the indented lines below; `None` when there is nothing.
    pub value: Option<Value<'s>>,
    pub items: Vec<Value<'s>>,
}

impl<'s> Value<'s> {
    fn new(text: &'s str, start: usize) -> Option<Self> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return None;
        }
        let start = start + (text.len() - text.trim_start().len());
        Some(Self::of(trimmed, start))
    }

    fn of(text: &'s str, start: usize) -> Self {
        Self { lines: vec![Line { text, span: Span::new(start, start + text.len()), at: 0 }] }
    }

    /// Puts more lines below.
    fn go_on(&mut self, more: &[Line<'s>]) {
        let mut at = self.lines.last().map_or(0, |last| last.at + last.text.len() + 1);
        for line in more {
            self.lines.push(Line { at, ..line.clone() });
            at += line.text.len() + 1;
        }
    }

    /// From the first character to the last.
    pub fn span(&self) -> Span {
        match (self.lines.first(), self.lines.last()) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::new(0, 0),
        }
    }

    /// The words, with a space at each line end.
    pub fn text(&self) -> String {
        self.joined(' ')
    }

    /// The words, with their line ends.
    pub fn lines(&self) -> String {
        self.joined('\n')
    }

    fn joined(&self, separator: char) -> String {
        let mut text = String::new();
        for (number, line) in self.lines.iter().enumerate() {
            if number > 0 {
                text.push(separator);
            }
            text.push_str(line.text);
        }
        text
    }

    /// The place in the source of a range of [`Value::text`] or [`Value::lines`].
    pub fn source_span(&self, start: usize, end: usize) -> Span {
        Span::new(self.source_offset(start), self.source_offset(end))
    }

    fn source_offset(&self, offset: usize) -> usize {
        let after = self.lines.partition_point(|line| line.at <= offset);
        let line = after.checked_sub(1).and_then(|last| self.lines.get(last));
        line.map_or(0, |line| (line.span.start + offset - line.at).min(line.span.end))
    }

    /// Cuts `at` bytes and the spaces after them from the front of a one-line value; the rest may be empty.
    pub fn without_start(&self, at: usize) -> Option<Self> {
        let (first, more) = self.lines.split_first()?;
        let mut rest = Self::new(&first.text[at..], first.span.start + at)?;
        rest.go_on(more);
        Some(rest)
    }
}

/// Reads the lines of `source[within]`. Lines that are none of the three kinds are reported and left out. Where one of the `known` keys
/// has spaces before it, that is reported and it is read all the same, unless it stands at the margin too.
pub(super) fn read_fields<'s>(
    source: &'s str,
    within: Span,
    known: &[&str],
    found: &mut Diagnostics,
) -> Vec<Field<'s>> {
    let mut fields: Vec<Field<'s>> = Vec::new();
    let text = &source[within.start..within.end];
    let mut keys: HashSet<String> =
        text.lines().filter_map(|line| Some(key_of(line)?.0.to_lowercase())).collect();
    let mut start = within.start;
    for line in text.split_inclusive('\n') {
        let here = start;
        start += line.len();
        let line = line.trim_end();
        if line.trim_start().is_empty() {
            continue;
        }
        let next = || source[start..within.end].lines().find(|line| !line.trim().is_empty());
        if is_key(line)
            && did_you_mean(line, LISTS).is_some()
            && next().is_some_and(|line| item_of(line).is_some())
        {
            report_no_colon(line, here, found);
            fields.push(Field::new(line, here));
            continue;
        }
        let taken = if let Some(item) = item_of(line) {
            add_item(&mut fields, item, here + line.len() - item.len())
        } else if let Some(item) = nearly_item_of(line, fields.last()) {
            item.report(line, here, found);
            add_item(&mut fields, item.words, here + line.len() - item.words.len())
        } else if line.starts_with([' ', '\t']) {
            let words = line.trim_start();
            let key = key_of(words).filter(|(key, _)| known.contains(&key.to_lowercase().as_str()));
            if let Some((key, value)) = key {
                let at = here + line.len() - words.len();
                report_indented(key, at, line, fields.is_empty(), found);
                // An item of the list above follows: it is the list's own word.
                let is_in_list = fields.last().is_some_and(|field| !field.items.is_empty())
                    && next().is_some_and(|line| item_of(line).is_some());
                if !is_in_list && keys.insert(key.to_lowercase()) {
                    let value = Value::new(value, here + line.len() - value.len());
                    fields.push(Field { value, ..Field::new(key, at) });
                    continue;
                }
            }
            go_on(&mut fields, line, here)
        } else if let Some((key, value)) = key_of(line) {
            fields.push(Field {
                value: Value::new(value, here + line.len() - value.len()),
                ..Field::new(key, here)
            });
            true
        } else {
            false
        };
        if !taken {
            report_unclear(line, here, found);
        }
    }
    fields
}

impl Field<'_> {
    /// A key alone.
    fn new(key: &str, start: usize) -> Self {
        Self {
            key: key.to_lowercase(),
            key_span: Span::new(start, start + key.len()),
            value: None,
            items: Vec::new(),
        }
    }
}

/// `- item`, also when the dash is indented below its key; the item's words with the spaces before them. At the margin, what a
/// word processor makes of the dash is one too.
fn item_of(line: &str) -> Option<&str> {
    const BULLETS: [char; 5] = ['*', '•', '·', '–', '—'];
    let rest = line.trim_start().strip_prefix('-').or_else(|| line.strip_prefix(BULLETS))?;
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then_some(rest)
}

/// A line that was meant as an item of a list.
struct NearlyItem<'s> {
    /// Without what stands before them.
    words: &'s str,
    has_number: bool,
}

impl NearlyItem<'_> {
    fn report(&self, line: &str, start: usize, found: &mut Diagnostics) {
        let Self { words, has_number } = self;
        let words: String = words.trim().chars().take(40).collect();
        let at = start + line.len() - line.trim_start().len();
        let (message, help) = if *has_number {
            (
                "The items of this list have no numbers.",
                format!("Start the line with a hyphen and a space: `- {words}`"),
            )
        } else {
            ("There is no space after the hyphen.", format!("Put a space after it: `- {words}`"))
        };
        found.report(Code::LineUnclear, Span::new(at, start + line.len()), message, help);
    }
}

/// `-item` or `1. item` in a list, or where one may begin.
fn nearly_item_of<'s>(line: &'s str, above: Option<&Field<'_>>) -> Option<NearlyItem<'s>> {
    above.filter(|field| field.value.is_none())?;
    let words = line.trim_start();
    if let Some(rest) = words.strip_prefix(['-', '•', '·', '–', '—']) {
        let is_word = rest.starts_with(|c: char| c.is_alphanumeric() || c == '“' || c == '"');
        // Further lines of an item may begin with a number below zero.
        let is_number = rest.starts_with(|c: char| c.is_ascii_digit()) && words.len() < line.len();
        return (is_word && !is_number).then_some(NearlyItem { words: rest, has_number: false });
    }
    if words.len() < line.len() {
        return None;
    }
    let (mark, rest) = line.split_once(['.', ')'])?;
    let is_mark = (1..=2).contains(&mark.len()) && mark.bytes().all(|b| b.is_ascii_digit())
        || mark.len() == 1 && mark.bytes().all(|b| b.is_ascii_alphabetic());
    (is_mark && rest.starts_with(char::is_whitespace)).then_some(NearlyItem { words: rest, has_number: true })
}

/// Whether a line is an item of a list.
pub(super) fn is_item(line: &str) -> bool {
    item_of(line).is_some()
}

/// Whether a line at the margin is of this syntax, or goes on with one that is.
pub(super) fn is_field_line(line: &str) -> bool {
    line.starts_with([' ', '\t']) || item_of(line.trim_end()).is_some() || key_of(line).is_some()
}

/// `key: value`, also with spaces before the colon. A key is one word of letters, digits and hyphens, so most sentences with a colon
/// are not taken for one.
pub(super) fn key_of(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let key = key.trim_end();
    is_key(key).then_some((key, value))
}

fn is_key(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

fn add_item<'s>(fields: &mut [Field<'s>], item: &'s str, start: usize) -> bool {
    let Some(field) = fields.last_mut() else { return false };
    // An empty item is kept as an empty value, so that its list is still a list and the schema can say that it is empty.
    let empty = Value::of("", start);
    field.items.push(Value::new(item, start).unwrap_or(empty));
    true
}

fn go_on<'s>(fields: &mut [Field<'s>], line: &'s str, start: usize) -> bool {
    let Some(field) = fields.last_mut() else { return false };
    let Some(more) = Value::new(line, start) else { return true };
    let value = field.items.last_mut().or(field.value.as_mut());
    match value {
        Some(value) => value.go_on(&more.lines),
        None => field.value = Some(more),
    }
    true
}

fn report_no_colon(key: &str, start: usize, found: &mut Diagnostics) {
    found.report(
        Code::LineUnclear,
        Span::new(start, start + key.len()),
        format!("There is no colon after `{key}`."),
        format!("Write `{key}:` above its list."),
    );
}

fn report_indented(key: &str, start: usize, line: &str, is_first: bool, found: &mut Diagnostics) {
    let signs = if line.starts_with('\t') { "There is a tab" } else { "There are spaces" };
    let (message, help) = if is_first {
        (format!("{signs} before `{key}`."), "Start the line at the left margin.".to_owned())
    } else {
        (
            format!("{signs} before `{key}`, so this line goes on with the value above."),
            format!(
                "Start the line at the left margin. If it does go on with the value, put another word than `{key}:` first."
            ),
        )
    };
    found.report(Code::KeyIndented, Span::new(start, start + key.len()), message, help);
}

fn report_unclear(line: &str, start: usize, found: &mut Diagnostics) {
    let words = line.trim_start();
    let start = start + line.len() - words.len();
    found.report(
        Code::LineUnclear,
        Span::new(start, start + words.len()),
        "This line is not `key: value`, and not an item of a list.",
        "To go on with the line above, put two spaces in front. To say something new, start with a key and a colon.",
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> (Vec<Field<'_>>, usize) {
        let mut found = Diagnostics::default();
        let fields = read_fields(source, Span::new(0, source.len()), &[], &mut found);
        (fields, found.into_sorted(source).0.len())
    }

    #[test]
    fn a_colon_in_a_value_is_only_a_colon() {
        let (fields, problems) = read("title: Maths: the fun part\nno: no\n");
        assert_eq!(problems, 0);
        assert_eq!(fields[0].value.as_ref().map(Value::text).as_deref(), Some("Maths: the fun part"));
        assert_eq!(fields[1].value.as_ref().map(Value::text).as_deref(), Some("no"));
    }

    #[test]
    fn indented_lines_go_on_with_the_value_or_item_above() {
        let (fields, problems) = read(
            "question: How\r\n  many: buttons?\r\nobjectives:\r\n- I can\r\n  share\r\n  - and halve\r\n",
        );
        assert_eq!(problems, 0);
        assert_eq!(fields[0].value.as_ref().map(Value::lines).as_deref(), Some("How\nmany: buttons?"));
        let items: Vec<String> = fields[1].items.iter().map(Value::text).collect();
        assert_eq!(items, ["I can share", "and halve"]);
    }

    #[test]
    fn spans_point_at_the_words() {
        let source = "question: Ask ā\n  friend <b>\n";
        let (fields, _) = read(source);
        let value = fields[0].value.as_ref().unwrap();
        let at = value.lines().find("<b>").unwrap();
        let span = value.source_span(at, at + 3);
        assert_eq!(&source[span.start..span.end], "<b>");
        assert_eq!(&source[value.span().start..value.span().end], "Ask ā\n  friend <b>");
    }

    #[test]
    fn other_lines_are_reported() {
        assert_eq!(read("Once upon a time\n").1, 1);
        assert_eq!(read("- an item of nothing\n").1, 1);
        assert_eq!(read("Dear whānau: kia ora\n").1, 1);
    }

    #[test]
    fn what_word_processors_make_of_a_line_is_read() {
        let (fields, problems) = read("title : Halves\noptions:\n* Wool\n• Paper\n– Foil\n-\u{a0}Cloth\n");
        assert_eq!(problems, 0);
        assert_eq!((fields[0].key.as_str(), fields[0].key_span), ("title", Span::new(0, 5)));
        let items: Vec<String> = fields[1].items.iter().map(Value::text).collect();
        assert_eq!(items, ["Wool", "Paper", "Foil", "Cloth"]);
        let (fields, _) = read("question: Ask\n  * how\n  – and why\n");
        assert_eq!(fields[0].value.as_ref().map(Value::text).as_deref(), Some("Ask * how – and why"));
    }
}
