//! Borda's count with averaged ties: among m topics the first of a ballot gets m − 1 points, the last none, and
//! equal topics share the points of their places.

use super::{Rankings, order_by_score};
use crate::selection::electorate::Lot;

/// The order by Borda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Borda {
    /// Groups of equal topics, best first.
    pub order: Vec<Vec<Lot>>,
    /// By topic: twice its points, because shared points may be halves.
    pub doubled_points: Vec<u64>,
}

/// Ranks topics.
pub fn borda(rankings: &Rankings) -> Borda {
    let mut doubled_points = vec![0; rankings.topics];
    for ballot in &rankings.ballots {
        let ranks = ballot.ranks(rankings.topics);
        let mut sizes = vec![0; ballot.groups.len() + 1];
        for rank in &ranks {
            sizes[*rank] += 1;
        }
        for (topic, rank) in ranks.into_iter().enumerate() {
            let better: usize = sizes[..rank].iter().sum();
            let worse = rankings.topics - better - sizes[rank];
            // The best place of the group has (worse + size − 1) points, the worst has (worse).
            doubled_points[topic] += ballot.people * (2 * worse + sizes[rank] - 1) as u64;
        }
    }
    borda_of_points(doubled_points)
}

/// Ranks topics by twice their points. For those who keep the points.
pub fn borda_of_points(doubled_points: Vec<u64>) -> Borda {
    Borda { order: order_by_score(&doubled_points), doubled_points }
}
