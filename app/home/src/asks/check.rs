//! A child asks whether an answer is right.

use leptos::prelude::*;
use ui::say;
use work::{Check, Value, check};

use super::Field;

/// The button, and what it says. A new answer takes the words away: they were about the old one.
#[component]
pub fn CheckAnswer(
    /// The question.
    field: Field,
) -> AnyView {
    let checked = RwSignal::new(None::<Value>);
    let (slot, open, kind) = (field.slot(), field.open, field.ask.kind.clone());
    let ask_now = {
        let slot = slot.clone();
        move |_| checked.set(open.value_now(&slot))
    };
    let found = move || {
        let value = checked.get()?;
        let current = open.work.with(|work| work.value(&slot) == Some(&value));
        if current { check(&kind, &value) } else { None }
    };
    let found = Memo::new(move |_| found());
    view! {
        <div class="check">
            <button type="button" class="small" on:click=ask_now>
                {say::home_check()}
            </button>
            <span role="status" class:right=move || found.get() == Some(Check::Right)>
                {move || found.get().map(words)}
            </span>
        </div>
    }
    .into_any()
}

fn words(check: Check) -> String {
    match check {
        Check::Right => say::home_check_right(),
        Check::NotYet => say::home_check_not_yet(),
        Check::NotANumber => say::home_check_not_a_number(),
        Check::OutOfRange => say::home_check_out_of_range(),
    }
}
