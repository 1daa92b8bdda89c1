//! What must hold on every electorate, tried on seeded random ones.

use num_traits::{One, Zero};
use std::collections::BTreeSet;

use crate::selection::certificate::certify;
use crate::selection::electorate::{Ballot, Electorate, Lot, approval};
use crate::selection::{Fraction, Grounds, Rule, Selection, Terms, TermsError, select};

use super::generated::{Chance, overlapping, shuffled, small};
use super::literature::terms;
use super::reference::{self, Step, number};

const ROUNDS: u64 = 400;

const RULES: [Rule; 6] = [
    Rule::MostVotes,
    Rule::SequentialPhragmen,
    Rule::EqualSharesAlone,
    Rule::EqualShares,
    Rule::SequentialPav,
    Rule::AdditiveEqualShares,
];

/// Calls with random ballots of up to so many points.
fn for_random_ballots(points_max: u64, mut check: impl FnMut(&mut Chance, usize, Vec<Ballot>)) {
    for seed in 0..ROUNDS {
        println!("seed {seed}");
        let mut chance = Chance(seed);
        let (topics, ballots) = small(&mut chance, points_max);
        check(&mut chance, topics, ballots);
    }
}

fn run(topics: usize, ballots: &[Ballot], terms: &Terms) -> Selection {
    select(&Electorate::new(topics, ballots.iter().cloned()), terms).unwrap()
}

fn with_hands(chance: &mut Chance, topics: usize, rule: Rule) -> Terms {
    let mut terms = terms(rule, 0);
    for topic in 0..topics {
        match chance.below(5) {
            0 => terms.pinned.insert(topic),
            1 => terms.excluded.insert(topic),
            _ => false,
        };
    }
    terms.places = terms.pinned.len() + chance.below(4) as usize;
    terms
}

/// Topics and moments of what ballots elected.
fn steps(selection: &Selection) -> Vec<Step> {
    let by_ballots = selection.elected.iter().filter(|elected| elected.grounds != Grounds::Spare);
    by_ballots.map(|elected| (elected.topic, elected.moment.clone().unwrap())).collect()
}

#[test]
fn most_votes_phragmen_and_pav_agree_with_their_definitions() {
    for_random_ballots(1, |chance, topics, ballots| {
        let places = 1 + chance.below(8) as usize;
        let by = |rule| steps(&run(topics, &ballots, &terms(rule, places)));
        let nothing = vec![Fraction::zero(); ballots.len()];
        assert_eq!(by(Rule::MostVotes), reference::votes(&ballots, topics, places));
        assert_eq!(by(Rule::SequentialPhragmen), reference::phragmen(&ballots, topics, places, nothing));
        assert_eq!(by(Rule::SequentialPav), reference::pav(&ballots, topics, places));
    });
}

#[test]
fn equal_shares_agree_with_their_definition() {
    for_random_ballots(1, |chance, topics, ballots| {
        let places = 1 + chance.below(8) as usize;
        let (bought, budgets) = reference::equal_shares(&ballots, topics, places);
        assert_eq!(steps(&run(topics, &ballots, &terms(Rule::EqualSharesAlone, places))), bought);

        // The reference has the bought topics taken out of the ballots, so that completion cannot take them.
        let left = ballots.iter().map(|ballot| {
            let others =
                ballot.keys().copied().filter(|topic| bought.iter().all(|(other, _)| other != topic));
            approval(others)
        });
        let loads = budgets.into_iter().map(|budget| -budget).collect();
        let left: Vec<Ballot> = left.collect();
        let completion = reference::phragmen(&left, topics, places - bought.len(), loads);
        let expected: Vec<Step> = bought.into_iter().chain(completion).collect();
        assert_eq!(steps(&run(topics, &ballots, &terms(Rule::EqualShares, places))), expected);
    });
}

/// With more people and places the fractions get long.
#[test]
fn long_fractions_stay_exact() {
    for seed in 0..3 {
        println!("seed {seed}");
        let ballots: Vec<Ballot> = overlapping(seed).into_iter().step_by(5).collect();
        let by = |rule| steps(&run(60, &ballots, &terms(rule, 18)));
        let nothing = vec![Fraction::zero(); ballots.len()];
        assert_eq!(by(Rule::SequentialPhragmen), reference::phragmen(&ballots, 60, 18, nothing));
        assert_eq!(by(Rule::EqualSharesAlone), reference::equal_shares(&ballots, 60, 18).0);
        assert_eq!(by(Rule::SequentialPav), reference::pav(&ballots, 60, 18));
    }
}

#[test]
fn additive_equal_shares_agree_with_their_definition() {
    for_random_ballots(5, |chance, topics, ballots| {
        let places = 1 + chance.below(8) as usize;
        let (mut expected, _) = reference::equal_shares(&ballots, topics, places);
        let sums = reference::votes(&ballots, topics, topics);
        for (topic, sum) in sums {
            if expected.len() < places && expected.iter().all(|(bought, _)| *bought != topic) {
                expected.push((topic, sum));
            }
        }
        assert_eq!(steps(&run(topics, &ballots, &terms(Rule::AdditiveEqualShares, places))), expected);
    });
}

#[test]
fn all_places_are_taken_while_there_are_topics() {
    for_random_ballots(3, |chance, topics, ballots| {
        for rule in RULES {
            let terms = with_hands(chance, topics, rule);
            let selection = run(topics, &ballots, &terms);
            let available = topics - terms.excluded.len();
            let elected: BTreeSet<Lot> = selection.topics().into_iter().collect();
            assert_eq!(elected.len(), selection.elected.len(), "{rule:?} elects nothing twice");
            assert_eq!(elected.len() + selection.waiting.len(), available, "{rule:?}");
            assert!(terms.pinned.is_subset(&elected), "{rule:?}: pins are in");
            assert!(terms.excluded.is_disjoint(&elected), "{rule:?}: exclusions are out");
            if rule != Rule::EqualSharesAlone {
                assert_eq!(elected.len(), terms.places.min(available), "{rule:?}");
            }
        }
    });
}

#[test]
fn payments_sum_to_the_price_and_nobody_pays_more_than_they_have() {
    for_random_ballots(3, |chance, topics, ballots| {
        for rule in [Rule::SequentialPhragmen, Rule::EqualSharesAlone, Rule::EqualShares] {
            let terms = with_hands(chance, topics, rule);
            let selection = run(topics, &ballots, &terms);
            let share = number(terms.places as u64, ballots.len() as u64);
            for elected in &selection.elected {
                let sum: Fraction =
                    elected.payments.iter().map(|payment| &payment.each * number(payment.people, 1)).sum();
                match elected.moment {
                    Some(_) => assert_eq!(sum, Fraction::one(), "{rule:?}"),
                    None => assert!(sum < Fraction::one(), "{rule:?}"),
                }
                assert!(elected.payments.iter().all(|payment| Fraction::zero() < payment.each), "{rule:?}");
                let is_from_budget =
                    rule != Rule::SequentialPhragmen && elected.grounds != Grounds::Completion;
                assert!(!is_from_budget || elected.payments.iter().all(|payment| payment.each <= share));
            }
            let spent: Fraction = selection
                .elected
                .iter()
                .flat_map(|elected| &elected.payments)
                .map(|payment| &payment.each * number(payment.people, 1))
                .sum();
            assert!(rule != Rule::EqualSharesAlone || spent <= number(terms.places as u64, 1));
        }
    });
}

#[test]
fn the_order_of_ballots_changes_nothing() {
    for_random_ballots(3, |chance, topics, ballots| {
        for rule in RULES {
            let terms = with_hands(chance, topics, rule);
            let shuffled = shuffled(chance, &ballots);
            assert_eq!(run(topics, &ballots, &terms), run(topics, &shuffled, &terms), "{rule:?}");
        }
    });
}

#[test]
fn one_more_place_only_adds_a_topic_by_phragmen_pav_and_most_votes() {
    for_random_ballots(1, |_, topics, ballots| {
        for rule in [Rule::SequentialPhragmen, Rule::SequentialPav, Rule::MostVotes] {
            let all = run(topics, &ballots, &terms(rule, topics)).topics();
            for places in 0..topics {
                let selection = run(topics, &ballots, &terms(rule, places));
                let waiting = selection.waiting.iter().map(|waiting| waiting.topic);
                let line: Vec<Lot> = selection.topics().into_iter().chain(waiting).collect();
                assert_eq!(line, all, "{rule:?} with {places} places");
            }
        }
    });
}

#[test]
fn equal_shares_leave_no_group_without_its_share() {
    for_random_ballots(1, |chance, topics, ballots| {
        let places = 1 + chance.below(8) as usize;
        for rule in [Rule::EqualSharesAlone, Rule::EqualShares] {
            let electorate = Electorate::new(topics, ballots.iter().cloned());
            let selection = select(&electorate, &terms(rule, places)).unwrap();
            let certificate = certify(&electorate, &selection);
            assert!(certificate.is_proportional, "{rule:?}: {certificate:?}");
        }
    });
}

#[test]
fn phragmen_leaves_no_group_with_nothing() {
    for_random_ballots(1, |chance, topics, ballots| {
        let electorate = Electorate::new(topics, ballots);
        let terms = terms(Rule::SequentialPhragmen, 1 + chance.below(8) as usize);
        assert!(certify(&electorate, &select(&electorate, &terms).unwrap()).is_justified);
    });
}

/// Checks that so many further supporters elect a topic and one fewer do not. `dormant` people with empty
/// ballots stand ready, so that the number of voters stays as it is.
#[test]
fn a_topic_that_waits_lacks_exactly_as_many_people_as_it_says() {
    for_random_ballots(3, |chance, topics, mut ballots| {
        let dormant = 30;
        ballots.truncate(12);
        ballots.extend(std::iter::repeat_n(Ballot::new(), dormant));
        for rule in RULES {
            let mut terms = with_hands(chance, topics, rule);
            terms.places += 1;
            for waiting in run(topics, &ballots, &terms).waiting {
                let lacks = waiting.lacks.expect("a place is open") as usize;
                let is_elected = |people: usize| {
                    let mut ballots = ballots.clone();
                    let others = ballots.len() - people;
                    ballots[others..].fill(approval([waiting.topic]));
                    run(topics, &ballots, &terms).topics().contains(&waiting.topic)
                };
                // Under Equal Shares without completion it may take more than everybody who is there.
                assert!(is_elected(lacks.min(dormant)) == (lacks <= dormant), "{rule:?}: {waiting:?}");
                if dormant < lacks {
                    continue;
                }
                assert!(lacks != 0 && !is_elected(lacks - 1), "{rule:?}: {waiting:?}");
            }
        }
    });
}

#[test]
fn terms_that_cannot_be_met_are_named() {
    let electorate = Electorate::new(3, [approval([0, 1])]);
    let refused = |pinned: &[Lot], excluded: &[Lot]| {
        let mut terms = terms(Rule::SequentialPhragmen, 1);
        terms.pinned.extend(pinned);
        terms.excluded.extend(excluded);
        select(&electorate, &terms).unwrap_err()
    };
    assert_eq!(refused(&[3], &[]), TermsError::UnknownTopic(3));
    assert_eq!(refused(&[], &[7]), TermsError::UnknownTopic(7));
    assert_eq!(refused(&[1], &[1]), TermsError::PinnedAndExcluded(1));
    assert_eq!(refused(&[1, 2], &[]), TermsError::TooManyPinned { places: 1 });
}
