# Papers in Belarusian. « » is a no-break space.

## What papers share
paper-numbered = № { $number }
paper-dated = ад { $date }
paper-page = стар. { $page } з { $pages }
paper-draft = Чарнавік
paper-void = Ануляваны
paper-copy = Копія
paper-date-long = { $day } { $month ->
    [m1] студзеня
    [m2] лютага
    [m3] сакавіка
    [m4] красавіка
    [m5] мая
    [m6] чэрвеня
    [m7] ліпеня
    [m8] жніўня
    [m9] верасня
    [m10] кастрычніка
    [m11] лістапада
   *[m12] снежня
} { $year } г.
paper-date-short = { $dd }.{ $mm }.{ $year }
paper-tax-id = { $country ->
    [BY] УНП
    [RU] ІНН
    [KZ] БІН
    [KG] ІНН
    [UZ] ІНН
    [AM] УНП
   *[other] Падатковы нумар
} { $value }
paper-tax-id-label = { $country ->
    [BY] УНП
    [RU] ІНН
    [KZ] БІН
    [KG] ІНН
    [UZ] ІНН
    [AM] УНП
   *[other] Падатковы нумар
}
paper-kpp = КПП { $value }
paper-phone = тэл. { $value }
paper-country = { $code ->
    [BY] Рэспубліка Беларусь
    [RU] Расійская Федэрацыя
    [KZ] Рэспубліка Казахстан
   *[other] { $name }
}
paper-currency = { $currency ->
    [RUB] руб.
   *[other] { $currency }
}
paper-currency-name = { $currency ->
    [BYN] беларускіх рублёў
    [RUB] расійскіх рублёў
    [USD] долараў ЗША
    [EUR] еўра
    [CNY] юаняў
    [KZT] тэнге
    [AMD] драмаў
    [KGS] сомаў
   *[other] { $currency }
}
paper-rate-none = без ПДВ

## Bank block
bank-ru-caption = Узор запаўнення плацежнага даручэння
bank-caption = Рэквізіты атрымальніка для плацежнай інструкцыі
bank-payee = Атрымальнік
bank-payee-in = Атрымальнік, { $country }
bank-payee-bank = Банк атрымальніка
bank-payee-bank-at = Банк атрымальніка, { $address }
bank-bik = БІК
bank-corr = Кар. рах.
bank-account = Рах. №
bank-inn = ІНН
bank-kpp = КПП
bank-iban = Рахунак IBAN, { $currency }
bank-account-in = Рахунак, { $currency }
bank-account-plain = Рахунак
bank-iban-plain = Рахунак IBAN
bank-bic = БІК (BIC)

## Invoice
invoice-title = Рахунак на аплату
invoice-foot = Рахунак
invoice-supplier = Пастаўшчык
invoice-buyer = Пакупнік
invoice-consignee = Грузаатрымальнік
invoice-basis = Падстава
invoice-void-reason = Ануляваны
invoice-contract = { $kind ->
    [supply] Дагавор пастаўкі
    [commission] Дагавор камісіі
    [agency] Агенцкі дагавор
   *[other] Дагавор
}
invoice-specification = спецыфікацыя
invoice-head-no = №
invoice-head-article = Артыкул
invoice-head-name = Найменне
invoice-head-unit = Адз.
invoice-head-quantity = Кол-ць
invoice-head-discount = Скідка, %
invoice-head-price-net = { $discounted ->
        [yes] Цана са скідкай
       *[no] Цана
    } без ПДВ, { $currency }
invoice-head-price-gross = { $discounted ->
        [yes] Цана са скідкай
       *[no] Цана
    } з ПДВ, { $currency }
invoice-head-price = { $discounted ->
        [yes] Цана са скідкай
       *[no] Цана
    }, { $currency }
invoice-head-net = Сума без ПДВ, { $currency }
invoice-head-sum = Сума, { $currency }
invoice-head-rate = Стаўка ПДВ
invoice-head-vat = ПДВ, { $currency }
invoice-head-gross = Усяго з ПДВ, { $currency }
invoice-line-tnved = ТН ЗЭД { $code }
invoice-line-origin = паходжанне: { $country }
invoice-total-rate = Па стаўцы { $rate }, пазіцый { $count }
invoice-total-none = Без ПДВ, пазіцый { $count }
invoice-total = Разам да аплаты, { $currency }
invoice-total-exempt = У тым ліку ПДВ
invoice-exempt = Без ПДВ
invoice-say = Усяго найменняў { $count }, на суму { $sum }
invoice-say-sum = { $sum } { $currency }
invoice-say-sum-named = { $sum } { $currency } ({ $name })
invoice-say-vat-in = у тым ліку ПДВ
invoice-say-vat = ПДВ
invoice-say-exempt = без ПДВ
invoice-say-exempt-part = без ПДВ на суму { $sum }
invoice-say-rate = { $rate } — { $sum }
invoice-vat = ПДВ
invoice-currency = Валюта
invoice-due = Тэрмін аплаты
invoice-purpose = Прызначэнне
invoice-delivery = Пастаўка
invoice-valid = Сапраўдны
invoice-note = Заўвага
invoice-until = да { $date }
invoice-valid-until = да { $date }
invoice-inclusive = уключна
invoice-incoterms = { $code } { $place }, Incoterms 2020
invoice-incoterms-bare = { $code }, Incoterms 2020
invoice-shipment = адгрузка да { $date }
invoice-rate-clause = цэны ў { $currency }, аплата ў { $pay } па курсе { $bank ->
    [cbr] Банка Расіі
   *[nbrb] Нацыянальнага банка Рэспублікі Беларусь
} на дзень { $date ->
    [invoice] выстаўлення рахунка
    [shipment] адгрузкі
   *[payment] аплаты
}
invoice-rate-plus = плюс { $percent } %
invoice-rate-minus = мінус { $percent } %
invoice-rate-today = Даведачна на { $date }: { $scale } { $of } = { $rate } { $to }, сума { $sum } { $pay }
invoice-rate-undated = Даведачна: { $scale } { $of } = { $rate } { $to }, сума { $sum } { $pay }
invoice-purpose-text = Аплата па рахунку { $title }
invoice-purpose-contract = дагавор { $title }
invoice-purpose-vat = У т. л. ПДВ { $sum }
invoice-purpose-zero = ПДВ 0 %
invoice-purpose-exempt = Без ПДВ
invoice-head-of = Кіраўнік
invoice-accountant = Галоўны бухгалтар
invoice-signer = Падпісаў
invoice-signer-basis = падстава: { $basis }
invoice-stamp = М. П.
invoice-stamp-optional = М. П. (пры наяўнасці пячаткі)
invoice-qr = Аплата па QR-кодзе: навядзіце камеру праграмы банка

## Terms of payment
terms-days = { $count ->
    [one] { $count } { $kind ->
        [banking] банкаўскі дзень
       *[calendar] каляндарны дзень
    }
    [few] { $count } { $kind ->
        [banking] банкаўскія дні
       *[calendar] каляндарныя дні
    }
   *[many] { $count } { $kind ->
        [banking] банкаўскіх дзён
       *[calendar] каляндарных дзён
    }
}
terms-calendar = { $calendar ->
    [RU] па календары Расіі
    [BY] па календары Беларусі
   *[both] па календарах Расіі і Беларусі
}
terms-from = { $event ->
    [shipment] ад даты адгрузкі
    [acceptance] ад даты прыёмкі
   *[invoice] ад даты рахунка
}
terms-on = { $event ->
    [shipment] у дзень адгрузкі
    [acceptance] у дзень прыёмкі
   *[invoice] у дзень рахунка
}
terms-whole = { $kind ->
    [deferral] адтэрміноўка плацяжу
   *[prepayment] 100 % перадаплата
}
terms-part = { $kind ->
    [deferral] { $share } % з адтэрміноўкай
   *[prepayment] { $share } % перадаплата
}

## Lines of an invoice that asks for money: a prepayment, what is left after one
line-prepayment = Перадаплата { $share } %
line-settlement = Канчатковы разлік ({ $share } %)
line-by-contract = па дагаворы № { $number }
line-by-deal = па здзелцы № { $number }
line-at-rate = тавары па стаўцы ПДВ { $rate }
line-exempt = тавары без ПДВ

## First signers of an organisation
signer-post-head = Дырэктар
signer-post-trader = Індывідуальны прадпрымальнік
signer-post-accountant = Галоўны бухгалтар
signer-basis-charter = Статут

## Names of files
file-invoice = Рахунак № { $number }
file-invoice-draft = Рахунак (чарнавік)
file-invoices = Рахункі { $date }

## Why a paper could not be made
paper_missing_glyph = Знака «{ $character }» няма ў шрыфце папер; замяніце яго
paper_picture_unknown_kind = Выява мусіць быць у фармаце PNG або JPEG
paper_picture_too_large = Выява занадта вялікая: не больш за 8 МБ і 16 млн пунктаў
paper_picture_broken = Файл выявы пашкоджаны
paper_fault = Не ўдалося зрабіць паперу; падрабязнасці ў журнале
