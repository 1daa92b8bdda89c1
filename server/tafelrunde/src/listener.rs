//! The listening socket and what the operating system must allow for it.

use rustix::process::{Resource, getrlimit, setrlimit};
use socket2::{Domain, Protocol, Socket, Type};
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, UdpSocket};

/// Joins that wait to be accepted. With tokio's 128 a hall that scans at once waits for a second.
const BACKLOG: i32 = 4_096;

/// Binds the address.
pub fn bind(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = Socket::new(Domain::for_address(address), Type::STREAM, Some(Protocol::TCP))?;
    socket.set_reuse_address(true)?;
    socket.set_nonblocking(true)?;
    // Accepted connections inherit it. With Nagle's algorithm an acknowledgement may wait for the one before.
    socket.set_tcp_nodelay(true)?;
    socket.bind(&address.into())?;
    socket.listen(BACKLOG)?;
    Ok(socket.into())
}

/// Lets the process have as many open files, and so connections, as the system allows. Returns that number.
pub fn raise_open_file_limit() -> Option<u64> {
    let limit = getrlimit(Resource::Nofile);
    let raised = rustix::process::Rlimit { current: limit.maximum, maximum: limit.maximum };
    if let Err(error) = setrlimit(Resource::Nofile, raised) {
        tracing::warn!(%error, "the limit of open files cannot be raised");
    }
    getrlimit(Resource::Nofile).current
}

/// What other devices reach this machine by: the public address that was configured, or the address of the
/// network that leads outside.
pub fn public_url(configured: Option<&str>, listening: SocketAddr) -> String {
    if let Some(url) = configured {
        return url.to_owned();
    }
    let ip = if listening.ip().is_unspecified() { outward_address() } else { listening.ip() };
    format!("http://{}", SocketAddr::new(ip, listening.port()))
}

/// Connecting a datagram socket sends nothing; it only asks which of our addresses would be used. The
/// target is of a range that is reserved for documentation (RFC 5737).
fn outward_address() -> IpAddr {
    let ask = || -> io::Result<IpAddr> {
        let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0))?;
        socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9))?;
        Ok(socket.local_addr()?.ip())
    };
    ask().unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST))
}
