//! The server's clock: the wall clock at start, moved on by the monotonic one. A jump of the system's time
//! neither closes a poll early nor keeps one open; phones learn the offset when they connect.

use std::sync::LazyLock;
use std::time::{Instant, SystemTime, UNIX_EPOCH};
use tafelrunde_protocol::ids::Timestamp;

static START: LazyLock<(i64, Instant)> = LazyLock::new(|| {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    (i64::try_from(since_1970.as_millis()).unwrap_or(i64::MAX), Instant::now())
});

/// Now.
pub fn now() -> Timestamp {
    let (wall_ms, instant) = *START;
    let elapsed_ms = i64::try_from(instant.elapsed().as_millis()).unwrap_or(i64::MAX);
    Timestamp(wall_ms.saturating_add(elapsed_ms))
}
