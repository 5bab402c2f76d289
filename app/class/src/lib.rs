//! Many results: what the teacher sees.
//!
//! A [`Roll`] holds every result received and shows the newest of each student for each assignment. [`feedback`] counts how
//! families found it, [`quotes`] has their own words, [`questions`] everyone's answers, [`walk`] goes from child to child, and
//! [`csv`] writes everything as one tidy table.

pub mod csv;
pub mod feedback;
#[cfg(any(test, feature = "made-up"))]
pub mod made_up;
mod mark;
mod questions;
mod quotes;
mod roll;
mod spreadsheet;
mod state;
mod student;
mod unit;
pub mod walk;

pub use mark::{Mark, mark};
pub use questions::{Answered, Question, questions};
pub use quotes::{Quote, quotes};
pub use roll::{AssignmentColumn, Roll};
pub use state::{Participation, State};
pub use student::Student;
pub use unit::with_unit;
