//! `taumahi check`.

use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;

use assignment::source::Severity;
use assignment::source::folder::{CheckedFolder, check, class_missing, name_not_read};

use crate::error::CliError;
use crate::show;
use crate::sources::Sources;

/// Checks everything under `paths` and prints what is wrong. `false` when there are errors.
pub fn run(paths: &[PathBuf], json: bool) -> Result<bool, CliError> {
    let folder = check_paths(paths)?;
    let mut out = BufWriter::new(stdout().lock());
    if json {
        show::as_json(&folder, &mut out)?;
    } else {
        show::as_text(&folder, &mut out)?;
    }
    out.flush()?;
    Ok(folder.count(Severity::Error) == 0)
}

/// Reads everything under `paths`; a whole folder is expected to have a class.
pub fn check_paths(paths: &[PathBuf]) -> Result<CheckedFolder, CliError> {
    let sources = Sources::read(paths)?;
    let mut folder = check(&sources.files, &sources.media);
    folder.files.extend(sources.misnamed.iter().map(|path| name_not_read(path)));
    let whole = paths.iter().any(|path| path.is_dir());
    if whole
        && folder.class.is_none()
        && let Some(first) = folder.files.first_mut()
    {
        first.diagnostics.insert(0, class_missing());
    }
    Ok(folder)
}
