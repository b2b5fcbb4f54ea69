# شاشة غرفة الانتظار. تُقرأ من ثمانية أمتار: أقصر ما يمكن.

display-title = النداء الآن
display-counter = الشباك
display-last = آخر نداء
display-next = التالي
display-any-counter = أي شباك
display-minutes = دقيقة
display-about = نحو
display-over-an-hour = أكثر من ساعة
display-every-service = كل الخدمات
display-service-closed = مغلق الآن
display-no-wait-known = اسألنا
display-wait-closing = ربما ليس اليوم
display-counter-free = متاح
display-counter-closed = مغلق
display-counter-break = يعود قريبًا
display-counter-break-until = يعود { $time }

display-quiet = تفضّل بالجلوس.
display-quiet-more = سيظهر رقمك هنا.
display-free = لا أحد ينتظر.
display-free-more = خذ رقمًا وتفضّل مباشرة.
display-no-counter = لحظة من فضلك.
display-no-counter-more = يُفتح شباك قريبًا.
display-closed = نحن مغلقون الآن.
display-closed-until = نفتح { $when }
display-closed-waiting = من هو هنا نخدمه اليوم.

display-long-wait = { $service }: الانتظار أطول اليوم.
display-long-wait-many = { $service }: هنا كثيرون اليوم، فالانتظار أطول.
display-long-wait-break = { $service }: الانتظار أطول، { $counter } في استراحة.
display-long-wait-break-until = { $service }: الانتظار أطول، { $counter } في استراحة حتى { $time }.
display-long-wait-closed = { $service }: الانتظار أطول، لم يُفتح شباك لها بعد.
display-long-wait-services = { $service }: الخدمة تطول اليوم أكثر من المعتاد.
display-long-waits = الانتظار أطول اليوم.

# Who was told less: numbers and what their wait is now, and why.
display-later = انتظار جديد أطول مما قلنا:
display-later-unknown = في أقرب وقت
display-why-counter_on_break = { $counter } في استراحة.
display-why-counter_on_break-until = { $counter } في استراحة حتى { $time }.
display-why-counter_closed = أُغلق { $counter }.
display-why-counters_closed = لا شباك مفتوح لها الآن.
display-why-longer_services = الخدمة تطول الآن أكثر من المعتاد.
display-why-many_people = هنا كثيرون اليوم.
display-why-longer_than_thought = ظننا أن الأمر أسرع.

# Who is away with the place kept: a number, and until when it is.
display-kept = أدوار محفوظة:
display-kept-until = العودة قبل { $time }

# Where a later number was called before an earlier one.
display-order = قد تغيّر المواعيد والاحتياجات ترتيب الأدوار.

display-stale = لا جديد منذ { $time }. انتبه إلى النداء.
display-demo = عرض تجريبي
display-sound-off = لا صوت بعد: المس الشاشة مرة واحدة
