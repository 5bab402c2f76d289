//! Which screen the address means.

/// A screen, as the part of the address after `#` names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Screen {
    /// `/`: everything.
    All,
    /// `/CHILD`: what is a child's.
    Child { child: String },
    /// `/CHILD/remove`: removing it.
    Remove { child: String },
    /// `/CHILD/work/ASSIGNMENT`: what the answers were before.
    Earlier { child: String, assignment: String },
}

impl Screen {
    /// The screen of an address; [`Screen::All`] for one that means nothing.
    pub fn of_hash(hash: &str) -> Self {
        let parts: Vec<&str> = hash.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [child] => Self::Child { child: (*child).to_owned() },
            [child, "remove"] => Self::Remove { child: (*child).to_owned() },
            [child, "work", assignment] => {
                Self::Earlier { child: (*child).to_owned(), assignment: (*assignment).to_owned() }
            }
            _ => Self::All,
        }
    }

    /// The address of the screen, with its `#`, for a link.
    pub fn href(&self) -> String {
        match self {
            Self::All => "#/".to_owned(),
            Self::Child { child } => format!("#/{child}"),
            Self::Remove { child } => format!("#/{child}/remove"),
            Self::Earlier { child, assignment } => format!("#/{child}/work/{assignment}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_comes_back_from_its_address() {
        let (child, assignment) = ("00c0ffee00c0ffee".to_owned(), "halves".to_owned());
        let screens = [
            Screen::All,
            Screen::Child { child: child.clone() },
            Screen::Remove { child: child.clone() },
            Screen::Earlier { child, assignment },
        ];
        for screen in screens {
            assert_eq!(Screen::of_hash(screen.href().trim_start_matches('#')), screen);
        }
        for other in ["", "/", "/a/b", "/a/b/c", "/a/work/b/c"] {
            assert_eq!(Screen::of_hash(other), Screen::All, "{other}");
        }
    }
}
