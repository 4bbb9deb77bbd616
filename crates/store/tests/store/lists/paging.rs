//! Long lists: blocks, anchors, bulk.

use serde_json::json;
use torgdom_records::{Kind, Origin, State};
use torgdom_store::{ListQuery, Position, Sort, SortColumn, Store, StoreError, Tab};

use super::model::{Random, pages_meet};
use crate::builders::*;

const MANY: u64 = 7_000;

fn fill(store: &Store, bulk: bool) {
    let mut random = Random(3);
    let mut write = |from: u64, to: u64| {
        let random = &mut random;
        let f = move |writer: &torgdom_store::Writer<'_>| -> Result<(), StoreError> {
            for n in from..to {
                // Numbers and days collide, so that ties are many.
                let body = json!({"number": random.below(500).to_string(), "date": format!("2026-0{}-11", 1 + random.below(9)),
                    "counterparty": format!("c{}", random.below(3)), "currency": "RUB", "totals": {"gross": random.below(50).to_string()}});
                writer.apply(&issue(&format!("i{n}"), body), &Origin::Local)?;
                if random.below(10) == 0 {
                    writer.apply(&turn(Kind::Invoice, &format!("i{n}"), State::Issued, State::Void), &Origin::Local)?;
                }
            }
            Ok(())
        };
        if bulk { store.write_bulk(f) } else { store.write(f) }.expect("writes");
    };
    for from in (0..MANY).step_by(3_500) {
        write(from, (from + 3_500).min(MANY));
    }
}

fn whole(store: &Store, query: &ListQuery) -> Vec<String> {
    ids(store, &ListQuery { limit: 10_000, ..query.clone() })
}

fn check_long_lists(store: &Store) {
    for tab in [Tab::All, Tab::Everything, Tab::Void, Tab::ToPay] {
        for sort in [
            None,
            Some(Sort { column: SortColumn::Date, descending: false }),
            Some(Sort { column: SortColumn::Total, descending: true }),
        ] {
            let query = ListQuery { tab, sort, limit: 50, ..ListQuery::new(Kind::Invoice) };
            let whole = whole(store, &query);
            for offset in (0..whole.len()).step_by(997) {
                let rows = ids(store, &ListQuery { position: Position::Offset(offset as u64), ..query.clone() });
                assert_eq!(rows, whole[offset..(offset + 50).min(whole.len())], "{offset} of {query:?}");
            }
        }
    }
    let query = ListQuery { counterparty: Some("c1".to_owned()), limit: 500, ..ListQuery::new(Kind::Invoice) };
    pages_meet(store, &query, &whole(store, &query));
    let turned = Some(Sort { column: SortColumn::Date, descending: false });
    for (tab, sort) in [(Tab::All, None), (Tab::All, turned), (Tab::Void, turned), (Tab::ToPay, turned)] {
        let query = ListQuery { tab, sort, limit: 900, ..ListQuery::new(Kind::Invoice) };
        pages_meet(store, &query, &whole(store, &query));
    }
}

#[test]
fn any_page_of_a_long_list_is_the_right_one() {
    let store = memory();
    fill(&store, false);
    check_long_lists(&store);
    assert_eq!(store.verify().expect("reads"), []);
}

#[test]
fn bulk_gives_the_same_store_and_lists_are_right_before_it_is_finished() {
    let (slow, bulk) = (memory(), memory());
    fill(&slow, false);
    fill(&bulk, true);
    check_long_lists(&bulk);
    let query = ListQuery::new(Kind::Invoice);
    assert_eq!(whole(&bulk, &query), whole(&slow, &query));
    bulk.finish_bulk().expect("builds");
    check_long_lists(&bulk);
    assert_eq!(bulk.verify().expect("reads"), []);
    let counts = |store: &Store| store.read(|reader| reader.tab_counts(&query)).expect("counts");
    assert_eq!(counts(&bulk), counts(&slow));
    // Afterwards small writes keep everything up again.
    put(&bulk, &turn(Kind::Invoice, "i5", State::Issued, State::Void));
    assert_eq!(bulk.verify().expect("reads"), []);
}

#[test]
fn a_list_changes_under_the_reader_and_the_cursor_still_is_a_place() {
    let store = memory();
    for n in 0..20 {
        put(&store, &counterparty(&format!("c{n}"), &format!("Колос {n:02}")));
    }
    let query = ListQuery { limit: 5, ..ListQuery::new(Kind::Counterparty) };
    let first = store.read(|reader| reader.list(&query)).expect("lists");
    let after = first.after.expect("has rows");
    put(&store, &turn(Kind::Counterparty, "c4", State::Live, State::Archived));
    let second = ids(&store, &ListQuery { position: Position::After(after), ..query });
    assert_eq!(second, ["c5", "c6", "c7", "c8", "c9"]);
}

#[test]
fn cursors_of_elsewhere_are_refused() {
    let store = memory();
    for text in ["", "x", "1", "1.", "1.2", "1.2.", "1.2.z5", "1.2.b0", "1.2.bя", "я.2.i1", "1.я.i1", "1.2.i9x"] {
        let query = ListQuery { position: Position::After(torgdom_store::Cursor(text.to_owned())), ..ListQuery::new(Kind::Good) };
        assert_eq!(store.read(|reader| reader.list(&query)).expect_err("is refused").code(), "fault", "{text:?}");
    }
}

#[test]
fn an_empty_list() {
    on_every_store(|store| {
        for kind in Kind::ALL {
            for position in [Position::First, Position::Last, Position::Offset(3)] {
                let page = store.read(|reader| reader.list(&ListQuery { position, ..ListQuery::new(kind) })).expect("lists");
                assert_eq!((page.rows.len(), page.total), (0, 0));
            }
        }
    });
}
