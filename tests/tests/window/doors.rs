//! What stands before the desk, and what brings it back: the pass-phrase, a start that failed, a copy of another day.

use std::fs;
use std::path::PathBuf;

use serde_json::json;
use torgdom_tests::wait::until;
use torgdom_tests::window::Window;

use crate::hand::{Hand, record, saved, stands_in};

const PHRASE: &str = "молоток и гвозди";

#[test]
fn a_pass_phrase_is_set_asked_at_the_door_and_taken_off() {
    let desk = Window::with_demonstration();
    desk.see("23 ноября");
    let hand = Hand::on(&desk);
    hand.press("Alt+0").press("Ctrl+5");
    desk.see("Данные на этом устройстве не зашифрованы.").fill("Новая фраза", PHRASE).fill("Ещё раз", PHRASE);
    hand.press("Ctrl+Enter");
    desk.see("Данные на этом устройстве зашифрованы.");

    let desk = desk.close().start();
    let hand = Hand::on(&desk);
    desk.see("Торгдом закрыт");
    stands_in(&desk, "Парольная фраза");
    desk.photograph("unlock");
    hand.write("молоток и гвоздь").press("Enter");
    desk.see("Парольная фраза не подошла.");
    stands_in(&desk, "Парольная фраза");
    hand.press("Ctrl+A").write(PHRASE).press("Enter");
    desk.see("23 ноября");
    assert_eq!(desk.call("verify", &json!({})), Ok(json!([])));

    hand.press("Alt+0").press("Ctrl+5");
    desk.fill("Нынешняя фраза", PHRASE);
    hand.press("Ctrl+Enter");
    desk.see("Данные на этом устройстве не зашифрованы.");
    let desk = desk.close().start();
    desk.see("23 ноября");
    assert_eq!(desk.untranslated(), Vec::<String>::new());
    assert_eq!(desk.faults(), Vec::<String>::new());
}

/// The file of the records, and what SQLite keeps beside it.
fn store_files(desk: &torgdom_tests::window::Stopped) -> Vec<PathBuf> {
    let all = fs::read_dir(desk.machine.profile()).expect("a profile is a folder");
    let files = all.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file());
    files.filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().contains("sqlite"))).collect()
}

#[test]
fn a_damaged_file_is_said_and_the_newest_copy_opens_the_desk() {
    let desk = Window::with_demonstration();
    desk.see("23 ноября");
    let made = desk.call("record.create", &json!({"kind": "counterparty", "body": {"name": "ООО «До беды»"}})).unwrap();
    let id = made["id"].as_str().unwrap().to_owned();
    desk.call("backup.now", &json!({})).unwrap();

    let desk = desk.close();
    let files = store_files(&desk);
    assert!(!files.is_empty());
    for file in files {
        let size = usize::try_from(fs::metadata(&file).unwrap().len()).unwrap();
        fs::write(&file, "не то ".repeat(size / 11 + 1)).unwrap();
    }
    let desk = desk.start();
    let hand = Hand::on(&desk);
    desk.see("Торгдом не открылся").see("Восстановить из копии");
    desk.photograph("start-failed");
    assert_eq!(desk.untranslated(), Vec::<String>::new());
    hand.press("Ctrl+O");
    desk.see("23 ноября");
    assert_eq!(record(&desk, &id)["body"]["name"], "ООО «До беды»");
    assert_eq!(desk.call("verify", &json!({})), Ok(json!([])));
}

#[test]
fn a_copy_brings_its_day_back_after_a_question() {
    let desk = Window::with_demonstration();
    desk.see("23 ноября");
    let hand = Hand::on(&desk);
    hand.press("Alt+0").press("Ctrl+4");
    desk.see("Копии");
    hand.press("Ctrl+B");
    desk.see("Копия готова");
    hand.press("Ctrl+Shift+V");
    desk.see("Всё цело");
    hand.press("Ctrl+Shift+B");
    desk.see("Списки и поиск пересчитаны");
    desk.photograph("backups");

    let made = desk.call("record.create", &json!({"kind": "counterparty", "body": {"name": "ООО «После копии»"}})).unwrap();
    let id = made["id"].as_str().unwrap().to_owned();
    hand.press("Ctrl+O");
    desk.see("Вернуть всё на");
    assert!(desk.focus().contains("Ничего не менять"), "the safe button: {}", desk.focus());
    hand.press("Enter");
    desk.see_no("Вернуть всё на");
    assert_eq!(record(&desk, &id)["body"]["name"], "ООО «После копии»", "nothing was changed");
    hand.press("Ctrl+O");
    desk.see("Вернуть всё на");
    hand.press("Ctrl+Enter");
    until(&"the day of the copy", || desk.call("record.get", &json!({"id": id})).is_err().then_some(()));
    desk.see_no("Вернуть всё на");
    assert_eq!(desk.call("verify", &json!({})), Ok(json!([])));
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn a_new_record_is_taken_away_by_undo_and_comes_back_by_redo() {
    let desk = Window::with_demonstration();
    desk.see("23 ноября");
    let hand = Hand::on(&desk);
    hand.press("Alt+5");
    stands_in(&desk, "grid Контрагенты");
    hand.press("Ctrl+N");
    stands_in(&desk, "Название");
    hand.write("ООО «Случайность»").press("Enter");
    saved(&desk);
    hand.press("Ctrl+Z");
    until(&"an empty name", || desk.value("Название").is_empty().then_some(()));
    hand.press("Ctrl+Z");
    stands_in(&desk, "grid Контрагенты");
    desk.see_no("Случайность");
    hand.press("Ctrl+Y");
    stands_in(&desk, "Название");
    hand.press("Ctrl+Y");
    until(&"the name again", || (desk.value("Название") == "ООО «Случайность»").then_some(()));
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn the_history_bears_the_name_of_the_settings() {
    let desk = Window::with_demonstration();
    desk.see("23 ноября");
    let hand = Hand::on(&desk);
    hand.press("Alt+0").press("Ctrl+3");
    desk.see("Ваше имя").fill("Ваше имя", "Иванова А. П.");
    // Left without Enter: what was typed is kept all the same.
    hand.press("Alt+5");
    stands_in(&desk, "grid Контрагенты");
    hand.press("Ctrl+N");
    stands_in(&desk, "Название");
    hand.write("ООО «Подписанное»").press("Enter");
    saved(&desk);
    desk.see("Вы: название");
    let desk = desk.close().start();
    assert_eq!(desk.call("start.state", &json!({})).unwrap()["author"], "Иванова А. П.");
}
