//! Who wants which topics, and how that changes; fixed before each phase, so that a slow server cannot slow its own
//! load down.
//!
//! Three groups of 60, 25 and 15 %, each with a third of the topics. Three quarters of a person's wishes are their
//! group's, the others go anywhere. A changed ballot drops two wishes and has three new ones: every change adds one
//! to the wishes of all, by which a selection tells which ballots it was made of.

use rand::rngs::StdRng;
use rand::seq::{SliceRandom, index};
use rand::{RngExt, SeedableRng};
use std::time::Duration;

use super::super::mixed_day::plan::Wish;
use crate::arguments::topic_storm::{WISHES_MIN, wishes_max};

/// Wishes in the order of their times, each with the number of its person.
pub type Plan = Vec<(Duration, (u32, Wish))>;

/// People and what they want.
#[derive(Debug)]
pub struct People {
    random: StdRng,
    topics: u32,
    all: Vec<Person>,
    /// Whose turn it is: everybody once before anybody again.
    voting: Turns,
    changing: Turns,
}

#[derive(Debug, Default)]
struct Person {
    wants: Vec<u32>,
    /// Topic ballots so far, and poll ballots.
    revision: u32,
    votes: u32,
}

#[derive(Debug, Default)]
struct Turns {
    order: Vec<u32>,
    next: usize,
}

/// What is done in a phase.
#[derive(Debug, Clone, Copy)]
pub struct Phase {
    pub length: Duration,
    pub votes: u32,
    pub changes: u32,
}

pub const OPTIONS: u16 = 4;
const GROUPS: u32 = 3;
/// Of a hundred people so many are in the first group, and in the first two.
const IN_FIRST: u32 = 60;
const IN_FIRST_TWO: u32 = 85;

impl People {
    pub fn new(people: u32, topics: u32, seed: u64) -> Self {
        let mut random = StdRng::seed_from_u64(seed);
        let all = (0..people).map(|person| first(&mut random, group(person, people), topics)).collect();
        let turns = || Turns { order: (0..people).collect(), next: 0 };
        Self { random, topics, all, voting: turns(), changing: turns() }
    }

    /// Everybody proposes their share of the topics.
    pub fn proposals(&self, per_second: u32) -> Plan {
        let people = self.all.len() as u32;
        let propose = |topic| (topic % people, Wish::Propose { topic });
        crate::schedule::arrivals(self.topics, per_second).zip((0..self.topics).map(propose)).collect()
    }

    /// Everybody's first topic ballot.
    pub fn first_ballots(&mut self, per_second: u32) -> Plan {
        let people = self.all.len() as u32;
        let ballots = (0..).zip(&mut self.all).map(|(number, person)| (number, person.ballot()));
        crate::schedule::arrivals(people, per_second).zip(ballots).collect()
    }

    /// Wishes on all topic ballots together.
    pub fn wishes(&self) -> u64 {
        self.all.iter().map(|person| person.wants.len() as u64).sum()
    }

    /// Poll ballots and changed topic ballots at random times, evenly spread.
    pub fn phase(&mut self, phase: Phase) -> Plan {
        let mut plan = Vec::with_capacity((phase.votes + phase.changes) as usize);
        for at in times(&mut self.random, phase.votes, phase.length) {
            let number = self.voting.take(&mut self.random);
            let choice = self.random.random_range(0..OPTIONS);
            let person = &mut self.all[number as usize];
            person.votes += 1;
            plan.push((at, (number, Wish::Vote { poll: 0, choice, revision: person.votes })));
        }
        for at in times(&mut self.random, phase.changes, phase.length) {
            let number = self.changing.take(&mut self.random);
            let person = &mut self.all[number as usize];
            change(&mut self.random, &mut person.wants, self.topics);
            plan.push((at, (number, person.ballot())));
        }
        plan.sort_by_key(|(at, _)| *at);
        plan
    }
}

impl Person {
    fn ballot(&mut self) -> Wish {
        self.revision += 1;
        Wish::Approve { topics: self.wants.clone(), revision: self.revision }
    }
}

impl Turns {
    fn take(&mut self, random: &mut StdRng) -> u32 {
        if self.next == 0 {
            self.order.shuffle(random);
        }
        let person = self.order[self.next];
        self.next = (self.next + 1) % self.order.len();
        person
    }
}

fn group(person: u32, people: u32) -> u32 {
    let percent = u64::from(person) * 100 / u64::from(people);
    u32::from(u64::from(IN_FIRST) <= percent) + u32::from(u64::from(IN_FIRST_TWO) <= percent)
}

fn first(random: &mut StdRng, group: u32, topics: u32) -> Person {
    let wanted = random.random_range(WISHES_MIN..=wishes_max(topics));
    let third = topics / GROUPS;
    let own = index::sample(random, third as usize, (wanted * 3 / 4) as usize);
    let mut wants: Vec<u32> = own.into_iter().map(|topic| group * third + topic as u32).collect();
    add(random, &mut wants, topics, wanted as usize);
    Person { wants, ..Person::default() }
}

fn change(random: &mut StdRng, wants: &mut Vec<u32>, topics: u32) {
    let length = wants.len() + 1;
    for _ in 0..2 {
        wants.swap_remove(random.random_range(0..wants.len()));
    }
    add(random, wants, topics, length);
}

/// Adds other topics until there are so many.
fn add(random: &mut StdRng, wants: &mut Vec<u32>, topics: u32, length: usize) {
    while wants.len() < length {
        let topic = random.random_range(0..topics);
        if !wants.contains(&topic) {
            wants.push(topic);
        }
    }
}

fn times(random: &mut StdRng, count: u32, length: Duration) -> Vec<Duration> {
    let length_us = u64::try_from(length.as_micros()).unwrap_or(u64::MAX).max(1);
    let mut times: Vec<u64> = (0..count).map(|_| random.random_range(0..length_us)).collect();
    times.sort_unstable();
    times.into_iter().map(Duration::from_micros).collect()
}

#[cfg(test)]
#[path = "ballots_tests.rs"]
mod tests;
