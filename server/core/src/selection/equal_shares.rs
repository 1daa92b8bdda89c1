//! The Method of Equal Shares: everybody gets the same money, a topic costs 1, and the topic comes first for
//! which the most that a supporter pays (per point) is smallest. Peters, Skowron 2020; for points Peters,
//! Pierczyński, Skowron 2021. It ends when no topic can be paid; completion is somebody else's.

use num_bigint::BigInt;
use std::collections::BTreeMap;

use super::electorate::{Electorate, Lot, Support};
use super::method::{Cost, Explanation, Lack, Method, ONE, fixed_floor};
use super::{Fraction, Payment};

/// What everybody has left. The cost of a topic is what its supporters pay per point if they can.
pub struct EqualShares<'a> {
    electorate: &'a Electorate,
    weight: fn(&Support) -> u64,
    /// What a topic costs, in the unit of the budgets.
    pub price: BigInt,
    /// What each person of a group has left.
    pub budgets: Vec<BigInt>,
    /// The same in fixed point, rounded up.
    budgets_above: Vec<i128>,
    /// What a person has who bought nothing.
    pub untouched: BigInt,
}

impl<'a> EqualShares<'a> {
    /// Supporters of a topic pay the same, however many points they gave.
    pub fn of_supporters(electorate: &'a Electorate, places: usize) -> Self {
        Self::new(electorate, places, |_| 1)
    }

    /// Supporters of a topic pay in proportion to their points.
    pub fn of_points(electorate: &'a Electorate, places: usize) -> Self {
        Self::new(electorate, places, |support| u64::from(support.points))
    }

    fn new(electorate: &'a Electorate, places: usize, weight: fn(&Support) -> u64) -> Self {
        let price = BigInt::from(electorate.voters().max(1));
        let untouched = BigInt::from(places);
        let groups = electorate.groups().len();
        let above = fixed_floor(&untouched, &price) + 1;
        Self {
            electorate,
            weight,
            price,
            budgets: vec![untouched.clone(); groups],
            budgets_above: vec![above; groups],
            untouched,
        }
    }

    /// How many further supporters would make the topic payable at all.
    pub fn lacks_to_pay(&self, topic: Lot) -> u64 {
        Lack::exactly(&(&self.price - self.owned(topic)), &self.untouched).people
    }

    fn spend(&mut self, group: usize, amount: &BigInt) {
        self.budgets[group] -= amount;
        self.budgets_above[group] = fixed_floor(&self.budgets[group], &self.price) + 1;
    }

    /// What each person in every supporting group would pay at a cost, in units divided by its divisor.
    fn parts<'b>(&'b self, topic: Lot, cost: &'b Cost) -> impl Iterator<Item = (BigInt, u64)> + 'b {
        self.electorate.supporters(topic).iter().map(|support| {
            let budget = &self.budgets[support.group] * cost.divisor;
            (budget.min(&cost.numerator * (self.weight)(support)), support.people)
        })
    }

    /// What a topic's supporters would pay together at a cost, in units divided by its divisor. Who can surely
    /// pay in full is only counted: usually that is almost everybody.
    fn paid_at(&self, topic: Lot, cost: &Cost) -> BigInt {
        let cost_above = fixed_floor(&cost.numerator, &(&self.price * cost.divisor)) + 1;
        let mut weights_in_full = 0;
        let mut others = BigInt::ZERO;
        for support in self.electorate.supporters(topic) {
            let weight = (self.weight)(support);
            if cost_above * i128::from(weight) < self.budgets_above[support.group] {
                weights_in_full += weight * support.people;
            } else {
                let budget = &self.budgets[support.group] * cost.divisor;
                others += budget.min(&cost.numerator * weight) * support.people;
            }
        }
        &cost.numerator * weights_in_full + others
    }

    /// Groups what people pay, in units divided by the divisor.
    fn payments(&self, parts: impl Iterator<Item = (BigInt, u64)>, divisor: u64) -> Vec<Payment> {
        let mut payers: BTreeMap<BigInt, u64> = BTreeMap::new();
        for (amount, people) in parts {
            *payers.entry(amount).or_default() += people;
        }
        payers.remove(&BigInt::ZERO);
        let unit = &self.price * divisor;
        let payment = |(amount, people)| Payment { people, each: Fraction::new_raw(amount, unit.clone()) };
        payers.into_iter().rev().map(payment).collect()
    }

    /// What a topic's supporters have together.
    fn owned(&self, topic: Lot) -> BigInt {
        let supporters = self.electorate.supporters(topic).iter();
        supporters.map(|support| &self.budgets[support.group] * support.people).sum()
    }

    /// `lacks` in fixed point, if that leaves no doubt.
    fn lacks_roughly(&self, topic: Lot, cost: &Cost) -> Option<Lack> {
        let cost = fixed_floor(&cost.numerator, &(&self.price * cost.divisor));
        let [mut least, mut most] = [0, 0];
        for support in self.electorate.supporters(topic) {
            let weight = i128::from((self.weight)(support));
            let above = self.budgets_above[support.group];
            least += (above - 1).min(cost * weight) * i128::from(support.people);
            most += above.min((cost + 1) * weight) * i128::from(support.people);
        }
        let untouched = fixed_floor(&self.untouched, &self.price);
        let gain = [untouched.min(cost), (untouched + 1).min(cost + 1)];
        Lack::from_bounds([ONE - most, ONE - least], gain)
    }
}

impl Method for EqualShares<'_> {
    /// Who cannot pay a full part pays everything, and the others share the rest: parts grow until nobody
    /// else drops out. Who could not pay an earlier part cannot pay the next.
    fn bound(&self, topic: Lot, earlier: i128) -> Option<i128> {
        let mut cost = earlier.max(0);
        loop {
            let [mut rest, mut weights] = [ONE, 0];
            for support in self.electorate.supporters(topic) {
                let weight = i128::from((self.weight)(support));
                let budget = self.budgets_above[support.group];
                if budget < cost * weight {
                    rest -= budget * i128::from(support.people);
                } else {
                    weights += weight * i128::from(support.people);
                }
            }
            if weights == 0 {
                return None;
            }
            let higher = rest.div_euclid(weights);
            if higher <= cost {
                return Some(cost);
            }
            cost = higher;
        }
    }

    /// The same, exactly; who cannot pay the bound is sorted out at once.
    fn cost(&self, topic: Lot) -> Option<Cost> {
        let bound = self.bound(topic, 0)?;
        let supporters = self.electorate.supporters(topic).iter();
        let (mut payers, broke): (Vec<&Support>, Vec<&Support>) = supporters.partition(|support| {
            bound * i128::from((self.weight)(support)) <= self.budgets_above[support.group]
        });
        let weight = |support: &Support| (self.weight)(support) * support.people;
        let given = broke.iter().map(|support| &self.budgets[support.group] * support.people);
        let mut cost = Cost { numerator: &self.price - given.sum::<BigInt>(), divisor: 0 };
        loop {
            cost.divisor = payers.iter().map(|support| weight(support)).sum();
            if cost.divisor == 0 {
                return None;
            }
            let (able, unable): (Vec<&Support>, Vec<&Support>) = payers.iter().partition(|support| {
                &cost.numerator * (self.weight)(support) <= &self.budgets[support.group] * cost.divisor
            });
            if unable.is_empty() {
                return Some(cost);
            }
            for support in unable {
                cost.numerator -= &self.budgets[support.group] * support.people;
            }
            payers = able;
        }
    }

    fn explain(&self, topic: Lot, cost: &Cost) -> Explanation {
        let moment = Fraction::new(cost.numerator.clone(), &self.price * cost.divisor);
        Explanation { moment, payments: self.payments(self.parts(topic, cost), cost.divisor) }
    }

    fn elect(&mut self, topic: Lot, cost: &Cost) {
        let factor = cost.common_factor();
        let finer = cost.divisor / factor;
        if finer != 1 {
            self.price *= finer;
            self.untouched *= finer;
            for budget in &mut self.budgets {
                *budget *= finer;
            }
        }
        let per_weight = &cost.numerator / factor;
        for support in self.electorate.supporters(topic) {
            let asked = &per_weight * (self.weight)(support);
            let paid = asked.min(self.budgets[support.group].clone());
            self.spend(support.group, &paid);
        }
    }

    fn seize(&mut self, topic: Lot) -> Vec<Payment> {
        let supporters = self.electorate.supporters(topic);
        let everything = |support: &Support| (self.budgets[support.group].clone(), support.people);
        let payments = self.payments(supporters.iter().map(everything), 1);
        for support in supporters {
            self.spend(support.group, &self.budgets[support.group].clone());
        }
        payments
    }

    fn lacks(&self, topic: Lot, cheapest: &Cost) -> Lack {
        self.lacks_roughly(topic, cheapest).unwrap_or_else(|| {
            let short = &self.price * cheapest.divisor - self.paid_at(topic, cheapest);
            let gain = (&self.untouched * cheapest.divisor).min(cheapest.numerator.clone());
            Lack::exactly(&short, &gain)
        })
    }

    fn holds(&self, topic: Lot) -> Fraction {
        Fraction::new(self.owned(topic), self.price.clone())
    }
}
