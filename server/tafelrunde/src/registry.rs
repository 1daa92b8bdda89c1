//! Which cafés are loaded, by code. Loads a café once when somebody asks for it, however many ask at the
//! same time, and forgets it when its room ends.

use dashmap::DashMap;
use std::sync::Arc;
use tafelrunde_core::actor::TokenHash;
use tafelrunde_protocol::ids::CafeCode;
use tafelrunde_protocol::message::Role;
use tokio::sync::OnceCell;
use tokio_util::task::TaskTracker;

use crate::hub::mailbox::Mailbox;
use crate::journal::ReadError;
use crate::room::loading::{self, LoadError};
use crate::room::{Attached, Presence, Room, RoomContext, RoomEnd, RoomHandle};
use crate::secrets;

/// How often a connection asks again when rooms end under it.
pub const ATTEMPTS_MAX: u32 = 5;

/// Why a café cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum EnterError {
    /// There is none with this code.
    #[error("there is no café with this code")]
    Unknown,
    /// The token does not open the role.
    #[error("the token does not open this role")]
    BadToken,
    /// It is there but cannot be loaded.
    #[error("the café cannot be loaded")]
    Unavailable,
}

type Cell = Arc<OnceCell<RoomHandle>>;

/// All loaded rooms.
pub struct Registry {
    rooms: DashMap<CafeCode, Cell>,
    ctx: RoomContext,
    tasks: TaskTracker,
}

impl Registry {
    /// Nothing is loaded.
    pub fn new(ctx: RoomContext) -> Arc<Self> {
        Arc::new(Self { rooms: DashMap::new(), ctx, tasks: TaskTracker::new() })
    }

    /// Begins a connection to a café, which is loaded for it if need be.
    pub async fn enter(
        self: &Arc<Self>,
        code: &CafeCode,
        role: Role,
        token: TokenHash,
        mailbox: &Arc<Mailbox>,
    ) -> Result<(RoomHandle, Attached, Presence), EnterError> {
        for _ in 0..ATTEMPTS_MAX {
            let room = self.room(code).await?;
            match room.attach(role, token, mailbox.clone()).await {
                Ok(Some((attached, presence))) => return Ok((room, attached, presence)),
                Ok(None) => return Err(EnterError::BadToken),
                Err(_gone) => self.forget(code, &room),
            }
        }
        Err(EnterError::Unavailable)
    }

    /// The room of a café.
    pub async fn room(self: &Arc<Self>, code: &CafeCode) -> Result<RoomHandle, EnterError> {
        if self.tasks.is_closed() {
            return Err(EnterError::Unavailable);
        }
        // The guard of the map is dropped before anything is awaited.
        let cell = self.rooms.entry(code.clone()).or_default().clone();
        let loaded = cell.get_or_try_init(|| self.load(code.clone())).await.cloned();
        if loaded.is_err() {
            self.rooms.remove_if(code, |_, known| Arc::ptr_eq(known, &cell) && !known.initialized());
        }
        loaded
    }

    /// What a café is called.
    pub async fn title(self: &Arc<Self>, code: &CafeCode) -> Result<String, EnterError> {
        Ok(self.room(code).await?.title().to_owned())
    }

    async fn load(self: &Arc<Self>, code: CafeCode) -> Result<RoomHandle, EnterError> {
        let journal = self.ctx.journal.clone();
        let wanted = code.clone();
        let loading = tokio::task::spawn_blocking(move || -> Result<_, LoadError> {
            let Some(key) = journal.find(&wanted)? else { return Ok(None) };
            Ok(Some((key, loading::load(journal.as_ref(), key)?)))
        });
        let loaded = loading.await.unwrap_or_else(|panic| {
            Err(LoadError::Read(ReadError::Storage(format!("a journal that cannot be applied: {panic}"))))
        });
        let (key, loaded) = match loaded {
            Ok(Some(loaded)) => loaded,
            Ok(None) => return Err(EnterError::Unknown),
            Err(error) => {
                tracing::error!(%code, %error, "a café cannot be loaded");
                return Err(EnterError::Unavailable);
            }
        };
        tracing::info!(%code, batches = loaded.last.0, events = loaded.replayed, "café loaded");
        let (room, handle) = Room::new(key, loaded, &secrets::new_epoch(), self.ctx.clone());
        let (registry, ending) = (self.clone(), handle.clone());
        let ended = room.begin();
        self.tasks.spawn(async move {
            match ended.await {
                Ok(RoomEnd::Stopped) => tracing::info!(%code, "room ended"),
                Ok(end) => tracing::warn!(%code, ?end, "room ended"),
                // A broken invariant stops this café only; the next visitor loads it from its journal. What it was has
                // been said where it panicked.
                Err(_) => tracing::error!(%code, "room failed"),
            }
            registry.forget(&code, &ending);
            ending.end();
        });
        Ok(handle)
    }

    /// The room of a café, if it is loaded.
    pub fn loaded(&self, code: &CafeCode) -> Option<RoomHandle> {
        if self.tasks.is_closed() {
            return None;
        }
        self.rooms.get(code).and_then(|cell| cell.get().cloned())
    }

    /// A room has ended; whoever asks next gets another.
    pub fn forget(&self, code: &CafeCode, room: &RoomHandle) {
        self.rooms.remove_if(code, |_, cell| cell.get().is_some_and(|known| known.is_same(room)));
    }

    /// How many rooms are loaded.
    pub fn len(&self) -> usize {
        self.rooms.len()
    }

    /// Whether no room is loaded.
    pub fn is_empty(&self) -> bool {
        self.rooms.is_empty()
    }

    /// Lets every room finish what waits and say goodbye.
    pub async fn stop(&self) {
        let cells: Vec<Cell> = self.rooms.iter().map(|entry| entry.value().clone()).collect();
        for room in cells.iter().filter_map(|cell| cell.get()) {
            room.stop();
        }
        self.tasks.close();
        self.tasks.wait().await;
    }
}

#[cfg(test)]
mod tests;
