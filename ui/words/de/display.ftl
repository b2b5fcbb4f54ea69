# Der Fernseher im Warteraum. Aus 8 m gelesen, im Vorbeischauen: so kurz, wie es geht.

display-title = Jetzt aufgerufen
display-counter = Schalter
display-last = Zuletzt aufgerufen
display-next = Als Nächstes
display-any-counter = Jeder Schalter
display-minutes = Min.
display-about = etwa
display-over-an-hour = über eine Stunde
display-every-service = Alle Anliegen
display-service-closed = jetzt zu
display-no-wait-known = fragen Sie uns
display-wait-closing = vielleicht nicht heute
display-counter-free = frei
display-counter-closed = geschlossen
display-counter-break = bald zurück
display-counter-break-until = ab { $time } zurück

display-quiet = Nehmen Sie Platz.
display-quiet-more = Ihre Nummer erscheint hier.
display-free = Niemand wartet.
display-free-more = Nummer ziehen und gleich herein.
display-no-counter = Einen Moment.
display-no-counter-more = Gleich öffnet ein Schalter.
display-closed = Wir haben geschlossen.
display-closed-until = Wieder offen { $when }
display-closed-waiting = Wer schon hier ist, wird noch bedient.

display-long-wait = { $service }: Es dauert heute länger.
display-long-wait-many = { $service }: Viele sind hier, es dauert länger.
display-long-wait-break = { $service }: Es dauert länger, { $counter } macht Pause.
display-long-wait-break-until = { $service }: Es dauert länger, { $counter } macht Pause bis { $time }.
display-long-wait-closed = { $service }: Es dauert länger, noch ist kein Schalter dafür offen.
display-long-wait-services = { $service }: Es dauert länger als sonst.
display-long-waits = Es dauert heute länger.

# Who was told less: numbers and what their wait is now, and why.
display-later = Neue Wartezeit, länger als gesagt:
display-later-unknown = so bald es geht
display-why-counter_on_break = { $counter } macht Pause.
display-why-counter_on_break-until = { $counter } macht Pause bis { $time } Uhr.
display-why-counter_closed = { $counter } hat geschlossen.
display-why-counters_closed = Dafür ist gerade kein Schalter offen.
display-why-longer_services = Vieles dauert gerade länger als sonst.
display-why-many_people = Heute sind viele hier.
display-why-longer_than_thought = Wir dachten, es ginge schneller.

# Who is away with the place kept: a number, and until when it is.
display-kept = Frei gehalten:
display-kept-until = zurück bis { $time }

# Where a later number was called before an earlier one.
display-order = Termine und Bedürfnisse können die Reihenfolge ändern.

display-stale = Keine Nachricht seit { $time }. Achten Sie auf den Aufruf.
display-demo = Demo
display-sound-off = Noch ohne Ton: Bildschirm einmal antippen
