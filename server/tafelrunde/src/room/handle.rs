//! How connections reach a room.

use std::collections::BTreeMap;
use std::sync::Arc;
use tafelrunde_core::actor::{Actor, TokenHash};
use tafelrunde_core::project::Json;
use tafelrunde_protocol::ids::ParticipantId;
use tafelrunde_protocol::message::Role;
use tokio::runtime::Handle;
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{mpsc, oneshot};

use super::{Attach, RoomMessage, Submission};
use crate::hub::Hub;
use crate::hub::mailbox::Mailbox;

/// A way into a room. Cheap to clone.
#[derive(Debug, Clone)]
pub struct RoomHandle {
    title: Arc<str>,
    inbox: mpsc::Sender<RoomMessage>,
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
    pub(super) fn new(title: Arc<str>, inbox: mpsc::Sender<RoomMessage>, hub: Arc<Hub>) -> Self {
        Self { title, inbox, hub }
    }

    /// What the day is called.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Whether two handles lead to the same room.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.hub, &other.hub)
    }

    /// Tells every connection that the room is gone, in case it could not say so itself.
    pub fn end(&self) {
        self.hub.end();
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
        let participant = (role == Role::Participant).then(|| token.participant());
        let attach = RoomMessage::Attach(Attach { role, token, mailbox: mailbox.clone(), answer });
        self.inbox.send(attach).await.map_err(|_| RoomGone)?;
        let presence = Presence { inbox: self.inbox.clone(), participant, mailbox };
        let attached = attached.await.map_err(|_| RoomGone)?;
        Ok(attached.map(|attached| (attached, presence)))
    }

    /// Hands in a command; waits when the room is behind. The answer comes to the mailbox.
    pub async fn submit(&self, submission: Submission) -> Result<(), RoomGone> {
        self.inbox.send(RoomMessage::Submit(submission)).await.map_err(|_| RoomGone)
    }

    /// Asks the room to finish what waits and end.
    pub async fn stop(&self) {
        // Gone is stopped.
        let _ = self.inbox.send(RoomMessage::Stop).await;
    }
}

/// A connection's place in the room; dropping it ends the connection for the room, however it came to that.
#[derive(Debug)]
pub struct Presence {
    inbox: mpsc::Sender<RoomMessage>,
    participant: Option<ParticipantId>,
    mailbox: Arc<Mailbox>,
}

impl Drop for Presence {
    fn drop(&mut self) {
        let detach = RoomMessage::Detach(self.participant, self.mailbox.clone());
        // A room that is gone has forgotten the connection already; a room that is behind is waited for.
        if let Err(TrySendError::Full(detach)) = self.inbox.try_send(detach)
            && let Ok(runtime) = Handle::try_current()
        {
            let inbox = self.inbox.clone();
            runtime.spawn(async move { inbox.send(detach).await });
        }
    }
}
