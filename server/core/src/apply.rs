//! Applies events. The only place where a café changes. Events are facts, so nothing is refused here: an
//! event that does not fit means a broken journal or a fault of ours, and stops this café.

mod topics;

use tafelrunde_protocol::command::Phase;

use crate::cafe::{Cafe, RECEIPTS_MAX};
use crate::changes::{Changes, DocKey, PersonalKey};
use crate::event::Event;
use crate::people::Seat;
use crate::poll::{Ballot, OptionSet, Poll};
use crate::stage::{CurrentSlot, scene_of};
use tafelrunde_protocol::command::Surface;
use tafelrunde_protocol::ids::PollId;

/// Builds a café from all its events. `None` for an empty journal.
pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Option<Cafe> {
    let mut cafe = None;
    let mut changes = Changes::default();
    for event in events {
        apply_or_begin(&mut cafe, event, &mut changes);
    }
    cafe
}

/// Applies an event to a café that its first event may still have to begin.
pub fn apply_or_begin(cafe: &mut Option<Cafe>, event: &Event, changes: &mut Changes) {
    match (cafe.as_mut(), event) {
        (None, Event::CafeCreated(created)) => *cafe = Some(Cafe::new((**created).clone())),
        (None, other) => panic!("a journal begins with cafe_created, not with {other:?}"),
        (Some(cafe), event) => apply(cafe, event, changes),
    }
}

/// Applies one event and notes which documents it touched.
pub fn apply(cafe: &mut Cafe, event: &Event, changes: &mut Changes) {
    match event {
        Event::CafeCreated(_) => panic!("a café is created once"),
        Event::CommandTaken { command } => {
            if cafe.receipts.len() == RECEIPTS_MAX {
                cafe.receipts.pop_front();
            }
            cafe.receipts.push_back(command.clone());
        }
        Event::ParticipantJoined { .. } | Event::ProfileChanged { .. } => people(cafe, event, changes),
        Event::BallotCast { poll, participant, choices, revision } => {
            let ballot = Ballot { revision: *revision, choices: Some(OptionSet::of(choices)) };
            poll_mut(cafe, poll).set_ballot(*participant, ballot);
            touch_ballot(changes, poll);
            changes.personal.insert((*participant, PersonalKey::Ballot(poll.clone())));
        }
        Event::BallotWithdrawn { poll, participant, revision } => {
            let ballot = Ballot { revision: *revision, choices: None };
            poll_mut(cafe, poll).set_ballot(*participant, ballot);
            touch_ballot(changes, poll);
            changes.personal.insert((*participant, PersonalKey::Ballot(poll.clone())));
        }
        Event::PollDrafted { .. }
        | Event::PollOpened { .. }
        | Event::PollClosed { .. }
        | Event::PollRevealed { .. }
        | Event::PollDeleted { .. } => polls(cafe, event, changes),
        Event::ProposalsSet { .. }
        | Event::TopicVoteSet { .. }
        | Event::TopicProposed { .. }
        | Event::TopicEdited { .. }
        | Event::TopicHidden { .. }
        | Event::TopicUnhidden { .. }
        | Event::TopicMerged { .. }
        | Event::TopicSplit { .. }
        | Event::TopicHeld { .. }
        | Event::TopicReleased { .. }
        | Event::TopicsToldApart { .. }
        | Event::GlossarySet { .. }
        | Event::TopicRulesSet { .. }
        | Event::TopicBallotCast { .. }
        | Event::TopicsSkipped { .. } => topics::apply(cafe, event, changes),
        Event::LotDrawn { seed } => {
            cafe.selecting.lot = *seed;
            changes.shared.insert(DocKey::Selection);
        }
        Event::SelectionTermsSet { terms } => {
            cafe.selecting.terms = Some(terms.clone());
            changes.shared.extend([DocKey::SelectionTerms, DocKey::Selection]);
        }
        Event::HandsSet { hands } => {
            cafe.selecting.hands = cafe.selecting.changed_hands(hands);
            changes.shared.extend([DocKey::SelectionTerms, DocKey::Selection]);
        }
        Event::SelectionAdopted { adopted } => {
            cafe.selecting.adopted = Some(adopted.clone());
            changes.shared.insert(DocKey::Adopted);
        }
        Event::SelectionRetracted => {
            cafe.selecting.adopted = None;
            changes.shared.insert(DocKey::Adopted);
        }
        Event::SlotEntered { slot, at, ends_at } => {
            cafe.stage.slot = Some(CurrentSlot { id: slot.clone(), began_at: *at, ends_at: *ends_at });
            if let Some(slot) = cafe.settings.slot(slot) {
                cafe.stage.show(Surface::Everywhere, scene_of(slot));
            }
            changes.shared.insert(DocKey::Stage);
        }
        Event::SceneShown { on, scene } => {
            cafe.stage.show(*on, scene.clone());
            changes.shared.insert(DocKey::Stage);
        }
    }
}

fn people(cafe: &mut Cafe, event: &Event, changes: &mut Changes) {
    let participant = match event {
        Event::ParticipantJoined { participant, token, profile } => {
            cafe.people.join(*participant, Seat { token: *token, profile: profile.clone() });
            for (id, poll) in &cafe.polls {
                if poll.phase == Phase::Open {
                    changes.shared.insert(DocKey::Turnout(id.clone()));
                }
            }
            changes.shared.insert(DocKey::TopicTurnout);
            *participant
        }
        Event::ProfileChanged { participant, profile } => {
            cafe.people.change_profile(*participant, profile.clone());
            *participant
        }
        other => unreachable!("{other:?} is not about people"),
    };
    changes.shared.insert(DocKey::Crowd);
    changes.shared.insert(DocKey::Person(participant));
    changes.personal.insert((participant, PersonalKey::Profile));
}

fn poll_mut<'a>(cafe: &'a mut Cafe, id: &PollId) -> &'a mut Poll {
    cafe.polls.get_mut(id).expect("an event names a poll that exists")
}

fn touch_ballot(changes: &mut Changes, poll: &PollId) {
    changes.shared.insert(DocKey::Tally(poll.clone()));
    changes.shared.insert(DocKey::Turnout(poll.clone()));
}

fn polls(cafe: &mut Cafe, event: &Event, changes: &mut Changes) {
    let joined = cafe.people.joined();
    let id = match event {
        Event::PollDrafted { poll: id, draft } => {
            let order = match cafe.polls.get(id) {
                Some(earlier) => earlier.order,
                None => {
                    cafe.polls_drafted += 1;
                    cafe.polls_drafted - 1
                }
            };
            cafe.polls.insert(id.clone(), Poll::new(draft.clone(), order));
            id
        }
        Event::PollOpened { poll: id, closes_at } => {
            poll_mut(cafe, id).open(*closes_at);
            id
        }
        Event::PollClosed { poll: id } => {
            poll_mut(cafe, id).close(joined);
            id
        }
        Event::PollRevealed { poll: id } => {
            poll_mut(cafe, id).phase = Phase::Revealed;
            id
        }
        Event::PollDeleted { poll: id } => {
            let poll = cafe.polls.remove(id).expect("an event names a poll that exists");
            for (participant, _) in poll.ballots() {
                changes.personal.insert((participant, PersonalKey::Ballot(id.clone())));
            }
            cafe.stage.forget_poll(id);
            changes.shared.insert(DocKey::Stage);
            id
        }
        other => unreachable!("{other:?} is not about polls"),
    };
    changes.shared.insert(DocKey::Poll(id.clone()));
    touch_ballot(changes, id);
}
