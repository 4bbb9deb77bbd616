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
