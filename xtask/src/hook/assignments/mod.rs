//! The teacher's assignments, compiled for phones.

mod unfinished;

use std::path::Path;

use crate::checkout::Checkout;
use crate::command::not_started;
use crate::error::{Error, Result};
use crate::files;

use super::{Stage, counted};

/// What `taumahi` ends with when there is a mistake in an assignment.
const MISTAKES: i32 = 1;

/// Compiles the assignments into the site, and says how many there are.
///
/// In a release build, a mistake in an assignment is an error. While serving it must not be: a teacher is in the
/// middle of a sentence. The mistake is shown on the terminal, and that assignment stays on the site as it was before.
pub fn compile(checkout: &Checkout, source: &Path, stage: &Stage) -> Result<String> {
    let out = stage.folder.join("assignments");
    let mut command = checkout.command("cargo");
    command.args(["run", "--quiet", "--package", "cli", "--", "build"]).arg(source).arg("--out").arg(&out);
    if !stage.release {
        command.arg("--keep-going");
    }
    let status = command.status().map_err(not_started(&command))?;
    if !status.success() {
        if stage.release || status.code() != Some(MISTAKES) {
            return Err(Error::NotPassed(format!(
                "the assignments in {} could not be built",
                source.display()
            )));
        }
        show_last(stage, source)?;
    }
    let count =
        files::all_in(&out)?.iter().filter(|file| file.extension().is_some_and(|it| it == "json")).count();
    // One of them is the index.
    Ok(counted(count.saturating_sub(1), "assignment"))
}

/// Puts the assignments that have a mistake now back as the last build had them.
fn show_last(stage: &Stage, source: &Path) -> Result<()> {
    let (last, out) = (stage.last.join("assignments"), stage.folder.join("assignments"));
    let back = unfinished::bring_back(&last, &out, source)?;
    if back.is_empty() {
        eprintln!("Until that is right, the site shows only the other assignments.");
    } else {
        eprintln!("Until that is right, the site shows this as it was: {}.", back.join(", "));
    }
    Ok(())
}
