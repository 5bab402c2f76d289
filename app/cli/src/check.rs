//! `taumahi check`.

use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;

use assignment::source::Severity;
use assignment::source::folder::{
    CheckedFile, CheckedFolder, SourceFile, check_with, class_missing, name_not_read,
};
use indicatif::{ParallelProgressIterator, ProgressBar, ProgressStyle};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

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

/// Fewer files than this are checked before anybody could see how far it is.
const MANY: usize = 500;

/// Checks files at the same time, and shows on a terminal how far it is. Another program that reads the output sees nothing of it.
fn on_all_processors(
    files: &[SourceFile],
    check: &(dyn Fn(&SourceFile) -> CheckedFile + Sync),
) -> Vec<CheckedFile> {
    let bar = if files.len() < MANY { ProgressBar::hidden() } else { ProgressBar::new(files.len() as u64) };
    let style = ProgressStyle::with_template("{bar:40} {pos} of {len} files checked");
    let bar = style.map_or(bar.clone(), |style| bar.with_style(style));
    let checked = files.par_iter().progress_with(bar.clone()).map(check).collect();
    bar.finish_and_clear();
    checked
}

/// Reads everything under `paths`; a whole folder is expected to have a class.
pub fn check_paths(paths: &[PathBuf]) -> Result<CheckedFolder, CliError> {
    let sources = Sources::read(paths)?;
    let mut folder =
        check_with(&sources.files, &sources.media, |each| on_all_processors(&sources.files, each));
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
