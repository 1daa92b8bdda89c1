//! Sample electorates from a seed, and how many people get nothing under each rule. `docs/SELECTION.md` has
//! these figures.

use crate::selection::electorate::{Ballot, Electorate, Lot, approval};
use crate::selection::representation::representation;
use crate::selection::{Rule, select};

use super::literature::terms;

/// SplitMix64, so that the samples stay the same for ever.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }

    /// So many different topics of a range.
    fn among(&mut self, first: Lot, topics: usize, wanted: usize) -> Vec<Lot> {
        let mut chosen = Vec::new();
        while chosen.len() < wanted {
            let topic = first + self.below(topics as u64) as Lot;
            if !chosen.contains(&topic) {
                chosen.push(topic);
            }
        }
        chosen
    }
}

pub const VOTERS: u64 = 500;
pub const PLACES: usize = 18;
const TOPICS: usize = 60;

/// Three groups of 60, 25 and 15 %, each with 20 topics of its own; everybody wants 4 to 8 of them.
pub fn clustered(seed: u64) -> Vec<Ballot> {
    let mut chance = Chance(seed);
    let person = |voter: u64| {
        let group = usize::from(300 <= voter) + usize::from(425 <= voter);
        let wanted = 4 + chance.below(5) as usize;
        approval(chance.among(group * 20, 20, wanted))
    };
    (0..VOTERS).map(person).collect()
}

/// The same groups, but every second wish goes to any topic.
pub fn overlapping(seed: u64) -> Vec<Ballot> {
    let mut chance = Chance(seed);
    let person = |voter: u64| {
        let group = usize::from(300 <= voter) + usize::from(425 <= voter);
        let [own, any] = [2 + chance.below(3) as usize, 2 + chance.below(3) as usize];
        let mut topics = chance.among(group * 20, 20, own);
        topics.extend(chance.among(0, TOPICS, any));
        approval(topics)
    };
    (0..VOTERS).map(person).collect()
}

/// No groups: everybody wants 2 to 6 of all topics.
pub fn uniform(seed: u64) -> Vec<Ballot> {
    let mut chance = Chance(seed);
    let person = |_| {
        let wanted = 2 + chance.below(5) as usize;
        approval(chance.among(0, TOPICS, wanted))
    };
    (0..VOTERS).map(person).collect()
}

/// Small random ballots with points, some of them empty.
pub fn small(chance: &mut Chance, points_max: u64) -> (usize, Vec<Ballot>) {
    let topics = 2 + chance.below(7) as usize;
    let density = 1 + chance.below(4);
    let voters = 1 + chance.below(25);
    let ballot = |_| {
        let mut ballot = Ballot::new();
        for topic in 0..topics {
            if chance.below(5) < density && chance.below(8) != 0 {
                ballot.insert(topic, 1 + chance.below(points_max) as u32);
            }
        }
        ballot
    };
    (topics, (0..voters).map(ballot).collect())
}

/// A seeded order of the same ballots.
pub fn shuffled(chance: &mut Chance, ballots: &[Ballot]) -> Vec<Ballot> {
    let mut shuffled = ballots.to_vec();
    for last in (1..shuffled.len()).rev() {
        shuffled.swap(last, chance.below(last as u64 + 1) as usize);
    }
    shuffled
}

const RULES: [Rule; 4] = [Rule::MostVotes, Rule::SequentialPhragmen, Rule::EqualShares, Rule::SequentialPav];

/// People with nothing under each of `RULES`.
fn with_nothing(ballots: Vec<Ballot>) -> Vec<u64> {
    let electorate = Electorate::new(TOPICS, ballots);
    let people = RULES.map(|rule| {
        let selection = select(&electorate, &terms(rule, PLACES)).unwrap();
        let found = representation(&electorate, &selection.topics());
        println!(
            "{rule:?}: {} nothing, {} two, {} three",
            VOTERS - found.with_one,
            found.with_two,
            found.with_three
        );
        VOTERS - found.with_one
    });
    people.to_vec()
}

#[test]
fn minorities_are_served_by_every_rule_but_most_votes() {
    assert_eq!(with_nothing(clustered(1)), [200, 44, 44, 44]);
}

#[test]
fn overlapping_wishes_leave_half_as_many_with_nothing_as_most_votes() {
    assert_eq!(with_nothing(overlapping(1)), [63, 29, 27, 27]);
}

#[test]
fn without_groups_the_rules_hardly_differ() {
    assert_eq!(with_nothing(uniform(1)), [96, 84, 76, 84]);
}
