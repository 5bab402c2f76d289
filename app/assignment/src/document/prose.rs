//! Words with their formatting, as the few kinds of HTML that a teacher's text can be.
//!
//! A phone shows them as they are, so nothing else may be in them: [`Prose::new`] reads every tag and refuses a text with
//! any that the compiler does not write. A document can come from anywhere; it cannot carry a script. Formulas are MathML.

use serde::{Deserialize, Serialize};

/// HTML that has been checked: known tags without attributes, links to `https:` and `mailto:`, pictures from `media/`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Prose(String);

crate::words!(Prose);

/// The tags that stand without attributes.
const TAGS: [&str; 19] = [
    "p",
    "h3",
    "ul",
    "ul class=\"cue-cards\"",
    "li",
    "blockquote",
    "pre",
    "table",
    "tr",
    "th",
    "td",
    "hr",
    "em",
    "strong",
    "code",
    "br",
    "ol",
    "a",
    "math",
];

/// The elements of a formula that stand without attributes.
pub(crate) const IN_FORMULA: [&str; 17] = [
    "mrow",
    "mi",
    "mn",
    "mo",
    "mtext",
    "mfrac",
    "msqrt",
    "mroot",
    "msup",
    "msub",
    "msubsup",
    "munder",
    "mover",
    "munderover",
    "mtable",
    "mtr",
    "mtd",
];

/// Elements of a formula with an attribute without which they would look wrong.
pub(crate) const IN_FORMULA_WITH: [&str; 2] = ["mo stretchy=\"true\"", "mfrac linethickness=\"0\""];

const LINK: &str = "a target=\"_blank\" rel=\"noopener noreferrer\" href=\"";
const PICTURE: &str = "img loading=\"lazy\" src=\"assignments/";
const NUMBERED: &str = "ol start=\"";
const FORMULA: &str = "math alttext=\"";
const FORMULA_ALONE: &str = "math display=\"block\" alttext=\"";

impl Prose {
    /// Takes HTML that is made of known tags only; `None` for any other text.
    pub fn new(html: String) -> Option<Self> {
        let mut rest = html.as_str();
        while let Some(at) = rest.find('<') {
            let (tag, after) = rest[at + 1..].split_once('>')?;
            if !is_known(tag) {
                return None;
            }
            rest = after;
        }
        Some(Self(html))
    }

    /// Plain words.
    pub fn plain_words(words: &str) -> Self {
        let mut html = String::new();
        escape(&mut html, words);
        Self(html)
    }

    /// HTML that was put together from others that have been checked.
    pub(super) fn of_parts(html: String) -> Self {
        Self(html)
    }

    /// The HTML, to be shown as it is.
    pub fn html(&self) -> &str {
        &self.0
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words without their formatting.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut rest = self.0.as_str();
        while let Some((words, more)) = rest.split_once('<') {
            text.push_str(words);
            let (tag, mut after) = more.split_once('>').unwrap_or((more, ""));
            match tag {
                "br" | "/p" | "/li" | "/tr" | "/h3" | "/span" => text.push('\n'),
                "/td" | "/th" => text.push(' '),
                // A formula's own signs stand one above the other; its words say how they belong together.
                _ if tag.starts_with("math ") => {
                    text.push_str(attribute(tag, " alttext=\"").unwrap_or_default());
                    after = after.split_once("</math>").map_or("", |(_, after)| after);
                }
                _ => text.push_str(attribute(tag, " alt=\"").unwrap_or_default()),
            }
            rest = after;
        }
        text.push_str(rest);
        let text =
            text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        text.trim_end().to_owned()
    }
}

/// Whether the compiler writes such a tag: what stands between `<` and `>`.
fn is_known(tag: &str) -> bool {
    let name = tag.strip_prefix('/').unwrap_or(tag);
    if [&TAGS[..], &IN_FORMULA, &IN_FORMULA_WITH].iter().any(|tags| tags.contains(&name)) {
        return true;
    }
    if let Some(first) = value_after(tag, NUMBERED) {
        return first.bytes().all(|b| b.is_ascii_digit());
    }
    if value_after(tag, FORMULA).or(value_after(tag, FORMULA_ALONE)).is_some() {
        return true;
    }
    if let Some(address) = value_after(tag, LINK) {
        return is_link(address);
    }
    // A picture has two values: the address, and the words for those who cannot see it.
    let picture = tag.strip_prefix(PICTURE).and_then(|rest| rest.split_once("\" alt=\""));
    picture.is_some_and(|(address, words)| {
        is_media(address) && words.strip_suffix('"').is_some_and(|words| !words.contains('"'))
    })
}

/// The value of a tag that is `start`, one value and a closing quote.
fn value_after<'t>(tag: &'t str, start: &str) -> Option<&'t str> {
    tag.strip_prefix(start)?.strip_suffix('"').filter(|value| !value.contains('"'))
}

fn attribute<'t>(tag: &'t str, start: &str) -> Option<&'t str> {
    tag.split_once(start).and_then(|(_, value)| value.strip_suffix('"'))
}

/// Adds words to HTML.
pub(crate) fn escape(html: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '&' => html.push_str("&amp;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(c),
        }
    }
}

impl TryFrom<String> for Prose {
    type Error = &'static str;

    fn try_from(html: String) -> Result<Self, Self::Error> {
        Self::new(html).ok_or("text with a tag that no assignment has")
    }
}

impl From<Prose> for String {
    fn from(prose: Prose) -> Self {
        prose.0
    }
}

/// Whether a link may go there: to an `https:` or `mailto:` address.
pub(crate) fn is_link(address: &str) -> bool {
    ["https://", "mailto:"]
        .iter()
        .any(|scheme| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

/// Whether a picture may come from there: a file in `media/`, named without steps up or sideways. The address is as a page has
/// it, so an `&` that is not `&amp;` would be read as another sign, and browsers leave out tabs and line ends.
pub(crate) fn is_media(address: &str) -> bool {
    address.strip_prefix("media/").is_some_and(|name| {
        !name.is_empty()
            && name.split('/').all(|step| !step.is_empty() && !step.starts_with('.'))
            && !name.replace("&amp;", "").contains(|c| c <= ' ' || "\\:?#%&;\"<>".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_compiler_never_writes_is_refused() {
        for evil in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<p onclick=\"x\">",
            "<P>",
            "<p >",
            "< p>",
            "<a href=\"https://example.org\">",
            "<a target=\"_blank\" rel=\"noopener noreferrer\" href=\"javascript:alert(1)\">",
            "<a target=\"_blank\" rel=\"noopener noreferrer\" href=\"https://x\" onclick=\"y\">",
            "<img loading=\"lazy\" src=\"assignments/../x.png\" alt=\"\">",
            "<img loading=\"lazy\" src=\"assignments/media/x.png\" alt=\"\" onload=\"x\">",
            "<img loading=\"lazy\" src=\"assignments/media/x.png\" onload=\"x\" alt=\"\">",
            "<img loading=\"lazy\" src=\"assignments/media/&period;&period;/x&quest;y\" alt=\"\">",
            "<ol start=\"1\" onclick=\"2\">",
            "<!-- x -->",
            "<p",
            "<svg/onload=x>",
            "<math alttext=\"x\" href=\"javascript:alert(1)\">",
            "<math href=\"javascript:alert(1)\">",
            "<mi xlink:href=\"javascript:alert(1)\">",
            "<maction actiontype=\"statusline\">",
            "<annotation-xml encoding=\"text/html\">",
            "<mglyph src=\"x\">",
        ] {
            assert_eq!(Prose::new(evil.to_owned()), None, "{evil}");
        }
    }

    #[test]
    fn text_is_the_words_alone() {
        let html =
            "<p>Half of <strong>12</strong> &lt;b&gt; &amp;lt; &quot;x&quot;<br>now</p><ul><li>one</li></ul>";
        let prose = Prose::new(html.to_owned()).unwrap();
        assert_eq!(prose.text(), "Half of 12 <b> &lt; \"x\"\nnow\none");
        assert_eq!(Prose::plain_words("a < b").html(), "a &lt; b");
        let formula = "Is <math alttext=\"3/4 &lt; 1\"><mfrac><mn>3</mn><mn>4</mn></mfrac><mo>&lt;</mo><mn>1</mn></math>?";
        assert_eq!(Prose::new(formula.to_owned()).unwrap().text(), "Is 3/4 < 1?");
    }

    #[test]
    fn only_files_in_media_are_pictures_and_only_two_schemes_are_links() {
        for bad in [
            "media/../x.png",
            "media/",
            "media//x.png",
            "/media/x.png",
            "media/x.png?y",
            "media/%2e%2e/x.png",
            "media/&period;&period;/x&quest;y",
            "media/&#46;&#46;/x.png",
            "media/&ampamp;/x.png",
            "media/&amp/x.png",
            "media/a;b.png",
            "media/\t../x.png",
            "media/x\n.png",
            "media/x y.png",
        ] {
            assert!(!is_media(bad), "{bad}");
        }
        assert!(is_media("media/week-3/kiwi.jpg"));
        assert!(is_media("media/fish&amp;chips.jpg"));
        assert!(is_link("HTTPS://example.org") && is_link("mailto:room12@school.example"));
        assert!(!is_link("http://example.org") && !is_link("é"));
    }
}
