//! An assignment on paper: two sides of A4 with lines to write on and boxes to tick, for a home without a phone.
//!
//! [`page`] is the assignment itself, to be put into any page that has the [`STYLE`]. [`document`] is the same as a
//! static page of its own, and [`list`] the static page that leads to all of them; neither has a script. What a child sees
//! only after a try (`help`) and what is right (`correct`) is not on it.

mod ask;
mod cards;
mod day;
mod document;
mod family;
mod fit;
mod head;
mod height;
mod list;
mod lists;
mod measure;
mod room;
mod section;
mod sheet;
mod style;
mod words;

use assignment::{Assignment, Class};
use maud::html;

pub use document::document;
pub use list::{LIST, list};
pub use style::{STYLE, STYLE_NAME};
pub use words::{Word, Words};

use fit::Fit;
use sheet::Sheet;

/// Whether two sides are enough, as far as that can be told before it is printed. Cards to cut out come on sheets of their own.
pub fn is_one_sheet(assignment: &Assignment, class: Option<&Class>) -> bool {
    Fit::of(assignment, class).is_enough(assignment, class)
}

/// The HTML of one assignment on paper. `pictures` is the way from the page to the folder that has `media/` in it: empty when
/// that is the page's own, or such as `../assignments/`.
pub fn page(assignment: &Assignment, class: Option<&Class>, words: &Words<'_>, pictures: &str) -> String {
    let fit = Fit::of(assignment, class);
    let sheet = Sheet::new(assignment, class, words, pictures, fit);
    let classes = ["paper ", fit.name].concat();
    let (lang, dir) = (&assignment.head.lang, assignment::direction(&assignment.head.lang));
    let markup = html! {
        article class=(classes) lang=(lang) dir=(dir) {
            (head::head(&sheet))
            @for section in &assignment.sections { (section::section(&sheet, section)) }
            (family::part(&sheet))
            (cards::sheets(&sheet))
        }
    };
    markup.into_string()
}
