//! What is kept of a piece of work beside its answers.

use assignment::{Ask, Assignment, Shared};
use serde::{Deserialize, Serialize};

use crate::Moment;

/// What is kept of a piece of work beside its answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkRecord {
    /// The child's id.
    pub profile: String,
    /// The document, so that the questions stay with the answers whatever happens to the teacher's file.
    pub document: Assignment,
    /// Asks of earlier documents that are not in this one. They may have answers, or get them: another tab can still have the earlier one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<Ask>,
    /// Translations that came with the document, when nobody has them but whoever shared it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub translations: Vec<Assignment>,
    /// It came by a link or a file, and is in no class's list.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub received: bool,
    /// When the child started.
    pub started: Moment,
    /// When the family said that it is done; `None` when it is still going on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished: Option<Moment>,
    /// When it was sent, each time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sent: Vec<Moment>,
}

assignment::record!(WorkRecord {
    profile: "profile",
    document: "document",
    removed: "removed?",
    translations: "translations?",
    received: "received?",
    started: "started",
    finished: "finished?",
    sent: "sent?",
});

/// A change of a [`WorkRecord`]. Steps are applied to what is kept, not to what a tab believes is kept: so one tab's sending
/// never undoes another's finishing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The child opened this document, perhaps a newer one than before.
    Opened {
        /// The document.
        document: Box<Assignment>,
        /// When.
        now: Moment,
    },
    /// It came by a link or a file, for the first time or again.
    Received {
        /// The assignment with its translations.
        shared: Box<Shared>,
        /// When.
        now: Moment,
    },
    /// The family said that it is done; with `None`, that it is not after all.
    Finished(Option<Moment>),
    /// It was sent.
    Sent(Moment),
}

impl WorkRecord {
    /// Work that starts now.
    pub fn start(profile: &str, document: Assignment, now: Moment) -> Self {
        Self {
            profile: profile.to_owned(),
            document,
            removed: Vec::new(),
            translations: Vec::new(),
            received: false,
            started: now,
            finished: None,
            sent: Vec::new(),
        }
    }

    /// The record after a step; `None` when nothing is kept and the step does not start anything.
    pub fn after(held: Option<Self>, profile: &str, step: &Step) -> Option<Self> {
        match (held, step) {
            (Some(mut record), step) => {
                record.take(step);
                Some(record)
            }
            (None, Step::Opened { document, now }) => {
                Some(Self::start(profile, Assignment::clone(document), *now))
            }
            (None, Step::Received { shared, now }) => {
                let mut record = Self::start(profile, shared.document.clone(), *now);
                record.take(step);
                Some(record)
            }
            (None, Step::Finished(_) | Step::Sent(_)) => None,
        }
    }

    /// Takes a step.
    pub fn take(&mut self, step: &Step) {
        match step {
            Step::Opened { document, .. } => self.open(Assignment::clone(document)),
            Step::Received { shared, .. } => {
                // There is something new in it to be done.
                if self.document.head.hash != shared.document.head.hash {
                    self.finished = None;
                }
                self.open(shared.document.clone());
                self.translations.clone_from(&shared.translations);
                self.received = true;
            }
            Step::Finished(finished) => self.finished = *finished,
            // It may come a second time, and after a later one: see `store::Store::take_in`.
            Step::Sent(moment) => {
                if !self.sent.contains(moment) {
                    let later = self.sent.iter().filter(|sent| *sent > moment).count();
                    self.sent.insert(self.sent.len() - later, *moment);
                }
            }
        }
    }

    /// Whether it could be put on a screen, and its answers kept apart.
    pub fn is_sound(&self) -> bool {
        let is_translation = |other: &Assignment| other.head.id == self.document.head.id && other.is_sound();
        self.document.is_sound() && self.translations.iter().all(is_translation)
    }

    /// The same work as it was done elsewhere too: the document here goes on, and what was asked there stays readable.
    #[must_use]
    pub fn join(mut self, other: Self) -> Self {
        let mut joined = other;
        joined.open(self.document);
        joined.removed.splice(0..0, std::mem::take(&mut self.removed));
        joined.open(joined.document.clone());
        if !self.translations.is_empty() || !self.received {
            joined.translations = self.translations;
        }
        joined.received = self.received;
        joined.started = joined.started.min(self.started);
        joined.finished = self.finished.or(joined.finished);
        for sent in &self.sent {
            joined.take(&Step::Sent(*sent));
        }
        joined
    }

    /// Whether both have come equally far, whatever their documents.
    pub fn is_at(&self, other: &Self) -> bool {
        self.finished == other.finished && self.sent == other.sent
    }

    /// Comes as far as what another tab has kept of the same work. The document on the screen stays.
    pub fn follow(&mut self, kept: Self) {
        self.finished = kept.finished;
        self.sent = kept.sent;
    }

    /// Goes on with a document. Asks of the one before that are not in it stay beside it.
    pub(crate) fn open(&mut self, document: Assignment) {
        let before = std::mem::replace(&mut self.document, document);
        let removed = std::mem::take(&mut self.removed);
        for ask in removed.iter().chain(before.asks()) {
            let is_here = self.document.asks().chain(&self.removed).any(|known| is_same_question(known, ask));
            if !is_here {
                self.removed.push(ask.clone());
            }
        }
    }
}

/// Whether an answer to one is an answer to the other: the ids are the same, and the shapes of what can be answered.
pub(crate) fn is_same_question(one: &Ask, other: &Ask) -> bool {
    use assignment::Kind::Scale;
    let steps = |ask: &Ask| if let Scale { steps, .. } = ask.kind { steps } else { 0 };
    one.id == other.id && one.kind.name() == other.kind.name() && steps(one) == steps(other)
}

#[cfg(test)]
mod tests {
    use assignment::Head;

    use super::*;

    fn document(id: &str) -> Assignment {
        Assignment { head: Head { id: id.into(), ..Head::default() }, ..Assignment::default() }
    }

    fn opened(now: Moment) -> Step {
        Step::Opened { document: Box::new(document("halves")), now }
    }

    #[test]
    fn steps_of_two_tabs_add_up() {
        let mut record = None;
        for step in [opened(1), Step::Finished(Some(2)), opened(3), Step::Sent(4), Step::Sent(5)] {
            record = WorkRecord::after(record, "1", &step);
        }
        let mut record = record.unwrap();
        record.take(&Step::Sent(4));
        assert_eq!((record.started, record.finished, record.sent.as_slice()), (1, Some(2), &[4, 5][..]));
    }

    #[test]
    fn what_came_by_a_link_is_kept_with_its_translations_and_says_so() {
        let shared = Shared {
            document: document("kites"),
            translations: vec![document("kites")],
            ..Shared::default()
        };
        let received = Step::Received { shared: Box::new(shared.clone()), now: 7 };
        let record = WorkRecord::after(None, "1", &received).unwrap();
        assert_eq!((record.received, record.started, record.translations.len()), (true, 7, 1));
        let finished = WorkRecord::after(Some(record), "1", &Step::Finished(Some(8)));
        let again = WorkRecord::after(finished, "1", &received).unwrap();
        assert_eq!((again.started, again.finished), (7, Some(8)), "the work goes on");
        let mut changed = shared;
        changed.document.head.hash = "0123456789abcdef".into();
        let received = Step::Received { shared: Box::new(changed), now: 9 };
        let newer = WorkRecord::after(Some(again), "1", &received).unwrap();
        assert_eq!((newer.started, newer.finished), (7, None), "it is not what was finished");
    }

    #[test]
    fn work_that_was_done_on_two_phones_is_one() {
        let asking = |ids: &[&str]| {
            let ask =
                |id: &&str| assignment::Part::Ask(Box::new(Ask { id: (*id).to_owned(), ..Ask::default() }));
            let section = assignment::Section {
                heading: assignment::Prose::default(),
                parts: ids.iter().map(ask).collect(),
            };
            Assignment { sections: vec![section], ..document("halves") }
        };
        let mut here = WorkRecord::start("1", asking(&["a", "b"]), 5);
        here.take(&Step::Sent(9));
        let mut there = WorkRecord::start("1", asking(&["b", "c"]), 3);
        there.removed = vec![Ask { id: "d".into(), ..Ask::default() }];
        for step in [Step::Sent(7), Step::Finished(Some(8))] {
            there.take(&step);
        }
        let both = here.clone().join(there.clone());
        assert_eq!(both.document, here.document);
        let removed: Vec<&str> = both.removed.iter().map(|ask| ask.id.as_str()).collect();
        assert_eq!(removed, ["d", "c"]);
        assert_eq!((both.started, both.finished, both.sent.as_slice()), (3, Some(8), &[7, 9][..]));
        assert_eq!(both.clone().join(there), both, "a second time changes nothing");
    }

    #[test]
    fn nothing_can_be_finished_that_was_not_opened() {
        assert_eq!(WorkRecord::after(None, "1", &Step::Finished(Some(2))), None);
        assert_eq!(WorkRecord::after(None, "1", &Step::Sent(2)), None);
    }
}
