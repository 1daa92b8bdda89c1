//! HTTP on connections that turned out to be no WebSocket.

use axum::Router;
use axum::body::Body;
use axum::extract::connect_info::ConnectInfo;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::io;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio_tungstenite::tungstenite::Bytes;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower::ServiceExt;

/// The header of a request must be there within this, and the next request begin.
const HEAD_WITHIN: Duration = Duration::from_secs(30);

/// A connection with a request that has begun.
pub struct Connection {
    /// The socket, not blocking.
    pub tcp: std::net::TcpStream,
    /// What was read of it.
    pub read_already: Bytes,
    /// The other side.
    pub address: SocketAddr,
}

/// Serves connections until `stopping`, then finishes what they are doing.
pub async fn serve(
    mut connections: UnboundedReceiver<Connection>,
    router: Router,
    stopping: CancellationToken,
) {
    let tasks = TaskTracker::new();
    while let Some(Some(connection)) = stopping.run_until_cancelled(connections.recv()).await {
        tasks.spawn(serve_one(connection, router.clone(), stopping.clone()));
    }
    tasks.close();
    tasks.wait().await;
}

async fn serve_one(connection: Connection, router: Router, stopping: CancellationToken) {
    let Connection { tcp, read_already, address } = connection;
    let tcp = match TcpStream::from_std(tcp) {
        Ok(tcp) => tcp,
        Err(error) => return tracing::warn!(%error, "a connection cannot be watched"),
    };
    let service = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(address));
        router.clone().oneshot(request)
    });
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(HEAD_WITHIN);
    let begun = TokioIo::new(Begun { read_already, tcp });
    let mut serving = pin!(server.serve_connection(begun, service).with_upgrades());
    let ended = tokio::select! {
        ended = serving.as_mut() => ended,
        () = stopping.cancelled() => {
            serving.as_mut().graceful_shutdown();
            serving.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "an HTTP connection ended");
    }
}

/// A socket whose first bytes have been read already.
pub struct Begun {
    read_already: Bytes,
    tcp: TcpStream,
}

impl Begun {
    /// The bare socket; `None` if the system does not let it go, or something is still unread.
    pub fn into_std(self) -> Option<std::net::TcpStream> {
        self.tcp.into_std().ok().filter(|_| self.read_already.is_empty())
    }
}

impl AsyncRead for Begun {
    fn poll_read(
        mut self: Pin<&mut Self>,
        task: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.read_already.is_empty() {
            return Pin::new(&mut self.tcp).poll_read(task, buffer);
        }
        let count = self.read_already.len().min(buffer.remaining());
        buffer.put_slice(&self.read_already.split_to(count));
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Begun {
    fn poll_write(mut self: Pin<&mut Self>, task: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.tcp).poll_write(task, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        task: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.tcp).poll_write_vectored(task, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.tcp.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_flush(task)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_shutdown(task)
    }
}
