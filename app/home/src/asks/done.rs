//! We did it.

use ui::element::Node;
use ui::say;
use work::Value;

use super::{Field, option};

pub fn done(field: Field, label: String) -> Node {
    let label = if label.is_empty() { say::done_label() } else { label };
    let group = field.group("group");
    let held = field.clone();
    let ticked = move || held.is(&Value::Done(true));
    group.child(option("checkbox", "", &label, ticked, move |tick| field.give(Value::Done(tick)))).into()
}
