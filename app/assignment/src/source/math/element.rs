//! The tree of a formula: what the library writes, as far as every browser shows it.

use crate::document::{IN_FORMULA, IN_FORMULA_WITH, escape};

/// An element of the formula.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name, or for words nothing.
    pub tag: String,
    /// Words, when it has no name.
    pub text: String,
    /// What is in it.
    pub inside: Vec<Element>,
}

impl Element {
    /// The tree of what the library has written.
    pub fn of(mathml: &str) -> Option<Self> {
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

    /// Adds it to the HTML of a page.
    pub fn push_html(&self, html: &mut String) {
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

    /// Its name without attributes.
    pub fn name(&self) -> &str {
        self.tag.split(' ').next().unwrap_or_default()
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
