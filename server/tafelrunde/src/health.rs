//! What the whole server knows about its storage. Rooms report, `/readyz` and the main task read.

use tokio::sync::watch;

/// How the storage does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Storage {
    /// It takes writes.
    Healthy,
    /// It refuses writes, for example for want of space; watching goes on.
    Refusing,
    /// Nobody knows what is on the disk: nothing is acknowledged until a restart.
    Broken,
}

/// The shared state.
#[derive(Debug)]
pub struct Health {
    storage: watch::Sender<Storage>,
}

impl Default for Health {
    fn default() -> Self {
        Self { storage: watch::Sender::new(Storage::Healthy) }
    }
}

impl Health {
    /// How the storage does now.
    pub fn storage(&self) -> Storage {
        *self.storage.borrow()
    }

    /// Reports. A broken storage stays broken.
    pub fn report(&self, state: Storage) {
        self.storage.send_if_modified(|known| {
            let changes = *known != state && *known != Storage::Broken;
            if changes {
                *known = state;
            }
            changes
        });
    }

    /// Waits until the storage is broken.
    pub async fn broken(&self) {
        let mut storage = self.storage.subscribe();
        // The sender lives in `self`, so waiting cannot fail.
        let _ = storage.wait_for(|state| *state == Storage::Broken).await;
    }
}
