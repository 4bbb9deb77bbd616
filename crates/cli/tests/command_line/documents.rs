use std::collections::BTreeSet;

use serde_json::json;

use crate::support::{Profile, finish, start, text};

#[test]
fn from_a_draft_to_a_printed_and_paid_invoice() {
    let profile = Profile::new();
    let draft = profile.invoice(&profile.counterparty(), 10);
    let issued = profile.run(&["issue", "invoice", &draft]).answer();
    let (id, number) = issued.split_once(' ').expect("id and number");
    let row = profile.list(&["invoice"]).remove(0);
    assert_eq!((text(&row, "id").as_str(), text(&row, "number").as_str(), text(&row, "state").as_str()), (id, number, "issued"));
    assert_eq!((text(&row, "date").as_str(), text(&row, "currency").as_str()), ("2026-11-22", "RUB"));

    let file = profile.beside("счёт.pdf");
    let file = file.to_str().expect("UTF-8");
    assert_eq!(profile.run(&["print", "invoice", number, "--out", file]).answer(), file);
    let first = std::fs::read(file).expect("a PDF");
    assert!(first.starts_with(b"%PDF-"));
    profile.run(&["print", "invoice", id, "--out", file]).answer();
    assert_eq!(std::fs::read(file).expect("a PDF"), first, "the paper that was handed over");

    let total = text(&row, "total");
    let part = profile.run(&["pay", number, "--amount", "100,50", "--json"]).json();
    assert_eq!(text(&part, "paid"), "100.50");
    assert_eq!(text(&profile.run(&["pay", number, "--json"]).json(), "paid"), total);
    assert_eq!(text(&profile.list(&["invoice", "--tab", "paid"])[0], "id"), id);
    let twice = profile.run(&["pay", number]);
    assert_eq!((twice.code, twice.out.as_str()), (1, ""));
    assert_eq!(profile.run(&["verify"]).answer(), "ok");
}

#[test]
fn what_cannot_be_issued_says_why_and_takes_no_number() {
    let profile = Profile::new();
    let counterparty = profile.counterparty();
    let empty = profile
        .put("invoice", &json!({ "organisation": profile.organisation(), "counterparty": counterparty, "currency": "RUB" }));
    let ran = profile.run(&["issue", "invoice", &empty, "--json"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.codes().contains(&"lines_missing".to_owned()), "{}", ran.err);
    let plain = profile.run(&["issue", "invoice", &empty]);
    assert!(plain.err.contains("/lines: ") && !plain.err.contains('{'), "{}", plain.err);
    let good = profile.invoice(&counterparty, 1);
    // One refused draft does not keep the next from being issued; the first number is still free for it.
    let ran = profile.run(&["issue", "invoice", &empty, &good]);
    assert_eq!((ran.code, ran.out.trim_end().ends_with(" 1")), (1, true), "{ran:?}");
    assert_eq!(profile.run(&["issue", "invoice", &good]).code, 1);
}

#[test]
fn all_issued_invoices_into_one_folder() {
    let profile = Profile::new();
    let counterparty = profile.counterparty();
    let drafts: Vec<String> = (0..3).map(|_| profile.invoice(&counterparty, 1)).collect();
    let args: Vec<&str> = ["issue", "invoice"].into_iter().chain(drafts.iter().map(String::as_str)).collect();
    assert_eq!(profile.run(&args).answer().lines().count(), 3);
    profile.invoice(&counterparty, 1);
    profile.run(&["void", "invoice", "2", "--reason", "ошибка в цене"]).answer();
    let folder = profile.beside("печать");
    let ran = profile.run(&["print", "--kind", "invoice", "--all", "--out", folder.to_str().expect("UTF-8"), "--json"]);
    assert_eq!((ran.code, ran.lines().len()), (0, 2), "the draft and the void one stay out");
    let files: BTreeSet<String> = std::fs::read_dir(&folder)
        .expect("a folder")
        .map(|file| file.expect("a file").file_name().into_string().expect("UTF-8"))
        .collect();
    assert_eq!(files.len(), 2);
    assert!(files.iter().all(|name| name.ends_with(".pdf")), "{files:?}");
    let again = profile.run(&["print", "invoice", "1", "3", "--out", folder.to_str().expect("UTF-8")]);
    assert_eq!(again.answer().lines().count(), 2);
    assert_eq!(std::fs::read_dir(&folder).expect("a folder").count(), 2, "the same papers under the same names");
    // The standard output takes one paper; nothing is written beside under the name «-».
    for several in [&["print", "invoice", "1", "3", "--out", "-"][..], &["print", "--all", "--out", "-"]] {
        let mut command = profile.command(several);
        command.current_dir(profile.beside(""));
        let ran = finish(start(command), b"");
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{ran:?}");
    }
    assert!(!profile.beside("-").exists());
}

#[test]
fn a_deal_becomes_an_invoice() {
    let profile = Profile::new();
    let deal = profile.put(
        "deal",
        &json!({
            "organisation": profile.organisation(), "counterparty": profile.counterparty(), "currency": "RUB", "date": "2026-11-22",
            "lines": { "a": { "order": "1", "name": "Насос", "unit": "796", "quantity": "10", "price": "100" } },
        }),
    );
    let whole = profile.run(&["invoice", &deal, "--json"]).json();
    assert!(text(&whole, "total").starts_with("1"), "{whole}");
    let share = profile.run(&["invoice", &deal, "--scope", "prepayment", "--share", "30", "--json"]).json();
    assert_ne!(text(&share, "total"), text(&whole, "total"));
    assert_eq!(profile.run(&["invoice", &deal, "--scope", "prepayment", "--share", "x"]).code, 1);
    assert_eq!(profile.run(&["invoice", "нет"]).code, 1);
}

#[test]
fn lists_search_and_limits() {
    let profile = Profile::new();
    let input: String = (0..2_500).map(|n| format!("{{\"name\":\"Фирма {n:04}\",\"country\":\"BY\"}}\n")).collect();
    assert_eq!(profile.feed(&["put", "counterparty", "-"], input).answer().lines().count(), 2_500);
    let names: Vec<String> = profile.list(&["counterparty"]).iter().map(|row| text(row, "name")).collect();
    assert_eq!(names.len(), 2_500, "more than one page, nothing twice");
    assert!(names.is_sorted());
    assert_eq!(profile.list(&["counterparty", "--limit", "7"]).len(), 7);
    assert_eq!(profile.list(&["counterparty", "--limit", "0"]).len(), 0);
    assert_eq!(profile.list(&["counterparty", "--search", "1234"]).len(), 1);
    assert_eq!(profile.list(&["deal"]).len(), 0);
    let plain = profile.run(&["list", "counterparty", "--limit", "1"]).answer();
    assert!(plain.contains("\tФирма 0000\t"), "{plain}");
}

#[test]
fn a_record_as_people_and_as_programs_read_it() {
    let profile = Profile::new();
    let id = profile.counterparty();
    let plain = profile.run(&["get", &id]).answer();
    assert!(plain.starts_with(&format!("counterparty live {id}\n")) && plain.contains("ОАО «Минский завод»"), "{plain}");
    let object = profile.run(&["get", &id, "--json"]).json();
    assert_eq!((text(&object, "id"), text(&object["body"], "tax_id")), (id.clone(), "100582333".to_owned()));
    let history = profile.run(&["history", &id]).answer();
    assert!(history.lines().count() == 1 && history.contains("Иванов И. И."), "{history}");
    for args in [["get", "нет такой"], ["history", "00000000"]] {
        let ran = profile.run(&args);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""));
        assert!(ran.err.contains(args[1]), "{}", ran.err);
    }
}

/// Two organisations, and every year, begin their numbers anew: a number that several invoices have is asked about.
#[test]
fn a_number_of_several_invoices_is_no_guess() {
    let profile = Profile::new();
    let counterparty = profile.counterparty();
    let issue = |organisation: &str, date: &str| {
        let draft = profile.put(
            "invoice",
            &json!({
                "organisation": organisation, "counterparty": counterparty, "currency": "RUB", "date": date,
                "lines": { "a": { "order": "1", "name": "Насос", "unit": "796", "quantity": "3", "price": "33.33" } },
            }),
        );
        text(&profile.run(&["issue", "invoice", &draft, "--json"]).json(), "id")
    };
    let own = profile.organisation();
    let first = issue(&own, "2026-11-22");
    let mut body = profile.run(&["get", &own, "--json"]).json()["body"].clone();
    body["name"] = json!("ООО «Вторая заря»");
    let second = issue(&profile.put("organisation", &body), "2026-11-22");
    let out = profile.beside("счёт.pdf");
    let out = out.to_str().expect("UTF-8");
    for args in [&["print", "invoice", "1", "--out", out][..], &["pay", "1"], &["get", "1"], &["history", "1"]] {
        let ran = profile.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{args:?} {ran:?}");
        assert!(ran.err.contains(&first) && ran.err.contains(&second) && ran.err.contains("Вторая заря"), "{}", ran.err);
    }
    profile.run(&["print", "invoice", &second, "--out", out]).answer();
}

#[test]
fn a_paper_goes_through_links_and_pipes() {
    let profile = Profile::new();
    let issued = profile.run(&["issue", "invoice", &profile.invoice(&profile.counterparty(), 2), "--json"]).json();
    let id = text(&issued, "id");
    let file = profile.beside("бумага.pdf");
    profile.run(&["print", "invoice", &id, "--out", file.to_str().expect("UTF-8")]).answer();
    let paper = std::fs::read(&file).expect("a PDF");
    let mut command = profile.command(&["print", "invoice", &id, "--out", "-"]);
    let piped = command.output().expect("the binary runs");
    assert_eq!((piped.status.code(), piped.stdout), (Some(0), paper.clone()));
    assert!(!std::path::Path::new("-").exists());
    #[cfg(unix)]
    {
        let link = profile.beside("ссылка.pdf");
        std::fs::write(&file, "").expect("a file");
        std::os::unix::fs::symlink(&file, &link).expect("a link");
        profile.run(&["print", "invoice", &id, "--out", link.to_str().expect("UTF-8")]).answer();
        assert!(link.is_symlink());
        assert_eq!(std::fs::read(&file).expect("a PDF"), paper);
    }
}

#[test]
fn deals_and_payments_are_posted_and_records_archived() {
    let profile = Profile::new();
    let counterparty = profile.counterparty();
    let deal = |lines: serde_json::Value| {
        let body = json!({
            "organisation": profile.organisation(), "counterparty": counterparty, "currency": "RUB", "date": "2026-11-22", "lines": lines,
        });
        profile.put("deal", &body)
    };
    let whole = deal(json!({ "a": { "order": "1", "name": "Насос", "unit": "796", "quantity": "10", "price": "100" } }));
    let posted = profile.run(&["post", "deal", &whole, "--json"]).json();
    assert_eq!((text(&posted, "state").as_str(), text(&posted, "id")), ("issued", whole.clone()));
    assert!(!text(&posted, "number").is_empty());
    let empty = profile.run(&["post", "deal", &deal(json!({})), "--json"]);
    assert_eq!((empty.code, empty.out.as_str()), (1, ""));
    assert!(empty.codes().contains(&"lines_missing".to_owned()), "{}", empty.err);
    assert_eq!(profile.run(&["post", "payment", &whole]).code, 1);
    assert_eq!(profile.run(&["post", "invoice", &whole]).code, 2);
    assert_eq!(profile.run(&["archive", &counterparty, "--json"]).json()["state"], "archived");
    assert_eq!(profile.list(&["counterparty"]).len(), 0);
    assert_eq!(profile.list(&["counterparty", "--tab", "archived"]).len(), 1);
    assert_eq!(profile.run(&["unarchive", &counterparty, "--json"]).json()["state"], "live");
    assert_eq!(profile.list(&["counterparty"]).len(), 1);
    assert_eq!(profile.run(&["archive", "нет"]).code, 1);
    assert_eq!(profile.run(&["verify"]).answer(), "ok");
}
