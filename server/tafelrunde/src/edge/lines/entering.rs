//! The way of a line into its café: find the room, or have it loaded, and ask for a place. Every answer comes
//! through the switchboard's entrance, because nobody waits here.

use std::sync::Arc;

use super::desk::Desk;
use super::entrance::{Coming, Entrance};
use crate::edge::conversation::Guest;
use crate::hub::bell::{Bell, LineKey};
use crate::hub::mailbox::Mailbox;
use crate::registry::ATTEMPTS_MAX;
use crate::room::{Attached, Presence, RoomGone, RoomHandle};

/// A line between its hello and the first board.
pub struct Entering {
    guest: Guest,
    key: LineKey,
    mailbox: Arc<Mailbox>,
    asked: Option<(RoomHandle, Option<Presence>)>,
    attempts: u32,
}

impl Entering {
    /// Sets out.
    pub fn new(guest: Guest, key: LineKey, desk: &Desk) -> Self {
        let mailbox = Arc::new(Mailbox::new(Bell::Line(desk.entrance.doorbell.clone(), key)));
        let mut entering = Self { guest, key, mailbox, asked: None, attempts: 0 };
        entering.go(desk);
        entering
    }

    fn go(&mut self, desk: &Desk) {
        match desk.services.registry.loaded(&self.guest.cafe) {
            Some(room) => self.knock(room, desk),
            None => self.have_it_loaded(desk),
        }
    }

    fn have_it_loaded(&self, desk: &Desk) {
        let (registry, entrance) = (desk.services.registry.clone(), desk.entrance.clone());
        let (cafe, key) = (self.guest.cafe.clone(), self.key);
        desk.services.runtime.spawn(async move {
            let found = registry.room(&cafe).await;
            entrance.push(Coming::Found(key, found));
        });
    }

    /// Asks the room for a place.
    pub fn knock(&mut self, room: RoomHandle, desk: &Desk) {
        let mut reply = Reply { to: Some(desk.entrance.clone()), key: self.key };
        let Guest { role, token, .. } = self.guest;
        let presence =
            room.knock(role, token, self.mailbox.clone(), move |attached| reply.give(Ok(attached)));
        // When the room is gone, the reply has said so when it was dropped.
        self.asked = Some((room, presence.ok()));
    }

    /// The room ended before it answered. Tells whether it makes sense to go on.
    pub fn try_again(&mut self, desk: &Desk) -> bool {
        if let Some((room, _)) = self.asked.take() {
            desk.services.registry.forget(&self.guest.cafe, &room);
        }
        self.attempts += 1;
        if self.attempts >= ATTEMPTS_MAX {
            return false;
        }
        self.go(desk);
        true
    }

    /// What a conversation is made of; `None` if no room was asked.
    pub fn finish(self) -> Option<(Guest, RoomHandle, Presence, Arc<Mailbox>)> {
        let (room, presence) = self.asked?;
        Some((self.guest, room, presence?, self.mailbox))
    }
}

/// Brings the room's answer to the switchboard, and when the room drops it, this.
struct Reply {
    to: Option<Arc<Entrance>>,
    key: LineKey,
}

impl Reply {
    fn give(&mut self, answer: Result<Option<Attached>, RoomGone>) {
        if let Some(entrance) = self.to.take() {
            entrance.push(Coming::Answered(self.key, answer));
        }
    }
}

impl Drop for Reply {
    fn drop(&mut self) {
        self.give(Err(RoomGone));
    }
}
