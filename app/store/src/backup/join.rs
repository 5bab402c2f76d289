//! What becomes of a record when another one of the same place comes back in a copy: neither side is lost.

use assignment::json;
use work::{Answer, merge};

use crate::backing::Outcome;
use crate::earlier;

/// An answer that is kept, and one that comes back. One that is an older state of the other gives way to it; two that went their own ways,
/// on two phones perhaps, are merged. What the merge leaves out is among the earlier versions then.
pub(crate) fn answer(held: &Answer, back: &Answer) -> Outcome {
    if back.marks.are_in(&held.marks) || back.value == held.value {
        return Outcome::Stays;
    }
    let revision = held.revision.max(back.revision).saturating_add(1);
    let goes_on = held.marks.are_in(&back.marks);
    let (newer, older) = if goes_on || back.when > held.when { (back, held) } else { (held, back) };
    let value = match (goes_on || older.value.is_empty(), newer.value.is_empty()) {
        (true, _) => newer.value.clone(),
        (false, true) => older.value.clone(),
        (false, false) => merge(None, &newer.value, &older.value),
    };
    let mut joined = Answer { value, revision, ..newer.clone() };
    joined.marks.follow(&older.marks);
    let text = json::write(&joined);
    match older.left_out(None, &joined.value) {
        Some(version) => Outcome::Follows(text, version),
        None => Outcome::Becomes(text),
    }
}

/// Earlier versions of one answer that are kept, and others that come back: the newest of all of them.
pub(crate) fn versions(held: &str, back: &[Answer]) -> Outcome {
    let mut all = earlier::read(held);
    let kept = all.len();
    for version in back {
        if all.iter().all(|held| held.value != version.value) {
            all.push(version.clone());
        }
    }
    if all.len() == kept {
        return Outcome::Stays;
    }
    all.sort_by_key(|version| version.when);
    Outcome::Becomes(all.iter().fold(String::new(), |text, version| earlier::with(&text, version)))
}

#[cfg(test)]
mod tests {
    use work::{Marks, Named, Row, Slot, Value};

    use super::*;

    fn answer_of(value: Value, when: u64, pages: &[(&str, u32)]) -> Answer {
        let mut marks = Marks::default();
        for (page, number) in pages {
            let mut next = Marks::of(page, *number);
            next.follow(&marks);
            marks = next;
        }
        Answer { slot: Slot::Ask("a".into()), value, when, revision: 3, marks, ..Answer::default() }
    }

    fn text(words: &str, when: u64, pages: &[(&str, u32)]) -> Answer {
        answer_of(Value::Text(words.into()), when, pages)
    }

    /// The value that is kept then, and the one that is among the earlier versions.
    fn joined(held: &Answer, back: &Answer) -> (Value, Option<Value>) {
        match answer(held, back) {
            Outcome::Becomes(text) => (json::read::<Answer>(&text).unwrap().value, None),
            Outcome::Follows(text, version) => {
                (json::read::<Answer>(&text).unwrap().value, Some(version.value))
            }
            _ => (held.value.clone(), None),
        }
    }

    #[test]
    fn the_older_state_of_one_answer_gives_way_whatever_the_clocks_say() {
        let old = text("one", 900, &[("a", 1)]);
        let new = text("one and two", 5, &[("a", 1), ("b", 1)]);
        assert_eq!(joined(&new, &old), (new.value.clone(), None));
        assert_eq!(joined(&old, &new), (new.value.clone(), None), "all of it is still there");
        let emptied = text("", 6, &[("a", 2), ("b", 1)]);
        assert_eq!(joined(&new, &emptied), (emptied.value.clone(), Some(new.value.clone())));
        assert_eq!(joined(&emptied, &new), (emptied.value, None));
    }

    #[test]
    fn of_two_texts_from_two_phones_the_later_stays_and_the_other_can_be_found() {
        let [one, two] = [text("one", 10, &[("a", 1)]), text("two", 20, &[("b", 1)])];
        let both = (two.value.clone(), Some(one.value.clone()));
        assert_eq!((joined(&one, &two), joined(&two, &one)), (both.clone(), both));
        let empty = text(" ", 30, &[("c", 1)]);
        assert_eq!(joined(&one, &empty), (one.value.clone(), None), "nothing takes no words away");
        let unmarked = text("two", 20, &[]);
        assert_eq!(joined(&one, &unmarked).1, Some(one.value), "before there were marks");
    }

    #[test]
    fn rows_of_both_phones_stay() {
        let table = |rows: &[(u32, &str)]| {
            let row = |(id, cell): &(u32, &str)| {
                let cells: Named<String> = [("a".to_owned(), (*cell).to_owned())].into_iter().collect();
                Row { id: *id, name: String::new(), cells }
            };
            Value::Table(rows.iter().map(row).collect())
        };
        let held = answer_of(table(&[(1, "rain"), (2, "sun")]), 10, &[("a", 1)]);
        let back = answer_of(table(&[(1, "rain"), (3, "wind")]), 20, &[("b", 1)]);
        assert_eq!(joined(&held, &back), (table(&[(1, "rain"), (2, "sun"), (3, "wind")]), None));
        let other = answer_of(table(&[(1, "snow")]), 20, &[("b", 1)]);
        let seen = joined(&held, &other);
        assert_eq!(seen, (table(&[(1, "snow"), (2, "sun")]), Some(held.value)), "one cell was two things");
    }

    #[test]
    fn earlier_versions_of_both_come_in_their_order() {
        let version = |words: &str, when| text(words, when, &[]);
        let held = earlier::with(&earlier::with("", &version("1", 1)), &version("3", 3));
        let Outcome::Becomes(all) = versions(&held, &[version("2", 2), version("3", 9)]) else { panic!() };
        assert_eq!(earlier::read(&all), [version("1", 1), version("2", 2), version("3", 3)]);
        assert_eq!(versions(&held, &[version("3", 9)]), Outcome::Stays);
    }
}
