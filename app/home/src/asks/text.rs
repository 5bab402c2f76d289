//! Words.

use leptos::prelude::*;
use ui::element::{Node, el, live};
use ui::say;
use work::{Slot, Value};

use super::{Field, button};

pub fn text(field: Field, lines: u32, starts_from: Option<String>) -> Node {
    let label = field.label();
    let start = starts_from.map(|id| start_from(&field, Slot::Ask(id)));
    // Drawn anew only when the earlier words are brought in, never while somebody types.
    let brought = start.as_ref().map(|(_, brought)| *brought);
    let area = live(move || {
        if let Some(brought) = brought {
            brought.track();
        }
        let typed = match field.value() {
            Some(Value::Text(typed)) => typed,
            _ => String::new(),
        };
        let given = field.clone();
        el("textarea")
            .attr("id", field.element("answer"))
            .attr("rows", lines.to_string())
            .attr("autocomplete", "off")
            .value(typed)
            .on_input(move |typed| given.give(Value::Text(typed)))
    });
    Node::All(vec![label.into(), start.map(|(button, _)| button).into(), area])
}

/// The button that brings in the words of an earlier ask, and a signal that it was pressed. It is offered only while nothing is
/// written here: it must never replace what a child wrote.
fn start_from(field: &Field, earlier: Slot) -> (Node, RwSignal<bool>) {
    let brought = RwSignal::new(false);
    let (open, own) = (field.open, field.slot());
    let source = earlier.clone();
    let offered =
        Memo::new(move |_| open.work.with(|work| work.is_answered(&earlier) && !work.is_answered(&own)));
    let field = field.clone();
    let bring = move || {
        if let Some(words) = open.value_now(&source) {
            field.give(words);
            brought.update(|brought| *brought = !*brought);
        }
    };
    let button = button(say::home_text_start(), bring).live_flag("hidden", move || !offered.get());
    (button.into(), brought)
}
