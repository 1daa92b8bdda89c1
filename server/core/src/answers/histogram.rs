//! Numbers and how many people gave each: mean, median and bars, all exact.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many people gave each number. At most as many different numbers as answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<(i64, u32)>", into = "Vec<(i64, u32)>")]
pub struct Histogram {
    /// Only numbers that somebody gave.
    counts: BTreeMap<i64, u32>,
    ballots: u32,
    sum: i64,
}

/// A fraction that is not reduced, so that people recognise the counts in it: 17 points from 5 people are 17/5.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// Above the line.
    pub of: i64,
    /// Below the line, above 0.
    pub by: u32,
}

/// Numbers from `from` up to and including `to`, and how many people gave one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// The smallest number.
    pub from: i64,
    /// The largest number.
    pub to: i64,
    /// How many people.
    pub count: u32,
}

impl Histogram {
    /// Counts a number, in O(log of the different numbers). The sum of all numbers must fit into an `i64`, which the
    /// bounds on numbers guarantee for nine million answers.
    pub fn add(&mut self, number: i64) {
        *self.counts.entry(number).or_default() += 1;
        self.ballots += 1;
        self.sum += number;
    }

    /// Takes out a number that is counted.
    pub fn remove(&mut self, number: i64) {
        let count = self.counts.get_mut(&number).expect("what is taken out has been counted");
        *count -= 1;
        if *count == 0 {
            self.counts.remove(&number);
        }
        self.ballots -= 1;
        self.sum -= number;
    }

    /// How many people gave a number.
    pub fn ballots(&self) -> u32 {
        self.ballots
    }

    /// Every number that somebody gave, ascending, and how many did.
    pub fn counts(&self) -> &BTreeMap<i64, u32> {
        &self.counts
    }

    /// Sum by count; nothing if nobody has answered.
    pub fn mean(&self) -> Option<Ratio> {
        (self.ballots > 0).then_some(Ratio { of: self.sum, by: self.ballots })
    }

    /// The number in the middle; with an even count the mean of the two in the middle. Nothing if nobody has
    /// answered.
    pub fn median(&self) -> Option<Ratio> {
        let last = self.ballots.checked_sub(1)?;
        let [low, high] = [last / 2, last.div_ceil(2)].map(|index| self.at(index));
        Some(if low == high { Ratio { of: low, by: 1 } } else { Ratio { of: low + high, by: 2 } })
    }

    /// The number at a place of the sorted list of all answers, from 0.
    fn at(&self, index: u32) -> i64 {
        let mut before = 0;
        let found = self.counts.iter().find(|(_, count)| {
            before += **count;
            index < before
        });
        *found.expect("the index is below the number of answers").0
    }

    /// One bar for every number of a range, empty ones included.
    pub fn single_bars(&self, min: i64, max: i64) -> Vec<Bar> {
        let count = |number| self.counts.get(&number).copied().unwrap_or_default();
        (min..=max).map(|number| Bar { from: number, to: number, count: count(number) }).collect()
    }

    /// At most so many bars (at least 2) of equal width, empty ones between included. The width is the smallest of 1, 2, 5, 10, 20,
    /// 50, … that is wide enough, and bars begin at its multiples, so that people can read the axis.
    pub fn bars(&self, bars_max: usize) -> Vec<Bar> {
        let (Some(first), Some(last)) = (self.counts.keys().next(), self.counts.keys().next_back()) else {
            return Vec::new();
        };
        let bars_max = i64::try_from(bars_max.max(2)).unwrap_or(i64::MAX);
        let is_enough = |width: &i64| last.div_euclid(*width) - first.div_euclid(*width) < bars_max;
        let width = widths().find(is_enough).unwrap_or(i64::MAX);
        let numbers = first.div_euclid(width)..=last.div_euclid(width);
        let bar = |number: i64| {
            let from = number.saturating_mul(width);
            let to = from.saturating_add(width - 1);
            Bar { from, to, count: self.counts.range(from..=to).map(|(_, count)| count).sum() }
        };
        numbers.map(bar).collect()
    }
}

/// 1, 2, 5, 10, 20, 50, … as far as an `i64` goes.
fn widths() -> impl Iterator<Item = i64> {
    (0..18).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_i64.pow(power)))
}

impl From<Vec<(i64, u32)>> for Histogram {
    fn from(pairs: Vec<(i64, u32)>) -> Self {
        let counts: BTreeMap<i64, u32> = pairs.into_iter().filter(|(_, count)| 0 < *count).collect();
        let ballots = counts.values().sum();
        let sum = counts.iter().map(|(number, count)| number * i64::from(*count)).sum();
        Self { counts, ballots, sum }
    }
}

impl From<Histogram> for Vec<(i64, u32)> {
    fn from(histogram: Histogram) -> Self {
        histogram.counts.into_iter().collect()
    }
}
