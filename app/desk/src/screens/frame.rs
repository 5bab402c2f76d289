//! What screens have around them.

use leptos::prelude::*;
use ui::{browser, say};

use crate::screen::Screen;

/// The way back to the class, and one more.
#[component]
pub fn Top(
    /// Another screen that is near, and what it is called.
    #[prop(optional_no_strip)]
    more: Option<(Screen, String)>,
) -> AnyView {
    view! {
        <header class="top">
            <a class="back" href=Screen::Class.href()>
                {say::desk_back()}
            </a>
            {more.map(|(screen, words)| view! {
                <a href=screen.href() dir="auto">
                    {words}
                </a>
            })}
        </header>
    }
    .into_any()
}

/// Something went wrong; what to do about it.
#[component]
pub fn Trouble(
    /// What went wrong.
    words: String,
) -> AnyView {
    view! {
        <main>
            <h1 tabindex="-1">{say::desk_fault_title()}</h1>
            <p>{words}</p>
            <p>
                // An empty address loads the page again.
                <a class="button" href="">
                    {say::desk_fault_again()}
                </a>
            </p>
        </main>
    }
    .into_any()
}

/// What the address names has been removed, or was never opened on this computer.
#[component]
pub fn NotHere() -> AnyView {
    Arrive::at(say::desk_not_here());
    view! {
        <Top />
        <main>
            <h1 tabindex="-1">{say::desk_not_here()}</h1>
            <p>{say::desk_not_here_why()}</p>
        </main>
    }
    .into_any()
}

/// Tells people that they are on a new screen.
#[derive(Clone, Copy)]
pub struct Arrive {
    /// The page's first screen keeps the browser's own focus.
    first: StoredValue<bool>,
}

impl Arrive {
    /// Before the first screen.
    pub fn first() -> Self {
        Self { first: StoredValue::new(true) }
    }

    /// Names the page and, but for the first screen, moves to its heading, once it is drawn.
    pub fn at(title: String) {
        Self::back_at(title, None);
    }

    /// As [`Self::at`]; a teacher who comes back moves to the link by which they had left, where it is still there. Links that can
    /// be come back to have their address as their id.
    pub fn back_at(title: String, left_to: Option<Screen>) {
        let arrive: Self = expect_context();
        Effect::new(move || {
            browser::set_title(&format!("{title} – {}", say::taumahi()));
            if !arrive.first.get_value() {
                browser::focus_heading();
                if let Some(screen) = &left_to {
                    browser::focus(&screen.href());
                }
            }
            arrive.first.set_value(false);
        });
    }
}
