//! A child says who they are.

use leptos::prelude::*;
use ui::element::{Node, el, live};
use ui::piece::child_picture;
use ui::{browser, result_words, say};
use work::{PICTURES, Profile};

use super::frame::{arrive, button_link, damaged_notice, heading, keeping_notice, kept_link, kicker};
use crate::home::{Home, go};
use crate::screen::Screen;

pub fn new_child_screen(home: Home) -> Node {
    let child = StoredValue::new(Profile {
        id: String::new(),
        name: String::new(),
        picture: PICTURES[0].to_owned(),
        added: 0,
        reads: String::new(),
    });
    let missing = RwSignal::new(false);
    // A double tap must not add the child twice.
    let added = StoredValue::new(false);
    let first = home.children.with_untracked(Vec::is_empty);
    arrive(home, say::home_who_new());
    let start = move || {
        let child = child.get_value();
        missing.set(child.name.is_empty());
        if child.name.is_empty() {
            browser::focus("child-name");
        } else if !added.get_value() {
            added.set_value(true);
            add(home, child);
        }
    };
    let buttons = el("p")
        .class("actions")
        .child(el("button").attr("type", "submit").class("button main").child(say::home_who_start()))
        .child((!first).then(|| button_link("button quiet", &Screen::Who, say::cancel())));
    let form = el("form")
        .class("card")
        .flag("novalidate", true)
        .on("submit", move |event| {
            event.prevent_default();
            start();
        })
        .child(el("label").attr("for", "child-name").child(say::home_who_name()))
        .child(name_field(child, missing))
        .child(name_problem(missing))
        .child(pictures(child))
        .child(buttons)
        .child(el("p").class("quiet").child(say::home_who_note()));
    el("main")
        .class("who-screen")
        .child(kicker(home.class_words(|class| &class.name)))
        .child(heading(if first { say::home_who_hello() } else { say::home_who_new() }))
        .child(keeping_notice(home))
        .child(
            first.then(|| el("p").class("notice cleared-note").child(say::home_cleared()).child(kept_link())),
        )
        .child(damaged_notice(home.damaged))
        .child(form)
        .into()
}

fn add(home: Home, child: Profile) {
    let added = browser::now();
    let child = Profile { id: browser::new_id(added), added, ..child };
    let id = child.id.clone();
    browser::ask_to_keep();
    home.add_child(child);
    if !home.receive(&id) {
        go(&Screen::List { child: id });
    }
}

fn name_field(child: StoredValue<Profile>, missing: RwSignal<bool>) -> Node {
    el("input")
        .attr("id", "child-name")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "words")
        .attr("maxlength", "60")
        .attr("aria-describedby", "child-name-missing")
        .live_attr("aria-invalid", move || missing.get().then(|| "true".to_owned()))
        .on_input(move |typed| child.update_value(|child| child.name = typed.trim().to_owned()))
        .into()
}

fn name_problem(missing: RwSignal<bool>) -> Node {
    el("p")
        .attr("id", "child-name-missing")
        .class("problem")
        .attr("role", "alert")
        .child(live(move || missing.get().then(say::home_who_name_missing)))
        .into()
}

fn pictures(child: StoredValue<Profile>) -> Node {
    let choices = PICTURES.map(|each| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "picture")
            .attr("aria-label", result_words::picture(each))
            .flag("checked", each == PICTURES[0])
            .on("change", move |_| child.update_value(|child| child.picture = each.to_owned()));
        el("label").child(input).child(child_picture(each)).into()
    });
    el("fieldset")
        .class("pictures")
        .child(el("legend").child(say::home_who_picture()))
        .children(choices)
        .into()
}
