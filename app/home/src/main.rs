//! Home: the app in which a child does an assignment with whoever is at home.
//!
//! [`screen`] says which page the address means, [`start`] loads what every page needs, [`home`] holds it, and `screens` draws.
//! [`open_work`] is one child's work while it is on the screen; every answer goes through it to [`saving`]. `asks` has a
//! field for each kind of question. [`reading`] is the language that it is read in.

mod asks;
mod home;
mod list;
mod open_work;
mod reading;
mod saving;
mod screen;
mod screens;
mod sending;
mod start;

fn main() {
    leptos::mount::mount_to_body(screens::App);
}
