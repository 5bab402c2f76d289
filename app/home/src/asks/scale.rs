//! How much.

use ui::element::{Node, el};
use ui::say;
use work::{Rating, Value};

use super::Field;

pub fn scale(field: Field, low: &str, high: &str, steps: u32) -> Node {
    let radios = (1..=steps).map(|step| {
        // The words at the two ends belong to the two ends for those who cannot see where they stand.
        let mut spoken = say::scale_step(step, steps);
        for (end, words) in [(1, low), (steps, high)] {
            if step == end {
                spoken.push_str(": ");
                spoken.push_str(words);
            }
        }
        let (held, given) = (field.clone(), field.clone());
        let rating = Value::Scale(Rating { step, of: steps });
        let chosen = rating.clone();
        let input = el("input")
            .attr("type", "radio")
            .attr("name", field.element("answer"))
            .attr("aria-label", spoken)
            .checked(move || held.is(&chosen))
            .on("change", move |_| given.give(rating.clone()));
        let number = el("span").attr("aria-hidden", "true").child(step.to_string());
        el("label").class("step").child(input).child(number).into()
    });
    let ends = el("p")
        .class("ends")
        .attr("aria-hidden", "true")
        .child(el("span").child(low.to_owned()))
        .child(el("span").child(high.to_owned()));
    let steps = el("div").class("steps").children(radios);
    field.group("radiogroup").child(steps).child(ends).into()
}
