//! What a line takes from its socket, phase by phase.

use std::io::{self, Read};
use std::net::SocketAddr;
use tafelrunde_protocol::ids::CommandId;
use tafelrunde_protocol::limits::{MESSAGE_BYTES_MAX, MODERATOR_MESSAGE_BYTES_MAX};
use tafelrunde_protocol::message::{ClientMessage, CommandMessage, QueryMessage, Role};

use super::super::desk::Desk;
use super::super::framing::Received;
use super::super::opening::{self, Opening};
use super::super::readers::Membership;
use super::{Fate, Line, Phase, TOO_LARGE, refuse};
use crate::edge::conversation::{Conversation, Guest};
use crate::edge::incoming::{self, Unreadable};
use crate::edge::refusal::Refusal;
use crate::edge::texts;
use crate::room::Wish;

impl Line {
    /// Reads what is there, as long as it may be taken.
    pub(super) fn read(&mut self, desk: &mut Desk) -> Fate {
        self.is_held = false;
        let mut buffer = std::mem::take(&mut desk.buffer);
        let mut kept = std::mem::take(&mut self.unread);
        let mut fate = self.take_messages(&mut kept, desk);
        while matches!(fate, Fate::Stay) && self.is_readable && !self.is_held {
            fate = match self.tcp.read(&mut buffer) {
                Ok(0) => Fate::Gone,
                Ok(count) => {
                    self.heard = desk.now;
                    // When the line gave less than was asked for it is known to be empty, and the kernel
                    // is not asked once more to say so.
                    self.is_readable = count == buffer.len() || self.is_half_closed;
                    self.take_messages(&mut buffer[..count], desk)
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    self.is_readable = false;
                    Fate::Stay
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => Fate::Stay,
                Err(_) => Fate::Gone,
            };
        }
        desk.buffer = buffer;
        fate
    }

    fn take_messages(&mut self, mut bytes: &mut [u8], desk: &mut Desk) -> Fate {
        match self.phase {
            Phase::Opening { address, .. } => return self.open(bytes, address, desk),
            Phase::Parting { .. } => return Fate::Stay,
            Phase::Greeting { .. } | Phase::Entering(_) | Phase::Talking(..) => {}
        }
        loop {
            if !self.may_take(desk) {
                self.unread = bytes.to_vec();
                self.is_held = true;
                return Fate::Stay;
            }
            let Some(received) = self.framing.next(&mut bytes, &mut desk.frames) else { return Fate::Stay };
            let fate = self.take_one(received, desk);
            if !matches!(fate, Fate::Stay) {
                self.unread = bytes.to_vec();
                self.is_held = true;
                return fate;
            }
        }
    }

    fn open(&mut self, bytes: &[u8], address: SocketAddr, desk: &mut Desk) -> Fate {
        let mut head = std::mem::take(&mut self.unread);
        head.extend_from_slice(bytes);
        match opening::look_at(&head) {
            Opening::Unknown => {
                self.unread = head;
                Fate::Stay
            }
            Opening::WebSocket { answer, bytes } => {
                desk.frames.plain(answer.as_bytes());
                self.greet(address.ip(), &head[bytes..], desk)
            }
            Opening::Http => Fate::Http(head, address),
        }
    }

    fn take_one(&mut self, received: Received<'_>, desk: &mut Desk) -> Fate {
        match (&mut self.phase, received) {
            (_, Received::SignOfLife) => Fate::Stay,
            (_, Received::Violation(code)) => Fate::Part((code, "not by RFC 6455")),
            (_, Received::Closed) => {
                // Whoever does not take the reply to a close frame does not need it.
                let _ = self.send(&desk.frames, desk.now);
                Fate::Gone
            }
            (Phase::Greeting { .. }, Received::Text(text)) => self.take_hello(&text, desk),
            (Phase::Greeting { .. }, Received::Binary | Received::TooLarge) => {
                refuse(&Refusal::no_hello(), &mut desk.frames)
            }
            (Phase::Talking(conversation, membership), Received::Text(text)) => {
                take_message(conversation, membership, &text, desk);
                Fate::Stay
            }
            (Phase::Talking(conversation, _), Received::Binary) => {
                let error = texts::error(incoming::malformed("a message is a text frame"));
                desk.frames.text(&conversation.answer_plainly(error));
                Fate::Stay
            }
            // Such a frame is not read at all, so the line cannot go on.
            (Phase::Talking(..), Received::TooLarge) => {
                desk.frames.text(&texts::error(incoming::too_large(MODERATOR_MESSAGE_BYTES_MAX)));
                Fate::Part(TOO_LARGE)
            }
            (Phase::Opening { .. } | Phase::Entering(_) | Phase::Parting { .. }, _) => Fate::Stay,
        }
    }

    fn take_hello(&mut self, text: &str, desk: &mut Desk) -> Fate {
        let hello = match incoming::read(text, MESSAGE_BYTES_MAX) {
            Ok(ClientMessage::Hello(hello)) => Ok(hello),
            Ok(ClientMessage::Command(_) | ClientMessage::Query(_) | ClientMessage::Clock(_)) => {
                Err(Refusal::no_hello())
            }
            Err(unreadable) => Err(Refusal::unreadable_hello(unreadable)),
        };
        match hello.and_then(Guest::of) {
            Ok(guest) if guest.role != Role::Participant && desk.stage.is_some() => Fate::Move(guest),
            Ok(guest) => self.enter(guest, desk),
            Err(refusal) => refuse(&refusal, &mut desk.frames),
        }
    }
}

fn take_message(conversation: &mut Conversation, membership: &Membership, text: &str, desk: &mut Desk) {
    let answer = match incoming::read(text, incoming::message_bytes_max(conversation.role())) {
        Ok(ClientMessage::Command(CommandMessage { id, command })) => {
            return hand_in(conversation, membership, (id, Wish::Command(command)), desk);
        }
        Ok(ClientMessage::Query(QueryMessage { id, ask })) => {
            return hand_in(conversation, membership, (id, Wish::Query(ask)), desk);
        }
        Ok(ClientMessage::Clock(request)) => texts::clock(request.sent),
        Ok(ClientMessage::Hello(_)) => texts::error(Refusal::second_hello().error),
        Err(Unreadable::Command(rejected)) => texts::rejected(rejected),
        Err(Unreadable::Message(error)) => texts::error(error),
    };
    desk.frames.text(&conversation.answer_plainly(answer));
}

fn hand_in(
    conversation: &mut Conversation,
    membership: &Membership,
    (id, wish): (CommandId, Wish),
    desk: &mut Desk,
) {
    match conversation.submission(id, wish) {
        Ok(submission) => desk.readers.hand_in(membership, submission),
        Err(answer) => desk.frames.written(|out| texts::write_answer(out, &answer)),
    }
}
