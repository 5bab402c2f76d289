//! What makes homework good for a family: who takes part, how much it asks of them, and in what words. All of it is advice, so all
//! are warnings but for homework that asks nothing. docs/writing-assignments.md gives the reasons.

mod phrases;
mod reading;

use super::diagnostic::Diagnostics;
use super::{Code, Span};
use crate::document::{Assignment, Who};

/// What some words of a source are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// What the child will be able to do.
    Objective,
    /// What is needed from around the house.
    Material,
    /// What the family reads: the letter and the tips.
    ForFamily,
    /// What the child reads.
    ForChild,
    /// A question or a column: what somebody is asked to write down.
    Asked,
}

/// Words that will be shown, by where they stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said {
    pub role: Role,
    pub span: Span,
}

/// The places that advice about the whole points at.
pub(super) struct Places {
    /// The file's first line.
    pub opening: Span,
    /// The school year, when the header gives one.
    pub year: Option<Span>,
}

/// Gives all advice on an assignment. `asks_written` are those in the text, whether or not they could be read.
pub(super) fn advise(
    source: &str,
    assignment: &Assignment,
    asks_written: usize,
    places: &Places,
    found: &mut Diagnostics,
) {
    advise_on_asks(assignment, asks_written, places.opening, found);
    // What words mean is known here for English alone.
    if assignment.head.lang.split('-').next() == Some("en") {
        let said = found.take_said();
        for words in &said {
            phrases::advise(source, *words, found);
        }
        if let Some(place) = places.year {
            reading::advise(source, &said, &assignment.head.year, place, found);
        }
    }
}

fn advise_on_asks(assignment: &Assignment, asks_written: usize, opening: Span, found: &mut Diagnostics) {
    if asks_written == 0 {
        found.report(
            Code::NoAsk,
            opening,
            "This assignment asks nothing, so there is nothing to do.",
            "Add at least one block that starts with ```ask, as shown in docs/format.md.",
        );
    } else if assignment.asks().next().is_some() && assignment.asks().all(|ask| ask.who == Who::Student) {
        found.report(
            Code::NobodyAtHome,
            opening,
            "Nobody at home is asked to take part.",
            "Give one ask the line `who: together` or `who: family`.",
        );
    }
}
