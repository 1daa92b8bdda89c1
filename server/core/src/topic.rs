//! Topics, and what merging does to them. Ballots name the topics that people saw; what is counted is counted in
//! the topic that stands for them.

pub mod ballots;

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use tafelrunde_protocol::command::Phase;
use tafelrunde_protocol::ids::{ParticipantId, TopicId};
use tafelrunde_protocol::limits::TOPIC_VERSIONS_MAX;
use tafelrunde_protocol::topic::{Proposals, TopicDraft, TopicRules, TopicStanding, TopicVersion};

use ballots::{TopicBallot, TopicBallots};

/// All topics of a café and the vote on them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topics {
    /// Whether participants may propose.
    pub proposals: Proposals,
    /// Where the vote stands.
    pub vote: Phase,
    /// How many had joined when the vote last closed; `None` while it is open or a draft.
    pub joined_at_close: Option<u32>,
    /// How topics are proposed and voted on.
    pub rules: TopicRules,
    /// The café's own words that mean the same.
    pub glossary: String,
    topics: Vec<Topic>,
    places: BTreeMap<TopicId, Place>,
    proposed: BTreeMap<ParticipantId, Vec<Place>>,
    told_apart: BTreeSet<(Place, Place)>,
    ballots: TopicBallots,
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
    pub is_hidden: bool,
    /// Whether it waits for a moderator.
    pub is_held: bool,
    /// The topic that it is a part of.
    pub merged_into: Option<Place>,
    /// How it was before, oldest first.
    pub history: Vec<TopicVersion>,
}

impl Topic {
    /// A topic that has just been proposed.
    pub fn new(id: TopicId, draft: TopicDraft, proposer: Option<ParticipantId>) -> Self {
        Self { id, draft, proposer, is_hidden: false, is_held: false, merged_into: None, history: Vec::new() }
    }

    /// Whether phones and wall have it, and it can be wanted.
    pub fn is_shown(&self) -> bool {
        !self.is_hidden && !self.is_held && self.merged_into.is_none()
    }

    /// Rewrites it. Of very many versions the oldest are forgotten.
    pub fn rewrite(&mut self, draft: TopicDraft, version: impl FnOnce(TopicDraft) -> TopicVersion) {
        let earlier = std::mem::replace(&mut self.draft, draft);
        if self.history.len() == TOPIC_VERSIONS_MAX {
            self.history.remove(0);
        }
        self.history.push(version(earlier));
    }
}

impl Default for Topics {
    fn default() -> Self {
        Self {
            proposals: Proposals::Closed,
            vote: Phase::Draft,
            joined_at_close: None,
            rules: TopicRules::default(),
            glossary: String::new(),
            topics: Vec::new(),
            places: BTreeMap::new(),
            proposed: BTreeMap::new(),
            told_apart: BTreeSet::new(),
            ballots: TopicBallots::default(),
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

    /// Topics that are shown, with their places.
    pub fn shown(&self) -> impl Iterator<Item = (Place, &Topic)> {
        (0..).zip(&self.topics).filter(|(_, topic)| topic.is_shown())
    }

    /// Where a topic stands in the order of proposing.
    pub fn place(&self, id: &TopicId) -> Option<Place> {
        self.places.get(id).copied()
    }

    /// The topic at a place.
    pub fn at(&self, place: Place) -> &Topic {
        &self.topics[place as usize]
    }

    /// The topic with this id.
    pub fn get(&self, id: &TopicId) -> Option<&Topic> {
        self.place(id).map(|place| self.at(place))
    }

    /// The topic with this id, to be changed.
    pub fn get_mut(&mut self, id: &TopicId) -> &mut Topic {
        let place = self.expect_place(id);
        &mut self.topics[place as usize]
    }

    fn expect_place(&self, id: &TopicId) -> Place {
        self.place(id).expect("an event names a topic that exists")
    }

    /// Where a topic can be seen.
    pub fn standing_kind(&self, topic: &Topic) -> TopicStanding {
        match topic.merged_into {
            Some(place) => TopicStanding::Merged { into: self.at(place).id.clone() },
            None if topic.is_hidden => TopicStanding::Hidden,
            None if topic.is_held => TopicStanding::Held,
            None => TopicStanding::Shown,
        }
    }

    /// The topic that stands for the one at this place: itself, or what it was merged into.
    pub fn standing(&self, place: Place) -> Place {
        standing(&self.topics, place)
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

    /// Adds a topic at the end.
    pub fn add(&mut self, topic: Topic) {
        let place = self.topics.len() as Place;
        if let Some(participant) = topic.proposer {
            self.proposed.entry(participant).or_default().push(place);
        }
        self.places.insert(topic.id.clone(), place);
        self.topics.push(topic);
        self.ballots.add_topic();
    }

    /// All ballots, and what follows from them.
    pub fn ballots(&self) -> &TopicBallots {
        &self.ballots
    }

    /// Sets a ballot; an earlier one of the same participant leaves the counts first.
    pub fn set_ballot(&mut self, participant: ParticipantId, ballot: TopicBallot) {
        let (topics, kind) = (&self.topics, self.rules.ballot);
        self.ballots.set(participant, ballot, |ballot| ballots::wanted(topics, kind, ballot));
    }

    /// Notes that a participant does not want some topics.
    pub fn skip(&mut self, participant: ParticipantId, topics: &[TopicId]) {
        let places: Vec<Place> = topics.iter().map(|id| self.expect_place(id)).collect();
        self.ballots.skip(participant, &places);
    }

    /// Makes a topic part of another, or lets it stand for itself again. Ballots stay as they were cast, so
    /// taking the topic out again restores both exactly. Costs a pass over all ballots.
    pub fn set_merged(&mut self, topic: &TopicId, into: Option<&TopicId>) {
        let into = into.map(|whole| self.expect_place(whole));
        self.get_mut(topic).merged_into = into;
        self.recount();
    }

    /// Sets the rules. Costs a pass over all ballots.
    pub fn set_rules(&mut self, rules: TopicRules) {
        self.rules = rules;
        self.recount();
    }

    fn recount(&mut self) {
        let (topics, kind) = (&self.topics, self.rules.ballot);
        self.ballots.recount(|ballot| ballots::wanted(topics, kind, ballot));
    }

    /// Whether the counts are what the ballots say.
    pub fn is_counted_right(&self) -> bool {
        let mut again = self.ballots.clone();
        again.recount(|ballot| self.wanted(ballot));
        again == self.ballots
    }

    /// Points by place of the topic that stands for each wish of a ballot.
    pub fn wanted(&self, ballot: &TopicBallot) -> BTreeMap<Place, u32> {
        ballots::wanted(&self.topics, self.rules.ballot, ballot)
    }

    /// Notes that two topics are not the same.
    pub fn tell_apart(&mut self, first: &TopicId, second: &TopicId) {
        let pair = self.pair(first, second).expect("an event names topics that exist");
        self.told_apart.insert(pair);
    }

    /// Whether somebody said that two topics are not the same.
    pub fn are_told_apart(&self, first: &TopicId, second: &TopicId) -> bool {
        self.pair(first, second).is_some_and(|pair| self.told_apart.contains(&pair))
    }

    /// All pairs that were told apart, the smaller id first.
    pub fn all_told_apart(&self) -> BTreeSet<(TopicId, TopicId)> {
        let ids = self
            .told_apart
            .iter()
            .map(|(first, second)| [first, second].map(|place| self.at(*place).id.clone()));
        ids.map(|[first, second]| if first < second { (first, second) } else { (second, first) }).collect()
    }

    /// How many pairs were told apart.
    pub fn told_apart(&self) -> usize {
        self.told_apart.len()
    }

    fn pair(&self, first: &TopicId, second: &TopicId) -> Option<(Place, Place)> {
        let (first, second) = (self.place(first)?, self.place(second)?);
        Some((first.min(second), first.max(second)))
    }
}

fn standing(topics: &[Topic], mut place: Place) -> Place {
    while let Some(into) = topics[place as usize].merged_into {
        place = into;
    }
    place
}
