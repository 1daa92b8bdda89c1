//! The rules once more, slow and as near to their definitions as possible: one voter at a time, big
//! rationals, no groups, no bounds, no laziness. Without pins.

use num_bigint::BigInt;
use num_traits::{One, Zero};

use crate::selection::Fraction;
use crate::selection::electorate::{Ballot, Lot};

/// A topic and its moment.
pub type Step = (Lot, Fraction);

pub fn number(numerator: u64, denominator: u64) -> Fraction {
    Fraction::new(BigInt::from(numerator), BigInt::from(denominator))
}

fn supporters(ballots: &[Ballot], topic: Lot) -> Vec<usize> {
    (0..ballots.len()).filter(|voter| ballots[*voter].contains_key(&topic)).collect()
}

/// The smallest value wins; of equal ones more supporters, then the smaller lot.
fn first(ballots: &[Ballot], values: Vec<(Lot, Fraction)>) -> Option<Step> {
    values.into_iter().min_by(|(a, value_a), (b, value_b)| {
        let support = |topic: Lot| supporters(ballots, topic).len();
        value_a.cmp(value_b).then(support(*b).cmp(&support(*a))).then(a.cmp(b))
    })
}

fn open(topics: usize, steps: &[Step]) -> Vec<Lot> {
    (0..topics).filter(|topic| steps.iter().all(|(elected, _)| elected != topic)).collect()
}

/// Sequential Phragmén from given loads.
pub fn phragmen(ballots: &[Ballot], topics: usize, places: usize, mut loads: Vec<Fraction>) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    while steps.len() < places {
        let values = open(topics, &steps).into_iter().filter_map(|topic| {
            let people = supporters(ballots, topic);
            let sum: Fraction = people.iter().map(|voter| loads[*voter].clone()).sum();
            (!people.is_empty()).then(|| (topic, (Fraction::one() + sum) / number(people.len() as u64, 1)))
        });
        let Some((topic, load)) = first(ballots, values.collect()) else { break };
        for voter in supporters(ballots, topic) {
            loads[voter] = load.clone();
        }
        steps.push((topic, load));
    }
    steps
}

/// Equal Shares without completion, and what everybody has left.
pub fn equal_shares(ballots: &[Ballot], topics: usize, places: usize) -> (Vec<Step>, Vec<Fraction>) {
    let mut budgets = vec![number(places as u64, ballots.len() as u64); ballots.len()];
    let mut steps: Vec<Step> = Vec::new();
    while steps.len() < places {
        let values = open(topics, &steps)
            .into_iter()
            .filter_map(|topic| Some((topic, rho(ballots, &budgets, topic)?)));
        let Some((topic, rho)) = first(ballots, values.collect()) else { break };
        for voter in supporters(ballots, topic) {
            let paid = budgets[voter].clone().min(&rho * number(ballots[voter][&topic].into(), 1));
            budgets[voter] -= paid;
        }
        steps.push((topic, rho));
    }
    (steps, budgets)
}

/// The smallest rho at which the supporters pay 1, found by trying every number of people who pay all they have.
fn rho(ballots: &[Ballot], budgets: &[Fraction], topic: Lot) -> Option<Fraction> {
    let mut people: Vec<(Fraction, Fraction)> = supporters(ballots, topic)
        .into_iter()
        .map(|voter| (budgets[voter].clone(), number(ballots[voter][&topic].into(), 1)))
        .collect();
    people.sort_by_key(|(budget, points)| budget / points);
    (0..people.len()).find_map(|poor| {
        let given: Fraction = people[..poor].iter().map(|(budget, _)| budget.clone()).sum();
        let points: Fraction = people[poor..].iter().map(|(_, points)| points.clone()).sum();
        let rho = (Fraction::one() - given) / points;
        let pays = |(budget, points): &(Fraction, Fraction)| budget.clone().min(&rho * points);
        (people.iter().map(pays).sum::<Fraction>() == Fraction::one() && rho > Fraction::zero())
            .then_some(rho)
    })
}

/// Sequential PAV.
pub fn pav(ballots: &[Ballot], topics: usize, places: usize) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    while steps.len() < places {
        let values = open(topics, &steps).into_iter().filter_map(|topic| {
            let gains = supporters(ballots, topic).into_iter().map(|voter| {
                let has = steps.iter().filter(|(elected, _)| ballots[voter].contains_key(elected)).count();
                number(1, has as u64 + 1)
            });
            let gain: Fraction = gains.sum();
            (!gain.is_zero()).then(|| (topic, -gain))
        });
        let Some((topic, gain)) = first(ballots, values.collect()) else { break };
        steps.push((topic, -gain));
    }
    steps
}

/// Largest sums of points.
pub fn votes(ballots: &[Ballot], topics: usize, places: usize) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    while steps.len() < places {
        let values = open(topics, &steps).into_iter().map(|topic| {
            let sum: u64 =
                ballots.iter().filter_map(|ballot| ballot.get(&topic)).map(|points| u64::from(*points)).sum();
            (topic, -number(sum, 1))
        });
        let wanted = values.filter(|(_, sum)| !sum.is_zero());
        let Some((topic, sum)) = first(ballots, wanted.collect()) else { break };
        steps.push((topic, -sum));
    }
    steps
}
