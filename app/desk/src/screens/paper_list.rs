//! What can be printed: the class's list.

use assignment::Head;
use leptos::prelude::*;
use ui::{day, facts, result_words, say};
use wasm_bindgen_futures::spawn_local;

use super::frame::{Arrive, Top};
use crate::desk::Desk;
use crate::screen::Screen;
use crate::start::fetch_index;

#[component]
pub fn PaperListScreen() -> AnyView {
    let desk = Desk::here();
    if desk.index.with_untracked(Option::is_none) {
        spawn_local(fetch_index(desk));
    }
    Arrive::back_at(say::paper_list(), desk.before.get_value());
    let heads =
        Memo::new(move |_| desk.index.with(|index| index.as_ref().map(|index| index.assignments.clone())));
    view! {
        <Top />
        <main>
            <h1 tabindex="-1">{say::paper_list()}</h1>
            <p class="quiet">{say::desk_paper_list_note()}</p>
            {move || list(heads.get().unwrap_or_default())}
        </main>
    }
    .into_any()
}

fn list(heads: Vec<Head>) -> AnyView {
    if heads.is_empty() {
        return view! { <p>{say::paper_list_nothing()}</p> }.into_any();
    }
    let items = heads.into_iter().map(item).collect_view();
    view! { <ul class="waiting-list">{items}</ul> }.into_any()
}

fn item(head: Head) -> AnyView {
    let year = Some(&head.year).filter(|year| !year.is_empty()).map(say::paper_year);
    let due = head.due.map(|due| say::desk_assignment_due(day::spoken(due)));
    let about = facts(&[Some(head.subject.clone()), year, due]);
    let translations = head.translations.iter().map(|translated| {
        let words = format!("{} ({})", translated.title, result_words::language(&translated.lang));
        link(Screen::paper(&head.id, &translated.lang), words)
    });
    view! {
        <li>
            {link(Screen::paper(&head.id, ""), head.title.clone())}
            {translations.collect_view()}
            <span class="quiet" dir="auto">
                {about}
            </span>
        </li>
    }
    .into_any()
}

/// The way to an assignment on paper, where there is more than one such link.
pub fn print_link(id: &str, title: &str) -> AnyView {
    let href = Screen::paper(id, "").href();
    view! {
        <a id=href.clone() href=href aria-label=say::desk_paper_of(title)>
            {say::desk_paper()}
        </a>
    }
    .into_any()
}

/// A link to be come back to: its address is its id.
fn link(screen: Screen, words: String) -> AnyView {
    let href = screen.href();
    view! {
        <a id=href.clone() href=href dir="auto">
            {words}
        </a>
    }
    .into_any()
}
