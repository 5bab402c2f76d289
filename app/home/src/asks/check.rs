//! A child asks whether an answer is right.

use leptos::prelude::*;
use ui::element::{Node, el, live};
use ui::say;
use work::{Check, Value, check as compare};

use super::{Field, button};

/// The button, and what it says. A new answer takes the words away: they were about the old one.
pub fn check(field: &Field) -> Node {
    let checked = RwSignal::new(None::<Value>);
    let (slot, open, kind) = (field.slot(), field.open, field.ask.kind.clone());
    let asked = slot.clone();
    let found = Memo::new(move |_| {
        let value = checked.get()?;
        let current = open.work.with(|work| work.value(&slot) == Some(&value));
        if current { compare(&kind, &value) } else { None }
    });
    let words = el("span")
        .attr("role", "status")
        .live_attr("class", move || (found.get() == Some(Check::Right)).then(|| "right".to_owned()))
        .child(live(move || found.get().map(words)));
    let press = button(say::home_check(), move || checked.set(open.value_now(&asked)));
    el("div").class("check").child(press).child(words).into()
}

fn words(check: Check) -> String {
    match check {
        Check::Right => say::home_check_right(),
        Check::NotYet => say::home_check_not_yet(),
        Check::NotANumber => say::home_check_not_a_number(),
        Check::OutOfRange => say::home_check_out_of_range(),
    }
}
