//! Handing homework out without a site of one's own: as a link that carries it, or as a file with that link.

use assignment::Shared;
use leptos::prelude::*;
use ui::{browser, say};
use wasm_bindgen_futures::spawn_local;

use super::Page;
use super::names::NAME;
use crate::authoring::author::Renamed;
use crate::authoring::handing_out;
use crate::authoring::message::message;
use crate::screen::Screen;

/// Longer links are cut by some message apps.
const LONG: usize = 2_000;

/// What is done with a text that is ready.
#[derive(Clone, Copy)]
enum Way {
    CopyLink,
    CopyMessage,
    Share,
    Save,
}

pub fn hand_out(page: Page) -> AnyView {
    let ready = Memo::new(move |_| page.author.checked.with(|checked| checked.is_good()));
    let listed = Memo::new(move |_| is_listed_otherwise(page));
    let said = RwSignal::new(String::new());
    let button = move |way: Way, words: String| {
        view! {
            <button type="button" on:click=move |_| hand(page, way, said)>
                {words}
            </button>
        }
        .into_any()
    };
    let buttons = move || {
        view! {
            {handing_out::is_only_here(&browser::site()).then(|| view! { <p class="notice">{say::desk_share_only_here()}</p> })}
            <p class="actions">
                {button(Way::CopyLink, say::desk_share_link())}
                {button(Way::Save, say::desk_share_file())}
                {browser::can_share().then(|| button(Way::Share, say::desk_share_send()))}
                {button(Way::CopyMessage, say::desk_share_message())}
                {print()}
            </p>
            <p class="quiet">{say::desk_share_note()}</p>
            {move || length_note(page)}
            {move || has_pictures(page).then(|| view! { <p class="notice">{say::desk_share_pictures()}</p> })}
        }
        .into_any()
    };
    view! {
        <section class="hand-out" aria-labelledby="hand-out">
            <h2 id="hand-out">{say::desk_share()}</h2>
            {move || {
                if !ready.get() {
                    view! { <p class="quiet">{say::desk_share_mend()}</p> }.into_any()
                } else if listed.get() {
                    name_is_taken(page, said)
                } else {
                    buttons()
                }
            }}
            <p class="good" role="status">
                {said}
            </p>
        </section>
    }
    .into_any()
}

/// Whether families would get other homework than this by its link.
fn is_listed_otherwise(page: Page) -> bool {
    page.desk.index.with(|list| {
        page.author.checked.with(|checked| {
            let both = list.as_ref().zip(checked.shared.as_ref());
            both.is_some_and(|(list, shared)| handing_out::is_listed_otherwise(list, shared))
        })
    })
}

/// In place of the ways to hand it out: a way to another name. On paper it is what it is.
fn name_is_taken(page: Page, said: RwSignal<String>) -> AnyView {
    let rename = move |_: leptos::ev::MouseEvent| {
        let Some(Renamed { name, is_copy }) = page.author.take_free_name(page.desk) else { return };
        said.set(if is_copy { say::desk_share_copy(&name) } else { say::desk_share_renamed(&name) });
        // There a better name can be given; until it is drawn, it may be hidden.
        request_animation_frame(|| browser::focus(NAME));
    };
    view! {
        <p class="notice">{say::desk_share_listed()}</p>
        <p class="actions">
            <button type="button" class="main" on:click=rename>
                {say::desk_share_rename()}
            </button>
            {print()}
        </p>
    }
    .into_any()
}

fn print() -> AnyView {
    view! {
        <a class="button" href=Screen::PaperOfText.href()>
            {say::desk_paper()}
        </a>
    }
    .into_any()
}

fn hand(page: Page, way: Way, said: RwSignal<String>) {
    let Some(shared) = page.author.checked.with_untracked(|checked| checked.shared.clone()) else { return };
    let home = browser::site();
    let name = format!("{}.txt", shared.document.head.id);
    let file = handing_out::file(&home, &shared, &say::desk_share_how(&home));
    let title = shared.document.head.title.clone();
    spawn_local(async move {
        let done = match way {
            Way::CopyLink => {
                browser::copy(&handing_out::link(&home, &shared)).await.map(|()| say::desk_share_copied())
            }
            Way::CopyMessage => {
                let words = message(&shared.document, &handing_out::link(&home, &shared));
                browser::copy(&words).await.map(|()| say::desk_share_message_copied())
            }
            Way::Share => browser::share(&title, &name, &file).await.map(|()| say::desk_share_sent()),
            Way::Save => browser::download(&name, &file, "text/plain;charset=utf-8")
                .map(|()| say::desk_downloaded(&name)),
        };
        said.set(match done {
            Ok(words) => words,
            Err(browser::HandOutError::Cancelled) => String::new(),
            Err(browser::HandOutError::Refused) => say::desk_share_failed(),
        });
    });
}

fn length_note(page: Page) -> Option<AnyView> {
    let shared: Shared = page.author.checked.with(|checked| checked.shared.clone())?;
    let length = handing_out::link(&browser::site(), &shared).len();
    (length > LONG).then(|| view! { <p class="quiet">{say::desk_share_long(length)}</p> }.into_any())
}

/// A link has words only.
fn has_pictures(page: Page) -> bool {
    page.author
        .checked
        .with(|checked| checked.shared.as_ref().is_some_and(|shared| shared.to_json().contains("<img")))
}
