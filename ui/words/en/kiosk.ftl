# The kiosk. One question at a time, in the words a person at the door would use.

kiosk-welcome = Welcome
kiosk-begin = Touch to begin
kiosk-languages = Choose your language
kiosk-waits-now = Waits right now
kiosk-wait-now = wait now
kiosk-wait-unknown = no counter open yet
kiosk-wait-closing = perhaps not today
kiosk-closed = We are closed.
kiosk-opens = We open on { $day } at { $time }.
kiosk-ring = You can ring us: { $phone }
kiosk-lost = This screen has lost its connection.
kiosk-lost-person = Please speak to anyone of our team. It comes back by itself.
kiosk-more = More
kiosk-more-top = Back to the top

kiosk-ways-out = Ways out
kiosk-back = Back
kiosk-start-over = Start over
kiosk-person = Talk to a person
kiosk-comfort-larger = Larger text
kiosk-comfort-contrast = High contrast
kiosk-comfort-lower = Lower the screen

kiosk-progress = Step { $step } of { $steps }
kiosk-station-service = Service
kiosk-station-question = Questions
kiosk-station-paper = Papers
kiosk-station-needs = Help
kiosk-station-ticket = Ticket

kiosk-service-title = What can we do for you?
kiosk-service-lead = We ask a few short questions, so that you do not wait for nothing.

kiosk-paper-title = Do you have this with you?
kiosk-any-title = Which of these do you have with you?
kiosk-any-lead = One of them is enough.
kiosk-several-lead = You need { $count } of them.
kiosk-several-done = These are the ones
kiosk-several-fewer = { $count ->
    [one] Only this one
   *[other] Only these
}
kiosk-have = Yes, I have it
kiosk-have-not = No, I don’t
kiosk-have-none = None of these
kiosk-unsure = I’m not sure
kiosk-form-original = The original
kiosk-form-certified = A certified copy
kiosk-form-copy = A copy is fine
kiosk-form-screen = Your phone’s screen is fine
kiosk-form-and-age = { $form }, { $age }
kiosk-age-days = at most { $days } days old
kiosk-age-years = { $years ->
    [one] at most a year old
   *[other] at most { $years } years old
}

kiosk-needs-title = Can we make it easier for you?
kiosk-needs-lead = Choose any that help. We see to it.
kiosk-needs-none = No, thank you
kiosk-needs-done = Continue

kiosk-verdict-fixable_here = { $papers ->
    [one] One thing is missing, and you can get it here.
   *[other] A few things are missing, and you can get them here.
}
kiosk-verdict-fetch = { $papers ->
    [one] One thing is missing. We keep your place while you get it.
   *[other] A few things are missing. We keep your place while you get them.
}
kiosk-verdict-not_today = { $papers ->
    [one] One thing is missing. Without it you would wait for nothing today.
   *[other] A few things are missing. Without them you would wait for nothing today.
}
kiosk-choose-fix = Get it here while I wait
kiosk-choose-fix-means = You get a ticket now and do it while you wait. We show you where.
kiosk-choose-wait = Wait without it
kiosk-choose-wait-means = You wait in line, and we sort it out at the counter if we can.
kiosk-choose-hold = Fetch it and come back today
kiosk-choose-hold-means = You get a ticket now. Be back by { $time } and your place is as it was.
kiosk-choose-come_back = Come back another day
kiosk-choose-come_back-means = You get a list of exactly what to bring. You do not wait today.

kiosk-your-number = Your number
kiosk-counter-where = { $counter }, { $place }
kiosk-called = We call you to a counter
kiosk-wait = Your wait
kiosk-call-by = We call you
kiosk-before = by { $time } at the latest
kiosk-ahead = { $ahead ->
    [0] You are next.
    [one] One person is ahead of you.
   *[other] { $ahead } people are ahead of you.
}
kiosk-basis-typical = This is our usual wait: today there is little to go by yet.
kiosk-basis-no_counter_open = No counter is open for this yet. We call you as soon as one is.
kiosk-basis-after_closing = We close soon and may not get to you today. Please ask one of us before you wait.
kiosk-noted = Noted: { $needs }
kiosk-kept = Your place is kept
kiosk-until = until { $time }
kiosk-fetch = Bring with you:
kiosk-kept-means = When you are back, tell anyone of our team or tap “I’m back” on your phone.
kiosk-follow = Take your place with you
kiosk-follow-means = Point your phone’s camera here. Walk about: your phone calls you when it is time.
kiosk-code = Code for your phone’s camera
kiosk-print = Print it
kiosk-done = Done

kiosk-come-back-title = See you soon
kiosk-come-back-lead = You have not taken a place, so nothing is lost.
kiosk-bring = For “{ $service }”, bring:
kiosk-so-many = { $count } of these:
kiosk-or = or
kiosk-bring-too = And again, what you have today:
kiosk-take-list = Take this list with you
kiosk-take-list-means = Point your phone’s camera here, or print it.

# A ticket or slip shown again, and what was missing and is here now.
kiosk-tasks-waiting = While you wait, get this here:
kiosk-tasks-held = Do you have it now?
kiosk-task-done = I have it now
kiosk-task-done-with = I have it: { $paper }
kiosk-tasks-ready = All your papers are ready.
kiosk-tasks-ready-means = You only need to wait for your call.
kiosk-return = I’m back
kiosk-come-back-given = We have given your place on. Your answers are kept: show this code next time.

kiosk-again-title = Welcome back
kiosk-again-too = Again with you: { $papers }.
kiosk-again-all = You had all of this. Is it with you again?
kiosk-again-yes = Yes, take my ticket
kiosk-again-changed = Something has changed

# What counts as a paper, in pictures.
examples-title = What counts, and what does not
examples-not-screen = A photo of it on your phone
examples-not-copy = A copy
examples-not-uncertified = A copy without a stamp
examples-not-old = Too old ({ $age })
examples-not-soon = Valid for less than { $days } more days
examples-not-expired = One that has expired
examples-not-readable = Cut off or too faint to read
examples-have-this = I have this: { $paper }
examples-still-unsure = I’m still not sure

kiosk-trouble = We cannot reach our computer right now.
kiosk-trouble-means = Your answers are safe here and we keep trying. If you’d rather not wait, please speak to anyone of our team.
kiosk-refused-means = You can start over, or talk to a person.

kiosk-still-there = Are you still there?
kiosk-still-there-means = If not, we clear the screen for the next person.
kiosk-still-here = Yes, I’m here

kiosk-help-asking = One moment…
kiosk-help-asking-means = We are telling our team.
kiosk-help-told = We have told our team.
kiosk-help-told-means = It says here who comes as soon as somebody has answered. You can go on meanwhile.
kiosk-help-coming = Somebody is coming to you.
kiosk-help-coming-by = { $name } is coming to you.
kiosk-help-coming-means = Stay here, or go on while you wait.
kiosk-help-closed = We are closed: nobody is here now.
kiosk-help-closed-means = You can ring us: { $phone }
kiosk-help-failed = We cannot reach our team from here.
kiosk-help-failed-means = Please speak to anyone of us in the room. We are glad to help.
kiosk-help-close = Go on

refusal-unknown_slip = This code is not one of our slips. Start here, or talk to a person.
