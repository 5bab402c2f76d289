//! Serving while the site is being written: `trunk serve`, which rebuilds at every change of a source, and beside it the assignments, which
//! are compiled in a moment.

use std::io;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};
use tokio::process::Child;

use crate::assignments::{self, Compiling};
use crate::checkout::{ADDRESS, Checkout};
use crate::command::not_started;
use crate::dist;
use crate::error::{Error, Result};
use crate::files;
use crate::tools::Tools;
use crate::trunk;

use super::editions::{Compile, Editions};
use super::following::Following;
use super::removals::Removals;
use super::{Serve, asked_to_stop, live};

/// What Trunk makes the site of. As in Trunk.toml, but for the assignments.
const WATCHED: [&str; 3] = ["app", "locales", "public"];

/// Serves and rebuilds until Ctrl-C.
pub async fn serve(checkout: &Checkout, tools: &Tools, options: &Serve) -> Result<()> {
    // Trunk would notice only after the first build that it cannot have the port.
    let failed = |source| Error::Server { port: options.port, source };
    let port = free_port(options.port).map_err(failed)?;
    let site = folder_of_site(checkout, options)?;
    let source = files::existing(options.assignments.as_ref().unwrap_or(&checkout.assignments()))?;
    let address = format!("http://127.0.0.1:{port}/");
    eprintln!("Building; then home is at {address} and the desk at {address}desk/. Ctrl-C stops.");

    // It goes when this function ends.
    let place = tempfile::Builder::new().prefix("taumahi-assignments-").tempdir();
    let place = place.map_err(Error::file("write", std::env::temp_dir()))?;
    let taumahi = assignments::program(checkout)?;
    let editions = Editions::new(place.path().to_owned(), compiling(source.clone(), taumahi.clone()));
    let assignments = live::router(editions.newest());
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.map_err(failed)?;
    let backend = format!("http://{}/", listener.local_addr().map_err(failed)?);
    thread::spawn(|| Following::new(source, taumahi, editions).follow());

    let removals = Removals::new(sources(checkout).to_vec())?;
    let mut command = trunk(checkout, tools, removals.mark())?;
    command.args(["--port", &port.to_string(), "--proxy-backend", &backend]);
    command.arg("--dist").arg(&site).env(ADDRESS, address);
    let failed_to_start = not_started(&command);
    let mut command = tokio::process::Command::from(command);
    // A group of its own, so that Cargo and compilers that Trunk has started end with it.
    let mut trunk = command.process_group(0).spawn().map_err(failed_to_start)?;
    let ended = tokio::select! {
        status = trunk.wait() => ended_by_itself(status),
        () = asked_to_stop() => Ok(()),
        ended = axum::serve(listener, assignments) => ended.map_err(failed),
        never = removals.watch() => match never {},
    };
    stop(&mut trunk).await;
    ended
}

/// The folder that Trunk builds in. Trunk removes what is in it, so one that was named has to be for that.
fn folder_of_site(checkout: &Checkout, options: &Serve) -> Result<PathBuf> {
    match &options.dist {
        Some(folder) => {
            dist::prepare(folder)?;
            files::absolute(folder)
        }
        None => Ok(checkout.target()?.join("served-site")),
    }
}

fn sources(checkout: &Checkout) -> [PathBuf; 3] {
    WATCHED.map(|folder| checkout.path(folder))
}

/// `trunk serve`, which builds all but the assignments, and asks for those at the `--proxy-backend` that it is still to be told.
fn trunk(checkout: &Checkout, tools: &Tools, removals: &Path) -> Result<Command> {
    let mut command = trunk::command(checkout, tools)?;
    command.args(["serve", "--proxy-rewrite", "/assignments/", "--proxy-no-system-proxy"]);
    // What is named here takes the place of what Trunk.toml names.
    for watched in sources(checkout).iter().map(PathBuf::as_path).chain([Path::new("Cargo.toml"), removals]) {
        command.arg("--watch").arg(watched);
    }
    Ok(command)
}

/// Compiles with the program `taumahi` as it is then.
fn compiling(source: PathBuf, taumahi: PathBuf) -> Compile {
    Box::new(move |out, last, saved| {
        Compiling { source: &source, out, last, is_release: false, saved }.run(Command::new(&taumahi))
    })
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

/// Nobody has asked it to end.
fn ended_by_itself(status: io::Result<ExitStatus>) -> Result<()> {
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Error::NotPassed(format!("`trunk serve` ended unexpectedly: {status}"))),
        Err(error) => Err(Error::NotPassed(format!("`trunk serve` ended unexpectedly: {error}"))),
    }
}
