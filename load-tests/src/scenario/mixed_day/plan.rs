//! The whole day, fixed before it begins: who does what when, and what the moderator does. A slow server cannot
//! slow its own load down.
//!
//! In the first fifth people propose topics, and every poll is asked for the first time. After that everything
//! is only changed: ballots are replaced and polls opened again. So the state has its size, and memory that goes on
//! growing is not needed for it.

use rand::rngs::StdRng;
use rand::seq::index;
use rand::{RngExt, SeedableRng};
use std::time::Duration;

/// How long and how large the day is.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    pub phones: u32,
    pub length: Duration,
    /// From the opening of one poll to that of the next.
    pub poll_every: Duration,
    pub seed: u64,
}

/// What one phone does at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    Vote {
        poll: u32,
        choice: u16,
        revision: u32,
    },
    Propose {
        topic: u32,
    },
    Approve {
        topics: Vec<u32>,
        revision: u32,
    },
    /// The line ends without a word.
    Leave,
    /// A phone that slept still has its board, one that was reloaded has not.
    Return {
        with_cursor: bool,
    },
}

/// What the moderator does at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    OpenTopicVote,
    OpenPoll { poll: u32 },
    ClosePoll { poll: u32 },
    RevealPoll { poll: u32 },
}

/// A day. Both lists ascend in time, counted from its beginning.
#[derive(Debug)]
pub struct Plan {
    pub polls: u32,
    pub topics: u32,
    pub wishes: Vec<(Duration, (u32, Wish))>,
    pub steps: Vec<(Duration, Step)>,
}

/// What all phones have in common; times in seconds.
struct Day {
    length: f64,
    every: f64,
    askings: u32,
    polls: u32,
    topics: u32,
}

pub const OPTIONS: u16 = 4;
const POLLS_MAX: u32 = 12;
const TOPICS_MAX: u32 = 200;
/// One phone in so many proposes a topic.
const PHONES_PER_TOPIC: u32 = 10;
/// So many of a hundred vote in a poll.
const VOTERS_PERCENT: u32 = 80;
/// Moments that are tried for a proposal until the phone is there.
const PROPOSAL_TRIES: u32 = 20;
/// Topics that somebody approves of.
const APPROVED_MAX: u32 = 5;
/// A phone sets its approvals once in this time …
const APPROVE_EVERY_S: f64 = 60.0;
/// … and leaves once in this, or three times on a short day, …
const LEAVE_EVERY_S: f64 = 300.0;
/// … for so large a part of that time.
const AWAY: std::ops::Range<f64> = 0.05..0.2;
/// Nobody asks for anything just before leaving or just after coming back: that would measure the way back.
const GUARD_S: f64 = 0.2;
/// Parts of a poll's time: votes come in between, then it is closed, then revealed.
const VOTES: std::ops::Range<f64> = 0.1..0.6;
const CLOSE: f64 = 0.7;
const REVEAL: f64 = 0.85;
/// Part of the day in which things come into being.
pub const GROWING: f64 = 0.2;
/// Part of the day at whose end nobody begins anything.
const QUIET: f64 = 0.05;

/// Plans the day. The same shape gives the same plan.
pub fn plan(shape: Shape) -> Plan {
    let mut random = StdRng::seed_from_u64(shape.seed);
    let length = shape.length.as_secs_f64();
    let every = shape.poll_every.as_secs_f64();
    let askings = ((length * (1.0 - QUIET) / every) as u32).max(1);
    let polls = ((f64::from(askings) * GROWING) as u32).clamp(1, POLLS_MAX);
    let topics = (shape.phones / PHONES_PER_TOPIC).clamp(1, TOPICS_MAX);

    let day = Day { length, every, askings, polls, topics };
    let mut wishes = Vec::new();
    for phone in 0..shape.phones {
        let of_one = wishes_of(&mut random, &day, phone);
        wishes.extend(of_one.into_iter().map(|(at, wish)| (at, (phone, wish))));
    }
    wishes.sort_by(|(one, _), (other, _)| one.total_cmp(other));

    let poll_steps = (0..askings).flat_map(|asking| {
        let (poll, begins) = (asking % polls, f64::from(asking) * every);
        [
            (begins, Step::OpenPoll { poll }),
            (begins + CLOSE * every, Step::ClosePoll { poll }),
            (begins + REVEAL * every, Step::RevealPoll { poll }),
        ]
    });
    let mut steps: Vec<(f64, Step)> = poll_steps.collect();
    steps.push((length * GROWING * 0.95, Step::OpenTopicVote));
    steps.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    Plan { polls, topics, wishes: timed(wishes), steps: timed(steps) }
}

fn wishes_of(random: &mut StdRng, day: &Day, phone: u32) -> Vec<(f64, Wish)> {
    let away = absences(random, day.length);
    let is_here = |at: f64| !away.iter().any(|(from, until)| (from - GUARD_S..until + GUARD_S).contains(&at));
    let mut wishes = Vec::new();
    if phone < day.topics {
        // Every topic is proposed, so that it can be approved of. Nobody is away at the very beginning.
        let mut tries = (0..PROPOSAL_TRIES).map(|_| random.random_range(0.0..day.length * GROWING * 0.9));
        let at = tries.find(|at| is_here(*at)).unwrap_or(0.0);
        wishes.push((at, Wish::Propose { topic: phone }));
    }
    for asking in 0..day.askings {
        if random.random_range(0..100) >= VOTERS_PERCENT {
            continue;
        }
        let at = (f64::from(asking) + random.random_range(VOTES)) * day.every;
        let choice = random.random_range(0..OPTIONS);
        wishes.push((at, Wish::Vote { poll: asking % day.polls, choice, revision: asking + 1 }));
    }
    let mut at = day.length * GROWING;
    for revision in 1.. {
        at += waiting(random, APPROVE_EVERY_S);
        if at > day.length * (1.0 - QUIET) {
            break;
        }
        let count = random.random_range(1..=APPROVED_MAX.min(day.topics));
        let chosen = index::sample(random, day.topics as usize, count as usize);
        let topics = chosen.into_iter().map(|topic| topic as u32).collect();
        wishes.push((at, Wish::Approve { topics, revision }));
    }
    wishes.retain(|(at, _)| is_here(*at));
    for (from, until) in &away {
        wishes.push((*from, Wish::Leave));
        wishes.push((*until, Wish::Return { with_cursor: random.random() }));
    }
    wishes
}

/// When a phone is away, from and until, ascending.
fn absences(random: &mut StdRng, length: f64) -> Vec<(f64, f64)> {
    let every = LEAVE_EVERY_S.min(length / 3.0);
    let mut absences = Vec::new();
    let mut at = waiting(random, every);
    loop {
        let until = at + random.random_range(AWAY) * every;
        if until > length * (1.0 - QUIET) {
            return absences;
        }
        absences.push((at, until));
        at = until + waiting(random, every);
    }
}

/// Time until the next of events that do not know of each other, at least twice the guard.
fn waiting(random: &mut StdRng, mean: f64) -> f64 {
    2.0 * GUARD_S - mean * (1.0 - random.random::<f64>()).ln()
}

fn timed<T>(items: Vec<(f64, T)>) -> Vec<(Duration, T)> {
    items.into_iter().map(|(at, item)| (Duration::from_secs_f64(at), item)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    const SHAPE: Shape =
        Shape { phones: 50, length: Duration::from_secs(120), poll_every: Duration::from_secs(4), seed: 1 };

    #[test]
    fn nobody_who_is_away_does_anything_and_everybody_comes_back() {
        let mut here = BTreeMap::new();
        for (_, (phone, wish)) in plan(SHAPE).wishes {
            let was_here = here.insert(phone, !matches!(wish, Wish::Leave)).unwrap_or(true);
            assert_eq!(was_here, !matches!(wish, Wish::Return { .. }), "phone {phone}: {wish:?}");
        }
        assert!(here.values().all(|is_here| *is_here));
    }

    #[test]
    fn votes_come_while_their_poll_is_open_and_revisions_ascend() {
        let Plan { wishes, steps, polls, .. } = plan(SHAPE);
        assert_eq!(polls, 5);
        let mut revisions = BTreeMap::new();
        for (at, (phone, wish)) in wishes {
            let Wish::Vote { poll, revision, choice } = wish else { continue };
            let mut last =
                steps.iter().filter(|(step_at, step)| *step_at <= at && !matches!(step, Step::OpenTopicVote));
            assert_eq!(last.next_back().map(|(_, step)| *step), Some(Step::OpenPoll { poll }));
            assert!(choice < OPTIONS);
            let earlier = revisions.insert((phone, poll), revision);
            assert!(earlier.is_none_or(|earlier| earlier < revision));
        }
        assert!(revisions.len() > 200);
    }

    #[test]
    fn topics_are_proposed_once_and_before_anybody_votes_on_them() {
        let Plan { wishes, topics, .. } = plan(SHAPE);
        let proposed: BTreeSet<u32> = wishes
            .iter()
            .filter_map(|(_, (_, wish))| if let Wish::Propose { topic } = wish { Some(*topic) } else { None })
            .collect();
        assert_eq!(proposed, (0..topics).collect());
        let first = wishes.iter().find(|(_, (_, wish))| matches!(wish, Wish::Approve { .. })).expect("one");
        assert!(first.0 > SHAPE.length.mul_f64(GROWING));
    }

    #[test]
    fn the_same_seed_gives_the_same_day() {
        assert_eq!(plan(SHAPE).wishes, plan(SHAPE).wishes);
        assert!(plan(SHAPE).wishes.is_sorted_by_key(|(at, _)| *at));
    }
}
