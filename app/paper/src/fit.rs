//! How closely an assignment is set, so that it fits on two sides.
//!
//! Nobody measures the page before it is printed: these pages have no script. So its height is estimated from its words and rooms
//! ([`crate::height`]), and of a few settings the roomiest is taken in which two sides are enough.

use assignment::{Assignment, Class, direction};

use crate::height::{Block, blocks};

/// The height of a side in millimetres: A4 without the margins in the stylesheet.
const SIDE: f64 = 278.0;

/// What part of a side is kept free: an estimate is not a measure.
const SPARE: f64 = 0.015;

/// Arabic letters stand higher and lower than Latin ones.
const HIGH_LETTERS: f64 = 1.15;

/// No answer on paper has more lines.
const MOST_LINES: u32 = 16;

/// How closely a page is set. The stylesheet has the same figures under the same name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Fit {
    /// The class in the stylesheet.
    pub name: &'static str,
    /// The size of the type, in points.
    pub size: f64,
    /// The height of a line of print, in sizes of the type.
    pub leading: f64,
    /// The size of the type in the letter and in tips, in sizes of the type.
    pub aside: f64,
    /// The height of a line to write on, in millimetres.
    pub pitch: f64,
    /// The height of a frame to draw in.
    pub frame: f64,
    /// What stands between two questions.
    pub gap: f64,
    /// More lines than this are not in one answer: the rest of a long story is written on another piece of paper.
    pub most_lines: u32,
}

const ROOMY: Fit = Fit {
    name: "paper-roomy",
    size: 11.0,
    leading: 1.3,
    aside: 1.0,
    pitch: 9.0,
    frame: 55.0,
    gap: 3.4,
    most_lines: MOST_LINES,
};

const USUAL: Fit = Fit { name: "paper-usual", size: 10.5, pitch: 8.0, frame: 42.0, gap: 2.6, ..ROOMY };

const CLOSE: Fit =
    Fit { name: "paper-close", leading: 1.25, aside: 0.953, pitch: 7.2, frame: 34.0, gap: 1.9, ..USUAL };

const SNUG: Fit = Fit { name: "paper-snug", leading: 1.21, pitch: 7.0, frame: 32.0, gap: 1.6, ..CLOSE };

const TIGHT: Fit = Fit { name: "paper-tight", size: 10.0, aside: 1.0, ..SNUG };

const CLOSEST: Fit = Fit { name: "paper-closest", leading: 1.18, pitch: 6.8, frame: 28.0, gap: 1.3, ..TIGHT };

/// The settings from the roomiest to the closest, each with the fewest lines to which it may cut long answers.
const ALL: [(Fit, u32); 6] =
    [(ROOMY, MOST_LINES), (USUAL, MOST_LINES), (CLOSE, MOST_LINES), (SNUG, 8), (TIGHT, 6), (CLOSEST, 4)];

impl Fit {
    /// The roomiest in which two sides are enough; the closest when none is.
    pub fn of(assignment: &Assignment, class: Option<&Class>) -> Self {
        let leading = if direction(&assignment.head.lang) == "rtl" { HIGH_LETTERS } else { 1.0 };
        // To cut lines from long answers is better than smaller type.
        let mut tried = ALL.into_iter().flat_map(|(fit, fewest)| {
            (fewest..=MOST_LINES).rev().map(move |most_lines| Self {
                most_lines,
                leading: fit.leading * leading,
                ..fit
            })
        });
        tried.find(|fit| fit.is_enough(assignment, class)).unwrap_or(Self { most_lines: 4, ..CLOSEST })
    }

    /// Whether two sides are enough.
    pub fn is_enough(&self, assignment: &Assignment, class: Option<&Class>) -> bool {
        sides(&blocks(assignment, class, self)) <= 2
    }

    /// How many lines there are to write on, where the assignment wants so many.
    pub fn lines(&self, wanted: u32) -> u32 {
        wanted.clamp(2, self.most_lines)
    }
}

/// Whether one side may be enough, or nearly.
pub(crate) fn may_be_one_side(assignment: &Assignment, class: Option<&Class>, fit: &Fit) -> bool {
    let height: f64 = blocks(assignment, class, fit).iter().map(|block| block.height).sum();
    height < SIDE * 1.2
}

/// On how many sides blocks stand that are not broken.
fn sides(blocks: &[Block]) -> usize {
    let (mut sides, mut filled) = (1, 0.0);
    for together in blocks.chunk_by(|one, _| one.keeps_with_next) {
        let height: f64 = together.iter().map(|block| block.height).sum();
        if filled + height > SIDE * (1.0 - SPARE) {
            sides += 1;
            filled = 0.0;
        }
        filled += height;
    }
    sides
}

#[cfg(test)]
mod tests {
    use assignment::source::compile;

    use super::*;
    use crate::style::STYLE;

    /// The value that a setting has in the stylesheet; the usual setting's are those of every page.
    fn in_style(class: &str, name: &str) -> Option<String> {
        let rule = STYLE.split_once(&format!("\n.{class} {{"))?.1.split_once('}')?.0;
        let value = rule.split_once(&format!("--{name}: "))?.1.split_once(';')?.0;
        Some(value.trim_end_matches(|c: char| c.is_alphabetic()).to_owned())
    }

    #[test]
    fn the_stylesheet_has_the_same_figures() {
        for (fit, _) in ALL {
            for (name, figure) in [
                ("size", fit.size),
                ("leading", fit.leading),
                ("aside", fit.aside),
                ("pitch", fit.pitch),
                ("frame", fit.frame),
                ("gap", fit.gap),
            ] {
                let value = in_style(fit.name, name).or_else(|| in_style("paper", name)).unwrap();
                assert_eq!(value, figure.to_string(), "{} of {}", name, fit.name);
            }
        }
    }

    fn homework(sentences: usize, lines: u32) -> Assignment {
        let words = "This is a sentence for a child to read at home. ".repeat(sentences);
        let ask = |at: u32| {
            format!(
                "```ask text\nid: a{at}\nwho: together\nquestion: What do you think, and why?\nlines: {lines}\n```\n\n"
            )
        };
        let source = format!(
            "---\ntitle: A\n---\nDear whānau\n\n## Look\n\n{words}\n\n{}",
            (0..6).map(ask).collect::<String>()
        );
        compile("a", &source, None).assignment
    }

    #[test]
    fn the_more_there_is_the_closer_it_is_set() {
        let of = |sentences, lines| Fit::of(&homework(sentences, lines), None);
        assert_eq!(of(20, 3), ROOMY);
        let sizes = [20, 80, 110, 400].map(|sentences| of(sentences, 3).size);
        assert!(sizes.is_sorted_by(|one, next| one >= next) && sizes[0] > sizes[3], "{sizes:?}");
        assert_eq!(of(400, 3).name, "paper-closest");
    }

    #[test]
    fn long_answers_are_cut_before_the_type_is_small() {
        let fit = Fit::of(&homework(20, 10), None);
        assert!(fit.most_lines < 10 && fit.size > 10.0, "{fit:?}");
        assert_eq!([1, 3, 30].map(|wanted| fit.lines(wanted)), [2, 3, fit.most_lines]);
    }

    #[test]
    fn what_belongs_together_stands_on_one_side() {
        let block = |height, keeps_with_next| Block { height, keeps_with_next };
        assert_eq!(sides(&[block(150.0, false), block(100.0, false)]), 1);
        assert_eq!(sides(&[block(150.0, false), block(20.0, true), block(120.0, false)]), 2);
        assert_eq!(sides(&[block(200.0, false), block(200.0, false), block(200.0, false)]), 3);
    }
}
