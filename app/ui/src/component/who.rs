//! Who does it: a colour, a shape and a word.

use assignment::Who;
use leptos::prelude::*;

use super::SiteRoot;
use crate::result_words::who;

/// The mark of a role.
#[component]
pub fn WhoMark(
    /// Whose it is.
    role: Who,
) -> AnyView {
    let name = match role {
        Who::Student => "student",
        Who::Together => "together",
        Who::Family => "family",
    };
    let root = use_context::<SiteRoot>().map_or("", |root| root.0);
    let shape = format!("{root}pictures.svg#who-{name}");
    view! {
        <span class=format!("who {name}")>
            <svg aria-hidden="true">
                <use href=shape></use>
            </svg>
            {who(role)}
        </span>
    }
    .into_any()
}
