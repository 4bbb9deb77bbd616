# Words of the desk.

## The window

brand = Торгдом
sections = Разделы
section-today = Сегодня
section-deal = Сделки
section-invoice = Счета
section-payment = Оплаты
section-counterparty = Контрагенты
section-contract = Договоры
section-good = Товары
section-price-list = Прайс-листы
section-import = Загрузка
section-settings = Настройки
section-burning = горит:
section-cap = Раздел
alt-digit = Alt + цифра
find-hint = Поиск и команды
palette-hint = Команда, номер, название, ИНН или УНП
organisation-now = Организация: { $name }
organisation-choose = Чьи документы показывать
all-organisations = Все организации
demo-mark = Примеры
toasts = Сообщения
progress = Идёт работа
progress-count = { $done } из { $total }
work-verify = Проверка данных
work-rebuild = Пересчёт списков и поиска
work-papers = Печатные формы
work-import = Загрузка
pane = Панель
version = Версия { $version }
close = Закрыть
cancel = Отмена
apply = Применить
more = Ещё действия
remove = Убрать
check = Проверка
saving = Сохраняется
saved-at = Сохранено { $time } на этом устройстве
archived = В архиве: { $name }
unarchived = Возвращено из архива: { $name }
archive = В архив
unarchive = Из архива
archived-no-deal = Запись в архиве, сначала верните её
no-access = нет доступа
open-record = Открыть: { $name }
create-named = Создать: { $kind } «{ $name }»
create-new = Создать: { $kind }
nothing-found = Ничего не найдено
nothing-found-advice = Под этот фильтр ничего не подходит. Слова можно писать в любом порядке, ИНН и УНП цифрами.
drop-filter = Снять фильтр
and-more = и ещё { $count }
count = { $count }
from-date = от { $date }
from-word = от
until = до { $date }
no-term = без срока
kind-number = { $kind } № { $number }
kind-draft = { $kind }, черновик
kind-organisation = Организация
kind-counterparty = Контрагент
kind-contract = Договор
kind-good = Товар
kind-price-list = Прайс-лист
kind-deal = Сделка
kind-invoice = Счёт
kind-payment = Оплата
kind-series = Нумерация
kind-settings = Настройки
status-draft = Черновик
status-issued = Проведён
status-part = Частично
status-paid = Оплачен
status-late = Просрочен
status-void = Аннулирован
status-archived = В архиве
status-became-issued = Выставлен
status-live = Действует
status-expiring = Истекает
status-expired = Истёк
undo-undone = Отменено
undo-redone = Повторено
undo-nothing-to-undo = Отменять нечего
undo-changed-since = Значение с тех пор изменили, отмена не выполнена
undo-issued-is-final = Выставленный счёт не отменить: его можно аннулировать

## Actions and their keys

action-palette = Поиск и команды
action-help = Все клавиши
action-back = Назад
action-undo = Отменить
action-redo = Повторить
action-pane = Боковая панель
action-organisation = Сменить организацию
action-theme = Светлый или тёмный вид
action-language = Сменить язык
action-go-today = Перейти: Сегодня
action-go-deals = Перейти: Сделки
action-go-invoices = Перейти: Счета
action-go-payments = Перейти: Оплаты
action-go-counterparties = Перейти: Контрагенты
action-go-contracts = Перейти: Договоры
action-go-goods = Перейти: Товары
action-go-prices = Перейти: Прайс-листы
action-go-import = Перейти: Загрузка
action-go-settings = Перейти: Настройки
action-open = Открыть
action-new = Новая запись
action-filter = Фильтр
action-narrow = Отбор
action-save-filter = Сохранить отбор…
action-columns = Столбцы
action-xlsx = XLSX
action-next-tab = Следующий отбор
action-previous-tab = Предыдущий отбор
action-mark = Пометить строку
action-mark-all = Пометить все
action-print-marked = Напечатать помеченные
action-pay-current = Оплата
action-archive-current = В архив или обратно
action-post = Провести
action-issue-print = Выставить и напечатать
action-print = Печать
action-save-pdf = Сохранить PDF
action-preview = Просмотр
action-copy-record = Копия
action-invoice = Выставить счёт
action-pay = Оплата
action-void = Аннулировать
action-archive = В архив или обратно
action-attach = Приложить файл
action-problems = Чего не хватает
action-history = История
action-add-row = Новая строка
action-new-deal = Новая сделка
action-section-1 = Часть 1 карточки
action-section-2 = Часть 2 карточки
action-section-3 = Часть 3 карточки
action-section-4 = Часть 4 карточки
action-section-5 = Часть 5 карточки
action-section-6 = Часть 6 карточки
action-grid-next = Следующее пустое поле
action-grid-field = Следующее поле
action-grid-choose = Выбрать из списка
action-grid-edit = Исправить ячейку
action-grid-copy = Копия строки
action-grid-remove = Убрать строку
action-grid-new = К новой строке
action-grid-up = Строку выше
action-grid-down = Строку ниже
action-grid-paste = Вставить из Excel
action-today-new = Новая сделка
action-today-act = Открыть строку
action-today-pay = Записать оплату
action-first-next = Дальше
action-first-start = Начать
action-first-empty = С чистого листа
action-first-demo = С примерами
action-first-import = Перенести данные
action-import-next = Дальше
action-import-file = Выбрать файл
action-import-undo = Отменить загрузку
action-backup-now = Сделать копию
action-verify-now = Проверить данные
action-rebuild-now = Пересчитать списки и поиск
action-restore-last = Восстановить последнюю копию
action-keep-passphrase = Сохранить парольную фразу
action-start-again = Попробовать ещё раз
action-start-restore = Восстановить последнюю копию
start-restore-text = Файл, который не открылся, останется рядом: ничего не стирается.
close-desk = Закрыть программу
action-close-desk = Закрыть программу
action-different = Это другой контрагент
action-picture-logo = Выбрать логотип
action-picture-stamp = Выбрать печать
action-picture-signature = Выбрать подпись
action-again = Попробовать ещё раз
action-stop-work = Прервать
action-confirm = Подтвердить
hint-palette = команды
hint-help = все клавиши
hint-back = назад
hint-undo = отменить
hint-organisation = организация
hint-open = открыть
hint-mark = пометить
hint-new = новая
hint-filter = фильтр
hint-next-tab = отбор
hint-post = провести
hint-problems = чего не хватает
hint-history = история
hint-copy-record = копия
hint-attach = файл
hint-grid-next = дальше
hint-grid-field = следующее поле
hint-grid-choose = выбрать
hint-grid-copy = копия строки
hint-grid-remove = убрать строку
hint-today-act = открыть
hint-today-pay = записать оплату
hint-today-new = новая сделка
hint-first-next = дальше
hint-first-start = начать
hint-language = язык
hint-import-file = выбрать файл
hint-import-next = дальше
hint-import-undo = отменить
place-desk = Везде
place-list = Список
place-record = Документ и карточка
place-grid = Строки документа
place-today = Сегодня
place-firstrun = Первый запуск
place-import = Загрузка
place-settings = Настройки
place-door = Вход
help-title = Клавиши и ввод
help-intro = Буквы работают в любой раскладке. Серым показано то, что здесь сейчас не действует.
help-entry-title = Как вводить
help-numbers = Числа: 1234,56 или 1234.56; можно считать: 1200*1,2, 15000/1,2, +20%.
help-dates = Даты: 22, 2211, 221126, 22.11; +7 — через неделю, точка — сегодня.
help-search = Поиск: слова в любом порядке, ИНН и УНП цифрами, раскладка исправляется сама.
help-paste = Строки из Excel вставляются с активной ячейки; что не принято, показано по ячейкам.
help-saving = Всё сохраняется само на этом устройстве. Закрывать можно в любой момент.

## Lists

filter-placeholder = Фильтр по словам
filters = Отборы
columns-title = Столбцы списка
columns-note = Стрелки вверх и вниз ходят по столбцам, пробел показывает и прячет, влево и вправо меняют ширину.
columns-none = Оставьте хотя бы один столбец
columns-reset = Вернуть обычные
column-width = { $width } пикс.
marked-first = Помечены первые { $count } из { $total }: больше за раз нельзя
narrow-from = Дата с
narrow-to = по
narrow-sum-from = Сумма от
narrow-sum-to = до
narrow-crossed = Первый день позже последнего
chips = Условия отбора
chip-from = с { $date }
chip-to = по { $date }
chip-sum-from = сумма от { $sum }
chip-sum-to = сумма до { $sum }
chip-drop = Снять условие: { $what }
filter-changed = изменён
edit-filter = Изменить отбор…
save-filter-title = Сохранить отбор
edit-filter-title = Сохранённый отбор
save-filter-note = Отбор встанет рядом с вкладками этого списка. Даты вроде −30 и точки считаются каждый день заново.
save-filter-name = Название
save-filter-confirm = Сохранить отбор
save-filter-empty = Сначала задайте вкладку, слова, даты или суммы
save-filter-no-name = Назовите отбор
save-filter-taken = Такой отбор уже есть
save-filter-many = Больше двадцати отборов не сохранить
remove-filter = Убрать отбор
filter-removed = Отбор «{ $name }» убран
pane-close = Закрыть панель, { $key }
owes-us = Нам должны
owes-nothing = Долгов нет
owes-late = из них просрочено
left-in-contract = Осталось
field-term = Срок
until-date = до { $date }
no-end = бессрочно
no-limit = не ограничена
files-none = Файлов нет
allocations-none = Пока ни один: это аванс
list-place = Строка { $row } из { $total }
list-cut-short = подходит больше, показаны новейшие
marked = Помечена
marked-rows = Помеченные строки
marked-count = Помечено { $count }
unmark = Снять
sum = Сумма
rest = Остаток
print-marked = Напечатать { $count }
save-marked = Сохранить { $count }
exported =
    Записано в XLSX: { $count ->
        [one] { $count } строка
        [few] { $count } строки
       *[many] { $count } строк
    }
nothing-to-export = В списке ничего нет
import-some = Загрузить из файла
column-n = №
column-number = Номер
column-date = Дата
column-status = Статус
column-currency = Вал.
column-total = Сумма
column-rest = Остаток
column-to-invoice = Не оплачено
column-unallocated = Не разнесено
column-due = Срок
column-counterparty = Контрагент
column-buyer = Покупатель
column-updated = Изменено
column-name = Название
column-country = Страна
column-tax-id = ИНН, УНП
column-limit = Сумма договора
column-limit-left = Остаток
column-valid-to = До
column-article = Артикул
column-line-name = Наименование
column-unit = Ед.
column-quantity = Кол-во
column-price = Цена
column-discount = Скидка
column-vat = НДС
column-gross = Сумма с НДС
column-origin = Происхождение
column-debt = Долг
column-price-list = Прайс-лист
column-from = С
column-to = По
tab-deal-all = Все
tab-deal-drafts = Черновики
tab-deal-to-pay = Ждут оплаты
tab-deal-part = Оплачены частично
tab-deal-paid = Оплачены
tab-deal-archived = Архив
tab-invoice-all = Все
tab-invoice-drafts = Черновики
tab-invoice-to-pay = К оплате
tab-invoice-late = Просрочены
tab-invoice-due-week = Срок на неделе
tab-invoice-part = Частично
tab-invoice-paid = Оплачены
tab-invoice-void = Аннулированы
tab-invoice-archived = Архив
tab-payment-all = Все
tab-payment-drafts = Черновики
tab-payment-to-pay = Не разнесены
tab-payment-incoming = Поступления
tab-payment-outgoing = Списания
tab-payment-archived = Архив
tab-counterparty-all = Все
tab-counterparty-buyers = Покупатели
tab-counterparty-suppliers = Поставщики
tab-counterparty-archived = Архив
tab-contract-all = Все
tab-contract-expiring = Истекают
tab-contract-expired = Истекли
tab-contract-archived = Архив
tab-good-all = Все
tab-good-archived = Архив
tab-price-list-all = Все
tab-price-list-expiring = Истекают
tab-price-list-expired = Истекли
tab-price-list-archived = Архив

## Lines of a paper

lines = Строки
grid-place = Строка { $row } из { $rows } · { $column }
grid-place-new = Новая строка, всего { $rows }
cell-of = { $column }, строка { $row }
new-line-hint = Артикул или слово из названия
new-line-excel = строки из Excel
goods-none = Товаров ещё нет: напишите название
line-free = Строка без карточки: «{ $text }»
instead-of = вместо { $value }
lines-count =
    { $count ->
        [one] { $count } строка
        [few] { $count } строки
       *[many] { $count } строк
    }
net = Без НДС
vat = НДС
vat-at = НДС { $rate }
vat-part = НДС { $rate }: { $sum }
gross = С НДС
total = Всего
totals = Итоги
without-vat = без НДС
without-vat-short = без
line-n = Строка { $n }
line-field = строка { $n }, { $field }
line-net = Без НДС
line-vat = НДС
line-price-after = Цена со скидкой
line-settled = Прошлая цена
line-tnved = ТН ВЭД
line-origin = Происхождение
paste-report = Итог вставки
paste-done = Заполнено ячеек: { $filled }, новых строк: { $added }, не принято: { $failed }
paste-cell = Строка { $row }, столбец { $column }:
paste-empty = пусто

## Panes of a record

missing = Чего не хватает
all-filled = Всё заполнено
level-blocks = Мешает провести:
level-warns = Предупреждение:
history = История
history-you = Вы
op-create = создано
op-edit = изменено
op-state = сменено состояние
op-issue = выставлено
op-void = аннулировано
op-archive = убрано в архив
op-unarchive = возвращено из архива
op-post = проведено
op-purge = удалено
files = Файлы
files-note = Скан можно перетащить на эту страницу.
file-remove = Убрать файл { $name }
drop-here = Отпустите, чтобы приложить
chain = Движение
chain-deal = Сумма
chain-invoice = Выставлено
chain-payment = Получено
chain-contract = Сумма договора
chain-whole = весь платёж { $sum }
chain-over = Выставлено сверх сделки
chain-rest-deal = Осталось выставить
chain-rest-invoice = Осталось получить
chain-rest-contract = Осталось по договору
strip-invoiced = выставлено
strip-rest = осталось
strip-problems = Замечаний: { $count }
papers = Документы
papers-none = Документов ещё нет. Новая сделка: { $key }
page-of-paper = { $title }, страница { $page } из { $pages }
paper-not-drawn = Бумагу не удалось показать. Сохраните PDF и откройте его.
paper-saved = Сохранено: { $path }
paper-printed = Отправлено на печать: { $name }

## Counterparties and organisations

counterparty-new = Новый контрагент
counterparties-empty = Контрагентов ещё нет
counterparties-empty-text = Здесь те, кому вы продаёте и у кого покупаете. Заведите первого или загрузите список из 1С и Excel.
requisites = Реквизиты
terms-usual = Условия
role-buyer = покупатель
role-supplier = поставщик
tax-id-fine = номер верен
accounts = Счета в банках
account-add = Счёт
account-fine = ключ верен
account-main = основной счёт валюты
accounts-note = Счёт нужен, если вы ему платите.
accounts-own-note = Счёт печатается в счетах на оплату: без него счёт не выставить.
signers = Подписывают
signer-add = Подписант
signers-note = Руководитель и бухгалтер с основанием их прав.
addresses = Адреса
address-add = Адрес
contacts = Контакты
contact-add = Контакт
contacts-note = Телефоны и почта людей в документы не попадают.
tax-ids = Другие и прежние номера
tax-id-add = Номер
divisions = Подразделения со своим КПП
division-add = Подразделение
contracts = Договоры
contract-add = Договор
left-of-limit = остаток { $sum }
similar-title = Похож на другую карточку
similar-same-id = номер тот же: { $tax_id }
similar-name = похожее название, { $tax_id }
similar-open = Открыть её
similar-different = Это разные
organisation-add = Организация
organisation-new = Новая организация
organisation-usual = для новых документов
organisation-papers = Бумаги
organisations-note = От имени этих организаций выставляются счета. Их может быть несколько.
pictures-note = Логотип, печать и подписи печатаются в счетах. Подойдут PNG или JPEG; печать лучше с прозрачным фоном.
picture-choose = Выбрать картинку
picture-change = Заменить
picture-remove = Убрать картинку

## Contracts

contract-new = Новый договор
contracts-empty = Договоров ещё нет
contracts-empty-text = Договор даёт сделке валюту, цены, НДС и сроки оплаты. Заведите первый или загрузите список.
contract-itself = Договор
contract-money = Деньги и поставка
contract-deals = Сделки по договору
limit-left = остаётся { $sum }
terms-title = Сроки оплаты
terms-none = не заданы
terms-add = Часть
terms-prepayment = { $share } % предоплата
terms-preset-prepaid = 100 % предоплата
terms-preset-half = 50 % предоплата, 50 % через 14 дней
terms-preset-deferred-14 = Отсрочка 14 дней
terms-preset-deferred-30 = Отсрочка 30 дней
rate-clause-title = Валютная оговорка
rate-clause-intro = Цена в одной валюте, оплата в другой: по чьему курсу и какого дня.
rate-clause-none = оплата в той же валюте
incoterms-place-hint = пункт

## Goods and prices

good-new = Новый товар
goods-empty = Товаров ещё нет
goods-empty-text = Товары подставляются в строки сделок с единицей, ценой и НДС. Заведите первый или загрузите номенклатуру.
good-itself = Товар
good-codes = Коды и вес
good-tracking = Учёт
good-prices = Цены
good-prices-none = Ни в одном прайс-листе его нет.
batches = Партии
batch-add = Партия
certificates = Сертификаты и декларации
certificate-add = Сертификат
kg = кг
days-word = дней
months-word = месяцев
price-list-new = Новый прайс-лист
prices = Цены
prices-empty = Прайс-листов ещё нет
prices-empty-text = Цена в строку сделки берётся из прайс-листа договора на её дату.
prices-none = Цен ещё нет: добавьте товар или загрузите файл.
prices-count =
    { $count ->
        [one] { $count } цена
        [few] { $count } цены
       *[many] { $count } цен
    }
price-add = Добавить товар
price-of = Цена: { $name }
no-price-list = без прайс-листа

## Deals

deal-new = Новая сделка
deals-empty = Сделок ещё нет
deals-empty-text = Сделка — это то, о чём вы договорились с покупателем. Из неё выставляются счета.
deal-post = Провести и закрыть
deal-close = Закрыть
deal-posted = Сделка № { $number } проведена
deal-copied = Это копия: проверьте дату и цены
deal-no-lines = В сделке нет строк
buyer-hint = F4: выбрать
make-invoice = Выставить счёт
invoice-rest = Выставить остаток
invoice-from-title = Счёт по сделке { $number }
invoice-from-draft = Счёт по этой сделке
invoice-from-all = По этой сделке уже выставлено всё.
invoice-from-what = Что выставить
invoice-make = Создать счёт
scope-whole = Всю сделку
scope-remainder = Остаток
scope-prepayment = Предоплату, часть суммы
scope-prepayment-text = По одной строке на ставку НДС, по расчётной ставке
share-agreed = по условиям { $share } %

## Invoices

invoice-new = Новый счёт
invoice-draft = Черновик счёта
invoice-continue = Продолжить
invoice-issue = Выставить
invoice-issued = Счёт № { $number } выставлен
invoice-copied = Это новый черновик по образцу счёта
invoice-preview = Так выглядит бумага
invoice-more = Для печати
invoice-paid = Оплата счёта № { $number } записана
invoice-void-mark = Счёт аннулирован
invoices-empty = Счетов ещё нет
invoices-empty-text = Счёт выставляется из сделки или заводится вручную.
issue-refused = Сначала исправьте:
to-pay = К оплате
paid = Оплачено
open-deal = Открыть сделку
due-title = Сроки оплаты
due-unknown = по событию
due-prepayment = предоплата { $share } %
due-deferral = { $share } % с отсрочкой
purpose-composed = составится само
paper-language-usual = как у организации
pay-title = Оплата счёта № { $number }
pay-rest = Осталось оплатить { $sum }
pay-confirm = Записать оплату
void-title = Аннулировать счёт № { $number }?
void-text = Это нельзя отменить. Номер останется занятым, бумага и причина сохранятся.
void-confirm = Аннулировать
void-keep = Оставить счёт
void-needs-reason = Укажите причину

## Payments

payment-new = Новая оплата
payment-itself = Платёж
payment-where = Куда и за что
payment-post = Провести
payment-posted = Оплата проведена
payments-empty = Оплат ещё нет
payments-empty-text = Оплату проще всего записать из счёта: Ctrl O.
allocations = Какие счета оплачены
allocation-add = Добавить счёт
advance-left = аванс { $sum }

## Today

today-late = Просрочено
today-today = Сегодня
today-week = Ближайшие 7 дней
today-month = Ближайшие 30 дней
today-list = Сроки
today-burning = Горит { $count } из { $total }
today-fresh = С чего начать
today-fresh-text = Заведите первую сделку: покупатель и товар создаются прямо в ней. Или загрузите списки из 1С и Excel.
today-empty = На сегодня всё сделано
today-empty-text = Здесь появятся сроки оплат, договоров и доверенностей и начатые черновики.
what-payment = Оплата
what-contract = Договор
what-draft = Черновик
what-certificate = Сертификат
what-authority = Доверенность
what-vat-change = Ставка НДС
what-shipment = Отгрузка
do-payment = Записать
do-contract = Открыть
do-draft = Продолжить
do-certificate = Открыть
do-authority = Открыть
do-vat-change = Проверить
do-shipment = Открыть
drafts = Черновики
no-counterparty = без контрагента
turnover = Оборот
turnover-note = по выставленным счетам, { $currency }
turnover-none = Появится с первым выставленным счётом.
turnover-chart = Оборот по месяцам, столбцы; те же числа есть в таблице
show-table = Показать таблицей
show-chart = Показать столбцами
month = Месяц
millions = млн
thousands = тыс.
owed = Нам должны
owed-total = Всего
owed-none = Долгов нет.
owed-age = Просрочка
owed-not-due = Срок не наступил
owed-1-30 = 1–30 дней
owed-31-60 = 31–60 дней
owed-61-90 = 61–90 дней
owed-over-90 = Больше 90
country-ru = Россия
country-by = Беларусь
country-kz = Казахстан
country-am = Армения
country-kg = Киргизия

## First run and other doors

language = Язык
language-choose = Язык
first-title = Первый запуск
first-intro = Около минуты. Всё можно изменить потом, связь не нужна.
first-begin = С чего начать
first-begin-text = Примеры лежат отдельно и не смешаются с вашими данными.
first-mode-empty = С чистого листа
first-mode-empty-text = Своя организация и пустые списки
first-mode-demo = С примерами
first-mode-demo-text = Вымышленные фирмы, сделки и счета
first-mode-import = Перенести
first-mode-import-text = Списки из 1С и Excel
first-organisation = Ваша организация
first-organisation-text = Введите УНП или ИНН: страна и проверки подставятся сами.
first-tax-id = УНП или ИНН
first-tax-id-hint = 9, 10 или 12 цифр
first-kpp = КПП
first-name = Название
first-name-hint = ООО «Название»
first-address = Адрес
first-address-hint = индекс, город, улица, дом
first-number = Счёт в банке
first-number-hint = 20 цифр или IBAN
first-bic = БИК или BIC
first-bic-hint = 9 цифр или ALFABY2X
first-bank-name = Банк
first-corr-account = Корр. счёт
first-head = Руководитель
first-head-hint = фамилия, имя, отчество
first-head-signs = подписывает счета
first-head-post = Должность
first-accountant = Бухгалтер
first-phone = Телефон
first-vat-regime = НДС
first-logo = Логотип
first-more = Должность, бухгалтер, телефон, НДС, логотип
first-tax-ok = { $kind }, контрольная цифра верна
first-tax-unknown = УНП — 9 цифр, ИНН — 10 или 12
first-account-ok = { $currency }, ключ верен
first-numbers = Нумерация
first-numbers-text = Последние номера в 1С: здесь продолжатся со следующего.
first-last-invoice = Последний счёт
first-last-invoice-hint = например, 1197
first-last-deal = Последняя сделка
first-last-deal-hint = например, ЗМ-001283
first-protect = Защита
first-protect-text = С парольной фразой украденный ноутбук ничего не покажет. Восстановить её нельзя.
first-passphrase = Парольная фраза
first-passphrase-hint = можно оставить пустой
first-passphrase-again = Ещё раз
first-start-empty = Начать работу
first-start-demo = Открыть примеры
first-start-import = Дальше к файлам
first-making = Готовится
first-needs-name = Укажите название
first-then = Потом: контрагент, сделка, первый счёт
first-kept-here = Хранится на этом устройстве
id-inn = ИНН
id-unp = УНП
id-bin = БИН
id-tax-id = Номер
id-am-tax-id = УНН Армении
id-kg-tax-id = ИНН Киргизии
unlock-title = Торгдом закрыт
unlock-intro = Данные зашифрованы: { $profile }
unlock = Открыть
passphrase = Парольная фраза
start-failed = Торгдом не открылся
start-profile = Данные: { $path }

## Settings

settings-organisations = Организации
settings-numbering = Нумерация
settings-look = Язык и вид
settings-backup = Копии и проверка
settings-passphrase = Парольная фраза
settings-tables = Ставки и источники
numbering-note = Номер даётся при проведении. Чтобы продолжить после 1С, введите последний номер оттуда.
numbering-kind = Документ
numbering-next = Следующий номер
numbering-last = Последний номер в другой программе
numbering-last-of = Последний номер: { $kind }
numbering-go-on = Продолжить
numbering-needs-last = Введите последний номер
numbering-set = Следующий номер: { $next }
theme = Вид
theme-system = Как в системе
theme-light = Светлый
theme-dark = Тёмный
density = Плотность строк
density-compact = Плотно
density-usual = Обычно
density-roomy = Свободно
look-note = Это настройки только этого устройства.
author = Ваше имя
author-placeholder = Фамилия и инициалы
author-note = стоит в истории изменений
backup-note = Копия делается каждый день сама и перед обновлением. Восстановление возвращает всё на день копии.
backup-made = Копия готова: { $path }
backups = Копии
backups-none = Копий ещё нет.
backup-at = Когда
backup-kind = Какая
backup-kind-daily = ежедневная
backup-kind-before-migration = перед обновлением
backup-kind-before-restore = перед восстановлением
backup-kind-manual = по команде
backup-size = Размер
backup-path = Где
backup-restore = Восстановить
backup-restore-from = Восстановить из копии
restore-title = Вернуть всё на { $date }?
restore-text = Сделанное после этого дня исчезнет из списков. Перед восстановлением делается копия нынешних данных.
restore-confirm = Вернуть на этот день
restore-keep = Ничего не менять
verify-fine = Всё цело: записи, списки и журнал сходятся.
rebuild-done = Списки и поиск пересчитаны
profile-at = Данные лежат здесь:
passphrase-on = Данные на этом устройстве зашифрованы.
passphrase-off = Данные на этом устройстве не зашифрованы. Когда их зашифруют, прежние незашифрованные копии удалятся.
passphrase-note = Фразу нужно вводить при каждом запуске. Если её забыть, данные не вернёт никто: запишите её и храните отдельно.
passphrase-old = Нынешняя фраза
passphrase-new = Новая фраза
passphrase-again = Ещё раз
passphrase-repeat = Введите фразу ещё раз
passphrase-differs = Фразы не совпадают
passphrase-empty = Введите фразу
passphrase-turn-on = Зашифровать
passphrase-change = Сменить фразу
passphrase-remove = Снять защиту
passphrase-set = Парольная фраза задана
passphrase-removed = Защита снята
tables-note = По этим ставкам считается НДС: ставка берётся на дату отгрузки. У каждой указан источник и день проверки.
tables-vat = НДС, { $country }
vat-class-base = основная ставка
vat-class-reduced = пониженная ставка
vat-class-zero = вывоз товаров
vat-class-none = освобождение
vat-class-calculated = расчётная ставка, предоплата
vat-class-medicines = лекарства и медуслуги
vat-class-periodicals = печатные издания
vat-class-special5 = УСН без вычетов
vat-class-special7 = УСН без вычетов
vat-class-telecom = услуги связи
tables-what = Что
tables-when = Когда действует
tables-from = с { $date }
tables-to = по { $date }
tables-source = Источник
tables-checked = Проверено
tables-checked-on = на { $date }
tables-verify = проверить

## Import

import-intro = Таблица XLSX или CSV из 1С, Excel или другой программы. Сначала покажем, что получится, и только потом запишем.
import-what = Что загружаем
import-kind-counterparty = Контрагенты
import-kind-counterparty-text = Название, ИНН или УНП, адрес, счёт
import-kind-contract = Договоры
import-kind-contract-text = Номер, дата, контрагент, валюта, срок
import-kind-good = Товары
import-kind-good-text = Артикул, название, единица, НДС, вес
import-kind-price-list = Прайс-лист
import-kind-price-list-text = Артикул или название и цена
import-drop = Перетащите файл сюда или выберите его
import-other-file = Другой файл
import-check = Проверить
import-apply = Записать { $count }
import-nothing = Записывать нечего
import-needs = Не хватает столбца: { $fields }
import-update = Обновлять записи, которые уже есть
import-columns = Что в каком столбце
import-rows =
    { $count ->
        [one] { $count } строка
        [few] { $count } строки
       *[many] { $count } строк
    }
import-encoding =
    { $encoding ->
        [utf8] UTF-8
        [windows1251] Windows-1251
        [utf16] UTF-16
        [ibm866] DOS (866)
       *[other] { $encoding }
    }{ $delimiter ->
        [tab] , разделитель — табуляция
       *[sign] , разделитель «{ $delimiter }»
    }
import-damaged = Часть знаков прочитать не удалось: проверьте кодировку файла.
import-sheet = Лист
import-header-row = Заголовки в строке
import-no-headers = нет заголовков
import-delimiter = Разделитель
import-delimiter-name =
    { $sign ->
        [tab] табуляция
        [semicolon] точка с запятой
        [comma] запятая
       *[other] черта
    }
import-column = Столбец
import-field = Поле
import-field-of = Поле столбца { $column }
import-sample = Первые значения
import-skip-column = не загружать
import-required = нужно
import-done = Создано { $created }, обновлено { $updated }, пропущено { $skipped }
import-done-text = Всю загрузку можно отменить одной командой.
import-open-list = Открыть список
import-undone =
    Загрузка отменена: { $count ->
        [one] { $count } запись
        [few] { $count } записи
       *[many] { $count } записей
    }{ $kept ->
        [0] { "" }
       *[other] , изменённых с тех пор оставлено: { $kept }
    }
plan-rows = Строк в файле
plan-create = Будет создано
plan-update = Будет обновлено
plan-same = Уже есть такие
plan-refused = С ошибками
plan-duplicates = Уже есть или повторяются
plan-row = строка { $row }
plan-exists = уже есть: { $name }
plan-twin-row = то же в строке { $row }
plan-problems = Замечания
plan-row-head = Строка
plan-value = Значение
plan-what = Что не так
plan-clean = Замечаний нет.

## Fields of the records

field-name = Название
field-full-name = Полное название
field-kind = Вид
field-party-kind = Вид лица
field-country = Страна
field-tax-id = Налоговый номер
field-inn = ИНН
field-unp = УНП
field-bin = БИН
field-tax-id-reason = Почему номер верен
field-tax-ids = Другие номера
field-value = Номер
field-kpp = КПП
field-ogrn = ОГРН
field-okpo = ОКПО
field-vat-regime = НДС
field-divisions = Подразделения
field-division-name = Подразделение
field-addresses = Адреса
field-address = Адрес
field-address-kind = Вид адреса
field-text = Адрес
field-gln = GLN
field-accounts = Счета в банках
field-account = Счёт
field-account-number = Счёт
field-bank-name = Банк
field-bic = БИК, BIC
field-corr-account = Корр. счёт
field-bank-address = Адрес банка
field-main = осн.
field-signers = Подписанты
field-signer-name = ФИО
field-post = Должность
field-role = Роль
field-basis = Основание
field-signature = Подпись
field-contacts = Контакты
field-contact-name = ФИО
field-phone = Телефон
field-email = Почта
field-note = Примечание
field-buyer = Покупатель
field-supplier = Поставщик
field-credit-limit = Лимит долга
field-credit-currency = Валюта лимита
field-manager = Менеджер
field-logo = Логотип
field-stamp = Печать
field-language = Язык бумаги
field-paper-language = Язык бумаги
field-number = Номер
field-date = Дата
field-place = Место
field-subject = Предмет
field-organisation = Организация
field-counterparty = Контрагент
field-contract = Договор
field-deal = Сделка
field-our-role = Наша роль
field-contract-kind = Вид договора
field-currency = Валюта
field-price-kind = Цены
field-prices = Цены
field-vat = НДС
field-vat-wording = Запись об НДС
field-rate-clause = Оговорка
field-pay-currency = Валюта оплаты
field-bank = Чей курс
field-bank-rate = Чей курс
field-rate-date = Курс на день
field-margin = Надбавка, %
field-incoterms = Базис
field-incoterms-place = Пункт поставки
field-limit = Сумма договора
field-from = С
field-to = По
field-valid-from = Действует с
field-valid-to = Действует до
field-payment-terms = Сроки оплаты
field-payment = Оплата
field-parts = Часть оплаты
field-share = Доля, %
field-days = Дней
field-day-kind = Какие дни
field-calendar = Календарь
field-event = После чего
field-terms-note = Словами
field-price-list = Прайс-лист
field-price-list-name = Название
field-files = Файлы
field-article = Артикул
field-good = Товар
field-good-name = Наименование
field-unit = Единица
field-tnved = ТН ВЭД
field-origin = Происхождение
field-net-mass = Масса нетто
field-gross-mass = Масса брутто
field-gtin = Штрихкод GTIN
field-category = Товарная группа
field-by-batch = По партиям
field-by-serial = По серийным номерам
field-shelf-life = Срок годности
field-warranty = Гарантия
field-batches = Партии
field-batch-number = Партия
field-made = Изготовлено
field-expires = Годен до
field-certificates = Сертификаты
field-certificate-name = Вид документа
field-certificate-number = Номер
field-prices-map = Цены
field-price = Цена
field-quantity = Количество
field-discount = Скидка
field-lines = Строки
field-order = Место строки
field-specification = Специф.
field-specification-date = Дата спецификации
field-shipment = Отгрузка
field-shipment-date = Отгрузка
field-shipment-short = отгрузка
field-seller = Продавец
field-scope = Что выставлено
field-due = Оплатить до
field-valid-until = Действует до
field-delivery = Доставка
field-purpose = Назначение
field-basis-text = Основание
field-consignee = Грузополучатель
field-with-stamp = Ставить печать и подписи
field-issued-as = Выставлен как
field-void-reason = Причина
field-reason = Причина
field-direction = Направление
field-payment-number = № платёжки
field-amount = Сумма
field-allocations = Разнесение
field-prefix = Префикс
field-suffix = Окончание
field-width = Знаков
field-next = Следующий номер
field-year = Год
field-closed = Закрыта
field-default-organisation = Организация
field-size = Размер
field-blob = Файл
field-media-type = Вид файла
field-state = Состояние

## What can be chosen

enum-party-kind-legal = юридическое лицо
enum-party-kind-sole-trader = предприниматель
enum-party-kind-person = физическое лицо
enum-party-kind-branch = филиал
enum-party-kind-institution = учреждение
enum-vat-regime-general = плательщик НДС
enum-vat-regime-exempt = без НДС
enum-vat-regime-special5 = УСН, НДС 5 %
enum-vat-regime-special7 = УСН, НДС 7 %
enum-address-kind-legal = юридический
enum-address-kind-postal = почтовый
enum-address-kind-delivery = доставки
enum-signer-role-head = руководитель
enum-signer-role-chief-accountant = главный бухгалтер
enum-signer-role-other = другой
enum-contract-kind-supply = поставка
enum-contract-kind-commission = комиссия
enum-contract-kind-agency = агентский
enum-our-role-seller = продавец
enum-our-role-buyer = покупатель
enum-price-kind-on-top = НДС сверху
enum-price-kind-included = НДС в цене
enum-vat-choice-base = основная ставка
enum-vat-choice-reduced = пониженная ставка
enum-vat-choice-zero = 0 %
enum-vat-choice-none = без НДС
enum-rate-bank-nbrb = Нацбанк Беларуси
enum-rate-bank-cbr = Банк России
enum-rate-date-payment = оплаты
enum-rate-date-invoice = счёта
enum-rate-date-shipment = отгрузки
enum-part-kind-prepayment = предоплата
enum-part-kind-deferral = отсрочка
enum-day-kind-calendar = календарные
enum-day-kind-banking = банковские
enum-term-calendar-seller = продавца
enum-term-calendar-ru = России
enum-term-calendar-by = Беларуси
enum-term-calendar-both = обеих стран
enum-term-event-invoice = счёта
enum-term-event-shipment = отгрузки
enum-term-event-acceptance = приёмки
enum-trade-category-other = прочее
enum-trade-category-machinery = машины
enum-trade-category-parts = запчасти
enum-trade-category-road-machinery = дорожная техника
enum-trade-category-microelectronics = микроэлектроника
enum-trade-category-building-materials = стройматериалы
enum-trade-category-medicines = лекарства
enum-trade-category-reagents = реагенты
enum-trade-category-cosmetics = косметика
enum-trade-category-electrical = электротовары
enum-trade-category-food = продукты
enum-trade-category-service = услуга
enum-paper-language-ru = русский
enum-paper-language-be = белорусский
enum-paper-language-en = английский
enum-direction-incoming = поступление
enum-direction-outgoing = списание

## With several forms

terms-deferral =
    { $share } % через { $days ->
        [one] { $days } { $kind ->
            [banking] банковский день
           *[calendar] день
        }
        [few] { $days } { $kind ->
            [banking] банковских дня
           *[calendar] дня
        }
       *[many] { $days } { $kind ->
            [banking] банковских дней
           *[calendar] дней
        }
    } после { $event ->
        [shipment] отгрузки
        [acceptance] приёмки
       *[invoice] счёта
    }
rate-clause-words =
    оговорка: { $currency }, { $bank ->
        [cbr] Банк России
       *[nbrb] Нацбанк РБ
    }{ $margin }
days-left =
    { $days ->
        [0] сегодня
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
file-size =
    { $value } { $unit ->
        [mb] МБ
        [kb] КБ
       *[b] Б
    }
today-date =
    { $weekday ->
        [1] понедельник
        [2] вторник
        [3] среда
        [4] четверг
        [5] пятница
        [6] суббота
       *[7] воскресенье
    }, { $day } { $month ->
        [1] января
        [2] февраля
        [3] марта
        [4] апреля
        [5] мая
        [6] июня
        [7] июля
        [8] августа
        [9] сентября
        [10] октября
        [11] ноября
       *[12] декабря
    }
month-name =
    { $month ->
        [1] январь
        [2] февраль
        [3] март
        [4] апрель
        [5] май
        [6] июнь
        [7] июль
        [8] август
        [9] сентябрь
        [10] октябрь
        [11] ноябрь
       *[12] декабрь
    }
month-short =
    { $month ->
        [1] янв
        [2] фев
        [3] мар
        [4] апр
        [5] май
        [6] июн
        [7] июл
        [8] авг
        [9] сен
        [10] окт
        [11] ноя
       *[12] дек
    }
nameless = Без названия
zoom = Масштаб
action-zoom-in = Крупнее
action-zoom-out = Мельче
action-zoom-usual = Масштаб 100 %
zoom-value = { $percent } %
action-open-similar = Открыть похожую карточку
action-save-marked = Сохранить помеченные
action-all-tabs = Все отборы списка
action-first-logo = Выбрать логотип
action-dialog-add = Добавить строку
action-preset-1 = Готовый вариант 1
action-preset-2 = Готовый вариант 2
action-preset-3 = Готовый вариант 3
action-preset-4 = Готовый вариант 4
