//! Sequential Phragmén: everybody earns at the same speed; a topic costs 1 and is bought as soon as its
//! supporters own that together; then they begin again with nothing. Brill, Freeman, Janson, Lackner 2017.
//!
//! A person is told by the time at which they last owned nothing. People with the same time form a class: at
//! the start there is one, and every election makes one more, so that sums over people stay short.

use num_bigint::BigInt;
use std::collections::BTreeMap;

use super::electorate::{Electorate, Lot};
use super::equal_shares::EqualShares;
use super::method::{Cost, Explanation, Lack, Method, ONE, fixed_floor};
use super::{Fraction, Payment};

/// The class of people who bought nothing.
const NEWCOMERS: usize = 0;

/// Since when everybody saves. The cost of a topic is the time at which its supporters own its price.
///
/// Times of classes usually lie before every next election. After pinned topics they may lie behind it:
/// whoever paid early for a pinned topic saves again only from then on.
pub struct Phragmen<'a> {
    electorate: &'a Electorate,
    /// The unit of times, and the price.
    unit: BigInt,
    /// By class, in units. Zero for classes that nobody is in any more.
    times: Vec<BigInt>,
    /// By class, in fixed point, rounded down.
    times_below: Vec<i128>,
    /// By class: how many groups are in it.
    sizes: Vec<usize>,
    /// By group.
    classes: Vec<usize>,
    /// The class of who bought the last topic.
    latest: usize,
}

impl<'a> Phragmen<'a> {
    /// Everybody begins with nothing at time 0.
    pub fn new(electorate: &'a Electorate) -> Self {
        let nothing = vec![BigInt::ZERO; electorate.groups().len()];
        Self::with_savings(electorate, BigInt::from(1u32), &nothing, BigInt::ZERO)
    }

    /// Everybody begins at time 0 with what Equal Shares left them.
    pub fn after(electorate: &'a Electorate, equal_shares: EqualShares) -> Self {
        let EqualShares { price, budgets, untouched, .. } = equal_shares;
        Self::with_savings(electorate, price, &budgets, untouched)
    }

    fn with_savings(electorate: &'a Electorate, unit: BigInt, savings: &[BigInt], newcomers: BigInt) -> Self {
        let mut phragmen = Self {
            electorate,
            unit,
            times: Vec::new(),
            times_below: Vec::new(),
            sizes: Vec::new(),
            classes: Vec::new(),
            latest: NEWCOMERS,
        };
        phragmen.add_class(-newcomers.clone());
        let mut known = BTreeMap::from([(newcomers, NEWCOMERS)]);
        for saved in savings {
            let class = *known.entry(saved.clone()).or_insert_with(|| phragmen.add_class(-saved));
            phragmen.classes.push(class);
            phragmen.sizes[class] += 1;
        }
        phragmen
    }

    fn add_class(&mut self, time: BigInt) -> usize {
        self.times_below.push(fixed_floor(&time, &self.unit));
        self.times.push(time);
        self.sizes.push(0);
        self.times.len() - 1
    }

    /// A topic's supporters by class.
    fn people(&self, topic: Lot) -> Vec<(usize, u64)> {
        let mut people = vec![0; self.times.len()];
        for support in self.electorate.supporters(topic) {
            people[self.classes[support.group]] += support.people;
        }
        people.into_iter().enumerate().filter(|(_, people)| *people != 0).collect()
    }

    fn make_unit_finer(&mut self, by: u64) {
        if by != 1 {
            self.unit *= by;
            for time in &mut self.times {
                *time *= by;
            }
        }
    }

    /// What a topic's supporters own at a time, in fixed point: not less than the first, not more than the
    /// second.
    fn owned_roughly(&self, topic: Lot, time_below: i128) -> [i128; 2] {
        let [mut least, mut most] = [0, 0];
        for support in self.electorate.supporters(topic) {
            let saving = time_below - self.times_below[self.classes[support.group]];
            least += (saving - 2).max(0) * i128::from(support.people);
            most += (saving + 2).max(0) * i128::from(support.people);
        }
        [least, most]
    }

    /// What a topic's supporters own at a time of this numerator and divisor, in units times the divisor.
    fn owned(&self, topic: Lot, time: &BigInt, divisor: u64) -> BigInt {
        let people = self.people(topic).into_iter();
        let owned = people.map(|(class, people)| {
            let saving = time - &self.times[class] * divisor;
            saving.max(BigInt::ZERO) * people
        });
        owned.sum()
    }

    fn lacks_roughly(&self, topic: Lot, cost: &Cost) -> Option<Lack> {
        let time_below = fixed_floor(&cost.numerator, &(&self.unit * cost.divisor));
        let [least, most] = self.owned_roughly(topic, time_below);
        let gain = time_below - self.times_below[NEWCOMERS];
        Lack::from_bounds([ONE - most, ONE - least], [gain - 2, gain + 2])
    }
}

impl Method for Phragmen<'_> {
    /// Who would still be paying for a pinned topic at that time takes no part: the average is made again
    /// without them.
    fn bound(&self, topic: Lot, _: i128) -> Option<i128> {
        let supporters = self.electorate.supporters(topic);
        if supporters.is_empty() {
            return None;
        }
        let mut until = i128::MAX;
        loop {
            let [mut sum, mut people] = [ONE, 0];
            let mut last = i128::MIN;
            for support in supporters {
                let time = self.times_below[self.classes[support.group]];
                if time <= until {
                    sum += time * i128::from(support.people);
                    people += i128::from(support.people);
                    last = last.max(time);
                }
            }
            let time = sum.div_euclid(people);
            if last <= time {
                return Some(time);
            }
            until = time;
        }
    }

    fn cost(&self, topic: Lot) -> Option<Cost> {
        let mut people = self.people(topic);
        loop {
            let sums = people.iter().map(|(class, people)| &self.times[*class] * *people);
            let numerator = &self.unit + sums.sum::<BigInt>();
            let divisor = people.iter().map(|(_, people)| people).sum();
            let all = people.len();
            people.retain(|(class, _)| &self.times[*class] * divisor <= numerator);
            if people.is_empty() {
                return None;
            }
            if people.len() == all {
                return Some(Cost { numerator, divisor });
            }
        }
    }

    fn explain(&self, topic: Lot, cost: &Cost) -> Explanation {
        let unit = &self.unit * cost.divisor;
        let people = self.people(topic).into_iter();
        let savings =
            people.map(|(class, people)| (&cost.numerator - &self.times[class] * cost.divisor, people));
        let mut savings: Vec<(BigInt, u64)> = savings.filter(|(saved, _)| BigInt::ZERO < *saved).collect();
        savings.sort_by(|a, b| b.cmp(a));
        let payment = |(saved, people)| Payment { people, each: Fraction::new_raw(saved, unit.clone()) };
        let payments = savings.into_iter().map(payment).collect();
        Explanation { moment: Fraction::new(cost.numerator.clone(), unit.clone()), payments }
    }

    fn elect(&mut self, topic: Lot, cost: &Cost) {
        let factor = cost.common_factor();
        self.make_unit_finer(cost.divisor / factor);
        self.latest = self.add_class(&cost.numerator / factor);
        for support in self.electorate.supporters(topic) {
            let class = self.classes[support.group];
            if self.times[self.latest] <= self.times[class] {
                continue;
            }
            self.classes[support.group] = self.latest;
            self.sizes[self.latest] += 1;
            self.sizes[class] -= 1;
            if self.sizes[class] == 0 && class != NEWCOMERS {
                self.times[class] = BigInt::ZERO;
            }
        }
    }

    /// Only topics that nobody wants have no cost.
    fn seize(&mut self, _: Lot) -> Vec<Payment> {
        Vec::new()
    }

    fn lacks(&self, topic: Lot, cheapest: &Cost) -> Lack {
        self.lacks_roughly(topic, cheapest).unwrap_or_else(|| {
            let owned = self.owned(topic, &cheapest.numerator, cheapest.divisor);
            let gain = &cheapest.numerator - &self.times[NEWCOMERS] * cheapest.divisor;
            Lack::exactly(&(&self.unit * cheapest.divisor - owned), &gain)
        })
    }

    fn holds(&self, topic: Lot) -> Fraction {
        let now = if self.latest == NEWCOMERS { BigInt::ZERO } else { self.times[self.latest].clone() };
        Fraction::new(self.owned(topic, &now, 1), self.unit.clone())
    }
}
