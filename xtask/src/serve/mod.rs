//! `cargo xtask serve`: the site on this computer, with every change as it is saved, or exactly as a host would serve it.

mod editions;
mod following;
mod live;
mod memory;
mod published;
mod removals;
mod saves;
mod watching;

use std::future::Future;
use std::path::PathBuf;

use tokio::signal::unix::{SignalKind, signal};

use crate::build;
use crate::checkout::Checkout;
use crate::error::{Error, Result};
use crate::tools::Tools;

/// What to serve and how.
#[derive(clap::Args)]
pub struct Serve {
    /// The port on this computer; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The folder of assignments [default: assignments]
    #[arg(long, value_name = "DIR")]
    assignments: Option<PathBuf>,
    /// Build for publishing, then serve it exactly as a host would
    #[arg(long)]
    release: bool,
    /// With --release: serve what is in the folder already
    #[arg(long, requires = "release")]
    no_build: bool,
    /// The folder to build the site in [default: target/served-site; with --release: dist]
    #[arg(long, value_name = "DIR")]
    dist: Option<PathBuf>,
    /// With --release: the folder of the address that the site lies in, such as /school/homework/
    #[arg(long, value_name = "PATH", requires = "release", default_value = "/")]
    under: String,
}

/// Serves until Ctrl-C.
pub fn serve(checkout: &Checkout, options: &Serve) -> Result<()> {
    if !options.release {
        let tools = Tools::installed(checkout)?;
        return in_runtime(options.port, watching::serve(checkout, &tools, options));
    }
    let dist = options.dist.clone().unwrap_or_else(|| checkout.path("dist"));
    if !options.no_build {
        build::release(checkout, &dist, options.assignments.as_deref())?;
    }
    in_runtime(options.port, published::serve(&dist, &options.under, options.port))
}

fn in_runtime(port: u16, serving: impl Future<Output = Result<()>>) -> Result<()> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|source| Error::Server { port, source })?
        .block_on(serving)
}

/// Waits for Ctrl-C, for another program to ask for the end, or for the terminal to be closed.
async fn asked_to_stop() {
    match (signal(SignalKind::terminate()), signal(SignalKind::hangup())) {
        (Ok(mut terminate), Ok(mut hangup)) => {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
                _ = hangup.recv() => {}
            }
        }
        // Without a way to hear of the end, the end comes as it comes to any program.
        _ => std::future::pending().await,
    }
}

#[cfg(test)]
mod tests {
    use rustix::process::{Signal, getpid, kill_process};

    use super::*;

    #[test]
    fn a_closed_terminal_is_the_end() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut stopped = std::pin::pin!(asked_to_stop());
            // From now on the signal is heard. If it is not, it ends this test as it ends any program.
            assert!(
                std::future::poll_fn(|cx| std::task::Poll::Ready(stopped.as_mut().poll(cx).is_pending()))
                    .await
            );
            kill_process(getpid(), Signal::HUP).unwrap();
            stopped.await;
        });
    }
}
