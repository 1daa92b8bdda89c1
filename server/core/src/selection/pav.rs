//! Sequential proportional approval voting: the topic that adds most to the sum of everybody's
//! 1 + 1/2 + 1/3 + … over their topics in the programme. Thiele 1895; Aziz et al. 2017.

use num_bigint::BigInt;

use super::electorate::{Electorate, Lot};
use super::method::{Cost, Explanation, Lack, Method, ONE};
use super::{Fraction, Payment};
use crate::exact::least_common_multiple;

/// What everybody has. The cost of a topic is what it adds, negative: the largest gain is the cheapest.
pub struct Pav<'a> {
    electorate: &'a Electorate,
    /// By group.
    satisfaction: Vec<usize>,
    /// The unit: divisible by every number of topics that a person can have.
    whole: BigInt,
    /// What the next topic adds for a person who has this many, in units.
    gains: Vec<BigInt>,
    /// The same in fixed point, rounded up.
    gains_above: Vec<i128>,
    last: Option<BigInt>,
}

impl<'a> Pav<'a> {
    /// Nobody has anything.
    pub fn new(electorate: &'a Electorate) -> Self {
        let longest = electorate.groups().iter().map(|group| group.topics.len()).max().unwrap_or(0);
        let whole = least_common_multiple(longest);
        Self {
            electorate,
            satisfaction: vec![0; electorate.groups().len()],
            gains: (1..=longest).map(|nth| &whole / nth).collect(),
            gains_above: (1..=longest as i128).map(|nth| ONE / nth + 1).collect(),
            whole,
            last: None,
        }
    }

    fn gain(&self, topic: Lot) -> BigInt {
        let mut people = vec![0u64; self.gains.len()];
        for support in self.electorate.supporters(topic) {
            people[self.satisfaction[support.group]] += support.people;
        }
        let levels = people.iter().zip(&self.gains).filter(|(people, _)| **people != 0);
        levels.map(|(people, gain)| gain * *people).sum()
    }
}

impl Method for Pav<'_> {
    fn bound(&self, topic: Lot, _: i128) -> Option<i128> {
        let supporters = self.electorate.supporters(topic);
        let gain = |group: usize| self.gains_above[self.satisfaction[group]];
        let gains = supporters.iter().map(|support| i128::from(support.people) * gain(support.group));
        (!supporters.is_empty()).then(|| -gains.sum::<i128>())
    }

    fn cost(&self, topic: Lot) -> Option<Cost> {
        let is_wanted = !self.electorate.supporters(topic).is_empty();
        is_wanted.then(|| Cost { numerator: -self.gain(topic), divisor: 1 })
    }

    fn explain(&self, _: Lot, cost: &Cost) -> Explanation {
        Explanation { moment: Fraction::new(-&cost.numerator, self.whole.clone()), payments: Vec::new() }
    }

    fn elect(&mut self, topic: Lot, cost: &Cost) {
        for support in self.electorate.supporters(topic) {
            self.satisfaction[support.group] += 1;
        }
        self.last = Some(-&cost.numerator);
    }

    fn seize(&mut self, _: Lot) -> Vec<Payment> {
        Vec::new()
    }

    fn lacks(&self, topic: Lot, cheapest: &Cost) -> Lack {
        let short = -&cheapest.numerator - self.gain(topic);
        Lack::exactly(&short, &self.whole)
    }

    fn holds(&self, topic: Lot) -> Fraction {
        let gain = self.gain(topic);
        match &self.last {
            Some(last) => Fraction::new(gain, last.clone()),
            None => Fraction::from(BigInt::from(u8::from(gain != BigInt::ZERO))),
        }
    }
}
