//! How long a teacher waits for the refusal of a file that nobody means well by.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use crate::checkout::Checkout;
use crate::command::{captured, quietly};
use crate::error::{Error, Result};
use crate::files;
use crate::progress::spoken;

use super::{RUNS, median};

/// How long one refusal may take.
const BUDGET: Duration = Duration::from_secs(1);

/// Times `taumahi report` on each of the files that `made-up-class --hostile` writes.
///
/// # Errors
///
/// [`Error::NotPassed`] when one takes longer than [`BUDGET`], or is not refused.
pub fn refusals(checkout: &Checkout, taumahi: &PathBuf) -> Result<()> {
    let folder = checkout.target()?.join("bench-hostile");
    files::remove_all(&folder)?;
    let mut made_up = checkout.command("cargo");
    made_up.args(["run", "--quiet", "--package", "made-up-class", "--"]).arg(&folder);
    quietly(made_up.args(["--students", "0", "--hostile"]))?;
    let mut slowest = (Duration::ZERO, PathBuf::new());
    for file in files::all_in(&folder)? {
        let report = || {
            let read = captured(Command::new(taumahi).arg("report").arg(&file).args(["--csv", "-"]))?;
            if read.success {
                return Err(Error::NotPassed(format!("{} was not refused", file.display())));
            }
            Ok(())
        };
        slowest = slowest.max((median(RUNS, report)?, file.clone()));
    }
    let (time, file) = slowest;
    let name = file.file_stem().unwrap_or_default().display();
    println!("refusing a result            {} of {} ({name}, the slowest)", spoken(time), spoken(BUDGET));
    if time > BUDGET {
        return Err(Error::NotPassed("refusing a result takes longer than the budget".to_owned()));
    }
    Ok(())
}
