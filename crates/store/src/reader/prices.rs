//! Prices of a few goods out of a list of many: the rest of its body is passed over unread.

use std::collections::{HashMap, HashSet};
use std::fmt;

use chrono::NaiveDate;
use rusqlite::OptionalExtension as _;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use torgdom_domain::Amount;
use torgdom_records::Id;

use super::Reader;
use crate::error::{StoreError, damaged};

/// A price as it stands in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPrice {
    pub price: Amount,
    /// Its own first day, when it is not the list's.
    pub from: Option<NaiveDate>,
}

impl Reader<'_> {
    /// Prices of `goods` in a price list; a good that has none there is left out.
    ///
    /// # Errors
    /// The store's own; an unknown list has no prices.
    pub fn prices_in(&self, list: &str, goods: &HashSet<&str>) -> Result<HashMap<Id, ListPrice>, StoreError> {
        let Some(key) = self.key_of(list)? else { return Ok(HashMap::new()) };
        let mut statement = self.connection.prepare_cached("SELECT body FROM record WHERE key = ?1")?;
        let Some(body) = statement.query_row([key], |row| row.get::<_, String>(0)).optional()? else { return Ok(HashMap::new()) };
        let mut reader = serde_json::Deserializer::from_str(&body);
        let found = Member { name: "prices", of: Chosen(goods) }.deserialize(&mut reader).map_err(damaged)?;
        Ok(found.into_iter().filter_map(|(good, row)| Some((good, price(&row)?))).collect())
    }
}

fn price(row: &Value) -> Option<ListPrice> {
    let text = |field: &str| row.get(field).and_then(Value::as_str);
    Some(ListPrice { price: text("price")?.parse().ok()?, from: text("from").and_then(|from| from.parse().ok()) })
}

/// The members of an object that are asked for.
struct Chosen<'g>(&'g HashSet<&'g str>);

impl<'de> DeserializeSeed<'de> for Chosen<'_> {
    type Value = HashMap<Id, Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Chosen<'_> {
    type Value = HashMap<Id, Value>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object of prices")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(HashMap::new())
    }

    // A body of an odd shape is kept and listed as far as it can be read: it has no prices.
    fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
        Ok(HashMap::new())
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(HashMap::new())
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(HashMap::new())
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(HashMap::new())
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(HashMap::new())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(HashMap::new())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = HashMap::new();
        while let Some(id) = map.next_key::<String>()? {
            if self.0.contains(id.as_str()) {
                found.insert(id, map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}

/// One member of an object, read as `of` reads it.
struct Member<'n, S> {
    name: &'n str,
    of: S,
}

impl<'de, S> DeserializeSeed<'de> for Member<'_, S>
where
    S: DeserializeSeed<'de, Value = HashMap<Id, Value>>,
{
    type Value = HashMap<Id, Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, S> Visitor<'de> for Member<'_, S>
where
    S: DeserializeSeed<'de, Value = HashMap<Id, Value>>,
{
    type Value = HashMap<Id, Value>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a body")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut wanted = Some(self.of);
        let mut found = HashMap::new();
        while let Some(name) = map.next_key::<String>()? {
            match wanted.take_if(|_| name == self.name) {
                Some(seed) => found = map.next_value_seed(seed)?,
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(found)
    }
}
