//! What the family is asked, in the words they see.

use assignment::{Assignment, Feedback, Statement};

use crate::say;

/// The assignment's own feedback, completed with the interface's words where it says nothing: the three statements of TIPS,
/// a scale of three, and a prompt for free words.
pub fn asked(assignment: &Assignment) -> Feedback {
    let mut feedback = assignment.feedback.clone().unwrap_or_default();
    if feedback.statements.is_empty() {
        let statement = |id: &str, text: String| Statement { id: id.to_owned(), text };
        feedback.statements = vec![
            statement("understood", say::feedback_understood()),
            statement("enjoyed", say::feedback_enjoyed()),
            statement("helps", say::feedback_helps()),
        ];
    }
    if feedback.scale.is_empty() {
        feedback.scale = vec![say::feedback_no(), say::feedback_little(), say::feedback_yes()];
    }
    if feedback.words.is_empty() {
        feedback.words = say::feedback_words();
    }
    feedback
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_teacher_says_is_kept_and_the_rest_is_filled_in() {
        crate::load_english();
        let own = Feedback {
            statements: vec![Statement { id: "led".into(), text: "I led".into() }],
            ..Feedback::default()
        };
        let asked_own = asked(&Assignment { feedback: Some(own.clone()), ..Assignment::default() });
        assert_eq!(asked_own.statements, own.statements);
        assert_eq!(asked_own.scale.len(), 3);
        let asked_default = asked(&Assignment::default());
        let ids: Vec<&str> = asked_default.statements.iter().map(|s| s.id.as_str()).collect();
        assert_eq!(ids, ["understood", "enjoyed", "helps"]);
    }
}
