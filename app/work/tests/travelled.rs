//! What mail programs, chats and copying do to a result on its way, and that it is read all the same.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use std::time::{Duration, Instant};

use assignment::Feedback;
use assignment::source::compile;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use work::result::{Draft, Label, ResultDocument, ResultError, read_all, write};
use work::{By, Profile, Slot, Value, Work, WorkRecord};

const SOURCE: &str =
    "---\ntitle: Halves\n---\n```ask text\nid: story\nwho: together\nquestion: Tell <b> & \"a\" story\n```\n";

/// A result of about twenty lines.
fn result(student: &str) -> ResultDocument {
    let profile = Profile {
        id: student.into(),
        name: "Mārama".into(),
        picture: "kiwi".into(),
        added: 0,
        reads: String::new(),
    };
    let mut work = Work::new(
        profile.clone(),
        WorkRecord::start(&profile.id, compile("halves", SOURCE, None).assignment, 1),
        [],
    );
    let told: String = (0..300).map(|n: u32| format!("{} ", n.wrapping_mul(2_654_435_761))).collect();
    let answer = work.answer(Slot::Ask("story".into()), Value::Text(told), By::Student, 2);
    work.put(answer);
    ResultDocument::new(&work, None, &Feedback::default(), 3)
}

fn sent(student: &str) -> String {
    write(&result(student), &|label: Label| format!("{label:?}"))
}

#[test]
fn people_read_the_words_above_the_block() {
    let draft = Draft::new(&result("1"), &|label: Label| format!("{label:?}"));
    let (words, text) = (draft.words(), sent("1"));
    assert!(text.starts_with(words) && words.contains("Tell <b>") && words.ends_with("KeepWhole"), "{words}");
    assert!(text[words.len()..].trim_start().starts_with("-----BEGIN"), "that is all of them");
}

fn students(text: &str) -> Vec<Result<String, ResultError>> {
    read_all(text).into_iter().map(|read| read.map(|result| result.student.id)).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// As quoted-printable, with a line broken after every 60 signs.
fn quoted_printable(text: &str) -> String {
    let mut quoted = String::new();
    for line in text.lines() {
        let signs: Vec<char> = line.chars().collect();
        for (number, part) in signs.chunks(60).enumerate() {
            if number > 0 {
                quoted.push_str("=\r\n");
            }
            for c in part {
                match c {
                    '=' => quoted.push_str("=3D"),
                    c if c.is_ascii() => quoted.push(*c),
                    c => c.to_string().bytes().for_each(|byte| quoted.push_str(&format!("={byte:02X}"))),
                }
            }
        }
        quoted.push_str("=20\r\n");
    }
    quoted
}

/// Every way that a text has been seen to change on its way.
fn ways(text: &str) -> Vec<(&'static str, String)> {
    let each_line = |change: &dyn Fn(&str) -> String| text.lines().map(change).collect::<String>();
    vec![
        ("as it is", text.to_owned()),
        ("long dashes", text.replace("-----", "—–")),
        ("one dash", text.replace("-----", "-")),
        ("a dash and a space", text.replace("-----B", "- B").replace("T-----", "T -")),
        ("non-breaking spaces", text.replace(' ', "\u{a0}")),
        ("HTML", format!("<pre>{}</pre>", escaped(text))),
        ("HTML in lines", each_line(&|line| format!("<div class=\"x\">{}<br></div>", escaped(line)))),
        ("HTML without line ends", each_line(&|line| format!("{}<br/>", escaped(line)))),
        ("spaces of HTML", text.replace(' ', "&nbsp;").replace('\n', "<wbr>\r\n")),
        ("signs of HTML", escaped(text).replace('+', "&#43;").replace('/', "&#x2F;")),
        ("strong words", text.replace("Version:", "*Version:*").replace("Checksum:", "**Checksum**:")),
        ("one line", text.replace('\n', " ")),
        ("one line without spaces", text.replace("\n\n", "\n").replace('\n', "")),
        ("carriage returns", text.replace('\n', "\r")),
        ("empty lines", text.replace('\n', "\r\n\r\n")),
        ("quoted", each_line(&|line| format!("> > {line}\n"))),
        ("quoted with bars", each_line(&|line| format!("| {line}\r\n"))),
        ("quoted as HTML", each_line(&|line| format!("&gt;&nbsp;{}<br>\n", escaped(line)))),
        ("invisible spaces", text.replace('\n', "\u{200b}\n").replace("TAUMAHI", "TAU\u{ad}MAHI")),
        ("quoted-printable", quoted_printable(text)),
        ("dashes of quoted-printable", quoted_printable(text).replace("-----", "=2D=2D=2D=2D=2D")),
        ("an attachment", format!("Content-Transfer-Encoding: base64\r\n\r\n{}\r\n", STANDARD.encode(text))),
        ("wrapped first line", text.replace("TAUMAHI RESULT", "TAUMAHI\n> RESULT")),
    ]
}

#[test]
fn every_way_is_read() {
    for (way, text) in ways(&sent("1")) {
        assert_eq!(students(&text), [Ok("1".into())], "{way}");
        let both = format!("Kia ora\n{text}\n\nand the other\n{}", sent("2"));
        let mut both = students(&both);
        both.sort_by_key(|read| read.clone().ok());
        assert_eq!(both, [Ok("1".into()), Ok("2".into())], "{way}, and another");
    }
}

#[test]
fn a_lost_last_line_is_no_loss() {
    let text = sent("1");
    assert_eq!(students(text.split("-----END").next().unwrap()), [Ok("1".into())]);
}

#[test]
fn a_damaged_copy_of_a_whole_result_is_no_problem() {
    let good = sent("1");
    let at = good.len() - 60;
    let damaged = format!("{}A*A{}", &good[..at], &good[at + 1..]);
    let cut = &good[..good.len() - 60];
    for copies in
        [format!("{damaged}\n{good}"), format!("{good}\n{cut}"), format!("{cut}\n{good}\n{damaged}")]
    {
        assert_eq!(students(&copies), [Ok("1".into())]);
    }
    let others = format!("{damaged}\n{}\n{cut}", sent("2"));
    assert_eq!(
        students(&others),
        [Err(ResultError::Damaged), Ok("2".into()), Err(ResultError::Truncated)],
        "another's result makes no copy whole"
    );
}

#[test]
fn a_change_is_still_found() {
    let text = sent("1");
    let start = text.find("\n\ne").unwrap() + 2;
    for at in (start..text.len() - 40).step_by(50) {
        let other = if text[at..].starts_with('A') { "B" } else { "A" };
        let mut changed = text.clone();
        changed.replace_range(at..=at, other);
        assert_eq!(students(&changed), [Err(ResultError::Damaged)], "at {at}");
    }
}

#[test]
fn words_about_results_are_no_results() {
    for words in [
        "The file has BEGIN TAUMAHI RESULT in it",
        "END TAUMAHI RESULT",
        "TAUMAHI",
        "—END TAUMAHI RESULT—",
        "",
    ] {
        assert_eq!(students(words), [Err(ResultError::Foreign)], "{words}");
    }
}

#[test]
fn a_text_of_many_broken_blocks_is_given_up_in_a_moment() {
    let start = Instant::now();
    let begins = "-----BEGIN TAUMAHI RESULT-----\n".repeat(20_000);
    assert_eq!(students(&begins), [Err(ResultError::Damaged)]);
    let good = sent("1");
    assert_eq!(students(&format!("{good}{begins}")), [Ok("1".into()), Err(ResultError::Damaged)]);
    let tags = "<a &amp ".repeat(100_000) + &"=".repeat(100_000) + &"TAUMAHI ".repeat(100_000);
    assert_eq!(students(&tags), [Err(ResultError::Foreign)]);
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}

fn mail(parts: &[&str]) -> String {
    let mut mail = "From: Aroha\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n".to_owned();
    for part in parts {
        mail += "--b\r\nContent-Type: text/plain; name=\"x.txt\"\r\nContent-Transfer-Encoding: BASE64\r\n";
        mail += "Content-Disposition: attachment\r\n\r\n";
        for line in STANDARD.encode(part).as_bytes().chunks(76) {
            mail += &format!("{}\r\n", String::from_utf8_lossy(line));
        }
    }
    mail + "--b--\r\n"
}

#[test]
fn a_saved_mail_gives_up_its_attachments() {
    let saved = mail(&["Kia ora, here it is", &sent("1"), &sent("2"), "a picture"]);
    assert_eq!(students(&saved), [Ok("1".into()), Ok("2".into())]);
}

#[test]
fn a_mail_without_a_result_is_foreign_and_a_cut_one_says_so() {
    assert_eq!(students(&mail(&["Kia ora"])), [Err(ResultError::Foreign)]);
    let cut = sent("1");
    let cut = &cut[..cut.len() - 40];
    assert_eq!(students(&mail(&[cut])), [Err(ResultError::Truncated)]);
}
