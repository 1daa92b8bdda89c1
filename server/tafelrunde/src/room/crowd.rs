//! Who is connected to a room right now. Knows nothing that lasts.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use tafelrunde_core::cafe::Cafe;
use tafelrunde_core::changes::PersonalKey;
use tafelrunde_core::project::{personal_documents, project_personal};
use tafelrunde_protocol::ids::ParticipantId;
use tafelrunde_protocol::message::{Bye, Role};

use crate::hub::mailbox::Mailbox;

/// Everybody with a connection. One participant may have several: two windows, or an old connection whose
/// end has not been noticed yet.
#[derive(Default)]
pub struct Crowd {
    participants: HashMap<ParticipantId, Vec<Arc<Mailbox>>>,
    others: Vec<(Role, Arc<Mailbox>)>,
}

impl Crowd {
    /// Phones with a connection, each once.
    pub fn online(&self) -> u32 {
        u32::try_from(self.participants.len()).unwrap_or(u32::MAX)
    }

    /// Whether there is no connection at all.
    pub fn is_empty(&self) -> bool {
        self.participants.is_empty() && self.others.is_empty()
    }

    /// Whether somebody in this role is connected.
    pub fn has(&self, role: Role) -> bool {
        match role {
            Role::Participant => !self.participants.is_empty(),
            Role::Screen | Role::Moderator => self.others.iter().any(|(other, _)| *other == role),
        }
    }

    /// A connection began.
    pub fn enter(&mut self, role: Role, participant: Option<ParticipantId>, mailbox: &Arc<Mailbox>) {
        match participant {
            Some(participant) => self.participants.entry(participant).or_default().push(mailbox.clone()),
            None => self.others.push((role, mailbox.clone())),
        }
    }

    /// A connection ended.
    pub fn leave(&mut self, participant: Option<ParticipantId>, mailbox: &Arc<Mailbox>) {
        let others = |kept: &Arc<Mailbox>| !Arc::ptr_eq(kept, mailbox);
        match participant {
            Some(participant) => {
                if let Some(mailboxes) = self.participants.get_mut(&participant) {
                    mailboxes.retain(others);
                    if mailboxes.is_empty() {
                        self.participants.remove(&participant);
                    }
                }
            }
            None => self.others.retain(|(_, kept)| others(kept)),
        }
    }

    /// Tells every connected person of changes in their own documents, together with what else waits for
    /// them.
    pub fn send_personal(&self, cafe: &Cafe, changes: &BTreeSet<(ParticipantId, PersonalKey)>) {
        let mut told = Vec::with_capacity(changes.len());
        for (participant, key) in changes {
            let Some(mailboxes) = self.participants.get(participant) else { continue };
            let document = project_personal(cafe, *participant, key);
            for mailbox in mailboxes {
                mailbox.document(key.to_string(), document.clone());
                told.push(mailbox);
            }
        }
        told.iter().for_each(|mailbox| mailbox.deliver());
    }

    /// Tells every connected person all of their own documents.
    pub fn send_everything_personal(&self, cafe: &Cafe) {
        for (participant, mailboxes) in &self.participants {
            for mailbox in mailboxes {
                for (key, document) in personal_documents(cafe, *participant) {
                    mailbox.document(key, Some(document));
                }
                mailbox.deliver();
            }
        }
    }

    /// Sends everybody away.
    pub fn dismiss(&self, bye: &Bye) {
        let others = self.others.iter().map(|(_, mailbox)| mailbox);
        let mailboxes = self.participants.values().flatten().chain(others);
        mailboxes.for_each(|mailbox| mailbox.bye(bye.clone()));
    }
}
