# Somebody who comes at a time.
kiosk-appointment = I have an appointment
kiosk-appointment-means = Check in with its number or its code.
kiosk-appointment-title = What is your appointment’s number?
kiosk-appointment-lead = It is in your confirmation. Where there is a scanner, hold the code to it.
kiosk-appointment-or-show = It is in your confirmation. Or show its code.
kiosk-appointment-typed = The number so far
kiosk-appointment-erase = Delete a digit
kiosk-appointment-check = Look it up
kiosk-appointment-unknown = We know no appointment with the number { $code }. Try again, or talk to a person.
kiosk-appointment-away = We cannot look it up right now. Go back and take a ticket, or talk to a person.
kiosk-appointment-when = { $day }, { $time }

kiosk-appointment-in_time = Welcome to your appointment at { $time }.
kiosk-appointment-in_time-means = You are in time, so you are put forward in the line.
kiosk-appointment-go-on = That is me
kiosk-appointment-go-on-means = We look at your papers, then you get your ticket.

kiosk-appointment-early = You are early: your appointment is at { $time }.
kiosk-appointment-early-means = You can check in for it from { $from }.
kiosk-appointment-come-at = I’ll be back from { $from }
kiosk-appointment-come-at-means = Your appointment stays as it is.
kiosk-appointment-anyway = Take a ticket now
kiosk-appointment-anyway-means = You wait in turn, like anybody who comes now. The ticket takes the place of your appointment.

kiosk-appointment-late = Your appointment was at { $time }.
kiosk-appointment-late-means = We put you forward until { $until }. Now you wait in turn, like anybody who comes now.
kiosk-appointment-in-turn = Take a ticket now
kiosk-appointment-in-turn-means = We look at your papers, then you get your ticket.

kiosk-appointment-other_day = Your appointment is on { $day }, at { $time }.
kiosk-appointment-other_day-means = You can check in for it on that day.
kiosk-appointment-come-then = I’ll come on { $day }
kiosk-appointment-come-then-means = Your appointment stays as it is.
kiosk-appointment-without = Take a ticket for today
kiosk-appointment-without-means = You wait in turn. Your appointment stays as it is.

kiosk-appointment-checked_in = You are checked in. Your number is { $ticket }.
kiosk-appointment-checked_in-means = Watch the screen: we call you.
kiosk-appointment-done = All right
kiosk-appointment-done-means = Lost your ticket? Anyone of our team can show it to you again.

kiosk-appointment-cancelled = Your appointment at { $time } was cancelled.
kiosk-appointment-cancelled-means = If you did not expect that, please talk to a person.
kiosk-appointment-walk-in = Take a ticket now
kiosk-appointment-walk-in-means = You wait in turn, like anybody who comes now.

kiosk-ticket-appointment = Appointment at { $time }

# The tablets.
staff-appointments = Appointments
staff-appointment = Appointment
staff-appointment-at = Appointment { $time }
staff-appointments-n = { $n ->
    [one] { $n } appointment still to come
   *[other] { $n } appointments still to come
}
staff-no-appointments = Nobody has an appointment today.
staff-more-appointments = There are more. The first { $n } are shown.
staff-appointment-due = In { $n ->
    [one] a minute
   *[other] { $n } minutes
}
staff-appointment-due-at = Due
staff-appointment-late = Not here yet, in time until { $until }
staff-appointment-missed = Not here: too late to be put forward
staff-appointment-checked_in = Here, with { $ticket }
staff-appointment-cancelled = Cancelled
staff-appointment-number = Number { $code }
staff-appointments-to_come = To come
staff-appointments-not_come = Not come
staff-appointments-here = Here or done
staff-appointments-cancelled = Cancelled
staff-appointment-check-in = Check in
staff-appointment-check-in-who = Check in: { $who }
staff-appointment-change = Link, move or cancel: { $who }
staff-appointment-is-here = { $ticket }, { $who }, is in line.
staff-appointment-open = Papers and slip
staff-appointment-early = Too early: in time from { $from }
staff-appointment-early-means = Checked in now, this customer waits in turn, and the ticket takes the place of the appointment.
staff-appointment-in-turn = Check in now, in turn
staff-appointment-not-yet = Wait until then
staff-appointment-link = Give the customer the link
staff-appointment-link-title = { $who } · { $time }
staff-appointment-link-explain = The customer scans this: the time for the calendar, what to bring, and a way to cancel.
staff-appointment-move = Move to another time
staff-appointment-move-title = { $who }, { $time }: to when?
staff-appointment-other-time = Another time
staff-appointment-new-time = New time
staff-appointment-moved = { $who } comes at { $when }.
staff-appointment-cancel = Cancel
staff-appointment-cancel-title = { $who }, { $time }: why cancelled?
staff-appointment-was-cancelled = { $who } is cancelled.
staff-appointment-reason-customer = The customer called it off
staff-appointment-reason-store = We cannot keep it
staff-appointment-reason-twice = It was made twice
staff-appointment-reason-other = Another reason
