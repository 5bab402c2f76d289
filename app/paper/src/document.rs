//! A page of its own for one assignment: no script, and nothing but the stylesheet and its pictures.

use assignment::{Assignment, Class};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::list::LIST;
use crate::style::STYLE_NAME;
use crate::words::{Word, Words};

/// Nothing else is ever loaded, whatever the host says.
const POLICY: &str =
    "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";

/// The page of an assignment, to be put into the folder of the compiled ones under its [`Head::paper_name`](assignment::Head::paper_name).
pub fn document(assignment: &Assignment, class: Option<&Class>, words: &Words<'_>) -> String {
    let page = crate::page(assignment, class, words, "");
    let body = html! {
        header.paper-how lang=(words.lang) dir=(assignment::direction(words.lang)) {
            (words.say(Word::HowToPrint)) " "
            @if crate::is_one_sheet(assignment, class) { (words.say(Word::OneSheet)) " " }
            a href=(LIST) { (words.say(Word::List)) }
        }
        main { (PreEscaped(page)) }
    };
    whole(&assignment.head.title, &assignment.head.lang, class, body)
}

/// A whole page around what is on it.
pub(crate) fn whole(title: &str, lang: &str, class: Option<&Class>, body: Markup) -> String {
    let markup = html! {
        (DOCTYPE)
        html lang=(lang) dir=(assignment::direction(lang)) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { (title) @if let Some(class) = class { " – " (class.name) } }
                meta name="viewport" content="width=device-width, initial-scale=1";
                link rel="icon" type="image/svg+xml" sizes="any" href="../icon.svg";
                link rel="stylesheet" href=(STYLE_NAME);
            }
            body.paper-body { (body) }
        }
    };
    markup.into_string()
}
