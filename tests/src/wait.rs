//! Waiting for what a person would wait for: until it is there, never for a fixed time.

use std::fmt::Debug;
use std::time::{Duration, Instant};

/// Long enough for a loaded machine without a graphics card; nothing waits so long when all is well.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The first answer that is there.
///
/// # Panics
/// When there is none within [`PATIENCE`].
#[track_caller]
pub fn until<T>(what: &dyn Debug, mut look: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(started.elapsed() < PATIENCE, "waited {} s for {what:?}", PATIENCE.as_secs());
        std::thread::sleep(Duration::from_millis(25));
    }
}
