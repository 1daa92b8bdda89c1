//! Orders that nobody can foresee or influence, from a number that was drawn once.

/// Where something stands in the order of a lot. A mixing function (SplitMix64, Steele, Lea, Flood 2014): every
/// number drawn gives another order, and the same number always the same.
pub fn rank(drawn: u64, of: u64) -> u64 {
    let mut mixed = drawn ^ of.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
