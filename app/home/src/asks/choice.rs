//! One of several, and any number of several.

use assignment::Kind;
use ui::element::{Node, el};
use ui::say;
use work::Value;

use super::{Field, option};

/// `labels` are the options as they are read here; what is kept is the option in the teacher's own words.
pub fn choice(field: Field, labels: &[String]) -> Node {
    let name = field.element("answer");
    let radios = options(&field).into_iter().zip(labels).map(|(words, label)| {
        let (held, given) = (field.clone(), field.clone());
        let value = Value::Choice(words);
        let chosen = value.clone();
        let is_chosen = move || held.is(&chosen);
        option("radio", &name, label, is_chosen, move |_| given.give(value.clone())).taught(true).into()
    });
    field.group("radiogroup").children(radios).into()
}

pub fn choices(field: &Field, labels: &[String]) -> Node {
    let boxes = boxes(field, &options(field), labels, Value::Choices);
    field.group("group").child(el("p").class("quiet").child(say::home_choices_any())).children(boxes).into()
}

fn options(field: &Field) -> Vec<String> {
    match &field.ask.kind {
        Kind::Choice { options, .. } | Kind::Choices { options, .. } => options.clone(),
        _ => Vec::new(),
    }
}

/// A box to tick for each of the options.
pub fn boxes(
    field: &Field,
    options: &[String],
    labels: &[String],
    value: fn(Vec<String>) -> Value,
) -> Vec<Node> {
    let is_agreement = matches!(field.ask.kind, Kind::Agreement { .. });
    let each = |(words, label): (&String, &String)| {
        let (held, given) = (field.clone(), field.clone());
        let (options, words, own) = (options.to_vec(), words.clone(), words.clone());
        let tick = move |ticked: bool| {
            let mut now = given.value_now().as_ref().map(ticked_in).unwrap_or_default().to_vec();
            now.retain(|option| *option != words);
            if ticked {
                now.push(words.clone());
            }
            given.give(value(in_order(&options, &now)));
        };
        let is_chosen = move || held.look(|value| value.is_some_and(|value| ticked_in(value).contains(&own)));
        // Who agrees is the interface's words.
        option("checkbox", "", label, is_chosen, tick).taught(!is_agreement).into()
    };
    options.iter().zip(labels).map(each).collect()
}

fn ticked_in(value: &Value) -> &[String] {
    match value {
        Value::Choices(ticked) | Value::Agreement(ticked) => ticked,
        _ => &[],
    }
}

/// What was chosen in the order of the question. Options that the teacher has taken away meanwhile are let go with the next tick.
fn in_order(options: &[String], chosen: &[String]) -> Vec<String> {
    options.iter().filter(|option| chosen.contains(option)).cloned().collect()
}
