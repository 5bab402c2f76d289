//! Parts of a page that come and go one by one, while the others stay.

use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Render};

use crate::browser;
use crate::element::{Element, Node, afterwards, el};

/// One part on the page. It is dropped in this order: first its elements, then its signals, which they follow.
struct Drawn<T> {
    view: AnyViewState,
    item: RwSignal<T>,
    _owner: Owner,
}

/// An element of this id with a part for each item. A part is drawn once, and follows what its own item becomes: who types in
/// it keeps their place, whatever comes and goes around it. (Leptos's `For` does the same for many times the bytes.)
///
/// An item stays as long as there is one in the list that `is_same`.
pub fn each<T: Clone + PartialEq + Send + Sync + 'static>(
    id: String,
    items: impl Fn() -> Vec<T> + 'static,
    is_same: fn(&T, &T) -> bool,
    draw: impl Fn(RwSignal<T>) -> Element + 'static,
) -> Element {
    let (here, owner) = (id.clone(), Owner::current().unwrap_or_default());
    let mut drawn: Vec<Drawn<T>> = Vec::new();
    afterwards(move || {
        let items = items();
        let Some(parent) = browser::element(&here) else { return };
        let mut place = 0;
        for item in items {
            match drawn.iter().skip(place).position(|part| part.is(is_same, &item)) {
                Some(gone) => take_away(&mut drawn, place, gone),
                None => {
                    let mut part = Drawn::new(owner.child(), item.clone(), &draw);
                    match drawn.get(place) {
                        Some(next) => next.view.insert_before_this(&mut part.view),
                        None => part.view.try_mount(&parent, None),
                    };
                    drawn.insert(place, part);
                }
            }
            if let Some(part) = drawn.get(place) {
                part.follow(item);
            }
            place += 1;
        }
        let gone = drawn.len() - place;
        take_away(&mut drawn, place, gone);
    });
    el("div").attr("id", id)
}

/// Takes as many parts off the page as are `gone`. A part that has changed its order with another is one of them, and drawn anew.
fn take_away<T>(drawn: &mut Vec<Drawn<T>>, place: usize, gone: usize) {
    for _ in 0..gone {
        drawn.remove(place).view.unmount();
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Drawn<T> {
    fn new(owner: Owner, item: T, draw: &impl Fn(RwSignal<T>) -> Element) -> Self {
        let (item, view) = owner.with(|| {
            let item = RwSignal::new(item);
            (item, Node::from(draw(item)).view().build())
        });
        Self { view, item, _owner: owner }
    }

    fn is(&self, is_same: fn(&T, &T) -> bool, item: &T) -> bool {
        self.item.with_untracked(|held| is_same(held, item))
    }

    fn follow(&self, item: T) {
        if self.item.with_untracked(|held| *held != item) {
            self.item.set(item);
        }
    }
}
