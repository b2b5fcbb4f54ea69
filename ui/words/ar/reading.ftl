# ورقة تُعرض على كاميرا الجهاز.

reading-show = اعرضها على الكاميرا
reading-show-means = أسرع من السؤال، ونرى فورًا هل ما زالت سارية. لا نحتفظ بأي صورة.
reading-opening = لحظة واحدة
reading-opening-means = الكاميرا تبدأ العمل.
reading-looking = ضعها أمام الكاميرا
reading-hint-not_found = أمسكها مستوية وثابتة بحيث تملأ الصورة.
reading-hint-hold_still = نحن نراها. أبقها ثابتة.
reading-hint-too_dark = الإضاءة ضعيفة. أدرها نحو الضوء.
reading-hint-glare = ينعكس الضوء عليها. أملها قليلًا.
reading-hint-blurred = الصورة غير واضحة. أبقها ثابتة لحظة.
reading-hint-closer = قرّبها قليلًا.
reading-hint-other_document = تبدو هذه ورقة أخرى. اعرض الورقة التي نسأل عنها.
reading-hint-date_not_seen = لا نرى التاريخ بعد. اعرض الجزء العلوي.
reading-hint-name_not_seen = لا نرى الاسم بعد. أرنا الورقة كلها.
reading-hint-busy = لحظة واحدة.
reading-found = شكرًا، لقد قرأناها.
reading-found-means = لا نحتفظ بأي صورة.
reading-expired = انتهت صلاحية هذه الورقة.
reading-expired-means = كانت سارية حتى { $day }. يمكنك عرض ورقة أخرى.
reading-not_yet = لم نتمكن من قراءتها بعد.
reading-not_yet-means = حاول مرة أخرى في ضوء أفضل، أو اضغط إجابتك ببساطة.
reading-given_up = لم نتمكن من قراءتها.
reading-given_up-means = ليس هذا خطأك. اضغط إجابتك ببساطة.
reading-no_camera = الكاميرا لا تستجيب.
reading-no_camera-means = اضغط إجابتك ببساطة.
reading-scanned = لحظة من فضلك
reading-scanned-means = وصلنا المسح.
reading-not_this = يبدو أن هذه ورقة أخرى.
reading-not_this-means = امسح الورقة التي نسأل عنها، أو المس إجابتك ببساطة.
reading-again = حاول مرة أخرى
reading-another = اعرض ورقة أخرى
reading-tap = أضغط بدلًا من ذلك
reading-go-on = المتابعة بهذه

# رمز تذكرة أو قسيمة أو موعد يُعرض على الكاميرا.
code-show = اعرض الرمز على الكاميرا
code-opening = لحظة واحدة
code-opening-means = الكاميرا تبدأ العمل.
code-looking = ضع الرمز أمام الكاميرا
code-hint-not_found = أمسكه ثابتًا وقريبًا بحيث يملأ جزءًا كبيرًا من الصورة. وارفع سطوع شاشة الهاتف من فضلك.
code-hint-other_code = هذا رمز، لكنه ليس من رموزنا.
code-not_yet = لم نرَ الرمز بعد.
code-not_yet-means = حاول مرة أخرى، أو اكتب الرقم ببساطة.
code-given_up = لم نتمكن من قراءة الرمز.
code-given_up-means = ليس هذا خطأك. اكتب الرقم ببساطة.
code-no_camera = الكاميرا لا تستجيب.
code-no_camera-means = اكتب الرقم ببساطة.
code-tap = أكتب الرقم

# ما قُرئ للتو مقارنًا بما قيل للزبون.
reading-typed-lead = نقارنه بالورقة التي عرضتها للتو. لا تهم الشرطات والمسافات. ولا يغادر هذا الجهاز.
reading-typed-name-lead = اسم العائلة ثم فاصلة ثم الاسم الأول كما في الورقة التي عرضتها للتو. ولا يغادر هذا الجهاز.
reading-typed-so-far = ما كُتب حتى الآن
reading-typed-erase = احذف الحرف الأخير
reading-typed-done = قارن
reading-typed-skip = ليس معي الآن
reading-typed-differs = في الورقة التي عرضتها شيء آخر. صحّح ما كتبته، أو ارجع واعرض الورقة الصحيحة.
reading-typed-sure = ما كتبته صحيح

# الشيء نفسه من الشاشة الأولى.
slip-show = معك تذكرة أو قسيمة؟ اعرض رمزها
slip-opening = { code-opening }
slip-opening-means = { code-opening-means }
slip-looking = { code-looking }
slip-hint-not_found = { code-hint-not_found }
slip-hint-other_code = { code-hint-other_code }
slip-not_yet = { code-not_yet }
slip-not_yet-means = حاول مرة أخرى، أو ابدأ من دونه.
slip-given_up = { code-given_up }
slip-given_up-means = ليس هذا خطأك. ابدأ من دونه، أو تحدّث إلى أحد الموظفين.
slip-no_camera = { code-no_camera }
slip-no_camera-means = ابدأ من دونه.
slip-tap = ابدأ من دونه

# قرأ ماسح يدوي رمزًا لا معنى له هنا.
scan-not_this = هذا الرمز ليس من رموزنا.
scan-not_this-means = امسح تذكرتك أو قسيمتك أو رمز موعدك، أو تابع باللمس.
scan-tap = تابع باللمس
