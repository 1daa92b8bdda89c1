//! Events: what happened. They are the only durable truth, so their names and fields stay readable for
//! years: a change of meaning is a new event or a higher [`FORMAT`], never an edit.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tafelrunde_protocol::command::{Phase, PollDraft, Profile, Scene, Surface};
use tafelrunde_protocol::ids::{
    CafeCode, CommandId, OptionId, ParticipantId, PollId, Revision, SlotId, Timestamp, TopicId,
};
use tafelrunde_protocol::selection::{AdoptedDocument, Hand, SelectionTerms};
use tafelrunde_protocol::topic::{Proposals, TopicDraft, TopicEditor, TopicRules};

use crate::actor::TokenHash;
use crate::settings::Settings;

/// The format in which batches are written. Every lower one stays readable.
///
/// 1: the first. 2: events for the rules of the topic vote and for selection; points and editors in events that
/// were there before.
pub const FORMAT: u16 = 2;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The first event of every journal.
    CafeCreated(Box<CafeCreated>),
    /// A moderator's command was carried out; a repetition of it is recognised by its id.
    CommandTaken {
        /// The command's id.
        command: CommandId,
    },
    /// Somebody took a seat.
    ParticipantJoined {
        /// The pseudonym.
        participant: ParticipantId,
        /// What opens the seat.
        token: TokenHash,
        /// What they said about themselves.
        profile: Profile,
    },
    /// A participant changed what they said about themselves.
    ProfileChanged {
        /// The pseudonym.
        participant: ParticipantId,
        /// The whole profile.
        profile: Profile,
    },
    /// A poll was written or rewritten.
    PollDrafted {
        /// The poll.
        poll: PollId,
        /// Its whole content.
        draft: PollDraft,
    },
    /// Ballots count from here.
    PollOpened {
        /// The poll.
        poll: PollId,
        /// When it closes by itself.
        closes_at: Option<Timestamp>,
    },
    /// Ballots count up to here.
    PollClosed {
        /// The poll.
        poll: PollId,
    },
    /// Everybody sees the counts.
    PollRevealed {
        /// The poll.
        poll: PollId,
    },
    /// The poll and its ballots are gone.
    PollDeleted {
        /// The poll.
        poll: PollId,
    },
    /// A participant's answer was set.
    BallotCast {
        /// The poll.
        poll: PollId,
        /// Whose.
        participant: ParticipantId,
        /// Ascending.
        choices: Vec<OptionId>,
        /// Its revision.
        revision: Revision,
    },
    /// A participant's answer was taken out.
    BallotWithdrawn {
        /// The poll.
        poll: PollId,
        /// Whose.
        participant: ParticipantId,
        /// Its revision.
        revision: Revision,
    },
    /// Proposing was opened or closed.
    ProposalsSet {
        /// Which.
        proposals: Proposals,
    },
    /// The topic vote moved.
    TopicVoteSet {
        /// Where to.
        phase: Phase,
    },
    /// A topic was proposed.
    TopicProposed {
        /// The topic.
        topic: TopicId,
        /// Its content.
        draft: TopicDraft,
        /// By whom; nobody for a topic of the template.
        proposer: Option<ParticipantId>,
    },
    /// A topic was rewritten.
    TopicEdited {
        /// The topic.
        topic: TopicId,
        /// Its whole content.
        draft: TopicDraft,
        /// By whom; in the first format always a moderator.
        #[serde(default)]
        by: TopicEditor,
        /// When; the first format did not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Timestamp>,
    },
    /// A topic waits for a moderator.
    TopicHeld {
        /// The topic.
        topic: TopicId,
    },
    /// A moderator let a held topic be seen.
    TopicReleased {
        /// The topic.
        topic: TopicId,
    },
    /// A topic was taken from phones and wall.
    TopicHidden {
        /// The topic.
        topic: TopicId,
    },
    /// A topic was brought back.
    TopicUnhidden {
        /// The topic.
        topic: TopicId,
    },
    /// A topic became part of another.
    TopicMerged {
        /// The part.
        topic: TopicId,
        /// The whole.
        into: TopicId,
    },
    /// A topic stands for itself again.
    TopicSplit {
        /// The topic.
        topic: TopicId,
    },
    /// Two topics that look alike are not the same.
    TopicsToldApart {
        /// One.
        first: TopicId,
        /// The other.
        second: TopicId,
    },
    /// The café's own glossary was written.
    GlossarySet {
        /// Its text.
        text: String,
    },
    /// How topics are proposed and voted on was set.
    TopicRulesSet {
        /// All rules.
        rules: TopicRules,
    },
    /// The order that decides between equal topics was drawn.
    LotDrawn {
        /// What the order is made of.
        seed: u64,
    },
    /// A participant's topic ballot was set.
    TopicBallotCast {
        /// Whose.
        participant: ParticipantId,
        /// All approved topics.
        approve: Vec<TopicId>,
        /// Points by topic, where the vote asks for points.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        points: BTreeMap<TopicId, u16>,
        /// Its revision.
        revision: Revision,
    },
    /// A participant has seen topics and does not want them.
    TopicsSkipped {
        /// Who.
        participant: ParticipantId,
        /// The topics.
        topics: Vec<TopicId>,
    },
    /// Rule and number of places were set.
    SelectionTermsSet {
        /// All terms.
        terms: SelectionTerms,
    },
    /// Topics were put in or out by hand, or left to the ballots again.
    HandsSet {
        /// By topic.
        hands: BTreeMap<TopicId, Option<Hand>>,
    },
    /// The selection became the programme.
    SelectionAdopted {
        /// As it was then.
        adopted: Box<AdoptedDocument>,
    },
    /// The adopted programme was taken back.
    SelectionRetracted,
    /// The day moved to a slot.
    SlotEntered {
        /// The slot.
        slot: SlotId,
        /// When.
        at: Timestamp,
        /// When it is planned to end.
        ends_at: Timestamp,
    },
    /// A scene was put on a surface.
    SceneShown {
        /// Where.
        on: Surface,
        /// What.
        scene: Scene,
    },
}

/// How a café began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CafeCreated {
    /// The join code.
    pub code: CafeCode,
    /// When.
    pub at: Timestamp,
    /// Opens the console.
    pub moderator_token: TokenHash,
    /// Opens the wall.
    pub screen_token: TokenHash,
    /// What the organiser fixed.
    pub settings: Settings,
}

/// A stored batch that cannot be read.
#[derive(Debug)]
pub enum DecodeError {
    /// Written by a later version of the program.
    UnknownFormat(u16),
    /// Not what was written.
    Malformed(serde_json::Error),
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnknownFormat(format) => {
                write!(f, "written in format {format}, this program reads formats up to {FORMAT}")
            }
            Self::Malformed(error) => write!(f, "not readable as events: {error}"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// Writes events as they are stored, in the current [`FORMAT`].
pub fn encode(events: &[Event]) -> Vec<u8> {
    serde_json::to_vec(events).expect("events have string keys and finite numbers only")
}

/// Reads events that were stored in the given format.
pub fn decode(format: u16, bytes: &[u8]) -> Result<Vec<Event>, DecodeError> {
    match format {
        1 | 2 => serde_json::from_slice(bytes).map_err(DecodeError::Malformed),
        unknown => Err(DecodeError::UnknownFormat(unknown)),
    }
}
