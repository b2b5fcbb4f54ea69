# The receipt printer beside the kiosk.

printing-printing = Impression…
printing-printed = C’est imprimé
printing-no_paper = L’imprimante n’a plus de papier.
printing-cover_open = L’imprimante est ouverte.
printing-printer_stopped = L’imprimante s’est arrêtée en cours de route.
printing-away = L’imprimante ne répond pas.
printing-instead = Visez le code avec votre téléphone, ou demandez à notre équipe.
printing-printer_asked = L’imprimante s’est arrêtée en cours de route. Votre feuille est-elle sortie ?
printing-came-out = Elle est sortie
printing-not-come-out = L’imprimer à nouveau
