//! The page: one screen at a time.

use leptos::prelude::*;
use ui::component::SiteRoot;
use ui::say;
use wasm_bindgen_futures::spawn_local;

use super::assignment::AssignmentScreen;
use super::author::AuthorScreen;
use super::class::ClassScreen;
use super::frame::{Arrive, Trouble};
use super::paper::PaperScreen;
use super::paper_answer::PaperAnswer;
use super::paper_list::PaperListScreen;
use super::type_in::TypeInScreen;
use super::words::WordsScreen;
use super::work::WorkScreen;
use crate::arriving;
use crate::desk::Desk;
use crate::printed::Printed;
use crate::screen::Screen;
use crate::start::{Fault, load_desk};

#[derive(Clone)]
enum Loading {
    Words,
    Desk,
    Ready(Box<Desk>),
    Failed(Fault),
}

/// All of the desk.
#[component]
pub fn App() -> AnyView {
    provide_context(SiteRoot("../"));
    let loading = RwSignal::new(Loading::Words);
    Effect::new(move || {
        spawn_local(async move {
            ui::fetch_words().await;
            loading.set(Loading::Desk);
            loading.set(match load_desk().await {
                Ok(desk) => Loading::Ready(Box::new(desk)),
                Err(fault) => Loading::Failed(fault),
            });
        });
    });
    view! {
        {move || match loading.get() {
            Loading::Words => ().into_any(),
            Loading::Desk => view! { <main aria-busy="true"><p class="waiting">{say::desk_loading()}</p></main> }.into_any(),
            Loading::Ready(desk) => view! { <Screens desk=*desk /> }.into_any(),
            Loading::Failed(fault) => {
                let words = match fault {
                    Fault::Newer => say::desk_fault_newer(),
                    Fault::Store => say::desk_fault_store(),
                };
                view! { <Trouble words=words /> }.into_any()
            }
        }}
    }
    .into_any()
}

/// Whether nothing is lost when the page is loaded again.
fn is_all_kept(desk: Desk) -> bool {
    let is_busy = desk.removing.get() || desk.opening.progress.with(Option::is_some);
    let has_more = desk.author.not_kept.get() || desk.typing.has_words.get() || is_busy;
    desk.not_kept.with(Vec::is_empty) && desk.is_lasting() && !has_more
}

#[component]
fn Screens(desk: Desk) -> AnyView {
    provide_context(desk);
    provide_context(Arrive::first());
    let dragging = RwSignal::new(false);
    Effect::new(move || arriving::listen(desk, dragging));
    Effect::new(move || ui::browser::mark_saved(is_all_kept(desk)));
    view! {
        {move || match desk.screen.get() {
            Screen::Class => view! { <ClassScreen /> }.into_any(),
            Screen::Words => view! { <WordsScreen /> }.into_any(),
            Screen::Write => view! { <AuthorScreen /> }.into_any(),
            Screen::TypeIn => view! { <TypeInScreen /> }.into_any(),
            Screen::Assignment { assignment } => view! { <AssignmentScreen assignment=assignment /> }.into_any(),
            Screen::PaperList => view! { <PaperListScreen /> }.into_any(),
            Screen::Paper { assignment, lang } => {
                view! { <PaperScreen printed=Printed::OfClass { assignment, lang } /> }.into_any()
            }
            Screen::PaperAtHome { child, assignment, lang } => {
                view! { <PaperScreen printed=Printed::AtHome { child, assignment, lang } /> }.into_any()
            }
            Screen::PaperOfText => view! { <PaperScreen printed=Printed::Text /> }.into_any(),
            Screen::Work { student, assignment } => {
                view! { <WorkScreen student=student assignment=assignment /> }.into_any()
            }
        }}
        <PaperAnswer />
        <div class="drop-here" aria-hidden="true" hidden=move || !dragging.get()>
            <p>{say::desk_drop_now()}</p>
        </div>
    }
    .into_any()
}
