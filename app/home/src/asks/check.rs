//! A child asks whether an answer is right.

use leptos::prelude::*;
use ui::element::{Node, el, live};
use ui::say;
use work::{Check, check as compare};

use super::{Field, button};

/// The button, and what it says. A new answer takes the words away: they were about the old one.
pub fn check(field: &Field) -> Node {
    // The revision of the answer that was asked about; 0 before anything was.
    let checked = RwSignal::new(0);
    let (slot, open, kind) = (field.slot(), field.open, field.ask.kind.clone());
    let asked = slot.clone();
    let found = move || {
        let revision = checked.get();
        open.work.with(|work| {
            let answer = work.answer_to(&slot).filter(|answer| answer.revision == revision)?;
            compare(&kind, &answer.value)
        })
    };
    let right = found.clone();
    let words = el("span")
        .attr("role", "status")
        .live_attr("class", move || (right() == Some(Check::Right)).then(|| "right".to_owned()))
        .child(live(move || found().map(words)));
    let revision = move || open.work.with_untracked(|work| work.answer_to(&asked).map_or(0, |a| a.revision));
    let press = button(say::home_check(), move || checked.set(revision()));
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
