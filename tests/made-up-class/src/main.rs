//! `made-up-class OUT_DIR`: the result files of a class of made-up children, written by the real code. The same class each time.
//!
//! [`school`] reads the assignments, [`children`] says who is in the class, and [`homework`] has one child do one assignment, with
//! words from [`said`] and with somebody at home. What differs from child to child is decided by [`chance`]. With `--hostile`, the files of [`hostile`] are
//! beside them.

mod chance;
mod children;
mod homework;
#[path = "../../../app/work/tests/hostile/mod.rs"]
#[expect(dead_code, reason = "the tests of the reader use the rest")]
mod hostile;
mod media;
mod said;
mod school;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use work::result::{ResultDocument, file_name, write};

use school::School;

/// Write the result files of a made-up class.
#[derive(Parser)]
struct Arguments {
    /// The folder to write. Files of the same names are replaced.
    out: PathBuf,
    /// How many children there are.
    #[arg(long, default_value_t = 24)]
    students: usize,
    /// The folder of assignments.
    #[arg(long, value_name = "DIR", default_value = "assignments")]
    assignments: PathBuf,
    /// The assignment that they do; every child sends it. Without this they do all, and some send only some.
    #[arg(long)]
    id: Option<String>,
    /// Some children have sent their work before, unfinished, and that file is here too.
    #[arg(long)]
    again: bool,
    /// Files are here that nobody means well by, and that the real code refuses: `hostile-NAME.txt`.
    #[arg(long)]
    hostile: bool,
}

/// Why there is no class.
#[derive(Debug, thiserror::Error)]
enum Error {
    #[error("{}: {error}", path.display())]
    File { path: PathBuf, error: std::io::Error },
    #[error("there is no assignment {id} without mistakes in {}", folder.display())]
    NoAssignment { id: String, folder: PathBuf },
}

impl Error {
    fn at(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        move |error| Self::File { path: path.to_owned(), error }
    }
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(files) => {
            println!("{files} result files");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<usize, Error> {
    ui::load_english();
    let school = School::read(&arguments.assignments, arguments.id.as_deref())?;
    let results: Vec<ResultDocument> =
        (0..arguments.students).flat_map(|child| sent_by(&school, child, arguments.again)).collect();
    fs::create_dir_all(&arguments.out).map_err(Error::at(&arguments.out))?;
    let mut names = BTreeMap::new();
    for result in &results {
        let path = arguments.out.join(next_name(&mut names, &file_name(result)));
        fs::write(&path, write(result, &ui::result_words::label)).map_err(Error::at(&path))?;
    }
    let mut files = results.len();
    for hostile::Hostile { name, refusal, bytes } in
        arguments.hostile.then(hostile::all).into_iter().flatten()
    {
        let path = arguments.out.join(format!("hostile-{name}.txt"));
        println!("{}: {refusal}", path.display());
        fs::write(&path, bytes).map_err(Error::at(&path))?;
        files += 1;
    }
    Ok(files)
}

/// Everything that one child sends: at least one assignment.
fn sent_by(school: &School, child: usize, again: bool) -> Vec<ResultDocument> {
    let mut results = Vec::new();
    for (number, assignment) in school.assignments.iter().enumerate() {
        let always = child % school.assignments.len() == number;
        let mut chance = chance::Chance::of(child, number);
        if chance.one_in(7) && !always {
            continue;
        }
        if again && child % 6 == 1 {
            results.push(homework::sent_before(school, assignment, child, number));
        }
        results.push(homework::sent(school, assignment, child, number));
    }
    results
}

/// Two children of one name have files of one name; a browser numbers the second as this does.
fn next_name(names: &mut BTreeMap<String, usize>, name: &str) -> String {
    let count = names.entry(name.to_owned()).or_default();
    *count += 1;
    match *count {
        1 => name.to_owned(),
        more => format!("{} ({}).txt", name.trim_end_matches(".txt"), more - 1),
    }
}

#[cfg(test)]
mod tests {
    use work::result::read;

    use super::*;

    fn school(id: Option<&str>) -> School {
        ui::load_english();
        School::read(Path::new("../../assignments"), id).unwrap()
    }

    #[test]
    fn every_child_sends_the_one_assignment_and_it_is_read_back() {
        let school = school(Some("fractions-in-our-kitchen"));
        let results: Vec<_> = (0..24).flat_map(|child| sent_by(&school, child, false)).collect();
        assert_eq!(results.len(), 24);
        for result in &results {
            assert_eq!(read(write(result, &ui::result_words::label)).as_ref(), Ok(result));
        }
        assert!(results.iter().any(|result| result.finished.is_none()));
        assert!(results.iter().any(|result| result.families.len() > 1));
        assert!(
            results.iter().flat_map(|result| &result.families).any(|family| family.words.starts_with('='))
        );
    }

    #[test]
    fn the_class_is_the_same_each_time() {
        let school = school(None);
        assert_eq!(sent_by(&school, 3, true), sent_by(&school, 3, true));
        assert!((0..60).all(|child| !sent_by(&school, child, false).is_empty()));
        assert_eq!(sent_by(&school, 1, true).len(), 2 * sent_by(&school, 1, false).len());
    }

    #[test]
    fn files_of_one_name_do_not_replace_each_other() {
        let mut names = BTreeMap::new();
        let mut next = || next_name(&mut names, "a-b.txt");
        assert_eq!([next(), next(), next()], ["a-b.txt", "a-b (1).txt", "a-b (2).txt"]);
    }
}
