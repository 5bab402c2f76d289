//! Where the page is, and what belongs to the page as a whole.

use std::cell::OnceCell;

use crate::spawn_local;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};
use work::Moment;

/// The part of the address after `#`, without it.
pub fn at() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

thread_local! {
    /// The folder that the page belongs to, where that is not its own.
    static BELONGS_TO: OnceCell<String> = const { OnceCell::new() };
}

/// Lets the page belong to another folder than its own: what is kept there, and the tabs of pages there, are its own then.
pub fn belong_to(folder: String) {
    BELONGS_TO.with(|belongs_to| {
        // Once said, it stays.
        let _ = belongs_to.set(folder);
    });
}

/// The folder in which the page stands, `/` or `/room-5/`. Several classes can share a host; what is kept belongs to one of them.
pub fn folder() -> String {
    if let Some(folder) = BELONGS_TO.with(|belongs_to| belongs_to.get().cloned()) {
        return folder;
    }
    let mut path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    while !path.is_empty() && !path.ends_with('/') {
        path.pop();
    }
    path
}

/// The address of the families' page, seen from the desk beside it.
pub fn site() -> String {
    beside_the_desk().map(|site| site.href()).unwrap_or_default()
}

/// The folder of the families' page, seen from the desk beside it: there [`folder`] is this.
pub fn site_folder() -> String {
    beside_the_desk().map(|site| site.pathname()).unwrap_or_default()
}

fn beside_the_desk() -> Option<web_sys::Url> {
    let address = web_sys::window()?.location().href().ok()?;
    web_sys::Url::new_with_base("../", &address).ok()
}

/// Calls `follow` with the part of the address after `#` whenever it changes.
pub fn on_address(follow: impl Fn(String) + 'static) {
    let Some(window) = web_sys::window() else { return };
    EventListener::new(&window, "hashchange", move |_| follow(at())).forget();
}

/// Goes to another part of the page; the browser's back button returns.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        // Fails only when the page is going away.
        let _ = window.location().set_hash(hash);
    }
}

/// Moves the focus to the page's heading and the view to the top, as a new page would.
pub fn focus_heading() {
    arrive_at("h1");
}

/// Moves the focus to what this selector finds first, and the view to the top, or as far down as that is.
pub fn arrive_at(selector: &str) {
    let Some(window) = web_sys::window() else { return };
    window.scroll_to_with_x_and_y(0.0, 0.0);
    focus_first(selector);
}

/// Moves the focus to the first element that a selector finds.
fn focus_first(selector: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let found = document.and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = found.focus();
    }
}

/// Moves the focus to the element of this id, or to the first `inside` it that this selector finds. That is done once the page shows what
/// has just happened: its effects wait in the same queue, and go first.
pub fn focus_then(id: String, inside: &'static str) {
    spawn_local(async move { focus_first(&format!("#{id}{inside}")) });
}

/// Asks the browser not to clear what is kept here. It may say no; nothing changes then.
pub fn ask_to_keep() {
    if let Some(window) = web_sys::window() {
        // Nobody waits for the answer.
        let _ = window.navigator().storage().persist();
    }
}

/// Whether the browser has promised not to clear what is kept here.
pub async fn is_kept_for_good() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let Ok(asked) = window.navigator().storage().persisted() else { return false };
    wasm_bindgen_futures::JsFuture::from(asked).await.is_ok_and(|answer| answer.is_truthy())
}

/// Asks the browser not to clear what is kept here, and waits for its answer.
pub async fn keeps_for_good() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let Ok(asked) = window.navigator().storage().persist() else { return false };
    let answer = wasm_bindgen_futures::JsFuture::from(asked).await;
    answer.is_ok_and(|answer| answer.is_truthy())
}

/// 16 hexadecimal digits that nobody else has: the moment, so that later ids sort behind earlier ones, and chance.
pub fn new_id(now: Moment) -> String {
    format!("{now:011x}{:05x}", chance() >> 12)
}

/// A number by chance.
pub fn chance() -> u32 {
    let mut bytes = [0_u8; 4];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        // Without a source of chance the moment must do: two children are not added to one class in the same millisecond.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    u32::from_le_bytes(bytes)
}

/// Says on the page whether all that was typed is kept: `public/newer.js` reads it before it loads the page again.
pub fn mark_saved(is_saved: bool) {
    let body = web_sys::window().and_then(|window| window.document()?.body());
    if let Some(body) = body {
        // Refused only for names that are none.
        let _ = body.set_attribute("data-saved", if is_saved { "true" } else { "false" });
    }
}

/// Names the page in the browser's tab and history.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Opens the browser's dialog for printing the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Fails only where nothing can be printed.
        let _ = window.print();
    }
}

/// Whether the field that an event is about holds something that is not yet a value, such as a date without its day.
pub fn is_half_typed(event: &Event) -> bool {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.is_some_and(|field| field.validity().bad_input())
}

/// Moves the focus to the element of this id.
pub fn focus(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The element of this id, while it is on the page.
pub(crate) fn element(id: &str) -> Option<Element> {
    web_sys::window().and_then(|window| window.document()?.get_element_by_id(id))
}
