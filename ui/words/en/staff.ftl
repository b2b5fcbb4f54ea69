# The staff tablet: said to a colleague who has ten seconds.

staff-who = Who is here?
staff-who-takes-over = Who takes over { $counter }?
staff-role-floor_walker = on the floor
staff-role-manager = manager
staff-pin-of = { $name }, your PIN
staff-pin-digits = { $n } digits typed
staff-pin-back = Take back the last digit
staff-pin-enter = Sign in
staff-pin-wrong = That is not { $name }’s PIN. Try again.
staff-pin-wait = Too many tries just now. Wait five minutes, or ask a colleague to sign in.
staff-somebody-else = Somebody else
staff-not-this-tablet = This tablet does not belong to the store yet. Open the staff sign-in link on it, or scan its code from the server’s start page.
staff-no-server = The store’s computer does not answer. We keep trying.
staff-language = Language

staff-where = Where today, { $name }?
staff-walk-floor = I walk the floor
staff-taken-by = { $name } is there: you take over
staff-places = Places
staff-my-counter = My counter
staff-floor = The floor
staff-pool = Shared line
staff-pool-detail = whoever is free calls
staff-menu = Counter and sign-out
staff-close-sheet = Close
staff-done = Done

staff-n-waiting =
    { $n ->
        [0] nobody waiting
       *[other] { $n } waiting
    }
staff-n-at-risk =
    { $n ->
        [one] { $n } wait about to be broken
       *[other] { $n } waits about to be broken
    }
staff-other-reason = Another reason

staff-call-next = Call next
staff-from-line = from the line of { $counter }
staff-nobody-to-call = Nobody is waiting for you.
staff-nobody = Nobody is waiting.
staff-nobody-detail = The next one appears here by itself.
staff-after = After this
staff-state-next = Next
staff-state-waiting = Waiting
staff-state-held = Place kept
staff-state-called = Called
staff-state-recalled = Called { $n } times
staff-state-serving =
    { $minutes ->
        [0] With you now
       *[other] With you for { $wait }
    }
staff-state-ended = Gone
staff-no-show-in = counts as absent in { $time }
staff-speaks = Speaks
staff-needs = Needs
staff-waited = Waited
staff-was-told = Was told
staff-by = by { $time }
staff-told-late = later than told
staff-likely-more = { $range } more
staff-no-papers = No papers needed
staff-opening = To say first
staff-opening-hello = Hello, good to see you. What can I do for you?
staff-opening-ready = Hello, good to see you. Your papers are all here, so we can begin at once.
staff-opening-papers = Hello, good to see you. Let us look together at what is still missing.
staff-opening-late = Hello, and thank you for your patience. You waited longer than we told you, and I am sorry. From now on it is your turn.
staff-opening-again = Hello, good to see you again. I have read what we noted last time, so you need not explain it again.
staff-opening-promise = Hello, good to see you again. We promised you something; let me tell you first how that stands.
staff-opening-passed = Hello. My colleague has told me what it is about, so you need not start again.
staff-last-time = Last time, { $when }
staff-promised-open = promised by { $when }
staff-promised-late = promised by { $when }, still owed

staff-seen = Seen
staff-not-good = Not good
staff-all-seen = All seen
staff-seen-paper = { $paper }: seen
staff-reject-paper = { $paper }: not good
staff-reject-title = { $paper }: what is wrong?
staff-reject-missing = It is not here

staff-note = Note
staff-notes = Notes
staff-note-title = Note on { $ticket }
staff-note-explain = Only staff read it.
staff-add-sale = Sale
staff-sale = Amount
staff-sale-title = What was sold?
staff-add-promise = Promise
staff-promise-title = What did we promise?
staff-promise-explain = It stays on the list until it is kept.
staff-promise-what = What
staff-promise-due = Until when
staff-due-in =
    { $n ->
        [0] Today
        [1] Tomorrow
        [7] In a week
       *[other] In { $n } days
    }

staff-promises = Promises
staff-n-late = { $n } late
staff-n-soon = { $n } due within the hour
staff-no-promises = Nothing is owed to anybody.
staff-more-promises = There are more; these are due first.
staff-promise-by = by { $when }
staff-promise-soon = in { $n } min
staff-promise-late = late since { $when }
staff-promise-made = promised { $when }
staff-promise-made-by = promised by { $name }, { $when }
staff-promise-erased = (the words were erased)
staff-promise-keep = Kept
staff-promise-keep-this = Kept: { $what }
staff-promise-was-kept = The promise to { $ticket } is kept.
staff-recovery = For the longer wait
staff-recovery-undo = Take back: { $what }

staff-hold-title = Keep the place of { $ticket }
staff-hold-explain = The customer comes back in time and loses nothing.
staff-remove-title = { $ticket }: why off the list?
staff-remove-left = The customer left
staff-remove-mistake = Ticket taken by mistake
staff-remove-twice = Has two tickets
staff-transfer-title = Where does { $ticket } go on?
staff-transfer-service = For
staff-transfer-counter = At
staff-any-counter = Whoever is soonest free
staff-transfer-place = Place in line
staff-place-by_arrival = By arrival
staff-place-first = First
staff-place-last = Last

staff-take-break = Break
staff-break-title = Back in…
staff-break-until = Break until { $time }
staff-break-detail = The screen says when you are back.
staff-break-at = break { $time }
staff-break-put = put later by { $name }, from { $planned }
staff-my-break = Your break: { $time }
staff-my-break-due = Time for your break ({ $time })
staff-end-break = I am back
staff-back-at = back at { $time }
staff-open-counter = Open
staff-close-counter = Close the counter
staff-close-title = Close { $counter }?
staff-shared-out =
    { $n ->
        [0] Nobody waits in this line.
        [one] The one who waits here goes to another line and keeps the arrival time.
       *[other] The { $n } who wait here are shared out to the other lines and keep their arrival times.
    }
staff-did-break = Enjoy your break.
staff-did-close = The counter is closed.
staff-did-recall = { $ticket } is called again.
staff-did-note = Noted on { $ticket }.
staff-now-at = { $ticket } → { $counter }.
staff-hand-over = Hand over
staff-hand-over-detail = A colleague signs in and takes this counter as it is
staff-sign-out = Sign out
staff-sign-out-open = The counter stays open
staff-handing-over = { $counter } as you leave it
staff-taking-over = { $counter } as it is
staff-take-over = Take over
staff-hands-nobody = Nobody is at the counter.
staff-hands-visit =
    { $minutes ->
        [0] { $ticket } has just come
       *[other] { $ticket } is there for { $wait }
    }
staff-hands-note = A word for the next person

staff-figures = My figures
staff-figures-today = Today
staff-figures-weeks =
    { $n ->
        [0] Your last four weeks
        [one] Your last four weeks, { $n } day
       *[other] Your last four weeks, { $n } days
    }
staff-figures-volume = Customers served
staff-figures-a-day = { $n } a day
staff-figures-first = Resolved by you alone
staff-figures-n-of = { $n } of { $of }
staff-figures-service = Usual service
staff-figures-feedback = Feedback, 1 to 5
staff-figures-score =
    { $n ->
        [one] { $mean } from { $n } person
       *[other] { $mean } from { $n } people
    }
staff-figures-explain = Your own work, for yourself: nobody is compared here. Whoever takes the hard cases serves fewer.

staff-forgotten = { $ticket } has been with you for { $wait }. Still here?
staff-forgotten-usual = Usually about { $minutes } min.
staff-still-here = Still here
staff-gone-at = Gone since { $time }

staff-undo-call = Called { $ticket }
staff-undo-start = { $ticket } is here
staff-undo-finish = Finished { $ticket }
staff-undo-move = Moved { $ticket } to { $counter }
staff-undo-hold = Place of { $ticket } kept
staff-undo-return = { $ticket } back in line
staff-undo-transfer = Passed { $ticket } on to { $counter }
staff-undo-remove = Took { $ticket } off the list
staff-undo-no_show = { $ticket } did not come
staff-undo-cancel = { $ticket } gave up the place
staff-undone = Taken back: { $what }.

staff-waits = waits for the store’s computer
staff-waits-for-server =
    { $n ->
        [one] The store’s computer does not answer. Your tap is kept, and sent once.
       *[other] The store’s computer does not answer. Your { $n } taps are kept, and sent once, in this order.
    }
staff-give-up = Never mind
staff-gave-up = Stopped waiting. Look here again before you tap: it may have been done.
staff-unsent = not yet sent
staff-too-old = “{ $what }” was kept too long and is not done any more. Tap it again if it is still wanted.
staff-not-done = “{ $what }” could not be done:
staff-ask-help = Call somebody
staff-tap-will-wait = No connection. What you tap now is sent when it is back.

staff-clock-off = The clock of the Foyer machine is off by { $much }. Waits and durations are right, the time of day may not be: tell whoever looks after it.

staff-help = { $where } asks for a person
staff-help-kiosk = Somebody at the kiosk
staff-help-coming = I’m coming
staff-help-since =
    { $minutes ->
        [0] just now
       *[other] { $wait } ago
    }
staff-ask-title = Who should come?
staff-ask-colleague = A colleague
staff-ask-manager = The manager
staff-call-manager = Call the manager
staff-ask-note = For whoever comes (goes with the customer’s notes)
staff-tried = Tried already
staff-tried-listened = listened
staff-tried-explained = explained
staff-tried-apologised = apologised
staff-tried-papers = looked at the papers
staff-tried-alternatives = offered something else
staff-tried-so-far = Tried: { $tried }
staff-wants-colleague = { $name } at { $counter } asks for a colleague
staff-wants-manager = { $name } at { $counter } asks for the manager
staff-asked-colleague = You called a colleague
staff-asked-manager = You called the manager
staff-help-over = Not needed any more
staff-is-coming = { $name } is on the way to you

staff-calm = A difficult moment
staff-calm-detail = Five steps, with words to say
staff-calm-breathe = Breathe out. Speak lower and slower than the customer.
staff-calm-breathe-say = I am here for you. Tell me what happened.
staff-calm-hear = Let them finish. Then say back what you heard.
staff-calm-hear-say = You took time off for this, and now it does not work. I understand that this annoys you.
staff-calm-sorry = Say sorry once, without a “but”.
staff-calm-sorry-say = I am sorry that this went wrong for you.
staff-calm-choice = Offer two ways. Whoever may choose is no longer powerless.
staff-calm-choice-say = We can look for a way now, or I find out and ring you today. Which do you prefer?
staff-calm-promise = Say what you will do, and by when. Then do it.
staff-calm-promise-say = I will take care of it myself, and you will hear from me by this evening.
staff-calm-limit = Insults and threats you need not bear. Step back, and call somebody.

staff-move-here = Move here
staff-several = Several
staff-together = { $n } together
staff-together-hint = Tap more tickets, then a line.
staff-moved-together = { $n } moved: { $counter }
staff-line-empty = Nobody waits here
staff-free = { $name } · free
staff-held = Place kept
staff-lately = Just gone
staff-floor-hint = Tap a ticket, then a line. Or drag it.
staff-line-wait = last one { $range }
staff-new-wait = { $from } → { $to } min
staff-move-breaks = Breaks what { $ticket } was told
staff-balance = Suggestions
staff-balance-suggest = Worth doing
staff-balance-auto = Foyer keeps the lines even
staff-balance-even = Nothing worth moving now.
staff-take = Do it
staff-not-now = Not now
staff-not-now-title = Why not now?
staff-not-now-knows = They asked for this counter
staff-not-now-here = They are about to be called
staff-not-now-soon = It will get quieter by itself
staff-not-now-other = Another reason
staff-taken-by-name = done by { $name }
staff-taken-auto = done by Foyer
staff-who-opens = Who opens { $counter }?
staff-why-next = Why this one?
staff-why-wait = Why?
staff-why-title = Why { $ticket }?
staff-why-nobody = Nobody waits whom this counter can serve.
staff-papers-look = Papers
staff-call-now = Call now
staff-call-title = { $ticket } to { $counter }, out of order
staff-call-explain = Others wait longer. The reason is kept.
staff-call-quick = Only a moment
staff-call-promised = Was promised
staff-call-needs = Cannot wait well
staff-call-papers = Back with the papers

staff-card-spare = { $minutes } min to spare
staff-card-held = kept until { $time }
staff-card-called =
    { $minutes ->
        [0] called just now
       *[other] called { $wait } ago
    }
staff-card-serving =
    { $minutes ->
        [0] being served
       *[other] served for { $wait }
    }
staff-risk-late =
    { $minutes ->
        [0] Later than told.
       *[other] { $wait } later than told.
    }
staff-risk-soon = Will be later than told.
staff-risk-closing = May not be called before we close.
staff-cause-counter_on_break =
    { $known ->
        [yes] { $counter } is on a break until { $until }.
       *[no] { $counter } is on a break.
    }
staff-cause-counters_closed = No counter is open for it.
staff-cause-counter_closed = { $counter } has closed.
staff-cause-longer_services = Services take longer than usual.
staff-cause-free = { $counter } is free.
staff-cause-busy = { $counter } is with { $ticket } for { $wait }.
staff-cause-many_people = Many people.

staff-round = Paper check
staff-round-asks = Asks for a person
staff-round-lacking = Missing or unsure
staff-round-unseen = Not looked at yet
staff-round-nobody = Nobody in line needs a look at their papers.
staff-round-nobody-detail = Whoever comes next appears here by itself.
staff-round-done =
    { $n ->
        [0] Tap somebody to look at the papers.
        [one] { $n } more waits, with nothing left to look at.
       *[other] { $n } more wait, with nothing left to look at.
    }
staff-n-to-go-to =
    { $n ->
        [one] { $n } person to go to
       *[other] { $n } people to go to
    }
staff-slip = Slip
staff-slip-title = Slip for { $ticket }
staff-slip-explain = The customer scans it with a phone: what to bring, the place in line, the wait.
staff-slip-open = Open it here

# A ticket before the tablet's camera.
staff-scan = Scan a ticket
staff-scan-looking = Hold the code of the ticket or slip into the picture. No picture is kept.
staff-scan-other_code = This is a code, but not of a ticket.
staff-scan-not_in_line = This ticket is not in line: it is done, or of another day.
staff-scan-no_camera = The camera does not answer. Tap the number in the list.
staff-scan-needs_https = A browser lends its camera only to a secure address. Until Foyer is opened by one here, tap the number in the list.

# The store's machine cannot write to its disk.
staff-disk =
    { $why ->
        [damaged] Part of what this store wrote down cannot be read any more.
       *[other] Nothing can be saved at the moment.
    }
staff-disk-what =
    { $why ->
        [gone] The store’s file was moved or deleted. Call whoever looks after the machine: put it back, or restore a backup.
        [replaced] Another file lies in the place of the store’s own. Call whoever looks after the machine: restart the store.
        [full] The disk is full. Call whoever looks after the machine: make room, and the store goes on by itself.
        [damaged] Call whoever looks after the machine: restore a backup.
       *[other] The disk of the store’s machine does not answer. Call whoever looks after it; note on paper who waits.
    }

staff-today = Today …
staff-unserved = Cannot be served
staff-unserved-service_gone = { $service }: this store does not offer it any more.
staff-unserved-nobody_able = { $service }: nobody who can do it works here today.
staff-unserved-service_closed = { $service }: ended for today.
staff-unserved-counter_gone = { $service }: the counter is not in the settings any more.
staff-unserved-do-open = Open counter { $counters } for it, pass { $ticket } on, or say sorry.
staff-unserved-do-transfer = Pass { $ticket } on to another service, or say sorry.
staff-unserved-do-call = Call { $ticket } all the same, or say sorry.
staff-unserved-do-finish = Finish { $ticket } there.
staff-replace = Take over from { $name }
