//! One child does one assignment.

use assignment::{Ask, Assignment, Column, Date, Feedback, Kind, Part, Prose, Rows, Who};
use ui::feedback::asked;
use work::result::ResultDocument;
use work::{
    By, Capture, Drawing, Entry, Member, Moment, Named, PARTIES, PENS, Partner, Rating, Row, Slot, Value,
    Work, WorkRecord,
};

use crate::chance::Chance;
use crate::children;
use crate::media;
use crate::said;
use crate::school::School;

/// 23 November 2026, in the morning at school.
const SCHOOL_BEGINS: Moment = 1_795_382_400_000;
const MINUTE: Moment = 60_000;
const DAY: Moment = 24 * 60 * MINUTE;

/// How much of it a child has done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Done {
    All,
    Some,
    First,
}

/// What a child sends in the end.
pub fn sent(school: &School, assignment: &Assignment, child: usize, number: usize) -> ResultDocument {
    let done = match Chance::of(child + 500, number).below(10) {
        0 => Done::First,
        1 | 2 => Done::Some,
        _ => Done::All,
    };
    do_it(school, assignment, child, number, done)
}

/// What a child has sent the day before: less.
pub fn sent_before(school: &School, assignment: &Assignment, child: usize, number: usize) -> ResultDocument {
    let mut result = do_it(school, assignment, child, number, Done::First);
    result.made -= DAY;
    result
}

fn do_it(
    school: &School,
    assignment: &Assignment,
    child: usize,
    number: usize,
    done: Done,
) -> ResultDocument {
    let mut chance = Chance::of(child + 1000, number);
    let profile = children::child(child);
    let now = SCHOOL_BEGINS - DAY * chance.below(4) as Moment - MINUTE * chance.below(600) as Moment;
    let record = WorkRecord::start(&profile.id, document(assignment, child), now - DAY);
    let mut home = Home { work: Work::new(profile, record, []), partner: partner(&mut chance), now };
    home.answer_asks(&mut chance, done);
    if done != Done::First {
        home.answer_feedback(&mut chance, &asked(assignment), child);
    }
    if done == Done::All {
        home.work.record.finished = Some(now);
    }
    // The teacher has taken a question out while the child was at it.
    home.work.take_over(assignment.clone());
    let result = ResultDocument::new(&home.work, school.class.as_ref(), &asked(assignment), now + 5 * MINUTE);
    ResultDocument { media: media::of(&result), ..result }
}

/// The assignment as the child started it: every ninth had one more question.
fn document(assignment: &Assignment, child: usize) -> Assignment {
    let mut document = assignment.clone();
    if child % 9 == 4
        && let Some(section) = document.sections.last_mut()
    {
        section.parts.push(Part::Ask(Box::new(Ask {
            id: "taken-out".to_owned(),
            question: Prose::plain_words("How long did it take you?"),
            kind: Kind::Text { lines: 1, starts_from: None },
            ..Ask::default()
        })));
    }
    document
}

fn partner(chance: &mut Chance) -> Partner {
    Partner::ALL[chance.below(Partner::ALL.len())]
}

/// A child and somebody at home, with the work between them.
struct Home {
    work: Work,
    partner: Partner,
    now: Moment,
}

impl Home {
    fn give(&mut self, slot: Slot, value: Value, by: By) {
        let answer = self.work.answer(slot, value, by, self.now);
        self.work.put(answer);
    }

    fn answer_asks(&mut self, chance: &mut Chance, done: Done) {
        let asks: Vec<Ask> = self.work.record.document.asks().cloned().collect();
        let most = match done {
            Done::All => asks.len(),
            Done::Some => asks.len() / 2 + 1,
            Done::First => 1,
        };
        for ask in asks.into_iter().take(most) {
            let by = if ask.who == Who::Family { By::Family(self.partner) } else { By::Student };
            let value = answer(&ask, chance);
            // Finished does not mean that every question has an answer.
            if done != Done::All || !chance.one_in(20) {
                self.give(Slot::Ask(ask.id), value, by);
            }
        }
    }

    fn answer_feedback(&mut self, chance: &mut Chance, asked: &Feedback, child: usize) {
        if chance.one_in(6) {
            return;
        }
        let mut members = vec![Member::first(self.partner)];
        let second = partner(chance);
        if chance.one_in(5) {
            // Perhaps another of the same kind.
            let another = Member::all(second).find(|member| !members.contains(member));
            members.extend(another);
        }
        for (number, member) in members.into_iter().enumerate() {
            let by = By::Family(member.partner());
            for statement in &asked.statements {
                let low =
                    if chance.one_in(5) { chance.below(asked.scale.len()) } else { asked.scale.len() - 1 };
                let rating = rating(low, asked.scale.len());
                self.give(Slot::Statement(member, statement.id.clone()), Value::Scale(rating), by);
            }
            if let Some(words) = said::families(child + number * 7) {
                self.give(Slot::Words(member), Value::Text(words.to_owned()), by);
            }
            if chance.one_in(3) {
                let name = chance.pick(&["Hine", "Rangi", "Moana", "Fatima", "Sam", "Līhau"]);
                self.give(Slot::Name(member), Value::Text(name.to_owned()), by);
            }
        }
    }
}

/// An answer that fits the question: most often the right one.
fn answer(ask: &Ask, chance: &mut Chance) -> Value {
    let right = !chance.one_in(4);
    match &ask.kind {
        Kind::Text { .. } => Value::Text(chance.pick(said::to(&ask.id, ask.who)).to_owned()),
        Kind::Number { correct, .. } if right && !correct.is_empty() => {
            Value::Number(correct[0].as_written().to_owned())
        }
        Kind::Number { .. } => Value::Number((chance.below(12) + 1).to_string()),
        Kind::Choice { correct: Some(correct), .. } if right => Value::Choice(correct.clone()),
        Kind::Choice { options, .. } => {
            Value::Choice(options.get(chance.below(options.len())).cloned().unwrap_or_default())
        }
        Kind::Choices { correct, .. } if right && !correct.is_empty() => Value::Choices(correct.clone()),
        Kind::Choices { options, .. } => {
            let some = options.iter().filter(|_| chance.one_in(2)).cloned().collect::<Vec<_>>();
            Value::Choices(if some.is_empty() { options.iter().take(1).cloned().collect() } else { some })
        }
        Kind::Scale { steps, .. } => {
            let steps = usize::try_from(*steps).unwrap_or(2);
            Value::Scale(rating(chance.below(steps), steps))
        }
        Kind::Table { columns, rows } => Value::Table(table(columns, rows, chance)),
        Kind::Log { columns, entries, .. } => Value::Log(log(columns, *entries, chance)),
        Kind::Done { .. } => Value::Done(true),
        Kind::Drawing => Value::Drawing(drawing(chance)),
        Kind::Photo { .. } => Value::Photo(vec![capture(chance)]),
        Kind::Audio { .. } => Value::Audio(vec![capture(chance)]),
        Kind::Agreement { .. } => {
            let some = PARTIES.iter().filter(|_| right || chance.one_in(2));
            Value::Agreement(some.map(|party| (*party).to_owned()).collect())
        }
    }
}

/// The step after `below` lower ones.
fn rating(below: usize, steps: usize) -> Rating {
    let number = |count: usize| u32::try_from(count).unwrap_or(1);
    Rating { step: number(below + 1), of: number(steps) }
}

fn table(columns: &[Column], rows: &Rows, chance: &mut Chance) -> Vec<Row> {
    let names: Vec<String> = match rows {
        Rows::Named(names) => names.clone(),
        Rows::Growing { start, .. } => (0..*start).map(|_| String::new()).collect(),
    };
    let row = |(id, name): (u32, String)| {
        let id = if name.is_empty() { id } else { 0 };
        Row { id, name, cells: cells(columns, chance) }
    };
    (1..).zip(names).map(row).collect()
}

/// A few strokes from one place of the paper to another.
fn drawing(chance: &mut Chance) -> Drawing {
    let mut drawing = Drawing::default();
    for pen in PENS {
        let points: Vec<String> =
            (0..8).map(|_| format!("{},{}", chance.below(800), chance.below(600))).collect();
        drawing = drawing.with(&format!("{pen}{}", points.join(" ")));
    }
    drawing
}

/// A photo or a recording.
fn capture(chance: &mut Chance) -> Capture {
    Capture {
        id: format!("{:016x}", chance.below(usize::MAX)),
        date: Date::new(2026, 11, 20),
        words: chance.pick(said::IN_CELLS).to_owned(),
    }
}

fn log(columns: &[Column], hoped: u32, chance: &mut Chance) -> Vec<Entry> {
    let made = u8::try_from(chance.below(usize::try_from(hoped).unwrap_or(1)) + 1).unwrap_or(1);
    let entry = |day: u8| Entry {
        id: u32::from(day) + 1,
        date: Date::new(2026, 11, 9 + day),
        cells: cells(columns, chance),
        tick: !chance.one_in(4),
    };
    (0..made).map(entry).collect()
}

fn cells(columns: &[Column], chance: &mut Chance) -> Named<String> {
    let cell = |column: &Column| match &column.number {
        Some(_) => chance.pick(&["2", "3.5", "4", "1/2", "10", "15"]).to_owned(),
        None => chance.pick(said::IN_CELLS).to_owned(),
    };
    columns.iter().map(|column| column.id.clone()).zip(columns.iter().map(cell).collect::<Vec<_>>()).collect()
}
