//! In which language this homework is read.

use leptos::prelude::*;
use ui::element::{Element, Node, el};
use ui::{result_words, say};

use super::frame::stay_at;
use crate::asks::option;
use crate::home::Home;
use crate::open_work::OpenWork;
use crate::reading::{Reading, languages};

/// The languages to choose from, when there are several, and whether two are wanted at once.
pub fn choose_language(home: Home, open: OpenWork) -> Option<Node> {
    let (child, reads, languages) = open.work.with_untracked(|work| {
        (work.profile.id.clone(), work.profile.reads.clone(), languages(home, &work.record))
    });
    if languages.len() < 2 {
        return None;
    }
    let original = languages.first().cloned().unwrap_or_default();
    let mut reading = Reading::of(&reads);
    if !languages.contains(&reading.lang) {
        reading.lang.clone_from(&original);
    }
    let choices = languages.into_iter().map(|lang| {
        let (child, chosen) = (child.clone(), lang == reading.lang);
        let next = Reading { lang: lang.clone(), ..reading.clone() };
        option(
            "radio",
            "language",
            &result_words::language(&lang),
            move || chosen,
            move |_| {
                stay_at("[name=language]:checked");
                home.read_in(&child, next.to_profile());
            },
        )
        .into()
    });
    let group: Element =
        el("fieldset").class("reading").child(el("legend").child(say::home_reading())).children(choices);
    let beside = (reading.lang != original).then(|| {
        let (child, reading) = (child.clone(), reading.clone());
        let is_beside = reading.is_beside;
        option(
            "checkbox",
            "",
            &say::home_reading_beside(),
            move || is_beside,
            move |is_beside| {
                let next = Reading { is_beside, ..reading.clone() };
                stay_at(".reading [type=checkbox]");
                home.read_in(&child, next.to_profile());
            },
        )
    });
    let missing = open.is_untranslated.then(|| el("p").class("problem").child(say::home_reading_missing()));
    Some(group.child(beside).child(missing).into())
}
