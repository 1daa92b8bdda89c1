//! The way from the first bytes of a connection to its first board, byte by byte, and how it ends when they are
//! wrong.

use std::time::Duration;
use tafelrunde_protocol::limits::PROTOCOL;
use tafelrunde_protocol::message::Role;
use tafelrunde_tests::server::TestServer;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep, timeout};

const PATIENCE: Duration = Duration::from_secs(20);
const HANDSHAKE: &str = "GET /ws HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
    Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
const PAGE: &str = "GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n";

async fn connect(server: &TestServer) -> TcpStream {
    TcpStream::connect(server.running.address).await.unwrap()
}

/// A text frame from a client, with a mask of zeros.
fn frame(text: &str) -> Vec<u8> {
    let length = u16::try_from(text.len()).unwrap();
    let mut frame = vec![0x81, 0xfe];
    frame.extend(length.to_be_bytes());
    frame.extend([0; 4]);
    frame.extend(text.as_bytes());
    frame
}

fn hello(server: &TestServer) -> Vec<u8> {
    let who = server.identity(Role::Participant);
    frame(&format!(
        r#"{{"hello":{{"protocol":{PROTOCOL},"cafe":"{}","as":"participant","token":"{}"}}}}"#,
        who.code, who.token
    ))
}

/// Reads until this is among what came.
async fn until(stream: &mut TcpStream, wanted: &str) -> String {
    let mut came = Vec::new();
    let mut buffer = [0; 4096];
    while !String::from_utf8_lossy(&came).contains(wanted) {
        let count = timeout(PATIENCE, stream.read(&mut buffer)).await.expect("in time").unwrap();
        assert!(count > 0, "closed before {wanted}: {}", String::from_utf8_lossy(&came));
        came.extend_from_slice(&buffer[..count]);
    }
    String::from_utf8_lossy(&came).into_owned()
}

async fn until_closed(stream: &mut TcpStream) -> Vec<u8> {
    let mut came = Vec::new();
    timeout(PATIENCE, stream.read_to_end(&mut came)).await.expect("in time").unwrap();
    came
}

#[tokio::test]
async fn handshake_and_hello_may_come_together() {
    let server = TestServer::start().await;
    let mut phone = connect(&server).await;
    phone.write_all(&[HANDSHAKE.as_bytes(), &hello(&server)].concat()).await.unwrap();
    let came = until(&mut phone, r#"{"snapshot""#).await;
    assert!(came.starts_with("HTTP/1.1 101 ") && came.contains(r#"{"welcome""#), "{came}");
}

#[tokio::test]
async fn handshake_and_hello_may_come_byte_by_byte() {
    let server = TestServer::start().await;
    let mut phone = connect(&server).await;
    phone.set_nodelay(true).unwrap();
    for byte in [HANDSHAKE.as_bytes(), &hello(&server)].concat() {
        phone.write_all(&[byte]).await.unwrap();
        sleep(Duration::from_micros(200)).await;
    }
    until(&mut phone, r#"{"snapshot""#).await;
}

#[tokio::test]
async fn a_connection_that_has_served_pages_may_become_a_websocket() {
    let server = TestServer::start().await;
    let mut proxy = connect(&server).await;
    proxy.write_all(PAGE.as_bytes()).await.unwrap();
    assert!(until(&mut proxy, "\r\n\r\n").await.starts_with("HTTP/1.1 200 "));
    proxy.write_all(HANDSHAKE.as_bytes()).await.unwrap();
    assert!(until(&mut proxy, "\r\n\r\n").await.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    proxy.write_all(&hello(&server)).await.unwrap();
    until(&mut proxy, r#"{"snapshot""#).await;
}

#[tokio::test]
async fn a_handshake_that_lacks_something_is_answered_in_words() {
    let server = TestServer::start().await;
    let cases = [
        (HANDSHAKE.replace("13", "8"), "HTTP/1.1 426 "),
        (HANDSHAKE.replace("Upgrade: websocket", "Upgrade: h2c"), "HTTP/1.1 426 "),
        (HANDSHAKE.replace("Sec-WebSocket-Key", "X-Key"), "HTTP/1.1 400 "),
        (HANDSHAKE.replace("/ws", "/nowhere"), "HTTP/1.1 404 "),
    ];
    for (request, status) in cases {
        let mut stream = connect(&server).await;
        stream.write_all(request.as_bytes()).await.unwrap();
        let came = until(&mut stream, "\r\n\r\n").await;
        assert!(came.starts_with(status), "{request}{came}");
    }
}

#[tokio::test]
async fn what_breaks_the_rules_of_frames_is_told_the_close_code() {
    let server = TestServer::start().await;
    let cases: [(&[u8], u16); 3] = [
        (&[0x81, 1, b'x'], 1002),
        (&[0xc1, 0x80, 0, 0, 0, 0], 1002),
        (&[0x81, 0x81, 0, 0, 0, 0, 0xff], 1007),
    ];
    for (bytes, code) in cases {
        let mut phone = connect(&server).await;
        phone.write_all(&[HANDSHAKE.as_bytes(), &hello(&server)].concat()).await.unwrap();
        until(&mut phone, r#"{"snapshot""#).await;
        phone.write_all(bytes).await.unwrap();
        let came = until_closed(&mut phone).await;
        let close = came.iter().position(|byte| *byte == 0x88).expect("a close frame");
        assert_eq!(came[close + 2..close + 4], code.to_be_bytes());
    }
}

#[tokio::test]
async fn who_asks_for_nothing_is_let_go() {
    let server = TestServer::start().await;
    let (mut silent, mut slow) = (connect(&server).await, connect(&server).await);
    slow.write_all(&HANDSHAKE.as_bytes()[..40]).await.unwrap();
    let began = Instant::now();
    assert_eq!(until_closed(&mut silent).await, b"");
    assert_eq!(until_closed(&mut slow).await, b"");
    assert!(began.elapsed() >= Duration::from_secs(9), "{:?}", began.elapsed());
}

#[tokio::test]
async fn who_says_no_hello_is_told_so_and_let_go() {
    let server = TestServer::start().await;
    let mut phone = connect(&server).await;
    phone.write_all(HANDSHAKE.as_bytes()).await.unwrap();
    let came = String::from_utf8_lossy(&until_closed(&mut phone).await).into_owned();
    assert!(came.contains(r#""code":"hello_timeout""#) && came.contains(r#""retry_ms""#), "{came}");
}
