//! Examples from the literature with their known results.

use crate::selection::certificate::certify;
use crate::selection::electorate::{Ballot, Electorate, Lot, approval};
use crate::selection::{Fraction, Grounds, Payment, Rule, Selection, Terms, select};
use std::collections::BTreeSet;

use super::reference::number;

/// Lines of "people: topics", where a topic is a letter.
pub fn ballots(profile: &str) -> Vec<Ballot> {
    let mut ballots = Vec::new();
    for line in profile.lines().filter(|line| !line.trim().is_empty()) {
        let (people, topics) = line.split_once(':').unwrap();
        let lots = topics.bytes().filter(u8::is_ascii_lowercase).map(|letter| Lot::from(letter - b'a'));
        let ballot = approval(lots);
        ballots.extend(std::iter::repeat_n(ballot, people.trim().parse().unwrap()));
    }
    ballots
}

pub fn electorate(profile: &str) -> Electorate {
    let ballots = ballots(profile);
    let topics = ballots.iter().flat_map(|ballot| ballot.keys()).max().map_or(0, |last| last + 1);
    Electorate::new(topics, ballots)
}

pub fn terms(rule: Rule, places: usize) -> Terms {
    Terms { rule, places, pinned: BTreeSet::new(), excluded: BTreeSet::new() }
}

fn letters(topics: &[Lot]) -> String {
    topics.iter().map(|lot| char::from(b'a' + *lot as u8)).collect()
}

pub fn selected(profile: &str, rule: Rule, places: usize) -> Selection {
    select(&electorate(profile), &terms(rule, places)).unwrap()
}

fn check(profile: &str, rule: Rule, places: usize, expected: &str) {
    assert_eq!(letters(&selected(profile, rule, places).topics()), expected, "{rule:?}");
}

fn moments(selection: &Selection) -> Vec<Fraction> {
    selection.elected.iter().map(|elected| elected.moment.clone().unwrap()).collect()
}

/// Lackner, Skowron: Multi-Winner Voting with Approval Preferences (2023), example 1.
const RUNNING_EXAMPLE: &str = "
    3: a b
    3: a c
    2: a d
    1: b c f
    1: e
    1: f
    1: g";

/// Brill, Freeman, Janson, Lackner 2017, where sequential Phragmén fails EJR; c to n are their c1 to c12.
const PHRAGMEN_FAILS_EJR: &str = "
    2: a b c
    2: a b d
    6: c d e f g h i j k l m n
    5: d e f g h i j k l m n
    9: e f g h i j k l m n";

#[test]
fn lackner_skowron_running_example_by_most_votes() {
    check(RUNNING_EXAMPLE, Rule::MostVotes, 4, "abcd");
}

#[test]
fn lackner_skowron_running_example_by_phragmen() {
    check(RUNNING_EXAMPLE, Rule::SequentialPhragmen, 4, "abcd");
    let expected = [number(1, 8), number(11, 32), number(55, 128), number(5, 8)];
    assert_eq!(moments(&selected(RUNNING_EXAMPLE, Rule::SequentialPhragmen, 4)), expected);
}

#[test]
fn lackner_skowron_running_example_by_equal_shares() {
    check(RUNNING_EXAMPLE, Rule::EqualSharesAlone, 4, "a");
    check(RUNNING_EXAMPLE, Rule::EqualShares, 4, "abcd");
    let expected = [number(1, 8), number(1, 96), number(37, 384), number(7, 24)];
    assert_eq!(moments(&selected(RUNNING_EXAMPLE, Rule::EqualShares, 4)), expected);
}

#[test]
fn lackner_skowron_running_example_by_pav() {
    check(RUNNING_EXAMPLE, Rule::SequentialPav, 4, "abcf");
    let expected = [number(8, 1), number(5, 2), number(2, 1), number(4, 3)];
    assert_eq!(moments(&selected(RUNNING_EXAMPLE, Rule::SequentialPav, 4)), expected);
}

/// Phragmén 1894, example as told by Janson 2016: 1034 ABC, 519 PQR, 90 ABQ, 47 APQ; d, e, f are P, Q, R.
#[test]
fn phragmen_1894_elects_a_q_b() {
    let profile = "1034: a b c\n519: d e f\n90: a b e\n47: a d e";
    check(profile, Rule::SequentialPhragmen, 3, "aeb");
    check(profile, Rule::MostVotes, 3, "abc");
}

#[test]
fn brill_freeman_janson_lackner_2017_phragmen_fails_ejr_and_the_certificate_says_so() {
    let electorate = electorate(PHRAGMEN_FAILS_EJR);
    let selection = selected(PHRAGMEN_FAILS_EJR, Rule::SequentialPhragmen, 12);
    let mut topics = selection.topics();
    topics.sort_unstable();
    assert_eq!(letters(&topics), "cdefghijklmn");
    let certificate = certify(&electorate, &selection);
    assert!(certificate.is_justified && !certificate.is_proportional);
    let worst = certificate.worst.unwrap();
    assert_eq!((worst.topic, worst.level, worst.people, worst.ratio), (0, 2, 4, number(1, 1)));
}

#[test]
fn peters_skowron_2020_equal_shares_keep_ejr_where_phragmen_fails() {
    let electorate = electorate(PHRAGMEN_FAILS_EJR);
    let selection = selected(PHRAGMEN_FAILS_EJR, Rule::EqualShares, 12);
    assert!(certify(&electorate, &selection).is_proportional);
}

/// As Lackner, Skowron 2023 say in proposition A.2; the profile is another one, for our completion.
#[test]
fn lackner_skowron_equal_shares_are_not_committee_monotone() {
    let profile = "2: c d\n1: a b\n1: b c\n1: a d";
    check(profile, Rule::EqualShares, 2, "ca");
    check(profile, Rule::EqualShares, 3, "cdb");
}

/// Aziz et al. 2017: one voter approves of one candidate, all others of as many as there are places.
#[test]
fn aziz_et_al_2017_most_votes_fail_justified_representation() {
    let profile = "1: a\n2: b c d";
    let certificate = |rule| certify(&electorate(profile), &selected(profile, rule, 3));
    let by_most_votes = certificate(Rule::MostVotes);
    assert!(!by_most_votes.is_justified && !by_most_votes.is_proportional);
    for rule in [Rule::SequentialPhragmen, Rule::EqualShares, Rule::SequentialPav] {
        assert!(certificate(rule).is_proportional, "{rule:?}");
    }
}

/// The definition of Peters, Pierczyński, Skowron 2021 by hand: both have 1; for the first topic one pays three
/// times as much as the other, who then has not enough for the second.
#[test]
fn peters_pierczynski_skowron_2021_people_pay_in_proportion_to_their_points() {
    let ballots = [Ballot::from([(0, 3)]), Ballot::from([(0, 1), (1, 1)])];
    let selection = select(&Electorate::new(2, ballots), &terms(Rule::AdditiveEqualShares, 2)).unwrap();
    let [first, second] = &selection.elected[..] else { panic!("both are elected") };
    assert_eq!((first.topic, first.moment.clone()), (0, Some(number(1, 4))));
    let payments = [(1, number(3, 4)), (1, number(1, 4))].map(|(people, each)| Payment { people, each });
    assert_eq!(first.payments, payments);
    assert_eq!((second.topic, second.grounds), (1, Grounds::Completion));
}
