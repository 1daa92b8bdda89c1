//! Counts the connections of each network address. Addresses are kept only as long as they hold one.

use dashmap::DashMap;
use std::net::IpAddr;
use std::sync::Arc;

/// The counts.
#[derive(Debug)]
pub struct Admission {
    held: DashMap<IpAddr, u32>,
    per_address_max: u32,
}

/// One connection's place; given back when dropped.
#[derive(Debug)]
pub struct Place {
    admission: Arc<Admission>,
    address: IpAddr,
}

impl Admission {
    /// Nobody is connected.
    pub fn new(per_address_max: u32) -> Arc<Self> {
        Arc::new(Self { held: DashMap::new(), per_address_max })
    }

    /// The bound.
    pub fn per_address_max(&self) -> u32 {
        self.per_address_max
    }

    /// A place for one more connection of this address; `None` when it holds as many as it may.
    pub fn admit(self: &Arc<Self>, address: IpAddr) -> Option<Place> {
        let mut held = self.held.entry(address).or_insert(0);
        if *held >= self.per_address_max {
            return None;
        }
        *held += 1;
        drop(held);
        metrics::gauge!("tafelrunde_connections").increment(1.0);
        Some(Place { admission: self.clone(), address })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(mut held) = self.admission.held.get_mut(&self.address) {
            *held -= 1;
        }
        self.admission.held.remove_if(&self.address, |_, held| *held == 0);
        metrics::gauge!("tafelrunde_connections").decrement(1.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_gets_its_places_and_each_back() {
        let admission = Admission::new(2);
        let here = IpAddr::from([127, 0, 0, 1]);
        let first = admission.admit(here).unwrap();
        let _second = admission.admit(here).unwrap();
        assert!(admission.admit(here).is_none());
        assert!(admission.admit(IpAddr::from([127, 0, 0, 2])).is_some());
        drop(first);
        assert!(admission.admit(here).is_some());
    }

    #[test]
    fn an_address_without_connections_is_forgotten() {
        let admission = Admission::new(2);
        drop(admission.admit(IpAddr::from([127, 0, 0, 1])));
        assert!(admission.held.is_empty());
    }
}
