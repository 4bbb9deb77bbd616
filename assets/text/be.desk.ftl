# Words of the desk.

## The window

brand = Торгдом
sections = Раздзелы
section-today = Сёння
section-deal = Здзелкі
section-invoice = Рахункі
section-payment = Аплаты
section-counterparty = Контрагенты
section-contract = Дагаворы
section-good = Тавары
section-price-list = Прайс-лісты
section-import = Загрузка
section-settings = Налады
section-burning = гарыць:
section-cap = Раздзел
alt-digit = Alt + лічба
find-hint = Пошук і каманды
palette-hint = Каманда, нумар, назва, ІНН або УНП
organisation-now = Арганізацыя: { $name }
organisation-choose = Чые дакументы паказваць
all-organisations = Усе арганізацыі
demo-mark = Прыклады
toasts = Паведамленні
progress = Ідзе праца
progress-count = { $done } з { $total }
work-verify = Праверка даных
work-rebuild = Пераразлік спісаў і пошуку
work-papers = Друкаваныя формы
work-import = Загрузка
pane = Панэль
version = Версія { $version }
close = Закрыць
cancel = Скасаваць
apply = Прымяніць
more = Яшчэ дзеянні
remove = Прыбраць
check = Праверка
saving = Захоўваецца
saved-at = Захавана { $time } на гэтай прыладзе
archived = У архіве: { $name }
unarchived = Вернута з архіва: { $name }
archive = У архіў
unarchive = З архіва
archived-no-deal = Запіс у архіве, спачатку вярніце яго
no-access = няма доступу
open-record = Адкрыць: { $name }
create-named = Стварыць: { $kind } «{ $name }»
create-new = Стварыць: { $kind }
nothing-found = Нічога не знойдзена
nothing-found-advice = Пад гэты фільтр нічога не падыходзіць. Словы можна пісаць у любым парадку, ІНН і УНП лічбамі.
drop-filter = Зняць фільтр
and-more = і яшчэ { $count }
count = { $count }
from-date = ад { $date }
from-word = ад
until = да { $date }
no-term = без тэрміну
kind-number = { $kind } № { $number }
kind-draft = { $kind }, чарнавік
kind-organisation = Арганізацыя
kind-counterparty = Контрагент
kind-contract = Дагавор
kind-good = Тавар
kind-price-list = Прайс-ліст
kind-deal = Здзелка
kind-invoice = Рахунак
kind-payment = Аплата
kind-series = Нумарацыя
kind-settings = Налады
status-draft = Чарнавік
status-issued = Праведзены
status-part = Часткова
status-paid = Аплачаны
status-late = Пратэрмін.
status-void = Ануляваны
status-archived = У архіве
status-became-issued = Выстаўлены
status-live = Дзейнічае
status-expiring = Сканчаецца
status-expired = Скончыўся
undo-undone = Скасавана
undo-redone = Паўторана
undo-nothing-to-undo = Няма чаго скасоўваць
undo-changed-since = Значэнне з таго часу змянілі, скасаванне не выканана
undo-issued-is-final = Выстаўлены рахунак не скасаваць: яго можна ануляваць

## Actions and their keys

action-palette = Пошук і каманды
action-help = Усе клавішы
action-back = Назад
action-undo = Скасаваць
action-redo = Паўтарыць
action-pane = Бакавая панэль
action-organisation = Змяніць арганізацыю
action-theme = Светлы або цёмны выгляд
action-language = Змяніць мову
action-go-today = Перайсці: Сёння
action-go-deals = Перайсці: Здзелкі
action-go-invoices = Перайсці: Рахункі
action-go-payments = Перайсці: Аплаты
action-go-counterparties = Перайсці: Контрагенты
action-go-contracts = Перайсці: Дагаворы
action-go-goods = Перайсці: Тавары
action-go-prices = Перайсці: Прайс-лісты
action-go-import = Перайсці: Загрузка
action-go-settings = Перайсці: Налады
action-open = Адкрыць
action-new = Новы запіс
action-filter = Фільтр
action-narrow = Адбор
action-save-filter = Захаваць адбор…
action-columns = Слупкі
action-xlsx = XLSX
action-next-tab = Наступны адбор
action-previous-tab = Папярэдні адбор
action-mark = Пазначыць радок
action-mark-all = Пазначыць усе
action-print-marked = Надрукаваць пазначаныя
action-pay-current = Аплата
action-archive-current = У архіў або назад
action-post = Правесці
action-issue-print = Выставіць і надрукаваць
action-print = Друк
action-save-pdf = Захаваць PDF
action-preview = Прагляд
action-copy-record = Копія
action-invoice = Выставіць рахунак
action-pay = Аплата
action-void = Ануляваць
action-archive = У архіў або назад
action-attach = Далучыць файл
action-problems = Чаго не хапае
action-history = Гісторыя
action-add-row = Новы радок
action-new-deal = Новая здзелка
action-section-1 = Частка 1 карткі
action-section-2 = Частка 2 карткі
action-section-3 = Частка 3 карткі
action-section-4 = Частка 4 карткі
action-section-5 = Частка 5 карткі
action-section-6 = Частка 6 карткі
action-grid-next = Наступнае пустое поле
action-grid-field = Наступнае поле
action-grid-choose = Выбраць са спіса
action-grid-edit = Выправіць ячэйку
action-grid-copy = Копія радка
action-grid-remove = Прыбраць радок
action-grid-new = Да новага радка
action-grid-up = Радок вышэй
action-grid-down = Радок ніжэй
action-grid-paste = Уставіць з Excel
action-today-new = Новая здзелка
action-today-act = Адкрыць радок
action-today-pay = Запісаць аплату
action-first-next = Далей
action-first-start = Пачаць
action-first-empty = З чыстага ліста
action-first-demo = З прыкладамі
action-first-import = Перанесці даныя
action-import-next = Далей
action-import-file = Выбраць файл
action-import-undo = Скасаваць загрузку
action-backup-now = Зрабіць копію
action-verify-now = Праверыць даныя
action-rebuild-now = Пераразлічыць спісы і пошук
action-restore-last = Аднавіць апошнюю копію
action-keep-passphrase = Захаваць парольную фразу
action-start-again = Паспрабаваць яшчэ раз
action-start-restore = Аднавіць апошнюю копію
start-restore-text = Файл, які не адкрыўся, застанецца побач: нічога не сціраецца.
close-desk = Закрыць праграму
action-close-desk = Закрыць праграму
action-different = Гэта іншы контрагент
action-picture-logo = Выбраць лагатып
action-picture-stamp = Выбраць пячатку
action-picture-signature = Выбраць подпіс
action-again = Паспрабаваць яшчэ раз
action-stop-work = Спыніць
action-confirm = Пацвердзіць
hint-palette = каманды
hint-help = усе клавішы
hint-back = назад
hint-undo = скасаваць
hint-organisation = арганізацыя
hint-open = адкрыць
hint-mark = пазначыць
hint-new = новая
hint-filter = фільтр
hint-next-tab = адбор
hint-post = правесці
hint-problems = чаго не хапае
hint-history = гісторыя
hint-copy-record = копія
hint-attach = файл
hint-grid-next = далей
hint-grid-field = наступнае поле
hint-grid-choose = выбраць
hint-grid-copy = копія радка
hint-grid-remove = прыбраць радок
hint-today-act = адкрыць
hint-today-pay = запісаць аплату
hint-today-new = новая здзелка
hint-first-next = далей
hint-first-start = пачаць
hint-language = мова
hint-import-file = выбраць файл
hint-import-next = далей
hint-import-undo = скасаваць
place-desk = Усюды
place-list = Спіс
place-record = Дакумент і картка
place-grid = Радкі дакумента
place-today = Сёння
place-firstrun = Першы запуск
place-import = Загрузка
place-settings = Налады
place-door = Уваход
help-title = Клавішы і ўвод
help-intro = Літары працуюць у любой раскладцы. Шэрым паказана тое, што тут зараз не дзейнічае.
help-entry-title = Як уводзіць
help-numbers = Лікі: 1234,56 або 1234.56; можна лічыць: 1200*1,2, 15000/1,2, +20%.
help-dates = Даты: 22, 2211, 221126, 22.11; +7 — праз тыдзень, кропка — сёння.
help-search = Пошук: словы ў любым парадку, ІНН і УНП лічбамі, раскладка выпраўляецца сама.
help-paste = Радкі з Excel устаўляюцца з актыўнай ячэйкі; што не прынята, паказана па ячэйках.
help-saving = Усё захоўваецца само на гэтай прыладзе. Закрываць можна ў любы момант.

## Lists

filter-placeholder = Фільтр па словах
filters = Адборы
columns-title = Слупкі спіса
columns-note = Стрэлкі ўверх і ўніз ходзяць па слупках, прабел паказвае і хавае, улева і ўправа мяняюць шырыню.
columns-none = Пакіньце хоць адзін слупок
columns-reset = Вярнуць звычайныя
column-width = { $width } пікс.
marked-first = Пазначаны першыя { $count } з { $total }: болей за раз нельга
narrow-from = Дата з
narrow-to = па
narrow-sum-from = Сума ад
narrow-sum-to = да
narrow-crossed = Першы дзень пазней за апошні
chips = Умовы адбору
chip-from = з { $date }
chip-to = па { $date }
chip-sum-from = сума ад { $sum }
chip-sum-to = сума да { $sum }
chip-drop = Зняць умову: { $what }
filter-changed = зменены
edit-filter = Змяніць адбор…
save-filter-title = Захаваць адбор
edit-filter-title = Захаваны адбор
save-filter-note = Адбор стане побач з укладкамі гэтага спіса. Даты накшталт −30 і кропкі разлічваюцца кожны дзень нанова.
save-filter-name = Назва
save-filter-confirm = Захаваць адбор
save-filter-empty = Спачатку задайце ўкладку, словы, даты або сумы
save-filter-no-name = Назавіце адбор
save-filter-taken = Такі адбор ужо ёсць
save-filter-many = Болей за дваццаць адбораў не захаваць
remove-filter = Прыбраць адбор
filter-removed = Адбор «{ $name }» прыбраны
pane-close = Закрыць панэль, { $key }
owes-us = Нам вінны
owes-nothing = Даўгоў няма
owes-late = з іх пратэрмінавана
left-in-contract = Засталося
field-term = Тэрмін
until-date = да { $date }
no-end = бестэрмінова
no-limit = не абмежавана
files-none = Файлаў няма
allocations-none = Пакуль ніводзін: гэта аванс
list-place = Радок { $row } з { $total }
list-cut-short = падыходзіць болей, паказаны найноўшыя
marked = Пазначаны
marked-rows = Пазначаныя радкі
marked-count = Пазначана { $count }
unmark = Зняць
sum = Сума
rest = Астатак
print-marked = Надрукаваць { $count }
save-marked = Захаваць { $count }
exported =
    Запісана ў XLSX: { $count ->
        [one] { $count } радок
        [few] { $count } радкі
       *[many] { $count } радкоў
    }
nothing-to-export = У спісе нічога няма
import-some = Загрузіць з файла
column-n = №
column-number = Нумар
column-date = Дата
column-status = Статус
column-currency = Вал.
column-total = Сума
column-rest = Астатак
column-to-invoice = Не аплачана
column-unallocated = Не разнесена
column-due = Тэрмін
column-counterparty = Контрагент
column-buyer = Пакупнік
column-updated = Зменена
column-name = Назва
column-country = Краіна
column-tax-id = ІНН, УНП
column-limit = Сума дагавора
column-limit-left = Астатак
column-valid-to = Да
column-article = Артыкул
column-line-name = Найменне
column-unit = Адз.
column-quantity = Кол-ць
column-price = Цана
column-discount = Скідка
column-vat = ПДВ
column-gross = Сума з ПДВ
column-origin = Паходжанне
column-debt = Доўг
column-price-list = Прайс-ліст
column-from = З
column-to = Па
tab-deal-all = Усе
tab-deal-drafts = Чарнавікі
tab-deal-to-pay = Чакаюць аплаты
tab-deal-part = Аплачаны часткова
tab-deal-paid = Аплачаны
tab-deal-archived = Архіў
tab-invoice-all = Усе
tab-invoice-drafts = Чарнавікі
tab-invoice-to-pay = Да аплаты
tab-invoice-late = Пратэрмінаваны
tab-invoice-due-week = Тэрмін на тыдні
tab-invoice-part = Часткова
tab-invoice-paid = Аплачаны
tab-invoice-void = Ануляваны
tab-invoice-archived = Архіў
tab-payment-all = Усе
tab-payment-drafts = Чарнавікі
tab-payment-to-pay = Не разнесены
tab-payment-incoming = Паступленні
tab-payment-outgoing = Спісанні
tab-payment-archived = Архіў
tab-counterparty-all = Усе
tab-counterparty-buyers = Пакупнікі
tab-counterparty-suppliers = Пастаўшчыкі
tab-counterparty-archived = Архіў
tab-contract-all = Усе
tab-contract-expiring = Сканчаюцца
tab-contract-expired = Скончыліся
tab-contract-archived = Архіў
tab-good-all = Усе
tab-good-archived = Архіў
tab-price-list-all = Усе
tab-price-list-expiring = Сканчаюцца
tab-price-list-expired = Скончыліся
tab-price-list-archived = Архіў

## Lines of a paper

lines = Радкі
grid-place = Радок { $row } з { $rows } · { $column }
grid-place-new = Новы радок, усяго { $rows }
cell-of = { $column }, радок { $row }
new-line-hint = Артыкул або слова з назвы
new-line-excel = радкі з Excel
goods-none = Тавараў яшчэ няма: напішыце назву
line-free = Радок без карткі: «{ $text }»
instead-of = замест { $value }
lines-count =
    { $count ->
        [one] { $count } радок
        [few] { $count } радкі
       *[many] { $count } радкоў
    }
net = Без ПДВ
vat = ПДВ
vat-at = ПДВ { $rate }
vat-part = ПДВ { $rate }: { $sum }
gross = З ПДВ
total = Усяго
totals = Вынікі
without-vat = без ПДВ
without-vat-short = без
line-n = Радок { $n }
line-field = радок { $n }, { $field }
line-net = Без ПДВ
line-vat = ПДВ
line-price-after = Цана са скідкай
line-settled = Мінулая цана
line-tnved = ТН ЗЭД
line-origin = Паходжанне
paste-report = Вынік устаўкі
paste-done = Запоўнена ячэек: { $filled }, новых радкоў: { $added }, не прынята: { $failed }
paste-cell = Радок { $row }, слупок { $column }:
paste-empty = пуста

## Panes of a record

missing = Чаго не хапае
all-filled = Усё запоўнена
level-blocks = Перашкаджае правесці:
level-warns = Папярэджанне:
history = Гісторыя
history-you = Вы
op-create = створана
op-edit = зменена
op-state = зменены стан
op-issue = выстаўлена
op-void = анулявана
op-archive = прыбрана ў архіў
op-unarchive = вернута з архіва
op-post = праведзена
op-purge = выдалена
files = Файлы
files-note = Скан можна перацягнуць на гэтую старонку.
file-remove = Прыбраць файл { $name }
drop-here = Адпусціце, каб далучыць
chain = Рух
chain-deal = Сума
chain-invoice = Выстаўлена
chain-payment = Атрымана
chain-contract = Сума дагавора
chain-whole = увесь плацёж { $sum }
chain-over = Выстаўлена звыш здзелкі
chain-rest-deal = Засталося выставіць
chain-rest-invoice = Засталося атрымаць
chain-rest-contract = Засталося па дагаворы
strip-invoiced = выстаўлена
strip-rest = засталося
strip-problems = Заўваг: { $count }
papers = Дакументы
papers-none = Дакументаў яшчэ няма. Новая здзелка: { $key }
page-of-paper = { $title }, старонка { $page } з { $pages }
paper-not-drawn = Паперу не ўдалося паказаць. Захавайце PDF і адкрыйце яго.
paper-saved = Захавана: { $path }
paper-printed = Адпраўлена на друк: { $name }

## Counterparties and organisations

counterparty-new = Новы контрагент
counterparties-empty = Контрагентаў яшчэ няма
counterparties-empty-text = Тут тыя, каму вы прадаяце і ў каго купляеце. Завядзіце першага або загрузіце спіс з 1С і Excel.
requisites = Рэквізіты
terms-usual = Умовы
role-buyer = пакупнік
role-supplier = пастаўшчык
tax-id-fine = нумар правільны
accounts = Рахункі ў банках
account-add = Рахунак
account-fine = ключ правільны
account-main = асноўны рахунак валюты
accounts-note = Рахунак патрэбны, калі вы яму плаціце.
accounts-own-note = Рахунак друкуецца ў рахунках на аплату: без яго рахунак не выставіць.
signers = Падпісваюць
signer-add = Падпісант
signers-note = Кіраўнік і бухгалтар з падставай іх правоў.
addresses = Адрасы
address-add = Адрас
contacts = Кантакты
contact-add = Кантакт
contacts-note = Тэлефоны і пошта людзей у дакументы не трапляюць.
tax-ids = Іншыя і ранейшыя нумары
tax-id-add = Нумар
divisions = Падраздзяленні са сваім КПП
division-add = Падраздзяленне
contracts = Дагаворы
contract-add = Дагавор
left-of-limit = астатак { $sum }
similar-title = Падобны на іншую картку
similar-same-id = нумар той жа: { $tax_id }
similar-name = падобная назва, { $tax_id }
similar-open = Адкрыць яе
similar-different = Гэта розныя
organisation-add = Арганізацыя
organisation-new = Новая арганізацыя
organisation-usual = для новых дакументаў
organisation-papers = Паперы
organisations-note = Ад імя гэтых арганізацый выстаўляюцца рахункі. Іх можа быць некалькі.
pictures-note = Лагатып, пячатка і подпісы друкуюцца ў рахунках. Падыдуць PNG або JPEG; пячатка лепш з празрыстым фонам.
picture-choose = Выбраць малюнак
picture-change = Замяніць
picture-remove = Прыбраць малюнак

## Contracts

contract-new = Новы дагавор
contracts-empty = Дагавораў яшчэ няма
contracts-empty-text = Дагавор дае здзелцы валюту, цэны, ПДВ і тэрміны аплаты. Завядзіце першы або загрузіце спіс.
contract-itself = Дагавор
contract-money = Грошы і пастаўка
contract-deals = Здзелкі па дагаворы
limit-left = застаецца { $sum }
terms-title = Тэрміны аплаты
terms-none = не зададзены
terms-add = Частка
terms-prepayment = { $share } % перадаплата
terms-preset-prepaid = 100 % перадаплата
terms-preset-half = 50 % перадаплата, 50 % праз 14 дзён
terms-preset-deferred-14 = Адтэрміноўка 14 дзён
terms-preset-deferred-30 = Адтэрміноўка 30 дзён
rate-clause-title = Валютная агаворка
rate-clause-intro = Цана ў адной валюце, аплата ў іншай: па чыім курсе і якога дня.
rate-clause-none = аплата ў той жа валюце
incoterms-place-hint = пункт

## Goods and prices

good-new = Новы тавар
goods-empty = Тавараў яшчэ няма
goods-empty-text = Тавары падстаўляюцца ў радкі здзелак з адзінкай, цаной і ПДВ. Завядзіце першы або загрузіце наменклатуру.
good-itself = Тавар
good-codes = Коды і вага
good-tracking = Улік
good-prices = Цэны
good-prices-none = Ні ў адным прайс-лісце яго няма.
batches = Партыі
batch-add = Партыя
certificates = Сертыфікаты і дэкларацыі
certificate-add = Сертыфікат
kg = кг
days-word = дзён
months-word = месяцаў
price-list-new = Новы прайс-ліст
prices = Цэны
prices-empty = Прайс-лістоў яшчэ няма
prices-empty-text = Цана ў радок здзелкі бярэцца з прайс-ліста дагавора на яе дату.
prices-none = Цэн яшчэ няма: дадайце тавар або загрузіце файл.
prices-count =
    { $count ->
        [one] { $count } цана
        [few] { $count } цаны
       *[many] { $count } цэн
    }
price-add = Дадаць тавар
price-of = Цана: { $name }
no-price-list = без прайс-ліста

## Deals

deal-new = Новая здзелка
deals-empty = Здзелак яшчэ няма
deals-empty-text = Здзелка — гэта тое, пра што вы дамовіліся з пакупніком. З яе выстаўляюцца рахункі.
deal-post = Правесці і закрыць
deal-close = Закрыць
deal-posted = Здзелка № { $number } праведзена
deal-copied = Гэта копія: праверце дату і цэны
deal-no-lines = У здзелцы няма радкоў
buyer-hint = F4: выбраць
make-invoice = Выставіць рахунак
invoice-rest = Выставіць астатак
invoice-from-title = Рахунак па здзелцы { $number }
invoice-from-draft = Рахунак па гэтай здзелцы
invoice-from-all = Па гэтай здзелцы ўжо выстаўлена ўсё.
invoice-from-what = Што выставіць
invoice-make = Стварыць рахунак
scope-whole = Усю здзелку
scope-remainder = Астатак
scope-prepayment = Перадаплату, частку сумы
scope-prepayment-text = Па адным радку на стаўку ПДВ, па разліковай стаўцы
share-agreed = па ўмовах { $share } %

## Invoices

invoice-new = Новы рахунак
invoice-draft = Чарнавік рахунка
invoice-continue = Працягнуць
invoice-issue = Выставіць
invoice-issued = Рахунак № { $number } выстаўлены
invoice-copied = Гэта новы чарнавік па ўзоры рахунка
invoice-preview = Так выглядае папера
invoice-more = Для друку
invoice-paid = Аплата рахунка № { $number } запісана
invoice-void-mark = Рахунак ануляваны
invoices-empty = Рахункаў яшчэ няма
invoices-empty-text = Рахунак выстаўляецца са здзелкі або заводзіцца ўручную.
issue-refused = Спачатку выпраўце:
to-pay = Да аплаты
paid = Аплачана
open-deal = Адкрыць здзелку
due-title = Тэрміны аплаты
due-unknown = па падзеі
due-prepayment = перадаплата { $share } %
due-deferral = { $share } % з адтэрміноўкай
purpose-composed = складзецца само
paper-language-usual = як у арганізацыі
pay-title = Аплата рахунка № { $number }
pay-rest = Засталося аплаціць { $sum }
pay-confirm = Запісаць аплату
void-title = Ануляваць рахунак № { $number }?
void-text = Гэта нельга скасаваць. Нумар застанецца занятым, папера і прычына захаваюцца.
void-confirm = Ануляваць
void-keep = Пакінуць рахунак
void-needs-reason = Укажыце прычыну

## Payments

payment-new = Новая аплата
payment-itself = Плацёж
payment-where = Куды і за што
payment-post = Правесці
payment-posted = Аплата праведзена
payments-empty = Аплат яшчэ няма
payments-empty-text = Аплату прасцей за ўсё запісаць з рахунка: Ctrl O.
allocations = Якія рахункі аплачаны
allocation-add = Дадаць рахунак
advance-left = аванс { $sum }

## Today

today-late = Пратэрмінавана
today-today = Сёння
today-week = Бліжэйшыя 7 дзён
today-month = Бліжэйшыя 30 дзён
today-list = Тэрміны
today-burning = Гарыць { $count } з { $total }
today-fresh = З чаго пачаць
today-fresh-text = Завядзіце першую здзелку: пакупнік і тавар ствараюцца проста ў ёй. Або загрузіце спісы з 1С і Excel.
today-empty = На сёння ўсё зроблена
today-empty-text = Тут з’явяцца тэрміны аплат, дагавораў і даверанасцей і пачатыя чарнавікі.
what-payment = Аплата
what-contract = Дагавор
what-draft = Чарнавік
what-certificate = Сертыфікат
what-authority = Даверанасць
what-vat-change = Стаўка ПДВ
what-shipment = Адгрузка
do-payment = Запісаць
do-contract = Адкрыць
do-draft = Працягнуць
do-certificate = Адкрыць
do-authority = Адкрыць
do-vat-change = Праверыць
do-shipment = Адкрыць
drafts = Чарнавікі
no-counterparty = без контрагента
turnover = Абарот
turnover-note = па выстаўленых рахунках, { $currency }
turnover-none = З’явіцца з першым выстаўленым рахункам.
turnover-chart = Абарот па месяцах, слупкі; тыя ж лікі ёсць у табліцы
show-table = Паказаць табліцай
show-chart = Паказаць слупкамі
month = Месяц
millions = млн
thousands = тыс.
owed = Нам вінны
owed-total = Усяго
owed-none = Даўгоў няма.
owed-age = Пратэрміноўка
owed-not-due = Тэрмін не надышоў
owed-1-30 = 1–30 дзён
owed-31-60 = 31–60 дзён
owed-61-90 = 61–90 дзён
owed-over-90 = Больш за 90
country-ru = Расія
country-by = Беларусь
country-kz = Казахстан
country-am = Арменія
country-kg = Кыргызстан

## First run and other doors

language = Мова
language-choose = Мова
first-title = Першы запуск
first-intro = Каля хвіліны. Усё можна змяніць потым, сувязь не патрэбна.
first-begin = З чаго пачаць
first-begin-text = Прыклады ляжаць асобна і не змяшаюцца з вашымі данымі.
first-mode-empty = З чыстага ліста
first-mode-empty-text = Свая арганізацыя і пустыя спісы
first-mode-demo = З прыкладамі
first-mode-demo-text = Выдуманыя фірмы, здзелкі і рахункі
first-mode-import = Перанесці
first-mode-import-text = Спісы з 1С і Excel
first-organisation = Ваша арганізацыя
first-organisation-text = Увядзіце УНП або ІНН: краіна і праверкі падставяцца самі.
first-tax-id = УНП або ІНН
first-tax-id-hint = 9, 10 або 12 лічбаў
first-kpp = КПП
first-name = Назва
first-name-hint = ТАА «Назва»
first-address = Адрас
first-address-hint = індэкс, горад, вуліца, дом
first-number = Рахунак у банку
first-number-hint = 20 лічбаў або IBAN
first-bic = БІК або BIC
first-bic-hint = 9 лічбаў або ALFABY2X
first-bank-name = Банк
first-corr-account = Кар. рахунак
first-head = Кіраўнік
first-head-hint = прозвішча, імя, імя па бацьку
first-head-signs = падпісвае рахункі
first-head-post = Пасада
first-accountant = Бухгалтар
first-phone = Тэлефон
first-vat-regime = ПДВ
first-logo = Лагатып
first-more = Пасада, бухгалтар, тэлефон, ПДВ, лагатып
first-tax-ok = { $kind }, кантрольная лічба правільная
first-tax-unknown = УНП — 9 лічбаў, ІНН — 10 або 12
first-account-ok = { $currency }, ключ правільны
first-numbers = Нумарацыя
first-numbers-text = Апошнія нумары ў 1С: тут працягнуцца з наступнага.
first-last-invoice = Апошні рахунак
first-last-invoice-hint = напрыклад, 1197
first-last-deal = Апошняя здзелка
first-last-deal-hint = напрыклад, ЗМ-001283
first-protect = Ахова
first-protect-text = З парольнай фразай скрадзены ноўтбук нічога не пакажа. Аднавіць яе нельга.
first-passphrase = Парольная фраза
first-passphrase-hint = можна пакінуць пустой
first-passphrase-again = Яшчэ раз
first-start-empty = Пачаць працу
first-start-demo = Адкрыць прыклады
first-start-import = Далей да файлаў
first-making = Рыхтуецца
first-needs-name = Укажыце назву
first-then = Потым: контрагент, здзелка, першы рахунак
first-kept-here = Захоўваецца на гэтай прыладзе
id-inn = ІНН
id-unp = УНП
id-bin = БІН
id-tax-id = Нумар
id-am-tax-id = УНП Арменіі
id-kg-tax-id = ІНН Кыргызстана
unlock-title = Торгдом закрыты
unlock-intro = Даныя зашыфраваны: { $profile }
unlock = Адкрыць
passphrase = Парольная фраза
start-failed = Торгдом не адкрыўся
start-profile = Даныя: { $path }

## Settings

settings-organisations = Арганізацыі
settings-numbering = Нумарацыя
settings-look = Мова і выгляд
settings-backup = Копіі і праверка
settings-passphrase = Парольная фраза
settings-tables = Стаўкі і крыніцы
numbering-note = Нумар даецца пры правядзенні. Каб працягнуць пасля 1С, увядзіце апошні нумар адтуль.
numbering-kind = Дакумент
numbering-next = Наступны нумар
numbering-last = Апошні нумар у іншай праграме
numbering-last-of = Апошні нумар: { $kind }
numbering-go-on = Працягнуць
numbering-needs-last = Увядзіце апошні нумар
numbering-set = Наступны нумар: { $next }
theme = Выгляд
theme-system = Як у сістэме
theme-light = Светлы
theme-dark = Цёмны
density = Шчыльнасць радкоў
density-compact = Шчыльна
density-usual = Звычайна
density-roomy = Свабодна
look-note = Гэта налады толькі гэтай прылады.
author = Ваша імя
author-placeholder = Прозвішча і ініцыялы
author-note = стаіць у гісторыі змен
backup-note = Копія робіцца кожны дзень сама і перад абнаўленнем. Аднаўленне вяртае ўсё на дзень копіі.
backup-made = Копія гатова: { $path }
backups = Копіі
backups-none = Копій яшчэ няма.
backup-at = Калі
backup-kind = Якая
backup-kind-daily = штодзённая
backup-kind-before-migration = перад абнаўленнем
backup-kind-before-restore = перад аднаўленнем
backup-kind-manual = па камандзе
backup-size = Памер
backup-path = Дзе
backup-restore = Аднавіць
backup-restore-from = Аднавіць з копіі
restore-title = Вярнуць усё на { $date }?
restore-text = Зробленае пасля гэтага дня знікне са спісаў. Перад аднаўленнем робіцца копія цяперашніх даных.
restore-confirm = Вярнуць на гэты дзень
restore-keep = Нічога не мяняць
verify-fine = Усё цэлае: запісы, спісы і журнал сыходзяцца.
rebuild-done = Спісы і пошук пераразлічаны
profile-at = Даныя ляжаць тут:
passphrase-on = Даныя на гэтай прыладзе зашыфраваны.
passphrase-off = Даныя на гэтай прыладзе не зашыфраваны. Калі іх зашыфруюць, ранейшыя незашыфраваныя копіі выдаляцца.
passphrase-note = Фразу трэба ўводзіць пры кожным запуску. Калі яе забыць, даныя не верне ніхто: запішыце яе і захоўвайце асобна.
passphrase-old = Цяперашняя фраза
passphrase-new = Новая фраза
passphrase-again = Яшчэ раз
passphrase-repeat = Увядзіце фразу яшчэ раз
passphrase-differs = Фразы не супадаюць
passphrase-empty = Увядзіце фразу
passphrase-turn-on = Зашыфраваць
passphrase-change = Змяніць фразу
passphrase-remove = Зняць ахову
passphrase-set = Парольная фраза зададзена
passphrase-removed = Ахова знята
tables-note = Па гэтых стаўках разлічваецца ПДВ: стаўка бярэцца на дату адгрузкі. У кожнай пазначана крыніца і дзень праверкі.
tables-vat = ПДВ, { $country }
vat-class-base = асноўная стаўка
vat-class-reduced = паніжаная стаўка
vat-class-zero = вываз тавараў
vat-class-none = вызваленне
vat-class-calculated = разліковая стаўка, перадаплата
vat-class-medicines = лекі і медпаслугі
vat-class-periodicals = друкаваныя выданні
vat-class-special5 = ССП без вылікаў
vat-class-special7 = ССП без вылікаў
vat-class-telecom = паслугі сувязі
tables-what = Што
tables-when = Калі дзейнічае
tables-from = з { $date }
tables-to = па { $date }
tables-source = Крыніца
tables-checked = Праверана
tables-checked-on = на { $date }
tables-verify = праверыць

## Import

import-intro = Табліца XLSX або CSV з 1С, Excel або іншай праграмы. Спачатку пакажам, што атрымаецца, і толькі потым запішам.
import-what = Што загружаем
import-kind-counterparty = Контрагенты
import-kind-counterparty-text = Назва, ІНН або УНП, адрас, рахунак
import-kind-contract = Дагаворы
import-kind-contract-text = Нумар, дата, контрагент, валюта, тэрмін
import-kind-good = Тавары
import-kind-good-text = Артыкул, назва, адзінка, ПДВ, вага
import-kind-price-list = Прайс-ліст
import-kind-price-list-text = Артыкул або назва і цана
import-drop = Перацягніце файл сюды або выберыце яго
import-other-file = Іншы файл
import-check = Праверыць
import-apply = Запісаць { $count }
import-nothing = Няма чаго запісваць
import-needs = Не хапае слупка: { $fields }
import-update = Абнаўляць запісы, якія ўжо ёсць
import-columns = Што ў якім слупку
import-rows =
    { $count ->
        [one] { $count } радок
        [few] { $count } радкі
       *[many] { $count } радкоў
    }
import-encoding =
    { $encoding ->
        [utf8] UTF-8
        [windows1251] Windows-1251
        [utf16] UTF-16
        [ibm866] DOS (866)
       *[other] { $encoding }
    }{ $delimiter ->
        [tab] , раздзяляльнік — табуляцыя
       *[sign] , раздзяляльнік «{ $delimiter }»
    }
import-damaged = Частку знакаў прачытаць не ўдалося: праверце кадзіроўку файла.
import-sheet = Аркуш
import-header-row = Загалоўкі ў радку
import-no-headers = няма загалоўкаў
import-delimiter = Раздзяляльнік
import-delimiter-name =
    { $sign ->
        [tab] табуляцыя
        [semicolon] кропка з коскай
        [comma] коска
       *[other] рыска
    }
import-column = Слупок
import-field = Поле
import-field-of = Поле слупка { $column }
import-sample = Першыя значэнні
import-skip-column = не загружаць
import-required = патрэбна
import-done = Створана { $created }, абноўлена { $updated }, прапушчана { $skipped }
import-done-text = Усю загрузку можна скасаваць адной камандай.
import-open-list = Адкрыць спіс
import-undone =
    Загрузка скасавана: { $count ->
        [one] { $count } запіс
        [few] { $count } запісы
       *[many] { $count } запісаў
    }{ $kept ->
        [0] { "" }
       *[other] , змененых з таго часу пакінута: { $kept }
    }
plan-rows = Радкоў у файле
plan-create = Будзе створана
plan-update = Будзе абноўлена
plan-same = Ужо ёсць такія
plan-refused = З памылкамі
plan-duplicates = Ужо ёсць або паўтараюцца
plan-row = радок { $row }
plan-exists = ужо ёсць: { $name }
plan-twin-row = тое ж у радку { $row }
plan-problems = Заўвагі
plan-row-head = Радок
plan-value = Значэнне
plan-what = Што не так
plan-clean = Заўваг няма.

## Fields of the records

field-name = Назва
field-full-name = Поўная назва
field-kind = Від
field-party-kind = Від асобы
field-country = Краіна
field-tax-id = Падатковы нумар
field-inn = ІНН
field-unp = УНП
field-bin = БІН
field-tax-id-reason = Чаму нумар правільны
field-tax-ids = Іншыя нумары
field-value = Нумар
field-kpp = КПП
field-ogrn = АГРН
field-okpo = АКПА
field-vat-regime = ПДВ
field-divisions = Падраздзяленні
field-division-name = Падраздзяленне
field-addresses = Адрасы
field-address = Адрас
field-address-kind = Від адраса
field-text = Адрас
field-gln = GLN
field-accounts = Рахункі ў банках
field-account = Рахунак
field-account-number = Рахунак
field-bank-name = Банк
field-bic = БІК, BIC
field-corr-account = Кар. рахунак
field-bank-address = Адрас банка
field-main = асн.
field-signers = Падпісанты
field-signer-name = ПІБ
field-post = Пасада
field-role = Роля
field-basis = Падстава
field-signature = Подпіс
field-contacts = Кантакты
field-contact-name = ПІБ
field-phone = Тэлефон
field-email = Пошта
field-note = Заўвага
field-buyer = Пакупнік
field-supplier = Пастаўшчык
field-credit-limit = Ліміт доўгу
field-credit-currency = Валюта ліміту
field-manager = Менеджар
field-logo = Лагатып
field-stamp = Пячатка
field-language = Мова паперы
field-paper-language = Мова паперы
field-number = Нумар
field-date = Дата
field-place = Месца
field-subject = Прадмет
field-organisation = Арганізацыя
field-counterparty = Контрагент
field-contract = Дагавор
field-deal = Здзелка
field-our-role = Наша роля
field-contract-kind = Від дагавора
field-currency = Валюта
field-price-kind = Цэны
field-prices = Цэны
field-vat = ПДВ
field-vat-wording = Запіс пра ПДВ
field-rate-clause = Агаворка
field-pay-currency = Валюта аплаты
field-bank = Чый курс
field-bank-rate = Чый курс
field-rate-date = Курс на дзень
field-margin = Надбаўка, %
field-incoterms = Базіс
field-incoterms-place = Пункт пастаўкі
field-limit = Сума дагавора
field-from = З
field-to = Па
field-valid-from = Дзейнічае з
field-valid-to = Дзейнічае да
field-payment-terms = Тэрміны аплаты
field-payment = Аплата
field-parts = Частка аплаты
field-share = Доля, %
field-days = Дзён
field-day-kind = Якія дні
field-calendar = Каляндар
field-event = Пасля чаго
field-terms-note = Словамі
field-price-list = Прайс-ліст
field-price-list-name = Назва
field-files = Файлы
field-article = Артыкул
field-good = Тавар
field-good-name = Найменне
field-unit = Адзінка
field-tnved = ТН ЗЭД
field-origin = Паходжанне
field-net-mass = Маса нета
field-gross-mass = Маса брута
field-gtin = Штрыхкод GTIN
field-category = Таварная група
field-by-batch = Па партыях
field-by-serial = Па серыйных нумарах
field-shelf-life = Тэрмін прыдатнасці
field-warranty = Гарантыя
field-batches = Партыі
field-batch-number = Партыя
field-made = Выраблена
field-expires = Прыдатны да
field-certificates = Сертыфікаты
field-certificate-name = Від дакумента
field-certificate-number = Нумар
field-prices-map = Цэны
field-price = Цана
field-quantity = Колькасць
field-discount = Скідка
field-lines = Радкі
field-order = Месца радка
field-specification = Спецыф.
field-specification-date = Дата спецыфікацыі
field-shipment = Адгрузка
field-shipment-date = Адгрузка
field-shipment-short = адгрузка
field-seller = Прадавец
field-scope = Што выстаўлена
field-due = Аплаціць да
field-valid-until = Дзейнічае да
field-delivery = Дастаўка
field-purpose = Прызначэнне
field-basis-text = Падстава
field-consignee = Грузаатрымальнік
field-with-stamp = Ставіць пячатку і подпісы
field-issued-as = Выстаўлены як
field-void-reason = Прычына
field-reason = Прычына
field-direction = Кірунак
field-payment-number = № плацёжкі
field-amount = Сума
field-allocations = Разнясенне
field-prefix = Прэфікс
field-suffix = Канчатак
field-width = Знакаў
field-next = Наступны нумар
field-year = Год
field-closed = Закрыта
field-default-organisation = Арганізацыя
field-size = Памер
field-blob = Файл
field-media-type = Від файла
field-state = Стан

## What can be chosen

enum-party-kind-legal = юрыдычная асоба
enum-party-kind-sole-trader = прадпрымальнік
enum-party-kind-person = фізічная асоба
enum-party-kind-branch = філіял
enum-party-kind-institution = установа
enum-vat-regime-general = плацельшчык ПДВ
enum-vat-regime-exempt = без ПДВ
enum-vat-regime-special5 = ССП, ПДВ 5 %
enum-vat-regime-special7 = ССП, ПДВ 7 %
enum-address-kind-legal = юрыдычны
enum-address-kind-postal = паштовы
enum-address-kind-delivery = дастаўкі
enum-signer-role-head = кіраўнік
enum-signer-role-chief-accountant = галоўны бухгалтар
enum-signer-role-other = іншы
enum-contract-kind-supply = пастаўка
enum-contract-kind-commission = камісія
enum-contract-kind-agency = агенцкі
enum-our-role-seller = прадавец
enum-our-role-buyer = пакупнік
enum-price-kind-on-top = ПДВ зверху
enum-price-kind-included = ПДВ у цане
enum-vat-choice-base = асноўная стаўка
enum-vat-choice-reduced = паніжаная стаўка
enum-vat-choice-zero = 0 %
enum-vat-choice-none = без ПДВ
enum-rate-bank-nbrb = Нацбанк Беларусі
enum-rate-bank-cbr = Банк Расіі
enum-rate-date-payment = аплаты
enum-rate-date-invoice = рахунка
enum-rate-date-shipment = адгрузкі
enum-part-kind-prepayment = перадаплата
enum-part-kind-deferral = адтэрміноўка
enum-day-kind-calendar = каляндарныя
enum-day-kind-banking = банкаўскія
enum-term-calendar-seller = прадаўца
enum-term-calendar-ru = Расіі
enum-term-calendar-by = Беларусі
enum-term-calendar-both = абедзвюх краін
enum-term-event-invoice = рахунка
enum-term-event-shipment = адгрузкі
enum-term-event-acceptance = прыёмкі
enum-trade-category-other = іншае
enum-trade-category-machinery = машыны
enum-trade-category-parts = запчасткі
enum-trade-category-road-machinery = дарожная тэхніка
enum-trade-category-microelectronics = мікраэлектроніка
enum-trade-category-building-materials = будматэрыялы
enum-trade-category-medicines = лекі
enum-trade-category-reagents = рэагенты
enum-trade-category-cosmetics = касметыка
enum-trade-category-electrical = электратавары
enum-trade-category-food = прадукты
enum-trade-category-service = паслуга
enum-paper-language-ru = руская
enum-paper-language-be = беларуская
enum-paper-language-en = англійская
enum-direction-incoming = паступленне
enum-direction-outgoing = спісанне

## With several forms

terms-deferral =
    { $share } % праз { $days ->
        [one] { $days } { $kind ->
            [banking] банкаўскі дзень
           *[calendar] дзень
        }
        [few] { $days } { $kind ->
            [banking] банкаўскія дні
           *[calendar] дні
        }
       *[many] { $days } { $kind ->
            [banking] банкаўскіх дзён
           *[calendar] дзён
        }
    } пасля { $event ->
        [shipment] адгрузкі
        [acceptance] прыёмкі
       *[invoice] рахунка
    }
rate-clause-words =
    агаворка: { $currency }, { $bank ->
        [cbr] Банк Расіі
       *[nbrb] Нацбанк РБ
    }{ $margin }
days-left =
    { $days ->
        [0] сёння
        [one] { $days } дзень
        [few] { $days } дні
       *[many] { $days } дзён
    }
file-size =
    { $value } { $unit ->
        [mb] МБ
        [kb] КБ
       *[b] Б
    }
today-date =
    { $weekday ->
        [1] панядзелак
        [2] аўторак
        [3] серада
        [4] чацвер
        [5] пятніца
        [6] субота
       *[7] нядзеля
    }, { $day } { $month ->
        [1] студзеня
        [2] лютага
        [3] сакавіка
        [4] красавіка
        [5] мая
        [6] чэрвеня
        [7] ліпеня
        [8] жніўня
        [9] верасня
        [10] кастрычніка
        [11] лістапада
       *[12] снежня
    }
month-name =
    { $month ->
        [1] студзень
        [2] люты
        [3] сакавік
        [4] красавік
        [5] май
        [6] чэрвень
        [7] ліпень
        [8] жнівень
        [9] верасень
        [10] кастрычнік
        [11] лістапад
       *[12] снежань
    }
month-short =
    { $month ->
        [1] сту
        [2] лют
        [3] сак
        [4] кра
        [5] май
        [6] чэр
        [7] ліп
        [8] жні
        [9] вер
        [10] кас
        [11] ліс
       *[12] сне
    }
nameless = Без назвы
zoom = Маштаб
action-zoom-in = Буйней
action-zoom-out = Драбней
action-zoom-usual = Маштаб 100 %
zoom-value = { $percent } %
action-open-similar = Адкрыць падобную картку
action-save-marked = Захаваць пазначаныя
action-all-tabs = Усе адборы спіса
action-first-logo = Выбраць лагатып
action-dialog-add = Дадаць радок
action-preset-1 = Гатовы варыянт 1
action-preset-2 = Гатовы варыянт 2
action-preset-3 = Гатовы варыянт 3
action-preset-4 = Гатовы варыянт 4
