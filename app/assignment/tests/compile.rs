//! What a source text becomes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use std::fs;
use std::path::Path;

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
    assert_eq!(assignment.head.title, "Fractions: in our kitchen");
    assert_eq!((assignment.head.minutes, assignment.head.lang.as_str()), (Some(20), "en"));
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
    assert_eq!((unit.as_str(), correct), ("buttons", &vec![Number::parse("6.0").unwrap()]));
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
fn the_letter_goes_on_after_a_tip_and_a_line_and_ends_at_a_question() {
    let letter = |between: &str| {
        let source =
            EXAMPLE.replace("Dear whānau, kia ora.\n", &format!("Dear whānau,\n{between}\nkia ora.\n"));
        compile("fractions", &source, None).assignment
    };
    let with_tip = letter("\n```tip\nAsk.\n```\n");
    assert_eq!(with_tip.letter.html(), "<p>Dear whānau,</p><p>kia ora.</p>");
    assert!(matches!(with_tip.sections[0].parts[..], [Part::Tip(_)]));
    assert_eq!(letter("---\n").letter.html(), "<p>Dear whānau,</p><hr><p>kia ora.</p>");
    let with_ask = letter("\n```ask text\nid: a\nquestion: What?\n```\n");
    assert_eq!(with_ask.letter.html(), "<p>Dear whānau,</p>");
    assert!(matches!(with_ask.sections[0].parts[..], [Part::Ask(_), Part::Prose(_)]));
}

#[test]
fn the_teachers_notes_are_not_in_it() {
    assert!(!example().assignment.to_json().contains("SECRET"));
}

#[test]
fn a_note_that_ended_too_early_is_never_published() {
    let note = |inside: &str| EXAMPLE.replace("SECRET: the whiteboard.", inside);
    for cut in [
        "SECRET\n```\n1/2\n```\nSECRET",
        "SECRET\n\n```\n\n1/2\n\n```\n\nSECRET\n",
        "SECRET\n```\n# 1/2\n```\nSECRET",
        "SECRET\n```text\n1/2\n```\nSECRET",
        "- SECRET\n  ```\n  1/2\n  ```\n  SECRET",
        "SECRET\n```\n1/2\n```\nSECRET\n```\n1/2\n```\nSECRET",
        "SECRET\n```\n<div>\nSECRET",
    ] {
        assert!(!compile("fractions", &note(cut), None).is_publishable(), "{cut}");
        let whole = note(cut).replace("```teacher", "````teacher");
        let (before, after) = whole.split_at(whole.find("````teacher").unwrap());
        let whole = format!("{before}{}", after.replacen("```\n\n## Talk", "````\n\n## Talk", 1));
        let compiled = compile("fractions", &whole, None);
        assert_eq!(compiled.diagnostics, [], "{cut}");
        assert!(!compiled.assignment.to_json().contains("SECRET"), "{cut}");
    }
}

#[test]
fn a_block_without_its_first_line_is_never_published() {
    for opening in ["```ask number\n", "```teacher\n", "```ask table\n", "```tip\n"] {
        let cut = EXAMPLE.replace(opening, "");
        let with_end = format!("{cut}\n```\n");
        for source in [&cut, &cut.replace("```\n\n", "```\n```\n\n"), &with_end] {
            assert!(!compile("fractions", source, None).is_publishable(), "{source}");
        }
    }
    let both = EXAMPLE.replace("```teacher\n", "").replace("```ask number\n", "");
    assert!(!compile("fractions", &both, None).is_publishable());
}

#[test]
fn a_text_in_which_the_line_of_a_fence_was_forgotten_is_never_published() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assignments");
    for path in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        if path.extension().is_none_or(|end| end != "md") || path.ends_with("class.md") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        if !compile("made-up", &text, None).is_publishable() {
            continue;
        }
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        for (at, fence) in lines.iter().enumerate().filter(|(_, line)| line.starts_with("```")) {
            let cut = [&lines[..at], &lines[at + 1..]].concat().concat();
            let is_published = compile("made-up", &cut, None).is_publishable();
            assert!(!is_published, "{} without line {}: {fence}", path.display(), at + 1);
        }
    }
}

#[test]
fn no_lines_inside_a_note_make_a_part_of_it_public() {
    const LINES: [&str; 13] = [
        "```",
        "   ```",
        "````",
        "```text",
        "~~~",
        "",
        "## SECRET",
        "- SECRET",
        "    SECRET",
        "> ```",
        "- ```",
        "---",
        "<div>",
    ];
    for number in 0..LINES.len().pow(3) {
        let [a, b, c] = [1, LINES.len(), LINES.len().pow(2)].map(|part| LINES[number / part % LINES.len()]);
        let note = format!("{a}\nSECRET\n{b}\n{c}\nSECRET");
        let compiled = compile("fractions", &EXAMPLE.replace("SECRET: the whiteboard.", &note), None);
        let is_public = compiled.is_publishable() && compiled.assignment.to_json().contains("SECRET");
        assert!(!is_public, "{note}");
    }
}

#[test]
fn a_block_whose_end_was_forgotten_swallows_no_question() {
    let source = EXAMPLE
        .replace("Ask *how*.\n```\n", "Ask *how*.\n")
        .replace("between two people.\n```", "between two people.");
    let Compiled { assignment, diagnostics, .. } = compile("fractions", &source, None);
    let codes: Vec<&str> = diagnostics.iter().map(|d| d.code.as_str()).collect();
    assert_eq!(codes, ["B201", "B201"]);
    assert_eq!(assignment.asks().map(|ask| ask.id.as_str()).collect::<Vec<_>>(), ["half", "cups"]);
    assert!(!assignment.to_json().contains("SECRET"));
}

#[test]
fn the_line_below_a_heading_is_for_its_questions_and_no_text() {
    let section = |line: &str, asked: &str| {
        let source =
            format!("---\ntitle: T\n---\n## Talk\n{line}\n```ask text\nid: a\n{asked}question: What?\n```\n");
        let Compiled { assignment, .. } = compile("talk", &source, None);
        let text = match &assignment.sections[0].parts[0] {
            Part::Prose(prose) => prose.html().to_owned(),
            Part::Tip(_) | Part::Ask(_) => String::new(),
        };
        let who = assignment.asks().next().unwrap().who;
        (text, who)
    };
    assert_eq!(
        section("who: together\nTalk *well*.\n", ""),
        ("<p>Talk <em>well</em>.</p>".to_owned(), Who::Together)
    );
    assert_eq!(section("who: family  \nTalk.\n", ""), ("<p>Talk.</p>".to_owned(), Who::Family));
    assert_eq!(section("who: family\n", ""), (String::new(), Who::Family));
    assert_eq!(section("who: family\n", "who: student\n"), (String::new(), Who::Student));
    assert_eq!(section("\nwho: family\n", ""), ("<p>who: family</p>".to_owned(), Who::Student));
    assert_eq!(section("Take turns.\n", ""), ("<p>Take turns.</p>".to_owned(), Who::Student));
}

#[test]
fn a_picture_is_found_by_its_files_name_and_at_its_place() {
    let letter = "media/kiwi.jpg is ![a kiwi](media/kiwi.jpg), ![kai](media/fish&chips.jpg)";
    let source = EXAMPLE.replace("kia ora.", letter).replace("SECRET", "![mine](media/mine.jpg)");
    let compiled = compile("fractions", &source, None);
    assert_eq!(compiled.diagnostics, []);
    let found: Vec<_> =
        compiled.pictures.iter().map(|(address, span)| (address.as_str(), span.start)).collect();
    let expected = [
        ("media/kiwi.jpg", source.find("](media/kiwi.jpg").unwrap() + 2),
        ("media/fish&chips.jpg", source.find("media/fish").unwrap()),
    ];
    assert_eq!(found, expected);
    assert!(compiled.assignment.letter.html().contains("src=\"assignments/media/fish&amp;chips.jpg\""));
}

#[test]
fn it_comes_back_from_json() {
    let document = example().assignment;
    assert_eq!(Assignment::from_json(&document.to_json()), Ok(document));
}

#[test]
fn the_hash_changes_with_the_content_alone() {
    let source = EXAMPLE.to_owned()
        + "```feedback\nstatements:\n- fun: It was fun\n```\n```ask choice\nid: which\nquestion: Which?\noptions:\n- Wool\n- Paper\n```\n";
    let hash = |source: &str| compile("fractions", source, None).assignment.head.hash;
    for (from, to) in
        [("SECRET", "OTHER"), ("\n", "\r\n"), ("\n", "\r"), ("between two people", "  between two people")]
    {
        assert_eq!(hash(&source), hash(&source.replace(from, to)), "{from}");
    }
    for (from, to) in [
        ("Half of 12", "Half of 10"),
        ("between two", "between three"),
        ("- Paper\n```", "- Foil\n```"),
        ("It was fun", "It was long"),
        ("fun:", "joy:"),
        ("subject:", "lang: mi\nsubject:"),
        ("correct: 6", "correct: 7"),
        ("minutes: 20", "minutes: 25"),
        ("who: together", "who: family"),
        ("Ask *how*", "Ask how"),
        ("Dear", "Kia ora"),
        ("## Talk together", "## Talk"),
        ("(number, minutes)", "(number, hours)"),
    ] {
        assert_ne!(hash(&source), hash(&source.replace(from, to)), "{from}");
    }
    assert_eq!(hash(EXAMPLE).len(), 16);
}

#[test]
fn what_could_be_read_is_there_in_spite_of_errors() {
    let source = EXAMPLE.replace("opens: 2026-11-16", "opens: soon").replace("ask number", "ask nmber");
    let compiled = compile("fractions", &source, None);
    assert!(!compiled.is_publishable());
    assert_eq!(compiled.assignment.head.opens, None);
    let ids: Vec<&str> = compiled.assignment.asks().map(|ask| ask.id.as_str()).collect();
    assert_eq!(ids, ["cups"]);
}

#[test]
fn later_versions_are_refused() {
    let newer = example().assignment.to_json().replacen("\"version\":1", "\"version\":2", 1);
    assert_eq!(Assignment::from_json(&newer), Err(assignment::FormatError::TooNew(2)));
}
