//! A child asks whether an answer is right.

use leptos::prelude::*;
use ui::element::{Node, el, live};
use ui::say;
use work::{Check, Value, check as compare};

use super::{Field, button};

/// The button, and what it says. A new answer takes the words away: they were about the old one.
pub fn check(field: &Field) -> Node {
    let checked = RwSignal::new(None);
    let (held, asked) = (field.clone(), field.clone());
    // `Some(None)`: there was nothing to check, and there still is nothing.
    let found = move || {
        let asked: Value = checked.get()?;
        held.look(|value| match value.filter(|value| !value.is_empty()) {
            None => asked.is_empty().then_some(None),
            Some(value) => Some(compare(&held.ask.kind, Some(value).filter(|value| **value == asked)?)),
        })
    };
    let (right, wrong) = (found.clone(), found.clone());
    let words = el("span")
        .live_attr("class", move || (right() == Some(Some(Check::Right))).then(|| "right".to_owned()))
        .child(live(move || found().map(words)));
    let press = button(say::home_check(), move || {
        checked.set(Some(asked.value_now().unwrap_or(Value::Done(false))));
    });
    let help = (!field.shown.help.is_empty()).then(|| {
        let wrong = move || wrong() == Some(Some(Check::NotYet));
        el("p").class("help").prose(&field.shown.help).live_flag("hidden", move || !wrong())
    });
    let said = el("div").attr("role", "status").child(words).child(help);
    el("div").class("check").child(press).child(said).into()
}

fn words(check: Option<Check>) -> String {
    let Some(check) = check else { return say::home_check_empty() };
    match check {
        Check::Right => say::home_check_right(),
        Check::NotYet => say::home_check_not_yet(),
        Check::MakesSense => say::home_check_makes_sense(),
        Check::NotANumber => say::home_check_not_a_number(),
        Check::OutOfRange => say::home_check_out_of_range(),
    }
}
