# جهاز الموظفين: كلام لزميل لديه عشر ثوانٍ.

staff-who = من هنا؟
staff-who-takes-over = من يستلم { $counter }؟
staff-role-floor_walker = في الصالة
staff-role-manager = الإدارة
staff-pin-of = { $name }، رمزك السري
staff-pin-digits =
    { $n ->
        [zero] لم يُكتب أي رقم
        [one] كُتب رقم واحد
        [two] كُتب رقمان
        [few] كُتبت { $n } أرقام
       *[other] كُتب { $n } رقمًا
    }
staff-pin-back = امسح الرقم الأخير
staff-pin-enter = دخول
staff-pin-wrong = ليس هذا رمز { $name }. حاول مرة أخرى.
staff-pin-wait = محاولات كثيرة الآن. انتظر خمس دقائق، أو اطلب من زميل أن يدخل.
staff-somebody-else = شخص آخر
staff-not-this-tablet = هذا الجهاز لا يتبع المتجر بعد. افتح عليه رابط دخول الموظفين، أو امسح رمزه من صفحة بدء الخادم.
staff-no-server = حاسوب المتجر لا يجيب. نواصل المحاولة.
staff-language = اللغة

staff-where = أين اليوم يا { $name }؟
staff-walk-floor = أتجوّل في الصالة
staff-taken-by = { $name } هناك: تستلم مكانه
staff-places = الأماكن
staff-my-counter = شباكي
staff-floor = الصالة
staff-pool = الصف المشترك
staff-pool-detail = ينادي من يفرغ أولًا
staff-menu = الشباك والخروج
staff-close-sheet = إغلاق
staff-done = تم

staff-n-waiting =
    { $n ->
        [zero] لا أحد ينتظر
        [one] شخص واحد ينتظر
        [two] شخصان ينتظران
        [few] { $n } ينتظرون
       *[other] { $n } ينتظرون
    }
staff-n-at-risk =
    { $n ->
        [zero] لا انتظار في خطر
        [one] انتظار واحد يكاد يتجاوز الوعد
        [two] انتظاران يكادان يتجاوزان الوعد
        [few] { $n } انتظارات تكاد تتجاوز الوعد
       *[other] { $n } انتظارًا يكاد يتجاوز الوعد
    }
staff-other-reason = سبب آخر

staff-call-next = نادِ التالي
staff-from-line = من صف { $counter }
staff-nobody-to-call = لا أحد ينتظرك.
staff-nobody = لا أحد ينتظر.
staff-nobody-detail = يظهر التالي هنا من تلقاء نفسه.
staff-after = بعد ذلك
staff-state-next = التالي
staff-state-waiting = ينتظر
staff-state-held = مكانه محفوظ
staff-state-called = نودي
staff-state-recalled =
    { $n ->
        [two] نودي مرتين
        [few] نودي { $n } مرات
       *[other] نودي { $n } مرة
    }
staff-state-serving =
    { $minutes ->
        [0] عندك الآن
       *[other] عندك منذ { $wait }
    }
staff-state-ended = غادر
staff-no-show-in = يُعدّ غائبًا بعد { $time }
staff-speaks = يتكلم
staff-needs = يحتاج
staff-waited = انتظر
staff-was-told = قيل له
staff-by = حتى { $time }
staff-told-late = أطول مما قيل
staff-likely-more = بقي { $range }
staff-no-papers = لا حاجة إلى أوراق
staff-opening = لتقوله أولًا
staff-opening-hello = أهلًا بك، سعدنا بقدومك. كيف أستطيع أن أساعدك؟
staff-opening-ready = أهلًا بك، سعدنا بقدومك. أوراقك كاملة، ونستطيع أن نبدأ حالًا.
staff-opening-papers = أهلًا بك، سعدنا بقدومك. لننظر معًا فيما ينقص.
staff-opening-late = أهلًا بك، وشكرًا لصبرك. انتظرت أطول مما قلنا لك، ونعتذر عن ذلك. الآن دورك.
staff-opening-again = أهلًا بعودتك. قرأت ما دوّنّاه في المرة الماضية، فلا حاجة إلى أن تشرح من جديد.
staff-opening-promise = أهلًا بعودتك. وعدناك بأمر، فدعني أخبرك أولًا إلى أين وصل.
staff-opening-passed = أهلًا بك. أخبرني زميلي بالأمر، فلا حاجة إلى أن تبدأ من جديد.
staff-last-time = في المرة الماضية، { $when }
staff-promised-open = موعود به حتى { $when }
staff-promised-late = موعود به حتى { $when } ولم يتم بعد

staff-seen = رأيتها
staff-not-good = لا تصلح
staff-all-seen = رأيتها كلها
staff-seen-paper = { $paper }: رأيتها
staff-reject-paper = { $paper }: لا تصلح
staff-reject-title = { $paper }: ما المشكلة؟
staff-reject-missing = ليست هنا

staff-note = ملاحظة
staff-notes = ملاحظات
staff-note-title = ملاحظة على { $ticket }
staff-note-explain = لا يقرؤها إلا الموظفون.
staff-add-sale = بيع
staff-sale = المبلغ
staff-sale-title = ماذا بيع؟
staff-add-promise = وعد
staff-promise-title = بماذا وعدنا؟
staff-promise-explain = يبقى في القائمة حتى نفي به.
staff-promise-what = ماذا
staff-promise-due = متى
staff-due-in =
    { $n ->
        [0] اليوم
        [1] غدًا
        [7] بعد أسبوع
        [few] بعد { $n } أيام
       *[other] بعد { $n } يومًا
    }

staff-promises = الوعود
staff-n-late = متأخر: { $n }
staff-n-soon = يحين خلال ساعة: { $n }
staff-no-promises = لا ندين لأحد بشيء.
staff-more-promises = هناك المزيد؛ هذه أقربها موعدًا.
staff-promise-by = حتى { $when }
staff-promise-soon = خلال { $n } د
staff-promise-late = متأخر منذ { $when }
staff-promise-made = وُعد به { $when }
staff-promise-made-by = وعد به { $name }، { $when }
staff-promise-erased = (مُحي نص الوعد)
staff-promise-keep = أُنجز
staff-promise-keep-this = أُنجز: { $what }
staff-promise-was-kept = أُنجز الوعد المقدَّم إلى { $ticket }.
staff-recovery = تعويضًا عن طول الانتظار
staff-recovery-undo = تراجع عن: { $what }

staff-hold-title = احفظ مكان { $ticket }
staff-hold-explain = يعود الزبون في الوقت ولا يفقد شيئًا.
staff-remove-title = { $ticket }: لماذا يُرفع من القائمة؟
staff-remove-left = غادر الزبون
staff-remove-mistake = أُخذت التذكرة خطأ
staff-remove-twice = لديه تذكرتان
staff-transfer-title = إلى أين يتابع { $ticket }؟
staff-transfer-service = من أجل
staff-transfer-counter = عند
staff-any-counter = من يفرغ أولًا
staff-transfer-place = المكان في الصف
staff-place-by_arrival = حسب الوصول
staff-place-first = الأول
staff-place-last = الأخير

staff-take-break = استراحة
staff-break-title = أعود بعد…
staff-break-until = استراحة حتى { $time }
staff-break-detail = تقول الشاشة متى تعود.
staff-break-at = استراحة { $time }
staff-break-put = أجّلها { $name }، وكانت { $planned }
staff-my-break = استراحتك: { $time }
staff-my-break-due = حان وقت استراحتك ({ $time })
staff-end-break = عدتُ
staff-back-at = يعود { $time }
staff-open-counter = افتح
staff-close-counter = أغلق الشباك
staff-close-title = إغلاق { $counter }؟
staff-shared-out =
    { $n ->
        [zero] لا أحد ينتظر في هذا الصف.
        [one] ينتقل من ينتظر هنا إلى صف آخر ويحتفظ بوقت وصوله.
        [two] ينتقل الاثنان المنتظران هنا إلى صفوف أخرى ويحتفظان بوقت وصولهما.
       *[other] يتوزع المنتظرون هنا ({ $n }) على الصفوف الأخرى ويحتفظون بوقت وصولهم.
    }
staff-did-break = استراحة طيبة.
staff-did-close = أُغلق الشباك.
staff-did-recall = نودي { $ticket } مرة أخرى.
staff-did-note = دُوّنت على { $ticket }.
staff-now-at = { $ticket } ← { $counter }.
staff-hand-over = تسليم الشباك
staff-hand-over-detail = يدخل زميل ويستلم الشباك كما هو
staff-sign-out = خروج
staff-sign-out-open = يبقى الشباك مفتوحًا
staff-handing-over = { $counter } كما تتركه
staff-taking-over = { $counter } كما هو الآن
staff-take-over = استلام
staff-hands-nobody = لا أحد عند الشباك.
staff-hands-visit =
    { $minutes ->
        [0] وصل { $ticket } الآن
       *[other] { $ticket } هنا منذ { $wait }
    }
staff-hands-note = كلمة لمن يأتي بعدك

staff-figures = أرقامي
staff-figures-today = اليوم
staff-figures-weeks =
    { $n ->
        [zero] أسابيعك الأربعة الماضية
        [one] أسابيعك الأربعة الماضية، يوم واحد
        [two] أسابيعك الأربعة الماضية، يومان
        [few] أسابيعك الأربعة الماضية، { $n } أيام
       *[other] أسابيعك الأربعة الماضية، { $n } يومًا
    }
staff-figures-volume = زبائن خدمتهم
staff-figures-a-day = { $n } في اليوم
staff-figures-first = ما حللته وحدك
staff-figures-n-of = { $n } من { $of }
staff-figures-service = مدة الخدمة المعتادة
staff-figures-feedback = آراء الزبائن، من 1 إلى 5
staff-figures-score =
    { $n ->
        [zero] { $mean }
        [one] { $mean } من شخص واحد
        [two] { $mean } من شخصين
        [few] { $mean } من { $n } أشخاص
       *[other] { $mean } من { $n } شخصًا
    }
staff-figures-explain = عملك أنت، لك وحدك: لا مقارنة هنا بأحد. ومن يتولَّ الحالات الصعبة يخدم عددًا أقل.

staff-forgotten = { $ticket } عندك منذ { $wait }. هل ما زال هنا؟
staff-forgotten-usual = المعتاد نحو { $minutes } د.
staff-still-here = ما زال هنا
staff-gone-at = غادر منذ { $time }

staff-undo-call = نودي { $ticket }
staff-undo-start = حضر { $ticket }
staff-undo-finish = انتهى { $ticket }
staff-undo-move = نُقل { $ticket }: { $counter }
staff-undo-hold = حُفظ مكان { $ticket }
staff-undo-return = عاد { $ticket } إلى الصف
staff-undo-transfer = حُوّل { $ticket }: { $counter }
staff-undo-remove = رُفع { $ticket } من القائمة
staff-undo-no_show = لم يأتِ { $ticket }
staff-undo-cancel = تخلّى { $ticket } عن مكانه
staff-undone = أُلغي: { $what }.

staff-waits = ينتظر حاسوب المتجر
staff-waits-for-server =
    { $n ->
        [zero] حاسوب المتجر لا يجيب.
        [one] حاسوب المتجر لا يجيب. لمستك محفوظة وتُرسل مرة واحدة.
        [two] حاسوب المتجر لا يجيب. لمستاك محفوظتان، وتُرسل كل منهما مرة واحدة بهذا الترتيب.
        [few] حاسوب المتجر لا يجيب. { $n } لمسات محفوظة، وتُرسل كل منها مرة واحدة بهذا الترتيب.
       *[other] حاسوب المتجر لا يجيب. { $n } لمسة محفوظة، وتُرسل كل منها مرة واحدة بهذا الترتيب.
    }
staff-give-up = لا داعي
staff-gave-up = توقفنا عن الانتظار. انظر هنا قبل أن تلمس مرة أخرى: ربما تم الأمر.
staff-unsent = لم يُرسل بعد
staff-too-old = بقي «{ $what }» محفوظًا وقتًا طويلًا فلن يُنفَّذ. المسه مرة أخرى إن كان لا يزال مطلوبًا.
staff-not-done = تعذّر «{ $what }»:
staff-ask-help = استدعاء شخص
staff-tap-will-wait = لا اتصال. ما تلمسه الآن يُرسل حين يعود.

staff-clock-off = ساعة جهاز Foyer غير مضبوطة بمقدار { $much }. أوقات الانتظار صحيحة، لكن الساعة المعروضة قد لا تكون كذلك: أبلغ من يتولى الجهاز.

staff-help = { $where } يطلب شخصًا
staff-help-kiosk = أحدهم عند الجهاز
staff-help-coming = أنا قادم
staff-help-since =
    { $minutes ->
        [0] الآن
       *[other] قبل { $wait }
    }
staff-ask-title = من يأتي؟
staff-ask-colleague = زميل
staff-ask-manager = المدير
staff-call-manager = استدعاء المدير
staff-ask-note = لمن سيأتي (يُحفظ مع ملاحظات الزبون)
staff-tried = ما جُرِّب حتى الآن
staff-tried-listened = الإصغاء
staff-tried-explained = الشرح
staff-tried-apologised = الاعتذار
staff-tried-papers = مراجعة الأوراق
staff-tried-alternatives = عرض حل آخر
staff-tried-so-far = جُرِّب: { $tried }
staff-wants-colleague = { $counter }: يطلب { $name } زميلًا
staff-wants-manager = { $counter }: يطلب { $name } المدير
staff-asked-colleague = طلبتَ زميلًا
staff-asked-manager = طلبتَ المدير
staff-help-over = لم يعد لازمًا
staff-is-coming = { $name } في الطريق إليك

staff-calm = لحظة صعبة
staff-calm-detail = خمس خطوات، ومعها ما يُقال
staff-calm-breathe = أخرج نفسًا طويلًا، وتكلّم أخفض وأبطأ من الزبون.
staff-calm-breathe-say = أنا هنا من أجلك. أخبرني بما حدث.
staff-calm-hear = دعه يُكمل كلامه، ثم أعد عليه ما سمعت.
staff-calm-hear-say = خصّصت وقتك لهذا، والآن لا يسير كما ينبغي. أفهم أن هذا يزعجك.
staff-calm-sorry = اعتذر مرة واحدة، بلا «لكن».
staff-calm-sorry-say = نعتذر لأن الأمر لم يسر معك كما ينبغي.
staff-calm-choice = اعرض طريقين: من يستطيع أن يختار لا يشعر بالعجز.
staff-calm-choice-say = نبحث الآن معًا عن حل، أو أستفسر وأتصل بك اليوم. أيهما تفضّل؟
staff-calm-promise = قل ماذا ستفعل ومتى، ثم افعله.
staff-calm-promise-say = سأتابع الأمر بنفسي، وسيصلك خبر مني قبل مساء اليوم.
staff-calm-limit = لست مضطرًا إلى احتمال الإهانة والتهديد. ابتعد خطوة واستدعِ أحدًا.

staff-move-here = انقل إلى هنا
staff-several = عدة أرقام
staff-together = المختار: { $n }
staff-together-hint = المس أرقامًا أخرى، ثم صفًا.
staff-moved-together = نُقل { $n }: { $counter }
staff-line-empty = لا أحد ينتظر هنا
staff-free = { $name } · متفرغ
staff-held = مكان محفوظ
staff-lately = غادروا الآن
staff-floor-hint = المس تذكرة ثم صفًّا، أو اسحبها.
staff-line-wait = آخر الصف { $range }
staff-new-wait = { $from } ← { $to } د
staff-move-breaks = يخلف ما قيل لصاحب { $ticket }
staff-balance = اقتراحات
staff-balance-suggest = اقتراحات
staff-balance-auto = Foyer يوازن الصفوف
staff-balance-even = لا اقتراح الآن.
staff-take = نفّذ
staff-not-now = ليس الآن
staff-not-now-title = لماذا ليس الآن؟
staff-not-now-knows = طلب هذا الشباك
staff-not-now-here = سيُنادى بعد قليل
staff-not-now-soon = سيهدأ الأمر من تلقاء نفسه
staff-not-now-other = سبب آخر
staff-taken-by-name = نفّذه { $name }
staff-taken-auto = نفّذه Foyer
staff-who-opens = من يفتح { $counter }؟
staff-why-next = لماذا هذا؟
staff-why-wait = لماذا؟
staff-why-title = لماذا { $ticket }؟
staff-why-nobody = لا أحد ينتظر ممن يخدمهم هذا الشباك.
staff-papers-look = الأوراق
staff-call-now = نادِ الآن
staff-call-title = { $ticket } إلى { $counter } خارج الدور
staff-call-explain = غيره ينتظر أطول. يُحفظ السبب.
staff-call-quick = لحظة فقط
staff-call-promised = وُعد بذلك
staff-call-needs = يصعب عليه الانتظار
staff-call-papers = عاد بالأوراق

staff-card-spare = يتبقى { $minutes } د
staff-card-held = محفوظ حتى { $time }
staff-card-called =
    { $minutes ->
        [0] نودي الآن
       *[other] نودي قبل { $wait }
    }
staff-card-serving =
    { $minutes ->
        [0] يُخدم الآن
       *[other] يُخدم منذ { $wait }
    }
staff-risk-late =
    { $minutes ->
        [0] تأخر عما قيل.
       *[other] تأخر { $wait } عما قيل.
    }
staff-risk-soon = سيتأخر عما قيل.
staff-risk-closing = قد لا يحين الدور قبل الإغلاق.
staff-cause-counter_on_break =
    { $known ->
        [yes] { $counter } في استراحة حتى { $until }.
       *[no] { $counter } في استراحة.
    }
staff-cause-counters_closed = لا شباك مفتوح لها.
staff-cause-counter_closed = أُغلق { $counter }.
staff-cause-longer_services = الخدمة تطول أكثر من المعتاد.
staff-cause-free = { $counter } متفرغ.
staff-cause-busy = { $counter } مع { $ticket } منذ { $wait }.
staff-cause-many_people = الناس كثيرون.

staff-round = فحص الأوراق
staff-round-asks = يطلب مساعدة
staff-round-lacking = ناقص أو غير مؤكد
staff-round-unseen = لم يُنظر فيها بعد
staff-round-nobody = لا أحد من المنتظرين يحتاج إلى النظر في أوراقه.
staff-round-nobody-detail = من يأتي بعد ذلك يظهر هنا تلقائيًّا.
staff-round-done =
    { $n ->
        [0] المس شخصًا لتنظر في أوراقه.
        [one] شخص آخر ينتظر ولا شيء يُنظر فيه.
        [two] شخصان آخران ينتظران ولا شيء يُنظر فيه.
        [few] { $n } آخرون ينتظرون ولا شيء يُنظر فيه.
       *[other] { $n } آخر ينتظر ولا شيء يُنظر فيه.
    }
staff-n-to-go-to =
    { $n ->
        [one] شخص يحتاج إليك
        [two] شخصان يحتاجان إليك
        [few] { $n } أشخاص يحتاجون إليك
       *[other] { $n } شخصًا يحتاجون إليك
    }
staff-slip = القسيمة
staff-slip-title = قسيمة { $ticket }
staff-slip-explain = يمسحها الزبون بهاتفه: ما يجب إحضاره، ودوره، ومدة الانتظار.
staff-slip-open = افتحها هنا

# تذكرة أمام كاميرا الجهاز.
staff-scan = مسح تذكرة
staff-scan-looking = ضع رمز التذكرة أو القائمة داخل الصورة. لا تُحفظ أي صورة.
staff-scan-other_code = هذا رمز، لكنه ليس رمز تذكرة.
staff-scan-not_in_line = هذه التذكرة ليست في الانتظار: انتهت أو هي من يوم آخر.
staff-scan-no_camera = الكاميرا لا تستجيب. المس الرقم في القائمة.
staff-scan-needs_https = لا يتيح المتصفح كاميرته إلا لعنوان آمن. إلى أن يُفتح Foyer هنا بعنوان كهذا، المس الرقم في القائمة.

# لا يستطيع الجهاز الكتابة على قرصه.
staff-disk =
    { $why ->
        [damaged] جزء مما سُجّل هنا لم يعد قابلاً للقراءة.
       *[other] لا يمكن حفظ أي شيء الآن.
    }
staff-disk-what =
    { $why ->
        [gone] نُقل ملف البيانات أو حُذف. اتصل بالمسؤول عن الجهاز: ليُعده إلى مكانه أو يستعد نسخة احتياطية.
        [replaced] يوجد ملف آخر مكان ملف البيانات. اتصل بالمسؤول عن الجهاز: ليُعد تشغيل Foyer.
        [full] القرص ممتلئ. اتصل بالمسؤول عن الجهاز: ليُفرغ مساحة، وبعدها يستمر العمل تلقائياً.
        [damaged] اتصل بالمسؤول عن الجهاز: ليستعد نسخة احتياطية.
       *[other] قرص الجهاز لا يستجيب. اتصل بالمسؤول عنه، وسجّل المنتظرين على الورق.
    }

staff-today = اليوم …
staff-unserved = لا يمكن خدمته
staff-unserved-service_gone = { $service }: لم تعد تُقدَّم هنا.
staff-unserved-nobody_able = { $service }: لا يعمل هنا اليوم من يستطيعها.
staff-unserved-service_closed = { $service }: انتهت لهذا اليوم.
staff-unserved-counter_gone = { $service }: لم يعد الشباك في الإعدادات.
staff-unserved-do-open = افتح لها الشباك { $counters }، أو حوّل { $ticket }، أو اعتذر.
staff-unserved-do-transfer = حوّل { $ticket } إلى خدمة أخرى، أو اعتذر.
staff-unserved-do-call = نادِ { $ticket } رغم ذلك، أو اعتذر.
staff-unserved-do-finish = أنهِ خدمة { $ticket } هناك.
staff-replace = تولَّ الشباك بدلًا من { $name }
