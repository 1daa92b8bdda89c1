//! One café: the unit of state. Everything in it follows from its events.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, VecDeque};
use tafelrunde_protocol::ids::{CafeCode, CommandId, ParticipantId, PollId, Timestamp};
use tafelrunde_protocol::message::Role;

use crate::actor::{Actor, TokenHash};
use crate::event::CafeCreated;
use crate::people::People;
use crate::poll::Poll;
use crate::selecting::Selecting;
use crate::settings::Settings;
use crate::stage::Stage;
use crate::topic::Topics;

/// Ids of moderators' commands that are remembered. A repetition that comes after so many others is taken
/// for a new command; a console sends its outbox again within seconds, so it does not come to that.
pub const RECEIPTS_MAX: usize = 1_000;

/// One café.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cafe {
    /// The join code.
    pub code: CafeCode,
    /// When it was created.
    pub created_at: Timestamp,
    /// Opens the console.
    pub moderator_token: TokenHash,
    /// Opens the wall.
    pub screen_token: TokenHash,
    /// What the organiser fixed.
    pub settings: Settings,
    /// Who has a seat.
    pub people: People,
    /// Polls by id.
    pub polls: BTreeMap<PollId, Poll>,
    /// How many polls were ever drafted: the next one's order.
    pub polls_drafted: u32,
    /// Topics and the vote on them.
    pub topics: Topics,
    /// What is settled about the programme that they shape.
    pub selecting: Selecting,
    /// What is on now.
    pub stage: Stage,
    /// The last moderators' commands, oldest first.
    pub receipts: VecDeque<CommandId>,
}

impl Cafe {
    /// A café as it stands after its first event.
    pub fn new(created: CafeCreated) -> Self {
        Self {
            code: created.code,
            created_at: created.at,
            moderator_token: created.moderator_token,
            screen_token: created.screen_token,
            settings: created.settings,
            people: People::default(),
            polls: BTreeMap::new(),
            polls_drafted: 0,
            topics: Topics::default(),
            selecting: Selecting::default(),
            stage: Stage::default(),
            receipts: VecDeque::new(),
        }
    }

    /// Who holds this token in this role; `None` when the token does not open it.
    ///
    /// Any token may become a participant's, except one whose pseudonym another token has taken.
    pub fn authenticate(&self, role: Role, token: TokenHash) -> Option<Actor> {
        match role {
            Role::Moderator => self.moderator_token.matches(&token).then_some(Actor::Moderator),
            Role::Screen => self.screen_token.matches(&token).then_some(Actor::Screen),
            Role::Participant => {
                let seat = self.people.seat(token.participant());
                seat.is_none_or(|seat| seat.token.matches(&token)).then_some(Actor::Participant(token))
            }
        }
    }

    /// The participant with this token, if it has a seat.
    pub fn seated(&self, token: &TokenHash) -> Option<ParticipantId> {
        let id = token.participant();
        self.people.seat(id).filter(|seat| seat.token.matches(token)).map(|_| id)
    }
}
