# Der Bondrucker neben dem Terminal.

printing-printing = Wird gedruckt …
printing-printed = Ist gedruckt
printing-no_paper = Der Drucker hat kein Papier mehr.
printing-cover_open = Der Drucker ist offen.
printing-printer_stopped = Der Drucker ist mittendrin stehen geblieben.
printing-printer_asked = Der Drucker ist mittendrin stehen geblieben. Ist Ihr Zettel herausgekommen?
printing-came-out = Er ist da
printing-not-come-out = Noch einmal drucken
printing-away = Der Drucker antwortet nicht.
printing-instead = Halten Sie die Kamera Ihres Telefons auf den Code, oder sprechen Sie uns an.
