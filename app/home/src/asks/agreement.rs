//! What three parties promise each other.

use ui::element::{Element, Node, el};
use ui::say;
use work::{PARTIES, Value};

use super::Field;
use super::choice::boxes;

/// The promises of each party, and below them who agrees. The teacher has agreed by writing them.
pub fn agreement(field: &Field, student: Vec<String>, family: Vec<String>, teacher: Vec<String>) -> Node {
    let promises = el("div")
        .class("promises")
        .child(party(say::home_agreement_student(), student))
        .child(party(say::home_agreement_family(), family))
        .child(party(say::home_agreement_teacher(), teacher));
    let agree = [say::home_agreement_student_agrees(), say::home_agreement_family_agrees()];
    let boxes = boxes(field, &PARTIES.map(str::to_owned), &agree, Value::Agreement);
    field.group("group").child(promises).children(boxes).into()
}

fn party(whose: String, promises: Vec<String>) -> Element {
    let items = promises.into_iter().map(|promise| el("li").taught(true).child(promise).into());
    el("div").child(el("strong").child(whose)).child(el("ul").children(items))
}
