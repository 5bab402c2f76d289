//! A question, and the kinds of answer it takes.

use serde::{Deserialize, Serialize};

use super::flat_ask::FlatAsk;
use super::{Number, Prose};
use crate::json::{InJson, Json};

/// Who is asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Who {
    /// The child.
    #[default]
    Student,
    /// The child with someone at home.
    Together,
    /// Someone at home.
    Family,
}

impl Who {
    /// The word in a document; the child, who is asked most, has none.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Student => "",
            Self::Together => "together",
            Self::Family => "family",
        }
    }

    /// Who is meant by the word of a document.
    pub(super) fn named(name: &str) -> Option<Self> {
        [Self::Student, Self::Together, Self::Family].into_iter().find(|who| who.name() == name)
    }
}

/// One question. In JSON its kind's own fields stand beside the others: see [`FlatAsk`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "FlatAsk", into = "FlatAsk")]
pub struct Ask {
    /// Unique in the assignment and stable: answers are kept by it.
    pub id: String,
    /// Who is asked.
    pub who: Who,
    /// The question.
    pub question: Prose,
    /// Nobody has to answer it.
    pub optional: bool,
    /// A small help that the child can open; empty when there is none.
    pub hint: Prose,
    /// What the child is told after a wrong try; empty when there is nothing to say.
    pub help: Prose,
    /// The id of an earlier ask whose answer is shown above this one; empty when there is none.
    pub looks_back_at: String,
    /// What kind of answer it takes.
    pub kind: Kind,
}

/// The kind of answer an ask takes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text {
        /// The height of the box, in lines of text.
        lines: u32,
        /// The id of an earlier text ask whose answer can be brought in and improved.
        starts_from: Option<String>,
    },
    /// One number.
    Number {
        /// Plain text shown after the box; empty when there is none.
        unit: String,
        /// The right answers, in any spelling; empty when no answer is right or wrong.
        correct: Vec<Number>,
        /// The smallest number that makes sense.
        min: Option<Number>,
        /// The largest number that makes sense.
        max: Option<Number>,
    },
    /// One of several options.
    Choice {
        /// Plain texts, each different.
        options: Vec<String>,
        /// The right one.
        correct: Option<String>,
    },
    /// Any number of the options.
    Choices {
        /// Plain texts, each different.
        options: Vec<String>,
        /// The right ones; empty when no answer is right or wrong.
        correct: Vec<String>,
    },
    /// How much, from 1 to `steps`.
    Scale {
        /// The words at 1.
        low: String,
        /// The words at `steps`.
        high: String,
        /// The number of steps, 2 to 10.
        steps: u32,
    },
    /// Rows and columns.
    Table {
        /// At least one.
        columns: Vec<Column>,
        /// Which rows there are.
        rows: Rows,
    },
    /// One dated entry a sitting, with the family's tick.
    Log {
        /// What is written down each time; may be empty.
        columns: Vec<Column>,
        /// How many entries are hoped for.
        entries: u32,
        /// The words beside the tick; empty for the interface's own.
        tick: String,
    },
    /// We did it by talking, singing or playing; nothing needs to be written.
    Done {
        /// The words beside the tick; empty for the interface's own.
        label: String,
    },
    /// A drawing that is made on the screen.
    #[default]
    Drawing,
    /// Photos, each with its day and a few words.
    Photo {
        /// How many there can be.
        most: u32,
    },
    /// Recordings of a voice or a sound, each with its day and a few words.
    Audio {
        /// How many there can be.
        most: u32,
        /// The longest, in seconds.
        seconds: u32,
    },
    /// What three parties promise each other. The child and somebody at home say whether they agree; the teacher has, by writing it.
    Agreement {
        /// What the child promises, plain texts.
        student: Vec<String>,
        /// What somebody at home promises.
        family: Vec<String>,
        /// What the teacher promises.
        teacher: Vec<String>,
    },
}

/// One column of a table or a log.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Unique in its ask and stable: cells are kept by it.
    pub id: String,
    /// Plain text.
    pub heading: String,
    /// For a column of numbers, their unit (empty when they have none); `None` is a column of words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

crate::record!(Column { id: "id", heading: "heading", number: "number?" });

/// The rows of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rows {
    /// Just these, by their names.
    Named(Vec<String>),
    /// Empty rows that the child fills, and can add to.
    Growing {
        /// How many there are to start with.
        start: u32,
        /// How many there can be.
        most: u32,
    },
}

impl InJson for Ask {
    fn read(&mut self, json: Json) -> bool {
        let mut flat = FlatAsk::default();
        let ask = if flat.read(json) { Self::try_from(flat).ok() } else { None };
        let is_read = ask.is_some();
        if let Some(ask) = ask {
            *self = ask;
        }
        is_read
    }

    fn write(&self, text: &mut String) {
        FlatAsk::from(self.clone()).write(text);
    }

    fn is_blank(&self) -> bool {
        false
    }
}

impl Ask {
    /// The question without its formatting.
    pub fn question_text(&self) -> String {
        self.question.text()
    }
}

impl Kind {
    /// Whether an answer can be right, and another wrong.
    pub fn has_right_answer(&self) -> bool {
        match self {
            Self::Number { correct, .. } => !correct.is_empty(),
            Self::Choice { correct, .. } => correct.is_some(),
            Self::Choices { correct, .. } => !correct.is_empty(),
            _ => false,
        }
    }

    /// The word for this kind in a source file.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Text { .. } => "text",
            Self::Number { .. } => "number",
            Self::Choice { .. } => "choice",
            Self::Choices { .. } => "choices",
            Self::Scale { .. } => "scale",
            Self::Table { .. } => "table",
            Self::Log { .. } => "log",
            Self::Done { .. } => "done",
            Self::Drawing => "drawing",
            Self::Photo { .. } => "photo",
            Self::Audio { .. } => "audio",
            Self::Agreement { .. } => "agreement",
        }
    }
}
