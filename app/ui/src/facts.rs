//! Small facts in a line.

/// `Maths · Year 5-6 · 20 minutes`: those that there are.
pub fn facts(facts: &[Option<String>]) -> String {
    let mut line = String::new();
    for fact in facts.iter().flatten().filter(|fact| !fact.is_empty()) {
        if !line.is_empty() {
            line.push_str(" · ");
        }
        line.push_str(fact);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_there_is_stands_in_a_line() {
        assert_eq!(facts(&[Some("Maths".into()), None, Some(String::new()), Some("6".into())]), "Maths · 6");
        assert_eq!(facts(&[]), "");
    }
}
