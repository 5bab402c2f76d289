//! Homework that came by a link: what it is, and whose. And homework that the desk looks at.

use std::sync::Arc;

use assignment::Shared;
use leptos::prelude::*;
use ui::element::{Node, el, nothing};
use ui::piece::child_picture;
use ui::{Part, browser, say};
use work::Profile;

use super::frame::{arrive, button_link, heading, keeping_notice, kicker, later, trouble};
use crate::home::Home;
use crate::screen::Screen;

/// Asks whose it is, and keeps it with that child. What the desk looks at is shown as a family would see it, in a store that is gone with
/// the page: only in the desk's window, for who opens its address by itself would lose what they type.
pub fn received_screen(home: Home, packed: String, is_look: bool) -> Node {
    later(async move {
        let mut title = None;
        // What came before it is not meant any more.
        home.received.set_value(None);
        if let Some(mut shared) = read(&packed).await {
            let may_look = browser::is_inside() && !home.is_lasting();
            if !is_look {
                title = Some(home.title_of(&shared.document.head));
                home.received.set_value(Some(shared));
            } else if may_look && let Some(look) = shared.look.take() {
                title = Some(String::new());
                home.look_at(look, shared);
            }
        }
        let part: Part = Arc::new(move || match &title {
            // The work itself comes in its place.
            Some(_) if is_look => nothing(),
            Some(title) => whose(home, title.clone()),
            None => trouble(say::home_received_broken(), None),
        });
        part
    })
}

async fn read(packed: &str) -> Option<Box<Shared>> {
    Shared::from_json(&browser::unpack(packed).await?).ok().map(Box::new)
}

fn whose(home: Home, title: String) -> Node {
    arrive(home, title.clone());
    let child = |child: Profile| {
        let button = el("button")
            .attr("type", "button")
            .class("child")
            .child(child_picture(&child.picture))
            .child(el("span").child(child.name))
            .on("click", move |_| {
                // Nothing is left of it after the first of two clicks.
                home.receive(&child.id);
            });
        el("li").child(button).into()
    };
    let children = home.children.get_untracked().into_iter().map(child);
    el("main")
        .class("who-screen")
        .child(kicker(say::home_received()))
        .child(heading(title))
        .child(keeping_notice(home))
        .child(el("p").child(say::home_received_whose()))
        .child(el("ul").class("children").children(children))
        .child(el("p").child(button_link("button quiet", &Screen::NewChild, say::home_who_add())))
        .into()
}
