//! Removing a child: what will go is named, a copy is offered first, and it is asked twice.

use leptos::prelude::*;
use ui::element::{Node, el, live};
use ui::spawn_local;
use ui::{browser, say};

use super::frame::{arrive, button, copy_button, heading, of_child, top};
use crate::contents::OfChild;
use crate::kept::Kept;
use crate::screen::Screen;

pub fn remove_screen(kept: Kept, child: String) -> Node {
    of_child(kept, child, whole)
}

fn whole(kept: Kept, of_child: &OfChild) -> Node {
    let (id, name) = (of_child.child.id.clone(), of_child.child.name.clone());
    let back = Screen::Child { child: id.clone() };
    arrive(say::kept_remove_title(&name));
    let goes = of_child.pieces.iter().map(|piece| {
        let words = say::kept_remove_piece(piece.answers, &piece.title);
        el("li").child(words).into()
    });
    let media = of_child.media();
    let media = (media > 0).then(|| el("p").child(say::kept_remove_media(media)));
    let main = el("main")
        .child(heading(say::kept_remove_title(&name)))
        .child(el("p").child(say::kept_remove_what(&name)))
        .child(el("ul").class("goes").children(goes))
        .child(media)
        .child(el("p").child(say::kept_remove_copy()))
        .child(copy_button("button main", &id, say::copy_of(&name)))
        .child(asking(kept, id, name));
    Node::All(vec![top(&back.href(), say::kept_remove_no()), main.into()])
}

/// The two questions, one after the other.
fn asking(kept: Kept, id: String, name: String) -> Node {
    let is_sure = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let first = {
        let ask = move || {
            is_sure.set(true);
            browser::focus_then("sure".to_owned(), " a");
        };
        el("p").live_flag("hidden", move || is_sure.get()).child(button(
            "button quiet",
            say::kept_remove(&name),
            ask,
        ))
    };
    let back = Screen::Child { child: id.clone() }.href();
    let said = say::kept_removed(&name);
    let remove = move || {
        let (id, said) = (id.clone(), said.clone());
        spawn_local(async move {
            match kept.store().delete_child(&id).await {
                Ok(()) => {
                    browser::tell_other_tabs();
                    kept.go_and_say(&Screen::All, said);
                }
                Err(_) => failed.set(true),
            }
        });
    };
    let second = el("div")
        .attr("id", "sure")
        .class("sure")
        .live_flag("hidden", move || !is_sure.get())
        .child(el("p").child(say::kept_remove_sure(&name)))
        .child(
            el("p")
                .class("actions")
                .child(el("a").class("button main").attr("href", back).child(say::kept_remove_no()))
                .child(button("button danger", say::kept_remove_yes(&name), remove)),
        );
    let trouble = live(move || failed.get().then(say::kept_remove_failed));
    Node::All(vec![
        first.into(),
        second.into(),
        el("p").class("problem").attr("role", "alert").child(trouble).into(),
    ])
}
