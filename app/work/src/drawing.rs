//! A drawing: the strokes of a pen, so that it can go on later, takes little room, and is sharp at any size.

use serde::{Deserialize, Serialize};

/// The paper's width and height, in its own units.
pub const PAPER: (u16, u16) = (800, 600);

/// The pens, by the letter that a stroke begins with: black, red, blue, green, yellow.
pub const PENS: [char; 5] = ['k', 'r', 'b', 'g', 'y'];

/// Strokes, one a line: the pen's letter, then points such as `12,340`, with a space between two of them.
///
/// ```
/// let drawing = work::Drawing::new("k10,20 15,40\nr400,300".to_owned()).unwrap();
/// assert_eq!(drawing.strokes().count(), 2);
/// assert_eq!(work::Drawing::new("k10,20 <script>".to_owned()), None);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Drawing(String);

assignment::words!(Drawing);

impl Drawing {
    /// Takes strokes; `None` for any other text. A page shows them as they are, so nothing else may be in them.
    pub fn new(strokes: String) -> Option<Self> {
        strokes.lines().all(is_stroke).then_some(Self(strokes))
    }

    /// Whether nothing is drawn.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each stroke: its pen, and its points.
    pub fn strokes(&self) -> impl Iterator<Item = (char, &str)> {
        self.0.lines().filter_map(|stroke| {
            let mut points = stroke.chars();
            points.next().map(|pen| (pen, points.as_str()))
        })
    }

    /// The strokes as they are written.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.0.lines().map(str::to_owned).collect()
    }

    /// A drawing of strokes of others.
    pub(crate) fn of_lines(lines: &[String]) -> Self {
        Self(lines.join("\n"))
    }

    /// The drawing with one more stroke; as it is, when that is none.
    #[must_use]
    pub fn with(&self, stroke: &str) -> Self {
        if !is_stroke(stroke) {
            return self.clone();
        }
        let mut strokes = self.0.clone();
        if !strokes.is_empty() {
            strokes.push('\n');
        }
        strokes.push_str(stroke);
        Self(strokes)
    }

    /// The drawing without its last stroke.
    #[must_use]
    pub fn without_last(&self) -> Self {
        let end = self.0.bytes().rposition(|byte| byte == b'\n').unwrap_or(0);
        Self(self.0[..end].to_owned())
    }

    /// The drawing as SVG. Its colours are classes: `pen-k` and so on.
    pub fn svg(&self) -> String {
        let (width, height) = PAPER;
        let mut svg = format!("<svg viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\">");
        for (pen, points) in self.strokes() {
            for part in ["<polyline class=\"pen-", pen.encode_utf8(&mut [0; 4]), "\" points=\"", points] {
                svg.push_str(part);
            }
            // A tap is a point, and a line of one point would not be seen.
            if !points.contains(' ') {
                svg.push(' ');
                svg.push_str(points);
            }
            svg.push_str("\"/>");
        }
        svg.push_str("</svg>");
        svg
    }
}

fn is_stroke(stroke: &str) -> bool {
    let Some(points) = stroke.strip_prefix(PENS) else { return false };
    points.split(' ').all(|point| {
        point.split_once(',').is_some_and(|(x, y)| {
            [x, y].iter().all(|number| {
                (1..=4).contains(&number.len()) && number.bytes().all(|digit| digit.is_ascii_digit())
            })
        })
    })
}

impl TryFrom<String> for Drawing {
    type Error = &'static str;

    fn try_from(strokes: String) -> Result<Self, Self::Error> {
        Self::new(strokes).ok_or("not a drawing")
    }
}

impl From<Drawing> for String {
    fn from(drawing: Drawing) -> Self {
        drawing.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_come_and_go() {
        let one = Drawing::default().with("k1,2 3,4");
        let two = one.with("r5,6");
        assert_eq!(String::from(two.clone()), "k1,2 3,4\nr5,6");
        assert_eq!(two.without_last(), one);
        assert!(one.without_last().is_empty() && Drawing::default().without_last().is_empty());
        assert_eq!(one.with("nonsense"), one);
    }

    #[test]
    fn only_strokes_are_a_drawing() {
        for evil in [
            "x1,2",
            "k",
            "k1",
            "k1,2 ",
            "k1,2\"/><script>",
            "k1,2 3,-4",
            "k12345,1",
            "k1,2\n\nk3,4",
            "k1.5,2",
            "k１,2",
        ] {
            assert_eq!(Drawing::new(evil.to_owned()), None, "{evil}");
        }
        assert_eq!(Drawing::new(String::new()), Some(Drawing::default()));
    }

    #[test]
    fn a_tap_can_be_seen() {
        let svg = Drawing::default().with("g7,8").svg();
        assert!(svg.contains("<polyline class=\"pen-g\" points=\"7,8 7,8\"/>"), "{svg}");
    }
}
