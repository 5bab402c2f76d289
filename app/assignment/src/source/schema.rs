//! Reading fields by a schema: which keys there are, and what their values are.

use std::collections::HashSet;

use super::day::{help_with_day, read_day};
use super::diagnostic::{Diagnostics, did_you_mean};
use super::family::Role;
use super::fields::{Field, Value, read_fields};
use super::kind::kinds_with;
use super::markdown;
use super::math::latex_in;
use super::prose::prose;
use super::{Code, Span};
use crate::document::{Date, Number, Prose};

/// The fields of one header or block. What is taken is gone; what is left at the end is unknown.
pub(super) struct Fields<'s> {
    fields: Vec<Field<'s>>,
    /// Every key that was written, whether or not its value could be read.
    keys: HashSet<String>,
    /// What is named when something is missing: the header's first line, or the block's.
    whole: Span,
    /// "header", "ask" …, as it is called in messages.
    what: &'static str,
    /// The keys that it can have.
    known: Vec<&'static str>,
}

/// The largest table, list or text box that a phone should be asked to draw.
pub(super) struct Range {
    pub from: u32,
    pub to: u32,
}

impl<'s> Fields<'s> {
    /// Reads the lines of `source[within]`; keys that are there twice are reported and the first counts.
    pub fn read(
        source: &'s str,
        within: Span,
        whole: Span,
        what: &'static str,
        known: Vec<&'static str>,
        found: &mut Diagnostics,
    ) -> Self {
        let mut keys = HashSet::new();
        let mut fields = read_fields(source, within, &known, found);
        fields.retain(|field| {
            let new = keys.insert(field.key.clone());
            if !new {
                found.report(
                    Code::KeyTwice,
                    field.key_span,
                    format!("`{}` is in this {what} twice.", field.key),
                    "Keep one of the two.",
                );
            }
            new
        });
        Self { fields, keys, whole, what, known }
    }

    /// Reports every key that nobody took.
    pub fn finish(self, found: &mut Diagnostics) {
        let known = self.keys_to_name();
        for field in &self.fields {
            let all = format!("The keys of this {} are: {}.", self.what, known.join(", "));
            let kinds = if self.what == "ask" { kinds_with(&field.key) } else { Vec::new() };
            let help = match other_word_for(&field.key).filter(|word| known.contains(word)) {
                Some(meant) => format!("Did you mean `{meant}`?"),
                None if !kinds.is_empty() => format!("It belongs to {}. {all}", kinds.join(", ")),
                None => match did_you_mean(&field.key, &known) {
                    Some(meant) => format!("Did you mean `{meant}`?"),
                    None => all,
                },
            };
            found.report(
                Code::KeyUnknown,
                field.key_span,
                format!("`{}` is not a key of this {}.", field.key, self.what),
                help,
            );
        }
    }

    /// The known keys, but for `help` where no try can be wrong.
    fn keys_to_name(&self) -> Vec<&'static str> {
        let has_right = self.known.contains(&"correct");
        self.known.iter().copied().filter(|key| *key != "help" || has_right).collect()
    }

    /// What to point at when something is missing.
    pub fn whole(&self) -> Span {
        self.whole
    }

    /// Whether `key` was written: what is wrong with its value has then been reported.
    pub fn has_been_given(&self, key: &str) -> bool {
        self.keys.contains(key)
    }

    /// Reports that `key` is needed, unless it is there.
    pub fn missing(&self, key: &str, example: &str, found: &mut Diagnostics) {
        if self.has_been_given(key) {
            return;
        }
        found.report(
            Code::KeyMissing,
            self.whole,
            format!("This {} has no `{key}`.", self.what),
            format!("Add a line such as `{key}: {example}`."),
        );
    }

    /// Reports that a list `key` is needed, unless it is there.
    pub fn missing_list(&self, key: &str, example: &str, found: &mut Diagnostics) {
        if self.has_been_given(key) {
            return;
        }
        found.report(
            Code::KeyMissing,
            self.whole,
            format!("This {} has no `{key}`.", self.what),
            format!("Add `{key}:` and below it one line for each, such as `- {example}`."),
        );
    }

    fn take(&mut self, key: &str) -> Option<Field<'s>> {
        let at = self.fields.iter().position(|field| field.key == key)?;
        Some(self.fields.remove(at))
    }

    /// A single value; an empty one and a list are reported.
    pub fn value(&mut self, key: &str, found: &mut Diagnostics) -> Option<Value<'s>> {
        let field = self.take(key)?;
        if let Some(item) = field.items.first() {
            found.report(
                Code::TextExpected,
                item.span(),
                format!("`{key}` takes one value, not a list."),
                format!("Write it after the colon: `{key}: …`"),
            );
        }
        if field.value.is_none() && field.items.is_empty() {
            report_no_value(&field, found);
        }
        field.value
    }

    /// Plain text.
    pub fn text(&mut self, key: &str, found: &mut Diagnostics) -> Option<String> {
        self.value(key, found).map(|value| plain_text(&value, found))
    }

    /// Plain text whose line ends count.
    pub fn lines(&mut self, key: &str, found: &mut Diagnostics) -> Option<String> {
        self.value(key, found).map(|value| value.lines())
    }

    /// Words with their formatting, which are for something.
    pub fn inline(&mut self, key: &str, role: Role, found: &mut Diagnostics) -> Option<Prose> {
        let value = self.value(key, found)?;
        found.said(role, value.span());
        Some(prose(&markdown::inline(&value, found)))
    }

    /// Yes or no; no when nothing is said.
    pub fn yes(&mut self, key: &str, found: &mut Diagnostics) -> bool {
        let Some(value) = self.value(key, found) else { return false };
        match value.text().to_lowercase().as_str() {
            "yes" | "āe" => true,
            "no" | "kāo" => false,
            other => {
                found.report(
                    Code::YesNoExpected,
                    value.span(),
                    format!("`{key}` cannot be “{other}”."),
                    "Write yes or no.",
                );
                false
            }
        }
    }

    /// The items of a list, none of them empty; a single value is reported.
    pub fn list(&mut self, key: &str, found: &mut Diagnostics) -> Vec<Value<'s>> {
        let Some(field) = self.take(key) else { return Vec::new() };
        list_of(field, found)
    }

    /// The items of a list of words with their formatting, which are for something.
    pub fn inline_list(&mut self, key: &str, role: Role, found: &mut Diagnostics) -> Vec<Prose> {
        let items = self.list(key, found);
        for item in &items {
            found.said(role, item.span());
        }
        items.iter().map(|item| prose(&markdown::inline(item, found))).collect()
    }

    /// The items of a list, each different from the others; those said again are reported.
    pub fn distinct(&mut self, key: &str, found: &mut Diagnostics) -> Vec<(String, Span)> {
        let items = self.list(key, found);
        let mut seen = HashSet::new();
        items
            .iter()
            .map(|item| (plain_text(item, found), item.span()))
            .collect::<Vec<_>>()
            .into_iter()
            .filter(|(text, span)| {
                let new = seen.insert(text.clone());
                if !new {
                    report_twice(text, *span, found);
                }
                new
            })
            .collect()
    }

    /// Where a key stands, without taking it.
    pub fn place_of(&self, key: &str) -> Option<Span> {
        self.fields.iter().find(|field| field.key == key).map(|field| field.key_span)
    }

    /// Whether the key's value is a list rather than a single value, without taking it.
    pub fn is_list(&self, key: &str) -> bool {
        self.fields.iter().any(|field| field.key == key && !field.items.is_empty())
    }

    /// A day of the calendar.
    pub fn date(&mut self, key: &str, found: &mut Diagnostics) -> Option<(Date, Span)> {
        let value = self.value(key, found)?;
        let date = read_day(&value.text());
        if date.is_none() {
            found.report(
                Code::DateUnclear,
                value.span(),
                format!("“{}” is not a day that `{key}` understands.", value.text()),
                help_with_day(&value.text()),
            );
        }
        date.map(|date| (date, value.span()))
    }

    /// A whole number in a range.
    pub fn whole_number(&mut self, key: &str, range: Range, found: &mut Diagnostics) -> Option<(u32, Span)> {
        let value = self.value(key, found)?;
        let number = value.text().parse::<u32>().ok().filter(|n| (range.from..=range.to).contains(n));
        if number.is_none() {
            found.report(
                Code::WholeNumberExpected,
                value.span(),
                format!("`{key}` takes a whole number from {} to {}.", range.from, range.to),
                "Write only the number, in digits.",
            );
        }
        number.map(|number| (number, value.span()))
    }

    /// A number in any of a child's spellings.
    pub fn number(&mut self, key: &str, found: &mut Diagnostics) -> Option<(Number, Span)> {
        let value = self.value(key, found)?;
        number_of(&value, found)
    }

    /// One number or a list of them.
    pub fn numbers(&mut self, key: &str, found: &mut Diagnostics) -> Vec<(Number, Span)> {
        if !self.is_list(key) {
            return self.number(key, found).into_iter().collect();
        }
        self.list(key, found).iter().filter_map(|item| number_of(item, found)).collect()
    }
}

/// The key that some call by another name.
fn other_word_for(key: &str) -> Option<&'static str> {
    match key {
        "answer" | "answers" | "right" | "solution" => Some("correct"),
        "ask" | "prompt" | "task" => Some("question"),
        "answer-options" | "choices" => Some("options"),
        "name" => Some("title"),
        "date" | "deadline" | "until" => Some("due"),
        "grade" | "level" => Some("year"),
        "time" => Some("minutes"),
        "goals" => Some("objectives"),
        "language" => Some("lang"),
        _ => None,
    }
}

/// The words of a value in which nothing is formatted. A formula there is only signs, and is reported.
pub(super) fn plain_text(value: &Value<'_>, found: &mut Diagnostics) -> String {
    let text = value.text();
    if latex_in(&text).is_some() {
        found.report(
            Code::MathShown,
            value.span(),
            "A formula is not drawn here: its signs would be shown as they are.",
            "Write it in plain signs, such as 1/2, ½ or 3 × 4. Questions, hints and text can have formulas.",
        );
    }
    text
}

fn number_of(value: &Value<'_>, found: &mut Diagnostics) -> Option<(Number, Span)> {
    let number = Number::parse(&value.text());
    if number.is_none() {
        found.report(
            Code::NumberUnclear,
            value.span(),
            format!("“{}” is not a number.", value.text()),
            "Write only the number, such as 6, 0.5 or 1/2. A unit has its own key, `unit`.",
        );
    }
    number.map(|number| (number, value.span()))
}

fn list_of<'s>(field: Field<'s>, found: &mut Diagnostics) -> Vec<Value<'s>> {
    if let Some(value) = &field.value {
        found.report(
            Code::ListExpected,
            value.span(),
            format!("`{}` takes a list.", field.key),
            "Put each item on a line of its own below the key, starting with a hyphen and a space.",
        );
    } else if field.items.is_empty() {
        report_no_value(&field, found);
    }
    let mut items = Vec::new();
    for item in field.items {
        if item.text().is_empty() {
            found.report(
                Code::ValueMissing,
                item.span(),
                "This item is empty.",
                "Write something after the hyphen, or take the line out.",
            );
        } else {
            items.push(item);
        }
    }
    items
}

/// Reports an item that its list has said before.
pub(super) fn report_twice(text: &str, span: Span, found: &mut Diagnostics) {
    found.report(
        Code::ItemTwice,
        span,
        format!("“{text}” is in this list twice."),
        "Change one of the two, or take it out.",
    );
}

fn report_no_value(field: &Field<'_>, found: &mut Diagnostics) {
    found.report(
        Code::ValueMissing,
        field.key_span,
        format!("`{}` has no value.", field.key),
        "Write the value after the colon, or take the line out.",
    );
}
