//! Many results: what the teacher sees.
//!
//! A [`Roll`] holds every result received and shows the newest of each student for each assignment. [`feedback`] counts how
//! families found it, [`quotes`] has their own words, and [`csv`] writes everything as one tidy table.

pub mod csv;
pub mod feedback;
mod quotes;
mod roll;

pub use quotes::{Quote, quotes};
pub use roll::{AssignmentColumn, Participation, Roll, State, Student};
