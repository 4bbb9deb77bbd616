//! Headers of columns: how they are folded for comparison, and how well one fits a field.

use super::target::Field;

/// How sure a fit is; a mapping takes the surest first.
pub(super) const EXACT: u32 = 100;
const WITHOUT_TAIL: u32 = 80;
const BEGINS: u32 = 60;
const HOLDS: u32 = 30;

/// Lower case, «е» for «ё», one space between words, without points, colons, asterisks and the signs of line breaks:
/// «Ед. изм.» is `ед изм`, «№договора» is `№ договора`.
pub(super) fn fold(header: &str) -> String {
    let mut folded = String::with_capacity(header.len());
    for character in header.chars().take(300).flat_map(char::to_lowercase) {
        match character {
            'ё' => folded.push('е'),
            '№' => folded.push_str(" № "),
            '.' | ':' | '*' | '"' | '«' | '»' | '\u{ad}' | '\u{200b}' | '\u{feff}' | '_' => folded.push(' '),
            '\u{2010}'..='\u{2015}' => folded.push('-'),
            other => folded.push(other),
        }
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The header without what stands in brackets or after a comma: «Цена, руб.», «Масса (кг)».
fn without_tail(folded: &str) -> &str {
    folded.split(['(', ',', '[', ';']).next().unwrap_or(folded).trim()
}

/// How well a folded header fits a field; 0 when it does not.
pub(super) fn fit(folded: &str, field: &Field) -> u32 {
    if folded.is_empty() {
        return 0;
    }
    let short = without_tail(folded);
    let mut best = 0;
    for (place, known) in field.headers.iter().enumerate() {
        let sure = if folded == *known {
            EXACT
        } else if short == *known {
            WITHOUT_TAIL
        } else if begins(short, known) {
            BEGINS
        } else if known.chars().count() > 4 && format!(" {short} ").contains(&format!(" {known} ")) {
            HOLDS
        } else {
            continue;
        };
        // A longer known header says more; between equals the likelier one counts.
        let weight = (known.chars().count() as u32).min(19) * 10 + 9 - (place as u32).min(9);
        best = best.max(sure * 1_000 + weight);
    }
    best
}

fn begins(header: &str, known: &str) -> bool {
    known.chars().count() > 2 && header.strip_prefix(known).is_some_and(|rest| rest.starts_with([' ', '/', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::Target;

    fn field_of(target: Target, header: &str) -> Option<&'static str> {
        let folded = fold(header);
        target
            .fields()
            .iter()
            .map(|field| (fit(&folded, field), field.id))
            .filter(|(sure, _)| *sure > 0)
            .max_by_key(|(sure, _)| *sure)
            .map(|(_, id)| id)
    }

    #[test]
    fn known_headers_are_already_folded() {
        for field in Target::ALL.into_iter().flat_map(Target::fields) {
            for known in field.headers {
                assert_eq!(fold(known), *known, "{}", field.id);
            }
        }
    }

    #[test]
    fn headers_of_real_files() {
        for (header, id) in [
            ("ИНН", "tax_id"),
            ("УНП", "tax_id"),
            ("ИНН / КПП", "tax_id"),
            ("Наименование", "name"),
            ("Контрагент", "name"),
            ("Полное наименование", "full_name"),
            ("Юр. адрес", "legal_address"),
            ("Расчётный счёт", "account"),
            ("Р/с", "account"),
            ("БИК", "bic"),
            ("Банк", "bank_name"),
            ("Адрес банка", "bank_address"),
            ("Наименование банка", "bank_name"),
            ("Корр. счёт", "corr_account"),
            ("Тел.", "phone"),
            ("E-mail", "email"),
            ("ФИО руководителя", "head_name"),
            ("Должность\nруководителя", "head_post"),
            ("Кантрагент", "name"),
            ("Поўнае найменне", "full_name"),
            ("КПП*", "kpp"),
            ("Кредитный лимит, руб.", "credit_limit"),
            ("Company", "name"),
            ("Валюта счета", "account_currency"),
        ] {
            assert_eq!(field_of(Target::Counterparty, header), Some(id), "{header}");
        }
        for (header, id) in [
            ("№ договора", "number"),
            ("№договора", "number"),
            ("Дата договора", "date"),
            ("Контрагент", "counterparty_name"),
            ("Срок действия", "to"),
        ] {
            assert_eq!(field_of(Target::Contract, header), Some(id), "{header}");
        }
        for (header, id) in [
            ("Артикул", "article"),
            ("Ед. изм.", "unit"),
            ("Ед.изм", "unit"),
            ("НДС, %", "vat"),
            ("Код ТН ВЭД ЕАЭС", "tnved"),
            ("Вес нетто, кг", "net_mass"),
            ("Страна происхождения", "origin"),
            ("Номенклатура", "name"),
        ] {
            assert_eq!(field_of(Target::Good, header), Some(id), "{header}");
        }
        for (header, id) in
            [("Цена", "price"), ("Цена с НДС, руб.", "price"), ("Наименование товара", "name"), ("Штрих-код", "gtin")]
        {
            assert_eq!(field_of(Target::PriceList, header), Some(id), "{header}");
        }
        for header in ["", "примерно", "Итого", "№ п/п", "12.01.2026", "Ромашка"] {
            assert_eq!(field_of(Target::Counterparty, header), None, "{header}");
        }
    }
}
