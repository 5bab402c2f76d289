//! The desk: the app in which a teacher opens what families sent and sees the class.
//!
//! [`screen`] says which page the address means, [`start`] reads what is kept, [`desk`] holds it, and `screens` draws. What arrives
//! ([`arriving`], [`files`]) is read by [`work::result`], and [`opening`] sees it through. [`quotes`], [`questions`] and [`walk`] ask
//! the roll what a teacher asks; all else that is taught is in the crate `class`.

mod arriving;
mod called;
mod desk;
mod files;
#[cfg(test)]
mod made_up;
mod opening;
mod questions;
mod received;
mod screen;
mod screens;
mod start;
mod walk;

fn main() {
    leptos::mount::mount_to_body(screens::App);
}
