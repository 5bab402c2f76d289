//! The shared pieces as Leptos components, for the desk's views.

use assignment::Who;
use leptos::prelude::*;
use work::Progress;

use crate::piece;
pub use crate::piece::SiteRoot;

/// The picture that a child chose.
#[component]
pub fn ChildPicture(
    /// One of [`work::PICTURES`].
    #[prop(into)]
    picture: String,
) -> AnyView {
    piece::child_picture(&picture).view()
}

/// The mark of a role.
#[component]
pub fn WhoMark(
    /// Whose it is.
    role: Who,
) -> AnyView {
    piece::who_mark(role).view()
}

/// A bar with its words.
#[component]
pub fn ProgressBar(
    /// How many of how many.
    #[prop(into)]
    progress: Signal<Progress>,
) -> AnyView {
    piece::progress_bar(move || progress.get()).view()
}
