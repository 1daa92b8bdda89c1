//! Polls and the ballots in them.

use std::collections::BTreeSet;
use tafelrunde_protocol::command::{Phase, PollDraft, PollKind};
use tafelrunde_protocol::ids::{OptionId, ParticipantId, PollId, Revision, Timestamp};
use tafelrunde_protocol::limits::{
    OPTION_CHARS_MAX, OPTIONS_MAX, OPTIONS_MIN, POLL_SECONDS_MAX, POLLS_MAX, QUESTION_CHARS_MAX,
};
use tafelrunde_protocol::rejection::Rejection;

use super::{Context, Decision, too_many, unknown};
use crate::cafe::Cafe;
use crate::event::Event;
use crate::poll::{OptionSet, Poll};
use crate::text::{self, Field};

const QUESTION: Field = Field { name: "question", chars_max: QUESTION_CHARS_MAX };
const OPTION: Field = Field { name: "options", chars_max: OPTION_CHARS_MAX };

/// A ballot as it comes in.
pub struct Cast {
    /// The poll.
    pub poll: PollId,
    /// The choices as sent.
    pub choices: Vec<OptionId>,
    /// The revision as sent.
    pub revision: Revision,
}

/// Sets a participant's answer.
pub fn cast_ballot(cafe: &Cafe, ctx: Context<'_>, participant: ParticipantId, cast: Cast) -> Decision {
    let Cast { poll: id, mut choices, revision } = cast;
    let poll = votable(cafe, &id)?;
    choices.sort_unstable();
    check_choices(poll, &choices)?;
    let content = Some(OptionSet::of(&choices));
    match freshness(poll, participant, revision, content)? {
        Freshness::Repeated => Ok(Vec::new()),
        Freshness::Newer => {
            check_open(poll, ctx.now)?;
            Ok(vec![Event::BallotCast { poll: id, participant, choices, revision }])
        }
    }
}

/// Takes a participant's answer out.
pub fn withdraw_ballot(
    cafe: &Cafe,
    ctx: Context<'_>,
    participant: ParticipantId,
    id: PollId,
    revision: Revision,
) -> Decision {
    let poll = votable(cafe, &id)?;
    match freshness(poll, participant, revision, None)? {
        Freshness::Repeated => Ok(Vec::new()),
        Freshness::Newer => {
            check_open(poll, ctx.now)?;
            Ok(vec![Event::BallotWithdrawn { poll: id, participant, revision }])
        }
    }
}

/// Drafts are as unknown to participants as polls that do not exist.
fn votable<'a>(cafe: &'a Cafe, id: &PollId) -> Result<&'a Poll, Rejection> {
    cafe.polls.get(id).filter(|poll| poll.phase != Phase::Draft).ok_or_else(|| unknown("poll"))
}

fn check_open(poll: &Poll, now: Timestamp) -> Result<(), Rejection> {
    let is_over = poll.closes_at.is_some_and(|closes_at| closes_at <= now);
    match poll.phase {
        Phase::Open if is_over => Err(Rejection::PollNotOpen { phase: Phase::Closed }),
        Phase::Open => Ok(()),
        phase => Err(Rejection::PollNotOpen { phase }),
    }
}

fn check_choices(poll: &Poll, ascending: &[OptionId]) -> Result<(), Rejection> {
    let known = poll.draft.options.len();
    if ascending.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(Rejection::Duplicate { field: "choices".into() });
    }
    if ascending.last().is_some_and(|option| usize::from(option.0) >= known) {
        return Err(unknown("choices"));
    }
    let (min, max) = match poll.draft.kind {
        PollKind::Single => (1, 1),
        PollKind::Multiple { min, max } => (min, max),
    };
    if ascending.len() < usize::from(min) {
        return Err(Rejection::TooFew { field: "choices".into(), limit: min.into() });
    }
    if ascending.len() > usize::from(max) {
        return Err(too_many("choices", max.into()));
    }
    Ok(())
}

enum Freshness {
    Newer,
    Repeated,
}

/// A repeated ballot is one that counts already: it is acknowledged even when the poll has closed since. The
/// same revision with another content comes from a second window and must not be claimed to count.
fn freshness(
    poll: &Poll,
    participant: ParticipantId,
    revision: Revision,
    content: Option<OptionSet>,
) -> Result<Freshness, Rejection> {
    match poll.ballot(participant) {
        None => Ok(Freshness::Newer),
        Some(ballot) if ballot.revision < revision => Ok(Freshness::Newer),
        Some(ballot) if ballot.revision == revision && ballot.choices == content => Ok(Freshness::Repeated),
        Some(_) => Err(Rejection::Superseded),
    }
}

/// Writes a poll, or rewrites a draft.
pub fn draft(cafe: &Cafe, id: PollId, draft: PollDraft) -> Decision {
    let draft = checked(draft)?;
    match cafe.polls.get(&id) {
        Some(poll) if poll.draft == draft => Ok(Vec::new()),
        Some(poll) if poll.phase != Phase::Draft => Err(Rejection::WrongPhase { phase: poll.phase }),
        None if cafe.polls.len() >= POLLS_MAX => Err(too_many("polls", POLLS_MAX)),
        Some(_) | None => Ok(vec![Event::PollDrafted { poll: id, draft }]),
    }
}

/// Cleans a draft and checks it against every bound.
pub fn checked(draft: PollDraft) -> Result<PollDraft, Rejection> {
    let question = text::line(QUESTION, &draft.question)?;
    if draft.options.len() < OPTIONS_MIN {
        return Err(Rejection::TooFew { field: "options".into(), limit: OPTIONS_MIN as u32 });
    }
    if draft.options.len() > OPTIONS_MAX {
        return Err(too_many("options", OPTIONS_MAX));
    }
    let options: Vec<String> =
        draft.options.iter().map(|option| text::line(OPTION, option)).collect::<Result<_, _>>()?;
    if options.iter().collect::<BTreeSet<_>>().len() < options.len() {
        return Err(Rejection::Duplicate { field: "options".into() });
    }
    if let PollKind::Multiple { min, max } = draft.kind {
        let count = u16::try_from(options.len()).expect("OPTIONS_MAX is below 65,536");
        if max < 1 || max > count {
            return Err(Rejection::OutOfRange { field: "max".into(), min: 1, max: count.into() });
        }
        if min > max {
            return Err(Rejection::OutOfRange { field: "min".into(), min: 0, max: max.into() });
        }
    }
    Ok(PollDraft { question, options, ..draft })
}

/// Opens a poll, reopens it, or changes the countdown of an open one.
pub fn open(cafe: &Cafe, ctx: Context<'_>, id: PollId, seconds: Option<u32>) -> Decision {
    let poll = cafe.polls.get(&id).ok_or_else(|| unknown("poll"))?;
    if seconds.is_some_and(|seconds| !(1..=POLL_SECONDS_MAX).contains(&seconds)) {
        return Err(Rejection::OutOfRange { field: "seconds".into(), min: 1, max: POLL_SECONDS_MAX.into() });
    }
    let closes_at = seconds.map(|seconds| Timestamp(ctx.now.0 + i64::from(seconds) * 1_000));
    if poll.phase == Phase::Open && poll.closes_at == closes_at {
        return Ok(Vec::new());
    }
    Ok(vec![Event::PollOpened { poll: id, closes_at }])
}

/// Closes an open poll.
pub fn close(cafe: &Cafe, id: PollId) -> Decision {
    match cafe.polls.get(&id).ok_or_else(|| unknown("poll"))?.phase {
        Phase::Draft => Err(Rejection::WrongPhase { phase: Phase::Draft }),
        Phase::Open => Ok(vec![Event::PollClosed { poll: id }]),
        Phase::Closed | Phase::Revealed => Ok(Vec::new()),
    }
}

/// Shows the counts; closes first.
pub fn reveal(cafe: &Cafe, id: PollId) -> Decision {
    match cafe.polls.get(&id).ok_or_else(|| unknown("poll"))?.phase {
        Phase::Draft => Err(Rejection::WrongPhase { phase: Phase::Draft }),
        Phase::Open => Ok(vec![Event::PollClosed { poll: id.clone() }, Event::PollRevealed { poll: id }]),
        Phase::Closed => Ok(vec![Event::PollRevealed { poll: id }]),
        Phase::Revealed => Ok(Vec::new()),
    }
}

/// Deletes a poll.
pub fn delete(cafe: &Cafe, id: PollId) -> Decision {
    if cafe.polls.contains_key(&id) {
        Ok(vec![Event::PollDeleted { poll: id }])
    } else {
        Err(unknown("poll"))
    }
}
