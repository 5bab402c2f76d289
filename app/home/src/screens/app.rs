//! The page: one screen at a time.

use leptos::prelude::*;
use ui::{browser, say};
use wasm_bindgen_futures::spawn_local;

use super::family::FamilyScreen;
use super::frame::Trouble;
use super::list::ListScreen;
use super::new_child::NewChildScreen;
use super::send::SendScreen;
use super::who::WhoScreen;
use super::work::WorkScreen;
use crate::home::Home;
use crate::screen::Screen;
use crate::start::{Fault, load_home, load_language};

#[derive(Clone)]
enum Loading {
    Words,
    Home,
    Ready(Home),
    Failed(Fault),
}

/// All of home.
#[component]
pub fn App() -> AnyView {
    let loading = RwSignal::new(Loading::Words);
    Effect::new(move || {
        spawn_local(async move {
            load_language().await;
            loading.set(Loading::Home);
            loading.set(match load_home().await {
                Ok(home) => Loading::Ready(home),
                Err(fault) => Loading::Failed(fault),
            });
        });
    });
    view! {
        {move || match loading.get() {
            Loading::Words => ().into_any(),
            Loading::Home => view! { <main aria-busy="true"><p class="waiting">{say::home_loading()}</p></main> }.into_any(),
            Loading::Ready(home) => view! { <Screens home=home /> }.into_any(),
            Loading::Failed(fault) => {
                let words = match fault {
                    Fault::List => say::home_fault_list(),
                    Fault::Newer => say::home_fault_newer(),
                    Fault::Store => say::home_fault_store(),
                };
                view! { <Trouble words=words /> }.into_any()
            }
        }}
    }
    .into_any()
}

#[component]
fn Screens(home: Home) -> AnyView {
    provide_context(home);
    let first = StoredValue::new(true);
    let arrive = Arrive { first };
    provide_context(arrive);
    view! {
        {move || {
            let screen = home.screen.get();
            match known(home, screen) {
                Screen::Who => view! { <WhoScreen /> }.into_any(),
                Screen::NewChild => view! { <NewChildScreen /> }.into_any(),
                Screen::List { child } => view! { <ListScreen child=child /> }.into_any(),
                Screen::Work { child, assignment } => {
                    view! { <WorkScreen child=child assignment=assignment /> }.into_any()
                }
                Screen::Family { child, assignment } => {
                    view! { <FamilyScreen child=child assignment=assignment /> }.into_any()
                }
                Screen::Send { child, assignment } => {
                    view! { <SendScreen child=child assignment=assignment /> }.into_any()
                }
            }
        }}
    }
    .into_any()
}

/// The screen itself, or the question whose turn it is when the child of its address is not on this device.
fn known(home: Home, screen: Screen) -> Screen {
    match screen.child() {
        Some(child) if home.child(child).is_none() => Screen::Who,
        _ => screen,
    }
}

/// Tells people that they are on a new screen.
#[derive(Clone, Copy)]
pub struct Arrive {
    /// The page's first screen keeps the browser's own focus.
    first: StoredValue<bool>,
}

impl Arrive {
    /// Names the page and, but for the first screen, moves to its heading, once it is drawn.
    pub fn at(title: String) {
        let arrive: Self = expect_context();
        Effect::new(move || {
            browser::set_title(&format!("{title} – {}", say::taumahi()));
            if !arrive.first.get_value() {
                browser::focus_heading();
            }
            arrive.first.set_value(false);
        });
    }
}
