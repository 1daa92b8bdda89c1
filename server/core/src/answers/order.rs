//! Options in order of preference: what is kept of the ballots. What the three rules make of it is in
//! [`standings`](super::standings).

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tafelrunde_protocol::ids::OptionId;

use super::options;
use super::pairs;
use super::refusal::{self, Refusal};

/// Options of one ranking: a ballot changes the square of it, and nobody puts more in order on a phone.
pub const RANKED_OPTIONS_MAX: usize = 20;

/// An order of options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ranking {
    /// The options' texts.
    pub options: Vec<String>,
    /// How many options an answer must name at least. All that it does not name come last, as equals.
    pub min: u16,
}

/// Groups of equal options, the best first.
pub type Order = Vec<Vec<OptionId>>;

/// All orders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RankingTally {
    /// For every pair how many people prefer the first option to the second.
    pub(super) preferred: Vec<Vec<u32>>,
    /// By option: twice its points by Borda, because shared points may be halves.
    pub(super) doubled_points: Vec<u64>,
    /// Every order and how many people have it: the run-off needs whole ballots. At most as many as answers.
    #[serde(with = "pairs")]
    pub(super) orders: BTreeMap<Order, u32>,
    /// Answers.
    pub ballots: u32,
}

impl Ranking {
    /// Cleans the options and checks every bound.
    pub fn check(self) -> Result<Self, Refusal> {
        let options = options::check_texts_up_to(RANKED_OPTIONS_MAX, &self.options)?;
        let count = i64::try_from(options.len()).expect("options are bounded");
        refusal::range("min", self.min.into(), 1, count)?;
        Ok(Self { options, ..self })
    }

    /// Checks an order: known options, none twice, enough of them, no empty group. Puts each group in ascending
    /// order.
    pub fn check_order(&self, mut order: Order) -> Result<Order, Refusal> {
        refusal::count("order", order.len(), 1, self.options.len())?;
        let mut named = vec![false; self.options.len()];
        for group in &mut order {
            refusal::count("order", group.len(), 1, self.options.len())?;
            group.sort_unstable();
            for option in &*group {
                let is_named =
                    named.get_mut(usize::from(option.0)).ok_or(Refusal::Unknown { field: "order" })?;
                if std::mem::replace(is_named, true) {
                    return Err(Refusal::Duplicate { field: "order" });
                }
            }
        }
        let count = named.iter().filter(|is_named| **is_named).count();
        refusal::count("order", count, self.min.into(), self.options.len())?;
        Ok(order)
    }
}

impl RankingTally {
    /// Nobody has answered.
    pub fn new(options: usize) -> Self {
        Self {
            preferred: vec![vec![0; options]; options],
            doubled_points: vec![0; options],
            orders: BTreeMap::new(),
            ballots: 0,
        }
    }

    /// Counts an order, in O(options²), which is at most 400 additions, and O(log of different orders).
    pub fn add(&mut self, order: &Order) {
        self.ballots += 1;
        let options = self.doubled_points.len();
        for_pairs(order, options, |better, worse| self.preferred[better][worse] += 1);
        for (option, points) in doubled_points(order, options).into_iter().enumerate() {
            self.doubled_points[option] += points;
        }
        match self.orders.get_mut(order) {
            Some(people) => *people += 1,
            None => _ = self.orders.insert(order.clone(), 1),
        }
    }

    /// Takes out an order that is counted.
    pub fn remove(&mut self, order: &Order) {
        self.ballots -= 1;
        let options = self.doubled_points.len();
        for_pairs(order, options, |better, worse| self.preferred[better][worse] -= 1);
        for (option, points) in doubled_points(order, options).into_iter().enumerate() {
            self.doubled_points[option] -= points;
        }
        let people = self.orders.get_mut(order).expect("what is taken out has been counted");
        *people -= 1;
        if *people == 0 {
            self.orders.remove(order);
        }
    }

    /// For every pair how many people prefer the first option to the second.
    pub fn preferred(&self) -> &[Vec<u32>] {
        &self.preferred
    }
}

/// By option: twice the points that one order gives by Borda. Among m options the first has m − 1 points, the last
/// none, and equal ones share the points of their places.
pub fn doubled_points(order: &Order, options: usize) -> Vec<u64> {
    let ranks = ranks(order, options);
    let worse = |option: usize| ranks.iter().filter(|rank| ranks[option] < **rank).count();
    let better = |option: usize| ranks.iter().filter(|rank| **rank < ranks[option]).count();
    // The place counted from below is (worse), counted from above (options − 1 − better); equals get the mean.
    (0..options).map(|option| (worse(option) + options - 1 - better(option)) as u64).collect()
}

fn for_pairs(order: &Order, options: usize, mut each: impl FnMut(usize, usize)) {
    let ranks = ranks(order, options);
    for better in 0..options {
        for worse in 0..options {
            if ranks[better] < ranks[worse] {
                each(better, worse);
            }
        }
    }
}

/// By option: in which group it is; options that are not named share the one after the last.
fn ranks(order: &Order, options: usize) -> Vec<usize> {
    let mut ranks = vec![order.len(); options];
    for (rank, group) in order.iter().enumerate() {
        for option in group {
            ranks[usize::from(option.0)] = rank;
        }
    }
    ranks
}
