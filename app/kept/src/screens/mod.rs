//! The screens.

mod all;
mod app;
mod child;
mod earlier;
mod frame;
mod remove;

pub use app::App;
