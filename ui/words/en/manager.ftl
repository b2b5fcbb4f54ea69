# The manager's page. Figures are told as people say them; each with what it is a share of.

manager-and = {", "}
manager-language = Language
manager-print = Print

manager-range = Which days
manager-range-name =
    { $name ->
        [today] Today
        [yesterday] Yesterday
        [week] This week
        [days7] Last 7 days
        [days30] Last 30 days
       *[own] Own dates
    }
manager-from = From
manager-last = to
manager-live = live

# The answer. $time: today, lately (days that hold today), day (a past one) or past (past days).
manager-empty =
    { $time ->
        [today] No visits yet today.
        [lately] No visits in these days yet.
        [day] Nobody came that day.
       *[past] Nobody came in these days.
    }
manager-sentence =
    { $mood ->
        [early]
            { $time ->
                [past] Too few people came to judge: { $facts }.
               *[today] Too early to say: { $facts }.
            }
        [well]
            { $time ->
                [past] It went well: { $facts }.
               *[today] It is going well: { $facts }.
            }
        [mixed]
            { $time ->
                [past] It went fairly well: { $facts }.
               *[today] It is going fairly well: { $facts }.
            }
        [leaving]
            { $time ->
                [past] Too many left before they were served: { $facts }.
               *[today] Too many leave before they are served: { $facts }.
            }
       *[slow]
            { $time ->
                [past] People waited too long: { $facts }.
               *[today] People wait too long: { $facts }.
            }
    }
manager-visits =
    { $time ->
        [past]
            { $n ->
                [one] 1 visit
               *[other] { $n } visits
            }
       *[today]
            { $n ->
                [one] 1 visit so far
               *[other] { $n } visits so far
            }
    }
manager-half-within =
    { $minutes ->
        [one] half called within a minute
       *[other] half called within { $minutes } minutes
    }
manager-kept =
    { $of ->
        [one] { $n } of 1 quote kept
       *[other] { $n } of { $of } quotes kept
    }
manager-door =
    { $minutes ->
        [one] called within a minute, our target: { $n } of { $of }
       *[other] called within { $minutes } minutes, our target: { $n } of { $of }
    }
manager-n-of = { $n } of { $of }
manager-percent = { $percent } %
manager-n = n = { $n }

manager-alerts = What needs somebody now
manager-no-alerts = Nothing needs you right now.
manager-ago =
    { $minutes ->
        [0] just now
       *[other] { $minutes } min ago
    }
manager-alert-help =
    { $where ->
        [kiosk] Somebody at the kiosk has asked for a person, { $ago }.
       *[other] Somebody has asked for a person, { $ago }.
    }
manager-alert-help-language =
    { $where ->
        [kiosk] Somebody at the kiosk has asked for a person, { $ago }. They speak { $language }.
       *[other] Somebody has asked for a person, { $ago }. They speak { $language }.
    }
manager-alert-colleague =
    { $wants ->
        [manager] { $name } at { $counter } asks you to come, { $ago }.
       *[colleague] { $name } at { $counter } asks for a colleague, { $ago }.
    }
manager-tried = Tried: { $tried }.
manager-tried-listened = listened
manager-tried-explained = explained
manager-tried-apologised = apologised
manager-tried-papers = looked at the papers
manager-tried-alternatives = offered something else
manager-alert-line =
    { $state ->
        [break] { $counter } is on a break with { $n } in its line.
       *[closed] { $counter } is closed with { $n } in its line.
    }
manager-alert-break-until = { $counter } is on a break until { $until } with { $n } in its line.
manager-alert-pool =
    { $n ->
        [one] 1 person waits for { $service }, and no counter is open for it.
       *[other] { $n } people wait for { $service }, and no counter is open for it.
    }
manager-alert-long =
    { $n ->
        [one] { $ticket } has waited { $minutes } min, longer than our { $target }.
       *[other] { $n } people have waited longer than { $target } min, { $ticket } the longest: { $minutes } min.
    }
manager-alert-risk =
    { $n ->
        [one] One quote is about to break: { $tickets }.
       *[other] { $n } quotes are about to break: { $tickets }.
    }
manager-alert-forgotten = { $ticket } has been at { $counter } for { $minutes } min. Is it finished?

manager-waiting =
    { $by ->
        [day] How long people waited, day by day
       *[hour] How long people waited, hour by hour
    }
manager-key-half = half waited no longer
manager-key-nine = nine in ten waited no longer (minutes)
manager-target = target { $minutes } min
manager-arrivals-by =
    { $by ->
        [day] How many came, day by day
       *[hour] How many came, hour by hour
    }
manager-arrivals = Arrivals
manager-waiting-min = Waiting, minutes
manager-as-table = Table
manager-as-chart = Chart
manager-quotes-kept = Quotes kept
manager-no-quotes = Nobody who was given a quote has been called.
manager-all-kept = Everybody was called by the time we told them.
manager-late-by =
    { $n ->
        [one] The broken one was { $minutes } min late.
       *[other] The { $n } broken ones were { $minutes } min late on average.
    }
manager-ends = How visits ended
manager-no-ends = No visit has ended.
manager-here-now =
    { $n ->
        [one] 1 still here
       *[other] { $n } still here
    }

manager-all-figures = All figures
manager-by-what = By what
manager-by =
    { $by ->
        [service] Service
        [counter] Counter
        [staff] Staff
        [hour] Hour
        [weekday] Weekday
        [week] Week
       *[day] Day
    }
manager-table-of =
    { $by ->
        [service] All figures by service
        [counter] All figures by counter
        [staff] All figures by staff
        [hour] All figures by hour
        [weekday] All figures by weekday
        [week] All figures by week
       *[day] All figures by day
    }
manager-nobody =
    { $by ->
        [counter] In no line
       *[staff] Not called
    }
manager-downloads = Take away
manager-csv = This table, CSV
manager-xlsx = Excel
manager-visits-csv = Every visit, CSV

manager-total = All
manager-people = People
manager-arrived = came
manager-served = served
manager-left = left otherwise
manager-still-here = still here
manager-called = called (n)
manager-half = half within
manager-nine = nine in ten
manager-longest = longest
manager-promised = Target and quotes
manager-within-target = within target
manager-quotes = quotes kept
manager-late = late, min
manager-service-min = Service, minutes
manager-service-n = finished (n)

manager-forgotten =
    { $n ->
        [one] 1 visit was never finished; it is left out of the service times.
       *[other] { $n } visits were never finished; they are left out of the service times.
    }
manager-start-assumed =
    { $of ->
        [one] The start of the one service was not marked; its call is taken for it.
       *[other] { $n } of { $of } services had no start marked; the call is taken for it.
    }
manager-transferred =
    { $n ->
        [one] 1 person was passed on and waited again.
       *[other] { $n } people were passed on and waited again.
    }
manager-old-figures = We cannot reach the store’s computer. These figures are from { $time }.

manager-papers = Papers
manager-papers-tables = Tables
manager-papers-ready = ready at the door
manager-papers-not-asked = not asked at the door
manager-papers-before = turned away before waiting
manager-papers-after = turned away after waiting
manager-papers-lost = { $minutes } min waited for nothing
manager-papers-saved = waiting saved
manager-papers-at-least = at least { $minutes } min
manager-papers-seen = service, papers seen before the call (min)
manager-papers-unseen = service, papers not seen before (min)
manager-papers-within = { $low } to { $high } (95 %), n = { $n }
manager-mend = Which wording to mend next
manager-mend-of = Rejected at a counter, of those the door took for ready.
manager-mend-none = Nothing that the door took for ready was rejected at a counter.
manager-mend-n = of those said to be ready
manager-mend-visits = visits behind it
manager-wording = { $paper }: { $reason }
manager-wording-what = Paper and reason
manager-rejected = Rejected, by paper and reason
manager-rejected-n = rejected
manager-rejected-counter = at a counter
manager-rejected-line = in line

manager-told-by =
    { $by ->
        [week] Called by the time we told, week by week (of a hundred)
        [day] Called by the time we told, day by day (of a hundred)
       *[hour] Called by the time we told, hour by hour (of a hundred)
    }
manager-told-goal = our promise: ninety
manager-off-title = Early or late
manager-off-range = Of { $n } called, { $within } within the range they were told, { $earlier } earlier, { $later } later.
manager-off-mean =
    { $side ->
        [later] On average { $minutes } min later than what was likely.
       *[earlier] On average { $minutes } min earlier than what was likely.
    }
manager-off =
    { $bin ->
        [earlier_20_up] over 20 min before the time told
        [earlier_10_20] 10–20 min before
        [earlier_5_10] 5–10 min before
        [earlier_0_5] up to 5 min before
        [later_0_5] up to 5 min after
        [later_5_10] 5–10 min after
        [later_10_20] 10–20 min after
       *[later_20_up] over 20 min after
    }
manager-why = Why quotes broke
manager-why-reason =
    { $reason ->
        [counter_on_break] a counter was on a break
        [counter_closed] a counter had closed
        [counters_closed] no counter was open for it
        [longer_services] services took longer than usual
        [many_people] many people were here
        [longer_than_thought] nothing the floor showed
       *[unknown] not known
    }
manager-recovered = Made up for
manager-recovered-of = { $n } of { $of } were offered something for it.
manager-recovered-none = Nobody was offered anything for it.
manager-recovery-other = something else

manager-promises = Promises for after the visit
manager-promise-made = made
manager-promise-kept = kept by their time
manager-promise-late = late
manager-promise-late-by = { $time } on average
manager-promise-owed = late and still owed
manager-promise-open = not due yet
manager-promise-due = Due next
manager-promise-none-due = Nothing is owed to anybody.
manager-promise-is-late = late since { $when }
manager-promise-by = by { $when }
manager-promise-by-what =
    { $by ->
        [service] By service
       *[staff] By whom
    }

manager-appointments = Appointments
manager-appointments-csv = Every appointment (CSV)
manager-appointments-booked = booked
manager-appointments-cancelled = { $n } more cancelled
manager-appointments-came = came
manager-appointments-how = { $early } early, { $inTime } in time, { $late } late
manager-appointments-not-come = did not come
manager-appointments-to-come = still to come
manager-appointments-after = minutes after their time, until called
manager-appointments-wait = half within { $half }, nine in ten within { $nine }
manager-appointments-by =
    { $by ->
        [service] By service: minutes after their time
       *[hour] By hour: minutes after their time
    }

manager-staffing = Counters wanted
manager-staffing-note = So that nine in ten wait no longer than { $minutes } min.
manager-staffing-said =
    { $n ->
        [one] One counter is enough, also at the busiest time, { $time }. You had { $had }.
       *[other] At the busiest time, { $time }, { $n } counters are wanted. You had { $had }.
    }
manager-staffing-little = Too little is known to say it: { $days } days and { $services } services in these days. From three days and twenty services on, this tells how many counters are wanted.
manager-staffing-cell = Large: wanted. Small: those that served, on average.
manager-staffing-fewer = fewer than wanted
manager-staffing-n = { $days } days, { $services } services
manager-staffing-days = All days
manager-staffing-likely = { $low } to { $high } would do; { $n } people on { $days } days

manager-change = Before and after
manager-change-when = What changed on
manager-change-explain = Name the day on which something became different: a counter more, another way to hand out papers. Up to four weeks before it are compared with up to four weeks from it on.
manager-change-dates = { $before } and { $after }
manager-change-before = Before
manager-change-after = After
manager-change-difference = Difference
manager-change-verdict = Means
manager-change-measure =
    { $name ->
        [arrived] People a day
        [waiting] Waiting, min
        [service] Service, min
        [within_target] Within the target, %
        [quotes_kept] Quotes kept, %
       *[late] How late when broken, min
    }
manager-change-n =
    { $days ->
        [one] n = { $n }, 1 day
       *[other] n = { $n }, { $days } days
    }
manager-change-range = { $low } to { $high }
manager-change-said =
    { $verdict ->
        [better] better
        [worse] worse
        [chance] may be chance
        [other] different
       *[few] too few days to tell
    }

manager-wait =
    { $n ->
        [one] 1 person waits
       *[other] { $n } wait
    }
manager-wait-late =
    { $n ->
        [one] 1 person waits, longer than { $target } minutes
       *[other] { $n } wait, { $late } of them longer than { $target } minutes
    }
manager-gone =
    { $n ->
        [one] 1 left before being served
       *[other] { $n } left before being served
    }
manager-jumps = On this page

manager-served-how = What came of it
manager-served-by =
    { $by ->
        [staff] By person
       *[service] By service
    }
manager-outcomes = Outcomes
manager-outcomes-none = Nothing has been noted.
manager-resolved = resolved
manager-first-person = resolved by the first person
manager-escalated = a manager took over
manager-passed-on = passed on
manager-score = what customers said
manager-score-of = { $mean } of 5 (n = { $n })
manager-sales = sales
manager-feedback = What customers said
manager-feedback-none =
    { $of ->
        [one] The one who was served has not said anything.
       *[other] None of the { $of } who were served has said anything.
    }
manager-feedback-said = { $n } of { $of } who were served gave { $mean } of 5 on average. Those who answer are rarely like those who do not.
manager-stars =
    { $stars ->
        [one] 1 star
       *[other] { $stars } stars
    }

manager-balance = Lines: what was suggested and who was overtaken
manager-suggested = suggestions taken
manager-suggested-saved = waiting saved by them
manager-suggested-promised = foretold { $minutes } min (n = { $n })
manager-minutes = { $minutes } min
manager-moves = moves between lines
manager-elsewhere = called out of another’s line
manager-overtakes = times somebody was overtaken
manager-overtakes-why = own line { $line }, needs and appointments { $start }, by hand { $hand }; one person { $worst } times at most
manager-overtakes-needs = Overtaken, by need
manager-overtakes-most = one person at most
manager-need = Need
manager-visits-n = visits
manager-no-date = choose a day

manager-today = Today is different …
manager-close = Close
