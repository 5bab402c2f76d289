//! The desk: the app in which a teacher opens what families sent and sees the class.
//!
//! [`screen`] says which page the address means, [`start`] reads what is kept, [`desk`] holds it, and `screens` draws. What arrives
//! ([`arriving`], [`files`], [`folders`]) is read by [`work::result`], [`opening`] sees it through, and [`keeping`] keeps it. What a teacher
//! asks of all results is answered by the crate `class`. [`authoring`] is about writing homework.

mod answered;
mod arriving;
mod authoring;
mod called;
mod desk;
mod files;
mod folders;
mod keeping;
mod opening;
mod printed;
mod screen;
mod screens;
mod start;
mod typing;

fn main() {
    leptos::mount::mount_to_body(screens::App);
}
