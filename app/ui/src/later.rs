//! A part of a page that waits for what it shows.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use crate::spawn_local;
use leptos::prelude::*;

use crate::element::{Node, live};

/// What is drawn once something has been loaded. It may be drawn several times.
pub type Part = Arc<dyn Fn() -> Node + Send + Sync>;

/// A part that waits for what it shows; `waiting` is shown until then. When people go on to another screen meanwhile, it is never drawn.
pub fn later(loading: impl Future<Output = Part> + 'static, waiting: fn() -> Node) -> Node {
    drawn_after(Box::pin(loading), waiting)
}

fn drawn_after(loading: Pin<Box<dyn Future<Output = Part>>>, waiting: fn() -> Node) -> Node {
    let part = RwSignal::new(None::<Part>);
    spawn_local(async move {
        let loaded = loading.await;
        part.set(Some(loaded));
    });
    live(move || match part.get() {
        None => waiting(),
        Some(part) => part(),
    })
}
