//! What may be wider or higher than its place.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

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
        let overflows = |place: web_sys::HtmlDivElement| {
            place.scroll_width() > place.client_width() || place.scroll_height() > place.client_height()
        };
        // Nobody minds when the page has gone on since.
        let _ = scrolls.try_set(place.try_get_untracked().flatten().is_some_and(overflows));
    };
    Effect::new(move || {
        few.track();
        changed.track();
        request_animation_frame(measure);
    });
    // Also when it is unfolded, or the window is turned.
    let observed = StoredValue::new_local(None);
    Effect::new(move || {
        let resized = Closure::<dyn Fn()>::new(measure);
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
        if let Some((observer, place)) = observer.as_ref().zip(place.get()) {
            observer.observe(&place);
        }
        observed.set_value(Some((observer, resized)));
    });
    on_cleanup(move || {
        if let Some((Some(observer), _)) = observed.try_update_value(Option::take).flatten() {
            observer.disconnect();
        }
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
