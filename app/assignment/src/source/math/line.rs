//! A formula as a line of plain signs, `3/4`: for result files, tables, mails, and for those who listen.

use super::element::Element;

/// The line of an element.
pub(super) fn of(element: &Element) -> String {
    let plain = |at: usize| element.inside.get(at).map(of).unwrap_or_default();
    let one = |at: usize| in_brackets(plain(at));
    match element.name() {
        // The library keeps words together by spaces that do not break.
        "" => element.text.replace('\u{a0}', " "),
        "mfrac" if element.tag.contains("linethickness") => format!("{} choose {}", one(0), one(1)),
        "mfrac" => format!("{}/{}", one(0), one(1)),
        "msqrt" => format!("√{}", in_brackets(row(&element.inside))),
        "mroot" => format!("{}√{}", raised(&plain(1)).unwrap_or_else(|| plain(1)), one(0)),
        "msup" => match raised(&plain(1)) {
            Some(raised) => format!("{}{raised}", one(0)),
            None => format!("{}^{}", one(0), one(1)),
        },
        "msub" => format!("{}_{}", one(0), one(1)),
        "msubsup" | "munderover" => format!("{}_{}^{}", one(0), one(1), one(2)),
        "mover" => marked(&plain(0), &plain(1), false).unwrap_or_else(|| format!("{}^{}", one(0), one(1))),
        "munder" => marked(&plain(0), &plain(1), true).unwrap_or_else(|| format!("{}_{}", one(0), one(1))),
        "mtable" => separated(&element.inside, "; "),
        "mtr" => separated(&element.inside, " "),
        _ => row(&element.inside),
    }
}

/// Elements beside each other.
fn row(elements: &[Element]) -> String {
    let mut line = String::new();
    let mut before = None;
    for element in elements {
        let words = of(element);
        if element.name() == "mo" && is_between(&words) {
            // At the start it is the sign of a number: −3.
            let has_left = line.ends_with(|c: char| !c.is_whitespace() && !"([{,;:".contains(c));
            line.push_str(&if has_left { format!(" {words} ") } else { words });
        } else {
            let ends_apart = before.is_some_and(stands_apart);
            let would_join = ends_apart && line.ends_with(')') || line.ends_with(char::is_alphanumeric);
            if would_join && (ends_apart || stands_apart(element)) && words.starts_with(char::is_alphanumeric)
            {
                line.push(' ');
            }
            line.push_str(&words);
        }
        before = Some(element);
    }
    line
}

/// Whether an element and a number or letter beside it would be read as something else: 2 ½ is not 21/2.
fn stands_apart(element: &Element) -> bool {
    match element.name() {
        "mfrac" | "msqrt" | "mroot" | "msub" | "msubsup" | "munder" | "munderover" => true,
        "msup" => of(element).contains('^'),
        // The name of a function.
        "mo" => of(element).chars().filter(|c| c.is_alphabetic()).count() > 1,
        _ => false,
    }
}

fn separated(elements: &[Element], separator: &str) -> String {
    elements.iter().map(of).collect::<Vec<_>>().join(separator)
}

/// In brackets, when it is more than one number, letter or sign.
fn in_brackets(words: String) -> String {
    let is_one = words.chars().count() == 1
        || words.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '\u{300}'..='\u{36f}'))
        || is_in_brackets(&words);
    if is_one { words } else { format!("({words})") }
}

/// Whether the first bracket closes at the very end.
fn is_in_brackets(words: &str) -> bool {
    let mut depth = 0;
    for (at, c) in words.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at > 0 && at + 1 == words.len();
        }
    }
    false
}

/// Words with a sign over or under each letter, as `0.3̅` has a line. `None` for what is no such sign.
fn marked(words: &str, sign: &str, is_under: bool) -> Option<String> {
    let mark = match sign {
        "\u{332}" | "\u{305}" | "¯" | "‾" | "_" if is_under => '\u{332}',
        "\u{332}" | "\u{305}" | "¯" | "‾" => '\u{305}',
        "˙" => '\u{307}',
        "¨" => '\u{308}',
        "ˆ" | "^" => '\u{302}',
        "˜" | "~" => '\u{303}',
        "⃗" | "→" => '\u{20d7}',
        // What a brace takes together is told by what stands at it.
        "⏞" | "⏟" => return Some(words.to_owned()),
        _ => return None,
    };
    Some(words.chars().flat_map(|c| [c, mark]).collect())
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
    use crate::source::math::read;

    #[test]
    fn what_a_formula_says_is_not_lost_in_a_line() {
        for (latex, line) in [
            (r"\frac{a+b}{2}", "(a + b)/2"),
            (r"x^2 + 3^{10}", "x² + 3¹⁰"),
            (r"90^\circ", "90°"),
            (r"x^{n+1}y", "x^(n + 1) y"),
            (r"x^n y", "x^n y"),
            (r"\sqrt{16} = 4", "√16 = 4"),
            (r"\sqrt[3]{8}", "³√8"),
            (r"y_1 \le 1\,000", "y_1 ≤ 1\u{2009}000"),
            (r"\text{half of } 12", "half of 12"),
            (r"\begin{matrix}1&2\\3&4\end{matrix}", "1 2; 3 4"),
            ("1 < 2", "1 < 2"),
            ("ā + 日", "ā + 日"),
            (r"2\frac{1}{2}", "2 1/2"),
            (r"\frac12x", "1/2 x"),
            (r"\sqrt{2}3", "√2 3"),
            (r"\left(\frac12\right)^2", "(1/2)²"),
            (r"0.1\overline{6}", "0.16\u{305}"),
            (r"0.\dot{3}", "0.3\u{307}"),
            (r"\overrightarrow{AB}", "A\u{20d7}B\u{20d7}"),
            (r"\underline{x}", "x\u{332}"),
            (r"\underbrace{1+2}_{3}", "(1 + 2)_3"),
            (r"\overset{n}{x}", "x^n"),
            (r"\binom{4}{2}", "(4 choose 2)"),
            (r"(-2)^2", "(−2)²"),
            (r"-3 + -4", "−3 + −4"),
            (r"5^{-1}", "5^(−1)"),
            (r"\lim_{x\to0} 2\sin x", "lim_(x → 0) 2 sin x"),
            (r"\sum_{i=1}^{n} i", "∑_(i = 1)^n i"),
        ] {
            let math = read(latex, false).unwrap_or_else(|problem| panic!("{latex}: {problem:?}"));
            assert_eq!(math.words, line, "{latex}");
        }
    }
}
