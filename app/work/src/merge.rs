//! Two tabs have changed the same answer: what both did is kept.
//!
//! Each tab knows the value that its own changes started from, so this is a merge of three: from the `base`, to `mine` here and
//! to `theirs` there. Tables and logs are merged cell by cell, choices option by option. Of two different words, or two
//! different steps of a scale, the later stays: mine, since it is being written now.

use crate::{Capture, Drawing, Entry, Named, Row, Value};

/// What `mine` and `theirs` come to, both changed from `base`. Without a base all of both counts as new.
pub fn merge(base: Option<&Value>, mine: &Value, theirs: &Value) -> Value {
    match (mine, theirs) {
        (Value::Table(mine), Value::Table(theirs)) => Value::Table(merge_parts(rows_of(base), mine, theirs)),
        (Value::Log(mine), Value::Log(theirs)) => Value::Log(merge_parts(entries_of(base), mine, theirs)),
        (Value::Choices(mine), Value::Choices(theirs)) => {
            Value::Choices(merge_parts(options_of(base), mine, theirs))
        }
        (Value::Agreement(mine), Value::Agreement(theirs)) => {
            Value::Agreement(merge_parts(options_of(base), mine, theirs))
        }
        (Value::Drawing(mine), Value::Drawing(theirs)) => {
            let base = if let Some(Value::Drawing(base)) = base { base.lines() } else { Vec::new() };
            Value::Drawing(Drawing::of_lines(&merge_parts(&base, &mine.lines(), &theirs.lines())))
        }
        (Value::Photo(mine), Value::Photo(theirs)) => {
            Value::Photo(merge_parts(captures_of(base), mine, theirs))
        }
        (Value::Audio(mine), Value::Audio(theirs)) => {
            Value::Audio(merge_parts(captures_of(base), mine, theirs))
        }
        _ => later(base, mine, theirs),
    }
}

/// One of several things in an answer, each with its own place.
trait Part: Clone + PartialEq {
    /// Whether it is the same row, entry or option, whatever is in it.
    fn is_same(&self, other: &Self) -> bool;

    /// What is in it after both changes.
    fn merge(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self;
}

impl Part for Row {
    fn is_same(&self, other: &Self) -> bool {
        self.id == other.id && self.name == other.name
    }

    fn merge(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        let cells = merge_cells(base.map(|base| &base.cells), &mine.cells, &theirs.cells);
        Self { cells, ..mine.clone() }
    }
}

impl Part for Entry {
    fn is_same(&self, other: &Self) -> bool {
        self.id == other.id
    }

    fn merge(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        Self {
            id: mine.id,
            date: later(base.map(|base| &base.date), &mine.date, &theirs.date),
            cells: merge_cells(base.map(|base| &base.cells), &mine.cells, &theirs.cells),
            tick: later(base.map(|base| &base.tick), &mine.tick, &theirs.tick),
        }
    }
}

impl Part for Capture {
    fn is_same(&self, other: &Self) -> bool {
        self.id == other.id
    }

    fn merge(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        Self {
            id: mine.id.clone(),
            date: later(base.map(|base| &base.date), &mine.date, &theirs.date),
            words: later(base.map(|base| &base.words), &mine.words, &theirs.words),
        }
    }
}

impl Part for String {
    fn is_same(&self, other: &Self) -> bool {
        self == other
    }

    fn merge(_: Option<&Self>, mine: &Self, _: &Self) -> Self {
        mine.clone()
    }
}

/// Theirs in their order, and what is new in mine before what follows it there: what was put back stands where it was, and what was
/// added comes last. What one side took out is gone, unless the other has written in it since.
fn merge_parts<P: Part>(base: &[P], mine: &[P], theirs: &[P]) -> Vec<P> {
    let mut merged = Vec::new();
    for their in theirs {
        let was = find(base, their);
        match find(mine, their) {
            Some(my) => merged.push(P::merge(was, my, their)),
            None if was == Some(their) => {}
            None => merged.push(their.clone()),
        }
    }
    let mut following = merged.len();
    for my in mine.iter().rev() {
        if find(theirs, my).is_none() && find(base, my) != Some(my) {
            merged.insert(following, my.clone());
        } else if let Some(place) = merged.iter().position(|part| part.is_same(my)) {
            following = place;
        }
    }
    merged
}

fn find<'p, P: Part>(parts: &'p [P], part: &P) -> Option<&'p P> {
    parts.iter().find(|other| other.is_same(part))
}

fn merge_cells(base: Option<&Named<String>>, mine: &Named<String>, theirs: &Named<String>) -> Named<String> {
    let mut merged = Named::new();
    for name in theirs.names().chain(mine.names()) {
        let was = base.and_then(|base| base.get(name));
        if let Some(cell) = later(Some(&was), &mine.get(name), &theirs.get(name)) {
            merged.put(name.to_owned(), cell.clone());
        }
    }
    merged
}

/// Mine if I changed it, else theirs.
fn later<T: Clone + PartialEq>(base: Option<&T>, mine: &T, theirs: &T) -> T {
    if base == Some(mine) { theirs.clone() } else { mine.clone() }
}

fn rows_of(base: Option<&Value>) -> &[Row] {
    match base {
        Some(Value::Table(rows)) => rows,
        _ => &[],
    }
}

fn entries_of(base: Option<&Value>) -> &[Entry] {
    match base {
        Some(Value::Log(entries)) => entries,
        _ => &[],
    }
}

fn options_of(base: Option<&Value>) -> &[String] {
    match base {
        Some(Value::Choices(options) | Value::Agreement(options)) => options,
        _ => &[],
    }
}

fn captures_of(base: Option<&Value>) -> &[Capture] {
    base.map_or(&[], Value::captures)
}

#[cfg(test)]
mod tests {
    use assignment::Date;

    use super::*;

    fn row(id: u32, cells: &[(&str, &str)]) -> Row {
        let cells = cells.iter().map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned())).collect();
        Row { id, name: String::new(), cells }
    }

    fn named(name: &str, cell: &str) -> Row {
        Row { name: name.to_owned(), ..row(0, &[("c", cell)]) }
    }

    fn entry(id: u32, cell: &str, tick: bool) -> Entry {
        let date = Date::parse("2026-11-23");
        Entry { id, date, cells: row(0, &[("book", cell)]).cells, tick }
    }

    fn choices(options: &[&str]) -> Value {
        Value::Choices(options.iter().map(|option| (*option).to_owned()).collect())
    }

    #[test]
    fn cells_of_both_tabs_stay() {
        let base = Value::Table(vec![row(1, &[("a", "1"), ("b", "1")]), row(2, &[])]);
        let mine = Value::Table(vec![row(1, &[("a", "2"), ("b", "1")]), row(2, &[])]);
        let theirs = Value::Table(vec![row(1, &[("a", "1")]), row(2, &[("a", "x")])]);
        let both = Value::Table(vec![row(1, &[("a", "2")]), row(2, &[("a", "x")])]);
        assert_eq!(merge(Some(&base), &mine, &theirs), both);
    }

    #[test]
    fn named_rows_are_known_by_their_names() {
        let mine = Value::Table(vec![named("Wool", "5"), named("Foil", "")]);
        let theirs = Value::Table(vec![named("Foil", "7")]);
        let base = Value::Table(vec![named("Foil", "")]);
        let both = Value::Table(vec![named("Wool", "5"), named("Foil", "7")]);
        assert_eq!(merge(Some(&base), &mine, &theirs), both);
    }

    #[test]
    fn rows_that_both_add_stay_and_what_one_takes_out_is_gone() {
        let base = Value::Log(vec![entry(1, "a", false), entry(2, "b", false)]);
        let mine = Value::Log(vec![entry(2, "b", false), entry(3, "mine", false)]);
        let theirs = Value::Log(vec![entry(1, "a", false), entry(2, "b", true), entry(4, "theirs", false)]);
        let both = Value::Log(vec![entry(2, "b", true), entry(4, "theirs", false), entry(3, "mine", false)]);
        assert_eq!(merge(Some(&base), &mine, &theirs), both);
    }

    #[test]
    fn what_one_takes_out_stays_when_the_other_wrote_in_it() {
        let base = Value::Log(vec![entry(1, "a", false)]);
        let written = Value::Log(vec![entry(1, "a whole story", false)]);
        let emptied = Value::Log(vec![]);
        assert_eq!(merge(Some(&base), &emptied, &written), written);
        assert_eq!(merge(Some(&base), &written, &emptied), written);
    }

    #[test]
    fn what_one_puts_back_stands_where_it_was() {
        let all = Value::Log(vec![entry(1, "a", false), entry(2, "b", true), entry(3, "c", false)]);
        let without = Value::Log(vec![entry(1, "a", false), entry(3, "c", false)]);
        let theirs = Value::Log(vec![entry(3, "more", false), entry(4, "theirs", false)]);
        let both = Value::Log(vec![entry(2, "b", true), entry(3, "more", false), entry(4, "theirs", false)]);
        assert_eq!(merge(Some(&without), &all, &theirs), both);
        assert_eq!(merge(Some(&without), &theirs, &all), both);
        // What stood behind it is gone, and then it is the last.
        let first = Value::Log(vec![entry(1, "a", false)]);
        assert_eq!(
            merge(Some(&without), &all, &first),
            Value::Log(vec![entry(1, "a", false), entry(2, "b", true)])
        );
    }

    #[test]
    fn options_are_merged_one_by_one() {
        let base = choices(&["a", "b"]);
        assert_eq!(
            merge(Some(&base), &choices(&["b", "c"]), &choices(&["a", "b", "d"])),
            choices(&["b", "d", "c"])
        );
        assert_eq!(merge(None, &choices(&["a"]), &choices(&["b"])), choices(&["b", "a"]));
    }

    #[test]
    fn photos_that_both_take_stay_and_so_do_words_about_them() {
        let photo = |id: &str, words: &str| Capture { id: id.into(), date: None, words: words.into() };
        let base = Value::Photo(vec![photo("1", ""), photo("2", "")]);
        let mine = Value::Photo(vec![photo("1", "a kite"), photo("2", ""), photo("3", "mine")]);
        let theirs = Value::Photo(vec![photo("1", ""), photo("4", "theirs")]);
        let both = Value::Photo(vec![photo("1", "a kite"), photo("4", "theirs"), photo("3", "mine")]);
        assert_eq!(merge(Some(&base), &mine, &theirs), both);
        let agree = |parties: &[&str]| Value::Agreement(parties.iter().map(|p| (*p).to_owned()).collect());
        assert_eq!(
            merge(None, &agree(&["student"]), &agree(&["family"])),
            agree(&["family", "student"]),
            "the order is the page's"
        );
    }

    #[test]
    fn what_both_draw_stays_and_what_one_undid_is_gone() {
        let drawing = |lines: &str| Value::Drawing(Drawing::new(lines.to_owned()).unwrap());
        let base = drawing("k1,1 9,9\nr2,2");
        let merged = merge(Some(&base), &drawing("k1,1 9,9\nb3,3"), &drawing("k1,1 9,9\nr2,2\ng4,4"));
        assert_eq!(merged, drawing("k1,1 9,9\ng4,4\nb3,3"));
        let empty = Value::Drawing(Drawing::default());
        assert_eq!(merge(None, &empty, &base), base);
        assert_eq!(merge(Some(&base), &empty, &base), empty, "begun again");
    }

    #[test]
    fn of_two_texts_the_one_that_was_changed_stays_and_of_two_changed_mine() {
        let text = |words: &str| Value::Text(words.to_owned());
        assert_eq!(merge(Some(&text("a")), &text("a"), &text("theirs")), text("theirs"));
        assert_eq!(merge(Some(&text("a")), &text("mine"), &text("a")), text("mine"));
        assert_eq!(merge(Some(&text("a")), &text("mine"), &text("theirs")), text("mine"));
        assert_eq!(merge(None, &text("mine"), &text("theirs")), text("mine"));
    }

    #[test]
    fn merging_again_changes_nothing() {
        let base = Value::Log(vec![entry(1, "a", false)]);
        let mine = Value::Log(vec![entry(1, "b", false), entry(2, "x", false)]);
        let theirs = Value::Log(vec![entry(1, "a", true), entry(3, "y", false)]);
        let merged = merge(Some(&base), &mine, &theirs);
        assert_eq!(merge(Some(&mine), &mine, &merged), merged);
        assert_eq!(merge(Some(&theirs), &merged, &theirs), merged);
    }
}
