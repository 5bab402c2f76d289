//! What was answered.

use assignment::json::{InJson, Json, write_kind};
use assignment::{Date, Kind};
use serde::{Deserialize, Serialize};

use crate::{Drawing, Named};

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
    /// A step of a scale.
    Scale(Rating),
    /// The rows of a table.
    Table(Vec<Row>),
    /// The entries of a log, in the order they were made.
    Log(Vec<Entry>),
    /// We did it.
    Done(bool),
    /// A drawing.
    Drawing(Drawing),
    /// Photos, in the order they were taken.
    Photo(Vec<Capture>),
    /// Recordings, in the order they were made.
    Audio(Vec<Capture>),
    /// Who agrees: any of [`PARTIES`], in that order.
    Agreement(Vec<String>),
}

/// The parties who say whether they agree. The teacher has agreed by writing the agreement.
pub const PARTIES: [&str; 2] = ["student", "family"];

/// A photo or a recording: what is kept of it in the answer. The picture or the sound itself is kept apart, by the id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capture {
    /// Chosen once, by the moment and chance; unique on the device.
    pub id: String,
    /// The day it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// A few words about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

assignment::record!(Capture { id: "id", date: "date?", words: "words?" });

/// A step of a scale. A 3 of 3 is not a 3 of 5, so it says of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// The step, from 1.
    pub step: u32,
    /// The number of steps that there were to choose from.
    pub of: u32,
}

assignment::record!(Rating { step: "step", of: "of" });

/// One row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Tells the rows of a table that grows apart, whatever their places; 0 for a row with a name.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub id: u32,
    /// The row's name, for tables with named rows; empty otherwise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What was typed, by the column's id; empty cells are left out.
    pub cells: Named<String>,
}

assignment::record!(Row { id: "id?", name: "name?", cells: "cells" });

/// One entry of a log.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Tells the entries apart, whatever their places.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub id: u32,
    /// The day it was done; `None` until it is chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// What was typed, by the column's id; empty cells are left out.
    pub cells: Named<String>,
    /// The family's tick.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub tick: bool,
}

assignment::record!(Entry { id: "id?", date: "date?", cells: "cells", tick: "tick?" });

impl Default for Value {
    fn default() -> Self {
        Self::Done(false)
    }
}

impl InJson for Value {
    fn read(&mut self, json: Json) -> bool {
        let Some((kind, json)) = json.kind() else { return false };
        let Some(empty) = Self::empty(&kind) else { return false };
        *self = empty;
        match self {
            Self::Text(place) | Self::Number(place) | Self::Choice(place) => place.read(json),
            Self::Choices(place) | Self::Agreement(place) => place.read(json),
            Self::Scale(place) => place.read(json),
            Self::Table(place) => place.read(json),
            Self::Log(place) => place.read(json),
            Self::Done(place) => place.read(json),
            Self::Drawing(place) => place.read(json),
            Self::Photo(place) | Self::Audio(place) => place.read(json),
        }
    }

    fn write(&self, text: &mut String) {
        let value: &dyn InJson = match self {
            Self::Text(value) | Self::Number(value) | Self::Choice(value) => value,
            Self::Choices(value) | Self::Agreement(value) => value,
            Self::Scale(value) => value,
            Self::Table(value) => value,
            Self::Log(value) => value,
            Self::Done(value) => value,
            Self::Drawing(value) => value,
            Self::Photo(value) | Self::Audio(value) => value,
        };
        write_kind(self.kind(), value, text);
    }

    fn is_blank(&self) -> bool {
        false
    }
}

impl Value {
    /// An answer of this kind with nothing in it.
    fn empty(kind: &str) -> Option<Self> {
        Some(match kind {
            "text" => Self::Text(String::new()),
            "number" => Self::Number(String::new()),
            "choice" => Self::Choice(String::new()),
            "choices" => Self::Choices(Vec::new()),
            "scale" => Self::Scale(Rating::default()),
            "table" => Self::Table(Vec::new()),
            "log" => Self::Log(Vec::new()),
            "done" => Self::Done(false),
            "drawing" => Self::Drawing(Drawing::default()),
            "photo" => Self::Photo(Vec::new()),
            "audio" => Self::Audio(Vec::new()),
            "agreement" => Self::Agreement(Vec::new()),
            _ => return None,
        })
    }

    /// An answer of the same kind with nothing in it.
    #[must_use]
    pub fn emptied(&self) -> Self {
        Self::empty(self.kind()).unwrap_or_default()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(words) | Self::Number(words) | Self::Choice(words) => words.trim().is_empty(),
            Self::Choices(options) => options.is_empty(),
            Self::Scale(rating) => rating.step == 0,
            Self::Table(rows) => rows.iter().all(|row| no_words(&row.cells)),
            Self::Log(entries) => entries.iter().all(Entry::is_empty),
            Self::Done(done) => !done,
            Self::Drawing(drawing) => drawing.is_empty(),
            Self::Photo(captures) | Self::Audio(captures) => captures.is_empty(),
            Self::Agreement(parties) => parties.is_empty(),
        }
    }

    /// Whether it answers a question of this kind. A teacher can change the kind of an ask and keep its id.
    pub fn fits(&self, kind: &Kind) -> bool {
        match kind {
            Kind::Scale { steps, .. } => matches!(self, Self::Scale(rating) if rating.of == *steps),
            _ => self.kind() == kind.name(),
        }
    }

    /// The kind of question it answers in a word, and for a scale with its number of steps: `text`, `scale5`. Answers of two
    /// shapes are answers to two questions, even when a teacher gave both the same id.
    pub fn shape(&self) -> String {
        match self {
            Self::Scale(rating) => format!("scale{}", rating.of),
            _ => self.kind().to_owned(),
        }
    }

    /// The photos or recordings in it.
    pub fn captures(&self) -> &[Capture] {
        match self {
            Self::Photo(captures) | Self::Audio(captures) => captures,
            _ => &[],
        }
    }

    /// The photos or recordings in it, to change them. Of another answer, none, and no change of them.
    pub fn change_captures(&mut self, change: impl FnOnce(&mut Vec<Capture>)) {
        if let Self::Photo(captures) | Self::Audio(captures) = self {
            change(captures);
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Number(_) => "number",
            Self::Choice(_) => "choice",
            Self::Choices(_) => "choices",
            Self::Scale(_) => "scale",
            Self::Table(_) => "table",
            Self::Log(_) => "log",
            Self::Done(_) => "done",
            Self::Drawing(_) => "drawing",
            Self::Photo(_) => "photo",
            Self::Audio(_) => "audio",
            Self::Agreement(_) => "agreement",
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

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
fn is_zero(id: &u32) -> bool {
    *id == 0
}
