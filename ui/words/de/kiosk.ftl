# Das Terminal. Eine Frage nach der anderen, in den Worten eines Menschen an der Tür.

kiosk-welcome = Willkommen
kiosk-begin = Hier tippen
kiosk-languages = Sprache wählen
kiosk-waits-now = Wartezeiten jetzt
kiosk-wait-now = Wartezeit
kiosk-wait-unknown = noch kein Schalter offen
kiosk-wait-closing = vielleicht nicht mehr heute
kiosk-closed = Wir haben geschlossen.
kiosk-opens = Wir öffnen am { $day } um { $time } Uhr.
kiosk-ring = Sie erreichen uns unter { $phone }
kiosk-lost = Dieses Gerät hat gerade keine Verbindung.
kiosk-lost-person = Bitte sprechen Sie uns an. Es kommt von selbst wieder.
kiosk-more = Mehr
kiosk-more-top = Zurück nach oben

kiosk-ways-out = Auswege
kiosk-back = Zurück
kiosk-start-over = Neu beginnen
kiosk-person = Jemanden rufen
kiosk-comfort-larger = Größere Schrift
kiosk-comfort-contrast = Mehr Kontrast
kiosk-comfort-lower = Alles nach unten

kiosk-progress = Schritt { $step } von { $steps }
kiosk-station-service = Anliegen
kiosk-station-question = Fragen
kiosk-station-paper = Unterlagen
kiosk-station-needs = Hilfe
kiosk-station-ticket = Nummer

kiosk-service-title = Was können wir für Sie tun?
kiosk-service-lead = Ein paar kurze Fragen, damit Sie nicht umsonst warten.

kiosk-paper-title = Haben Sie das dabei?
kiosk-any-title = Was davon haben Sie dabei?
kiosk-any-lead = Eines davon genügt.
kiosk-several-lead = Sie brauchen { $count } davon.
kiosk-several-done = Diese habe ich dabei
kiosk-several-fewer = { $count ->
    [one] Nur dieses
   *[other] Nur diese
}
kiosk-have = Ja, habe ich dabei
kiosk-have-not = Nein
kiosk-have-none = Nichts davon
kiosk-unsure = Ich weiß nicht
kiosk-form-original = Im Original
kiosk-form-certified = Als beglaubigte Kopie
kiosk-form-copy = Eine Kopie genügt
kiosk-form-screen = Auf dem Telefon genügt
kiosk-form-and-age = { $form }, { $age }
kiosk-age-days = höchstens { $days } Tage alt
kiosk-age-years = { $years ->
    [one] höchstens ein Jahr alt
   *[other] höchstens { $years } Jahre alt
}

kiosk-needs-title = Können wir es Ihnen leichter machen?
kiosk-needs-lead = Wählen Sie, was Ihnen hilft. Wir kümmern uns darum.
kiosk-needs-none = Nein, danke
kiosk-needs-done = Weiter

kiosk-verdict-fixable_here = { $papers ->
    [one] Eines fehlt noch, und das bekommen Sie hier.
   *[other] Ein paar Dinge fehlen noch, und die bekommen Sie hier.
}
kiosk-verdict-fetch = { $papers ->
    [one] Eines fehlt noch. Wir halten Ihren Platz, bis Sie es haben.
   *[other] Ein paar Dinge fehlen noch. Wir halten Ihren Platz, bis Sie sie haben.
}
kiosk-verdict-not_today = { $papers ->
    [one] Eines fehlt noch. Ohne das würden Sie heute umsonst warten.
   *[other] Ein paar Dinge fehlen noch. Ohne sie würden Sie heute umsonst warten.
}
kiosk-choose-fix = Hier besorgen und dabei warten
kiosk-choose-fix-means = Sie bekommen jetzt eine Nummer und erledigen es beim Warten. Wir zeigen, wo.
kiosk-choose-wait = Ohne das Fehlende warten
kiosk-choose-wait-means = Sie warten, und wir lösen es am Schalter, wenn es geht.
kiosk-choose-hold = Holen und heute wiederkommen
kiosk-choose-hold-means = Sie bekommen jetzt eine Nummer. Sind Sie bis { $time } Uhr zurück, ist Ihr Platz wie zuvor.
kiosk-choose-come_back = An einem anderen Tag kommen
kiosk-choose-come_back-means = Sie bekommen eine Liste, was Sie mitbringen. Heute warten Sie nicht.

kiosk-your-number = Ihre Nummer
kiosk-counter-where = { $counter }, { $place }
kiosk-called = Wir rufen Sie an einen Schalter
kiosk-wait = Ihre Wartezeit
kiosk-call-by = Wir rufen Sie auf
kiosk-before = spätestens um { $time } Uhr
kiosk-ahead = { $ahead ->
    [0] Sie sind als Nächstes dran.
    [one] Eine Person ist vor Ihnen.
   *[other] { $ahead } Personen sind vor Ihnen.
}
kiosk-basis-typical = So lange dauert es gewöhnlich: Für heute wissen wir noch wenig.
kiosk-basis-no_counter_open = Dafür ist noch kein Schalter offen. Wir rufen Sie, sobald einer öffnet.
kiosk-basis-after_closing = Wir schließen bald und kommen heute vielleicht nicht mehr zu Ihnen. Bitte fragen Sie uns, bevor Sie warten.
kiosk-noted = Vermerkt: { $needs }
kiosk-kept = Ihr Platz bleibt frei
kiosk-until = bis { $time } Uhr
kiosk-fetch = Bringen Sie mit:
kiosk-kept-means = Wenn Sie zurück sind, sprechen Sie uns an oder tippen Sie auf dem Telefon „Ich bin zurück“.
kiosk-follow = Nehmen Sie Ihren Platz mit
kiosk-follow-means = Halten Sie die Kamera Ihres Telefons hierher. Gehen Sie ruhig umher: Ihr Telefon ruft Sie.
kiosk-code = Code für die Kamera Ihres Telefons
kiosk-print = Drucken
kiosk-done = Fertig

kiosk-come-back-title = Bis bald
kiosk-come-back-lead = Sie haben keinen Platz genommen, also geht auch nichts verloren.
kiosk-bring = Für „{ $service }“ bringen Sie mit:
kiosk-so-many = { $count } davon:
kiosk-or = oder
kiosk-bring-too = Und wieder, was Sie heute dabeihaben:
kiosk-take-list = Nehmen Sie diese Liste mit
kiosk-take-list-means = Halten Sie die Kamera Ihres Telefons hierher, oder drucken Sie sie.

# A ticket or slip shown again, and what was missing and is here now.
kiosk-tasks-waiting = Das bekommen Sie hier, während Sie warten:
kiosk-tasks-held = Haben Sie es jetzt?
kiosk-task-done = Habe ich jetzt
kiosk-task-done-with = Habe ich: { $paper }
kiosk-tasks-ready = Ihre Unterlagen sind vollständig.
kiosk-tasks-ready-means = Jetzt warten Sie nur noch auf Ihren Aufruf.
kiosk-return = Ich bin zurück
kiosk-come-back-given = Wir haben Ihren Platz weitergegeben. Ihre Antworten bleiben: Zeigen Sie beim nächsten Mal diesen Code.

kiosk-again-title = Willkommen zurück
kiosk-again-too = Wieder dabei: { $papers }.
kiosk-again-all = Das hatten Sie alles. Haben Sie es wieder dabei?
kiosk-again-yes = Ja, Nummer ziehen
kiosk-again-changed = Etwas hat sich geändert

# What counts as a paper, in pictures.
examples-title = Was gilt und was nicht
examples-not-screen = Ein Foto davon auf dem Telefon
examples-not-copy = Eine Kopie
examples-not-uncertified = Eine Kopie ohne Stempel
examples-not-old = Zu alt ({ $age })
examples-not-soon = Weniger als { $days } Tage noch gültig
examples-not-expired = Ein abgelaufenes
examples-not-readable = Abgeschnitten oder zu blass zum Lesen
examples-have-this = Habe ich: { $paper }
examples-still-unsure = Ich weiß es immer noch nicht

kiosk-trouble = Unser Rechner ist gerade nicht erreichbar.
kiosk-trouble-means = Ihre Antworten sind hier gut aufgehoben, und wir versuchen es weiter. Wenn Sie nicht warten möchten, sprechen Sie uns bitte an.
kiosk-refused-means = Sie können neu beginnen oder jemanden rufen.

kiosk-still-there = Sind Sie noch da?
kiosk-still-there-means = Sonst machen wir den Bildschirm für die nächste Person frei.
kiosk-still-here = Ja, ich bin da

kiosk-help-asking = Einen Moment …
kiosk-help-asking-means = Wir sagen im Team Bescheid.
kiosk-help-told = Wir haben unserem Team Bescheid gesagt.
kiosk-help-told-means = Hier steht, wer kommt, sobald jemand geantwortet hat. Sie können inzwischen weitermachen.
kiosk-help-coming = Es kommt jemand zu Ihnen.
kiosk-help-coming-by = { $name } kommt zu Ihnen.
kiosk-help-coming-means = Bleiben Sie hier, oder machen Sie inzwischen weiter.
kiosk-help-closed = Wir haben geschlossen: Jetzt ist niemand da.
kiosk-help-closed-means = Sie erreichen uns unter { $phone }
kiosk-help-failed = Wir erreichen unser Team von hier aus nicht.
kiosk-help-failed-means = Bitte sprechen Sie uns im Raum an. Wir helfen gern.
kiosk-help-close = Weiter

refusal-unknown_slip = Dieser Code gehört zu keinem unserer Zettel. Beginnen Sie hier, oder rufen Sie jemanden.
