# الصفوف على الجهاز اللوحي: ما يستحق فعله، ولماذا يأتي دور أحدهم الآن.

balance-move =
    انقل { $ticket } من { $from ->
        [pool] الصف المشترك
       *[other] الشباك { $from }
    } إلى { $to ->
        [pool] الصف المشترك
       *[other] الشباك { $to }
    }: من { $before } إلى { $after } د
balance-moves =
    { $n ->
        [one] انقل عميلًا واحدًا إلى صف أقصر
        [two] انقل عميلين إلى صف أقصر
        [few] انقل { $n } عملاء إلى صفوف أقصر
       *[other] انقل { $n } عميلًا إلى صفوف أقصر
    }: أطول انتظار بينهم من { $before } إلى { $after } د
balance-open = افتح الشباك { $counter } لخدمة { $services }: تسعة من عشرة ينتظرون { $after } د على الأكثر بدل { $before }
balance-borrow = ليخدم { $name } عند الشباك { $counter } مدة { $minutes } د: تسعة من عشرة ينتظرون { $after } د على الأكثر بدل { $before }
balance-break = ليأخذ { $name } استراحة { $planned } عند { $put }: تسعة من عشرة ينتظرون { $after } د على الأكثر بدل { $before }
balance-coming =
    { $n ->
        [one] يُتوقَّع قدوم شخص واحد خلال نصف ساعة
        [two] يُتوقَّع قدوم شخصين خلال نصف ساعة
        [few] يُتوقَّع قدوم { $n } أشخاص خلال نصف ساعة
        [many] يُتوقَّع قدوم { $n } شخصًا خلال نصف ساعة
       *[other] يُتوقَّع قدوم { $n } شخص خلال نصف ساعة
    }
balance-unchanged = لا أحد ينتظر أطول
balance-later =
    { $n ->
        [one] شخص واحد ينتظر أطول، ولا أحد أطول مما قيل له
        [two] شخصان ينتظران أطول، ولا أحد أطول مما قيل له
        [few] { $n } أشخاص ينتظرون أطول، ولا أحد أطول مما قيل له
       *[other] { $n } شخصًا ينتظرون أطول، ولا أحد أطول مما قيل له
    }

explain-earliest = أول من جاء ممن يستطيع هذا الشباك خدمتهم
explain-own_line = الأول في صف هذا الشباك؛ وقد جاء { $other } في الصف { $line } قبله بأقل من { $minutes } د
explain-waited_longer = انتظر في الصف { $line } أكثر من الأول في صف هذا الشباك بمقدار { $minutes } د
explain-idle = لا أحد هنا لهذا الشباك: هو الأول عند { $line ->
        [pool] الصف المشترك
       *[other] الشباك { $line }
    }
explain-appointment = يُحسب كأنه جاء قبل ذلك بمقدار { $minutes } د لأن لديه موعدًا
explain-head_start = يُحسب كأنه جاء قبل ذلك بمقدار { $minutes } د لاحتياج لديه
explain-came_first =
    { $minutes ->
        [0] جاء قبله بقليل
        [one] جاء قبله بدقيقة
        [two] جاء قبله بدقيقتين
        [few] جاء قبله بـ { $minutes } دقائق
       *[other] جاء قبله بـ { $minutes } دقيقة
    }
explain-ahead_appointment = يُحسب له { $minutes } د أبكر لأن لديه موعدًا
explain-ahead_head_start = يُحسب له { $minutes } د أبكر لاحتياج لديه
explain-put_first = قدّمه أحد الموظفين
