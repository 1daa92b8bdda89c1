//! Who votes when. The times are fixed before the first vote is sent, so that a slow server cannot slow its
//! own load down and look fast ("coordinated omission").

use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use std::time::Duration;

/// One vote to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlannedVote {
    /// When, counted from the beginning.
    pub at: Duration,
    /// Number of the phone.
    pub phone: u32,
    /// Number of the poll.
    pub poll: u32,
    /// The chosen option.
    pub choice: u16,
}

/// How many votes, of whom, within what time.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    pub votes: u32,
    pub phones: u32,
    pub options: u16,
    pub window: Duration,
    pub seed: u64,
}

/// All votes in the order of their times.
///
/// The times are random and evenly spread over the window, as from many people who do not know of each other.
/// Every phone votes once in a poll before anybody votes in the next, in an order of its own.
pub fn plan(plan: Plan) -> Vec<PlannedVote> {
    let mut random = StdRng::seed_from_u64(plan.seed);
    let window_us = u64::try_from(plan.window.as_micros()).unwrap_or(u64::MAX).max(1);
    let mut times: Vec<u64> = (0..plan.votes).map(|_| random.random_range(0..window_us)).collect();
    times.sort_unstable();

    let mut phones: Vec<u32> = (0..plan.phones).collect();
    let mut votes = Vec::with_capacity(times.len());
    for (poll, times) in (0..).zip(times.chunks(phones.len())) {
        phones.shuffle(&mut random);
        for (at_us, phone) in times.iter().zip(&phones) {
            let choice = random.random_range(0..plan.options);
            votes.push(PlannedVote { at: Duration::from_micros(*at_us), phone: *phone, poll, choice });
        }
    }
    votes
}

/// Evenly spaced times of arrivals at a rate.
pub fn arrivals(count: u32, per_second: u32) -> impl Iterator<Item = Duration> {
    let gap_us = 1_000_000.0 / f64::from(per_second);
    (0..count).map(move |number| Duration::from_micros((f64::from(number) * gap_us) as u64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const PLAN: Plan = Plan { votes: 25, phones: 10, options: 4, window: Duration::from_secs(2), seed: 1 };

    #[test]
    fn every_vote_is_the_first_of_its_phone_in_its_poll() {
        let votes = plan(PLAN);
        let pairs: BTreeSet<(u32, u32)> = votes.iter().map(|vote| (vote.poll, vote.phone)).collect();
        assert_eq!((votes.len(), pairs.len()), (25, 25));
        assert_eq!(votes.iter().map(|vote| vote.poll).max(), Some(2));
    }

    #[test]
    fn times_ascend_within_the_window() {
        let votes = plan(PLAN);
        assert!(votes.is_sorted_by_key(|vote| vote.at));
        assert!(votes.iter().all(|vote| vote.at < PLAN.window && vote.choice < PLAN.options));
    }

    #[test]
    fn the_same_seed_gives_the_same_plan() {
        assert_eq!(plan(PLAN), plan(PLAN));
        assert_ne!(plan(PLAN), plan(Plan { seed: 2, ..PLAN }));
    }

    #[test]
    fn arrivals_keep_the_rate() {
        let times: Vec<Duration> = arrivals(4, 3).collect();
        assert_eq!(times, [0, 333_333, 666_666, 1_000_000].map(Duration::from_micros));
    }
}
