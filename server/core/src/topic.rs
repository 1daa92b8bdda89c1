//! Topics, who supports them, and what merging does to both. Ballots name the topics that people saw;
//! support is counted in the topic that stands for them, each person once.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use tafelrunde_protocol::command::{Phase, Proposals, TopicDraft};
use tafelrunde_protocol::ids::{ParticipantId, Revision, TopicId};

/// All topics of a café and the vote on them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topics {
    /// Whether participants may propose.
    pub proposals: Proposals,
    /// Where the vote stands.
    pub vote: Phase,
    /// How many had joined when the vote last closed; `None` while it is open or a draft.
    pub joined_at_close: Option<u32>,
    topics: Vec<Topic>,
    places: BTreeMap<TopicId, Place>,
    proposed: BTreeMap<ParticipantId, Vec<Place>>,
    ballots: BTreeMap<ParticipantId, TopicBallot>,
    /// Supporters by place of the standing topic.
    support: Vec<u32>,
}

/// A topic's position in the order of proposing.
pub type Place = u32;

/// A proposed subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// Its content.
    pub draft: TopicDraft,
    /// Nobody for a topic of the template.
    pub proposer: Option<ParticipantId>,
    /// Whether a moderator took it away.
    pub hidden: bool,
    /// The topic that it is a part of.
    pub merged_into: Option<Place>,
}

/// The topics that one participant approves of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicBallot {
    /// Raised with every change.
    pub revision: Revision,
    /// Ascending places of the topics as the participant named them.
    pub approve: Vec<Place>,
}

impl Default for Topics {
    fn default() -> Self {
        Self {
            proposals: Proposals::Closed,
            vote: Phase::Draft,
            joined_at_close: None,
            topics: Vec::new(),
            places: BTreeMap::new(),
            proposed: BTreeMap::new(),
            ballots: BTreeMap::new(),
            support: Vec::new(),
        }
    }
}

impl Topics {
    /// Moves the vote. Who joins after it closed is not among those who could have voted.
    pub fn set_vote(&mut self, phase: Phase, joined: u32) {
        self.joined_at_close = match phase {
            Phase::Draft | Phase::Open => None,
            Phase::Closed | Phase::Revealed => self.joined_at_close.or(Some(joined)),
        };
        self.vote = phase;
    }

    /// All topics in the order of proposing.
    pub fn all(&self) -> &[Topic] {
        &self.topics
    }

    /// Where a topic stands in the order of proposing.
    pub fn place(&self, id: &TopicId) -> Option<Place> {
        self.places.get(id).copied()
    }

    /// The topic at a place.
    pub fn at(&self, place: Place) -> &Topic {
        &self.topics[place as usize]
    }

    /// The topic with this id, to be changed.
    pub fn get_mut(&mut self, id: &TopicId) -> &mut Topic {
        let place = self.place(id).expect("an event names a topic that exists");
        &mut self.topics[place as usize]
    }

    /// The topic that stands for the one at this place: itself, or what it was merged into.
    pub fn standing(&self, mut place: Place) -> Place {
        while let Some(into) = self.at(place).merged_into {
            place = into;
        }
        place
    }

    /// Every topic that this one stands for, itself not included.
    pub fn parts(&self, whole: Place) -> impl Iterator<Item = &Topic> {
        let places = 0..self.topics.len() as Place;
        let is_part = move |place: &Place| *place != whole && self.standing(*place) == whole;
        places.filter(is_part).map(|place| self.at(place))
    }

    /// What a participant proposed.
    pub fn proposed_by(&self, participant: ParticipantId) -> &[Place] {
        self.proposed.get(&participant).map_or(&[], Vec::as_slice)
    }

    /// The ballot of one participant.
    pub fn ballot(&self, participant: ParticipantId) -> Option<&TopicBallot> {
        self.ballots.get(&participant)
    }

    /// All ballots in the order of the pseudonyms.
    pub fn ballots(&self) -> impl ExactSizeIterator<Item = (ParticipantId, &TopicBallot)> {
        self.ballots.iter().map(|(id, ballot)| (*id, ballot))
    }

    /// Supporters by place; zero for topics that are parts.
    pub fn support(&self) -> &[u32] {
        &self.support
    }

    /// Adds a topic at the end.
    pub fn add(&mut self, topic: Topic) {
        let place = self.topics.len() as Place;
        if let Some(participant) = topic.proposer {
            self.proposed.entry(participant).or_default().push(place);
        }
        self.places.insert(topic.id.clone(), place);
        self.topics.push(topic);
        self.support.push(0);
    }

    /// Sets a ballot; an earlier one of the same participant leaves the support first.
    pub fn set_ballot(&mut self, participant: ParticipantId, ballot: TopicBallot) {
        let after = self.standing_of(&ballot);
        let earlier = self.ballots.insert(participant, ballot);
        let before = earlier.map(|earlier| self.standing_of(&earlier)).unwrap_or_default();
        for place in before.difference(&after) {
            self.support[*place as usize] -= 1;
        }
        for place in after.difference(&before) {
            self.support[*place as usize] += 1;
        }
    }

    /// Makes a topic part of another, or lets it stand for itself again. Ballots stay as they were cast, so
    /// taking the topic out again restores both exactly. Costs a pass over all ballots.
    pub fn set_merged(&mut self, topic: &TopicId, into: Option<&TopicId>) {
        let into = into.map(|whole| self.place(whole).expect("an event names a topic that exists"));
        self.get_mut(topic).merged_into = into;
        self.support = self.recount();
    }

    /// The support made afresh from all ballots.
    pub fn recount(&self) -> Vec<u32> {
        let mut support = vec![0; self.topics.len()];
        for ballot in self.ballots.values() {
            for place in self.standing_of(ballot) {
                support[place as usize] += 1;
            }
        }
        support
    }

    fn standing_of(&self, ballot: &TopicBallot) -> BTreeSet<Place> {
        ballot.approve.iter().map(|place| self.standing(*place)).collect()
    }
}
