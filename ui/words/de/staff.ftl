# Das Tablet: gesagt zu jemandem, der zehn Sekunden hat.

staff-who = Wer ist da?
staff-who-takes-over = Wer übernimmt { $counter }?
staff-role-floor_walker = im Raum
staff-role-manager = Leitung
staff-pin-of = { $name }, Ihre PIN
staff-pin-digits = { $n } Ziffern getippt
staff-pin-back = Letzte Ziffer zurücknehmen
staff-pin-enter = Anmelden
staff-pin-wrong = Das ist nicht die PIN von { $name }. Noch einmal bitte.
staff-pin-wait = Zu viele Versuche. Warten Sie fünf Minuten, oder bitten Sie jemanden aus dem Team, sich anzumelden.
staff-somebody-else = Jemand anderes
staff-not-this-tablet = Dieses Tablet gehört noch nicht zum Laden. Öffnen Sie darauf den Anmelde-Link für das Team, oder scannen Sie den Code von der Startseite des Servers.
staff-no-server = Der Rechner des Ladens antwortet nicht. Wir versuchen es weiter.
staff-language = Sprache

staff-where = Wohin heute, { $name }?
staff-walk-floor = Ich bin im Raum unterwegs
staff-taken-by = { $name } ist dort: Sie übernehmen
staff-places = Orte
staff-my-counter = Mein Schalter
staff-floor = Der Raum
staff-pool = Für alle
staff-pool-detail = wer frei ist, ruft auf
staff-menu = Schalter und Abmelden
staff-close-sheet = Schließen
staff-done = Fertig

staff-n-waiting =
    { $n ->
        [0] niemand wartet
        [one] { $n } wartet
       *[other] { $n } warten
    }
staff-n-at-risk =
    { $n ->
        [one] { $n } Zusage in Gefahr
       *[other] { $n } Zusagen in Gefahr
    }
staff-other-reason = Ein anderer Grund

staff-call-next = Nächsten aufrufen
staff-from-line = aus der Reihe von { $counter }
staff-nobody-to-call = Niemand wartet auf Sie.
staff-nobody = Niemand wartet.
staff-nobody-detail = Wer als Nächstes kommt, steht von selbst hier.
staff-after = Danach
staff-state-next = Als Nächstes
staff-state-waiting = Wartet
staff-state-held = Platz freigehalten
staff-state-called = Aufgerufen
staff-state-recalled = { $n }-mal aufgerufen
staff-state-serving =
    { $minutes ->
        [0] Jetzt bei Ihnen
       *[other] Seit { $wait } bei Ihnen
    }
staff-state-ended = Gegangen
staff-no-show-in = gilt in { $time } als nicht gekommen
staff-speaks = Spricht
staff-needs = Braucht
staff-waited = Gewartet
staff-was-told = Zugesagt
staff-by = bis { $time }
staff-told-late = später als zugesagt
staff-likely-more = noch { $range }
staff-no-papers = Keine Unterlagen nötig
staff-opening = Zur Begrüßung
staff-opening-hello = Guten Tag, schön, dass Sie da sind. Was kann ich für Sie tun?
staff-opening-ready = Guten Tag, schön, dass Sie da sind. Ihre Unterlagen sind vollständig, wir können gleich anfangen.
staff-opening-papers = Guten Tag, schön, dass Sie da sind. Sehen wir zusammen nach, was noch fehlt.
staff-opening-late = Guten Tag, und danke für Ihre Geduld. Sie haben länger gewartet, als wir gesagt haben. Das tut mir leid. Jetzt sind Sie an der Reihe.
staff-opening-again = Guten Tag, schön, Sie wiederzusehen. Ich habe unsere Notizen vom letzten Mal gelesen, Sie müssen nichts noch einmal erklären.
staff-opening-promise = Guten Tag, schön, Sie wiederzusehen. Wir haben Ihnen etwas versprochen; zuerst sage ich Ihnen, wie es damit steht.
staff-opening-passed = Guten Tag. Ich weiß schon, worum es geht; Sie müssen nicht von vorn anfangen.
staff-last-time = Beim letzten Mal, { $when }
staff-promised-open = versprochen bis { $when }
staff-promised-late = versprochen bis { $when }, noch offen

staff-seen = Gesehen
staff-not-good = Geht nicht
staff-all-seen = Alle gesehen
staff-seen-paper = { $paper }: gesehen
staff-reject-paper = { $paper }: geht nicht
staff-reject-title = { $paper }: Was stimmt nicht?
staff-reject-missing = Es ist nicht da

staff-note = Notiz
staff-notes = Notizen
staff-note-title = Notiz zu { $ticket }
staff-note-explain = Nur das Team liest sie.
staff-add-sale = Verkauf
staff-sale = Betrag
staff-sale-title = Was wurde verkauft?
staff-add-promise = Versprechen
staff-promise-title = Was haben wir versprochen?
staff-promise-explain = Es bleibt auf der Liste, bis es gehalten ist.
staff-promise-what = Was
staff-promise-due = Bis wann
staff-due-in =
    { $n ->
        [0] Heute
        [1] Morgen
        [7] In einer Woche
       *[other] In { $n } Tagen
    }

staff-promises = Versprechen
staff-n-late = { $n } überfällig
staff-n-soon = { $n } in der nächsten Stunde
staff-no-promises = Wir schulden niemandem etwas.
staff-more-promises = Es gibt noch mehr; diese sind zuerst fällig.
staff-promise-by = bis { $when }
staff-promise-soon = in { $n } Min.
staff-promise-late = überfällig seit { $when }
staff-promise-made = versprochen { $when }
staff-promise-made-by = versprochen von { $name }, { $when }
staff-promise-erased = (der Wortlaut wurde gelöscht)
staff-promise-keep = Gehalten
staff-promise-keep-this = Gehalten: { $what }
staff-promise-was-kept = Das Versprechen an { $ticket } ist gehalten.
staff-recovery = Für das längere Warten
staff-recovery-undo = Zurücknehmen: { $what }

staff-hold-title = Platz von { $ticket } freihalten
staff-hold-explain = Wer rechtzeitig zurück ist, verliert nichts.
staff-remove-title = { $ticket }: Warum von der Liste?
staff-remove-left = Ist gegangen
staff-remove-mistake = Nummer aus Versehen gezogen
staff-remove-twice = Hat zwei Nummern
staff-transfer-title = Wohin geht { $ticket } weiter?
staff-transfer-service = Für
staff-transfer-counter = Bei
staff-any-counter = Wer zuerst frei ist
staff-transfer-place = Platz in der Reihe
staff-place-by_arrival = Nach Ankunft
staff-place-first = Vorne
staff-place-last = Hinten

staff-take-break = Pause
staff-break-title = Zurück in …
staff-break-until = Pause bis { $time }
staff-break-detail = Der Bildschirm sagt, wann Sie zurück sind.
staff-break-at = Pause { $time }
staff-break-put = von { $name } verlegt, geplant war { $planned }
staff-my-break = Ihre Pause: { $time }
staff-my-break-due = Zeit für Ihre Pause ({ $time })
staff-end-break = Ich bin zurück
staff-back-at = zurück um { $time }
staff-open-counter = Öffnen
staff-close-counter = Schalter schließen
staff-close-title = { $counter } schließen?
staff-shared-out =
    { $n ->
        [0] In dieser Reihe wartet niemand.
        [one] Wer hier wartet, kommt in eine andere Reihe und behält seine Ankunftszeit.
       *[other] Die { $n }, die hier warten, werden auf die anderen Reihen verteilt und behalten ihre Ankunftszeit.
    }
staff-did-break = Gute Pause.
staff-did-close = Der Schalter ist geschlossen.
staff-did-recall = { $ticket } ist noch einmal aufgerufen.
staff-did-note = Notiert bei { $ticket }.
staff-now-at = { $ticket } → { $counter }.
staff-hand-over = Übergeben
staff-hand-over-detail = Jemand aus dem Team meldet sich an und übernimmt den Schalter, wie er ist
staff-sign-out = Abmelden
staff-sign-out-open = Der Schalter bleibt offen
staff-handing-over = { $counter }, wie Sie gehen
staff-taking-over = { $counter }, so steht es
staff-take-over = Übernehmen
staff-hands-nobody = Niemand ist am Schalter.
staff-hands-visit =
    { $minutes ->
        [0] { $ticket } ist gerade gekommen
       *[other] { $ticket } ist seit { $wait } da
    }
staff-hands-note = Ein Wort an die nächste Person

staff-figures = Meine Zahlen
staff-figures-today = Heute
staff-figures-weeks =
    { $n ->
        [0] Ihre letzten vier Wochen
        [one] Ihre letzten vier Wochen, { $n } Tag
       *[other] Ihre letzten vier Wochen, { $n } Tage
    }
staff-figures-volume = Bediente Kunden
staff-figures-a-day = { $n } am Tag
staff-figures-first = Von Ihnen allein gelöst
staff-figures-n-of = { $n } von { $of }
staff-figures-service = Übliche Bedienzeit
staff-figures-feedback = Rückmeldung, 1 bis 5
staff-figures-score =
    { $n ->
        [one] { $mean } von { $n } Person
       *[other] { $mean } von { $n } Personen
    }
staff-figures-explain = Ihre eigene Arbeit, nur für Sie: Hier wird niemand verglichen. Wer die schweren Fälle nimmt, bedient weniger.

staff-forgotten = { $ticket } ist seit { $wait } bei Ihnen. Noch da?
staff-forgotten-usual = Üblich sind etwa { $minutes } Min.
staff-still-here = Noch da
staff-gone-at = Seit { $time } weg

staff-undo-call = { $ticket } aufgerufen
staff-undo-start = { $ticket } ist da
staff-undo-finish = { $ticket } abgeschlossen
staff-undo-move = { $ticket } verschoben: { $counter }
staff-undo-hold = Platz von { $ticket } freigehalten
staff-undo-return = { $ticket } wieder in der Reihe
staff-undo-transfer = { $ticket } weitergegeben: { $counter }
staff-undo-remove = { $ticket } von der Liste genommen
staff-undo-no_show = { $ticket } nicht gekommen
staff-undo-cancel = { $ticket } hat den Platz aufgegeben
staff-undone = Zurückgenommen: { $what }.

staff-waits = wartet auf den Rechner des Ladens
staff-waits-for-server =
    { $n ->
        [one] Der Rechner des Ladens antwortet nicht. Ihr Tippen ist gemerkt und wird einmal gesendet.
       *[other] Der Rechner des Ladens antwortet nicht. { $n } Eingaben sind gemerkt und werden je einmal gesendet, in dieser Reihenfolge.
    }
staff-give-up = Doch nicht
staff-gave-up = Nicht länger gewartet. Sehen Sie hier noch einmal nach, bevor Sie tippen: Es kann schon geschehen sein.
staff-unsent = noch nicht gesendet
staff-too-old = „{ $what }“ lag zu lange und wird nicht mehr ausgeführt. Tippen Sie noch einmal, wenn es noch gewünscht ist.
staff-not-done = „{ $what }“ ging nicht:
staff-ask-help = Jemanden rufen
staff-tap-will-wait = Keine Verbindung. Was Sie jetzt tippen, wird gesendet, sobald sie wieder da ist.

staff-clock-off = Die Uhr des Foyer-Rechners geht um { $much } falsch. Wartezeiten stimmen, die Uhrzeit vielleicht nicht: Sagen Sie es bitte weiter.

staff-help = { $where } bittet um einen Menschen
staff-help-kiosk = Jemand am Automaten
staff-help-coming = Ich komme
staff-help-since =
    { $minutes ->
        [0] gerade eben
       *[other] vor { $wait }
    }
staff-ask-title = Wer soll kommen?
staff-ask-colleague = Jemand aus dem Team
staff-ask-manager = Die Leitung
staff-call-manager = Die Leitung rufen
staff-ask-note = Für die Person, die kommt (steht dann bei den Notizen)
staff-tried = Schon versucht
staff-tried-listened = zugehört
staff-tried-explained = erklärt
staff-tried-apologised = entschuldigt
staff-tried-papers = Unterlagen angesehen
staff-tried-alternatives = anderes angeboten
staff-tried-so-far = Versucht: { $tried }
staff-wants-colleague = { $name } an { $counter } bittet um Hilfe aus dem Team
staff-wants-manager = { $name } an { $counter } bittet die Leitung zu kommen
staff-asked-colleague = Sie haben jemanden aus dem Team gerufen
staff-asked-manager = Sie haben die Leitung gerufen
staff-help-over = Nicht mehr nötig
staff-is-coming = { $name } kommt zu Ihnen

staff-calm = Ein schwieriger Moment
staff-calm-detail = Fünf Schritte, mit Worten dazu
staff-calm-breathe = Ausatmen. Leiser und langsamer sprechen als der Kunde.
staff-calm-breathe-say = Ich bin für Sie da. Erzählen Sie mir, was passiert ist.
staff-calm-hear = Ausreden lassen. Dann wiederholen, was Sie gehört haben.
staff-calm-hear-say = Sie haben sich extra Zeit genommen, und jetzt klappt es nicht. Ich verstehe, dass Sie das ärgert.
staff-calm-sorry = Einmal entschuldigen, ohne „aber“.
staff-calm-sorry-say = Es tut mir leid, dass das bei Ihnen schiefgegangen ist.
staff-calm-choice = Zwei Wege anbieten. Wer wählen kann, ist nicht mehr ausgeliefert.
staff-calm-choice-say = Wir suchen jetzt zusammen einen Weg, oder ich kläre es und rufe Sie heute an. Was ist Ihnen lieber?
staff-calm-promise = Sagen, was Sie tun, und bis wann. Und es dann tun.
staff-calm-promise-say = Ich kümmere mich selbst darum, und Sie hören bis heute Abend von mir.
staff-calm-limit = Beleidigungen und Drohungen müssen Sie nicht ertragen. Treten Sie zurück und rufen Sie jemanden.

staff-move-here = Hierher
staff-several = Mehrere
staff-together = { $n } zusammen
staff-together-hint = Weitere Nummern antippen, dann eine Reihe.
staff-moved-together = { $n } umgestellt: { $counter }
staff-line-empty = Hier wartet niemand
staff-free = { $name } · frei
staff-held = Platz freigehalten
staff-lately = Gerade gegangen
staff-floor-hint = Tippen Sie auf eine Nummer, dann auf eine Reihe. Oder ziehen Sie sie hinüber.
staff-line-wait = hinten { $range }
staff-new-wait = { $from } → { $to } Min.
staff-move-breaks = Bricht die Zusage an { $ticket }
staff-balance = Vorschläge
staff-balance-suggest = Was sich lohnt
staff-balance-auto = Foyer gleicht die Reihen aus
staff-balance-even = Zurzeit lohnt sich nichts.
staff-take = Machen
staff-not-now = Jetzt nicht
staff-not-now-title = Warum jetzt nicht?
staff-not-now-knows = Möchte zu diesem Schalter
staff-not-now-here = Ist gleich an der Reihe
staff-not-now-soon = Es wird von selbst ruhiger
staff-not-now-other = Ein anderer Grund
staff-taken-by-name = von { $name }
staff-taken-auto = von Foyer
staff-who-opens = Wer öffnet { $counter }?
staff-why-next = Warum diese Nummer?
staff-why-wait = Warum?
staff-why-title = Warum { $ticket }?
staff-why-nobody = Niemand wartet, den dieser Schalter bedienen kann.
staff-papers-look = Unterlagen
staff-call-now = Jetzt aufrufen
staff-call-title = { $ticket } zu { $counter }, außer der Reihe
staff-call-explain = Andere warten länger. Der Grund wird festgehalten.
staff-call-quick = Dauert nur einen Moment
staff-call-promised = War zugesagt
staff-call-needs = Kann schlecht warten
staff-call-papers = Mit den Unterlagen zurück

staff-card-spare = { $minutes } Min. Luft
staff-card-held = frei bis { $time }
staff-card-called =
    { $minutes ->
        [0] gerade aufgerufen
       *[other] vor { $wait } aufgerufen
    }
staff-card-serving =
    { $minutes ->
        [0] wird bedient
       *[other] seit { $wait } bedient
    }
staff-risk-late =
    { $minutes ->
        [0] Später als zugesagt.
       *[other] { $wait } später als zugesagt.
    }
staff-risk-soon = Wird später als zugesagt.
staff-risk-closing = Kommt vor Ladenschluss vielleicht nicht mehr dran.
staff-cause-counter_on_break =
    { $known ->
        [yes] { $counter } macht Pause bis { $until }.
       *[no] { $counter } macht Pause.
    }
staff-cause-counters_closed = Kein Schalter ist dafür offen.
staff-cause-counter_closed = { $counter } hat geschlossen.
staff-cause-longer_services = Vieles dauert länger als sonst.
staff-cause-free = { $counter } ist frei.
staff-cause-busy = { $counter } bedient { $ticket } seit { $wait }.
staff-cause-many_people = Viele Leute.

staff-round = Prüfrunde
staff-round-asks = Bittet um Hilfe
staff-round-lacking = Fehlt oder unsicher
staff-round-unseen = Noch nicht angesehen
staff-round-nobody = Niemand, der wartet, braucht einen Blick auf die Unterlagen.
staff-round-nobody-detail = Wer als Nächstes kommt, erscheint hier von selbst.
staff-round-done =
    { $n ->
        [0] Tippen Sie auf jemanden, um die Unterlagen anzusehen.
        [one] { $n } weitere Person wartet; da ist nichts mehr anzusehen.
       *[other] { $n } weitere warten; da ist nichts mehr anzusehen.
    }
staff-n-to-go-to =
    { $n ->
        [one] { $n } Person braucht Sie
       *[other] { $n } Personen brauchen Sie
    }
staff-slip = Zettel
staff-slip-title = Zettel für { $ticket }
staff-slip-explain = Mit dem Telefon scannen lassen: was mitzubringen ist, der Platz in der Reihe, die Wartezeit.
staff-slip-open = Hier öffnen

# Ein Zettel vor der Kamera des Tablets.
staff-scan = Zettel scannen
staff-scan-looking = Halten Sie den Code auf dem Zettel ins Bild. Es wird kein Bild behalten.
staff-scan-other_code = Das ist ein Code, aber keiner von unseren Zetteln.
staff-scan-not_in_line = Diese Nummer wartet nicht: Sie ist erledigt oder von einem anderen Tag.
staff-scan-no_camera = Die Kamera antwortet nicht. Tippen Sie die Nummer in der Liste an.
staff-scan-needs_https = Ein Browser gibt seine Kamera nur an eine sichere Adresse. Solange Foyer hier nicht über eine solche geöffnet wird, tippen Sie die Nummer in der Liste an.

# Der Rechner kann nicht auf seine Festplatte schreiben.
staff-disk =
    { $why ->
        [damaged] Ein Teil dessen, was hier aufgeschrieben wurde, ist nicht mehr lesbar.
       *[other] Im Moment kann nichts gespeichert werden.
    }
staff-disk-what =
    { $why ->
        [gone] Die Datei wurde verschoben oder gelöscht. Bitte die Technik rufen: zurücklegen oder eine Sicherung einspielen.
        [replaced] An ihrer Stelle liegt eine andere Datei. Bitte die Technik rufen: Foyer neu starten.
        [full] Die Festplatte ist voll. Bitte die Technik rufen: Platz schaffen, dann geht es von selbst weiter.
        [damaged] Bitte die Technik rufen: eine Sicherung einspielen.
       *[other] Die Festplatte antwortet nicht. Bitte die Technik rufen und auf Papier notieren, wer wartet.
    }

staff-today = Heute …
staff-unserved = Kann nicht bedient werden
staff-unserved-service_gone = { $service }: Das gibt es hier nicht mehr.
staff-unserved-nobody_able = { $service }: Heute arbeitet niemand hier, der es kann.
staff-unserved-service_closed = { $service }: für heute beendet.
staff-unserved-counter_gone = { $service }: Der Schalter steht nicht mehr in den Einstellungen.
staff-unserved-do-open = Öffnen Sie dafür Schalter { $counters }, geben Sie { $ticket } weiter, oder entschuldigen Sie sich.
staff-unserved-do-transfer = Geben Sie { $ticket } an eine andere Leistung weiter, oder entschuldigen Sie sich.
staff-unserved-do-call = Rufen Sie { $ticket } trotzdem auf, oder entschuldigen Sie sich.
staff-unserved-do-finish = Beenden Sie { $ticket } dort.
staff-replace = Von { $name } übernehmen
