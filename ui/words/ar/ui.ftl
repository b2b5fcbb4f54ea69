ui-wait-range = { $high ->
    [two] { $low } إلى دقيقتين
    [few] { $low } إلى { $high } دقائق
   *[other] { $low } إلى { $high } دقيقة
}
ui-wait-upto = { $high ->
    [two] حتى دقيقتين
    [few] حتى { $high } دقائق
   *[other] حتى { $high } دقيقة
}
ui-wait-about = { $high ->
    [two] نحو دقيقتين
    [few] نحو { $high } دقائق
   *[other] نحو { $high } دقيقة
}
ui-wait-none = نحو دقيقة واحدة
ui-wait-over-hour = أكثر من ساعة
ui-wait-hours = { $low } إلى { $high } ساعات
ui-minutes = { $minutes ->
    [0] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
}
ui-stale = آخر تحديث الساعة { $time }. نعيد الاتصال…
ui-went-wrong = حدث خطأ من جهتنا. حاول مرة أخرى من فضلك.
ui-unreachable = لا يمكننا الوصول إلى حاسوب المتجر الآن. ما زلنا نحاول.
ui-loading = لحظة من فضلك…
