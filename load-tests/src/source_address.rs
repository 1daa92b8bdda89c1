//! Spreads connections over loopback addresses: one pair of addresses has only as many connections as the
//! kernel has ephemeral ports (28,232 by default).

use std::net::{IpAddr, Ipv4Addr};

/// Connections from one source address.
pub const CONNECTIONS_PER_ADDRESS_MAX: u32 = 20_000;

/// The source address of the phone with this number, or nothing where the server is not on loopback.
///
/// Every address is filled before the next is used, so that small runs look like one hall behind one router.
pub fn for_phone(number: u32, server: IpAddr) -> Option<Ipv4Addr> {
    let loopback = matches!(server, IpAddr::V4(address) if address.is_loopback());
    // 127.0.0.1 is left to others, such as the wall and the console.
    let offset = number / CONNECTIONS_PER_ADDRESS_MAX + 2;
    loopback.then(|| Ipv4Addr::from_bits(Ipv4Addr::new(127, 0, 0, 0).to_bits() + offset))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERVER: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

    #[test]
    fn an_address_is_filled_before_the_next_is_used() {
        assert_eq!(for_phone(0, SERVER), Some(Ipv4Addr::new(127, 0, 0, 2)));
        assert_eq!(for_phone(19_999, SERVER), Some(Ipv4Addr::new(127, 0, 0, 2)));
        assert_eq!(for_phone(20_000, SERVER), Some(Ipv4Addr::new(127, 0, 0, 3)));
        assert_eq!(for_phone(60_000, SERVER), Some(Ipv4Addr::new(127, 0, 0, 5)));
    }

    #[test]
    fn a_server_elsewhere_gets_the_address_that_the_kernel_chooses() {
        assert_eq!(for_phone(0, IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1))), None);
        assert_eq!(for_phone(0, "::1".parse().expect("an address")), None);
    }
}
