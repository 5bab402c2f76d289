//! One child's work while it is on the screen.

use assignment::{Ask, Assignment, Feedback, Who};
use leptos::prelude::*;
use store::Change;
use ui::element::teach_in;
use ui::{browser, feedback};
use work::{Answer, By, Member, Moment, Partner, Profile, Progress, Slot, Step, Value, Work, WorkRecord};

use crate::asks::Field;
use crate::home::Home;
use crate::reading::{Reading, fetch_document, languages, translation};

/// A day in milliseconds.
const DAY: Moment = 86_400_000;

/// The work on the screen. Copies are the same work.
#[derive(Clone, Copy)]
pub struct OpenWork {
    /// The document and the answers.
    pub work: RwSignal<Work>,
    /// Who at home is answering.
    pub who: RwSignal<Speaker>,
    /// How much of what is kept of it could not be read.
    pub damaged: usize,
    /// The translation that the family has chosen did not come.
    pub is_untranslated: bool,
    /// The document in the words in which it is read here.
    shown: StoredValue<Assignment>,
    /// Where it is kept.
    pub home: Home,
}

/// Who at home is answering, as far as they have said since the work was opened. Whoever answered last time may not be here.
#[derive(Debug, Clone, Copy)]
pub enum Speaker {
    /// They have not said.
    Unknown,
    /// One of the child's aunties, or whichever.
    Kind(Partner),
    /// This one.
    Member(Member),
}

impl Speaker {
    /// Who they are to the child.
    pub fn partner(self) -> Option<Partner> {
        match self {
            Self::Unknown => None,
            Self::Kind(partner) => Some(partner),
            Self::Member(member) => Some(member.partner()),
        }
    }
}

/// Why work could not be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenError {
    /// There is no such child here.
    NoChild,
    /// The assignment did not come, and the child has not started it.
    NoAssignment,
    /// What is kept could not be read.
    Store,
}

/// Work as it was read, before it is on the screen.
#[derive(Debug, Clone)]
pub struct Loaded {
    work: Work,
    /// The document in the words in which it is read here; `None` where those are its own.
    translated: Option<Assignment>,
    is_untranslated: bool,
    damaged: usize,
    /// The document is not the one that is kept.
    new: bool,
}

impl Loaded {
    /// Reads a child's work on an assignment, or starts it where there is none. The document that the child started on serves
    /// when a newer one cannot be fetched.
    pub async fn load(home: Home, child: &str, assignment: &str) -> Result<Self, OpenError> {
        let profile = home.child(child).ok_or(OpenError::NoChild)?;
        let store = home.store();
        let records = store.works(child).await.map_err(|_| OpenError::Store)?;
        let answers = store.answers_to(child, assignment).await.map_err(|_| OpenError::Store)?;
        // With what was done on another screen a moment ago and is still on its way.
        let held = home.saving.records_over(child, records.records);
        let held = held.into_iter().find(|record| record.document.head.id == assignment);
        let answers_now = home.saving.draw_over(answers.records);
        if answers.damaged == 0 {
            tidy(home, child, assignment, &answers_now);
        }
        let head = home.listed(assignment);
        let newer = match (&held, head) {
            (Some(record), Some(head)) if record.document.head.hash == head.hash => None,
            (_, Some(head)) => fetch_document(&head.file_name(), &head.id).await,
            (_, None) => None,
        };
        let new = newer.is_some();
        let reading = Reading::of(&profile.reads);
        let work = put_together(profile, held, newer, answers_now).ok_or(OpenError::NoAssignment)?;
        let is_asked = reading.lang != work.record.document.head.lang
            && languages(home, &work.record).contains(&reading.lang);
        let translated = if is_asked { translation(home, &work.record, &reading.lang).await } else { None };
        let is_untranslated = is_asked && translated.is_none();
        let translated = translated.map(|translated| match reading.is_beside {
            true => work.record.document.clone().beside(&translated),
            false => translated,
        });
        Ok(Self { work, translated, is_untranslated, damaged: answers.damaged + records.damaged, new })
    }
}

impl OpenWork {
    /// Puts work on the screen. Its document is kept with it.
    pub fn new(home: Home, loaded: Loaded) -> Self {
        let shown = loaded.translated.unwrap_or_else(|| loaded.work.record.document.clone());
        teach_in(&shown.head.lang);
        let open = Self {
            who: RwSignal::new(Speaker::Unknown),
            work: RwSignal::new(loaded.work),
            damaged: loaded.damaged,
            is_untranslated: loaded.is_untranslated,
            shown: StoredValue::new(shown),
            home,
        };
        home.saving.show_in(open.work);
        if loaded.new {
            let record = open.work.with_untracked(|work| work.record.clone());
            let document = Box::new(record.document);
            home.saving.push_quietly(open.change(Step::Opened { document, now: record.started }));
        }
        open
    }

    /// The document in the words in which it is read here.
    pub fn shown(self) -> Assignment {
        self.shown.get_value()
    }

    /// What the family is asked at the end, in these words.
    pub fn feedback(self) -> Feedback {
        self.shown.with_value(feedback::asked)
    }

    /// The field of a question, by its id.
    pub fn ask(self, id: &str) -> Option<Field> {
        let of = |document: &Assignment| document.asks().find(|ask| ask.id == id).cloned();
        let ask: Ask = self.work.with_untracked(|work| of(&work.record.document))?;
        Some(Field::new(self, ask, self.shown.with_value(of)?))
    }

    /// Takes an answer: it is in the work at once, and on its way to the store.
    pub fn give(self, slot: Slot, value: Value, by: By) {
        self.home.saving.give(self.work, slot, value, by);
    }

    /// Somebody at home says who they are, and signs what they have answered since that moment.
    pub fn say_who(self, who: Speaker, since: Moment) {
        let before = By::of(Who::Family, self.who.get_untracked().partner());
        self.who.set(who);
        let given = self.work.with_untracked(|work| work.to_sign(before, since));
        for (slot, value) in given {
            self.give(slot, value, By::of(Who::Family, who.partner()));
        }
    }

    /// How far it is, following the answers.
    pub fn progress(self) -> Progress {
        self.work.with(Work::progress)
    }

    /// Says that the family is done, or not after all.
    pub fn set_finished(self, finished: bool) {
        let now = self.work.with_untracked(|work| work.moment(browser::now()));
        self.step(Step::Finished(finished.then_some(now)));
    }

    /// What notes that the work was sent as it was at a moment. The screen may be gone by then: a share sheet can stay open for long.
    pub fn noting_sent(self) -> impl Fn(Moment) + Clone + Send + Sync + 'static {
        let child_and_assignment = self.ids();
        move |made| {
            let (profile, assignment) = child_and_assignment.clone();
            let step = Step::Sent(made);
            // Gone with its screen, or not.
            let _ = self.work.try_update(|work| work.record.take(&step));
            self.home.saving.push(Change::Work { profile, assignment, step });
        }
    }

    /// The child's id and the assignment's.
    pub fn ids(self) -> (String, String) {
        self.work.with_untracked(|work| (work.profile.id.clone(), work.record.document.head.id.clone()))
    }

    fn step(self, step: Step) {
        self.work.update(|work| work.record.take(&step));
        self.home.saving.push(self.change(step));
    }

    fn change(self, step: Step) -> Change {
        let (profile, assignment) = self.ids();
        Change::Work { profile, assignment, step }
    }
}

/// Removes photos and recordings that were taken out more than a day ago. Younger ones may be on their way into an answer, or be put
/// back, in another tab.
fn tidy(home: Home, child: &str, assignment: &str, answers: &[Answer]) {
    if !answers.iter().any(|answer| matches!(answer.value, Value::Photo(_) | Value::Audio(_))) {
        return;
    }
    let yesterday = browser::new_id(browser::now().saturating_sub(DAY));
    home.store().tidy_media(child, assignment, answers, &yesterday);
}

/// The work from what is kept and what is newer.
fn put_together(
    profile: Profile,
    held: Option<WorkRecord>,
    newer: Option<Assignment>,
    answers: Vec<Answer>,
) -> Option<Work> {
    match (held, newer) {
        (Some(record), Some(newer)) => {
            let mut work = Work::new(profile, record, answers);
            work.take_over(newer);
            Some(work)
        }
        (Some(record), None) => Some(Work::new(profile, record, answers)),
        (None, Some(document)) => {
            let record = WorkRecord::start(&profile.id, document, browser::now());
            Some(Work::new(profile, record, answers))
        }
        (None, None) => None,
    }
}
