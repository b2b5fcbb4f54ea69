# Der Bondrucker neben dem Terminal.

printing-printing = Wird gedruckt …
printing-printed = Ist gedruckt
printing-no_paper = Der Drucker hat kein Papier mehr.
printing-cover_open = Der Drucker ist offen.
printing-printer_stopped = Der Drucker ist mittendrin stehen geblieben.
printing-away = Der Drucker antwortet nicht.
printing-instead = Halten Sie die Kamera Ihres Telefons auf den Code, oder sprechen Sie uns an.
