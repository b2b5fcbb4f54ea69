# The staff tablet: said to a colleague who has ten seconds.

staff-who = ¿Quién está aquí?
staff-who-takes-over = ¿Quién se queda con { $counter }?
staff-role-floor_walker = en la sala
staff-role-manager = responsable
staff-pin-of = { $name }, su PIN
staff-pin-digits = { $n } cifras escritas
staff-pin-back = Borrar la última cifra
staff-pin-enter = Entrar
staff-pin-wrong = No es el PIN de { $name }. Pruebe otra vez.
staff-pin-wait = Demasiados intentos. Espere cinco minutos, o pida a un compañero que entre.
staff-somebody-else = Otra persona
staff-not-this-tablet = Esta tableta aún no es de la tienda. Abra en ella el enlace del equipo, o escanee su código de la página de inicio del servidor.
staff-no-server = El ordenador de la tienda no responde. Seguimos intentándolo.
staff-language = Idioma
staff-where = ¿Dónde está hoy, { $name }?
staff-walk-floor = Estoy en la sala
staff-taken-by = { $name } está ahí: usted le releva
staff-places = Puestos
staff-my-counter = Mi mostrador
staff-floor = La sala
staff-pool = Fila común
staff-pool-detail = llama quien esté libre
staff-menu = Mostrador y salida
staff-close-sheet = Cerrar
staff-done = Listo
staff-n-waiting =
    { $n ->
        [0] nadie espera
        [one] { $n } espera
       *[other] { $n } esperan
    }
staff-n-at-risk =
    { $n ->
        [one] { $n } espera a punto de incumplirse
       *[other] { $n } esperas a punto de incumplirse
    }
staff-other-reason = Otro motivo
staff-call-next = Llamar al siguiente
staff-from-line = de la fila de { $counter }
staff-nobody-to-call = Nadie espera por usted.
staff-nobody = Nadie espera.
staff-nobody-detail = El siguiente aparece aquí solo.
staff-after = Después
staff-state-next = Siguiente
staff-state-waiting = En espera
staff-state-held = Turno guardado
staff-state-called = Llamado
staff-state-recalled = Llamado { $n } veces
staff-state-serving =
    { $minutes ->
        [0] Con usted ahora
       *[other] Con usted desde hace { $wait }
    }
staff-state-ended = Se fue
staff-no-show-in = cuenta como ausente dentro de { $time }
staff-speaks = Habla
staff-needs = Necesita
staff-waited = Ha esperado
staff-was-told = Se le dijo
staff-by = antes de las { $time }
staff-told-late = más tarde de lo dicho
staff-likely-more = { $range } más
staff-no-papers = No necesita documentos
staff-opening = Para decir primero
staff-opening-hello = Hola, me alegro de verle. ¿Qué puedo hacer por usted?
staff-opening-ready = Hola, me alegro de verle. Sus documentos están completos, podemos empezar enseguida.
staff-opening-papers = Hola, me alegro de verle. Veamos juntos lo que aún falta.
staff-opening-late = Hola, y gracias por su paciencia. Ha esperado más de lo que le dijimos, y lo siento. Ahora es su turno.
staff-opening-again = Hola, me alegro de verle otra vez. He leído lo que anotamos, no hace falta que lo explique de nuevo.
staff-opening-promise = Hola, me alegro de verle otra vez. Le prometimos algo; le digo primero cómo está.
staff-opening-passed = Hola. Mi compañero me ha contado de qué se trata, no hace falta que empiece de nuevo.
staff-last-time = La última vez, { $when }
staff-promised-open = prometido para { $when }
staff-promised-late = prometido para { $when }, aún pendiente
staff-seen = Visto
staff-not-good = No sirve
staff-all-seen = Todo visto
staff-seen-paper = { $paper }: visto
staff-reject-paper = { $paper }: no sirve
staff-reject-title = { $paper }: ¿qué falla?
staff-reject-missing = No está aquí
staff-note = Nota
staff-notes = Notas
staff-note-title = Nota sobre { $ticket }
staff-note-explain = Solo la lee el equipo.
staff-add-sale = Venta
staff-sale = Importe
staff-sale-title = ¿Qué se ha vendido?
staff-add-promise = Promesa
staff-promise-title = ¿Qué hemos prometido?
staff-promise-explain = Queda en la lista hasta que se cumpla.
staff-promise-what = Qué
staff-promise-due = Para cuándo
staff-due-in =
    { $n ->
        [0] Hoy
        [1] Mañana
        [7] En una semana
       *[other] En { $n } días
    }
staff-promises = Promesas
staff-n-late = { $n } con retraso
staff-n-soon = { $n } vencen en una hora
staff-no-promises = No debemos nada a nadie.
staff-more-promises = Hay más; estas vencen primero.
staff-promise-by = antes de { $when }
staff-promise-soon = en { $n } min
staff-promise-late = con retraso desde { $when }
staff-promise-made = prometido { $when }
staff-promise-made-by = prometido por { $name }, { $when }
staff-promise-erased = (el texto se borró)
staff-promise-keep = Cumplida
staff-promise-keep-this = Cumplida: { $what }
staff-promise-was-kept = La promesa a { $ticket } está cumplida.
staff-recovery = Por la espera más larga
staff-recovery-undo = Retirar: { $what }
staff-hold-title = Guardar el turno de { $ticket }
staff-hold-explain = El cliente vuelve a tiempo y no pierde nada.
staff-remove-title = { $ticket }: ¿por qué se quita de la lista?
staff-remove-left = El cliente se fue
staff-remove-mistake = Número tomado por error
staff-remove-twice = Tiene dos números
staff-transfer-title = ¿Dónde sigue { $ticket }?
staff-transfer-service = Para
staff-transfer-counter = En
staff-any-counter = El primero que esté libre
staff-transfer-place = Lugar en la fila
staff-place-by_arrival = Por llegada
staff-place-first = Primero
staff-place-last = Último
staff-take-break = Pausa
staff-break-title = Vuelvo en…
staff-break-until = Pausa hasta las { $time }
staff-break-detail = La pantalla dice cuándo vuelve.
staff-break-at = pausa { $time }
staff-break-put = aplazada por { $name }, era a las { $planned }
staff-my-break = Su pausa: { $time }
staff-my-break-due = Es hora de su pausa ({ $time })
staff-end-break = He vuelto
staff-back-at = vuelve a las { $time }
staff-open-counter = Abrir
staff-close-counter = Cerrar el mostrador
staff-close-title = ¿Cerrar { $counter }?
staff-shared-out =
    { $n ->
        [0] Nadie espera en esta fila.
        [one] Quien espera aquí pasa a otra fila y conserva su hora de llegada.
       *[other] Las { $n } personas que esperan aquí se reparten en las otras filas y conservan su hora de llegada.
    }
staff-did-break = Buena pausa.
staff-did-close = El mostrador está cerrado.
staff-did-recall = Se llama otra vez a { $ticket }.
staff-did-note = Anotado en { $ticket }.
staff-now-at = { $ticket } → { $counter }.
staff-hand-over = Dar el relevo
staff-hand-over-detail = Un compañero entra y sigue en este mostrador tal como está
staff-sign-out = Salir
staff-sign-out-open = El mostrador sigue abierto
staff-handing-over = { $counter }, tal como lo deja
staff-taking-over = { $counter }, tal como está
staff-take-over = Tomar el relevo
staff-hands-nobody = No hay nadie en el mostrador.
staff-hands-visit =
    { $minutes ->
        [0] { $ticket } acaba de llegar
       *[other] { $ticket } está ahí desde hace { $wait }
    }
staff-hands-note = Unas palabras para quien sigue
staff-figures = Mis cifras
staff-figures-today = Hoy
staff-figures-weeks =
    { $n ->
        [0] Sus últimas cuatro semanas
        [one] Sus últimas cuatro semanas, { $n } día
       *[other] Sus últimas cuatro semanas, { $n } días
    }
staff-figures-volume = Clientes atendidos
staff-figures-a-day = { $n } al día
staff-figures-first = Resueltos solo por usted
staff-figures-n-of = { $n } de { $of }
staff-figures-service = Atención habitual
staff-figures-feedback = Opinión, de 1 a 5
staff-figures-score =
    { $n ->
        [one] { $mean } de { $n } persona
       *[other] { $mean } de { $n } personas
    }
staff-figures-explain = Su propio trabajo, para usted: aquí no se compara a nadie. Quien toma los casos difíciles atiende a menos.
staff-forgotten = { $ticket } está con usted desde hace { $wait }. ¿Sigue aquí?
staff-forgotten-usual = Normalmente unos { $minutes } min.
staff-still-here = Sigue aquí
staff-gone-at = Se fue a las { $time }
staff-undo-call = { $ticket } llamado
staff-undo-start = { $ticket } está aquí
staff-undo-finish = { $ticket } terminado
staff-undo-move = { $ticket } movido a { $counter }
staff-undo-hold = Turno de { $ticket } guardado
staff-undo-return = { $ticket } de vuelta en la fila
staff-undo-transfer = { $ticket } pasado a { $counter }
staff-undo-remove = { $ticket } quitado de la lista
staff-undo-no_show = { $ticket } no vino
staff-undo-cancel = { $ticket } dejó su turno
staff-undone = Deshecho: { $what }.
staff-waits = espera al ordenador de la tienda
staff-waits-for-server =
    { $n ->
        [one] El ordenador de la tienda no responde. Su toque se guarda y se envía una sola vez.
       *[other] El ordenador de la tienda no responde. Sus { $n } toques se guardan y se envían una sola vez, en este orden.
    }
staff-give-up = Déjelo
staff-gave-up = Ya no se espera. Mire aquí antes de tocar otra vez: puede que esté hecho.
staff-unsent = aún sin enviar
staff-too-old = «{ $what }» se guardó demasiado tiempo y ya no se hace. Tóquelo otra vez si aún lo quiere.
staff-not-done = «{ $what }» no se pudo hacer:
staff-ask-help = Llamar a alguien
staff-tap-will-wait = Sin conexión. Lo que toque ahora se envía cuando vuelva.
staff-clock-off = El reloj de la máquina de Foyer se desvía { $much }. Las esperas y duraciones son correctas, la hora quizá no: avise a quien la cuida.
staff-help = { $where } pide una persona
staff-help-kiosk = Alguien en el quiosco
staff-help-coming = Ya voy
staff-help-since =
    { $minutes ->
        [0] ahora mismo
       *[other] hace { $wait }
    }
staff-ask-title = ¿Quién debe venir?
staff-ask-colleague = Un compañero
staff-ask-manager = El responsable
staff-call-manager = Llamar al responsable
staff-ask-note = Para quien venga (queda en las notas del cliente)
staff-tried = Ya intentado
staff-tried-listened = escuchado
staff-tried-explained = explicado
staff-tried-apologised = pedido disculpas
staff-tried-papers = mirado los documentos
staff-tried-alternatives = ofrecido otra cosa
staff-tried-so-far = Intentado: { $tried }
staff-wants-colleague = { $name }, en { $counter }, pide un compañero
staff-wants-manager = { $name }, en { $counter }, pide al responsable
staff-asked-colleague = Ha llamado a un compañero
staff-asked-manager = Ha llamado al responsable
staff-help-over = Ya no hace falta
staff-is-coming = { $name } va hacia usted
staff-calm = Un momento difícil
staff-calm-detail = Cinco pasos, con palabras que decir
staff-calm-breathe = Respire. Hable más bajo y más despacio que el cliente.
staff-calm-breathe-say = Estoy aquí para usted. Cuénteme qué ha pasado.
staff-calm-hear = Deje que termine. Después repita lo que ha oído.
staff-calm-hear-say = Se ha tomado tiempo para esto, y ahora no funciona. Entiendo que le moleste.
staff-calm-sorry = Pida disculpas una vez, sin «pero».
staff-calm-sorry-say = Siento que esto le haya salido mal.
staff-calm-choice = Ofrezca dos caminos. Quien puede elegir ya no está indefenso.
staff-calm-choice-say = Podemos buscar una solución ahora, o lo averiguo y le llamo hoy. ¿Qué prefiere?
staff-calm-promise = Diga qué hará y para cuándo. Después hágalo.
staff-calm-promise-say = Me ocupo yo mismo, y tendrá noticias mías antes de esta noche.
staff-calm-limit = No tiene que aguantar insultos ni amenazas. Dé un paso atrás y llame a alguien.
staff-move-here = Mover aquí
staff-line-empty = Nadie espera aquí
staff-free = { $name } · libre
staff-held = Turno guardado
staff-lately = Acaba de irse
staff-floor-hint = Toque un número y después una fila. O arrástrelo.
staff-line-wait = el último { $range }
staff-new-wait = { $from } → { $to } min
staff-move-breaks = Incumple lo que se dijo a { $ticket }
staff-balance = Sugerencias
staff-balance-suggest = Vale la pena
staff-balance-auto = Foyer iguala las filas
staff-balance-even = Ahora no hay nada que valga la pena mover.
staff-take = Hacerlo
staff-not-now = Ahora no
staff-not-now-title = ¿Por qué ahora no?
staff-not-now-knows = Pidieron este mostrador
staff-not-now-here = Están a punto de ser llamados
staff-not-now-soon = Se calmará por sí solo
staff-not-now-other = Otro motivo
staff-taken-by-name = hecho por { $name }
staff-taken-auto = hecho por Foyer
staff-who-opens = ¿Quién abre { $counter }?
staff-why-next = ¿Por qué este?
staff-why-wait = ¿Por qué?
staff-why-title = ¿Por qué { $ticket }?
staff-why-nobody = No espera nadie a quien este mostrador pueda atender.
staff-papers-look = Documentos
staff-call-now = Llamar ahora
staff-call-title = { $ticket } a { $counter }, fuera de turno
staff-call-explain = Otros esperan más tiempo. El motivo se guarda.
staff-call-quick = Solo un momento
staff-call-promised = Se le prometió
staff-call-needs = No puede esperar bien
staff-call-papers = De vuelta con los documentos
staff-card-held = guardado hasta las { $time }
staff-card-called =
    { $minutes ->
        [0] llamado ahora mismo
       *[other] llamado hace { $wait }
    }
staff-card-serving =
    { $minutes ->
        [0] en el mostrador
       *[other] en el mostrador desde hace { $wait }
    }
staff-risk-late =
    { $minutes ->
        [0] Más tarde de lo dicho.
       *[other] { $wait } más tarde de lo dicho.
    }
staff-risk-soon = Será más tarde de lo dicho.
staff-risk-closing = Quizá no se le llame antes de cerrar.
staff-cause-counter_on_break =
    { $known ->
        [yes] { $counter } está en pausa hasta las { $until }.
       *[no] { $counter } está en pausa.
    }
staff-cause-counters_closed = No hay ningún mostrador abierto para esto.
staff-cause-counter_closed = { $counter } ha cerrado.
staff-cause-longer_services = La atención dura más de lo normal.
staff-cause-free = { $counter } está libre.
staff-cause-busy = { $counter } está con { $ticket } desde hace { $wait }.
staff-cause-many_people = Mucha gente.
staff-round = Revisión de documentos
staff-round-asks = Pide una persona
staff-round-lacking = Falta o hay dudas
staff-round-unseen = Aún sin mirar
staff-round-nobody = Nadie en la fila necesita que se miren sus documentos.
staff-round-nobody-detail = Quien llegue después aparece aquí solo.
staff-round-done =
    { $n ->
        [0] Toque a alguien para mirar sus documentos.
        [one] { $n } más espera, sin nada que mirar.
       *[other] { $n } más esperan, sin nada que mirar.
    }
staff-n-to-go-to =
    { $n ->
        [one] { $n } persona por ver
       *[other] { $n } personas por ver
    }
staff-slip = Hoja
staff-slip-title = Hoja de { $ticket }
staff-slip-explain = El cliente la escanea con su teléfono: qué traer, su turno y la espera.
staff-slip-open = Abrirla aquí
# A ticket before the tablet's camera.
staff-scan = Escanear un número
staff-scan-looking = Acerque el código del número o de la hoja a la imagen. No se guarda ninguna imagen.
staff-scan-other_code = Es un código, pero no de un número.
staff-scan-not_in_line = Este número no está en la fila: ha terminado, o es de otro día.
staff-scan-no_camera = La cámara no responde. Toque el número en la lista.
staff-scan-needs_https = Un navegador solo presta su cámara a una dirección segura. Mientras Foyer no se abra con una aquí, toque el número en la lista.
# The store's machine cannot write to its disk.
staff-disk =
    { $why ->
        [damaged] Parte de lo que esta tienda anotó ya no se puede leer.
       *[other] Ahora no se puede guardar nada.
    }
staff-disk-what =
    { $why ->
        [gone] El archivo de la tienda se movió o se borró. Llame a quien cuida la máquina: que lo devuelva a su sitio, o restaure una copia.
        [replaced] Otro archivo está en el lugar del de la tienda. Llame a quien cuida la máquina: que reinicie la tienda.
        [full] El disco está lleno. Llame a quien cuida la máquina: que haga sitio, y la tienda sigue sola.
        [damaged] Llame a quien cuida la máquina: que restaure una copia.
       *[other] El disco de la máquina de la tienda no responde. Llame a quien la cuida; anote en papel quién espera.
    }
staff-several = Varios
staff-together = { $n } juntos
staff-together-hint = Toque más turnos y después una fila.
staff-moved-together = { $n } movidos: { $counter }
staff-card-spare = { $minutes } min de margen
staff-today = Hoy …
staff-unserved = No se puede atender
staff-unserved-service_gone = { $service }: esta tienda ya no lo ofrece.
staff-unserved-nobody_able = { $service }: hoy no trabaja aquí nadie que pueda hacerlo.
staff-unserved-service_closed = { $service }: terminado por hoy.
staff-unserved-counter_gone = { $service }: el mostrador ya no está en los ajustes.
staff-unserved-do-open = Abra para ello el mostrador { $counters }, derive { $ticket } o pida disculpas.
staff-unserved-do-transfer = Derive { $ticket } a otro servicio o pida disculpas.
staff-unserved-do-call = Llame a { $ticket } de todos modos o pida disculpas.
staff-unserved-do-finish = Termine { $ticket } ahí.
staff-replace = Relevar a { $name }
