//! Texts to start from: the shipped assignments, one for each kind of homework that the study describes.

use assignment::Date;
use ui::{browser, say};

/// A text to start from.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// Its id, and its file's name without the ending.
    pub id: &'static str,
    /// What kind of homework it is.
    pub kind: fn() -> String,
}

/// All of them, as the study has them.
pub const TEMPLATES: [Template; 23] = [
    Template { id: "fractions-in-our-kitchen", kind: say::desk_template_maths },
    Template { id: "what-keeps-water-cold", kind: say::desk_template_science },
    Template { id: "a-story-from-home", kind: say::desk_template_interview },
    Template { id: "reading-between-the-lines", kind: say::desk_template_inference },
    Template { id: "ten-ways-we-use-maths", kind: say::desk_template_ten },
    Template { id: "maths-folder-week", kind: say::desk_template_folder },
    Template { id: "doubling-game", kind: say::desk_template_languages },
    Template { id: "words-in-our-language", kind: say::desk_template_words },
    Template { id: "our-own-book", kind: say::desk_template_book },
    Template { id: "book-bag-log", kind: say::desk_template_log },
    Template { id: "our-reading-agreement", kind: say::desk_template_agreement },
    Template { id: "how-we-read-at-home", kind: say::desk_template_reading },
    Template { id: "maths-in-our-week", kind: say::desk_template_confidence },
    Template { id: "an-interview-about-work", kind: say::desk_template_work },
    Template { id: "my-whanau-conference", kind: say::desk_template_conference },
    Template { id: "my-goals-this-term", kind: say::desk_template_goals },
    Template { id: "i-can-show-you", kind: say::desk_template_show },
    Template { id: "experts-in-our-whanau", kind: say::desk_template_experts },
    Template { id: "questions-to-ask-me", kind: say::desk_template_questions },
    Template { id: "let-me-teach-you", kind: say::desk_template_teach },
    Template { id: "taumahi-a-whanau-matariki", kind: say::desk_template_whanau },
    Template { id: "watch-and-talk", kind: say::desk_template_watch },
    Template { id: "a-lunchbox-we-like", kind: say::desk_template_health },
];

impl Template {
    /// Its text, with days from today on. `None` when it does not come.
    pub async fn text(self) -> Option<String> {
        let text = browser::fetch_text(&format!("templates/{}.txt", self.id)).await.ok()?;
        Some(match browser::today() {
            Some(today) => from_day(&text, today),
            None => text,
        })
    }
}

/// The text with its days moved, so that it opens on `today` and stays open as long as before.
fn from_day(text: &str, today: Date) -> String {
    let day = |key: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(key))?;
        Date::parse(line.trim())
    };
    let (Some(opens), Some(due)) = (day("opens: "), day("due: ")) else { return text.to_owned() };
    let mut end = today;
    let mut passed = opens;
    while passed < due {
        let next = passed.tomorrow().zip(end.tomorrow());
        let Some((later, later_end)) = next else { break };
        (passed, end) = (later, later_end);
    }
    text.replacen(&format!("opens: {opens}"), &format!("opens: {today}"), 1).replacen(
        &format!("due: {due}"),
        &format!("due: {end}"),
        1,
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_shipped_assignment_is_a_template() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assignments");
        let shipped: BTreeSet<String> = std::fs::read_dir(folder)
            .unwrap()
            .filter_map(|entry| entry.unwrap().file_name().into_string().ok())
            .filter_map(|name| name.strip_suffix(".md").map(str::to_owned))
            .filter(|id| id != "class" && !id.contains('.'))
            .collect();
        let templates: BTreeSet<String> = TEMPLATES.iter().map(|template| template.id.to_owned()).collect();
        assert_eq!(templates, shipped);
    }

    #[test]
    fn a_template_opens_today_and_stays_open_as_long() {
        let text = "---\ntitle: Kites\nopens: 2026-11-27\ndue: 2026-12-02\n---\n";
        let moved = from_day(text, Date::parse("2027-02-26").unwrap());
        assert_eq!(moved, "---\ntitle: Kites\nopens: 2027-02-26\ndue: 2027-03-03\n---\n");
        assert_eq!(
            from_day("---\ntitle: Kites\n---\n", Date::parse("2027-02-26").unwrap()),
            "---\ntitle: Kites\n---\n"
        );
    }
}
