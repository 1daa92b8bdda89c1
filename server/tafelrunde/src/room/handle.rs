//! How connections reach a room.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tafelrunde_core::actor::{Actor, TokenHash};
use tafelrunde_core::project::Json;
use tafelrunde_protocol::ids::ParticipantId;
use tafelrunde_protocol::message::Role;
use tokio::sync::{mpsc, oneshot};

use super::turner::{Note, Place};
use super::{Attach, RoomMessage, Submission};
use crate::hub::Hub;
use crate::hub::mailbox::Mailbox;

/// Commands that wait for a room. Whoever can wait hands in no more until it has taken some.
const WAITING_MAX: usize = 4_096;

/// A way into a room. Cheap to clone.
#[derive(Debug, Clone)]
pub struct RoomHandle {
    title: Arc<str>,
    place: Place,
    waiting: Arc<AtomicUsize>,
    hub: Arc<Hub>,
}

/// The room has ended; the registry can load it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoomGone;

/// A connection that has begun.
pub struct Attached {
    /// Who it is.
    pub actor: Actor,
    /// The boards.
    pub hub: Arc<Hub>,
    /// All documents of the person, as they stood when the connection began to be told of changes.
    pub personal: BTreeMap<String, Json>,
}

impl RoomHandle {
    pub(super) fn new(title: &str, place: Place, waiting: Arc<AtomicUsize>, hub: Arc<Hub>) -> Self {
        Self { title: title.into(), place, waiting, hub }
    }

    /// What the day is called.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The boards.
    pub fn hub(&self) -> &Arc<Hub> {
        &self.hub
    }

    /// Whether two handles lead to the same room.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.hub, &other.hub)
    }

    /// Tells every connection that the room is gone, in case it could not say so itself.
    pub fn end(&self) {
        self.hub.end();
    }

    /// Asks for a connection. `answer` is called with `None` when the token does not open the role, and
    /// dropped uncalled when the room ends before.
    pub fn knock(
        &self,
        role: Role,
        token: TokenHash,
        mailbox: Arc<Mailbox>,
        answer: impl FnOnce(Option<Attached>) + Send + 'static,
    ) -> Result<Presence, RoomGone> {
        let participant = (role == Role::Participant).then(|| token.participant());
        let attach = Attach { role, token, mailbox: mailbox.clone(), answer: Box::new(answer) };
        self.place.send(RoomMessage::Attach(attach))?;
        Ok(Presence { place: self.place.clone(), participant, mailbox })
    }

    /// Begins a connection; `None`: the token does not open the role. Giving up on the answer is safe: the
    /// connection ends with its [`Presence`].
    pub async fn attach(
        &self,
        role: Role,
        token: TokenHash,
        mailbox: Arc<Mailbox>,
    ) -> Result<Option<(Attached, Presence)>, RoomGone> {
        let (answer, attached) = oneshot::channel();
        let presence = self.knock(role, token, mailbox, |attached| {
            // Whoever has given up sends a detach as well.
            let _ = answer.send(attached);
        })?;
        let attached = attached.await.map_err(|_| RoomGone)?;
        Ok(attached.map(|attached| (attached, presence)))
    }

    /// Whether so much waits for the room that more should not be read from the network now.
    pub fn is_behind(&self) -> bool {
        self.waiting.load(Ordering::Relaxed) >= WAITING_MAX
    }

    /// Hands in commands. The answers come to the mailboxes, also when the room is gone.
    pub fn submit(&self, submissions: Vec<Submission>) {
        submit_all([(self, submissions)]);
    }

    /// Asks the room to finish what waits and end.
    pub fn stop(&self) {
        // Gone is stopped.
        let _ = self.place.send(RoomMessage::Stop);
    }
}

/// Hands in commands for several rooms, with one message to each turner: it is woken once, however many rooms
/// there are. The answers come to the mailboxes, also from rooms that are gone.
pub fn submit_all<'a>(wishes: impl IntoIterator<Item = (&'a RoomHandle, Vec<Submission>)>) {
    let mut notes: Vec<(&mpsc::UnboundedSender<Note>, Vec<_>)> = Vec::new();
    for (room, submissions) in wishes {
        room.waiting.fetch_add(submissions.len(), Ordering::Relaxed);
        let message = (room.place.key, RoomMessage::Submit(submissions));
        // There are as many turners as processors.
        match notes.iter_mut().find(|(turner, _)| turner.same_channel(&room.place.notes)) {
            Some((_, messages)) => messages.push(message),
            None => notes.push((&room.place.notes, vec![message])),
        }
    }
    for (turner, messages) in notes {
        if let Err(mpsc::error::SendError(Note::Messages(lost))) = turner.send(Note::Messages(messages)) {
            lost.into_iter().for_each(|(_, message)| message.turn_away());
        }
    }
}

/// A connection's place in the room; dropping it ends the connection for the room, however it came to that.
#[derive(Debug)]
pub struct Presence {
    place: Place,
    participant: Option<ParticipantId>,
    mailbox: Arc<Mailbox>,
}

impl Drop for Presence {
    fn drop(&mut self) {
        // A room that is gone has forgotten the connection already.
        let _ = self.place.send(RoomMessage::Detach(self.participant, self.mailbox.clone()));
    }
}
