//! Small facts in a line.

/// What sets a fact apart from those around it where one is written from the right: else they would change places.
const APART: [&str; 2] = ["\u{2068}", "\u{2069}"];

/// `Maths · Year 5-6 · 20 minutes`: those that there are.
pub fn facts(facts: &[Option<String>]) -> String {
    let is_mixed = facts.iter().flatten().any(|fact| fact.chars().any(is_from_the_right));
    let [before, after] = if is_mixed { APART } else { [""; 2] };
    let mut line = String::new();
    for fact in facts.iter().flatten().filter(|fact| !fact.is_empty()) {
        if !line.is_empty() {
            line.push_str(" · ");
        }
        for part in [before, fact, after] {
            line.push_str(part);
        }
    }
    line
}

/// Whether a letter is of a script that is written from right to left: Hebrew, Arabic and those between.
fn is_from_the_right(letter: char) -> bool {
    ('\u{590}'..='\u{8ff}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_there_is_stands_in_a_line() {
        assert_eq!(facts(&[Some("Maths".into()), None, Some(String::new()), Some("6".into())]), "Maths · 6");
        assert_eq!(facts(&[]), "");
    }

    #[test]
    fn facts_of_two_directions_are_set_apart() {
        let both = facts(&[Some("اللغات".into()), Some("Year 4".into())]);
        assert_eq!(both, "\u{2068}اللغات\u{2069} · \u{2068}Year 4\u{2069}");
    }
}
