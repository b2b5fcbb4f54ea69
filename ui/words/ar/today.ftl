# Saying what is different today: at a tablet and on the manager's page.

say-today-title = ما الذي يختلف اليوم؟
say-today-detail = يُقال فورًا: على الشاشة، وعند الكشك، وعلى هاتف كل منتظر.
say-today-closes_at = نغلق أبكر
say-today-service = خدمة تنتهي أبكر
say-today-running_late = كل شيء يستغرق وقتًا أطول
say-today-message = أمر نقوله
say-today-now = الآن
say-today-at = الساعة { $time }
say-today-when = من متى؟
say-today-closes-when = متى نغلق؟
say-today-which = أي خدمة؟
say-today-why = لماذا؟
say-today-words = جملة قصيرة لكل من ينتظر
say-today-say = قُلها
say-today-back = تراجع
say-late-short_staffed = عددنا أقل
say-late-system_down = الأجهزة بطيئة أو متوقفة
say-late-many_people = حضور كثير جدًا
say-late-emergency = أمر عاجل
say-late-other = سبب آخر
