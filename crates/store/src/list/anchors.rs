//! Remembered places of long lists whose blocks are not kept: every so many rows one key, so that any page is near one.

use std::collections::VecDeque;
use std::sync::Arc;

use super::query::ListQuery;

/// Rows between two anchors.
pub(super) const STEP: u64 = 500;
/// Lists that are remembered; a million rows take two thousand anchors.
const MOST_LISTS: usize = 16;
const MOST_ORDERED: usize = 2;

/// Good for one state of the records: `head` is the newest journal line.
#[derive(Default)]
pub(crate) struct Anchors {
    lists: VecDeque<(ListQuery, u64, Walk)>,
    counts: VecDeque<(ListQuery, u64, u64)>,
    /// Whole lists in an order that no index holds: eight bytes a row, so only two of them.
    ordered: VecDeque<(ListQuery, u64, Arc<Vec<i64>>)>,
}

/// One walk along a list.
#[derive(Clone, Debug, Default)]
pub(super) struct Walk {
    /// Keys of the rows 0, STEP, 2 × STEP, …
    pub(super) keys: Vec<i64>,
    pub(super) total: u64,
}

impl Anchors {
    pub(super) fn walk(&self, query: &ListQuery, head: u64) -> Option<Walk> {
        let list = bare(query);
        self.lists.iter().find(|(of, at, _)| *at == head && *of == list).map(|(.., walk)| walk.clone())
    }

    pub(super) fn remember_walk(&mut self, query: &ListQuery, head: u64, walk: Walk) {
        self.lists.retain(|(_, at, _)| *at == head);
        push(&mut self.lists, (bare(query), head, walk));
    }

    pub(super) fn count(&self, query: &ListQuery, head: u64) -> Option<u64> {
        let list = unsorted(query);
        self.counts.iter().find(|(of, at, _)| *at == head && *of == list).map(|(.., count)| *count)
    }

    pub(super) fn remember_count(&mut self, query: &ListQuery, head: u64, count: u64) {
        self.counts.retain(|(_, at, _)| *at == head);
        push(&mut self.counts, (unsorted(query), head, count));
    }

    pub(super) fn ordered(&self, query: &ListQuery, head: u64) -> Option<Arc<Vec<i64>>> {
        let list = bare(query);
        self.ordered.iter().find(|(of, at, _)| *at == head && *of == list).map(|(.., keys)| Arc::clone(keys))
    }

    pub(super) fn remember_ordered(&mut self, query: &ListQuery, head: u64, keys: &Arc<Vec<i64>>) {
        self.ordered.retain(|(_, at, _)| *at == head);
        self.ordered.truncate(MOST_ORDERED - 1);
        self.ordered.push_front((bare(query), head, Arc::clone(keys)));
    }

    pub(crate) fn forget(&mut self) {
        *self = Self::default();
    }
}

fn push<T>(queue: &mut VecDeque<T>, item: T) {
    if queue.len() >= MOST_LISTS {
        queue.pop_front();
    }
    queue.push_back(item);
}

/// The list as such, whatever page of it is asked for.
fn bare(query: &ListQuery) -> ListQuery {
    ListQuery { position: super::query::Position::First, limit: 0, ..query.clone() }
}

fn unsorted(query: &ListQuery) -> ListQuery {
    ListQuery { sort: None, ..bare(query) }
}
