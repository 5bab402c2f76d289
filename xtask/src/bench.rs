//! `cargo xtask bench`: how long a teacher waits for the check of many assignments, of one, and of a very long one, and for the refusal of a
//! result that is none.

mod refused;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::checkout::Checkout;
use crate::command::{quietly, run};
use crate::error::{Error, Result};
use crate::files;
use crate::progress::spoken;

/// How many assignments are checked.
const ASSIGNMENTS: usize = 1_000;
/// How many times; the median counts.
const RUNS: usize = 5;
/// How many times for what takes milliseconds, of which chance is a larger part.
const MANY_RUNS: usize = 25;
/// How long one check of all may take, on one processor.
const BUDGET: Duration = Duration::from_secs(2);

/// The lines of an assignment that is longer than any that a family would get.
const LINES: usize = 2_000;
/// The lines that a question takes in [`long_text`].
const LINES_OF_A_QUESTION: usize = 11;

/// The questions of a very long assignment.
const QUESTIONS: usize = 4_000;
/// What is twice as long may take so many times as long. More would mean that some part of the text is read again and again.
const MOST_FOR_TWICE: f64 = 3.0;

/// Times `taumahi check`, built for speed, on assignments made from the shipped ones.
///
/// # Errors
///
/// [`Error::NotPassed`] when it takes longer than [`BUDGET`], or much more than twice as long for a text that is twice as long, or when a
/// refusal takes too long.
pub fn bench(checkout: &Checkout) -> Result<()> {
    run(checkout.command("cargo").args(["build", "--quiet", "--package", "cli", "--profile", "native"]))?;
    let folder = checkout.target()?.join("bench-assignments");
    generate(&checkout.assignments(), &folder)?;
    let files = files::all_in(&folder)?;

    let taumahi = checkout.target()?.join("native").join("taumahi");
    // The budget is one processor's; without this, all of them check.
    let check = median(RUNS, || {
        quietly(Command::new(&taumahi).env("RAYON_NUM_THREADS", "1").arg("check").arg(&folder)).map(drop)
    })?;
    let reading = median(RUNS, || files.iter().try_for_each(|file| files::read(file).map(drop)))?;

    let ratio = check.as_secs_f64() / reading.as_secs_f64().max(f64::EPSILON);
    println!(
        "checking {ASSIGNMENTS} assignments    {} of {} (median of {RUNS})",
        spoken(check),
        spoken(BUDGET)
    );
    println!("only reading the files       {} ({ratio:.0} times as fast)", spoken(reading));
    if check > BUDGET {
        return Err(Error::NotPassed("checking the assignments takes longer than the budget".to_owned()));
    }
    single(checkout, &taumahi)?;
    long(checkout, &taumahi)?;
    refused::refusals(checkout, &taumahi)
}

/// Times the check of one file as a teacher runs it, from the command to its end: the longest of the shipped ones, and a longer one.
fn single(checkout: &Checkout, taumahi: &Path) -> Result<()> {
    let check =
        |file: &Path| median(MANY_RUNS, || quietly(Command::new(taumahi).arg("check").arg(file)).map(drop));
    let starting = median(MANY_RUNS, || quietly(Command::new(taumahi).arg("--version")).map(drop))?;
    let (longest, lines) = longest(&checkout.assignments())?;
    println!(
        "checking the longest         {} ({lines} lines; {} to start the program; median of {MANY_RUNS})",
        spoken(check(&longest)?),
        spoken(starting)
    );
    let file = checkout.target()?.join("bench-single").join("long.md");
    files::write(&file, long_text(LINES / LINES_OF_A_QUESTION))?;
    println!("checking {LINES} lines          {}", spoken(check(&file)?));
    Ok(())
}

/// The longest of the assignments in a folder, and how many lines it has.
fn longest(folder: &Path) -> Result<(PathBuf, usize)> {
    let mut longest = (PathBuf::new(), 0);
    for file in files::all_in(folder)?.into_iter().filter(|file| is_assignment(file)) {
        let lines = files::read_text(&file)?.lines().count();
        if lines > longest.1 {
            longest = (file, lines);
        }
    }
    Ok(longest)
}

/// Times a long assignment and one that is twice as long.
fn long(checkout: &Checkout, taumahi: &Path) -> Result<()> {
    let folder = checkout.target()?.join("bench-long");
    files::remove_all(&folder)?;
    let check = |questions| {
        let file = folder.join(format!("long-{questions}.md"));
        files::write(&file, long_text(questions))?;
        median(RUNS, || quietly(Command::new(taumahi).arg("check").arg(&file)).map(drop))
    };
    let (once, twice) = (check(QUESTIONS)?, check(2 * QUESTIONS)?);
    let ratio = twice.as_secs_f64() / once.as_secs_f64().max(f64::EPSILON);
    println!("checking {QUESTIONS} questions      {}", spoken(once));
    println!(
        "checking twice as many       {} ({ratio:.1} times as long; {MOST_FOR_TWICE} at most)",
        spoken(twice)
    );
    if ratio > MOST_FOR_TWICE {
        return Err(Error::NotPassed("what is twice as long takes much more than twice as long".to_owned()));
    }
    Ok(())
}

/// An assignment with so many questions.
fn long_text(questions: usize) -> String {
    let mut text = "---\ntitle: Long\nobjectives:\n- I can go on.\n---\nDear whānau\n".to_owned();
    for number in 0..questions {
        text.push_str(&format!(
            "\n## Part {number}\nwho: together\n\nSome *words* for the child.\n\n```ask number\nid: n-{number}\nquestion: How many?\ncorrect: {number}\n```\n"
        ));
    }
    text
}

/// Fills a folder with copies of assignments under new names, with their translations and all that goes with them.
fn generate(from: &Path, to: &Path) -> Result<()> {
    files::remove_all(to)?;
    let (assignments, others): (Vec<_>, Vec<_>) =
        files::all_in(from)?.into_iter().partition(|file| is_assignment(file));
    let originals = assignments.iter().filter(|file| stem_and_rest(file).1 == ".md").count();
    if originals == 0 {
        let problem = "there is no assignment in it to make others from".to_owned();
        return Err(Error::Unreadable { path: from.to_owned(), problem });
    }
    for file in others {
        files::write(&to.join(file.strip_prefix(from).unwrap_or(&file)), files::read(&file)?)?;
    }
    for copy in 0..ASSIGNMENTS.div_ceil(originals) {
        // The last round makes no more than are still wanted.
        let wanted = (ASSIGNMENTS - copy * originals).min(originals);
        let mut stems: Vec<_> = assignments.iter().map(|file| stem_and_rest(file).0).collect();
        stems.dedup();
        for file in assignments.iter().filter(|file| stems[..wanted].contains(&stem_and_rest(file).0)) {
            let (stem, rest) = stem_and_rest(file);
            files::write(&to.join(format!("{stem}-{copy}{rest}")), files::read(file)?)?;
        }
    }
    Ok(())
}

/// `class.md` and its translations describe the class; they are no assignments.
fn is_assignment(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "md") && stem_and_rest(file).0 != "class"
}

/// `kites.mi.md` is `kites` and `.mi.md`.
fn stem_and_rest(file: &Path) -> (String, String) {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let (stem, rest) = name.split_at(name.find('.').unwrap_or(name.len()));
    (stem.to_owned(), rest.to_owned())
}

/// The median time of so many runs.
fn median(runs: usize, run: impl Fn() -> Result<()>) -> Result<Duration> {
    let mut times = Vec::with_capacity(runs);
    for _ in 0..runs {
        let started = Instant::now();
        run()?;
        times.push(started.elapsed());
    }
    times.sort_unstable();
    Ok(times[runs / 2])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_keep_translations_and_the_class() {
        let from = tempfile::tempdir().unwrap();
        for name in ["class.md", "class.mi.md", "kites.md", "kites.mi.md", "tea.md", "media/kite.jpg"] {
            files::write(&from.path().join(name), name).unwrap();
        }
        let to = tempfile::tempdir().unwrap();
        generate(from.path(), to.path()).unwrap();
        let names: Vec<PathBuf> = files::all_in(to.path()).unwrap();
        let with =
            |ending: &str| names.iter().filter(|name| name.to_str().unwrap().ends_with(ending)).count();
        // 500 kites, 500 teas, the translations of the kites, the class twice, a picture.
        assert_eq!(names.len(), 1_000 + 500 + 2 + 1);
        assert_eq!((with("-499.md"), with(".mi.md"), with("class.md")), (2, 501, 1));
    }

    #[test]
    fn the_longest_assignment_is_found_and_a_text_is_as_long_as_it_should_be() {
        let from = tempfile::tempdir().unwrap();
        let file = |name: &str| from.path().join(name);
        for (name, words) in [("class.md", "a\nb\nc\nd\n"), ("kites.md", "a\nb\nc\n"), ("tea.md", "a\n")] {
            files::write(&file(name), words).unwrap();
        }
        assert_eq!(longest(from.path()).unwrap(), (file("kites.md"), 3));
        let lines = |questions| long_text(questions).lines().count();
        assert_eq!(lines(2) - lines(1), LINES_OF_A_QUESTION);
        assert!(lines(LINES / LINES_OF_A_QUESTION).abs_diff(LINES) < LINES_OF_A_QUESTION);
    }

    #[test]
    fn a_folder_without_assignments_is_refused() {
        let from = tempfile::tempdir().unwrap();
        let error = generate(from.path(), &from.path().join("out")).unwrap_err();
        assert!(error.to_string().ends_with("there is no assignment in it to make others from"), "{error}");
    }
}
