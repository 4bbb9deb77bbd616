//! One desk in three languages.

use torgdom_tests::wait::until;
use torgdom_tests::window::Window;

use crate::hand::Hand;

/// The language of the page, the word of the choice, and what the settings are called in it.
const LANGUAGES: [(&str, &str, &str); 3] =
    [("ru", "Русский", "Настройки"), ("be", "Беларуская", "Налады"), ("en", "English", "Settings")];

fn language(desk: &Window) -> String {
    desk.ask("return document.documentElement.lang;", &[]).as_str().expect("a language is text").to_owned()
}

/// Chooses in the settings, by keyboard: Tab comes to the language that is on, the arrows to the others.
fn choose(desk: &Window, hand: &Hand<'_>, code: &str, own_name: &str) {
    hand.press("Alt+0").press("Ctrl+3");
    desk.see(own_name);
    while language(desk) != code {
        let before = language(desk);
        tab_to(desk, hand, "radio");
        hand.press("Down");
        until(&"another language", || (language(desk) != before).then_some(()));
        until(&"the focus on the choice", || desk.focus().starts_with("radio").then_some(()));
    }
}

/// Goes from field to field until the focus stands in one of this role.
fn tab_to(desk: &Window, hand: &Hand<'_>, role: &str) {
    for _ in 0..60 {
        if desk.focus().starts_with(role) {
            return;
        }
        hand.press("Tab");
    }
    panic!("Tab comes to no {role}: {}", desk.focus());
}

/// What stands at the head of each main screen.
fn headings(desk: &Window, hand: &Hand<'_>) -> Vec<String> {
    let heading = "return [...document.querySelectorAll('h1')].map((one) => one.innerText.trim()).join(' ');";
    let mut before = desk.ask(heading, &[]).as_str().unwrap_or_default().to_owned();
    let mut found = Vec::new();
    for digit in [1, 2, 3, 4, 5, 6, 7, 8, 9, 0] {
        hand.press(&format!("Alt+{digit}"));
        let now = until(&format!("the screen of Alt+{digit}"), || {
            let now = desk.ask(heading, &[]).as_str().unwrap_or_default().to_owned();
            (!now.is_empty() && now != before).then_some(now)
        });
        assert_eq!(desk.untranslated(), Vec::<String>::new(), "Alt+{digit}");
        before.clone_from(&now);
        found.push(now);
    }
    found
}

#[test]
fn the_desk_speaks_three_languages() {
    let desk = Window::with_demonstration();
    desk.see("23 ноября");
    let hand = Hand::on(&desk);
    let mut said: Vec<Vec<String>> = Vec::new();
    for (code, own_name, settings) in LANGUAGES {
        choose(&desk, &hand, code, own_name);
        desk.see(own_name).see(settings);
        let heads = headings(&desk, &hand);
        assert!(heads.last().unwrap().contains(settings), "{heads:?}");
        said.push(heads);
    }
    let [russian, belarusian, english] = &said[..] else { unreachable!("there are three languages") };
    for (screen, (one, other)) in russian.iter().zip(english).enumerate() {
        assert_ne!(one, other, "screen {screen}");
        assert!(!other.chars().any(|sign| ('а'..='я').contains(&sign)), "English without a Russian word: {other}");
    }
    assert_ne!(russian, belarusian);
    let sections = desk.ask("return document.querySelector('nav').innerText;", &[]);
    assert!(!sections.as_str().unwrap().chars().any(|sign| ('а'..='я').contains(&sign)), "{sections}");

    let desk = desk.close().start();
    desk.see("Settings");
    assert_eq!(language(&desk), "en", "the choice stays");
    assert_eq!(desk.faults(), Vec::<String>::new());
}
