//! Pieces of a page that home and desk share.

use assignment::{Prose, Who};
use leptos::prelude::*;
use work::{PICTURES, Progress};

use crate::element::{Element, Node, el, live};
use crate::result_words::who;
use crate::say;

/// Where the site's shared files are, seen from the page: empty for home, `../` for the desk.
#[derive(Debug, Clone, Copy)]
pub struct SiteRoot(pub &'static str);

fn symbol(class: &str, name: &str) -> Element {
    let root = use_context::<SiteRoot>().map_or("", |root| root.0);
    el("span").class(class).symbol(&format!("{root}pictures.svg#{name}"))
}

/// The picture that a child chose. It says nothing to a screen reader: the name beside it does.
pub fn child_picture(picture: &str) -> Node {
    let known = PICTURES.iter().copied().find(|known| *known == picture).unwrap_or(PICTURES[0]);
    symbol("picture", known).into()
}

/// Who does it: a colour, a shape and a word.
pub fn who_mark(role: Who) -> Node {
    let name = who_name(role);
    el("span")
        .class(&format!("who {name}"))
        .child(symbol("shape", &format!("who-{name}")))
        .child(who(role))
        .into()
}

/// The role's name in classes.
pub fn who_name(role: Who) -> &'static str {
    match role {
        Who::Student => "student",
        Who::Together => "together",
        Who::Family => "family",
    }
}

/// How far it is: a bar with its words.
pub fn progress_bar(progress: impl Fn() -> Progress + Clone + Send + Sync + 'static) -> Node {
    let (asks, answered) = (progress.clone(), progress.clone());
    let words = move || say::progress(progress().answered, progress().asks);
    let spoken = words.clone();
    let bar = el("progress")
        .live_attr("max", move || Some(asks().asks.to_string()))
        .live_attr("value", move || Some(answered().answered.to_string()))
        .live_attr("aria-label", move || Some(spoken()));
    let seen = el("span").attr("aria-hidden", "true").child(live(words));
    el("div").class("progress").child(bar).child(seen).into()
}

/// Blocks of a teacher's words.
pub fn prose(prose: &Prose) -> Node {
    el("div").class("prose").prose(prose).into()
}
