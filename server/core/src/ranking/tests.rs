//! Ballots in, orders out. Letters are topics, `=` makes them equal, `>` separates groups.

use super::borda::borda;
use super::runoff::runoff;
use super::schulze::schulze;
use super::{RankedBallot, Rankings};
use crate::selection::electorate::Lot;

fn letters(topics: impl IntoIterator<Item = Lot>) -> String {
    topics.into_iter().map(|topic| char::from(b'a' + topic as u8)).collect()
}

fn order(groups: &[Vec<Lot>]) -> String {
    let groups: Vec<String> = groups.iter().map(|group| letters(group.iter().copied())).collect();
    groups.join(">")
}

fn rankings(topics: usize, profile: &str) -> Rankings {
    let ballot = |line: &str| {
        let (people, groups) = line.trim().split_once(' ').unwrap();
        let lots = |group: &str| {
            group.bytes().filter(u8::is_ascii_lowercase).map(|letter| Lot::from(letter - b'a')).collect()
        };
        let groups = groups.split('>').map(lots).collect();
        RankedBallot { people: people.parse().unwrap(), groups }
    };
    Rankings { topics, ballots: profile.trim().lines().map(ballot).collect() }
}

/// Expected: order by Schulze, Condorcet winner, possible winners of the run-off, order by Borda.
fn check(topics: usize, profile: &str, expected: [&str; 4]) {
    let rankings = rankings(topics, profile);
    let schulze = schulze(&rankings);
    let possible = runoff(&rankings).possible_winners.unwrap();
    assert_eq!(
        [
            order(&schulze.order),
            letters(schulze.condorcet_winner),
            letters(possible),
            order(&borda(&rankings).order)
        ],
        expected
    );
}

#[test]
fn schulze_2011_example_of_45_voters() {
    let profile = "5 a>c>b>e>d\n5 a>d>e>c>b\n8 b>e>d>a>c\n3 c>a>b>e>d\n7 c>a>e>b>d\n2 c>b>a>d>e\n7 d>c>e>b>a\n8 e>b>a>d>c";
    check(5, profile, ["e>a>c>b>d", "", "c", "e>a>b>c>d"]);
}

/// Burlington 2009, the last three: Kiss (a), Montroll (b), Wright (c). Run-off and Condorcet differ. Counts
/// from the published ballots, truncated ones included.
#[test]
fn burlington_2009_run_off_is_not_the_condorcet_winner() {
    let profile = "1332 b>a>c\n767 b>c>a\n455 b\n2043 a>b>c\n371 a>c>b\n568 a\n1513 c>b>a\n495 c>a>b\n1289 c";
    check(3, profile, ["b>a>c", "b", "a", "b>a>c"]);
}

#[test]
fn tennessee_capital() {
    // Memphis, Nashville, Chattanooga, Knoxville.
    check(4, "42 a>b>c>d\n26 b>c>d>a\n15 c>d>b>a\n17 d>c>b>a", ["b>c>d>a", "b", "d", "b>c>a>d"]);
}

#[test]
fn a_full_cycle_is_a_tie_everywhere() {
    check(3, "1 a>b>c\n1 b>c>a\n1 c>a>b", ["abc", "", "abc", "abc"]);
}

#[test]
fn topics_that_nobody_names_come_last() {
    check(4, "2 b\n1 c", ["b>c>ad", "b", "b", "b>c>ad"]);
}

#[test]
fn equal_topics_share_a_vote() {
    let runoff = runoff(&rankings(3, "3 a=b\n1 c\n1 b"));
    let votes: Vec<(String, String)> =
        runoff.rounds.iter().map(|round| (letters([round.topic]), round.votes.to_string())).collect();
    let expected = [("c", "1"), ("a", "3/2"), ("b", "4")];
    assert_eq!(votes, expected.map(|(topic, votes)| (topic.to_owned(), votes.to_owned())));
}

#[test]
fn another_lot_may_have_another_winner() {
    let runoff = runoff(&rankings(3, "2 a>b>c\n2 b>a>c\n3 c>a>b"));
    assert_eq!((runoff.winner(), letters(runoff.possible_winners.clone().unwrap())), (Some(0), "ab".into()));
    assert_eq!((runoff.rounds[0].topic, runoff.rounds[0].tied_with.clone()), (1, vec![0]));
}

#[test]
fn many_topics_that_nobody_names_do_not_multiply_the_ways() {
    let runoff = runoff(&rankings(200, "2 a>b\n1 b"));
    assert_eq!((runoff.winner(), runoff.possible_winners.map(letters)), (Some(0), Some("a".into())));
}

#[test]
fn no_ballots_are_a_tie_of_all() {
    check(2, "0 a", ["ab", "", "ab", "ab"]);
}
