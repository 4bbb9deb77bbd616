//! Time spent: on the wall, and by the processor for this thread or this process.

use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};

/// What one call took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spent {
    pub wall: Duration,
    /// Of the processor, for the calling thread: user and system.
    pub cpu: Duration,
}

/// Runs `f` and says what it took.
pub fn spent<T>(f: impl FnOnce() -> T) -> (T, Spent) {
    let (cpu, wall) = (clock(ClockId::ThreadCPUTime), Instant::now());
    let answer = f();
    let wall = wall.elapsed();
    (answer, Spent { wall, cpu: clock(ClockId::ThreadCPUTime).saturating_sub(cpu) })
}

/// What the processor has spent on this process so far, all threads.
#[must_use]
pub fn process_cpu() -> Duration {
    clock(ClockId::ProcessCPUTime)
}

fn clock(id: ClockId) -> Duration {
    let now = clock_gettime(id);
    Duration::new(u64::try_from(now.tv_sec).unwrap_or_default(), u32::try_from(now.tv_nsec).unwrap_or_default())
}

#[must_use]
pub fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// Many measurements of one thing.
#[derive(Clone, Debug, Default)]
pub struct Times {
    wall: Vec<Duration>,
    cpu: Vec<Duration>,
}

impl Times {
    pub fn add(&mut self, spent: Spent) {
        self.wall.push(spent.wall);
        self.cpu.push(spent.cpu);
    }

    /// Measures one call of `f` into this.
    pub fn take<T>(&mut self, f: impl FnOnce() -> T) -> T {
        let (answer, took) = spent(f);
        self.add(took);
        answer
    }

    pub fn join(&mut self, other: &Self) {
        self.wall.extend(&other.wall);
        self.cpu.extend(&other.cpu);
    }

    #[must_use]
    pub fn count(&self) -> usize {
        self.wall.len()
    }

    /// Milliseconds on the wall that `share` percent of the calls did not exceed.
    #[must_use]
    pub fn wall(&self, share: usize) -> f64 {
        milliseconds(percentile(&self.wall, share))
    }

    /// The same for the processor's time.
    #[must_use]
    pub fn cpu(&self, share: usize) -> f64 {
        milliseconds(percentile(&self.cpu, share))
    }
}

/// The smallest value that at least `share` percent of the values do not exceed; zero without values.
fn percentile(values: &[Duration], share: usize) -> Duration {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let rank = (sorted.len() * share).div_ceil(100).max(1);
    sorted.get(rank - 1).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_were_measured() {
        let values: Vec<Duration> = (1..=200).rev().map(Duration::from_millis).collect();
        assert_eq!(percentile(&values, 50), Duration::from_millis(100));
        assert_eq!(percentile(&values, 99), Duration::from_millis(198));
        assert_eq!(percentile(&values, 100), Duration::from_millis(200));
        assert_eq!(percentile(&values[..1], 99), Duration::from_millis(200));
        assert_eq!(percentile(&[], 50), Duration::ZERO);
    }
}
