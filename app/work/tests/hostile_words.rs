//! Words that would be a program if anything took them for more than words, in every place of what strangers can send. The browser's tests show
//! what is let in here; this says that nothing else is.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what is wrong by stopping")]

mod armoured;

use std::collections::BTreeMap;

use assignment::Shared;
use serde_json::Value as Json;
use work::result::{pack_stored, read};

/// A document in a link, with each of its texts.
const SHARED: &str = r#"{"taumahi":1,"document":{"version":1,"head":{"id":"kites","hash":"0","lang":"en","title":"Kites","subject":"Maths","year":"5",
    "opens":"2026-11-23","due":"2026-11-25"},"objectives":["I can"],"materials":["string"],"letter":"<p>Dear</p>","sections":[{"heading":"Make","parts":[
    {"prose":"<p>x</p>"},{"tip":"<p>x</p>"},
    {"ask":{"id":"a","kind":"number","who":"family","question":"x","hint":"x","help":"x","back":"z","words":"eggs","correct":["1"],"min":"0","max":"9"}},
    {"ask":{"id":"b","kind":"table","question":"x","columns":[{"id":"c","heading":"x","number":"x"}],"options":["x"]}},
    {"ask":{"id":"d","kind":"agreement","question":"x","options":["x"],"correct":["x"],"teacher":["x"]}}]}],
    "feedback":{"statements":[{"id":"led","text":"x"}],"scale":["x","y"],"words":"x"}},"translations":[{"version":1,"head":{"id":"kites","hash":"0","lang":"sm","title":"x"},"letter":"x"}],
    "look":{"child":"1","name":"x","reads":"x"}}"#;

/// A result, with each of its texts.
const RESULT: &str = r#"{"taumahi":1,"made":1,"class":{"name":"x","teacher":"x","school":"x"},"student":{"id":"1","name":"x","picture":"kiwi"},
    "assignment":{"id":"kites","hash":"0","lang":"en","title":"Kites","subject":"x","year":"5","opens":"2026-11-23","due":"2026-11-25"},"started":1,
    "asks":[{"id":"a","kind":"number","who":"family","question":"x","hint":"x","help":"x","back":"z","words":"eggs","correct":["1"],"min":"0","max":"9"},
    {"id":"b","kind":"table","question":"x","columns":[{"id":"c","heading":"x","number":"x"}],"options":["x"]}],"removed":[{"id":"g","kind":"done","question":"x","words":"x"}],
    "answers":[{"ask":"a","value":{"number":"1"},"when":1,"by":{"family":"nana"}},{"ask":"b","value":{"table":[{"name":"x","cells":{"c":"x"}}]},"when":1,"by":"home"},
    {"ask":"x","value":{"drawing":"k1,2"},"when":1},{"ask":"x","value":{"log":[{"date":"2026-11-23","cells":{"c":"x"}}]},"when":1},
    {"ask":"x","value":{"photo":[{"id":"p","date":"2026-11-23","words":"x"}]},"when":1},{"ask":"x","value":{"choices":["x"]},"when":1},{"ask":"x","value":{"agreement":["x"]},"when":1}],
    "feedback":{"statements":[{"id":"led","text":"x"}],"scale":["x"],"words":"x"},
    "families":[{"partner":"nana","name":"x","statements":{"led":{"step":1,"of":2}},"words":"x","when":1}],"media":[{"id":"p","type":"image/png","data":"AAEC"}]}"#;

/// Formatted words: what opens a tag that the compiler does not write is refused.
const FORMATTED: [&str; 9] =
    ["question", "hint", "help", "letter", "heading", "prose", "tip", "objectives", "materials"];

/// One of a few words, a day, or strokes.
const ONE_OF_FEW: [&str; 8] = ["kind", "who", "opens", "due", "date", "partner", "family", "by"];

fn words() -> Vec<String> {
    let kinds: BTreeMap<String, Vec<String>> =
        serde_json::from_str(include_str!("../../../tests/hostile/words.json")).unwrap();
    kinds.into_values().flatten().collect()
}

/// What may become of words in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Refused,
    Words,
}

fn fate(place: &str, said: &str, is_link: bool) -> Fate {
    let name = place.split('/').rfind(|part| !part.is_empty() && part.parse::<usize>().is_err()).unwrap();
    let is_column = place.contains("/columns/");
    let is_kept = match name {
        "id" => said.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'),
        "lang" => said.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'),
        _ => true,
    };
    let is_refused = (FORMATTED.contains(&name) && !is_column && said.contains('<'))
        || ONE_OF_FEW.contains(&name)
        || name == "drawing"
        || (is_link && !is_column && !is_kept);
    if is_refused { Fate::Refused } else { Fate::Words }
}

#[test]
fn a_link_lets_in_words_as_words_and_nothing_else() {
    let document: Json = serde_json::from_str(SHARED).unwrap();
    let mut tried = 0;
    each_place(&document, &mut |place, said, changed| {
        // The language of a translation is its own; another assignment's id makes it that one's.
        let read = Shared::from_json(changed);
        let expected = fate(place, said, true);
        let is_other = place.ends_with("/head/id");
        assert_eq!(read.is_err(), expected == Fate::Refused || is_other, "{place}: {said}");
        if let Ok(shared) = read {
            assert_eq!(Shared::from_json(&shared.to_json()), Ok(shared), "{place}: {said}");
        }
        tried += 1;
    });
    assert!(tried > 5_000, "{tried}");
}

#[test]
fn a_result_lets_in_words_as_words_and_nothing_else() {
    let document: Json = serde_json::from_str(RESULT).unwrap();
    let mut tried = 0;
    each_place(&document, &mut |place, said, changed| {
        let read = read(String::from_utf8(armoured::armoured(&pack_stored(changed.as_bytes()))).unwrap());
        assert_eq!(read.is_err(), fate(place, said, false) == Fate::Refused, "{place}: {said}");
        if let Ok(result) = read {
            // A medium that is of another type, or that no answer names any more, is left out. Some words are base64.
            let is_out =
                ["/media/0/id", "/media/0/type", "photo/0/id"].iter().any(|end| place.ends_with(end));
            let is_base64 = said.bytes().all(|byte| byte.is_ascii_alphanumeric());
            let is_in = !is_out && (is_base64 || !place.ends_with("/data"));
            assert_eq!(result.media.len(), usize::from(is_in), "{place}: {said}");
        }
        tried += 1;
    });
    assert!(tried > 8_000, "{tried}");
}

/// Puts words into each text of a document, one at a time.
fn each_place(document: &Json, look: &mut dyn FnMut(&str, &str, &str)) {
    let mut places = Vec::new();
    texts(document, String::new(), &mut places);
    for said in words() {
        for place in &places {
            let mut changed = document.clone();
            *changed.pointer_mut(place).unwrap() = Json::String(said.clone());
            look(place, &said, &changed.to_string());
        }
    }
}

fn texts(json: &Json, place: String, places: &mut Vec<String>) {
    match json {
        Json::String(_) => places.push(place),
        Json::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| texts(item, format!("{place}/{at}"), places));
        }
        Json::Object(fields) => {
            fields.iter().for_each(|(name, field)| texts(field, format!("{place}/{name}"), places));
        }
        _ => {}
    }
}
