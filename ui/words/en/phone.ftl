# The customer's own page, reached by the QR code on the ticket. Said to one person, by a person.

phone-language = Language
phone-line-of = Line at { $counter }
phone-line-any = Whichever counter is free first

phone-next = You are next.
phone-ahead =
    { $count ->
        [one] { $count } person before you
       *[other] { $count } people before you
    }
phone-wait-now = Wait from now
phone-wait-unknown = No counter is open for this yet. We tell you here as soon as one is.
phone-wait-closing = We close soon and may not get to you today. Please speak to one of us.
phone-promise = By { $time } at the latest.
phone-promise-told = Told at { $at }: { $range }
phone-promise-passed = We said before { $time }. It takes longer, and we are sorry.

phone-risk = It takes longer than we said
phone-risk-counter_on_break = { $counter } is on a break.
phone-risk-counter_on_break-until = { $counter } is on a break until { $time }.
phone-risk-counters_closed = No counter for this is open right now.
phone-risk-counter_closed = { $counter } has closed.
phone-risk-longer_services = Services take longer than usual right now.
phone-risk-many_people = Many people are here today.
phone-risk-longer_than_thought = We thought it would go faster.
phone-risk-new = New estimate: { $range }.
phone-risk-choice = You keep your place. You may also step away for a while.

phone-ready = Have this ready
phone-bring-too = Bring these too
phone-missing = Still missing
phone-paper-declared = you have it
phone-paper-read = read at the kiosk
phone-paper-seen = checked, all good
phone-paper-rejected = cannot be used
phone-or = or
phone-bring-any = One of these is enough:
phone-declare = I have it now
phone-declare-another = I have another one now
phone-declared = Thank you, we know.

phone-ring = Let this phone ring
phone-ring-why = When it is your turn it rings and turns yellow, as long as this page is in view and the sound is up.
phone-ring-on = It rings when it is your turn. Keep this page in view, the screen on and the sound up.
phone-ring-awake = It rings when it is your turn. Keep this page in view and the sound up; the screen stays on.

phone-hold = Step away, keep my place
phone-hold-title = How long do you need?
phone-hold-minutes =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
phone-hold-what = We keep your place in the line until { $time } and do not call you meanwhile. When you return, tap “I am back”. After { $time } your place goes. You can do this once.
phone-hold-do = Keep my place
phone-hold-used = You have stepped away once already. If you must go again, tell one of us.
phone-held = Your place is kept
phone-held-until = Be back before { $time }
phone-held-left =
    { $minutes ->
        [0] less than a minute left
        [one] { $minutes } minute left
       *[other] { $minutes } minutes left
    }
phone-held-after = After that your place goes to the next person.
phone-return = I am back

phone-cancel = Give up my place
phone-cancel-title = Give up your place?
phone-cancel-what = Your number { $ticket } goes, and the next person moves up. To come back you take a new number.
phone-cancel-do = Yes, give it up
phone-back = No, go back
phone-working = One moment…
phone-not-sent = We could not reach the store. Nothing has changed; try again.

phone-called = { $counter } is ready for you
phone-called-at = Called at { $time }
phone-called-again = Called again.
phone-called-come = Come to the counter now. We wait for you.
phone-cannot-come = I cannot come
phone-serving = You are at { $counter }
phone-serving-note = We are looking after you.

phone-ended-served = Thank you for coming.
phone-ended-served-more = It was good to see you.
phone-ended-no_show = We called you and did not find you.
phone-ended-no_show-more = We called { $ticket } at { $time }. Still here? Tell one of us in the next half hour, and we take you back in.
phone-ended-walkout = You have left.
phone-ended-walkout-more = Your number is no longer in line. You are welcome back any time.
phone-ended-hold_expired = Your place could not be kept longer.
phone-ended-hold_expired-more = The time ran out before you tapped “I am back”. Here now? Tell one of us in the next half hour, and we put you back.
phone-ended-cancelled_by_customer = You have given up your place.
phone-ended-cancelled_by_customer-more = Thank you for telling us. Somebody else moves up.
phone-ended-removed_by_staff = Your number is no longer in line.
phone-ended-removed_by_staff-more = If that is not right, talk to one of us. We sort it out.
phone-ended-turned_away = Come back with the rest
phone-ended-turned_away-more = So that you do not wait for nothing, here is what to bring.
phone-ended-end_of_day = We have closed for today.
phone-ended-end_of_day-more = We are sorry that we did not get to you. Take a new number next time; this one ends with the day.
phone-ended-again = Open again { $when }.

phone-promised = We promised you
phone-promised-kept = We have done it
phone-promised-by = by { $when }
phone-promised-when = { $weekday }, { $day }, { $time }

phone-pdf = Keep this as a PDF

phone-feedback = How was it?
phone-feedback-1 = Bad
phone-feedback-2 = Not good
phone-feedback-3 = All right
phone-feedback-4 = Good
phone-feedback-5 = Very good
phone-feedback-thanks = Thank you. It helps us.

phone-stale = Last news at { $time }. Connecting again…
phone-as-of = As of { $time }
phone-gone = This link has ended
phone-gone-more = It belonged to a visit of an earlier day. Take a new number when you are here.

phone-today-keeps = You keep your place, and we still call you until then. If that is too late for you, give your place back and come another day.
phone-today-again = We open again on { $day } at { $time }.
phone-today-late = You keep your place. You may go out meanwhile: this page tells you in time.
phone-unserved-service_gone = We cannot do this here any more today. We are sorry. A member of staff will speak to you; please stay near.
phone-unserved-nobody_able = Nobody who can do this is here just now. We are sorry. A member of staff will speak to you; please stay near.
phone-unserved-service_closed = This service has ended for today. We are sorry. Please speak to a member of staff: they decide with you.
phone-unserved-counter_gone = Your counter has changed. Please stay there; a member of staff comes to you.
