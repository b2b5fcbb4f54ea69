# طابعة الإيصالات بجانب الشاشة.

printing-printing = جارٍ الطباعة…
printing-printed = تمت الطباعة
printing-no_paper = لا ورق في الطابعة.
printing-cover_open = الطابعة مفتوحة.
printing-printer_stopped = توقفت الطابعة في منتصف الطباعة.
printing-printer_asked = توقفت الطابعة في منتصف الطباعة. هل خرجت قسيمتك؟
printing-came-out = نعم، خرجت
printing-not-come-out = اطبعها مرة أخرى
printing-away = الطابعة لا تستجيب.
printing-instead = وجّه كاميرا هاتفك إلى الرمز، أو اسأل أي شخص من فريقنا.
