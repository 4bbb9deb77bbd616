# Papers in Russian. « » is a no-break space.

## What papers share
paper-numbered = № { $number }
paper-dated = от { $date }
paper-page = стр. { $page } из { $pages }
paper-draft = Черновик
paper-void = Аннулирован
paper-copy = Копия
paper-date-long = { $day } { $month ->
    [m1] января
    [m2] февраля
    [m3] марта
    [m4] апреля
    [m5] мая
    [m6] июня
    [m7] июля
    [m8] августа
    [m9] сентября
    [m10] октября
    [m11] ноября
   *[m12] декабря
} { $year } г.
paper-date-short = { $dd }.{ $mm }.{ $year }
paper-tax-id = { $country ->
    [BY] УНП
    [RU] ИНН
    [KZ] БИН
    [KG] ИНН
    [UZ] ИНН
    [AM] УНН
   *[other] Налоговый номер
} { $value }
paper-tax-id-label = { $country ->
    [BY] УНП
    [RU] ИНН
    [KZ] БИН
    [KG] ИНН
    [UZ] ИНН
    [AM] УНН
   *[other] Налоговый номер
}
paper-kpp = КПП { $value }
paper-phone = тел. { $value }
paper-country = { $code ->
    [BY] Республика Беларусь
    [RU] Российская Федерация
    [KZ] Республика Казахстан
   *[other] { $name }
}
paper-currency = { $currency ->
    [RUB] руб.
   *[other] { $currency }
}
paper-currency-name = { $currency ->
    [BYN] белорусских рублей
    [RUB] российских рублей
    [USD] долларов США
    [EUR] евро
    [CNY] юаней
    [KZT] тенге
    [AMD] драмов
    [KGS] сомов
   *[other] { $currency }
}
paper-rate-none = без НДС

## Bank block
bank-ru-caption = Образец заполнения платёжного поручения
bank-caption = Реквизиты получателя для платёжной инструкции
bank-payee = Получатель
bank-payee-in = Получатель, { $country }
bank-payee-bank = Банк получателя
bank-payee-bank-at = Банк получателя, { $address }
bank-bik = БИК
bank-corr = Корр. сч.
bank-account = Сч. №
bank-inn = ИНН
bank-kpp = КПП
bank-iban = Счёт (IBAN), { $currency }
bank-account-in = Счёт, { $currency }
bank-account-plain = Счёт
bank-iban-plain = Счёт (IBAN)
bank-bic = БИК (BIC)

## Invoice
invoice-title = Счёт на оплату
invoice-foot = Счёт
invoice-supplier = Поставщик
invoice-buyer = Покупатель
invoice-consignee = Грузополучатель
invoice-basis = Основание
invoice-void-reason = Аннулирован
invoice-contract = { $kind ->
    [supply] Договор поставки
    [commission] Договор комиссии
    [agency] Агентский договор
   *[other] Договор
}
invoice-specification = спецификация
invoice-head-no = №
invoice-head-article = Артикул
invoice-head-name = Наименование
invoice-head-unit = Ед.
invoice-head-quantity = Кол-во
invoice-head-discount = Скидка, %
invoice-head-price-net = { $discounted ->
        [yes] Цена со скидкой
       *[no] Цена
    } без НДС, { $currency }
invoice-head-price-gross = { $discounted ->
        [yes] Цена со скидкой
       *[no] Цена
    } с НДС, { $currency }
invoice-head-price = { $discounted ->
        [yes] Цена со скидкой
       *[no] Цена
    }, { $currency }
invoice-head-net = Сумма без НДС, { $currency }
invoice-head-sum = Сумма, { $currency }
invoice-head-rate = Ставка НДС
invoice-head-vat = НДС, { $currency }
invoice-head-gross = Всего с НДС, { $currency }
invoice-line-tnved = ТН ВЭД { $code }
invoice-line-origin = происхождение: { $country }
invoice-total-rate = По ставке { $rate }, позиций { $count }
invoice-total-none = Без НДС, позиций { $count }
invoice-total = Итого к оплате, { $currency }
invoice-total-exempt = В том числе НДС
invoice-exempt = Без НДС
invoice-say = Всего наименований { $count }, на сумму { $sum }
invoice-say-sum = { $sum } { $currency }
invoice-say-sum-named = { $sum } { $currency } ({ $name })
invoice-say-vat-in = в том числе НДС
invoice-say-vat = НДС
invoice-say-exempt = без НДС
invoice-say-exempt-part = без НДС на сумму { $sum }
invoice-say-rate = { $rate } — { $sum }
invoice-vat = НДС
invoice-currency = Валюта
invoice-due = Срок оплаты
invoice-purpose = Назначение
invoice-delivery = Поставка
invoice-valid = Действителен
invoice-note = Примечание
invoice-until = до { $date }
invoice-valid-until = до { $date }
invoice-inclusive = включительно
invoice-incoterms = { $code } { $place }, Incoterms 2020
invoice-incoterms-bare = { $code }, Incoterms 2020
invoice-shipment = отгрузка до { $date }
invoice-rate-clause = цены в { $currency }, оплата в { $pay } по курсу { $bank ->
    [cbr] Банка России
   *[nbrb] Национального банка Республики Беларусь
} на день { $date ->
    [invoice] выставления счёта
    [shipment] отгрузки
   *[payment] оплаты
}
invoice-rate-plus = плюс { $percent } %
invoice-rate-minus = минус { $percent } %
invoice-rate-today = Справочно на { $date }: { $scale } { $of } = { $rate } { $to }, сумма { $sum } { $pay }
invoice-rate-undated = Справочно: { $scale } { $of } = { $rate } { $to }, сумма { $sum } { $pay }
invoice-purpose-text = Оплата по счёту { $title }
invoice-purpose-contract = договор { $title }
invoice-purpose-vat = В т. ч. НДС { $sum }
invoice-purpose-zero = НДС 0 %
invoice-purpose-exempt = Без НДС
invoice-head-of = Руководитель
invoice-accountant = Главный бухгалтер
invoice-signer = Подписал
invoice-signer-basis = основание: { $basis }
invoice-stamp = М. П.
invoice-stamp-optional = М. П. (при наличии печати)
invoice-qr = Оплата по QR-коду: наведите камеру приложения банка

## Terms of payment
terms-days = { $count ->
    [one] { $count } { $kind ->
        [banking] банковский день
       *[calendar] календарный день
    }
    [few] { $count } { $kind ->
        [banking] банковских дня
       *[calendar] календарных дня
    }
   *[many] { $count } { $kind ->
        [banking] банковских дней
       *[calendar] календарных дней
    }
}
terms-calendar = { $calendar ->
    [RU] по календарю России
    [BY] по календарю Беларуси
   *[both] по календарям России и Беларуси
}
terms-from = { $event ->
    [shipment] от даты отгрузки
    [acceptance] от даты приёмки
   *[invoice] от даты счёта
}
terms-on = { $event ->
    [shipment] в день отгрузки
    [acceptance] в день приёмки
   *[invoice] в день счёта
}
terms-whole = { $kind ->
    [deferral] отсрочка платежа
   *[prepayment] 100 % предоплата
}
terms-part = { $kind ->
    [deferral] { $share } % с отсрочкой
   *[prepayment] { $share } % предоплата
}

## Lines of an invoice that asks for money: a prepayment, what is left after one
line-prepayment = Предоплата { $share } %
line-settlement = Окончательный расчёт ({ $share } %)
line-by-contract = по договору № { $number }
line-by-deal = по сделке № { $number }
line-at-rate = товары по ставке НДС { $rate }
line-exempt = товары без НДС

## First signers of an organisation
signer-post-head = Директор
signer-post-trader = Индивидуальный предприниматель
signer-post-accountant = Главный бухгалтер
signer-basis-charter = Устав

## Names of files
file-invoice = Счёт № { $number }
file-invoice-draft = Счёт (черновик)
file-invoices = Счета { $date }

## Why a paper could not be made
paper_missing_glyph = Знака «{ $character }» нет в шрифте бумаг; замените его
paper_picture_unknown_kind = Изображение должно быть в формате PNG или JPEG
paper_picture_too_large = Изображение слишком большое: не больше 8 МБ и 16 млн точек
paper_picture_broken = Файл изображения повреждён
paper_fault = Не удалось сделать бумагу; подробности в журнале
