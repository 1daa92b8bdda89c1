//! Documents about topics, the vote on them, and the programme that follows.

use std::collections::BTreeMap;
use tafelrunde_protocol::command::{Phase, Results};
use tafelrunde_protocol::document::{
    GlossaryDocument, MyTopic, MyTopicBallotDocument, MyTopicsDocument, SupportDocument, TopicDocument,
    TopicsDocument, TurnoutDocument,
};
use tafelrunde_protocol::ids::{ParticipantId, TopicId};
use tafelrunde_protocol::message::Role;
use tafelrunde_protocol::selection::SelectionTermsDocument;
use tafelrunde_protocol::topic::TopicBallotKind;

use super::{Json, View, json};
use crate::cafe::Cafe;
use crate::changes::DocKey;
use crate::topic::Place;

/// The document under a key about topics; `None` when this audience has none.
pub fn project(view: View<'_>, audience: Role, key: &DocKey) -> Option<Json> {
    let cafe = view.cafe;
    match key {
        DocKey::Topics => Some(json(&TopicsDocument {
            proposals: cafe.topics.proposals,
            vote: cafe.topics.vote,
            rules: cafe.topics.rules.clone(),
        })),
        DocKey::Topic(id) => topic_document(cafe, audience, id).map(|document| json(&document)),
        DocKey::Support if !are_counts_shown(cafe, audience) => None,
        DocKey::Support => Some(json(&support_document(cafe, audience))),
        DocKey::TopicTurnout if audience == Role::Participant => None,
        DocKey::TopicTurnout => Some(json(&turnout_document(cafe))),
        DocKey::SelectionTerms => Some(json(&SelectionTermsDocument {
            terms: cafe.selecting.terms(cafe.topics.rules.ballot),
            hands: cafe.selecting.hands.clone(),
        })),
        DocKey::Selection if !are_counts_shown(cafe, audience) || cafe.topics.vote == Phase::Draft => None,
        DocKey::Selection => view.selection.map(json),
        DocKey::Adopted => cafe.selecting.adopted.as_ref().map(json),
        DocKey::Glossary if audience != Role::Moderator => None,
        DocKey::Glossary => Some(json(&GlossaryDocument { text: cafe.topics.glossary.clone() })),
        other => unreachable!("{other} is not about topics"),
    }
}

/// Whether an audience has what follows from the ballots. Running counts go to the wall at most: they would cost
/// ten thousand phones a delivery for every vote.
fn are_counts_shown(cafe: &Cafe, audience: Role) -> bool {
    let is_revealed = cafe.topics.vote == Phase::Revealed;
    match audience {
        Role::Moderator => true,
        Role::Screen => is_revealed || cafe.topics.rules.counts == Results::Live,
        Role::Participant => is_revealed,
    }
}

fn topic_document(cafe: &Cafe, audience: Role, id: &TopicId) -> Option<TopicDocument> {
    let place = cafe.topics.place(id)?;
    let topic = cafe.topics.at(place);
    let for_console = audience == Role::Moderator;
    (for_console || topic.is_shown()).then(|| TopicDocument {
        title: topic.draft.title.clone(),
        text: topic.draft.text.clone(),
        theme: topic.draft.theme.clone(),
        hosting: topic.draft.hosting,
        order: place,
        parts: cafe.topics.parts(place).map(|part| part.id.clone()).collect(),
        standing: cafe.topics.standing_kind(topic),
        proposer: topic.proposer.filter(|_| for_console),
        history: if for_console { topic.history.clone() } else { Vec::new() },
    })
}

fn support_document(cafe: &Cafe, audience: Role) -> SupportDocument {
    let counted = cafe.topics.all().iter().zip(cafe.topics.ballots().support());
    let shown = counted
        .filter(|(topic, support)| support.people > 0 && (audience == Role::Moderator || topic.is_shown()));
    let has_points = cafe.topics.rules.ballot != TopicBallotKind::Approval;
    let (mut counts, mut points) = (BTreeMap::new(), BTreeMap::new());
    for (topic, support) in shown {
        counts.insert(topic.id.clone(), support.people);
        points.extend(has_points.then(|| (topic.id.clone(), support.points)));
    }
    SupportDocument { counts, points, ballots: cafe.topics.ballots().count() }
}

fn turnout_document(cafe: &Cafe) -> TurnoutDocument {
    let joined = cafe.topics.joined_at_close.unwrap_or(cafe.people.joined());
    TurnoutDocument { ballots: cafe.topics.ballots().count(), joined }
}

/// `me/topic-ballot`; `None` for who has neither wanted nor skipped anything.
pub fn my_ballot_document(cafe: &Cafe, participant: ParticipantId) -> Option<MyTopicBallotDocument> {
    let ballots = cafe.topics.ballots();
    let ballot = ballots.get(participant);
    let skipped = ballots.skipped_by(participant);
    if ballot.is_none() && skipped.is_none() {
        return None;
    }
    let id = |place: &Place| cafe.topics.at(*place).id.clone();
    let marks = ballot.map(|ballot| ballot.marks.as_slice()).unwrap_or_default();
    let (mut approve, mut points) = (Vec::new(), BTreeMap::new());
    match cafe.topics.rules.ballot {
        TopicBallotKind::Approval => approve.extend(marks.iter().map(|(place, _)| id(place))),
        TopicBallotKind::Points { .. } | TopicBallotKind::Score { .. } => {
            points.extend(marks.iter().map(|(place, points)| (id(place), *points)));
        }
    }
    let mut skipped: Vec<TopicId> = skipped.into_iter().flatten().map(id).collect();
    approve.sort_unstable();
    skipped.sort_unstable();
    Some(MyTopicBallotDocument {
        approve,
        points,
        skipped,
        revision: ballot.map(|ballot| ballot.revision).unwrap_or_default(),
    })
}

/// `me/topics`; `None` for who has proposed nothing.
pub fn my_topics_document(cafe: &Cafe, participant: ParticipantId) -> Option<MyTopicsDocument> {
    let places = cafe.topics.proposed_by(participant);
    if places.is_empty() {
        return None;
    }
    let own = || places.iter().map(|place| cafe.topics.at(*place));
    let unseen = own().filter(|topic| !topic.is_shown()).map(|topic| MyTopic {
        topic: topic.id.clone(),
        draft: topic.draft.clone(),
        standing: cafe.topics.standing_kind(topic),
    });
    Some(MyTopicsDocument {
        proposed: own().map(|topic| topic.id.clone()).collect(),
        unseen: unseen.collect(),
    })
}
