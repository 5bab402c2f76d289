//! We did it.

use ui::element::Node;
use ui::say;
use work::Value;

use super::{Field, option};

pub fn done(field: Field, label: String) -> Node {
    let held = field.value() == Some(Value::Done(true));
    let label = if label.is_empty() { say::done_label() } else { label };
    let group = field.group("group");
    group.child(option("checkbox", "", &label, held, move |ticked| field.give(Value::Done(ticked)))).into()
}
