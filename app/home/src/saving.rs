//! Keeping answers as they are typed, and saying truthfully whether they are kept.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use store::{Queue, Store};
use wasm_bindgen_futures::spawn_local;
use work::Answer;

/// What is true of everything that was typed so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// All of it has been committed.
    Saved,
    /// Some of it is on its way.
    Saving,
    /// Some of it could not be kept, and is tried again.
    NotSaved,
}

/// How long to wait before a write that failed is tried again, in milliseconds.
const AGAIN: u32 = 2_000;

/// The one way from a field to the store. Copies are the same.
#[derive(Clone, Copy)]
pub struct Saving {
    store: StoredValue<Store, LocalStorage>,
    queue: StoredValue<Queue>,
    /// `None` before anything was typed.
    pub status: RwSignal<Option<Status>>,
}

impl Saving {
    /// Nothing typed yet.
    pub fn new(store: StoredValue<Store, LocalStorage>) -> Self {
        Self { store, queue: StoredValue::new(Queue::default()), status: RwSignal::new(None) }
    }

    /// Keeps an answer that was just given.
    pub fn push(self, answer: Answer) {
        self.queue.update_value(|queue| queue.push(answer));
        if self.status.get_untracked() != Some(Status::NotSaved) {
            self.status.set(Some(Status::Saving));
        }
        self.run();
    }

    /// Starts the next write, unless one is in flight.
    fn run(self) {
        let Some(batch) = self.queue.try_update_value(Queue::start).flatten() else { return };
        let store = self.store.get_value();
        spawn_local(async move {
            let written = store.put_answers(batch).await;
            if written.is_ok() {
                self.queue.update_value(Queue::succeed);
                if self.queue.with_value(Queue::is_empty) {
                    self.status.set(Some(Status::Saved));
                }
                self.run();
            } else {
                self.queue.update_value(Queue::fail);
                self.status.set(Some(Status::NotSaved));
                Timeout::new(AGAIN, move || self.run()).forget();
            }
        });
    }

    /// Everything that has not been committed.
    pub fn unsaved(self) -> Vec<Answer> {
        self.queue.with_value(Queue::unsaved)
    }

    /// Writes what is left whenever the page may be about to go away. A phone may give no other sign.
    pub fn keep_when_leaving(self) {
        let Some(window) = web_sys::window() else { return };
        let last_write = move || {
            let unsaved = self.unsaved();
            if !unsaved.is_empty() {
                self.store.get_value().put_answers_now(&unsaved);
            }
        };
        EventListener::new(&window, "pagehide", move |_| last_write()).forget();
        let Some(document) = window.document() else { return };
        let hidden = document.clone();
        EventListener::new(&document, "visibilitychange", move |_| {
            if hidden.visibility_state() == web_sys::VisibilityState::Hidden {
                last_write();
            }
        })
        .forget();
    }
}
