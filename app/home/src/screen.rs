//! Which screen the address means. A router would cost a phone 40 KB; home has eight screens.

/// A screen, as the part of the address after `#` names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Screen {
    /// `/`: whose turn is it?
    Who,
    /// `/new`: a child is added.
    NewChild,
    /// `/open/PACKED`: homework that came by a link.
    Open { packed: String },
    /// `/look/PACKED`: homework that the desk looks at. Nothing is kept.
    Look { packed: String },
    /// `/CHILD`: the list of assignments.
    List { child: String },
    /// `/CHILD/ASSIGNMENT`: the work itself.
    Work { child: String, assignment: String },
    /// `/CHILD/ASSIGNMENT/family`: the family's turn.
    Family { child: String, assignment: String },
    /// `/CHILD/ASSIGNMENT/send`: finish and send.
    Send { child: String, assignment: String },
}

impl Screen {
    /// The screen of an address; [`Screen::Who`] for one that means nothing.
    pub fn of_hash(hash: &str) -> Self {
        let parts: Vec<&str> = hash.split('/').filter(|part| !part.is_empty()).collect();
        let own = |part: &str| part.to_owned();
        match parts.as_slice() {
            ["new"] => Self::NewChild,
            ["open", packed] => Self::Open { packed: own(packed) },
            ["look", packed] => Self::Look { packed: own(packed) },
            [child] => Self::List { child: own(child) },
            [child, assignment] => Self::Work { child: own(child), assignment: own(assignment) },
            [child, assignment, "family"] => Self::Family { child: own(child), assignment: own(assignment) },
            [child, assignment, "send"] => Self::Send { child: own(child), assignment: own(assignment) },
            _ => Self::Who,
        }
    }

    /// The address of the screen, with its `#`, for a link.
    pub fn href(&self) -> String {
        match self {
            Self::Who => "#/".to_owned(),
            Self::NewChild => "#/new".to_owned(),
            Self::Open { packed } => format!("#/open/{packed}"),
            Self::Look { packed } => format!("#/look/{packed}"),
            Self::List { child } => format!("#/{child}"),
            Self::Work { child, assignment } => format!("#/{child}/{assignment}"),
            Self::Family { child, assignment } => format!("#/{child}/{assignment}/family"),
            Self::Send { child, assignment } => format!("#/{child}/{assignment}/send"),
        }
    }

    /// Whose screen it is.
    pub fn child(&self) -> Option<&str> {
        match self {
            Self::Who | Self::NewChild | Self::Open { .. } | Self::Look { .. } => None,
            Self::List { child }
            | Self::Work { child, .. }
            | Self::Family { child, .. }
            | Self::Send { child, .. } => Some(child),
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
            Screen::Who,
            Screen::NewChild,
            Screen::Open { packed: "eJx-_0".to_owned() },
            Screen::Look { packed: "eJx-_0".to_owned() },
            Screen::List { child: child.clone() },
            Screen::Work { child: child.clone(), assignment: assignment.clone() },
            Screen::Family { child: child.clone(), assignment: assignment.clone() },
            Screen::Send { child, assignment },
        ];
        for screen in screens {
            assert_eq!(Screen::of_hash(screen.href().trim_start_matches('#')), screen);
        }
        for other in ["", "/", "/a/b/c", "/a/b/family/x", "////"] {
            assert_eq!(Screen::of_hash(other), Screen::Who, "{other}");
        }
    }
}
