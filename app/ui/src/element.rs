//! Parts of a page as data.
//!
//! Leptos's `view!` gives every element a type of its own, and a phone has to download the code of each: home's screens
//! written with it made a program of 256 KB, twice what it may be (docs/decisions/0003). Here all elements have one type,
//! which [`Node::view`] turns into one kind of Leptos view; signals, effects and events are Leptos's.

use std::cell::Cell;
use std::sync::Arc;

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::either::Either;
use leptos::ev;
use leptos::html::{ElementChild, custom, inner_html};
use leptos::prelude::*;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use wasm_bindgen::JsValue;
use web_sys::Event;

type Words = Arc<dyn Fn() -> Option<String> + Send + Sync>;

/// A part of a page.
pub enum Node {
    /// An element with what is in it.
    Element(Element),
    /// Words.
    Text(String),
    /// What is drawn anew whenever a signal changes that it has read. A field in it loses its focus then.
    Live(Arc<dyn Fn() -> Node + Send + Sync>),
    /// Several parts, or none.
    All(Vec<Node>),
}

/// An element. Its methods add to it and give it back. A screen is made of hundreds of calls of them, so an element is one pointer:
/// moved from call to call, it costs a phone no code.
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<(&'static str, Attribute)>,
    children: Vec<Node>,
}

enum Attribute {
    Fixed(String),
    Live(Words),
    /// What a person changes is a property: the attribute would be ignored once somebody has.
    Property(Arc<dyn Fn() -> JsValue + Send + Sync>),
    Html(String),
    On(Arc<dyn Fn(Event) + Send + Sync>),
}

thread_local! {
    /// The language of the teacher's words on the screen.
    static TAUGHT_IN: Cell<String> = const { Cell::new(String::new()) };
}

/// Says in which language the teacher's words are on the screen that is drawn now; empty where that is not known.
pub fn teach_in(lang: &str) {
    TAUGHT_IN.set(lang.to_owned());
}

/// A new element.
#[inline(never)]
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

/// A part that is drawn anew whenever a signal changes that `part` reads.
pub fn live<N: Into<Node>>(part: impl Fn() -> N + Send + Sync + 'static) -> Node {
    Node::Live(Arc::new(move || part().into()))
}

/// Calls `run` once the page shows what has been drawn, and again whenever a signal changes that it has read. One type of effect: each
/// other would cost a phone half a kilobyte.
#[inline(never)]
pub fn afterwards(run: impl FnMut() + 'static) {
    Effect::new(Box::new(run) as Box<dyn FnMut()>);
}

/// No part.
pub fn nothing() -> Node {
    Node::All(Vec::new())
}

/// What can stand as an attribute's value.
pub trait Fixed {
    /// Adds the attribute to an element.
    fn set(self, element: Element, name: &'static str) -> Element;
}

impl Fixed for &str {
    #[inline(never)]
    fn set(self, element: Element, name: &'static str) -> Element {
        element.with(name, Attribute::Fixed(self.to_owned()))
    }
}

impl Fixed for String {
    #[inline(never)]
    fn set(self, element: Element, name: &'static str) -> Element {
        element.with(name, Attribute::Fixed(self))
    }
}

/// What can stand inside an element.
pub trait Inside {
    /// Adds it to an element.
    fn put(self, element: Element) -> Element;
}

impl Inside for Node {
    #[inline(never)]
    fn put(self, mut element: Element) -> Element {
        element.0.children.push(self);
        element
    }
}

impl Inside for Element {
    #[inline(never)]
    fn put(self, element: Element) -> Element {
        Node::Element(self).put(element)
    }
}

impl Inside for String {
    #[inline(never)]
    fn put(self, element: Element) -> Element {
        Node::Text(self).put(element)
    }
}

impl<P: Inside> Inside for Option<P> {
    fn put(self, element: Element) -> Element {
        match self {
            Some(part) => part.put(element),
            None => element,
        }
    }
}

// What is called hundreds of times is never inlined: a call is a few bytes of a phone's download, the code itself many.
impl Element {
    #[inline(never)]
    fn with(mut self, name: &'static str, attribute: Attribute) -> Self {
        self.0.attributes.push((name, attribute));
        self
    }

    /// Adds an attribute.
    #[must_use]
    pub fn attr(self, name: &'static str, value: impl Fixed) -> Self {
        value.set(self, name)
    }

    /// Adds classes.
    #[must_use]
    #[inline(never)]
    pub fn class(self, classes: &str) -> Self {
        self.attr("class", classes)
    }

    /// Adds an attribute that stands without a value, when it `stands`.
    #[must_use]
    #[inline(never)]
    pub fn flag(self, name: &'static str, stands: bool) -> Self {
        if stands { self.attr(name, "") } else { self }
    }

    /// Adds an attribute that follows signals; with `None` it is not there.
    #[must_use]
    pub fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        self.with(name, Attribute::Live(Arc::new(value)))
    }

    /// Adds an attribute without a value that is there while `stands`.
    #[must_use]
    pub fn live_flag(self, name: &'static str, stands: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        self.live_attr(name, move || stands().then(String::new))
    }

    /// What is in a field, following signals. Words that are there already are not set again, so who types keeps their place.
    #[must_use]
    pub fn value(self, value: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.with("value", Attribute::Property(Arc::new(move || value().into())))
    }

    /// Whether a box is ticked or a radio button chosen, following signals.
    #[must_use]
    pub fn checked(self, checked: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        self.with("checked", Attribute::Property(Arc::new(move || checked().into())))
    }

    /// Whether an option of a list is the chosen one, following signals.
    #[must_use]
    pub fn selected(self, selected: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        self.with("selected", Attribute::Property(Arc::new(move || selected().into())))
    }

    /// Calls `listener` at an event.
    #[must_use]
    pub fn on(self, event: &'static str, listener: impl Fn(Event) + Send + Sync + 'static) -> Self {
        self.with(event, Attribute::On(Arc::new(listener)))
    }

    /// Calls `listener` with what is in the field, whenever that changes.
    #[must_use]
    pub fn on_input(self, listener: impl Fn(String) + Send + Sync + 'static) -> Self {
        self.on("input", move |event| listener(event_target_value(&event)))
    }

    /// Says that all words in it are the teacher's, when they `are`: a voice reads them in their language and not in the interface's.
    #[must_use]
    #[inline(never)]
    pub fn taught(self, are: bool) -> Self {
        let lang = TAUGHT_IN.take();
        TAUGHT_IN.set(lang.clone());
        if are && !lang.is_empty() { self.attr("lang", lang) } else { self }
    }

    /// Shows a teacher's words. They have been checked: see [`assignment::Prose`].
    #[must_use]
    #[inline(never)]
    pub fn prose(self, prose: &assignment::Prose) -> Self {
        // The stylesheet knows a teacher's words from the interface's by it.
        self.taught(true).attr("data-prose", "").with("", Attribute::Html(prose.html().to_owned()))
    }

    /// Shows a drawing. Only strokes can be in one: see [`work::Drawing`].
    #[must_use]
    pub fn drawing(self, drawing: &work::Drawing) -> Self {
        self.with("", Attribute::Html(drawing.svg()))
    }

    /// Shows a symbol of `pictures.svg`.
    #[must_use]
    pub(crate) fn symbol(self, address: &str) -> Self {
        self.with(
            "",
            Attribute::Html(format!("<svg aria-hidden=\"true\"><use href=\"{address}\"></use></svg>")),
        )
    }

    /// Adds a part inside.
    #[must_use]
    pub fn child(self, child: impl Inside) -> Self {
        child.put(self)
    }

    /// Adds parts inside.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Node>) -> Self {
        for child in children {
            self = child.put(self);
        }
        self
    }

    fn view(self) -> AnyView {
        let mut attributes: Vec<AnyAttribute> = Vec::new();
        let Parts { tag, attributes: named, children } = *self.0;
        for (name, attribute) in named {
            attributes.push(match attribute {
                Attribute::Fixed(value) => custom_attribute(name, value).into_any_attr(),
                Attribute::Live(value) => custom_attribute(name, move || value()).into_any_attr(),
                Attribute::Property(value) => prop(name, move || value()).into_any_attr(),
                Attribute::Html(html) => inner_html(html).into_any_attr(),
                Attribute::On(listener) => {
                    on(ev::Custom::<Event>::new(name), move |event| listener(event)).into_any_attr()
                }
            });
        }
        let children: Vec<AnyView> = children.into_iter().map(Node::view).collect();
        custom(tag).child(children).add_any_attr(attributes).into_any()
    }
}

impl Node {
    /// The Leptos view.
    pub fn view(self) -> AnyView {
        match self {
            Self::Element(element) => element.view(),
            Self::Text(words) => words.into_any(),
            Self::All(parts) => parts.into_iter().map(Self::view).collect::<Vec<AnyView>>().into_any(),
            Self::Live(part) => {
                let mut odd = false;
                let mut next = move || {
                    // Leptos would pour new content into the old elements, and a field would keep what was typed into another.
                    // In turns it is the one or the other, so that all is drawn anew.
                    odd = !odd;
                    let view = part().view();
                    if odd { Either::Left(view) } else { Either::Right(view) }
                };
                (move || next()).into_any()
            }
        }
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<String> for Node {
    fn from(words: String) -> Self {
        Self::Text(words)
    }
}

impl<N: Into<Self>> From<Option<N>> for Node {
    fn from(part: Option<N>) -> Self {
        part.map_or_else(nothing, Into::into)
    }
}

impl From<Vec<Self>> for Node {
    fn from(parts: Vec<Self>) -> Self {
        Self::All(parts)
    }
}
