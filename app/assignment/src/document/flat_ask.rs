//! An ask as JSON has it: one flat object. A tagged enum of its kinds would cost a phone 20 KB of code to read.

use serde::{Deserialize, Serialize};

use super::{Ask, Column, Kind, Number, Prose, Rows, Who, is_false};

/// No count of a source file is larger: see `source::kind`. A link can say anything.
const MOST: u32 = 200;

/// Every field that some kind of ask has. What a kind does not have is left out.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FlatAsk {
    id: String,
    kind: String,
    /// Empty for the student.
    #[serde(skip_serializing_if = "String::is_empty")]
    who: String,
    question: Prose,
    #[serde(skip_serializing_if = "is_false")]
    optional: bool,
    #[serde(skip_serializing_if = "Prose::is_empty")]
    hint: Prose,
    #[serde(skip_serializing_if = "Prose::is_empty")]
    help: Prose,
    /// The ask that it looks back at.
    #[serde(skip_serializing_if = "String::is_empty")]
    back: String,
    /// Text: the height of the box. Scale: the steps. Table: the first rows. Log: the entries hoped for. Photo and audio: the most.
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u32>,
    /// Table: the most rows, when it grows. Audio: the most seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    most: Option<u32>,
    /// Text: the ask it starts from. Number: the unit. Log and done: the words beside the tick.
    #[serde(skip_serializing_if = "String::is_empty")]
    words: String,
    /// Choice and choices: the options. Scale: the words at the two ends. Table: the rows, when they are named. Agreement: what the
    /// child promises.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<String>,
    /// What is right: numbers, an option, or several. Agreement: what the family promises.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    correct: Vec<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    min: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    max: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    columns: Vec<Column>,
    /// Agreement: what the teacher promises.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    teacher: Vec<String>,
}

crate::record!(FlatAsk {
    id: "id",
    kind: "kind",
    who: "who?",
    question: "question",
    optional: "optional?",
    hint: "hint?",
    help: "help?",
    back: "back?",
    count: "count?",
    most: "most?",
    words: "words?",
    options: "options?",
    correct: "correct?",
    min: "min?",
    max: "max?",
    columns: "columns?",
    teacher: "teacher?",
});

fn written(number: Option<Number>) -> String {
    number.map(String::from).unwrap_or_default()
}

impl From<Ask> for FlatAsk {
    fn from(ask: Ask) -> Self {
        let mut flat = Self {
            id: ask.id,
            kind: ask.kind.name().to_owned(),
            who: ask.who.name().to_owned(),
            question: ask.question,
            optional: ask.optional,
            hint: ask.hint,
            help: ask.help,
            back: ask.looks_back_at,
            ..Self::default()
        };
        // Each field on its own: a new `Self` for every kind would cost a phone 1 KB.
        match ask.kind {
            Kind::Text { lines, starts_from } => {
                flat.count = Some(lines);
                flat.words = starts_from.unwrap_or_default();
            }
            Kind::Number { unit, correct, min, max } => {
                flat.words = unit;
                flat.correct = correct.into_iter().map(String::from).collect();
                flat.min = written(min);
                flat.max = written(max);
            }
            Kind::Choice { options, correct } => {
                flat.options = options;
                flat.correct.extend(correct);
            }
            Kind::Choices { options, correct } => {
                flat.options = options;
                flat.correct = correct;
            }
            Kind::Scale { low, high, steps } => {
                flat.options = vec![low, high];
                flat.count = Some(steps);
            }
            Kind::Table { columns, rows } => {
                flat.columns = columns;
                match rows {
                    Rows::Named(names) => flat.options = names,
                    Rows::Growing { start, most } => {
                        flat.count = Some(start);
                        flat.most = Some(most);
                    }
                }
            }
            Kind::Log { columns, entries, tick } => {
                flat.columns = columns;
                flat.count = Some(entries);
                flat.words = tick;
            }
            Kind::Done { label } => flat.words = label,
            Kind::Drawing => {}
            Kind::Photo { most } => flat.count = Some(most),
            Kind::Audio { most, seconds } => {
                flat.count = Some(most);
                flat.most = Some(seconds);
            }
            Kind::Agreement { student, family, teacher } => {
                flat.options = student;
                flat.correct = family;
                flat.teacher = teacher;
            }
        }
        flat
    }
}

impl TryFrom<FlatAsk> for Ask {
    type Error = &'static str;

    fn try_from(flat: FlatAsk) -> Result<Self, Self::Error> {
        if flat.count.max(flat.most) > Some(MOST) {
            return Err("an ask with more rows or steps than a phone can show");
        }
        let mut options = flat.options;
        let mut correct = flat.correct;
        let kind = match flat.kind.as_str() {
            "text" => Kind::Text {
                lines: flat.count.unwrap_or(3),
                starts_from: Some(flat.words).filter(|id| !id.is_empty()),
            },
            "number" => Kind::Number {
                unit: flat.words,
                correct: correct.iter().filter_map(|correct| Number::parse(correct)).collect(),
                min: Number::parse(&flat.min),
                max: Number::parse(&flat.max),
            },
            "choice" => Kind::Choice { options, correct: correct.pop() },
            "choices" => Kind::Choices { options, correct },
            "scale" => {
                let high = options.pop().unwrap_or_default();
                Kind::Scale { low: options.pop().unwrap_or_default(), high, steps: flat.count.unwrap_or(5) }
            }
            "table" => Kind::Table {
                columns: flat.columns,
                rows: match flat.count {
                    Some(start) => Rows::Growing { start, most: flat.most.unwrap_or(start) },
                    None => Rows::Named(options),
                },
            },
            "log" => Kind::Log { columns: flat.columns, entries: flat.count.unwrap_or(1), tick: flat.words },
            "done" => Kind::Done { label: flat.words },
            "drawing" => Kind::Drawing,
            "photo" => Kind::Photo { most: flat.count.unwrap_or(1) },
            "audio" => Kind::Audio { most: flat.count.unwrap_or(1), seconds: flat.most.unwrap_or(60) },
            "agreement" => Kind::Agreement { student: options, family: correct, teacher: flat.teacher },
            _ => return Err("an ask of a kind that this page does not know"),
        };
        let who = Who::named(&flat.who).ok_or("an ask for somebody that this page does not know")?;
        if flat.id.is_empty() {
            return Err("an ask without an id");
        }
        Ok(Self {
            id: flat.id,
            who,
            question: flat.question,
            optional: flat.optional,
            hint: flat.hint,
            help: flat.help,
            looks_back_at: flat.back,
            kind,
        })
    }
}
