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
       *[day] Day
    }
manager-table-of =
    { $by ->
        [service] All figures by service
        [counter] All figures by counter
        [staff] All figures by staff
        [hour] All figures by hour
        [weekday] All figures by weekday
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
manager-papers-before = turned away before waiting
manager-papers-after = turned away after waiting
manager-papers-lost = { $minutes } min waited in vain
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
