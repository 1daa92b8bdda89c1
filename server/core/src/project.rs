//! Projects state into documents: what each audience may see, and nothing else. What is not returned here
//! never reaches a device.

mod topics;

use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use tafelrunde_protocol::command::{Phase, Results};
use tafelrunde_protocol::document::{
    CafeDocument, CrowdDocument, MyBallotDocument, MyProfileDocument, OptionDocument, OrganisationsDocument,
    PersonDocument, PollDocument, ProgrammeDocument, StageDocument, TallyDocument, TurnoutDocument,
};
use tafelrunde_protocol::ids::{OptionId, ParticipantId};
use tafelrunde_protocol::message::Role;
use tafelrunde_protocol::selection::SelectionDocument;

use crate::cafe::Cafe;
use crate::changes::{DocKey, PersonalKey};
use crate::poll::Poll;

/// A document as it goes over the wire.
pub type Json = Arc<str>;

/// Everything that documents are made of: the café, and who is connected, which no journal knows.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The café.
    pub cafe: &'a Cafe,
    /// Participants with a connection.
    pub online: u32,
    /// The selection as it was last made of the ballots.
    pub selection: Option<&'a SelectionDocument>,
}

/// Keys of all documents that any audience might have.
pub fn keys(cafe: &Cafe) -> Vec<DocKey> {
    let mut keys = vec![
        DocKey::Cafe,
        DocKey::Organisations,
        DocKey::Programme,
        DocKey::Stage,
        DocKey::Crowd,
        DocKey::Topics,
        DocKey::Support,
        DocKey::TopicTurnout,
        DocKey::SelectionTerms,
        DocKey::Selection,
        DocKey::Adopted,
        DocKey::Glossary,
    ];
    keys.extend(cafe.people.seats().map(|(id, _)| DocKey::Person(id)));
    keys.extend(cafe.topics.all().iter().map(|topic| DocKey::Topic(topic.id.clone())));
    for id in cafe.polls.keys() {
        keys.extend([DocKey::Poll(id.clone()), DocKey::Tally(id.clone()), DocKey::Turnout(id.clone())]);
    }
    keys
}

/// The document under a key as this audience has it; `None` when it has none.
///
/// Audiences are named by the role that reads the board.
pub fn project(view: View<'_>, audience: Role, key: &DocKey) -> Option<Json> {
    let cafe = view.cafe;
    let for_phones = audience == Role::Participant;
    let for_console = audience == Role::Moderator;
    match key {
        DocKey::Cafe => Some(json(&cafe_document(cafe))),
        DocKey::Organisations if audience == Role::Screen => None,
        DocKey::Organisations => {
            Some(json(&OrganisationsDocument { groups: cafe.settings.organisations.clone() }))
        }
        DocKey::Programme => Some(json(&ProgrammeDocument { slots: cafe.settings.slots.clone() })),
        DocKey::Stage => Some(json(&stage_document(cafe))),
        DocKey::Crowd if for_phones => None,
        DocKey::Crowd => Some(json(&crowd_document(view))),
        DocKey::Person(_) if !for_console => None,
        DocKey::Person(id) => person_document(cafe, *id).map(|document| json(&document)),
        DocKey::Topics
        | DocKey::Topic(_)
        | DocKey::Support
        | DocKey::TopicTurnout
        | DocKey::SelectionTerms
        | DocKey::Selection
        | DocKey::Adopted
        | DocKey::Glossary => topics::project(view, audience, key),
        DocKey::Poll(id) => seen(cafe.polls.get(id)?, audience).map(|poll| json(&poll_document(poll))),
        DocKey::Tally(id) => tally_document(cafe.polls.get(id)?, audience).map(|document| json(&document)),
        DocKey::Turnout(_) if for_phones => None,
        DocKey::Turnout(id) => {
            let poll = cafe.polls.get(id).filter(|poll| poll.phase != Phase::Draft)?;
            let joined = poll.joined_at_close.unwrap_or(cafe.people.joined());
            Some(json(&TurnoutDocument { ballots: poll.tally().ballots, joined }))
        }
    }
}

/// The document under a personal key; `None` when the participant has none.
pub fn project_personal(cafe: &Cafe, participant: ParticipantId, key: &PersonalKey) -> Option<Json> {
    match key {
        PersonalKey::Profile => {
            let profile = cafe.people.seat(participant)?.profile.clone();
            Some(json(&MyProfileDocument { id: participant, profile }))
        }
        PersonalKey::Ballot(id) => {
            let ballot = cafe.polls.get(id)?.ballot(participant)?;
            let choices = ballot.choices.map(|choices| choices.iter().collect());
            Some(json(&MyBallotDocument { poll: id.clone(), choices, revision: ballot.revision }))
        }
        PersonalKey::TopicBallot => {
            topics::my_ballot_document(cafe, participant).map(|document| json(&document))
        }
        PersonalKey::Topics => topics::my_topics_document(cafe, participant).map(|document| json(&document)),
    }
}

/// All documents of one participant, by wire key.
pub fn personal_documents(cafe: &Cafe, participant: ParticipantId) -> BTreeMap<String, Json> {
    let mut keys = vec![PersonalKey::Profile, PersonalKey::TopicBallot, PersonalKey::Topics];
    keys.extend(cafe.polls.keys().cloned().map(PersonalKey::Ballot));
    let documents = keys.iter().filter_map(|key| {
        let document = project_personal(cafe, participant, key)?;
        Some((key.to_string(), document))
    });
    documents.collect()
}

fn json(document: &impl Serialize) -> Json {
    serde_json::to_string(document).expect("documents have string keys and finite numbers only").into()
}

fn cafe_document(cafe: &Cafe) -> CafeDocument {
    let settings = cafe.settings.clone();
    CafeDocument {
        code: cafe.code.clone(),
        title: settings.title,
        title_en: settings.title_en,
        date: settings.date,
        venue: settings.venue,
        time_zone: settings.time_zone,
        themes: settings.themes,
    }
}

fn stage_document(cafe: &Cafe) -> StageDocument {
    let slot = cafe.stage.slot.as_ref();
    StageDocument {
        slot: slot.map(|slot| slot.id.clone()),
        slot_began_at: slot.map(|slot| slot.began_at),
        slot_ends_at: slot.map(|slot| slot.ends_at),
        wall: cafe.stage.wall.clone(),
        phones: cafe.stage.phones.clone(),
    }
}

fn crowd_document(view: View<'_>) -> CrowdDocument {
    let people = &view.cafe.people;
    CrowdDocument {
        joined: people.joined(),
        online: view.online,
        by_role: people.by_role().clone(),
        by_organisation: people.by_organisation().clone(),
    }
}

fn person_document(cafe: &Cafe, id: ParticipantId) -> Option<PersonDocument> {
    let profile = &cafe.people.seat(id)?.profile;
    let is_known = !profile.name.is_empty() || !profile.organisation.is_empty();
    is_known.then(|| PersonDocument { profile: profile.clone() })
}

/// The poll, if the audience may know of it.
fn seen(poll: &Poll, audience: Role) -> Option<&Poll> {
    (audience == Role::Moderator || poll.phase != Phase::Draft).then_some(poll)
}

fn poll_document(poll: &Poll) -> PollDocument {
    let options = (0..).map(OptionId).zip(&poll.draft.options);
    PollDocument {
        question: poll.draft.question.clone(),
        options: options.map(|(id, label)| OptionDocument { id, label: label.clone() }).collect(),
        kind: poll.draft.kind.clone(),
        results: poll.draft.results,
        phase: poll.phase,
        closes_at: poll.closes_at,
        order: poll.order,
    }
}

fn tally_document(poll: &Poll, audience: Role) -> Option<TallyDocument> {
    let is_shown = match poll.phase {
        Phase::Draft => false,
        Phase::Open | Phase::Closed => poll.draft.results == Results::Live,
        Phase::Revealed => true,
    };
    let tally = poll.tally();
    (is_shown || audience == Role::Moderator)
        .then(|| TallyDocument { counts: tally.counts.clone(), ballots: tally.ballots })
}
