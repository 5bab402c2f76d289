//! Cue cards: to be cut out, so they are on sheets of their own with nothing on their backs.

use assignment::{Assignment, Part, Prose};
use maud::{Markup, html};

use crate::lists::in_columns;
use crate::sheet::Sheet;
use crate::words::Word;

const OPENING: &str = "<ul class=\"cue-cards\">";

/// So many fit on one side.
const ON_A_SHEET: usize = 12;

/// Text of a section; where cards stood in it, it says where they are.
pub(crate) fn words(sheet: &Sheet<'_>, words: &Prose) -> Markup {
    let html = words.html();
    let Some((before, list, after)) = cut(html) else {
        return html! { div.paper-prose { (sheet.html(&in_columns(html))) } };
    };
    let sets = sets(sheet.assignment);
    let letter = sets.iter().position(|set| *set == list).filter(|_| sets.len() > 1).map(letter);
    html! {
        @if !before.is_empty() { div.paper-prose { (sheet.html(&in_columns(before))) } }
        p.paper-small {
            @match letter {
                Some(letter) => (sheet.with(Word::CardsWith, "letter", &letter)),
                None => (sheet.say(Word::CardsBelow)),
            }
        }
        @if !after.is_empty() { div.paper-prose { (sheet.html(&in_columns(after))) } }
    }
}

/// The sheets with the cards. What is behind a card is cut with it, so the back of each sheet is left empty.
pub(crate) fn sheets(sheet: &Sheet<'_>) -> Markup {
    let sets = sets(sheet.assignment);
    let cards: Vec<(usize, &str)> = sets
        .iter()
        .enumerate()
        .flat_map(|(set, list)| items(list).into_iter().map(move |card| (set, card)))
        .collect();
    html! {
        @for (at, cards) in cards.chunks(ON_A_SHEET).enumerate() {
            @if at > 0 { div.paper-back {} }
            section.paper-cards {
                p.paper-kicker { (sheet.say(Word::Cards)) }
                ul {
                    @for (set, card) in cards {
                        li {
                            @if sets.len() > 1 { span.paper-set { (letter(*set)) } }
                            div { (sheet.html(card)) }
                        }
                    }
                }
            }
        }
    }
}

/// Whether there are any.
pub(crate) fn are_in(assignment: &Assignment) -> bool {
    !sets(assignment).is_empty()
}

/// The lists of cards, in their order.
fn sets<'a>(assignment: &'a Assignment) -> Vec<&'a str> {
    let parts = assignment.sections.iter().flat_map(|section| &section.parts);
    let list = |part: &'a Part| if let Part::Prose(words) = part { cut(words.html()) } else { None };
    parts.filter_map(list).map(|(_, list, _)| list).collect()
}

/// Which set a card is of, where there are several: A, B …
fn letter(set: usize) -> String {
    char::from_digit(u32::try_from(set).unwrap_or(0) + 10, 36)
        .map_or(String::new(), |c| c.to_uppercase().collect())
}

/// A text without its cards.
pub(crate) fn without(html: &str) -> String {
    cut(html).map_or(html.to_owned(), |(before, _, after)| [before, after].concat())
}

/// What stands before a block of cards, what is in its list, and what stands behind it. A text in two languages has its cards in
/// place: they stand inside other elements there.
fn cut(html: &str) -> Option<(&str, &str, &str)> {
    if html.contains("<div") {
        return None;
    }
    let (before, rest) = html.split_once(OPENING)?;
    let mut depth = 1_usize;
    let mut at = 0;
    while let Some(next) = rest.get(at..)?.find('<') {
        let tag = rest.get(at + next..)?;
        if tag.starts_with("<ul") {
            depth += 1;
        } else if tag.starts_with("</ul>") {
            depth -= 1;
        }
        at += next;
        if depth == 0 {
            return Some((before, rest.get(..at)?, rest.get(at + "</ul>".len()..)?));
        }
        at += 1;
    }
    None
}

/// The items of a list. Those of a list inside an item are a part of it.
fn items(list: &str) -> Vec<&str> {
    let (mut items, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for (at, _) in list.match_indices('<') {
        let tag = &list[at..];
        if tag.starts_with("<li>") {
            if depth == 0 {
                start = at + "<li>".len();
            }
            depth += 1;
        } else if tag.starts_with("</li>") {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                items.push(&list[start..at]);
            }
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_are_cut_out_with_the_lists_inside_them() {
        let html = "<p>Take <em>these</em>.</p><ul class=\"cue-cards\"><li><p>One &lt;ul&gt;</p><ul><li>a</li></ul></li><li>Two</li></ul><ul><li>no card</li></ul>";
        let (before, list, after) = cut(html).unwrap();
        assert_eq!((before, after), ("<p>Take <em>these</em>.</p>", "<ul><li>no card</li></ul>"));
        assert_eq!(items(list), ["<p>One &lt;ul&gt;</p><ul><li>a</li></ul>", "Two"]);
        assert_eq!(cut("<ul><li>a</li></ul>"), None);
    }
}
