//! The result file, made from what is kept.

use ui::{browser, feedback, result_words};
use work::result::{Draft, ResultDocument, file_name, pack_stored};
use work::{Moment, Work};

use crate::home::Home;

/// A result that can be handed out in the moment of a tap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// The file's name.
    pub name: String,
    /// What people read of it.
    pub words: String,
    /// The file's text.
    pub text: String,
    /// When it was made: what is answered later is not in it.
    pub made: Moment,
    /// A photo or a recording is not in it: it could not be read, or all together would be too much.
    pub is_partial: bool,
}

/// Makes the result of a piece of work from the store. What could not be kept is added from memory, so that it can still be sent.
pub async fn prepare(home: Home, mut work: Work) -> Prepared {
    let kept = home.store().answers_to(&work.profile.id, &work.record.document.head.id).await;
    if let Ok(kept) = kept {
        work = Work::new(work.profile, work.record, home.saving.over(kept.records));
    }
    let (child, assignment) = (&work.profile.id, &work.record.document.head.id);
    let asked = feedback::asked(&work.record.document);
    let mut result =
        home.with_index(|index| ResultDocument::new(&work, index.class.as_ref(), &asked, browser::now()));
    result.paper = home.is_typing();
    let mut draft = Draft::new(&result, &result_words::label);
    let mut is_partial = false;
    for id in result.captures() {
        let medium = home.medium(child, assignment, id).await;
        is_partial |= !medium.is_some_and(|medium| draft.add(&medium));
    }
    let packed = match browser::deflate(draft.content()).await {
        Some(packed) => packed,
        None => pack_stored(draft.content()),
    };
    Prepared {
        name: file_name(&result),
        words: draft.words().to_owned(),
        text: draft.finish(&packed),
        made: result.made,
        is_partial,
    }
}
