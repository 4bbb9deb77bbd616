# What is wrong with a record, why the core refused, what the checks found: a sentence for every code.
# `problem-<code>`, `failure-<code>` with `failure-<code>-advice`, `finding-<code>`, `remark-<code>`; a test holds the list.

## Problems beside a field: what is wrong and what to do, in a few words

problem-unknown = Заўвага без апісання: { $code }
problem-not-saved = Не захавана: увядзіце яшчэ раз

## Cards: organisations, counterparties, goods, price lists

problem-name-missing = Укажыце назву
problem-number-missing = Укажыце нумар
problem-country-missing = Укажыце краіну
problem-country-unknown = Краіны «{ $value }» няма ў даведніку
problem-series-width = Шырыня нумара: ад 0 да { $most } лічбаў
problem-series-next = Наступны нумар: цэлы лік ад 1
problem-series-year = Гэта не год: «{ $value }»
problem-table-unknown = Табліцы «{ $value }» у праграме няма
problem-table-rows-missing = У папраўцы няма радкоў табліцы
problem-table-row-broken = Радок { $row } табліцы не чытаецца: праверце гэтае поле
problem-tax-id-missing =
    Укажыце { $country ->
        [RU] ІНН
        [BY] УНП
        [KZ] БІН або ІІН
        [KG] ІНН
        [AM] УНП (ՀՎՀՀ)
        [UZ] ІНН (СТІР)
       *[other] падатковы нумар
    }
problem-tax-id-other-kind = ІНН арганізацыі — 10 лічбаў, прадпрымальніка — 12
problem-kpp-missing = КПП не ўказаны
problem-kpp-not-for-sole-trader = У прадпрымальнікаў і грамадзян КПП няма: прыбярыце яго
problem-bic-missing = Укажыце БІК банка
problem-account-missing = Укажыце разліковы рахунак
problem-account-other-currency = Паводле нумара рахунак у { $currency }: праверце валюту
problem-signer-head-missing = Не ўказаны кіраўнік: дадайце падпісанта
problem-signer-name-missing = Укажыце імя падпісанта
problem-authority-expired = Паўнамоцтвы скончыліся { $date }: падоўжыце або змяніце падпісанта
problem-signer-ended = Паўнамоцтвы скончыліся { $date }: { $name } у рахунак не ўвойдзе
problem-signer-missing = У рахунку не будзе кіраўніка: дадайце падпісанта
problem-gross-less-than-net = Маса брута меншая за масу нета
problem-certificate-expired = Сертыфікат пратэрмінаваны: патрэбны новы
problem-batch-expired = Тэрмін прыдатнасці партыі скончыўся

## Documents

problem-organisation-missing = Выберыце сваю арганізацыю
problem-organisation-incomplete = У арганізацыі няма назвы або падатковага нумара: запоўніце картку
problem-counterparty-missing = Выберыце контрагента
problem-counterparty-incomplete = У контрагента няма назвы: запоўніце картку
problem-account-missing-for-currency = У арганізацыі няма рахунка ў { $currency }: дадайце яго
problem-currency-missing = Укажыце валюту
problem-currency-unknown = Валюты «{ $value }» няма ў даведніку
problem-rate-clause-same-currency = Валюта плацяжу тая ж: агаворка пра курс не патрэбна
problem-rate-margin-range = Надбаўка да курсу — ад −100 да 100 %
problem-incoterms-unknown = У Інкатэрмс няма ўмовы «{ $value }»
problem-incoterms-place-missing = Укажыце пункт пастаўкі для { $value }
problem-contract-expired = Дагавор скончыўся { $date }: падоўжыце або змяніце яго
problem-contract-expires-soon = Дагавор да { $date }: { $days ->
        [0] апошні дзень
        [one] застаўся { $days } дзень
        [few] засталося { $days } дні
       *[many] засталося { $days } дзён
    }
problem-dates-reversed = Канец тэрміну раней за пачатак
problem-due-missing = Тэрмін аплаты не зададзены: укажыце дзень або ўмовы
problem-due-before-invoice = Тэрмін аплаты раней за дату рахунка
problem-calendar-unknown = Рабочыя дні { $year } года праграме невядомыя: праверце тэрмін
problem-shipment-after-contract = Адгрузка пазней за канец дагавора ({ $date })
problem-shipment-before-deal = Адгрузка раней за дату здзелкі
problem-terms-share-out-of-range = Доля аплаты — большая за 0 і да 100 %, а не { $share }
problem-terms-days-out-of-range = Дзён — цэлы лік ад 0 да { $max }, а не { $days }
problem-terms-shares-not-hundred = Долі даюць { $total } %, трэба роўна 100 %
problem-share-out-of-range = Доля перадаплаты — большая за 0 і да 100 %, а не { $share }

## Lines, sums, VAT

problem-lines-missing = Дадайце хоць бы адзін радок
problem-too-many-lines = Радкоў { $count }, можна не больш за { $most }: падзяліце дакумент
problem-line-name-missing = Укажыце найменне тавару або паслугі
problem-unit-missing = Укажыце адзінку вымярэння
problem-unit-unknown = Адзінкі «{ $value }» няма ў даведніку: выберыце са спіса
problem-quantity-missing = Укажыце колькасць
problem-quantity-not-positive = Колькасць павінна быць большай за нуль
problem-price-missing = Укажыце цану
problem-price-negative = Цана не можа быць меншай за нуль
problem-price-zero = Цана — нуль: так і трэба?
problem-discount-range = Скідка — ад 0 да 100 %
problem-total-zero = Вынік — нуль: праверце цэны
problem-sum-missing = Укажыце суму
problem-sum-negative = Значэнне не можа быць меншым за нуль
problem-sum-not-positive = Сума павінна быць большай за нуль
problem-sum-too-large = Сума занадта вялікая: праверце колькасць і цану
problem-sum-too-precise = У суме больш за два знакі пасля коскі
problem-sum-finer-than-currency = У валюце { $value } няма капеек: сума павінна быць цэлай
problem-currency-finer = У валюце { $value } больш за два знакі пасля коскі: рахункі ў ёй не вядуцца
problem-allocation-not-positive = Сума па рахунку: большая за нуль і не драбнейшая за капейку
problem-allocated-more-than-paid = Па рахунках разнесена больш, чым аплачана
problem-allocation-not-issued = Гэты рахунак ануляваны або не выстаўлены: прыбярыце яго
problem-allocation-other-currency = Рахунак у іншай валюце: { $currency }
problem-allocation-other-counterparty = Рахунак іншага контрагента: { $name }
problem-allocation-more-than-rest = Больш, чым засталося па рахунку: { $left } { $currency }
problem-vat-missing = Укажыце стаўку ПДВ
problem-vat-unknown = Няма такой стаўкі ПДВ: выберыце са спіса
problem-vat-no-rate = На { $date } такой стаўкі ПДВ няма: выберыце іншую
problem-vat-not-in-force = Стаўка ПДВ { $code } на { $date } не дзейнічае
problem-vat-rate-changes = З { $date } ПДВ { $new } замест { $old }: праверце адгрузку

## Dates and what was typed

problem-date-missing = Укажыце дату
problem-date-in-future = Дата { $date } яшчэ не надышла
problem-date-other-year = Рахунак { $year } года: нумар будзе з серыі таго года
problem-date-before-last = Раней за апошні рахунак: № { $number } ад { $date }
problem-more-than-deal = Рахункі па здзелцы перавысяць яе суму: засталося выставіць { $left }
problem-contract-other-party = Дагавор не гэтых бакоў: выберыце іншы
problem-date-out-of-range = Дата занадта далёкая: праверце год
problem-date-unreadable = Дата не распазнана: увядзіце, напрыклад, 22.11.2026
problem-date-ambiguous = Дату можна прачытаць па-рознаму: увядзіце цалкам, 22.11.2026
problem-impossible-date = Такога дня няма ў календары
problem-entry-empty = Нічога не ўведзена
problem-entry-too-long = Занадта доўгі запіс: скараціце
problem-entry-character = Лішні знак, { $position }-ы па ліку: патрэбны лік
problem-entry-unfinished = Выраз не скончаны
problem-entry-ambiguous = Лік можна прачытаць па-рознаму: прыбярыце лішнія знакі
problem-entry-two-signs = Два знакі дзеяння запар: прыбярыце адзін
problem-entry-parenthesis = Дужка не закрыта
problem-entry-too-deep = Занадта шмат дужак: спрасціце
problem-entry-too-large = Лік занадта вялікі
problem-entry-too-precise = Занадта шмат знакаў пасля коскі
problem-entry-division-by-zero = На нуль дзяліць нельга
problem-entry-no-value = Працэнт няма ад чаго лічыць: увядзіце лік
problem-entry-percent = Працэнт тут не разлічваецца: пішыце, напрыклад, +20%
problem-entry-not-number = Патрэбны лік
problem-control-characters = У тэксце схаваныя знакі: набярыце нанова
problem-text-too-long = Даўжэй за { $most } знакаў: скараціце
problem-glyph-missing = Знака «{ $character }» няма ў шрыфце: замяніце яго
problem-shape = Значэнне не таго віду: увядзіце нанова
problem-not-an-object = Тут патрэбны аб’ект JSON з палямі запісу
problem-words-too-precise = Словамі — не больш за { $most } знакі пасля коскі
problem-words-unknown-currency = Валюту «{ $currency }» словамі напісаць нельга

## Numbers of the registers. `kind` is the number’s name in the core; `identifier-kind` says it after «проверьте»

identifier-kind = { $kind ->
        [tax_id] падатковы нумар
        [inn] ІНН
        [kpp] КПП
        [ogrn] АГРН
        [ogrnip] АГРНІП
        [bik] БІК
        [account] нумар рахунка
        [okpo] АКПА
        [unp] УНП
        [iban] IBAN
        [bic] код BIC
        [bin] БІН (ІІН)
        [am_tin] УНП Арменіі
        [kg_tin] ІНН Кыргызстана
        [uz_tin] ІНН Узбекістана
        [gtin] штрыхкод GTIN
        [gln] нумар GLN
        [sscc] нумар SSCC
        [tnved] код ТН ЗЭД
        [eschf] нумар электроннага рахунка-фактуры
        [rnpt] РНПТ
       *[other] нумар
    }
problem-identifier-empty = Не ўказаны { identifier-kind }
problem-identifier-format = Лішні знак: праверце { identifier-kind }
problem-identifier-length = Знакаў { $found }, трэба { $expected }: праверце { identifier-kind }
problem-identifier-all-zero = Адны нулі: увядзіце { identifier-kind }
problem-identifier-first-digit = Першая лічба не тая: праверце { $kind ->
        [account] БІК
       *[other] { identifier-kind }
    }
problem-identifier-region = Першыя лічбы — не код рэгіёна: праверце { identifier-kind }
problem-identifier-chapter = Групы { $found } у ТН ЗЭД няма: праверце код
problem-identifier-country = Кода краіны «{ $found }» няма: праверце { identifier-kind }
problem-identifier-never-issued = Такіх нумароў не выдаюць: праверце { identifier-kind }
problem-identifier-checksum = Кантрольная лічба не сыходзіцца: праверце { $kind ->
        [account] рахунак і БІК
       *[other] { identifier-kind }
    }
problem-identifier-bank-mismatch = Розныя банкі: у IBAN { $iban }, у BIC { $bic }

## Remarks on numbers that are not refused

remark-treasury-account-key-not-checked = Казначэйскі рахунак: яго ключ не правяраецца
remark-tax-id-inside-fails = Падатковы нумар унутры не сыходзіцца: праверце

## Findings of the check of the store

finding-file = Файл даных пашкоджаны
finding-journal-chain = Ланцужок журнала перарваны
finding-journal-body = Запіс не супадае з журналам
finding-journal-missing = Запісу няма ў журнале
finding-row-differs = Радок спіса не супадае з запісам
finding-row-missing = Запісу няма ў спісе
finding-row-left-over = У спісе лішні радок
finding-codes-differ = Нумары для пошуку не супадаюць з запісам
finding-allocations-differ = Разнясенне аплаты не супадае з запісам
finding-sales-differ = Прададзенае па дакуменце не супадае з запісам
finding-counts-differ = Лічыльнікі не супадаюць з радкамі
finding-words-differ = Словы для пошуку не супадаюць з запісам
finding-blocks-differ = Разметка спіса не супадае з радкамі
finding-outbox-reference = Неадпраўленая праўка спасылаецца на тое, чаго няма
finding-blob-content = Змест файла не супадае з яго адбіткам

## Refusals: what happened and why; `-advice` says what to do

failure-unknown = Не атрымалася ({ $code }).
failure-unknown-advice = Захаванае на месцы. Паўтарыце; калі не дапаможа, перазапусціце праграму.
failure-unreachable = Праграма не адказвае.
failure-unreachable-advice = Закрыйце акно і адкрыйце зноў: захаванае на месцы.
failure-refused = Пакуль нельга: спачатку выпраўце заўвагі.
failure-not-found = Запіс не знойдзены.
failure-not-found-advice = Магчыма, яго прыбралі. Абнавіце спіс.
failure-bad-arguments = Праграма не зразумела запыт: нічога не зменена.
failure-bad-arguments-advice = Паўтарыце. Калі памылка вернецца, перазапусціце праграму.
failure-fault = Памылка ў праграме: нічога не зменена.
failure-fault-advice = Паўтарыце. Калі памылка вернецца, перазапусціце праграму.
failure-unknown-command = Праграма не ведае каманды «{ $name }».
failure-unknown-kind = Няма запісаў віду «{ $kind }».
failure-unknown-tab = Няма ўкладкі «{ $tab }».
failure-unknown-field = Няма поля «{ $field }».
failure-unknown-entry = Праграма не ведае такога віду поля: нічога не зменена.
failure-unknown-identifier = Няма нумароў віду «{ $kind }».

## Refusals of a record

failure-wrong-kind = З запісам гэтага віду або ў гэтым стане так нельга.
failure-wrong-kind-advice = Абнавіце спіс і адкрыйце запіс нанова.
failure-other-kind = Пад гэтым абазначэннем ёсць запіс іншага віду.
failure-other-kind-advice = Абнавіце спіс і адкрыйце запіс нанова.
failure-bad-id = Абазначэнне запісу няправільнае.
failure-bad-id-advice = Абнавіце спіс і адкрыйце запіс нанова.
failure-bad-path = У запісе няма такога поля: нічога не зменена.
failure-bad-path-advice = Абнавіце спіс і адкрыйце запіс нанова.
failure-bad-state = Запіс ужо ў іншым стане.
failure-bad-state-advice = Абнавіце спіс і адкрыйце запіс нанова.
failure-changed-since = Гэта значэнне тым часам змянілі: ваша праўка не запісана.
failure-changed-since-advice = Паглядзіце новае значэнне і паўтарыце.
failure-exists = Запіс з такім абазначэннем ужо ёсць або быў раней.
failure-exists-advice = Адкрыйце наяўны або стварыце новы.
failure-issued-is-final = Праведзены дакумент не мяняецца.
failure-issued-is-final-advice = Зрабіце копію і выпраўце яе.
failure-already-issued = Па гэтым чарнавіку рахунак ужо выстаўлены.
failure-already-issued-advice = Адкрыйце выстаўлены рахунак або зрабіце яго копію.
failure-already-paid = Рахунак ужо аплачаны цалкам.
failure-already-paid-advice = Калі прыйшлі грошы звыш рахунка, укажыце іх суму.
failure-invoice-paid = Па рахунку ёсць аплата: ануляваць яго нельга.
failure-invoice-paid-advice = Спачатку прыбярыце гэты рахунак з разнясення аплаты.
failure-reason-missing = Не ўказана прычына.
failure-reason-missing-advice = Напішыце, чаму рахунак анулююць: гэта застанецца ў гісторыі.
failure-nothing-left = Усе радкі здзелкі ўжо выстаўлены.
failure-nothing-left-advice = Дадайце радкі ў здзелку або выстаўце яе цалкам.
failure-nothing-chosen = Нічога не выбрана.
failure-nothing-chosen-advice = Выберыце запіс або файл і паўтарыце.
failure-not-empty = Запіс ужо запоўнены: выдаліць яго нельга.
failure-not-empty-advice = Прыбярыце яго ў архіў.
failure-backup-over-store = Копію нельга запісаць паверх самога сховішча.
failure-backup-over-store-advice = Выберыце іншую папку або іншую назву.
failure-referred = На запіс спасылаюцца іншыя: выдаліць яго нельга.
failure-referred-advice = Прыбярыце яго ў архіў.
failure-too-many-lines = Радкоў атрымліваецца { $count }, а ў дакуменце іх не больш за { $most }.
failure-too-many-lines-advice = Падзяліце іх на некалькі дакументаў.
failure-paste-too-large = Устаўлена занадта шмат.
failure-paste-too-large-advice = Устаўляйце часткамі або загрузіце файл.
failure-sum-too-large = Агульная сума занадта вялікая: палічыць яе нельга.
failure-sum-too-large-advice = Праверце сумы пазначаных радкоў.

## Refusals of numbering

failure-number-in-use = Нумар { $number } ужо заняты.
failure-number-in-use-advice = Укажыце апошні выдадзены нумар.
failure-number-without-digits = У нумары няма лічбаў, або іх занадта шмат.
failure-number-without-digits-advice = Увядзіце апошні нумар цалкам, напрыклад ЗМ-001198.
failure-series-exhausted = Нумары гэтай серыі скончыліся.
failure-series-exhausted-advice = Задайце новую нумарацыю ў наладах.
failure-number-in-issued = Дакумент не праведзены: лік у ім запісаны не радком.
failure-number-in-issued-advice = Увядзіце гэта значэнне нанова.

## Refusals of papers and files

failure-paper-failed = Дакумент не ўдалося сабраць у PDF.
failure-paper-failed-advice = Паўтарыце. Калі памылка вернецца, перазапусціце праграму.
failure-paper-fault = Дакумент не ўдалося сабраць у PDF: памылка ў праграме.
failure-paper-fault-advice = Паўтарыце. Калі памылка вернецца, перазапусціце праграму.
failure-paper-missing-glyph = У дакуменце ёсць знак, якога няма ў шрыфце.
failure-paper-missing-glyph-advice = Замяніце значкі і іерогліфы звычайнымі літарамі.
failure-picture-unusable = Лагатып, пячатку або подпіс надрукаваць нельга: малюнак не чытаецца.
failure-picture-unusable-advice = Загрузіце малюнак PNG або JPEG.
failure-paper-picture-unknown-kind = Малюнак — не PNG і не JPEG.
failure-paper-picture-unknown-kind-advice = Загрузіце малюнак PNG або JPEG.
failure-paper-picture-too-large = Малюнак занадта вялікі.
failure-paper-picture-too-large-advice = Паменшыце яго і загрузіце зноў.
failure-paper-picture-broken = Файл малюнка пашкоджаны.
failure-paper-picture-broken-advice = Загрузіце яго зноў або вазьміце іншы.
failure-file-not-found = Файл не знойдзены.
failure-file-not-found-advice = Праверце назву і папку.
failure-file-denied = Няма доступу да файла або папкі.
failure-file-denied-advice = Выберыце іншую папку або папрасіце правы на гэту.
failure-file-failed = Файл не ўдалося прачытаць або запісаць.
failure-file-failed-advice = Праверце, ці не адкрыты ён у іншай праграме, і паўтарыце.
failure-file-too-large = Файл занадта вялікі і не захаваны.
failure-file-too-large-advice = Сцісніце яго або падзяліце на часткі.
failure-bad-base64 = Файл перададзены з памылкай і не захаваны.
failure-bad-base64-advice = Выберыце яго яшчэ раз.

## Refusals of the store

failure-not-initialised = Даных Торгдома тут яшчэ няма.
failure-not-initialised-advice = Стварыце арганізацыю або выберыце іншую папку.
failure-already-initialised = У папцы { $profile } ужо ёсць даныя Торгдома.
failure-already-initialised-advice = Адкрыйце іх або выберыце іншую папку.
failure-passphrase-needed = Даныя зашыфраваны.
failure-passphrase-needed-advice = Увядзіце парольную фразу.
failure-wrong-passphrase = Парольная фраза не падышла.
failure-wrong-passphrase-advice = Праверце раскладку і рэгістр.
failure-passphrase-short = Парольная фраза карацейшая за { $least } знакаў.
failure-passphrase-short-advice = Вазьміце некалькі слоў.
failure-locked-by-other-desk = Гэтыя даныя ўжо адкрыты ў іншым акне Торгдома.
failure-locked-by-other-desk-advice = Перайдзіце ў тое акно або закрыйце яго.
failure-open-elsewhere = Даныя адкрыты ў іншай праграме: замяніць файл нельга.
failure-open-elsewhere-advice = Закрыйце іншыя праграмы з гэтымі данымі і паўтарыце.
failure-busy = Даныя зараз запісвае іншая праграма.
failure-busy-advice = Паўтарыце праз хвіліну.
failure-network-share = Даныя ляжаць на сеткавым дыску: там іх нельга захоўваць надзейна.
failure-network-share-advice = Перанясіце папку з данымі на гэты камп’ютар.
failure-profile-read-only = У папку з данымі нельга пісаць.
failure-profile-read-only-advice = Папрасіце правы на запіс або выберыце іншую папку.
failure-disk-full = На дыску няма месца: апошняя змена не захавана.
failure-disk-full-advice = Вызваліце месца і паўтарыце.
failure-disk-failed = Памылка дыска: апошняе дзеянне не выканана.
failure-disk-failed-advice = Праверце дыск, потым паўтарыце. Захавайце копію на іншы дыск.
failure-corrupt = Файл даных пашкоджаны.
failure-corrupt-advice = Аднавіце даныя з апошняй копіі.
failure-not-ours = Гэта не файл даных Торгдома.
failure-not-ours-advice = Праверце, ці той файл або папка выбраны.
failure-backup-is-folder = Выбрана папка, а копія — адзін файл.
failure-backup-is-folder-advice = Адкрыйце папку і выберыце ў ёй файл копіі; вашы даныя не змененыя.
failure-backup-damaged = Копія пашкоджана або запісана не да канца: аднавіць з яе нельга.
failure-backup-damaged-advice = Выберыце іншую копію; вашы даныя не змененыя.
failure-key-missing = Даныя зашыфраваныя, а файла ключа (з той самай назвай і канчаткам .key) побач няма.
failure-key-missing-advice = Пакладзіце файл ключа побач: пры стварэнні копіі ён запісаны разам з ёю.
failure-cancelled = Спынена на вашу просьбу. Даныя не змененыя.
failure-profile-is-file = Указаны файл, а даныя ляжаць у папцы.
failure-profile-is-file-advice = Укажыце папку: новую або тую, дзе даныя ўжо ёсць.
failure-newer-schema = Даныя запісаны навейшай версіяй Торгдома.
failure-newer-schema-advice = Абнавіце праграму: гэта версія іх не адкрые.

## Refusals of imports; those of a file itself are in the imports’ texts

failure-import-session-gone = Гэты файл ужо закрыты.
failure-import-session-gone-advice = Выберыце яго яшчэ раз.
failure-import-not-planned = Файл яшчэ не правераны: загружаць няма чаго.
failure-import-not-planned-advice = Супастаўце слупкі і праверце файл.
failure-import-no-such-row = У файле няма запоўненага радка { $row }.
failure-import-no-such-row-advice = Укажыце нумар радка з загалоўкамі, як у Excel.
failure-import-unknown = Такой загрузкі няма, або яна ўжо скасавана.
