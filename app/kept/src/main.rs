//! The page about what is kept on this phone: saving a copy of it and putting one back, what answers were before, and removing a child.
//!
//! A program of its own, which a phone loads only when somebody opens the page: see docs/decisions. [`screen`] says which screen the
//! address means, [`kept`] holds what all of them need, `screens` draws. [`putting_back`] reads a copy, [`bringing_back`] an earlier answer.
//! The copy itself is written by `public/copy.js`, which works when no program does.

mod bringing_back;
mod contents;
mod kept;
mod putting_back;
mod screen;
mod screens;

fn main() {
    leptos::mount::mount_to_body(screens::App);
}
