# صفحة الزبون الخاصة، يصل إليها برمز QR على الرقم. كلام إنسان لإنسان.

phone-language = اللغة
phone-line-of = طابور { $counter }
phone-line-any = أول شباك يصير متاحًا

phone-next = أنت التالي.
phone-ahead =
    { $count ->
        [zero] لا أحد قبلك
        [one] شخص واحد قبلك
        [two] شخصان قبلك
        [few] { $count } أشخاص قبلك
        [many] { $count } شخصًا قبلك
       *[other] { $count } شخص قبلك
    }
phone-wait-now = الانتظار من الآن
phone-wait-unknown = لا شباك مفتوح لهذه الخدمة بعد. نخبرك هنا حالما يُفتح واحد.
phone-wait-closing = نُغلق قريبًا وقد لا يصل دورك اليوم. من فضلك تحدّث إلى أحدنا.
phone-promise = في موعد أقصاه الساعة { $time }.
phone-promise-told = قلنا لك الساعة { $at }: { $range }
phone-promise-passed = قلنا قبل الساعة { $time }. الأمر يطول، ونعتذر منك.

phone-risk = الانتظار أطول مما قلنا
phone-risk-counter_on_break = { $counter } في استراحة.
phone-risk-counter_on_break-until = { $counter } في استراحة حتى الساعة { $time }.
phone-risk-counters_closed = لا شباك مفتوح لهذه الخدمة الآن.
phone-risk-counter_closed = أُغلق { $counter }.
phone-risk-longer_services = الخدمة تطول الآن أكثر من المعتاد.
phone-risk-many_people = هنا كثيرون اليوم.
phone-risk-longer_than_thought = ظننا أن الأمر أسرع.
phone-risk-new = التقدير الجديد: { $range }.
phone-risk-choice = دورك محفوظ. ويمكنك أيضًا أن تبتعد قليلًا.

phone-ready = جهّز هذا
phone-bring-too = وأحضر معك أيضًا
phone-missing = ما زال ناقصًا
phone-paper-declared = معك
phone-paper-read = قُرئ عند الجهاز
phone-paper-seen = فُحص وهو سليم
phone-paper-rejected = لا يمكن استعماله
phone-or = أو
phone-bring-any = يكفي واحد من هذه:
phone-declare = هو معي الآن
phone-declare-another = معي الآن غيره
phone-declared = شكرًا، وصلنا ذلك.

phone-ring = اجعل هذا الهاتف يرنّ
phone-ring-why = حين يأتي دورك يرنّ ويصير أصفر، ما دامت هذه الصفحة ظاهرة والصوت مرفوعًا.
phone-ring-on = يرنّ حين يأتي دورك. أبقِ هذه الصفحة ظاهرة والشاشة مضاءة والصوت مرفوعًا.
phone-ring-awake = يرنّ حين يأتي دورك. أبقِ هذه الصفحة ظاهرة والصوت مرفوعًا، والشاشة تبقى مضاءة.

phone-hold = أبتعد قليلًا واحفظوا دوري
phone-hold-title = كم تحتاج من الوقت؟
phone-hold-minutes =
    { $minutes ->
        [zero] { $minutes } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }
phone-hold-what = نحفظ دورك حتى الساعة { $time } ولا نناديك قبلها. حين تعود اضغط «عدت». بعد الساعة { $time } يضيع الدور. يمكنك ذلك مرة واحدة.
phone-hold-do = احفظوا دوري
phone-hold-used = ابتعدت مرة من قبل. إن احتجت ثانية فأخبر أحدنا.
phone-held = دورك محفوظ
phone-held-until = عُد قبل الساعة { $time }
phone-held-left =
    { $minutes ->
        [0] بقي أقل من دقيقة
        [one] بقيت دقيقة واحدة
        [two] بقيت دقيقتان
        [few] بقيت { $minutes } دقائق
       *[other] بقيت { $minutes } دقيقة
    }
phone-held-after = بعد ذلك يأخذه التالي.
phone-return = عدت

phone-cancel = أتخلى عن دوري
phone-cancel-title = تتخلى عن دورك؟
phone-cancel-what = يُلغى رقمك { $ticket } ويتقدم من بعدك. وإن عدت فخذ رقمًا جديدًا.
phone-cancel-do = نعم، أتخلى عنه
phone-back = لا، رجوع
phone-working = لحظة من فضلك…
phone-not-sent = لم نصل إلى المتجر. لم يتغير شيء، حاول مرة أخرى.

phone-called = { $counter } جاهز لك
phone-called-at = نوديت الساعة { $time }
phone-called-again = نوديت مرة أخرى.
phone-called-come = تفضّل إلى الشباك الآن. نحن في انتظارك.
phone-cannot-come = لا أستطيع القدوم
phone-serving = أنت عند { $counter }
phone-serving-note = نحن نعتني بك.

phone-ended-served = شكرًا لمجيئك.
phone-ended-served-more = سعدنا برؤيتك.
phone-ended-no_show = ناديناك ولم نجدك.
phone-ended-no_show-more = نادينا { $ticket } الساعة { $time }. ما زلت هنا؟ أخبر أحدنا خلال نصف ساعة ونعيدك إلى الدور.
phone-ended-walkout = لقد غادرت.
phone-ended-walkout-more = لم يعد رقمك في الطابور. أهلًا بك في أي وقت.
phone-ended-hold_expired = لم نستطع حفظ دورك أكثر.
phone-ended-hold_expired-more = انتهى الوقت قبل أن تضغط «عدت». أنت هنا الآن؟ أخبر أحدنا خلال نصف ساعة ونعيدك إلى الدور.
phone-ended-cancelled_by_customer = تخليت عن دورك.
phone-ended-cancelled_by_customer-more = شكرًا لأنك أخبرتنا. هكذا يتقدم غيرك.
phone-ended-removed_by_staff = لم يعد رقمك في الطابور.
phone-ended-removed_by_staff-more = إن لم يكن هذا صحيحًا فكلّم أحدنا ونصلح الأمر.
phone-ended-turned_away = عُد ومعك الباقي
phone-ended-turned_away-more = حتى لا تنتظر بلا فائدة، هذا ما تحضره معك.
phone-ended-end_of_day = أغلقنا لهذا اليوم.
phone-ended-end_of_day-more = نأسف لأننا لم نصل إليك. خذ رقمًا جديدًا في المرة القادمة، فهذا ينتهي مع اليوم.
phone-ended-again = نفتح { $when }.

phone-promised = وعدناك بهذا
phone-promised-kept = أنجزنا ما وعدناك به
phone-promised-by = في موعد أقصاه { $when }
phone-promised-when = { $weekday } { $day }، { $time }

phone-pdf = احتفظ بها كملف PDF

phone-feedback = كيف كان؟
phone-feedback-1 = سيئ
phone-feedback-2 = ليس جيدًا
phone-feedback-3 = لا بأس
phone-feedback-4 = جيد
phone-feedback-5 = جيد جدًا
phone-feedback-thanks = شكرًا لك. هذا يفيدنا.

phone-stale = آخر خبر الساعة { $time }. نعيد الاتصال…
phone-as-of = حتى الساعة { $time }
phone-gone = انتهى هذا الرابط
phone-gone-more = كان لزيارة في يوم سابق. خذ رقمًا جديدًا حين تكون هنا.

phone-today-keeps = مكانك محفوظ، وننادي عليك حتى ذلك الوقت. إن كان ذلك متأخرًا عليك فأعد مكانك وتعال في يوم آخر.
phone-today-again = نفتح من جديد { $day } الساعة { $time }.
phone-today-late = مكانك محفوظ. يمكنك الخروج في هذه الأثناء: هذه الصفحة تخبرك في الوقت المناسب.
phone-unserved-service_gone = لم نعد نستطيع القيام بذلك هنا اليوم. نعتذر لك. سيتحدث إليك أحد الموظفين، فابقَ قريبًا من فضلك.
phone-unserved-nobody_able = لا يوجد هنا الآن من يستطيع القيام بذلك. نعتذر لك. سيتحدث إليك أحد الموظفين، فابقَ قريبًا من فضلك.
phone-unserved-service_closed = انتهت هذه الخدمة لهذا اليوم. نعتذر لك. من فضلك تحدث إلى أحد الموظفين، فيقرر معك.
phone-unserved-counter_gone = تغيّر شباكك. من فضلك ابقَ عنده، وسيأتي إليك أحد الموظفين.
