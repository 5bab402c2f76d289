//! What tables and logs have in common: rows of cells, one below the other, to fill, add, take out and put back.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use assignment::{Column, Date, Kind};
use leptos::prelude::*;
use ui::element::{Element, Node, el, live};
use ui::{browser, each, say};
use work::{Entry, Named, Value};

use super::line::{Line, TakenOut, placed};
use super::{Field, button};

/// Reads the rows of an answer.
type Read = Box<dyn Fn(Option<&Value>) -> Vec<Line> + Send + Sync>;

/// A question whose answer is rows.
pub struct Sheet {
    /// The question.
    pub field: Field,
    /// The cells of each row.
    pub columns: Vec<Column>,
    /// The rows of an answer, as they are shown.
    pub read: Read,
    /// The answer of rows.
    pub write: fn(Vec<Line>) -> Value,
    /// What stands over a row.
    pub heading: Box<dyn Fn(&Line) -> String + Send + Sync>,
    /// Everything to fill in, from the cells.
    pub fields: Box<dyn Fn(Place, Node) -> Node + Send + Sync>,
    /// How rows come and go, if they do.
    pub growing: Option<Growing>,
    /// The row that was taken out last, as long as it can be put back. Not a signal: whatever changes it gives an answer too.
    pub out: Mutex<Option<TakenOut>>,
}

/// Rows that can be added to and taken from.
pub struct Growing {
    /// On the button that takes a row out.
    pub remove: String,
    /// How many there can be.
    pub most: usize,
}

/// A row on the screen.
#[derive(Clone)]
pub struct Place {
    sheet: Arc<Sheet>,
    line: RwSignal<Line>,
}

/// The rows. A row is drawn once, and stays while others come and go: somebody may be typing in it.
pub fn rows(sheet: &Arc<Sheet>) -> Element {
    let (of, to) = (sheet.clone(), sheet.clone());
    let placed = move || placed(of.lines(), of.out().as_ref());
    each(sheet.field.element("rows"), placed, Line::looks_same, move |line| draw(&to, line))
}

/// The button that adds a row, as long as there can be more. Its words come from how many there are; `day` is that of the new one.
pub fn adding(sheet: &Arc<Sheet>, words: fn(usize) -> String, day: fn() -> Option<Date>) -> Element {
    let (of, counted, full) = (sheet.clone(), sheet.clone(), sheet.clone());
    button(String::new(), move || of.add_one(day()))
        .attr("id", sheet.field.element("add"))
        .child(live(move || words(counted.lines().len())))
        .live_flag("hidden", move || full.is_full())
}

fn draw(sheet: &Arc<Sheet>, line: RwSignal<Line>) -> Element {
    let now = line.get_untracked();
    if now.is_out {
        return offer(sheet.clone());
    }
    let place = Place { sheet: sheet.clone(), line };
    let of = sheet.clone();
    let legend = el("legend").child(live(move || line.with(|line| (of.heading)(line))));
    // Rows that do not come and go have the teacher's names.
    let row = el("fieldset")
        .class("row")
        .child(legend.taught(sheet.growing.is_none()))
        .child((sheet.fields)(place.clone(), cells(&place)));
    let Some(growing) = &sheet.growing else { return row };
    let (id, of) = (sheet.element_of(&now), sheet.clone());
    let remove = button(growing.remove.clone(), move || of.take_out(&now)).class("small quiet");
    // The focus goes to it when its neighbour was taken out.
    row.attr("id", id).attr("tabindex", "-1").child(remove)
}

/// Stands where a row was taken out, and puts it back.
fn offer(sheet: Arc<Sheet>) -> Element {
    let (words, back) = (sheet.field.element("out"), sheet.field.element("back"));
    let said = el("span").attr("id", words.clone()).child(say::home_row_out());
    let back = button(say::home_row_back(), move || sheet.put_back())
        .attr("id", back)
        // The focus comes to the button, so a screen reader says why it is there.
        .attr("aria-describedby", words);
    el("p").class("out").child(said).child(back)
}

/// A field for each column.
fn cells(place: &Place) -> Node {
    let fields = place.sheet.columns.iter().map(|column| {
        let (of, held_id, to, id) = (place.clone(), column.id.clone(), place.clone(), column.id.clone());
        let unit = column.number.as_ref().filter(|unit| !unit.is_empty());
        // What is asked of a photo is the interface's.
        let is_capture = matches!(place.sheet.field.ask.kind, Kind::Photo { .. } | Kind::Audio { .. });
        let heading = el("span")
            .taught(!is_capture)
            .child(column.heading.clone())
            .child(unit.map(|unit| el("span").class("quiet").child(format!(" ({unit})"))));
        let input = el("input")
            .attr("type", "text")
            .attr("inputmode", if column.number.is_some() { "decimal" } else { "text" })
            .attr("autocomplete", "off")
            .value(move || of.held(|row| row.cells.get(&held_id).cloned().unwrap_or_default()))
            .on_input(move |typed| to.change(Box::new(|row| put(&mut row.cells, &id, typed))));
        el("label").class("cell").child(heading).child(input).into()
    });
    el("div").class("cells").children(fields).into()
}

/// Puts what was typed into the cells; an empty cell is left out.
fn put(cells: &mut Named<String>, column: &str, typed: String) {
    if typed.is_empty() {
        cells.remove(column);
    } else {
        cells.put(column.to_owned(), typed);
    }
}

impl Place {
    /// The name that tells its row from others.
    pub fn name(&self) -> String {
        self.line.with_untracked(|line| line.name.clone())
    }

    /// What stands over its row, following it.
    pub fn heading(&self) -> String {
        self.line.with(|line| (self.sheet.heading)(line))
    }

    /// What is in the row, following it.
    pub fn held<T>(&self, look: impl FnOnce(&Entry) -> T) -> T {
        self.line.with(|line| look(&line.entry))
    }

    /// Changes what is in the row. (Boxed, so that a phone gets this once.)
    pub fn change(&self, change: Box<dyn FnOnce(&mut Entry) + '_>) {
        let mut lines = self.sheet.lines_now();
        let here = self.line.with_untracked(|row| lines.iter_mut().find(|line| line.is_same(row)));
        if let Some(line) = here {
            change(&mut line.entry);
        }
        self.sheet.give(lines);
    }
}

impl Sheet {
    /// The rows, following them.
    fn lines(&self) -> Vec<Line> {
        self.field.look(|value| (self.read)(value))
    }

    /// The rows as they are now, without following them.
    fn lines_now(&self) -> Vec<Line> {
        (self.read)(self.field.value_now().as_ref())
    }

    /// Whether there can be no more rows.
    pub fn is_full(&self) -> bool {
        self.growing.as_ref().is_none_or(|growing| self.lines().len() >= growing.most)
    }

    fn give(&self, lines: Vec<Line>) {
        self.field.give((self.write)(lines));
    }

    fn out(&self) -> MutexGuard<'_, Option<TakenOut>> {
        self.out.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a row. The focus goes to its first cell: who adds one wants to write in it, so a phone's keyboard that comes up is what
    /// they would tap for next. In a log that leaves out the day, which is filled in.
    fn add_one(&self, date: Option<Date>) {
        let entry = Entry { id: new_row_id(), date, cells: Named::new(), tick: false };
        let line = Line::new(String::new(), entry);
        let row = self.element_of(&line);
        let mut lines = self.lines_now();
        lines.push(line);
        *self.out() = None;
        self.give(lines);
        browser::focus_then(row, " [type=text]");
    }

    /// Takes a row out. What was in it can be put back. The focus stays near: on the button for that, or else on the row that is
    /// there now, which brings up no keyboard.
    fn take_out(&self, line: &Line) {
        let Some(out) = TakenOut::of(self.lines_now(), line) else { return };
        let left = out.left();
        let near = if out.line.entry.is_empty() {
            let neighbour = left.get(out.place).or(left.last());
            *self.out() = None;
            neighbour.map_or_else(|| self.field.element("add"), |line| self.element_of(line))
        } else {
            *self.out() = Some(out);
            self.field.element("back")
        };
        self.give(left);
        browser::focus_then(near, "");
    }

    /// Puts back the row that was taken out last.
    fn put_back(&self) {
        let Some(out) = self.out().take() else { return };
        let row = self.element_of(&out.line);
        self.field.give(out.put_back(self.field.value_now(), self.write));
        browser::focus_then(row, "");
    }

    /// The id of a row's element.
    fn element_of(&self, line: &Line) -> String {
        self.field.element(&format!("row{}{}", line.name, line.entry.id))
    }
}

/// An id that no other tab gives to a row, however many add one at the same time. The first rows of a table have small ones.
fn new_row_id() -> u32 {
    browser::chance() | 1 << 31
}
