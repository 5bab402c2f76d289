//! `cargo xtask build`: the whole site, ready for any host.

mod made_from;

use std::path::Path;
use std::process::Command;

use crate::checkout::{ASSIGNMENTS, Checkout};
use crate::command::run;
use crate::dist;
use crate::error::{Error, Result};
use crate::files;
use crate::small_std;
use crate::tools::Tools;
use crate::trunk;
pub use made_from::MadeFrom;

/// Builds the site for publishing into `folder`, unless it is there already, made from the same.
///
/// # Errors
///
/// When something does not compile, or an assignment has a mistake; both are shown on the terminal. And when `folder` has
/// anything in it but a site.
pub fn release(checkout: &Checkout, folder: &Path, assignments: Option<&Path>) -> Result<()> {
    // Before the minutes that it can take to install the tools.
    dist::prepare(folder)?;
    let made_from = || match assignments {
        Some(assignments) => MadeFrom::now(checkout, &files::existing(assignments)?),
        None => MadeFrom::now(checkout, &checkout.assignments()),
    };
    let before = made_from()?;
    if before.made(checkout, folder)? {
        println!("The site is in {}: nothing has changed since it was built.", folder.display());
        return Ok(());
    }
    let tools = Tools::installed(checkout)?;
    let built = run(&mut command(checkout, &tools, folder, assignments)?);
    if let Err(Error::Failed { .. }) = built {
        // What Trunk leaves behind must not be published with the site of the build before.
        dist::prepare(folder)?;
        return Err(Error::NotPassed("the site could not be built; the reason stands above".to_owned()));
    }
    built?;
    // What was changed meanwhile may be in it or not.
    if made_from()? == before {
        before.note(checkout, folder)?;
    }
    println!("The site is in {}.", folder.display());
    Ok(())
}

/// The command that builds it. The folder has to be [prepared](dist::prepare).
pub fn command(
    checkout: &Checkout,
    tools: &Tools,
    folder: &Path,
    assignments: Option<&Path>,
) -> Result<Command> {
    let mut command = trunk::command(checkout, tools)?;
    small_std::on_path(checkout, &mut command)?;
    command.args(["build", "--release", "--dist"]).arg(files::absolute(folder)?);
    if let Some(folder) = assignments {
        command.env(ASSIGNMENTS, files::existing(folder)?);
    }
    Ok(command)
}
