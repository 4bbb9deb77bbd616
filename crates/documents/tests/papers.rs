//! Papers as a stranger's programs see them: poppler reads the text and the fonts, qpdf the structure, zbar the code.

mod samples;
mod tools;

use std::collections::BTreeMap;
use std::process::Command;

use torgdom_documents::{Images, Lang, Marking, Paper, PaperError, PictureError, invoice, merge, page, payment_qr_text, verify};
use torgdom_domain::Tables;
use torgdom_domain::invoice::{IssuedInvoice, IssuedLine, PartySnapshot};
use torgdom_domain::terms::{DayKind, PartKind, PaymentTerms, TermCalendar, TermEvent, TermPart};
use torgdom_domain::vat::PriceKind;

use samples::{amount, belarusian, russian, russian_export, russian_of, with_codes, with_rows};
use tools::{flat_text, picture, run, text};

fn paper(doc: &IssuedInvoice, lang: Lang, marking: Marking) -> Paper {
    invoice(doc, &Images::default(), lang, marking, Tables::builtin()).expect("a paper")
}

fn issued(doc: &IssuedInvoice) -> Paper {
    paper(doc, Lang::Ru, Marking::Issued)
}

#[track_caller]
fn assert_says(text: &str, wanted: &[&str]) {
    for wanted in wanted {
        let shown: String = text.chars().take(3000).collect();
        assert!(text.contains(wanted), "no «{wanted}» in:\n{shown}");
    }
}

#[test]
fn the_text_gives_back_every_field_of_a_russian_invoice() {
    let text = flat_text(&issued(&russian()));
    assert_says(
        &text,
        &[
            "Образец заполнения платёжного поручения",
            "АО «Банк «Сухаревский мост», г. Москва",
            "БИК 044599718",
            "30101810400000000718",
            "40702810100000014408",
            "ИНН 7799124089",
            "КПП 779901001",
            "Счёт на оплату № 1197 от 19 ноября 2026 г.",
            "115088, г. Москва, ул. Малая Заречная, д. 14, стр. 2, помещ. III, тел. +7 (495) 000-14-14",
            "ООО «Агроснаб-Заокский», ИНН 7199803160, КПП 719901001, 301000, Тульская обл., п. Заокский, ул. Элеваторная, д. 3",
            "Договор поставки № 17/2026 от 03.02.2026, спецификация № 9 от 17.11.2026",
            "1 НШ-32А-3 Насос шестерённый НШ-32А-3, правый шт 24 6 480,00 155 520,00 22 % 34 214,40 189 734,40",
            "5 РВ-16.1500 Рукав высокого давления 16×1500, М27×1,5 шт 120 742,50 89 100,00 22 % 19 602,00 108 702,00",
            "14 УД-01 Доставка до п. Заокский, машина 20 т рейс 1 28 500,00 28 500,00 22 % 6 270,00 34 770,00",
            "По ставке 22 %, позиций 12 1 131 327,00 22 % 248 891,94 1 380 218,94",
            "По ставке 10 %, позиций 2 151 720,00 10 % 15 172,00 166 892,00",
            "Итого к оплате, руб. 1 283 047,00 264 063,94 1 547 110,94",
            "Всего наименований 14, на сумму 1 547 110,94 руб., в том числе НДС 22 % — 248 891,94 руб., 10 % — 15 172,00 руб.",
            "Один миллион пятьсот сорок семь тысяч сто десять рублей 94 копейки",
            "до 30 ноября 2026 г. включительно (7 банковских дней от даты счёта), 100 % предоплата",
            "Оплата по счёту № 1197 от 19.11.2026, договор № 17/2026 от 03.02.2026. В т. ч. НДС 264 063,94",
            "в течение 5 рабочих дней после поступления денег, DAP п. Заокский, Incoterms 2020",
            "Действителен до 30.11.2026",
            "Руководитель Ковальчук Е. С.",
            "Главный бухгалтер",
            "Дёмина О. В.",
            "М. П.",
            "стр. 1 из 1",
        ],
    );
}

#[test]
fn the_text_gives_back_every_field_of_a_belarusian_invoice() {
    let paper = issued(&belarusian());
    let text = flat_text(&paper);
    assert_says(
        &text,
        &[
            "Реквизиты получателя для платёжной инструкции",
            "УНП 199980469",
            "Счёт (IBAN), BYN BY33 SVKB 3012 0000 9144 0027 0000",
            "Счёт (IBAN), RUB BY53 SVKB 3012 0000 9144 0027 6430",
            "БИК (BIC) SVKBBY2X",
            "Получатель, Республика Беларусь",
            "Банк получателя, 220004, г. Минск, пр. Присвислочский, д. 21",
            "ИНН 7799124089, КПП 779901001, Российская Федерация, 115088, г. Москва",
            "По ставке 0 %, позиций 7",
            "на сумму 40 361,50 BYN (белорусских рублей), НДС 0 % — 0,00 BYN",
            "белорусский рубль 50 копеек",
            "ставка 0 % при вывозе в государство — член ЕАЭС",
            "цены в BYN, оплата в RUB по курсу Национального банка Республики Беларусь на день оплаты",
            "Справочно на 20.11.2026: 100 RUB = 3,5151 BYN, сумма 2 138 902,45 RUB",
            "до 4 декабря 2026 г. включительно (14 календарных дней от даты счёта)",
            "FCA Минск, ул. Старая Гидравличная, д. 7, Incoterms 2020, отгрузка до 11.12.2026",
            "М. П. (при наличии печати)",
        ],
    );
    assert!(!text.contains("QR"), "a Belarusian payee has no Russian payment code");
    assert_eq!(payment_qr_text(&belarusian()), None);
}

#[test]
fn goods_that_cross_a_border_show_their_code_and_origin() {
    let text = flat_text(&issued(&with_codes(belarusian())));
    assert_says(&text, &["Насос шестерённый НШ-32А-3, правый", "ТН ВЭД 8413 60 310 0, происхождение: Беларусь"]);
    assert_eq!(text.matches("ТН ВЭД").count(), 7);
    assert_eq!(text.matches("происхождение").count(), 5, "nothing stands for what is not known");
    let be = flat_text(&paper(&with_codes(belarusian()), Lang::Be, Marking::Issued));
    assert_says(&be, &["ТН ЗЭД 8412 21 200 9, паходжанне: Расія"]);
    assert!(!flat_text(&issued(&with_codes(russian()))).contains("ТН ВЭД"), "nobody asks for it at home");
    let mut strange = with_codes(belarusian());
    for line in strange.lines.values_mut() {
        (line.tnved, line.origin) = ("8413 60".to_owned(), "ZZ".to_owned());
    }
    assert_says(&flat_text(&issued(&strange)), &["ТН ВЭД 8413 60, происхождение: ZZ"]);
    for line in strange.lines.values_mut() {
        line.tnved = "😀".to_owned();
    }
    let error = invoice(&strange, &Images::default(), Lang::Ru, Marking::Issued, Tables::builtin()).expect_err("no glyph");
    assert!(matches!(&error, PaperError::MissingGlyph { at, .. } if at == "/lines/l0000/tnved"), "{error}");
}

#[test]
fn a_russian_payee_names_the_account_of_the_other_currency() {
    let text = flat_text(&issued(&russian_export()));
    assert_says(
        &text,
        &[
            "40702810100000014408",
            "АО «Банк «Яузские ворота», г. Москва",
            "Банк получателя, 109240, г. Москва, ул. Яузская, д. 5",
            "БИК 044599733",
            "Счёт, BYN 40807933100000000141",
            "цены в RUB, оплата в BYN по курсу Банка России на день оплаты",
        ],
    );
}

/// The totals, the last rows and the signatures go together: the page before them is filled all the same.
#[test]
fn no_page_but_the_last_has_an_empty_foot() {
    for count in (24..=40).chain([60, 75, 80, 85, 100]) {
        let pages = invoice_pages(&russian_of(count));
        for (index, page) in pages.iter().enumerate().take(pages.len() - 1) {
            let lowest = page.commands.iter().filter_map(|command| match command {
                // The foot itself stands lower.
                page::Command::Text { y, .. } if *y < 283.0 => Some(*y),
                _ => None,
            });
            let lowest = lowest.fold(0.0, f64::max);
            assert!(lowest > 255.0, "{count} lines: page {} ends at {lowest:.0} mm", index + 1);
        }
        let paper = issued(&russian_of(count));
        let text = text(&paper);
        let last = text.trim_end_matches('\u{c}').split('\u{c}').next_back().expect("a page");
        let rows =
            last.lines().filter(|line| line.contains('%') && line.split_whitespace().next().is_some_and(is_number)).count();
        assert!(rows >= 3, "{count} lines: {rows} on the last page");
    }
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

#[test]
fn a_no_break_space_is_known_as_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, plain) = (folder.path().join("paper.pdf"), folder.path().join("plain.pdf"));
    std::fs::write(&file, issued(&russian()).bytes).expect("written");
    run("qpdf", &["--qdf", &file.to_string_lossy(), &plain.to_string_lossy()]);
    let plain = String::from_utf8_lossy(&std::fs::read(plain).expect("a file")).to_lowercase();
    assert!(plain.contains("<00a0>") && plain.contains("<0020>"), "ToUnicode keeps both spaces apart");
}

#[test]
fn three_languages_say_the_same() {
    let be = flat_text(&paper(&belarusian(), Lang::Be, Marking::Issued));
    assert_says(
        &be,
        &[
            "Рахунак на аплату № ЛД-0386 ад 20 лістапада 2026 г.",
            "Пастаўшчык",
            "Разам да аплаты, BYN",
            "беларускі рубель 50 капеек",
        ],
    );
    let en = flat_text(&paper(&russian(), Lang::En, Marking::Copy));
    assert_says(
        &en,
        &[
            "Invoice No. 1197 of 19 November 2026",
            "Copy",
            "Supply contract No. 17/2026 of 3 Feb 2026, specification No. 9 of 17 Nov 2026",
            "Total to pay, RUB",
            "by 30 November 2026 inclusive",
            "until 30 Nov 2026",
            "page 1 of 1",
        ],
    );
}

#[test]
fn the_code_holds_exactly_the_payment() {
    let doc = russian();
    let want = "ST00012|Name=ООО «Торговый дом «Заречье-М»|PersonalAcc=40702810100000014408|BankName=АО «Банк «Сухаревский мост», \
                г. Москва|BIC=044599718|CorrespAcc=30101810400000000718|Sum=154711094|Purpose=Оплата по счёту № 1197 от 19.11.2026, \
                договор № 17/2026 от 03.02.2026. В т. ч. НДС 264 063,94|PayeeINN=7799124089|KPP=779901001";
    assert_eq!(payment_qr_text(&doc).as_deref(), Some(want));
    let folder = tempfile::tempdir().expect("a folder");
    for dots in [150, 200, 300] {
        picture(&issued(&doc), 1, dots, &folder.path().join("page"));
        let read = run("zbarimg", &["--raw", "-q", &folder.path().join("page.png").to_string_lossy()]);
        assert_eq!(read.trim_end(), want, "{dots} dots an inch");
    }
}

#[test]
fn no_code_where_nothing_can_be_paid() {
    let without = |change: fn(&mut IssuedInvoice)| {
        let mut doc = russian();
        change(&mut doc);
        payment_qr_text(&doc)
    };
    assert_eq!(without(|doc| doc.number.clear()), None);
    assert_eq!(without(|doc| doc.currency = "CNY".into()), None);
    assert_eq!(without(|doc| doc.account.currency = "CNY".into()), None);
    assert_eq!(without(|doc| doc.account.number = "4070281010000001440".into()), None);
    assert_eq!(without(|doc| doc.account.bic.clear()), None);
    assert_eq!(without(|doc| doc.totals.gross = amount("0")), None);
    assert_eq!(without(|doc| doc.totals.gross = amount("-5")), None);
    assert_eq!(without(|doc| doc.totals.gross = amount("1.005")), None);
    let bar = without(|doc| doc.seller.name = "ООО «А|Б» | Ко".into()).expect("a payment");
    assert!(bar.starts_with("ST00012|Name=ООО «А/Б» / Ко|PersonalAcc="), "{bar}");
    assert!(without(|doc| doc.account.corr_account.clear()).expect("a payment").contains("|CorrespAcc=0|"));
    for marking in [Marking::Draft, Marking::Void] {
        assert!(!flat_text(&paper(&russian(), Lang::Ru, marking)).contains("QR-коду"));
    }
}

#[test]
fn the_file_is_sound_and_its_fonts_are_embedded_subsets() {
    let exotic = with_rows(russian(), &[("Қ-1", "Қазақ → ⌀ 12 ≤ 5° Ωμ łódź −40 °C", "шт", "1", "10", "22")]);
    // Files of more than 64 KB have wider references.
    for doc in [russian(), belarusian(), russian_of(100), russian_of(400), exotic] {
        let paper = issued(&doc);
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("paper.pdf");
        std::fs::write(&file, &paper.bytes).expect("written");
        let file = file.to_string_lossy();
        let report = run("qpdf", &["--check", &file]);
        assert!(report.contains("No syntax or stream encoding errors"), "{report}");
        let fonts = run("pdffonts", &[&file]);
        for font in fonts.lines().skip(2) {
            assert!(font.contains("yes yes yes") && font.as_bytes()[6] == b'+', "{font}");
        }
        let verified = verify::verify(&paper.bytes).expect("one of ours");
        assert_eq!(verified.pages, paper.pages);
        assert_eq!(verified.fonts.len(), fonts.lines().skip(2).count());
        let info = run("pdfinfo", &[&file]);
        assert!(info.contains("Tagged:          yes"), "{info}");
        assert!(info.contains("PDF version:     1.7") && info.contains("Title:           Счёт на оплату №"), "{info}");
    }
}

#[test]
fn letters_outside_the_core_come_back_as_text() {
    let doc = with_rows(russian(), &[("Ə-1", "Қазақстан → ⌀ 12 ≤ 5° Ωμ łódź −40 °C", "шт", "1", "10", "22")]);
    assert_says(&flat_text(&issued(&doc)), &["Ə-1", "Қазақстан → ⌀ 12 ≤ 5° Ωμ łódź −40 °C"]);
}

#[test]
fn a_letter_without_a_glyph_is_an_error_with_its_place() {
    let doc = with_rows(russian(), &[("A", "Насос 😀", "шт", "1", "10", "22")]);
    let error = invoice(&doc, &Images::default(), Lang::Ru, Marking::Issued, Tables::builtin()).expect_err("no glyph");
    assert!(matches!(&error, PaperError::MissingGlyph { character: '😀', at } if at == "/lines/l0000/name"), "{error}");
}

#[test]
fn the_same_document_gives_the_same_bytes_in_another_process() {
    let hashes = [issued(&russian()), issued(&belarusian()), issued(&russian_of(60))].map(|paper| paper.sha256).join(" ");
    if std::env::var_os("TORGDOM_PRINT_HASHES").is_some() {
        println!("hashes: {hashes}");
        return;
    }
    let other = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "the_same_document_gives_the_same_bytes_in_another_process", "--nocapture"])
        .env("TORGDOM_PRINT_HASHES", "1")
        .output()
        .expect("runs");
    let output = String::from_utf8_lossy(&other.stdout);
    assert!(output.contains(&format!("hashes: {hashes}")), "{output}");
    let (id, other_id) = (issued(&russian()), issued(&belarusian()));
    assert_ne!(id.sha256, other_id.sha256);
}

#[test]
fn every_line_is_there_however_many_there_are() {
    for (count, pages) in [(1, 1), (10, 1), (20, 1), (100, 3), (1000, 29)] {
        let paper = issued(&russian_of(count));
        assert_eq!(paper.pages, pages, "{count} lines");
        let text = text(&paper).replace('\u{a0}', " ");
        let sheets: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
        assert_eq!(sheets.len(), paper.pages);
        for (index, sheet) in sheets.iter().enumerate() {
            assert!(sheet.contains(&format!("стр. {} из {pages}", index + 1)), "page {index} of {count} lines");
            assert!(sheet.contains("Наименование"), "no head on page {index} of {count} lines");
        }
        let last = sheets.last().expect("a page");
        assert_says(last, &["Итого к оплате", "Ковальчук Е. С."]);
        let numbers: Vec<usize> = text
            .lines()
            .filter_map(|line| line.split_whitespace().next()?.parse().ok().filter(|_| line.contains(" %")))
            .collect();
        assert_eq!(numbers, (1..=count).collect::<Vec<_>>());
    }
}

#[test]
fn five_thousand_lines_are_printed() {
    let paper = issued(&russian_of(5000));
    assert!(paper.pages > 100);
    assert_says(&flat_text(&paper), &["5000 ГР-80.222", "Всего наименований 5000"]);
}

#[test]
fn a_draft_a_void_one_and_a_copy_cannot_be_mistaken() {
    let draft = IssuedInvoice { number: String::new(), ..russian() };
    let text = flat_text(&paper(&draft, Lang::Ru, Marking::Draft));
    assert_says(&text, &["Счёт на оплату от 19 ноября 2026 г."]);
    // Slanting letters are read one by one.
    assert_says(&text.replace(' ', ""), &["Черновик"]);
    assert!(!text.contains("Оплата по счёту"));
    let void = IssuedInvoice { void_reason: "Ошибка в цене".to_owned(), ..russian() };
    assert_says(&flat_text(&paper(&void, Lang::Ru, Marking::Void)), &["Аннулирован Ошибка в цене"]);
    assert_says(&flat_text(&paper(&russian(), Lang::Ru, Marking::Copy)), &["Копия"]);
}

#[test]
fn prices_with_vat_advances_and_exempt_goods_have_their_own_heads() {
    let included = IssuedInvoice { price_kind: PriceKind::Included, ..russian() };
    let text = flat_text(&issued(&with_rows(
        included.clone(),
        &[("A", "Насос", "шт", "2", "122", "22"), ("B", "Книга", "шт", "1", "10", "none")],
    )));
    assert_says(
        &text,
        &[
            "Цена с НДС, руб.",
            "200,00 22 % 44,00 244,00",
            "Без НДС, позиций 1 10,00 без НДС — 10,00",
            "без НДС на сумму 10,00 руб.",
        ],
    );
    let advance = flat_text(&issued(&with_rows(included, &[("", "Аванс", "", "1", "50000", "22/122")])));
    assert_says(&advance, &["40 983,61 22/122 9 016,39 50 000,00", "По ставке 22/122, позиций 1"]);
    assert!(!advance.contains("Артикул") && !advance.contains("Ед."));
    let exempt = flat_text(&issued(&with_rows(russian(), &[("A", "Насос", "шт", "2", "122", "none")])));
    assert_says(&exempt, &["Цена, руб. Сумма, руб.", "В том числе НДС Без НДС", "на сумму 244,00 руб., без НДС"]);
    assert!(!exempt.contains("Ставка"));
}

#[test]
fn an_empty_document_has_no_dangling_commas() {
    let paper = paper(&IssuedInvoice::default(), Lang::Ru, Marking::Draft);
    let text = flat_text(&paper);
    for ugly in [", ,", ",,", "№ от", " ,", "()", "· ·", ": ;"] {
        assert!(!text.contains(ugly), "«{ugly}» in {text}");
    }
    assert!(!text.lines().any(|line| line.trim_end().ends_with(',')), "{text}");
}

#[test]
fn the_widest_sums_do_not_touch() {
    let line = |price: &str| IssuedLine {
        article: "НШ-32А-3-ОЧЕНЬ-ДЛИННЫЙ".to_owned(),
        name: "Насос шестерённый НШ-32А-3, правый".to_owned(),
        unit_sign: "шт".to_owned(),
        quantity: amount("999999999999999.999"),
        price: amount(price),
        vat_code: "22".to_owned(),
        net: amount("999999999999999.99"),
        vat: amount("999999999999999.99"),
        gross: amount("999999999999999.99"),
        ..IssuedLine::default()
    };
    let mut doc = russian();
    doc.lines = BTreeMap::from([("a".to_owned(), line("999999999999999.9999"))]);
    doc.totals.gross = amount("999999999999999.99");
    doc.totals.net = doc.totals.gross;
    doc.totals.vat = doc.totals.gross;
    let big = "999 999 999 999 999,99";
    let want = format!("999 999 999 999 999,999 999 999 999 999 999,9999 {big} 22 % {big} {big}");
    let paper = issued(&doc);
    assert_says(&text(&paper).replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" "), &[&want]);
    tools::assert_nothing_overlaps(&paper);
}

#[test]
fn long_texts_wrap_and_none_is_lost() {
    let name = "Агрегат электронасосный центробежный многоступенчатый секционный с предвключённым колесом ".repeat(40);
    let word = "Щ".repeat(300);
    let mut doc = with_rows(
        russian(),
        &[("АРТИКУЛ-ИЗ-МНОГИХ-ЧАСТЕЙ-0001/2026-ДОП", &name, "компл", "1", "10", "22"), ("B", &word, "шт", "1", "10", "22")],
    );
    doc.buyer = PartySnapshot { address: "ул. Длинная, ".repeat(60), ..doc.buyer };
    doc.account.bank_name = "Банк ".repeat(60);
    doc.note = "Слово к слову. ".repeat(700);
    let paper = issued(&doc);
    let text = flat_text(&paper);
    assert_eq!(text.matches("предвключённым").count(), 40);
    assert_eq!(text.matches('Щ').count(), 300);
    assert_eq!(text.matches("Слово").count(), 700);
    tools::assert_nothing_overlaps(&paper);
}

#[test]
fn pictures_are_printed_only_where_the_paper_is_valid() {
    let file = tools::png_file(300, 150);
    let images = Images {
        logo: Some(file.clone()),
        stamp: Some(file.clone()),
        signatures: BTreeMap::from([("s1".to_owned(), file.clone()), ("nobody".to_owned(), file)]),
    };
    let count = |marking| {
        let paper = invoice(&russian(), &images, Lang::Ru, marking, Tables::builtin()).expect("a paper");
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("paper.pdf");
        std::fs::write(&file, &paper.bytes).expect("written");
        let list = run("pdfimages", &["-list", &file.to_string_lossy()]);
        list.lines().skip(2).filter(|line| line.split_whitespace().nth(2) == Some("image")).count()
    };
    assert_eq!(count(Marking::Issued), 3);
    assert_eq!(count(Marking::Draft), 1, "the logo only");
    let broken = Images { stamp: Some(b"\x89PNG\r\n\x1a\nbroken".to_vec()), ..Images::default() };
    let error = invoice(&russian(), &broken, Lang::Ru, Marking::Issued, Tables::builtin()).expect_err("no picture");
    assert!(matches!(error, PaperError::Picture { source: PictureError::Broken, .. }), "{error}");
}

#[test]
fn a_batch_is_one_sound_file_with_the_fonts_once() {
    let papers = [issued(&russian()), issued(&belarusian()), issued(&russian_of(30))];
    let merged = merge(&papers.each_ref().map(|paper| &paper.bytes)).expect("a file");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("batch.pdf");
    std::fs::write(&file, &merged).expect("written");
    let file = file.to_string_lossy();
    assert!(run("qpdf", &["--check", &file]).contains("No syntax or stream encoding errors"));
    let info = run("pdfinfo", &[&file]);
    assert!(info.contains("Pages:           4"), "{info}");
    assert!(merged.len() < papers.iter().map(|paper| paper.bytes.len()).sum::<usize>() * 6 / 10);
    assert_eq!(run("pdffonts", &[&file]).lines().skip(2).count(), 2, "regular and bold");
    let text = run("pdftotext", &["-layout", &file, "-"]);
    assert_says(&text, &["1197", "ЛД-0386"]);
    let first = &merge(&papers[..1].iter().map(|paper| &paper.bytes).collect::<Vec<_>>()).expect("a file");
    let hundred = merge(&vec![&papers[0].bytes; 100]).expect("a file");
    assert!(hundred.len() < first.len() * 3, "what is the same is kept once");
    assert!(matches!(merge(&[] as &[Vec<u8>]), Err(PaperError::Structure(_))));
    assert!(merge(&[b"no pdf".to_vec()]).is_err());
}

#[test]
fn terms_of_payment_are_said_in_words() {
    let part = |kind, share: &str, days: u32, day_kind, event, order: u32| TermPart {
        kind,
        share: amount(share),
        days: days.into(),
        day_kind,
        event,
        calendar: TermCalendar::Both,
        order: order.into(),
    };
    let said = |parts: &[TermPart], due| {
        let parts = parts.iter().enumerate().map(|(index, part)| (format!("p{index}"), part.clone())).collect();
        let doc = IssuedInvoice { payment_terms: PaymentTerms { parts, note: String::new() }, due, ..russian() };
        let text = flat_text(&issued(&doc));
        let start = text.find("Срок оплаты").map_or(0, |at| at + "Срок оплаты ".len());
        let end = text.find(" Назначение").unwrap_or(start);
        text.get(start..end).unwrap_or_default().to_owned()
    };
    use {DayKind::*, PartKind::*, TermEvent::*};
    let due = samples::day(2026, 12, 1);
    let half = [part(Prepayment, "50", 3, Calendar, Invoice, 0), part(Deferral, "50", 21, Banking, Acceptance, 1)];
    for (parts, due, want) in [
        (&[][..], due, "до 1 декабря 2026 г. включительно"),
        (&[part(Prepayment, "100", 0, Calendar, Invoice, 0)], due, "до 1 декабря 2026 г. включительно, 100 % предоплата"),
        (
            &[part(Deferral, "100", 22, Banking, Shipment, 0)],
            None,
            "отсрочка платежа, 22 банковских дня от даты отгрузки по календарям России и Беларуси",
        ),
        (
            &half,
            due,
            "до 1 декабря 2026 г. включительно (50 % предоплата 3 календарных дня от даты счёта; 50 % с отсрочкой 21 банковский день \
             от даты приёмки по календарям России и Беларуси)",
        ),
        (&[part(Prepayment, "100", 0, Calendar, Shipment, 0)], None, "100 % предоплата, в день отгрузки"),
    ] {
        assert_eq!(said(parts, due), want);
    }
}

/// Texts as people paste them, by a fixed sequence of numbers.
#[test]
fn nasty_texts_never_break_a_page() {
    let pieces = [
        "",
        " ",
        "\u{0}",
        "\t\n",
        "Щ",
        "и\u{306}",
        "ООО «Сад»",
        "очень-длинное/слово-через_дефис.и.точку",
        "|",
        "\u{202e}abc",
        "%",
        "\\",
        "()",
        "<&>",
        "№",
        "W\u{a0}W\u{a0}W\u{a0}W",
        "—",
        "- ",
        "Ω→−",
        "1\u{301}",
        "\u{feff}",
        "ﬁ",
        "ЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
    ];
    let mut state = 7_u64;
    let mut next = |most: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % most
    };
    let mut printed = 0;
    for _ in 0..40 {
        let mut nasty = || (0..next(25)).map(|_| pieces[next(pieces.len())]).collect::<String>();
        let mut doc = russian();
        let texts =
            [&mut doc.number, &mut doc.note, &mut doc.delivery, &mut doc.incoterms_place, &mut doc.vat_wording, &mut doc.purpose];
        texts.into_iter().for_each(|text| *text = nasty());
        for party in [&mut doc.seller, &mut doc.buyer] {
            [&mut party.name, &mut party.address, &mut party.phone, &mut party.kpp, &mut party.tax_id]
                .into_iter()
                .for_each(|text| *text = nasty());
        }
        [&mut doc.account.bank_name, &mut doc.account.bic, &mut doc.account.number, &mut doc.account.corr_account]
            .into_iter()
            .for_each(|text| *text = nasty());
        for line in doc.lines.values_mut() {
            [&mut line.article, &mut line.name, &mut line.unit_sign].into_iter().for_each(|text| *text = nasty());
        }
        for signer in doc.signers.values_mut() {
            [&mut signer.name, &mut signer.post, &mut signer.basis].into_iter().for_each(|text| *text = nasty());
        }
        doc.seller.country = ["RU", "BY", "", "ZZ"][next(4)].to_owned();
        match invoice(&doc, &Images::default(), Lang::ALL[next(3)], Marking::Issued, Tables::builtin()) {
            Ok(paper) => {
                printed += 1;
                tools::assert_nothing_overlaps(&paper);
            }
            Err(error) => assert!(matches!(error, PaperError::MissingGlyph { .. }), "{error}"),
        }
    }
    assert!(printed > 0, "the pieces without a glyph are everywhere");
}

#[test]
fn an_invoice_is_small() {
    let size = issued(&russian_of(20)).bytes.len();
    assert!(size <= 40_000, "{size} bytes");
}

#[test]
fn the_pages_look_as_they_did() {
    tools::assert_looks_like("invoice-ru", &issued(&russian()));
    tools::assert_looks_like("invoice-by", &issued(&belarusian()));
    tools::assert_looks_like(
        "invoice-draft",
        &paper(&IssuedInvoice { number: String::new(), ..russian_of(3) }, Lang::Ru, Marking::Draft),
    );
}

#[test]
fn the_layout_stands_where_it_stood() {
    let pages = |doc: &IssuedInvoice| {
        let pages = invoice_pages(doc);
        pages.iter().map(ToString::to_string).collect::<Vec<_>>().join("--- next page\n")
    };
    insta::with_settings!({ snapshot_path => "../../../tests/papers", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("invoice-ru", pages(&russian()));
        insta::assert_snapshot!("invoice-by", pages(&belarusian()));
    });
}

fn invoice_pages(doc: &IssuedInvoice) -> Vec<torgdom_documents::page::Page> {
    torgdom_documents::invoice::invoice_pages(doc, &Images::default(), Lang::Ru, Marking::Issued, Tables::builtin())
        .expect("pages")
}
