//! What all families wrote.

use class::quotes;
use leptos::prelude::*;
use ui::say;

use super::frame::{Arrive, Top};
use super::quote_list::QuoteList;
use crate::desk::Desk;

#[component]
pub fn WordsScreen() -> AnyView {
    let desk = Desk::here();
    Arrive::at(say::desk_words());
    let all = Memo::new(move |_| desk.roll.with(|roll| quotes(roll, None)));
    view! {
        <Top />
        <main>
            <h1 tabindex="-1">{say::desk_words()}</h1>
            {move || all.with(Vec::is_empty).then(|| view! { <p class="quiet">{say::desk_words_none()}</p> })}
            {move || view! { <QuoteList quotes=all.get() /> }}
        </main>
    }
    .into_any()
}
