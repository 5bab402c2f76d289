//! A problem, as data: the command line, the desk and the tests all show the same ones.

use std::collections::HashSet;

use super::family::{Role, Said};
use super::{Code, Severity, Span};

/// Something in a source text that its author should know about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of problem.
    pub code: Code,
    /// Where it is.
    pub span: Span,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Diagnostic {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// Where the readers put what they find.
#[derive(Debug, Default)]
pub(super) struct Diagnostics {
    found: Vec<Diagnostic>,
    /// Where they start: the readers ask for every line.
    starts: HashSet<usize>,
    pictures: Vec<(String, Span)>,
    said: Vec<Said>,
    allowed: Vec<(Code, Span)>,
}

impl Diagnostics {
    pub fn report(&mut self, code: Code, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.starts.insert(span.start);
        self.found.push(Diagnostic { code, span, message: message.into(), help: help.into() });
    }

    /// Whether something that starts there has been reported.
    pub fn has_one_at(&self, start: usize) -> bool {
        self.starts.contains(&start)
    }

    /// Notes a picture that will be shown, by the file's own name.
    pub fn picture(&mut self, address: &str, span: Span) {
        self.pictures.push((address.to_owned(), span));
    }

    /// Notes words that will be shown, by where they stand.
    pub fn said(&mut self, role: Role, span: Span) {
        self.said.push(Said { role, span });
    }

    /// The words that were noted.
    pub fn take_said(&mut self) -> Vec<Said> {
        std::mem::take(&mut self.said)
    }

    /// Keeps a warning to itself, because the author has given a reason at this place.
    pub fn allow(&mut self, code: Code, span: Span) {
        self.allowed.push((code, span));
    }

    /// Takes out the warnings that the author allows. One that is allowed and not there is reported: perhaps it is mended.
    fn keep_allowed_quiet(&mut self) {
        for (code, span) in std::mem::take(&mut self.allowed) {
            let before = self.found.len();
            self.found.retain(|diagnostic| diagnostic.code != code);
            if self.found.len() == before {
                self.report(
                    Code::AllowUnused,
                    span,
                    format!("There is no warning {} to allow.", code.as_str()),
                    "Take this line out.",
                );
            }
        }
    }

    /// All problems in the order of the source, and each picture with the place of its address where it is first shown.
    pub fn into_sorted(mut self, source: &str) -> (Vec<Diagnostic>, Vec<(String, Span)>) {
        self.keep_allowed_quiet();
        self.found.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code));
        let mut seen = HashSet::new();
        let mut pictures = self.pictures;
        pictures.retain(|(address, _)| seen.insert(address.clone()));
        for (address, span) in &mut pictures {
            if let Some(at) = source[span.start..span.end].rfind(address.as_str()) {
                *span = Span::new(span.start + at, span.start + at + address.len());
            }
        }
        (self.found, pictures)
    }
}

/// The known word that `word` was probably meant to be.
pub(super) fn did_you_mean<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let word = word.to_lowercase();
    known
        .iter()
        .map(|known| (strsim::osa_distance(&word, &known.to_lowercase()), *known))
        .filter(|(distance, known)| *distance <= known.len().max(3) / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised_and_other_words_are_not() {
        let keys = ["title", "subject", "objectives", "due"];
        assert_eq!(did_you_mean("tilte", &keys), Some("title"));
        assert_eq!(did_you_mean("Objective", &keys), Some("objectives"));
        assert_eq!(did_you_mean("du", &keys), Some("due"));
        assert_eq!(did_you_mean("weather", &keys), None);
        assert_eq!(did_you_mean("woool", &["Wool", "Paper"]), Some("Wool"));
    }
}
