//! Homework that came by a link: what it is, and whose. And homework that the desk looks at.

use std::sync::Arc;

use assignment::Shared;
use leptos::prelude::*;
use ui::element::{Node, el, nothing};
use ui::piece::child_picture;
use ui::{browser, say};
use work::Profile;

use super::frame::{Part, arrive, button_link, heading, keeping_notice, kicker, later, trouble};
use crate::home::Home;
use crate::screen::Screen;

/// Asks whose it is, and keeps it with that child.
pub fn received_screen(home: Home, packed: String) -> Node {
    later(async move {
        let shared = read(&packed).await;
        home.received.set_value(shared.clone());
        let part: Part = Arc::new(move || match &shared {
            Some(shared) => whose(home, shared),
            None => trouble(say::home_received_broken(), None),
        });
        part
    })
}

async fn read(packed: &str) -> Option<Shared> {
    Shared::from_json(&browser::unpack(packed).await?).ok()
}

fn whose(home: Home, shared: &Shared) -> Node {
    let title = shared.document.head.title.clone();
    arrive(home, title.clone());
    let child = |child: Profile| {
        let shared = shared.clone();
        let button = el("button")
            .attr("type", "button")
            .class("child")
            .child(child_picture(&child.picture))
            .child(el("span").child(child.name))
            .on("click", move |_| {
                home.received.set_value(None);
                home.receive(&child.id, shared.clone());
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

/// Shows the desk's homework as a family would see it, in a store that is gone with the page.
pub fn look_screen(home: Home, packed: String) -> Node {
    later(async move {
        let shared = read(&packed).await.filter(|_| !home.store().is_lasting());
        if let Some(mut shared) = shared
            && let Some(look) = shared.look.take()
        {
            home.look_at(look, shared);
        }
        let part: Part = Arc::new(nothing);
        part
    })
}
