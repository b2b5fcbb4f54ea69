# صفحة المدير: أرقام كما يقولها الناس، ومع كل رقم ما هو جزء منه.

manager-and = {"، "}
manager-language = اللغة
manager-print = طباعة

manager-range = أي أيام
manager-range-name =
    { $name ->
        [today] اليوم
        [yesterday] أمس
        [week] هذا الأسبوع
        [days7] آخر 7 أيام
        [days30] آخر 30 يومًا
       *[own] تواريخ أخرى
    }
manager-from = من
manager-last = إلى
manager-live = مباشر

manager-empty =
    { $time ->
        [today] لا زيارات اليوم حتى الآن.
        [lately] لا زيارات في هذه الأيام حتى الآن.
        [day] لم يأتِ أحد في ذلك اليوم.
       *[past] لم يأتِ أحد في هذه الأيام.
    }
manager-sentence =
    { $mood ->
        [early]
            { $time ->
                [past] العدد أقل من أن نحكم: { $facts }.
               *[today] من المبكر أن نحكم: { $facts }.
            }
        [well]
            { $time ->
                [past] سارت الأمور جيدًا: { $facts }.
               *[today] الأمور تسير جيدًا: { $facts }.
            }
        [mixed]
            { $time ->
                [past] سارت الأمور بشكل مقبول: { $facts }.
               *[today] الأمور تسير بشكل مقبول: { $facts }.
            }
        [leaving]
            { $time ->
                [past] غادر كثيرون قبل أن يُخدموا: { $facts }.
               *[today] يغادر كثيرون قبل أن يُخدموا: { $facts }.
            }
       *[slow]
            { $time ->
                [past] انتظر الناس أطول مما ينبغي: { $facts }.
               *[today] ينتظر الناس أطول مما ينبغي: { $facts }.
            }
    }
manager-visits =
    { $time ->
        [past]
            { $n ->
                [zero] لا زيارات
                [one] زيارة واحدة
                [two] زيارتان
                [few] { $n } زيارات
                [many] { $n } زيارة
               *[other] { $n } زيارة
            }
       *[today]
            { $n ->
                [zero] لا زيارات حتى الآن
                [one] زيارة واحدة حتى الآن
                [two] زيارتان حتى الآن
                [few] { $n } زيارات حتى الآن
                [many] { $n } زيارة حتى الآن
               *[other] { $n } زيارة حتى الآن
            }
    }
manager-half-within =
    { $minutes ->
        [one] نودي على نصفهم خلال دقيقة
        [two] نودي على نصفهم خلال دقيقتين
        [few] نودي على نصفهم خلال { $minutes } دقائق
       *[other] نودي على نصفهم خلال { $minutes } دقيقة
    }
manager-kept = صدق { $n } من { $of } من المواعيد المعلنة
manager-door =
    { $minutes ->
        [one] نودي عليهم خلال دقيقة، وهو هدفنا: { $n } من { $of }
        [two] نودي عليهم خلال دقيقتين، وهو هدفنا: { $n } من { $of }
        [few] نودي عليهم خلال { $minutes } دقائق، وهو هدفنا: { $n } من { $of }
       *[other] نودي عليهم خلال { $minutes } دقيقة، وهو هدفنا: { $n } من { $of }
    }
manager-n-of = { $n } من { $of }
manager-percent = { $percent }٪
manager-n = العدد { $n }

manager-alerts = ما يحتاج إلى أحد الآن
manager-no-alerts = لا شيء يحتاج إليك الآن.
manager-ago =
    { $minutes ->
        [0] الآن
       *[other] قبل { $minutes } د
    }
manager-alert-help =
    { $where ->
        [kiosk] طلب أحدهم عند جهاز التذاكر موظفًا { $ago }.
       *[other] طلب أحدهم موظفًا { $ago }.
    }
manager-alert-help-language =
    { $where ->
        [kiosk] طلب أحدهم عند جهاز التذاكر موظفًا { $ago }. اللغة: { $language }.
       *[other] طلب أحدهم موظفًا { $ago }. اللغة: { $language }.
    }
manager-alert-colleague =
    { $wants ->
        [manager] { $counter }: يطلب { $name } حضورك { $ago }.
       *[colleague] { $counter }: يطلب { $name } زميلًا { $ago }.
    }
manager-tried = جُرِّب: { $tried }.
manager-tried-listened = الإصغاء
manager-tried-explained = الشرح
manager-tried-apologised = الاعتذار
manager-tried-papers = مراجعة الأوراق
manager-tried-alternatives = عرض حل آخر
manager-alert-line =
    { $state ->
        [break] { $counter } في استراحة وفي صفه { $n }.
       *[closed] { $counter } مغلق وفي صفه { $n }.
    }
manager-alert-break-until = { $counter } في استراحة حتى { $until } وفي صفه { $n }.
manager-alert-pool =
    { $n ->
        [zero] لا أحد ينتظر { $service }.
        [one] شخص واحد ينتظر { $service }، ولا شباك مفتوح لها.
        [two] شخصان ينتظران { $service }، ولا شباك مفتوح لها.
        [few] { $n } أشخاص ينتظرون { $service }، ولا شباك مفتوح لها.
       *[other] { $n } شخصًا ينتظرون { $service }، ولا شباك مفتوح لها.
    }
manager-alert-long =
    { $n ->
        [one] ينتظر { $ticket } منذ { $minutes } د، أطول من هدفنا وهو { $target } د.
        [two] ينتظر شخصان أطول من { $target } د، أطولهما { $ticket }: { $minutes } د.
        [few] ينتظر { $n } أشخاص أطول من { $target } د، أطولهم { $ticket }: { $minutes } د.
       *[other] ينتظر { $n } شخصًا أطول من { $target } د، أطولهم { $ticket }: { $minutes } د.
    }
manager-alert-risk =
    { $n ->
        [one] موعد معلن يوشك أن يفوت: { $tickets }.
        [two] موعدان معلنان يوشكان أن يفوتا: { $tickets }.
        [few] { $n } مواعيد معلنة توشك أن تفوت: { $tickets }.
       *[other] { $n } موعدًا معلنًا توشك أن تفوت: { $tickets }.
    }
manager-alert-forgotten = { $ticket } عند { $counter } منذ { $minutes } د. هل انتهت خدمته؟

manager-waiting =
    { $by ->
        [day] كم انتظر الناس، يومًا بيوم
       *[hour] كم انتظر الناس، ساعة بساعة
    }
manager-key-half = لم ينتظر النصف أكثر من هذا
manager-key-nine = لم ينتظر تسعة من عشرة أكثر من هذا (دقائق)
manager-target =
    { $minutes ->
        [one] الهدف دقيقة
        [two] الهدف دقيقتان
        [few] الهدف { $minutes } دقائق
       *[other] الهدف { $minutes } دقيقة
    }
manager-arrivals-by =
    { $by ->
        [day] كم جاء، يومًا بيوم
       *[hour] كم جاء، ساعة بساعة
    }
manager-arrivals = القادمون
manager-waiting-min = الانتظار بالدقائق
manager-as-table = جدول
manager-as-chart = رسم
manager-quotes-kept = المواعيد التي صدقت
manager-no-quotes = لم يُنادَ بعد على أحد أُعلن له موعد.
manager-all-kept = نودي على الجميع في الموعد الذي قلناه.
manager-late-by =
    { $n ->
        [one] تأخر الموعد الذي فات { $minutes } د.
        [two] تأخر الموعدان اللذان فاتا { $minutes } د في المتوسط.
        [few] تأخرت { $n } مواعيد فاتت { $minutes } د في المتوسط.
       *[other] تأخر { $n } موعدًا فات { $minutes } د في المتوسط.
    }
manager-ends = كيف انتهت الزيارات
manager-no-ends = لم تنتهِ أي زيارة.
manager-here-now =
    { $n ->
        [one] واحد ما زال هنا
        [two] اثنان ما زالا هنا
       *[other] { $n } ما زالوا هنا
    }

manager-all-figures = كل الأرقام
manager-by-what = حسب ماذا
manager-by =
    { $by ->
        [service] الخدمة
        [counter] الشباك
        [staff] الموظف
        [hour] الساعة
        [weekday] يوم الأسبوع
        [week] الأسبوع
       *[day] اليوم
    }
manager-table-of =
    { $by ->
        [service] كل الأرقام حسب الخدمة
        [counter] كل الأرقام حسب الشباك
        [staff] كل الأرقام حسب الموظف
        [hour] كل الأرقام حسب الساعة
        [weekday] كل الأرقام حسب يوم الأسبوع
        [week] كل الأرقام حسب الأسبوع
       *[day] كل الأرقام حسب اليوم
    }
manager-nobody =
    { $by ->
        [counter] ليس في صف
       *[staff] لم يُنادَ عليه
    }
manager-downloads = للتنزيل
manager-csv = هذا الجدول، CSV
manager-xlsx = Excel
manager-visits-csv = كل زيارة، CSV

manager-total = الكل
manager-people = الناس
manager-arrived = جاؤوا
manager-served = خُدموا
manager-left = غادروا بغير ذلك
manager-still-here = ما زالوا هنا
manager-called = نودي عليهم (العدد)
manager-half = النصف خلال
manager-nine = تسعة من عشرة
manager-longest = الأطول
manager-promised = الهدف والمواعيد
manager-within-target = ضمن الهدف
manager-quotes = مواعيد صدقت
manager-late = التأخر، د
manager-service-min = الخدمة بالدقائق
manager-service-n = انتهت (العدد)

manager-forgotten =
    { $n ->
        [one] زيارة واحدة لم تُختم، ولا تدخل في أوقات الخدمة.
        [two] زيارتان لم تُختما، ولا تدخلان في أوقات الخدمة.
        [few] { $n } زيارات لم تُختم، ولا تدخل في أوقات الخدمة.
       *[other] { $n } زيارة لم تُختم، ولا تدخل في أوقات الخدمة.
    }
manager-start-assumed = لم تُسجَّل بداية { $n } من { $of }، فاعتُبر النداء بدايتها.
manager-transferred =
    { $n ->
        [one] شخص واحد حُوِّل وانتظر مرة أخرى.
        [two] شخصان حُوِّلا وانتظرا مرة أخرى.
        [few] { $n } أشخاص حُوِّلوا وانتظروا مرة أخرى.
       *[other] { $n } شخصًا حُوِّلوا وانتظروا مرة أخرى.
    }
manager-old-figures = لا يمكننا الوصول إلى حاسوب المتجر. هذه الأرقام من الساعة { $time }.

manager-papers = الأوراق
manager-papers-tables = جداول
manager-papers-ready = جاهزة عند الباب
manager-papers-not-asked = لم تُطلب عند الباب
manager-papers-before = صُرفوا قبل الانتظار
manager-papers-after = صُرفوا بعد الانتظار
manager-papers-lost = { $minutes } د انتظار بلا جدوى
manager-papers-saved = انتظار وُفّر
manager-papers-at-least = { $minutes } د على الأقل
manager-papers-seen = الخدمة، والأوراق نُظر فيها قبل النداء (د)
manager-papers-unseen = الخدمة، ولم يُنظر فيها قبله (د)
manager-papers-within = من { $low } إلى { $high } (95 %)، العدد { $n }
manager-mend = أي صياغة تُصلَح تاليًا
manager-mend-of = رُفضت عند الشباك مما عُدّ جاهزًا عند الباب.
manager-mend-none = لم يُرفض عند الشباك شيء عُدّ جاهزًا عند الباب.
manager-mend-n = مما قيل إنه جاهز
manager-mend-visits = الزيارات وراءه
manager-wording = { $paper }: { $reason }
manager-wording-what = الورقة والسبب
manager-rejected = المرفوض بحسب الورقة والسبب
manager-rejected-n = مرفوض
manager-rejected-counter = عند الشباك
manager-rejected-line = في الصف

manager-told-by =
    { $by ->
        [week] نودي عليهم في الوقت الذي قلناه، أسبوعًا بأسبوع (من مئة)
        [day] نودي عليهم في الوقت الذي قلناه، يومًا بيوم (من مئة)
       *[hour] نودي عليهم في الوقت الذي قلناه، ساعة بساعة (من مئة)
    }
manager-told-goal = وعدنا: تسعون
manager-off-title = قبل الوقت أو بعده
manager-off-range = من { $n } نودي عليهم: { $within } ضمن المدة التي قيلت، { $earlier } قبلها، { $later } بعدها.
manager-off-mean =
    { $side ->
        [later] في المتوسط بعد المرجّح بـ{ $minutes } دقيقة.
       *[earlier] في المتوسط قبل المرجّح بـ{ $minutes } دقيقة.
    }
manager-off =
    { $bin ->
        [earlier_20_up] قبل الوقت بأكثر من 20 دقيقة
        [earlier_10_20] قبله بـ10 إلى 20 دقيقة
        [earlier_5_10] قبله بـ5 إلى 10 دقائق
        [earlier_0_5] قبله بما لا يزيد على 5 دقائق
        [later_0_5] بعده بما لا يزيد على 5 دقائق
        [later_5_10] بعده بـ5 إلى 10 دقائق
        [later_10_20] بعده بـ10 إلى 20 دقيقة
       *[later_20_up] بعده بأكثر من 20 دقيقة
    }
manager-why = لماذا لم يصدق ما قلناه
manager-why-reason =
    { $reason ->
        [counter_on_break] شباك كان في استراحة
        [counter_closed] شباك أُغلق
        [counters_closed] لم يكن شباك مفتوحًا لها
        [longer_services] الخدمة طالت أكثر من المعتاد
        [many_people] كان الناس كثيرين
        [longer_than_thought] لا شيء ظاهر في المكان
       *[unknown] غير معروف
    }
manager-recovered = ما عُوِّض
manager-recovered-of = عُرض شيء على { $n } من { $of }.
manager-recovered-none = لم يُعرض شيء على أحد.
manager-recovery-other = شيء آخر

manager-promises = وعود لما بعد الزيارة
manager-promise-made = أُعطيت
manager-promise-kept = وُفي بها في وقتها
manager-promise-late = تأخرت
manager-promise-late-by = { $time } في المتوسط
manager-promise-owed = متأخرة وما زالت علينا
manager-promise-open = لم يحن وقتها
manager-promise-due = أقربها موعدًا
manager-promise-none-due = لا شيء علينا لأحد.
manager-promise-is-late = متأخر منذ { $when }
manager-promise-by = حتى { $when }
manager-promise-by-what =
    { $by ->
        [service] حسب الخدمة
       *[staff] حسب الموظف
    }

manager-appointments = المواعيد
manager-appointments-csv = كل موعد على حدة (CSV)
manager-appointments-booked = محجوزة
manager-appointments-cancelled = وأُلغي غيرها: { $n }
manager-appointments-came = حضروا
manager-appointments-how = مبكرًا { $early }، في الوقت { $inTime }، متأخرًا { $late }
manager-appointments-not-come = لم يحضروا
manager-appointments-to-come = لم يحن وقتهم بعد
manager-appointments-after = الدقائق بعد موعدهم حتى النداء
manager-appointments-wait = نصفهم خلال { $half }، وتسعة من عشرة خلال { $nine }
manager-appointments-by =
    { $by ->
        [service] حسب الخدمة: الدقائق بعد الموعد
       *[hour] حسب الساعة: الدقائق بعد الموعد
    }

manager-staffing = الشبابيك المطلوبة
manager-staffing-note = لكي لا ينتظر تسعة من عشرة أكثر من { $minutes } دقيقة.
manager-staffing-said =
    { $n ->
        [one] شباك واحد يكفي حتى في أشد الأوقات ازدحامًا، { $time }. كان لديك { $had }.
       *[other] في أشد الأوقات ازدحامًا، { $time }، المطلوب شبابيك عددها { $n }. كان لديك { $had }.
    }
manager-staffing-little = المعروف قليل ولا يكفي للقول: عدد الأيام { $days } وعدد الخدمات { $services }. بعد ثلاثة أيام وعشرين خدمة يظهر هنا كم شباكًا نحتاج.
manager-staffing-cell = الرقم الكبير: المطلوب. الصغير: ما خدم فعلًا في المتوسط.
manager-staffing-fewer = أقل من المطلوب
manager-staffing-n = الأيام: { $days }، الخدمات: { $services }
manager-staffing-days = كل الأيام
manager-staffing-likely = يكفي من { $low } إلى { $high }؛ الأشخاص: { $n } في أيام عددها { $days }

manager-change = قبل وبعد
manager-change-when = يوم التغيير
manager-change-explain = اختر اليوم الذي تغيّر فيه شيء: شباك إضافي، أو طريقة أخرى للأوراق. نقارن حتى أربعة أسابيع قبله بما يصل إلى أربعة أسابيع ابتداءً منه.
manager-change-dates = { $before } و{ $after }
manager-change-before = قبل
manager-change-after = بعد
manager-change-difference = الفرق
manager-change-verdict = المعنى
manager-change-measure =
    { $name ->
        [arrived] الأشخاص في اليوم
        [waiting] الانتظار بالدقائق
        [service] الخدمة بالدقائق
        [within_target] ضمن الهدف، ٪
        [quotes_kept] ما صدق من الأوقات، ٪
       *[late] مقدار التأخر بالدقائق
    }
manager-change-n = العدد { $n }، الأيام { $days }
manager-change-range = من { $low } إلى { $high }
manager-change-said =
    { $verdict ->
        [better] أفضل
        [worse] أسوأ
        [chance] قد يكون مصادفة
        [other] مختلف
       *[few] الأيام قليلة
    }

manager-wait =
    { $n ->
        [one] شخص واحد ينتظر
        [two] شخصان ينتظران
        [few] { $n } أشخاص ينتظرون
       *[other] { $n } ينتظرون
    }
manager-wait-late =
    { $n ->
        [one] شخص واحد ينتظر منذ أكثر من { $target } دقيقة
        [two] شخصان ينتظران، { $late } منهم منذ أكثر من { $target } دقيقة
        [few] { $n } أشخاص ينتظرون، { $late } منهم منذ أكثر من { $target } دقيقة
       *[other] { $n } ينتظرون، { $late } منهم منذ أكثر من { $target } دقيقة
    }
manager-gone =
    { $n ->
        [one] شخص واحد غادر قبل أن يُخدم
        [two] شخصان غادرا قبل أن يُخدما
        [few] { $n } أشخاص غادروا قبل أن يُخدموا
       *[other] { $n } غادروا قبل أن يُخدموا
    }
manager-jumps = في هذه الصفحة

manager-served-how = ما نتج عنها
manager-served-by =
    { $by ->
        [staff] بحسب الموظف
       *[service] بحسب الخدمة
    }
manager-outcomes = النتائج
manager-outcomes-none = لم يُسجَّل شيء.
manager-resolved = حُلّت
manager-first-person = حلّها أول من خدم
manager-escalated = تولاها المدير
manager-passed-on = أُحيلت
manager-score = رأي العملاء
manager-score-of = { $mean } من 5 (العدد { $n })
manager-sales = المبيعات
manager-feedback = ما قاله العملاء
manager-feedback-none =
    { $of ->
        [one] لم يقل من خُدم شيئًا.
       *[other] لم يقل أحد شيئًا ممن خُدموا وعددهم { $of }.
    }
manager-feedback-said = أعطى { $n } ممن خُدموا وعددهم { $of } متوسط { $mean } من 5. ومن يجيب قلّما يشبه من لا يجيب.
manager-stars =
    { $stars ->
        [one] نجمة واحدة
        [two] نجمتان
        [few] { $stars } نجوم
       *[other] { $stars } نجمة
    }

manager-balance = الصفوف: ما اقتُرح ومن سُبق
manager-suggested = اقتراحات أُخذ بها
manager-suggested-saved = انتظار وفّرته
manager-suggested-promised = كان المتوقع { $minutes } دقيقة (العدد { $n })
manager-minutes = { $minutes } دقيقة
manager-moves = انتقالات بين الصفوف
manager-elsewhere = نودي عليهم من صف آخر
manager-overtakes = مرات سُبق فيها أحد
manager-overtakes-why = الصف نفسه { $line }، الاحتياجات والمواعيد { $start }، يدويًا { $hand }؛ وأكثر ما سُبق شخص واحد { $worst }
manager-overtakes-needs = من سُبق، بحسب الاحتياج
manager-overtakes-most = شخص واحد على الأكثر
manager-need = الاحتياج
manager-visits-n = الزيارات
manager-no-date = اختر يومًا

manager-today = اليوم مختلف …
manager-close = إغلاق
