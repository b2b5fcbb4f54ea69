# Die Seite eines Kunden zu seinem Termin. Einem Menschen gesagt, von einem Menschen.

booked = Ihr Termin
booked-when = { $weekday }, { $day }
booked-checks-in = Anmelden ab { $from }. Wir halten Ihre Zeit bis { $until }.
booked-number = Ihre Nummer
booked-number-how = Tippen Sie sie am Automaten ein, oder halten Sie diesen Code vor seine Kamera.
booked-code = Die Nummer { $code } als Code für die Kamera des Automaten
booked-late = Ihre Zeit hat begonnen. Melden Sie sich bis { $until } an, dann gilt sie noch.
booked-missed = Ihre Zeit ist vorbei
booked-missed-more = Kommen Sie trotzdem: Sie ziehen eine Nummer und werden der Reihe nach aufgerufen. Oder sprechen Sie mit uns über eine andere Zeit.
booked-cancelled = Dieser Termin ist abgesagt
booked-cancelled-more = Wenn das nicht stimmt, sprechen Sie uns an.
booked-checked_in = Sie sind angemeldet
booked-follow = Meinen Platz in der Reihe ansehen

booked-bring = Bitte bringen Sie mit
booked-bring-too = Und, je nachdem
booked-bring-nothing = Sie brauchen nichts mitzubringen.
booked-any =
    { $count ->
        [one] Eines davon genügt:
       *[other] { $count } davon:
    }
booked-if = { $question } { $answers }:

booked-calendar = In meinen Kalender eintragen
booked-in-calendar = Ihre Nummer am Automaten: { $code }. Was Sie mitbringen, und falls Sie nicht kommen können: { $address }
booked-cancel = Ich kann nicht kommen
booked-cancel-title = Diesen Termin absagen?
booked-cancel-what = Die Zeit bekommt vielleicht jemand anderes. Hier lässt sich das nicht zurücknehmen.
booked-cancel-do = Ja, absagen

booked-gone = Dieser Link öffnet keinen Termin
booked-gone-more = Vielleicht ist er zu lange her. Unser Team hilft gern.
