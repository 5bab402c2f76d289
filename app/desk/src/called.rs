//! What somebody is called on the desk.

use class::Student;
use ui::{result_words, say};
use work::FamilyFeedback;

/// A student's name, with the picture's where another row has the same name.
pub fn student(student: &Student) -> String {
    if student.shares_name {
        say::desk_roll_device(&student.name, result_words::picture(&student.picture))
    } else {
        student.name.clone()
    }
}

/// `Nana`, or `Nana (Hine)`.
pub fn family(family: &FamilyFeedback) -> String {
    let partner = result_words::partner(family.partner);
    if family.name.is_empty() { partner } else { say::desk_student_family_who(partner, &family.name) }
}

/// `Aroha: Nana (Hine)`.
pub fn family_of(said: &FamilyFeedback, of: &Student) -> String {
    say::desk_words_from(student(of), family(said))
}

#[cfg(test)]
mod tests {
    use work::Partner;

    use super::*;

    #[test]
    fn children_of_one_name_are_told_apart() {
        ui::load_english();
        let mut aroha =
            Student { id: "1".into(), name: "Aroha".into(), picture: "fish".into(), shares_name: false };
        assert_eq!(student(&aroha), "Aroha");
        aroha.shares_name = true;
        let mut nana = crate::made_up::family(Partner::Nana, "Ka pai", 1);
        assert_eq!(family_of(&nana, &aroha), "Aroha (fish): Nana");
        nana.name = "Hine".into();
        assert_eq!(family(&nana), "Nana (Hine)");
    }
}
