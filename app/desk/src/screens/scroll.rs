//! What may be wider or higher than its place.

use gloo::events::EventListener;
use leptos::html::Div;
use leptos::prelude::*;

/// A place to scroll in. It can be reached by the keys when there is something to scroll, and only then: else it would be one more
/// stop on the way that does nothing.
#[component]
pub fn Scroll(
    /// `region` for a place to come back to, `group` for any other.
    role: &'static str,
    /// What it is called.
    label: String,
    /// So few columns that a wide window needs no scrolling.
    #[prop(into, default = Signal::stored(false))]
    few: Signal<bool>,
    /// Told when what is inside has changed.
    #[prop(into, default = Signal::stored(()))]
    changed: Signal<()>,
    children: Children,
) -> AnyView {
    let place = NodeRef::<Div>::new();
    let scrolls = RwSignal::new(false);
    let measure = move || {
        request_animation_frame(move || {
            let place = place.try_get_untracked().flatten();
            let overflows = |place: web_sys::HtmlDivElement| {
                place.scroll_width() > place.client_width() || place.scroll_height() > place.client_height()
            };
            // Nobody minds when the page has gone on since.
            let _ = scrolls.try_set(place.is_some_and(overflows));
        });
    };
    Effect::new(move || {
        place.track();
        few.track();
        changed.track();
        measure();
    });
    Effect::new(move || {
        let resized =
            web_sys::window().map(|window| EventListener::new(&window, "resize", move |_| measure()));
        let resized = StoredValue::new_local(resized);
        on_cleanup(move || resized.dispose());
    });
    view! {
        <div
            class="scroll"
            class:few=few
            node_ref=place
            role=role
            aria-label=label
            tabindex=move || scrolls.get().then_some("0")
        >
            {children()}
        </div>
    }
    .into_any()
}
