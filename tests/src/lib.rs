//! What the tests of the whole share: a client of the protocol, a server to talk to, and scenarios in plain
//! words that run against the core and over real sockets.

pub mod client;
pub mod http;
pub mod server;

pub mod core_world;
pub mod scenario;
pub mod socket_world;
