//! What a room is asked, and how connections come and go.

use std::sync::Arc;
use tafelrunde_core::actor::{Actor, TokenHash};
use tafelrunde_core::changes::DocKey;
use tafelrunde_core::project::{View, personal_documents};
use tafelrunde_protocol::ids::ParticipantId;
use tafelrunde_protocol::message::Role;
use tafelrunde_protocol::rejection::Rejection;
use tokio::time::Instant;

use super::{Attached, Room, Submission, refuse};
use crate::hub::mailbox::Mailbox;

/// What a room is asked.
pub enum RoomMessage {
    /// Some people want something, in this order.
    Submit(Vec<Submission>),
    /// A connection begins.
    Attach(Attach),
    /// A connection has ended.
    Detach(Option<ParticipantId>, Arc<Mailbox>),
    /// A selection that was made beside the room is finished.
    Formed,
    /// Finish what waits and end.
    Stop,
}

/// A connection that wants to begin.
pub struct Attach {
    /// As what.
    pub role: Role,
    /// With which token.
    pub token: TokenHash,
    /// What it is told.
    pub mailbox: Arc<Mailbox>,
    /// Takes the answer; `None`: the token does not open this role.
    pub answer: Box<dyn FnOnce(Option<Attached>) + Send>,
}

impl RoomMessage {
    /// There is no room any more that would take it.
    pub fn turn_away(self) {
        if let Self::Submit(submissions) = self {
            for Submission { mailbox, id, .. } in submissions {
                refuse(&mailbox, id, Rejection::TryAgain);
            }
        }
    }
}

impl Room {
    pub(super) fn come_or_go(&mut self, message: RoomMessage) {
        let was_online = self.crowd.online();
        match message {
            RoomMessage::Attach(attach) => self.attach(attach),
            RoomMessage::Detach(participant, mailbox) => {
                self.crowd.leave(participant, &mailbox);
                let gone = [Role::Screen, Role::Moderator, Role::Participant];
                let gone = gone.into_iter().filter(|role| !self.crowd.has(*role));
                gone.for_each(|role| self.publisher.end_reading(role));
            }
            RoomMessage::Submit(_) | RoomMessage::Formed | RoomMessage::Stop => {
                unreachable!("sorted out before")
            }
        }
        if self.crowd.online() != was_online {
            self.publisher.touch([DocKey::Crowd]);
        }
        self.idle_since = match (self.crowd.is_empty(), self.idle_since) {
            (true, None) => Some(Instant::now()),
            (true, since) => since,
            (false, _) => None,
        };
    }

    fn attach(&mut self, attach: Attach) {
        let actor = self.cafe.authenticate(attach.role, attach.token);
        if let Some(actor) = actor {
            self.crowd.enter(attach.role, actor.participant(), &attach.mailbox);
            let view = View { cafe: &self.cafe, online: self.crowd.online(), selection: self.forming.made() };
            self.publisher.begin_reading(attach.role, view, &self.hub);
        }
        let attached = actor.map(|actor| Attached {
            actor,
            hub: self.hub.clone(),
            personal: match actor {
                Actor::Participant(token) => {
                    self.cafe.seated(&token).map(|id| personal_documents(&self.cafe, id)).unwrap_or_default()
                }
                Actor::Moderator | Actor::Screen => Default::default(),
            },
        });
        (attach.answer)(attached);
    }
}
