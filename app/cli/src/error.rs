//! Why the command could not be carried out.

use std::path::PathBuf;

use thiserror::Error;

#[derive(Debug, Error)]
pub enum CliError {
    #[error("there is no file or folder {0}")]
    NotThere(PathBuf),
    #[error("there is no assignment (a file ending in .md) in {0}")]
    NoAssignments(PathBuf),
    #[error("{0} is no assignment: the name of an assignment ends in .md")]
    NotAnAssignment(PathBuf),
    #[error("{path} cannot be read: {error}")]
    Read { path: PathBuf, error: std::io::Error },
    #[error("{path} cannot be written: {error}")]
    Write { path: PathBuf, error: std::io::Error },
    #[error("cannot print: {0}")]
    Print(#[from] std::io::Error),
    #[error(transparent)]
    Csv(#[from] class::csv::CsvError),
}

impl CliError {
    /// For `map_err` on reading `path`.
    pub fn reading(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Read { path, error }
    }

    /// For `map_err` on writing `path`.
    pub fn writing(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Write { path, error }
    }
}
