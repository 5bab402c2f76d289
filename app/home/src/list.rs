//! The list of assignments: this week, coming up, earlier.

use assignment::{Date, Head, Index};
use work::{Answer, Progress, Work, WorkRecord};

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What the class's index says.
    pub head: Head,
    /// How far the child is; `None` before anybody has said anything.
    pub progress: Option<Progress>,
    /// The family said that it is done.
    pub finished: bool,
    /// When it was sent.
    pub sent: Sent,
    /// The class's index no longer has it; the child's work is still here.
    pub removed: bool,
}

/// Whether the teacher has got it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// It was never sent.
    No,
    /// As it is now.
    Yes,
    /// Something was answered since.
    Older,
}

/// The list in its three parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// Open now: what has to be done first, first; what is never due, last.
    pub this_week: Vec<Item>,
    /// Opening later, the next first.
    pub coming_up: Vec<Item>,
    /// Past its last day, the latest first.
    pub earlier: Vec<Item>,
}

impl List {
    /// Whether there is nothing in it.
    pub const fn is_empty(&self) -> bool {
        self.this_week.is_empty() && self.coming_up.is_empty() && self.earlier.is_empty()
    }

    /// The list for one child on one day. Without a day (a device without a clock) everything is open now.
    pub fn new(index: &Index, records: &[WorkRecord], answers: &[Answer], today: Option<Date>) -> Self {
        let mut list = Self::default();
        for head in &index.assignments {
            let record = records.iter().find(|record| record.document.head.id == head.id);
            list.add(item(head.clone(), record, answers, false), today);
        }
        for record in records {
            let known = index.assignments.iter().any(|head| head.id == record.document.head.id);
            let item = item(record.document.head.clone(), Some(record), answers, !record.received);
            if !known && record.received {
                list.add(item, today);
            } else if !known && item.progress.is_some() {
                insert(&mut list.earlier, item, is_due_after);
            }
        }
        list
    }

    /// Puts an item where its days belong.
    fn add(&mut self, item: Item, today: Option<Date>) {
        let (opens, due) = (item.head.opens, item.head.due);
        match today {
            Some(today) if opens.is_some_and(|opens| opens > today) => self.coming_up.push(item),
            Some(today) if due.is_some_and(|due| due < today) => {
                insert(&mut self.earlier, item, is_due_after)
            }
            _ => insert(&mut self.this_week, item, is_due_before),
        }
    }
}

/// Puts an item before the first that it goes before.
fn insert(items: &mut Vec<Item>, item: Item, goes_before: fn(&Head, &Head) -> bool) {
    let at = items.iter().position(|other| goes_before(&item.head, &other.head));
    items.insert(at.unwrap_or(items.len()), item);
}

/// What is never due counts as the longest ago.
fn is_due_after(one: &Head, other: &Head) -> bool {
    one.due > other.due
}

fn is_due_before(one: &Head, other: &Head) -> bool {
    one.due.is_some_and(|due| other.due.is_none_or(|other| due < other))
}

fn item(head: Head, record: Option<&WorkRecord>, answers: &[Answer], removed: bool) -> Item {
    // What the family said counts too, and an answer to a question that is no longer asked.
    let begun = record.filter(|record| of(record, answers).any(|answer| !answer.value.is_empty()));
    Item {
        head,
        progress: begun.map(|record| progress_of(record, answers)),
        finished: record.is_some_and(|record| record.finished.is_some()),
        sent: record.map_or(Sent::No, |record| sent(record, answers)),
        removed,
    }
}

fn sent(record: &WorkRecord, answers: &[Answer]) -> Sent {
    let Some(sent) = record.sent.last() else { return Sent::No };
    let changed = of(record, answers).any(|answer| answer.when > *sent);
    let finished = record.finished.is_some_and(|finished| finished > *sent);
    if changed || finished { Sent::Older } else { Sent::Yes }
}

/// The answers that belong to a piece of work.
fn of<'a>(record: &'a WorkRecord, answers: &'a [Answer]) -> impl Iterator<Item = &'a Answer> {
    answers
        .iter()
        .filter(|answer| answer.assignment == record.document.head.id && answer.profile == record.profile)
}

fn progress_of(record: &WorkRecord, answers: &[Answer]) -> Progress {
    let profile = work::Profile { id: record.profile.clone(), ..work::Profile::default() };
    Work::new(profile, record.clone(), answers.iter().cloned()).progress()
}

#[cfg(test)]
mod tests {
    use assignment::{Ask, Assignment, Kind, Part, Prose, Section};
    use work::{By, Marks, Member, Partner, Slot, Value};

    use super::*;

    fn assignment(id: &str, opens: &str, due: &str) -> Assignment {
        let ask = Ask { id: "a".into(), kind: Kind::Text { lines: 3, starts_from: None }, ..Ask::default() };
        Assignment {
            head: Head { id: id.into(), opens: Date::parse(opens), due: Date::parse(due), ..Head::default() },
            sections: vec![Section { heading: Prose::default(), parts: vec![Part::Ask(Box::new(ask))] }],
            ..Assignment::default()
        }
    }

    fn record(document: Assignment) -> WorkRecord {
        WorkRecord::start("1", document, 1)
    }

    fn answer(assignment: &str, profile: &str) -> Answer {
        Answer {
            profile: profile.into(),
            assignment: assignment.into(),
            slot: Slot::Ask("a".into()),
            value: Value::Text("x".into()),
            when: 1,
            by: By::Student,
            revision: 1,
            marks: Marks::default(),
            was: None,
        }
    }

    #[test]
    fn what_was_answered_after_sending_has_not_been_sent() {
        let index = Index::new(None, &[assignment("here", "", "")], &[]);
        let mut sent = record(assignment("here", "", ""));
        let seen = |record: &WorkRecord| {
            List::new(&index, std::slice::from_ref(record), &[answer("here", "1")], None).this_week[0].sent
        };
        assert_eq!(seen(&sent), Sent::No);
        sent.sent = vec![0];
        assert_eq!(seen(&sent), Sent::Older);
        sent.sent = vec![0, 1];
        assert_eq!(seen(&sent), Sent::Yes);
        sent.finished = Some(1);
        assert_eq!(seen(&sent), Sent::Yes);
        sent.finished = Some(2);
        assert_eq!(seen(&sent), Sent::Older, "the teacher does not know that it is finished");
    }

    fn ids(items: &[Item]) -> Vec<&str> {
        items.iter().map(|item| item.head.id.as_str()).collect()
    }

    #[test]
    fn days_decide_and_both_ends_count() {
        let all = [
            assignment("past", "2026-11-01", "2026-11-22"),
            assignment("long-past", "2026-10-01", "2026-10-02"),
            assignment("last-day", "2026-11-01", "2026-11-23"),
            assignment("first-day", "2026-11-23", "2026-11-30"),
            assignment("next", "2026-11-24", "2026-11-30"),
            assignment("always", "", ""),
            assignment("just-past", "2026-09-01", "2026-11-21"),
        ];
        let index = Index::new(None, &all, &[]);
        let list = List::new(&index, &[], &[], Date::parse("2026-11-23"));
        assert_eq!(ids(&list.this_week), ["last-day", "first-day", "always"]);
        assert_eq!(ids(&list.coming_up), ["next"]);
        assert_eq!(ids(&list.earlier), ["past", "just-past", "long-past"]);
        assert_eq!(List::new(&index, &[], &[], None).this_week.len(), 7);
    }

    #[test]
    fn what_is_due_next_stands_first_however_long_it_has_been_open() {
        let all = [
            assignment("term", "2026-11-01", "2026-12-18"),
            assignment("two-weeks", "2026-11-02", "2026-11-30"),
            assignment("week", "2026-11-16", "2026-11-25"),
            assignment("also-week", "2026-11-17", "2026-11-25"),
        ];
        let list = List::new(&Index::new(None, &all, &[]), &[], &[], Date::parse("2026-11-20"));
        assert_eq!(ids(&list.this_week), ["week", "also-week", "two-weeks", "term"]);
    }

    #[test]
    fn work_is_counted_for_its_own_child_and_stays_when_the_list_loses_it() {
        let index = Index::new(None, &[assignment("here", "", "")], &[]);
        let records = [
            record(assignment("here", "", "")),
            record(assignment("gone", "", "")),
            record(assignment("opened", "", "")),
        ];
        let answers = [answer("here", "2"), answer("gone", "1")];
        let list = List::new(&index, &records, &answers, None);
        assert_eq!(list.this_week[0].progress, None, "another child's answer is not this child's progress");
        assert_eq!(ids(&list.earlier), ["gone"]);
        assert!(list.earlier[0].removed);
    }

    #[test]
    fn what_came_by_a_link_stands_where_its_days_belong() {
        let mut received = record(assignment("link", "2026-11-16", "2026-11-25"));
        received.received = true;
        let seen = |today| {
            let list = List::new(&Index::default(), std::slice::from_ref(&received), &[], Date::parse(today));
            [list.this_week, list.coming_up, list.earlier].map(|items| items.len())
        };
        assert_eq!(
            [seen("2026-11-20"), seen("2026-11-01"), seen("2026-12-01")],
            [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        );
    }

    #[test]
    fn what_a_nana_said_keeps_work_in_the_list() {
        let index = Index::new(None, &[assignment("here", "", "")], &[]);
        let records = [record(assignment("here", "", "")), record(assignment("gone", "", ""))];
        let said = |id: &str, words: &str| Answer {
            slot: Slot::Words(Member::first(Partner::Nana)),
            value: Value::Text(words.into()),
            ..answer(id, "1")
        };
        let begun = |answers: &[Answer]| {
            let list = List::new(&index, &records, answers, None);
            (list.this_week[0].progress.is_some(), list.earlier.len())
        };
        assert_eq!(begun(&[said("here", "Lovely"), said("gone", "Lovely")]), (true, 1));
        assert_eq!(begun(&[said("here", " "), said("gone", "")]), (false, 0), "emptied again");
    }
}
