//! One of several, and any number of several.

use leptos::prelude::*;
use ui::say;
use work::Value;

use super::{Field, group};

pub fn choice(field: Field, options: Vec<String>) -> AnyView {
    let chosen = match field.value() {
        Some(Value::Choice(chosen)) => chosen,
        _ => String::new(),
    };
    let name = field.element("answer");
    let give = field.giver();
    let options = options.into_iter().map(|option| {
        let (give, value) = (give.clone(), option.clone());
        view! {
            <label class="option">
                <input
                    type="radio"
                    name=name.clone()
                    checked=option == chosen
                    on:change=move |_| give(Value::Choice(value.clone()))
                />
                <span>{option}</span>
            </label>
        }
        .into_any()
    });
    let options = options.collect_view().into_any();
    group(&field, "radiogroup", options)
}

pub fn choices(field: Field, options: Vec<String>) -> AnyView {
    let chosen = match field.value() {
        Some(Value::Choices(chosen)) => chosen,
        _ => Vec::new(),
    };
    let ticked = RwSignal::new(options.iter().map(|option| chosen.contains(option)).collect::<Vec<bool>>());
    let give = field.giver();
    let all = StoredValue::new(options.clone());
    let tick = move |at: usize, is: bool| {
        ticked.update(|ticked| ticked[at] = is);
        let chosen = ticked.with_untracked(|ticked| {
            all.with_value(|all| {
                all.iter().zip(ticked).filter(|(_, is)| **is).map(|(option, _)| option.clone()).collect()
            })
        });
        give(Value::Choices(chosen));
    };
    let boxes = options.into_iter().enumerate().map(|(at, option)| {
        let tick = tick.clone();
        view! {
            <label class="option">
                <input
                    type="checkbox"
                    checked=ticked.with_untracked(|ticked| ticked[at])
                    on:change:target=move |event| tick(at, event.target().checked())
                />
                <span>{option}</span>
            </label>
        }
        .into_any()
    });
    let inside = view! {
        <p class="quiet">{say::home_choices_any()}</p>
        {boxes.collect_view()}
    };
    group(&field, "group", inside.into_any())
}
