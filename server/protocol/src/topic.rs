//! What people say about topics, and the rules by which they propose them and vote on them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Results;
use crate::ids::{ThemeId, Timestamp, TopicId};
use crate::limits::TOPICS_PER_PERSON;

/// The content of a topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TopicDraft {
    /// One line.
    pub title: String,
    /// A few sentences, or nothing.
    #[serde(default)]
    pub text: String,
    /// One of the café's themes.
    #[serde(default)]
    pub theme: Option<ThemeId>,
    /// Whether the proposer would host a table.
    #[serde(default)]
    pub hosting: Hosting,
}

/// Whether the proposer of a topic would host its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Hosting {
    /// Would host.
    Willing,
    /// Only proposes.
    #[default]
    NotOffered,
}

/// Whether participants may propose topics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Proposals {
    /// They may.
    Open,
    /// They may not.
    Closed,
}

/// How topics are proposed and voted on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TopicRules {
    /// Topics that one participant may propose.
    pub per_person: u16,
    /// When a proposed topic is seen by all.
    pub review: Review,
    /// What a topic ballot says.
    pub ballot: TopicBallotKind,
    /// When the counts, and the selection that follows from them, are shown on the wall and, revealed, on the phones.
    pub counts: Results,
}

impl Default for TopicRules {
    fn default() -> Self {
        Self {
            per_person: TOPICS_PER_PERSON,
            review: Review::After,
            ballot: TopicBallotKind::Approval,
            counts: Results::OnReveal,
        }
    }
}

/// When a moderator looks at a participant's topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Review {
    /// After everybody can see it.
    After,
    /// Before: it is held until a moderator releases it.
    Before,
}

/// What a topic ballot says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum TopicBallotKind {
    /// Which topics somebody wants.
    Approval,
    /// How somebody spreads a number of points.
    Points {
        /// Points to spread.
        points: u16,
        /// Points that may go to one topic.
        cap: u16,
    },
    /// How much somebody wants each topic.
    Score {
        /// The best score; the worst is none.
        max: u16,
    },
}

/// Whether a topic is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum TopicStanding {
    /// It is.
    Shown,
    /// It waits for a moderator to look at it.
    Held,
    /// A moderator took it away.
    Hidden,
    /// It is part of another.
    Merged {
        /// The other.
        into: TopicId,
    },
}

/// How a topic was before it was rewritten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TopicVersion {
    /// Its whole content.
    pub draft: TopicDraft,
    /// Who wrote the next version.
    pub replaced_by: TopicEditor,
    /// When; absent in journals of the first format.
    pub replaced_at: Option<Timestamp>,
}

/// Who rewrote a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TopicEditor {
    /// A moderator.
    #[default]
    Moderator,
    /// Whoever proposed it.
    Proposer,
}
