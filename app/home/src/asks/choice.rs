//! One of several, and any number of several.

use ui::element::{Node, el};
use ui::say;
use work::Value;

use super::{Field, option};

pub fn choice(field: Field, options: Vec<String>) -> Node {
    let chosen = match field.value() {
        Some(Value::Choice(chosen)) => chosen,
        _ => String::new(),
    };
    let name = field.element("answer");
    let radios = options.into_iter().map(|words| {
        let (field, held, value) = (field.clone(), words == chosen, words.clone());
        option("radio", &name, &words, held, move |_| field.give(Value::Choice(value.clone())))
    });
    field.group("radiogroup").children(radios).into()
}

pub fn choices(field: Field, options: Vec<String>) -> Node {
    let held = chosen(&field);
    let boxes = options.iter().map(|words| {
        let (field, options, value) = (field.clone(), options.clone(), words.clone());
        let tick = move |ticked: bool| {
            let mut now = chosen(&field);
            now.retain(|option| *option != value);
            if ticked {
                now.push(value.clone());
            }
            field.give(Value::Choices(in_order(&options, &now)));
        };
        option("checkbox", "", words, held.contains(words), tick)
    });
    field.group("group").child(el("p").class("quiet").child(say::home_choices_any())).children(boxes).into()
}

fn chosen(field: &Field) -> Vec<String> {
    match field.value() {
        Some(Value::Choices(chosen)) => chosen,
        _ => Vec::new(),
    }
}

/// What was chosen in the order of the question. Options that the teacher has taken away meanwhile are let go with the next tick.
fn in_order(options: &[String], chosen: &[String]) -> Vec<String> {
    options.iter().filter(|option| chosen.contains(option)).cloned().collect()
}
