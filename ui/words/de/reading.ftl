# Eine Unterlage, die der Kamera am Eingang gezeigt wird.

reading-show = Der Kamera zeigen
reading-show-means = Geht schneller, und wir sehen gleich, ob sie noch gilt. Es wird kein Bild behalten.
reading-opening = Einen Moment
reading-opening-means = Die Kamera startet.
reading-looking = Halten Sie es vor die Kamera
reading-hint-not_found = Halten Sie es flach und ruhig, so dass es das Bild füllt.
reading-hint-hold_still = Wir sehen es. Halten Sie es ruhig.
reading-hint-too_dark = Es ist zu dunkel. Drehen Sie es zum Licht.
reading-hint-glare = Darauf spiegelt sich Licht. Kippen Sie es ein wenig.
reading-hint-blurred = Es ist verschwommen. Halten Sie es kurz still.
reading-hint-closer = Kommen Sie etwas näher.
reading-hint-other_document = Das scheint etwas anderes zu sein. Zeigen Sie das, wonach wir fragen.
reading-hint-date_not_seen = Das Datum sehen wir noch nicht. Zeigen Sie den oberen Teil.
reading-hint-name_not_seen = Wir sehen noch keinen Namen darauf. Bitte zeigen Sie alles.
reading-hint-busy = Einen Moment.
reading-found = Danke, wir haben es gelesen.
reading-found-means = Es wird kein Bild behalten.
reading-expired = Das ist abgelaufen.
reading-expired-means = Es galt bis { $day }. Sie können etwas anderes zeigen.
reading-not_yet = Wir konnten es noch nicht lesen.
reading-not_yet-means = Versuchen Sie es mit mehr Licht noch einmal, oder tippen Sie einfach Ihre Antwort.
reading-given_up = Wir konnten es nicht lesen.
reading-given_up-means = Das liegt nicht an Ihnen. Tippen Sie einfach Ihre Antwort.
reading-no_camera = Die Kamera antwortet nicht.
reading-no_camera-means = Tippen Sie einfach Ihre Antwort.
reading-scanned = Einen Moment
reading-scanned-means = Ihr Scan ist da.
reading-not_this = Das scheint etwas anderes zu sein.
reading-not_this-means = Scannen Sie, wonach wir fragen, oder tippen Sie einfach Ihre Antwort.
reading-again = Noch einmal
reading-another = Etwas anderes zeigen
reading-tap = Lieber tippen
reading-go-on = Damit weitermachen

# Der Code eines Tickets, Zettels oder Termins, der Kamera gezeigt.
code-show = Den Code der Kamera zeigen
code-opening = Einen Moment
code-opening-means = Die Kamera startet.
code-looking = Halten Sie den Code vor die Kamera
code-hint-not_found = Halten Sie ihn ruhig und so nah, dass er einen guten Teil des Bildes füllt. Das Handy bitte hell stellen.
code-hint-other_code = Das ist ein Code, aber keiner von uns.
code-not_yet = Wir haben den Code noch nicht gesehen.
code-not_yet-means = Versuchen Sie es noch einmal, oder tippen Sie einfach die Nummer.
code-given_up = Wir konnten den Code nicht lesen.
code-given_up-means = Das liegt nicht an Ihnen. Tippen Sie einfach die Nummer.
code-no_camera = Die Kamera antwortet nicht.
code-no_camera-means = Tippen Sie einfach die Nummer.
code-tap = Die Nummer tippen

# Was gerade gelesen wurde, verglichen mit dem, was dem Kunden gesagt wurde.
reading-typed-lead = Wir vergleichen sie mit der Unterlage, die Sie gerade gezeigt haben. Striche und Leerzeichen spielen keine Rolle. Sie bleibt in diesem Gerät.
reading-typed-name-lead = Nachname, Komma, Vorname, wie auf der Unterlage, die Sie gerade gezeigt haben. Er bleibt in diesem Gerät.
reading-typed-so-far = Bis hierher getippt
reading-typed-erase = Letztes Zeichen löschen
reading-typed-done = Vergleichen
reading-typed-skip = Habe ich nicht zur Hand
reading-typed-differs = Auf der gezeigten Unterlage steht etwas anderes. Verbessern Sie es, oder gehen Sie zurück und zeigen Sie die richtige.
reading-typed-sure = So wie getippt ist es richtig

# Dasselbe vom ersten Bildschirm aus.
slip-show = Ticket oder Zettel dabei? Code zeigen
slip-opening = { code-opening }
slip-opening-means = { code-opening-means }
slip-looking = { code-looking }
slip-hint-not_found = { code-hint-not_found }
slip-hint-other_code = { code-hint-other_code }
slip-not_yet = { code-not_yet }
slip-not_yet-means = Versuchen Sie es noch einmal, oder beginnen Sie ohne ihn.
slip-given_up = { code-given_up }
slip-given_up-means = Das liegt nicht an Ihnen. Beginnen Sie ohne ihn, oder sprechen Sie mit uns.
slip-no_camera = { code-no_camera }
slip-no_camera-means = Beginnen Sie ohne ihn.
slip-tap = Ohne ihn beginnen

# Ein Handscanner hat einen Code gelesen, der hier nichts sagt.
scan-not_this = Dieser Code ist keiner von uns.
scan-not_this-means = Scannen Sie Ihr Ticket, Ihren Zettel oder den Code Ihres Termins. Oder tippen Sie einfach weiter.
scan-tap = Weiter mit Tippen
