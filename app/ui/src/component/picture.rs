//! A child's picture.

use leptos::prelude::*;
use work::PICTURES;

/// Where the site's shared files are, seen from the page: empty for home, `../` for the desk.
#[derive(Debug, Clone, Copy)]
pub struct SiteRoot(pub &'static str);

/// The picture that a child chose. It says nothing to a screen reader: the name beside it does.
#[component]
pub fn ChildPicture(
    /// One of [`PICTURES`].
    #[prop(into)]
    picture: String,
) -> AnyView {
    let known = PICTURES.iter().copied().find(|known| *known == picture).unwrap_or(PICTURES[0]);
    let root = use_context::<SiteRoot>().map_or("", |root| root.0);
    let address = format!("{root}pictures.svg#{known}");
    view! { <svg class="picture" aria-hidden="true"><use href=address></use></svg> }.into_any()
}
