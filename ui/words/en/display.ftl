# The waiting-room TV. Read from 8 m by people who glance up: as short as it can be said.

display-title = Now called
display-counter = Counter
display-last = Last called
display-next = Next
display-any-counter = Any counter
display-minutes = min
display-about = about
display-over-an-hour = over an hour
display-every-service = Every service
display-service-closed = closed now
display-no-wait-known = ask us
display-wait-closing = maybe not today
display-counter-free = free
display-counter-closed = closed
display-counter-break = back soon
display-counter-break-until = back at { $time }

display-quiet = Take a seat.
display-quiet-more = Your number appears here.
display-free = Nobody is waiting.
display-free-more = Take a ticket and come straight in.
display-no-counter = One moment.
display-no-counter-more = A counter opens soon.
display-closed = We are closed.
display-closed-until = Open again { $when }
display-closed-waiting = Those who are here are still served.

display-long-wait = { $service }: it takes longer today.
display-long-wait-many = { $service }: many people are here, so it takes longer.
display-long-wait-break = { $service }: it takes longer, { $counter } is on a break.
display-long-wait-break-until = { $service }: it takes longer, { $counter } is on a break until { $time }.
display-long-wait-closed = { $service }: it takes longer, no counter for it is open yet.
display-long-wait-services = { $service }: services take longer than usual.
display-long-waits = It takes longer today.

# Who was told less: numbers and what their wait is now, and why.
display-later = New wait, longer than we said:
display-later-unknown = as soon as we can
display-why-counter_on_break = { $counter } is on a break.
display-why-counter_on_break-until = { $counter } is on a break until { $time }.
display-why-counter_closed = { $counter } has closed.
display-why-counters_closed = No counter for it is open right now.
display-why-longer_services = Services take longer than usual.
display-why-many_people = Many people are here.
display-why-longer_than_thought = We thought it would go faster.

# Who is away with the place kept: a number, and until when it is.
display-kept = Places kept:
display-kept-until = back by { $time }

# Where a later number was called before an earlier one.
display-order = Appointments and needs can change the order.

display-stale = No news since { $time }. Listen for your number.
display-demo = Demo
display-sound-off = No sound yet: tap the screen once
