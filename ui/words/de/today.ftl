# Saying what is different today: at a tablet and on the manager's page.

say-today-title = Was ist heute anders?
say-today-detail = Es wird sofort gesagt: am Fernseher, am Kiosk, auf dem Telefon aller Wartenden.
say-today-closes_at = Wir schließen früher
say-today-service = Eine Leistung endet früher
say-today-running_late = Alles dauert länger
say-today-message = Etwas mitteilen
say-today-now = jetzt
say-today-at = um { $time } Uhr
say-today-when = Ab wann?
say-today-closes-when = Wann schließen wir?
say-today-which = Welche Leistung?
say-today-why = Warum?
say-today-words = Ein kurzer Satz für alle, die warten
say-today-say = Sagen
say-today-back = Zurücknehmen
say-late-short_staffed = Wir sind weniger
say-late-system_down = Computer langsam oder ausgefallen
say-late-many_people = Sehr viele Menschen
say-late-emergency = Etwas Dringendes
say-late-other = Ein anderer Grund
