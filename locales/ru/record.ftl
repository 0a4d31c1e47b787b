## /role, /region

command-role = Кто что может: показать, дать, забрать
    .title = Роли
argument-role-action = Показать, дать или забрать
    .label = действие
    .ask = Что сделать?
    .hint = Каждое изменение остаётся в журнале.
argument-role-person = Имя, #7, упоминание, telegram:123 или discord:456
    .label = кто
    .ask = Какой человек?
    .hint = Например Юки, #7, упоминание, telegram:123 или discord:456
argument-role-role = Роль
    .label = роль
    .ask = Какая роль?
    .hint = Она принадлежит человеку на всех платформах.
argument-role-region = Для какого региона, или для всех
    .label = регион
    .ask = Для какого региона?
    .hint = Заявки других регионов решать нельзя.
argument-role-reason = Почему; человек это прочтёт, и это сохранится
    .label = причина
    .ask = Почему?
    .hint = Человек это прочтёт, и это останется в журнале.
choice-show = 📋 показать
choice-grant = ➕ дать
choice-revoke = ➖ забрать
choice-admin = админ
choice-finance_maker = финансы (запрос)
choice-finance_checker = финансы (решение)
choice-risk_officer = риск-офицер
choice-reviewer = рецензент
choice-regional_manager = региональный менеджер
choice-auditor = аудитор
role-partner = партнёр
role-preview-grant = Дать <b>{ $name }</b> (#{ $number }) роль <b>{ $role }</b> ({ $where })?
role-preview-revoke = Забрать у <b>{ $name }</b> (#{ $number }) роль <b>{ $role }</b> ({ $where })?
role-confirm-grant = ✅ Дать
role-confirm-revoke = ✅ Забрать
role-done-grant = ✅ { $name } (#{ $number }): роль { $role } выдана ({ $where }).
role-done-revoke = ✅ { $name } (#{ $number }): роли { $role } больше нет ({ $where }).
told-now = Об этом придёт личное сообщение.
told-later = ⚠️ Этот человек ещё не начинал со мной личный чат, поэтому написать я пока не могу. Сообщите сами; моё сообщение ждёт два дня, пока он не откроет чат со мной и не нажмёт «Старт».
role-told-grant = 🎖 Теперь у вас есть роль в программе: <b>{ $role }</b> ({ $where }). Что вы можете, покажет /help.
role-told-revoke = У вас больше нет роли в программе: <b>{ $role }</b> ({ $where }).
role-reason = «{ $reason }»
role-wherever = везде, где она была
role-title = <b>Кто что может</b>
role-line = <b>{ $name }</b> (#{ $number }): { $role }, { $where }
role-more = { $count ->
    [one] Ещё { $count } строка. Укажите человека или роль, чтобы её увидеть.
    [few] Ещё { $count } строки. Укажите человека или роль, чтобы их увидеть.
    [many] Ещё { $count } строк. Укажите человека или роль, чтобы их увидеть.
   *[other] Ещё { $count } строки. Укажите человека или роль, чтобы их увидеть.
}
role-none = Такой роли ни у кого нет.
refusal-role-own = Никто не даёт и не забирает роли у самого себя.
    .next = Попросите другого админа или того, кто ведёт бота (npm run cli -- role).
refusal-role-not-regional = Регион бывает только у рецензентов и региональных менеджеров.
    .next = Не указывайте регион.
refusal-role-held = У { $name } там уже есть эта роль.
    .next = Кто что может, покажет /role и «показать».
refusal-role-not-held = У { $name } там нет этой роли.
    .next = Кто что может, покажет /role и «показать».
refusal-role-from-setting = { $name } — админ по настройке OWNERS бота.
    .next = Тот, кто ведёт бота, может убрать аккаунт из OWNERS и перезапустить его.
refusal-application-other-region = Заявка { $number } из региона, который вы не рассматриваете.
    .next = Чья она, покажет /region. Админ может дать вам роль для этого региона командой /role.

command-region = Регионы: кто отвечает и что ждёт
    .title = Регионы
region-title = <b>Регионы</b>
region-every = все регионы
region-head = <b>{ $region }</b>
region-managers = Менеджеры: { $count ->
    [0] { $inAll ->
        [0] никого
       *[other] те, кто ведёт все регионы
    }
   *[other] { $names }{ $more ->
        [0] {""}
       *[other] {" "}и ещё { $more }
    }
}
region-reviewers = Рецензенты: { $count ->
    [0] { $inAll ->
        [0] никого
       *[other] те, кто ведёт все регионы
    }
   *[other] { $names }{ $more ->
        [0] {""}
       *[other] {" "}и ещё { $more }
    }
}
region-waiting = { $count ->
    [one] Ждёт { $count } заявка, самая давняя — { $oldest }.
    [few] Ждут { $count } заявки, самая давняя — { $oldest }.
    [many] Ждут { $count } заявок, самая давняя — { $oldest }.
   *[other] Ждут { $count } заявки, самая давняя — { $oldest }.
}
region-waiting-none = Заявок нет.

## /audit and the daily seal

command-audit = Журнал: кто, что, когда и почему
    .title = Журнал
command-audit-file = Журнал файлом
argument-audit-about = Человек или packet:…, application:12, chat:3
    .label = о-чём
    .ask = О ком или о чём?
    .hint = Например Ana, #7, telegram:123, packet:6f3k2a, application:12
argument-audit-topic = Только записи такого рода
    .label = тема
    .ask = Какого рода записи?
    .hint = Все, если не выбрать.
argument-audit-within = Не старше, например 7d
    .label = срок
    .ask = За какой срок?
    .hint = Например 24h, 7d, 30d
argument-audit-before = Только старше этого номера
    .label = до
    .ask = Старше какого номера?
    .hint = Номер в начале строки
choice-packet = красные конверты
choice-treasury = казна
choice-frozen = остановки
choice-lifted = снятые остановки
choice-role = роли
choice-chat = группы
choice-application = заявки
choice-desk = рабочие чаты
choice-programme = программа
choice-text = тексты
choice-case = дела
choice-report = жалобы
choice-people = люди
choice-account = аккаунты
choice-link = объединения аккаунтов
choice-partner = партнёры
choice-audit = ежедневная печать
audit-title = <b>Журнал</b>, сначала новое
audit-line = { $number }. { $at } · <b>{ $actor }</b>: { $what } · { $subject }
audit-details = <i>{ $details }</i>
audit-detail = { $name }: { $value }
audit-spender = траты партнёра: { $name }
audit-and = { $first } · { $next }
detail-amount = сумма
detail-brought = с ним пришло
detail-owner = чьё
detail-returned = возвращено
detail-shares = доли
detail-source = откуда
detail-total = сумма
detail-because = из-за
detail-becomes = станет
detail-case = дело
detail-change = изменение
detail-dueAt = срок
detail-effects = последствия
detail-from = было
detail-lapsed = время вышло
detail-partner = партнёр
detail-proposedBy = предложение от
detail-queue = очередь
detail-reason = причина
detail-region = регион
detail-role = роль
detail-rule = правило
detail-state = состояние
detail-tier = уровень
detail-to = стало
detail-until = до
detail-verdict = решение
detail-was = было
detail-why = почему
audit-as-file = 📄 Файлом
audit-file-sent = Эта часть журнала, не более { $most } последних записей: { $name }. Файл только что создан для вас, копии у меня нет.
audit-older = Раньше ▶
audit-none = Такого в журнале нет.
audit-called = О человеке { $name }:
audit-several = Людей с именем «{ $typed }» несколько. Кто нужен?
audit-several-more = Людей с этим именем больше: напишите #7, telegram:123 или discord:456 нужного человека.
audit-person = <b>#{ $number }</b> · { $accounts } · здесь с { $met }{ $staff ->
    [yes] {" "}· { $roles }
   *[no] {""}
}
audit-account = { $platform }: { $name }
audit-whose = 🔍 { $name }
refusal-audit-about = «{ $typed }» — не человек и не предмет журнала.
    .next = Для человека: имя целиком, как оно показано, #7, telegram:123 или discord:456; иначе packet:…, application:12, chat:3.
seal-title = 🔏 <b>Печать книг</b>, { $at }
seal-line = <code>{ $seal }</code>
seal-check = Сохраните это сообщение. Тот, кто ведёт бота, сможет проверить, что записанное раньше не изменили: npm run cli -- audit --seal и эти строки.

fact-packet-dropped = красный конверт отправлен
fact-packet-asked = запрошен конверт сверх лимита
fact-packet-approved = конверт одобрен
fact-packet-rejected = конверт отклонён
fact-packet-request-expired = запрос на конверт истёк
fact-packet-draw-trimmed = разыграно меньше долей, чем задумано
fact-packet-closed = конверт разобран и закрыт
fact-packet-expired = срок конверта вышел
fact-packet-cancelled = конверт отменён
fact-packet-extended = конверт продлён
fact-packet-topped-up = конверт пополнен
fact-packet-paused = конверт приостановлен
fact-packet-resumed = конверт снова идёт
fact-packet-posted-here = конверт показан в ещё одной группе
fact-packet-withdrawn = конверт убран из группы
fact-packet-card-lost = карточку конверта не удалось показать
fact-treasury-asked = запрошено движение денег
fact-treasury-approved = движение денег одобрено
fact-treasury-rejected = движение денег отклонено
fact-frozen = остановлено
fact-lifted = остановка снята
fact-role-granted = роль дана
fact-role-revoked = роль забрана
fact-chat-language = выбран язык группы
fact-chat-merged = два чата стали одним
fact-application-moved = заявка перешла на следующий шаг
fact-application-checked = доказательство проверено
fact-application-measured = измерено сообщество
fact-application-lost = бот убран из измеренного сообщества
fact-application-code-made = выдан код для профиля
fact-application-code-looked-at = проверен код в профиле
fact-application-appealed = подана апелляция
fact-application-appeal-refused = апелляция отклонена
fact-application-proposed = одобрение предложено
fact-application-declined = одобрение не подтверждено
fact-application-escalated = сообщено о задержке ответа
fact-application-handed-over = заявка передана
fact-application-talk-proposed = предложено другое время разговора
fact-application-talk-answered = дан ответ, подходит ли разговор
fact-desk-named = назначен рабочий чат
fact-desk-closed = рабочий чат снят
fact-partner-onboarded = партнёр принят
fact-programme-changed = программа изменена
fact-text-accepted = текст принят
fact-partner-moved = партнёр переведён
fact-partner-uid-confirmed = UID подтверждён
fact-partner-return-asked = просьба вернуться
fact-partner-return-backed = возвращение поддержано
fact-partner-change-moved = изменение уровня или региона партнёра
fact-partner-change-acknowledged = изменение прочитано
fact-partner-invited = партнёр приглашён в группу
fact-partner-uninvited = приглашение в группу отозвано
fact-partner-joined = партнёр вступил в группу
fact-partner-misused = приглашением партнёра воспользовался кто-то другой
fact-partner-shown-out = бывший партнёр удалён из группы
fact-case-moved = дело продвинуто
fact-case-proposed = решение предложено
fact-case-declined = предложение отклонено
fact-case-reminded = напоминание о деле
fact-report-made = подана жалоба
fact-report-decided = жалоба рассмотрена
fact-people-joined = два человека стали одним
fact-account-parted = аккаунт отделён от человека
fact-link-asked = заявлено, что оба аккаунта свои
fact-link-declined = другой аккаунт не признан своим
fact-link-lapsed = подтверждение двух аккаунтов истекло
fact-uid-bound = UID привязан
fact-uid-changed = UID изменён
fact-person-erased = данные человека удалены
fact-badge-given = знак партнёра на платформе выдан
fact-badge-taken = знак партнёра на платформе снят
