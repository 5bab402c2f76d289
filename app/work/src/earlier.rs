//! What an answer was before it was changed: which of it is worth keeping, so that it can be brought back.
//!
//! Every key changes an answer, and nobody wants to choose among all of them. So what is typed on is one answer. What is taken away
//! bit by bit stays in mind as it was when there was most of it, and counts as lost when not even half of it is left.

use assignment::json;

use crate::{Answer, Moment, Value, merge};

/// After so long a pause, in milliseconds, what was there is a version of its own: ten minutes.
const PAUSE: Moment = 600_000;

/// The fullest that the answer has been since it began to get shorter, once `new` has taken the place of `held`; `None` while it grows.
pub(crate) fn fullest(held: &Answer, new: &Value) -> Option<Value> {
    // Of what was taken out of photos and recordings, each has a button of its own, and goes after a day.
    if is_one_of_several(new) || matches!(new, Value::Photo(_) | Value::Audio(_)) {
        return None;
    }
    let full = held.was.as_ref().unwrap_or(&held.value);
    (json::write(new).len() < json::write(full).len()).then(|| full.clone())
}

impl Answer {
    /// What is worth keeping of `held` now that this answer takes its place.
    pub fn earlier(&self, held: &Self) -> Option<Self> {
        let full = self.was.as_ref().or(held.was.as_ref()).unwrap_or(&held.value);
        let value = if is_lost(full, &self.value) {
            full
        } else if self.when >= held.when.saturating_add(PAUSE) && !is_within(&held.value, &self.value) {
            &held.value
        } else {
            return None;
        };
        (!value.is_empty()).then(|| Self { value: value.clone(), was: None, ..held.clone() })
    }

    /// What is worth keeping of this side of two, both changed from `base`, when `joined` is what has come of both.
    pub fn left_out(&self, base: Option<&Value>, joined: &Value) -> Option<Self> {
        // What was typed on is still there.
        let is_in = matches!(joined, Value::Text(_)) && is_within(&self.value, joined);
        // If this side came last, it would change something.
        let is_left_out = !self.value.is_empty() && !is_in && merge(base, &self.value, joined) != *joined;
        is_left_out.then(|| Self { was: None, ..self.clone() })
    }
}

/// Whether it is chosen and not written.
fn is_one_of_several(value: &Value) -> bool {
    matches!(value, Value::Choice(_) | Value::Scale(_) | Value::Done(_))
}

/// Whether not even half of `full` is left.
fn is_lost(full: &Value, new: &Value) -> bool {
    match (full, new) {
        // Of a number, half is another number.
        (Value::Number(full), Value::Number(new)) if !new.is_empty() => {
            !full.starts_with(new.as_str()) && !new.starts_with(full.as_str())
        }
        _ if is_one_of_several(full) || new.is_empty() => full != new,
        _ => {
            let (full, new, nothing) = (json::write(full), json::write(new), json::write(&full.emptied()));
            let frame = in_both(&full, &nothing);
            2 * in_both(&full, &new).saturating_sub(frame) < full.len() - frame
        }
    }
}

/// Whether all of `held` is in `new`.
fn is_within(held: &Value, new: &Value) -> bool {
    let held = json::write(held);
    in_both(&held, &json::write(new)) == held.len()
}

/// How many bytes both have at their starts and at their ends.
fn in_both(one: &str, other: &str) -> usize {
    let equal = |(one, other): &(u8, u8)| one == other;
    let start = one.bytes().zip(other.bytes()).take_while(equal).count();
    let (one, other) = (&one.as_bytes()[start..], &other.as_bytes()[start..]);
    let end = one.iter().rev().copied().zip(other.iter().rev().copied()).take_while(equal).count();
    start + end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Named, Rating, Row};

    fn text(words: &str) -> Value {
        Value::Text(words.to_owned())
    }

    /// What is kept as an earlier version while these are given, so many milliseconds apart.
    fn kept(values: &[Value], apart: Moment) -> Vec<Value> {
        let mut held = Answer { value: values[0].clone(), ..Answer::default() };
        let mut kept = Vec::new();
        for value in &values[1..] {
            let was = fullest(&held, value);
            let answer = Answer { value: value.clone(), was, when: held.when + apart, ..Answer::default() };
            kept.extend(answer.earlier(&held).map(|earlier| earlier.value));
            held = answer;
        }
        // The store keeps one that is there already once.
        kept.dedup();
        kept
    }

    fn typed(words: &str) -> Vec<Value> {
        (0..=words.chars().count()).map(|n| text(&words.chars().take(n).collect::<String>())).collect()
    }

    #[test]
    fn what_is_typed_is_one_answer() {
        assert_eq!(kept(&typed("We shared ten biscuits."), 100), []);
        assert_eq!(kept(&[text("We shared ten."), text("We shared eleven.")], 100), [], "a word changed");
    }

    #[test]
    fn what_is_taken_away_letter_by_letter_is_kept_whole() {
        let story = "Kua kai mātou i te pō.";
        let mut back = typed(story);
        back.reverse();
        assert_eq!(kept(&back, 100), [text(story)]);
        assert_eq!(kept(&[text(story), text("")], 100), [text(story)], "all at once");
        assert_eq!(kept(&[text(story), text("x")], 100), [text(story)], "typed over");
        assert_eq!(kept(&[text(story), text("Kua kai mātou i te pō?")], 100), []);
    }

    #[test]
    fn after_a_pause_what_was_there_is_kept_unless_it_is_all_still_there() {
        let [one, two] = [text("We shared ten."), text("We shared two.")];
        assert_eq!(kept(&[one.clone(), two.clone()], PAUSE), std::slice::from_ref(&one));
        assert_eq!(kept(&[one.clone(), text("We shared ten. Then we ate.")], PAUSE), []);
        assert_eq!(kept(&[text(" "), two], PAUSE), [], "nothing was there");
    }

    #[test]
    fn what_was_chosen_is_kept_when_another_is() {
        let chosen = |option: &str| Value::Choice(option.to_owned());
        let all = ["Yes, always", "Yes", "Yes, never"].map(chosen);
        assert_eq!(kept(&all, 100), all[..2]);
        let step = |step| Value::Scale(Rating { step, of: 3 });
        assert_eq!(kept(&[step(0), step(2), step(3)], 100), [step(2)]);
        let number = |number: &str| Value::Number(number.to_owned());
        let all = ["", "1", "12", "1", "13", ""].map(number);
        assert_eq!(kept(&all, 100), [number("12"), number("13")]);
    }

    #[test]
    fn of_a_table_what_is_in_its_cells_counts() {
        let table = |cell: &str| {
            let cells: Named<String> = [("a".to_owned(), cell.to_owned())]
                .into_iter()
                .filter(|(_, cell)| !cell.is_empty())
                .collect();
            Value::Table(vec![Row { name: "Wool".into(), cells, ..Row::default() }])
        };
        assert_eq!(kept(&[table("warm and soft"), table("warm and so")], 100), []);
        assert_eq!(kept(&[table("warm and soft"), table("")], 100), [table("warm and soft")]);
    }
}
