//! Tests of who wants what.

use super::*;
use std::collections::BTreeSet;

const PHASE: Phase = Phase { length: Duration::from_secs(2), votes: 300, changes: 120 };

fn ballots(plan: &Plan) -> Vec<(u32, Vec<u32>, u32)> {
    let ballot = |(_, (person, wish)): &(Duration, (u32, Wish))| match wish {
        Wish::Approve { topics, revision } => Some((*person, topics.clone(), *revision)),
        _ => None,
    };
    plan.iter().filter_map(ballot).collect()
}

#[test]
fn first_ballots_have_eight_to_eighty_different_wishes() {
    let first = ballots(&People::new(2_000, 200, 1).first_ballots(1_000));
    assert_eq!(first.len(), 2_000);
    let lengths: BTreeSet<usize> = first.iter().map(|(_, topics, _)| topics.len()).collect();
    assert_eq!((lengths.first(), lengths.last()), (Some(&8), Some(&80)));
    for (_, topics, revision) in &first {
        assert_eq!(topics.iter().collect::<BTreeSet<_>>().len(), topics.len());
        assert!(topics.iter().all(|topic| *topic < 200));
        assert_eq!(*revision, 1);
    }
}

#[test]
fn groups_are_60_25_and_15_percent_and_want_mostly_their_own_topics() {
    let mut people = [0; 3];
    (0..2_000).for_each(|person| people[group(person, 2_000) as usize] += 1);
    assert_eq!(people, [1_200, 500, 300]);
    for (person, topics, _) in ballots(&People::new(200, 90, 1).first_ballots(1_000)) {
        let own = topics.iter().filter(|topic| **topic / 30 == group(person, 200)).count();
        assert!(own >= topics.len() * 3 / 4, "{own} of {}", topics.len());
    }
}

#[test]
fn every_change_adds_one_wish_to_those_of_all() {
    let mut people = People::new(50, 30, 1);
    let mut wants: Vec<Vec<u32>> =
        ballots(&people.first_ballots(1_000)).into_iter().map(|(_, topics, _)| topics).collect();
    let before = people.wishes();
    let mut revisions = vec![1; 50];
    for (person, topics, revision) in ballots(&people.phase(PHASE)) {
        let (person, different) = (person as usize, topics.iter().collect::<BTreeSet<_>>().len());
        assert_eq!((topics.len(), different), (wants[person].len() + 1, wants[person].len() + 1));
        assert_eq!(revision, revisions[person] + 1);
        revisions[person] = revision;
        wants[person] = topics;
    }
    assert_eq!(people.wishes(), before + 120);
    assert!(revisions.iter().all(|revision| (3..=4).contains(revision)), "{revisions:?}");
}

#[test]
fn votes_ascend_in_time_and_revision() {
    let plan = People::new(50, 30, 1).phase(PHASE);
    assert!(plan.is_sorted_by_key(|(at, _)| *at));
    let mut revisions = vec![0; 50];
    for (at, (person, wish)) in &plan {
        let Wish::Vote { revision, choice, .. } = wish else { continue };
        assert!(*at < PHASE.length && *choice < OPTIONS);
        assert_eq!(*revision, revisions[*person as usize] + 1);
        revisions[*person as usize] = *revision;
    }
    assert_eq!(revisions, vec![6; 50]);
}

#[test]
fn the_same_seed_gives_the_same_people() {
    let plan = |seed| People::new(50, 30, seed).phase(PHASE);
    assert_eq!(plan(1), plan(1));
    assert_ne!(plan(1), plan(2));
}
