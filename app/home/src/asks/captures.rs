//! Photos and recordings, each with its day and a few words.

use std::sync::{Arc, Mutex};

use assignment::{Column, Kind, json};
use leptos::prelude::*;
use ui::element::{Element, Node, el, live};
use ui::{Coming, medium, say};
use work::{Answer, Capture, Entry, Medium, Value};

use super::line::Line;
use super::log::day;
use super::rows::{Growing, Sheet, rows};
use super::{Field, capture_script};
use crate::open_work::OpenWork;
use crate::saving::{Saving, Status};

/// The column of the words.
const WORDS: &str = "words";

/// Photos, or recordings of so many seconds.
pub fn captures(field: &Field, most: u32, seconds: Option<u32>) -> Node {
    let is_photo = seconds.is_none();
    let of = field.clone();
    let sheet = Arc::new(Sheet {
        field: field.clone(),
        columns: vec![Column { id: WORDS.to_owned(), heading: say::home_capture_words(), number: None }],
        read: Box::new(|value| value.map_or(&[][..], Value::captures).iter().map(line).collect()),
        write: if is_photo { photos } else { recordings },
        heading: Box::new(move |line| number(is_photo, line.before + 1)),
        fields: Box::new(move |place, cells| {
            let named = place.clone();
            let words = move || named.held(words_in).unwrap_or_else(|| named.heading());
            let id = place.name();
            let trouble = trouble(of.open.home.saving, id.clone());
            let medium = medium(is_photo, coming(of.open, id), Box::new(words));
            Node::All(vec![medium, trouble, day(place).into(), cells])
        }),
        growing: Some(Growing {
            remove: say::home_log_remove(),
            most: usize::try_from(most).unwrap_or(usize::MAX),
        }),
        out: Mutex::default(),
    });
    let add = match seconds {
        None => choose(field, say::home_photo_add(), "image/*"),
        Some(seconds) => record(field, seconds),
    };
    let full = sheet.clone();
    let add = add.live_flag("hidden", move || full.is_full());
    field.group("group").child(capture_script()).child(rows(&sheet)).child(add).into()
}

/// The photo or recording of this id.
pub fn coming(open: OpenWork, id: String) -> Coming {
    let (child, assignment) = open.ids();
    Box::pin(async move { open.home.medium(&child, &assignment, &id).await })
}

fn line(capture: &Capture) -> Line {
    let cells =
        [(WORDS.to_owned(), capture.words.clone())].into_iter().filter(|(_, words)| !words.is_empty());
    // Without words it is not empty.
    let entry = Entry { id: 0, date: capture.date, cells: cells.collect(), tick: true };
    Line::new(capture.id.clone(), entry)
}

fn captures_of(lines: Vec<Line>) -> Vec<Capture> {
    let capture = |Line { name, entry, .. }: Line| Capture {
        id: name,
        words: words_in(&entry).unwrap_or_default(),
        date: entry.date,
    };
    lines.into_iter().map(capture).collect()
}

fn photos(lines: Vec<Line>) -> Value {
    Value::Photo(captures_of(lines))
}

fn recordings(lines: Vec<Line>) -> Value {
    Value::Audio(captures_of(lines))
}

fn words_in(entry: &Entry) -> Option<String> {
    entry.cells.get(WORDS).cloned()
}

fn number(is_photo: bool, number: usize) -> String {
    if is_photo { say::home_photo(number) } else { say::home_audio(number) }
}

/// Says in its place that something is not kept, when that is so.
fn trouble(saving: Saving, id: String) -> Node {
    let failed = move || matches!(saving.status.get(), Some(Status::NotSaved | Status::Overtaken));
    let words = move || (failed() && saving.is_taken(&id)).then(say::home_capture_not_kept);
    el("p").class("problem").attr("role", "status").child(live(words)).into()
}

/// The answer that is to name what is made here, and names nothing yet.
fn template(field: &Field) -> Answer {
    let empty = if matches!(field.ask.kind, Kind::Photo { .. }) { photos } else { recordings };
    let by = untrack(|| field.by());
    field.open.work.with_untracked(|work| work.answer(field.slot(), empty(Vec::new()), by, 0))
}

/// Says where what is made in this element belongs, in the words in which `public/capture.js` hands it on.
fn placed(element: Element, field: &Field) -> Element {
    let (template, of) = (template(field), field.clone());
    element
        .live_attr("data-place", move || Some(json::write(&Answer { by: of.by(), ..template.clone() })))
        .attr("data-most", Medium::MOST_BYTES.to_string())
        .attr("data-together", Medium::MOST_BYTES_TOGETHER.to_string())
}

/// Words that `public/capture.js` shows when it has to: that there is no room, or else these.
fn refused(words: String) -> Element {
    el("p")
        .class("problem")
        .attr("role", "alert")
        .flag("hidden", true)
        .attr("data-full", say::home_capture_full())
        .child(words)
}

/// The button that takes a file.
fn choose(field: &Field, words: String, accept: &str) -> Element {
    let file = el("input").attr("type", "file").attr("accept", accept);
    let label = el("label").class("button small file").child(placed(file, field)).child(words);
    el("div").child(label).child(refused(say::home_capture_refused()))
}

/// The button that records. Where there is no microphone, or it may not be used, a file is taken instead.
fn record(field: &Field, seconds: u32) -> Element {
    let press = el("button")
        .attr("type", "button")
        .class("small")
        .attr("data-record", seconds.to_string())
        .child(el("span").child(say::home_audio_record()))
        .child(el("span").flag("hidden", true).child(say::home_audio_stop()));
    // A number takes the place of the sign.
    let timer = el("span").attr("role", "timer").attr("data-words", say::home_audio_time('#', seconds));
    let instead = choose(field, say::home_audio_choose(), "audio/*").flag("hidden", true);
    el("div")
        .class("actions")
        .child(placed(press, field))
        .child(timer)
        .child(refused(say::home_audio_refused()))
        .child(instead)
}
