//! Topic ballots, topics that were skipped, and the counts that follow. Counts are kept with every change, in the
//! size of one ballot.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tafelrunde_protocol::ids::{ParticipantId, Revision};
use tafelrunde_protocol::topic::TopicBallotKind;

use super::{Place, Topic, standing};

/// What one participant wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicBallot {
    /// Raised with every change.
    pub revision: Revision,
    /// Ascending places of the topics as the participant named them, with their points; approving is one point.
    pub marks: Vec<(Place, u16)>,
}

/// How much a topic is wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Support {
    /// By how many people.
    pub people: u32,
    /// With how many points.
    pub points: u32,
}

/// All ballots and what follows from them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicBallots {
    /// Never changed in place, so that they can be counted beside the café while it goes on.
    ballots: BTreeMap<ParticipantId, Arc<TopicBallot>>,
    skipped: BTreeMap<ParticipantId, BTreeSet<Place>>,
    /// By place of the topic that stands for those on the ballots.
    support: Vec<Support>,
    /// People who skipped a topic, by its place.
    skips: Vec<u32>,
}

impl TopicBallots {
    /// How many people have a ballot.
    pub fn count(&self) -> u32 {
        u32::try_from(self.ballots.len()).expect("participants_max is a u32")
    }

    /// The ballot of one participant.
    pub fn get(&self, participant: ParticipantId) -> Option<&TopicBallot> {
        self.ballots.get(&participant).map(Arc::as_ref)
    }

    /// All ballots in the order of the pseudonyms.
    pub fn all(&self) -> impl Iterator<Item = &Arc<TopicBallot>> {
        self.ballots.values()
    }

    /// How much each topic is wanted, by place; nothing for topics that are parts.
    pub fn support(&self) -> &[Support] {
        &self.support
    }

    /// How many have judged the topic at a place: want it or have skipped it.
    pub fn judged(&self, place: Place) -> u32 {
        self.support[place as usize].people + self.skips[place as usize]
    }

    /// What a participant has skipped, in ascending order.
    pub fn skipped_by(&self, participant: ParticipantId) -> Option<&BTreeSet<Place>> {
        self.skipped.get(&participant)
    }

    /// Whether a participant wants or has skipped the topic at a place.
    pub fn is_judged_by(&self, participant: ParticipantId, place: Place) -> bool {
        let is_wanted = self.get(participant).is_some_and(|ballot| ballot.wants(place));
        is_wanted || self.skipped_by(participant).is_some_and(|places| places.contains(&place))
    }

    pub(super) fn add_topic(&mut self) {
        self.support.push(Support::default());
        self.skips.push(0);
    }

    pub(super) fn set(
        &mut self,
        participant: ParticipantId,
        ballot: TopicBallot,
        wanted: impl Fn(&TopicBallot) -> BTreeMap<Place, u32>,
    ) {
        self.unskip(participant, &ballot);
        let after = wanted(&ballot);
        let earlier = self.ballots.insert(participant, Arc::new(ballot));
        for (place, points) in earlier.map(|earlier| wanted(&earlier)).unwrap_or_default() {
            let support = &mut self.support[place as usize];
            *support = Support { people: support.people - 1, points: support.points - points };
        }
        self.count_in(&after);
    }

    pub(super) fn recount(&mut self, wanted: impl Fn(&TopicBallot) -> BTreeMap<Place, u32>) {
        self.support.fill(Support::default());
        let all: Vec<BTreeMap<Place, u32>> = self.ballots.values().map(|ballot| wanted(ballot)).collect();
        all.iter().for_each(|ballot| self.count_in(ballot));
        self.skips.fill(0);
        for place in self.skipped.values().flatten() {
            self.skips[*place as usize] += 1;
        }
    }

    fn count_in(&mut self, wanted: &BTreeMap<Place, u32>) {
        for (place, points) in wanted {
            let support = &mut self.support[*place as usize];
            *support = Support { people: support.people + 1, points: support.points + points };
        }
    }

    pub(super) fn skip(&mut self, participant: ParticipantId, places: &[Place]) {
        let skipped = self.skipped.entry(participant).or_default();
        for place in places {
            if skipped.insert(*place) {
                self.skips[*place as usize] += 1;
            }
        }
    }

    /// Who wants a topic no longer skips it.
    fn unskip(&mut self, participant: ParticipantId, ballot: &TopicBallot) {
        let Some(skipped) = self.skipped.get_mut(&participant) else { return };
        for (place, _) in &ballot.marks {
            if skipped.remove(place) {
                self.skips[*place as usize] -= 1;
            }
        }
        if skipped.is_empty() {
            self.skipped.remove(&participant);
        }
    }
}

impl TopicBallot {
    /// Whether it names the topic at a place.
    pub fn wants(&self, place: Place) -> bool {
        self.marks.binary_search_by_key(&place, |(marked, _)| *marked).is_ok()
    }
}

/// Points by place of the topic that stands for each wish.
pub(super) fn wanted(topics: &[Topic], kind: TopicBallotKind, ballot: &TopicBallot) -> BTreeMap<Place, u32> {
    counted(kind, ballot.marks.iter().map(|(place, points)| (standing(topics, *place), *points)))
}

/// Points by topic of one person's marks, each on the topic that stands for the one that was meant. Who wants
/// several parts of one topic wants it once: points that were spread are added up to the cap, of scores the best
/// counts.
pub fn counted<T: Ord>(kind: TopicBallotKind, marks: impl Iterator<Item = (T, u16)>) -> BTreeMap<T, u32> {
    let mut wanted: BTreeMap<T, u32> = BTreeMap::new();
    for (topic, points) in marks {
        let points = u32::from(points);
        let whole = wanted.entry(topic).or_default();
        *whole = match kind {
            TopicBallotKind::Approval => 1,
            TopicBallotKind::Points { cap, .. } => (*whole + points).min(u32::from(cap)),
            TopicBallotKind::Score { .. } => points.max(*whole),
        };
    }
    wanted
}
