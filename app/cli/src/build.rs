//! `taumahi build`: for each assignment its document for phones, and the same on paper.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufWriter, Write, stderr};
use std::path::{Path, PathBuf};

use assignment::source::Severity;
use assignment::source::folder::{CheckedFile, CheckedFolder, name_and_language};
use assignment::{Assignment, Index};
use paper::Words;

use crate::check::check_paths;
use crate::error::CliError;
use crate::listed::{self, Listed};
use crate::show;

const INDEX: &str = "index.json";

/// Writes the compiled assignments under `folder`, their index and their pictures into `out`. With errors, nothing is written
/// unless `keep_going`, and the answer is `false`. What is wrong is said; of warnings only those of `warnings_of`, if any is named.
pub fn run(folder: &Path, out: &Path, keep_going: bool, warnings_of: &[PathBuf]) -> Result<bool, CliError> {
    let mut checked = check_paths(&[folder.to_owned()])?;
    let good = checked.count(Severity::Error) == 0;
    if !warnings_of.is_empty() {
        leave_out_warnings(&mut checked.files, warnings_of);
    }
    if checked.files.iter().any(|file| !file.diagnostics.is_empty()) {
        let mut shown = BufWriter::new(stderr().lock());
        show::as_text(&checked, &mut shown)?;
        shown.flush()?;
    }
    if good || keep_going {
        write(folder, out, checked)?;
    }
    Ok(good)
}

/// Leaves out the warnings of all texts but these and their translations.
fn leave_out_warnings(files: &mut [CheckedFile], but_of: &[PathBuf]) {
    let texts = but_of.iter().filter_map(|path| path.to_str()).filter(|path| path.ends_with(".md"));
    let ids: BTreeSet<&str> = texts.map(|path| name_and_language(path).0).collect();
    for file in files.iter_mut().filter(|file| !ids.contains(name_and_language(&file.path).0)) {
        file.diagnostics.retain(|diagnostic| diagnostic.severity() == Severity::Error);
    }
}

fn write(folder: &Path, out: &Path, checked: CheckedFolder) -> Result<(), CliError> {
    fs::create_dir_all(out).map_err(CliError::writing(out))?;
    let publishable = |file: &CheckedFile| {
        file.diagnostics.iter().all(|diagnostic| diagnostic.severity() < Severity::Error)
    };
    let files: Vec<CheckedFile> = checked.files.into_iter().filter(publishable).collect();
    let pictures: BTreeSet<&str> =
        files.iter().flat_map(|file| &file.pictures).map(|(address, _)| address.as_str()).collect();
    let mut listed = Listed::new();
    for address in pictures {
        listed.add(address, &copy_picture(&folder.join(address), &out.join(address))?);
    }
    let (translations, originals): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| file.is_translation);
    let documents = |files: Vec<CheckedFile>| -> Vec<Assignment> {
        files.into_iter().filter_map(|file| file.compiled).map(|compiled| compiled.assignment).collect()
    };
    let (assignments, translations) = (documents(originals), documents(translations));
    let index = Index::new(checked.class, &assignments, &translations);
    let mut write = |name: &str, text: &str| {
        listed.add(name, text.as_bytes());
        write_file(&out.join(name), text)
    };
    // A translation whose original is not published would be of nothing.
    let is_listed = |document: &&Assignment| index.assignments.iter().any(|head| head.id == document.head.id);
    for document in assignments.iter().chain(&translations).filter(is_listed) {
        let on_paper = paper::document(document, index.class.as_ref(), &Words::ENGLISH);
        write(&document.head.file_name(), &document.to_json())?;
        write(&document.head.paper_name(), &on_paper)?;
    }
    write(paper::STYLE_NAME, paper::STYLE)?;
    write(paper::LIST, &paper::list(&index, &Words::ENGLISH))?;
    // Behind all that it names, so that a site that is being served never lists a file that is not there yet.
    write(INDEX, &index.to_json())?;
    let list = out.join(listed::NAME);
    let json =
        listed.to_json().map_err(|error| CliError::Write { path: list.clone(), error: error.into() })?;
    write_file(&list, &json)?;
    remove_others(out, &listed)
}

/// Whoever reads the file meanwhile reads the old one or the new one, each whole.
fn write_file(path: &Path, text: &str) -> Result<(), CliError> {
    let beside = path.with_extension("json.part");
    fs::write(&beside, text).map_err(CliError::writing(&beside))?;
    fs::rename(&beside, path).map_err(CliError::writing(path))
}

fn copy_picture(from: &Path, to: &Path) -> Result<Vec<u8>, CliError> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(CliError::writing(folder))?;
    }
    let picture = fs::read(from).map_err(CliError::reading(from))?;
    fs::write(to, &picture).map_err(CliError::writing(to))?;
    Ok(picture)
}

/// Whether a file has a name that only a build gives: `halves.00c0ffee00c0ffee.json`, or `.html` for its page. Others in the folder
/// are not ours.
fn is_compiled(name: &str) -> bool {
    let parts: Vec<&str> = name.split('.').collect();
    let is_hash =
        |part: &str| part.len() == 16 && part.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    matches!(parts.as_slice(), [_, hash, "json" | "html"] if is_hash(hash))
}

/// Removes the compiled files of earlier builds.
fn remove_others(out: &Path, listed: &Listed) -> Result<(), CliError> {
    let entries = fs::read_dir(out).map_err(CliError::reading(out))?;
    for entry in entries {
        let entry = entry.map_err(CliError::reading(out))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_compiled(&name) && !listed.has(&name) {
            let path: PathBuf = entry.path();
            fs::remove_file(&path).map_err(CliError::writing(&path))?;
        }
    }
    Ok(())
}
