//! Mathematics between dollar signs: LaTeX to MathML, which browsers draw by themselves.
//!
//! The library `math-core` reads the LaTeX. Of what it writes, only elements that every browser knows are kept, and none of their
//! attributes but those in [`IN_FORMULA_WITH`]: so a phone can check each tag against a short list. Beside it the same stands in a line of plain
//! signs, `3/4`, for result files, tables and mails.

use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};

use crate::document::{IN_FORMULA, IN_FORMULA_WITH, escape};

/// Longer than any line of school mathematics, in bytes.
const LONGEST: usize = 600;

/// How deep groups can stand inside each other: the library reads them by recursion.
const DEEPEST: usize = 12;

/// A formula, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Math {
    /// A `math` element.
    pub html: String,
    /// The same as a line of signs.
    pub words: String,
}

/// What is wrong with a formula, in words, and where in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct MathProblem {
    pub message: String,
    pub at: usize,
}

/// Reads the LaTeX between the dollar signs. `display` is for a formula that stands in a line of its own.
pub(super) fn read(latex: &str, display: bool) -> Result<Math, MathProblem> {
    let problem = |at, message: &str| Err(MathProblem { message: message.to_owned(), at });
    if latex.len() > LONGEST {
        return problem(0, "It is too long for one formula.");
    }
    if let Some(at) = too_deep(latex) {
        return problem(at, "There are too many brackets inside each other.");
    }
    let Ok(converter) = LatexToMathML::new(MathCoreConfig::default()) else {
        return problem(0, "It cannot be read.");
    };
    let converted = converter.convert_with_local_state(latex, MathDisplay::Inline).map_err(|error| {
        let at = (0..=error.0.start.min(latex.len())).rev().find(|at| latex.is_char_boundary(*at));
        MathProblem { message: error.to_string(), at: at.unwrap_or(0) }
    })?;
    let Some(tree) = Element::of(&converted.mathml) else { return problem(0, "It cannot be shown.") };
    let words = tree.words();
    let mut html = "<math".to_owned();
    if display {
        html.push_str(" display=\"block\"");
    }
    html.push_str(" alttext=\"");
    escape(&mut html, &words);
    html.push_str("\">");
    for inside in &tree.inside {
        inside.push_html(&mut html);
    }
    html.push_str("</math>");
    Ok(Math { html, words })
}

/// Where a text has a LaTeX command, such as `\frac`.
pub(super) fn latex_in(text: &str) -> Option<usize> {
    let is_command =
        |(at, _): &(usize, &str)| text[at + 1..].chars().take_while(char::is_ascii_lowercase).count() > 2;
    text.match_indices('\\').find(is_command).map(|(at, _)| at)
}

/// Where groups stand deeper inside each other than can be read.
fn too_deep(latex: &str) -> Option<usize> {
    let mut depth = 0_usize;
    // Roots and fractions can hold each other without any bracket.
    let mut commands = 0;
    for (at, c) in latex.char_indices() {
        match c {
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => depth = depth.saturating_sub(1),
            '\\' | '^' | '_' => commands += 1,
            _ => {}
        }
        if depth > DEEPEST || commands > 8 * DEEPEST {
            return Some(at);
        }
    }
    None
}

/// An element of the formula.
#[derive(Debug, Default)]
struct Element {
    /// Its name, or for words nothing.
    tag: String,
    /// Words, when it has no name.
    text: String,
    inside: Vec<Element>,
}

impl Element {
    /// The tree of what the library has written.
    fn of(mathml: &str) -> Option<Self> {
        let mut open = vec![Self::default()];
        let mut rest = mathml;
        while let Some((before, after)) = rest.split_once('<') {
            open.last_mut()?.push_text(before);
            let (tag, after) = after.split_once('>')?;
            if tag.starts_with('/') {
                let done = open.pop()?;
                open.last_mut()?.inside.push(done);
            } else if tag.starts_with("mspace") {
                // All of its width is in attributes.
                open.last_mut()?.inside.push(Self::words_of("\u{2009}"));
            } else if !tag.ends_with('/') {
                open.push(Self { tag: kept(tag)?, ..Self::default() });
            }
            rest = after;
        }
        let mut whole = open.pop().filter(|_| open.is_empty())?;
        (whole.inside.len() == 1).then(|| whole.inside.remove(0))
    }

    fn words_of(text: &str) -> Self {
        let inside = vec![Self { text: text.to_owned(), ..Self::default() }];
        Self { tag: "mtext".to_owned(), text: String::new(), inside }
    }

    fn push_text(&mut self, escaped: &str) {
        if !escaped.is_empty() {
            let text = escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
            self.inside.push(Self { text: text.replace("&amp;", "&"), ..Self::default() });
        }
    }

    fn push_html(&self, html: &mut String) {
        if self.tag.is_empty() {
            escape(html, &self.text);
            return;
        }
        for part in ["<", &self.tag, ">"] {
            html.push_str(part);
        }
        for inside in &self.inside {
            inside.push_html(html);
        }
        for part in ["</", self.name(), ">"] {
            html.push_str(part);
        }
    }

    fn name(&self) -> &str {
        self.tag.split(' ').next().unwrap_or_default()
    }

    /// The element as a line of signs.
    fn words(&self) -> String {
        let part = |at: usize| self.inside.get(at).map(Self::in_brackets).unwrap_or_default();
        let plain = |at: usize| self.inside.get(at).map(Self::words).unwrap_or_default();
        match self.name() {
            // The library keeps words together by spaces that do not break.
            "" => self.text.replace('\u{a0}', " "),
            "mfrac" => format!("{}/{}", part(0), part(1)),
            "msqrt" => format!("√{}", Self::around(&self.all(""))),
            "mroot" => format!("{}√{}", raised(&plain(1)).unwrap_or_else(|| plain(1)), part(0)),
            "msup" => match raised(&plain(1)) {
                Some(raised) => format!("{}{raised}", part(0)),
                None => format!("{}^{}", part(0), part(1)),
            },
            "msub" => format!("{}_{}", part(0), part(1)),
            "msubsup" | "munderover" => format!("{}_{}^{}", part(0), part(1), part(2)),
            "munder" | "mover" => plain(0),
            "mtable" => self.all("; "),
            "mtr" => self.all(" "),
            "mo" if is_between(&self.all("")) => format!(" {} ", self.all("")),
            _ => self.all(""),
        }
    }

    fn all(&self, separator: &str) -> String {
        self.inside.iter().map(Self::words).collect::<Vec<_>>().join(separator)
    }

    /// In brackets, when it is more than one number or letter.
    fn in_brackets(&self) -> String {
        Self::around(&self.words())
    }

    fn around(words: &str) -> String {
        let is_one = words.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | ','));
        if is_one { words.to_owned() } else { format!("({words})") }
    }
}

/// What a tag becomes: its name, with the attribute that it cannot do without. `None` for what browsers do not all show.
fn kept(tag: &str) -> Option<String> {
    let name = tag.split(' ').next().unwrap_or_default();
    if let Some(bare) = IN_FORMULA_WITH.iter().find(|bare| {
        let (of, attribute) = bare.split_once(' ').unwrap_or((bare, ""));
        of == name && tag.contains(attribute)
    }) {
        return Some((*bare).to_owned());
    }
    match name {
        "math" => Some(name.to_owned()),
        "mstyle" | "mpadded" => Some("mrow".to_owned()),
        _ => IN_FORMULA.contains(&name).then(|| name.to_owned()),
    }
}

/// Whether a sign stands between two things rather than with one.
fn is_between(sign: &str) -> bool {
    matches!(sign, "+" | "−" | "-" | "×" | "÷" | "=" | "≠" | "<" | ">" | "≤" | "≥" | "≈" | "±" | "→")
}

/// Digits as they stand in an exponent; `None` for anything else.
fn raised(digits: &str) -> Option<String> {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    if digits == "∘" {
        return Some("°".to_owned());
    }
    let raised = digits.chars().map(|c| c.to_digit(10).and_then(|at| RAISED.get(at as usize)).copied());
    raised.collect::<Option<String>>().filter(|raised| !raised.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Prose;

    fn words(latex: &str) -> String {
        read(latex, false).unwrap_or_else(|problem| panic!("{latex}: {problem:?}")).words
    }

    #[test]
    fn a_formula_is_mathml_and_a_line_of_signs() {
        let math = read(r"\frac{3}{4} \times 12 = 9", false).unwrap();
        assert_eq!(
            math.html,
            "<math alttext=\"3/4 × 12 = 9\"><mfrac><mn>3</mn><mn>4</mn></mfrac><mo>×</mo><mn>12</mn><mo>=</mo><mn>9</mn></math>"
        );
        assert_eq!(math.words, "3/4 × 12 = 9");
        assert!(read("x", true).unwrap().html.starts_with("<math display=\"block\" alttext=\"x\">"));
    }

    #[test]
    fn what_a_formula_says_is_not_lost_in_a_line() {
        for (latex, line) in [
            (r"\frac{a+b}{2}", "(a + b)/2"),
            (r"x^2 + 3^{10}", "x² + 3¹⁰"),
            (r"90^\circ", "90°"),
            (r"x^{n+1}", "x^(n + 1)"),
            (r"\sqrt{16} = 4", "√16 = 4"),
            (r"\sqrt[3]{8}", "³√8"),
            (r"y_1 \le 1\,000", "y_1 ≤ 1\u{2009}000"),
            (r"\text{half of } 12", "half of 12"),
            (r"\begin{matrix}1&2\\3&4\end{matrix}", "1 2; 3 4"),
            ("1 < 2", "1 < 2"),
            ("ā + 日", "ā + 日"),
        ] {
            assert_eq!(words(latex), line, "{latex}");
        }
    }

    #[test]
    fn every_formula_is_one_that_a_phone_takes() {
        for latex in [
            r"\overline{AB}",
            r"\binom{4}{2}",
            r"\left(\frac12\right)",
            r"\sum_{i=1}^{n} i",
            r"\underbrace{1+2}_{3}",
            r"\color{red}{x}",
            r"\begin{array}{r}12\\+3\\\hline 15\end{array}",
            "\\text{\"<b>\\&}",
            r"\mathbb{R} \angle \pi",
        ] {
            let html = read(latex, true).unwrap_or_else(|problem| panic!("{latex}: {problem:?}")).html;
            assert!(Prose::new(html.clone()).is_some(), "{html}");
            assert!(!html.contains("style=") && !html.contains("<b>"), "{html}");
        }
    }

    #[test]
    fn a_mistake_is_named_with_its_place() {
        let problem = |latex| read(latex, false).unwrap_err();
        assert_eq!(problem(r"2 + \frca{1}{2}").at, 4);
        assert!(problem(r"2 + \frca{1}{2}").message.contains("frca"));
        assert!(read(r"\frac{1}", false).is_err());
        assert!(read("{", false).is_err());
        assert!(read(r"\phantom{x}", false).is_err(), "nobody would see it");
        assert!(read(r"\cancel{4}", false).is_err(), "not every browser draws the line");
        assert_eq!(problem(&"{".repeat(40)).at, DEEPEST);
        assert!(read(&r"\sqrt".repeat(100), false).is_err());
        assert!(read(&"1".repeat(LONGEST + 1), false).is_err());
    }
}
