//! Topics: proposing, moderating, voting on them.

use tafelrunde_protocol::command::{Phase, Proposals, TopicDraft};
use tafelrunde_protocol::ids::{ParticipantId, Revision, TopicId};
use tafelrunde_protocol::limits::{
    APPROVALS_MAX, TEXT_CHARS_MAX, TITLE_CHARS_MAX, TOPICS_MAX, TOPICS_PER_PERSON_MAX,
};
use tafelrunde_protocol::rejection::Rejection;

use super::{Decision, too_many, unknown};
use crate::cafe::Cafe;
use crate::event::Event;
use crate::settings::Settings;
use crate::text::{self, Field};
use crate::topic::{Place, Topic};

const TITLE: Field = Field { name: "title", chars_max: TITLE_CHARS_MAX };
const TEXT: Field = Field { name: "text", chars_max: TEXT_CHARS_MAX };

/// Proposes a topic while proposals are open, within the participant's number.
pub fn propose_as_participant(
    cafe: &Cafe,
    participant: ParticipantId,
    id: TopicId,
    draft: TopicDraft,
) -> Decision {
    let is_new = cafe.topics.place(&id).is_none();
    if is_new && cafe.topics.proposals == Proposals::Closed {
        return Err(Rejection::ProposalsClosed);
    }
    if is_new && cafe.topics.proposed_by(participant).len() >= TOPICS_PER_PERSON_MAX {
        return Err(too_many("topics", TOPICS_PER_PERSON_MAX));
    }
    propose(cafe, Some(participant), id, draft)
}

/// Adds a topic. The same id again is a repetition if the same person sends it, even when a moderator has
/// edited the topic since.
pub fn propose(cafe: &Cafe, proposer: Option<ParticipantId>, id: TopicId, draft: TopicDraft) -> Decision {
    let draft = checked(&cafe.settings, draft)?;
    if let Some(place) = cafe.topics.place(&id) {
        let is_repeated = cafe.topics.at(place).proposer == proposer;
        return if is_repeated { Ok(Vec::new()) } else { Err(Rejection::IdTaken { field: "topic".into() }) };
    }
    if cafe.topics.all().len() >= TOPICS_MAX {
        return Err(too_many("topics", TOPICS_MAX));
    }
    Ok(vec![Event::TopicProposed { topic: id, draft, proposer }])
}

/// Cleans a draft and checks it against every bound.
pub fn checked(settings: &Settings, draft: TopicDraft) -> Result<TopicDraft, Rejection> {
    if draft.theme.as_ref().is_some_and(|theme| !settings.has_theme(theme)) {
        return Err(unknown("theme"));
    }
    Ok(TopicDraft {
        title: text::line(TITLE, &draft.title)?,
        text: text::optional(TEXT, &draft.text)?,
        ..draft
    })
}

/// Sets a participant's approvals. Hidden and merged topics may be among them: a phone that has not heard
/// of the change yet must not lose its ballot for it.
pub fn cast_ballot(
    cafe: &Cafe,
    participant: ParticipantId,
    mut approve: Vec<TopicId>,
    revision: Revision,
) -> Decision {
    if approve.len() > APPROVALS_MAX {
        return Err(too_many("approve", APPROVALS_MAX));
    }
    approve.sort_unstable();
    if approve.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(Rejection::Duplicate { field: "approve".into() });
    }
    let places: Option<Vec<Place>> = approve.iter().map(|id| cafe.topics.place(id)).collect();
    let mut places = places.ok_or_else(|| unknown("approve"))?;
    places.sort_unstable();
    match cafe.topics.ballot(participant) {
        Some(ballot) if ballot.revision == revision && ballot.approve == places => return Ok(Vec::new()),
        Some(ballot) if ballot.revision >= revision => return Err(Rejection::Superseded),
        Some(_) | None => {}
    }
    match cafe.topics.vote {
        Phase::Open => Ok(vec![Event::TopicBallotCast { participant, approve, revision }]),
        phase => Err(Rejection::TopicVoteNotOpen { phase }),
    }
}

/// Opens or closes proposing.
pub fn set_proposals(cafe: &Cafe, proposals: Proposals) -> Decision {
    if cafe.topics.proposals == proposals {
        Ok(Vec::new())
    } else {
        Ok(vec![Event::ProposalsSet { proposals }])
    }
}

/// Moves the topic vote.
pub fn set_vote(cafe: &Cafe, phase: Phase) -> Decision {
    match (cafe.topics.vote, phase) {
        (now, wanted) if now == wanted => Ok(Vec::new()),
        (now, Phase::Draft) => Err(Rejection::WrongPhase { phase: now }),
        (Phase::Draft, Phase::Closed | Phase::Revealed) => Err(Rejection::WrongPhase { phase: Phase::Draft }),
        (_, phase) => Ok(vec![Event::TopicVoteSet { phase }]),
    }
}

/// Rewrites a topic.
pub fn edit(cafe: &Cafe, id: TopicId, draft: TopicDraft) -> Decision {
    let topic = existing(cafe, &id, "topic")?;
    let draft = checked(&cafe.settings, draft)?;
    if topic.draft == draft { Ok(Vec::new()) } else { Ok(vec![Event::TopicEdited { topic: id, draft }]) }
}

/// Takes a topic from phones and wall.
pub fn hide(cafe: &Cafe, id: TopicId) -> Decision {
    let is_hidden = existing(cafe, &id, "topic")?.hidden;
    if is_hidden { Ok(Vec::new()) } else { Ok(vec![Event::TopicHidden { topic: id }]) }
}

/// Brings a topic back.
pub fn unhide(cafe: &Cafe, id: TopicId) -> Decision {
    let is_hidden = existing(cafe, &id, "topic")?.hidden;
    if is_hidden { Ok(vec![Event::TopicUnhidden { topic: id }]) } else { Ok(Vec::new()) }
}

/// Makes a topic part of another one that stands for itself.
pub fn merge(cafe: &Cafe, id: TopicId, into: TopicId) -> Decision {
    let part = cafe.topics.place(&id).ok_or_else(|| unknown("topic"))?;
    let whole = cafe.topics.place(&into).ok_or_else(|| unknown("into"))?;
    match cafe.topics.at(part).merged_into {
        Some(already) if already == whole => Ok(Vec::new()),
        Some(_) => Err(Rejection::CannotMerge),
        None if part == whole || cafe.topics.at(whole).merged_into.is_some() => Err(Rejection::CannotMerge),
        None => Ok(vec![Event::TopicMerged { topic: id, into }]),
    }
}

/// Takes a part out again.
pub fn split(cafe: &Cafe, id: TopicId) -> Decision {
    let is_part = existing(cafe, &id, "topic")?.merged_into.is_some();
    if is_part { Ok(vec![Event::TopicSplit { topic: id }]) } else { Ok(Vec::new()) }
}

fn existing<'a>(cafe: &'a Cafe, id: &TopicId, field: &str) -> Result<&'a Topic, Rejection> {
    cafe.topics.place(id).map(|place| cafe.topics.at(place)).ok_or_else(|| unknown(field))
}
