# كلمات تشترك فيها كل الشاشات والخادم: الاعتذارات والحالات والأحكام والنهايات.

refusal-already_called = نودي { $ticket } من قبل إلى الشباك { $counter }. نادِ التالي بدلًا منه.
refusal-already_ended =
    { $ended_as ->
        [served] خُدم { $ticket } من قبل.
        [no_show] نودي { $ticket } ولم يحضر. إن كان العميل هنا فإن «تراجع» يعيد زيارته.
        [cancelled_by_customer] تخلّى صاحب { $ticket } عن دوره.
       *[other] انتهت الزيارة { $ticket } من قبل.
    }
refusal-already_held = دور { $ticket } محفوظ من قبل.
refusal-answered_otherwise =
    { $how ->
        [typed] جواب «{ $question }» يُكتب على الجهاز ولا يُقبل هنا إلا مختصره المشفّر: أرسل { "{" } "match": … { "}" } أو اتركه.
       *[other] جواب «{ $question }» يُختار. أرسل أحد الأجوبة المعروضة.
    }
refusal-appointment_cancelled = أُلغي الموعد { $code }. احجز موعدًا جديدًا، أو خذ تذكرة بدون موعد.
refusal-appointment_checked_in = سُجِّل حضور الموعد { $code } من قبل، وتذكرته { $ticket }.
refusal-appointment_closed = المتجر مغلق في ذلك الوقت. اختر وقتًا ضمن أوقات العمل.
refusal-appointment_other_day = الموعد { $code } في يوم آخر. تعال في ذلك اليوم، أو خذ تذكرة بدون موعد.
refusal-appointment_moved = غُيّر وقت الموعد { $code } في هذه الأثناء. انظر أولًا إلى وقته الجديد.
refusal-appointment_past = لقد مضى ذلك الوقت. اختر وقتًا لم يأتِ بعد.
refusal-code_taken = الرقم { $code } لموعد شخص آخر. اختر رقمًا غيره، أو اتركه فارغًا ليُعطى رقم تلقائيًا.
refusal-counter_busy = عند الشباك { $counter } الآن { $ticket }. أنهِ خدمته أولًا.
refusal-counter_cannot_serve = الشباك { $counter } لا يقدّم هذه الخدمة. اختر شباكًا يقدّمها.
refusal-counter_not_open = الشباك { $counter } مغلق. افتحه أولًا أو اختر غيره.
refusal-counter_on_break = الشباك { $counter } في استراحة. افتحه من جديد أو اختر غيره.
refusal-end_not_in_service = انتهت خدمة { $ticket } بين بدايتها والآن. اختر وقتًا بينهما.
refusal-hold_too_long = يُحفظ الدور { $most } دقيقة على الأكثر. اختر مدة أقصر.
refusal-hold_used = حُفظ دور { $ticket } مرة من قبل. تحدّث إلى أحد الموظفين من فضلك.
refusal-not_allowed_now =
    { $state ->
        [waiting] ما زال { $ticket } ينتظر، فلا يمكن ذلك بعد.
        [held] دور { $ticket } محفوظ، فلا يمكن ذلك بعد.
        [called] نودي { $ticket } وهو في الطريق.
        [serving] يُخدم { $ticket } الآن.
       *[other] لا يمكن ذلك الآن.
    }
refusal-nothing_to_undo = لا شيء يمكن التراجع عنه في { $ticket }.
refusal-papers_not_ready = تنقص أوراق. يمكنك الانتظار رغم ذلك، أو إحضارها ونحن نحفظ دورك، أو العودة في يوم آخر.
refusal-promise_already_kept = سُجِّل هذا الوعد من قبل على أنه أُنجز.
refusal-promise_stays_kept = فات وقت التراجع عن تسجيل هذا الوعد على أنه أُنجز.
refusal-same_line = { $ticket } في هذا الصف من قبل.
refusal-day_not_closed = هذا اليوم ليس مغلقًا، فلا شيء يُعاد فتحه.
refusal-store_closed = المتجر مغلق الآن. عُد في أوقات العمل.
refusal-suggestion_outdated = تغيّر الوضع منذ هذا الاقتراح. انظر إلى الاقتراحات الجديدة.
refusal-suggestion_settled =
    { $state ->
        [taken] سبقك زميل إلى ذلك.
        [put_off] قال زميل من قبل «ليس الآن».
       *[other] لم يعد هذا الاقتراح قائمًا.
    }
refusal-unknown_suggestion = لا يوجد اقتراح كهذا اليوم.
refusal-undo_too_late = فات وقت التراجع عن ذلك في { $ticket }.
refusal-unknown_answer = «{ $answer }» ليس جوابًا عن «{ $question }». اختر من الأجوبة المعروضة.
refusal-unknown_appointment = لا يوجد موعد كهذا في هذا المتجر. تحقّق من الرقم.
refusal-unknown_counter = لا يوجد شباك «{ $counter }» في هذا المتجر.
refusal-unknown_help = استجاب أحد الموظفين لهذا الطلب من قبل.
refusal-unknown_language = اللغة «{ $language }» غير متاحة في هذا المتجر.
refusal-unknown_need = لا يعرف هذا المتجر الاحتياج «{ $need }».
refusal-unknown_paper = لا يعرف هذا المتجر الورقة «{ $paper }».
refusal-unknown_promise = لا يوجد وعد كهذا.
refusal-unknown_question = «{ $question }» ليس من أسئلة الخدمة «{ $service }».
refusal-unknown_recovery = لا يقدّم هذا المتجر «{ $recovery }». اختر من قائمته.
refusal-unknown_service = لا توجد خدمة «{ $service }» في هذا المتجر.
refusal-unknown_staff = لا يعمل هنا أحد باسم «{ $staff }». اختر اسمًا من القائمة.
refusal-unknown_visit = لا توجد زيارة كهذه اليوم.
refusal-arrival_not_today = يجب أن يكون الوصول اليوم وألا يكون في المستقبل.

state-waiting = ينتظر
state-held = الدور محفوظ
state-called = نودي
state-serving = يُخدم الآن
state-ended = انتهت

counter-open = مفتوح
counter-closed = مغلق
counter-break = استراحة

ended-served = خُدم
ended-no_show = لم يحضر
ended-walkout = غادر قبل النداء
ended-cancelled_by_customer = تخلّى عن دوره
ended-removed_by_staff = حذفه الموظف
ended-turned_away = يعود في يوم آخر
ended-end_of_day = بقي حتى الإغلاق

verdict-ready = الأوراق كاملة
verdict-fixable_here = ناقص، ويتوفر هنا
verdict-fetch = ناقص، يُحضَر
verdict-not_today = ناقص، لا يمكن اليوم

verdict-sentence-ready = لديك كل ما تحتاج إليه.
verdict-sentence-fixable_here = ينقصك شيء، ويمكنك الحصول عليه هنا.
verdict-sentence-fetch = ينقصك شيء. يمكنك إحضاره ونحن نحفظ دورك.
verdict-sentence-not_today = ينقصك شيء لا يمكن الحصول عليه اليوم. الأفضل أن تعود ومعك ما ينقص من أن تنتظر بلا فائدة.

paper-declared = مع العميل
paper-read = قُرئت في الجهاز
paper-seen = شوهدت
paper-missing = ناقصة
paper-unsure = غير متأكد
paper-rejected = مرفوضة
paper-reason-expired = قديمة أو منتهية
paper-reason-not_original = ليست الأصل
paper-reason-other_name = عليها اسم آخر
paper-reason-unreadable = لا تُقرأ
paper-reason-wrong_paper = ورقة أخرى
paper-reason-too_old = قديمة
paper-reason-not_readable = لا تُقرأ
paper-reason-unsure = غير متأكد
paper-reason-expires_soon = تنتهي قريبًا
paper-reason-does_not_match = لا تطابق الأوراق الأخرى
paper-reason-not_as_typed = رقم أو اسم غير الذي كُتب
paper-reason-missing = لم تكن موجودة
paper-reason-rejected = بلا سبب مذكور
paper-reason-other = سبب آخر
paper-mend-not_as_typed = تحقّق مما كتبته واعرضها مرة أخرى، أو أحضر الورقة التي فيها الشيء نفسه.
paper-mend-does_not_match = أحضر الورقة التي فيها الاسم أو الرقم نفسه كما في أوراقك الأخرى.

paper-form-original = الأصل
paper-form-certified = نسخة مصدّقة
paper-form-copy = تكفي نسخة
paper-form-screen = تكفي شاشة هاتفك
paper-max-age =
    { $days ->
        [zero] صادرة اليوم
        [one] لا يزيد عمرها على يوم واحد
        [two] لا يزيد عمرها على يومين
        [few] لا يزيد عمرها على { $days } أيام
        [many] لا يزيد عمرها على { $days } يومًا
       *[other] لا يزيد عمرها على { $days } يوم
    }

action-call = نداء
action-move = نقل
action-hold = حفظ الدور
action-return = عودة إلى الصف
action-recall = نداء مرة أخرى
action-start = حضر
action-no_show = لم يحضر
action-finish = إنهاء
action-transfer = تحويل
action-papers = الأوراق
action-recover = تعويض الانتظار
action-remove = حذف من القائمة
action-cancel = التخلي عن الدور
action-undo = تراجع

basis-history = بحسب اليوم والأسابيع الأخيرة
basis-typical = لا توجد خبرة كافية بعد: عادةً
basis-no_counter_open = لم يُفتح شباك لهذه الخدمة بعد

outcome-resolved = تم الحل
outcome-unresolved = لم يُحل
outcome-escalated = تولّاه المدير

counter-number = الشباك { $counter }
people-ahead =
    { $count ->
        [zero] أنت التالي
        [one] قبلك شخص واحد
        [two] قبلك شخصان
        [few] قبلك { $count } أشخاص
        [many] قبلك { $count } شخصًا
       *[other] قبلك { $count } شخص
    }

# For who comes another day.
coming-title = نفتح في هذه الأوقات
coming-all-day = طوال اليوم
coming-quiet = الأهدأ من { $from } إلى { $to }: { $wait }
coming-unknown = لا نعرف بعد متى يكون الوضع هادئًا، فلم يمضِ على وجودنا هنا وقت كافٍ.

refusal-counter_taken = { $name } عند الشباك { $counter }. اسأل أولًا، ثم أكّد أنك تتولى الشباك.
refusal-closed_early =
    { $days ->
        [0] نغلق اليوم الساعة { $since }، أبكر من المعتاد. من فضلك اسأل أحد الموظفين.
        [1] نغلق اليوم الساعة { $since }، أبكر من المعتاد. من فضلك تعال غدًا من الساعة { $opens }.
        [2] نغلق اليوم الساعة { $since }، أبكر من المعتاد. نفتح من جديد بعد يومين الساعة { $opens }.
       *[other] نغلق اليوم الساعة { $since }، أبكر من المعتاد. نفتح من جديد بعد { $days } أيام الساعة { $opens }.
    }
refusal-service_closed =
    { $days ->
        [0] انتهت هذه الخدمة اليوم الساعة { $since }. من فضلك اسأل أحد الموظفين.
        [1] انتهت هذه الخدمة اليوم الساعة { $since }. من فضلك تعال غدًا من الساعة { $opens }، أو اختر خدمة أخرى.
        [2] انتهت هذه الخدمة اليوم الساعة { $since }. نفتح من جديد بعد يومين الساعة { $opens }، أو اختر خدمة أخرى.
       *[other] انتهت هذه الخدمة اليوم الساعة { $since }. نفتح من جديد بعد { $days } أيام الساعة { $opens }، أو اختر خدمة أخرى.
    }
refusal-exception_not_today = اختر وقتًا بين الآن ووقت الإغلاق المعتاد اليوم.
refusal-unknown_exception = تم التراجع عن ذلك من قبل.

# ما يختلف اليوم، لكل الشاشات.
today-closes = نغلق اليوم الساعة { $time }.
today-service = { $service }: اليوم حتى الساعة { $time } فقط.
today-service-over = { $service }: انتهت اليوم منذ الساعة { $time }.
today-late-short_staffed = عددنا اليوم أقل: كل شيء يستغرق وقتًا أطول.
today-late-system_down = أجهزتنا بطيئة أو متوقفة: كل شيء يستغرق وقتًا أطول.
today-late-many_people = الحضور اليوم كثير جدًا: كل شيء يستغرق وقتًا أطول.
today-late-emergency = طرأ أمر عاجل: كل شيء يستغرق وقتًا أطول.
today-late-other = كل شيء يستغرق اليوم وقتًا أطول.
