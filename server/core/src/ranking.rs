//! Which topic comes first when people put topics in order: Schulze, instant run-off and Borda, exactly, with
//! ties shown as ties. Pure, and independent of cafés, events and files.
//!
//! A ballot is a list of groups, the best first; the topics of a group are equal. Topics that a ballot does
//! not name come after all that it names, as equals.

pub mod borda;
pub mod runoff;
pub mod schulze;

#[cfg(test)]
mod tests;

use crate::selection::electorate::Lot;

/// The order of some people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankedBallot {
    /// How many people have this order.
    pub people: u64,
    /// Equal topics, best group first. No topic twice.
    pub groups: Vec<Vec<Lot>>,
}

/// All ballots on a list of topics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rankings {
    /// How many topics there are. Ballots name only smaller lots.
    pub topics: usize,
    /// The ballots.
    pub ballots: Vec<RankedBallot>,
}

impl RankedBallot {
    /// By topic: in which group it is. Topics that are not named share the one after the last.
    fn ranks(&self, topics: usize) -> Vec<usize> {
        let mut ranks = vec![self.groups.len(); topics];
        for (rank, group) in self.groups.iter().enumerate() {
            for topic in group {
                ranks[*topic] = rank;
            }
        }
        ranks
    }
}

/// Groups topics by score, the highest first.
fn order_by_score<T: Ord>(scores: &[T]) -> Vec<Vec<Lot>> {
    let mut topics: Vec<Lot> = (0..scores.len()).collect();
    topics.sort_by(|a, b| scores[*b].cmp(&scores[*a]).then(a.cmp(b)));
    topics.chunk_by(|a, b| scores[*a] == scores[*b]).map(<[Lot]>::to_vec).collect()
}
