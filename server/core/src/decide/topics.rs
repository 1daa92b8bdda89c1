//! Topics: proposing and moderating them.

use tafelrunde_protocol::ids::{ParticipantId, TopicId};
use tafelrunde_protocol::limits::{
    GLOSSARY_CHARS_MAX, TEXT_CHARS_MAX, TITLE_CHARS_MAX, TOLD_APART_MAX, TOPICS_MAX,
};
use tafelrunde_protocol::rejection::Rejection;
use tafelrunde_protocol::topic::{Proposals, Review, TopicDraft, TopicEditor};

use super::{Context, Decision, too_many, unknown};
use crate::cafe::Cafe;
use crate::event::Event;
use crate::settings::Settings;
use crate::text::{self, Field};
use crate::topic::Topic;
use crate::twins::glossary::{BUILT_IN, Glossary, GlossaryFault, LINE_CHARS_MAX, LINES_MAX};

const TITLE: Field = Field { name: "title", chars_max: TITLE_CHARS_MAX };
const GLOSSARY: Field = Field { name: "glossary", chars_max: GLOSSARY_CHARS_MAX };
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
    let limit = usize::from(cafe.topics.rules.per_person);
    if is_new && cafe.topics.proposed_by(participant).len() >= limit {
        return Err(too_many("topics", limit));
    }
    let mut events = propose(cafe, Some(participant), id.clone(), draft)?;
    if !events.is_empty() && cafe.topics.rules.review == Review::Before {
        events.push(Event::TopicHeld { topic: id });
    }
    Ok(events)
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

/// Opens or closes proposing.
pub fn set_proposals(cafe: &Cafe, proposals: Proposals) -> Decision {
    if cafe.topics.proposals == proposals {
        Ok(Vec::new())
    } else {
        Ok(vec![Event::ProposalsSet { proposals }])
    }
}

/// Rewrites an own topic while proposals are open. Where a moderator looks first, so is the new version.
pub fn edit_as_participant(
    cafe: &Cafe,
    ctx: Context<'_>,
    participant: ParticipantId,
    id: TopicId,
    draft: TopicDraft,
) -> Decision {
    let topic = existing(cafe, &id, "topic")?;
    if topic.proposer != Some(participant) || topic.is_hidden || topic.merged_into.is_some() {
        return Err(Rejection::NotAllowed);
    }
    let draft = checked(&cafe.settings, draft)?;
    if topic.draft == draft {
        return Ok(Vec::new());
    }
    if cafe.topics.proposals == Proposals::Closed {
        return Err(Rejection::ProposalsClosed);
    }
    let is_to_be_held = cafe.topics.rules.review == Review::Before && !topic.is_held;
    let edited =
        Event::TopicEdited { topic: id.clone(), draft, by: TopicEditor::Proposer, at: Some(ctx.now) };
    let held = is_to_be_held.then_some(Event::TopicHeld { topic: id });
    Ok([edited].into_iter().chain(held).collect())
}

/// Rewrites a topic.
pub fn edit(cafe: &Cafe, ctx: Context<'_>, id: TopicId, draft: TopicDraft) -> Decision {
    let topic = existing(cafe, &id, "topic")?;
    let draft = checked(&cafe.settings, draft)?;
    let is_new = topic.draft != draft;
    let by = TopicEditor::Moderator;
    Ok(events_if(is_new, || Event::TopicEdited { topic: id, draft, by, at: Some(ctx.now) }))
}

/// Takes a topic from phones and wall.
pub fn hide(cafe: &Cafe, id: TopicId) -> Decision {
    let is_new = !existing(cafe, &id, "topic")?.is_hidden;
    Ok(events_if(is_new, || Event::TopicHidden { topic: id }))
}

/// Brings a topic back.
pub fn unhide(cafe: &Cafe, id: TopicId) -> Decision {
    let is_new = existing(cafe, &id, "topic")?.is_hidden;
    Ok(events_if(is_new, || Event::TopicUnhidden { topic: id }))
}

/// Takes a topic away until a moderator has looked at it.
pub fn hold(cafe: &Cafe, id: TopicId) -> Decision {
    let is_new = !existing(cafe, &id, "topic")?.is_held;
    Ok(events_if(is_new, || Event::TopicHeld { topic: id }))
}

/// Lets a held topic be seen.
pub fn release(cafe: &Cafe, id: TopicId) -> Decision {
    let is_new = existing(cafe, &id, "topic")?.is_held;
    Ok(events_if(is_new, || Event::TopicReleased { topic: id }))
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
    Ok(events_if(is_part, || Event::TopicSplit { topic: id }))
}

/// Says that two topics are not the same.
pub fn tell_apart(cafe: &Cafe, first: TopicId, second: TopicId) -> Decision {
    existing(cafe, &first, "first")?;
    existing(cafe, &second, "second")?;
    if first == second {
        return Err(Rejection::Duplicate { field: "second".into() });
    }
    if cafe.topics.are_told_apart(&first, &second) {
        return Ok(Vec::new());
    }
    if cafe.topics.told_apart() >= TOLD_APART_MAX {
        return Err(too_many("pairs", TOLD_APART_MAX));
    }
    Ok(vec![Event::TopicsToldApart { first, second }])
}

/// Sets the café's own words that mean the same.
pub fn set_glossary(cafe: &Cafe, text: &str) -> Decision {
    let text = text::optional(GLOSSARY, text)?;
    Glossary::read(&[BUILT_IN, &text]).map_err(|fault| match fault {
        GlossaryFault::TooManyLines => too_many("glossary", LINES_MAX),
        GlossaryFault::LineTooLong(_) => {
            let limit = u32::try_from(LINE_CHARS_MAX).unwrap_or(u32::MAX);
            Rejection::TextTooLong { field: "glossary line".into(), limit }
        }
    })?;
    Ok(events_if(cafe.topics.glossary != text, || Event::GlossarySet { text }))
}

fn events_if(is_new: bool, event: impl FnOnce() -> Event) -> Vec<Event> {
    if is_new { vec![event()] } else { Vec::new() }
}

fn existing<'a>(cafe: &'a Cafe, id: &TopicId, field: &str) -> Result<&'a Topic, Rejection> {
    cafe.topics.get(id).ok_or_else(|| unknown(field))
}
