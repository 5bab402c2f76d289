//! Whose turn is it?

use leptos::prelude::*;
use ui::element::{Node, el};
use ui::piece::child_picture;
use ui::say;

use super::app::arrive;
use super::frame::{button_link, heading, kicker};
use super::new_child::new_child_screen;
use crate::home::Home;
use crate::screen::Screen;

pub fn who_screen(home: Home) -> Node {
    let children = home.children.get_untracked();
    if children.is_empty() {
        return new_child_screen(home);
    }
    arrive(home, say::home_who_title());
    let children = children.into_iter().map(|child| {
        let link = el("a")
            .class("child")
            .attr("href", Screen::List { child: child.id }.href())
            .child(child_picture(&child.picture))
            .child(el("span").child(child.name));
        el("li").child(link).into()
    });
    el("main")
        .class("who-screen")
        .child(kicker(home.class_name()))
        .child(heading(say::home_who_title()))
        .child(el("ul").class("children").children(children))
        .child(el("p").child(button_link("button quiet", &Screen::NewChild, say::home_who_add())))
        .into()
}
