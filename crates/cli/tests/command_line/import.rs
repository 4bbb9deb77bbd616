use crate::support::{Profile, text};

const FIRMS: &str = "Название;УНП/ИНН;Страна\nОАО Завод;100582333;BY\nООО Заря;7707083893;RU\n;190542056;BY\n";

#[test]
fn a_dry_run_writes_nothing_and_the_import_can_be_taken_back() {
    let profile = Profile::new();
    let file = profile.beside("фирмы.csv");
    std::fs::write(&file, FIRMS).expect("a file");
    let file = file.to_str().expect("UTF-8");
    let dry = profile.run(&["import", "counterparty", file, "--dry-run", "--json"]);
    let plan: serde_json::Value = serde_json::from_str(dry.out.trim_end()).expect("JSON");
    assert_eq!((plan["rows"].as_u64(), plan["create"].as_u64(), plan["refused"].as_u64()), (Some(3), Some(2), Some(1)), "{plan}");
    assert_eq!(dry.code, 1);
    let refused =
        dry.reasons().into_iter().find(|reason| reason["problems"][0]["code"] == "import_required").expect("the nameless row");
    assert_eq!(refused["row"].as_u64(), Some(4));
    assert_ne!(refused["problems"][0]["message"], "import_required");
    assert_eq!(profile.list(&["counterparty"]).len(), 0);

    let done = profile.run(&["import", "counterparty", file, "--json"]);
    let done: serde_json::Value = serde_json::from_str(done.out.trim_end()).expect("JSON");
    assert_eq!((done["created"].as_u64(), profile.list(&["counterparty"]).len()), (Some(2), 2));
    let undone = profile.run(&["import", "--undo", &text(&done, "batch"), "--json"]).json();
    assert_eq!((undone["undone"].as_u64(), profile.list(&["counterparty"]).len()), (Some(2), 0));
}

#[test]
fn columns_by_a_mapping_file() {
    let profile = Profile::new();
    let file = profile.beside("a.csv");
    std::fs::write(&file, "Название,УНП,Где\nОАО Завод,100582333,BY\n").expect("a file");
    let mapping = profile.beside("mapping.json");
    let run = |text: &str| {
        std::fs::write(&mapping, text).expect("a file");
        profile.run(&["import", "counterparty", file.to_str().expect("UTF-8"), "--mapping", mapping.to_str().expect("UTF-8")])
    };
    assert_eq!(run(r#"{"Название":"name","B":"tax_id","9":"country"}"#).code, 1);
    assert_eq!(run(r#"{"Название":"no_such_field"}"#).code, 1);
    assert_eq!(run("[").code, 1);
    assert_eq!(profile.list(&["counterparty"]).len(), 0);
    run(r#"{"Название":"name","B":"tax_id","3":"country"}"#).answer();
    assert_eq!(text(&profile.list(&["counterparty"])[0], "tax_id"), "100582333");
}

#[test]
fn what_is_no_table_is_refused() {
    let profile = Profile::new();
    let file = profile.beside("bomb.xlsx");
    std::fs::write(&file, b"PK\x03\x04 not a workbook").expect("a file");
    let ran = profile.run(&["import", "counterparty", file.to_str().expect("UTF-8")]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(!ran.err.is_empty());
    assert_eq!(profile.run(&["import", "passport", file.to_str().expect("UTF-8")]).code, 2);
    assert_eq!(profile.run(&["import", "counterparty", "нет.csv"]).code, 1);
}

/// What 1C writes: a title and a filter above the headers, a total below, cp1251.
#[test]
fn an_export_with_a_title_above_and_a_total_below() {
    let profile = Profile::new();
    let file = profile.beside("1с.csv");
    let text = "Справочник \"Контрагенты\";;\r\nОтбор: все;;\r\n\r\nНаименование;ИНН;Страна\r\nОАО Завод;100582333;Беларусь\r\nИтого: 1;;\r\n";
    let bytes: Vec<u8> = text.chars().map(in_windows_1251).collect();
    std::fs::write(&file, bytes).expect("a file");
    let ran = profile.run(&["import", "counterparty", file.to_str().expect("UTF-8")]);
    assert_eq!(ran.code, 0, "a total is nothing to put right: {ran:?}");
    assert!(ran.err.contains("«1с.csv», строка 6") && ran.err.contains("итогов"), "{}", ran.err);
    assert_eq!(profile.list(&["counterparty"]).len(), 1);
    // A text has no sheets: whoever names one means another file.
    let sheet = profile.run(&["import", "counterparty", file.to_str().expect("UTF-8"), "--sheet", "Лист7", "--json"]);
    assert_eq!((sheet.code, sheet.codes()), (1, vec!["import_no_sheet".to_owned()]));
}

fn in_windows_1251(letter: char) -> u8 {
    match letter {
        'А'..='я' => u8::try_from(u32::from(letter) - u32::from('А')).expect("64 letters") + 0xc0,
        other => u8::try_from(u32::from(other)).expect("ASCII"),
    }
}

#[test]
fn the_headers_and_the_delimiter_can_be_named() {
    let profile = Profile::new();
    let file = profile.beside("странный.csv");
    std::fs::write(&file, "список;от 01.11;!\nФирмочка!Номерок\nООО «А;Б»!7707083893\n").expect("a file");
    let file = file.to_str().expect("UTF-8");
    let mapping = profile.beside("mapping.json");
    std::fs::write(&mapping, r#"{"Фирмочка":"name","Номерок":"tax_id"}"#).expect("a file");
    let mapping = mapping.to_str().expect("UTF-8");
    let unclear = profile.run(&["import", "counterparty", file]);
    assert_eq!((unclear.code, unclear.out.as_str()), (1, ""));
    for said in ["странный.csv", "«Название» (name)", "--header-row"] {
        assert!(unclear.err.contains(said), "{said}: {}", unclear.err);
    }
    assert!(profile.run(&["import", "counterparty", file, "--mapping", mapping]).err.contains("--header-row"));
    let given = ["import", "counterparty", file, "--header-row", "2", "--delimiter", "!", "--mapping", mapping];
    profile.run(&given).answer();
    assert_eq!(text(&profile.list(&["counterparty"])[0], "name"), "ООО «А;Б»");
    // The next file alike needs neither the row nor the mapping: they were remembered.
    let again = profile.run(&["import", "counterparty", file, "--delimiter", "!", "--json"]);
    assert_eq!(again.code, 0, "{again:?}");
    for args in [["--header-row", "9"], ["--sheet", "Лист7"]] {
        let ran = profile.run(&["import", "counterparty", file, args[0], args[1]]);
        assert_eq!(ran.code, 1, "{args:?} {ran:?}");
    }
    assert_eq!(profile.run(&["import", "counterparty", file, "--delimiter", "!!"]).code, 2);
}

#[test]
fn doubles_are_told_with_their_twins() {
    let profile = Profile::new();
    profile.counterparty();
    let file = profile.beside("фирмы.csv");
    std::fs::write(&file, "Название;УНП/ИНН\nМинский завод;100582333\nООО Заря;7707083893\nООО Зорька;7707083893\n")
        .expect("a file");
    let ran = profile.run(&["import", "counterparty", file.to_str().expect("UTF-8")]);
    assert!(ran.err.contains("строка 2, «100582333 Минский завод»: Уже есть в базе: «ОАО «Минский завод»»"), "{}", ran.err);
    assert!(ran.err.contains("строка 4, «7707083893 ООО Зорька»: Повтор строки 3"), "{}", ran.err);
    assert_eq!(profile.list(&["counterparty"]).len(), 2);
}

#[test]
fn an_import_that_is_taken_back_leaves_a_whole_store() {
    let profile = Profile::new();
    let counterparty = profile.counterparty();
    let file = profile.beside("фирмы.csv");
    let rows: String = (1..=1_200).map(|n| format!("ООО Фирма {n};;+375 17 {n:07}\n")).collect();
    std::fs::write(&file, format!("Название;УНП;Телефон\nОАО «Минский завод»;100582333;+375 17 111-11-11\n{rows}"))
        .expect("a file");
    let done = profile.run(&["import", "counterparty", file.to_str().expect("UTF-8"), "--update", "--json"]);
    let done: serde_json::Value = serde_json::from_str(done.out.trim_end()).expect("JSON");
    assert_eq!((done["created"].as_u64(), done["updated"].as_u64()), (Some(1_200), Some(1)));
    assert_eq!(profile.run(&["verify"]).answer(), "ok");
    let undone = profile.run(&["import", "--undo", &text(&done, "batch"), "--json"]).json();
    assert_eq!((undone["undone"].as_u64(), undone["kept"].as_u64()), (Some(1_201), Some(0)));
    assert!(!profile.run(&["get", &counterparty, "--json"]).answer().contains("111-11-11"));
    assert_eq!(profile.list(&["counterparty"]).len(), 1);
    assert_eq!(profile.run(&["verify"]).answer(), "ok");
}
