//! What a room does when the journal does not take its batch, and how it goes on afterwards.

use std::sync::Arc;
use std::time::Duration;
use tafelrunde_core::project::View;
use tafelrunde_protocol::rejection::Rejection;
use tokio::time::Instant;

use super::{Room, RoomEnd, refuse};
use crate::health::Storage;
use crate::hub::mailbox::{Answer, Mailbox};
use crate::journal::AppendError;

/// How often a storage that refuses writes is tried again.
pub const PROBE_EVERY: Duration = Duration::from_secs(1);

impl Room {
    /// The batch is not durable: nobody has ever seen the state that it made, and it is thrown away.
    pub(super) async fn fail(
        &mut self,
        error: AppendError,
        answers: Vec<(Arc<Mailbox>, Answer)>,
    ) -> Result<(), RoomEnd> {
        tracing::warn!(code = %self.cafe.code, %error, "a batch was not stored");
        let (rejection, end) = match error {
            AppendError::Forestalled(_) => (Rejection::TryAgain, self.reload().await),
            AppendError::Refused(_) => {
                self.ctx.health.report(Storage::Refusing);
                (Rejection::Storage, self.reload().await)
            }
            AppendError::Broken(_) => {
                self.ctx.health.report(Storage::Broken);
                (Rejection::Storage, Err(RoomEnd::StorageBroken))
            }
        };
        for (mailbox, answer) in answers {
            refuse(&mailbox, answer.id, rejection.clone());
        }
        end
    }

    /// Takes the state from the journal again. Boards and connections stay: they never had more than what
    /// is durable.
    async fn reload(&mut self) -> Result<(), RoomEnd> {
        let loaded = self.store.load().await.map_err(|error| {
            tracing::error!(code = %self.cafe.code, %error, "the café cannot be loaded again");
            RoomEnd::Unreadable
        })?;
        self.cafe = loaded;
        self.forming.touch();
        self.advisor.forget();
        let view = View { cafe: &self.cafe, online: self.crowd.online(), selection: self.forming.made() };
        self.publisher.publish_all(view, &self.hub);
        self.crowd.send_everything_personal(&self.cafe);
        Ok(())
    }

    /// Notices that the storage refuses writes or takes them again; while it refuses, tries it now and then.
    pub(super) async fn check_storage(&mut self) {
        let is_probe_due = self.refusing_since.is_some_and(|since| since.elapsed() >= PROBE_EVERY);
        match self.ctx.health.storage() {
            Storage::Healthy => self.refusing_since = None,
            Storage::Refusing | Storage::Broken if self.refusing_since.is_none() => {
                self.refusing_since = Some(Instant::now());
            }
            Storage::Refusing if is_probe_due => {
                let journal = self.ctx.journal.clone();
                let probed = tokio::task::spawn_blocking(move || journal.probe()).await;
                let works = matches!(probed, Ok(Ok(())));
                self.refusing_since = if works { None } else { Some(Instant::now()) };
                if works {
                    self.ctx.health.report(Storage::Healthy);
                }
            }
            Storage::Refusing | Storage::Broken => {}
        }
    }
}
