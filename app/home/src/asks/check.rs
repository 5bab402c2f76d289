//! A child asks whether an answer is right.

use leptos::prelude::*;
use ui::element::{Node, el, live};
use ui::say;
use work::{Check, check as compare};

use super::{Field, button};

/// The button, and what it says. A new answer takes the words away: they were about the old one.
pub fn check(field: &Field) -> Node {
    let checked = RwSignal::new(None);
    let (held, asked) = (field.clone(), field.clone());
    let found = move || {
        let asked = checked.get()?;
        held.look(|value| compare(&held.ask.kind, value.filter(|value| **value == asked)?))
    };
    let right = found.clone();
    let words = el("span")
        .attr("role", "status")
        .live_attr("class", move || (right() == Some(Check::Right)).then(|| "right".to_owned()))
        .child(live(move || found().map(words)));
    let press = button(say::home_check(), move || checked.set(asked.value_now()));
    el("div").class("check").child(press).child(words).into()
}

fn words(check: Check) -> String {
    match check {
        Check::Right => say::home_check_right(),
        Check::NotYet => say::home_check_not_yet(),
        Check::MakesSense => say::home_check_makes_sense(),
        Check::NotANumber => say::home_check_not_a_number(),
        Check::OutOfRange => say::home_check_out_of_range(),
    }
}
