//! Reading a `feedback` block.

use super::Code;
use super::diagnostic::Diagnostics;
use super::fence::Fence;
use super::id::{Nameless, ids_of, named};
use super::schema::Fields;
use crate::document::{Feedback, Statement};

const KEYS: &[&str] = &["statements", "scale", "words"];

/// Reads the statements, the scale and the prompt for free words.
pub(super) fn read_feedback(source: &str, fence: &Fence<'_>, found: &mut Diagnostics) -> Feedback {
    let mut fields = Fields::read(source, fence.body, fence.opening, "feedback", KEYS.to_vec(), found);
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
    fields.finish(found);
    Feedback { statements, scale, words }
}

fn read_statements(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Vec<Statement> {
    let mut names = Vec::new();
    for item in fields.list("statements", found) {
        let (given, words) = named(&item);
        names.push(Nameless { given, words: words.text(), span: item.span() });
    }
    let ids = ids_of(&names, found);
    names
        .into_iter()
        .zip(ids)
        .filter_map(|(name, id)| Some(Statement { id: id?, text: name.words }))
        .collect()
}
