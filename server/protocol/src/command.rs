//! Commands: what somebody wants. Who may want what is decided in `tafelrunde-core`.
//!
//! A command is one JSON object with one key, the command's name: `{"cast_ballot":{"poll":"p1",…}}`.
//! Every command may be sent again: a repetition is acknowledged and changes nothing.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

use crate::ids::{OptionId, PollId, Revision, SlotId, TopicId};
use crate::selection::{Hand, SelectionTerms};
use crate::topic::{Proposals, TopicDraft, TopicRules};

/// What somebody wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Command {
    /// Takes a seat, or changes what the participant has said about themselves.
    Join(Profile),
    /// Sets the participant's answer in an open poll; it replaces an earlier one.
    CastBallot {
        /// The poll.
        poll: PollId,
        /// The chosen options, in any order, each once.
        choices: Vec<OptionId>,
        /// Larger than in every earlier ballot of this participant in this poll.
        revision: Revision,
    },
    /// Takes the participant's answer out of an open poll.
    WithdrawBallot {
        /// The poll.
        poll: PollId,
        /// Larger than in every earlier ballot of this participant in this poll.
        revision: Revision,
    },
    /// Proposes a topic, while proposals are open.
    ProposeTopic {
        /// Made by the client.
        topic: TopicId,
        /// What the topic is.
        draft: TopicDraft,
    },
    /// Sets which topics the participant wants, while the topic vote is open. One of the two lists is used:
    /// [`TopicRules::ballot`] says which. A ballot for nothing is a ballot too.
    CastTopicBallot {
        /// All approved topics, each once.
        #[serde(default)]
        approve: Vec<TopicId>,
        /// Points by topic, none of them zero.
        #[serde(default)]
        #[ts(optional, type = "Record<TopicId, number>")]
        points: BTreeMap<TopicId, u16>,
        /// Larger than in every earlier topic ballot of this participant.
        revision: Revision,
    },
    /// Says of topics "seen, not mine", while the topic vote is open. Is no ballot; wanting a topic later takes
    /// it back.
    SkipTopics {
        /// The topics, each once.
        topics: Vec<TopicId>,
    },

    /// Moves the run-of-show to a slot: wall and phones show its scene, its time starts.
    EnterSlot {
        /// The slot.
        slot: SlotId,
    },
    /// Shows a scene.
    ShowScene {
        /// Where.
        on: Surface,
        /// What.
        scene: Scene,
    },
    /// Writes a poll, or rewrites it while it is a draft.
    DraftPoll {
        /// Made by the client.
        poll: PollId,
        /// What the poll asks.
        draft: PollDraft,
    },
    /// Opens a draft, or reopens a closed poll.
    OpenPoll {
        /// The poll.
        poll: PollId,
        /// The poll closes by itself after so many seconds.
        seconds: Option<u32>,
    },
    /// Closes an open poll: no later ballot counts.
    ClosePoll {
        /// The poll.
        poll: PollId,
    },
    /// Shows a poll's results to everybody; an open poll is closed first.
    RevealPoll {
        /// The poll.
        poll: PollId,
    },
    /// Deletes a poll with its ballots.
    DeletePoll {
        /// The poll.
        poll: PollId,
    },
    /// Opens or closes the proposing of topics.
    SetProposals {
        /// Whether participants may propose.
        proposals: Proposals,
    },
    /// Moves the topic vote to a phase.
    SetTopicVote {
        /// `draft` is not a target: votes once cast are not thrown away.
        phase: Phase,
    },
    /// Sets how topics are proposed and voted on. The kind of ballot stays once ballots have been cast.
    SetTopicRules {
        /// All rules.
        rules: TopicRules,
    },
    /// Rewrites a topic. Its proposer may, while proposals are open; moderators always. Earlier versions are kept.
    EditTopic {
        /// The topic.
        topic: TopicId,
        /// Its whole content.
        draft: TopicDraft,
    },
    /// Takes a topic away from phones and wall.
    HideTopic {
        /// The topic.
        topic: TopicId,
    },
    /// Brings a hidden topic back.
    UnhideTopic {
        /// The topic.
        topic: TopicId,
    },
    /// Takes a topic away until a moderator has looked at it.
    HoldTopic {
        /// The topic.
        topic: TopicId,
    },
    /// Lets a held topic be seen.
    ReleaseTopic {
        /// The topic.
        topic: TopicId,
    },
    /// Makes a topic part of another; who supports either supports the whole, once.
    MergeTopic {
        /// The topic that becomes a part.
        topic: TopicId,
        /// The topic that stands for both.
        into: TopicId,
    },
    /// Takes a merged topic out again, with the supporters it had.
    SplitTopic {
        /// The topic that was a part.
        topic: TopicId,
    },
    /// Says that two topics that look alike are not the same; the pair is not suggested again.
    TellTopicsApart {
        /// One.
        first: TopicId,
        /// The other.
        second: TopicId,
    },
    /// Sets the café's own words that mean the same, beside those that are built in.
    SetGlossary {
        /// Lines as `docs/TWINS.md` says.
        text: String,
    },
    /// Sets by which rule topics get their places, and how many there are.
    SetSelectionTerms {
        /// All terms.
        terms: SelectionTerms,
    },
    /// Pins and excludes topics, or lets the ballots decide again. A swap is one command with both.
    SetHands {
        /// What is done by hand, by topic; `null`: nothing any more.
        #[ts(type = "Record<TopicId, Hand | null>")]
        hands: BTreeMap<TopicId, Option<Hand>>,
    },
    /// Makes the selection the programme, while the topic vote is closed or revealed.
    AdoptSelection {
        /// The topics as they were shown, in order.
        topics: Vec<TopicId>,
    },
    /// Takes the adopted programme back.
    RetractSelection {},
}

/// What a participant says about themselves. Everything may be left empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// Display name.
    pub name: String,
    /// Organisation, from the café's list or free text.
    pub organisation: String,
    /// What the person is here for.
    pub role: Option<Affiliation>,
}

/// What kind of organisation a participant comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Affiliation {
    /// A town or municipality.
    Municipality,
    /// A district, state or federal authority.
    Authority,
    /// A young company.
    StartUp,
    /// A university or school.
    Academia,
    /// Anything else.
    Other,
}

/// What a poll asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PollDraft {
    /// The question.
    pub question: String,
    /// The options' texts, in order; each becomes the option with its index as number.
    pub options: Vec<String>,
    /// What an answer is.
    pub kind: PollKind,
    /// When the counts are shown to participants and on the wall.
    #[serde(default)]
    pub results: Results,
}

/// What an answer to a poll is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum PollKind {
    /// Exactly one option.
    Single,
    /// Between `min` and `max` options.
    Multiple {
        /// At least so many.
        min: u16,
        /// At most so many.
        max: u16,
    },
}

/// When counts are shown to participants and on the wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Results {
    /// Only when revealed: running counts make people follow.
    #[default]
    OnReveal,
    /// While people vote.
    Live,
}

/// The life of a poll and of the topic vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Only moderators see it.
    Draft,
    /// Ballots count.
    Open,
    /// Ballots no longer count.
    Closed,
    /// Closed, and everybody sees the counts.
    Revealed,
}

/// Where a scene is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Surface {
    /// The projector.
    Wall,
    /// The participants' phones.
    Phones,
    /// Both.
    Everywhere,
}

/// What a surface shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum Scene {
    /// Welcome and how to join.
    Lobby,
    /// The proposed topics.
    Topics,
    /// The topics with their votes, best first.
    TopicVote,
    /// The topics that have a place in the programme, one after another.
    Selection,
    /// One poll.
    Poll {
        /// The poll.
        poll: PollId,
    },
    /// The title and time of a slot, for example a break.
    Slot {
        /// The slot.
        slot: SlotId,
    },
    /// A sentence from the moderator.
    Notice {
        /// The sentence.
        text: String,
    },
    /// Nothing but the café's name and how to join.
    Blank,
}
