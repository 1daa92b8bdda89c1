//! Most votes: the largest sum of points. Also fills the places that additive Equal Shares leaves empty.

use num_bigint::BigInt;

use super::electorate::{Electorate, Lot};
use super::method::{Cost, Explanation, Lack, Method, ONE};
use super::{Fraction, Payment};

/// Sums of points. The cost is the sum, negative: the largest is the cheapest.
pub struct Votes {
    sums: Vec<u64>,
    last: Option<u64>,
}

impl Votes {
    /// Adds up.
    pub fn new(electorate: &Electorate) -> Self {
        let sum = |topic| {
            let supporters = electorate.supporters(topic).iter();
            supporters.map(|support| support.people * u64::from(support.points)).sum()
        };
        Self { sums: (0..electorate.topics()).map(sum).collect(), last: None }
    }
}

impl Method for Votes {
    fn bound(&self, topic: Lot, _: i128) -> Option<i128> {
        let sum = self.sums[topic];
        (sum != 0).then(|| -i128::from(sum) * ONE)
    }

    fn cost(&self, topic: Lot) -> Option<Cost> {
        let sum = self.sums[topic];
        (sum != 0).then(|| Cost { numerator: -BigInt::from(sum), divisor: 1 })
    }

    fn explain(&self, topic: Lot, _: &Cost) -> Explanation {
        Explanation { moment: Fraction::from(BigInt::from(self.sums[topic])), payments: Vec::new() }
    }

    fn elect(&mut self, topic: Lot, _: &Cost) {
        self.last = Some(self.sums[topic]);
    }

    fn seize(&mut self, _: Lot) -> Vec<Payment> {
        Vec::new()
    }

    fn lacks(&self, topic: Lot, cheapest: &Cost) -> Lack {
        let short = -&cheapest.numerator - self.sums[topic];
        Lack::exactly(&short, &BigInt::from(1u32))
    }

    fn holds(&self, topic: Lot) -> Fraction {
        let last = self.last.unwrap_or(self.sums[topic]).max(1);
        Fraction::new(self.sums[topic].into(), last.into())
    }
}
