//! A journal in memory: for tests and simulations. Keeps the same promises until the process ends, and can
//! be told to fail.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tafelrunde_protocol::ids::CafeCode;

use super::{AppendError, Appends, Batch, CafeKey, CreateError, Journal, ReadError, Seq, Snapshot};

/// A journal in memory.
#[derive(Debug, Default)]
pub struct MemoryJournal {
    content: Mutex<Content>,
}

#[derive(Debug, Default)]
struct Content {
    cafes: Vec<(CafeCode, Vec<Batch>)>,
    snapshots: BTreeMap<CafeKey, Snapshot>,
    failing: Option<AppendError>,
}

impl MemoryJournal {
    /// Every write from now on fails like this; `None`: they work again.
    pub fn fail_with(&self, error: Option<AppendError>) {
        self.content().failing = error;
    }

    fn content(&self) -> MutexGuard<'_, Content> {
        // A panic while the lock was held leaves whole batches: every change below is a single push.
        self.content.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Content {
    fn batches(&mut self, cafe: CafeKey) -> &mut Vec<Batch> {
        &mut self.cafe(cafe).1
    }

    fn cafe(&mut self, cafe: CafeKey) -> &mut (CafeCode, Vec<Batch>) {
        let index = usize::try_from(cafe.0).expect("keys are made from indices");
        &mut self.cafes[index]
    }

    fn append(&mut self, cafe: CafeKey, batch: Batch) -> Result<(), AppendError> {
        if let Some(error) = &self.failing {
            return Err(error.clone());
        }
        let batches = self.batches(cafe);
        let free = Seq(batches.len() as u64 + 1);
        if batch.seq != free {
            return Err(AppendError::Forestalled(batch.seq));
        }
        batches.push(batch);
        Ok(())
    }
}

impl Journal for MemoryJournal {
    fn create(&self, code: &CafeCode, first: Batch) -> Result<CafeKey, CreateError> {
        let mut content = self.content();
        if let Some(error) = &content.failing {
            return Err(error.clone().into());
        }
        if content.cafes.iter().any(|(taken, _)| taken == code) {
            return Err(CreateError::CodeTaken);
        }
        content.cafes.push((code.clone(), vec![first]));
        Ok(CafeKey(content.cafes.len() as i64 - 1))
    }

    fn find(&self, code: &CafeCode) -> Result<Option<CafeKey>, ReadError> {
        let place = self.content().cafes.iter().position(|(known, _)| known == code);
        Ok(place.map(|index| CafeKey(index as i64)))
    }

    fn cafes(&self) -> Result<Vec<(CafeCode, CafeKey)>, ReadError> {
        let content = self.content();
        let cafes = content.cafes.iter().enumerate();
        Ok(cafes.map(|(index, (code, _))| (code.clone(), CafeKey(index as i64))).collect())
    }

    fn append(&self, appends: Appends) {
        let mut content = self.content();
        let batches = appends.batches.into_iter();
        let answer = batches.map(|append| content.append(append.cafe, append.batch)).collect();
        // Nobody waits any more when the rooms have ended; the batches stand all the same.
        let _ = appends.done.send(answer);
    }

    fn probe(&self) -> Result<(), AppendError> {
        self.content().failing.clone().map_or(Ok(()), Err)
    }

    fn read(
        &self,
        cafe: CafeKey,
        from: Seq,
        visit: &mut dyn FnMut(Batch) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let (code, batches) = self.content().cafe(cafe).clone();
        let free = Seq(batches.len() as u64 + 1);
        if from > free {
            return Err(ReadError::Damaged { code, seq: free.0, reason: "it is missing".into() });
        }
        batches.into_iter().filter(|batch| batch.seq >= from).try_for_each(visit)
    }

    fn snapshot(&self, cafe: CafeKey) -> Option<Snapshot> {
        self.content().snapshots.get(&cafe).cloned()
    }

    fn keep_snapshot(&self, cafe: CafeKey, snapshot: Snapshot) -> std::io::Result<()> {
        self.content().snapshots.insert(cafe, snapshot);
        Ok(())
    }
}
