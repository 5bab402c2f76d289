//! What a source text becomes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use assignment::source::{Compiled, compile};
use assignment::{Assignment, Kind, Number, Part, Rows, Who};

const EXAMPLE: &str = "---
title: Fractions: in our kitchen
subject: Maths
year: 5-6
opens: 2026-11-16
due: 2026-11-25
minutes: 20
objectives:
- I can find a **half** of a set.
materials:
- 12 small things
---
Dear whānau, kia ora.

## Now try this

Share them.

```ask number
id: half
question: Half of 12 buttons is
unit: buttons
correct: 6
hint: Share them
  between two people.
```

```tip
Ask *how*.
```

```teacher
SECRET: the whiteboard.
```

## Talk together

```ask table
ID: cups
who: together
question: Time them
columns:
- melted: Time until it melted (number, minutes)
- What we saw
rows:
- Wool
- Paper
```
";

fn example() -> Compiled {
    compile("fractions", EXAMPLE, None)
}

#[test]
fn the_example_becomes_a_document() {
    let Compiled { assignment, diagnostics, .. } = example();
    assert_eq!(diagnostics, []);
    assert_eq!(assignment.title, "Fractions: in our kitchen");
    assert_eq!((assignment.minutes, assignment.lang.as_str()), (Some(20), "en"));
    assert_eq!(assignment.objectives[0].html(), "I can find a <strong>half</strong> of a set.");
    assert_eq!(assignment.letter.html(), "<p>Dear whānau, kia ora.</p>");
    let kinds: Vec<&str> = assignment.sections[0]
        .parts
        .iter()
        .map(|part| match part {
            Part::Prose(_) => "prose",
            Part::Tip(_) => "tip",
            Part::Ask(ask) => ask.kind.name(),
        })
        .collect();
    assert_eq!(kinds, ["prose", "number", "tip"]);
    let asks: Vec<_> = assignment.asks().collect();
    assert_eq!((asks[0].id.as_str(), asks[0].who), ("half", Who::Student));
    assert_eq!(asks[0].hint.text(), "Share them\nbetween two people.");
    let Kind::Number { unit, correct, .. } = &asks[0].kind else { panic!("a number") };
    assert_eq!((unit.as_str(), correct), ("buttons", &Number::parse("6.0")));
    assert_eq!((asks[1].id.as_str(), asks[1].who), ("cups", Who::Together));
    let Kind::Table { columns, rows } = &asks[1].kind else { panic!("a table") };
    assert_eq!(columns[0].id, "melted");
    assert_eq!(columns[0].heading, "Time until it melted");
    assert_eq!(columns[0].number.as_deref(), Some("minutes"));
    assert_eq!((columns[1].id.as_str(), columns[1].number.as_deref()), ("what-we-saw", None));
    assert_eq!(*rows, Rows::Named(vec!["Wool".into(), "Paper".into()]));
}

#[test]
fn the_letter_is_whole_with_a_note_in_its_middle() {
    let source =
        EXAMPLE.replace("Dear whānau, kia ora.\n", "Dear whānau,\n\n```teacher\nSECRET\n```\n\nkia ora.\n");
    let letter = compile("fractions", &source, None).assignment.letter;
    assert_eq!(letter.html(), "<p>Dear whānau,</p><p>kia ora.</p>");
}

#[test]
fn the_teachers_notes_are_not_in_it() {
    assert!(!example().assignment.to_json().contains("SECRET"));
}

#[test]
fn it_comes_back_from_json() {
    let document = example().assignment;
    assert_eq!(Assignment::from_json(&document.to_json()), Ok(document));
}

#[test]
fn the_hash_changes_with_the_content_alone() {
    let hash = |source: &str| compile("fractions", source, None).assignment.hash;
    assert_eq!(hash(EXAMPLE), hash(&EXAMPLE.replace("SECRET", "OTHER")));
    assert_eq!(hash(EXAMPLE), hash(&EXAMPLE.replace('\n', "\r\n")));
    assert_ne!(hash(EXAMPLE), hash(&EXAMPLE.replace("Half of 12", "Half of 10")));
    assert_eq!(hash(EXAMPLE).len(), 16);
}

#[test]
fn what_could_be_read_is_there_in_spite_of_errors() {
    let source = EXAMPLE.replace("opens: 2026-11-16", "opens: soon").replace("ask number", "ask nmber");
    let compiled = compile("fractions", &source, None);
    assert!(!compiled.is_publishable());
    assert_eq!(compiled.assignment.opens, None);
    let ids: Vec<&str> = compiled.assignment.asks().map(|ask| ask.id.as_str()).collect();
    assert_eq!(ids, ["cups"]);
}

#[test]
fn later_versions_are_refused() {
    let newer = example().assignment.to_json().replacen("\"version\":1", "\"version\":2", 1);
    assert_eq!(Assignment::from_json(&newer), Err(assignment::FormatError::TooNew(2)));
}
