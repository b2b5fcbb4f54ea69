# Lines on the tablet: what is worth doing about them, and why somebody is next.

balance-move =
    Move { $ticket } from { $from ->
        [pool] the shared line
       *[other] counter { $from }
    } to { $to ->
        [pool] the shared line
       *[other] counter { $to }
    }: { $before } → { $after } min
balance-moves =
    { $n ->
        [one] Move { $n } customer to a shorter line
       *[other] Move { $n } customers to shorter lines
    }: the longest of them { $before } → { $after } min
balance-open = Open counter { $counter } for { $services }: nine in ten wait at most { $before } → { $after } min
balance-borrow = Let { $name } serve at counter { $counter } for { $minutes } min: nine in ten wait at most { $before } → { $after } min
balance-break = Let { $name } take the { $planned } break at { $put }: nine in ten wait at most { $before } → { $after } min
balance-coming =
    { $n ->
        [one] { $n } person is expected within half an hour
       *[other] { $n } people are expected within half an hour
    }
balance-unchanged = Nobody waits longer
balance-later =
    { $n ->
        [one] { $n } person waits longer, nobody longer than told
       *[other] { $n } people wait longer, nobody longer than told
    }

explain-earliest = Came first of all this counter can serve
explain-own_line = First in this counter’s line; { $other } in line { $line } came less than { $minutes } minutes earlier
explain-waited_longer = Waited { $minutes } minutes longer, in line { $line }, than the first in this counter’s line
explain-idle = Nobody here for this counter: first of those who wait at { $line ->
        [pool] the shared line
       *[other] counter { $line }
    }
explain-appointment = Counts as having come { $minutes } minutes earlier, because of an appointment
explain-head_start = Counts as having come { $minutes } minutes earlier, because of a need
explain-came_first =
    { $minutes ->
        [0] Came just before
        [one] Came { $minutes } minute earlier
       *[other] Came { $minutes } minutes earlier
    }
explain-ahead_appointment = Counts as having come { $minutes } minutes earlier, because of an appointment
explain-ahead_head_start = Counts as having come { $minutes } minutes earlier, because of a need
explain-put_first = Was put first by a member of staff
