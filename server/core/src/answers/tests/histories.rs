//! Random histories of set, change, withdraw and reset: what is kept equals what is counted afresh.

use std::collections::BTreeMap;
use tafelrunde_protocol::ids::ParticipantId;

use super::samples::{Chance, answer, order, shapes};
use crate::answers::cells::{Part, cells};
use crate::answers::leaderboard::Leaderboard;
use crate::answers::order::{Order, RankingTally};
use crate::answers::organisations::ByOrganisation;
use crate::answers::split::Split;
use crate::answers::texts::{GroupId, TextId};
use crate::answers::{Answer, Shape, Tally, recount};
use crate::ranking::borda::borda;
use crate::ranking::schulze::schulze;
use crate::ranking::{RankedBallot, Rankings};

const PEOPLE: usize = 20;
const STEPS: usize = 300;
const SEEDS: u64 = 6;

type Answers = BTreeMap<usize, Answer>;

/// Plays a history: most steps set or change an answer, some withdraw one, few reset all. `look` is called after each.
fn play<T>(
    seed: u64,
    shape: &Shape,
    new: impl Fn() -> T,
    change: impl Fn(&mut T, usize, &Answer, Way),
    look: impl Fn(&T, &Answers),
) {
    let mut chance = Chance::new(seed);
    let mut kept = new();
    let mut answers = Answers::new();
    for _ in 0..STEPS {
        let person = chance.below(PEOPLE);
        match chance.below(100) {
            0 => {
                kept = new();
                answers.clear();
            }
            1..20 => {
                if let Some(earlier) = answers.remove(&person) {
                    change(&mut kept, person, &earlier, Way::Out);
                }
            }
            _ => {
                let answer = answer(&mut chance, shape, person);
                change(&mut kept, person, &answer, Way::In(answers.get(&person)));
                answers.insert(person, answer);
            }
        }
        look(&kept, &answers);
    }
}

/// Out, or in, in place of an earlier answer.
enum Way<'a> {
    Out,
    In(Option<&'a Answer>),
}

fn change_tally(tally: &mut Tally, answer: &Answer, way: Way) {
    match way {
        Way::Out => tally.remove(answer),
        Way::In(earlier) => {
            earlier.into_iter().for_each(|earlier| tally.remove(earlier));
            tally.add(answer);
        }
    }
}

#[test]
fn every_tally_equals_its_recount_and_survives_storing() {
    for (shape, seed) in
        shapes().iter().zip(0..).flat_map(|(shape, nth)| (0..SEEDS).map(move |s| (shape, nth * 100 + s)))
    {
        let look = |tally: &Tally, answers: &Answers| {
            let afresh = recount(shape, answers.values());
            assert_eq!((tally, tally.ballots() as usize), (&afresh, answers.len()));
            let json = serde_json::to_string(tally).unwrap();
            assert_eq!(serde_json::from_str::<Tally>(&json).unwrap(), afresh);
        };
        play(seed, shape, || shape.tally(), |tally, _, answer, way| change_tally(tally, answer, way), look);
    }
}

#[test]
fn a_checked_answer_stays_as_it_is_and_survives_storing() {
    for (shape, seed) in shapes().iter().zip(0..) {
        let mut chance = Chance::new(seed);
        for _ in 0..50 {
            let answer = answer(&mut chance, shape, 7);
            assert_eq!(shape.check_answer(answer.clone()).as_ref(), Ok(&answer));
            let json = serde_json::to_string(&answer).unwrap();
            assert_eq!(serde_json::from_str::<Answer>(&json).unwrap(), answer);
        }
        let json = serde_json::to_string(shape).unwrap();
        assert_eq!(serde_json::from_str::<Shape>(&json).unwrap().check().as_ref(), Ok(shape));
    }
}

#[test]
fn supporters_of_groups_are_united_whenever_texts_are_grouped() {
    let shape = shapes().into_iter().find(|shape| matches!(shape, Shape::Open(_))).unwrap();
    let groups: BTreeMap<TextId, GroupId> =
        (0..60).step_by(2).map(|id| (TextId(id), GroupId(id % 5))).collect();
    let open = |answer: &Answer| match answer {
        Answer::Open(open) => open.clone(),
        _ => unreachable!("the question is open"),
    };
    let new = || match shape.tally() {
        Tally::Texts(mut texts) => {
            texts.regroup(groups.clone(), []);
            Tally::Texts(texts)
        }
        _ => unreachable!("the question is open"),
    };
    let look = |tally: &Tally, answers: &Answers| {
        let (Tally::Texts(kept), Tally::Texts(mut afresh)) = (tally, recount(&shape, answers.values()))
        else {
            unreachable!("the question is open");
        };
        let opened: Vec<_> = answers.values().map(open).collect();
        afresh.regroup(groups.clone(), &opened);
        assert_eq!(*kept, afresh);
        for entry in kept.entries() {
            let supports = |answer: &&crate::answers::texts::OpenAnswer| {
                let named = answer.own.iter().map(|(id, _)| id).chain(&answer.up);
                let mut named = named.copied();
                named.any(|id| match entry.group {
                    Some(group) => groups.get(&id) == Some(&group),
                    None => entry.texts == [id],
                })
            };
            assert_eq!(entry.supporters as usize, opened.iter().filter(supports).count());
        }
    };
    for seed in 0..SEEDS {
        play(seed, &shape, new, |tally, _, answer, way| change_tally(tally, answer, way), look);
    }
}

#[test]
fn kept_pairs_and_points_of_orders_are_those_that_the_rules_count() {
    for seed in 0..60 {
        let mut chance = Chance::new(seed);
        let options = 2 + chance.below(6);
        let orders: Vec<Order> = (0..30).map(|_| order(&mut chance, options)).collect();
        let mut tally = RankingTally::new(options);
        orders.iter().for_each(|order| tally.add(order));
        let lots =
            |order: &Order| order.iter().map(|group| group.iter().map(|id| id.0.into()).collect()).collect();
        let ballots = orders.iter().map(|order| RankedBallot { people: 1, groups: lots(order) }).collect();
        let rankings = Rankings { topics: options, ballots };
        let standings = tally.standings(seed);
        let by_ids = |order: &[Vec<usize>]| -> Vec<Vec<u16>> {
            order.iter().map(|group| group.iter().map(|lot| *lot as u16).collect()).collect()
        };
        let of_ids = |order: &Order| -> Vec<Vec<u16>> {
            order.iter().map(|group| group.iter().map(|id| id.0).collect()).collect()
        };
        assert_eq!(of_ids(&standings.schulze), by_ids(&schulze(&rankings).order));
        assert_eq!(of_ids(&standings.borda), by_ids(&borda(&rankings).order));
        assert_eq!(standings.doubled_points, borda(&rankings).doubled_points);
        let last = standings.rounds.last().unwrap().option;
        assert!(standings.possible_winners.unwrap().contains(&last));
    }
}

/// Organisations and groups of people; every seventh belongs nowhere.
fn home(person: usize) -> Option<String> {
    (person % 7 != 6).then(|| format!("o{}", person % 7 * person % 5))
}

#[test]
fn counts_by_organisation_and_by_group_equal_their_recount() {
    type Kept = (ByOrganisation, Split);
    fn put(kept: &mut Kept, shape: &Shape, person: usize, answer: &Answer) {
        if let Some(cells) = cells(shape, answer) {
            kept.0.add(home(person).as_deref(), &cells);
            kept.1.add(home(person).as_deref(), &cells);
        }
    }
    fn take(kept: &mut Kept, shape: &Shape, person: usize, answer: &Answer) {
        if let Some(cells) = cells(shape, answer) {
            kept.0.remove(home(person).as_deref(), &cells);
            kept.1.remove(home(person).as_deref(), &cells);
        }
    }
    for (shape, seed) in shapes().iter().zip(0..) {
        let change = |kept: &mut Kept, person: usize, answer: &Answer, way: Way| match way {
            Way::Out => take(kept, shape, person, answer),
            Way::In(earlier) => {
                earlier.into_iter().for_each(|earlier| take(kept, shape, person, earlier));
                put(kept, shape, person, answer);
            }
        };
        let look = |kept: &Kept, answers: &Answers| {
            let mut afresh = Kept::default();
            answers.iter().for_each(|(person, answer)| put(&mut afresh, shape, *person, answer));
            assert_eq!(*kept, afresh);
        };
        play(seed, shape, Kept::default, change, look);
    }
}

#[test]
fn a_leaderboard_equals_its_recount() {
    let shapes = shapes();
    let shape = shapes.iter().find(|shape| matches!(shape, Shape::Quiz(_))).unwrap();
    let points = |answer: &Answer| match (shape, answer) {
        (Shape::Quiz(quiz), Answer::Timed(pick, after_ms)) => quiz.points_for(*pick, *after_ms),
        _ => unreachable!("the question is a quiz"),
    };
    let id = |person: usize| ParticipantId(person as u64);
    let change = |board: &mut Leaderboard, person: usize, answer: &Answer, way: Way| match way {
        Way::Out => board.remove(id(person), points(answer)),
        Way::In(earlier) => {
            earlier.into_iter().for_each(|earlier| board.remove(id(person), points(earlier)));
            board.add(id(person), points(answer));
        }
    };
    let look = |board: &Leaderboard, answers: &Answers| {
        let mut afresh = Leaderboard::default();
        answers.iter().for_each(|(person, answer)| afresh.add(id(*person), points(answer)));
        assert_eq!(*board, afresh);
        for place in board.top(PEOPLE) {
            for person in &place.people {
                assert_eq!(
                    (board.place(*person), place.points),
                    (Some(place.place), board.score(*person).unwrap().points)
                );
            }
        }
    };
    play(3, shape, Leaderboard::default, change, look);
}

#[test]
fn parts_unite_and_part() {
    let mut united = Part::default();
    united.add(&[(0, 2), (3, 0)]);
    let before = united.clone();
    let mut other = Part::default();
    other.add(&[(0, 1), (5, 4)]);
    united.unite(&other);
    assert_eq!((united.ballots, united.cells.len()), (2, 2));
    united.part_from(&other);
    assert_eq!(united, before);
}
