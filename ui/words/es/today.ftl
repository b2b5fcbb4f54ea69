# Saying what is different today: at a tablet and on the manager's page.

say-today-title = ¿Qué es distinto hoy?
say-today-detail = Se dice enseguida: en la pantalla, en el quiosco y en el teléfono de cada cliente que espera.
say-today-closes_at = Cerramos antes
say-today-service = Un servicio termina antes
say-today-running_late = Todo tarda más
say-today-message = Algo que decir
say-today-now = ahora
say-today-at = a las { $time }
say-today-when = ¿Desde cuándo?
say-today-closes-when = ¿Cuándo cerramos?
say-today-which = ¿Qué servicio?
say-today-why = ¿Por qué?
say-today-words = Una frase corta para todos los que esperan
say-today-say = Decirlo
say-today-back = Retirar
say-late-short_staffed = Somos menos
say-late-system_down = Ordenadores lentos o parados
say-late-many_people = Muchísima gente
say-late-emergency = Algo urgente
say-late-other = Otro motivo
