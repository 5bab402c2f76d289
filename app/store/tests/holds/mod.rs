//! What holds for any bytes that somebody chooses as a copy.

use pollster::block_on;
use store::{Backup, Change, Durability, Store};
use work::{Answer, Marks, Profile, Row, Slot, Value};

/// The child that the corpus is about too.
const HANA: &str = "00c0ffee00c0ffee";

fn here(slot: &str, value: Value) -> Answer {
    Answer {
        profile: HANA.into(),
        assignment: "fractions".into(),
        slot: Slot::Ask(slot.into()),
        value,
        when: 1_764_500_000_000,
        revision: 3,
        marks: Marks::of("0193a1b2c3d4e5f9", 3),
        ..Answer::default()
    }
}

/// A phone with work on it.
fn phone() -> (Store, Vec<Answer>) {
    let row = |id, cell: &str| Row {
        id,
        name: String::new(),
        cells: [("a".to_owned(), cell.to_owned())].into_iter().collect(),
    };
    let answers = vec![
        here("story", Value::Text("What is here".into())),
        here("half", Value::Number("12".into())),
        here("grid", Value::Table(vec![row(1, "rain"), row(2, "sun")])),
        here("some", Value::Choices(vec!["Red".into(), "Blue".into()])),
    ];
    let store = Store::in_memory();
    let mut changes =
        vec![Change::Child(Profile { id: HANA.into(), name: "Hana".into(), ..Profile::default() })];
    changes.extend(answers.iter().map(|answer| Change::Answer { answer: answer.clone(), base: None }));
    block_on(store.keep(changes, Durability::Strict)).unwrap();
    (store, answers)
}

fn values(store: &Store) -> Vec<String> {
    let kept = block_on(store.answers(HANA)).unwrap();
    assert_eq!(kept.damaged, 0, "what was put back can be read");
    kept.records.iter().map(|answer| format!("{} {:?}", answer.slot, answer.value)).collect()
}

/// Whether all that an answer says is still there: in the answer that stands in its place now, or among its earlier versions.
fn is_there(store: &Store, answer: &Answer) -> bool {
    let now = block_on(store.answers(HANA)).unwrap().records;
    let earlier = block_on(store.earlier(HANA, "fractions")).unwrap();
    let holds = |other: &&Answer| {
        other.is_in_place_of(answer) && work::merge(None, &answer.value, &other.value) == other.value
    };
    now.iter().find(holds).or_else(|| earlier.iter().find(holds)).is_some()
}

/// However the bytes are made: it ends, nothing that was here is lost, what comes back can be read, and a second time changes nothing.
pub fn for_bytes(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (store, answers) = phone();
    let mut backup = Backup::default();
    let first = block_on(store.put_back(&mut backup, &text));
    for answer in &answers {
        assert!(is_there(&store, answer), "{answer:?}");
    }
    let children = block_on(store.profiles()).unwrap();
    assert!(children.records.iter().any(|child| child.name == "Hana"));
    let after = values(&store);
    let mut again = Backup::default();
    assert_eq!(block_on(store.put_back(&mut again, &text)), first);
    assert_eq!((values(&store), again), (after, backup));
}
