# Worte, die alle Bildschirme und der Server teilen: Absagen, Zustände, Urteile, Enden.

refusal-already_called = { $ticket } ist schon an Schalter { $counter } gerufen. Rufen Sie stattdessen den Nächsten.
refusal-already_ended =
    { $ended_as ->
        [served] { $ticket } ist schon bedient worden.
        [no_show] { $ticket } wurde gerufen und kam nicht. Ist der Kunde doch da, holt „Zurücknehmen“ den Besuch zurück.
        [cancelled_by_customer] Der Kunde von { $ticket } hat seinen Platz aufgegeben.
       *[other] Der Besuch { $ticket } ist schon beendet.
    }
refusal-already_held = Der Platz von { $ticket } wird schon freigehalten.
refusal-answered_otherwise =
    { $how ->
        [typed] Die Antwort auf „{ $question }“ wird am Kiosk getippt, und nur ihr verschlüsselter Prüfwert wird angenommen: Senden Sie { "{" } "match": … { "}" }, oder lassen Sie sie weg.
       *[other] Die Antwort auf „{ $question }“ wird ausgewählt. Senden Sie eine der angebotenen.
    }
refusal-appointment_cancelled = Der Termin { $code } wurde abgesagt. Vereinbaren Sie einen neuen, oder ziehen Sie ein Ticket ohne Termin.
refusal-appointment_checked_in = Der Termin { $code } ist schon angemeldet: Sein Ticket ist { $ticket }.
refusal-appointment_closed = Zu dieser Zeit ist geschlossen. Wählen Sie eine Zeit innerhalb der Öffnungszeiten.
refusal-appointment_other_day = Der Termin { $code } ist an einem anderen Tag. Kommen Sie an diesem Tag, oder ziehen Sie ein Ticket ohne Termin.
refusal-appointment_moved = Der Termin { $code } wurde inzwischen verlegt. Sehen Sie erst nach der neuen Zeit.
refusal-appointment_past = Diese Zeit ist schon vorbei. Wählen Sie eine, die noch kommt.
refusal-code_taken = Die Nummer { $code } gehört schon zu einem anderen Termin. Wählen Sie eine andere, oder lassen Sie sie weg, dann wird eine vergeben.
refusal-counter_busy = An Schalter { $counter } ist { $ticket }. Erst dort abschließen.
refusal-counter_cannot_serve = Schalter { $counter } macht das nicht. Wählen Sie einen, der es macht.
refusal-counter_not_open = Schalter { $counter } ist geschlossen. Öffnen Sie ihn zuerst, oder wählen Sie einen anderen.
refusal-counter_on_break = Schalter { $counter } macht Pause. Öffnen Sie ihn wieder, oder wählen Sie einen anderen.
refusal-end_not_in_service = Die Bedienung von { $ticket } endete zwischen ihrem Beginn und jetzt. Wählen Sie eine Zeit dazwischen.
refusal-hold_too_long = Ein Platz wird höchstens { $most } Minuten freigehalten. Wählen Sie eine kürzere Zeit.
refusal-hold_used = Der Platz von { $ticket } wurde schon einmal freigehalten. Bitte sprechen Sie uns an.
refusal-not_allowed_now =
    { $state ->
        [waiting] { $ticket } wartet noch, das geht also noch nicht.
        [held] Der Platz von { $ticket } wird freigehalten, das geht also noch nicht.
        [called] { $ticket } ist gerufen und unterwegs.
        [serving] { $ticket } wird gerade bedient.
       *[other] Das geht gerade nicht.
    }
refusal-nothing_to_undo = Für { $ticket } gibt es nichts zurückzunehmen.
refusal-papers_not_ready = Es fehlen Unterlagen. Sie können trotzdem warten, sie holen, während wir Ihren Platz freihalten, oder an einem anderen Tag kommen.
refusal-promise_already_kept = Diese Zusage ist schon als gehalten vermerkt.
refusal-promise_stays_kept = Dass diese Zusage gehalten wurde, lässt sich nicht mehr zurücknehmen.
refusal-same_line = { $ticket } steht schon in dieser Reihe.
refusal-day_not_closed = Dieser Tag ist nicht geschlossen: Es gibt nichts wieder zu öffnen.
refusal-store_closed = Wir haben gerade geschlossen. Kommen Sie zu den Öffnungszeiten wieder.
refusal-suggestion_outdated = Seit diesem Vorschlag hat sich etwas geändert. Sehen Sie sich die neuen Vorschläge an.
refusal-suggestion_settled =
    { $state ->
        [taken] Das ist schon gemacht.
        [put_off] Dazu wurde schon „jetzt nicht“ gesagt.
       *[other] Dieser Vorschlag gilt nicht mehr.
    }
refusal-unknown_suggestion = Diesen Vorschlag gibt es heute nicht.
refusal-undo_too_late = Für { $ticket } lässt sich das nicht mehr zurücknehmen.
refusal-unknown_answer = „{ $answer }“ ist keine Antwort auf „{ $question }“. Wählen Sie eine der angebotenen.
refusal-unknown_appointment = Diesen Termin gibt es hier nicht. Prüfen Sie die Nummer.
refusal-unknown_counter = Einen Schalter „{ $counter }“ gibt es hier nicht.
refusal-unknown_help = Darum hat sich schon jemand gekümmert.
refusal-unknown_language = Die Sprache „{ $language }“ gibt es hier nicht.
refusal-unknown_need = Den Bedarf „{ $need }“ kennt dieses Geschäft nicht.
refusal-unknown_paper = Die Unterlage „{ $paper }“ kennt dieses Geschäft nicht.
refusal-unknown_promise = Diese Zusage gibt es nicht.
refusal-unknown_question = „{ $question }“ ist keine Frage des Anliegens „{ $service }“.
refusal-unknown_recovery = „{ $recovery }“ wird hier nicht angeboten. Wählen Sie etwas aus der Liste.
refusal-unknown_service = Das Anliegen „{ $service }“ gibt es hier nicht.
refusal-unknown_staff = „{ $staff }“ arbeitet hier nicht. Wählen Sie einen Namen aus der Liste.
refusal-unknown_visit = Diesen Besuch gibt es heute nicht.
refusal-arrival_not_today = Die Ankunft muss heute sein und darf nicht in der Zukunft liegen.

state-waiting = wartet
state-held = Platz freigehalten
state-called = gerufen
state-serving = wird bedient
state-ended = beendet

counter-open = offen
counter-closed = geschlossen
counter-break = Pause

ended-served = bedient
ended-no_show = nicht gekommen
ended-walkout = vor dem Aufruf gegangen
ended-cancelled_by_customer = Platz aufgegeben
ended-removed_by_staff = von uns ausgetragen
ended-turned_away = kommt an einem anderen Tag
ended-end_of_day = bei Ladenschluss noch da

verdict-ready = Unterlagen vollständig
verdict-fixable_here = Fehlt, hier zu haben
verdict-fetch = Fehlt, wird geholt
verdict-not_today = Fehlt, heute nicht möglich

verdict-sentence-ready = Sie haben alles, was Sie brauchen.
verdict-sentence-fixable_here = Etwas fehlt, und Sie bekommen es gleich hier.
verdict-sentence-fetch = Etwas fehlt. Sie können es holen, wir halten Ihren Platz frei.
verdict-sentence-not_today = Es fehlt etwas, das heute nicht zu bekommen ist. Kommen Sie lieber damit wieder, statt umsonst zu warten.

paper-declared = hat der Kunde
paper-read = am Automaten gelesen
paper-seen = gesehen
paper-missing = fehlt
paper-unsure = unsicher
paper-rejected = abgelehnt
paper-reason-expired = Zu alt oder abgelaufen
paper-reason-not_original = Nicht das Original
paper-reason-other_name = Ein anderer Name darauf
paper-reason-unreadable = Nicht lesbar
paper-reason-wrong_paper = Ein anderes Papier
paper-reason-too_old = Zu alt
paper-reason-not_readable = Nicht lesbar
paper-reason-unsure = nicht sicher
paper-reason-expires_soon = Läuft zu bald ab
paper-reason-does_not_match = Passt nicht zu den anderen Unterlagen
paper-reason-not_as_typed = Andere Nummer oder anderer Name als getippt
paper-reason-missing = War nicht da
paper-reason-rejected = Ohne Angabe
paper-reason-other = Ein anderer Grund
paper-mend-not_as_typed = Prüfen Sie, was Sie getippt haben, und zeigen Sie sie noch einmal, oder bringen Sie die mit derselben Angabe.
paper-mend-does_not_match = Bringen Sie die, auf der derselbe Name oder dieselbe Nummer steht wie auf Ihren anderen Unterlagen.

paper-form-original = das Original
paper-form-certified = eine beglaubigte Kopie
paper-form-copy = eine Kopie genügt
paper-form-screen = auf dem Bildschirm Ihres Telefons genügt
paper-max-age =
    { $days ->
        [one] höchstens { $days } Tag alt
       *[other] höchstens { $days } Tage alt
    }

action-call = Rufen
action-move = Umsetzen
action-hold = Platz freihalten
action-return = Zurück in die Reihe
action-recall = Noch einmal rufen
action-start = Ist da
action-no_show = Nicht gekommen
action-finish = Abschließen
action-transfer = Weitergeben
action-papers = Unterlagen
action-recover = Wiedergutmachen
action-remove = Austragen
action-cancel = Platz aufgeben
action-undo = Zurücknehmen

basis-history = nach heute und den letzten Wochen
basis-typical = noch zu wenig Erfahrung: meistens
basis-no_counter_open = dafür ist noch kein Schalter offen

outcome-resolved = Erledigt
outcome-unresolved = Nicht erledigt
outcome-escalated = Leitung hat übernommen

counter-number = Schalter { $counter }
people-ahead =
    { $count ->
        [0] Sie sind als Nächstes dran
        [one] { $count } Person vor Ihnen
       *[other] { $count } Personen vor Ihnen
    }

# For who comes another day.
coming-title = Wir haben geöffnet
coming-all-day = ganztägig
coming-quiet = am ruhigsten { $from }–{ $to } Uhr: { $wait }
coming-unknown = Wann es ruhig ist, wissen wir noch nicht: Dafür sind wir noch nicht lange genug hier.

refusal-counter_taken = { $name } ist an Schalter { $counter }. Fragen Sie erst; dann sagen Sie, dass Sie übernehmen.
refusal-closed_early =
    { $days ->
        [0] Wir schließen heute um { $since } Uhr, früher als sonst. Bitte fragen Sie jemanden vom Personal.
        [1] Wir schließen heute um { $since } Uhr, früher als sonst. Bitte kommen Sie morgen ab { $opens } Uhr.
       *[other] Wir schließen heute um { $since } Uhr, früher als sonst. Wir öffnen wieder in { $days } Tagen um { $opens } Uhr.
    }
refusal-service_closed =
    { $days ->
        [0] Dies gab es heute nur bis { $since } Uhr. Bitte fragen Sie jemanden vom Personal.
        [1] Dies gab es heute nur bis { $since } Uhr. Bitte kommen Sie morgen ab { $opens } Uhr, oder wählen Sie etwas anderes.
       *[other] Dies gab es heute nur bis { $since } Uhr. Wir öffnen wieder in { $days } Tagen um { $opens } Uhr; oder wählen Sie etwas anderes.
    }
refusal-exception_not_today = Wählen Sie eine Zeit zwischen jetzt und dem heutigen Ladenschluss.
refusal-unknown_exception = Das ist schon zurückgenommen.

# Was heute anders ist, für alle Bildschirme.
today-closes = Wir schließen heute um { $time } Uhr.
today-service = { $service }: heute nur bis { $time } Uhr.
today-service-over = { $service }: heute nicht mehr, seit { $time } Uhr.
today-late-short_staffed = Wir sind heute weniger: Alles dauert länger.
today-late-system_down = Unsere Computer sind langsam oder ausgefallen: Alles dauert länger.
today-late-many_people = Heute sind sehr viele Menschen hier: Alles dauert länger.
today-late-emergency = Etwas Dringendes ist dazwischengekommen: Alles dauert länger.
today-late-other = Heute dauert alles länger.
