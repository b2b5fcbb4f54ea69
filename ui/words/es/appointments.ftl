# Somebody who comes at a time.
kiosk-appointment = Tengo una cita
kiosk-appointment-means = Avise de su llegada con su número o su código.
kiosk-appointment-title = ¿Cuál es el número de su cita?
kiosk-appointment-lead = Está en su confirmación. Si hay un lector, acérquele el código.
kiosk-appointment-or-show = Está en su confirmación. O muestre su código.
kiosk-appointment-typed = El número hasta ahora
kiosk-appointment-erase = Borrar una cifra
kiosk-appointment-check = Buscar
kiosk-appointment-unknown = No conocemos ninguna cita con el número { $code }. Pruebe otra vez o hable con una persona.
kiosk-appointment-away = Ahora no podemos buscarla. Vuelva atrás y tome un número, o hable con una persona.
kiosk-appointment-when = { $day }, { $time }

kiosk-appointment-in_time = Le damos la bienvenida a su cita de las { $time }.
kiosk-appointment-in_time-means = Llega a tiempo: pasa antes en la fila.
kiosk-appointment-go-on = Soy yo
kiosk-appointment-go-on-means = Miramos sus documentos y después recibe su número.

kiosk-appointment-early = Llega pronto: su cita es a las { $time }.
kiosk-appointment-early-means = Puede avisar de su llegada desde las { $from }.
kiosk-appointment-come-at = Vuelvo a partir de las { $from }
kiosk-appointment-come-at-means = Su cita queda como está.
kiosk-appointment-anyway = Tomar un número ahora
kiosk-appointment-anyway-means = Espera su turno, como quien llega ahora. El número sustituye a su cita.

kiosk-appointment-late = Su cita era a las { $time }.
kiosk-appointment-late-means = Le dábamos prioridad hasta las { $until }. Ahora espera su turno, como quien llega ahora.
kiosk-appointment-in-turn = Tomar un número ahora
kiosk-appointment-in-turn-means = Miramos sus documentos y después recibe su número.

kiosk-appointment-other_day = Su cita es el { $day }, a las { $time }.
kiosk-appointment-other_day-means = Puede avisar de su llegada ese día.
kiosk-appointment-come-then = Vendré el { $day }
kiosk-appointment-come-then-means = Su cita queda como está.
kiosk-appointment-without = Tomar un número para hoy
kiosk-appointment-without-means = Espera su turno. Su cita queda como está.

kiosk-appointment-checked_in = Su llegada está anotada. Su número es { $ticket }.
kiosk-appointment-checked_in-means = Mire la pantalla: le llamamos.
kiosk-appointment-done = De acuerdo
kiosk-appointment-done-means = ¿Ha perdido su número? Cualquiera de nuestro equipo puede mostrárselo otra vez.

kiosk-appointment-cancelled = Su cita de las { $time } fue cancelada.
kiosk-appointment-cancelled-means = Si no lo esperaba, hable con una persona.
kiosk-appointment-walk-in = Tomar un número ahora
kiosk-appointment-walk-in-means = Espera su turno, como quien llega ahora.

kiosk-ticket-appointment = Cita a las { $time }

# The tablets.
staff-appointments = Citas
staff-appointment = Cita
staff-appointment-at = Cita { $time }
staff-appointments-n = { $n ->
    [one] Falta { $n } cita
   *[other] Faltan { $n } citas
}
staff-no-appointments = Hoy nadie tiene cita.
staff-more-appointments = Hay más. Se muestran las primeras { $n }.
staff-appointment-due = Dentro de { $n ->
    [one] un minuto
   *[other] { $n } minutos
}
staff-appointment-due-at = Es la hora
staff-appointment-late = Aún no está, a tiempo hasta las { $until }
staff-appointment-missed = No está: demasiado tarde para la prioridad
staff-appointment-checked_in = Está, con { $ticket }
staff-appointment-cancelled = Cancelada
staff-appointment-number = Número { $code }
staff-appointments-to_come = Por venir
staff-appointments-not_come = No vinieron
staff-appointments-here = Aquí o terminadas
staff-appointments-cancelled = Canceladas
staff-appointment-check-in = Anotar llegada
staff-appointment-check-in-who = Anotar llegada: { $who }
staff-appointment-change = Enlace, cambio o cancelación: { $who }
staff-appointment-is-here = { $ticket }, { $who }, está en la fila.
staff-appointment-open = Documentos y hoja
staff-appointment-early = Demasiado pronto: a tiempo desde las { $from }
staff-appointment-early-means = Si se anota ahora, espera su turno y el número sustituye a la cita.
staff-appointment-in-turn = Anotar ahora, por turno
staff-appointment-not-yet = Esperar hasta entonces
staff-appointment-link = Dar el enlace al cliente
staff-appointment-link-title = { $who } · { $time }
staff-appointment-link-explain = El cliente escanea esto: la hora para su calendario, qué traer y cómo cancelar.
staff-appointment-move = Cambiar a otra hora
staff-appointment-move-title = { $who }, { $time }: ¿a cuándo?
staff-appointment-other-time = Otra hora
staff-appointment-new-time = Hora nueva
staff-appointment-moved = { $who } viene { $when }.
staff-appointment-cancel = Cancelar
staff-appointment-cancel-title = { $who }, { $time }: ¿por qué se cancela?
staff-appointment-was-cancelled = La cita de { $who } está cancelada.
staff-appointment-reason-customer = El cliente la canceló
staff-appointment-reason-store = No podemos atenderla
staff-appointment-reason-twice = Se pidió dos veces
staff-appointment-reason-other = Otro motivo
