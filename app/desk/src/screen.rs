//! Which screen the address means.

/// A screen, as the part of the address after `#` names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Screen {
    /// `/`: the class, and who has sent what.
    Class,
    /// `/words`: what all families wrote.
    Words,
    /// `/write`: writing homework.
    Write,
    /// `/type-in`: typing in what came back on paper.
    TypeIn,
    /// `/assignment/ASSIGNMENT`: how one assignment went.
    Assignment { assignment: String },
    /// `/paper`: what can be printed.
    PaperList,
    /// `/paper/ASSIGNMENT` or `/paper/ASSIGNMENT/LANGUAGE`: one assignment on paper; without a language, in its own.
    Paper { assignment: String, lang: String },
    /// `/paper-at-home/CHILD/ASSIGNMENT/LANGUAGE`: what a family keeps on this device, on paper.
    PaperAtHome { child: String, assignment: String, lang: String },
    /// `/write/paper`: the text in the editor, on paper.
    PaperOfText,
    /// `/work/STUDENT/ASSIGNMENT`: one student's work.
    Work { student: String, assignment: String },
}

impl Screen {
    /// The screen of an address; [`Screen::Class`] for one that means nothing.
    pub fn of_hash(hash: &str) -> Self {
        let path = hash.strip_prefix('/').unwrap_or(hash);
        let parts: Vec<String> = path.split('/').map(decoded).collect();
        // An id can be any text, an empty one too, so each screen has a word of its own in front.
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        match parts.as_slice() {
            ["words"] => Self::Words,
            ["write"] => Self::Write,
            ["write", "paper"] => Self::PaperOfText,
            ["type-in"] => Self::TypeIn,
            ["assignment", assignment] => Self::Assignment { assignment: (*assignment).to_owned() },
            ["paper"] => Self::PaperList,
            ["paper", assignment] => Self::paper(assignment, ""),
            ["paper", assignment, lang] => Self::paper(assignment, lang),
            ["paper-at-home", child, assignment, lang] => Self::PaperAtHome {
                child: (*child).to_owned(),
                assignment: (*assignment).to_owned(),
                lang: (*lang).to_owned(),
            },
            ["work", student, assignment] => Self::work(student, assignment),
            _ => Self::Class,
        }
    }

    /// The address of the screen, with its `#`, for a link.
    pub fn href(&self) -> String {
        match self {
            Self::Class => "#/".to_owned(),
            Self::Words => "#/words".to_owned(),
            Self::Write => "#/write".to_owned(),
            Self::TypeIn => "#/type-in".to_owned(),
            Self::Assignment { assignment } => format!("#/assignment/{}", encoded(assignment)),
            Self::PaperList => "#/paper".to_owned(),
            Self::Paper { assignment, lang } if lang.is_empty() => format!("#/paper/{}", encoded(assignment)),
            Self::Paper { assignment, lang } => format!("#/paper/{}/{}", encoded(assignment), encoded(lang)),
            Self::PaperAtHome { child, assignment, lang } => {
                format!("#/paper-at-home/{}/{}/{}", encoded(child), encoded(assignment), encoded(lang))
            }
            Self::PaperOfText => "#/write/paper".to_owned(),
            Self::Work { student, assignment } => {
                format!("#/work/{}/{}", encoded(student), encoded(assignment))
            }
        }
    }

    /// The screen of an assignment on paper.
    pub fn paper(assignment: &str, lang: &str) -> Self {
        Self::Paper { assignment: assignment.to_owned(), lang: lang.to_owned() }
    }

    /// The screen of a student's work.
    pub fn work(student: &str, assignment: &str) -> Self {
        Self::Work { student: student.to_owned(), assignment: assignment.to_owned() }
    }
}

/// Ids come out of files that anyone can write: what an address could take for its own sign is written in hexadecimal.
fn encoded(id: &str) -> String {
    let mut encoded = String::new();
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

fn decoded(part: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = part.as_bytes();
    while let [first, after @ ..] = rest {
        let byte = match (first, after) {
            (b'%', [high, low, ..]) => hexadecimal(*high).zip(hexadecimal(*low)).map(|(h, l)| h << 4 | l),
            _ => None,
        };
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hexadecimal(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_comes_back_from_its_address() {
        let screens = [
            Screen::Class,
            Screen::Words,
            Screen::Write,
            Screen::TypeIn,
            Screen::Assignment { assignment: "halves".into() },
            Screen::PaperList,
            Screen::paper("halves", ""),
            Screen::paper("a/b#? %41é", "sm"),
            Screen::PaperAtHome { child: "00c0ffee".into(), assignment: "halves".into(), lang: "sm".into() },
            Screen::PaperOfText,
            Screen::work("00c0ffee00c0ffee", "halves"),
            Screen::work("a/b#? %41é", "words/"),
            Screen::work("assignment", "halves"),
            Screen::work("", "halves"),
            Screen::work("work", ""),
            Screen::Assignment { assignment: String::new() },
        ];
        for screen in screens {
            assert_eq!(Screen::of_hash(screen.href().trim_start_matches('#')), screen);
        }
    }

    #[test]
    fn an_address_that_means_nothing_is_the_class() {
        for other in ["", "/", "/a", "/a/b", "/work/a", "/work/a/b/c", "/paper/a/b/c", "////"] {
            assert_eq!(Screen::of_hash(other), Screen::Class, "{other}");
        }
        assert_eq!(Screen::of_hash("/work/a%/%zz"), Screen::work("a%", "%zz"));
    }
}
