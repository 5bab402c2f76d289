//! The families' page beside the editor: home itself, in a frame.
//!
//! Home draws anew after every change. The frame is watched, so that the part that is being written stays where it can be seen, and
//! pictures that lie only on this computer are shown.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use assignment::{Look, OPENS, Shared};
use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Document, Element, HtmlIFrameElement, MutationObserver, MutationObserverInit, Node, Window};

use super::handing_out::packed;
use super::place::Place;

/// Where home is, seen from the desk.
const HOME: &str = "../";

/// How far down the frame the part is put that is being written: a quarter.
const DOWN: f64 = 0.25;

/// The address, in home, of an assignment that is only looked at.
pub fn address(shared: &Shared, look: Look) -> String {
    let looked_at = Shared { look: Some(look), ..shared.clone() };
    [HOME, &OPENS.replace("open", "look"), &packed(&looked_at)].concat()
}

/// A frame that shows homework.
pub struct Preview {
    frame: HtmlIFrameElement,
    state: Rc<State>,
    _loaded: EventListener,
}

struct State {
    place: Cell<Option<Place>>,
    /// Home has been told of a change and has not yet drawn it: where it was scrolled to.
    scrolled: Cell<Option<f64>>,
    pictures: RefCell<BTreeMap<String, String>>,
    watching: RefCell<Option<Watching>>,
}

/// What goes with the document in the frame.
struct Watching {
    observer: MutationObserver,
    _changed: Closure<dyn FnMut()>,
    _clicked: EventListener,
}

impl Preview {
    /// Takes a frame over. `chosen` is told which part was clicked.
    pub fn new(frame: HtmlIFrameElement, chosen: impl Fn(Place) + 'static) -> Self {
        let state = Rc::new(State {
            place: Cell::new(None),
            scrolled: Cell::new(None),
            pictures: RefCell::default(),
            watching: RefCell::default(),
        });
        let chosen: Rc<dyn Fn(Place)> = Rc::new(chosen);
        let (shown, watched) = (frame.clone(), state.clone());
        let loaded = EventListener::new(&frame, "load", move |_| watched.watch(&shown, chosen.clone()));
        Self { frame, state, _loaded: loaded }
    }

    /// Shows an assignment, with pictures from the author's folder.
    pub fn show(&self, address: &str, pictures: BTreeMap<String, String>) {
        self.state.pictures.replace(pictures);
        let window = self.frame.content_window().filter(|_| !self.frame.src().is_empty());
        match window {
            // In place of the one before: else the browser's back button would go through every change.
            Some(window) => {
                self.state.scrolled.set(window.scroll_y().ok());
                let absolute = web_sys::Url::new_with_base(address, &base()).map(|url| url.href());
                let _ = absolute.map(|absolute| window.location().replace(&absolute));
            }
            None => self.frame.set_src(address),
        }
    }

    /// Brings a part into view.
    pub fn go(&self, place: Place) {
        if self.state.place.replace(Some(place)) != Some(place)
            && let Some(window) = self.frame.content_window()
        {
            self.state.bring_into_view(&window, true);
        }
    }
}

impl State {
    fn watch(self: &Rc<Self>, frame: &HtmlIFrameElement, chosen: Rc<dyn Fn(Place)>) {
        let Some(window) = frame.content_window() else { return };
        let Some(document) = window.document() else { return };
        let Some(body) = document.body() else { return };
        let (state, drawn_in) = (self.clone(), window.clone());
        let changed = Closure::<dyn FnMut()>::new(move || state.drawn(&drawn_in));
        let Ok(observer) = MutationObserver::new(changed.as_ref().unchecked_ref()) else { return };
        let all = MutationObserverInit::new();
        all.set_child_list(true);
        all.set_subtree(true);
        // Fails for no element that is there.
        let _ = observer.observe_with_options(&body, &all);
        let state = self.clone();
        let clicked = EventListener::new(&document, "click", move |event| {
            let target = event.target().map(JsCast::unchecked_into::<Element>);
            if let Some(place) = target.and_then(|target| place_of(&target)) {
                state.place.set(Some(place));
                chosen(place);
            }
        });
        self.watching.replace(Some(Watching { observer, _changed: changed, _clicked: clicked }));
        // It may have drawn before it was watched.
        self.scrolled.set(Some(0.0));
        self.drawn(&window);
    }

    /// Home has drawn something.
    fn drawn(&self, window: &Window) {
        let Some(document) = window.document() else { return };
        self.show_pictures(&document);
        let has_all = document.query_selector("main > section.next").ok().flatten().is_some();
        if has_all && let Some(scrolled) = self.scrolled.take() {
            window.scroll_to_with_x_and_y(0.0, scrolled);
            self.bring_into_view(window, false);
        }
    }

    fn show_pictures(&self, document: &Document) {
        let pictures = self.pictures.borrow();
        if pictures.is_empty() {
            return;
        }
        let Ok(shown) = document.query_selector_all("main img") else { return };
        for at in 0..shown.length() {
            let Some(picture) = shown.get(at).map(JsCast::unchecked_into::<Element>) else { continue };
            let source = picture.get_attribute("src").unwrap_or_default();
            let local = pictures.iter().find(|(path, _)| source.ends_with(path.as_str()));
            if let Some((_, address)) = local {
                let _ = picture.set_attribute("src", address);
            }
        }
    }

    /// Scrolls to the part; not when it can be seen, unless `always`.
    fn bring_into_view(&self, window: &Window, always: bool) {
        let element =
            self.place.get().zip(window.document()).and_then(|(place, page)| element_of(&page, place));
        let (Some(element), Some(height)) = (element, height(window)) else { return };
        let place = element.get_bounding_client_rect();
        let is_seen = place.bottom() > 0.0 && place.top() < height;
        if always || !is_seen {
            // Only the frame's own window: `scrollIntoView` would move the desk as well.
            let top = window.scroll_y().unwrap_or_default() + place.top() - height * DOWN;
            window.scroll_to_with_x_and_y(0.0, top);
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn base() -> String {
    let document = web_sys::window().and_then(|window| window.document());
    document.and_then(|document| document.base_uri().ok().flatten()).unwrap_or_default()
}

fn height(window: &Window) -> Option<f64> {
    window.inner_height().ok()?.as_f64()
}

/// What home draws for a part.
fn element_of(document: &Document, place: Place) -> Option<Element> {
    let section = |number: usize| {
        let sections = document.query_selector_all("main > section.part").ok()?;
        sections.get(u32::try_from(number).ok()?).map(JsCast::unchecked_into::<Element>)
    };
    match place {
        Place::Top => document.query_selector("main h1").ok()?,
        Place::Letter => document.query_selector("main > details.letter").ok()?,
        Place::Heading(number) => section(number),
        Place::Part(number, part) => {
            let section = section(number)?;
            let children = section.children();
            let at = part + usize::from(has_heading(&section));
            children.item(u32::try_from(at).ok()?)
        }
    }
}

/// The part that an element of the page is in.
fn place_of(element: &Element) -> Option<Place> {
    if element.closest("main > details.letter").ok()?.is_some() {
        return Some(Place::Letter);
    }
    let Some(section) = element.closest("main > section.part").ok()? else {
        let is_top = element.closest("main h1, main > .kicker").ok()?.is_some();
        return is_top.then_some(Place::Top);
    };
    let page = section.owner_document()?;
    let sections = page.query_selector_all("main > section.part").ok()?;
    let is = |found: Option<Node>| found.is_some_and(|found| found.is_same_node(Some(&section)));
    let number = (0..sections.length()).find(|at| is(sections.get(*at)))?;
    let children: Vec<Element> =
        Array::from(&section.children()).iter().map(JsCast::unchecked_into).collect();
    let child = children.iter().position(|child| child.contains(Some(element)))?;
    let number = usize::try_from(number).ok()?;
    Some(match child.checked_sub(usize::from(has_heading(&section))) {
        Some(part) => Place::Part(number, part),
        None => Place::Heading(number),
    })
}

fn has_heading(section: &Element) -> bool {
    section.first_element_child().is_some_and(|first| first.tag_name() == "H2")
}
