//! How long votes took to be seen on the wall.
//!
//! The wall gets counts, never single votes. So the k-th vote in the order of sending is taken as seen when the
//! wall first counts k. Where votes overtake one another on the way this is somebody else's vote; the mean is
//! the same, and no pairing has a smaller maximum.

use std::time::Duration;

/// What the wall showed from a moment on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The moment, counted from the beginning.
    pub at: Duration,
    /// Votes counted by then.
    pub total: u64,
}

/// For each vote that was seen, the time from its intended sending. Both lists ascend in time.
pub fn latencies(sent: &[Duration], steps: &[Step]) -> Vec<Duration> {
    let mut latencies = Vec::with_capacity(sent.len());
    for step in steps {
        let total = usize::try_from(step.total).unwrap_or(usize::MAX).min(sent.len());
        while latencies.len() < total {
            latencies.push(step.at.saturating_sub(sent[latencies.len()]));
        }
    }
    latencies
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(times: &[u64]) -> Vec<Duration> {
        times.iter().copied().map(Duration::from_millis).collect()
    }

    fn steps(steps: &[(u64, u64)]) -> Vec<Step> {
        steps.iter().map(|(at, total)| Step { at: Duration::from_millis(*at), total: *total }).collect()
    }

    #[test]
    fn a_vote_is_seen_when_the_wall_has_counted_as_many() {
        let seen = latencies(&ms(&[0, 10, 20, 30]), &steps(&[(15, 1), (50, 4)]));
        assert_eq!(seen, ms(&[15, 40, 30, 20]));
    }

    #[test]
    fn a_step_that_counts_no_more_shows_nothing_new() {
        let seen = latencies(&ms(&[0, 10]), &steps(&[(5, 0), (12, 1), (14, 1), (20, 2)]));
        assert_eq!(seen, ms(&[12, 10]));
    }

    #[test]
    fn votes_that_were_never_seen_have_no_latency() {
        assert_eq!(latencies(&ms(&[0, 10]), &steps(&[(5, 1)])), ms(&[5]));
    }

    #[test]
    fn counts_beyond_what_was_sent_are_passed_over() {
        assert_eq!(latencies(&ms(&[0]), &steps(&[(5, 9)])), ms(&[5]));
    }
}
