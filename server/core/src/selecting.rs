//! What a café has settled about the programme: terms, what was done by hand, the lot, and what was adopted.
//! What follows from the ballots is made in [`crate::forming`] and not kept.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tafelrunde_protocol::ids::TopicId;
use tafelrunde_protocol::limits::PLACES;
use tafelrunde_protocol::selection::{AdoptedDocument, Hand, SelectionRule, SelectionTerms};
use tafelrunde_protocol::topic::TopicBallotKind;

/// What a café has settled about the programme.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selecting {
    /// What a moderator or the template has set.
    pub terms: Option<SelectionTerms>,
    /// Topics that were put in or out by hand.
    pub hands: BTreeMap<TopicId, Hand>,
    /// What the order of the lot is made of; 0 until it is drawn.
    pub lot: u64,
    /// The programme as it was adopted.
    pub adopted: Option<Box<AdoptedDocument>>,
}

impl Selecting {
    /// The terms that hold: until somebody sets them, the rule that suits the ballots.
    pub fn terms(&self, ballots: TopicBallotKind) -> SelectionTerms {
        self.terms.clone().unwrap_or(SelectionTerms {
            rule: match ballots {
                TopicBallotKind::Approval => SelectionRule::SequentialPhragmen,
                TopicBallotKind::Points { .. } | TopicBallotKind::Score { .. } => {
                    SelectionRule::AdditiveEqualShares
                }
            },
            places: PLACES,
            wild_card: false,
        })
    }

    /// Topics with this hand on them after a change.
    pub fn changed_hands(&self, change: &BTreeMap<TopicId, Option<Hand>>) -> BTreeMap<TopicId, Hand> {
        let mut hands = self.hands.clone();
        for (topic, hand) in change {
            match hand {
                Some(hand) => hands.insert(topic.clone(), *hand),
                None => hands.remove(topic),
            };
        }
        hands
    }
}
