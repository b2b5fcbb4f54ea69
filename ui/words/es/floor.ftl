# Words every screen and the server share: refusals, states, verdicts, ends.

refusal-already_called = { $ticket } ya fue llamado al mostrador { $counter }. Llame al siguiente.
refusal-already_ended =
    { $ended_as ->
        [served] { $ticket } ya fue atendido.
        [no_show] { $ticket } fue llamado y no vino. Si el cliente está aquí, deshacer recupera la visita.
        [cancelled_by_customer] El cliente de { $ticket } ha dejado su turno.
       *[other] La visita { $ticket } ya terminó.
    }
refusal-already_held = El turno de { $ticket } ya está guardado.
refusal-answered_otherwise =
    { $how ->
        [typed] La respuesta a «{ $question }» se escribe en el quiosco, y aquí solo se acepta su huella: envíe { "{" } "match": … { "}" }, o déjela fuera.
       *[other] La respuesta a «{ $question }» se elige. Envíe una de las que se ofrecen.
    }
refusal-appointment_cancelled = La cita { $code } fue cancelada. Pida otra, o tome un número sin cita.
refusal-appointment_checked_in = La llegada de la cita { $code } ya está anotada: su número es { $ticket }.
refusal-appointment_closed = La tienda está cerrada a esa hora. Elija una hora en que esté abierta.
refusal-appointment_other_day = La cita { $code } es otro día. Venga ese día, o tome un número sin ella.
refusal-appointment_moved = Alguien ha cambiado mientras tanto la cita { $code }. Mire primero su nueva hora.
refusal-appointment_past = Esa hora ya pasó. Elija una que esté por venir.
refusal-code_taken = La cita de otra persona tiene el número { $code }. Elija otro, o déjelo fuera y se asigna uno.
refusal-counter_busy = El mostrador { $counter } está con { $ticket }. Termine allí primero.
refusal-counter_cannot_serve = El mostrador { $counter } no atiende esto. Elija uno que sí.
refusal-counter_not_open = El mostrador { $counter } está cerrado. Ábralo primero, o elija otro.
refusal-counter_on_break = El mostrador { $counter } está en pausa. Ábralo otra vez, o elija otro.
refusal-end_not_in_service = La atención de { $ticket } terminó entre su comienzo y ahora. Elija una hora intermedia.
refusal-hold_too_long = Un turno se guarda { $most } minutos como máximo. Elija un tiempo más corto.
refusal-hold_used = El turno de { $ticket } ya se guardó una vez. Pregunte a nuestro equipo.
refusal-not_allowed_now =
    { $state ->
        [waiting] { $ticket } aún espera, así que todavía no se puede.
        [held] El turno de { $ticket } está guardado, así que todavía no se puede.
        [called] { $ticket } ha sido llamado y viene de camino.
        [serving] { $ticket } está siendo atendido ahora.
       *[other] Esto no se puede hacer ahora.
    }
refusal-nothing_to_undo = No hay nada que deshacer para { $ticket }.
refusal-papers_not_ready = Faltan documentos. Puede esperar de todos modos, ir a buscarlos mientras guardamos su turno, o volver otro día.
refusal-promise_already_kept = Esta promesa ya está marcada como cumplida.
refusal-promise_stays_kept = Esta promesa se marcó como cumplida hace demasiado tiempo para deshacerlo.
refusal-same_line = { $ticket } ya está en esa fila.
refusal-day_not_closed = Ese día está abierto, o no se mandó a nadie a casa: no hay nada que reabrir.
refusal-store_closed = La tienda está cerrada ahora. Vuelva en horas de apertura.
refusal-suggestion_outdated = La situación ha cambiado desde esta sugerencia. Mire las nuevas.
refusal-suggestion_settled =
    { $state ->
        [taken] Un compañero ya lo ha hecho.
        [put_off] Un compañero ya ha dicho «ahora no».
       *[other] Esta sugerencia ya no está abierta.
    }
refusal-unknown_suggestion = Hoy no existe esa sugerencia.
refusal-undo_too_late = Es demasiado tarde para deshacerlo para { $ticket }.
refusal-unknown_answer = «{ $answer }» no es una respuesta a «{ $question }». Elija una de las que se ofrecen.
refusal-unknown_appointment = Esa cita no existe en esta tienda. Mire el número otra vez.
refusal-unknown_counter = No hay ningún mostrador «{ $counter }» en esta tienda.
refusal-unknown_help = Alguien ya ha atendido esta llamada.
refusal-unknown_language = Esta tienda no ofrece el idioma «{ $language }».
refusal-unknown_need = Esta tienda no conoce la necesidad «{ $need }».
refusal-unknown_paper = Esta tienda no conoce el documento «{ $paper }».
refusal-unknown_promise = Esa promesa no existe.
refusal-unknown_question = «{ $question }» no es una pregunta del servicio «{ $service }».
refusal-unknown_recovery = Esta tienda no ofrece «{ $recovery }». Elija de su lista.
refusal-unknown_service = No hay ningún servicio «{ $service }» en esta tienda.
refusal-unknown_staff = Nadie llamado «{ $staff }» trabaja en esta tienda. Elija un nombre de la lista del equipo.
refusal-unknown_visit = Hoy no existe esa visita.
refusal-arrival_not_today = La llegada tiene que ser de hoy y no en el futuro.
state-waiting = espera
state-held = turno guardado
state-called = llamado
state-serving = en el mostrador
state-ended = terminado
counter-open = abierto
counter-closed = cerrado
counter-break = en pausa
ended-served = atendido
ended-no_show = no vino
ended-walkout = se fue antes de la llamada
ended-cancelled_by_customer = dejó su turno
ended-removed_by_staff = retirado por el equipo
ended-turned_away = vuelve otro día
ended-end_of_day = aún aquí al cerrar
verdict-ready = Documentos completos
verdict-fixable_here = Falta, se consigue aquí
verdict-fetch = Falta, hay que traerlo
verdict-not_today = Falta, hoy no es posible
verdict-sentence-ready = Tiene todo lo que necesita.
verdict-sentence-fixable_here = Falta algo, y puede conseguirlo aquí mismo.
verdict-sentence-fetch = Falta algo. Puede ir a buscarlo mientras guardamos su turno.
verdict-sentence-not_today = Falta algo que hoy no se puede conseguir. Mejor volver con ello que esperar para nada.
paper-declared = el cliente lo tiene
paper-read = leído en el quiosco
paper-seen = visto
paper-missing = falta
paper-unsure = no está seguro
paper-rejected = rechazado
paper-reason-expired = Demasiado antiguo o caducado
paper-reason-not_original = No es el original
paper-reason-other_name = Lleva otro nombre
paper-reason-unreadable = No se puede leer
paper-reason-wrong_paper = Otro documento
paper-reason-too_old = Demasiado antiguo
paper-reason-not_readable = No se puede leer
paper-reason-unsure = no está seguro
paper-reason-expires_soon = Caduca demasiado pronto
paper-reason-does_not_match = No coincide con los otros documentos
paper-reason-not_as_typed = Otro número o nombre que el escrito
paper-reason-missing = No estaba
paper-reason-rejected = Sin motivo indicado
paper-reason-other = Otro motivo
paper-mend-not_as_typed = Revise lo que escribió y muéstrelo otra vez, o traiga el que dice lo mismo.
paper-mend-does_not_match = Traiga el que lleva el mismo nombre o número que sus otros documentos.
paper-form-original = el original
paper-form-certified = una copia compulsada
paper-form-copy = basta una copia
paper-form-screen = basta la pantalla de su teléfono
paper-max-age =
    { $days ->
        [one] de hace { $days } día como máximo
       *[other] de hace { $days } días como máximo
    }
action-call = Llamar
action-move = Mover
action-hold = Guardar el turno
action-return = De vuelta en la fila
action-recall = Llamar otra vez
action-start = Ya está aquí
action-no_show = No vino
action-finish = Terminar
action-transfer = Pasar a otro
action-papers = Documentos
action-recover = Compensar
action-remove = Quitar de la lista
action-cancel = Dejar el turno
action-undo = Deshacer
basis-history = según hoy y las últimas semanas
basis-typical = aún con pocos datos; lo normal es
basis-no_counter_open = aún no hay ningún mostrador abierto para esto
outcome-resolved = Resuelto
outcome-unresolved = Sin resolver
outcome-escalated = Lo asumió el responsable
counter-number = Mostrador { $counter }
people-ahead =
    { $count ->
        [0] Usted es el siguiente
        [one] { $count } persona antes que usted
       *[other] { $count } personas antes que usted
    }
# For who comes another day.
coming-title = Abrimos
coming-all-day = todo el día
coming-quiet = lo más tranquilo { $from }–{ $to }: { $wait }
coming-unknown = Aún no sabemos cuándo está tranquilo: llevamos poco tiempo aquí.
refusal-counter_taken = { $name } está en el mostrador { $counter }. Pregunte primero; después diga que lo releva.
refusal-closed_early =
    { $days ->
        [0] Hoy cerramos a las { $since }, antes de lo habitual. Pregunte a una persona del equipo.
        [1] Hoy cerramos a las { $since }, antes de lo habitual. Venga mañana a partir de las { $opens }.
       *[other] Hoy cerramos a las { $since }, antes de lo habitual. Volvemos a abrir dentro de { $days } días a las { $opens }.
    }
refusal-service_closed =
    { $days ->
        [0] Este servicio terminó hoy a las { $since }. Pregunte a una persona del equipo.
        [1] Este servicio terminó hoy a las { $since }. Venga mañana a partir de las { $opens } o elija otro servicio.
       *[other] Este servicio terminó hoy a las { $since }. Volvemos a abrir dentro de { $days } días a las { $opens }; o elija otro servicio.
    }
refusal-exception_not_today = Elija una hora entre ahora y el cierre habitual de hoy.
refusal-unknown_exception = Eso ya se ha retirado.
# Lo que hoy es distinto, para todas las pantallas.
today-closes = Hoy cerramos a las { $time }.
today-service = { $service }: hoy solo hasta las { $time }.
today-service-over = { $service }: hoy ya no, desde las { $time }.
today-late-short_staffed = Hoy somos menos: todo tarda más.
today-late-system_down = Nuestros ordenadores van lentos o no funcionan: todo tarda más.
today-late-many_people = Hoy hay muchísima gente: todo tarda más.
today-late-emergency = Ha surgido algo urgente: todo tarda más.
today-late-other = Hoy todo tarda más.
