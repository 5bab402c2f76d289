//! The stylesheet of an assignment on paper.

/// The name of [`STYLE`]'s file, in the folder of the compiled assignments.
pub const STYLE_NAME: &str = "paper.css";

/// What the pages look like. The desk's page names the same files, to have them among its own.
pub const STYLE: &str = concat!(
    include_str!("../styles/sheet.css"),
    include_str!("../styles/words.css"),
    include_str!("../styles/head.css"),
    include_str!("../styles/questions.css"),
    include_str!("../styles/answers.css"),
    include_str!("../styles/family.css"),
    include_str!("../styles/cards.css"),
    include_str!("../styles/screen.css"),
);

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn it_is_all_of_the_folder_and_the_desk_has_it_too() {
        let desk = fs::read_to_string("../desk/index.html").unwrap();
        let of_the_desk = desk.split("href=\"../paper/").skip(1).map(|link| link.split('"').next().unwrap());
        let joined: String = of_the_desk.map(|file| fs::read_to_string(file).unwrap()).collect();
        assert_eq!(joined, STYLE);
        let each = fs::read_dir("styles").unwrap().map(|entry| fs::metadata(entry.unwrap().path()).unwrap());
        assert_eq!(each.map(|file| file.len()).sum::<u64>(), STYLE.len() as u64);
    }
}
