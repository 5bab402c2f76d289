//! The screens of home.

mod app;
mod family;
mod frame;
mod list;
mod new_child;
mod send;
mod who;
mod work;

pub use app::App;
