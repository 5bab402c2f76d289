//! A whole folder of sources: `class.md`, the assignments, and what can only be seen across files.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::diagnostic::Diagnostic;
use super::header::is_language;
use super::span::with_line_ends;
use super::{Code, Compiled, CompiledClass, Severity, Span, compile, compile_class, compile_translation};
use crate::document::{Class, Head};

/// One file as it was found.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Its path as the author knows it, with `/` between folders.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// One file after reading.
#[derive(Debug, Clone)]
pub struct CheckedFile {
    /// Its path as the author knows it.
    pub path: String,
    /// Its text, to show lines from. What is not UTF-8 has been replaced.
    pub source: String,
    /// Everything that is wrong with it, in the order of the source.
    pub diagnostics: Vec<Diagnostic>,
    /// The assignment; `None` for `class.md`.
    pub compiled: Option<Compiled>,
    /// Whether it is the translation of an assignment.
    pub is_translation: bool,
    /// The pictures it shows: their addresses, beginning with `media/`, and where they stand.
    pub pictures: Vec<(String, Span)>,
}

/// A folder after reading.
#[derive(Debug, Clone, Default)]
pub struct CheckedFolder {
    /// Every file, in the order given.
    pub files: Vec<CheckedFile>,
    /// What `class.md` says, when there is one.
    pub class: Option<Class>,
}

impl CheckedFolder {
    /// How many problems of this severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.files.iter().flat_map(|file| &file.diagnostics).filter(|d| d.severity() == severity).count()
    }
}

/// The id and the language in the name of a source file: `halves` of `halves.md`, `halves` and `sm` of `halves.sm.md`.
pub fn name_and_language(path: &str) -> (&str, Option<&str>) {
    let name = file_name(path);
    let name = name.strip_suffix(".md").unwrap_or(name);
    match name.split_once('.') {
        Some((id, lang)) if is_language(lang) => (id, Some(lang)),
        _ => (name, None),
    }
}

/// The name of the file that describes the class.
pub const CLASS_FILE: &str = "class.md";

/// Reads all files of a folder together. `media` holds the addresses of the pictures that are there, beginning with `media/`.
pub fn check(files: &[SourceFile], media: &BTreeSet<String>) -> CheckedFolder {
    check_with(files, media, |each| files.iter().map(each).collect())
}

/// The same, where `read` calls what it is given for every file and keeps their order: it can do so on several processors.
pub fn check_with(
    files: &[SourceFile],
    media: &BTreeSet<String>,
    read: impl FnOnce(&(dyn Fn(&SourceFile) -> CheckedFile + Sync)) -> Vec<CheckedFile>,
) -> CheckedFolder {
    let class_file = files.iter().find(|file| file_name(&file.path) == CLASS_FILE);
    let class = class_file.map(|file| compile_class(&String::from_utf8_lossy(&file.bytes)).class);
    let originals: HashMap<&str, &SourceFile> = files
        .iter()
        .map(|file| (name_and_language(&file.path), file))
        .filter_map(|((id, lang), file)| lang.is_none().then_some((id, file)))
        .collect();
    let mut files = read(&|file| check_file(file, class.as_ref(), &originals, media));
    report_classes(&mut files);
    report_twice(&mut files);
    CheckedFolder { files, class }
}

/// A file that is not read because of its name, and was probably meant to be: `halves.md.txt`, `halves.MD`.
pub fn name_not_read(path: &str) -> CheckedFile {
    let diagnostic = Diagnostic {
        code: Code::NameNotRead,
        span: Span::new(0, 0),
        message: "This file is not read, because its name does not end in .md".to_owned(),
        help: "Rename it. If your computer hides the ends of names, let it show them first.".to_owned(),
    };
    not_read(path, diagnostic)
}

fn not_read(path: &str, diagnostic: Diagnostic) -> CheckedFile {
    CheckedFile {
        path: path.to_owned(),
        source: String::new(),
        diagnostics: vec![diagnostic],
        compiled: None,
        is_translation: false,
        pictures: Vec::new(),
    }
}

/// Whether Word has put a file beside one that is open in it: `~$halves.md`. It holds nothing.
pub fn is_lock(path: &str) -> bool {
    file_name(path).starts_with("~$")
}

/// Whether bytes are a text of two bytes for each sign, in which nothing else can be read.
fn is_wide(bytes: &[u8]) -> bool {
    let zeros = bytes.iter().filter(|byte| **byte == 0).count();
    bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || zeros > bytes.len() / 4
}

/// Whether a file's name was probably meant to end in `.md`.
pub fn is_nearly_named(path: &str) -> bool {
    let name = file_name(path).to_lowercase();
    [".md.txt", ".md.md", ".markdown", ".md.docx"].iter().any(|end| name.ends_with(end))
        || name.ends_with(".md") && !path.ends_with(".md")
}

/// Whether a file that is called a text, or nothing, begins as an assignment does: an editor may have given it the wrong ending.
pub fn is_nearly_source(path: &str, bytes: &[u8]) -> bool {
    let name = file_name(path).to_lowercase();
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    (name.ends_with(".txt") || !name.contains('.'))
        && (text.starts_with(b"---\n") || text.starts_with(b"---\r"))
}

/// The warning that a folder has no `class.md`, for those who know that they were given a whole folder.
pub fn class_missing() -> Diagnostic {
    Diagnostic {
        code: Code::ClassMissing,
        span: Span::new(0, 0),
        message: "This folder has no class.md, so families are not told whose class it is or how to send their work back.".to_owned(),
        help: "Write a file class.md as shown in docs/format.md.".to_owned(),
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn check_file(
    file: &SourceFile,
    class: Option<&Class>,
    originals: &HashMap<&str, &SourceFile>,
    media: &BTreeSet<String>,
) -> CheckedFile {
    if is_lock(&file.path) {
        return not_read(&file.path, lock());
    }
    if is_wide(&file.bytes) {
        return not_read(
            &file.path,
            not_text(
                Span::new(0, 0),
                "This file is not UTF-8 text: it has two bytes for each sign (UTF-16).",
            ),
        );
    }
    let source = with_line_ends(&String::from_utf8_lossy(&file.bytes)).into_owned();
    let path = file.path.clone();
    let of = |compiled: Compiled, is_translation| {
        let (diagnostics, pictures) = (compiled.diagnostics.clone(), compiled.pictures.clone());
        (diagnostics, pictures, Some(compiled), is_translation)
    };
    let (diagnostics, pictures, compiled, is_translation) = match name_and_language(&file.path) {
        ("class", None) if file_name(&file.path) == CLASS_FILE => {
            let CompiledClass { diagnostics, pictures, .. } = compile_class(&source);
            (diagnostics, pictures, None, false)
        }
        ("class", Some(_)) => (vec![class_translated()], Vec::new(), None, false),
        (id, Some(lang)) => match originals.get(id) {
            // Its original has been reported.
            Some(original) if is_wide(&original.bytes) => (Vec::new(), Vec::new(), None, true),
            Some(original) => {
                let original = compile(id, &String::from_utf8_lossy(&original.bytes), class).assignment;
                of(compile_translation(&original, lang, &source), true)
            }
            None => (vec![original_missing(id)], Vec::new(), None, false),
        },
        (id, None) => of(compile(id, &source, class), false),
    };
    let mut checked = CheckedFile { path, source, diagnostics, compiled, is_translation, pictures };
    checked.diagnostics.extend(missing_pictures(&checked.pictures, media));
    checked.diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code));
    if let Err(error) = std::str::from_utf8(&file.bytes) {
        let at = error.valid_up_to();
        let end = at + checked.source[at..].chars().next().map_or(0, char::len_utf8);
        let place = Span::new(at, end);
        checked.diagnostics.insert(0, not_text(place, "From here on, this file is not UTF-8 text."));
    }
    checked
}

fn lock() -> Diagnostic {
    Diagnostic {
        code: Code::NameNotRead,
        span: Span::new(0, 0),
        message: "This is no assignment: Word puts such a file beside one that is open in it.".to_owned(),
        help: "Close the other file in Word. If this one stays, delete it.".to_owned(),
    }
}

fn not_text(span: Span, message: &str) -> Diagnostic {
    Diagnostic {
        code: Code::NotText,
        span,
        message: message.to_owned(),
        help: "Save it again as UTF-8. In Notepad: File, Save as, and at the bottom choose the encoding UTF-8. In Word: File, Save as, Plain text; then choose Other encoding, Unicode (UTF-8), and let the name end in .md".to_owned(),
    }
}

fn class_translated() -> Diagnostic {
    Diagnostic {
        code: Code::ClassTranslated,
        span: Span::new(0, 0),
        message: "class.md has no translations.".to_owned(),
        help: "Write what everyone should read into class.md, one language below the other.".to_owned(),
    }
}

fn original_missing(id: &str) -> Diagnostic {
    Diagnostic {
        code: Code::OriginalMissing,
        span: Span::new(0, 0),
        message: format!("This is a translation of {id}.md, and there is no such file."),
        help: "Put the original beside it, or correct the name: kites.sm.md is the Samoan of kites.md."
            .to_owned(),
    }
}

fn missing_pictures(pictures: &[(String, Span)], media: &BTreeSet<String>) -> Vec<Diagnostic> {
    pictures
        .iter()
        .filter(|(address, _)| !media.contains(address))
        .map(|(address, span)| Diagnostic {
            code: Code::PictureMissing,
            span: *span,
            message: format!("There is no picture “{address}”."),
            help: "Copy it into the folder media/ beside class.md, or correct its name. Capital and small letters count."
                .to_owned(),
        })
        .collect()
}

/// Reports each class but the first.
fn report_classes(files: &mut [CheckedFile]) {
    let mut classes = files.iter_mut().filter(|file| file_name(&file.path) == CLASS_FILE);
    let Some(first) = classes.next().map(|file| file.path.clone()) else { return };
    for file in classes {
        file.diagnostics.insert(
            0,
            Diagnostic {
                code: Code::ClassTwice,
                span: Span::new(0, 0),
                message: format!("There is another class file, {first}."),
                help: "Put all that families should know into one class.md. Another class needs a folder, and a site, of its own.".to_owned(),
            },
        );
    }
}

/// Reports assignments of the same id, each but the first.
fn report_twice(files: &mut [CheckedFile]) {
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    for file in files {
        let Some(compiled) = &file.compiled else { continue };
        let Head { id, lang, .. } = &compiled.assignment.head;
        // A translation is told from its original by its language.
        let id = if file.is_translation { format!("{id}.{lang}") } else { id.clone() };
        if let Some(other) = first.get(&id) {
            file.diagnostics.insert(
                0,
                Diagnostic {
                    code: Code::AssignmentTwice,
                    span: Span::new(0, 0),
                    message: format!("{other} has the same id, `{id}`."),
                    help: "Rename one of the two files: families' work is kept by the id.".to_owned(),
                },
            );
        } else {
            first.insert(id, file.path.clone());
        }
    }
}
