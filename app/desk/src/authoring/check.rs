//! What is wrong with a text, and what a family would see of it.

use std::collections::BTreeSet;

use assignment::source::folder::{CLASS_FILE, CheckedFile, CheckedFolder, SourceFile, check as check_folder};
use assignment::source::{Code, Outline, Severity};
use assignment::{Assignment, Class, Feedback, Shared};

use super::sheet::Sheet;

/// A problem, by its place in the editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where it begins and ends, in the editor's units (UTF-16).
    pub from: usize,
    /// The end.
    pub to: usize,
    /// Its line, from 1.
    pub line: usize,
    /// It keeps the text from being handed out.
    pub is_error: bool,
    /// `H104`
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// A text after reading.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// Everything that is wrong with it, in its order.
    pub problems: Vec<Problem>,
    /// The assignment with its translations, or the assignment with this translation. `None` for `class.md`.
    pub shared: Option<Shared>,
    /// The class of the open `class.md`.
    pub class: Option<Class>,
    /// Where the parts of the document stand in the text.
    pub outline: Outline,
}

impl Checked {
    /// Whether it can be handed out.
    pub fn is_good(&self) -> bool {
        self.shared.is_some() && self.problems.iter().all(|problem| !problem.is_error)
    }
}

/// Reads one of the open texts, with what it needs of the others. `media` are the pictures that are there, when that is known; `class`
/// is the site's, where no class is open.
pub fn check(
    sheet: &Sheet,
    all: &[Sheet],
    media: Option<&BTreeSet<String>>,
    class: Option<&Class>,
) -> Checked {
    let is_needed = |other: &&Sheet| {
        other.name == sheet.name
            || other.name == CLASS_FILE
            || sheet.name != CLASS_FILE && other.id() == sheet.id()
    };
    let mut files: Vec<SourceFile> = all.iter().filter(is_needed).map(source).collect();
    let of_site = class.filter(|_| !all.iter().any(|other| other.name == CLASS_FILE));
    files.extend(of_site.map(class_source));
    let none = BTreeSet::new();
    let mut folder = check_folder(&files, media.unwrap_or(&none));
    let Some(at) = folder.files.iter().position(|file| file.path == sheet.name) else {
        return Checked::default();
    };
    let shared = shared(&folder, sheet);
    let class = folder.class.take().filter(|_| of_site.is_none());
    let CheckedFile { diagnostics, compiled, .. } = folder.files.swap_remove(at);
    let is_known = |code: Code| code != Code::PictureMissing || media.is_some();
    let problems = diagnostics
        .into_iter()
        .filter(|diagnostic| is_known(diagnostic.code))
        .map(|diagnostic| Problem {
            from: to_editor(&sheet.text, diagnostic.span.start),
            to: to_editor(&sheet.text, diagnostic.span.end),
            line: diagnostic.span.position(&sheet.text).line,
            is_error: diagnostic.severity() == Severity::Error,
            code: diagnostic.code.as_str(),
            message: diagnostic.message,
            help: diagnostic.help,
        })
        .collect();
    let outline = compiled.map(|compiled| compiled.outline).unwrap_or_default();
    Checked { problems, shared, class, outline }
}

fn source(sheet: &Sheet) -> SourceFile {
    SourceFile { path: sheet.name.clone(), bytes: sheet.text.clone().into_bytes() }
}

/// As much of the site's class as a text can need: its language, and what it asks families at the end.
fn class_source(class: &Class) -> SourceFile {
    let languages = listed("languages", class.languages.iter().cloned());
    let feedback = class.feedback.as_ref().map(feedback_source).unwrap_or_default();
    let text = format!("---\nclass: {}\n{languages}---\n{feedback}", class.name);
    SourceFile { path: CLASS_FILE.to_owned(), bytes: text.into_bytes() }
}

fn feedback_source(feedback: &Feedback) -> String {
    let statements =
        feedback.statements.iter().map(|statement| format!("{}: {}", statement.id, statement.text));
    let statements = listed("statements", statements);
    let scale = listed("scale", feedback.scale.iter().cloned());
    let words =
        if feedback.words.is_empty() { String::new() } else { format!("words: {}\n", feedback.words) };
    format!("```feedback\n{statements}{scale}{words}```\n")
}

/// A key with its items; nothing where there are none.
fn listed(key: &str, items: impl Iterator<Item = String>) -> String {
    let items: String = items.map(|item| format!("- {item}\n")).collect();
    if items.is_empty() { items } else { format!("{key}:\n{items}") }
}

/// What is shown and handed out: an assignment with the translations that are open and have no error.
fn shared(folder: &CheckedFolder, sheet: &Sheet) -> Option<Shared> {
    let of = |file: &CheckedFile| -> Option<Assignment> {
        let assignment = &file.compiled.as_ref()?.assignment;
        (assignment.head.id == sheet.id()).then(|| assignment.clone())
    };
    let is_shown = |file: &&CheckedFile| {
        file.path == sheet.name || file.diagnostics.iter().all(|d| d.severity() < Severity::Error)
    };
    let document = folder.files.iter().filter(|file| !file.is_translation).find_map(of)?;
    let translations = folder.files.iter().filter(|file| file.is_translation).filter(is_shown).filter_map(of);
    Some(Shared { taumahi: assignment::VERSION, document, translations: translations.collect(), look: None })
}

/// A place of a text, in bytes, in the editor's units.
pub fn to_editor(text: &str, at: usize) -> usize {
    text.get(..at).map_or(0, |before| before.encode_utf16().count())
}

/// A place in the editor, in bytes of its text.
pub fn of_editor(text: &str, at: usize) -> usize {
    let mut units = 0;
    for (byte, c) in text.char_indices() {
        if units >= at {
            return byte;
        }
        units += c.len_utf16();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use assignment::source::{compile, compile_class};

    use super::*;

    const KITES: &str = "---\ntitle: Kites 🪁\nobjectives:\n- I can make a kite.\n---\n```ask done\nid: made\nwho: together\nquestion: Make it\n```\n";

    #[test]
    fn a_problem_stands_at_its_place_in_the_editor() {
        let sheet = Sheet::unsaved("kites.md", &KITES.replace("who:", "hwo:"));
        let checked = check(&sheet, std::slice::from_ref(&sheet), None, None);
        assert!(!checked.is_good());
        let problem = checked.problems.iter().find(|problem| problem.code == "H104").unwrap();
        assert_eq!((problem.line, problem.is_error), (8, true));
        let units: Vec<u16> = sheet.text.encode_utf16().collect();
        assert_eq!(String::from_utf16(&units[problem.from..problem.to]).unwrap(), "hwo");
        assert_eq!(of_editor(&sheet.text, problem.from), sheet.text.find("hwo").unwrap());
        assert_eq!(of_editor("a", 9), 1);
    }

    #[test]
    fn a_translation_is_read_with_its_original_and_the_class_gives_the_language() {
        let original = Sheet::unsaved("kites.md", KITES);
        let translation = Sheet::unsaved(
            "kites.sm.md",
            "---\ntitle: Lupe\nstatus: draft\n---\n```ask done\nid: made\nquestion: Fai\n```\n",
        );
        let class = Class { name: "Room 12".into(), languages: vec!["mi".into()], ..Class::default() };
        let all = [original.clone(), translation.clone()];
        let checked = check(&translation, &all, None, Some(&class));
        let shared = checked.shared.unwrap();
        assert_eq!((shared.document.head.lang.as_str(), shared.translations.len()), ("mi", 1));
        assert_eq!(shared.translations[0].head.title, "Lupe");
        let alone = check(&translation, std::slice::from_ref(&translation), None, None);
        assert_eq!(alone.problems[0].code, "L601");
        assert!(alone.shared.is_none() && !alone.is_good());
        assert!(check(&original, &all, None, None).is_good());
    }

    #[test]
    fn a_text_is_the_same_here_as_on_the_site_of_its_class() {
        let class = "---\nclass: Room 12\nlanguages:\n- mi\n---\n```feedback\nstatements:\n- led: My child led\n- We: enjoyed it\nscale:\n- No\n- Yes\nwords: What else?\n```\n";
        let class = compile_class(class).class;
        let on_site = compile("kites", KITES, Some(&class)).assignment;
        let sheet = Sheet::unsaved("kites.md", KITES);
        let here = check(&sheet, std::slice::from_ref(&sheet), None, Some(&class)).shared.unwrap().document;
        assert_eq!(here.feedback.unwrap().statements.len(), 2);
        assert_eq!(here.head.hash, on_site.head.hash);
    }

    #[test]
    fn pictures_are_missed_only_where_the_folder_is_known() {
        let sheet = Sheet::unsaved("kites.md", &KITES.replace("Make it", "Make ![a kite](media/kite.jpg)"));
        let all = std::slice::from_ref(&sheet);
        assert!(check(&sheet, all, None, None).is_good());
        assert_eq!(check(&sheet, all, Some(&BTreeSet::new()), None).problems[0].code, "T304");
        assert!(check(&sheet, all, Some(&BTreeSet::from(["media/kite.jpg".to_owned()])), None).is_good());
    }
}
