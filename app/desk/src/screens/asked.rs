//! A question as it was asked, with a mark when it was not for the child alone.

use assignment::{Ask, Who};
use leptos::prelude::*;
use ui::component::WhoMark;

/// The question.
pub fn asked(ask: &Ask, lang: &str) -> AnyView {
    let role = ask.who;
    // Pictures are beside the assignments, which lie one folder up. In words a quote is escaped, so this is never one of them.
    let html = ask.question.html().replace("src=\"assignments/", "src=\"../assignments/");
    view! {
        {(role != Who::Student).then(|| view! { <WhoMark role=role /> })}
        <span lang=lang.to_owned() dir="auto" inner_html=html></span>
    }
    .into_any()
}
