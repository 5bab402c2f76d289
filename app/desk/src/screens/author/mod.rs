//! The author's page: a teacher writes homework, sees what families will see, and hands it out.

mod hand_out;
mod names;
mod problems;
mod start;
mod writing;

use leptos::prelude::*;
use ui::say;
use wasm_bindgen_futures::spawn_local;

use super::frame::{Arrive, Top};
use crate::authoring::author::Author;
use crate::authoring::editor::SCRIPT;
use crate::authoring::module::Module;
use crate::desk::Desk;
use crate::screen::Screen;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Page {
    desk: Desk,
    author: Author,
    /// The script of the editor and of files.
    script: StoredValue<Module, LocalStorage>,
    /// What was done last, for the teacher to read.
    said: RwSignal<String>,
}

/// How far the page has come.
#[derive(Clone)]
enum Loading {
    Script,
    Ready(SendModule),
    Failed,
}

/// The page has one thread, and signals want what could go to another.
type SendModule = StoredValue<Module, LocalStorage>;

#[component]
pub fn AuthorScreen() -> AnyView {
    let desk = Desk::here();
    Arrive::at(say::desk_write());
    let loading = RwSignal::new(Loading::Script);
    Effect::new(move || {
        spawn_local(async move {
            desk.author.bring_back(desk).await;
            let loaded = Module::load(SCRIPT).await;
            // A teacher may have gone on meanwhile.
            let _ = loading.try_set(match loaded {
                Ok(script) => Loading::Ready(StoredValue::new_local(script)),
                Err(_) => Loading::Failed,
            });
        });
    });
    view! {
        <Top more=Some((Screen::TypeIn, say::desk_type_in())) />
        <main class="author-screen">
            <h1 tabindex="-1">{say::desk_write()}</h1>
            {move || match loading.get() {
                Loading::Script => view! { <p class="quiet">{say::desk_loading()}</p> }.into_any(),
                Loading::Failed => view! { <p class="notice problem" role="alert">{say::desk_write_failed()}</p> }.into_any(),
                Loading::Ready(script) => {
                    whole(Page { desk, author: desk.author, script, said: RwSignal::new(String::new()) })
                }
            }}
        </main>
    }
    .into_any()
}

fn whole(page: Page) -> AnyView {
    let author = page.author;
    if author.open.with_untracked(Option::is_none) {
        author.show_first(page.desk);
    }
    let is_open = Memo::new(move |_| author.open.with(Option::is_some));
    view! {
        {start::start(page)}
        <p class="good" role="status">
            {page.said}
        </p>
        <div role="alert">
            {move || author.not_kept.get().then(|| view! { <p class="notice problem">{say::desk_write_not_kept()}</p> })}
        </div>
        {move || {
            is_open
                .get()
                .then(|| {
                    view! {
                        {names::names(page)}
                        {writing::writing(page)}
                        {hand_out::hand_out(page)}
                    }
                })
        }}
    }
    .into_any()
}
