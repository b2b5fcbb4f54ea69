# Words every screen and the server share: refusals, states, verdicts, ends.

refusal-already_called = { $ticket } has already been called to counter { $counter }. Call the next one instead.
refusal-already_ended =
    { $ended_as ->
        [served] { $ticket } has already been served.
        [no_show] { $ticket } was called and did not come. Undo brings the visit back if the customer is here after all.
        [cancelled_by_customer] The customer of { $ticket } has given up the place.
       *[other] The visit { $ticket } has already ended.
    }
refusal-already_held = The place of { $ticket } is already being kept.
refusal-answered_otherwise =
    { $how ->
        [typed] The answer to “{ $question }” is typed at the kiosk, and only its keyed hash is taken here: send { "{" } "match": … { "}" }, or leave it out.
       *[other] The answer to “{ $question }” is chosen. Send one of those that are offered.
    }
refusal-appointment_cancelled = The appointment { $code } was cancelled. Make a new one, or take a ticket without it.
refusal-appointment_checked_in = The appointment { $code } is checked in already: its ticket is { $ticket }.
refusal-appointment_closed = The store is closed at that time. Choose a time within the opening hours.
refusal-appointment_other_day = The appointment { $code } is on another day. Come on that day, or take a ticket without it.
refusal-appointment_moved = Somebody has moved the appointment { $code } meanwhile. Look at its new time first.
refusal-appointment_past = That time has passed. Choose one that is still to come.
refusal-code_taken = Somebody else’s appointment has the number { $code }. Choose another, or leave it out and one is made.
refusal-counter_busy = Counter { $counter } is with { $ticket }. Finish there first.
refusal-counter_cannot_serve = Counter { $counter } does not serve this. Choose a counter that does.
refusal-counter_not_open = Counter { $counter } is closed. Open it first, or choose another.
refusal-counter_on_break = Counter { $counter } is on a break. Open it again, or choose another.
refusal-end_not_in_service = The service of { $ticket } ended between its start and now. Choose a time in between.
refusal-hold_too_long = A place can be kept for { $most } minutes at most. Choose a shorter time.
refusal-hold_used = The place of { $ticket } has been kept once already. Please ask a member of staff.
refusal-not_allowed_now =
    { $state ->
        [waiting] { $ticket } is still waiting, so this cannot be done yet.
        [held] The place of { $ticket } is being kept, so this cannot be done yet.
        [called] { $ticket } has been called and is on the way.
        [serving] { $ticket } is being served right now.
       *[other] This cannot be done now.
    }
refusal-nothing_to_undo = There is nothing to take back for { $ticket }.
refusal-papers_not_ready = Some papers are missing. You can wait all the same, fetch them while we keep your place, or come back another day.
refusal-promise_already_kept = This promise was already marked as kept.
refusal-promise_stays_kept = This promise was marked as kept too long ago to take that back.
refusal-same_line = { $ticket } is in that line already.
refusal-day_not_closed = That day is open, or nobody was sent home from it: there is nothing to open again.
refusal-store_closed = The store is closed now. Come back during opening hours.
refusal-suggestion_outdated = Things have changed since this was suggested. Look at the new suggestions.
refusal-suggestion_settled =
    { $state ->
        [taken] A colleague has already done this.
        [put_off] A colleague has already said “not now” to this.
       *[other] This suggestion is no longer open.
    }
refusal-unknown_suggestion = There is no such suggestion today.
refusal-undo_too_late = It is too late to take that back for { $ticket }.
refusal-unknown_answer = “{ $answer }” is not an answer to “{ $question }”. Choose one that is offered.
refusal-unknown_appointment = There is no such appointment in this store. Look at the number again.
refusal-unknown_counter = There is no counter “{ $counter }” in this store.
refusal-unknown_help = Somebody has already answered this call for help.
refusal-unknown_language = This store does not offer the language “{ $language }”.
refusal-unknown_need = This store does not know the need “{ $need }”.
refusal-unknown_paper = This store does not know the paper “{ $paper }”.
refusal-unknown_promise = There is no such promise.
refusal-unknown_question = “{ $question }” is not a question of the service “{ $service }”.
refusal-unknown_recovery = This store does not offer “{ $recovery }”. Choose from its list.
refusal-unknown_service = There is no service “{ $service }” in this store.
refusal-unknown_staff = Nobody called “{ $staff }” works in this store. Choose a name from the staff list.
refusal-unknown_visit = There is no such visit today.
refusal-arrival_not_today = The arrival must be today and not in the future.

state-waiting = waiting
state-held = place kept
state-called = called
state-serving = being served
state-ended = ended

counter-open = open
counter-closed = closed
counter-break = on a break

ended-served = served
ended-no_show = did not come
ended-walkout = left before the call
ended-cancelled_by_customer = gave up the place
ended-removed_by_staff = taken off by staff
ended-turned_away = will come back another day
ended-end_of_day = still here at closing

verdict-ready = Papers ready
verdict-fixable_here = Missing, can be had here
verdict-fetch = Missing, to be fetched
verdict-not_today = Missing, not possible today

verdict-sentence-ready = You have everything you need.
verdict-sentence-fixable_here = Something is missing, and you can get it right here.
verdict-sentence-fetch = Something is missing. You can fetch it while we keep your place.
verdict-sentence-not_today = Something is missing that cannot be had today. Better to come back with it than to wait for nothing.

paper-declared = customer has it
paper-read = read at the kiosk
paper-seen = seen
paper-missing = missing
paper-unsure = not sure
paper-rejected = rejected
paper-reason-expired = Too old or expired
paper-reason-not_original = Not the original
paper-reason-other_name = Another name on it
paper-reason-unreadable = Cannot be read
paper-reason-wrong_paper = Another paper
paper-reason-too_old = Too old
paper-reason-not_readable = Cannot be read
paper-reason-unsure = not sure
paper-reason-expires_soon = Expires too soon
paper-reason-does_not_match = Does not match the other papers
paper-reason-not_as_typed = Another number or name than was typed
paper-reason-missing = It was not there
paper-reason-rejected = No reason given
paper-reason-other = Another reason
paper-mend-not_as_typed = Check what you typed and show it again, or bring the one that says the same.
paper-mend-does_not_match = Bring the one that carries the same name or number as your other papers.

paper-form-original = the original
paper-form-certified = a certified copy
paper-form-copy = a copy will do
paper-form-screen = on your phone’s screen will do
paper-max-age =
    { $days ->
        [one] not older than { $days } day
       *[other] not older than { $days } days
    }

action-call = Call
action-move = Move
action-hold = Keep the place
action-return = Back in line
action-recall = Call again
action-start = They are here
action-no_show = Did not come
action-finish = Finish
action-transfer = Pass on
action-papers = Papers
action-recover = Make up for it
action-remove = Take off the list
action-cancel = Give up the place
action-undo = Undo

basis-history = from today and the last weeks
basis-typical = not enough history yet: usually
basis-no_counter_open = no counter is open for this yet

outcome-resolved = Resolved
outcome-unresolved = Not resolved
outcome-escalated = Manager took over

counter-number = Counter { $counter }
people-ahead =
    { $count ->
        [0] You are next
        [one] { $count } person before you
       *[other] { $count } people before you
    }

# For who comes another day.
coming-title = We are open
coming-all-day = all day
coming-quiet = quietest { $from }–{ $to }: { $wait }
coming-unknown = When it is quiet we do not know yet: we have not been here long enough.

refusal-counter_taken = { $name } is at counter { $counter }. Ask first; then say that you take over.
refusal-closed_early =
    { $days ->
        [0] We close at { $since } today, earlier than usual. Please ask a member of staff.
        [1] We close at { $since } today, earlier than usual. Please come tomorrow from { $opens }.
       *[other] We close at { $since } today, earlier than usual. We open again in { $days } days at { $opens }.
    }
refusal-service_closed =
    { $days ->
        [0] This service ended at { $since } today. Please ask a member of staff.
        [1] This service ended at { $since } today. Please come tomorrow from { $opens }, or choose another service.
       *[other] This service ended at { $since } today. We open again in { $days } days at { $opens }; or choose another service.
    }
refusal-exception_not_today = Choose a time between now and today’s usual closing time.
refusal-unknown_exception = That has been taken back already.

# What is different today, for every screen.
today-closes = We close at { $time } today.
today-service = { $service }: today only until { $time }.
today-service-over = { $service }: no more today, since { $time }.
today-late-short_staffed = Fewer of us are here today: everything takes longer.
today-late-system_down = Our computers are slow or down: everything takes longer.
today-late-many_people = Very many people are here today: everything takes longer.
today-late-emergency = Something urgent came up: everything takes longer.
today-late-other = Everything takes longer today.
