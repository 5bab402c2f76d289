//! `cargo xtask build`: the whole site, ready for any host.

use std::path::Path;
use std::process::Command;

use crate::checkout::{ASSIGNMENTS, Checkout};
use crate::command::run;
use crate::error::{Error, Result};
use crate::files;
use crate::small_std;
use crate::tools::Tools;
use crate::trunk;

/// Builds the site for publishing into `dist`.
///
/// # Errors
///
/// When something does not compile, or an assignment has a mistake; both are shown on the terminal.
pub fn release(checkout: &Checkout, tools: &Tools, dist: &Path, assignments: Option<&Path>) -> Result<()> {
    let built = run(&mut command(checkout, tools, dist, assignments)?);
    if let Err(Error::Failed { .. }) = built {
        // What Trunk leaves behind must not be published with the site of the build before.
        files::remove_all(&dist.join(".stage"))?;
        return Err(Error::NotPassed("the site could not be built; the reason stands above".to_owned()));
    }
    built?;
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
    small_std::on_path(checkout, &mut command)?;
    command.args(["build", "--release", "--dist"]).arg(files::absolute(dist)?);
    if let Some(folder) = assignments {
        command.env(ASSIGNMENTS, files::existing(folder)?);
    }
    Ok(command)
}
