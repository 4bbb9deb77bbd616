# What is wrong with a record, why the core refused, what the checks found: a sentence for every code.
# `problem-<code>`, `failure-<code>` with `failure-<code>-advice`, `finding-<code>`, `remark-<code>`; a test holds the list.

## Problems beside a field: what is wrong and what to do, in a few words

problem-unknown = Замечание без описания: { $code }
problem-not-saved = Не сохранено: введите ещё раз

## Cards: organisations, counterparties, goods, price lists

problem-name-missing = Укажите название
problem-number-missing = Укажите номер
problem-country-missing = Укажите страну
problem-country-unknown = Страны «{ $value }» нет в справочнике
problem-series-width = Ширина номера: от 0 до { $most } цифр
problem-series-next = Следующий номер: целое число от 1
problem-series-year = Это не год: «{ $value }»
problem-table-unknown = Таблицы «{ $value }» в программе нет
problem-table-rows-missing = В поправке нет строк таблицы
problem-table-row-broken = Строка { $row } таблицы не читается: проверьте это поле
problem-tax-id-missing =
    Укажите { $country ->
        [RU] ИНН
        [BY] УНП
        [KZ] БИН или ИИН
        [KG] ИНН
        [AM] УНН (ՀՎՀՀ)
        [UZ] ИНН (СТИР)
       *[other] налоговый номер
    }
problem-tax-id-other-kind = ИНН организации — 10 цифр, предпринимателя — 12
problem-kpp-missing = КПП не указан
problem-kpp-not-for-sole-trader = У предпринимателей и граждан КПП нет: уберите его
problem-bic-missing = Укажите БИК банка
problem-account-missing = Укажите расчётный счёт
problem-account-other-currency = По номеру счёт в { $currency }: проверьте валюту
problem-signer-head-missing = Не указан руководитель: добавьте подписанта
problem-signer-name-missing = Укажите имя подписанта
problem-authority-expired = Полномочия закончились { $date }: продлите или смените подписанта
problem-signer-ended = Полномочия истекли { $date }: { $name } в счёт не войдёт
problem-signer-missing = В счёте не будет руководителя: добавьте подписанта
problem-gross-less-than-net = Масса брутто меньше массы нетто
problem-certificate-expired = Сертификат просрочен: нужен новый
problem-batch-expired = Срок годности партии истёк

## Documents

problem-organisation-missing = Выберите свою организацию
problem-organisation-incomplete = У организации нет названия или налогового номера: заполните карточку
problem-counterparty-missing = Выберите контрагента
problem-counterparty-incomplete = У контрагента нет названия: заполните карточку
problem-account-missing-for-currency = У организации нет счёта в { $currency }: добавьте его
problem-currency-missing = Укажите валюту
problem-currency-unknown = Валюты «{ $value }» нет в справочнике
problem-rate-clause-same-currency = Валюта платежа та же: оговорка о курсе не нужна
problem-rate-margin-range = Надбавка к курсу — от −100 до 100 %
problem-incoterms-unknown = В Инкотермс нет условия «{ $value }»
problem-incoterms-place-missing = Укажите пункт поставки для { $value }
problem-contract-expired = Договор закончился { $date }: продлите или смените его
problem-contract-expires-soon = Договор до { $date }: { $days ->
        [0] последний день
        [one] остался { $days } день
        [few] осталось { $days } дня
       *[many] осталось { $days } дней
    }
problem-dates-reversed = Конец срока раньше начала
problem-due-missing = Срок оплаты не задан: укажите день или условия
problem-due-before-invoice = Срок оплаты раньше даты счёта
problem-calendar-unknown = Рабочие дни { $year } года программе неизвестны: проверьте срок
problem-shipment-after-contract = Отгрузка позже конца договора ({ $date })
problem-shipment-before-deal = Отгрузка раньше даты сделки
problem-terms-share-out-of-range = Доля оплаты — больше 0 и до 100 %, а не { $share }
problem-terms-days-out-of-range = Дней — целое число от 0 до { $max }, а не { $days }
problem-terms-shares-not-hundred = Доли дают { $total } %, нужно ровно 100 %
problem-share-out-of-range = Доля предоплаты — больше 0 и до 100 %, а не { $share }

## Lines, sums, VAT

problem-lines-missing = Добавьте хотя бы одну строку
problem-too-many-lines = Строк { $count }, можно не больше { $most }: разделите документ
problem-line-name-missing = Укажите наименование товара или услуги
problem-unit-missing = Укажите единицу измерения
problem-unit-unknown = Единицы «{ $value }» нет в справочнике: выберите из списка
problem-quantity-missing = Укажите количество
problem-quantity-not-positive = Количество должно быть больше нуля
problem-price-missing = Укажите цену
problem-price-negative = Цена не может быть меньше нуля
problem-price-zero = Цена — ноль: так и нужно?
problem-discount-range = Скидка — от 0 до 100 %
problem-total-zero = Итог — ноль: проверьте цены
problem-sum-missing = Укажите сумму
problem-sum-negative = Значение не может быть меньше нуля
problem-sum-not-positive = Сумма должна быть больше нуля
problem-sum-too-large = Сумма слишком велика: проверьте количество и цену
problem-sum-too-precise = В сумме больше двух знаков после запятой
problem-sum-finer-than-currency = В валюте { $value } нет копеек: сумма должна быть целой
problem-currency-finer = В валюте { $value } больше двух знаков после запятой: счета в ней не ведутся
problem-allocation-not-positive = Сумма по счёту: больше нуля и не мельче копейки
problem-allocated-more-than-paid = По счетам разнесено больше, чем оплачено
problem-allocation-not-issued = Этот счёт аннулирован или не выставлен: уберите его
problem-allocation-other-currency = Счёт в другой валюте: { $currency }
problem-allocation-other-counterparty = Счёт другого контрагента: { $name }
problem-allocation-more-than-rest = Больше, чем осталось по счёту: { $left } { $currency }
problem-vat-missing = Укажите ставку НДС
problem-vat-unknown = Нет такой ставки НДС: выберите из списка
problem-vat-no-rate = На { $date } такой ставки НДС нет: выберите другую
problem-vat-not-in-force = Ставка НДС { $code } на { $date } не действует
problem-vat-rate-changes = С { $date } НДС { $new } вместо { $old }: проверьте отгрузку

## Dates and what was typed

problem-date-missing = Укажите дату
problem-date-in-future = Дата { $date } ещё не наступила
problem-date-other-year = Счёт { $year } года: номер будет из серии того года
problem-date-before-last = Раньше последнего счёта: № { $number } от { $date }
problem-more-than-deal = Счета по сделке превысят её сумму: осталось выставить { $left }
problem-contract-other-party = Договор не этих сторон: выберите другой
problem-date-out-of-range = Дата слишком далека: проверьте год
problem-date-unreadable = Дата не распознана: введите, например, 22.11.2026
problem-date-ambiguous = Дату можно прочесть по-разному: введите полностью, 22.11.2026
problem-impossible-date = Такого дня нет в календаре
problem-entry-empty = Ничего не введено
problem-entry-too-long = Слишком длинная запись: сократите
problem-entry-character = Лишний знак, { $position }-й по счёту: нужно число
problem-entry-unfinished = Выражение не закончено
problem-entry-ambiguous = Число можно прочесть по-разному: уберите лишние знаки
problem-entry-two-signs = Два знака действия подряд: уберите один
problem-entry-parenthesis = Скобка не закрыта
problem-entry-too-deep = Слишком много скобок: упростите
problem-entry-too-large = Число слишком велико
problem-entry-too-precise = Слишком много знаков после запятой
problem-entry-division-by-zero = На ноль делить нельзя
problem-entry-no-value = Процент не от чего считать: введите число
problem-entry-percent = Процент здесь не считается: пишите, например, +20%
problem-entry-not-number = Нужно число
problem-control-characters = В тексте скрытые знаки: наберите заново
problem-text-too-long = Длиннее { $most } знаков: сократите
problem-glyph-missing = Знака «{ $character }» нет в шрифте: замените его
problem-shape = Значение не того вида: введите заново
problem-not-an-object = Здесь нужен объект JSON с полями записи
problem-words-too-precise = Прописью — не больше { $most } знаков после запятой
problem-words-unknown-currency = Валюту «{ $currency }» прописью написать нельзя

## Numbers of the registers. `kind` is the number’s name in the core; `identifier-kind` says it after «проверьте»

identifier-kind = { $kind ->
        [tax_id] налоговый номер
        [inn] ИНН
        [kpp] КПП
        [ogrn] ОГРН
        [ogrnip] ОГРНИП
        [bik] БИК
        [account] номер счёта
        [okpo] ОКПО
        [unp] УНП
        [iban] IBAN
        [bic] код BIC
        [bin] БИН (ИИН)
        [am_tin] УНН Армении
        [kg_tin] ИНН Киргизии
        [uz_tin] ИНН Узбекистана
        [gtin] штрихкод GTIN
        [gln] номер GLN
        [sscc] номер SSCC
        [tnved] код ТН ВЭД
        [eschf] номер ЭСЧФ
        [rnpt] РНПТ
       *[other] номер
    }
problem-identifier-empty = Не указан { identifier-kind }
problem-identifier-format = Лишний знак: проверьте { identifier-kind }
problem-identifier-length = Знаков { $found }, нужно { $expected }: проверьте { identifier-kind }
problem-identifier-all-zero = Одни нули: введите { identifier-kind }
problem-identifier-first-digit = Первая цифра не та: проверьте { $kind ->
        [account] БИК
       *[other] { identifier-kind }
    }
problem-identifier-region = Первые цифры — не код региона: проверьте { identifier-kind }
problem-identifier-chapter = Группы { $found } в ТН ВЭД нет: проверьте код
problem-identifier-country = Кода страны «{ $found }» нет: проверьте { identifier-kind }
problem-identifier-never-issued = Таких номеров не выдают: проверьте { identifier-kind }
problem-identifier-checksum = Контрольная цифра не сходится: проверьте { $kind ->
        [account] счёт и БИК
       *[other] { identifier-kind }
    }
problem-identifier-bank-mismatch = Разные банки: в IBAN { $iban }, в BIC { $bic }

## Remarks on numbers that are not refused

remark-treasury-account-key-not-checked = Казначейский счёт: его ключ не проверяется
remark-tax-id-inside-fails = Налоговый номер внутри не сходится: проверьте

## Findings of the check of the store

finding-file = Файл данных повреждён
finding-journal-chain = Цепочка журнала прервана
finding-journal-body = Запись не совпадает с журналом
finding-journal-missing = Записи нет в журнале
finding-row-differs = Строка списка не совпадает с записью
finding-row-missing = Записи нет в списке
finding-row-left-over = В списке лишняя строка
finding-codes-differ = Номера для поиска не совпадают с записью
finding-allocations-differ = Разнесение оплаты не совпадает с записью
finding-sales-differ = Проданное по документу не совпадает с записью
finding-counts-differ = Счётчики не совпадают со строками
finding-words-differ = Слова для поиска не совпадают с записью
finding-blocks-differ = Разметка списка не совпадает со строками
finding-outbox-reference = Неотправленная правка ссылается на то, чего нет
finding-blob-content = Содержимое файла не совпадает с его отпечатком

## Refusals: what happened and why; `-advice` says what to do

failure-unknown = Не получилось ({ $code }).
failure-unknown-advice = Сохранённое на месте. Повторите; если не поможет, перезапустите программу.
failure-unreachable = Программа не отвечает.
failure-unreachable-advice = Закройте окно и откройте снова: сохранённое на месте.
failure-refused = Пока нельзя: сначала исправьте замечания.
failure-not-found = Запись не найдена.
failure-not-found-advice = Возможно, её убрали. Обновите список.
failure-bad-arguments = Программа не поняла запрос: ничего не изменено.
failure-bad-arguments-advice = Повторите. Если ошибка вернётся, перезапустите программу.
failure-fault = Ошибка в программе: ничего не изменено.
failure-fault-advice = Повторите. Если ошибка вернётся, перезапустите программу.
failure-unknown-command = Программа не знает команды «{ $name }».
failure-unknown-kind = Нет записей вида «{ $kind }».
failure-unknown-tab = Нет вкладки «{ $tab }».
failure-unknown-field = Нет поля «{ $field }».
failure-unknown-entry = Программа не знает такого вида поля: ничего не изменено.
failure-unknown-identifier = Нет номеров вида «{ $kind }».

## Refusals of a record

failure-wrong-kind = С записью этого вида или в этом состоянии так нельзя.
failure-wrong-kind-advice = Обновите список и откройте запись заново.
failure-other-kind = Под этим обозначением записана запись другого вида.
failure-other-kind-advice = Обновите список и откройте запись заново.
failure-bad-id = Обозначение записи неверно.
failure-bad-id-advice = Обновите список и откройте запись заново.
failure-bad-path = У записи нет такого поля: ничего не изменено.
failure-bad-path-advice = Обновите список и откройте запись заново.
failure-bad-state = Запись уже в другом состоянии.
failure-bad-state-advice = Обновите список и откройте запись заново.
failure-changed-since = Это значение тем временем изменили: ваша правка не записана.
failure-changed-since-advice = Посмотрите новое значение и повторите.
failure-exists = Запись с таким обозначением уже есть или была раньше.
failure-exists-advice = Откройте имеющуюся или создайте новую.
failure-issued-is-final = Проведённый документ не меняется.
failure-issued-is-final-advice = Сделайте копию и исправьте её.
failure-already-issued = По этому черновику счёт уже выставлен.
failure-already-issued-advice = Откройте выставленный счёт или сделайте его копию.
failure-already-paid = Счёт уже оплачен полностью.
failure-already-paid-advice = Если пришли деньги сверх счёта, укажите их сумму.
failure-invoice-paid = По счёту есть оплата: аннулировать его нельзя.
failure-invoice-paid-advice = Сначала уберите этот счёт из разнесения оплаты.
failure-reason-missing = Не указана причина.
failure-reason-missing-advice = Напишите, почему счёт аннулируют: это останется в истории.
failure-nothing-left = Все строки сделки уже выставлены.
failure-nothing-left-advice = Добавьте строки в сделку или выставьте её целиком.
failure-nothing-chosen = Ничего не выбрано.
failure-nothing-chosen-advice = Выберите запись или файл и повторите.
failure-not-empty = Запись уже заполнена: удалить её нельзя.
failure-not-empty-advice = Уберите её в архив.
failure-backup-over-store = Копию нельзя записать поверх самого хранилища.
failure-backup-over-store-advice = Выберите другую папку или другое имя.
failure-referred = На запись ссылаются другие: удалить её нельзя.
failure-referred-advice = Уберите её в архив.
failure-too-many-lines = Строк получается { $count }, а в документе их не больше { $most }.
failure-too-many-lines-advice = Разделите их на несколько документов.
failure-paste-too-large = Вставлено слишком много.
failure-paste-too-large-advice = Вставляйте частями или загрузите файл.
failure-sum-too-large = Общая сумма слишком велика: посчитать её нельзя.
failure-sum-too-large-advice = Проверьте суммы помеченных строк.

## Refusals of numbering

failure-number-in-use = Номер { $number } уже занят.
failure-number-in-use-advice = Укажите последний выданный номер.
failure-number-without-digits = В номере нет цифр, или их слишком много.
failure-number-without-digits-advice = Введите последний номер целиком, например ЗМ-001198.
failure-series-exhausted = Номера этой серии закончились.
failure-series-exhausted-advice = Задайте новую нумерацию в настройках.
failure-number-in-issued = Документ не проведён: число в нём записано не строкой.
failure-number-in-issued-advice = Введите это значение заново.

## Refusals of papers and files

failure-paper-failed = Документ не удалось собрать в PDF.
failure-paper-failed-advice = Повторите. Если ошибка вернётся, перезапустите программу.
failure-paper-fault = Документ не удалось собрать в PDF: ошибка в программе.
failure-paper-fault-advice = Повторите. Если ошибка вернётся, перезапустите программу.
failure-paper-missing-glyph = В документе есть знак, которого нет в шрифте.
failure-paper-missing-glyph-advice = Замените значки и иероглифы обычными буквами.
failure-picture-unusable = Логотип, печать или подпись напечатать нельзя: картинка не читается.
failure-picture-unusable-advice = Загрузите картинку PNG или JPEG.
failure-paper-picture-unknown-kind = Картинка — не PNG и не JPEG.
failure-paper-picture-unknown-kind-advice = Загрузите картинку PNG или JPEG.
failure-paper-picture-too-large = Картинка слишком большая.
failure-paper-picture-too-large-advice = Уменьшите её и загрузите снова.
failure-paper-picture-broken = Файл картинки повреждён.
failure-paper-picture-broken-advice = Загрузите её снова или возьмите другую.
failure-file-not-found = Файл не найден.
failure-file-not-found-advice = Проверьте имя и папку.
failure-file-denied = Нет доступа к файлу или папке.
failure-file-denied-advice = Выберите другую папку или попросите права на эту.
failure-file-failed = Файл не удалось прочитать или записать.
failure-file-failed-advice = Проверьте, не открыт ли он в другой программе, и повторите.
failure-file-too-large = Файл слишком большой и не сохранён.
failure-file-too-large-advice = Сожмите его или разделите на части.
failure-bad-base64 = Файл передан с ошибкой и не сохранён.
failure-bad-base64-advice = Выберите его ещё раз.

## Refusals of the store

failure-not-initialised = Данных Торгдома здесь ещё нет.
failure-not-initialised-advice = Создайте организацию или выберите другую папку.
failure-already-initialised = В папке { $profile } уже есть данные Торгдома.
failure-already-initialised-advice = Откройте их или выберите другую папку.
failure-passphrase-needed = Данные зашифрованы.
failure-passphrase-needed-advice = Введите парольную фразу.
failure-wrong-passphrase = Парольная фраза не подошла.
failure-wrong-passphrase-advice = Проверьте раскладку и регистр.
failure-passphrase-short = Парольная фраза короче { $least } знаков.
failure-passphrase-short-advice = Возьмите несколько слов.
failure-locked-by-other-desk = Эти данные уже открыты в другом окне Торгдома.
failure-locked-by-other-desk-advice = Перейдите в то окно или закройте его.
failure-open-elsewhere = Данные открыты в другой программе: заменить файл нельзя.
failure-open-elsewhere-advice = Закройте другие программы с этими данными и повторите.
failure-busy = Данные сейчас записывает другая программа.
failure-busy-advice = Повторите через минуту.
failure-network-share = Данные лежат на сетевом диске: там их нельзя хранить надёжно.
failure-network-share-advice = Перенесите папку с данными на этот компьютер.
failure-profile-read-only = В папку с данными нельзя писать.
failure-profile-read-only-advice = Попросите права на запись или выберите другую папку.
failure-disk-full = На диске нет места: последнее изменение не сохранено.
failure-disk-full-advice = Освободите место и повторите.
failure-disk-failed = Ошибка диска: последнее действие не выполнено.
failure-disk-failed-advice = Проверьте диск, затем повторите. Сохраните копию на другой диск.
failure-corrupt = Файл данных повреждён.
failure-corrupt-advice = Восстановите данные из последней копии.
failure-not-ours = Это не файл данных Торгдома.
failure-not-ours-advice = Проверьте, тот ли файл или папка выбраны.
failure-backup-is-folder = Выбрана папка, а копия — один файл.
failure-backup-is-folder-advice = Откройте папку и выберите в ней файл копии; ваши данные не изменены.
failure-backup-damaged = Копия повреждена или записана не до конца: восстановить из неё нельзя.
failure-backup-damaged-advice = Выберите другую копию; ваши данные не изменены.
failure-key-missing = Данные зашифрованы, а файла ключа (с тем же именем и окончанием .key) рядом нет.
failure-key-missing-advice = Положите файл ключа рядом: при создании копии он записан вместе с нею.
failure-cancelled = Остановлено по вашей просьбе. Данные не изменены.
failure-profile-is-file = Указан файл, а данные лежат в папке.
failure-profile-is-file-advice = Укажите папку: новую или ту, где данные уже есть.
failure-newer-schema = Данные записаны более новой версией Торгдома.
failure-newer-schema-advice = Обновите программу: эта версия их не откроет.

## Refusals of imports; those of a file itself are in the imports’ texts

failure-import-session-gone = Этот файл уже закрыт.
failure-import-session-gone-advice = Выберите его ещё раз.
failure-import-not-planned = Файл ещё не проверен: загружать нечего.
failure-import-not-planned-advice = Сопоставьте столбцы и проверьте файл.
failure-import-no-such-row = В файле нет заполненной строки { $row }.
failure-import-no-such-row-advice = Укажите номер строки с заголовками, как в Excel.
failure-import-unknown = Такой загрузки нет, или она уже отменена.
