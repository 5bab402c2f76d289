//! Lists of short items, which stand in two columns.

use crate::measure::letters;

/// So many letters fit into half a line.
const SHORT: usize = 52;

/// Fewer items than this are no list to be read across.
const FEWEST: usize = 4;

/// The HTML with a class on each such list.
pub(crate) fn in_columns(html: &str) -> String {
    let mut marked = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, list)) = rest.split_once("<ul>") {
        marked.push_str(before);
        marked.push_str(if is_short(list) { "<ul class=\"paper-short\">" } else { "<ul>" });
        rest = list;
    }
    marked.push_str(rest);
    marked
}

/// Whether the items up to the list's end are many, short, and have no list in them.
fn is_short(list: &str) -> bool {
    let items = list.split("</ul>").next().unwrap_or_default();
    let mut lengths = items.split("<li>").skip(1).map(letters);
    items.matches("<li>").count() >= FEWEST && !items.contains("<ul") && lengths.all(|length| length <= SHORT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_many_short_items_stand_in_columns() {
        let list = |item: &str, count: usize| format!("<p>x</p><ul>{}</ul>", item.repeat(count));
        let is_marked = |html: String| in_columns(&html).contains("paper-short");
        assert!(is_marked(list("<li><p><strong>a skill</strong>: reading</p></li>", 4)));
        assert!(!is_marked(list("<li>one</li>", 3)));
        assert!(!is_marked(list(&format!("<li>{}</li>", "long ".repeat(12)), 4)));
        let nested = list("<li>a<ul><li>b</li></ul></li>", 4);
        assert_eq!(in_columns(&nested), nested);
    }
}
