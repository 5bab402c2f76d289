//! What somebody is called on the desk.

use class::Student;
use ui::{result_words, say};
use work::FamilyFeedback;

/// A student's name; with the picture's where another row has the same name, and with a number where both are the same.
pub fn student(student: &Student) -> String {
    let picture = || result_words::picture(&student.picture);
    match student.device {
        Some(number) => say::desk_roll_device_of_several(&student.name, picture(), number),
        None if student.shares_name => say::desk_roll_device(&student.name, picture()),
        None => student.name.clone(),
    }
}

/// `Nana`, or `Nana (Hine)`; `Nana 2` for the second of two that would be called the same.
pub fn family(family: &FamilyFeedback, number: Option<usize>) -> String {
    let partner = result_words::partner(family.partner);
    let partner = match number {
        Some(number) => say::desk_student_family_number(partner, number),
        None => partner,
    };
    if family.name.is_empty() { partner } else { say::desk_student_family_who(partner, &family.name) }
}

/// `Aroha: Nana (Hine)`.
pub fn family_of(said: &FamilyFeedback, number: Option<usize>, of: &Student) -> String {
    say::desk_words_from(student(of), family(said, number))
}

/// Who agrees, in a sentence.
pub fn party(party: &str) -> String {
    match party {
        "student" => say::desk_student_agrees(),
        "family" => say::desk_family_agrees(),
        other => other.to_owned(),
    }
}

/// A statement of the feedback; one that was taken out has only its id left.
pub fn statement(id: &str, text: &str) -> String {
    if text.is_empty() { say::desk_feedback_gone(id) } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use class::made_up;
    use work::Partner;

    use super::*;

    #[test]
    fn children_of_one_name_are_told_apart() {
        ui::load_english();
        let mut aroha = Student {
            id: "1".into(),
            name: "Aroha".into(),
            picture: "fish".into(),
            shares_name: false,
            device: None,
        };
        assert_eq!(student(&aroha), "Aroha");
        aroha.shares_name = true;
        let mut nana = made_up::family(Partner::Nana, "Ka pai", 1);
        assert_eq!(family_of(&nana, None, &aroha), "Aroha (fish): Nana");
        assert_eq!(family_of(&nana, Some(2), &aroha), "Aroha (fish): Nana 2");
        nana.name = "Hine".into();
        assert_eq!(family(&nana, None), "Nana (Hine)");
        assert_eq!(family(&nana, Some(2)), "Nana 2 (Hine)");
        aroha.device = Some(2);
        assert_eq!(student(&aroha), "Aroha (fish, device 2)");
    }

    #[test]
    fn a_statement_without_words_has_its_name() {
        ui::load_english();
        assert_eq!(statement("led", "My child led"), "My child led");
        assert!(statement("led", "").contains("led"));
    }
}
