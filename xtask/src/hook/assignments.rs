//! The teacher's assignments, compiled for phones.

use crate::checkout::Checkout;
use crate::command::not_started;
use crate::error::{Error, Result};
use crate::files;

use super::Stage;

/// What Cargo ends with when it could not build or start the program; the program itself never does.
const CARGO_FAILED: i32 = 101;

/// Compiles the assignments into the site, and says how many there are.
///
/// In a release build, a mistake in an assignment is an error. While serving it must not be: a teacher is in the
/// middle of a sentence. The mistake is shown on the terminal, and the site keeps what could be read before.
pub fn compile(checkout: &Checkout, stage: &Stage) -> Result<String> {
    let out = stage.folder.join("assignments");
    let source = checkout.assignments();
    let mut command = checkout.command("cargo");
    command.args(["run", "--quiet", "--package", "cli", "--", "build"]).arg(&source).arg("--out").arg(&out);
    let status = command.status().map_err(not_started(&command))?;
    if !status.success() {
        if stage.release || status.code() == Some(CARGO_FAILED) {
            return Err(Error::NotPassed(format!("the assignments in {} could not be built", source.display())));
        }
        keep_last(stage)?;
        eprintln!("Until that is right, the site shows the assignments as they were.");
    }
    let count = if out.is_dir() { files::all_in(&out)?.len().saturating_sub(1) } else { 0 };
    Ok(format!("{count} assignments"))
}

fn keep_last(stage: &Stage) -> Result<()> {
    let last = stage.last.join("assignments");
    if last.is_dir() {
        let out = stage.folder.join("assignments");
        files::remove_all(&out)?;
        files::copy_all(&last, &out)?;
    }
    Ok(())
}
