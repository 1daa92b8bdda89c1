//! The Schulze method with winning votes (Schulze 2011), and the Condorcet winner.

use super::Rankings;
use crate::selection::electorate::Lot;

/// The order by Schulze, and what it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schulze {
    /// Groups of equal topics, best first: nobody in a group is beaten by anybody in it or after it.
    pub order: Vec<Vec<Lot>>,
    /// The topic that wins against every other one by itself, if there is one.
    pub condorcet_winner: Option<Lot>,
    /// For every pair how many people prefer the first topic to the second.
    pub preferred: Vec<Vec<u64>>,
}

/// Ranks topics. The time grows with the third power of their number.
pub fn schulze(rankings: &Rankings) -> Schulze {
    schulze_of_pairs(count_preferred(rankings))
}

/// Ranks topics by how many people prefer each to each other one, a square matrix. For those who keep it.
pub fn schulze_of_pairs(preferred: Vec<Vec<u64>>) -> Schulze {
    let topics = preferred.len();
    let paths = strongest_paths(&preferred);
    let beats = |a: Lot, b: Lot| preferred[a][b] > preferred[b][a];
    let others = |topic: Lot| (0..topics).filter(move |other| *other != topic);
    let condorcet_winner = (0..topics).find(|topic| others(*topic).all(|other| beats(*topic, other)));
    Schulze { order: order(&paths), condorcet_winner, preferred }
}

fn count_preferred(rankings: &Rankings) -> Vec<Vec<u64>> {
    let mut preferred = vec![vec![0; rankings.topics]; rankings.topics];
    for ballot in &rankings.ballots {
        let ranks = ballot.ranks(rankings.topics);
        for (a, row) in preferred.iter_mut().enumerate() {
            for (b, people) in row.iter_mut().enumerate() {
                if ranks[a] < ranks[b] {
                    *people += ballot.people;
                }
            }
        }
    }
    preferred
}

/// A path is as strong as its weakest defeat; a defeat is as strong as the people who made it.
fn strongest_paths(preferred: &[Vec<u64>]) -> Vec<Vec<u64>> {
    let topics = preferred.len();
    let mut paths = vec![vec![0; topics]; topics];
    for a in 0..topics {
        for b in 0..topics {
            if preferred[a][b] > preferred[b][a] {
                paths[a][b] = preferred[a][b];
            }
        }
    }
    for over in 0..topics {
        let beyond = paths[over].clone();
        for row in &mut paths {
            let reach = row[over];
            for (path, last) in row.iter_mut().zip(&beyond) {
                *path = (*path).max(reach.min(*last));
            }
        }
    }
    paths
}

/// The relation of the paths is transitive, so in every rest somebody is unbeaten.
fn order(paths: &[Vec<u64>]) -> Vec<Vec<Lot>> {
    let mut rest: Vec<Lot> = (0..paths.len()).collect();
    let mut order = Vec::new();
    while !rest.is_empty() {
        let is_beaten = |topic: &Lot| rest.iter().any(|other| paths[*other][*topic] > paths[*topic][*other]);
        let (beaten, first): (Vec<Lot>, Vec<Lot>) = rest.iter().copied().partition(is_beaten);
        order.push(first);
        rest = beaten;
    }
    order
}
