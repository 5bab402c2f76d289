//! We did it.

use ui::element::Node;
use ui::say;
use work::Value;

use super::{Field, option};

pub fn done(field: Field, label: String) -> Node {
    let group = field.group("group");
    let held = field.clone();
    let ticked = move || held.is(&Value::Done(true));
    let is_own = !label.is_empty();
    let label = if is_own { label } else { say::done_label() };
    let tick = option("checkbox", "", &label, ticked, move |tick| field.give(Value::Done(tick)));
    group.child(tick.taught(is_own)).into()
}
