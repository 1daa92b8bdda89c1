//! The vote on topics.

use std::collections::BTreeMap;
use tafelrunde_protocol::command::Phase;
use tafelrunde_protocol::ids::{ParticipantId, Revision, TopicId};
use tafelrunde_protocol::limits::{APPROVALS_MAX, POINTS_MAX, SCORE_MAX, SKIPS_MAX, TOPICS_PER_PERSON_MAX};
use tafelrunde_protocol::rejection::Rejection;
use tafelrunde_protocol::topic::{TopicBallotKind, TopicRules};

use super::{Context, Decision, in_range, too_many, unknown};
use crate::cafe::Cafe;
use crate::event::Event;
use crate::topic::Place;

/// A topic ballot as it was sent.
pub struct Cast {
    /// Approved topics.
    pub approve: Vec<TopicId>,
    /// Points by topic.
    pub points: BTreeMap<TopicId, u16>,
    /// Its revision.
    pub revision: Revision,
}

/// Sets a participant's ballot. Hidden and merged topics may be among its wishes: a phone that has not heard
/// of the change yet must not lose its ballot for it.
pub fn cast_ballot(cafe: &Cafe, participant: ParticipantId, cast: Cast) -> Decision {
    let Cast { mut approve, points, revision } = cast;
    check_points(cafe.topics.rules.ballot, &approve, &points)?;
    if approve.len() > APPROVALS_MAX {
        return Err(too_many("approve", APPROVALS_MAX));
    }
    approve.sort_unstable();
    if approve.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(Rejection::Duplicate { field: "approve".into() });
    }
    let mut marks = Vec::with_capacity(approve.len() + points.len());
    for id in &approve {
        marks.push((cafe.topics.place(id).ok_or_else(|| unknown("approve"))?, 1));
    }
    for (id, points) in &points {
        marks.push((cafe.topics.place(id).ok_or_else(|| unknown("points"))?, *points));
    }
    marks.sort_unstable();
    match cafe.topics.ballots().get(participant) {
        Some(ballot) if ballot.revision == revision && ballot.marks == marks => return Ok(Vec::new()),
        Some(ballot) if ballot.revision >= revision => return Err(Rejection::Superseded),
        Some(_) | None => {}
    }
    check_open(cafe)?;
    Ok(vec![Event::TopicBallotCast { participant, approve, points, revision }])
}

fn check_points(
    kind: TopicBallotKind,
    approve: &[TopicId],
    points: &BTreeMap<TopicId, u16>,
) -> Result<(), Rejection> {
    let not_asked = |field: &str| Err(Rejection::NotAsked { field: field.into() });
    let (each_max, sum_max) = match kind {
        TopicBallotKind::Approval if points.is_empty() => return Ok(()),
        TopicBallotKind::Approval => return not_asked("points"),
        _ if !approve.is_empty() => return not_asked("approve"),
        TopicBallotKind::Points { points, cap } => (cap, Some(points)),
        TopicBallotKind::Score { max } => (max, None),
    };
    if points.len() > APPROVALS_MAX {
        return Err(too_many("points", APPROVALS_MAX));
    }
    points.values().try_for_each(|points| in_range("points", *points, 1, each_max))?;
    let sum: usize = points.values().map(|points| usize::from(*points)).sum();
    match sum_max {
        Some(limit) if sum > usize::from(limit) => Err(too_many("points", limit.into())),
        Some(_) | None => Ok(()),
    }
}

/// Notes topics that a participant has seen and does not want. Those that they want, or have skipped before,
/// are passed over.
pub fn skip(cafe: &Cafe, participant: ParticipantId, mut topics: Vec<TopicId>) -> Decision {
    if topics.len() > SKIPS_MAX {
        return Err(too_many("topics", SKIPS_MAX));
    }
    topics.sort_unstable();
    topics.dedup();
    let places: Option<Vec<Place>> = topics.iter().map(|id| cafe.topics.place(id)).collect();
    let places = places.ok_or_else(|| unknown("topics"))?;
    let ballots = cafe.topics.ballots();
    let pairs = topics.into_iter().zip(places);
    let new = pairs.filter(|(_, place)| !ballots.is_judged_by(participant, *place));
    let topics: Vec<TopicId> = new.map(|(id, _)| id).collect();
    if topics.is_empty() {
        return Ok(Vec::new());
    }
    check_open(cafe)?;
    Ok(vec![Event::TopicsSkipped { participant, topics }])
}

fn check_open(cafe: &Cafe) -> Result<(), Rejection> {
    match cafe.topics.vote {
        Phase::Open => Ok(()),
        phase => Err(Rejection::TopicVoteNotOpen { phase }),
    }
}

/// Moves the vote. When it opens for the first time the lot is drawn: then nobody can have chosen a topic's id,
/// or the moment of proposing it, to win ties.
pub fn set_phase(cafe: &Cafe, ctx: Context<'_>, phase: Phase) -> Decision {
    match (cafe.topics.vote, phase) {
        (now, wanted) if now == wanted => Ok(Vec::new()),
        (now, Phase::Draft) => Err(Rejection::WrongPhase { phase: now }),
        (Phase::Draft, Phase::Closed | Phase::Revealed) => Err(Rejection::WrongPhase { phase: Phase::Draft }),
        (Phase::Draft, Phase::Open) => {
            Ok(vec![Event::TopicVoteSet { phase }, Event::LotDrawn { seed: ctx.drawn }])
        }
        (_, phase) => Ok(vec![Event::TopicVoteSet { phase }]),
    }
}

/// Sets how topics are proposed and voted on.
pub fn set_rules(cafe: &Cafe, rules: TopicRules) -> Decision {
    let rules = checked(rules)?;
    if rules == cafe.topics.rules {
        return Ok(Vec::new());
    }
    if rules.ballot != cafe.topics.rules.ballot && cafe.topics.ballots().count() != 0 {
        return Err(Rejection::BallotsCast);
    }
    Ok(vec![Event::TopicRulesSet { rules }])
}

/// Checks rules against every bound.
pub fn checked(rules: TopicRules) -> Result<TopicRules, Rejection> {
    in_range("per_person", rules.per_person, 1, TOPICS_PER_PERSON_MAX)?;
    match rules.ballot {
        TopicBallotKind::Approval => {}
        TopicBallotKind::Points { points, cap } => {
            in_range("points", points, 1, POINTS_MAX)?;
            in_range("cap", cap, 1, points)?;
        }
        TopicBallotKind::Score { max } => in_range("max", max, 2, SCORE_MAX)?,
    }
    Ok(rules)
}
