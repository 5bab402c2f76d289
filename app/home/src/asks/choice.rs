//! One of several, and any number of several.

use ui::element::{Node, el};
use ui::say;
use work::Value;

use super::{Field, option};

pub fn choice(field: Field, options: Vec<String>) -> Node {
    let name = field.element("answer");
    let radios = options.into_iter().map(|words| {
        let (held, given) = (field.clone(), field.clone());
        let value = Value::Choice(words.clone());
        let chosen = value.clone();
        let is_chosen = move || held.is(&chosen);
        option("radio", &name, &words, is_chosen, move |_| given.give(value.clone()))
    });
    field.group("radiogroup").children(radios).into()
}

pub fn choices(field: Field, options: Vec<String>) -> Node {
    let boxes = options.iter().map(|words| {
        let (held, given) = (field.clone(), field.clone());
        let (options, value, own) = (options.clone(), words.clone(), words.clone());
        let tick = move |ticked: bool| {
            let mut now = match given.value_now() {
                Some(Value::Choices(chosen)) => chosen,
                _ => Vec::new(),
            };
            now.retain(|option| *option != value);
            if ticked {
                now.push(value.clone());
            }
            given.give(Value::Choices(in_order(&options, &now)));
        };
        let is_chosen =
            move || held.look(|value| matches!(value, Some(Value::Choices(chosen)) if chosen.contains(&own)));
        option("checkbox", "", words, is_chosen, tick)
    });
    field.group("group").child(el("p").class("quiet").child(say::home_choices_any())).children(boxes).into()
}

/// What was chosen in the order of the question. Options that the teacher has taken away meanwhile are let go with the next tick.
fn in_order(options: &[String], chosen: &[String]) -> Vec<String> {
    options.iter().filter(|option| chosen.contains(option)).cloned().collect()
}
