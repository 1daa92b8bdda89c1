//! Groups of people: one organisation one vote, and splits that tell nothing of a few.

use num_bigint::BigInt;
use std::collections::BTreeMap;

use super::samples::Chance;
use crate::answers::organisations::ByOrganisation;
use crate::answers::split::{GROUP_MIN, Split};

fn votes(answers: &[(&str, i64)]) -> (String, BTreeMap<i64, String>) {
    let mut by_organisation = ByOrganisation::default();
    for (name, option) in answers {
        by_organisation.add(Some(name).filter(|name| !name.is_empty()).copied(), &[(*option, 1)]);
    }
    let votes = by_organisation.votes();
    assert_eq!(votes.parts.values().sum::<BigInt>(), &votes.whole * votes.organisations);
    (
        votes.whole.to_string(),
        votes.parts.into_iter().map(|(cell, parts)| (cell, parts.to_string())).collect(),
    )
}

#[test]
fn an_organisation_with_many_people_has_one_vote() {
    let answers = [("A", 0), ("A", 0), ("A", 0), ("B", 1), ("C", 1)];
    assert_eq!(votes(&answers), ("3".into(), BTreeMap::from([(0, "3".into()), (1, "6".into())])));
}

#[test]
fn a_vote_is_split_evenly_and_exactly() {
    let answers = [("A", 0), ("A", 1), ("B", 0), ("B", 0), ("B", 1), ("", 1)];
    // 1/2 + 2/3 and 1/2 + 1/3, in sixths.
    assert_eq!(votes(&answers), ("6".into(), BTreeMap::from([(0, "7".into()), (1, "5".into())])));
}

#[test]
fn votes_of_organisations_are_shown_in_hundredths() {
    let mut by_organisation = ByOrganisation::default();
    for option in [0, 0, 1] {
        by_organisation.add(Some("A"), &[(option, 1)]);
    }
    by_organisation.add(None, &[(0, 1)]);
    let votes = by_organisation.votes();
    assert_eq!([0, 1, 2].map(|cell| votes.hundredths(cell).to_string()), ["67", "33", "0"]);
    assert_eq!((votes.organisations, votes.without), (1, 1));
}

#[test]
fn nobody_has_voted_is_no_fault() {
    assert_eq!(votes(&[]), ("1".into(), BTreeMap::new()));
}

fn split(sizes: &[(&str, u32)]) -> Split {
    let mut split = Split::default();
    for (name, size) in sizes {
        (0..*size).for_each(|_| split.add(Some(name), &[(0, 1)]));
    }
    split
}

fn shown(sizes: &[(&str, u32)]) -> (String, u32) {
    let shown = split(sizes).shown(GROUP_MIN);
    let names: Vec<String> = shown
        .groups
        .iter()
        .map(|(name, part)| format!("{} {}", name.as_deref().unwrap_or("?"), part.ballots))
        .collect();
    (names.join(", "), shown.others.ballots)
}

#[test]
fn small_groups_are_folded_together() {
    assert_eq!(shown(&[("a", 9), ("b", 3), ("c", 2)]), ("a 9".into(), 5));
    assert_eq!(shown(&[("a", 9), ("b", 5)]), ("a 9, b 5".into(), 0));
}

#[test]
fn a_single_small_group_takes_the_smallest_other_one_along() {
    assert_eq!(shown(&[("a", 9), ("b", 6), ("c", 1)]), ("a 9".into(), 7));
    assert_eq!(shown(&[("a", 6), ("b", 6), ("c", 1)]), ("a 6".into(), 7));
    assert_eq!(shown(&[("a", 9), ("c", 4)]), (String::new(), 13));
    assert_eq!(shown(&[("a", 2), ("c", 2)]), (String::new(), 4));
}

#[test]
fn no_sum_or_difference_of_what_is_shown_is_about_a_few() {
    for seed in 0..300 {
        let mut chance = Chance::new(seed);
        let group_min = 1 + chance.below(7) as u32;
        let mut split = Split::default();
        let mut people: BTreeMap<Option<String>, Vec<i64>> = BTreeMap::new();
        for _ in 0..chance.below(60) {
            let size = 1 + chance.below(8);
            let group = chance.below(size);
            let group = (group != 5).then(|| group.to_string());
            let cell = chance.below(4) as i64;
            split.add(group.as_deref(), &[(cell, 1)]);
            people.entry(group).or_default().push(cell);
        }
        let shown = split.shown(group_min);
        let total: u32 = people.values().map(|cells| cells.len() as u32).sum();
        let mut blocks: Vec<u32> = shown.groups.iter().map(|(_, part)| part.ballots).collect();
        blocks.push(shown.others.ballots);
        assert_eq!(blocks.iter().sum::<u32>(), total);
        if total < group_min {
            assert!(shown.groups.is_empty());
            continue;
        }
        // Total minus any shown groups, and any shown groups together: all that can be added and subtracted without
        // counting somebody twice.
        for chosen in 0..1_u32 << blocks.len() {
            let sum: u32 =
                (0..blocks.len()).filter(|block| chosen & (1 << block) != 0).map(|block| blocks[block]).sum();
            for reckoned in [sum, total - sum] {
                assert!(reckoned == 0 || group_min <= reckoned, "{blocks:?}");
            }
        }
        for (name, part) in &shown.groups {
            assert_eq!(part.ballots as usize, people[name].len());
            for (cell, count) in &part.cells {
                assert_eq!(*count as usize, people[name].iter().filter(|own| *own == cell).count());
            }
        }
    }
}
