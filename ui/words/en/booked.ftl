# The customer's own page of an appointment. Said to one person, by a person.

booked = Your appointment
booked-when = { $weekday }, { $day }
booked-checks-in = Check in from { $from }. Your time is kept until { $until }.
booked-number = Your number
booked-number-how = Type it at the kiosk, or hold this code to its camera.
booked-code = The number { $code } as a code for the kiosk’s camera
booked-late = Your time has begun. Check in by { $until }, and it still counts.
booked-missed = Your time has passed
booked-missed-more = Come all the same: you take a number and are called in turn. Or talk to one of us about another time.
booked-cancelled = This appointment is cancelled
booked-cancelled-more = If that is not right, talk to one of us.
booked-checked_in = You are checked in
booked-follow = See my place in line

booked-bring = Please bring
booked-bring-too = And, as it applies to you
booked-bring-nothing = You need not bring anything.
booked-any =
    { $count ->
        [one] One of these is enough:
       *[other] { $count } of these:
    }
booked-if = { $question } { $answers }:

booked-calendar = Put it in my calendar
booked-in-calendar = Your number at the kiosk: { $code }. What to bring, and if you cannot come: { $address }
booked-cancel = I cannot come
booked-cancel-title = Cancel this appointment?
booked-cancel-what = Somebody else may get the time. You cannot take this back here.
booked-cancel-do = Yes, cancel it

booked-gone = This link opens no appointment
booked-gone-more = Perhaps it was too long ago. Our staff are glad to help.
