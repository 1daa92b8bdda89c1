//! Raises the number of sockets that this process may open, as far as it is allowed to.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Raises the limit to what is wanted, says on stderr where that is not possible, and returns what holds now.
pub fn raise(wanted: u64) -> u64 {
    let before = getrlimit(Resource::Nofile);
    let unlimited = |limit: Option<u64>| limit.unwrap_or(u64::MAX);
    if unlimited(before.current) >= wanted {
        return unlimited(before.current);
    }
    // Root may raise the hard limit too; others get what it allows.
    let hard = unlimited(before.maximum).max(wanted);
    let tried = [
        Rlimit { current: Some(wanted), maximum: before.maximum.map(|_| hard) },
        Rlimit { current: before.maximum.or(Some(wanted)), maximum: before.maximum },
    ];
    for limit in tried {
        if setrlimit(Resource::Nofile, limit).is_ok() {
            break;
        }
    }
    let now = unlimited(getrlimit(Resource::Nofile).current);
    if now < wanted {
        eprintln!("open files: {wanted} wanted, {now} allowed (see `ulimit -n -H`); fewer phones will fit");
    }
    now
}
