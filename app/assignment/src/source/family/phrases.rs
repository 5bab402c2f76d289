//! Words that ask too much of a family, found by the phrases that teachers use.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::{Role, Said};
use crate::source::diagnostic::Diagnostics;
use crate::source::{Code, Span};

/// Whom the words are about, in the place of `CHILD`.
const CHILD: [&str; 5] = ["your child", "your son", "your daughter", "your tamaiti", "the student"];

/// Phrases that a text may have, all looked for at once.
struct Phrases(Option<AhoCorasick>);

impl Phrases {
    /// In each, `CHILD` stands for any word for the child.
    fn new(phrases: &[&str]) -> Self {
        let all = phrases.iter().flat_map(|phrase| match phrase.contains("CHILD") {
            true => CHILD.iter().map(|child| phrase.replace("CHILD", child)).collect(),
            false => vec![(*phrase).to_owned()],
        });
        // It could not be built only if no machine had room for the phrases.
        Self(AhoCorasick::new(all).ok())
    }
}

/// Asking a family to do the teacher's work.
static TEACHING: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "teach CHILD",
        "correct CHILD",
        "test CHILD",
        "quiz CHILD",
        "explain to CHILD",
        "explain it to CHILD",
        "explain this to CHILD",
        "help CHILD understand",
        "help CHILD to understand",
        "make sure CHILD understands",
        "make sure CHILD knows",
        "make sure CHILD can",
        "check CHILD's",
        "check CHILD’s",
        "adult to check your",
        "parent to check your",
        "someone to check your",
        "somebody to check your",
        "at home to check your",
        "to mark your answers",
        "to mark your work",
    ])
});

/// What is a family's own business.
static PRIVATE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "income",
        "salary",
        "wage",
        "wages",
        "rent",
        "mortgage",
        "debt",
        "debts",
        "you earn",
        "family earn",
        "family earns",
        "parents earn",
        "whānau earns",
        "bank account",
        "on a benefit",
        "on the benefit",
        "how much money do",
        "how much money does",
        "your address",
        "home address",
        "where do you live",
        "phone number",
        "mobile number",
        "email address",
        "date of birth",
        "password",
        "visa",
        "passport number",
        "immigration",
        "religion",
        "divorced",
        "illness",
        "illnesses",
        "medicine",
        "medicines",
        "do you weigh",
        "your weight",
    ])
});

/// What has to be bought, whatever else is said.
static BUYING: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&["buy", "bought", "purchase", "from the shop", "from a shop", "order online"])
});

/// What many homes do not have.
static NOT_IN_EVERY_HOME: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "printer",
        "computer",
        "laptop",
        "tablet",
        "ipad",
        "camera",
        "glue gun",
        "thermometer",
        "microscope",
        "calculator",
        "paint",
        "paints",
        "clay",
        "lego",
        "whiteboard",
        "dice",
        "playing cards",
        "kitchen scales",
    ])
});

/// Signs that something else will do.
static OR_ELSE: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&["or", "if you have", "any", "such as"]));

/// Reports what some words ask too much of.
pub(super) fn advise(source: &str, said: Said, found: &mut Diagnostics) {
    let words = Words::of(source, said.span);
    match said.role {
        Role::Objective => advise_on_objective(&words, said.span, found),
        Role::Material => advise_on_material(&words, found),
        Role::ForFamily | Role::ForChild => advise_on_teaching(&words, found),
        Role::Asked => {
            advise_on_teaching(&words, found);
            advise_on_private_facts(&words, found);
        }
    }
}

fn advise_on_objective(words: &Words, span: Span, found: &mut Diagnostics) {
    let rest = words.text.strip_prefix("i can");
    if rest.is_none_or(|rest| rest.starts_with(char::is_alphanumeric)) {
        found.report(
            Code::ObjectiveUnclear,
            span,
            "This is not said as what the child will be able to do.",
            "Start it with “I can”, so that the child can say it: `I can find a half of a set of things.`",
        );
    }
}

fn advise_on_material(words: &Words, found: &mut Diagnostics) {
    let bought = words.first_of(&BUYING);
    let rare = || words.first_of(&NOT_IN_EVERY_HOME).filter(|_| words.first_of(&OR_ELSE).is_none());
    if let Some(span) = bought.or_else(rare) {
        found.report(
            Code::MustBeBought,
            span,
            "Not every home has this, and families should not have to buy anything.",
            "Ask for something that is in every kitchen, or say what else will do: `dice, or six bits of paper with numbers`.",
        );
    }
}

fn advise_on_teaching(words: &Words, found: &mut Diagnostics) {
    if let Some(span) = words.first_of(&TEACHING) {
        found.report(
            Code::FamilyTeaches,
            span,
            "This asks the family to do the teacher's work.",
            "Ask them to listen, talk or try things: “Let your child show you how”, “Ask what they found hardest”.",
        );
    }
}

fn advise_on_private_facts(words: &Words, found: &mut Diagnostics) {
    if let Some(span) = words.first_of(&PRIVATE) {
        found.report(
            Code::PrivateFacts,
            span,
            "This may ask for what is a family's own business.",
            "Ask about something that any family is glad to tell. If it is harmless here, allow this warning in the header, with your reason.",
        );
    }
}

/// Words in small letters with one space between them, and where each sign of them stands.
struct Words {
    text: String,
    places: Vec<usize>,
}

impl Words {
    fn of(source: &str, span: Span) -> Self {
        let mut words = Self { text: String::new(), places: Vec::new() };
        for (at, c) in source[span.start..span.end].char_indices() {
            let c = if c.is_whitespace() { ' ' } else { c.to_ascii_lowercase() };
            // Stars and underscores only say how words look.
            if c == ' ' && words.text.ends_with(' ') || matches!(c, '*' | '_') {
                continue;
            }
            words.text.push(c);
            words.places.extend(std::iter::repeat_n(span.start + at, c.len_utf8()));
        }
        words.places.push(span.end);
        words
    }

    /// Where the first of some phrases stands that is not denied.
    fn first_of(&self, phrases: &Phrases) -> Option<Span> {
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let spans = phrases.0.as_ref()?.find_overlapping_iter(&self.text).filter_map(|found| {
            let (before, after) = (&self.text[..found.start()], &self.text[found.end()..]);
            let whole = !is_word(before.chars().next_back()) && !is_word(after.chars().next());
            (whole && !is_denied(before))
                .then(|| Span::new(self.places[found.start()], self.places[found.end() - 1] + 1))
        });
        spans.min()
    }
}

/// Whether the words before a phrase, in its sentence, say that it is not so: “you don't need to teach your child”.
fn is_denied(before: &str) -> bool {
    let sentence = before.rsplit(['.', '!', '?', ':', ';']).next().unwrap_or(before);
    let near = sentence.split_whitespace().rev().take(5);
    near.into_iter().any(|word| {
        matches!(word, "not" | "no" | "never" | "nothing" | "without" | "nobody")
            || word.ends_with("n't")
            || word.ends_with("n’t")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(role: Role, text: &str) -> Vec<(Code, String)> {
        let mut found = Diagnostics::default();
        advise(text, Said { role, span: Span::new(0, text.len()) }, &mut found);
        let (found, _) = found.into_sorted(text);
        found.iter().map(|it| (it.code, text[it.span.start..it.span.end].to_owned())).collect()
    }

    #[test]
    fn what_asks_a_family_to_teach_is_found_across_lines() {
        for (text, phrase) in [
            ("Please **teach\n  your child** the sevens.", "teach\n  your child"),
            ("Check your child’s answers together.", "Check your child’s"),
            ("Ask an adult to check your answers.", "adult to check your"),
            ("Make sure your son understands it.", "Make sure your son understands"),
            ("Quiz the student, then correct your child.", "Quiz the student"),
        ] {
            assert_eq!(found(Role::ForFamily, text), [(Code::FamilyTeaches, phrase.to_owned())], "{text}");
        }
        for fine in [
            "You don't need to teach your child anything.",
            "Let your child teach you a game.",
            "Ask your nana to teach you a waiata.",
            "You never have to correct your child.",
            "How did you work that out?",
            "Explain how you worked it out.",
            "Use a calculator to check your work.",
            "Show your child how you make fry bread.",
            "Make sure your child has a turn too.",
        ] {
            assert_eq!(found(Role::ForFamily, fine), [], "{fine}");
        }
    }

    #[test]
    fn what_is_private_is_found_as_a_whole_word() {
        let private = |text| found(Role::Asked, text).into_iter().map(|(_, words)| words).collect::<Vec<_>>();
        assert_eq!(private("What is your home ADDRESS?"), ["home ADDRESS"]);
        assert_eq!(private("How much do you earn in a week?"), ["you earn"]);
        assert_eq!(private("How much do you weigh?"), ["do you weigh"]);
        for fine in [
            "What did you learn?",
            "Which parents came?",
            "Who wrote the address to the king?",
            "How much do three potatoes weigh?",
            "What is the benefit of sleep?",
            "Which birds come to where you live?",
            "Which stamps are in the passport of the book's hero?",
        ] {
            assert_eq!(private(fine), [] as [String; 0], "{fine}");
        }
    }

    #[test]
    fn what_must_be_bought_is_found_unless_something_else_will_do() {
        let bought = |text| found(Role::Material, text).len();
        assert_eq!(bought("A printer"), 1);
        assert_eq!(bought("Buy blue paint"), 1);
        assert_eq!(bought("Two dice, or six bits of paper"), 0);
        assert_eq!(bought("A camera, if you have one"), 0);
        assert_eq!(bought("Nothing to buy"), 0);
        assert_eq!(bought("12 small things to count"), 0);
    }

    #[test]
    fn an_objective_is_what_the_child_can_say() {
        assert_eq!(found(Role::Objective, "I can find a half."), []);
        assert_eq!(found(Role::Objective, "Fractions").len(), 1);
        assert_eq!(found(Role::Objective, "I canter.").len(), 1);
        assert_eq!(found(Role::Objective, "*I can* halve things.").len(), 0);
    }
}
