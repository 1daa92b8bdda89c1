//! One organisation, one vote, beside the tally by head.
//!
//! The vote of an organisation is split evenly among its people who answered: with k answers each counts 1/k. Its
//! majority could speak for it instead, but then a tie inside would need a lot, one person could turn a whole vote,
//! and a minority of 49 % in every organisation would be nowhere. A split vote has none of this, and it is a sum, so
//! that a change costs little. People without an organisation have no vote here; how many they are is shown.

use num_bigint::BigInt;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::cells::Part;
use super::pairs;
use crate::exact::{common_divisor, parts};
use crate::selection::Fraction;

/// Counts by organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByOrganisation {
    /// Only organisations with an answer.
    organisations: BTreeMap<String, Part>,
    /// The sum of all organisations with so many answers: all of their answers count the same.
    #[serde(with = "pairs")]
    by_answers: BTreeMap<u32, Part>,
    /// Answers of people without an organisation.
    without: u32,
}

/// The result, with one denominator for all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationVotes {
    /// Organisations with an answer, each of them with one vote.
    pub organisations: usize,
    /// Answers of people without an organisation, which are not in it.
    pub without: u32,
    /// How many parts one vote has: the smallest number that can be split evenly in every organisation.
    pub whole: BigInt,
    /// Parts by cell; only cells above 0.
    pub parts: BTreeMap<i64, BigInt>,
}

impl ByOrganisation {
    /// Counts an answer of somebody of an organisation, `None` without one. O(cells of the organisation), which are at
    /// most the options, or the different numbers that its people gave.
    ///
    /// Names are compared as they are: the caller decides which spellings are the same.
    pub fn add(&mut self, organisation: Option<&str>, cells: &[(i64, u64)]) {
        match organisation {
            None => self.without += 1,
            Some(name) => self.change(name, |part| part.add(cells)),
        }
    }

    /// Takes out an answer that is counted, with the organisation that it was counted under.
    pub fn remove(&mut self, organisation: Option<&str>, cells: &[(i64, u64)]) {
        match organisation {
            None => self.without -= 1,
            Some(name) => self.change(name, |part| part.remove(cells)),
        }
    }

    fn change(&mut self, name: &str, change: impl FnOnce(&mut Part)) {
        let mut part = self.organisations.remove(name).unwrap_or_default();
        if 0 < part.ballots {
            let alike = self.by_answers.get_mut(&part.ballots).expect("every organisation is in a sum");
            alike.part_from(&part);
            if alike.ballots == 0 {
                self.by_answers.remove(&part.ballots);
            }
        }
        change(&mut part);
        if 0 < part.ballots {
            self.by_answers.entry(part.ballots).or_default().unite(&part);
            self.organisations.insert(name.to_owned(), part);
        }
    }

    /// The result. O(different sizes of organisations × cells), however many answered.
    pub fn votes(&self) -> OrganisationVotes {
        let mut whole = BigInt::from(1u32);
        for answers in self.by_answers.keys().copied().map(u64::from) {
            whole *= answers / common_divisor(&whole, answers);
        }
        let mut parts: BTreeMap<i64, BigInt> = BTreeMap::new();
        for (answers, part) in &self.by_answers {
            let each = &whole / *answers;
            for (cell, amount) in &part.cells {
                *parts.entry(*cell).or_default() += &each * *amount;
            }
        }
        OrganisationVotes { organisations: self.organisations.len(), without: self.without, whole, parts }
    }
}

impl OrganisationVotes {
    /// The votes of a cell in hundredths of a vote, rounded to the nearest. The wall shows no more than that: from
    /// exact fractions of organisations of different size one could reckon back who voted how.
    pub fn hundredths(&self, cell: i64) -> BigInt {
        let amount = self.parts.get(&cell).cloned().unwrap_or_default();
        parts(&Fraction::new_raw(amount, self.whole.clone()), 100)
    }
}
