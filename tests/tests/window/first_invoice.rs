//! From an empty machine to a printed invoice.

use std::process::Command;

use serde_json::json;
use torgdom_tests::wait::until;
use torgdom_tests::window::Window;

use crate::hand::{Hand, open_record, record, saved, stands_in};

/// Screens and decisions on the way, each with its name: a person counts these, not keys.
#[derive(Default)]
struct Way(Vec<&'static str>);

impl Way {
    fn step(&mut self, name: &'static str) {
        self.0.push(name);
    }
}

#[test]
fn from_the_first_run_to_a_printed_invoice_by_keyboard() {
    let desk = Window::new();
    let hand = Hand::on(&desk);
    let mut way = Way::default();

    own_organisation(&desk, &hand);
    way.step("whose desk this is");
    hand.press("Ctrl+Enter");
    desk.see("Сегодня");

    way.step("counterparties");
    hand.press("Alt+5");
    stands_in(&desk, "Контрагент");
    desk.see("Контрагентов ещё нет");
    way.step("a new counterparty");
    hand.press("Ctrl+N");
    hand.enter("Название", "ООО «Кузьминки-Механика»").enter("Страна", "").enter("ИНН", "7799809491");
    desk.see("номер верен");
    saved(&desk);

    way.step("a new deal with it");
    hand.press("Ctrl+E");
    stands_in(&desk, "grid Строки");
    // A name without a card, at machine speed: whether a card brings the unit is not known yet when the unit is typed.
    hand.write("Болт М8").press("Enter");
    hand.write("шт").press("Enter").write("120").press("Enter").write("12,5").press("Enter");
    desk.see("1 830,00");
    saved(&desk);
    let deal = open_record(&desk);
    way.step("the deal is posted");
    hand.press("Ctrl+Enter");
    desk.see("Сделка № 1284 проведена");

    way.step("deals");
    hand.press("Alt+2");
    stands_in(&desk, "grid Сделки");
    desk.see("1 830,00");
    way.step("the deal");
    hand.press("Enter");
    until(&"the deal", || (open_record(&desk) == deal).then_some(()));
    desk.see("Движение");
    way.step("an invoice for it");
    hand.press("Ctrl+I");
    desk.see("Всю сделку");
    way.step("the whole of it");
    hand.press("Ctrl+Enter");
    desk.see("Черновик счёта");
    way.step("the invoice is issued");
    hand.press("Ctrl+Enter");
    desk.see("Счёт № 1198").see("К оплате");
    way.step("the invoice is printed");
    hand.press("Ctrl+P");

    let (sheet, copies) = until(&"a sheet in the tray", || desk.machine().printed().pop());
    assert_eq!(copies, "1");
    let invoice = open_record(&desk);
    let paper = desk.call("paper.pdf", &json!({"id": invoice})).unwrap();
    let printed = Command::new("base64").arg("-w0").arg(&sheet).output().unwrap();
    assert_eq!(String::from_utf8(printed.stdout).unwrap(), paper["base64"].as_str().unwrap(), "the very bytes are printed");
    let file = desk.machine().home().join("by-command-line.pdf");
    let out = desk.client(&["print", "invoice", &invoice, "--out", file.to_str().unwrap()]);
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    assert_eq!(std::fs::read(&file).unwrap(), std::fs::read(&sheet).unwrap(), "another program gives the same file");

    let issued = record(&desk, &invoice);
    assert_eq!((issued["state"].as_str(), issued["number"].as_str()), (Some("issued"), Some("1198")));
    assert_eq!(issued["derived"]["totals"]["gross"], "1830");
    println!("{} steps, {} keys: {}", way.0.len(), hand.pressed(), way.0.join(" · "));
    assert!(way.0.len() <= 12, "{:?}", way.0);
    assert_eq!(desk.untranslated(), Vec::<String>::new());
    assert_eq!(desk.faults(), Vec::<String>::new());
}

/// The first run's form from its first field to its last, as the Enter key leads.
fn own_organisation(desk: &Window, hand: &Hand<'_>) {
    stands_in(desk, "УНП или ИНН");
    hand.write("7799805271");
    desk.see("контрольная цифра верна");
    hand.press("Enter");
    hand.enter("КПП", "779901001")
        .enter("Название", "ООО «Первый счёт»")
        .enter("Адрес", "109012, Москва, ул. Ильинка, 4")
        .enter("Счёт в банке", "40702810900000002851")
        .enter("БИК или BIC", "044030827")
        .enter("Банк", "АО «Первый банк»")
        .enter("Корр. счёт", "")
        .enter("Руководитель", "Иванова Анна Петровна")
        .enter("Последний счёт", "1197")
        .enter("Последняя сделка", "1283");
}
