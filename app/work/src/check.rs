//! Whether an answer is the one the question was looking for. For the child's own use: nobody is graded.

use assignment::{Kind, Number};

use crate::Value;

/// What a child is told on asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// It is right.
    Right,
    /// It is not right yet.
    NotYet,
    /// It makes sense; no answer is the right one.
    MakesSense,
    /// It is not a number.
    NotANumber,
    /// It is smaller or larger than makes sense.
    OutOfRange,
}

/// Compares an answer with the correct one. `None` when there is no correct one, or nothing has been answered.
pub fn check(kind: &Kind, value: &Value) -> Option<Check> {
    if value.is_empty() {
        return None;
    }
    let right = match (kind, value) {
        (Kind::Number { correct, min, max, .. }, Value::Number(typed)) => {
            return check_number(typed, correct, min.as_ref(), max.as_ref());
        }
        (Kind::Choice { correct: Some(correct), .. }, Value::Choice(chosen)) => chosen == correct,
        (Kind::Choices { correct, .. }, Value::Choices(chosen)) if !correct.is_empty() => {
            chosen.len() == correct.len() && correct.iter().all(|option| chosen.contains(option))
        }
        _ => return None,
    };
    Some(if right { Check::Right } else { Check::NotYet })
}

impl Check {
    /// Whether a child can ask about answers of this kind.
    pub fn is_offered(kind: &Kind) -> bool {
        match kind {
            Kind::Number { min, max, .. } => kind.has_right_answer() || min.is_some() || max.is_some(),
            _ => kind.has_right_answer(),
        }
    }
}

fn check_number(
    typed: &str,
    correct: &[Number],
    min: Option<&Number>,
    max: Option<&Number>,
) -> Option<Check> {
    if correct.is_empty() && min.is_none() && max.is_none() {
        return None;
    }
    let Some(number) = Number::parse(typed) else { return Some(Check::NotANumber) };
    if min.is_some_and(|min| number < *min) || max.is_some_and(|max| number > *max) {
        return Some(Check::OutOfRange);
    }
    Some(if correct.is_empty() {
        Check::MakesSense
    } else if correct.contains(&number) {
        Check::Right
    } else {
        Check::NotYet
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(correct: Option<&str>) -> Kind {
        Kind::Number {
            unit: String::new(),
            correct: correct.and_then(Number::parse).into_iter().collect(),
            min: Number::parse("0"),
            max: Number::parse("100"),
        }
    }

    fn typed(kind: &Kind, text: &str) -> Option<Check> {
        check(kind, &Value::Number(text.into()))
    }

    #[test]
    fn numbers_are_right_however_they_are_written() {
        let half = number(Some("0.5"));
        assert_eq!(typed(&half, " 1/2"), Some(Check::Right));
        assert_eq!(typed(&half, "5"), Some(Check::NotYet));
        assert_eq!(typed(&half, "a half"), Some(Check::NotANumber));
        assert_eq!(typed(&half, "101"), Some(Check::OutOfRange));
        assert_eq!(typed(&half, " "), None);
        assert_eq!(typed(&number(None), "7"), Some(Check::MakesSense));
        assert_eq!(typed(&number(None), "101"), Some(Check::OutOfRange));
        let any = Kind::Number { unit: String::new(), correct: vec![], min: None, max: None };
        assert_eq!(typed(&any, "seven"), None);
    }

    #[test]
    fn any_of_several_right_numbers_is_right() {
        let correct = ["2", "-2"].iter().filter_map(|number| Number::parse(number)).collect();
        let roots = Kind::Number { unit: String::new(), correct, min: None, max: None };
        assert_eq!(typed(&roots, "-2"), Some(Check::Right));
        assert_eq!(typed(&roots, "2.0"), Some(Check::Right));
        assert_eq!(typed(&roots, "0"), Some(Check::NotYet));
    }

    #[test]
    fn a_number_with_a_range_alone_can_be_checked() {
        assert!(Check::is_offered(&number(None)));
        assert_eq!(typed(&number(None), "101"), Some(Check::OutOfRange));
        let open = Kind::Number { unit: String::new(), correct: vec![], min: None, max: None };
        assert!(!Check::is_offered(&open));
    }

    #[test]
    fn choices_need_all_and_only_the_correct_ones() {
        let kind = Kind::Choices {
            options: vec!["a".into(), "b".into(), "c".into()],
            correct: vec!["a".into(), "c".into()],
        };
        let chosen =
            |options: &[&str]| check(&kind, &Value::Choices(options.iter().map(|o| (*o).into()).collect()));
        assert_eq!(chosen(&["a", "c"]), Some(Check::Right));
        assert_eq!(chosen(&["a"]), Some(Check::NotYet));
        assert_eq!(chosen(&["a", "b", "c"]), Some(Check::NotYet));
        assert_eq!(chosen(&[]), None);
    }
}
