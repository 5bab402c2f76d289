//! What there is of a child, put together from its records.

use work::{Answer, Moment, Profile, WorkRecord};

/// A piece of a child's work, as a list names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The assignment's id.
    pub assignment: String,
    /// Its title.
    pub title: String,
    /// How many answers say something.
    pub answers: usize,
    /// How many photos and recordings they name.
    pub media: usize,
    /// When it was last sent.
    pub sent: Option<Moment>,
}

/// What is kept of a child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfChild {
    /// The child.
    pub child: Profile,
    /// Its work, what was started last first.
    pub pieces: Vec<Piece>,
}

impl OfChild {
    /// Puts it together. Work that was opened and never answered is a piece too: it is kept.
    pub fn new(child: Profile, mut records: Vec<WorkRecord>, answers: &[Answer]) -> Self {
        records.sort_by_key(|record| std::cmp::Reverse(record.started));
        let pieces = records.iter().map(|record| piece(record, answers)).collect();
        Self { child, pieces }
    }

    /// How many photos and recordings there are in all of it.
    pub fn media(&self) -> usize {
        self.pieces.iter().map(|piece| piece.media).sum()
    }
}

fn piece(record: &WorkRecord, answers: &[Answer]) -> Piece {
    let head = &record.document.head;
    let said = answers.iter().filter(|answer| answer.assignment == head.id && !answer.value.is_empty());
    Piece {
        assignment: head.id.clone(),
        title: head.title.clone(),
        answers: said.clone().count(),
        media: said.map(|answer| answer.value.captures().len()).sum(),
        sent: record.sent.last().copied(),
    }
}

#[cfg(test)]
mod tests {
    use assignment::{Assignment, Head};
    use work::{Capture, Value};

    use super::*;

    fn record(id: &str, started: Moment) -> WorkRecord {
        let head = Head { id: id.into(), title: id.to_uppercase(), ..Head::default() };
        WorkRecord::start("1", Assignment { head, ..Assignment::default() }, started)
    }

    fn answer(assignment: &str, value: Value) -> Answer {
        Answer { profile: "1".into(), assignment: assignment.into(), value, ..Answer::default() }
    }

    #[test]
    fn the_newest_work_comes_first_with_what_is_in_it() {
        let mut sent = record("halves", 1);
        sent.sent = vec![3, 4];
        let photo = Value::Photo(vec![Capture::default(), Capture::default()]);
        let answers = [
            answer("halves", Value::Text("six".into())),
            answer("halves", Value::Text(" ".into())),
            answer("halves", photo),
            answer("kites", Value::Done(true)),
        ];
        let of_child = OfChild::new(Profile::default(), vec![sent, record("kites", 2)], &answers);
        let seen: Vec<_> = of_child
            .pieces
            .iter()
            .map(|piece| (piece.title.as_str(), piece.answers, piece.media, piece.sent))
            .collect();
        assert_eq!(seen, [("KITES", 1, 0, None), ("HALVES", 2, 2, Some(4))]);
        assert_eq!(of_child.media(), 2);
    }
}
