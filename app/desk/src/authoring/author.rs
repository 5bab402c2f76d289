//! The texts that are open, for as long as the page is.

use std::collections::{BTreeMap, BTreeSet};

use assignment::source::folder::{CLASS_FILE, name_and_language};
use leptos::prelude::*;
use store::Draft;
use ui::browser;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::check::{Checked, check};
use super::naming;
use super::sheet::Sheet;
use crate::desk::Desk;

/// What is open on the author's page. Copies are the same.
#[derive(Clone, Copy)]
pub struct Author {
    /// The texts, by the names of their files.
    pub sheets: RwSignal<Vec<Sheet>>,
    /// The name of the one in the editor.
    pub open: RwSignal<Option<String>>,
    /// What is wrong with it, and what a family would see.
    pub checked: RwSignal<Checked>,
    /// The pictures of the folder that is open, by their paths, with addresses under which this page has them. `None` without a folder.
    pub pictures: RwSignal<Option<BTreeMap<String, String>>>,
    /// The files by which the browser lets the page write, by their names.
    pub handles: RwSignal<BTreeMap<String, JsValue>, LocalStorage>,
    /// The folder that is open, where the browser lets the page write to it.
    pub folder: StoredValue<Option<JsValue>, LocalStorage>,
    /// Files that are no texts.
    pub refused: RwSignal<Vec<String>>,
    /// Open texts that kept others of their names from being opened: something in them is in no file.
    pub in_the_way: RwSignal<Vec<String>>,
    /// Goes up when the editor has to take over a text that it did not type.
    pub shown: RwSignal<u64>,
    /// Whether what is unsaved could not be kept.
    pub not_kept: RwSignal<bool>,
    tab: StoredValue<String>,
    /// Drafts of this tab and of tabs that are gone, as they were last kept.
    kept: StoredValue<Vec<Draft>>,
    keeping: StoredValue<Keeping>,
}

/// What a text is called now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamed {
    /// The name.
    pub name: String,
    /// The text of the other name is still open, because it is in a file.
    pub is_copy: bool,
}

/// Drafts are written one after the other, and only the newest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keeping {
    Nothing,
    Writing,
    WritingAndMore,
}

impl Author {
    /// Nothing open yet.
    pub fn new() -> Self {
        Self {
            sheets: RwSignal::new(Vec::new()),
            open: RwSignal::new(None),
            checked: RwSignal::new(Checked::default()),
            pictures: RwSignal::new(None),
            handles: RwSignal::new_local(BTreeMap::new()),
            folder: StoredValue::new_local(None),
            refused: RwSignal::new(Vec::new()),
            in_the_way: RwSignal::new(Vec::new()),
            shown: RwSignal::new(0),
            not_kept: RwSignal::new(false),
            tab: StoredValue::new(String::new()),
            kept: StoredValue::new(Vec::new()),
            keeping: StoredValue::new(Keeping::Nothing),
        }
    }

    /// Brings back what was unsaved when the page was closed, the first time the author's page is shown.
    pub async fn bring_back(self, desk: Desk) {
        if !self.tab.with_value(String::is_empty) {
            return;
        }
        self.tab.set_value(browser::new_id(browser::now()));
        let Ok(drafts) = desk.store.get_value().drafts().await else { return };
        for draft in &drafts.records {
            let name = self.free_name(&draft.name);
            let saved = if name == draft.name { draft.saved.as_str() } else { "" };
            self.put(Sheet::of_draft(&name, &draft.text, saved));
        }
        self.kept.set_value(drafts.records);
    }

    /// The text in the editor.
    pub fn sheet(self) -> Option<Sheet> {
        let name = self.open.get()?;
        self.sheets.with(|sheets| sheets.iter().find(|sheet| sheet.name == name).cloned())
    }

    /// The same, for those who do not follow it.
    pub fn sheet_untracked(self) -> Option<Sheet> {
        untrack(|| self.sheet())
    }

    /// Takes a text in. What is typed in an open one of its name that is in no file yet stays, and with it its own file: `handle` and
    /// `is_same` say which this is, where the browser knows.
    pub fn open_file(self, file: Sheet, handle: Option<JsValue>, is_same: Option<bool>) {
        let name = file.name.clone();
        let met = self.sheets.with_untracked(|sheets| match sheets.iter().find(|open| open.name == name) {
            Some(open) => open.meet(file, is_same),
            None => Some(file),
        });
        let Some(sheet) = met else {
            self.in_the_way.update(|names| names.push(name));
            return;
        };
        self.put(sheet);
        self.handles.update(|handles| match handle {
            Some(handle) => drop(handles.insert(name, handle)),
            None => drop(handles.remove(&name)),
        });
    }

    /// Puts a text among the open ones, in place of the one of its name.
    pub fn put(self, sheet: Sheet) {
        self.sheets.update(|sheets| match sheets.iter_mut().find(|open| open.name == sheet.name) {
            Some(open) => *open = sheet,
            None => {
                let at = sheets.partition_point(|open| open.name < sheet.name);
                sheets.insert(at, sheet);
            }
        });
    }

    /// Shows a text in the editor.
    pub fn show(self, desk: Desk, name: &str) {
        self.open.set(Some(name.to_owned()));
        self.reload(desk);
    }

    /// Shows the text in the editor anew: it has come from a file.
    pub fn reload(self, desk: Desk) {
        self.shown.update(|shown| *shown += 1);
        self.read(desk);
    }

    /// The first text that is open, but for the class's own.
    pub fn show_first(self, desk: Desk) {
        let first = self.sheets.with_untracked(|sheets| {
            let assignment = sheets.iter().find(|sheet| sheet.name != CLASS_FILE);
            assignment.or(sheets.first()).map(|sheet| sheet.name.clone())
        });
        match first {
            Some(name) => self.show(desk, &name),
            None => self.open.set(None),
        }
    }

    /// Something was typed.
    pub fn typed(self, desk: Desk, text: String) {
        self.change(|sheet| sheet.text = text);
        // First: whatever the check of an unfinished text comes to, no key is lost.
        self.keep(desk);
        self.read(desk);
    }

    /// This has been written to its file. More may have been typed meanwhile.
    pub fn saved(self, desk: Desk, written: &Sheet) {
        self.sheets.update(|sheets| {
            if let Some(sheet) = sheets.iter_mut().find(|sheet| sheet.name == written.name) {
                sheet.note_saved(&written.text);
            }
        });
        self.clear_way(&written.name);
        self.keep(desk);
    }

    /// The text of this name stands in this file. One that was renamed or closed while it was written has left its name to others.
    pub fn note_file(self, name: &str, handle: JsValue) {
        if self.free_name(name) != name {
            self.handles.update(|handles| drop(handles.insert(name.to_owned(), handle)));
        }
    }

    /// Gives the file of the text another name; `false` when that is taken.
    pub fn rename(self, desk: Desk, name: &str) -> bool {
        let is_free = self.free_name(name) == name;
        if is_free {
            if let Some(before) = self.open.get_untracked() {
                self.clear_way(&before);
            }
            self.change(|sheet| sheet.rename(name));
            self.show(desk, name);
            self.keep(desk);
        }
        is_free
    }

    /// Puts the text away.
    pub fn close(self, desk: Desk) {
        let Some(name) = self.open.get_untracked() else { return };
        self.sheets.update(|sheets| sheets.retain(|sheet| sheet.name != name));
        self.handles.update(|handles| drop(handles.remove(&name)));
        self.clear_way(&name);
        self.show_first(desk);
        self.keep(desk);
    }

    /// Gives the text in the editor and its translations a name that is free here and on the class's list. What is in a file stays there as
    /// well, and is open as a copy.
    pub fn take_free_name(self, desk: Desk) -> Option<Renamed> {
        let sheet = self.sheet_untracked()?;
        let original = self.name_for_new(desk, &[sheet.id(), ".md"].concat());
        let (id, _) = name_and_language(&original);
        let is_in_file = |name: &str| self.handles.with_untracked(|handles| handles.contains_key(name));
        let all = self.sheets.get_untracked();
        for mut text in all.into_iter().filter(|text| text.id() == sheet.id()) {
            let before = text.name.clone();
            text.rename(&naming::with_id(&before, id));
            if !is_in_file(&before) {
                self.clear_way(&before);
                self.sheets.update(|sheets| sheets.retain(|sheet| sheet.name != before));
            }
            self.put(text);
        }
        let name = naming::with_id(&sheet.name, id);
        self.show(desk, &name);
        self.keep(desk);
        Some(Renamed { name, is_copy: is_in_file(&sheet.name) })
    }

    /// The name, or one like it, that no open text has: `kites-2.md` where `kites.md` is open.
    fn free_name(self, name: &str) -> String {
        self.sheets
            .with_untracked(|sheets| naming::free(name, |name| sheets.iter().all(|sheet| sheet.name != name)))
    }

    /// The same for homework that is new: the class's list does not have it either.
    pub fn name_for_new(self, desk: Desk, name: &str) -> String {
        desk.index.with_untracked(|list| {
            self.sheets.with_untracked(|sheets| {
                let open: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
                naming::free_for_new(name, &open, list.as_ref())
            })
        })
    }

    /// A file of this name can be opened now.
    fn clear_way(self, name: &str) {
        self.in_the_way.update(|names| names.retain(|other| other != name));
    }

    fn change(self, change: impl FnOnce(&mut Sheet)) {
        let Some(name) = self.open.get_untracked() else { return };
        self.sheets.update(|sheets| {
            if let Some(sheet) = sheets.iter_mut().find(|sheet| sheet.name == name) {
                change(sheet);
            }
        });
    }

    /// Finds what is wrong with the text.
    pub fn read(self, desk: Desk) {
        let Some(name) = self.open.get_untracked() else { return };
        let media: Option<BTreeSet<String>> =
            self.pictures.with_untracked(|pictures| Some(pictures.as_ref()?.keys().cloned().collect()));
        let class = desk.index.with_untracked(|index| index.as_ref()?.class.clone());
        // A copy: a check that stops in the middle would never give the texts back, and nothing more could be typed.
        let sheets = self.sheets.get_untracked();
        let sheet = sheets.iter().find(|sheet| sheet.name == name);
        let checked = sheet.map(|sheet| timed(|| check(sheet, &sheets, media.as_ref(), class.as_ref())));
        self.checked.set(checked.unwrap_or_default());
    }

    /// Keeps what is unsaved, so that it outlives the page.
    pub fn keep(self, desk: Desk) {
        if self.keeping.get_value() != Keeping::Nothing {
            self.keeping.set_value(Keeping::WritingAndMore);
            return;
        }
        self.keeping.set_value(Keeping::Writing);
        spawn_local(async move {
            loop {
                let drafts = self.drafts();
                let before = self.kept.get_value();
                let is_kept = desk.store.get_value().put_drafts(&drafts, &before).await.is_ok();
                if is_kept {
                    self.kept.set_value(drafts);
                }
                self.not_kept.set(!is_kept || !desk.is_lasting());
                if self.keeping.get_value() == Keeping::Writing {
                    break self.keeping.set_value(Keeping::Nothing);
                }
                self.keeping.set_value(Keeping::Writing);
            }
        });
    }

    fn drafts(self) -> Vec<Draft> {
        let tab = self.tab.get_value();
        self.sheets.with_untracked(|sheets| {
            let unsaved = sheets.iter().filter(|sheet| !sheet.is_saved());
            let draft = |sheet: &Sheet| Draft {
                tab: tab.clone(),
                name: sheet.name.clone(),
                text: sheet.text.clone(),
                saved: sheet.saved().to_owned(),
            };
            unsaved.map(draft).collect()
        })
    }
}

/// Does something, and leaves how long it took where the browser's tools and the tests can read it.
fn timed<T>(check: impl FnOnce() -> T) -> T {
    let performance = web_sys::window().and_then(|window| window.performance());
    let start = "check starts";
    // Only a figure would be missing.
    let _ = performance.as_ref().map(|performance| performance.mark(start));
    let checked = check();
    let _ = performance.map(|performance| performance.measure_with_start_mark("check", start));
    checked
}
