//! What is published beside a programme: whether it is fair, whom it serves, how most votes would have done,
//! how close it was, and which topic would be a good wild card.

use std::collections::BTreeSet;

use super::certificate::{Certificate, certify};
use super::electorate::{Electorate, Lot};
use super::representation::{Representation, WildCard, representation, wild_card};
use super::{Rule, Selection, Terms, select};

/// A race is close if so many further supporters, in percent of those who voted, would change it.
pub const CLOSE_PERCENT: u64 = 2;

/// Everything that is said about a programme as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Whether every group has its share.
    pub certificate: Certificate,
    /// Whom the programme serves.
    pub representation: Representation,
    /// The programme by most votes on the same terms, in the order of election.
    pub most_votes: Vec<Lot>,
    /// Whom that would serve.
    pub by_most_votes: Representation,
    /// How many topics the two have in common: often the rules hardly differ.
    pub common_with_most_votes: usize,
    /// Topics that a few more people would have brought in, in the order of the waiting list. Empty if the
    /// race was not close in this sense; other changes of the same size were not searched for.
    pub close: Vec<Lot>,
    /// The best topic for those who have least.
    pub wild_card: Option<WildCard>,
}

/// Reports on a programme. Costs about as much as selecting.
pub fn report(electorate: &Electorate, selection: &Selection) -> Report {
    let topics = selection.topics();
    let most_votes = Terms { rule: Rule::MostVotes, ..selection.terms.clone() };
    let most_votes = select(electorate, &most_votes).map(|selection| selection.topics());
    let most_votes: Vec<Lot> = most_votes.expect("the terms were good enough for another rule");
    let elected: BTreeSet<&Lot> = topics.iter().collect();
    let candidates: Vec<Lot> = selection.waiting.iter().map(|waiting| waiting.topic).collect();
    let is_few = |people: u64| people * 100 <= electorate.voters() * CLOSE_PERCENT;
    let close = selection.waiting.iter().filter(|waiting| waiting.lacks.is_some_and(is_few));
    Report {
        certificate: certify(electorate, selection),
        representation: representation(electorate, &topics),
        by_most_votes: representation(electorate, &most_votes),
        common_with_most_votes: most_votes.iter().filter(|topic| elected.contains(topic)).count(),
        most_votes,
        close: close.map(|waiting| waiting.topic).collect(),
        wild_card: wild_card(electorate, &topics, &candidates),
    }
}
