//! Known examples: answers in, figures out.

use tafelrunde_protocol::ids::{OptionId, ParticipantId};

use super::samples::{shapes, texts};
use crate::answers::choice::{ABSTAIN, NO, Outcome, YES, outcome};
use crate::answers::estimate::nearest;
use crate::answers::fold::key;
use crate::answers::histogram::{Histogram, Ratio};
use crate::answers::leaderboard::Leaderboard;
use crate::answers::options::Counts;
use crate::answers::order::{Order, RankingTally};
use crate::answers::paper::{Paper, Source};
use crate::answers::points::PointsTally;
use crate::answers::quiz::Quiz;
use crate::answers::scale::Scale;
use crate::answers::standings::Standings;
use crate::answers::texts::{GroupId, OpenAnswer, TextId, TextsTally, numbered};
use crate::answers::words::WordsTally;
use crate::answers::{Answer, Shape};

fn histogram(numbers: &[i64]) -> Histogram {
    let mut histogram = Histogram::default();
    numbers.iter().for_each(|number| histogram.add(*number));
    histogram
}

#[test]
fn equal_counts_share_a_place() {
    let mut counts = Counts::new(3);
    for picks in [vec![0, 2], vec![2], vec![0], vec![]] {
        counts.add(&picks.into_iter().map(OptionId).collect::<Vec<_>>());
    }
    assert_eq!((counts.ballots, counts.counts.clone()), (4, vec![2, 0, 2]));
    assert_eq!(counts.order(), [vec![OptionId(0), OptionId(2)], vec![OptionId(1)]]);
}

#[test]
fn abstentions_decide_nothing() {
    let mut counts = Counts::new(3);
    assert_eq!(outcome(&counts), Outcome::Tied);
    [YES, ABSTAIN, ABSTAIN].iter().for_each(|option| counts.add(&[*option]));
    assert_eq!(outcome(&counts), Outcome::Carried);
    [NO, NO].iter().for_each(|option| counts.add(&[*option]));
    assert_eq!(outcome(&counts), Outcome::Rejected);
}

#[test]
fn mean_and_median_are_exact() {
    assert_eq!((histogram(&[]).mean(), histogram(&[]).median()), (None, None));
    let odd = histogram(&[5, 1, 1]);
    assert_eq!((odd.mean(), odd.median()), (Some(Ratio { of: 7, by: 3 }), Some(Ratio { of: 1, by: 1 })));
    let even = histogram(&[-3, 2, 5, 9]);
    assert_eq!((even.mean(), even.median()), (Some(Ratio { of: 13, by: 4 }), Some(Ratio { of: 7, by: 2 })));
    assert_eq!(histogram(&[4, 4]).median(), Some(Ratio { of: 4, by: 1 }));
}

#[test]
fn a_scale_has_a_bar_for_every_step() {
    let scale = Scale { min: -1, max: 2, low: "a".into(), high: "b".into() };
    let counts: Vec<u32> = scale.bars(&histogram(&[2, 2, -1])).iter().map(|bar| bar.count).collect();
    assert_eq!(counts, [1, 0, 0, 2]);
}

#[test]
fn bars_have_round_widths_and_hold_everybody() {
    let bars = histogram(&[3, 18, 19, 41, -2]).bars(6);
    let bars: Vec<(i64, i64, u32)> = bars.iter().map(|bar| (bar.from, bar.to, bar.count)).collect();
    assert_eq!(bars, [(-10, -1, 1), (0, 9, 1), (10, 19, 2), (20, 29, 0), (30, 39, 0), (40, 49, 1)]);
    let far = histogram(&[-1_000_000_000_000, 1_000_000_000_000]).bars(2);
    assert_eq!(far.iter().map(|bar| bar.count).sum::<u32>(), 2);
    assert_eq!(histogram(&[]).bars(5), []);
}

#[test]
fn the_nearest_guesses_come_first_and_ties_are_not_cut() {
    let guesses = histogram(&[400, 420, 430, 430, 500]);
    let found = nearest(&guesses, 425, 1);
    assert_eq!((found.len(), found[0].distance, found[0].guesses.clone()), (1, 5, vec![(420, 1), (430, 2)]));
    let distances: Vec<u64> = nearest(&guesses, 425, 9).iter().map(|nearest| nearest.distance).collect();
    assert_eq!(distances, [5, 25, 75]);
    assert_eq!(nearest(&guesses, 400, 1)[0].guesses, [(400, 1)]);
}

#[test]
fn points_know_their_givers() {
    let mut tally = PointsTally::new(3);
    tally.add(&[6, 4, 0]);
    tally.add(&[0, 10, 0]);
    assert_eq!((tally.points, tally.givers), (vec![6, 14, 0], vec![1, 2, 0]));
}

#[test]
fn words_that_are_the_same_for_people_have_the_same_key() {
    for same in ["Straße", "STRASSE ", "strasse!", "„Straße“"] {
        assert_eq!(key(same), "strasse");
    }
    assert_eq!([key("Öko-Strom"), key("oeko  strom")], ["oeko strom", "oeko strom"]);
    assert_eq!([key("Café"), key("Cafe\u{301}"), key("u\u{308}ber")], ["cafe", "cafe", "ueber"]);
    assert_eq!([key("🎉"), key(" ! ")], ["🎉", "!"]);
    assert_ne!(key("Mull"), key("Müll"));
}

#[test]
fn the_most_frequent_spelling_is_shown() {
    let mut tally = WordsTally::default();
    for words in [["bus", "Müll"], ["Bus", "muell"], ["Bus", "So ein Mist"], ["🎉", "Misthaufen"]] {
        tally.add(&texts(&words));
    }
    let cloud = tally.cloud(&texts(&["MIST"]), 3);
    let words: Vec<(&str, u32)> = cloud.words.iter().map(|(word, count)| (word.as_str(), *count)).collect();
    assert_eq!(words, [("Bus", 3), ("Müll", 2), ("Misthaufen", 1)]);
    assert_eq!((cloud.further, cloud.banned), (1, 1));
}

fn open(own: &[(u32, &str)], up: &[u32]) -> OpenAnswer {
    let own = own.iter().map(|(id, text)| (TextId(*id), (*text).to_owned())).collect();
    OpenAnswer { own, up: up.iter().copied().map(TextId).collect() }
}

#[test]
fn grouped_texts_unite_their_supporters() {
    let answers =
        [open(&[(1, "Mehr Busse")], &[2]), open(&[(2, "Busse!")], &[3]), open(&[(3, "Radweg")], &[1])];
    let mut tally = TextsTally::default();
    answers.iter().for_each(|answer| tally.add(answer));
    let groups = [(TextId(1), GroupId(0)), (TextId(2), GroupId(0))].into();
    tally.regroup(groups, &answers);
    let entries: Vec<(Option<u32>, u32)> =
        tally.entries().iter().map(|entry| (entry.group.map(|group| group.0), entry.supporters)).collect();
    assert_eq!(entries, [(Some(0), 3), (None, 2)]);
    assert_eq!((tally.len(), tally.text(TextId(3)), tally.supporters(TextId(1))), (3, Some("Radweg"), 2));
}

#[test]
fn only_a_corrected_text_keeps_its_number() {
    let earlier = [(TextId(4), "mehr busse".to_owned()), (TextId(5), "Radweg".to_owned())];
    let numbered = numbered(&earlier, texts(&["Mehr Busse!", "Keine Busse"]), TextId(9));
    let ids: Vec<u32> = numbered.iter().map(|(id, _)| id.0).collect();
    assert_eq!(ids, [4, 9]);
}

#[test]
fn a_right_answer_loses_by_the_time_it_takes() {
    let quiz = |speed_percent| {
        let options = texts(&["a", "b"]);
        Quiz { options, right: vec![OptionId(1)], seconds: 20, points: 1_000, speed_percent }
    };
    let points = |after_ms| quiz(50).points_for(OptionId(1), after_ms);
    assert_eq!([0, 1, 39, 40, 10_000, 20_000].map(points), [1_000, 1_000, 1_000, 999, 750, 500]);
    assert_eq!(quiz(0).points_for(OptionId(1), 20_000), 1_000);
    assert_eq!(quiz(100).points_for(OptionId(1), 20_000), 0);
    assert_eq!(quiz(50).points_for(OptionId(0), 0), 0);
}

#[test]
fn equal_points_share_a_place_and_are_not_cut() {
    let mut board = Leaderboard::default();
    for (person, points) in [(1, 500), (2, 900), (3, 500), (1, 400), (4, 0)] {
        board.add(ParticipantId(person), points);
    }
    let top: Vec<(usize, u64, usize)> =
        board.top(1).iter().map(|place| (place.place, place.points, place.people.len())).collect();
    assert_eq!(top, [(1, 900, 2)]);
    assert_eq!([3, 4, 9].map(|person| board.place(ParticipantId(person))), [Some(3), Some(4), None]);
}

fn standings(options: usize, profile: &[(u32, &[u16])]) -> Standings {
    let mut tally = RankingTally::new(options);
    for (people, order) in profile {
        let order: Order = order.iter().map(|option| vec![OptionId(*option)]).collect();
        (0..*people).for_each(|_| tally.add(&order));
    }
    tally.standings(7)
}

/// Burlington 2009, the last three: Kiss, Montroll, Wright.
#[test]
fn burlington_2009_says_where_the_rules_differ() {
    let standings = standings(
        3,
        &[
            (1332, &[1, 0, 2]),
            (767, &[1, 2, 0]),
            (455, &[1]),
            (2043, &[0, 1, 2]),
            (371, &[0, 2, 1]),
            (568, &[0]),
            (1513, &[2, 1, 0]),
            (495, &[2, 0, 1]),
            (1289, &[2]),
        ],
    );
    assert_eq!(standings.condorcet_winner, Some(OptionId(1)));
    assert_eq!(standings.schulze, [[OptionId(1)], [OptionId(0)], [OptionId(2)]]);
    assert_eq!(standings.possible_winners, Some([OptionId(0)].into()));
    assert!(!standings.same_winners);
    assert_eq!(standings.contradictions, [(OptionId(0), OptionId(1)), (OptionId(1), OptionId(2))]);
}

#[test]
fn a_full_cycle_is_a_tie_that_contradicts_nothing() {
    let standings = standings(3, &[(1, &[0, 1, 2]), (1, &[1, 2, 0]), (1, &[2, 0, 1])]);
    assert_eq!((standings.schulze.len(), standings.borda.len(), standings.same_winners), (1, 1, true));
    assert_eq!(standings.possible_winners.map(|winners| winners.len()), Some(3));
    assert_eq!(standings.contradictions, []);
}

#[test]
fn no_orders_are_a_tie_of_all() {
    let standings = RankingTally::new(4).standings(0);
    assert_eq!(
        (standings.schulze.len(), standings.same_winners, standings.contradictions),
        (1, true, vec![])
    );
}

#[test]
fn paper_stands_beside_the_phones() {
    let shape = shapes().remove(0);
    let mut tally = shape.tally();
    [0, 0, 3].iter().for_each(|option| tally.add(&Answer::Pick(vec![OptionId(*option)])));
    let mut paper = Paper::default();
    for counts in [vec![9, 9, 9, 9], vec![1, 0, 0, 5]] {
        paper.set(Source { label: "Karten".into(), ballots: 6, counts });
    }
    let beside = paper.beside(&shape, &tally).unwrap();
    assert_eq!((beside.phones.ballots, beside.phones.counts), (3, vec![2, 0, 0, 1]));
    assert_eq!((beside.sum.ballots, beside.sum.counts), (9, vec![3, 0, 0, 6]));
    assert_eq!((tally.ballots(), paper.remove("Karten"), paper.remove("Karten")), (3, true, false));
    let open = shapes().into_iter().find(|shape| matches!(shape, Shape::Open(_))).unwrap();
    assert_eq!(paper.beside(&open, &open.tally()), None);
}
