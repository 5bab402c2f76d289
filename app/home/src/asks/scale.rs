//! How much.

use leptos::prelude::*;
use ui::say;
use work::Value;

use super::{Field, group};

pub fn scale(field: Field, low: String, high: String, steps: u32) -> AnyView {
    let chosen = match field.value() {
        Some(Value::Scale(step)) => step,
        _ => 0,
    };
    let name = field.element("answer");
    let give = field.giver();
    let radios = (1..=steps).map(|step| {
        let give = give.clone();
        // The words at the two ends belong to the two ends for those who cannot see where they stand.
        let spoken = match step {
            1 => format!("{}: {low}", say::scale_step(step, steps)),
            last if last == steps => format!("{}: {high}", say::scale_step(step, steps)),
            _ => say::scale_step(step, steps),
        };
        view! {
            <label class="step">
                <input
                    type="radio"
                    name=name.clone()
                    aria-label=spoken
                    checked=step == chosen
                    on:change=move |_| give(Value::Scale(step))
                />
                <span aria-hidden="true">{step}</span>
            </label>
        }
        .into_any()
    });
    let radios = radios.collect_view();
    let inside = view! {
        <div class="steps">{radios}</div>
        <p class="ends" aria-hidden="true">
            <span>{low.clone()}</span>
            <span>{high.clone()}</span>
        </p>
    };
    group(&field, "radiogroup", inside.into_any())
}
