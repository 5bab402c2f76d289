//! We did it.

use leptos::prelude::*;
use ui::say;
use work::Value;

use super::{Field, group};

pub fn done(field: Field, label: String) -> AnyView {
    let is_done = field.value() == Some(Value::Done(true));
    let give = field.giver();
    let label = if label.is_empty() { say::done_label() } else { label };
    let inside = view! {
        <label class="option">
            <input
                type="checkbox"
                checked=is_done
                on:change:target=move |event| give(Value::Done(event.target().checked()))
            />
            <span>{label}</span>
        </label>
    };
    group(&field, "group", inside.into_any())
}
