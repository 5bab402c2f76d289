//! A teacher's words.

use assignment::{Block, Inline, document};
use leptos::prelude::*;

/// Blocks of text. The HTML is made from checked prose, in which every word is escaped.
#[component]
pub fn Prose(
    /// What is said.
    blocks: Vec<Block>,
) -> AnyView {
    view! { <div class="prose" inner_html=document::html(&blocks)></div> }.into_any()
}

/// A run of text inside a line.
#[component]
pub fn Words(
    /// What is said.
    words: Vec<Inline>,
) -> AnyView {
    view! { <span inner_html=document::html(&words)></span> }.into_any()
}
