//! Gives every connection on loopback an address and a port of its own to come from.
//!
//! One pair of addresses has only as many connections as the kernel has ephemeral ports (28,232 by default), and
//! the kernel's search for a free one is slow when most are taken or wait after an earlier run. So the load
//! chooses: as many loopback addresses as needed, each with a fixed range of ports outside the ephemeral one.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU32, Ordering};

/// Connections from one source address.
pub const CONNECTIONS_PER_ADDRESS_MAX: u32 = 20_000;
/// Below the kernel's ephemeral ports, which begin at 32,768.
const PORT_MIN: u32 = 10_000;

/// Hands out places to come from.
#[derive(Debug)]
pub struct Sources {
    /// Second number of the addresses: runs beside or after one another do not meet.
    run: u8,
    used: AtomicU32,
}

impl Sources {
    /// The process id tells this run from others.
    pub fn new(pid: u32) -> Self {
        // 127.0 is left to others, such as the wall and the console.
        let run = u8::try_from(pid % 254).unwrap_or_default() + 1;
        Self { run, used: AtomicU32::new(0) }
    }

    /// Where the next connection comes from, or nothing where the server is not on loopback.
    ///
    /// Every address is filled before the next is used, so that small runs look like one hall behind one router.
    /// None is used twice: a connection that has just ended still waits in the kernel.
    pub fn next(&self, server: IpAddr) -> Option<SocketAddr> {
        if !matches!(server, IpAddr::V4(address) if address.is_loopback()) {
            return None;
        }
        let used = self.used.fetch_add(1, Ordering::Relaxed);
        let (address, port) =
            (used / CONNECTIONS_PER_ADDRESS_MAX + 1, used % CONNECTIONS_PER_ADDRESS_MAX + PORT_MIN);
        let [.., third, fourth] = address.to_be_bytes();
        let ip = Ipv4Addr::new(127, self.run, third, fourth);
        Some(SocketAddr::new(ip.into(), u16::try_from(port).unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERVER: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

    fn after(used: u32) -> Option<String> {
        let sources = Sources { run: 7, used: AtomicU32::new(used) };
        sources.next(SERVER).map(|source| source.to_string())
    }

    #[test]
    fn an_address_is_filled_before_the_next_is_used() {
        assert_eq!(after(0).as_deref(), Some("127.7.0.1:10000"));
        assert_eq!(after(19_999).as_deref(), Some("127.7.0.1:29999"));
        assert_eq!(after(20_000).as_deref(), Some("127.7.0.2:10000"));
        assert_eq!(after(6_000_000).as_deref(), Some("127.7.1.45:10000"));
    }

    #[test]
    fn no_place_is_used_twice() {
        let sources = Sources::new(1);
        assert_ne!(sources.next(SERVER), sources.next(SERVER));
    }

    #[test]
    fn a_server_elsewhere_gets_the_address_that_the_kernel_chooses() {
        let sources = Sources::new(1);
        assert_eq!(sources.next(IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1))), None);
        assert_eq!(sources.next("::1".parse().expect("an address")), None);
    }
}
