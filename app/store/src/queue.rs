//! What was typed and is not yet kept: at most one write in flight, the newest answer to each question, nothing lost on error.

use work::{Answer, Marks, Value, WorkRecord, merge};

use crate::change::build_on;
use crate::{Change, Durability};

/// The pause after the first failure, and the longest, in milliseconds.
const PAUSES: [u32; 2] = [2_000, 16_000];

/// Changes on their way to the store.
#[derive(Debug, Clone)]
pub struct Queue {
    /// The page's own name.
    page: String,
    /// The number of its newest change of an answer.
    newest: u32,
    /// The newest of its changes that was seen to have arrived when a screen was drawn, perhaps before the store said so.
    drawn: u32,
    waiting: Vec<Change>,
    /// How many of those that wait were noted as the page was left. Another tab may take them in, so they stay as they are.
    sealed: usize,
    in_flight: Vec<Change>,
    /// Grows with everything that is given or kept.
    turn: u32,
    /// How often in a row the store has refused.
    failures: u32,
    /// How many writes have to arrive until everything is kept that was noted as the page was left; `None` when nothing is noted.
    noted: Option<u32>,
}

impl Queue {
    /// Nothing typed yet on the page of this name, which no other page has.
    pub fn new(page: String) -> Self {
        Self {
            page,
            newest: 0,
            drawn: 0,
            waiting: Vec::new(),
            sealed: 0,
            in_flight: Vec::new(),
            turn: 0,
            failures: 0,
            noted: None,
        }
    }

    /// The page's own name.
    pub fn page(&self) -> &str {
        &self.page
    }

    /// Adds a change that was just made. An answer takes the place of one that waits for the same question; where it was not made from
    /// that one, as a photo whose screen is gone, both are merged.
    pub fn push(&mut self, mut change: Change) {
        self.turn += 1;
        if let Change::Answer { answer, .. } = &mut change {
            self.newest += 1;
            answer.marks = Marks::of(&self.page, self.newest);
        }
        let held = change.answer().and_then(|answer| self.waiting_for(answer));
        match (held, change) {
            (Some((held, _)), Change::Answer { mut answer, base }) => {
                if base.as_ref() != Some(&held.value) {
                    answer.value = merge(base.as_ref(), &answer.value, &held.value);
                }
                *held = answer;
            }
            (_, change) => self.waiting.push(change),
        }
    }

    /// The next write: everything that waits. `None` while another is in flight, or when nothing waits.
    pub fn start(&mut self) -> Option<(Vec<Change>, Durability)> {
        if !self.in_flight.is_empty() || self.waiting.is_empty() {
            return None;
        }
        self.in_flight = std::mem::take(&mut self.waiting);
        self.sealed = 0;
        let durability = self.in_flight.iter().map(Change::durability).max().unwrap_or_default();
        Some((self.in_flight.clone(), durability))
    }

    /// The write in flight has committed, and these are its answers as they were kept. Gives back what is now to be seen: where
    /// another tab has changed the same answer meanwhile, that is not what was sent.
    pub fn succeed(&mut self, kept: Vec<Answer>) -> Vec<Answer> {
        self.turn += 1;
        self.failures = 0;
        self.noted = self.noted.map(|writes| writes.saturating_sub(1));
        let sent = std::mem::take(&mut self.in_flight);
        let sent: Vec<&Answer> = sent.iter().filter_map(Change::answer).collect();
        let (mut seen, mut left_out) = (Vec::new(), Vec::new());
        for (at, kept) in kept.into_iter().enumerate() {
            if sent.get(at).is_some_and(|sent| sent.marks.of_page(&self.page) <= self.drawn) {
                // The screen was drawn with it, and perhaps with what another tab has made of it since.
                continue;
            }
            let later = sent.get(at + 1..).unwrap_or_default();
            let sealed = self.waiting[..self.sealed].iter().filter_map(Change::answer);
            if later.iter().copied().chain(sealed).any(|newer| newer.is_in_place_of(&kept)) {
                // That one has it as its base, and is merged with whatever came of it.
                continue;
            }
            match self.waiting_for(&kept) {
                None => seen.push(kept),
                Some((waiting, base)) if base.as_ref() != Some(&kept.value) => {
                    waiting.value = merge(base.as_ref(), &waiting.value, &kept.value);
                    left_out.extend(kept.left_out(base.as_ref(), &waiting.value));
                    *base = Some(kept.value);
                    seen.push(waiting.clone());
                }
                Some(_) => {}
            }
        }
        self.waiting.extend(left_out.into_iter().map(Change::Earlier));
        seen
    }

    /// The write in flight has failed: its changes wait again. Gives back after how many milliseconds to try, longer each time.
    pub fn fail(&mut self) -> u32 {
        let [first, longest] = PAUSES;
        let pause = first << self.failures.min(8);
        self.failures += 1;
        self.wait_again();
        pause.min(longest)
    }

    /// The write in flight has never been answered: its changes wait again. They may have arrived all the same, so they stay as they are.
    /// Gives back whether there was one.
    pub fn give_up(&mut self) -> bool {
        let mut again = std::mem::take(&mut self.in_flight);
        let was_there = !again.is_empty();
        self.sealed += again.len();
        // All of it is in the next write.
        self.noted = self.noted.map(|_| 1);
        again.append(&mut self.waiting);
        self.waiting = again;
        was_there
    }

    /// What is in flight waits again, but for answers that were given anew meanwhile.
    fn wait_again(&mut self) {
        if self.noted.is_some() {
            self.give_up();
            return;
        }
        let mut again = std::mem::take(&mut self.in_flight);
        again.retain_mut(|change| match change {
            // One that was changed from something else stands behind it.
            Change::Answer { answer, base: older } => match self.waiting_for(answer) {
                Some((_, base)) if base.as_ref() == Some(&answer.value) => {
                    *base = older.take();
                    false
                }
                _ => true,
            },
            Change::Child(_) | Change::Earlier(_) | Change::Work { .. } => true,
        });
        again.append(&mut self.waiting);
        self.waiting = again;
    }

    /// Whether everything that was given has been kept.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty() && self.in_flight.is_empty()
    }

    /// Whether a write is in flight.
    pub fn is_in_flight(&self) -> bool {
        !self.in_flight.is_empty()
    }

    /// A number that changes with everything that is given or kept: what was read from the store while it stayed the same is as
    /// new as what is on the screen.
    pub fn turn(&self) -> u32 {
        self.turn
    }

    /// Everything that has not been kept, as far as this tab knows, in its order. What is in flight may have arrived: so a newer answer to
    /// the same question stands behind it, and not in its place.
    fn unsaved(&self) -> Vec<Change> {
        self.in_flight.iter().chain(&self.waiting).cloned().collect()
    }

    /// The page is left: everything that has not been kept, to be noted by [`Store::leave`](crate::Store::leave).
    pub fn leave(&mut self) -> Vec<Change> {
        let writes = u32::from(!self.in_flight.is_empty()) + u32::from(!self.waiting.is_empty());
        self.noted = Some(writes).filter(|writes| *writes > 0);
        self.sealed = self.waiting.len();
        self.unsaved()
    }

    /// Whether everything that was noted as the page was left has been kept since. It is said once: then what was noted has to be
    /// removed, before it is older than what is kept.
    pub fn has_come_back(&mut self) -> bool {
        self.noted.take_if(|writes| *writes == 0).is_some()
    }

    /// The answers that are kept as they will be when everything else is: what has not been kept is merged with them.
    pub fn over(&self, kept: Vec<Answer>) -> Vec<Answer> {
        self.clone().build_on(kept)
    }

    /// The same for a screen that is now drawn: what is on its way is from now on changed from what is kept, because that is what is seen
    /// there. It keeps its marks: it is the same change.
    pub fn build_on(&mut self, mut kept: Vec<Answer>) -> Vec<Answer> {
        let mut left_out = Vec::new();
        for change in self.in_flight.iter_mut().chain(&mut self.waiting) {
            let Change::Answer { answer, base } = change else { continue };
            let Some(held) = kept.iter_mut().find(|held| held.is_in_place_of(answer)) else {
                kept.push(answer.clone());
                continue;
            };
            if answer.marks.are_in(&held.marks) {
                self.drawn = self.drawn.max(answer.marks.of_page(&self.page));
                continue;
            }
            // It may be among those that are kept, and another tab's next one must not look older than it.
            let revision = answer.revision.max(held.revision);
            let marks = answer.marks.clone();
            left_out.extend(build_on(answer, base.as_ref(), held));
            answer.revision = revision;
            *base = Some(std::mem::replace(held, answer.clone()).value);
            answer.marks = marks;
        }
        self.waiting.extend(left_out.into_iter().map(Change::Earlier));
        kept
    }

    /// A child's pieces of work that are kept, as they will be when every step is: also those that were only just opened.
    pub fn records_over(&self, child: &str, mut kept: Vec<WorkRecord>) -> Vec<WorkRecord> {
        for change in self.in_flight.iter().chain(&self.waiting) {
            let Change::Work { profile, assignment, step } = change else { continue };
            if profile != child {
                continue;
            }
            match kept.iter_mut().find(|record| record.document.head.id == *assignment) {
                Some(record) => record.take(step),
                None => kept.extend(WorkRecord::after(None, profile, step)),
            }
        }
        kept
    }

    /// The answer that waits for the same question, with its base. It may still be changed.
    fn waiting_for(&mut self, answer: &Answer) -> Option<(&mut Answer, &mut Option<Value>)> {
        self.waiting[self.sealed..].iter_mut().rev().find_map(|change| match change {
            Change::Answer { answer: waiting, base } if waiting.is_in_place_of(answer) => {
                Some((waiting, base))
            }
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use assignment::{Assignment, Head};
    use work::{By, Marks, Slot, Step};

    use super::*;

    fn text(words: &str) -> Value {
        Value::Text(words.to_owned())
    }

    fn answer(ask: &str, value: Value) -> Answer {
        Answer {
            profile: "1".into(),
            assignment: "halves".into(),
            slot: Slot::Ask(ask.into()),
            value,
            when: 1,
            by: By::Student,
            revision: 1,
            marks: Marks::default(),
            was: None,
        }
    }

    fn typed(ask: &str, words: &str, from: &str) -> Change {
        Change::Answer {
            answer: answer(ask, text(words)),
            base: Some(text(from)).filter(|_| !from.is_empty()),
        }
    }

    fn finished() -> Change {
        Change::Work { profile: "1".into(), assignment: "halves".into(), step: Step::Finished(Some(3)) }
    }

    fn kept(words: &str) -> Vec<Answer> {
        vec![answer("a", text(words))]
    }

    /// Changes without their marks.
    fn plain(mut changes: Vec<Change>) -> Vec<Change> {
        for change in &mut changes {
            if let Change::Answer { answer, .. } = change {
                answer.marks = Marks::default();
            }
        }
        changes
    }

    /// The next write, without the marks.
    fn started(queue: &mut Queue) -> Option<(Vec<Change>, Durability)> {
        queue.start().map(|(changes, durability)| (plain(changes), durability))
    }

    #[test]
    fn one_write_at_a_time_with_the_newest_of_each() {
        let mut queue = Queue::new("page".to_owned());
        queue.push(typed("a", "o", ""));
        assert_eq!(started(&mut queue), Some((vec![typed("a", "o", "")], Durability::Relaxed)));
        queue.push(typed("a", "on", "o"));
        queue.push(typed("a", "once", "on"));
        queue.push(finished());
        queue.push(finished());
        assert_eq!(queue.start(), None, "one is in flight");
        assert_eq!(queue.succeed(kept("o")), [], "what is on the screen is newer");
        assert!(!queue.is_empty());
        let next = vec![typed("a", "once", "o"), finished(), finished()];
        assert_eq!(
            started(&mut queue),
            Some((next, Durability::Strict)),
            "steps are all taken, in their order"
        );
        assert_eq!(queue.succeed(kept("once")), kept("once"));
        assert!(queue.is_empty() && queue.start().is_none());
    }

    #[test]
    fn what_was_made_without_looking_is_added_to_what_waits() {
        let choices = |options: &[&str]| Value::Choices(options.iter().map(|o| (*o).to_owned()).collect());
        let chosen = |options: &[&str], base: Option<&[&str]>| Change::Answer {
            answer: answer("a", choices(options)),
            base: base.map(choices),
        };
        let mut queue = Queue::new("page".to_owned());
        queue.push(chosen(&["a"], None));
        queue.start();
        queue.push(chosen(&["a", "b"], Some(&["a"])));
        queue.push(chosen(&["c"], None));
        let seen: Vec<Value> = queue.over(vec![]).into_iter().map(|answer| answer.value).collect();
        assert_eq!(seen, [choices(&["a", "b", "c"])]);
        queue.fail();
        let again = started(&mut queue).map(|(changes, _)| changes);
        assert_eq!(again, Some(vec![chosen(&["a", "b", "c"], None)]));
    }

    #[test]
    fn a_failed_write_waits_again_behind_nothing_newer() {
        let mut queue = Queue::new("page".to_owned());
        queue.push(typed("a", "old", "kept"));
        queue.push(typed("b", "6", ""));
        queue.start();
        queue.push(typed("a", "new", "old"));
        let in_order = vec![typed("a", "old", "kept"), typed("b", "6", ""), typed("a", "new", "old")];
        assert_eq!(plain(queue.unsaved()), in_order, "the old one may have arrived");
        queue.fail();
        let again = vec![typed("b", "6", ""), typed("a", "new", "kept")];
        assert_eq!(started(&mut queue).map(|(changes, _)| changes), Some(again));
    }

    #[test]
    fn a_write_that_is_never_answered_may_have_arrived() {
        let mut queue = Queue::new("page".to_owned());
        assert!(!queue.give_up(), "nothing is in flight");
        queue.push(typed("a", "old", ""));
        queue.start();
        queue.push(typed("a", "new", "old"));
        assert!(queue.give_up());
        queue.push(typed("a", "newest", "new"));
        let again = vec![typed("a", "old", ""), typed("a", "newest", "old")];
        assert_eq!(started(&mut queue).map(|(changes, _)| changes), Some(again), "each by its own mark");
    }

    #[test]
    fn the_pauses_grow_until_something_is_kept() {
        let mut queue = Queue::new("page".to_owned());
        queue.push(typed("a", "o", ""));
        let mut pauses: Vec<u32> = Vec::new();
        for _ in 0..40 {
            queue.start();
            pauses.push(queue.fail());
        }
        assert_eq!((&pauses[..5], pauses[39]), (&[2_000, 4_000, 8_000, 16_000, 16_000][..], 16_000));
        queue.start();
        queue.succeed(kept("o"));
        queue.push(typed("a", "on", "o"));
        queue.start();
        assert_eq!(queue.fail(), 2_000);
    }

    #[test]
    fn what_was_noted_on_leaving_is_removed_once_all_of_it_is_kept() {
        let mut queue = Queue::new("page".to_owned());
        assert_eq!((queue.leave(), queue.has_come_back()), (Vec::new(), false), "nothing to note");
        queue.push(typed("a", "o", ""));
        queue.start();
        queue.push(typed("b", "6", ""));
        assert_eq!(queue.leave().len(), 2);
        queue.succeed(kept("o"));
        assert!(!queue.has_come_back(), "the other still waits");
        queue.start();
        queue.fail();
        assert!(!queue.has_come_back());
        queue.start();
        queue.push(typed("b", "67", "6"));
        queue.succeed(kept("6"));
        assert!(queue.has_come_back(), "what is new since was not noted");
        assert!(!queue.has_come_back(), "it is said once");
    }

    #[test]
    fn what_is_kept_is_merged_with_what_is_not() {
        let choices = |options: &[&str]| Value::Choices(options.iter().map(|o| (*o).to_owned()).collect());
        let mut queue = Queue::new("page".to_owned());
        let mine =
            Change::Answer { answer: answer("a", choices(&["b", "mine"])), base: Some(choices(&["b"])) };
        queue.push(mine);
        queue.push(typed("b", "new", ""));
        let seen = queue.over(vec![answer("a", choices(&["b", "theirs"])), answer("c", text("old"))]);
        let values: Vec<Value> = seen.into_iter().map(|answer| answer.value).collect();
        assert_eq!(values, [choices(&["b", "theirs", "mine"]), text("old"), text("new")]);
    }

    #[test]
    fn what_another_tab_kept_meanwhile_is_seen_and_built_upon() {
        let choices = |options: &[&str]| Value::Choices(options.iter().map(|o| (*o).to_owned()).collect());
        let chosen = |options: &[&str], base: Option<&[&str]>| Change::Answer {
            answer: answer("a", choices(options)),
            base: base.map(choices),
        };
        let mut queue = Queue::new("page".to_owned());
        queue.push(chosen(&["mine"], None));
        queue.start();
        queue.push(chosen(&["mine", "more"], Some(&["mine"])));
        let seen = queue.succeed(vec![answer("a", choices(&["theirs", "mine"]))]);
        let seen: Vec<Answer> =
            seen.into_iter().map(|seen| Answer { marks: Marks::default(), ..seen }).collect();
        assert_eq!(seen, [answer("a", choices(&["theirs", "mine", "more"]))]);
        let next = chosen(&["theirs", "mine", "more"], Some(&["theirs", "mine"]));
        assert_eq!(started(&mut queue).map(|(changes, _)| changes), Some(vec![next]));
    }

    #[test]
    fn work_that_cannot_be_kept_yet_is_seen_as_far_as_it_has_come() {
        let work = |profile: &str, assignment: &str, step| Change::Work {
            profile: profile.into(),
            assignment: assignment.into(),
            step,
        };
        let document = |id: &str| Assignment {
            head: Head { id: id.into(), ..Head::default() },
            ..Assignment::default()
        };
        let opened = |id: &str| Step::Opened { document: Box::new(document(id)), now: 1 };
        let mut queue = Queue::new("page".to_owned());
        queue.push(work("1", "new", opened("new")));
        queue.push(work("1", "new", Step::Finished(Some(3))));
        queue.start();
        queue.push(work("1", "held", Step::Sent(4)));
        queue.push(work("2", "other", opened("other")));
        queue.push(work("1", "gone", Step::Sent(5)));
        let seen = queue.records_over("1", vec![WorkRecord::start("1", document("held"), 0)]);
        let seen: Vec<_> = seen
            .iter()
            .map(|record| (record.document.head.id.as_str(), record.finished, record.sent.as_slice()))
            .collect();
        assert_eq!(seen, [("held", None, &[4][..]), ("new", Some(3), &[])]);
    }

    #[test]
    fn a_turn_tells_whether_anything_happened() {
        let mut queue = Queue::new("page".to_owned());
        let before = queue.turn();
        queue.push(finished());
        assert_ne!(queue.turn(), before);
        queue.start();
        let sent = queue.turn();
        queue.succeed(Vec::new());
        assert_ne!(queue.turn(), sent);
    }
}
