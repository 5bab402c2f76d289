//! Two tabs over one store, in every order that chance finds: nothing that was typed is lost, and both end with the same.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use std::collections::BTreeMap;

use assignment::{Assignment, Date, Head};
use store::{Change, Durability, Queue, Store};
use work::{Answer, By, Entry, Named, Profile, Row, Slot, Step, Value, Work, WorkRecord};

/// A small generator of chance that is the same on every computer (xorshift).
struct Chance {
    state: u64,
    /// How often it was asked: the time of day in these lives.
    now: u64,
}

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.now += 1;
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 11) % n
    }
}

/// What `home::saving` has in flight.
enum Flight {
    /// Asked for, not yet in the store.
    Asked(Vec<Change>, Durability),
    /// Committed, and the tab does not know yet.
    Done(Vec<Answer>),
    /// Refused, and the tab does not know yet.
    Refused,
}

struct Tab {
    /// Its number, which changes when it is opened anew.
    id: u32,
    name: &'static str,
    work: Work,
    queue: Queue,
    flight: Option<Flight>,
    /// Read, and not yet shown: the turn at which it was read, and what.
    looking: Option<(u32, Vec<Answer>, Option<WorkRecord>)>,
    next: u32,
}

fn profile() -> Profile {
    Profile { id: "1".into(), name: "Aroha".into(), picture: "kiwi".into(), added: 0, reads: String::new() }
}

fn document() -> Assignment {
    Assignment { version: 1, head: Head { id: "halves".into(), ..Head::default() }, ..Assignment::default() }
}

fn slot(id: &str) -> Slot {
    Slot::Ask(id.into())
}

/// What is kept.
fn read(store: &Store) -> Work {
    let answers = pollster::block_on(store.answers_to("1", "halves")).unwrap();
    let record = pollster::block_on(store.works("1")).unwrap().records.pop().unwrap();
    Work::new(profile(), record, answers.records)
}

/// A store in which the child has opened the assignment.
fn opened() -> Store {
    let store = Store::in_memory();
    let step = Step::Opened { document: Box::new(document()), now: 1 };
    let opened = Change::Work { profile: "1".into(), assignment: "halves".into(), step };
    pollster::block_on(store.keep(vec![opened], Durability::Relaxed)).unwrap();
    store
}

impl Tab {
    fn open(name: &'static str, first: u32, store: &Store) -> Self {
        pollster::block_on(store.take_in()).unwrap();
        let work = read(store);
        Self {
            id: first,
            name,
            work,
            queue: Queue::new(first.to_string()),
            flight: None,
            looking: None,
            next: first + 1,
        }
    }

    /// `home::open_work::OpenWork::give`.
    fn give(&mut self, id: &str, value: Value, now: u64) {
        let answer = self.work.answer(slot(id), value, By::Student, now);
        let base = self.work.fitting(&answer.slot, |held| held.shape() == answer.value.shape());
        let base = base.map(|held| held.value.clone());
        self.work.put(answer.clone());
        self.queue.push(Change::Answer { answer, base });
    }

    fn held(&self, id: &str, shape: &str) -> Option<Value> {
        self.work.fitting(&slot(id), |held| held.shape() == shape).map(|held| held.value.clone())
    }

    /// `home::saving::Saving::run`, as far as it goes before it waits.
    fn run(&mut self) {
        if let Some((changes, durability)) = self.queue.start() {
            assert!(self.flight.is_none(), "two writes in flight");
            self.flight = Some(Flight::Asked(changes, durability));
        }
    }

    /// The store's part of it.
    fn commit(&mut self, store: &Store, refuse: bool) {
        self.flight = match self.flight.take() {
            Some(Flight::Asked(..)) if refuse => Some(Flight::Refused),
            Some(Flight::Asked(changes, durability)) => {
                Some(Flight::Done(pollster::block_on(store.keep(changes, durability)).unwrap()))
            }
            other => other,
        };
    }

    /// What `run` does when it hears.
    fn hear(&mut self, store: &Store) {
        match self.flight.take() {
            Some(Flight::Done(kept)) => {
                let seen = self.queue.succeed(kept);
                self.show(seen);
                if self.queue.has_come_back() {
                    store.leave(&self.id.to_string(), &[]);
                }
                self.run();
            }
            Some(Flight::Refused) => {
                self.queue.fail();
            }
            asked => self.flight = asked,
        }
    }

    /// `home::open_work::Loaded::load`.
    fn read(&mut self, store: &Store) -> Work {
        let kept = read(store);
        let record = self.queue.records_over("1", vec![kept.record.clone()]).remove(0);
        Work::new(profile(), record, self.queue.build_on(kept.answers().to_vec()))
    }

    /// What `home::saving` does when the page is hidden or goes.
    fn leave(&mut self, store: &Store) {
        store.leave(&self.id.to_string(), &self.queue.leave());
    }

    fn show(&mut self, answers: Vec<Answer>) {
        for answer in answers {
            if self.work.would_change(&answer) {
                self.work.put(answer);
            }
        }
    }

    fn quiet_turn(&self) -> Option<u32> {
        self.queue.is_empty().then(|| self.queue.turn())
    }

    fn look(&mut self, store: &Store) {
        if let Some(turn) = self.quiet_turn() {
            pollster::block_on(store.take_in()).unwrap();
            let work = read(store);
            self.looking = Some((turn, work.answers().to_vec(), Some(work.record)));
        }
    }

    fn see(&mut self) {
        if let Some((turn, answers, record)) = self.looking.take()
            && self.quiet_turn() == Some(turn)
        {
            self.show(answers);
            if let Some(record) = record {
                self.work.record.follow(record);
            }
        }
    }
}

/// What each tab typed last where only it types. `None`: it took it out.
type Typed = BTreeMap<String, Option<String>>;

fn named(cells: &[(&str, String)]) -> Named<String> {
    cells.iter().map(|(name, cell)| ((*name).to_owned(), cell.clone())).collect()
}

/// Types somewhere: each tab in rows, cells and options of its own, and in cells of its own in rows of both.
fn edit(tab: &mut Tab, chance: &mut Chance, typed: &mut Typed) {
    let words = format!("{}{}", tab.name, tab.next);
    tab.next += 1;
    match chance.below(10) {
        0 | 1 => {
            // A cell of a named row, in the tab's own column.
            let Some(Value::Table(mut rows)) = tab.held("named", "table").or(Some(Value::Table(vec![])))
            else {
                return;
            };
            let row = ["Wool", "Foil"][chance.below(2) as usize];
            if !rows.iter().any(|held| held.name == row) {
                rows.push(Row { name: row.into(), ..Row::default() });
            }
            let held = rows.iter_mut().find(|held| held.name == row).unwrap();
            let key = format!("named/{row}/{}", tab.name);
            if chance.below(4) == 0 {
                held.cells.remove(tab.name);
                typed.insert(key, None);
            } else {
                held.cells.put(tab.name.into(), words.clone());
                typed.insert(key, Some(words));
            }
            tab.give("named", Value::Table(rows), chance.now);
        }
        2 => {
            // A new entry of the log.
            let Some(Value::Log(mut entries)) = tab.held("log", "log").or(Some(Value::Log(vec![]))) else {
                return;
            };
            let id = tab.next;
            entries.push(Entry {
                id,
                date: Date::parse("2026-11-23"),
                cells: named(&[(tab.name, words.clone())]),
                tick: false,
            });
            typed.insert(format!("log/{id}/{}", tab.name), Some(words));
            tab.give("log", Value::Log(entries), chance.now);
        }
        3 => {
            // The tab's own cell in any entry that it sees.
            let Some(Value::Log(mut entries)) = tab.held("log", "log") else { return };
            if entries.is_empty() {
                return;
            }
            let at = chance.below(entries.len() as u64) as usize;
            entries[at].cells.put(tab.name.into(), words.clone());
            typed.insert(format!("log/{}/{}", entries[at].id, tab.name), Some(words));
            tab.give("log", Value::Log(entries), chance.now);
        }
        4 => {
            // One of its own options, on or off.
            let Some(Value::Choices(mut chosen)) =
                tab.held("some", "choices").or(Some(Value::Choices(vec![])))
            else {
                return;
            };
            let option = format!("{}{}", tab.name, chance.below(3));
            let key = format!("some/{option}");
            if chosen.contains(&option) {
                chosen.retain(|held| *held != option);
                typed.insert(key, None);
            } else {
                chosen.push(option);
                typed.insert(key, Some(String::new()));
            }
            tab.give("some", Value::Choices(chosen), chance.now);
        }
        6 => {
            // Takes an entry out. It stays when the other writes in it; either way both see the same.
            let Some(Value::Log(mut entries)) = tab.held("log", "log") else { return };
            if entries.is_empty() {
                return;
            }
            let gone = entries.remove(chance.below(entries.len() as u64) as usize);
            typed.retain(|place, _| !place.starts_with(&format!("log/{}/", gone.id)));
            tab.give("log", Value::Log(entries), chance.now);
        }
        5 => {
            // A text of its own.
            let id = format!("text{}", tab.name);
            typed.insert(format!("text/{id}"), Some(words.clone()));
            tab.give(&id, Value::Text(words), chance.now);
        }
        7 | 8 => {
            // A text of both, each time quite another one.
            let words = char::from(b'a' + (tab.next % 26) as u8).to_string().repeat(8);
            typed.insert(format!("shared/{}", tab.name), Some(words.clone()));
            tab.give("shared", Value::Text(words), chance.now);
        }
        _ => {
            // A step.
            let step = Step::Sent(u64::from(tab.next));
            tab.work.record.take(&step);
            typed.insert(format!("sent/{}", tab.next), Some(String::new()));
            tab.queue.push(Change::Work { profile: "1".into(), assignment: "halves".into(), step });
        }
    }
    tab.run();
}

/// Whether what was typed is in the work, or where both have written the same, among its earlier answers.
fn has(work: &Work, earlier: &[Answer], place: &str, typed: Option<&String>) -> bool {
    let parts: Vec<&str> = place.split('/').collect();
    let value = |id: &str, shape: &str| {
        work.fitting(&slot(id), |held| held.shape() == shape).map(|a| a.value.clone())
    };
    match parts.as_slice() {
        ["named", row, column] => {
            let cell = match value("named", "table") {
                Some(Value::Table(rows)) => {
                    rows.iter().find(|r| r.name == *row).and_then(|r| r.cells.get(column)).cloned()
                }
                _ => None,
            };
            cell.as_ref() == typed
        }
        ["log", id, column] => match value("log", "log") {
            Some(Value::Log(entries)) => {
                entries.iter().find(|e| e.id.to_string() == *id).and_then(|e| e.cells.get(column)) == typed
            }
            _ => false,
        },
        ["some", option] => match value("some", "choices") {
            Some(Value::Choices(chosen)) => chosen.iter().any(|held| held == option) == typed.is_some(),
            _ => typed.is_none(),
        },
        ["shared", _] => {
            let now = value("shared", "text");
            let all = earlier.iter().filter(|version| version.slot == slot("shared"));
            let all = all.map(|version| &version.value).chain(&now);
            all.into_iter().any(|value| matches!(value, Value::Text(words) if Some(words) == typed))
        }
        ["text", id] => value(id, "text") == typed.map(|words| Value::Text(words.clone())),
        ["sent", moment] => work.record.sent.iter().filter(|sent| sent.to_string() == *moment).count() == 1,
        _ => panic!("{place}"),
    }
}

#[derive(Clone, Copy)]
struct May {
    /// The store refuses some writes.
    fail: bool,
    /// A tab is hidden, or is closed in the middle of a write.
    hide: bool,
    /// Nobody types in the second tab.
    alone: bool,
}

fn life(seed: u64, may: May) -> Result<(), String> {
    let mut chance = Chance { state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1, now: 1 };
    let store = opened();
    let mut tabs = [Tab::open("a", 1_000, &store), Tab::open("b", 2_000, &store)];
    let mut typed = Typed::new();
    let mut story = Vec::new();
    for _ in 0..40 {
        let at = chance.below(2) as usize;
        let tab = &mut tabs[at];
        let what = chance.below(13);
        match what {
            0..=3 if !may.alone || at == 0 => edit(tab, &mut chance, &mut typed),
            4 | 5 => tab.commit(&store, may.fail && chance.below(3) == 0),
            6 | 7 => tab.hear(&store),
            8 => tab.look(&store),
            9 => tab.see(),
            10 if may.hide => tab.leave(&store),
            11 if may.hide => {
                // It goes in the middle of things: its write arrives or does not, and it hears no more of it.
                tab.leave(&store);
                tab.commit(&store, chance.below(2) == 0);
                *tab = Tab::open(tab.name, tab.next, &store);
            }
            11 if tab.queue.is_empty() => *tab = Tab::open(tab.name, tab.next, &store),
            // To another screen and back.
            12 => tab.work = tab.read(&store),
            // A write that failed is tried again.
            _ => tab.run(),
        }
        story.push(format!("{} {what}", tab.name));
    }
    // Everything arrives, and both look.
    for _ in 0..6 {
        for tab in &mut tabs {
            tab.run();
            tab.commit(&store, false);
            tab.hear(&store);
        }
    }
    pollster::block_on(store.take_in()).unwrap();
    for tab in &mut tabs {
        assert!(tab.queue.is_empty());
        tab.looking = None;
        tab.look(&store);
        tab.see();
    }
    let kept = read(&store);
    let earlier = pollster::block_on(store.earlier("1", "halves")).unwrap();
    for (place, words) in &typed {
        if !has(&kept, &earlier, place, words.as_ref()) {
            return Err(format!(
                "seed {seed}: {place} should be {words:?}\nkept: {:?}\n{}",
                kept.answers(),
                story.join(", ")
            ));
        }
    }
    for tab in &tabs {
        let sorted = |work: &Work| {
            let mut answers: Vec<String> =
                work.answers().iter().map(|a| format!("{} {:?}", a.slot, a.value)).collect();
            answers.sort();
            answers
        };
        if sorted(&tab.work) != sorted(&kept) || !tab.work.record.is_at(&kept.record) {
            return Err(format!(
                "seed {seed}: {} shows what is not kept\nshown: {:?}\nkept:  {:?}\n{}",
                tab.name,
                sorted(&tab.work),
                sorted(&kept),
                story.join(", ")
            ));
        }
    }
    Ok(())
}

/// What a run of all tests is told, and whether it is to do all that is promised.
fn told(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Of the 10,000 orders that are promised for each kind of life, every run tries a tenth, by its own seed.
fn lives(may: May) {
    let lives = if told("TAUMAHI_SOAK").is_some() { 10_000 } else { 1_000 };
    let first = told("TAUMAHI_SEED").unwrap_or(1) * 10_000;
    let wrong: Vec<String> = (first..first + lives).filter_map(|seed| life(seed, may).err()).collect();
    assert!(wrong.is_empty(), "{} of {lives} went wrong, the first:\n{}", wrong.len(), wrong[0]);
}

#[test]
fn two_tabs_lose_nothing_whatever_fails() {
    lives(May { fail: false, hide: false, alone: false });
    lives(May { fail: true, hide: false, alone: false });
}

#[test]
fn one_tab_that_is_put_away_loses_nothing() {
    lives(May { fail: false, hide: true, alone: true });
}

#[test]
fn a_tab_that_is_put_away_takes_nothing_from_another() {
    lives(May { fail: false, hide: true, alone: false });
    lives(May { fail: true, hide: true, alone: false });
}

/// `home::saving` shows what was kept in the work that is on the screen by then, which may be another child's.
#[test]
fn another_childs_answer_is_not_shown() {
    let mut tab = Tab::open("a", 1, &opened());
    tab.give("a", Value::Text("Aroha's".into()), 1);
    let theirs =
        Work::new(Profile { id: "2".into(), ..profile() }, WorkRecord::start("2", document(), 1), []);
    assert!(!tab.work.answers().iter().any(|answer| theirs.would_change(answer)));
}
