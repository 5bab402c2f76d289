//! How far it is.

use leptos::prelude::*;
use work::Progress;

use crate::say;

/// A bar with its words.
#[component]
pub fn ProgressBar(
    /// How many of how many.
    #[prop(into)]
    progress: Signal<Progress>,
) -> AnyView {
    let words = move || say::progress(progress.get().answered, progress.get().asks);
    view! {
        <div class="progress">
            <progress
                max=move || progress.get().asks.to_string()
                value=move || progress.get().answered.to_string()
                aria-label=words
            ></progress>
            <span aria-hidden="true">{words}</span>
        </div>
    }
    .into_any()
}
