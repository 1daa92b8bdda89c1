//! How fast a person may send, whatever carries it: one token bucket per bearer token, so that a new
//! connection or another exchange does not bring a fresh one.

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use tafelrunde_core::actor::TokenHash;
use tafelrunde_protocol::limits::IN_FLIGHT_MAX;

/// Messages after which full buckets are forgotten. They are as good as none.
const CLEAN_EVERY: u32 = 16_384;

/// The buckets.
#[derive(Debug)]
pub struct Speed {
    per_second: u32,
    buckets: DefaultKeyedRateLimiter<u64>,
    checks: AtomicU32,
}

impl Speed {
    /// Everybody may send so many messages per second on average, and at once as many as a phone that
    /// comes back has in its outbox.
    pub fn new(per_second: u32) -> Self {
        let rate = NonZeroU32::new(per_second).unwrap_or(NonZeroU32::MIN);
        let outbox = NonZeroU32::new(IN_FLIGHT_MAX as u32).unwrap_or(NonZeroU32::MIN);
        let burst = rate.saturating_add(per_second).max(outbox);
        let buckets = RateLimiter::keyed(Quota::per_second(rate).allow_burst(burst));
        Self { per_second: rate.get(), buckets, checks: AtomicU32::new(0) }
    }

    /// The average.
    pub fn per_second(&self) -> u32 {
        self.per_second
    }

    /// Whether this person may send one more message now.
    pub fn allows(&self, token: &TokenHash) -> bool {
        if self.checks.fetch_add(1, Ordering::Relaxed) % CLEAN_EVERY == CLEAN_EVERY - 1 {
            self.buckets.retain_recent();
        }
        self.buckets.check_key(&token.participant().0).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_has_a_bucket_of_their_own_that_holds_an_outbox() {
        let speed = Speed::new(5);
        let (ali, eva) = (TokenHash([1; 32]), TokenHash([2; 32]));
        let allowed = (0..1_000).filter(|_| speed.allows(&ali)).count();
        assert!((IN_FLIGHT_MAX..IN_FLIGHT_MAX + 20).contains(&allowed), "{allowed}");
        assert!(speed.allows(&eva));
    }
}
