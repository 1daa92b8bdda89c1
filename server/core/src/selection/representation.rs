//! How many people find how many of their topics in a programme, what a change by hand costs them, and which
//! topic would serve those who have least. Works on any list of topics, whoever made it.

use std::cmp::Reverse;

use super::Elected;
use super::electorate::{Electorate, Lot};

/// How many people find something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Representation {
    /// Everybody who voted, people with empty ballots included.
    pub voters: u64,
    /// People with at least one of their topics.
    pub with_one: u64,
    /// People with at least two.
    pub with_two: u64,
    /// People with at least three.
    pub with_three: u64,
}

/// What a change by hand does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SwapPrice {
    /// People with none of their topics before. People with empty ballots are not counted.
    pub nothing_before: u64,
    /// The same after.
    pub nothing_after: u64,
    /// People who had something before and have nothing after.
    pub left_with_nothing: u64,
}

/// The topic that serves most of those who have least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WildCard {
    /// The topic.
    pub topic: Lot,
    /// How many of its supporters have no topic in the programme.
    pub with_nothing: u64,
    /// How many of its supporters have one topic in the programme.
    pub with_one: u64,
}

/// Counts people by how many of these topics they want.
pub fn representation(electorate: &Electorate, topics: &[Lot]) -> Representation {
    let satisfaction = electorate.satisfaction(topics);
    let with = |at_least: usize| {
        let groups = electorate.groups().iter().zip(&satisfaction);
        groups.filter(|(_, has)| at_least <= **has).map(|(group, _)| group.people).sum()
    };
    Representation { voters: electorate.voters(), with_one: with(1), with_two: with(2), with_three: with(3) }
}

/// How many people want at least one of the first topic, of the first two, and so on.
pub fn reached(electorate: &Electorate, topics: &[Lot]) -> Vec<u64> {
    let mut has_one = vec![false; electorate.groups().len()];
    let mut people = 0;
    let reached = topics.iter().map(|topic| {
        for support in electorate.supporters(*topic) {
            if !std::mem::replace(&mut has_one[support.group], true) {
                people += support.people;
            }
        }
        people
    });
    reached.collect()
}

/// Notes with each topic how many of its supporters have no other topic in the programme.
pub fn count_people_with_nothing_else(electorate: &Electorate, elected: &mut [Elected]) {
    let topics: Vec<Lot> = elected.iter().map(|elected| elected.topic).collect();
    let satisfaction = electorate.satisfaction(&topics);
    for elected in elected {
        let supporters = electorate.supporters(elected.topic).iter();
        let alone = supporters.filter(|support| satisfaction[support.group] == 1);
        elected.with_nothing_else = alone.map(|support| support.people).sum();
    }
}

/// What another programme instead of this one costs.
pub fn swap_price(electorate: &Electorate, before: &[Lot], after: &[Lot]) -> SwapPrice {
    let [before, after] = [before, after].map(|topics| electorate.satisfaction(topics));
    let mut price = SwapPrice { nothing_before: 0, nothing_after: 0, left_with_nothing: 0 };
    for (position, group) in electorate.groups().iter().enumerate() {
        if group.topics.is_empty() {
            continue;
        }
        let [had_nothing, has_nothing] = [before[position] == 0, after[position] == 0];
        price.nothing_before += if had_nothing { group.people } else { 0 };
        price.nothing_after += if has_nothing { group.people } else { 0 };
        price.left_with_nothing += if has_nothing && !had_nothing { group.people } else { 0 };
    }
    price
}

/// Among candidates, the topic with the most supporters who have nothing; of equal ones with the most who
/// have one topic, then two, and so on, then the smaller lot. Nothing if nobody wants any of them.
pub fn wild_card(electorate: &Electorate, topics: &[Lot], candidates: &[Lot]) -> Option<WildCard> {
    let satisfaction = electorate.satisfaction(topics);
    let served = |topic: Lot| {
        let mut people_with = vec![0; topics.len().max(1) + 1];
        for support in electorate.supporters(topic) {
            people_with[satisfaction[support.group]] += support.people;
        }
        people_with
    };
    let wanted = candidates.iter().filter(|topic| electorate.support(**topic) != 0);
    let best = wanted.map(|topic| (served(*topic), Reverse(*topic))).max()?;
    let (people_with, Reverse(topic)) = best;
    Some(WildCard { topic, with_nothing: people_with[0], with_one: people_with[1] })
}
