//! What stands on a page for what a teacher writes.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what is wrong by stopping")]

use assignment::source::compile;
use assignment::{Assignment, Class, Feedback, Index, Prose, Statement};
use paper::{Words, document, list, page};

const HEAD: &str = "---\ntitle: Kites\nsubject: Science\nyear: 5-6\ndue: 2026-11-25\nminutes: 20\nobjectives:\n- I can fly.\nmaterials:\n- string\n---\nDear whānau\n\n## Try\n";

fn homework(blocks: &str) -> Assignment {
    compile("kites", &format!("{HEAD}\n{blocks}"), None).assignment
}

fn ask(kind: &str, keys: &str) -> Assignment {
    homework(&format!("```ask {kind}\nid: a\nquestion: How many *kites*?\n{keys}```\n"))
}

fn class() -> Class {
    Class {
        name: "Room 12".into(),
        teacher: "Ms Rangi".into(),
        school: "Kōwhai Street School".into(),
        how_to_return: "In the book bag.".into(),
        ..Class::default()
    }
}

fn on_paper(assignment: &Assignment) -> String {
    page(assignment, Some(&class()), &Words::ENGLISH, "")
}

/// The room for the answer to the only question.
fn room(kind: &str, keys: &str) -> String {
    let html = on_paper(&ask(kind, keys));
    let (_, after) = html.split_once("</em>?").unwrap();
    after.split_once("paper-end").unwrap().0.to_owned()
}

fn count(html: &str, piece: &str) -> usize {
    html.matches(piece).count()
}

const LINE: &str = "<div></div>";
const BOX: &str = "<span class=\"paper-box\"></span>";

#[test]
fn the_head_says_whose_it_is_and_what() {
    let html = on_paper(&ask("text", ""));
    for piece in [
        "<strong dir=\"auto\">Room 12</strong>",
        "Ms Rangi",
        "Kōwhai Street School",
        "<h1 tabindex=\"-1\">Kites</h1>",
        "<bdi>Science</bdi> · <bdi>Year 5-6</bdi> · <bdi>20 minutes</bdi> · <bdi><strong>due Wednesday 25 November</strong></bdi>",
        "Name<span class=\"paper-blank\">",
        "What you will learn</h2><ul><li>I can fly.</li>",
        "What you need</h2><ul><li>string</li>",
        "<p>Dear whānau</p>",
    ] {
        assert!(html.contains(piece), "{piece}\n{html}");
    }
}

#[test]
fn words_have_as_many_lines_as_the_teacher_gave_and_two_at_least() {
    for (keys, lines) in [("", 3), ("lines: 5\n", 5), ("lines: 1\n", 2)] {
        assert_eq!(count(&room("text", keys), LINE), lines, "{keys}");
    }
    let long = room("text", "lines: 30\n");
    assert!(
        count(&long, LINE) == 16 && long.contains("You can go on with another piece of paper."),
        "{long}"
    );
}

#[test]
fn a_number_has_its_box_and_its_unit_and_nothing_that_gives_it_away() {
    let html = room("number", "unit: metres\ncorrect: 731\nhelp: Count the TAILS.\nhint: Look up.\n");
    assert!(html.contains("<span class=\"paper-cell\"></span> metres"), "{html}");
    assert!(html.contains("Hint:</em> Look up."), "{html}");
    assert!(!html.contains("731") && !html.contains("TAILS"), "{html}");
}

#[test]
fn options_have_a_ring_for_one_and_a_box_for_many() {
    let one = room("choice", "options:\n- Red\n- Blue\ncorrect: Blue\n");
    assert_eq!((count(&one, "paper-ring"), count(&one, BOX)), (2, 0));
    assert!(one.contains("Tick one.") && one.contains("</span>Red</span>"), "{one}");
    let many = room("choices", "options:\n- Red\n- Blue\n- Green\n");
    assert_eq!((count(&many, "paper-ring"), count(&many, BOX)), (0, 3));
    assert!(many.contains("Tick as many as you like."));
}

#[test]
fn a_scale_is_a_row_of_numbers_between_its_ends() {
    let html = room("scale", "low: Not yet\nhigh: Very\nsteps: 4\n");
    let steps: String = (1..=4).map(|step| format!("<span class=\"paper-step\">{step}</span>")).collect();
    assert!(
        html.contains(&format!(
            "<span>Not yet</span><span class=\"paper-steps\">{steps}</span><span>Very</span>"
        )),
        "{html}"
    );
}

#[test]
fn a_table_has_its_columns_and_its_rows_or_empty_ones() {
    let named = room("table", "columns:\n- What\n- How long (number, minutes)\nrows:\n- Wool\n- Foil\n");
    assert!(named.contains("<th scope=\"col\">What</th>"), "{named}");
    assert!(named.contains("How long <span class=\"paper-unit\">(minutes)</span>"), "{named}");
    assert!(named.contains("<th scope=\"row\">Wool</th><td></td><td></td>"), "{named}");
    let rows = |keys: &str| count(&room("table", &format!("columns:\n- What\n{keys}")), "<tr><td></td></tr>");
    assert_eq!(rows("rows: 5\n"), 5);
    assert_eq!(rows("rows: 1\nmost: 9\n"), 3, "room to grow");
    assert_eq!(rows("rows: 1\nmost: 1\n"), 1);
    assert_eq!(rows("rows: 40\n"), 12);
}

#[test]
fn a_log_has_days_and_the_familys_tick() {
    let html = room("log", "columns:\n- Book\nentries: 4\ntick: Nana listened\n");
    assert!(
        html.contains("scope=\"col\">Day</th><th scope=\"col\">Book</th>")
            && html.contains("Nana listened</th>"),
        "{html}"
    );
    assert_eq!((count(&html, "<tr><td></td><td></td>"), count(&html, BOX)), (4, 4));
    assert!(room("log", "").contains("We did this together</th>"));
    assert!(room("log", "entries: 20\n").contains("another piece of paper"));
}

#[test]
fn done_is_a_tick_and_pictures_are_frames() {
    assert!(room("done", "").contains(&format!("{BOX}We did it")));
    assert!(room("done", "label: We sang\n").contains(&format!("{BOX}We sang")));
    assert!(room("drawing", "").contains("<div class=\"paper-frame\"></div>"));
    for kind in ["photo", "audio"] {
        let html = room(kind, "");
        assert!(html.contains("paper-frame") && html.contains("Draw it, or write about it here"), "{html}");
    }
}

#[test]
fn an_agreement_has_three_columns_and_a_line_for_each_to_sign() {
    let html = room("agreement", "student:\n- I read.\nfamily:\n- We listen.\nteacher:\n- I answer.\n");
    for piece in [
        "I will</p><ul><li>I read.",
        "At home we will</p><ul><li>We listen.",
        "Your teacher will</p><ul><li>I answer.",
    ] {
        assert!(html.contains(piece), "{html}");
    }
    assert_eq!((count(&html, "Signed<span class=\"paper-blank\">"), count(&html, BOX)), (3, 2));
}

#[test]
fn who_is_asked_is_a_shape_and_a_word() {
    for (who, word, shape) in [
        ("student", "Me", "<circle cx=\"12\""),
        ("together", "Together", "<g fill"),
        ("family", "Family", "<path"),
    ] {
        let html = on_paper(&ask("done", &format!("who: {who}\n")));
        assert!(
            html.contains(&format!(
                "{word}</span> <span class=\"paper-number\">1.</span> How many <em>kites</em>?"
            )),
            "{html}"
        );
        assert!(html.contains(shape), "{html}");
    }
    assert!(on_paper(&ask("text", "optional: yes\n")).contains("(only if you like)"));
}

#[test]
fn a_question_names_the_one_that_it_looks_back_at() {
    let html = on_paper(&homework(
        "```ask text\nid: goal\nquestion: What is your *goal*?\n```\n```ask text\nid: now\nlooks-back-at: goal\nstarts-from: goal\nquestion: And now?\n```\n",
    ));
    assert!(html.contains("Look back at:</em> 1. What is your <em>goal</em>?"), "{html}");
    assert!(html.contains("Start from what you wrote here:</em> 1. What"), "{html}");
}

#[test]
fn short_questions_stand_side_by_side() {
    let number = |id: &str| format!("```ask number\nid: {id}\nquestion: A half of 12 is\n```\n");
    let beside = |blocks: &str| count(&on_paper(&homework(blocks)), "paper-beside");
    assert_eq!(beside(&(number("a") + &number("b"))), 1);
    assert_eq!(beside(&(number("a") + "Some words\n\n" + &number("b"))), 0);
    assert_eq!(beside(&(number("a") + "```ask text\nid: b\nquestion: Why?\n```\n")), 0);
    assert_eq!(
        beside("```ask photo\nid: a\nquestion: Show it\n```\n```ask audio\nid: b\nquestion: Say it\n```\n"),
        1
    );
}

#[test]
fn tips_are_for_the_family_and_a_teachers_notes_are_for_nobody() {
    let html = on_paper(&homework(
        "```tip\nWait a little.\n```\n```teacher\nSECRET\n```\n```ask done\nid: a\nquestion: Sing\n```\n",
    ));
    assert!(
        html.contains("For your family</span><p>Wait a little.</p>") && !html.contains("SECRET"),
        "{html}"
    );
}

#[test]
fn cards_are_on_sheets_of_their_own_at_the_end() {
    let cards = |from: usize, to: usize| {
        format!("```cards\n{}```\n", (from..to).map(|n| format!("- Card {n}\n")).collect::<String>())
    };
    let html = on_paper(&homework(&(cards(0, 3) + "Words between\n\n")));
    let (before, after) = html.split_once("<section class=\"paper-cards\">").unwrap();
    assert!(
        before.contains("The cards are on a sheet of their own.") && before.contains("Words between"),
        "{before}"
    );
    assert!(!before.contains("Card 1") && before.contains("paper-end"), "{before}");
    assert!(before.contains("paper-overleaf"), "the back of the first side would be cut with them: {before}");
    assert_eq!((count(after, "<li>"), count(&html, "paper-set")), (3, 0));
    let html = on_paper(&homework(&(cards(0, 3) + "Others:\n\n" + &cards(3, 14))));
    assert!(html.contains("The cards marked B are on a sheet"), "{html}");
    let (first, second) = html.split_once("<div class=\"paper-back\"></div>").unwrap();
    assert_eq!(
        (count(first, "<span class=\"paper-set\">"), count(second, "<span class=\"paper-set\">B")),
        (12, 2)
    );
}

#[test]
fn the_family_is_asked_at_the_end_as_on_the_phone() {
    let html = on_paper(&ask("done", ""));
    let end = html.split_once("paper-end").unwrap().1;
    for piece in [
        "Who helped?",
        "My child understood this and could talk about it.</th><td><span class=\"paper-box\">",
        "We enjoyed doing this together.",
        "It helps me know what my child is learning.",
        "<th scope=\"col\">Not really</th><th scope=\"col\">A little</th><th scope=\"col\">Yes</th>",
        "Anything you would like to tell the teacher?",
        "How to send it back:</strong> <span dir=\"auto\">In the book bag.</span>",
    ] {
        assert!(end.contains(piece), "{piece}\n{end}");
    }
    assert_eq!((count(end, BOX), count(end, LINE)), (9, 3));
    let mut own = ask("done", "");
    let text = "My child led".to_owned();
    own.feedback = Some(Feedback {
        statements: vec![Statement { id: "led".into(), text }],
        scale: vec!["Kāo".into(), "Āe".into()],
        words: "Kōrero mai".into(),
    });
    let html = on_paper(&own);
    let end = html.split_once("paper-end").unwrap().1;
    assert!(
        end.contains("My child led")
            && end.contains("Āe</th>")
            && end.contains("Kōrero mai")
            && !end.contains("Yes")
    );
    assert_eq!(count(end, BOX), 2);
}

#[test]
fn whatever_is_written_stays_words() {
    let evil = "<script>alert(1)</script>\"'&";
    let keys = format!("options:\n- {evil}\n- Blue\n");
    let mut assignment = ask("choice", &keys);
    assignment.head.title = evil.into();
    assignment.head.subject = evil.into();
    assignment.head.year = evil.into();
    assignment.head.lang = "en\"><script>".into();
    let rows = format!(
        "```ask table\nid: t\nquestion: {evil}\nhint: {evil}\ncolumns:\n- {evil}\nrows:\n- {evil}\n```\n"
    );
    assignment.sections.extend(homework(&rows).sections);
    for (kind, keys) in [
        ("scale", format!("low: {evil}\nhigh: {evil}2\n")),
        ("number", format!("unit: {evil}\n")),
        ("log", format!("tick: {evil}\n")),
        ("done", format!("label: {evil}\n")),
        ("agreement", format!("student:\n- {evil}\nfamily:\n- {evil}\nteacher:\n- {evil}\n")),
    ] {
        assignment.sections.extend(ask(kind, &keys).sections);
    }
    let said = || evil.to_owned();
    assignment.feedback = Some(Feedback {
        statements: vec![Statement { id: "a".into(), text: said() }],
        scale: vec![said()],
        words: said(),
    });
    let class =
        Class { name: said(), teacher: said(), school: said(), how_to_return: said(), ..Class::default() };
    let index = Index::new(Some(class.clone()), std::slice::from_ref(&assignment), &[]);
    let html = document(&assignment, Some(&class), &Words::ENGLISH) + &list(&index, &Words::ENGLISH);
    assert!(!html.contains("<script"), "{html}");
    assert!(count(&html, "&lt;script&gt;") > 20, "{html}");
}

#[test]
fn arabic_is_written_from_the_right_and_the_interfaces_words_from_the_left() {
    let mut assignment = ask("text", "");
    assert!(on_paper(&assignment).contains("lang=\"en\" dir=\"ltr\"><header>"));
    assignment.head.lang = "ar".into();
    let html = on_paper(&assignment);
    assert!(html.starts_with("<article class=\"paper paper-roomy\" lang=\"ar\" dir=\"rtl\">"), "{html}");
    assert!(html.contains("<span lang=\"en\" dir=\"ltr\">What you will learn</span>"), "{html}");
    let whole = document(&assignment, None, &Words::ENGLISH);
    assert!(whole.starts_with("<!DOCTYPE html><html lang=\"ar\" dir=\"rtl\">"), "{whole}");
    assert!(whole.contains("<header class=\"paper-how\" lang=\"en\" dir=\"ltr\">"), "{whole}");
}

#[test]
fn a_draft_says_that_it_is_one() {
    let mut assignment = ask("text", "");
    assert!(!on_paper(&assignment).contains("paper-draft"));
    assignment.head.draft = true;
    assert!(
        on_paper(&assignment).contains("This is a draft. Nobody who speaks this language well has checked")
    );
}

#[test]
fn one_sheet_is_promised_only_where_it_is_enough() {
    let short = ask("text", "");
    let long = homework(&"A long story. ".repeat(1_000));
    for (assignment, is_one) in [(short, true), (long, false)] {
        assert_eq!(paper::is_one_sheet(&assignment, None), is_one);
        let whole = document(&assignment, None, &Words::ENGLISH);
        assert_eq!(whole.contains("It takes both sides of one sheet."), is_one, "{whole}");
    }
}

#[test]
fn pictures_are_found_from_where_the_page_is_and_come_at_once() {
    let mut assignment = ask("text", "");
    let picture =
        "<p><img loading=\"lazy\" src=\"assignments/media/kite.jpg\" alt=\"src=&quot;assignments/\"></p>";
    assignment.letter = Prose::new(picture.to_owned()).unwrap();
    let here = "<img src=\"media/kite.jpg\" alt=\"src=&quot;assignments/\">";
    assert!(on_paper(&assignment).contains(here));
    let desk = page(&assignment, None, &Words::ENGLISH, "../assignments/");
    assert!(desk.contains("<img src=\"../assignments/media/kite.jpg\""), "{desk}");
}

#[test]
fn a_page_of_its_own_loads_nothing_but_its_style_and_says_so_first() {
    let whole = document(&ask("text", ""), Some(&class()), &Words::ENGLISH);
    let (before, after) = whole.split_once("<link").unwrap();
    assert!(before.contains("<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'; style-src 'self'; "), "{before}");
    assert!(
        before.contains("<title>Kites – Room 12</title>") && after.contains("href=\"paper.css\""),
        "{whole}"
    );
    assert!(!whole.contains("<script") && !whole.contains(" style="), "{whole}");
}

#[test]
fn the_list_leads_to_every_page_in_every_language() {
    let original = ask("text", "");
    let mut translation = original.clone();
    translation.head.lang = "sm".into();
    translation.head.title = "Lupe".into();
    translation.head.hash = "00c0ffee00c0ffee".into();
    let index =
        Index::new(Some(class()), std::slice::from_ref(&original), std::slice::from_ref(&translation));
    let html = list(&index, &Words::ENGLISH);
    for (head, title) in [(&original.head, "Kites"), (&translation.head, "Lupe")] {
        assert!(html.contains(&format!("<a href=\"{}\"", head.paper_name())), "{html}");
        assert!(html.contains(&format!(">{title}</a>")), "{html}");
    }
    assert!(
        html.contains("Gagana Sāmoa") && html.contains("Science · Year 5-6 · due Wednesday 25 November"),
        "{html}"
    );
    assert!(list(&Index::default(), &Words::ENGLISH).contains("There is no homework here yet."));
}
