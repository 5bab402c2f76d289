//! What a teacher is told of an answer beside the answer itself. Nobody is marked: an answer that is not the right one gets the
//! assignment's answer beside it, and no verdict.

use assignment::{Kind, Number};
use work::{Check, Value, check};

use crate::unit::without_unit;

/// What is said of an answer to a question that has a right one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// It is the right one.
    Right,
    /// The answer that the assignment has.
    Other(String),
}

/// What is said of an answer; `None` where no answer is right or wrong.
pub fn mark(kind: &Kind, value: &Value) -> Option<Mark> {
    let number = match (kind, value) {
        (Kind::Number { unit, .. }, Value::Number(typed)) => {
            Some(Value::Number(without_unit(typed, unit).to_owned()))
        }
        _ => None,
    };
    let check = check(kind, number.as_ref().unwrap_or(value)).filter(|_| kind.has_right_answer())?;
    if check == Check::Right {
        return Some(Mark::Right);
    }
    let correct = match kind {
        Kind::Number { correct, .. } => correct.iter().map(Number::as_written).collect::<Vec<_>>().join("; "),
        Kind::Choice { correct, .. } => correct.clone().unwrap_or_default(),
        Kind::Choices { correct, .. } => correct.join("; "),
        _ => return None,
    };
    Some(Mark::Other(correct))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_was_typed_there_is_no_verdict() {
        let kind = Kind::Number {
            unit: "cm".into(),
            correct: Number::parse("6").into_iter().collect(),
            min: Number::parse("0"),
            max: Number::parse("20"),
        };
        let typed = |text: &str| mark(&kind, &Value::Number(text.into()));
        assert_eq!(typed("6.0"), Some(Mark::Right));
        assert_eq!(typed("6 cm"), Some(Mark::Right));
        for other in ["5", "about 5", "-5"] {
            assert_eq!(typed(other), Some(Mark::Other("6".into())), "{other}");
        }
        assert_eq!(typed(""), None);
        let without =
            Kind::Number { unit: String::new(), correct: vec![], min: Number::parse("0"), max: None };
        assert_eq!(mark(&without, &Value::Number("-5".into())), None);
    }

    #[test]
    fn all_right_options_are_named() {
        let options = ["a", "b", "c"].map(str::to_owned).to_vec();
        let kind = Kind::Choices { correct: vec!["a".into(), "c".into()], options };
        assert_eq!(mark(&kind, &Value::Choices(vec!["a".into()])), Some(Mark::Other("a; c".into())));
    }
}
