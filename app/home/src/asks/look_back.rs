//! What was answered before, above the question that looks back at it.

use leptos::prelude::untrack;
use ui::element::{Node, el, live};
use ui::{medium, result_words, say};
use work::result::answer_lines;
use work::{Value, in_words_of};

use super::Field;
use super::captures::coming;

/// The earlier question with its answer, following it. Nothing where this question does not look back.
pub fn look_back(field: &Field) -> Option<Node> {
    let earlier = field.open.ask(&field.ask.looks_back_at)?;
    let question = el("p").class("quiet").prose(&earlier.shown.question);
    let lines = move || {
        let lines = earlier.lines();
        if lines.is_empty() {
            vec![el("p").class("quiet").child(say::home_look_back_nothing()).into()]
        } else {
            lines
        }
    };
    Some(el("blockquote").class("look-back").child(question).child(live(lines)).into())
}

impl Field {
    /// The answer to read, without following it.
    pub fn said(&self) -> Vec<Node> {
        untrack(|| self.lines())
    }

    /// The answer to read: a paragraph for each line, and above it what a line can only name.
    fn lines(&self) -> Vec<Node> {
        let value = self.look(|value| value.filter(|value| !value.is_empty()).cloned());
        let Some(value) = value else { return Vec::new() };
        let mut nodes = Vec::new();
        if let Value::Drawing(drawing) = &value {
            nodes.push(el("div").class("drawing").drawing(drawing).into());
        }
        let is_photo = matches!(value, Value::Photo(_));
        let lines =
            answer_lines(&self.shown, &in_words_of(&self.ask, &self.shown, &value), &result_words::label);
        for (at, line) in lines.into_iter().enumerate() {
            if let Some(capture) = value.captures().get(at) {
                let words = line.clone();
                let coming = coming(self.open, capture.id.clone());
                nodes.push(medium(is_photo, coming, Box::new(move || words.clone())));
            }
            nodes.push(el("p").child(line).into());
        }
        nodes
    }
}
