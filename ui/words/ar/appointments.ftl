# من يأتي في وقت محدد.
kiosk-appointment = لديّ موعد
kiosk-appointment-means = سجّل حضورك برقم الموعد أو رمزه.
kiosk-appointment-title = ما رقم موعدك؟
kiosk-appointment-lead = تجده في رسالة التأكيد. وإن وُجد هنا ماسح، فقرّب الرمز منه.
kiosk-appointment-or-show = تجده في رسالة التأكيد. أو اعرض رمزه.
kiosk-appointment-typed = الرقم حتى الآن
kiosk-appointment-erase = احذف رقمًا
kiosk-appointment-check = ابحث عنه
kiosk-appointment-unknown = لا نعرف موعدًا برقم { $code }. حاول مرة أخرى، أو تحدّث إلى أحد الموظفين.
kiosk-appointment-away = لا يمكننا البحث عنه الآن. ارجع وخذ تذكرة، أو تحدّث إلى أحد الموظفين.
kiosk-appointment-when = { $day }، { $time }

kiosk-appointment-in_time = أهلًا بك في موعدك الساعة { $time }.
kiosk-appointment-in_time-means = جئت في الوقت، لذلك يتقدّم دورك في الصف.
kiosk-appointment-go-on = نعم، هذا موعدي
kiosk-appointment-go-on-means = ننظر في أوراقك، ثم تأخذ تذكرتك.

kiosk-appointment-early = جئت مبكرًا: موعدك الساعة { $time }.
kiosk-appointment-early-means = يمكنك تسجيل حضورك ابتداءً من { $from }.
kiosk-appointment-come-at = سأعود ابتداءً من { $from }
kiosk-appointment-come-at-means = يبقى موعدك كما هو.
kiosk-appointment-anyway = خذ تذكرة الآن
kiosk-appointment-anyway-means = تنتظر دورك مثل كل من يأتي الآن، وتحلّ التذكرة محلّ موعدك.

kiosk-appointment-late = كان موعدك الساعة { $time }.
kiosk-appointment-late-means = كان دورك يتقدّم حتى { $until }. الآن تنتظر دورك مثل كل من يأتي الآن.
kiosk-appointment-in-turn = خذ تذكرة الآن
kiosk-appointment-in-turn-means = ننظر في أوراقك، ثم تأخذ تذكرتك.

kiosk-appointment-other_day = موعدك يوم { $day } الساعة { $time }.
kiosk-appointment-other_day-means = يمكنك تسجيل حضورك في ذلك اليوم.
kiosk-appointment-come-then = سآتي يوم { $day }
kiosk-appointment-come-then-means = يبقى موعدك كما هو.
kiosk-appointment-without = خذ تذكرة لليوم
kiosk-appointment-without-means = تنتظر دورك، ويبقى موعدك كما هو.

kiosk-appointment-checked_in = حضورك مسجّل. رقمك { $ticket }.
kiosk-appointment-checked_in-means = تابع الشاشة: سنناديك.
kiosk-appointment-done = حسنًا
kiosk-appointment-done-means = هل ضاعت تذكرتك؟ يمكن لأي موظف أن يريك إياها من جديد.

kiosk-appointment-cancelled = أُلغي موعدك الساعة { $time }.
kiosk-appointment-cancelled-means = إن لم تكن تتوقع ذلك، فتحدّث من فضلك إلى أحد الموظفين.
kiosk-appointment-walk-in = خذ تذكرة الآن
kiosk-appointment-walk-in-means = تنتظر دورك مثل كل من يأتي الآن.

kiosk-ticket-appointment = موعد الساعة { $time }

# الأجهزة اللوحية.
staff-appointments = المواعيد
staff-appointment = الموعد
staff-appointment-at = موعد { $time }
staff-appointments-n = { $n ->
    [zero] لا مواعيد قادمة
    [one] موعد واحد قادم
    [two] موعدان قادمان
    [few] { $n } مواعيد قادمة
    [many] { $n } موعدًا قادمًا
   *[other] { $n } موعد قادم
}
staff-no-appointments = لا أحد لديه موعد اليوم.
staff-more-appointments = هناك المزيد. تُعرض أول { $n }.
staff-appointment-due = بعد { $n ->
    [zero] أقل من دقيقة
    [one] دقيقة
    [two] دقيقتين
    [few] { $n } دقائق
    [many] { $n } دقيقة
   *[other] { $n } دقيقة
}
staff-appointment-due-at = قادم
staff-appointment-late = لم يحضر بعد، في الوقت حتى { $until }
staff-appointment-missed = لم يحضر: فات وقت تقديم دوره
staff-appointment-checked_in = حاضر، ومعه { $ticket }
staff-appointment-cancelled = أُلغي
staff-appointment-number = رقم { $code }
staff-appointments-to_come = لم يحضر بعد
staff-appointments-not_come = فات موعده ولم يحضر
staff-appointments-here = حاضر أو انتهى
staff-appointments-cancelled = ملغى
staff-appointment-check-in = سجّل الحضور
staff-appointment-check-in-who = سجّل حضور: { $who }
staff-appointment-change = الرابط أو تغيير الوقت أو الإلغاء: { $who }
staff-appointment-is-here = { $ticket }، { $who }، في الصف الآن.
staff-appointment-open = الأوراق والقسيمة
staff-appointment-early = مبكر: في الوقت ابتداءً من { $from }
staff-appointment-early-means = إذا سُجّل حضوره الآن انتظر دوره مثل غيره، وحلّت التذكرة محلّ الموعد.
staff-appointment-in-turn = سجّل الحضور الآن، وينتظر دوره
staff-appointment-not-yet = انتظر حتى ذلك الوقت
staff-appointment-link = إعطاء العميل الرابط
staff-appointment-link-title = { $who } · { $time }
staff-appointment-link-explain = يمسحه العميل: الوقت لتقويمه، وما يحضره معه، وكيف يلغي.
staff-appointment-move = غيّر وقت الموعد
staff-appointment-move-title = { $who }، { $time }: إلى متى؟
staff-appointment-other-time = وقت آخر
staff-appointment-new-time = الوقت الجديد
staff-appointment-moved = { $who }: الموعد الآن { $when }.
staff-appointment-cancel = ألغِ الموعد
staff-appointment-cancel-title = { $who }، { $time }: لماذا أُلغي؟
staff-appointment-was-cancelled = أُلغي موعد { $who }.
staff-appointment-reason-customer = بطلب من العميل
staff-appointment-reason-store = لا يمكننا الوفاء به
staff-appointment-reason-twice = حُجز مرتين
staff-appointment-reason-other = سبب آخر
