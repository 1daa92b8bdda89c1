//! Events about topics and the vote on them.

use tafelrunde_protocol::ids::{ParticipantId, TopicId};
use tafelrunde_protocol::topic::TopicVersion;

use crate::cafe::Cafe;
use crate::changes::{Changes, DocKey, PersonalKey};
use crate::event::Event;
use crate::topic::ballots::TopicBallot;
use crate::topic::{Place, Topic};

/// Applies one event and notes which documents it touched.
pub fn apply(cafe: &mut Cafe, event: &Event, changes: &mut Changes) {
    match event {
        Event::ProposalsSet { proposals } => {
            cafe.topics.proposals = *proposals;
            changes.shared.insert(DocKey::Topics);
        }
        Event::TopicVoteSet { phase } => {
            cafe.topics.set_vote(*phase, cafe.people.joined());
            changes.shared.extend([DocKey::Topics, DocKey::TopicTurnout]);
            touch_counts(changes);
        }
        Event::TopicRulesSet { rules } => {
            cafe.topics.set_rules(rules.clone());
            changes.shared.extend([DocKey::Topics, DocKey::SelectionTerms]);
            touch_counts(changes);
        }
        Event::TopicProposed { topic, draft, proposer } => {
            cafe.topics.add(Topic::new(topic.clone(), draft.clone(), *proposer));
            touch_topic(cafe, topic, changes);
        }
        Event::TopicEdited { topic, draft, by, at } => {
            let version = |earlier| TopicVersion { draft: earlier, replaced_by: *by, replaced_at: *at };
            cafe.topics.get_mut(topic).rewrite(draft.clone(), version);
            touch_topic(cafe, topic, changes);
        }
        Event::TopicHidden { topic } => set(cafe, topic, |topic| topic.is_hidden = true, changes),
        Event::TopicUnhidden { topic } => set(cafe, topic, |topic| topic.is_hidden = false, changes),
        Event::TopicHeld { topic } => set(cafe, topic, |topic| topic.is_held = true, changes),
        Event::TopicReleased { topic } => set(cafe, topic, |topic| topic.is_held = false, changes),
        Event::TopicMerged { topic, into } => set_merged(cafe, topic, Some(into), changes),
        Event::TopicSplit { topic } => set_merged(cafe, topic, None, changes),
        Event::TopicsToldApart { first, second } => cafe.topics.tell_apart(first, second),
        Event::GlossarySet { text } => {
            cafe.topics.glossary = text.clone();
            changes.shared.insert(DocKey::Glossary);
        }
        Event::TopicBallotCast { participant, approve, points, revision } => {
            let approvals = approve.iter().map(|id| (id, 1));
            let all = approvals.chain(points.iter().map(|(id, points)| (id, *points)));
            let marks = all.filter_map(|(id, points)| Some((cafe.topics.place(id)?, points)));
            let mut marks: Vec<(Place, u16)> = marks.collect();
            marks.sort_unstable();
            cafe.topics.set_ballot(*participant, TopicBallot { revision: *revision, marks });
            changes.shared.insert(DocKey::TopicTurnout);
            touch_counts(changes);
            touch_ballot(*participant, changes);
        }
        Event::TopicsSkipped { participant, topics } => {
            cafe.topics.skip(*participant, topics);
            touch_ballot(*participant, changes);
        }
        other => unreachable!("{other:?} is not about topics"),
    }
}

fn touch_ballot(participant: ParticipantId, changes: &mut Changes) {
    changes.personal.insert((participant, PersonalKey::TopicBallot));
}

/// What is counted, and what follows from the counts.
fn touch_counts(changes: &mut Changes) {
    changes.shared.extend([DocKey::Support, DocKey::Selection]);
}

/// Whoever proposed a topic sees how it fares, also when nobody else sees it.
fn touch_topic(cafe: &Cafe, id: &TopicId, changes: &mut Changes) {
    let topic = cafe.topics.get(id).expect("an event names a topic that exists");
    changes.personal.extend(topic.proposer.map(|participant| (participant, PersonalKey::Topics)));
    changes.shared.extend([DocKey::Topic(id.clone()), DocKey::Selection]);
}

fn set(cafe: &mut Cafe, id: &TopicId, change: impl FnOnce(&mut Topic), changes: &mut Changes) {
    change(cafe.topics.get_mut(id));
    touch_topic(cafe, id, changes);
    changes.shared.insert(DocKey::Support);
}

fn set_merged(cafe: &mut Cafe, topic: &TopicId, into: Option<&TopicId>, changes: &mut Changes) {
    let touch_whole = |cafe: &Cafe, changes: &mut Changes| {
        let place = cafe.topics.place(topic).expect("an event names a topic that exists");
        let whole = cafe.topics.at(cafe.topics.standing(place)).id.clone();
        touch_topic(cafe, &whole, changes);
    };
    touch_whole(cafe, changes);
    cafe.topics.set_merged(topic, into);
    touch_whole(cafe, changes);
    touch_topic(cafe, topic, changes);
    changes.shared.insert(DocKey::Support);
}
