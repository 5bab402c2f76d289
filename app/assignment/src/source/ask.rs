//! Reading an `ask` block.

use std::collections::HashMap;

use super::diagnostic::{Diagnostics, did_you_mean};
use super::facts::facts_in;
use super::family::Role;
use super::fence::Fence;
use super::header::Purpose;
use super::id::{LONGEST, has_signs_of_id, id_from, is_id};
use super::kind::{KINDS, keys_of, read_kind};
use super::schema::Fields;
use super::{Code, Span};
use crate::document::{Ask, Who};

/// The keys that every kind has.
pub(super) const COMMON_KEYS: &[&str] =
    &["id", "question", "who", "optional", "hint", "help", "looks-back-at"];

/// Among more ids than this, none that is like a misspelt one is looked for.
const MOST_COMPARED: usize = 200;

/// What earlier asks of the file have said that later ones depend on: each id, and whether it is a text.
pub(super) type Earlier = HashMap<String, bool>;

/// One ask after reading.
pub(super) struct AskRead {
    pub ask: Ask,
    /// The keys beside words that were written, and where they stand.
    pub facts: Vec<(&'static str, Span)>,
}

/// Reads one ask, which is for `section_who` unless it says otherwise. `None` when it cannot be answered at all, which has then been
/// reported.
pub(super) fn read_ask(
    source: &str,
    fence: &Fence<'_>,
    section_who: Option<Who>,
    purpose: Purpose,
    earlier: &mut Earlier,
    found: &mut Diagnostics,
) -> Option<AskRead> {
    let kind_word = kind_word(fence, found);
    let keys = [COMMON_KEYS, kind_word.map(keys_of).unwrap_or_default()].concat();
    let mut fields = Fields::read(source, fence.body, fence.opening, "ask", keys, found);
    let facts = facts_in(&fields);
    let id = read_id(&mut fields, earlier, found);
    let who = match fields.value("who", found) {
        Some(value) => who_named(&value.text(), value.span(), found),
        // A promise of three is nobody's alone.
        None if kind_word == Some("agreement") => section_who.unwrap_or(Who::Together),
        None => section_who.unwrap_or_default(),
    };
    let optional = fields.yes("optional", found);
    let question = fields.inline("question", Role::Asked, found);
    if question.is_none() {
        fields.missing("question", "What did you find out?", found);
    }
    let hint = fields.inline("hint", Role::ForChild, found).unwrap_or_default();
    let help_place = fields.place_of("help");
    let help = fields.inline("help", Role::ForChild, found).unwrap_or_default();
    let looks_back_at = read_looks_back_at(&mut fields, id.as_deref(), earlier, found);
    let kind_word = kind_word?;
    let kind = read_kind(kind_word, &mut fields, purpose, earlier, found);
    fields.finish(found);
    // A translation has what is right from its original.
    if purpose == Purpose::Original
        && let (Some(place), Some(kind)) = (help_place, &kind)
        && !kind.has_right_answer()
    {
        report_help_unused(place, kind_word, found);
    }
    let (id, question) = (id?, question?);
    earlier.insert(id.clone(), kind_word == "text");
    let ask = Ask { id, who, optional, question, hint, help, looks_back_at, kind: kind? };
    Some(AskRead { ask, facts })
}

fn kind_word(fence: &Fence<'_>, found: &mut Diagnostics) -> Option<&'static str> {
    let word = fence.info.split_whitespace().nth(1);
    let known = word.and_then(|word| KINDS.iter().find(|kind| kind.eq_ignore_ascii_case(word)));
    let all = KINDS.join(", ");
    match (word, known) {
        (None, _) => found.report(
            Code::AskKindMissing,
            fence.opening,
            "This ask does not say what kind of answer it takes.",
            format!("Write the kind after `ask`, one of: {all}."),
        ),
        (Some(word), None) => found.report(
            Code::AskKindUnknown,
            fence.opening,
            format!("There is no ask of the kind `{word}`."),
            match did_you_mean(word, KINDS) {
                Some(meant) => format!("Did you mean `ask {meant}`?"),
                None => format!("The kinds are: {all}."),
            },
        ),
        (Some(_), Some(_)) => {}
    }
    known.copied()
}

fn read_id(fields: &mut Fields<'_>, earlier: &mut Earlier, found: &mut Diagnostics) -> Option<String> {
    let Some(value) = fields.value("id", found) else {
        fields.missing("id", "my-answer", found);
        return None;
    };
    let id = value.text();
    if !is_id(&id) {
        let nearest =
            Some(id_from(&id)).filter(|id| !id.is_empty()).unwrap_or_else(|| "my-answer".to_owned());
        let help = if has_signs_of_id(&id) {
            format!("It is {} letters long, and an id has {LONGEST} at most. Make it shorter.", id.len())
        } else {
            format!("Use small letters, digits and hyphens, such as `{nearest}`.")
        };
        found.report(Code::IdUnclear, value.span(), format!("“{id}” cannot be an id."), help);
        return None;
    }
    if earlier.contains_key(&id) {
        found.report(
            Code::IdTwice,
            value.span(),
            format!("Another ask in this file has the id `{id}`."),
            "Give this one an id of its own: answers are kept by it.",
        );
        return None;
    }
    // Taken from here on, even when the rest of this ask cannot be read.
    earlier.insert(id.clone(), false);
    Some(id)
}

/// Who is meant by `student`, `together` or `family`; anything else is reported.
pub(super) fn who_named(name: &str, span: Span, found: &mut Diagnostics) -> Who {
    match name.to_lowercase().as_str() {
        "student" => Who::Student,
        "together" => Who::Together,
        "family" => Who::Family,
        other => {
            found.report(
                Code::WhoUnknown,
                span,
                format!("`who` cannot be “{other}”."),
                "Write student, together or family.",
            );
            // Somebody beside the child was meant, so the check for that has nothing to add.
            Who::Together
        }
    }
}

/// The ask whose answer is shown above this one.
fn read_looks_back_at(
    fields: &mut Fields<'_>,
    own: Option<&str>,
    earlier: &Earlier,
    found: &mut Diagnostics,
) -> String {
    let Some(value) = fields.value("looks-back-at", found) else { return String::new() };
    let id = value.text();
    if earlier.contains_key(&id) && own != Some(&id) {
        return id;
    }
    // Of very many, none is looked for: each such mistake would take as long as all asks together.
    let some = if earlier.len() > MOST_COMPARED { 0 } else { earlier.len() };
    let mut known: Vec<&str> =
        earlier.keys().map(String::as_str).filter(|known| own != Some(known)).take(some).collect();
    // One text gives the same advice each time.
    known.sort_unstable();
    found.report(
        Code::LookBackUnknown,
        value.span(),
        format!("There is no ask called `{id}` above this one to look back at."),
        match did_you_mean(&id, &known) {
            Some(meant) => format!("Did you mean `{meant}`?"),
            None => "Write the id of an ask earlier in this file.".to_owned(),
        },
    );
    String::new()
}

fn report_help_unused(place: Span, kind: &str, found: &mut Diagnostics) {
    let help = match kind {
        "number" | "choice" | "choices" => "Add `correct`, or call this line `hint`.",
        _ => "Call this line `hint`: the child can open it at any time.",
    };
    found.report(
        Code::HelpUnused,
        place,
        "This help is never shown: it comes after a wrong try, and no answer to this is wrong.",
        help,
    );
}
