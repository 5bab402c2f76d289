//! The screens of home.

mod app;
mod choose_language;
mod family;
mod frame;
mod list;
mod new_child;
mod received;
mod send;
mod who;
mod work;

pub use app::App;
