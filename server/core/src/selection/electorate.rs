//! The ballots to select by: identical ones grouped, and turned round into the supporters of each topic.

use std::collections::BTreeMap;

/// A topic, named by its position in the lot order: of two that are equal in everything else the smaller
/// comes first.
pub type Lot = usize;

/// One person's points for topics. Approving is giving one point; no points is a ballot for nothing.
pub type Ballot = BTreeMap<Lot, u32>;

/// A ballot that approves of topics.
pub fn approval(topics: impl IntoIterator<Item = Lot>) -> Ballot {
    topics.into_iter().map(|topic| (topic, 1)).collect()
}

/// Everybody who voted, people with empty ballots included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Electorate {
    groups: Vec<Group>,
    supporters: Vec<Vec<Support>>,
    support: Vec<u64>,
    voters: u64,
}

/// People with the same ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// How many.
    pub people: u64,
    /// The topics they want, ascending.
    pub topics: Vec<Lot>,
}

/// A group that wants a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Support {
    /// Position of the group.
    pub group: usize,
    /// How many people that is.
    pub people: u64,
    /// Points of each of them, at least one.
    pub points: u32,
}

impl Electorate {
    /// Groups ballots. Their order does not matter. Topics without points count as not wanted.
    ///
    /// # Panics
    /// If a ballot names a topic that is not below `topics`.
    pub fn new(topics: usize, ballots: impl IntoIterator<Item = Ballot>) -> Self {
        let mut grouped: BTreeMap<Vec<(Lot, u32)>, u64> = BTreeMap::new();
        for ballot in ballots {
            let wanted = ballot.into_iter().filter(|(_, points)| 0 < *points).collect();
            *grouped.entry(wanted).or_default() += 1;
        }
        let mut electorate = Self {
            groups: Vec::with_capacity(grouped.len()),
            supporters: vec![Vec::new(); topics],
            support: vec![0; topics],
            voters: 0,
        };
        for (ballot, people) in grouped {
            electorate.add(&ballot, people);
        }
        electorate
    }

    /// How many topics there are to select from.
    pub fn topics(&self) -> usize {
        self.supporters.len()
    }

    /// How many people voted.
    pub fn voters(&self) -> u64 {
        self.voters
    }

    /// People by ballot.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The groups that want a topic.
    pub fn supporters(&self, topic: Lot) -> &[Support] {
        &self.supporters[topic]
    }

    /// How many people want a topic.
    pub fn support(&self, topic: Lot) -> u64 {
        self.support[topic]
    }

    /// By group: how many of these topics each of its people wants.
    pub fn satisfaction(&self, topics: &[Lot]) -> Vec<usize> {
        let mut satisfaction = vec![0; self.groups.len()];
        for topic in topics {
            for support in self.supporters(*topic) {
                satisfaction[support.group] += 1;
            }
        }
        satisfaction
    }

    fn add(&mut self, ballot: &[(Lot, u32)], people: u64) {
        let group = self.groups.len();
        for (topic, points) in ballot {
            self.supporters[*topic].push(Support { group, people, points: *points });
            self.support[*topic] += people;
        }
        self.groups.push(Group { people, topics: ballot.iter().map(|(topic, _)| *topic).collect() });
        self.voters += people;
    }
}
