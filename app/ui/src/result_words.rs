//! The interface's words in a result file, for people at home and at school.

use assignment::Who;
use work::Partner;
use work::result::Label;

use crate::say;

/// The words for a label of the summary.
pub fn label(label: Label) -> String {
    match label {
        Label::Student => say::result_student(),
        Label::Assignment => say::result_assignment(),
        Label::Class => say::result_class(),
        Label::Finished => say::result_finished(),
        Label::Unfinished => say::result_unfinished(),
        Label::NoAnswer => say::result_no_answer(),
        Label::Done => say::result_done(),
        Label::Ticked => say::result_ticked(),
        Label::Drawing => say::result_drawing(),
        Label::Photo => say::result_photo(),
        Label::Audio => say::result_audio(),
        Label::StudentAgrees => say::result_student_agrees(),
        Label::FamilyAgrees => say::result_family_agrees(),
        Label::Family => say::result_family(),
        Label::KeepWhole => say::result_keep_whole(),
        Label::Partner(partner) => self::partner(partner),
    }
}

/// What somebody at home is called.
pub fn partner(partner: Partner) -> String {
    match partner {
        Partner::Mum => say::partner_mum(),
        Partner::Dad => say::partner_dad(),
        Partner::Nana => say::partner_nana(),
        Partner::Koro => say::partner_koro(),
        Partner::Aunty => say::partner_aunty(),
        Partner::Uncle => say::partner_uncle(),
        Partner::Brother => say::partner_brother(),
        Partner::Sister => say::partner_sister(),
        Partner::Helper => say::partner_helper(),
        Partner::Other => say::partner_other(),
    }
}

/// Who is asked, in one word.
pub fn who(who: Who) -> String {
    match who {
        Who::Student => say::who_student(),
        Who::Together => say::who_together(),
        Who::Family => say::who_family(),
    }
}

/// Who is asked, in a sentence.
pub fn who_long(who: Who) -> String {
    match who {
        Who::Student => say::who_student_long(),
        Who::Together => say::who_together_long(),
        Who::Family => say::who_family_long(),
    }
}

/// What a language is called by those who speak it; its tag when that is not known.
pub fn language(tag: &str) -> String {
    match tag {
        "en" => say::language_en(),
        "mi" => say::language_mi(),
        "sm" => say::language_sm(),
        "to" => say::language_to(),
        "ar" => say::language_ar(),
        other => other.to_owned(),
    }
}

/// What a child's picture shows.
pub fn picture(picture: &str) -> String {
    match picture {
        "fish" => say::picture_fish(),
        "star" => say::picture_star(),
        "moon" => say::picture_moon(),
        "leaf" => say::picture_leaf(),
        "wave" => say::picture_wave(),
        "mountain" => say::picture_mountain(),
        "shell" => say::picture_shell(),
        "boat" => say::picture_boat(),
        "flower" => say::picture_flower(),
        "sun" => say::picture_sun(),
        "kite" => say::picture_kite(),
        _ => say::picture_kiwi(),
    }
}
