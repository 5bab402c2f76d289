//! Serving while the site is being written: `trunk serve`, which rebuilds at every change.

use std::io;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};
use tokio::process::Child;

use crate::checkout::{ADDRESS, ASSIGNMENTS, Checkout};
use crate::command::not_started;
use crate::error::{Error, Result};
use crate::files;
use crate::tools::Tools;
use crate::trunk;

use super::removals::Removals;
use super::{Serve, asked_to_stop};

/// What the site is made of, beside the assignments. As in Trunk.toml.
const WATCHED: [&str; 3] = ["app", "locales", "public"];

/// Serves and rebuilds until Ctrl-C.
pub async fn serve(checkout: &Checkout, tools: &Tools, options: &Serve) -> Result<()> {
    // Trunk would notice only after the first build that it cannot have the port.
    let port = free_port(options.port).map_err(|source| Error::Server { port: options.port, source })?;
    let mut command = trunk::command(checkout, tools)?;
    command.args(["serve", "--port", &port.to_string()]);
    let target = checkout.target()?;
    let site = target.join("served-site");
    // They may be of another folder.
    files::remove_all(&site.join("assignments"))?;
    command.arg("--dist").arg(&site);
    let assignments = match &options.assignments {
        Some(folder) => files::existing(folder)?,
        None => checkout.assignments(),
    };
    command.env(ASSIGNMENTS, &assignments);
    let folders: Vec<PathBuf> =
        WATCHED.iter().map(|folder| checkout.path(folder)).chain([assignments]).collect();
    let removals = Removals::new(folders.clone())?;
    // What is named here takes the place of what Trunk.toml names.
    for watched in folders.iter().map(PathBuf::as_path).chain([Path::new("Cargo.toml"), removals.mark()]) {
        command.arg("--watch").arg(watched);
    }
    let address = format!("http://127.0.0.1:{port}/");
    eprintln!("Building; then home is at {address} and the desk at {address}desk/. Ctrl-C stops.");
    command.env(ADDRESS, address);
    let failed_to_start = not_started(&command);
    let mut command = tokio::process::Command::from(command);
    // A group of its own, so that Cargo and compilers that Trunk has started end with it.
    let mut trunk = command.process_group(0).spawn().map_err(failed_to_start)?;
    let status = tokio::select! {
        status = trunk.wait() => Some(status),
        () = asked_to_stop() => None,
        never = removals.watch() => match never {},
    };
    match status {
        None => {
            stop(&mut trunk).await;
            Ok(())
        }
        Some(Ok(status)) if status.success() => Ok(()),
        Some(ended) => Err(Error::NotPassed(format!("`trunk serve` ended unexpectedly: {}", reason(ended)))),
    }
}

/// The port if it is free; any free one for 0.
fn free_port(port: u16) -> io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", port))?.local_addr()?.port())
}

/// Asks Trunk and all that it has started to end, and soon after makes them.
async fn stop(trunk: &mut Child) {
    let Some(group) = trunk.id().and_then(|id| Pid::from_raw(id.cast_signed())) else { return };
    // An error here means that they have ended already.
    let _ = kill_process_group(group, Signal::INT);
    let _ = tokio::time::timeout(Duration::from_secs(3), trunk.wait()).await;
    let _ = kill_process_group(group, Signal::KILL);
}

fn reason(ended: io::Result<ExitStatus>) -> String {
    ended.map_or_else(|error| error.to_string(), |status| status.to_string())
}
