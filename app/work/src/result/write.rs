//! Writing what a family sends.

use super::ResultDocument;
use super::armour;
use super::summary::{Label, summary};

/// The text of a result file. `words` gives the interface's words for the summary.
pub fn write(result: &ResultDocument, words: &dyn Fn(Label) -> String) -> String {
    let json = serde_json::to_vec(result).unwrap_or_default();
    let mut text = summary(result, words);
    text.push('\n');
    text.push_str(&words(Label::KeepWhole));
    text.push_str("\n\n");
    text.push_str(&armour::wrap(result.taumahi, &json));
    text
}

/// A file name that says whose and which it is, in letters that every system takes: `aroha-fractions-in-our-kitchen.txt`.
pub fn file_name(result: &ResultDocument) -> String {
    let mut name: String = crate::normalised_name(&result.student.name)
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    name.truncate(40);
    let name = name.trim_matches('-');
    let dash = if name.is_empty() { "" } else { "-" };
    format!("{name}{dash}{}.txt", result.assignment.id)
}
