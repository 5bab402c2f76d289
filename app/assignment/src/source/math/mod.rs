//! Mathematics between dollar signs: LaTeX to MathML, which browsers draw by themselves.
//!
//! The library `math-core` reads the LaTeX. Of what it writes, only elements that every browser knows are kept, and none of their
//! attributes but those in [`IN_FORMULA_WITH`](crate::document::IN_FORMULA_WITH): so a phone can check each tag against a short list. Beside it the same stands in a line of plain
//! signs, `3/4`, for result files, tables and mails.

mod element;
mod line;

use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};

use crate::document::escape;

use element::Element;

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
    let words = line::of(&tree);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Prose;

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
