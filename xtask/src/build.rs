//! `cargo xtask build`: the whole site, ready for any host.

use std::path::Path;
use std::process::Command;

use crate::checkout::{ASSIGNMENTS, Checkout};
use crate::command::run;
use crate::error::Result;
use crate::files;
use crate::tools::Tools;
use crate::trunk;

/// Builds the site for publishing into `dist`.
///
/// # Errors
///
/// When something does not compile, or an assignment has a mistake; both are shown on the terminal.
pub fn release(checkout: &Checkout, tools: &Tools, dist: &Path, assignments: Option<&Path>) -> Result<()> {
    run(&mut command(checkout, tools, dist, assignments)?)?;
    println!("The site is in {}.", dist.display());
    Ok(())
}

/// The command that builds it.
pub fn command(
    checkout: &Checkout,
    tools: &Tools,
    dist: &Path,
    assignments: Option<&Path>,
) -> Result<Command> {
    let mut command = trunk::command(checkout, tools)?;
    command.args(["build", "--release", "--dist"]).arg(files::absolute(dist)?);
    if let Some(folder) = assignments {
        command.env(ASSIGNMENTS, files::existing(folder)?);
    }
    Ok(command)
}
