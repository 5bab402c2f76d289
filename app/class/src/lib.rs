//! Many results: what the teacher sees.
//!
//! A [`Roll`] holds every result received and shows the newest of each student for each assignment. [`feedback`] counts what
//! families said, and [`csv`] writes everything as one tidy table.

pub mod csv;
pub mod feedback;
mod roll;

pub use roll::{AssignmentColumn, Participation, Roll, State, Student};
