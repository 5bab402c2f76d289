//! The functions by which code calls messages.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::{Layout, Phrase};

/// One function a message, documented with the message's own words; the mark of the layout, and each message by its name.
pub(crate) fn write(messages: &BTreeMap<String, Phrase>) -> String {
    let layout = Layout::of(messages);
    let mut rust = String::from("use std::fmt::Display;\n");
    let _ = write!(
        rust,
        "\n/// What the first line of a file says that fits.\npub(super) const MARK: &str = {:?};\n",
        layout.mark
    );
    let names: Vec<String> = layout.lines.iter().map(|(id, line)| format!("({id:?}, {line})")).collect();
    let all = names.join(", ");
    let _ = write!(
        rust,
        "\n/// Each message with its line.\npub(super) const NAMES: &[(&str, usize)] = &[{all}];\n"
    );
    for (id, phrase) in messages {
        let line = layout.lines.get(id).copied().unwrap_or_default();
        let arguments = phrase.arguments();
        let words = match phrase {
            Phrase::Plain(words) => words.as_str(),
            Phrase::Plural { forms, .. } => forms.get("other").map_or("", String::as_str),
        };
        let plural = matches!(phrase, Phrase::Plural { .. });
        let kind = |number: usize| if plural && number == 0 { "usize" } else { "impl Display" };
        let parameters: Vec<String> =
            arguments.iter().enumerate().map(|(n, name)| format!("{}: {}", snake(name), kind(n))).collect();
        let given: Vec<String> =
            arguments.iter().map(|name| format!("({name:?}, {}.to_string())", snake(name))).collect();
        let given = given.join(", ");
        let call = if plural {
            format!("super::plural({line}, {}, &[{given}])", snake(&arguments[0]))
        } else if arguments.is_empty() {
            format!("super::words({line})")
        } else {
            format!("super::filled({line}, &[{given}])")
        };
        let document = words.replace('\n', " ");
        let _ = write!(
            rust,
            "\n/// “{document}”\npub fn {}({}) -> String {{\n    {call}\n}}\n",
            snake(id),
            parameters.join(", "),
        );
    }
    rust
}

fn snake(id: &str) -> String {
    id.replace('-', "_")
}
