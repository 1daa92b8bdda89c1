//! Which topics get a place in the programme, by five rules, and why. Pure and exact: the same ballots give
//! the same programme on every machine, and nothing here rounds what decides. `docs/SELECTION.md` explains
//! the rules in plain words. This module knows nothing of cafés, events or files.
//!
//! ```text
//! Electorate::new(topics, ballots)  grouped ballots
//! select(electorate, terms)         the programme and the waiting list, each with its reasons
//! with_wild_card(electorate, terms) … the last place for those who have least
//! report(electorate, selection)     certificate, representation, comparison with most votes, wild card
//! swap_price(electorate, …)         what another programme costs
//! ```

pub mod electorate;

pub mod certificate;
pub mod report;
pub mod representation;
pub mod wild_card;

mod race;

mod equal_shares;
mod method;
mod pav;
mod phragmen;
mod votes;

#[cfg(test)]
mod tests;

use num_rational::BigRational;
use std::collections::BTreeSet;

use electorate::{Electorate, Lot};
use equal_shares::EqualShares;
use pav::Pav;
use phragmen::Phragmen;
use race::Race;
use votes::Votes;

/// An exact number.
pub type Fraction = BigRational;

/// How topics are selected. Except by most votes, a group gets about its share of the places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The largest sums of points; with approval ballots the most supporters. Promises nothing to minorities.
    MostVotes,
    /// Everybody earns at the same speed; a topic is bought when its supporters own its price. The default.
    /// Satisfies PJR+; one more place only adds a topic (Brill, Freeman, Janson, Lackner 2017).
    SequentialPhragmen,
    /// Everybody gets the same money at the start; may leave places empty, for checking only (Peters,
    /// Skowron 2020). Satisfies EJR+.
    EqualSharesAlone,
    /// Equal Shares, and what is left over goes on earning by Phragmén's rule until the places are filled.
    EqualShares,
    /// The topic that adds most, where a person's first topic counts 1, the second 1/2, the third 1/3
    /// (Thiele 1895; Aziz et al. 2017). One more place only adds a topic.
    SequentialPav,
    /// Equal Shares for points and scores: people pay in proportion to their points (Peters, Pierczyński,
    /// Skowron 2021). Places that nobody can pay go to the largest sums of points.
    AdditiveEqualShares,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// How to select.
    pub rule: Rule,
    /// Places in the programme, pinned topics included.
    pub places: usize,
    /// Topics that are in whatever the ballots say. Their supporters pay for them first.
    pub pinned: BTreeSet<Lot>,
    /// Topics that are out. Their supporters keep what they have for other topics.
    pub excluded: BTreeSet<Lot>,
}

/// Why terms cannot be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermsError {
    /// A pinned or excluded topic that is not among those to select from.
    UnknownTopic(Lot),
    /// A topic that is pinned and excluded.
    PinnedAndExcluded(Lot),
    /// More pinned topics than places.
    TooManyPinned {
        /// The limit.
        places: usize,
    },
}

/// A programme by one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The terms that it was made by.
    pub terms: Terms,
    /// The topics that have a place, in the order of election.
    pub elected: Vec<Elected>,
    /// All others except excluded ones, in the order in which further places would go to them.
    pub waiting: Vec<Waiting>,
}

/// A topic that has a place, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elected {
    /// The topic.
    pub topic: Lot,
    /// Its place, from 1.
    pub place: usize,
    /// What gave it the place.
    pub grounds: Grounds,
    /// Phragmén: the time at which it was bought. Equal Shares: the most that anybody paid (per point).
    /// Completion by Phragmén: the time after the end of Equal Shares. PAV: what it added. Most votes: its
    /// points. Nothing if nobody supports it or its supporters could not pay all of it.
    pub moment: Option<Fraction>,
    /// Who paid what, the largest amount first. The amounts sum to exactly 1, except for a pinned topic that
    /// its supporters cannot pay. Empty under rules without money.
    pub payments: Vec<Payment>,
    /// How many people want it.
    pub supporters: u64,
    /// How many of them have no other topic in the programme.
    pub with_nothing_else: u64,
}

/// What gave a topic its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grounds {
    /// By hand.
    Pinned,
    /// By the rule.
    Ballots,
    /// Equal Shares left places empty; this one was filled by the completion.
    Completion,
    /// It serves most of those who have least; no rule gave it the place.
    WildCard,
    /// Nobody wants it; there was a place left.
    Spare,
}

/// People who paid the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// How many.
    pub people: u64,
    /// What each of them paid, where a topic costs 1. Exact, but not in lowest terms: reducing hundreds of
    /// long fractions takes longer than the whole selection.
    pub each: Fraction,
}

/// A topic that has no place, and what it lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The topic.
    pub topic: Lot,
    /// Its place in the waiting list, from 1.
    pub place: usize,
    /// How many people want it.
    pub supporters: u64,
    /// What its supporters hold of the price 1. Under rules without money: its score as a share of the score
    /// by which the last place was won.
    pub holds: Fraction,
    /// The smallest number of further supporters that would elect it now. Further supporters are people
    /// among those who voted that have nothing in the programme, with one point each. Nothing if no place is
    /// open to it, because hands filled them all.
    pub lacks: Option<u64>,
}

impl Selection {
    /// The topics that have a place, in the order of election.
    pub fn topics(&self) -> Vec<Lot> {
        self.elected.iter().map(|elected| elected.topic).collect()
    }
}

/// Selects topics. Ties go to more supporters first, then to the smaller lot; topics that nobody wants come
/// after all others. Fewer topics than places: all are elected.
///
/// Takes a few milliseconds with 2,000 different ballots on 200 topics, so it can be recomputed live.
pub fn select(electorate: &Electorate, terms: &Terms) -> Result<Selection, TermsError> {
    check(electorate, terms)?;
    let race = Race::new(electorate, terms);
    let (elected, waiting) = match terms.rule {
        Rule::MostVotes => by_one_method(race, Votes::new(electorate)),
        Rule::SequentialPhragmen => by_one_method(race, Phragmen::new(electorate)),
        Rule::SequentialPav => by_one_method(race, Pav::new(electorate)),
        Rule::EqualSharesAlone => by_equal_shares_alone(race, electorate, terms.places),
        Rule::EqualShares => {
            by_equal_shares(race, EqualShares::of_supporters(electorate, terms.places), |equal_shares| {
                Phragmen::after(electorate, equal_shares)
            })
        }
        Rule::AdditiveEqualShares => {
            by_equal_shares(race, EqualShares::of_points(electorate, terms.places), |_| {
                Votes::new(electorate)
            })
        }
    };
    Ok(Selection { terms: terms.clone(), elected, waiting })
}

type Outcome = (Vec<Elected>, Vec<Waiting>);

fn by_one_method(mut race: Race, mut method: impl method::Method) -> Outcome {
    race.pin(&mut method);
    race.run(&mut method, Grounds::Ballots);
    race.fill();
    race.finish(method)
}

fn by_equal_shares<M: method::Method>(
    mut race: Race,
    mut equal_shares: EqualShares,
    completion: impl FnOnce(EqualShares) -> M,
) -> Outcome {
    race.pin(&mut equal_shares);
    race.run(&mut equal_shares, Grounds::Ballots);
    race.weigh(&equal_shares);
    let mut completion = completion(equal_shares);
    race.run(&mut completion, Grounds::Completion);
    race.fill();
    race.finish(completion)
}

/// The waiting list is in the order of the completion.
fn by_equal_shares_alone(mut race: Race, electorate: &Electorate, places: usize) -> Outcome {
    let mut equal_shares = EqualShares::of_supporters(electorate, places);
    race.pin(&mut equal_shares);
    race.run(&mut equal_shares, Grounds::Ballots);
    race.weigh(&equal_shares);
    race.finish(Phragmen::after(electorate, equal_shares))
}

fn check(electorate: &Electorate, terms: &Terms) -> Result<(), TermsError> {
    let mut named = terms.pinned.union(&terms.excluded);
    if let Some(unknown) = named.find(|lot| electorate.topics() <= **lot) {
        return Err(TermsError::UnknownTopic(*unknown));
    }
    if let Some(both) = terms.pinned.intersection(&terms.excluded).next() {
        return Err(TermsError::PinnedAndExcluded(*both));
    }
    if terms.places < terms.pinned.len() {
        return Err(TermsError::TooManyPinned { places: terms.places });
    }
    Ok(())
}
