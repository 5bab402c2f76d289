//! The command as a teacher and a script use it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const CLASS: &str = "---\nclass: Room 12\n---\nKia ora\n";
const GOOD: &str = "---\ntitle: Halves\nobjectives:\n- I can halve.\n---\n```ask text\nid: a\nwho: together\nquestion: What?\n```\n";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Runs the command in a folder, so that paths are short.
fn taumahi(within: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_taumahi")).args(arguments).current_dir(within).output().unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_clean_folder_ends_with_zero() {
    let folder = folder(&[("class.md", CLASS), ("term-4/halves.md", GOOD), ("README.md", "# Not one")]);
    let checked = taumahi(folder.path(), &["check", "."]);
    assert_eq!((code(&checked), out(&checked).as_str()), (0, "2 files checked: no errors, no warnings\n"));
}

#[test]
fn a_folder_below_one_called_media_is_read() {
    let folder = folder(&[("media/stick/in/class.md", CLASS), ("media/stick/in/halves.md", GOOD)]);
    let checked = taumahi(folder.path(), &["check", "media/stick/in"]);
    assert_eq!((code(&checked), out(&checked).as_str()), (0, "2 files checked: no errors, no warnings\n"));
}

#[test]
fn an_error_is_shown_at_its_place_with_its_line() {
    let folder = folder_with("who: whānau mā");
    let checked = taumahi(folder.path(), &["check", "halves.md"]);
    assert_eq!(code(&checked), 1);
    assert_eq!(
        out(&checked),
        "halves.md:8:6: error[B211]: `who` cannot be “whānau mā”.\n8 | who: whānau mā\n  |      ^^^^^^^^^\n  = Write student, together or family.\n\n\
         1 file checked: 1 error, no warnings\n"
    );
}

fn folder_with(who: &str) -> TempDir {
    folder(&[("halves.md", &GOOD.replace("who: together", who))])
}

#[test]
fn carets_stand_under_wide_letters() {
    let checked = folder_with("who: 家族");
    let checked = taumahi(checked.path(), &["check", "halves.md"]);
    assert!(out(&checked).contains("8 | who: 家族\n  |      ^^^^\n"), "{}", out(&checked));
}

#[test]
fn warnings_alone_end_with_zero() {
    let folder = folder(&[("halves.md", &GOOD.replace("who: together\n", ""))]);
    let checked = taumahi(folder.path(), &["check", "."]);
    assert_eq!(code(&checked), 0);
    assert!(out(&checked).ends_with("1 file checked: no errors, 2 warnings\n"), "{}", out(&checked));
    assert!(out(&checked).contains("warning[D503]") && out(&checked).contains("warning[F402]"));
}

#[test]
fn one_id_in_two_files_is_an_error() {
    let folder = folder(&[("class.md", CLASS), ("a/halves.md", GOOD), ("b/halves.md", GOOD)]);
    let checked = taumahi(folder.path(), &["check", "."]);
    assert_eq!(code(&checked), 1);
    assert!(
        out(&checked).contains("./b/halves.md:1:1: error[D501]: ./a/halves.md has the same id, `halves`.")
    );
}

#[test]
fn a_long_line_with_many_problems_is_shown_in_part() {
    let line = format!("{}{}", "whānau ".repeat(30), "<b>x</b> ".repeat(3_000));
    let folder = folder(&[("halves.md", &format!("{GOOD}\n{line}\n"))]);
    let checked = taumahi(folder.path(), &["check", "halves.md"]);
    let shown = out(&checked);
    assert!(shown.len() < 50_000, "{}", shown.len());
    assert!(shown.lines().all(|line| line.chars().count() < 250));
    assert!(shown.contains("halves.md: and 5950 more\n"), "{}", &shown[shown.len() - 200..]);
    assert!(shown.ends_with("1 file checked: no errors, 6000 warnings\n"));
    let place = shown.lines().position(|line| line.starts_with("12 | …")).unwrap();
    let (line, carets) = (shown.lines().nth(place).unwrap(), shown.lines().nth(place + 1).unwrap());
    let column = |text: &str, sign: &str| text[..text.find(sign).unwrap()].chars().count();
    assert_eq!(column(line, "<b>"), column(carets, "^"));
}

#[test]
fn many_files_are_checked_at_once_and_reported_in_order() {
    let folder = folder(&[("class.md", CLASS)]);
    for number in 0..1_000 {
        let text =
            if number % 100 == 7 { GOOD.replace("who: together", "who: nana") } else { GOOD.to_owned() };
        fs::write(folder.path().join(format!("homework-{number:04}.md")), text).unwrap();
    }
    let checked = taumahi(folder.path(), &["check", "."]);
    let said = out(&checked);
    let wrong: Vec<&str> =
        said.lines().filter_map(|line| line.split_once(": error[B211]")).map(|(at, _)| at).collect();
    let expected: Vec<String> = (0..10).map(|hundred| format!("./homework-{hundred:02}07.md:8:6")).collect();
    assert_eq!(wrong, expected);
    assert!(said.ends_with("1001 files checked: 10 errors, no warnings\n"), "{said}");
    assert_eq!(err(&checked), "", "no bar where nobody looks");
}

#[test]
fn a_file_that_is_named_twice_is_not_its_own_double() {
    let folder = folder(&[("class.md", CLASS), ("a/halves.md", GOOD)]);
    let checked = taumahi(folder.path(), &["check", ".", "a/halves.md", "./a/../a/halves.md"]);
    assert_eq!((code(&checked), out(&checked).as_str()), (0, "2 files checked: no errors, no warnings\n"));
}

#[test]
fn a_single_file_finds_the_pictures_beside_its_class() {
    let source = GOOD.replace("What?", "What is ![a kiwi](media/kiwi.jpg)?");
    let folder = folder(&[("class.md", CLASS), ("a/halves.md", &source), ("media/kiwi.jpg", "jpg")]);
    for path in ["a/halves.md", "."] {
        let checked = taumahi(folder.path(), &["check", path]);
        assert_eq!(code(&checked), 0, "{}", out(&checked));
    }
}

#[test]
fn names_that_keep_a_file_from_being_read_are_said() {
    let folder = folder(&[
        ("class.md", CLASS),
        ("halves.md.txt", GOOD),
        ("Quarters.MD", GOOD),
        ("notes.txt", "x"),
        ("five.txt", GOOD),
        ("six", GOOD),
        ("~$halves.md", "\u{5}Ms R"),
    ]);
    let checked = taumahi(folder.path(), &["check", "."]);
    assert_eq!(code(&checked), 0);
    assert!(!out(&checked).contains("notes.txt"), "{}", out(&checked));
    assert!(!out(&checked).contains("~$"), "{}", out(&checked));
    for name in ["./halves.md.txt", "./Quarters.MD", "./five.txt", "./six"] {
        assert!(out(&checked).contains(&format!("{name}:1:1: warning[D505]")), "{}", out(&checked));
    }
    let single = taumahi(folder.path(), &["check", "notes.txt"]);
    assert_eq!(code(&single), 2);
    assert!(err(&single).contains("notes.txt is no assignment"), "{}", err(&single));
}

#[test]
fn two_classes_in_one_folder_are_an_error() {
    let folder = folder(&[("class.md", CLASS), ("b/class.md", CLASS), ("halves.md", GOOD)]);
    let checked = taumahi(folder.path(), &["check", "."]);
    assert_eq!(code(&checked), 1);
    assert!(out(&checked).contains("error[D504]"), "{}", out(&checked));
}

#[test]
fn tools_get_one_json_document() {
    let folder = folder_with("who: parents");
    let checked = taumahi(folder.path(), &["check", "--format", "json", "halves.md"]);
    assert_eq!(code(&checked), 1);
    let report: serde_json::Value = serde_json::from_str(&out(&checked)).unwrap();
    assert_eq!((&report["files"], &report["errors"]), (&1.into(), &1.into()));
    let first = &report["diagnostics"][0];
    assert_eq!((&first["file"], &first["code"]), (&"halves.md".into(), &"B211".into()));
    let place = ["line", "column", "end_line", "end_column"].map(|key| first[key].as_u64().unwrap());
    assert_eq!(place, [8, 6, 8, 13]);
}

#[test]
fn bad_usage_ends_with_two_and_says_why() {
    let empty = tempfile::tempdir().unwrap();
    for arguments in
        [&["check"][..], &["check", "nowhere.md"], &["check", "."], &["chekc", "."], &["report", "."]]
    {
        let used = taumahi(empty.path(), arguments);
        assert_eq!(code(&used), 2, "{arguments:?}");
        assert!(!err(&used).is_empty(), "{arguments:?}");
    }
    assert!(err(&taumahi(empty.path(), &["check", "nowhere.md"])).contains("nowhere.md"));
}

#[test]
fn a_build_writes_documents_pictures_and_the_index_and_removes_old_ones() {
    let source = GOOD.replace("What?", "What is ![a kiwi](media/kiwi.jpg)?");
    let folder = folder(&[
        ("in/class.md", &format!("{CLASS}![us](media/fish&chips.jpg)\n")),
        ("in/halves.md", &source),
        ("in/media/kiwi.jpg", "jpg"),
        ("in/media/fish&chips.jpg", "jpg"),
        ("in/media/unused.jpg", "jpg"),
        ("out/old.0000000000000000.json", "{}"),
        ("out/old.0000000000000000.html", "<p>"),
        ("out/mine.html", "<p>"),
        ("out/notes.txt", "mine"),
        ("out/package.json", "{}"),
    ]);
    let built = taumahi(folder.path(), &["build", "in", "--out", "out"]);
    assert_eq!((code(&built), err(&built)), (0, String::new()));
    let mut names: Vec<String> = fs::read_dir(folder.path().join("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names.remove(0), "files.json");
    let (compiled, others) = names.split_at(2);
    assert_eq!(
        others,
        ["index.json", "media", "mine.html", "notes.txt", "package.json", "paper.css", "paper.html"]
    );
    assert!(compiled[0].starts_with("halves.") && compiled[0].ends_with(".html"), "{names:?}");
    assert_eq!(compiled[1], compiled[0].replace(".html", ".json"));
    assert!(folder.path().join("out/media/kiwi.jpg").exists());
    assert!(folder.path().join("out/media/fish&chips.jpg").exists());
    assert!(!folder.path().join("out/media/unused.jpg").exists());
    let index = fs::read_to_string(folder.path().join("out/index.json")).unwrap();
    assert!(index.contains("\"Room 12\"") && index.contains("\"halves\""));
    let on_paper = fs::read_to_string(folder.path().join("out").join(&compiled[0])).unwrap();
    assert!(on_paper.contains("Room 12") && on_paper.contains("<img src=\"media/kiwi.jpg\""), "{on_paper}");
    let list = fs::read_to_string(folder.path().join("out/paper.html")).unwrap();
    assert!(list.contains(&format!("href=\"{}\"", compiled[0])), "{list}");
}

#[test]
fn a_build_lists_all_that_it_has_written_and_nothing_else() {
    let source = GOOD.replace("What?", "What is ![a kiwi](media/kiwi.jpg)?");
    let folder = folder(&[
        ("in/class.md", CLASS),
        ("in/halves.md", &source),
        ("in/media/kiwi.jpg", "jpg"),
        ("out/media/older.jpg", "jpg"),
        ("out/notes.txt", "mine"),
    ]);
    taumahi(folder.path(), &["build", "in", "--out", "out"]);
    let listed = || {
        let text = fs::read_to_string(folder.path().join("out/files.json")).unwrap();
        let list: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(list["version"], assignment::VERSION);
        list["files"].as_object().unwrap().clone()
    };
    let before = listed();
    let names: Vec<&String> = before.keys().collect();
    assert!(names[0].starts_with("halves.") && names[1].starts_with("halves."), "{names:?}");
    assert_eq!(names[2..], ["index.json", "media/kiwi.jpg", "paper.css", "paper.html"]);
    assert!(before.keys().all(|name| folder.path().join("out").join(name).exists()), "{before:?}");
    fs::write(folder.path().join("in/media/kiwi.jpg"), "another").unwrap();
    taumahi(folder.path(), &["build", "in", "--out", "out"]);
    let changed: Vec<String> =
        listed().into_iter().filter(|(name, hash)| before[name] != *hash).map(|(name, _)| name).collect();
    assert_eq!(changed, ["media/kiwi.jpg"]);
}

#[test]
fn a_translation_has_a_page_too_and_one_that_is_not_finished_has_none() {
    let bad = GOOD.replace("question", "qestion");
    let translation = "---\ntitle: Hāwhe\nstatus: draft\n---\n```ask text\nid: a\nquestion: He aha?\n```\n";
    let folder = folder(&[
        ("in/class.md", CLASS),
        ("in/halves.md", GOOD),
        ("in/halves.mi.md", translation),
        ("in/bad.md", &bad),
    ]);
    taumahi(folder.path(), &["build", "in", "--out", "out", "--keep-going"]);
    let pages: Vec<String> = fs::read_dir(folder.path().join("out"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.to_string_lossy().contains("halves.") && path.extension() == Some("html".as_ref())
        })
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    assert_eq!(pages.len(), 2);
    assert!(pages.iter().any(|page| page.contains("<html lang=\"mi\"") && page.contains("This is a draft.")));
    let list = fs::read_to_string(folder.path().join("out/paper.html")).unwrap();
    assert!(list.contains(">Hāwhe</a>") && !list.contains("bad."), "{list}");
}

#[test]
fn a_list_that_is_being_read_stays_whole_while_another_takes_its_place() {
    let folder =
        folder(&[("in/class.md", CLASS), ("in/halves.md", GOOD), ("out/index.json", "the old list")]);
    let mut reading = fs::File::open(folder.path().join("out/index.json")).unwrap();
    assert_eq!(code(&taumahi(folder.path(), &["build", "in", "--out", "out"])), 0);
    let mut read = String::new();
    reading.read_to_string(&mut read).unwrap();
    assert_eq!(read, "the old list");
    assert!(fs::read_to_string(folder.path().join("out/index.json")).unwrap().contains("\"halves\""));
    let is_part = |entry: io::Result<fs::DirEntry>| entry.unwrap().path().extension().unwrap() == "part";
    assert!(!fs::read_dir(folder.path().join("out")).unwrap().any(is_part));
}

#[cfg(unix)]
#[test]
fn pictures_behind_links_are_found_and_links_to_nothing_are_no_files() {
    use std::os::unix::fs::symlink;
    let source = GOOD.replace("What?", "What are ![a kiwi](media/kiwi.jpg) and ![a moa](media/old/moa.jpg)?");
    let folder = folder(&[
        ("in/class.md", CLASS),
        ("in/halves.md", &source),
        ("in/media/own.jpg", "jpg"),
        ("album/kiwi.jpg", "jpg"),
        ("album/old/moa.jpg", "jpg"),
    ]);
    let path = |path: &str| folder.path().join(path);
    symlink(path("album/kiwi.jpg"), path("in/media/kiwi.jpg")).unwrap();
    symlink(path("album/old"), path("in/media/old")).unwrap();
    symlink(path("in"), path("in/media/again")).unwrap();
    symlink("somebody@computer.4711", path("in/.#halves.md")).unwrap();
    symlink("nowhere.md", path("in/lost.md")).unwrap();
    let built = taumahi(folder.path(), &["build", "in", "--out", "out"]);
    assert_eq!((code(&built), err(&built)), (0, String::new()));
    assert!(path("out/media/kiwi.jpg").is_file() && path("out/media/old/moa.jpg").is_file());
}

#[test]
fn a_build_with_errors_writes_nothing_unless_it_is_told_to_go_on() {
    let bad = GOOD.replace("question", "qestion");
    let folder = folder(&[("in/class.md", CLASS), ("in/halves.md", GOOD), ("in/bad.md", &bad)]);
    let built = taumahi(folder.path(), &["build", "in", "--out", "out"]);
    assert_eq!(code(&built), 1);
    assert!(err(&built).contains("in/bad.md:9:1: error[H104]"), "{}", err(&built));
    assert!(!folder.path().join("out").exists());
    let built = taumahi(folder.path(), &["build", "in", "--out", "out", "--keep-going"]);
    assert_eq!(code(&built), 1);
    let index = fs::read_to_string(folder.path().join("out/index.json")).unwrap();
    assert!(index.contains("\"halves\"") && !index.contains("\"bad\""));
}

#[test]
fn a_build_says_what_a_check_would_warn_of_and_builds_all_the_same() {
    let (long, harder) = (GOOD.replace("title", "minutes: 60\ntitle"), GOOD.replace("I can", "We can"));
    let folder = folder(&[
        ("in/class.md", CLASS),
        ("in/halves.md", &long),
        ("in/quarters.md", &harder),
        ("in/quarters.mi.md", "---\ntitle: Hauwhā\nstatus: draft\n---\n"),
    ]);
    let built = taumahi(folder.path(), &["build", "in", "--out", "out"]);
    assert_eq!((code(&built), out(&built).as_str()), (0, ""));
    let checked = taumahi(folder.path(), &["check", "in"]);
    assert_eq!(err(&built), out(&checked));
    assert!(err(&built).contains("in/halves.md:2:10: warning[F404]"), "{}", err(&built));
    // Whoever saves one text at a time is told of that one, and of what depends on it.
    let told = |files: &[&str]| {
        let files = files.iter().flat_map(|file| ["--warnings-of", file]);
        let arguments: Vec<&str> = ["build", "in", "--out", "out"].into_iter().chain(files).collect();
        let built = taumahi(folder.path(), &arguments);
        assert_eq!(code(&built), 0);
        err(&built)
    };
    let said = told(&["in/quarters.md", "in/media/halves.jpg"]);
    assert!(said.contains("in/quarters.md:") && said.contains("in/quarters.mi.md:"), "{said}");
    assert!(!said.contains("in/halves.md:"), "{said}");
    assert_eq!(told(&["in/class.md"]), "");
}

#[test]
fn a_build_says_a_mistake_in_whatever_file_it_is() {
    let bad = GOOD.replace("question", "qestion");
    let folder = folder(&[("in/class.md", CLASS), ("in/halves.md", GOOD), ("in/bad.md", &bad)]);
    let built = taumahi(
        folder.path(),
        &["build", "in", "--out", "out", "--keep-going", "--warnings-of", "in/halves.md"],
    );
    assert!(err(&built).contains("in/bad.md:9:1: error[H104]"), "{}", err(&built));
}

fn result(name: &str, made: u64) -> String {
    use work::result::{Label, ResultDocument, write};
    let compiled = assignment::source::compile("halves", GOOD, None);
    let profile = work::Profile {
        id: "00c0ffee00c0ffee".into(),
        name: name.into(),
        picture: "kiwi".into(),
        added: 0,
        reads: String::new(),
    };
    let record = work::WorkRecord::start(&profile.id, compiled.assignment, 1);
    let work = work::Work::new(profile, record, []);
    let result = ResultDocument::new(&work, None, &assignment::Feedback::default(), made);
    write(&result, &|label: Label| format!("{label:?}"))
}

#[test]
fn a_report_has_the_newest_results_and_names_what_it_could_not_read() {
    let cut = result("Tāne", 3);
    let folder = folder(&[
        ("in/old.txt", &result("Tane", 1)),
        ("in/new.txt", &result("Tāne", 2)),
        ("in/cut.txt", &cut[..cut.len() - 40]),
        ("in/letter.txt", "Dear Ms Rangi"),
    ]);
    let reported = taumahi(folder.path(), &["report", "in", "--csv", "class.csv"]);
    assert_eq!(code(&reported), 1);
    let said = err(&reported);
    assert!(said.contains("cut.txt: the end of this result is missing"), "{said}");
    assert!(said.contains("letter.txt: this is not a Taumahi result"), "{said}");
    assert!(said.ends_with("2 results read, of 1 student and 1 assignment\n"), "{said}");
    let table = fs::read_to_string(folder.path().join("class.csv")).unwrap();
    assert_eq!(table.matches("Tāne").count(), 1);
    assert!(!table.contains("Tane,"));
    let printed = taumahi(folder.path(), &["report", "in/new.txt", "--csv", "-"]);
    assert_eq!((code(&printed), out(&printed)), (0, table));
}

#[test]
fn a_report_without_results_leaves_the_earlier_table() {
    let folder = folder(&[("class.csv", "earlier"), ("in/letter.txt", "Dear Ms Rangi")]);
    fs::create_dir(folder.path().join("empty")).unwrap();
    for path in ["in", "empty"] {
        let reported = taumahi(folder.path(), &["report", path, "--csv", "class.csv"]);
        assert_eq!(code(&reported), 1);
        assert!(err(&reported).ends_with("no results read, so no table was written\n"), "{}", err(&reported));
        assert_eq!(fs::read_to_string(folder.path().join("class.csv")).unwrap(), "earlier");
    }
}

#[test]
fn a_report_reads_neither_its_own_table_nor_what_windows_leaves() {
    let folder = folder(&[
        ("in/new.txt", &result("Tāne", 2)),
        ("in/class.csv", "earlier"),
        ("in/Thumbs.db", "x"),
        ("in/desktop.ini", "x"),
    ]);
    let reported = taumahi(folder.path(), &["report", "in", "--csv", "in/class.csv"]);
    assert_eq!(
        (code(&reported), err(&reported).as_str()),
        (0, "1 result read, of 1 student and 1 assignment\n")
    );
}

#[test]
fn a_report_reads_what_the_desk_reads() {
    let utf16: Vec<u8> =
        format!("\u{feff}{}", result("Tāne", 2)).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let folder = folder(&[("in/x", "")]);
    fs::remove_file(folder.path().join("in/x")).unwrap();
    fs::write(folder.path().join("in/windows.txt"), utf16).unwrap();
    let reported = taumahi(folder.path(), &["report", "in", "--csv", "-"]);
    assert_eq!(code(&reported), 0, "{}", err(&reported));
    assert!(out(&reported).contains("Tāne"));
}
