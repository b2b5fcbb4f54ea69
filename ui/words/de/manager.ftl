# Die Seite der Leitung. Zahlen, wie man sie sagt; jede mit dem, wovon sie ein Teil ist.

manager-and = {", "}
manager-language = Sprache
manager-print = Drucken

manager-range = Welche Tage
manager-range-name =
    { $name ->
        [today] Heute
        [yesterday] Gestern
        [week] Diese Woche
        [days7] Letzte 7 Tage
        [days30] Letzte 30 Tage
       *[own] Eigene Daten
    }
manager-from = Von
manager-last = bis
manager-live = live

manager-empty =
    { $time ->
        [today] Heute war noch niemand da.
        [lately] In diesen Tagen war noch niemand da.
        [day] An diesem Tag kam niemand.
       *[past] In diesen Tagen kam niemand.
    }
manager-sentence =
    { $mood ->
        [early]
            { $time ->
                [past] Zu wenige, um es zu beurteilen: { $facts }.
               *[today] Noch zu früh, um es zu sagen: { $facts }.
            }
        [well]
            { $time ->
                [past] Es lief gut: { $facts }.
               *[today] Es läuft gut: { $facts }.
            }
        [mixed]
            { $time ->
                [past] Es lief einigermaßen: { $facts }.
               *[today] Es läuft einigermaßen: { $facts }.
            }
        [leaving]
            { $time ->
                [past] Zu viele gingen, ehe sie bedient wurden: { $facts }.
               *[today] Zu viele gehen, ehe sie bedient werden: { $facts }.
            }
       *[slow]
            { $time ->
                [past] Es wurde zu lange gewartet: { $facts }.
               *[today] Es wird zu lange gewartet: { $facts }.
            }
    }
manager-visits =
    { $time ->
        [past]
            { $n ->
                [one] 1 Besuch
               *[other] { $n } Besuche
            }
       *[today]
            { $n ->
                [one] bisher 1 Besuch
               *[other] bisher { $n } Besuche
            }
    }
manager-half-within =
    { $minutes ->
        [one] die Hälfte binnen einer Minute aufgerufen
       *[other] die Hälfte binnen { $minutes } Minuten aufgerufen
    }
manager-kept =
    { $of ->
        [one] { $n } von 1 Zeitangabe eingehalten
       *[other] { $n } von { $of } Zeitangaben eingehalten
    }
manager-door =
    { $minutes ->
        [one] binnen einer Minute aufgerufen, unser Ziel: { $n } von { $of }
       *[other] binnen { $minutes } Minuten aufgerufen, unser Ziel: { $n } von { $of }
    }
manager-n-of = { $n } von { $of }
manager-percent = { $percent } %
manager-n = n = { $n }

manager-alerts = Was jetzt jemanden braucht
manager-no-alerts = Gerade braucht Sie nichts.
manager-ago =
    { $minutes ->
        [0] gerade eben.
       *[other] vor { $minutes } Min.
    }
manager-alert-help =
    { $where ->
        [kiosk] Am Kiosk bittet jemand um Hilfe, { $ago }
       *[other] Jemand bittet um Hilfe, { $ago }
    }
manager-alert-help-language =
    { $where ->
        [kiosk] Am Kiosk bittet jemand um Hilfe, { $ago } Sprache: { $language }.
       *[other] Jemand bittet um Hilfe, { $ago } Sprache: { $language }.
    }
manager-alert-colleague =
    { $wants ->
        [manager] { $name } an { $counter } bittet Sie zu kommen, { $ago }
       *[colleague] { $name } an { $counter } bittet um Hilfe aus dem Team, { $ago }
    }
manager-tried = Versucht: { $tried }.
manager-tried-listened = zugehört
manager-tried-explained = erklärt
manager-tried-apologised = entschuldigt
manager-tried-papers = Unterlagen angesehen
manager-tried-alternatives = anderes angeboten
manager-alert-line =
    { $state ->
        [break] { $counter } macht Pause, { $n } stehen in der Reihe.
       *[closed] { $counter } ist geschlossen, { $n } stehen in der Reihe.
    }
manager-alert-break-until = { $counter } macht Pause bis { $until }, { $n } stehen in der Reihe.
manager-alert-pool =
    { $n ->
        [one] Eine Person wartet auf { $service }, und kein Schalter ist dafür offen.
       *[other] { $n } Personen warten auf { $service }, und kein Schalter ist dafür offen.
    }
manager-alert-long =
    { $n ->
        [one] { $ticket } wartet seit { $minutes } Min., länger als unser Ziel von { $target }.
       *[other] { $n } Personen warten länger als { $target } Min., am längsten { $ticket }: { $minutes } Min.
    }
manager-alert-risk =
    { $n ->
        [one] Eine Zeitangabe ist in Gefahr: { $tickets }.
       *[other] { $n } Zeitangaben sind in Gefahr: { $tickets }.
    }
manager-alert-forgotten = { $ticket } ist seit { $minutes } Min. an { $counter }. Ist das abgeschlossen?

manager-waiting =
    { $by ->
        [day] Wie lange gewartet wurde, Tag für Tag
       *[hour] Wie lange gewartet wurde, Stunde für Stunde
    }
manager-key-half = die Hälfte wartete höchstens so lange
manager-key-nine = neun von zehn höchstens so lange (Minuten)
manager-target = Ziel { $minutes } Min.
manager-arrivals-by =
    { $by ->
        [day] Wie viele kamen, Tag für Tag
       *[hour] Wie viele kamen, Stunde für Stunde
    }
manager-arrivals = Ankünfte
manager-waiting-min = Wartezeit, Minuten
manager-as-table = Tabelle
manager-as-chart = Bild
manager-quotes-kept = Eingehaltene Zeitangaben
manager-no-quotes = Es wurde noch niemand mit einer Zeitangabe aufgerufen.
manager-all-kept = Alle wurden bis zur genannten Zeit aufgerufen.
manager-late-by =
    { $n ->
        [one] Die eine gebrochene kam { $minutes } Min. zu spät.
       *[other] Die { $n } gebrochenen kamen im Mittel { $minutes } Min. zu spät.
    }
manager-ends = Wie die Besuche endeten
manager-no-ends = Noch kein Besuch ist zu Ende.
manager-here-now =
    { $n ->
        [one] 1 noch hier
       *[other] { $n } noch hier
    }

manager-all-figures = Alle Zahlen
manager-by-what = Wonach
manager-by =
    { $by ->
        [service] Anliegen
        [counter] Schalter
        [staff] Personal
        [hour] Stunde
        [weekday] Wochentag
        [week] Woche
       *[day] Tag
    }
manager-table-of =
    { $by ->
        [service] Alle Zahlen nach Anliegen
        [counter] Alle Zahlen nach Schalter
        [staff] Alle Zahlen nach Personal
        [hour] Alle Zahlen nach Stunde
        [weekday] Alle Zahlen nach Wochentag
        [week] Alle Zahlen nach Woche
       *[day] Alle Zahlen nach Tag
    }
manager-nobody =
    { $by ->
        [counter] In keiner Reihe
       *[staff] Nicht aufgerufen
    }
manager-downloads = Zum Mitnehmen
manager-csv = Diese Tabelle, CSV
manager-xlsx = Excel
manager-visits-csv = Jeder Besuch, CSV

manager-total = Alle
manager-people = Menschen
manager-arrived = kamen
manager-served = bedient
manager-left = anders gegangen
manager-still-here = noch hier
manager-called = aufgerufen (n)
manager-half = Hälfte binnen
manager-nine = neun von zehn
manager-longest = längste
manager-promised = Ziel und Zeitangaben
manager-within-target = im Ziel
manager-quotes = eingehalten
manager-late = zu spät, Min.
manager-service-min = Bedienung, Minuten
manager-service-n = beendet (n)

manager-forgotten =
    { $n ->
        [one] 1 Besuch wurde nie abgeschlossen und zählt nicht zu den Bedienzeiten.
       *[other] { $n } Besuche wurden nie abgeschlossen und zählen nicht zu den Bedienzeiten.
    }
manager-start-assumed =
    { $of ->
        [one] Beim einzigen Besuch wurde der Beginn nicht markiert; es gilt der Aufruf.
       *[other] Bei { $n } von { $of } wurde der Beginn nicht markiert; es gilt der Aufruf.
    }
manager-transferred =
    { $n ->
        [one] 1 Person wurde weitergeleitet und wartete noch einmal.
       *[other] { $n } Personen wurden weitergeleitet und warteten noch einmal.
    }
manager-old-figures = Der Rechner der Filiale ist nicht erreichbar. Diese Zahlen sind von { $time } Uhr.

manager-papers = Unterlagen
manager-papers-tables = Tabellen
manager-papers-ready = an der Tür bereit
manager-papers-not-asked = an der Tür nicht gefragt
manager-papers-before = vor dem Warten heimgeschickt
manager-papers-after = nach dem Warten heimgeschickt
manager-papers-lost = { $minutes } Min. umsonst gewartet
manager-papers-saved = Wartezeit erspart
manager-papers-at-least = mindestens { $minutes } Min.
manager-papers-seen = Bedienung, Unterlagen vor dem Aufruf gesehen (Min.)
manager-papers-unseen = Bedienung, vorher nicht gesehen (Min.)
manager-papers-within = { $low } bis { $high } (95 %), n = { $n }
manager-mend = Welcher Wortlaut als Nächstes zu verbessern ist
manager-mend-of = Am Schalter abgelehnt, von denen, die an der Tür als bereit galten.
manager-mend-none = Nichts, was an der Tür als bereit galt, wurde am Schalter abgelehnt.
manager-mend-n = von den als bereit genannten
manager-mend-visits = Besuche dahinter
manager-wording = { $paper }: { $reason }
manager-wording-what = Unterlage und Grund
manager-rejected = Abgelehnt, nach Unterlage und Grund
manager-rejected-n = abgelehnt
manager-rejected-counter = am Schalter
manager-rejected-line = in der Reihe

manager-told-by =
    { $by ->
        [week] Bis zur gesagten Zeit aufgerufen, Woche für Woche (von hundert)
        [day] Bis zur gesagten Zeit aufgerufen, Tag für Tag (von hundert)
       *[hour] Bis zur gesagten Zeit aufgerufen, Stunde für Stunde (von hundert)
    }
manager-told-goal = unser Wort: neunzig
manager-off-title = Früher oder später
manager-off-range = Von { $n } Aufgerufenen { $within } in der gesagten Spanne, { $earlier } früher, { $later } später.
manager-off-mean =
    { $side ->
        [later] Im Mittel { $minutes } Min. später als wahrscheinlich.
       *[earlier] Im Mittel { $minutes } Min. früher als wahrscheinlich.
    }
manager-off =
    { $bin ->
        [earlier_20_up] über 20 Min. vor der gesagten Zeit
        [earlier_10_20] 10–20 Min. davor
        [earlier_5_10] 5–10 Min. davor
        [earlier_0_5] bis 5 Min. davor
        [later_0_5] bis 5 Min. danach
        [later_5_10] 5–10 Min. danach
        [later_10_20] 10–20 Min. danach
       *[later_20_up] über 20 Min. danach
    }
manager-why = Warum Zusagen nicht hielten
manager-why-reason =
    { $reason ->
        [counter_on_break] ein Schalter machte Pause
        [counter_closed] ein Schalter hatte geschlossen
        [counters_closed] kein Schalter war dafür offen
        [longer_services] vieles dauerte länger als sonst
        [many_people] viele Leute waren da
        [longer_than_thought] nichts, was zu sehen war
       *[unknown] nicht bekannt
    }
manager-recovered = Wiedergutmachung
manager-recovered-of = { $n } von { $of } wurde dafür etwas angeboten.
manager-recovered-none = Niemandem wurde dafür etwas angeboten.
manager-recovery-other = etwas anderes

manager-promises = Versprechen für danach
manager-promise-made = gegeben
manager-promise-kept = rechtzeitig gehalten
manager-promise-late = verspätet
manager-promise-late-by = im Mittel { $time }
manager-promise-owed = überfällig und noch offen
manager-promise-open = noch nicht fällig
manager-promise-due = Als Nächstes fällig
manager-promise-none-due = Wir sind niemandem etwas schuldig.
manager-promise-is-late = überfällig seit { $when }
manager-promise-by = bis { $when }
manager-promise-by-what =
    { $by ->
        [service] Nach Anliegen
       *[staff] Von wem
    }

manager-appointments = Termine
manager-appointments-csv = Jeder Termin (CSV)
manager-appointments-booked = vereinbart
manager-appointments-cancelled = dazu { $n } abgesagt
manager-appointments-came = gekommen
manager-appointments-how = { $early } zu früh, { $inTime } pünktlich, { $late } zu spät
manager-appointments-not-come = nicht gekommen
manager-appointments-to-come = noch erwartet
manager-appointments-after = Minuten nach ihrer Zeit bis zum Aufruf
manager-appointments-wait = die Hälfte bis { $half }, neun von zehn bis { $nine }
manager-appointments-by =
    { $by ->
        [service] Nach Anliegen: Minuten nach ihrer Zeit
       *[hour] Nach Stunde: Minuten nach ihrer Zeit
    }

manager-staffing = Schalter, die gebraucht werden
manager-staffing-note = Damit neun von zehn nicht länger als { $minutes } Min. warten.
manager-staffing-said =
    { $n ->
        [one] Ein Schalter genügt, auch zur vollsten Zeit, { $time }. Sie hatten { $had }.
       *[other] Zur vollsten Zeit, { $time }, werden { $n } Schalter gebraucht. Sie hatten { $had }.
    }
manager-staffing-little = Dafür ist noch zu wenig bekannt: { $days } Tage und { $services } Bedienungen in dieser Zeit. Ab drei Tagen und zwanzig Bedienungen steht hier, wie viele Schalter gebraucht werden.
manager-staffing-cell = Groß: gebraucht. Klein: so viele bedienten im Mittel.
manager-staffing-fewer = weniger als gebraucht
manager-staffing-n = { $days } Tage, { $services } Bedienungen
manager-staffing-days = Alle Tage
manager-staffing-likely = { $low } bis { $high } würden reichen; { $n } Leute an { $days } Tagen

manager-change = Vorher und nachher
manager-change-when = Geändert am
manager-change-explain = Nennen Sie den Tag, an dem etwas anders wurde: ein Schalter mehr, ein anderer Umgang mit Unterlagen. Bis zu vier Wochen davor werden mit bis zu vier Wochen ab diesem Tag verglichen.
manager-change-dates = { $before } und { $after }
manager-change-before = Vorher
manager-change-after = Nachher
manager-change-difference = Unterschied
manager-change-verdict = Heißt
manager-change-measure =
    { $name ->
        [arrived] Leute am Tag
        [waiting] Warten, Min.
        [service] Bedienung, Min.
        [within_target] Im Ziel, %
        [quotes_kept] Zusagen gehalten, %
       *[late] Wie verspätet, wenn nicht gehalten, Min.
    }
manager-change-n =
    { $days ->
        [one] n = { $n }, 1 Tag
       *[other] n = { $n }, { $days } Tage
    }
manager-change-range = { $low } bis { $high }
manager-change-said =
    { $verdict ->
        [better] besser
        [worse] schlechter
        [chance] kann Zufall sein
        [other] anders
       *[few] zu wenige Tage
    }

manager-wait =
    { $n ->
        [one] 1 Person wartet
       *[other] { $n } warten
    }
manager-wait-late =
    { $n ->
        [one] 1 Person wartet, länger als { $target } Minuten
       *[other] { $n } warten, { $late } davon länger als { $target } Minuten
    }
manager-gone =
    { $n ->
        [one] 1 ging, ohne bedient zu werden
       *[other] { $n } gingen, ohne bedient zu werden
    }
manager-jumps = Auf dieser Seite

manager-served-how = Was daraus wurde
manager-served-by =
    { $by ->
        [staff] Nach Person
       *[service] Nach Anliegen
    }
manager-outcomes = Ergebnisse
manager-outcomes-none = Es wurde nichts notiert.
manager-resolved = gelöst
manager-first-person = von der ersten Person gelöst
manager-escalated = Leitung übernahm
manager-passed-on = weitergegeben
manager-score = Urteil der Kundschaft
manager-score-of = { $mean } von 5 (n = { $n })
manager-sales = Verkäufe
manager-feedback = Was die Kundschaft sagt
manager-feedback-none =
    { $of ->
        [one] Die eine bediente Person hat nichts gesagt.
       *[other] Von { $of } Bedienten hat niemand etwas gesagt.
    }
manager-feedback-said = { $n } von { $of } Bedienten gaben im Mittel { $mean } von 5. Wer antwortet, ist selten wie die, die es nicht tun.
manager-stars =
    { $stars ->
        [one] 1 Stern
       *[other] { $stars } Sterne
    }

manager-balance = Reihen: was vorgeschlagen und wer überholt wurde
manager-suggested = Vorschläge angenommen
manager-suggested-saved = damit erspartes Warten
manager-suggested-promised = vorausgesagt { $minutes } min (n = { $n })
manager-minutes = { $minutes } min
manager-moves = Wechsel zwischen Reihen
manager-elsewhere = aus einer anderen Reihe gerufen
manager-overtakes = Mal wurde jemand überholt
manager-overtakes-why = eigene Reihe { $line }, Bedürfnisse und Termine { $start }, von Hand { $hand }; eine Person höchstens { $worst }-mal
manager-overtakes-needs = Überholt, nach Bedürfnis
manager-overtakes-most = eine Person höchstens
manager-need = Bedürfnis
manager-visits-n = Besuche
manager-no-date = Tag wählen

manager-today = Heute ist es anders …
manager-close = Schließen
