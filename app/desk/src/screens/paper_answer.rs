//! Home itself, in a frame in which a teacher types in what came back on paper.
//!
//! What is typed is nowhere but in the frame until it is put with the class. So the frame stays on the page while another screen is
//! shown, and who closes the page is asked.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::html;
use leptos::prelude::*;
use ui::say;
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, MessageEvent, Window};

use crate::desk::Desk;
use crate::files::Source;
use crate::opening::open;
use crate::screen::Screen;

/// What home does when something is written, chosen, drawn, or taken.
const WORDS: [&str; 4] = ["input", "change", "stroke", "taken"];

/// The frame, which is seen on its screen only.
#[component]
pub fn PaperAnswer() -> AnyView {
    let desk = Desk::here();
    let typing = desk.typing;
    let frame = NodeRef::<html::Iframe>::new();
    let heard = StoredValue::new_local(Vec::<EventListener>::new());
    hear_result(desk, frame);
    ask_before_leaving(desk);
    let listen = move |_: leptos::ev::Event| {
        let window = frame.get_untracked().and_then(|frame| frame.content_window());
        heard.set_value(window.map(|window| listen_for_words(desk, &window)).unwrap_or_default());
    };
    let elsewhere = Memo::new(move |_| desk.screen.with(|screen| *screen != Screen::TypeIn));
    let answer = move |(_, address)| {
        view! {
            <section class="paper-answer" aria-label=say::desk_type_in_paper() hidden=move || elsewhere.get()>
                <p class="quiet">{say::desk_type_in_stays()}</p>
                <iframe node_ref=frame src=address title=say::desk_type_in() on:load=listen></iframe>
            </section>
        }
        .into_any()
    };
    // Each beginning has a frame of its own: one that goes on to another address keeps what was typed before.
    view! { <For each=move || typing.begun.get() key=|(beginning, _)| *beginning children=answer /> }
        .into_any()
}

fn listen_for_words(desk: Desk, window: &Window) -> Vec<EventListener> {
    let listen = |name| {
        // Some of them go no further than to what they are about.
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(window, name, options, move |_| desk.typing.has_words.set(true))
    };
    WORDS.into_iter().map(listen).collect()
}

/// The frame gives back a result.
fn hear_result(desk: Desk, frame: NodeRef<html::Iframe>) {
    let Some(window) = web_sys::window() else { return };
    let listener = StoredValue::new_local(Some(EventListener::new(&window, "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let own = frame.get_untracked().and_then(|frame| frame.content_window());
        let is_own =
            own.is_some_and(|own| event.source().is_some_and(|source| js_sys::Object::is(&source, &own)));
        if let Some(text) = event.data().as_string().filter(|_| is_own) {
            desk.typing.end();
            open(desk, vec![Source::Pasted(text)]);
        }
    })));
    on_cleanup(move || drop(listener.try_update_value(Option::take)));
}

/// Whoever closes the page is asked, while there is something to lose.
fn ask_before_leaving(desk: Desk) {
    let asking = StoredValue::new_local(None::<EventListener>);
    Effect::new(move || {
        let window = web_sys::window().filter(|_| desk.typing.has_words.get());
        asking.set_value(window.map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "beforeunload", options, |event| {
                event.prevent_default();
                // Older browsers ask because of this.
                if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                    event.set_return_value("true");
                }
            })
        }));
    });
}
