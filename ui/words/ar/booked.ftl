# صفحة العميل لموعده. يقولها شخص لشخص.

booked = موعدك
booked-when = { $weekday }، { $day }
booked-checks-in = سجّل حضورك ابتداءً من { $from }. نحفظ وقتك حتى { $until }.
booked-number = رقمك
booked-number-how = اكتبه على الجهاز، أو ضع هذا الرمز أمام الكاميرا.
booked-code = الرقم { $code } رمزًا لكاميرا الجهاز
booked-late = بدأ وقتك. سجّل حضورك قبل { $until } فيبقى محسوبًا لك.
booked-missed = مضى وقتك
booked-missed-more = تعال مع ذلك: تأخذ رقمًا وتُنادى في دورك. أو حدّثنا عن وقت آخر.
booked-cancelled = أُلغي هذا الموعد
booked-cancelled-more = إن لم يكن ذلك صحيحًا فحدّث أحد موظفينا.
booked-checked_in = تم تسجيل حضورك
booked-follow = عرض مكاني في الصف

booked-bring = أحضر معك من فضلك
booked-bring-too = وبحسب حالتك أيضًا
booked-bring-nothing = لا حاجة إلى إحضار شيء.
booked-any =
    { $count ->
        [zero] يكفي واحد من هذه:
        [one] يكفي واحد من هذه:
        [two] اثنان من هذه:
        [few] { $count } من هذه:
        [many] { $count } من هذه:
       *[other] { $count } من هذه:
    }
booked-if = { $question } { $answers }:

booked-calendar = أضفه إلى تقويمي
booked-in-calendar = رقمك على الجهاز: { $code }. ما تحضره معك، وإن تعذّر حضورك: { $address }
booked-cancel = لا أستطيع الحضور
booked-cancel-title = إلغاء هذا الموعد؟
booked-cancel-what = قد يُعطى الوقت لغيرك. لا يمكنك التراجع عن ذلك هنا.
booked-cancel-do = نعم، ألغه

booked-gone = هذا الرابط لا يفتح أي موعد
booked-gone-more = ربما مضى عليه وقت طويل. يسعد موظفونا بمساعدتك.
