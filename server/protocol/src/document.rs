//! Documents: the small keyed JSON values that make up the visible state. Which audience has which
//! document is decided in `tafelrunde-core`; what is not on a board is not sent.
//!
//! | key | value | participants | screens | moderators |
//! | --- | --- | --- | --- | --- |
//! | `cafe` | [`CafeDocument`] | yes | yes | yes |
//! | `organisations` | [`OrganisationsDocument`] | yes | no | yes |
//! | `programme` | [`ProgrammeDocument`] | yes | yes | yes |
//! | `stage` | [`StageDocument`] | yes | yes | yes |
//! | `crowd` | [`CrowdDocument`] | no | yes | yes |
//! | `person/<id>` | [`PersonDocument`] | no | no | who gave a name or organisation |
//! | `topics` | [`TopicsDocument`] | yes | yes | yes |
//! | `topic/<id>` | [`TopicDocument`] | if shown | if shown | yes |
//! | `support` | [`SupportDocument`] | when revealed | when revealed or live | yes |
//! | `topic-turnout` | [`TurnoutDocument`] | no | yes | yes |
//! | `selection-terms` | [`SelectionTermsDocument`](crate::selection::SelectionTermsDocument) | yes | yes | yes |
//! | `selection` | [`SelectionDocument`](crate::selection::SelectionDocument) | when revealed | when revealed or live | yes |
//! | `adopted` | [`AdoptedDocument`](crate::selection::AdoptedDocument) | yes | yes | yes |
//! | `glossary` | [`GlossaryDocument`] | no | no | yes |
//! | `poll/<id>` | [`PollDocument`] | unless draft | unless draft | yes |
//! | `tally/<poll>` | [`TallyDocument`] | when revealed or live | when revealed or live | yes |
//! | `turnout/<poll>` | [`TurnoutDocument`] | no | unless draft | unless draft |
//! | `me/profile` | [`MyProfileDocument`] | the one person | no | no |
//! | `me/ballot/<poll>` | [`MyBallotDocument`] | the one person | no | no |
//! | `me/topic-ballot` | [`MyTopicBallotDocument`] | the one person | no | no |
//! | `me/topics` | [`MyTopicsDocument`] | the one person | no | no |

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

use crate::command::{Affiliation, Phase, PollKind, Profile, Results, Scene};
use crate::ids::{CafeCode, OptionId, ParticipantId, PollId, Revision, SlotId, ThemeId, Timestamp, TopicId};
use crate::topic::{Hosting, Proposals, TopicDraft, TopicRules, TopicStanding, TopicVersion};

/// `cafe`: what the day is called and where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CafeDocument {
    /// The join code.
    pub code: CafeCode,
    /// The day's name in German or in the only language it has.
    pub title: String,
    /// The day's name in English, or empty.
    pub title_en: String,
    /// `2019-09-17`, or empty.
    pub date: String,
    /// Where, or empty.
    pub venue: String,
    /// IANA name of the venue's time zone.
    pub time_zone: String,
    /// The themes under which topics are proposed, in order.
    pub themes: Vec<ThemeDocument>,
}

/// One theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ThemeDocument {
    /// Its id.
    pub id: ThemeId,
    /// Its name.
    pub title: String,
}

/// `organisations`: what a participant may choose from when joining; free text is possible too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrganisationsDocument {
    /// Groups in order, each with its organisations in order.
    pub groups: Vec<OrganisationGroup>,
}

/// Organisations under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OrganisationGroup {
    /// The heading.
    pub title: String,
    /// The names.
    pub names: Vec<String>,
}

/// `programme`: the run-of-show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgrammeDocument {
    /// In order.
    pub slots: Vec<SlotDocument>,
}

/// One entry of the run-of-show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SlotDocument {
    /// Its id.
    pub id: SlotId,
    /// Planned start as `09:30` in the venue's time zone.
    pub at: String,
    /// Planned length.
    pub minutes: u16,
    /// What the stage shows by default.
    pub kind: SlotKind,
    /// Its name.
    pub title: String,
}

/// What happens in a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SlotKind {
    /// People arrive and join.
    Lobby,
    /// Polls are asked.
    Polls,
    /// Questions from the audience.
    Questions,
    /// Topics are proposed.
    Topics,
    /// Topics are voted on.
    TopicVote,
    /// A World-Café round.
    Round,
    /// Tables report.
    Harvest,
    /// A pause.
    Break,
    /// Start-ups present themselves.
    Pitches,
    /// Needs and offers.
    Market,
    /// Conversations between two.
    Meetings,
    /// The end of the day.
    Closing,
}

/// `stage`: what wall and phones show now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageDocument {
    /// The slot that the day is in.
    pub slot: Option<SlotId>,
    /// When that slot began.
    pub slot_began_at: Option<Timestamp>,
    /// When that slot is planned to end.
    pub slot_ends_at: Option<Timestamp>,
    /// The projector.
    pub wall: Scene,
    /// The phones.
    pub phones: Scene,
}

/// `crowd`: who is here, as numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CrowdDocument {
    /// Participants who have taken a seat.
    pub joined: u32,
    /// Phones with a connection right now, whether they have taken a seat or not.
    pub online: u32,
    /// Joined participants by kind of organisation; who said nothing is not in it.
    #[ts(type = "Partial<Record<Affiliation, number>>")]
    pub by_role: BTreeMap<Affiliation, u32>,
    /// Joined participants by organisation; who said nothing is not in it.
    #[ts(type = "Record<string, number>")]
    pub by_organisation: BTreeMap<String, u32>,
}

/// `person/<id>`: a participant who gave a name or an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonDocument {
    /// What they said about themselves.
    pub profile: Profile,
}

/// `topics`: what may be done with topics now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TopicsDocument {
    /// Whether participants may propose.
    pub proposals: Proposals,
    /// The topic vote.
    pub vote: Phase,
    /// How topics are proposed and voted on.
    pub rules: TopicRules,
}

/// `topic/<id>`: a proposed subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TopicDocument {
    /// One line.
    pub title: String,
    /// A few sentences, or empty.
    pub text: String,
    /// One of the café's themes.
    pub theme: Option<ThemeId>,
    /// Whether its proposer would host.
    pub hosting: Hosting,
    /// Position in the order of proposing; lists are stable when sorted by it.
    pub order: u32,
    /// Topics that are part of this one.
    pub parts: Vec<TopicId>,
    /// Whether phones and wall have it.
    pub standing: TopicStanding,
    /// Who proposed it; only on the moderators' board, and absent for topics of the template.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub proposer: Option<ParticipantId>,
    /// How it was before, oldest first; only on the moderators' board, and absent if it was never rewritten.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    #[ts(optional, as = "Option<Vec<TopicVersion>>")]
    pub history: Vec<TopicVersion>,
}

/// `support`: how many people support each topic. Parts are counted in the topic that they are part of,
/// each person once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SupportDocument {
    /// Supporters per topic; topics without any are not in it.
    #[ts(type = "Record<TopicId, number>")]
    pub counts: BTreeMap<TopicId, u32>,
    /// Points per topic where ballots have points; topics without any are not in it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    #[ts(optional, type = "Record<TopicId, number>")]
    pub points: BTreeMap<TopicId, u32>,
    /// People with a ballot, empty ones included.
    pub ballots: u32,
}

/// `turnout/<poll>` and `topic-turnout`: how many have answered, without what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TurnoutDocument {
    /// People with a ballot.
    pub ballots: u32,
    /// People who could: have joined, or had joined when it closed.
    pub joined: u32,
}

/// `poll/<id>`: a poll without its counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PollDocument {
    /// The question.
    pub question: String,
    /// The options in order.
    pub options: Vec<OptionDocument>,
    /// What an answer is.
    pub kind: PollKind,
    /// When counts are shown.
    pub results: Results,
    /// Where it stands.
    pub phase: Phase,
    /// When it closes by itself.
    pub closes_at: Option<Timestamp>,
    /// Position in the order of drafting.
    pub order: u32,
}

/// One option of a poll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OptionDocument {
    /// Its number.
    pub id: OptionId,
    /// Its text.
    pub label: String,
}

/// `tally/<poll>`: the counts made of ballots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TallyDocument {
    /// How many ballots chose the option with this index.
    pub counts: Vec<u32>,
    /// People with a ballot.
    pub ballots: u32,
}

/// `me/profile`: the participant has a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MyProfileDocument {
    /// The participant's pseudonym.
    pub id: ParticipantId,
    /// What they said about themselves, as it was stored.
    pub profile: Profile,
}

/// `me/ballot/<poll>`: the participant's answer as it counts now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MyBallotDocument {
    /// The poll.
    pub poll: PollId,
    /// The chosen options in ascending order; `null` when the ballot was withdrawn.
    pub choices: Option<Vec<OptionId>>,
    /// The revision to be exceeded by the next change.
    pub revision: Revision,
}

/// `glossary`: the café's own words that mean the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GlossaryDocument {
    /// As the moderator wrote it.
    pub text: String,
}

/// `me/topic-ballot`: the topics that the participant wants, and those seen and not wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MyTopicBallotDocument {
    /// Approved topics in ascending order of ids.
    pub approve: Vec<TopicId>,
    /// Points by topic where ballots have points.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    #[ts(optional, type = "Record<TopicId, number>")]
    pub points: BTreeMap<TopicId, u16>,
    /// Skipped topics in ascending order of ids.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    #[ts(optional, as = "Option<Vec<TopicId>>")]
    pub skipped: Vec<TopicId>,
    /// The revision to be exceeded by the next change.
    pub revision: Revision,
}

/// `me/topics`: the topics that the participant proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MyTopicsDocument {
    /// In the order of proposing.
    pub proposed: Vec<TopicId>,
    /// Those of them that are not on the participants' board.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    #[ts(optional, as = "Option<Vec<MyTopic>>")]
    pub unseen: Vec<MyTopic>,
}

/// An own topic that is not on the participants' board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MyTopic {
    /// The topic.
    pub topic: TopicId,
    /// Its content.
    pub draft: TopicDraft,
    /// Why nobody sees it.
    pub standing: TopicStanding,
}
