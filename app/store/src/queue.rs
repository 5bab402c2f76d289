//! What was typed and is not yet kept: at most one write in flight, the newest answer to each question, nothing lost on error.

use work::{Answer, merge};

use crate::{Change, Durability};

/// Changes on their way to the store.
#[derive(Debug, Clone, Default)]
pub struct Queue {
    waiting: Vec<Change>,
    in_flight: Vec<Change>,
    /// Grows with everything that is given or kept.
    turn: u32,
}

impl Queue {
    /// Adds a change that was just made. An answer takes the place of one that waits for the same question.
    pub fn push(&mut self, change: Change) {
        self.turn += 1;
        let held = match &change {
            Change::Answer { answer, .. } => self.waiting_for(answer),
            Change::Child(_) | Change::Work { .. } => None,
        };
        match (held, change) {
            (Some((held, _)), Change::Answer { answer, .. }) => *held = answer,
            (_, change) => self.waiting.push(change),
        }
    }

    /// The next write: everything that waits. `None` while another is in flight, or when nothing waits.
    pub fn start(&mut self) -> Option<(Vec<Change>, Durability)> {
        if !self.in_flight.is_empty() || self.waiting.is_empty() {
            return None;
        }
        self.in_flight = std::mem::take(&mut self.waiting);
        let durability = self.in_flight.iter().map(Change::durability).max().unwrap_or_default();
        Some((self.in_flight.clone(), durability))
    }

    /// The write in flight has committed, and these are its answers as they were kept. Gives back what is now to be seen: where
    /// another tab has changed the same answer meanwhile, that is not what was sent.
    pub fn succeed(&mut self, kept: Vec<Answer>) -> Vec<Answer> {
        self.turn += 1;
        let mut seen = Vec::new();
        for (sent, kept) in answers(std::mem::take(&mut self.in_flight)).zip(kept) {
            match self.waiting_for(&kept) {
                None => seen.push(kept),
                Some((waiting, base)) if sent.value != kept.value => {
                    waiting.value = merge(Some(&sent.value), &waiting.value, &kept.value);
                    *base = Some(kept.value);
                    seen.push(waiting.clone());
                }
                Some(_) => {}
            }
        }
        seen
    }

    /// The write in flight has failed: its changes wait again, but for answers that were given anew meanwhile.
    pub fn fail(&mut self) {
        let mut again = Vec::new();
        for change in std::mem::take(&mut self.in_flight) {
            let newer = match &change {
                Change::Answer { answer, .. } => self.waiting_for(answer),
                Change::Child(_) | Change::Work { .. } => None,
            };
            match (newer, change) {
                (Some((_, base)), Change::Answer { base: older, .. }) => *base = older,
                (_, change) => again.push(change),
            }
        }
        again.append(&mut self.waiting);
        self.waiting = again;
    }

    /// Whether everything that was given has been kept.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty() && self.in_flight.is_empty()
    }

    /// A number that changes with everything that is given or kept: what was read from the store while it stayed the same is as
    /// new as what is on the screen.
    pub fn turn(&self) -> u32 {
        self.turn
    }

    /// Everything that has not been kept. Of two answers to a question the newer.
    pub fn unsaved(&self) -> Vec<Change> {
        let mut queue = self.clone();
        queue.fail();
        queue.waiting
    }

    /// The answers that have not been kept.
    pub fn unsaved_answers(&self) -> Vec<Answer> {
        answers(self.unsaved()).collect()
    }

    fn waiting_for(&mut self, answer: &Answer) -> Option<(&mut Answer, &mut Option<work::Value>)> {
        self.waiting.iter_mut().find_map(|change| match change {
            Change::Answer { answer: waiting, base } if waiting.is_in_place_of(answer) => {
                Some((waiting, base))
            }
            _ => None,
        })
    }
}

fn answers(changes: Vec<Change>) -> impl Iterator<Item = Answer> {
    changes.into_iter().filter_map(|change| match change {
        Change::Answer { answer, .. } => Some(answer),
        Change::Child(_) | Change::Work { .. } => None,
    })
}

#[cfg(test)]
mod tests {
    use work::{By, Slot, Step, Value};

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

    #[test]
    fn one_write_at_a_time_with_the_newest_of_each() {
        let mut queue = Queue::default();
        queue.push(typed("a", "o", ""));
        assert_eq!(queue.start(), Some((vec![typed("a", "o", "")], Durability::Relaxed)));
        queue.push(typed("a", "on", "o"));
        queue.push(typed("a", "once", "on"));
        queue.push(finished());
        queue.push(finished());
        assert_eq!(queue.start(), None, "one is in flight");
        assert_eq!(queue.succeed(kept("o")), [], "what is on the screen is newer");
        assert!(!queue.is_empty());
        let next = vec![typed("a", "once", "o"), finished(), finished()];
        assert_eq!(queue.start(), Some((next, Durability::Strict)), "steps are all taken, in their order");
        assert_eq!(queue.succeed(kept("once")), kept("once"));
        assert!(queue.is_empty() && queue.start().is_none());
    }

    #[test]
    fn a_failed_write_waits_again_behind_nothing_newer() {
        let mut queue = Queue::default();
        queue.push(typed("a", "old", "kept"));
        queue.push(typed("b", "6", ""));
        queue.start();
        queue.push(typed("a", "new", "old"));
        let unsaved = vec![typed("b", "6", ""), typed("a", "new", "kept")];
        assert_eq!(queue.unsaved(), unsaved, "a last write has everything, from what is really kept");
        queue.fail();
        assert_eq!(queue.start().map(|(changes, _)| changes), Some(unsaved));
    }

    #[test]
    fn what_another_tab_kept_meanwhile_is_seen_and_built_upon() {
        let choices = |options: &[&str]| Value::Choices(options.iter().map(|o| (*o).to_owned()).collect());
        let chosen = |options: &[&str], base: Option<&[&str]>| Change::Answer {
            answer: answer("a", choices(options)),
            base: base.map(choices),
        };
        let mut queue = Queue::default();
        queue.push(chosen(&["mine"], None));
        queue.start();
        queue.push(chosen(&["mine", "more"], Some(&["mine"])));
        let seen = queue.succeed(vec![answer("a", choices(&["theirs", "mine"]))]);
        assert_eq!(seen, [answer("a", choices(&["theirs", "mine", "more"]))]);
        let next = chosen(&["theirs", "mine", "more"], Some(&["theirs", "mine"]));
        assert_eq!(queue.start().map(|(changes, _)| changes), Some(vec![next]));
    }

    #[test]
    fn a_turn_tells_whether_anything_happened() {
        let mut queue = Queue::default();
        let before = queue.turn();
        queue.push(finished());
        assert_ne!(queue.turn(), before);
        queue.start();
        let sent = queue.turn();
        queue.succeed(Vec::new());
        assert_ne!(queue.turn(), sent);
    }
}
