//! The address at which a server of this program listens.

use anyhow::{Context, Result};
use clap::Args;
use socket2::{Domain, Socket, Type};
use std::net::{SocketAddr, TcpListener};

/// Where to listen.
#[derive(Debug, Clone, Args)]
pub struct Listen {
    /// Address and port; port 0 takes a free one and says which.
    #[arg(long, default_value = "127.0.0.1:0")]
    pub listen: SocketAddr,
}

/// Connections that may wait to be accepted: with the usual 128 a storm waits for repeated SYNs instead.
const BACKLOG: i32 = 4_096;

impl Listen {
    /// Listens, and says so in the words that the starting side waits for.
    pub fn open(&self) -> Result<TcpListener> {
        let socket = Socket::new(Domain::for_address(self.listen), Type::STREAM, None)?;
        socket.set_reuse_address(true)?;
        socket.set_nonblocking(true)?;
        socket.bind(&self.listen.into()).with_context(|| format!("cannot listen on {}", self.listen))?;
        socket.listen(BACKLOG)?;
        let listener = TcpListener::from(socket);
        println!("listening on http://{}", listener.local_addr()?);
        Ok(listener)
    }
}
