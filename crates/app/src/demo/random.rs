//! Pseudo-random numbers that are the same on every machine: SplitMix64 (Steele, Lea, Flood 2014), integers only.
//! Not for keys or secrets.

/// A stream of numbers that depends on its seed alone.
#[derive(Clone, Debug)]
pub(crate) struct Random(u64);

impl Random {
    /// The stream `name` of `seed`; `index` tells apart streams of one name, so that the millionth record can be made
    /// without the ones before it.
    pub(crate) fn of(seed: u64, name: &str, index: u64) -> Self {
        let named =
            name.bytes().fold(seed ^ 0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        let mut stream = Self(named ^ index.wrapping_mul(0xd134_2543_de82_ef95));
        stream.next();
        stream
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to `bound - 1`; 0 for an empty range. The multiplication keeps the bias under 2⁻³² for our bounds.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }

    /// From `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = usize::try_from(high - low + 1).unwrap_or(1);
        low + self.below(width) as i64
    }

    /// True in `percent` of a hundred.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of `choices`, which must not be empty.
    pub(crate) fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn the_same_everywhere_and_different_by_stream() {
        let take = |mut stream: Random| [stream.next(), stream.next()];
        assert_eq!(take(Random::of(7, "line", 3)), take(Random::of(7, "line", 3)));
        for other in [Random::of(8, "line", 3), Random::of(7, "lime", 3), Random::of(7, "line", 4)] {
            assert_ne!(take(Random::of(7, "line", 3)), take(other));
        }
        // Written down once: another machine or another release must give the same.
        let mut plain = Random(0);
        assert_eq!(plain.next(), 0xe220_a839_7b1d_cdaf);
    }

    #[test]
    fn bounds_hold() {
        let mut random = Random::of(1, "bounds", 0);
        for _ in 0..2_000 {
            assert!(random.below(7) < 7);
            assert!((-3..=3).contains(&random.between(-3, 3)));
        }
        assert_eq!(random.below(0), 0);
        assert!(!random.chance(0) && random.chance(100));
    }
}
