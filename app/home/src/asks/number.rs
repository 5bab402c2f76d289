//! A number, as it is typed.

use leptos::prelude::*;
use work::Value;

use super::{Field, label};

pub fn number(field: Field, unit: String) -> AnyView {
    let typed = match field.value() {
        Some(Value::Number(typed)) => typed,
        _ => String::new(),
    };
    let give = field.giver();
    let unit_id = field.element("unit");
    view! {
        {label(&field)}
        <div class="number">
            <input
                id=field.element("answer")
                type="text"
                inputmode="decimal"
                autocomplete="off"
                aria-describedby=unit_id.clone()
                prop:value=typed
                on:input:target=move |event| give(Value::Number(event.target().value()))
            />
            <span id=unit_id>{unit}</span>
        </div>
    }
    .into_any()
}
