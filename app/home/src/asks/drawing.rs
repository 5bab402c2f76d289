//! A drawing, by finger, pen or mouse. `public/capture.js` follows the pointer, and tells the paper of each line and each button.

use leptos::prelude::*;
use ui::element::{Element, Node, el, live};
use ui::{browser, say};
use work::{Drawing, PENS, Value};

use super::{Field, capture_script};

/// What the buttons say to the paper.
mod command {
    pub const UNDO: &str = "undo";
    pub const AGAIN: &str = "again";
    pub const BACK: &str = "back";
}

pub fn drawing(field: &Field) -> Node {
    // What was there when somebody started again.
    let before = StoredValue::new(Drawing::default());
    let (of, counted, drawn, to) = (field.clone(), field.clone(), field.clone(), field.clone());
    let lines = move || say::home_drawing_lines(counted.look(drawing_in).strokes().count());
    let paper = el("div")
        .class("canvas")
        .attr("role", "img")
        .live_attr("aria-label", move || Some(lines()))
        .on("stroke", move |event| {
            let now = drawing_in(to.value_now().as_ref());
            let next = match browser::told_words(&event).unwrap_or_default().as_str() {
                command::UNDO => now.without_last(),
                command::AGAIN => {
                    before.set_value(now);
                    Drawing::default()
                }
                command::BACK => before.get_value(),
                stroke => now.with(stroke),
            };
            to.give(Value::Drawing(next));
        })
        .child(live(move || el("div").drawing(&drawn.look(drawing_in))));
    let is_empty = move || of.look(|value| value.is_none_or(Value::is_empty));
    let is_drawn = is_empty.clone();
    // It must not take away what was drawn since.
    let is_back = move || is_empty() && !before.with_value(Drawing::is_empty);
    let (is_there, can_undo) = (is_drawn.clone(), is_drawn);
    let buttons = el("p")
        .class("actions")
        .child(button(command::UNDO, say::home_drawing_undo()).live_flag("hidden", can_undo))
        .child(button(command::AGAIN, say::home_drawing_again()).live_flag("hidden", is_there))
        .child(button(command::BACK, say::home_row_back()).live_flag("hidden", move || !is_back()));
    let how = field.element("how");
    field
        .group("group")
        .attr("aria-describedby", how.clone())
        .child(capture_script())
        .child(el("p").class("quiet").attr("id", how).child(say::home_drawing_how()))
        .child(pens(field))
        .child(paper)
        .child(buttons)
        .into()
}

fn drawing_in(value: Option<&Value>) -> Drawing {
    match value {
        Some(Value::Drawing(drawing)) => drawing.clone(),
        _ => Drawing::default(),
    }
}

fn button(command: &str, words: String) -> Element {
    el("button").attr("type", "button").class("small quiet").attr("value", command).child(words)
}

/// The pens. Which is chosen matters only to the next line.
fn pens(field: &Field) -> Element {
    let name = field.element("pen");
    let words = [
        say::home_pen_black(),
        say::home_pen_red(),
        say::home_pen_blue(),
        say::home_pen_green(),
        say::home_pen_yellow(),
    ];
    let pens = PENS.into_iter().zip(words).map(|(pen, words)| {
        let radio = el("input")
            .attr("type", "radio")
            .attr("name", name.clone())
            .attr("value", pen.to_string())
            .flag("checked", pen == PENS[0]);
        el("label").class(&format!("option pen-{pen}")).child(radio).child(words).into()
    });
    el("div")
        .class("pens")
        .attr("role", "radiogroup")
        .attr("aria-label", say::home_drawing_pen())
        .children(pens)
}
