//! What a result says, as the JSON inside the armour.

use assignment::{Ask, Class, Feedback, Head, Prose};
use serde::{Deserialize, Serialize};

use super::ResultMedium;
use crate::{By, FamilyFeedback, Moment, Profile, Value, Work};

/// The version of the result that this code writes. Readers take every version ever written.
pub const VERSION: u32 = 1;

/// One student's work on one assignment, as it is sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultDocument {
    /// The version of this document's shape: [`VERSION`].
    pub taumahi: u32,
    /// When it was made.
    pub made: Moment,
    /// The class, when the site names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<ClassHead>,
    /// Whose work it is.
    pub student: Profile,
    /// What was done.
    pub assignment: Head,
    /// When the child started.
    pub started: Moment,
    /// When the family said that it is done; missing when it was sent unfinished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished: Option<Moment>,
    /// When those were made that were sent before, of the last of them: this one is newer, whatever the clock said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<Moment>,
    /// The teacher has typed it in from paper.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub paper: bool,
    /// The questions, in the order of the page, without their hints and helps.
    pub asks: Vec<Ask>,
    /// Questions with an answer that are no longer in the assignment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<Ask>,
    /// The answers that are not empty, in the order of the questions.
    pub answers: Vec<ResultAnswer>,
    /// What the family was asked at the end, in the words they saw.
    pub feedback: Feedback,
    /// What each person at home said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub families: Vec<FamilyFeedback>,
    /// The photos and recordings that the answers name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<ResultMedium>,
}

/// The same fields, for a first reading that only counts the media.
#[derive(Deserialize)]
#[serde(remote = "ResultDocument")]
pub(super) struct WithoutMedia {
    taumahi: u32,
    made: Moment,
    #[serde(default)]
    class: Option<ClassHead>,
    student: Profile,
    assignment: Head,
    started: Moment,
    #[serde(default)]
    finished: Option<Moment>,
    #[serde(default)]
    after: Vec<Moment>,
    #[serde(default)]
    paper: bool,
    asks: Vec<Ask>,
    #[serde(default)]
    removed: Vec<Ask>,
    answers: Vec<ResultAnswer>,
    feedback: Feedback,
    #[serde(default)]
    families: Vec<FamilyFeedback>,
    #[serde(default, deserialize_with = "super::media::count")]
    media: Vec<ResultMedium>,
}

assignment::record!(ResultDocument {
    taumahi: "taumahi",
    made: "made",
    class: "class?",
    student: "student",
    assignment: "assignment",
    started: "started",
    finished: "finished?",
    after: "after?",
    paper: "paper?",
    asks: "asks",
    removed: "removed?",
    answers: "answers",
    feedback: "feedback",
    families: "families?",
    media: "media?",
});

/// The class's names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassHead {
    /// The class.
    pub name: String,
    /// The teacher; empty when not given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub teacher: String,
    /// The school; empty when not given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub school: String,
}

assignment::record!(ClassHead { name: "name", teacher: "teacher?", school: "school?" });

/// One answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultAnswer {
    /// The id of the ask.
    pub ask: String,
    /// What was answered.
    pub value: Value,
    /// When it was last changed.
    pub when: Moment,
    /// Who changed it last.
    #[serde(default)]
    pub by: By,
}

assignment::record!(ResultAnswer { ask: "ask", value: "value", when: "when", by: "by" });

/// How many of those that were sent before are named.
const MOST_BEFORE: usize = 50;

impl ResultDocument {
    /// The result of `work` as it stands, without its media. `feedback` is what the family was asked, in the words of the document
    /// itself: so a class is counted together, whichever translations its families have read.
    pub fn new(work: &Work, class: Option<&Class>, feedback: &Feedback, now: Moment) -> Self {
        let record = &work.record;
        let document = &record.document;
        let asks: Vec<Ask> = document.asks().map(without_hints).collect();
        let removed: Vec<Ask> =
            record.removed.iter().filter(|ask| work.is_answered(ask)).map(without_hints).collect();
        let answers = asks.iter().chain(&removed).filter_map(|ask| answer_to(work, ask)).collect();
        Self {
            taumahi: VERSION,
            made: work.answers().iter().map(|answer| answer.when).fold(work.moment(now), Moment::max),
            class: class.map(|class| ClassHead {
                name: class.name.clone(),
                teacher: class.teacher.clone(),
                school: class.school.clone(),
            }),
            student: Profile { added: 0, reads: String::new(), ..work.profile.clone() },
            assignment: document.head.clone(),
            started: record.started,
            finished: record.finished,
            after: record.sent[record.sent.len().saturating_sub(MOST_BEFORE)..].to_vec(),
            paper: false,
            asks,
            removed,
            answers,
            feedback: feedback.clone(),
            families: work.families(feedback),
            media: Vec::new(),
        }
    }

    /// The same without its media, which are large and rarely looked at.
    #[must_use]
    pub fn without_media(&self) -> Self {
        Self { media: Vec::new(), ..self.clone() }
    }

    /// The ids of all photos and recordings that the answers name.
    pub fn captures(&self) -> impl Iterator<Item = &str> {
        self.answers.iter().flat_map(|answer| answer.value.captures()).map(|capture| capture.id.as_str())
    }

    /// Every question with its answer, if it has one: first those of the assignment, then those no longer in it.
    pub fn answered(&self) -> impl Iterator<Item = (&Ask, Option<&ResultAnswer>)> {
        self.asks.iter().chain(&self.removed).map(|ask| {
            let fits = |answer: &&ResultAnswer| answer.ask == ask.id && answer.value.fits(&ask.kind);
            (ask, self.answers.iter().find(fits))
        })
    }
}

fn without_hints(ask: &Ask) -> Ask {
    Ask { hint: Prose::default(), help: Prose::default(), ..ask.clone() }
}

fn answer_to(work: &Work, ask: &Ask) -> Option<ResultAnswer> {
    let answer = work.answer_to(ask).filter(|answer| !answer.value.is_empty())?;
    Some(ResultAnswer { ask: ask.id.clone(), value: answer.value.clone(), when: answer.when, by: answer.by })
}
