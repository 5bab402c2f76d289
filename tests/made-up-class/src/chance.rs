//! Chance that falls the same way each time.

/// A source of numbers (SplitMix64).
pub struct Chance(u64);

impl Chance {
    /// The chance of one child with one assignment.
    pub fn of(child: usize, assignment: usize) -> Self {
        // Far apart, so that neighbours do not do alike.
        Self((child as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ ((assignment as u64) << 48))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// True once in so many times.
    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of these; the first of none is the empty word.
    pub fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        let at = self.below(of.len());
        of.get(at).copied().unwrap_or_default()
    }
}
