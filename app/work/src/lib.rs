//! One student's work on one assignment, and the result file that carries it to the teacher.
//!
//! An [`Answer`] is one row: who, which assignment, which [`Slot`], what and when. A [`Work`] is the document a child started
//! on with the answers so far. [`result`] writes and reads the file that a family sends.

mod answer;
mod check;
mod drawing;
mod earlier;
mod families;
mod marks;
mod medium;
mod member;
mod merge;
mod named;
mod partner;
mod profile;
mod progress;
mod record;
pub mod result;
mod translated;
mod value;
mod whole;

pub use answer::{Answer, By, Slot, SlotError};
pub use check::{Check, check};
pub use drawing::{Drawing, PAPER, PENS};
pub use families::FamilyFeedback;
pub use marks::Marks;
pub use medium::Medium;
pub use member::Member;
pub use merge::merge;
pub use named::Named;
pub use partner::{Partner, PartnerError};
pub use profile::{PICTURES, Profile, normalised_name};
pub use progress::Progress;
pub use record::{Step, WorkRecord};
pub use translated::in_words_of;
pub use value::{Capture, Entry, PARTIES, Rating, Row, Value};
pub use whole::Work;

/// A moment, in milliseconds since 1970-01-01 UTC, by the device's own clock.
pub type Moment = u64;
