# Die Seiten, die zu keinem Bildschirm gehören: der Eingang, eine geschlossene Tür, eine falsche Adresse.

door-screens = Die Bildschirme dieses Ladens. Ein gesperrter öffnet sich mit seinem eigenen Anmelde-Link.
door-locked = gesperrt
door-kiosk = Automat
door-kiosk-what = Hier ziehen Kunden eine Nummer
door-display = Fernseher
door-display-what = Wer aufgerufen ist und wie lange es dauert
door-staff = Team
door-staff-what = Schalter, Reihen und der nächste Kunde
door-manager = Leitung
door-manager-what = Wie der Tag läuft, und die Tage davor
door-all = Alle Bildschirme von { $store }
door-closed = Dieser Bildschirm ist noch nicht angemeldet.
door-closed-how = Öffnen Sie auf diesem Gerät einmal seinen Anmelde-Link. Der Rechner des Ladens zeigt die Links, wenn Foyer startet, mit Codes zum Scannen für Tablets. Danach bleibt das Gerät angemeldet.
door-closed-again = Um den Link noch einmal zu sehen, tippen Sie am Rechner des Ladens:
door-lost = Unter dieser Adresse ist nichts.
door-lost-why = Vielleicht ein Tippfehler.
door-no-visit = Dieser Link öffnet keinen Besuch.
door-no-visit-why = Vielleicht fehlt ein Zeichen: Scannen Sie den Code auf Ihrem Zettel noch einmal. Ihr Platz in der Reihe hängt nicht an dieser Seite, und unser Team hilft gern.
door-no-appointment = Dieser Link öffnet keinen Termin.
door-no-appointment-why = Vielleicht fehlt ein Zeichen: Öffnen Sie den Link, den Sie bekommen haben, noch einmal. Ihr Termin hängt nicht an dieser Seite, und unser Team hilft gern.
door-entered = Dieses Gerät ist angemeldet.
door-on = Weiter
door-without-script = Diese Seite braucht JavaScript. Schalten Sie es in den Einstellungen des Browsers ein, oder nehmen Sie einen anderen Browser.
