# شاشة الاستقبال: سؤال واحد في كل مرة، بكلمات شخص يقف عند الباب.

kiosk-welcome = أهلًا وسهلًا
kiosk-begin = المس للبدء
kiosk-languages = اختر لغتك
kiosk-waits-now = مدة الانتظار الآن
kiosk-wait-now = الانتظار الآن
kiosk-wait-unknown = لم يُفتح شباك بعد
kiosk-wait-closing = ربما ليس اليوم
kiosk-closed = المتجر مغلق الآن.
kiosk-opens = نفتح يوم { $day } الساعة { $time }.
kiosk-ring = يمكنك الاتصال بنا: { $phone }
kiosk-lost = انقطع اتصال هذه الشاشة.
kiosk-lost-person = تحدث من فضلك إلى أي شخص من فريقنا. ستعود الشاشة وحدها.
kiosk-more = المزيد
kiosk-more-top = العودة إلى الأعلى

kiosk-ways-out = مخارج
kiosk-back = رجوع
kiosk-start-over = البدء من جديد
kiosk-person = التحدث إلى شخص
kiosk-comfort-larger = خط أكبر
kiosk-comfort-contrast = تباين أعلى
kiosk-comfort-lower = خفض الشاشة

kiosk-progress = الخطوة { $step } من { $steps }
kiosk-station-service = الخدمة
kiosk-station-question = أسئلة
kiosk-station-paper = الأوراق
kiosk-station-needs = مساعدة
kiosk-station-ticket = الرقم

kiosk-service-title = كيف يمكننا مساعدتك؟
kiosk-service-lead = بضعة أسئلة قصيرة، كي لا تنتظر بلا فائدة.

kiosk-paper-title = هل هذا معك الآن؟
kiosk-any-title = أيّ من هذه معك الآن؟
kiosk-any-lead = يكفي واحد منها.
kiosk-several-lead = { $count ->
    [two] تحتاج إلى اثنين منها.
   *[other] تحتاج إلى { $count } منها.
}
kiosk-several-done = هذه معي
kiosk-several-fewer = { $count ->
    [one] هذا فقط
    [two] هذان فقط
   *[other] هذه فقط
}
kiosk-have = نعم، معي
kiosk-have-not = لا، ليس معي
kiosk-have-none = لا شيء منها
kiosk-unsure = لست متأكدًا
kiosk-form-original = الأصل
kiosk-form-certified = نسخة مصدّقة
kiosk-form-copy = تكفي نسخة
kiosk-form-screen = تكفي شاشة هاتفك
kiosk-form-and-age = { $form }، { $age }
kiosk-age-days = { $days ->
    [one] لا يزيد عمره على يوم واحد
    [two] لا يزيد عمره على يومين
    [few] لا يزيد عمره على { $days } أيام
   *[other] لا يزيد عمره على { $days } يومًا
}
kiosk-age-years = { $years ->
    [one] لا يزيد عمره على سنة
    [two] لا يزيد عمره على سنتين
    [few] لا يزيد عمره على { $years } سنوات
   *[other] لا يزيد عمره على { $years } سنة
}

kiosk-needs-title = هل يمكننا أن نسهّل عليك؟
kiosk-needs-lead = اختر ما يناسبك، ونحن نهتم به.
kiosk-needs-none = لا، شكرًا
kiosk-needs-done = متابعة

kiosk-verdict-fixable_here = { $papers ->
    [one] ينقصك شيء واحد، ويمكنك الحصول عليه هنا.
    [two] ينقصك شيئان، ويمكنك الحصول عليهما هنا.
   *[other] تنقصك بعض الأشياء، ويمكنك الحصول عليها هنا.
}
kiosk-verdict-fetch = { $papers ->
    [one] ينقصك شيء واحد. نحفظ لك دورك حتى تحضره.
    [two] ينقصك شيئان. نحفظ لك دورك حتى تحضرهما.
   *[other] تنقصك بعض الأشياء. نحفظ لك دورك حتى تحضرها.
}
kiosk-verdict-not_today = { $papers ->
    [one] ينقصك شيء واحد، وبدونه يكون انتظارك اليوم بلا فائدة.
    [two] ينقصك شيئان، وبدونهما يكون انتظارك اليوم بلا فائدة.
   *[other] تنقصك بعض الأشياء، وبدونها يكون انتظارك اليوم بلا فائدة.
}
kiosk-choose-fix = أحصل عليه هنا وأنا أنتظر
kiosk-choose-fix-means = تأخذ رقمًا الآن وتنجز ذلك وأنت تنتظر. نريك أين.
kiosk-choose-wait = أنتظر بدونه
kiosk-choose-wait-means = تنتظر دورك، ونحلّ الأمر عند الشباك إن أمكن.
kiosk-choose-hold = أُحضره وأعود اليوم
kiosk-choose-hold-means = تأخذ رقمًا الآن. إن عدت قبل { $time } بقي دورك كما كان.
kiosk-choose-come_back = أعود في يوم آخر
kiosk-choose-come_back-means = تأخذ قائمة بما عليك إحضاره بالضبط، ولا تنتظر اليوم.

kiosk-your-number = رقمك
kiosk-counter-where = { $counter }، { $place }
kiosk-called = نناديك إلى أحد الشبابيك
kiosk-wait = مدة انتظارك
kiosk-call-by = نناديك
kiosk-before = في موعد أقصاه { $time }
kiosk-ahead = { $ahead ->
    [zero] أنت التالي.
    [one] أمامك شخص واحد.
    [two] أمامك شخصان.
    [few] أمامك { $ahead } أشخاص.
   *[other] أمامك { $ahead } شخصًا.
}
kiosk-basis-typical = هذه هي المدة المعتادة، فما زلنا لا نعرف عن اليوم إلا القليل.
kiosk-basis-no_counter_open = لم يُفتح شباك لهذه الخدمة بعد. نناديك حالما يُفتح واحد.
kiosk-basis-after_closing = نُغلق قريبًا وقد لا يصل دورك اليوم. من فضلك اسأل أحدنا قبل أن تنتظر.
kiosk-noted = سجّلنا: { $needs }
kiosk-kept = دورك محفوظ
kiosk-until = حتى { $time }
kiosk-fetch = أحضر معك:
kiosk-kept-means = عندما تعود، أخبر أي شخص من فريقنا أو المس «لقد عدت» على هاتفك.
kiosk-follow = خذ دورك معك
kiosk-follow-means = وجّه كاميرا هاتفك إلى هنا. تجوّل كما تشاء، وسيناديك هاتفك حين يحين دورك.
kiosk-code = رمز لكاميرا هاتفك
kiosk-print = اطبعه
kiosk-done = تم

kiosk-come-back-title = نراك قريبًا
kiosk-come-back-lead = لم تأخذ دورًا، فلن يضيع عليك شيء.
kiosk-bring = من أجل «{ $service }» أحضر معك:
kiosk-so-many = { $count ->
    [two] اثنان من هذه:
   *[other] { $count } من هذه:
}
kiosk-or = أو
kiosk-bring-too = وأيضًا ما معك اليوم:
kiosk-take-list = خذ هذه القائمة معك
kiosk-take-list-means = وجّه كاميرا هاتفك إلى هنا، أو اطبعها.

# A ticket or slip shown again, and what was missing and is here now.
kiosk-tasks-waiting = وأنت تنتظر، احصل على هذا هنا:
kiosk-tasks-held = هل هو معك الآن؟
kiosk-task-done = أصبح معي الآن
kiosk-task-done-with = معي: { $paper }
kiosk-tasks-ready = كل أوراقك جاهزة.
kiosk-tasks-ready-means = لم يبقَ إلا أن تنتظر النداء.
kiosk-return = لقد عدت
kiosk-come-back-given = أعطينا دورك لغيرك، وإجاباتك محفوظة: أرِنا هذا الرمز في المرة القادمة.

kiosk-again-title = أهلًا بعودتك
kiosk-again-too = ومعك من جديد: { $papers }.
kiosk-again-all = كان كل هذا معك. هل هو معك من جديد؟
kiosk-again-yes = نعم، أعطني رقمًا
kiosk-again-changed = تغيّر شيء ما

# What counts as a paper, in pictures.
examples-title = ما يُقبل وما لا يُقبل
examples-not-screen = صورة له على هاتفك
examples-not-copy = نسخة عنه
examples-not-uncertified = نسخة بلا ختم
examples-not-old = قديم جدًا ({ $age })
examples-not-soon = { $days ->
    [one] ما بقي من صلاحيته أقل من يوم
    [two] ما بقي من صلاحيته أقل من يومين
    [few] ما بقي من صلاحيته أقل من { $days } أيام
   *[other] ما بقي من صلاحيته أقل من { $days } يومًا
}
examples-not-expired = منتهي الصلاحية
examples-not-readable = مقصوص أو باهت لا يُقرأ
examples-have-this = هذا معي: { $paper }
examples-still-unsure = ما زلت غير متأكد

kiosk-trouble = لا يمكننا الوصول إلى حاسوبنا الآن.
kiosk-trouble-means = إجاباتك محفوظة هنا وما زلنا نحاول. إن لم ترغب في الانتظار فتحدث من فضلك إلى أي شخص من فريقنا.
kiosk-refused-means = يمكنك البدء من جديد أو التحدث إلى شخص.

kiosk-still-there = هل ما زلت هنا؟
kiosk-still-there-means = إن لم تكن هنا فسنمسح الشاشة للشخص التالي.
kiosk-still-here = نعم، أنا هنا

kiosk-help-asking = لحظة من فضلك…
kiosk-help-asking-means = نخبر فريقنا الآن.
kiosk-help-told = أخبرنا فريقنا.
kiosk-help-told-means = حين يجيب أحد يظهر هنا من سيأتي. يمكنك أن تتابع في هذه الأثناء.
kiosk-help-coming = سيأتي إليك شخص من فريقنا.
kiosk-help-coming-by = { $name } في الطريق إليك.
kiosk-help-coming-means = ابقَ هنا، أو تابع وأنت تنتظر.
kiosk-help-closed = المتجر مغلق: لا أحد هنا الآن.
kiosk-help-closed-means = يمكنك الاتصال بنا: { $phone }
kiosk-help-failed = لا يمكننا الوصول إلى فريقنا من هنا.
kiosk-help-failed-means = تحدث من فضلك إلى أي شخص منا في القاعة. يسعدنا أن نساعدك.
kiosk-help-close = متابعة

refusal-unknown_slip = هذا الرمز ليس من قسائمنا. ابدأ من هنا أو تحدث إلى شخص.
