# The customer's own page, reached by the QR code on the ticket. Said to one person, by a person.

phone-language = Idioma
phone-line-of = Fila de { $counter }
phone-line-any = El primer mostrador libre
phone-next = Usted es el siguiente.
phone-ahead =
    { $count ->
        [one] { $count } persona antes que usted
       *[other] { $count } personas antes que usted
    }
phone-wait-now = Espera desde ahora
phone-wait-unknown = Aún no hay ningún mostrador abierto para esto. Se lo decimos aquí en cuanto haya uno.
phone-wait-closing = Cerramos pronto y quizá hoy no lleguemos a usted. Hable con alguno de nosotros.
phone-promise = Le llamamos antes de las { $time }.
phone-promise-told = Dicho a las { $at }: { $range }
phone-promise-passed = Dijimos antes de las { $time }. Tarda más, y lo sentimos.
phone-risk = Tarda más de lo que dijimos
phone-risk-counter_on_break = { $counter } está en pausa.
phone-risk-counter_on_break-until = { $counter } está en pausa hasta las { $time }.
phone-risk-counters_closed = Ahora no hay ningún mostrador abierto para esto.
phone-risk-counter_closed = { $counter } ha cerrado.
phone-risk-longer_services = La atención dura ahora más de lo normal.
phone-risk-many_people = Hoy hay mucha gente.
phone-risk-longer_than_thought = Pensábamos ir más rápido.
phone-risk-new = Nueva estimación: { $range }.
phone-risk-choice = Conserva su turno. También puede salir un rato.
phone-ready = Tenga esto preparado
phone-bring-too = Traiga también esto
phone-missing = Aún falta
phone-paper-declared = lo tiene
phone-paper-read = leído en el quiosco
phone-paper-seen = revisado, todo bien
phone-paper-rejected = no sirve
phone-or = o
phone-bring-any = Basta con uno de estos:
phone-declare = Ya lo tengo
phone-declare-another = Ya tengo otro
phone-declared = Gracias, lo sabemos.
phone-ring = Que suene este teléfono
phone-ring-why = Cuando sea su turno, suena y se pone amarillo. Deje esta página abierta.
phone-ring-on = Suena cuando sea su turno. Deje esta página abierta.
phone-hold = Salir un rato, guardar mi turno
phone-hold-title = ¿Cuánto tiempo necesita?
phone-hold-minutes =
    { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    }
phone-hold-what = Guardamos su turno en la fila hasta las { $time } y mientras tanto no le llamamos. Al volver, toque «Ya estoy aquí». Después de las { $time } pierde el turno. Puede hacerlo una vez.
phone-hold-do = Guardar mi turno
phone-hold-used = Ya ha salido una vez. Si tiene que salir de nuevo, dígaselo a alguno de nosotros.
phone-held = Guardamos su turno
phone-held-until = Vuelva antes de las { $time }
phone-held-after = Después, su turno pasa a la siguiente persona.
phone-return = Ya estoy aquí
phone-cancel = Dejar mi turno
phone-cancel-title = ¿Dejar su turno?
phone-cancel-what = Su número { $ticket } desaparece, y la siguiente persona avanza. Para volver, toma un número nuevo.
phone-cancel-do = Sí, dejarlo
phone-back = No, volver
phone-working = Un momento…
phone-not-sent = La tienda no ha respondido. No ha cambiado nada; pruebe otra vez.
phone-called = { $counter } le espera
phone-called-at = Llamado a las { $time }
phone-called-come = Venga al mostrador ahora. Le esperamos.
phone-cannot-come = No puedo ir
phone-serving = Está en { $counter }
phone-serving-note = Le estamos atendiendo.
phone-ended-served = Gracias por venir.
phone-ended-served-more = Ha sido un placer verle.
phone-ended-no_show = Le llamamos y no le encontramos.
phone-ended-no_show-more = Llamamos a { $ticket } a las { $time }. ¿Sigue aquí? Dígaselo a alguno de nosotros en la próxima media hora y le incluimos otra vez.
phone-ended-walkout = Se ha ido.
phone-ended-walkout-more = Su número ya no está en la fila. Vuelva cuando quiera.
phone-ended-hold_expired = No pudimos guardar más tiempo su turno.
phone-ended-hold_expired-more = El tiempo se acabó antes de que tocara «Ya estoy aquí». ¿Está aquí? Dígaselo a alguno de nosotros en la próxima media hora y le incluimos otra vez.
phone-ended-cancelled_by_customer = Ha dejado su turno.
phone-ended-cancelled_by_customer-more = Gracias por avisarnos. Otra persona avanza.
phone-ended-removed_by_staff = Su número ya no está en la fila.
phone-ended-removed_by_staff-more = Si no es correcto, hable con alguno de nosotros. Lo arreglamos.
phone-ended-turned_away = Vuelva con lo que falta
phone-ended-turned_away-more = Para que no espere para nada, esto es lo que debe traer.
phone-ended-end_of_day = Hoy ya hemos cerrado.
phone-ended-end_of_day-more = Sentimos no haber llegado a usted. La próxima vez tome un número nuevo; este termina hoy.
phone-ended-again = Abrimos otra vez { $when }.
phone-promised = Le prometimos
phone-promised-kept = Ya está hecho
phone-promised-by = antes de { $when }
phone-promised-when = { $weekday }, { $day }, { $time }
phone-pdf = Guardar como PDF
phone-feedback = ¿Qué tal ha ido?
phone-feedback-1 = Mal
phone-feedback-2 = No muy bien
phone-feedback-3 = Normal
phone-feedback-4 = Bien
phone-feedback-5 = Muy bien
phone-feedback-thanks = Gracias. Nos ayuda.
phone-stale = Últimas noticias a las { $time }. Conectando de nuevo…
phone-gone = Este enlace ya no sirve
phone-gone-more = Era de una visita de otro día. Tome un número nuevo cuando esté aquí.
phone-ring-awake = Suena cuando es su turno. Deje esta página a la vista y el sonido alto; la pantalla sigue encendida.
phone-held-left =
    { $minutes ->
        [0] queda menos de un minuto
        [one] queda { $minutes } minuto
       *[other] quedan { $minutes } minutos
    }
phone-called-again = Se le llama de nuevo.
phone-as-of = A las { $time }
phone-today-keeps = Conserva su lugar y le llamamos antes de esa hora. Si es demasiado tarde para usted, deje su lugar y venga otro día.
phone-today-again = Volvemos a abrir el { $day } a las { $time }.
phone-today-late = Conserva su lugar. Puede salir mientras tanto: esta página le avisa a tiempo.
phone-unserved-service_gone = Hoy ya no podemos hacer esto aquí. Lo sentimos. Una persona del equipo hablará con usted; quédese cerca.
phone-unserved-nobody_able = Ahora no hay nadie que pueda hacerlo. Lo sentimos. Una persona del equipo hablará con usted; quédese cerca.
phone-unserved-service_closed = Este servicio ha terminado por hoy. Lo sentimos. Hable con una persona del equipo: decide con usted.
phone-unserved-counter_gone = Su mostrador ha cambiado. Quédese ahí; una persona del equipo va hacia usted.
