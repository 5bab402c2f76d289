//! Everything that is kept here.

use std::sync::Arc;

use leptos::prelude::*;
use ui::element::{Node, el, live};
use ui::spawn_local;
use ui::{Part, browser, say};

use super::frame::{arrive, button, copy_button, heading, just_done, later, of_fault, top, whose};
use crate::contents::OfChild;
use crate::kept::{Everything, Kept};
use crate::putting_back::put_back_chosen;
use crate::screen::Screen;

pub fn all_screen(kept: Kept) -> Node {
    let whole = later(async move {
        match kept.everything().await {
            Ok(everything) => Arc::new(move || whole(kept, &everything)) as Part,
            Err(fault) => of_fault(fault),
        }
    });
    Node::All(vec![top("../", say::kept_home()), whole])
}

fn whole(kept: Kept, everything: &Everything) -> Node {
    arrive(say::kept_title());
    let damaged = everything.damaged;
    let damaged = (damaged > 0).then(|| el("p").class("problem").child(say::kept_damaged(damaged)));
    let children = match everything.children.is_empty() {
        true => el("p").attr("data-somebody", "no").child(say::kept_nothing()),
        false => el("ul")
            .class("children")
            .attr("data-somebody", "yes")
            .children(everything.children.iter().map(child)),
    };
    el("main")
        .child(heading(say::kept_title()))
        .child(just_done(kept))
        .child(el("p").child(say::kept_where()))
        .child(lasting())
        .child(damaged)
        .child(children)
        .child(copying())
        .child(putting_back(kept))
        .into()
}

fn child(of_child: &OfChild) -> Node {
    let link = el("a")
        .class("child")
        .attr("href", Screen::Child { child: of_child.child.id.clone() }.href())
        .child(whose(&of_child.child))
        .child(el("span").class("quiet").child(say::kept_pieces(of_child.pieces.len())));
    el("li").child(link).into()
}

/// Whether the browser may clear it, and what to do about that.
fn lasting() -> Node {
    let lasts = RwSignal::new(None::<bool>);
    let was_asked = RwSignal::new(false);
    spawn_local(async move { lasts.set(Some(browser::is_kept_for_good().await)) });
    let ask = move || {
        spawn_local(async move {
            lasts.set(Some(browser::keeps_for_good().await));
            was_asked.set(true);
        });
    };
    let words = live(move || match lasts.get() {
        None => el("p"),
        Some(true) => el("p").child(say::kept_lasting()),
        Some(false) if was_asked.get() => el("p").child(say::kept_fleeting_still()),
        Some(false) => el("p").child(say::kept_fleeting()),
    });
    let button = button("button quiet small", say::kept_ask(), ask);
    let offer =
        el("div").live_flag("hidden", move || lasts.get() != Some(false) || was_asked.get()).child(button);
    el("section").child(el("div").attr("role", "status").child(words)).child(offer).into()
}

fn copying() -> Node {
    el("section")
        .class("card")
        .child(el("h2").child(say::copy_title()))
        .child(el("p").child(say::copy_why()))
        .child(copy_button("button main", "", say::copy_all()))
        .into()
}

/// The field that takes a copy.
fn putting_back(kept: Kept) -> Node {
    let is_busy = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let field =
        el("input").attr("type", "file").attr("accept", ".txt,text/plain").on("change", move |event| {
            is_busy.set(true);
            spawn_local(async move {
                let words = put_back_chosen(kept, &event).await;
                is_busy.set(false);
                if let Some(words) = words {
                    said.set(words.clone());
                    // The list of children has others now.
                    kept.go_and_say(&Screen::All, words);
                }
            });
        });
    // A page that is busy is not loaded again for a newer one: see public/newer.js.
    let class =
        move || Some(if is_busy.get() { "button quiet file busy" } else { "button quiet file" }.to_owned());
    let label = el("label").live_attr("class", class).child(field).child(say::kept_back_choose());
    let words = live(move || if is_busy.get() { say::kept_back_busy() } else { said.get() });
    el("section")
        .class("card")
        .child(el("h2").child(say::kept_back_title()))
        .child(el("p").child(say::kept_back_why()))
        .child(label)
        .child(el("p").attr("role", "status").child(words))
        .into()
}
