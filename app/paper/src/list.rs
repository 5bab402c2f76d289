//! The page that leads to all assignments on paper, for browsers without scripts.

use assignment::{Class, Head, Index, Translated};
use maud::{Markup, html};

use crate::day;
use crate::document::whole;
use crate::words::{Word, Words};

/// The name of the list's page, in the folder of the compiled assignments.
pub const LIST: &str = "paper.html";

/// The list of what a class has, to be put into the folder of the compiled assignments as [`LIST`].
pub fn list(index: &Index, words: &Words<'_>) -> String {
    let title = words.say(Word::List);
    let body = html! {
        main.paper-list {
            @if let Some(Class { name, .. }) = &index.class { p.paper-small dir="auto" { (name) } }
            h1 { (title) }
            @if index.assignments.is_empty() {
                p { (words.say(Word::ListNothing)) }
            } @else {
                p { (words.say(Word::ListIntro)) }
                ul { @for head in &index.assignments { li { (entry(head, words)) } } }
            }
            p { a href="../" { (words.say(Word::ListHome)) } }
        }
    };
    whole(&title, words.lang, index.class.as_ref(), body)
}

fn entry(head: &Head, words: &Words<'_>) -> Markup {
    let year = (!head.year.is_empty()).then(|| words.with(Word::Year, "year", &head.year));
    let due = head.due.map(|due| words.with(Word::Due, "date", &day::spoken(due, words)));
    let subject = Some(head.subject.clone()).filter(|subject| !subject.is_empty());
    let facts: Vec<String> = [subject, year, due].into_iter().flatten().collect();
    html! {
        (link(head, &head.lang, &head.title))
        @for translated in &head.translations {
            @let Translated { lang, hash, title, .. } = translated;
            @let head = Head { id: head.id.clone(), hash: hash.clone(), ..Head::default() };
            " / " (link(&head, lang, title))
            @if let Some(language) = language(lang, words) { " " span.paper-small lang=(lang) { "(" (language) ")" } }
        }
        br;
        span.paper-small dir="auto" { (facts.join(" · ")) }
    }
}

fn link(head: &Head, lang: &str, title: &str) -> Markup {
    html! { a href=(head.paper_name()) lang=(lang) dir=(assignment::direction(lang)) { (title) } }
}

/// What a language is called by those who speak it.
fn language(tag: &str, words: &Words<'_>) -> Option<String> {
    let word = match tag {
        "en" => Word::LanguageEn,
        "mi" => Word::LanguageMi,
        "sm" => Word::LanguageSm,
        "to" => Word::LanguageTo,
        "ar" => Word::LanguageAr,
        _ => return None,
    };
    Some(words.say(word))
}
