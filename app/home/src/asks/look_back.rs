//! What was answered before, above the question that looks back at it.

use leptos::prelude::untrack;
use ui::element::{Node, el, live};
use ui::{result_words, say};
use work::in_words_of;
use work::result::answer_lines;

use super::Field;

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

    /// The answer to read, a paragraph for each line.
    fn lines(&self) -> Vec<Node> {
        let lines = self.look(|value| {
            let value = value.filter(|value| !value.is_empty())?;
            Some(answer_lines(&self.shown, &in_words_of(&self.ask, &self.shown, value), &result_words::label))
        });
        lines.into_iter().flatten().map(|line| el("p").child(line).into()).collect()
    }
}
