//! What an answer adds to which count, for tallies of groups. Only kinds whose result is a sum of counts have cells:
//! words and texts of a small group say too much about who wrote them.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::order::doubled_points;
use super::{Answer, Shape, pairs};

/// What one answer adds: the number of the cell, and how much. A cell is an option, or a number of a scale or estimate.
pub type Cells = Vec<(i64, u64)>;

/// The counts of some people.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Their answers.
    pub ballots: u32,
    /// By cell; only cells above 0.
    #[serde(with = "pairs")]
    pub cells: BTreeMap<i64, u64>,
}

/// What an answer adds: 1 to each picked option, its points to each option, 1 to its number; an order adds twice the
/// points by Borda. Nothing for words and texts.
pub fn cells(shape: &Shape, answer: &Answer) -> Option<Cells> {
    match answer {
        Answer::Pick(picks) => Some(picks.iter().map(|option| (option.0.into(), 1)).collect()),
        Answer::Timed(pick, _) => Some(vec![(pick.0.into(), 1)]),
        Answer::Number(number) => Some(vec![(*number, 1)]),
        Answer::Points(points) => Some((0..).zip(points.iter().copied().map(u64::from)).collect()),
        Answer::Order(order) => Some((0..).zip(doubled_points(order, shape.options())).collect()),
        Answer::Words(_) | Answer::Open(_) => None,
    }
}

impl Part {
    /// Counts an answer.
    pub fn add(&mut self, cells: &[(i64, u64)]) {
        self.ballots += 1;
        for (cell, amount) in cells {
            self.raise(*cell, *amount);
        }
    }

    /// Takes out an answer that is counted.
    pub fn remove(&mut self, cells: &[(i64, u64)]) {
        self.ballots -= 1;
        for (cell, amount) in cells {
            self.lower(*cell, *amount);
        }
    }

    /// Adds the counts of other people.
    pub fn unite(&mut self, other: &Self) {
        self.ballots += other.ballots;
        for (cell, amount) in &other.cells {
            self.raise(*cell, *amount);
        }
    }

    /// Takes out the counts of other people who are in it.
    pub fn part_from(&mut self, other: &Self) {
        self.ballots -= other.ballots;
        for (cell, amount) in &other.cells {
            self.lower(*cell, *amount);
        }
    }

    fn raise(&mut self, cell: i64, amount: u64) {
        if 0 < amount {
            *self.cells.entry(cell).or_default() += amount;
        }
    }

    fn lower(&mut self, cell: i64, amount: u64) {
        if 0 < amount {
            let count = self.cells.get_mut(&cell).expect("what is taken out has been counted");
            *count -= amount;
            if *count == 0 {
                self.cells.remove(&cell);
            }
        }
    }
}
