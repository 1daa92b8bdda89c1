//! Which documents an event touched. Keys are types here and text on the wire.

use std::collections::BTreeSet;
use std::fmt;
use tafelrunde_protocol::ids::{ParticipantId, PollId, TopicId};

/// A document that an audience shares.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum DocKey {
    /// `cafe`
    Cafe,
    /// `organisations`
    Organisations,
    /// `programme`
    Programme,
    /// `stage`
    Stage,
    /// `crowd`
    Crowd,
    /// `person/<id>`
    Person(ParticipantId),
    /// `topics`
    Topics,
    /// `topic/<id>`
    Topic(TopicId),
    /// `support`
    Support,
    /// `topic-turnout`
    TopicTurnout,
    /// `selection-terms`
    SelectionTerms,
    /// `selection`: touched when what it is made of has changed.
    Selection,
    /// `adopted`
    Adopted,
    /// `glossary`
    Glossary,
    /// `poll/<id>`
    Poll(PollId),
    /// `tally/<poll>`
    Tally(PollId),
    /// `turnout/<poll>`
    Turnout(PollId),
}

impl fmt::Display for DocKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cafe => f.write_str("cafe"),
            Self::Organisations => f.write_str("organisations"),
            Self::Programme => f.write_str("programme"),
            Self::Stage => f.write_str("stage"),
            Self::Crowd => f.write_str("crowd"),
            Self::Person(id) => write!(f, "person/{id}"),
            Self::Topics => f.write_str("topics"),
            Self::Topic(id) => write!(f, "topic/{id}"),
            Self::Support => f.write_str("support"),
            Self::TopicTurnout => f.write_str("topic-turnout"),
            Self::SelectionTerms => f.write_str("selection-terms"),
            Self::Selection => f.write_str("selection"),
            Self::Adopted => f.write_str("adopted"),
            Self::Glossary => f.write_str("glossary"),
            Self::Poll(id) => write!(f, "poll/{id}"),
            Self::Tally(id) => write!(f, "tally/{id}"),
            Self::Turnout(id) => write!(f, "turnout/{id}"),
        }
    }
}

/// A document that one participant alone sees.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PersonalKey {
    /// `me/profile`
    Profile,
    /// `me/ballot/<poll>`
    Ballot(PollId),
    /// `me/topic-ballot`
    TopicBallot,
    /// `me/topics`
    Topics,
}

impl fmt::Display for PersonalKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Profile => f.write_str("me/profile"),
            Self::Ballot(poll) => write!(f, "me/ballot/{poll}"),
            Self::TopicBallot => f.write_str("me/topic-ballot"),
            Self::Topics => f.write_str("me/topics"),
        }
    }
}

/// What events touched since somebody last looked. Coalesces: a document touched twice is in it once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Documents of audiences.
    pub shared: BTreeSet<DocKey>,
    /// Documents of single participants.
    pub personal: BTreeSet<(ParticipantId, PersonalKey)>,
}

impl Changes {
    /// Whether nothing was touched.
    pub fn is_empty(&self) -> bool {
        self.shared.is_empty() && self.personal.is_empty()
    }
}
