//! Words.

use leptos::prelude::*;
use ui::say;
use work::{Slot, Value};

use super::{Field, label};

pub fn text(field: Field, lines: u32, starts_from: Option<String>) -> AnyView {
    let typed = match field.value() {
        Some(Value::Text(typed)) => typed,
        _ => String::new(),
    };
    let shown = RwSignal::new(typed);
    let give = field.giver();
    let give_typed = give.clone();
    let on_input = move |typed: String| {
        shown.set(typed.clone());
        give_typed(Value::Text(typed));
    };
    let start = starts_from.map(|id| {
        let (open, slot) = (field.open, Slot::Ask(id));
        let earlier = Memo::new(move |_| {
            open.work.with(|work| match work.value(&slot) {
                Some(Value::Text(words)) if !words.trim().is_empty() => Some(words.clone()),
                _ => None,
            })
        });
        let bring = move |_| {
            if let Some(words) = earlier.get_untracked() {
                shown.set(words.clone());
                give(Value::Text(words));
            }
        };
        // Offered only while nothing is written: it must never replace what a child wrote.
        let offered = move || earlier.with(Option::is_some) && shown.with(|shown| shown.trim().is_empty());
        view! {
            <button type="button" class="small" hidden=move || !offered() on:click=bring>
                {say::home_text_start()}
            </button>
        }
    });
    view! {
        {label(&field)}
        {start}
        <textarea
            id=field.element("answer")
            rows=lines.to_string()
            autocomplete="off"
            prop:value=shown
            on:input:target=move |event| on_input(event.target().value())
        ></textarea>
    }
    .into_any()
}
