//! Words.

use ui::element::{Element, Node, el};
use ui::{browser, say};
use work::Value;

use super::{Field, button};

pub fn text(field: Field, lines: u32, starts_from: Option<String>) -> Node {
    let label = field.label();
    let start = starts_from.map(|earlier| start_from(&field, earlier));
    let held = field.clone();
    let area = el("textarea")
        .attr("id", field.element("answer"))
        .attr("rows", lines.to_string())
        .attr("autocomplete", "off")
        .value(move || held.look(words_of))
        .on_input(move |typed| field.give(Value::Text(typed)));
    Node::All(vec![label.into(), start.into(), area.into()])
}

fn words_of(value: Option<&Value>) -> String {
    match value {
        Some(Value::Text(typed)) => typed.clone(),
        _ => String::new(),
    }
}

fn is_written(value: Option<&Value>) -> bool {
    value.is_some_and(|value| !value.is_empty())
}

/// The button that brings in the words of an earlier ask. It is offered only while nothing is written here: it must never
/// replace what a child wrote.
fn start_from(field: &Field, earlier: String) -> Element {
    let (own, source) = (field.clone(), field.other(earlier));
    let to = field.clone();
    let from = source.clone();
    let offered = move || source.look(is_written) && !own.look(is_written);
    let start = move || {
        to.give(Value::Text(words_of(from.value_now().as_ref())));
        // The button is gone, and whoever pressed it goes on writing.
        browser::focus_then(to.element("answer"), "");
    };
    button(say::home_text_start(), start).live_flag("hidden", move || !offered())
}
