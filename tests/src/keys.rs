//! Keys as they are printed on buttons, turned into what a WebDriver presses.

use serde_json::{Value, json};

/// `Ctrl+K`, `Shift+F9`, `Alt+Down`, `Enter` as one action of a keyboard: modifiers down, key, modifiers up.
///
/// # Panics
/// At a key without a name here: a journey presses keys that exist.
#[must_use]
pub fn chord(keys: &str) -> Value {
    let codes: Vec<char> = keys.split('+').map(code).collect();
    let (last, held) = codes.split_last().expect("a chord has a key");
    let down = |key: &char| json!({"type": "keyDown", "value": key.to_string()});
    let up = |key: &char| json!({"type": "keyUp", "value": key.to_string()});
    let mut actions: Vec<Value> = held.iter().map(down).collect();
    actions.push(down(last));
    actions.push(up(last));
    actions.extend(held.iter().rev().map(up));
    json!({"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})
}

/// The keys of a text one after another, as hands press them.
#[must_use]
pub fn strokes(text: &str) -> Value {
    let stroke = |sign: char| ["keyDown", "keyUp"].map(|way| json!({"type": way, "value": sign.to_string()}));
    let actions: Vec<Value> = text.chars().flat_map(stroke).collect();
    json!({"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})
}

/// The sign that stands for a key in WebDriver (<https://www.w3.org/TR/webdriver2/#keyboard-actions>).
fn code(key: &str) -> char {
    let named = match key {
        "Shift" => 0xE008,
        "Ctrl" => 0xE009,
        "Alt" => 0xE00A,
        "Enter" => 0xE007,
        "Tab" => 0xE004,
        "Backspace" => 0xE003,
        "Esc" => 0xE00C,
        "Space" => 0x20,
        "PageUp" => 0xE00E,
        "PageDown" => 0xE00F,
        "End" => 0xE010,
        "Home" => 0xE011,
        "Left" => 0xE012,
        "Up" => 0xE013,
        "Right" => 0xE014,
        "Down" => 0xE015,
        "Insert" => 0xE016,
        "Delete" => 0xE017,
        _ => other_code(key),
    };
    char::from_u32(named).expect("every number above is a sign")
}

fn other_code(key: &str) -> u32 {
    if let Some(number) = key.strip_prefix('F').and_then(|number| number.parse::<u32>().ok()) {
        assert!((1..=12).contains(&number), "there is no key {key}");
        return 0xE030 + number;
    }
    let mut signs = key.chars();
    match (signs.next(), signs.next()) {
        // A letter is pressed without Shift: `Ctrl+K` is written as the button shows it.
        (Some(sign), None) => u32::from(sign.to_ascii_lowercase()),
        _ => panic!("there is no key {key:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chord_holds_its_modifiers_while_the_key_is_pressed() {
        let actions = chord("Ctrl+Shift+K")["actions"][0]["actions"].clone();
        let said: Vec<(String, String)> = actions
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["type"].as_str().unwrap().to_owned(), one["value"].as_str().unwrap().to_owned()))
            .collect();
        let pair = |kind: &str, value: &str| (kind.to_owned(), value.to_owned());
        assert_eq!(
            said,
            [
                pair("keyDown", "\u{e009}"),
                pair("keyDown", "\u{e008}"),
                pair("keyDown", "k"),
                pair("keyUp", "k"),
                pair("keyUp", "\u{e008}"),
                pair("keyUp", "\u{e009}")
            ]
        );
        assert_eq!(code("F9"), '\u{e039}');
    }
}
