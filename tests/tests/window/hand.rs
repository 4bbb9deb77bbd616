//! A person at the keyboard: presses, counts what was pressed, looks where the focus stands.

use std::cell::Cell;

use serde_json::{Value, json};
use torgdom_tests::wait::until;
use torgdom_tests::window::Window;

/// Hands on one keyboard. Each key counts, the held ones too: `Ctrl+N` is two.
pub struct Hand<'desk> {
    desk: &'desk Window,
    pressed: Cell<usize>,
}

impl<'desk> Hand<'desk> {
    pub fn on(desk: &'desk Window) -> Self {
        Self { desk, pressed: Cell::new(0) }
    }

    /// How many keys were pressed so far.
    pub fn pressed(&self) -> usize {
        self.pressed.get()
    }

    #[track_caller]
    pub fn press(&self, keys: &str) -> &Self {
        self.pressed.set(self.pressed() + keys.split('+').count());
        self.desk.press(keys);
        self
    }

    #[track_caller]
    pub fn write(&self, text: &str) -> &Self {
        self.pressed.set(self.pressed() + text.chars().count());
        self.desk.write(text);
        self
    }

    /// Writes into the field that must have the focus by now, and goes on to the next one.
    #[track_caller]
    pub fn enter(&self, field: &str, text: &str) -> &Self {
        stands_in(self.desk, field);
        self.write(text).press("Enter")
    }

    /// A line of a paper: what is sold and how much of it.
    #[track_caller]
    pub fn line(&self, article: &str, quantity: &str) -> &Self {
        self.write(article).press("Enter").write(quantity).press("Enter")
    }

    /// A new deal with this buyer, the focus in the line that waits for its article.
    #[track_caller]
    pub fn new_deal(&self, buyer: &str, name: &str) -> String {
        self.press("Alt+2");
        stands_in(self.desk, "grid Сделки");
        self.press("Ctrl+N");
        stands_in(self.desk, "combobox Покупатель");
        self.write(buyer).press("Enter");
        until(&format!("the buyer {name}"), || (self.desk.value("Покупатель") == name).then_some(()));
        self.press("Ctrl+N");
        stands_in(self.desk, "grid Строки");
        open_record(self.desk)
    }
}

/// Waits until the focus stands there: a role and a name, or either of them.
#[track_caller]
pub fn stands_in(desk: &Window, place: &str) {
    let mut last = String::new();
    let there = std::panic::AssertUnwindSafe(|| {
        until(&format!("the focus in {place:?}"), || {
            last = desk.focus();
            last.contains(place).then_some(())
        });
    });
    if let Err(panic) = std::panic::catch_unwind(there) {
        desk.photograph("failed");
        eprintln!("the focus stands in {last:?}; the window shows\n{}", desk.text());
        std::panic::resume_unwind(panic);
    }
}

/// The record that the screen shows.
pub fn open_record(desk: &Window) -> String {
    desk.ask("return location.hash.split('/').pop();", &[]).as_str().expect("an address is text").to_owned()
}

/// The record as the core keeps it.
pub fn record(desk: &Window, id: &str) -> Value {
    desk.call("record.get", &json!({"id": id})).expect("the record is there")
}

/// Waits until the bar over the record says that everything is kept.
#[track_caller]
pub fn saved(desk: &Window) {
    desk.see_no("Сохраняется").see("Сохранено");
}

/// The lines of a paper in their order: identifier and content.
pub fn lines(record: &Value) -> Vec<(String, Value)> {
    let order = record["derived"]["lines"].as_array().expect("a paper has lines");
    order
        .iter()
        .map(|view| view["id"].as_str().expect("a line has an id").to_owned())
        .map(|id| (id.clone(), record["body"]["lines"][&id].clone()))
        .collect()
}

/// A sum as the screens write it: `1 234,50`.
pub fn shown(sum: &Value) -> String {
    let sum = sum.as_str().expect("a sum is text");
    let (whole, part) = sum.split_once('.').unwrap_or((sum, ""));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    format!("{grouped},{part:0<2}")
}
