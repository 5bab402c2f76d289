//! Serving while the site is being written: `trunk serve`, which rebuilds at every change.

use std::io;
use std::net::TcpListener;
use std::process::ExitStatus;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};
use tokio::process::Child;

use crate::checkout::{ASSIGNMENTS, Checkout};
use crate::command::not_started;
use crate::error::{Error, Result};
use crate::files;
use crate::tools::Tools;
use crate::trunk;

use super::{Serve, asked_to_stop};

/// Serves and rebuilds until Ctrl-C.
pub async fn serve(checkout: &Checkout, tools: &Tools, options: &Serve) -> Result<()> {
    // Trunk would notice only after the first build that it cannot have the port.
    let port = free_port(options.port).map_err(|source| Error::Server { port: options.port, source })?;
    let mut command = trunk::command(checkout, tools)?;
    command.args(["serve", "--port", &port.to_string()]);
    // Not in dist/, which is for publishing.
    command.arg("--dist").arg(checkout.target().join("served-site"));
    if let Some(folder) = &options.assignments {
        let folder = files::existing(folder)?;
        // Folders named here take the place of those in Trunk.toml.
        for watched in ["app", "locales", "public", "Cargo.toml"] {
            command.args(["--watch", watched]);
        }
        command.arg("--watch").arg(&folder).env(ASSIGNMENTS, &folder);
    }
    eprintln!(
        "Building; then home is at http://127.0.0.1:{port}/ and the desk at http://127.0.0.1:{port}/desk/. \
         Ctrl-C stops."
    );
    let failed_to_start = not_started(&command);
    let mut command = tokio::process::Command::from(command);
    // A group of its own, so that Cargo and compilers that Trunk has started end with it.
    let mut trunk = command.process_group(0).spawn().map_err(failed_to_start)?;
    let status = tokio::select! {
        status = trunk.wait() => Some(status),
        () = asked_to_stop() => None,
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
