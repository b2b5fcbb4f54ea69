# Die eigene Seite des Kunden, über den QR-Code auf der Nummer. Einem Menschen gesagt, von einem Menschen.

phone-language = Sprache
phone-line-of = Warteschlange an { $counter }
phone-line-any = Welcher Schalter zuerst frei wird

phone-next = Sie sind die Nächsten.
phone-ahead =
    { $count ->
        [one] { $count } Person vor Ihnen
       *[other] { $count } Personen vor Ihnen
    }
phone-wait-now = Wartezeit ab jetzt
phone-wait-unknown = Dafür ist noch kein Schalter offen. Sobald einer öffnet, steht es hier.
phone-wait-closing = Wir schließen bald und kommen heute vielleicht nicht mehr zu Ihnen. Bitte sprechen Sie uns an.
phone-promise = Spätestens um { $time } Uhr.
phone-promise-told = Gesagt um { $at }: { $range }
phone-promise-passed = Wir hatten vor { $time } Uhr gesagt. Es dauert länger, das tut uns leid.

phone-risk = Es dauert länger als gesagt
phone-risk-counter_on_break = { $counter } macht Pause.
phone-risk-counter_on_break-until = { $counter } macht Pause bis { $time } Uhr.
phone-risk-counters_closed = Dafür ist gerade kein Schalter offen.
phone-risk-counter_closed = { $counter } hat geschlossen.
phone-risk-longer_services = Vieles dauert gerade länger als sonst.
phone-risk-many_people = Heute sind viele hier.
phone-risk-longer_than_thought = Wir dachten, es ginge schneller.
phone-risk-new = Neue Schätzung: { $range } Wartezeit.
phone-risk-choice = Ihr Platz bleibt Ihnen. Sie können auch eine Weile weggehen.

phone-ready = Halten Sie bereit
phone-bring-too = Bringen Sie auch mit
phone-missing = Fehlt noch
phone-paper-declared = haben Sie dabei
phone-paper-read = am Terminal gelesen
phone-paper-seen = geprüft, in Ordnung
phone-paper-rejected = geht leider nicht
phone-or = oder
phone-bring-any = Eines davon genügt:
phone-declare = Ich habe es jetzt
phone-declare-another = Ich habe jetzt ein anderes
phone-declared = Danke, wir wissen es.

phone-ring = Dieses Telefon klingeln lassen
phone-ring-why = Wenn Sie dran sind, klingelt es und wird gelb, solange diese Seite zu sehen und der Ton an ist.
phone-ring-on = Es klingelt, wenn Sie dran sind. Lassen Sie diese Seite offen, den Bildschirm an und den Ton laut.
phone-ring-awake = Es klingelt, wenn Sie dran sind. Lassen Sie diese Seite offen und den Ton laut; der Bildschirm bleibt an.

phone-hold = Kurz weggehen, Platz behalten
phone-hold-title = Wie lange brauchen Sie?
phone-hold-minutes =
    { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }
phone-hold-what = Wir halten Ihren Platz bis { $time } Uhr frei und rufen Sie so lange nicht auf. Tippen Sie auf „Ich bin zurück“, wenn Sie wieder da sind. Nach { $time } Uhr verfällt der Platz. Das geht einmal.
phone-hold-do = Platz freihalten
phone-hold-used = Sie sind schon einmal weggegangen. Wenn Sie noch einmal müssen, sagen Sie es uns.
phone-held = Ihr Platz ist frei gehalten
phone-held-until = Seien Sie vor { $time } Uhr zurück
phone-held-left =
    { $minutes ->
        [0] noch weniger als eine Minute
        [one] noch { $minutes } Minute
       *[other] noch { $minutes } Minuten
    }
phone-held-after = Danach bekommt ihn der Nächste.
phone-return = Ich bin zurück

phone-cancel = Platz aufgeben
phone-cancel-title = Den Platz aufgeben?
phone-cancel-what = Ihre Nummer { $ticket } verfällt, und der Nächste rückt auf. Wenn Sie wiederkommen, ziehen Sie eine neue.
phone-cancel-do = Ja, aufgeben
phone-back = Nein, zurück
phone-working = Einen Moment …
phone-not-sent = Wir erreichen die Filiale gerade nicht. Es hat sich nichts geändert; versuchen Sie es noch einmal.

phone-called = { $counter } ist für Sie bereit
phone-called-at = Aufgerufen um { $time } Uhr
phone-called-again = Noch einmal aufgerufen.
phone-called-come = Kommen Sie jetzt zum Schalter. Wir warten auf Sie.
phone-cannot-come = Ich kann nicht kommen
phone-serving = Sie sind an { $counter }
phone-serving-note = Wir kümmern uns um Sie.

phone-ended-served = Danke, dass Sie da waren.
phone-ended-served-more = Schön, dass wir Sie sehen konnten.
phone-ended-no_show = Wir haben Sie aufgerufen und nicht gefunden.
phone-ended-no_show-more = Wir haben { $ticket } um { $time } Uhr aufgerufen. Noch hier? Sagen Sie es uns in der nächsten halben Stunde, dann nehmen wir Sie wieder auf.
phone-ended-walkout = Sie sind gegangen.
phone-ended-walkout-more = Ihre Nummer wartet nicht mehr. Sie sind jederzeit willkommen.
phone-ended-hold_expired = Länger konnten wir den Platz nicht halten.
phone-ended-hold_expired-more = Die Zeit war um, bevor Sie „Ich bin zurück“ getippt haben. Jetzt hier? Sagen Sie es uns in der nächsten halben Stunde, dann reihen wir Sie wieder ein.
phone-ended-cancelled_by_customer = Sie haben Ihren Platz aufgegeben.
phone-ended-cancelled_by_customer-more = Danke, dass Sie es gesagt haben. So rückt jemand auf.
phone-ended-removed_by_staff = Ihre Nummer wartet nicht mehr.
phone-ended-removed_by_staff-more = Wenn das nicht stimmt, sprechen Sie uns an. Wir klären das.
phone-ended-turned_away = Kommen Sie mit dem Rest wieder
phone-ended-turned_away-more = Damit Sie nicht umsonst warten: Das bringen Sie mit.
phone-ended-end_of_day = Für heute haben wir geschlossen.
phone-ended-end_of_day-more = Es tut uns leid, dass wir nicht mehr zu Ihnen gekommen sind. Ziehen Sie nächstes Mal eine neue Nummer; diese endet mit dem Tag.
phone-ended-again = Wieder offen: { $when }.

phone-promised = Das haben wir Ihnen zugesagt
phone-promised-kept = Das haben wir erledigt
phone-promised-by = bis { $when }
phone-promised-when = { $weekday }, { $day }, { $time } Uhr

phone-pdf = Als PDF behalten

phone-feedback = Wie war es?
phone-feedback-1 = Schlecht
phone-feedback-2 = Nicht gut
phone-feedback-3 = In Ordnung
phone-feedback-4 = Gut
phone-feedback-5 = Sehr gut
phone-feedback-thanks = Danke. Das hilft uns.

phone-stale = Letzter Stand { $time } Uhr. Wir verbinden neu …
phone-as-of = Stand: { $time } Uhr
phone-gone = Dieser Link ist abgelaufen
phone-gone-more = Er gehörte zu einem Besuch an einem früheren Tag. Ziehen Sie eine neue Nummer, wenn Sie da sind.

phone-today-keeps = Ihr Platz bleibt Ihnen, und bis dahin rufen wir Sie noch auf. Ist Ihnen das zu spät, geben Sie den Platz zurück und kommen Sie an einem anderen Tag.
phone-today-again = Wir öffnen wieder am { $day } um { $time } Uhr.
phone-today-late = Ihr Platz bleibt Ihnen. Sie können solange hinausgehen: Diese Seite sagt rechtzeitig Bescheid.
phone-unserved-service_gone = Das können wir hier heute nicht mehr machen. Es tut uns leid. Jemand vom Personal spricht mit Ihnen; bitte bleiben Sie in der Nähe.
phone-unserved-nobody_able = Gerade ist niemand hier, der das machen kann. Es tut uns leid. Jemand vom Personal spricht mit Ihnen; bitte bleiben Sie in der Nähe.
phone-unserved-service_closed = Das ist für heute beendet. Es tut uns leid. Bitte sprechen Sie mit jemandem vom Personal: Sie entscheiden gemeinsam.
phone-unserved-counter_gone = Ihr Schalter hat sich geändert. Bitte bleiben Sie dort; jemand vom Personal kommt zu Ihnen.
