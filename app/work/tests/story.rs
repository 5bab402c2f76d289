//! A child's work from the first answer to the file that the teacher reads.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use assignment::source::compile;
use assignment::{Assignment, Class, Date, Feedback, Statement};
use work::result::{
    Draft, Label, ResultDocument, ResultError, file_name, pack_stored, read, read_all, write,
};
use work::{
    Answer, By, Entry, FamilyFeedback, Member, Partner, Profile, Rating, Row, Slot, Step, Value, Work,
    WorkRecord,
};

const SOURCE: &str = "---
title: Halves
objectives:
- I can halve.
---
## Now
```ask number
id: half
question: Half of 12 is
unit: buttons
```
```ask text
id: story
who: together
question: Tell a story
```
```ask table
id: cups
question: Cups
columns:
- melted: Melted after (number, minutes)
rows:
- Wool
- Paper
```
```ask log
id: nights
question: Nights
tick: We listened
```
```ask scale
id: sure
question: How sure?
low: Not
high: Very
```
";

fn document(source: &str) -> Assignment {
    let compiled = compile("halves", source, None);
    assert!(compiled.is_publishable(), "{:?}", compiled.diagnostics);
    compiled.assignment
}

fn work() -> Work {
    let profile = Profile {
        id: "00c0ffee00c0ffee".into(),
        name: "Mārama".into(),
        picture: "kiwi".into(),
        added: 1,
        reads: String::new(),
    };
    let record = WorkRecord::start(&profile.id, document(SOURCE), 1_000);
    Work::new(profile, record, [])
}

fn ask(id: &str) -> Slot {
    Slot::Ask(id.to_owned())
}

fn put(work: &mut Work, slot: Slot, value: Value, by: By, when: u64) {
    let answer = work.answer(slot, value, by, when);
    work.put(answer);
}

fn answer_to<'w>(work: &'w Work, ask: &str) -> &'w Answer {
    work.newest(&self::ask(ask)).unwrap()
}

fn finished() -> Work {
    let mut work = work();
    put(&mut work, ask("half"), Value::Number("6".into()), By::Student, 1_001);
    put(&mut work, ask("story"), Value::Text("Ko te pō\n=1+1 \"quoted\"".into()), By::Student, 1_002);
    let wool = Row {
        id: 0,
        name: "Wool".into(),
        cells: [("melted".to_owned(), "12,5".to_owned())].into_iter().collect(),
    };
    put(&mut work, ask("cups"), Value::Table(vec![wool]), By::Student, 1_003);
    let night = Entry { id: 7, date: Date::parse("2026-11-23"), cells: work::Named::new(), tick: true };
    put(&mut work, ask("nights"), Value::Log(vec![night]), By::Family(Partner::Nana), 1_004);
    put(
        &mut work,
        Slot::Statement(Member::first(Partner::Nana), "enjoyed".into()),
        Value::Scale(Rating { step: 3, of: 3 }),
        By::Family(Partner::Nana),
        1_005,
    );
    put(
        &mut work,
        Slot::Words(Member::first(Partner::Nana)),
        Value::Text("Ka pai".into()),
        By::Family(Partner::Nana),
        1_006,
    );
    put(
        &mut work,
        Slot::Name(Member::first(Partner::Koro)),
        Value::Text("Hēmi".into()),
        By::Family(Partner::Koro),
        1_007,
    );
    work.record.finished = Some(1_008);
    work
}

fn feedback() -> Feedback {
    Feedback {
        statements: vec![Statement { id: "enjoyed".into(), text: "We enjoyed it".into() }],
        scale: vec!["No".into(), "A little".into(), "Yes".into()],
        words: "Anything to say?".into(),
    }
}

fn result() -> ResultDocument {
    let class = Class { name: "Room 12".into(), ..Class::default() };
    ResultDocument::new(&finished(), Some(&class), &feedback(), 1_009)
}

fn words(label: Label) -> String {
    format!("{label:?}")
}

fn text() -> String {
    write(&result(), &words)
}

#[test]
fn progress_counts_answers_that_say_something() {
    let mut work = work();
    assert_eq!((work.progress().answered, work.progress().asks), (0, 5));
    put(&mut work, ask("story"), Value::Text("  ".into()), By::Student, 2);
    assert_eq!(work.progress().answered, 0);
    put(&mut work, ask("story"), Value::Text("Once".into()), By::Student, 3);
    assert_eq!((work.progress().answered, work.progress().percent()), (1, 20));
    assert_eq!(answer_to(&work, "story").revision, 2);
    assert!(finished().unanswered().map(|ask| ask.id.as_str()).eq(["sure"]));
}

/// However the phone's clock is set in between: at home and at the desk, what was done last is the newest.
#[test]
fn a_clock_that_is_set_back_makes_nothing_look_older() {
    let class = Class::default();
    let made = |work: &Work, now| ResultDocument::new(work, Some(&class), &Feedback::default(), now).made;
    let mut work = work();
    put(&mut work, ask("story"), Value::Text("Tomorrow".into()), By::Student, 9_000);
    put(&mut work, ask("story"), Value::Text("Today".into()), By::Student, 2_000);
    assert_eq!(answer_to(&work, "story").when, 9_000, "newer than what it replaces");
    let first = made(&work, 3_000);
    assert!(first >= 9_000, "all that is in it had been answered by then");
    work.record.take(&Step::Sent(first));
    put(&mut work, ask("half"), Value::Number("6".into()), By::Student, 4_000);
    assert!(answer_to(&work, "half").when > first, "answered since it was sent");
    assert!(work.moment(5_000) > first, "finished since it was sent");
    assert!(made(&work, 5_000) > first, "the desk takes the later one");
    assert_eq!(work.moment(20_000), 20_000, "a clock that is right again");
}

#[test]
fn answers_of_other_children_and_assignments_are_left_out() {
    let mine = finished();
    let mut theirs = answer_to(&mine, "half").clone();
    theirs.profile = "another".into();
    let mut elsewhere = answer_to(&mine, "half").clone();
    elsewhere.assignment = "quarters".into();
    let work = Work::new(mine.profile, mine.record, [theirs, elsewhere]);
    assert!(work.answers().is_empty());
}

#[test]
fn what_was_kept_of_other_work_changes_nothing_here() {
    let mine = work();
    let kept = answer_to(&finished(), "half").clone();
    assert!(mine.would_change(&kept));
    assert!(!mine.would_change(&Answer { profile: "a sibling".into(), ..kept.clone() }));
    assert!(!mine.would_change(&Answer { assignment: "quarters".into(), ..kept }));
}

#[test]
fn each_family_partner_answers_in_their_own_right() {
    let mut work = finished();
    put(
        &mut work,
        Slot::Words(Member::first(Partner::Koro)),
        Value::Text("Tino pai".into()),
        By::Family(Partner::Koro),
        900,
    );
    let families = work.families(&feedback());
    let said: Vec<_> = families.iter().map(|f| (f.partner, f.name.as_str(), f.words.as_str())).collect();
    assert_eq!(said, [(Partner::Nana, "", "Ka pai"), (Partner::Koro, "Hēmi", "Tino pai")]);
    assert_eq!(families[0].statements.get("enjoyed"), Some(&Rating { step: 3, of: 3 }));
    assert_eq!(finished().families(&feedback()).len(), 1, "a name alone is not feedback");
}

#[test]
fn two_aunties_are_two_people() {
    let mut work = work();
    let aunties: Vec<Member> = Member::all(Partner::Aunty).take(3).collect();
    let by = By::Family(Partner::Aunty);
    put(&mut work, Slot::Words(aunties[0]), Value::Text("Ka pai".into()), by, 1_010);
    put(&mut work, Slot::Words(aunties[1]), Value::Text("Tino pai".into()), by, 1_011);
    let enjoyed = |aunty| Slot::Statement(aunty, "enjoyed".into());
    put(&mut work, enjoyed(aunties[0]), Value::Scale(Rating { step: 3, of: 3 }), by, 1_012);
    put(&mut work, enjoyed(aunties[1]), Value::Scale(Rating { step: 1, of: 3 }), by, 1_013);
    put(&mut work, Slot::Name(aunties[1]), Value::Text("Mere".into()), by, 1_014);
    // Somebody looked in and said nothing after all.
    put(&mut work, Slot::Words(aunties[2]), Value::Text(" ".into()), by, 1_015);
    put(&mut work, Slot::Name(Member::first(Partner::Koro)), Value::Text("Hēmi".into()), by, 1_016);
    let heard: Vec<bool> = aunties.iter().map(|aunty| work.has_heard(*aunty)).collect();
    assert_eq!(heard, [true, true, false]);
    assert!(work.has_heard(Member::first(Partner::Koro)), "a name is enough to be asked for");

    let result = ResultDocument::new(&work, None, &feedback(), 2_000);
    let step = |said: &FamilyFeedback| said.statements.get("enjoyed").map(|rating| rating.step);
    let said: Vec<_> =
        result.families.iter().map(|f| (f.partner, f.name.as_str(), f.words.as_str(), step(f))).collect();
    let aunty = Partner::Aunty;
    assert_eq!(said, [(aunty, "", "Ka pai", Some(3)), (aunty, "Mere", "Tino pai", Some(1))]);
    let text = write(&result, &words);
    assert_eq!(read(&text), Ok(result));
    let both = "Family: Partner(Aunty)\n  We enjoyed it Yes\n  Ka pai\n\nFamily: Partner(Aunty) (Mere)\n  We enjoyed it No\n  Tino pai\n";
    assert!(text.contains(both), "{text}");
}

#[test]
fn who_has_signed_an_answer_is_not_replaced_by_nobody() {
    let mut work = work();
    work.take_over(document(&SOURCE.replace("who: together", "who: family")));
    let story = work.record.document.asks().find(|ask| ask.id == "story").unwrap().clone();
    let nana = By::Family(Partner::Nana);
    assert_eq!(work.signed(&story, None), By::Home);
    put(&mut work, ask("story"), Value::Text("Once".into()), nana, 5);
    assert_eq!(work.signed(&story, None), nana);
    assert_eq!(work.signed(&story, Some(Partner::Koro)), By::Family(Partner::Koro));
    // The teacher may ask the family now what the child has answered.
    put(&mut work, ask("story"), Value::Text("Mine".into()), By::Student, 6);
    assert_eq!(work.signed(&story, None), By::Home);
}

#[test]
fn who_says_afterwards_who_they_are_signs_what_they_answered_and_nothing_else() {
    let mut work = work();
    work.take_over(document(&SOURCE.replace("who: together", "who: family")));
    let (nana, koro) = (By::Family(Partner::Nana), By::Family(Partner::Koro));
    let signed = |work: &Work, before: By| work.to_sign(before, 10).len();
    for (by, when, before, count) in [
        (nana, 9, By::Home, 0),
        (By::Home, 9, By::Home, 0),
        (By::Home, 10, By::Home, 1),
        // Somebody went on with Nana's answer, who had not said who they are.
        (nana, 10, By::Home, 1),
        (nana, 10, nana, 1),
        (nana, 10, koro, 0),
    ] {
        put(&mut work, ask("story"), Value::Text("Once".into()), by, when);
        put(&mut work, ask("half"), Value::Number("6".into()), By::Student, when);
        assert_eq!(signed(&work, before), count, "{by:?} at {when} before {before:?}");
    }
}

#[test]
fn a_result_comes_back_just_as_it_was() {
    assert_eq!(read(text()), Ok(result()));
    assert_eq!(result().answers.len(), 4);
    assert_eq!(result().student.added, 0);
}

#[test]
fn browsers_without_compression_write_what_all_readers_read() {
    let draft = Draft::new(&result(), &words);
    let packed = pack_stored(draft.content());
    assert_eq!(read(draft.finish(&packed)), Ok(result()));
    let long = vec![b'x'; 200_000];
    let unpacked = |packed: &[u8]| miniz_oxide::inflate::decompress_to_vec_zlib(packed).unwrap();
    assert_eq!(unpacked(&pack_stored(&long)), long);
    assert!(unpacked(&pack_stored(b"")).is_empty());
}

#[test]
fn its_summary_says_everything_in_plain_words() {
    let text = text();
    let summary = text.split("-----BEGIN").next().unwrap();
    assert_eq!(
        summary,
        "Student: Mārama\nAssignment: Halves\nClass: Room 12\nFinished\n\nHalf of 12 is\n  6 buttons\n\nTell a story\n  Ko te pō\n  =1+1 \"quoted\"\n\
         \nCups\n  Wool – Melted after: 12,5 minutes\n\nNights\n  2026-11-23 – Ticked\n\nHow sure?\n  (NoAnswer)\n\nFamily: Partner(Nana)\n  We enjoyed it Yes\n  Ka pai\n\nKeepWhole\n\n"
    );
}

#[test]
fn it_survives_mail_and_messages() {
    let text = text();
    let quoted: String = text.lines().map(|line| format!("> > {line}\r\n")).collect();
    let broken: String = text
        .lines()
        .map(|line| match line.split_at_checked(40) {
            Some((start, end)) if line.len() == 64 => format!("{start}\n{end} \n"),
            _ => format!("{line}\n"),
        })
        .collect();
    for sent in
        [quoted, broken, format!("\u{feff}{text}"), text.trim_end().to_owned(), format!("Hi!\n{text}\nBye")]
    {
        assert_eq!(read(&sent), Ok(result()));
    }
}

#[test]
fn what_is_not_whole_is_refused_with_its_reason() {
    let text = text();
    assert_eq!(read("Dear Ms Rangi"), Err(ResultError::Foreign));
    assert_eq!(read(""), Err(ResultError::Foreign));
    for cut in (text.find("-----BEGIN").unwrap() + 30..text.len() - 30).step_by(7) {
        if text.is_char_boundary(cut) {
            assert_eq!(read(&text[..cut]), Err(ResultError::Truncated), "cut at {cut}");
        }
    }
    let at = text.len() - 60;
    for other in ["A", "B", "-", "é"] {
        let mut edited = text.clone();
        edited.replace_range(at..=at, other);
        if edited != text {
            assert_eq!(read(&edited), Err(ResultError::Damaged));
        }
    }
    let newer = text.replace("Version: 1", "Version: 2");
    assert_eq!(read(&newer), Err(ResultError::TooNew(2)));
}

#[test]
fn every_result_in_a_text_is_read_and_one_bad_one_harms_no_other() {
    let good = text();
    let class = Class { name: "Room 13".into(), ..Class::default() };
    let other = write(&ResultDocument::new(&finished(), Some(&class), &feedback(), 1_009), &words);
    let cut = &other[..other.len() - 40];
    let all = read_all(format!("{good}\n{cut}\n{good}"));
    assert_eq!(all, [Ok(result()), Err(ResultError::Truncated), Ok(result())]);
}

#[test]
fn the_words_that_start_a_block_can_be_typed() {
    let mut work = finished();
    let typed = "-----BEGIN TAUMAHI RESULT-----\nhello\n-----END TAUMAHI RESULT-----";
    put(&mut work, ask("story"), Value::Text(typed.into()), By::Student, 1_020);
    let result = ResultDocument::new(&work, None, &feedback(), 1_021);
    assert_eq!(read_all(write(&result, &words)), [Ok(result)]);
}

#[test]
fn the_files_name_is_plain_and_the_students_own() {
    assert_eq!(file_name(&result()), "marama-ffee-halves.txt");
    let mut other = result();
    other.student.name = "王 / ..".into();
    other.student.id = "00000000c0de3f9c".into();
    assert_eq!(file_name(&other), "3f9c-halves.txt");
}

#[test]
fn a_new_version_of_the_assignment_takes_the_answers_over() {
    let mut work = finished();
    let without_story = SOURCE.replace("id: story", "id: tale").replace("ask scale", "ask done");
    let changed = without_story.replace("low: Not\nhigh: Very\n", "");
    work.take_over(document(&changed));
    assert_eq!(work.progress().answered, 3, "half, cups and nights follow their ids");
    let result = ResultDocument::new(&work, None, &feedback(), 2_000);
    assert!(result.removed.iter().map(|ask| ask.id.as_str()).eq(["story"]));
    assert!(
        result
            .answers
            .iter()
            .any(|a| a.ask == "story" && matches!(&a.value, Value::Text(t) if t.contains("pō")))
    );
    work.take_over(document(SOURCE));
    let result = ResultDocument::new(&work, None, &feedback(), 2_001);
    assert!(result.removed.is_empty(), "the question is back");
    assert_eq!(work.progress().answered, 4);
}

#[test]
fn a_question_that_is_gone_is_still_there_for_a_tab_that_answers_it_later() {
    let mut record = finished().record;
    let late = Answer { slot: ask("late"), ..finished().answers()[0].clone() };
    let with_late = SOURCE.replace("id: story", "id: late");
    record.take(&Step::Opened { document: Box::new(document(&with_late)), now: 1 });
    // Another tab opens the newer document; this one knows nothing of that, and answers.
    record.take(&Step::Opened { document: Box::new(document(SOURCE)), now: 2 });
    let late = Answer { value: Value::Text("In time".into()), ..late };
    let work = Work::new(finished().profile, record, finished().answers().iter().cloned().chain([late]));
    let result = ResultDocument::new(&work, None, &feedback(), 3);
    assert!(result.removed.iter().map(|ask| ask.id.as_str()).eq(["late"]));
    assert!(result.answers.iter().any(|answer| answer.ask == "late"));
}

#[test]
fn a_question_of_another_kind_takes_no_answer_away() {
    let mut work = finished();
    put(&mut work, ask("sure"), Value::Scale(Rating { step: 4, of: 5 }), By::Student, 1_010);
    let text = SOURCE.replace("ask number\nid: half", "ask text\nid: half").replace("unit: buttons\n", "");
    let changed = text.replace("high: Very\n", "high: Very\nsteps: 7\n");
    work.take_over(document(&changed));
    assert!(work.unanswered().map(|ask| ask.id.as_str()).eq(["half", "sure"]));
    put(&mut work, ask("half"), Value::Text("Six, of course".into()), By::Student, 2_000);
    put(&mut work, ask("sure"), Value::Scale(Rating { step: 7, of: 7 }), By::Student, 2_001);
    let result = ResultDocument::new(&work, None, &feedback(), 2_002);
    let of = |id: &str| -> Vec<String> {
        let asked = result.answered().filter(|(ask, _)| ask.id == id);
        asked.map(|(_, answer)| format!("{:?}", answer.unwrap().value)).collect()
    };
    assert_eq!(of("half"), ["Text(\"Six, of course\")", "Number(\"6\")"]);
    assert_eq!(of("sure"), ["Scale(Rating { step: 7, of: 7 })", "Scale(Rating { step: 4, of: 5 })"]);
}

#[test]
fn a_step_of_another_scale_is_never_taken_for_one_of_this() {
    let mut work = finished();
    let longer = Feedback { scale: ["1", "2", "3", "4", "5"].map(String::from).to_vec(), ..feedback() };
    let said =
        |work: &Work| work.families(&longer)[0].statements.get("enjoyed").unwrap().words(&longer.scale);
    assert_eq!(said(&work), "3 / 3", "what Nana said of three is neither lost nor the third of five");
    let statement = Slot::Statement(Member::first(Partner::Nana), "enjoyed".into());
    put(&mut work, statement, Value::Scale(Rating { step: 5, of: 5 }), By::Family(Partner::Nana), 3_000);
    assert_eq!(said(&work), "5");
}
