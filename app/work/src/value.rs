//! What was answered.

use assignment::Date;
use serde::{Deserialize, Serialize};

use crate::Named;

/// The answer to one ask, by its kind. Words and numbers are kept exactly as they were typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Value {
    /// Words.
    Text(String),
    /// A number as typed, which may not be one yet.
    Number(String),
    /// The option's text.
    Choice(String),
    /// The chosen options' texts, in the order of the question.
    Choices(Vec<String>),
    /// A step, from 1.
    Scale(u32),
    /// The rows of a table.
    Table(Vec<Row>),
    /// The entries of a log, in the order they were made.
    Log(Vec<Entry>),
    /// We did it.
    Done(bool),
}

/// One row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The row's name, for tables with named rows; empty otherwise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What was typed, by the column's id; empty cells are left out.
    pub cells: Named<String>,
}

/// One entry of a log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The day it was done; `None` until it is chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// What was typed, by the column's id; empty cells are left out.
    pub cells: Named<String>,
    /// The family's tick.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub tick: bool,
}

impl Value {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(words) | Self::Number(words) | Self::Choice(words) => words.trim().is_empty(),
            Self::Choices(options) => options.is_empty(),
            Self::Scale(step) => *step == 0,
            Self::Table(rows) => rows.iter().all(|row| no_words(&row.cells)),
            Self::Log(entries) => entries.iter().all(Entry::is_empty),
            Self::Done(done) => !done,
        }
    }
}

impl Entry {
    /// Whether nothing was written down and nothing ticked. A date alone is not an entry: it is there from the start.
    pub fn is_empty(&self) -> bool {
        !self.tick && no_words(&self.cells)
    }
}

fn no_words(cells: &Named<String>) -> bool {
    cells.values().all(|cell| cell.trim().is_empty())
}
