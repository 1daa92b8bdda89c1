//! How much a term weighs: the more topics have it, the less (TF-IDF). Whole numbers only, so that the same topics
//! give the same order on every machine, and sums do not depend on the order of their parts.

/// Binary places after the point of a rarity.
const RARITY_BITS: u32 = 6;
/// What a term weighs that all topics have, in the same unit.
const RARITY_MIN: u64 = 2 << RARITY_BITS;

/// The rarity of a term by how many topics have it, for 0 to `topics`: `2 + log2((topics + 1) / (having + 1))`.
pub fn rarities(topics: usize) -> Vec<u64> {
    let all = log2(topics as u64 + 1);
    (0..=topics).map(|having| RARITY_MIN + all - log2(having as u64 + 1)).collect()
}

/// The binary logarithm with [`RARITY_BITS`] places, rounded down, by repeated squaring.
fn log2(number: u64) -> u64 {
    let whole = number.ilog2();
    let mut result = u64::from(whole);
    // The fraction between 1 and 2 with 32 places.
    let mut fraction = ((u128::from(number) << 32) >> whole) as u64;
    for _ in 0..RARITY_BITS {
        fraction = ((u128::from(fraction) * u128::from(fraction)) >> 32) as u64;
        let carry = fraction >> 33;
        fraction >>= carry;
        result = (result << 1) | carry;
    }
    result
}

/// The cosine in thousandths, rounded down: `product / (norm × norm)`, at most 1000.
pub fn cosine(product: u64, norm: u64, other_norm: u64) -> u16 {
    let thousandths = product * 1000 / (norm * other_norm).max(1);
    thousandths.min(1000) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_has_six_places() {
        assert_eq!(log2(1), 0);
        assert_eq!(log2(1024), 10 << 6);
        // log2(3) = 1.58496; 0.58496 × 64 = 37.4
        assert_eq!(log2(3), (1 << 6) + 37);
    }

    #[test]
    fn what_fewer_topics_have_weighs_more() {
        assert_eq!(rarities(3), [256, 192, 155, 128]);
        assert_eq!(rarities(0), [128]);
    }
}
