# Reihen auf dem Tablet: was sich lohnt, und warum jemand als Nächstes dran ist.

balance-move =
    { $ticket } { $from ->
        [pool] aus der gemeinsamen Reihe
       *[other] von Schalter { $from }
    } { $to ->
        [pool] in die gemeinsame Reihe
       *[other] zu Schalter { $to }
    }: { $before } → { $after } Min.
balance-moves =
    { $n ->
        [one] { $n } Person in eine kürzere Reihe
       *[other] { $n } Personen in kürzere Reihen
    }: die längste Wartezeit { $before } → { $after } Min.
balance-open = Schalter { $counter } für { $services } öffnen: neun von zehn warten höchstens { $before } → { $after } Min.
balance-borrow = { $name } bedient { $minutes } Min. an Schalter { $counter }: neun von zehn warten höchstens { $before } → { $after } Min.
balance-break = { $name } macht die Pause von { $planned } erst um { $put }: neun von zehn warten höchstens { $before } → { $after } Min.
balance-coming =
    { $n ->
        [one] In der nächsten halben Stunde wird { $n } Person erwartet
       *[other] In der nächsten halben Stunde werden { $n } Personen erwartet
    }
balance-unchanged = Niemand wartet länger
balance-later =
    { $n ->
        [one] { $n } Person wartet länger, niemand länger als gesagt
       *[other] { $n } Personen warten länger, niemand länger als gesagt
    }

explain-earliest = Kam als Erstes von allen, die dieser Schalter bedienen kann
explain-own_line = Vorn in der Reihe dieses Schalters; { $other } in Reihe { $line } kam keine { $minutes } Minuten früher
explain-waited_longer = Wartet in Reihe { $line } { $minutes } Minuten länger, als wer hier vorn steht
explain-idle = Hier wartet niemand für diesen Schalter: vorn { $line ->
        [pool] in der gemeinsamen Reihe
       *[other] an Schalter { $line }
    }
explain-appointment = Zählt wegen eines Termins, als wäre sie oder er { $minutes } Minuten früher gekommen
explain-head_start = Zählt wegen eines Bedarfs, als wäre sie oder er { $minutes } Minuten früher gekommen
explain-came_first =
    { $minutes ->
        [0] Kam kurz vorher
        [one] Kam { $minutes } Minute früher
       *[other] Kam { $minutes } Minuten früher
    }
explain-ahead_appointment = Zählt wegen eines Termins { $minutes } Minuten früher
explain-ahead_head_start = Zählt wegen eines Bedarfs { $minutes } Minuten früher
explain-put_first = Wurde von jemandem hier nach vorn gesetzt
