//! What a room does when the journal does not take its batch, and how it goes on afterwards.

use std::time::Duration;
use tafelrunde_core::project::View;
use tafelrunde_protocol::rejection::Rejection;
use tokio::task::spawn_blocking;
use tokio::time::Instant;

use super::loading::{LoadError, Loaded};
use super::{Addressed, Awaited, Awaiting, Room, RoomEnd, refuse_all};
use crate::health::Storage;
use crate::journal::AppendError;

/// How often a storage that refuses writes is tried again.
pub const PROBE_EVERY: Duration = Duration::from_secs(1);

impl Room {
    /// The batch is not durable: nobody has ever seen the state that it made, and it is thrown away.
    pub(super) fn fail(&mut self, error: &AppendError, answers: Vec<Addressed>) -> Result<(), RoomEnd> {
        tracing::warn!(code = %self.cafe.code, %error, "a batch was not stored");
        let rejection = match error {
            AppendError::Forestalled(_) => Rejection::TryAgain,
            AppendError::Refused(_) => {
                self.ctx.health.report(Storage::Refusing);
                Rejection::Storage
            }
            AppendError::Broken(_) => {
                self.ctx.health.report(Storage::Broken);
                refuse_all(answers, &Rejection::Storage);
                return Err(RoomEnd::StorageBroken);
            }
        };
        self.begin_loading();
        self.awaiting = Awaiting::Cafe(rejection, answers);
        Ok(())
    }

    /// Takes the state from the journal again, on a thread that may block.
    fn begin_loading(&self) {
        let (load, place) = (self.store.loading(), self.place.clone());
        self.ctx.runtime.spawn(async move {
            // A café that cannot be applied panics.
            let loaded = spawn_blocking(load).await.unwrap_or(Err(LoadError::Empty));
            place.bring(Awaited::Loaded(Box::new(loaded)));
        });
    }

    /// Goes on with what the journal has. Boards and connections stay: they never had more than what is durable.
    pub(super) fn begin_again(&mut self, loaded: Result<Loaded, LoadError>) -> Result<(), RoomEnd> {
        let loaded = loaded.map_err(|error| {
            tracing::error!(code = %self.cafe.code, %error, "the café cannot be loaded again");
            RoomEnd::Unreadable
        })?;
        self.cafe = self.store.continue_after(loaded);
        self.forming.touch();
        self.advisor.forget();
        let view = View { cafe: &self.cafe, online: self.crowd.online(), selection: self.forming.made() };
        self.publisher.publish_all(view, &self.hub);
        self.crowd.send_everything_personal(&self.cafe);
        Ok(())
    }

    /// Notices that the storage refuses writes or takes them again; while it refuses, tries it now and then.
    pub(super) fn check_storage(&mut self) {
        let is_probe_due = self.refusing_since.is_some_and(|since| since.elapsed() >= PROBE_EVERY);
        match self.ctx.health.storage() {
            Storage::Healthy => self.refusing_since = None,
            Storage::Refusing | Storage::Broken if self.refusing_since.is_none() => {
                self.refusing_since = Some(Instant::now());
            }
            Storage::Refusing if is_probe_due => self.begin_probe(),
            Storage::Refusing | Storage::Broken => {}
        }
    }

    fn begin_probe(&mut self) {
        self.awaiting = Awaiting::Probe;
        let (journal, place) = (self.ctx.journal.clone(), self.place.clone());
        self.ctx.runtime.spawn(async move {
            let probed = spawn_blocking(move || journal.probe()).await;
            place.bring(Awaited::Probed(matches!(probed, Ok(Ok(())))));
        });
    }

    /// The storage has been tried.
    pub(super) fn probed(&mut self, works: bool) {
        self.refusing_since = if works { None } else { Some(Instant::now()) };
        if works {
            self.ctx.health.report(Storage::Healthy);
        }
    }
}
