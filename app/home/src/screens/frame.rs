//! What screens have around them.

use leptos::prelude::*;
use ui::component::ChildPicture;
use ui::say;
use wasm_bindgen_futures::spawn_local;
use work::Profile;

use crate::home::Home;
use crate::open_work::{Loaded, OpenError, OpenWork};
use crate::saving::Status;
use crate::screen::Screen;

/// The top of a child's screens: whose it is, a way back, and whether everything is kept.
#[component]
pub fn Top(
    /// Whose screen it is.
    child: Profile,
    /// Where back goes, and what it is called; `None` on the list itself.
    #[prop(optional_no_strip)]
    back: Option<(Screen, String)>,
) -> AnyView {
    view! {
        <header class="top">
            {match back {
                Some((screen, words)) => view! { <a class="back" href=screen.href()>{words}</a> }.into_any(),
                None => view! { <a class="back" href=Screen::Who.href()>{say::home_who_change()}</a> }.into_any(),
            }}
            <SavingStatus />
            <span class="whose">
                <ChildPicture picture=child.picture />
                <span>{child.name}</span>
            </span>
        </header>
    }
    .into_any()
}

/// Says in words whether everything that was typed is kept.
#[component]
fn SavingStatus() -> AnyView {
    let home = Home::here();
    let lasting = home.store().is_lasting();
    let words = move || match home.saving.status.get() {
        None => String::new(),
        Some(Status::Saving) => say::home_saving(),
        Some(Status::NotSaved) => say::home_not_saved(),
        // In a store that is gone with the page, nothing is ever "saved".
        Some(Status::Saved) if !lasting => say::home_not_lasting(),
        Some(Status::Saved) => say::home_saved(),
    };
    let trouble = move || match home.saving.status.get() {
        Some(Status::NotSaved) => true,
        Some(Status::Saved) => !lasting,
        _ => false,
    };
    view! {
        <span class="saving" role="status" class:trouble=trouble>
            {words}
        </span>
    }
    .into_any()
}

/// Something is missing; what to do about it.
#[component]
pub fn Trouble(
    /// What is missing.
    words: String,
) -> AnyView {
    view! {
        <main class="trouble">
            <h1 tabindex="-1">{say::home_fault_title()}</h1>
            <p>{words}</p>
            <p>
                // An empty address loads the page again.
                <a class="button" href="">
                    {say::home_fault_again()}
                </a>
            </p>
        </main>
    }
    .into_any()
}

/// Opens a child's work and shows it; until then, and when it cannot be opened, says so.
#[component]
pub fn WithWork(
    /// The child's id.
    child: String,
    /// The assignment's id.
    assignment: String,
    /// The screen, in which [`OpenWork::here`] is the work.
    show: fn() -> AnyView,
) -> AnyView {
    let home = Home::here();
    let loaded = RwSignal::new(None::<Result<Loaded, OpenError>>);
    spawn_local(async move {
        let result = Loaded::load(home, &child, &assignment).await;
        // Does nothing when the family has gone on to another screen meanwhile.
        loaded.set(Some(result));
    });
    view! {
        {move || match loaded.get() {
            None => view! { <main aria-busy="true"><p class="waiting">{say::home_loading()}</p></main> }.into_any(),
            Some(Ok(loaded)) => {
                provide_context(OpenWork::new(home, loaded));
                show()
            }
            Some(Err(OpenError::NoChild | OpenError::NoAssignment)) => {
                view! { <Trouble words=say::home_fault_assignment() /> }.into_any()
            }
            Some(Err(OpenError::Store)) => view! { <Trouble words=say::home_fault_store() /> }.into_any(),
        }}
    }
    .into_any()
}
