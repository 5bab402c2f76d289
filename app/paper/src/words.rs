//! The interface's words on a page.

/// Makes the words, each with its message in `locales/`.
macro_rules! words {
    ($($word:ident = $id:literal,)*) => {
        /// Words that a page needs. The words themselves are in `locales/`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each is called what it says")]
        pub enum Word { $($word,)* }

        impl Word {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$word,)*];

            /// The name of its message.
            pub fn id(self) -> &'static str {
                match self { $(Self::$word => $id,)* }
            }
        }
    };
}

words! {
    Student = "who-student",
    Together = "who-together",
    Family = "who-family",
    Tick = "log-tick",
    Done = "done-label",
    Understood = "feedback-understood",
    Enjoyed = "feedback-enjoyed",
    Helps = "feedback-helps",
    No = "feedback-no",
    Little = "feedback-little",
    Yes = "feedback-yes",
    Anything = "feedback-words",
    Name = "paper-name",
    Year = "paper-year",
    Due = "paper-due",
    Minutes = "paper-minutes",
    Draft = "paper-draft",
    Objectives = "paper-objectives",
    Materials = "paper-materials",
    Tip = "paper-tip",
    Hint = "paper-hint",
    Optional = "paper-optional",
    LookBack = "paper-look-back",
    StartFrom = "paper-start-from",
    ChooseOne = "paper-choose-one",
    ChooseAny = "paper-choose-any",
    GoOn = "paper-go-on",
    Day = "paper-day",
    DrawOrWrite = "paper-draw-or-write",
    StudentPromises = "paper-student-promises",
    FamilyPromises = "paper-family-promises",
    TeacherPromises = "paper-teacher-promises",
    Signed = "paper-signed",
    CardsBelow = "paper-cards-below",
    CardsWith = "paper-cards-with",
    Cards = "paper-cards",
    FamilyPart = "paper-family",
    FamilyWho = "paper-family-who",
    FamilyHow = "paper-family-how",
    Return = "paper-return",
    HowToPrint = "paper-how-to-print",
    OneSheet = "paper-one-sheet",
    List = "paper-list",
    ListIntro = "paper-list-intro",
    ListNothing = "paper-list-nothing",
    ListHome = "paper-list-home",
    DayOfMonth = "paper-date",
    Monday = "paper-monday",
    Tuesday = "paper-tuesday",
    Wednesday = "paper-wednesday",
    Thursday = "paper-thursday",
    Friday = "paper-friday",
    Saturday = "paper-saturday",
    Sunday = "paper-sunday",
    January = "paper-january",
    February = "paper-february",
    March = "paper-march",
    April = "paper-april",
    May = "paper-may",
    June = "paper-june",
    July = "paper-july",
    August = "paper-august",
    September = "paper-september",
    October = "paper-october",
    November = "paper-november",
    December = "paper-december",
    LanguageEn = "language-en",
    LanguageMi = "language-mi",
    LanguageSm = "language-sm",
    LanguageTo = "language-to",
    LanguageAr = "language-ar",
}

/// Where a page gets the interface's words from.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// Their language, a BCP 47 tag.
    pub lang: &'a str,
    /// The words themselves, with `{name}` where a value goes.
    pub say: &'a dyn Fn(Word) -> String,
}

impl Words<'_> {
    /// The English that this crate was built with, for programs that load no language.
    pub const ENGLISH: Words<'static> = Words { lang: "en", say: &english };

    pub(crate) fn say(&self, word: Word) -> String {
        (self.say)(word)
    }

    /// Words with a value in its place.
    pub(crate) fn with(&self, word: Word, name: &str, value: &str) -> String {
        self.say(word).replace(&["{", name, "}"].concat(), value)
    }
}

fn english(word: Word) -> String {
    let lines = include_str!(concat!(env!("OUT_DIR"), "/en.txt")).lines();
    let mut phrases = lines.filter_map(|line| line.strip_prefix(word.id())?.strip_prefix('='));
    phrases.next().unwrap_or(word.id()).replace("\\n", "\n").replace("\\\\", "\\")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_in_the_language_file() {
        for word in Word::ALL {
            assert_ne!(english(*word), word.id());
        }
        assert_eq!(Words::ENGLISH.with(Word::Year, "year", "5-6"), "Year 5-6");
    }

    #[test]
    fn every_message_for_paper_is_used() {
        let lines = include_str!(concat!(env!("OUT_DIR"), "/en.txt")).lines();
        for line in lines.filter(|line| line.starts_with("paper-")) {
            let id = line.split('=').next().unwrap();
            assert!(Word::ALL.iter().any(|word| word.id() == id), "{id}");
        }
    }
}
