# Wer zu einer Zeit kommt.
kiosk-appointment = Ich habe einen Termin
kiosk-appointment-means = Melden Sie sich mit der Nummer oder dem Code an.
kiosk-appointment-title = Welche Nummer hat Ihr Termin?
kiosk-appointment-lead = Sie steht in Ihrer Bestätigung. Gibt es hier einen Scanner, halten Sie den Code daran.
kiosk-appointment-or-show = Sie steht in Ihrer Bestätigung. Oder zeigen Sie den Code.
kiosk-appointment-typed = Die Nummer bis hierher
kiosk-appointment-erase = Eine Ziffer löschen
kiosk-appointment-check = Nachsehen
kiosk-appointment-unknown = Einen Termin mit der Nummer { $code } kennen wir nicht. Versuchen Sie es noch einmal, oder sprechen Sie mit uns.
kiosk-appointment-away = Wir können gerade nicht nachsehen. Gehen Sie zurück und ziehen Sie ein Ticket, oder sprechen Sie mit uns.
kiosk-appointment-when = { $day }, { $time } Uhr

kiosk-appointment-in_time = Willkommen zu Ihrem Termin um { $time } Uhr.
kiosk-appointment-in_time-means = Sie sind pünktlich und rücken deshalb in der Reihe vor.
kiosk-appointment-go-on = Das bin ich
kiosk-appointment-go-on-means = Wir sehen nach Ihren Unterlagen, dann bekommen Sie Ihr Ticket.

kiosk-appointment-early = Sie sind früh dran: Ihr Termin ist um { $time } Uhr.
kiosk-appointment-early-means = Anmelden können Sie sich dafür ab { $from } Uhr.
kiosk-appointment-come-at = Ich bin ab { $from } Uhr wieder da
kiosk-appointment-come-at-means = Ihr Termin bleibt, wie er ist.
kiosk-appointment-anyway = Jetzt ein Ticket ziehen
kiosk-appointment-anyway-means = Sie warten der Reihe nach wie alle, die jetzt kommen. Das Ticket ersetzt Ihren Termin.

kiosk-appointment-late = Ihr Termin war um { $time } Uhr.
kiosk-appointment-late-means = Vorrücken konnten Sie bis { $until } Uhr. Jetzt warten Sie der Reihe nach wie alle, die jetzt kommen.
kiosk-appointment-in-turn = Jetzt ein Ticket ziehen
kiosk-appointment-in-turn-means = Wir sehen nach Ihren Unterlagen, dann bekommen Sie Ihr Ticket.

kiosk-appointment-other_day = Ihr Termin ist am { $day } um { $time } Uhr.
kiosk-appointment-other_day-means = Anmelden können Sie sich dafür an diesem Tag.
kiosk-appointment-come-then = Ich komme am { $day }
kiosk-appointment-come-then-means = Ihr Termin bleibt, wie er ist.
kiosk-appointment-without = Ein Ticket für heute ziehen
kiosk-appointment-without-means = Sie warten der Reihe nach. Ihr Termin bleibt, wie er ist.

kiosk-appointment-checked_in = Sie sind angemeldet. Ihre Nummer ist { $ticket }.
kiosk-appointment-checked_in-means = Achten Sie auf den Bildschirm: Wir rufen Sie auf.
kiosk-appointment-done = In Ordnung
kiosk-appointment-done-means = Ticket verloren? Jeder von uns kann es Ihnen noch einmal zeigen.

kiosk-appointment-cancelled = Ihr Termin um { $time } Uhr wurde abgesagt.
kiosk-appointment-cancelled-means = Wenn Sie das nicht erwartet haben, sprechen Sie bitte mit uns.
kiosk-appointment-walk-in = Jetzt ein Ticket ziehen
kiosk-appointment-walk-in-means = Sie warten der Reihe nach wie alle, die jetzt kommen.

kiosk-ticket-appointment = Termin um { $time } Uhr

# Die Tablets.
staff-appointments = Termine
staff-appointment = Termin
staff-appointment-at = Termin { $time }
staff-appointments-n = { $n ->
    [one] { $n } Termin steht noch aus
   *[other] { $n } Termine stehen noch aus
}
staff-no-appointments = Heute hat niemand einen Termin.
staff-more-appointments = Es gibt noch mehr. Gezeigt werden die ersten { $n }.
staff-appointment-due = In { $n ->
    [one] einer Minute
   *[other] { $n } Minuten
}
staff-appointment-due-at = Kommt noch
staff-appointment-late = Noch nicht da, pünktlich bis { $until }
staff-appointment-missed = Nicht da: rückt nicht mehr vor
staff-appointment-checked_in = Da, mit { $ticket }
staff-appointment-cancelled = Abgesagt
staff-appointment-number = Nummer { $code }
staff-appointments-to_come = Erwartet
staff-appointments-not_come = Nicht gekommen
staff-appointments-here = Hier oder fertig
staff-appointments-cancelled = Abgesagt
staff-appointment-check-in = Anmelden
staff-appointment-check-in-who = Anmelden: { $who }
staff-appointment-change = Link, verlegen oder absagen: { $who }
staff-appointment-is-here = { $ticket }, { $who }, steht in der Reihe.
staff-appointment-open = Unterlagen und Zettel
staff-appointment-early = Zu früh: pünktlich ab { $from } Uhr
staff-appointment-early-means = Jetzt angemeldet, wartet die Person der Reihe nach, und das Ticket ersetzt den Termin.
staff-appointment-in-turn = Jetzt anmelden, der Reihe nach
staff-appointment-not-yet = Bis dahin warten
staff-appointment-link = Link mitgeben
staff-appointment-link-title = { $who } · { $time }
staff-appointment-link-explain = Zum Scannen: die Zeit für den Kalender, was mitzubringen ist, und wie man absagt.
staff-appointment-move = Auf eine andere Zeit verlegen
staff-appointment-move-title = { $who }, { $time } Uhr: auf wann?
staff-appointment-other-time = Eine andere Zeit
staff-appointment-new-time = Neue Zeit
staff-appointment-moved = { $who } kommt jetzt: { $when }.
staff-appointment-cancel = Absagen
staff-appointment-cancel-title = { $who }, { $time } Uhr: warum abgesagt?
staff-appointment-was-cancelled = { $who } ist abgesagt.
staff-appointment-reason-customer = Auf Wunsch des Kunden
staff-appointment-reason-store = Wir können ihn nicht einhalten
staff-appointment-reason-twice = Doppelt vereinbart
staff-appointment-reason-other = Ein anderer Grund
