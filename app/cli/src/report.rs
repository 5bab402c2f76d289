//! `taumahi report`.

use std::fs;
use std::io::{Write, stdout};
use std::path::{Path, PathBuf};

use class::{Roll, csv};
use walkdir::DirEntry;
use work::result::{ResultDocument, read_all, text_of};

use crate::error::CliError;
use crate::show::count;
use crate::sources::files_under;

/// Reads all results under `paths` and writes the newest of each student for each assignment to `csv`. Files that cannot be
/// read are named and left out, and the answer is `false`. With nothing read, nothing is written: an earlier table stays.
pub fn run(paths: &[PathBuf], csv: &Path) -> Result<bool, CliError> {
    let mut results = Vec::new();
    let mut good = true;
    for path in paths {
        let files = if path.is_dir() {
            files_under(path, &|entry| is_sent(entry, csv))?
        } else if path.exists() {
            vec![path.clone()]
        } else {
            return Err(CliError::NotThere(path.clone()));
        };
        for file in files {
            good &= read_file(&file, &mut results)?;
        }
    }
    if results.is_empty() {
        eprintln!("no results read, so no table was written");
        return Ok(false);
    }
    let received = results.len();
    let roll = Roll::new(results);
    let table = csv::write(roll.newest())?;
    if csv == Path::new("-") {
        stdout().lock().write_all(table.as_bytes())?;
    } else {
        fs::write(csv, table).map_err(CliError::writing(csv))?;
    }
    eprintln!(
        "{} read, of {} and {}",
        count(received, "result"),
        count(roll.students().len(), "student"),
        count(roll.assignments().len(), "assignment")
    );
    Ok(good)
}

/// Whether a file may be what a family sent: not the table of last time, and not what Windows puts into folders.
fn is_sent(entry: &DirEntry, csv: &Path) -> bool {
    let name = entry.file_name();
    let is_table = csv.file_name() == Some(name)
        && fs::canonicalize(csv)
            .is_ok_and(|csv| fs::canonicalize(entry.path()).is_ok_and(|file| file == csv));
    let is_windows = ["thumbs.db", "desktop.ini"].iter().any(|other| name.eq_ignore_ascii_case(other));
    !is_table && !is_windows
}

fn read_file(path: &Path, results: &mut Vec<ResultDocument>) -> Result<bool, CliError> {
    let bytes = fs::read(path).map_err(CliError::reading(path))?;
    let mut good = true;
    for result in read_all(text_of(bytes)) {
        match result {
            Ok(result) => results.push(result),
            Err(error) => {
                eprintln!("{}: {error}", path.display());
                good = false;
            }
        }
    }
    Ok(good)
}
