//! The rows of one answer, and the one among them that was taken out.

use work::{Entry, Row, Value, merge};

/// A row of a table or an entry of a log, as it stands on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The teacher's name for it, or none.
    pub name: String,
    /// What is in it. A row of a table has no day and no tick.
    pub entry: Entry,
    /// How many stand before it.
    pub before: usize,
    /// It was taken out, and can be put back where it stands.
    pub is_out: bool,
}

/// A row that was taken out, with all that putting it back needs.
pub struct TakenOut {
    /// What was in it.
    pub line: Line,
    /// How many stood before it.
    pub place: usize,
    /// All rows, with it.
    lines: Vec<Line>,
}

impl Line {
    /// A row or an entry with this in it.
    pub const fn new(name: String, entry: Entry) -> Self {
        Self { name, entry, before: 0, is_out: false }
    }

    /// Whether it is the same row, whatever is in it.
    pub fn is_same(&self, other: &Self) -> bool {
        self.entry.id == other.entry.id && self.name == other.name
    }

    /// Whether it looks the same but for what is in it.
    pub fn looks_same(&self, other: &Self) -> bool {
        self.is_same(other) && self.is_out == other.is_out
    }
}

impl From<Row> for Line {
    fn from(Row { id, name, cells }: Row) -> Self {
        Self::new(name, Entry { id, date: None, cells, tick: false })
    }
}

impl From<Line> for Row {
    fn from(Line { name, entry, .. }: Line) -> Self {
        Self { id: entry.id, name, cells: entry.cells }
    }
}

impl TakenOut {
    /// The row to be taken out of these.
    pub fn of(lines: Vec<Line>, gone: &Line) -> Option<Self> {
        let place = lines.iter().position(|line| line.is_same(gone))?;
        Some(Self { line: lines.get(place)?.clone(), place, lines })
    }

    /// The rows without it.
    pub fn left(&self) -> Vec<Line> {
        let mut left = self.lines.clone();
        left.remove(self.place);
        left
    }

    /// The answer with the row in its place again, and with all that was done since.
    pub fn put_back(self, now: Option<Value>, write: fn(Vec<Line>) -> Value) -> Value {
        let left = write(self.left());
        merge(Some(&left), &write(self.lines), now.as_ref().unwrap_or(&left))
    }

    /// Where it stands among these rows. Another tab may have added some, taken others out, or written in this one: then it is among
    /// them already, and nowhere else.
    fn place_among(&self, lines: &[Line]) -> Option<usize> {
        let place = |row: &Line| lines.iter().position(|line| line.is_same(row));
        let is_back = lines.iter().any(|line| line.is_same(&self.line) && !line.entry.is_empty());
        let mut behind = self.lines.iter().skip(self.place + 1);
        (!is_back).then(|| behind.find_map(place).unwrap_or(lines.len()))
    }
}

/// The rows in their places, with the one that was taken out.
pub fn placed(mut lines: Vec<Line>, out: Option<&TakenOut>) -> Vec<Line> {
    for (before, line) in lines.iter_mut().enumerate() {
        line.before = before;
    }
    if let Some((out, place)) = out.and_then(|out| Some((out, out.place_among(&lines)?))) {
        lines.insert(place, Line { is_out: true, ..out.line.clone() });
    }
    lines
}

#[cfg(test)]
mod tests {
    use assignment::Date;

    use super::*;

    fn line(id: u32, cell: &str) -> Line {
        let cells = [("book".to_owned(), cell.to_owned())].into_iter().filter(|_| !cell.is_empty()).collect();
        Line::new(String::new(), Entry { id, date: Date::parse("2026-11-23"), cells, tick: !cell.is_empty() })
    }

    fn log(ids: &[u32]) -> Vec<Line> {
        ids.iter().map(|id| line(*id, "a")).collect()
    }

    fn write(lines: Vec<Line>) -> Value {
        Value::Log(lines.into_iter().map(|line| line.entry).collect())
    }

    fn out(lines: &[u32], id: u32) -> TakenOut {
        TakenOut::of(log(lines), &line(id, "")).unwrap()
    }

    /// The rows on the screen: the number of each, and the one that was taken out without.
    fn seen(lines: Vec<Line>, out: &TakenOut) -> Vec<(u32, Option<usize>)> {
        let number = |line: &Line| (!line.is_out).then_some(line.before + 1);
        placed(lines, Some(out)).iter().map(|line| (line.entry.id, number(line))).collect()
    }

    #[test]
    fn what_is_taken_out_is_offered_in_its_place_and_put_back_as_it_was() {
        let out = out(&[1, 2, 3], 2);
        assert_eq!(out.left(), log(&[1, 3]));
        assert_eq!(seen(log(&[1, 3]), &out), [(1, Some(1)), (2, None), (3, Some(2))]);
        assert_eq!(out.put_back(Some(write(log(&[1, 3]))), write), write(log(&[1, 2, 3])));
    }

    #[test]
    fn it_keeps_its_place_and_what_was_done_since() {
        let now = vec![line(4, "more"), line(5, "new")];
        assert_eq!(seen(now.clone(), &out(&[1, 2, 3, 4], 2)), [(2, None), (4, Some(1)), (5, Some(2))]);
        let back = vec![line(2, "a"), line(4, "more"), line(5, "new")];
        assert_eq!(out(&[1, 2, 3, 4], 2).put_back(Some(write(now)), write), write(back));
        // Everything that stood behind it is gone: it comes last.
        assert_eq!(seen(log(&[1, 5]), &out(&[1, 2, 3], 2)), [(1, Some(1)), (5, Some(2)), (2, None)]);
    }

    #[test]
    fn what_another_tab_has_written_in_is_among_the_rows_again() {
        let now = vec![line(1, "a"), line(2, "a whole story")];
        assert_eq!(seen(now, &out(&[1, 2], 2)), [(1, Some(1)), (2, Some(2))]);
        // The empty rows that a table starts with are not it.
        assert_eq!(seen(vec![line(2, "")], &out(&[1, 2], 2)), [(2, Some(1)), (2, None)]);
    }
}
