//! The kinds of problem, each with a code that never changes its meaning.

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look; the assignment can be published.
    Warning,
    /// The assignment is not published until this is mended.
    Error,
}

impl Severity {
    /// `warning` or `error`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

macro_rules! codes {
    ($($name:ident $code:literal $severity:ident $meaning:literal;)*) => {
        /// The kind of a problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $meaning] $name,)*
        }

        impl Code {
            /// Every kind, in the order of their codes.
            pub const ALL: &[Code] = &[$(Code::$name,)*];

            /// The code as it is printed.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// How bad it is.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }

            /// What it means, in one line.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$name => $meaning,)* }
            }
        }
    };
}

codes! {
    HeaderMissing "H101" Error "The file does not start with a header.";
    HeaderOpen "H102" Error "The header has no closing line.";
    LineUnclear "H103" Error "A line is neither a key with a value, nor an item, nor the rest of a value.";
    KeyUnknown "H104" Error "A key that the format does not have.";
    KeyTwice "H105" Error "A key is there twice.";
    KeyMissing "H106" Error "A key that is needed is missing.";
    ValueMissing "H107" Error "A key has no value.";
    ListExpected "H108" Error "A list is needed and a single value was found.";
    TextExpected "H109" Error "A single value is needed and a list was found.";
    DateUnclear "H110" Error "A date that is not a day of the calendar.";
    DueBeforeOpens "H111" Error "The due date is before the opening date.";
    WholeNumberExpected "H112" Error "A whole number in a range is needed.";
    LanguageUnclear "H113" Error "A language tag that is not one.";
    NameUnclear "H114" Error "The file's name cannot be an id.";
    KeyIndented "H115" Error "A key with spaces before it, so that it goes on with the value above.";
    AllowUnclear "H116" Error "An item of `allow` that is not a warning's code and a reason.";
    AllowUnused "H117" Warning "A warning is allowed that is not there.";
    YesNoExpected "H118" Error "Yes or no is needed.";
    StatusUnclear "H119" Error "A status other than draft or reviewed.";
    YearUnclear "H120" Warning "A school year with the word “year” in it, which would be shown twice.";

    FenceOpen "B201" Error "A block has no closing fence.";
    BlockUnclear "B202" Error "A line that was meant to open a block and does not.";
    BlockIndented "B203" Error "A block inside a list or a quotation.";
    BlockMisplaced "B204" Error "A block that cannot be used in this file.";
    BlockEmpty "B205" Error "A block with nothing in it.";
    FeedbackTwice "B206" Error "More than one feedback block.";
    AskKindMissing "B207" Error "An ask that does not say its kind.";
    AskKindUnknown "B208" Error "An ask of a kind that the format does not have.";
    IdUnclear "B209" Error "An id with other signs than small letters, digits and hyphens, or with too many.";
    IdTwice "B210" Error "Two asks have the same id.";
    WhoUnknown "B211" Error "Somebody other than student, together or family is asked.";
    OptionsTooFew "B212" Error "A choice with fewer than two options.";
    ItemTwice "B213" Error "A list says the same thing twice.";
    CorrectNotAnOption "B214" Error "The correct answer is not one of the options.";
    NumberUnclear "B215" Error "A number that cannot be read.";
    RangeEmpty "B216" Error "The smallest number is larger than the largest, or the first rows are more than the most.";
    StartUnknown "B217" Error "A text starts from an ask that is not an earlier text.";
    BlockCut "B218" Error "A fence without a word that may be the rest of the block above it.";
    ColumnUnclear "B219" Warning "A column's heading ends in something like (number) that is not it.";
    SectionKeyUnknown "B220" Error "A line that is nearly `who:` below a heading.";
    HelpUnused "B221" Error "Help after a wrong try, where no try can be wrong.";
    LookBackUnknown "B222" Error "An ask looks back at one that is not an earlier ask.";
    CardsUnclear "B223" Error "A block of cards that is not one list.";
    FenceUnopened "B224" Error "A block without its first line, so that it is text for everyone.";
    WordsUnused "B225" Error "Words on the first line of a block that would not be shown.";

    HtmlShown "T301" Warning "HTML is shown as text.";
    LinkRefused "T302" Error "A link to somewhere other than https: or mailto:.";
    PictureRefused "T303" Error "A picture that is not in media/, or whose name a phone cannot use.";
    PictureMissing "T304" Error "A picture that is not there.";
    PictureSilent "T305" Error "A picture without alternative text.";
    NestedTooDeep "T306" Warning "Lists or quotations nested too deep.";
    CommentShown "T307" Error "A comment, which would be shown to everyone.";
    HeadingByLine "T308" Error "A line directly below words, which makes a heading of them.";
    MathUnclear "T309" Error "A formula that cannot be read, or LaTeX outside of one.";
    MathShown "T310" Warning "A formula where only plain words are shown.";
    AddressApart "T311" Error "A space between the words of a link or a picture and its address.";
    HeadingUnclear "T312" Error "A heading without a space after its signs.";
    TableUnclear "T313" Error "Lines that look like a table and are none.";

    NoAsk "F401" Error "An assignment that asks nothing.";
    NobodyAtHome "F402" Warning "Nobody at home is asked to take part.";
    NoObjective "F403" Warning "The assignment has no objective.";
    TooLong "F404" Warning "The assignment takes more than 30 minutes.";
    ObjectiveUnclear "F405" Warning "An objective that does not start with “I can”.";
    MustBeBought "F406" Warning "Something is needed that a family may have to buy.";
    HardToRead "F407" Warning "The words are far harder than the school year.";
    FamilyTeaches "F408" Warning "The family is asked to teach, correct or test.";
    PrivateFacts "F409" Warning "A question that may be about a family's private affairs.";
    TooFewDays "F410" Warning "A family has fewer than three days for it.";

    AssignmentTwice "D501" Error "Two files have the same id.";
    NotText "D502" Error "A file that is not UTF-8 text.";
    ClassMissing "D503" Warning "The folder has no class.md.";
    ClassTwice "D504" Error "The folder has more than one class.md.";
    NameNotRead "D505" Warning "A file that was probably meant to end in .md.";
    ClassTranslated "D506" Error "A translation of class.md, which has none.";

    OriginalMissing "L601" Error "A translation of an assignment that is not there.";
    NotTranslated "L602" Warning "Something that is not translated: families read the original's words there.";
    NotInOriginal "L603" Error "A translation has something that its original does not have.";
    OtherThanOriginal "L604" Error "An ask of another kind, or a list of another length, than in the original.";
    OriginalChanged "L605" Warning "The original has changed since it was translated.";
    TranslationUnmarked "L606" Warning "A translation does not say which words it is a translation of.";
    SameAsOriginal "L607" Warning "Words that are still the same as in the original.";
    OnlyWordsCount "L608" Warning "A translation's header or question says something other than its original that is not words: the original counts.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_its_own() {
        let mut codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Code::ALL.len());
    }
}
