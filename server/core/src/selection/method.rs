//! What a rule must be able to do so that a race can be run by it: one topic after the other, the cheapest
//! first. Costs are exact. Beside them a rule gives bounds in fixed point, which are cheap: they only say
//! who cannot be first, and never decide.

use num_bigint::BigInt;
use std::cmp::Ordering;

use super::electorate::Lot;
use super::{Fraction, Payment};
use crate::exact::common_divisor;

/// One in fixed point.
pub const ONE: i128 = 1 << 64;

/// Bounds are nearer to the truth than this, as long as fewer than a billion people vote. Topics whose bounds
/// lie within it are compared exactly.
pub const BLUR: i128 = 1 << 32;

/// A rule that elects one topic after the other. A topic's cost never falls while others are elected, so an
/// old bound is still a bound.
pub trait Method {
    /// A bound below the topic's cost in fixed point, made from an earlier one; nothing if it cannot be
    /// elected, now and later.
    fn bound(&self, topic: Lot, earlier: i128) -> Option<i128>;

    /// The topic's cost; nothing if it cannot be elected, now and later.
    fn cost(&self, topic: Lot) -> Option<Cost>;

    /// What electing a topic at the cost that it has now would mean.
    fn explain(&self, topic: Lot, cost: &Cost) -> Explanation;

    /// Elects a topic at the cost that it has now.
    fn elect(&mut self, topic: Lot, cost: &Cost);

    /// Elects a pinned topic that has no cost: whoever wants it gives all they have.
    fn seize(&mut self, topic: Lot) -> Vec<Payment>;

    /// How many further supporters make the topic as cheap as the one that is about to be elected at this cost.
    fn lacks(&self, topic: Lot, cheapest: &Cost) -> Lack;

    /// What the topic has of what it takes; see [`Waiting::holds`](super::Waiting::holds).
    fn holds(&self, topic: Lot) -> Fraction;
}

/// A cost: a fraction of the unit that the rule has at this step. Only costs of one step can be compared.
#[derive(Debug, Clone)]
pub struct Cost {
    /// In units.
    pub numerator: BigInt,
    /// Divides it; positive.
    pub divisor: u64,
}

/// Why a topic is elected.
pub struct Explanation {
    /// See [`Elected::moment`](super::Elected::moment).
    pub moment: Fraction,
    /// Who paid what, largest first.
    pub payments: Vec<Payment>,
}

/// A number of further supporters.
pub struct Lack {
    /// The smallest that is enough to be as cheap.
    pub people: u64,
    /// The costs are then equal, so that the tie decides.
    pub is_tie: bool,
}

impl Cost {
    /// Which of two is cheaper.
    pub fn compare(&self, other: &Self) -> Ordering {
        (&self.numerator * other.divisor).cmp(&(&other.numerator * self.divisor))
    }

    /// The common factor of numerator and divisor.
    pub fn common_factor(&self) -> u64 {
        common_divisor(&self.numerator, self.divisor)
    }
}

impl Lack {
    /// The smallest number of people whose gains cover what is short.
    pub fn exactly(short: &BigInt, gain: &BigInt) -> Self {
        let people: BigInt = (short + gain - 1u32) / gain;
        let is_tie = &people * gain == *short;
        Self { people: u64::try_from(people).unwrap_or(0), is_tie }
    }

    /// The same from intervals that hold the true values, if they leave no doubt.
    pub fn from_bounds(short: [i128; 2], gain: [i128; 2]) -> Option<Self> {
        if short[0] <= 0 || gain[0] <= 0 {
            return None;
        }
        let [fewest, most] = [short[0] / gain[1], short[1] / gain[0]];
        let is_between = fewest == most && fewest * gain[1] < short[0];
        is_between.then(|| Self { people: u64::try_from(most + 1).unwrap_or(u64::MAX), is_tie: false })
    }
}

/// The largest number in fixed point that is not above the fraction.
pub fn fixed_floor(numerator: &BigInt, denominator: &BigInt) -> i128 {
    let shifted: BigInt = numerator << 64;
    let towards_zero = i128::try_from(&shifted / denominator).expect("times and budgets are small numbers");
    // One too low for negative whole numbers, which a bound may be.
    if numerator.sign() == num_bigint::Sign::Minus { towards_zero - 1 } else { towards_zero }
}
