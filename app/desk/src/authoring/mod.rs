//! Writing homework at the desk: the texts that are open, what is wrong with them, and how they are handed out.
//!
//! [`sheet`] is a text, [`check`] says what is wrong with it and what a family would see, [`place`] tells where a place of the text stands
//! in the preview, [`naming`] knows what files can be called, [`templates`] has texts to start from, and [`handing_out`] packs homework into a link. [`author`] holds what is open;
//! [`editor`], [`preview`], [`files`] and [`module`] are the browser's side.

pub mod author;
pub mod check;
pub mod editor;
pub mod files;
pub mod handing_out;
pub mod message;
pub mod module;
pub mod naming;
pub mod place;
pub mod preview;
pub mod sheet;
pub mod templates;
