//! What is kept of one child.

use ui::element::{Node, el};
use ui::{browser, language, say};

use super::frame::{arrive, copy_button, heading, just_done, of_child, top};
use crate::contents::{OfChild, Piece};
use crate::kept::Kept;
use crate::screen::Screen;

pub fn child_screen(kept: Kept, child: String) -> Node {
    of_child(kept, child, whole)
}

fn whole(kept: Kept, of_child: &OfChild) -> Node {
    let child = &of_child.child;
    arrive(child.name.clone());
    let pieces = match of_child.pieces.is_empty() {
        true => el("p").child(say::kept_no_pieces()),
        false => {
            el("ul").class("pieces").children(of_child.pieces.iter().map(|piece| line(&child.id, piece)))
        }
    };
    let remove = Screen::Remove { child: child.id.clone() };
    let main = el("main")
        .child(heading(child.name.clone()))
        .child(just_done(kept))
        .child(pieces)
        .child(copy_button("button main", &child.id, say::copy_of(&child.name)))
        .child(el("p").child(
            el("a").class("button quiet").attr("href", remove.href()).child(say::kept_remove(&child.name)),
        ));
    Node::All(vec![top(&Screen::All.href(), say::kept_title()), main.into()])
}

/// A piece of work, with the way to what its answers were before.
fn line(child: &str, piece: &Piece) -> Node {
    let earlier = Screen::Earlier { child: child.to_owned(), assignment: piece.assignment.clone() };
    let sent = piece.sent.map(|sent| {
        el("span").class("quiet").child(say::kept_sent(browser::spoken_moment(&language(), sent)))
    });
    let work = format!("../#/{child}/{}", piece.assignment);
    el("li")
        .class("card")
        .child(el("a").attr("href", work).child(piece.title.clone()))
        .child(el("span").class("quiet").child(say::kept_answers(piece.answers)))
        .child(sent)
        .child(el("a").attr("href", earlier.href()).child(say::kept_earlier()))
        .into()
}
