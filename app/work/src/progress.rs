//! How far a piece of work has come.

/// How many of the asks have an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Asks with an answer.
    pub answered: usize,
    /// All asks but those that nobody has to answer.
    pub asks: usize,
}

impl Progress {
    /// Whole percent; 100 only when all are answered.
    pub fn percent(self) -> usize {
        (self.answered * 100).checked_div(self.asks).unwrap_or(100)
    }

    /// Whether every ask has an answer.
    pub fn is_whole(self) -> bool {
        self.answered >= self.asks
    }
}
