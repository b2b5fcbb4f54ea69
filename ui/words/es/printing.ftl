# The receipt printer beside the kiosk.

printing-printing = Imprimiendo…
printing-printed = Está impreso
printing-no_paper = La impresora no tiene papel.
printing-cover_open = La impresora está abierta.
printing-printer_stopped = La impresora se detuvo a medias.
printing-away = La impresora no responde.
printing-instead = Apunte al código con la cámara de su teléfono, o pregunte a nuestro equipo.
printing-printer_asked = La impresora se paró a medias. ¿Ha salido su hoja?
printing-came-out = Ha salido
printing-not-come-out = Imprimirla otra vez
