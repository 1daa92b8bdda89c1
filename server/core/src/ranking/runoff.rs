//! Instant run-off: the topic with the fewest first votes goes, one at a time, until one is left. Ballots that
//! name no remaining topic drop out; equal topics share a vote. Of equal topics the larger lot goes first, and
//! the result says who could have won by another lot.

use num_bigint::BigInt;
use std::collections::BTreeSet;

use super::Rankings;
use crate::exact::least_common_multiple;
use crate::selection::Fraction;
use crate::selection::electorate::Lot;

/// Sets of remaining topics that are looked at to find every possible winner.
pub const SETS_MAX: usize = 10_000;

/// The course of an instant run-off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Runoff {
    /// Who goes, first to last; the last one is the winner.
    pub rounds: Vec<Round>,
    /// Every topic that wins by some lot, ascending. Nothing if there are too many ways to look at,
    /// see [`SETS_MAX`].
    pub possible_winners: Option<BTreeSet<Lot>>,
}

/// One elimination.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Who goes.
    pub topic: Lot,
    /// Its first votes.
    pub votes: Fraction,
    /// Others with as few, whom the lot spared.
    pub tied_with: Vec<Lot>,
}

impl Runoff {
    /// Who is left at the end; nothing if there are no topics.
    pub fn winner(&self) -> Option<Lot> {
        self.rounds.last().map(|round| round.topic)
    }
}

/// Runs off.
pub fn runoff(rankings: &Rankings) -> Runoff {
    let votes = FirstVotes::new(rankings);
    let mut remaining: BTreeSet<Lot> = (0..rankings.topics).collect();
    let mut rounds = Vec::new();
    while !remaining.is_empty() {
        let counts = votes.count(&remaining);
        let mut tied_with = fewest(&remaining, &counts);
        let topic = tied_with.pop().expect("somebody has the fewest");
        let votes = Fraction::new(counts[topic].clone(), votes.whole.clone());
        rounds.push(Round { topic, votes, tied_with });
        remaining.remove(&topic);
    }
    Runoff { rounds, possible_winners: possible_winners(&votes) }
}

/// Counts first votes among remaining topics.
struct FirstVotes<'a> {
    rankings: &'a Rankings,
    /// One vote: divisible by every number of topics that may share it.
    whole: BigInt,
}

impl<'a> FirstVotes<'a> {
    fn new(rankings: &'a Rankings) -> Self {
        let groups = rankings.ballots.iter().flat_map(|ballot| &ballot.groups);
        let largest = groups.map(Vec::len).max().unwrap_or(1);
        Self { rankings, whole: least_common_multiple(largest) }
    }

    fn count(&self, remaining: &BTreeSet<Lot>) -> Vec<BigInt> {
        let mut counts = vec![BigInt::ZERO; self.rankings.topics];
        for ballot in &self.rankings.ballots {
            let groups = ballot.groups.iter();
            let mut groups = groups.map(|group| -> Vec<Lot> {
                group.iter().copied().filter(|topic| remaining.contains(topic)).collect()
            });
            let Some(first) = groups.find(|group| !group.is_empty()) else { continue };
            let part = &self.whole / first.len() * ballot.people;
            for topic in first {
                counts[topic] += &part;
            }
        }
        counts
    }
}

/// The topics with the fewest votes, ascending.
fn fewest(remaining: &BTreeSet<Lot>, counts: &[BigInt]) -> Vec<Lot> {
    let least = remaining.iter().map(|topic| &counts[*topic]).min();
    remaining.iter().copied().filter(|topic| Some(&counts[*topic]) == least).collect()
}

/// Follows every way to break every tie.
fn possible_winners(votes: &FirstVotes) -> Option<BTreeSet<Lot>> {
    let everybody: BTreeSet<Lot> = (0..votes.rankings.topics).collect();
    let mut seen = BTreeSet::from([everybody.clone()]);
    let mut open = vec![everybody];
    let mut winners = BTreeSet::new();
    while let Some(remaining) = open.pop() {
        if remaining.len() <= 1 {
            winners.extend(remaining);
            continue;
        }
        for next in after_one_tie(votes, &remaining) {
            if seen.insert(next.clone()) {
                open.push(next);
            }
        }
        if SETS_MAX < seen.len() {
            return None;
        }
    }
    Some(winners)
}

/// What may remain when ties are broken in all ways. If all the votes of the tied topics together are fewer
/// than those of any other topic, all of them go, whoever is first.
fn after_one_tie(votes: &FirstVotes, remaining: &BTreeSet<Lot>) -> Vec<BTreeSet<Lot>> {
    let counts = votes.count(remaining);
    let tied: BTreeSet<Lot> = fewest(remaining, &counts).into_iter().collect();
    let others: BTreeSet<Lot> = remaining.difference(&tied).copied().collect();
    let together: BigInt = tied.iter().map(|topic| &counts[*topic]).sum();
    if !others.is_empty() && others.iter().all(|topic| together < counts[*topic]) {
        return vec![others];
    }
    let without = |topic: &Lot| remaining.iter().copied().filter(|other| other != topic).collect();
    tied.iter().map(without).collect()
}
