//! The list of assignments for one child.

use std::sync::Arc;

use assignment::{Date, packed_in};
use leptos::prelude::*;
use ui::element::{Node, el, live};
use ui::piece::{progress_bar, prose};
use ui::spawn_local;
use ui::{Part, browser, day, facts, say};

use super::frame::{arrive, damaged_notice, heading, keeping_notice, kept_link, kicker, later, top, trouble};
use crate::home::{Home, go};
use crate::list::{Item, List, Sent};
use crate::screen::Screen;

pub fn list_screen(home: Home, child: String) -> Node {
    let Some(profile) = home.child(&child) else {
        return trouble(say::home_fault_store(), None);
    };
    let whole = later(async move {
        let loaded = load(home, &child).await;
        let part: Part = Arc::new(move || match &loaded {
            None => trouble(say::home_fault_store(), None),
            Some((list, damaged)) => whole(home, &child, list.clone(), *damaged),
        });
        part
    });
    Node::All(vec![top(home, &profile, &Screen::Who, say::home_who_change()), whole])
}

/// The list, and how much of what is kept for it could not be read.
async fn load(home: Home, child: &str) -> Option<(List, usize)> {
    let store = home.store();
    let works = store.works(child).await.ok()?;
    let answers = store.answers(child).await.ok()?;
    let damaged = works.damaged + answers.damaged;
    // A phone that is full keeps nothing of it; the list says it all the same.
    let works = home.saving.records_over(child, works.records);
    let answers = home.saving.over(answers.records);
    let list = home.with_index(|index| List::new(index, &works, &answers, home.today()));
    Some((list, damaged))
}

fn whole(home: Home, child: &str, list: List, damaged: usize) -> Node {
    arrive(home, say::home_week_this());
    let empty = if list.is_empty() {
        Some(say::home_week_nothing())
    } else if list.this_week.is_empty() {
        Some(say::home_week_none_this())
    } else {
        None
    };
    let welcome = home.with_index(|index| index.class.as_ref().map(|class| class.welcome.clone()));
    let welcome = welcome.filter(|welcome| !welcome.is_empty());
    el("main")
        .child(kicker(home.class_words(|class| &class.name)))
        .child(heading(say::home_week_this()))
        .child(keeping_notice(home))
        .child(damaged_notice(damaged))
        .child(empty.map(|words| el("p").child(words)))
        .child(cards(child, list.this_week, due))
        .child(part(child, say::home_week_coming(), list.coming_up, opens))
        .child(part(child, say::home_week_earlier(), list.earlier, due))
        .child(from_file())
        .child(el("p").class("quiet fleeting-note").child(say::home_fleeting()).child(kept_link()))
        .child(welcome.map(|welcome| el("aside").class("letter").child(prose(&welcome))))
        .into()
}

/// Homework that came as a file.
fn from_file() -> Node {
    let is_other = RwSignal::new(false);
    let field =
        el("input").attr("type", "file").attr("accept", ".txt,text/plain").on("change", move |event| {
            spawn_local(async move {
                let text = browser::chosen_text(&event).await.unwrap_or_default();
                match packed_in(&text) {
                    Some(packed) => go(&Screen::Open { packed: packed.to_owned() }),
                    None => is_other.set(true),
                }
            });
        });
    let label = el("label").class("button quiet file").child(field).child(say::home_received_file());
    let other = live(move || is_other.get().then(say::home_received_file_other));
    el("div").child(label).child(el("p").class("problem").attr("role", "alert").child(other)).into()
}

fn part(child: &str, title: String, items: Vec<Item>, dated: fn(&Item) -> Option<String>) -> Option<Node> {
    let section = || el("section").child(el("h2").child(title));
    (!items.is_empty()).then(|| section().child(cards(child, items, dated)).into())
}

fn cards(child: &str, items: Vec<Item>, dated: fn(&Item) -> Option<String>) -> Node {
    el("ul").class("cards").children(items.into_iter().map(|item| card(child, item, dated))).into()
}

fn due(item: &Item) -> Option<String> {
    item.head.due.map(|due: Date| say::home_week_due(day::spoken(due)))
}

fn opens(item: &Item) -> Option<String> {
    item.head.opens.map(|opens| say::home_week_opens(day::spoken(opens)))
}

fn card(child: &str, item: Item, dated: fn(&Item) -> Option<String>) -> Node {
    let when = dated(&item);
    let Item { head, progress, finished, sent, removed } = item;
    let subject = Some(head.subject).filter(|subject| !subject.is_empty());
    let year = Some(head.year).filter(|year| !year.is_empty()).map(say::home_week_year);
    let facts = facts(&[subject, year, head.minutes.map(say::home_week_minutes), when]);
    let state = match progress {
        _ if removed => Some(say::home_week_removed()),
        _ if sent == Sent::Older => Some(say::home_week_changed()),
        _ if sent == Sent::Yes => Some(say::home_week_sent()),
        _ if finished => Some(say::home_week_finished()),
        None => Some(say::home_week_new()),
        Some(_) => None,
    };
    let good = sent == Sent::Yes || finished && sent == Sent::No;
    let state_class = if good { "state good" } else { "state" };
    let href = Screen::Work { child: child.to_owned(), assignment: head.id }.href();
    let card = el("a")
        .class("card")
        .attr("href", href)
        .child(el("strong").child(head.title))
        .child(el("span").class("quiet").child(facts))
        .child(state.map(|state| el("span").class(state_class).child(state)))
        .child(progress.map(|progress| progress_bar(move || progress)));
    el("li").child(card).into()
}
