//! Rows of lists as screens show them: with what the store's own rows do not hold, a good's price of today and a
//! counterparty's debt.

use std::collections::{HashMap, HashSet};

use torgdom_domain::organisation::Organisation;
use torgdom_domain::{Amount, Id};
use torgdom_records::{Kind, State};
use torgdom_store::{ListQuery, Reader};

use super::links::load;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::views::list::{Debt, ListRow};

/// Price lists in force that are looked into.
const LISTS: u32 = 100;

impl Desk {
    /// The rows for a screen, in the same order.
    pub(crate) fn shown_rows(&self, reader: &Reader<'_>, rows: Vec<torgdom_store::ListRow>) -> Result<Vec<ListRow>, Failure> {
        let ids = |kind: Kind| -> Vec<&str> { rows.iter().filter(|row| row.kind == kind).map(|row| row.id.as_str()).collect() };
        let prices = self.prices_of_today(reader, ids(Kind::Good))?;
        let mut debts: HashMap<Id, Vec<Debt>> = HashMap::new();
        for debt in reader.debts(&ids(Kind::Counterparty), self.clock.today())? {
            debts.entry(debt.counterparty.clone()).or_default().push(Debt::from(&debt));
        }
        let shown = rows.into_iter().map(|row| {
            let mut row = ListRow::from(row);
            if let Some((price, currency)) = prices.get(&row.id) {
                (row.price, row.currency) = (price.to_string(), currency.clone());
            }
            row.debts = debts.remove(&row.id).unwrap_or_default();
            if let [debt] = row.debts.as_slice() {
                (row.rest, row.currency) = (debt.rest.clone(), debt.currency.clone());
            }
            row
        });
        Ok(shown.collect())
    }

    /// What each good costs today, with the currency: by the newest price list in force that has it, lists in the own
    /// organisation's currency before others.
    fn prices_of_today(&self, reader: &Reader<'_>, goods: Vec<&str>) -> Result<HashMap<Id, (Amount, String)>, Failure> {
        let mut found = HashMap::new();
        if goods.is_empty() {
            return Ok(found);
        }
        let today = self.clock.today();
        let mut left: HashSet<&str> = goods.into_iter().collect();
        for list in self.lists_in_force(reader)? {
            if left.is_empty() {
                break;
            }
            for (good, row) in reader.prices_in(&list.id, &left)? {
                if row.from.is_none_or(|from| from <= today) {
                    left.remove(good.as_str());
                    found.insert(good, (row.price, list.currency.clone()));
                }
            }
        }
        Ok(found)
    }

    fn lists_in_force(&self, reader: &Reader<'_>) -> Result<Vec<torgdom_store::ListRow>, Failure> {
        let today = self.clock.today();
        let own = self.default_organisation(reader)?.unwrap_or_default();
        let currency = load::<Organisation>(reader, &own, Kind::Organisation)?.map(|own| own.currency).unwrap_or_default();
        let mut lists = reader.list(&ListQuery { limit: LISTS, ..self.query(Kind::PriceList) })?.rows;
        lists.retain(|row| {
            row.state == State::Live && row.date.is_none_or(|from| from <= today) && row.due.is_none_or(|to| today <= to)
        });
        // Stable: of two lists of one day the one that comes first by name.
        lists.sort_by_key(|row| (row.currency != currency, std::cmp::Reverse(row.date)));
        Ok(lists)
    }
}
