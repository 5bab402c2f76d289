//! What answers were before, and bringing one of them back.

use assignment::{Ask, Assignment};
use store::StoreError;
use ui::{browser, feedback, result_words, say};
use work::result::answer_lines;
use work::{Answer, Slot, Value, Work};

use crate::kept::{Fault, Kept};

/// A question with what its answer is, and was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// The question in plain words.
    pub question: String,
    /// The ask, when it is one.
    pub ask: Option<Ask>,
    /// The answer as it is; `None` when there is none any more.
    pub now: Option<Answer>,
    /// What it was, the newest first.
    pub versions: Vec<Answer>,
}

/// The questions of a piece of work whose answers were once others, in the order of the page.
pub async fn pasts(kept: Kept, child: &str, assignment: &str) -> Result<Option<(String, Vec<Past>)>, Fault> {
    let store = kept.store();
    let Some(profile) = store.profiles().await?.records.into_iter().find(|profile| profile.id == child)
    else {
        return Ok(None);
    };
    let records = store.works(child).await?.records;
    let Some(record) = records.into_iter().find(|record| record.document.head.id == assignment) else {
        return Ok(None);
    };
    let versions = store.earlier(child, assignment).await?;
    let answers = store.answers_to(child, assignment).await?.records;
    let work = Work::new(profile, record, answers);
    Ok(Some((work.record.document.head.title.clone(), in_order(&work, versions))))
}

fn in_order(work: &Work, versions: Vec<Answer>) -> Vec<Past> {
    let mut pasts: Vec<Past> = Vec::new();
    // The newest first: they come with the oldest first.
    for version in versions.into_iter().rev() {
        let now = work.answers().iter().find(|answer| answer.is_in_place_of(&version));
        if now.is_some_and(|now| now.value == version.value) {
            continue;
        }
        let is_same = |past: &&mut Past| past.versions.iter().any(|other| other.is_in_place_of(&version));
        match pasts.iter_mut().find(is_same) {
            Some(past) => past.versions.push(version),
            None => pasts.push(Past {
                question: question(&work.record.document, &work.record.removed, &version),
                ask: ask(&work.record.document, &work.record.removed, &version).cloned(),
                now: now.cloned(),
                versions: vec![version],
            }),
        }
    }
    let asks: Vec<&Ask> = work.record.document.asks().collect();
    let place = |past: &Past| asks.iter().position(|ask| past.ask.as_ref().is_some_and(|of| of.id == ask.id));
    pasts.sort_by_key(|past| place(past).unwrap_or(usize::MAX));
    pasts
}

fn ask<'a>(document: &'a Assignment, removed: &'a [Ask], answer: &Answer) -> Option<&'a Ask> {
    let Slot::Ask(id) = &answer.slot else { return None };
    document.asks().chain(removed).find(|ask| ask.id == *id && answer.value.fits(&ask.kind))
}

fn question(document: &Assignment, removed: &[Ask], answer: &Answer) -> String {
    if let Some(ask) = ask(document, removed, answer) {
        return ask.question_text();
    }
    let asked = feedback::asked(document);
    let words = match &answer.slot {
        Slot::Statement(_, id) => {
            asked.statements.iter().find(|said| said.id == *id).map(|said| said.text.clone())
        }
        Slot::Words(_) => Some(asked.words),
        Slot::Name(_) => Some(say::kept_earlier_name()),
        Slot::Ask(_) => None,
    };
    let who = answer.slot.member().map(|member| result_words::partner(member.partner()));
    [who, words].into_iter().flatten().collect::<Vec<_>>().join(": ")
}

/// A version in lines of plain words.
pub fn lines(past: &Past, value: &Value) -> Vec<String> {
    match &past.ask {
        Some(ask) => answer_lines(ask, value, &result_words::label),
        None => match value {
            Value::Text(words) => words.lines().map(str::to_owned).collect(),
            Value::Scale(rating) => vec![rating.words(&[])],
            _ => Vec::new(),
        },
    }
}

/// Puts a version in the place of what the answer is now, which is then one of its earlier versions.
pub async fn bring_back(kept: Kept, version: Answer) -> Result<(), StoreError> {
    let now = browser::now();
    kept.store().bring_back(version, &browser::new_id(now), now).await?;
    browser::tell_other_tabs();
    Ok(())
}
