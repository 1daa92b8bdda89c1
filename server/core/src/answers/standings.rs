//! What Schulze, instant run-off and Borda make of the same orders, and where they contradict each other. Ties are
//! shown as ties.

use std::collections::BTreeSet;
use tafelrunde_protocol::ids::OptionId;

use super::order::RankingTally;
use crate::lot;
use crate::ranking::borda::borda_of_points;
use crate::ranking::runoff::{Runoff, runoff};
use crate::ranking::schulze::schulze_of_pairs;
use crate::ranking::{RankedBallot, Rankings};
use crate::selection::Fraction;
use crate::selection::electorate::Lot;

/// The orders by the three rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standings {
    /// By Schulze: groups of equal options, the best first.
    pub schulze: Vec<Vec<OptionId>>,
    /// The option that wins against every other one by itself, if there is one.
    pub condorcet_winner: Option<OptionId>,
    /// By Borda: groups of equal options, the best first.
    pub borda: Vec<Vec<OptionId>>,
    /// By option: twice its points by Borda.
    pub doubled_points: Vec<u64>,
    /// By instant run-off: who goes, first to last; the last one is left.
    pub rounds: Vec<Elimination>,
    /// Who wins by some lot, ascending; more than one is a tie. Nothing if there are too many ways to look at.
    pub possible_winners: Option<BTreeSet<OptionId>>,
    /// Whether the three rules have the same winners.
    pub same_winners: bool,
    /// Pairs of which one rule puts the first ahead and another one the second, ascending. A tie contradicts nothing.
    pub contradictions: Vec<(OptionId, OptionId)>,
}

/// One round of the run-off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elimination {
    /// Who goes.
    pub option: OptionId,
    /// Its first votes; ballots whose first remaining options are equal split their vote among them.
    pub votes: Fraction,
    /// Others with as few, whom the lot spared.
    pub tied_with: Vec<OptionId>,
}

impl RankingTally {
    /// The standings. Needs O(options³) for Schulze; the run-off looks at each different order once per round, and
    /// once more for every way in which ties can be broken. `drawn` decides ties of the run-off, see [`lot::rank`].
    pub fn standings(&self, drawn: u64) -> Standings {
        let schulze = schulze_of_pairs(self.preferred.iter().map(|row| widened(row)).collect());
        let borda = borda_of_points(self.doubled_points.clone());
        let lots = Lots::new(drawn, self.doubled_points.len());
        let runoff = runoff(&self.rankings(&lots));
        let elimination = |round: &crate::ranking::runoff::Round| Elimination {
            option: lots.option(round.topic),
            votes: round.votes.clone(),
            tied_with: lots.options(&round.tied_with),
        };
        let mut standings = Standings {
            schulze: schulze.order.iter().map(|group| ids(group)).collect(),
            condorcet_winner: schulze.condorcet_winner.map(id),
            borda: borda.order.iter().map(|group| ids(group)).collect(),
            doubled_points: borda.doubled_points,
            rounds: runoff.rounds.iter().map(elimination).collect(),
            possible_winners: possible_winners(&runoff, &lots),
            same_winners: false,
            contradictions: Vec::new(),
        };
        standings.compare();
        standings
    }

    fn rankings(&self, lots: &Lots) -> Rankings {
        let ballot = |(order, people): (&Vec<Vec<OptionId>>, &u32)| RankedBallot {
            people: (*people).into(),
            groups: order.iter().map(|group| lots.lots(group)).collect(),
        };
        Rankings { topics: self.doubled_points.len(), ballots: self.orders.iter().map(ballot).collect() }
    }
}

impl Standings {
    fn compare(&mut self) {
        let first = |order: &[Vec<OptionId>]| order.first().cloned().unwrap_or_default();
        let runoff = self.possible_winners.iter().flatten().copied().collect::<Vec<_>>();
        self.same_winners = first(&self.schulze) == first(&self.borda) && first(&self.schulze) == runoff;
        let [schulze, borda] = [&self.schulze, &self.borda].map(|order| places(order));
        let rounds = self.places_by_rounds();
        for a in 0..schulze.len() {
            for b in a + 1..schulze.len() {
                let by_places = [&schulze, &borda].map(|places| places[a].cmp(&places[b]));
                let by_rounds = if self.is_by_lot(a, b) { None } else { Some(rounds[a].cmp(&rounds[b])) };
                let said: Vec<_> = by_places.into_iter().chain(by_rounds).collect();
                if said.iter().any(|order| order.is_lt()) && said.iter().any(|order| order.is_gt()) {
                    self.contradictions.push((id(a), id(b)));
                }
            }
        }
    }

    /// By option: how many stay longer.
    fn places_by_rounds(&self) -> Vec<usize> {
        let mut places = vec![0; self.rounds.len()];
        for (place, round) in self.rounds.iter().rev().enumerate() {
            places[usize::from(round.option.0)] = place;
        }
        places
    }

    /// Whether only the lot says which of two options goes first.
    fn is_by_lot(&self, a: usize, b: usize) -> bool {
        let [a, b] = [id(a), id(b)];
        let tied = |round: &Elimination| {
            (round.option == a && round.tied_with.contains(&b))
                || (round.option == b && round.tied_with.contains(&a))
        };
        self.rounds.iter().any(tied)
    }
}

/// The options in the order of a lot, and back.
struct Lots {
    drawn: Vec<OptionId>,
    by_option: Vec<Lot>,
}

impl Lots {
    fn new(drawn: u64, options: usize) -> Self {
        let mut order: Vec<usize> = (0..options).collect();
        order.sort_by_key(|option| (lot::rank(drawn, *option as u64), *option));
        let mut by_option = vec![0; options];
        for (lot, option) in order.iter().enumerate() {
            by_option[*option] = lot;
        }
        Self { drawn: ids(&order), by_option }
    }

    fn option(&self, lot: Lot) -> OptionId {
        self.drawn[lot]
    }

    fn options(&self, lots: &[Lot]) -> Vec<OptionId> {
        let mut options: Vec<OptionId> = lots.iter().map(|lot| self.drawn[*lot]).collect();
        options.sort_unstable();
        options
    }

    fn lots(&self, options: &[OptionId]) -> Vec<Lot> {
        options.iter().map(|option| self.by_option[usize::from(option.0)]).collect()
    }
}

fn possible_winners(runoff: &Runoff, lots: &Lots) -> Option<BTreeSet<OptionId>> {
    runoff.possible_winners.as_ref().map(|winners| winners.iter().map(|lot| lots.option(*lot)).collect())
}

fn places(order: &[Vec<OptionId>]) -> Vec<usize> {
    let mut places = vec![0; order.iter().map(Vec::len).sum()];
    for (place, group) in order.iter().enumerate() {
        for option in group {
            places[usize::from(option.0)] = place;
        }
    }
    places
}

fn widened(row: &[u32]) -> Vec<u64> {
    row.iter().copied().map(u64::from).collect()
}

fn ids(lots: &[usize]) -> Vec<OptionId> {
    lots.iter().copied().map(id).collect()
}

fn id(option: usize) -> OptionId {
    OptionId(u16::try_from(option).expect("options are bounded"))
}
