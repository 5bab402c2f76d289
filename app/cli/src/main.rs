//! `taumahi check | build | report`: for teachers and schools with many files, and for the site's own build.

mod build;
mod check;
mod error;
mod listed;
mod report;
mod show;
mod sources;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use error::CliError;

/// Something was found to be wrong.
const FOUND: u8 = 1;
/// The command could not be carried out as it was given.
const USAGE: u8 = 2;

/// Check assignments, build them for a site, and read the results that families send.
#[derive(Parser)]
#[command(name = "taumahi", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Say what is wrong in assignments, and where. Ends with 0 when there is no error, 1 when there is, 2 on bad usage.
    Check {
        /// Files, or folders to be checked whole.
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// How to say it.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Write the compiled assignments and their index, for a site.
    Build {
        /// The folder of assignments.
        folder: PathBuf,
        /// The folder to write. Compiled files of earlier builds in it are removed.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// When some files have errors, write the others all the same. The command still ends with 1.
        #[arg(long)]
        keep_going: bool,
        /// Say only the warnings of this file and of its translations. Can be given again for another; mistakes are always said.
        #[arg(long, value_name = "FILE")]
        warnings_of: Vec<PathBuf>,
    },
    /// Read result files into one table.
    Report {
        /// Result files, or folders of them.
        #[arg(required = true, value_name = "RESULTS")]
        paths: Vec<PathBuf>,
        /// The CSV file to write; `-` prints it.
        #[arg(long, value_name = "FILE")]
        csv: PathBuf,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people: the place, the line, and what to do.
    Text,
    /// For tools: one JSON document.
    Json,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Check { paths, format } => check::run(&paths, matches!(format, Format::Json)),
        Command::Build { folder, out, keep_going, warnings_of } => {
            build::run(&folder, &out, keep_going, &warnings_of)
        }
        Command::Report { paths, csv } => report::run(&paths, &csv),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(FOUND),
        // The reader of our output has gone, as `head` does: nobody is left to tell.
        Err(CliError::Print(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("taumahi: {error}");
            ExitCode::from(USAGE)
        }
    }
}
