//! What the teacher sees of several results.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use assignment::{Column, Date, Head, Index, Kind, Rows, Statement};
use class::made_up::{answer, ask, rated, result};
use class::{Roll, State, csv, feedback, quotes};
use work::result::{ClassHead, ResultDocument};
use work::{Capture, Drawing, Entry, FamilyFeedback, Partner, Rating, Row, Value};

/// Milliseconds.
const DAY: u64 = 24 * 60 * 60 * 1000;

#[test]
fn the_newest_result_counts_and_older_ones_are_kept() {
    let mut newer = result("1", "Aroha", "halves", 20);
    newer.finished = Some(19);
    let older = result("1", "Aroha", "halves", 10);
    let roll = Roll::new([newer.clone(), older.clone(), newer.clone()]);
    assert_eq!(roll.state("1", "halves"), State::Finished);
    assert_eq!(roll.versions("1", "halves"), [newer, older]);
    assert_eq!(roll.state("1", "quarters"), State::NothingReceived);
}

#[test]
fn a_result_is_new_once() {
    let mut roll = Roll::new([result("1", "Aroha", "halves", 10)]);
    assert!(!roll.add(result("1", "Aroha", "halves", 10)));
    assert!(roll.add(result("1", "Aroha", "halves", 11)));
    assert!(roll.add(result("2", "Tama", "thirds", 10)));
    assert!(!roll.add(result("1", "Aroha", "halves", 11)));
    assert_eq!(roll.versions("1", "halves").len(), 2);
    // The place where results are kept has one for each moment, too.
    assert!(roll.add(result("1", "Aroha Mere", "halves", 11)));
    assert_eq!(roll.versions("1", "halves").len(), 2);
    roll.remove_student("1");
    assert_eq!(roll.newest().collect::<Vec<_>>(), [&result("2", "Tama", "thirds", 10)]);
    roll.clear();
    assert!(roll.is_empty());
}

#[test]
fn a_clock_that_is_ahead_is_not_believed() {
    let mut roll = Roll::as_of(10 * DAY);
    for made in [99 * DAY, 9 * DAY, 98 * DAY, 11 * DAY] {
        roll.add(result("1", "Aroha", "halves", made));
    }
    let days: Vec<_> = roll.versions("1", "halves").iter().map(|result| result.made / DAY).collect();
    assert_eq!(days, [11, 9, 99, 98], "of those whose clock was wrong the later is still the later");
    let made: Vec<_> = roll.versions("1", "halves").iter().map(|result| roll.made(result)).collect();
    assert_eq!(made, [Some(11 * DAY), Some(9 * DAY), None, None]);
    assert!(roll.has_newer("1", "halves", 99 * DAY) && !roll.has_newer("1", "halves", 11 * DAY));
}

#[test]
fn what_names_another_as_sent_before_is_newer_whatever_the_clocks_say() {
    let sent = |made: u64, after: &[u64]| {
        let mut result = result("1", "Aroha", "halves", made * DAY);
        result.after = after.iter().map(|day| day * DAY).collect();
        result
    };
    // The clock was right, then far ahead, then right again, then set back.
    let all = [sent(9, &[]), sent(400, &[9]), sent(10, &[9, 400]), sent(2, &[9, 400, 10])];
    for turn in 0..all.len() {
        for order in [all.to_vec(), all.iter().rev().cloned().collect()] {
            let mut roll = Roll::as_of(11 * DAY);
            let mut order = order;
            order.rotate_left(turn);
            for result in order {
                roll.add(result);
            }
            let newest = roll.result("1", "halves").unwrap();
            assert_eq!(newest.made / DAY, 2, "{turn}");
        }
    }
}

#[test]
fn unfinished_work_says_how_far_it_is() {
    let mut started = result("1", "Aroha", "halves", 10);
    started.answers.push(answer("story", Value::Text("Once".into())));
    assert_eq!(Roll::new([started]).state("1", "halves"), State::Unfinished { answered: 1, asks: 2 });
}

#[test]
fn what_nobody_has_to_answer_is_not_counted() {
    let mut started = result("1", "Aroha", "halves", 10);
    started.asks[1].optional = true;
    let state = |result: &ResultDocument| Roll::new([result.clone()]).state("1", "halves");
    assert_eq!(state(&started), State::Unfinished { answered: 0, asks: 1 });
    started.answers.push(answer("talk", Value::Done(true)));
    assert_eq!(state(&started), State::Unfinished { answered: 0, asks: 1 });
}

#[test]
fn children_of_one_name_stay_two_children() {
    let roll = Roll::new([
        result("1", "Mārama", "halves", 1),
        result("2", "marama", "halves", 2),
        result("3", "Zane", "quarters", 3),
        result("0", "Ana", "quarters", 4),
    ]);
    let rows: Vec<_> = roll.students().into_iter().map(|s| (s.name, s.shares_name)).collect();
    assert_eq!(
        rows,
        [("Ana".into(), false), ("Mārama".into(), true), ("marama".into(), true), ("Zane".into(), false)]
    );
    assert_eq!(roll.assignments().len(), 2);
}

#[test]
fn devices_of_one_name_and_picture_are_numbered() {
    let mut fish = result("3", "Aroha", "halves", 1);
    fish.student.picture = "fish".into();
    let roll = Roll::new([
        result("2", "aroha", "halves", 1),
        result("1", "Aroha", "halves", 2),
        fish,
        result("4", "Tama", "halves", 1),
    ]);
    let rows: Vec<_> = roll.students().into_iter().map(|s| (s.id, s.shares_name, s.device)).collect();
    let row = |id: &str, shares_name, device| (id.to_owned(), shares_name, device);
    assert_eq!(
        rows,
        [row("1", true, Some(1)), row("2", true, Some(2)), row("3", true, None), row("4", false, None)]
    );
}

#[test]
fn each_class_is_named_once() {
    let mut results = [result("1", "Aroha", "halves", 1), result("2", "Tama", "halves", 1)];
    for result in &mut results {
        result.class = Some(ClassHead { name: "Room 12".into(), ..ClassHead::default() });
    }
    let roll = Roll::new(results.into_iter().chain([result("3", "Mere", "halves", 1)]));
    assert_eq!(roll.classes(), ["Room 12"]);
}

#[test]
fn what_is_open_and_was_never_sent_is_named() {
    let entry = |id: &str, opens: &str| Head { id: id.into(), opens: Date::parse(opens), ..Head::default() };
    let assignments = vec![
        entry("always", ""),
        entry("halves", "2026-11-01"),
        entry("thirds", "2026-11-23"),
        entry("later", "2026-11-24"),
    ];
    let index = Index { assignments, ..Index::default() };
    let roll = Roll::new([result("1", "Aroha", "halves", 1)]);
    let ids = |today| -> Vec<_> {
        roll.not_received(&index, today).into_iter().map(|entry| entry.id.as_str()).collect()
    };
    assert_eq!(ids(Date::parse("2026-11-23")), ["always", "thirds"]);
    assert_eq!(ids(None), ["always", "thirds", "later"]);
}

#[test]
fn taking_part_is_counted() {
    let mut nana = result("1", "Aroha", "halves", 1);
    nana.finished = Some(1);
    nana.families.push(rated(Partner::Nana, 2, "", 1));
    let mut logged = result("2", "Tama", "halves", 1);
    logged.asks.push(ask("nights", Kind::Log { columns: vec![], entries: 4, tick: String::new() }));
    let entry = |tick| Entry {
        id: 1,
        date: None,
        cells: [("x".to_owned(), "y".to_owned())].into_iter().collect(),
        tick,
    };
    logged.answers.push(answer("nights", Value::Log(vec![entry(false), entry(true)])));
    let mut alone = result("3", "Mere", "halves", 1);
    alone.answers.push(answer("story", Value::Text("Once".into())));
    let count = Roll::new([nana, logged, alone]).participation("halves");
    assert_eq!((count.received, count.finished, count.with_family, count.log_entries), (3, 1, 2, 2));
}

#[test]
fn each_statement_is_counted_by_its_scale() {
    let mut one = result("1", "Aroha", "halves", 1);
    one.families = vec![rated(Partner::Nana, 2, "Ka pai", 5), rated(Partner::Dad, 1, " ", 6)];
    let mut two = result("2", "Tama", "halves", 2);
    two.families = vec![rated(Partner::Mum, 2, "Lovely", 9)];
    let mut other_scale = result("3", "Mere", "halves", 3);
    other_scale.feedback.scale = vec!["No".into(), "A bit".into(), "Yes".into()];
    let mut of_three = rated(Partner::Mum, 2, "", 9);
    of_three.statements.put("enjoyed".into(), Rating { step: 2, of: 3 });
    // Dad answered before the teacher made the scale longer; Nana's step is one that no scale has.
    let dad = rated(Partner::Dad, 2, "", 9);
    other_scale.families = vec![of_three, dad, rated(Partner::Nana, 9, "", 9)];
    let roll = Roll::new([one, two, other_scale]);
    let counts: Vec<_> =
        feedback::statements(&roll, "halves").into_iter().map(|s| (s.scale.join("|"), s.counts)).collect();
    let counted = |scale: &str, counts: &[usize]| (scale.to_owned(), counts.to_vec());
    assert_eq!(
        counts,
        [counted("No|A bit|Yes", &[0, 1, 0]), counted("1|2", &[0, 1]), counted("No|Yes", &[1, 2])]
    );
}

/// What each count says: its words, whether there are newer ones, and how many chose each step.
fn counted(results: impl IntoIterator<Item = ResultDocument>) -> Vec<(String, bool, Vec<usize>)> {
    let counts = feedback::statements(&Roll::new(results), "halves");
    counts.into_iter().map(|count| (count.text, count.has_newer_words, count.counts)).collect()
}

#[test]
fn a_statement_in_other_words_is_counted_apart() {
    let mut old = result("1", "Aroha", "halves", 1);
    old.feedback.statements[0].text = "It was too hard".into();
    old.families = vec![rated(Partner::Nana, 2, "", 5)];
    let mut new = result("2", "Tama", "halves", 2);
    new.families = vec![rated(Partner::Mum, 1, "", 5)];
    assert_eq!(
        counted([old, new]),
        [("We enjoyed it".into(), false, vec![1, 0]), ("It was too hard".into(), true, vec![0, 1])]
    );
}

#[test]
fn an_answer_to_a_statement_that_was_taken_out_is_not_lost() {
    let mut result = result("1", "Aroha", "halves", 1);
    result.families = vec![rated(Partner::Nana, 2, "", 5)];
    result.feedback.statements = vec![Statement { id: "led".into(), text: "My child led".into() }];
    let given = feedback::given(&result, &result.families[0]);
    assert_eq!(given, [(Statement { id: "enjoyed".into(), text: String::new() }, Rating { step: 2, of: 2 })]);
    assert_eq!(
        counted([result]),
        [("My child led".into(), false, vec![0, 0]), (String::new(), false, vec![0, 1])]
    );
}

#[test]
fn shares_are_of_those_who_answered() {
    let mut one = result("1", "Aroha", "halves", 1);
    one.families =
        vec![rated(Partner::Nana, 2, "", 5), rated(Partner::Dad, 1, "", 6), rated(Partner::Mum, 2, "", 7)];
    let counts = feedback::statements(&Roll::new([one]), "halves");
    assert_eq!(counts[0].people(), 3);
    assert_eq!(counts[0].shares().collect::<Vec<_>>(), [("No", 1, 33), ("Yes", 2, 66)]);
}

#[test]
fn two_aunties_are_two_people() {
    let mut one = result("1", "Aroha", "halves", 1_795_000_000_000);
    let mere = FamilyFeedback { name: "Mere".into(), ..rated(Partner::Aunty, 2, "Tino pai", 7) };
    one.families =
        vec![rated(Partner::Aunty, 1, "Ka pai", 5), rated(Partner::Aunty, 2, "Lovely", 6), mere.clone()];
    let numbers = |result: &ResultDocument| -> Vec<Option<usize>> {
        feedback::people(result).into_iter().map(|(_, number)| number).collect()
    };
    assert_eq!(numbers(&one), [Some(1), Some(2), None], "a name tells her from the two without");
    let both = ResultDocument { families: vec![mere.clone(), rated(Partner::Nana, 1, "", 8)], ..one.clone() };
    assert_eq!(numbers(&both), [None, None]);

    let table = csv::write([&one]).unwrap();
    for who in ["aunty 1", "aunty 2", "aunty (Mere)"] {
        assert_eq!(table.matches(&format!("\"{who}\"")).count(), 2, "{who}: the statement and the words");
    }
    let roll = Roll::new([one]);
    assert_eq!(feedback::statements(&roll, "halves")[0].people(), 3);
    assert_eq!(roll.participation("halves").with_family, 1, "one child's family");
    let said: Vec<_> = quotes(&roll, None).into_iter().map(|q| (q.family.words, q.number)).collect();
    assert_eq!(said, [("Tino pai".into(), None), ("Lovely".into(), Some(2)), ("Ka pai".to_owned(), Some(1))]);
}

#[test]
fn the_newest_words_come_first_and_only_the_newest_result_speaks() {
    let mut first = result("1", "Aroha", "halves", 1);
    first.families = vec![rated(Partner::Nana, 1, "old", 1)];
    let mut again = result("1", "Aroha", "halves", 2);
    again.families = vec![rated(Partner::Nana, 1, "Ka pai", 5), rated(Partner::Dad, 1, " ", 6)];
    let mut other = result("2", "aroha", "thirds", 1);
    other.families = vec![rated(Partner::Mum, 1, "Lovely", 9)];
    let roll = Roll::new([first, again, other]);
    let said = |assignment| -> Vec<_> {
        quotes(&roll, assignment).into_iter().map(|q| (q.student.id, q.family.words)).collect()
    };
    assert_eq!(said(None), [("2".into(), "Lovely".into()), ("1".to_owned(), "Ka pai".to_owned())]);
    assert_eq!(said(Some("halves")), [("1".into(), "Ka pai".into())]);
    assert!(quotes(&roll, None).iter().all(|quote| quote.student.shares_name));
}

#[test]
fn two_entries_of_one_day_are_told_apart_in_the_table() {
    let mut result = result("1", "Aroha", "halves", 1_795_000_000_000);
    result.asks = vec![ask("nights", Kind::Log { columns: vec![], entries: 3, tick: String::new() })];
    let entry = |id, day| Entry { id, date: Date::parse(day), cells: work::Named::new(), tick: true };
    let entries =
        [entry(1, "2026-11-23"), entry(2, "2026-11-24"), entry(3, "2026-11-23"), entry(4, ""), entry(5, "")];
    result.answers = vec![answer("nights", Value::Log(entries.to_vec()))];
    let table = csv::write([&result]).unwrap();
    let rows: Vec<String> = ::csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes())
        .records()
        .map(|row| row.unwrap()[11].trim_start_matches('\'').to_owned())
        .collect();
    assert_eq!(rows, ["2026-11-23", "2026-11-24", "2026-11-23 (2)", "", "(2)"]);
}

#[test]
fn what_a_table_has_no_room_for_is_there_to_be_counted() {
    let mut result = result("1", "Aroha", "halves", 1_795_000_000_000);
    let photo = |id: &str, day: &str, words: &str| Capture {
        id: id.into(),
        date: Date::parse(day),
        words: words.into(),
    };
    let photos =
        vec![photo("a1", "2026-11-23", "My kite"), photo("a2", "2026-11-23", " "), photo("a3", "", "")];
    result.asks = vec![
        ask("kite", Kind::Photo { most: 3 }),
        ask("said", Kind::Audio { most: 1, seconds: 60 }),
        ask("plan", Kind::Drawing),
        ask("deal", Kind::Agreement { student: vec![], family: vec![], teacher: vec![] }),
    ];
    result.answers = vec![
        answer("kite", Value::Photo(photos)),
        answer("said", Value::Audio(vec![photo("b1", "2026-11-24", "=1+1")])),
        answer("plan", Value::Drawing(Drawing::default().with("k1,2"))),
        answer("deal", Value::Agreement(vec!["student".into(), "family".into()])),
    ];
    let table = csv::write([&result]).unwrap();
    let rows: Vec<[String; 3]> = ::csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes())
        .records()
        .map(|row| row.map(|row| [7, 11, 14].map(|at| row[at].to_owned())).unwrap())
        .collect();
    let seen: Vec<[&str; 3]> = rows.iter().map(|row| row.each_ref().map(String::as_str)).collect();
    assert_eq!(
        seen,
        [
            ["kite", "2026-11-23", "My kite"],
            ["kite", "2026-11-23 (2)", "yes"],
            ["kite", "", "yes"],
            ["said", "2026-11-24", "'=1+1"],
            ["plan", "", "yes"],
            ["deal", "", "student"],
            ["deal", "", "family"],
        ]
    );
}

#[test]
fn the_table_holds_what_was_typed() {
    let mut result = result("1", "Mārama, \"M\"", "halves", 1_795_000_000_000);
    let columns = vec![
        Column { id: "melted".into(), heading: "Melted after".into(), number: Some("minutes".into()) },
        Column { id: "saw".into(), heading: "We saw".into(), number: None },
    ];
    result.asks.push(ask("cups", Kind::Table { columns, rows: Rows::Growing { start: 1, most: 9 } }));
    let ticks = vec![Column { id: "tick".into(), heading: "tick".into(), number: None }];
    result.asks.push(ask("nights", Kind::Log { columns: ticks, entries: 1, tick: String::new() }));
    let cells =
        [("melted".to_owned(), "-5".to_owned()), ("saw".to_owned(), "=cmd".to_owned())].into_iter().collect();
    let ticked = [("tick".to_owned(), "1/2".to_owned())].into_iter().collect();
    result.answers = vec![
        answer("story", Value::Text("Ko te pō,\nko te \"ao\"".into())),
        answer("cups", Value::Table(vec![Row { id: 1, name: String::new(), cells }])),
        answer("nights", Value::Log(vec![Entry { id: 1, date: None, cells: ticked, tick: true }])),
    ];
    result.families.push(rated(Partner::Nana, 1, "I halved it;=1+1\tso", 1_795_000_000_000));
    result.families.push(rated(Partner::Koro, 2, "Ka pai te mahi", 1_795_000_000_000));
    let table = csv::write([&result]).unwrap();
    assert!(table.starts_with("\u{feff}\"student\",\"student_id\",\"class\","));
    assert!(table.contains("\"I halved it;=1+1\tso\""), "no separator of any country stands outside quotes");
    let rows: Vec<Vec<String>> = ::csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes())
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect();
    let seen: Vec<[&str; 6]> =
        rows.iter().map(|r| [&*r[7], &*r[10], &*r[11], &*r[12], &*r[13], &*r[14]]).collect();
    assert_eq!(
        seen,
        [
            ["story", "student", "", "", "", "Ko te pō,\nko te \"ao\""],
            ["talk", "", "", "", "", ""],
            ["cups", "student", "1", "melted", "Melted after", "-5"],
            ["cups", "student", "1", "saw", "We saw", "'=cmd"],
            ["nights", "student", "", "tick", "tick", "'1/2"],
            ["nights", "student", "", "", "(tick)", "yes"],
            ["feedback.enjoyed", "nana", "", "", "", "No"],
            ["feedback.words", "nana", "", "", "", "I halved it;=1+1\tso"],
            ["feedback.enjoyed", "koro", "", "", "", "Yes"],
            ["feedback.words", "koro", "", "", "", "Ka pai te mahi"],
        ]
    );
    assert!(rows.iter().all(|row| row[0] == "Mārama, \"M\"" && row[6] == "2026-11-18T11:06:40Z"));
}
