//! A number, as it is typed.

use ui::element::{Node, el};
use work::Value;

use super::Field;

/// `written` says that the answer may need a sign that some phones' number keys do not have: a minus or the line of a fraction.
pub fn number(field: Field, unit: String, written: bool) -> Node {
    let held = field.clone();
    let typed = move || {
        held.look(|value| match value {
            Some(Value::Number(typed)) => typed.clone(),
            _ => String::new(),
        })
    };
    let unit_id = field.element("unit");
    let label = field.label();
    let input = el("input")
        .attr("id", field.element("answer"))
        .attr("type", "text")
        .attr("inputmode", if written { "text" } else { "decimal" })
        .attr("autocomplete", "off")
        .attr("aria-describedby", unit_id.clone())
        .value(typed)
        .on_input(move |typed| field.give(Value::Number(typed)));
    let unit = el("span").taught(true).attr("id", unit_id).child(unit);
    Node::All(vec![label.into(), el("div").class("number").child(input).child(unit).into()])
}
