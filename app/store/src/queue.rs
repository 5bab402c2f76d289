//! What was typed and is not yet kept: at most one write in flight, the newest answer to each question, nothing lost on error.

use work::Answer;

/// Answers on their way to the store.
#[derive(Debug, Clone, Default)]
pub struct Queue {
    waiting: Vec<Answer>,
    in_flight: Vec<Answer>,
}

impl Queue {
    /// Adds an answer that was just given; it takes the place of one that waits for the same question.
    pub fn push(&mut self, answer: Answer) {
        self.waiting.retain(|waiting| !same_question(waiting, &answer));
        self.waiting.push(answer);
    }

    /// The next write: everything that waits. `None` while another is in flight, or when nothing waits.
    pub fn start(&mut self) -> Option<Vec<Answer>> {
        if !self.in_flight.is_empty() || self.waiting.is_empty() {
            return None;
        }
        self.in_flight = std::mem::take(&mut self.waiting);
        Some(self.in_flight.clone())
    }

    /// The write in flight has committed.
    pub fn succeed(&mut self) {
        self.in_flight.clear();
    }

    /// The write in flight has failed: its answers wait again, but for those that were answered anew meanwhile.
    pub fn fail(&mut self) {
        self.waiting = self.unsaved();
        self.in_flight.clear();
    }

    /// Whether everything that was given has been kept.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty() && self.in_flight.is_empty()
    }

    /// Everything that has not been kept, for a last write as the page goes away. Of two answers to a question the newer.
    pub fn unsaved(&self) -> Vec<Answer> {
        let mut unsaved = Vec::new();
        for answer in &self.in_flight {
            if !self.waiting.iter().any(|newer| same_question(newer, answer)) {
                unsaved.push(answer.clone());
            }
        }
        unsaved.extend_from_slice(&self.waiting);
        unsaved
    }
}

fn same_question(one: &Answer, other: &Answer) -> bool {
    one.slot == other.slot && one.assignment == other.assignment && one.profile == other.profile
}

#[cfg(test)]
mod tests {
    use work::{By, Slot, Value};

    use super::*;

    fn answer(ask: &str, words: &str) -> Answer {
        Answer {
            profile: "1".into(),
            assignment: "halves".into(),
            slot: Slot::Ask(ask.into()),
            value: Value::Text(words.into()),
            when: 1,
            by: By::Student,
            revision: 1,
        }
    }

    #[test]
    fn one_write_at_a_time_with_the_newest_of_each() {
        let mut queue = Queue::default();
        queue.push(answer("a", "o"));
        assert_eq!(queue.start(), Some(vec![answer("a", "o")]));
        queue.push(answer("a", "on"));
        queue.push(answer("a", "once"));
        queue.push(answer("b", "6"));
        assert_eq!(queue.start(), None, "one is in flight");
        queue.succeed();
        assert!(!queue.is_empty());
        assert_eq!(queue.start(), Some(vec![answer("a", "once"), answer("b", "6")]));
        queue.succeed();
        assert!(queue.is_empty() && queue.start().is_none());
    }

    #[test]
    fn a_failed_write_waits_again_behind_nothing_newer() {
        let mut queue = Queue::default();
        queue.push(answer("a", "old"));
        queue.push(answer("b", "6"));
        queue.start();
        queue.push(answer("a", "new"));
        queue.fail();
        assert_eq!(queue.start(), Some(vec![answer("b", "6"), answer("a", "new")]));
    }

    #[test]
    fn the_last_write_has_everything_not_yet_kept() {
        let mut queue = Queue::default();
        queue.push(answer("a", "old"));
        queue.push(answer("b", "6"));
        queue.start();
        queue.push(answer("a", "new"));
        assert_eq!(queue.unsaved(), [answer("b", "6"), answer("a", "new")]);
    }
}
