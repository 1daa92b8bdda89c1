//! Queries: what somebody wants to know. Answered to the asker alone; nothing is stored and no board moves.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

use crate::ids::TopicId;
use crate::selection::{Hand, SelectionTerms, Served};

/// What somebody wants to know. One JSON object with one key, as a command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Query {
    /// Which topics are like this text? Answered by [`SimilarTopics`].
    SimilarTopics {
        /// A title, finished or not.
        title: String,
    },
    /// Which topics should I look at next? Of participants; answered by [`NextCards`].
    NextCards {},
    /// Which topics look alike? Of moderators; answered by [`SimilarPairs`].
    SimilarPairs {},
    /// What would another selection change? Of moderators; answered by [`SelectionPreview`].
    PreviewSelection {
        /// Other terms; absent: as they are.
        #[serde(default)]
        terms: Option<SelectionTerms>,
        /// Changes by hand as in `set_hands`.
        #[serde(default)]
        #[ts(type = "Record<TopicId, Hand | null>")]
        hands: BTreeMap<TopicId, Option<Hand>>,
    },
}

/// The answer to `similar_topics`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SimilarTopics {
    /// At most three, the most similar first.
    pub topics: Vec<SimilarTopic>,
}

/// A topic like what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SimilarTopic {
    /// The topic.
    pub topic: TopicId,
    /// 0 to 1000: the same words.
    pub similarity: u16,
    /// Why, in facts for the client to put into words.
    pub shared: Vec<Shared>,
}

/// Something that two topics have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Shared {
    /// The same word.
    Word {
        /// As the first of the two has it.
        word: String,
    },
    /// Words or phrases that mean the same.
    Meaning {
        /// As the first has it.
        here: String,
        /// As the other has it.
        there: String,
    },
    /// Words of the same field of work that mean different things.
    Field {
        /// As the first has it.
        here: String,
        /// As the other has it.
        there: String,
    },
    /// Words of similar spelling.
    Spelling {
        /// As the first has it.
        here: String,
        /// As the other has it.
        there: String,
    },
}

/// The answer to `similar_pairs`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SimilarPairs {
    /// The most similar first; without pairs that a moderator has told apart.
    pub pairs: Vec<SimilarPair>,
}

/// Two topics that look alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SimilarPair {
    /// One.
    pub first: TopicId,
    /// The other.
    pub second: TopicId,
    /// 0 to 1000: the same words.
    pub similarity: u16,
    /// Why, in facts for the client to put into words.
    pub shared: Vec<Shared>,
}

/// The answer to `next_cards`: topics that the asker has neither wanted, skipped nor proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NextCards {
    /// At most ten of those that the fewest people have judged, in an order of the asker's own.
    pub topics: Vec<TopicId>,
    /// How many there are in all.
    pub left: u32,
}

/// The answer to `preview_selection`: what would be different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SelectionPreview {
    /// Topics that would come in, in the order of election.
    pub comes_in: Vec<TopicId>,
    /// Topics that would go out, in the order of election.
    pub goes_out: Vec<TopicId>,
    /// People who have something now and would have nothing.
    pub left_with_nothing: u32,
    /// Whom the selection serves now.
    pub served_now: Served,
    /// Whom it would serve.
    pub served_then: Served,
}
