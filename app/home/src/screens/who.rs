//! Whose turn is it?

use leptos::prelude::*;
use ui::element::{Node, el, live};
use ui::piece::child_picture;
use ui::say;
use work::Profile;

use super::frame::{arrive, button_link, damaged_notice, heading, keeping_notice, kept_link, kicker};
use super::new_child::new_child_screen;
use crate::home::Home;
use crate::screen::Screen;

pub fn who_screen(home: Home) -> Node {
    if home.children.with_untracked(Vec::is_empty) {
        return new_child_screen(home);
    }
    arrive(home, say::home_who_title());
    // One that is added in another tab comes too.
    let children = live(move || {
        let link = |child: Profile| -> Node {
            let link = el("a")
                .class("child")
                .attr("href", Screen::List { child: child.id }.href())
                .child(child_picture(&child.picture))
                .child(el("span").child(child.name));
            el("li").child(link).into()
        };
        home.children.get().into_iter().map(link).collect::<Vec<Node>>()
    });
    el("main")
        .class("who-screen")
        .child(kicker(home.class_words(|class| &class.name)))
        .child(heading(say::home_who_title()))
        .child(keeping_notice(home))
        .child(damaged_notice(home.damaged))
        .child(el("ul").class("children").attr("data-somebody", "yes").child(children))
        .child(el("p").child(button_link("button quiet", &Screen::NewChild, say::home_who_add())))
        .child(el("p").child(kept_link()))
        .into()
}
