//! What home and desk share: the interface's language, a few components, and the browser.
//!
//! Every word on the screen comes from `locales/` by way of [`say`]. Only [`browser`] calls the browser, and only from
//! events and effects, so views render anywhere.

pub mod browser;
pub mod component;
pub mod day;
mod each;
pub mod element;
mod facts;
pub mod feedback;
mod language;
mod later;
mod medium;
pub mod piece;
pub mod result_words;
mod spawn;

pub use each::each;
pub use facts::facts;
#[cfg(not(target_arch = "wasm32"))]
pub use language::load_english;
pub use language::{current as language, fetch as fetch_words, load, phrase, say};
pub use later::{Part, later};
pub use medium::{Coming, medium};
pub use spawn::spawn_local;
