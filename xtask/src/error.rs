//! What can go wrong, each said as what happened, where, and what to do.

use std::io;
use std::path::{Path, PathBuf};

/// Anything that stops a `cargo xtask` command.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder could not be read or written.
    #[error("could not {verb} {}: {source}", path.display())]
    File {
        /// What was tried, as in "could not read".
        verb: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },

    /// A program is not installed, or could not be started.
    #[error("could not start `{program}`: {source}")]
    NotStarted {
        /// The program's name or path.
        program: String,
        /// What the operating system said.
        source: io::Error,
    },

    /// A program ran and failed, after saying why on the terminal.
    #[error("`{command}` failed")]
    Failed {
        /// The program and its arguments.
        command: String,
    },

    /// A program ran quietly and failed; this is what it said.
    #[error("`{command}` failed. It said:\n{output}")]
    FailedQuietly {
        /// The program and its arguments.
        command: String,
        /// All that it printed.
        output: String,
    },

    /// A tool is missing and could not be installed.
    #[error("{tool} is missing and could not be installed: {advice}")]
    Missing {
        /// What is missing.
        tool: String,
        /// What the reader can do.
        advice: String,
    },

    /// A file of the repository is not what it has to be.
    #[error("{}: {problem}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What is wrong with it and what to do.
        problem: String,
    },

    /// The server could not use its port or stopped unexpectedly.
    #[error(
        "could not serve on port {port}: {source}. If another program uses the port, choose one with --port"
    )]
    Server {
        /// The port that was asked for.
        port: u16,
        /// What the operating system said.
        source: io::Error,
    },

    /// A test, a budget or another check did not pass; the details are above it on the terminal.
    #[error("{0}")]
    NotPassed(String),
}

impl Error {
    /// Names the file and what was tried, for an error of [`std::fs`].
    pub fn file(verb: &'static str, path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        let path = path.as_ref().to_owned();
        move |source| Self::File { verb, path, source }
    }
}

/// A result of `cargo xtask`.
pub type Result<T, E = Error> = std::result::Result<T, E>;
