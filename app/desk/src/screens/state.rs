//! What has been received of one student for one assignment: a shape and words.

use class::State;
use leptos::prelude::*;
use ui::say;

/// The state in words.
pub fn words(state: State) -> String {
    match state {
        State::NothingReceived => say::desk_roll_nothing(),
        State::Finished => say::desk_roll_finished(),
        State::Unfinished { answered, asks } => say::desk_roll_unfinished(answered, asks),
    }
}

/// The state with its shape: a full disc with a tick, or a ring as full as the work.
pub fn mark(state: State) -> AnyView {
    let (class, shape) = match state {
        State::NothingReceived => ("state nothing", None),
        State::Finished => ("state finished", Some(disc())),
        State::Unfinished { answered, asks } => ("state unfinished", Some(ring(answered, asks))),
    };
    view! {
        <span class=class>
            {shape} <span>{words(state)}</span>
        </span>
    }
    .into_any()
}

fn disc() -> AnyView {
    view! {
        <svg class="mark" viewBox="0 0 20 20" aria-hidden="true">
            <circle class="disc" cx="10" cy="10" r="9"></circle>
            <path class="tick" d="M5.8 10.4l2.9 2.9 5.6-6"></path>
        </svg>
    }
    .into_any()
}

fn ring(answered: usize, asks: usize) -> AnyView {
    let percent = work::Progress { answered, asks }.percent();
    view! {
        <svg class="mark" viewBox="0 0 20 20" aria-hidden="true">
            <circle class="ground" cx="10" cy="10" r="7.5"></circle>
            <circle
                class="filled"
                cx="10"
                cy="10"
                r="7.5"
                pathLength="100"
                stroke-dasharray=format!("{percent} 100")
                transform="rotate(-90 10 10)"
            ></circle>
        </svg>
    }
    .into_any()
}
