//! Runs a rule: pinned topics first, then the others until the places are taken, then the waiting list. Looks
//! again only at topics that may be the cheapest: a cost never falls, so an old bound is still a bound.

use std::cmp::Reverse;

use super::electorate::{Electorate, Lot};
use super::equal_shares::EqualShares;
use super::method::{BLUR, Cost, Explanation, Method};
use super::representation::count_people_with_nothing_else;
use super::{Elected, Fraction, Grounds, Terms, Waiting};

/// Who is elected so far, and what the others lacked.
pub struct Race<'a> {
    electorate: &'a Electorate,
    terms: &'a Terms,
    elected: Vec<Elected>,
    open: Vec<Lot>,
    /// By topic: the smallest number of further supporters that would have been enough so far.
    lacks: Vec<Option<u64>>,
}

/// Topics that may still be elected by one method, with a bound below their cost.
struct Queue {
    entries: Vec<(i128, Lot)>,
}

impl<'a> Race<'a> {
    /// Nobody is elected.
    pub fn new(electorate: &'a Electorate, terms: &'a Terms) -> Self {
        let is_open = |lot: &Lot| !terms.pinned.contains(lot) && !terms.excluded.contains(lot);
        Self {
            electorate,
            terms,
            elected: Vec::new(),
            open: (0..electorate.topics()).filter(is_open).collect(),
            lacks: vec![None; electorate.topics()],
        }
    }

    /// Whether all places are taken.
    pub fn is_full(&self) -> bool {
        self.elected.len() == self.terms.places
    }

    /// Elects the pinned topics: those that their supporters can pay in the order of the rule, then the
    /// others with more supporters first.
    pub fn pin(&mut self, method: &mut impl Method) {
        let mut left: Vec<Lot> = self.terms.pinned.iter().copied().collect();
        let mut queue = Queue::new(&left);
        while let Some((topic, cost)) = queue.next(self.electorate, method) {
            self.elect(topic, Grounds::Pinned, Some(method.explain(topic, &cost)));
            method.elect(topic, &cost);
            left.retain(|lot| *lot != topic);
        }
        left.sort_by_key(|lot| (Reverse(self.electorate.support(*lot)), *lot));
        for topic in left {
            self.elect(topic, Grounds::Pinned, None);
            self.elected.last_mut().expect("just elected").payments = method.seize(topic);
        }
    }

    /// Elects by the method until the places are taken or no topic can be elected.
    pub fn run(&mut self, method: &mut impl Method, grounds: Grounds) {
        let mut queue = Queue::new(&self.open);
        while !self.is_full() {
            let Some((topic, cost)) = queue.next(self.electorate, method) else { break };
            self.open.retain(|lot| *lot != topic);
            self.note_lacks(method, topic, &cost);
            self.elect(topic, grounds, Some(method.explain(topic, &cost)));
            method.elect(topic, &cost);
        }
    }

    /// At the end of Equal Shares: notes what would have made a topic payable at all, if there is a place left.
    pub fn weigh(&mut self, equal_shares: &EqualShares) {
        if self.is_full() {
            return;
        }
        for topic in self.open.clone() {
            self.note_lack(topic, equal_shares.lacks_to_pay(topic));
        }
    }

    /// Gives places that are left to topics that nobody wants, in the order of the lot. One supporter would
    /// put any other before them.
    pub fn fill(&mut self) {
        let spare = self.open.len().min(self.terms.places - self.elected.len());
        for topic in self.open.drain(..spare).collect::<Vec<Lot>>() {
            self.elect(topic, Grounds::Spare, None);
        }
        if 0 < spare {
            for topic in &self.open {
                self.lacks[*topic] = Some(1);
            }
        }
    }

    /// The result. The waiting list is the order in which the method would go on.
    pub fn finish(mut self, mut method: impl Method) -> (Vec<Elected>, Vec<Waiting>) {
        let mut holds: Vec<Option<Fraction>> = vec![None; self.electorate.topics()];
        for topic in &self.open {
            holds[*topic] = Some(method.holds(*topic));
        }
        let mut order = Vec::with_capacity(self.open.len());
        let mut queue = Queue::new(&self.open);
        while let Some((topic, cost)) = queue.next(self.electorate, &method) {
            method.elect(topic, &cost);
            self.open.retain(|lot| *lot != topic);
            order.push(topic);
        }
        order.append(&mut self.open);
        let waiting = order.into_iter().enumerate().map(|(before, topic)| Waiting {
            topic,
            place: before + 1,
            supporters: self.electorate.support(topic),
            holds: holds[topic].take().expect("every open topic was asked"),
            lacks: self.lacks[topic],
        });
        let waiting = waiting.collect();
        count_people_with_nothing_else(self.electorate, &mut self.elected);
        (self.elected, waiting)
    }

    fn elect(&mut self, topic: Lot, grounds: Grounds, explanation: Option<Explanation>) {
        let (moment, payments) = match explanation {
            Some(Explanation { moment, payments }) => (Some(moment), payments),
            None => (None, Vec::new()),
        };
        self.elected.push(Elected {
            topic,
            place: self.elected.len() + 1,
            grounds,
            moment,
            payments,
            supporters: self.electorate.support(topic),
            with_nothing_else: 0,
        });
    }

    /// For every topic that is still open: how many more people would put it before the winner.
    fn note_lacks(&mut self, method: &impl Method, winner: Lot, cost: &Cost) {
        let winners_rank = (Reverse(self.electorate.support(winner)), winner);
        for topic in self.open.clone() {
            let lack = method.lacks(topic, cost);
            let with_lack = self.electorate.support(topic) + lack.people;
            let loses_tie = winners_rank < (Reverse(with_lack), topic);
            self.note_lack(topic, lack.people + u64::from(lack.is_tie && loses_tie));
        }
    }

    fn note_lack(&mut self, topic: Lot, people: u64) {
        let least = self.lacks[topic].map_or(people, |earlier| earlier.min(people));
        self.lacks[topic] = Some(least);
    }
}

impl Queue {
    fn new(topics: &[Lot]) -> Self {
        Self { entries: topics.iter().map(|topic| (i128::MIN, *topic)).collect() }
    }

    /// Takes out the topic that is cheapest now: of equal ones that with more supporters, then the smaller lot.
    fn next(&mut self, electorate: &Electorate, method: &impl Method) -> Option<(Lot, Cost)> {
        loop {
            let lowest = self.refresh(method)?;
            let may_be_first = self.entries.iter().filter(|(bound, _)| *bound <= lowest + BLUR);
            let may_be_first: Vec<Lot> = may_be_first.map(|(_, topic)| *topic).collect();
            let (costly, free): (Vec<_>, Vec<_>) = may_be_first
                .into_iter()
                .map(|topic| (topic, method.cost(topic)))
                .partition(|(_, cost)| cost.is_some());
            self.entries.retain(|(_, topic)| !free.iter().any(|(without, _)| without == topic));
            let costs = costly.into_iter().filter_map(|(topic, cost)| Some((topic, cost?)));
            let cheapest = costs.min_by(|(a, a_cost), (b, b_cost)| {
                let by_support = || electorate.support(*b).cmp(&electorate.support(*a));
                a_cost.compare(b_cost).then_with(by_support).then(a.cmp(b))
            });
            if let Some((winner, cost)) = cheapest {
                self.entries.retain(|(_, topic)| *topic != winner);
                return Some((winner, cost));
            }
        }
    }

    /// Renews bounds, lowest first, until the rest cannot be first, and drops topics that cannot be elected.
    /// Returns the lowest; nothing if no topic is left.
    fn refresh(&mut self, method: &impl Method) -> Option<i128> {
        self.entries.sort_unstable();
        let mut lowest: Option<i128> = None;
        let mut kept = Vec::with_capacity(self.entries.len());
        for (old, topic) in &self.entries {
            if lowest.is_some_and(|lowest| lowest + BLUR < *old) {
                kept.push((*old, *topic));
            } else if let Some(bound) = method.bound(*topic, *old) {
                lowest = Some(lowest.map_or(bound, |lowest| lowest.min(bound)));
                kept.push((bound, *topic));
            }
        }
        self.entries = kept;
        lowest
    }
}
