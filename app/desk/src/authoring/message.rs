//! A message to the families, with tonight's question.

use assignment::{Assignment, Kind, Who};
use ui::say;

/// The words: what the homework is, a question to ask tonight, and the link.
pub fn message(assignment: &Assignment, link: &str) -> String {
    let title = &assignment.head.title;
    let first = say::desk_message_homework(title);
    let question = tonight(assignment).map(say::desk_message_question);
    let last = say::desk_message_link(link);
    std::iter::once(first).chain(question).chain([last]).collect::<Vec<_>>().join("\n\n")
}

/// A question to talk about at the table: the first for the family and the child that is answered in words.
fn tonight(assignment: &Assignment) -> Option<String> {
    let is_spoken =
        |kind: &Kind| matches!(kind, Kind::Text { .. } | Kind::Choice { .. } | Kind::Audio { .. });
    let shared: Vec<_> = assignment.asks().filter(|ask| ask.who != Who::Student).collect();
    let ask = shared.iter().find(|ask| is_spoken(&ask.kind)).or(shared.first())?;
    Some(ask.question_text())
}

#[cfg(test)]
mod tests {
    use assignment::source::compile;

    use super::*;

    #[test]
    fn the_message_asks_what_is_talked_about() {
        ui::load_english();
        let text = "---\ntitle: Kites\n---\n```ask text\nid: a\nwho: student\nquestion: Write\n```\n```ask number\nid: b\nwho: together\nquestion: Count\n```\n```ask text\nid: c\nwho: family\nquestion: What **flew** when you were young?\n```\n";
        let assignment = compile("kites", text, None).assignment;
        let words = message(&assignment, "https://school.example/#/open/x");
        assert!(words.contains("Kites") && words.contains("“What flew when you were young?”"), "{words}");
        assert!(words.ends_with("https://school.example/#/open/x"), "{words}");
    }
}
