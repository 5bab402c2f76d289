//! What the answers of a piece of work were before they were changed.

use std::sync::Arc;

use leptos::prelude::*;
use ui::element::{Node, el, live};
use ui::spawn_local;
use ui::{Part, browser, language, say};
use work::{Answer, Value};

use super::frame::{arrive, button, heading, just_done, later, of_fault, top, trouble};
use crate::bringing_back::{Past, bring_back, lines, pasts};
use crate::kept::Kept;
use crate::screen::Screen;

pub fn earlier_screen(kept: Kept, child: String, assignment: String) -> Node {
    later(async move {
        match pasts(kept, &child, &assignment).await {
            Ok(Some((title, pasts))) => {
                Arc::new(move || whole(kept, (&child, &assignment), &title, &pasts)) as Part
            }
            Ok(None) => Arc::new(|| trouble(say::kept_fault_work())),
            Err(fault) => of_fault(fault),
        }
    })
}

fn whole(kept: Kept, (child, assignment): (&str, &str), title: &str, pasts: &[Past]) -> Node {
    arrive(say::kept_earlier());
    let none = pasts.is_empty().then(|| el("p").child(say::kept_earlier_none()));
    let here = Screen::Earlier { child: child.to_owned(), assignment: assignment.to_owned() };
    let main = el("main")
        .child(el("p").class("kicker").child(title.to_owned()))
        .child(heading(say::kept_earlier()))
        .child(just_done(kept))
        .child(none)
        .children(pasts.iter().map(|past| question(kept, &here, past)));
    Node::All(vec![top(&format!("../#/{child}/{assignment}"), say::kept_work()), main.into()])
}

fn question(kept: Kept, here: &Screen, past: &Past) -> Node {
    let now = past.now.as_ref().map(|now| {
        el("div")
            .class("version")
            .child(el("h3").child(say::kept_earlier_now()))
            .child(words(past, &now.value))
    });
    el("section")
        .class("card past")
        .child(el("h2").child(past.question.clone()))
        .child(now)
        .children(past.versions.iter().map(|version| one(kept, here, past, version)))
        .into()
}

fn one(kept: Kept, here: &Screen, past: &Past, version: &Answer) -> Node {
    let when = browser::spoken_moment(&language(), version.when);
    let failed = RwSignal::new(false);
    let (here, back) = (here.clone(), version.clone());
    let bring = move || {
        let (here, back) = (here.clone(), back.clone());
        spawn_local(async move {
            match bring_back(kept, back).await {
                Ok(()) => kept.go_and_say(&here, say::kept_earlier_back()),
                Err(_) => failed.set(true),
            }
        });
    };
    let trouble = live(move || failed.get().then(say::kept_earlier_failed));
    el("div")
        .class("version")
        .child(el("h3").child(say::kept_earlier_when(when)))
        .child(words(past, &version.value))
        .child(button("button small", say::kept_earlier_bring(), bring))
        .child(el("p").class("problem").attr("role", "alert").child(trouble))
        .into()
}

/// What an answer says, or that it says nothing.
fn words(past: &Past, value: &Value) -> Node {
    if let Value::Drawing(drawing) = value {
        return el("div").class("drawn").drawing(drawing).into();
    }
    let lines = lines(past, value);
    if lines.is_empty() {
        return el("p").class("quiet").child(say::kept_earlier_empty()).into();
    }
    el("div").attr("dir", "auto").children(lines.into_iter().map(|line| el("p").child(line).into())).into()
}
