//! Reading a `feedback` block.

use std::collections::HashSet;

use super::Code;
use super::ask::id_of_words;
use super::diagnostic::Diagnostics;
use super::fence::Fence;
use super::schema::{Fields, named, report_twice};
use crate::document::{Feedback, Statement};

/// Reads the statements, the scale and the prompt for free words.
pub(super) fn read_feedback(source: &str, fence: &Fence<'_>, found: &mut Diagnostics) -> Feedback {
    let mut fields = Fields::read(source, fence.body, fence.opening, "feedback", found);
    let statements = read_statements(&mut fields, found);
    if statements.is_empty() {
        fields.missing_list("statements", "We enjoyed doing it together", found);
    }
    let scale: Vec<String> = fields.distinct("scale", found).into_iter().map(|(label, _)| label).collect();
    if scale.len() == 1 || scale.len() > 7 {
        found.report(
            Code::OptionsTooFew,
            fence.opening,
            format!("A scale has two to seven labels; this one has {}.", scale.len()),
            "Below `scale:` write one label on each line, from low to high, starting with a hyphen and a space.",
        );
    }
    let words = fields.text("words", found).unwrap_or_default();
    fields.finish(&["statements", "scale", "words"], found);
    Feedback { statements, scale, words }
}

fn read_statements(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Vec<Statement> {
    let mut ids = HashSet::new();
    let mut statements = Vec::new();
    for item in fields.list("statements", found) {
        let (id, words) = named(&item);
        let text = words.text();
        let id = id.unwrap_or_else(|| id_of_words(&text));
        if ids.insert(id.clone()) {
            statements.push(Statement { id, text });
        } else {
            report_twice(&text, item.span(), found);
        }
    }
    statements
}
