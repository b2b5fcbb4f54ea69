# The kiosk. One question at a time, in the words a person at the door would use.

kiosk-welcome = Le damos la bienvenida
kiosk-begin = Toque para empezar
kiosk-languages = Elija su idioma
kiosk-waits-now = Espera en este momento
kiosk-wait-now = espera ahora
kiosk-wait-unknown = aún no hay mostrador abierto
kiosk-wait-closing = quizá hoy no
kiosk-closed = Está cerrado.
kiosk-opens = Abrimos el { $day } a las { $time }.
kiosk-lost = Esta pantalla ha perdido la conexión.
kiosk-lost-person = Hable con cualquiera de nuestro equipo. Vuelve por sí sola.
kiosk-ways-out = Salidas
kiosk-back = Atrás
kiosk-start-over = Empezar de nuevo
kiosk-person = Hablar con una persona
kiosk-comfort-larger = Texto más grande
kiosk-comfort-contrast = Más contraste
kiosk-comfort-lower = Bajar la pantalla
kiosk-progress = Paso { $step } de { $steps }
kiosk-station-service = Servicio
kiosk-station-question = Preguntas
kiosk-station-paper = Documentos
kiosk-station-needs = Ayuda
kiosk-station-ticket = Número
kiosk-service-title = ¿Qué podemos hacer por usted?
kiosk-service-lead = Unas preguntas breves, para que no espere para nada.
kiosk-paper-title = ¿Lo lleva consigo?
kiosk-any-title = ¿Cuál de estos lleva consigo?
kiosk-any-lead = Basta con uno.
kiosk-several-lead = Necesita { $count } de ellos.
kiosk-several-done = Son estos
kiosk-several-fewer =
    { $count ->
        [one] Solo este
       *[other] Solo estos
    }
kiosk-have = Sí, lo tengo
kiosk-have-not = No, no lo tengo
kiosk-have-none = Ninguno de estos
kiosk-unsure = No lo sé
kiosk-form-original = El original
kiosk-form-certified = Una copia compulsada
kiosk-form-copy = Basta una copia
kiosk-form-screen = Basta la pantalla de su teléfono
kiosk-form-and-age = { $form }, { $age }
kiosk-age-days = de hace { $days } días como máximo
kiosk-age-years =
    { $years ->
        [one] de hace un año como máximo
       *[other] de hace { $years } años como máximo
    }
kiosk-needs-title = ¿Podemos hacérselo más fácil?
kiosk-needs-lead = Elija lo que le ayude. Nos ocupamos.
kiosk-needs-none = No, gracias
kiosk-needs-done = Continuar
kiosk-verdict-fixable_here =
    { $papers ->
        [one] Falta una cosa, y puede conseguirla aquí.
       *[other] Faltan algunas cosas, y puede conseguirlas aquí.
    }
kiosk-verdict-fetch =
    { $papers ->
        [one] Falta una cosa. Guardamos su turno mientras la busca.
       *[other] Faltan algunas cosas. Guardamos su turno mientras las busca.
    }
kiosk-verdict-not_today =
    { $papers ->
        [one] Falta una cosa. Sin ella, hoy esperaría para nada.
       *[other] Faltan algunas cosas. Sin ellas, hoy esperaría para nada.
    }
kiosk-choose-fix = Conseguirlo aquí mientras espero
kiosk-choose-fix-means = Recibe un número y lo hace mientras espera. Le mostramos dónde.
kiosk-choose-wait = Esperar sin lo que falta
kiosk-choose-wait-means = Espera en la fila, y en el mostrador lo resolvemos si se puede.
kiosk-choose-hold = Ir a buscarlo y volver hoy
kiosk-choose-hold-means = Recibe un número. Si vuelve antes de las { $time }, su turno sigue igual.
kiosk-choose-come_back = Volver otro día
kiosk-choose-come_back-means = Recibe la lista exacta de lo que debe traer. Hoy no espera.
kiosk-your-number = Su número
kiosk-counter-where = { $counter }, { $place }
kiosk-called = Le llamamos a un mostrador
kiosk-wait = Su espera
kiosk-call-by = Le llamamos
kiosk-before = antes de las { $time }
kiosk-ahead =
    { $ahead ->
        [0] Usted es el siguiente.
        [one] Hay una persona antes que usted.
       *[other] Hay { $ahead } personas antes que usted.
    }
kiosk-basis-typical = Es nuestra espera habitual: hoy aún tenemos pocos datos.
kiosk-basis-no_counter_open = Aún no hay ningún mostrador abierto para esto. Le llamamos en cuanto haya uno.
kiosk-basis-after_closing = Cerramos pronto y quizá hoy no lleguemos a usted. Pregúntenos antes de esperar.
kiosk-kept = Guardamos su turno
kiosk-until = hasta las { $time }
kiosk-fetch = Traiga consigo:
kiosk-kept-means = Cuando vuelva, dígaselo a nuestro equipo o toque «Ya estoy aquí» en su teléfono.
kiosk-follow = Llévese su turno
kiosk-follow-means = Apunte aquí con la cámara de su teléfono. Dé un paseo: le llama cuando es la hora.
kiosk-code = Código para la cámara de su teléfono
kiosk-print = Imprimir
kiosk-done = Listo
kiosk-come-back-title = Hasta pronto
kiosk-come-back-lead = No ha tomado turno, así que no pierde nada.
kiosk-bring = Para «{ $service }», traiga:
kiosk-so-many = { $count } de estos:
kiosk-or = o
kiosk-bring-too = Y otra vez, lo que hoy tiene:
kiosk-take-list = Llévese esta lista
kiosk-take-list-means = Apunte aquí con la cámara de su teléfono, o imprímala.
# A ticket or slip shown again, and what was missing and is here now.
kiosk-tasks-waiting = Mientras espera, consiga esto aquí:
kiosk-tasks-held = ¿Ya lo tiene?
kiosk-task-done = Hecho, ya lo tengo
kiosk-task-done-with = Lo tengo: { $paper }
kiosk-tasks-ready = Todos sus documentos están listos.
kiosk-tasks-ready-means = Solo tiene que esperar su llamada.
kiosk-return = Ya estoy aquí
kiosk-come-back-given = Hemos cedido su turno. Sus respuestas están guardadas: muestre este código la próxima vez.
kiosk-again-title = Bienvenido otra vez
kiosk-again-too = Otra vez consigo: { $papers }.
kiosk-again-all = Tenía todo esto. ¿Lo lleva otra vez consigo?
kiosk-again-yes = Sí, tomar mi número
kiosk-again-changed = Algo ha cambiado
# What counts as a paper, in pictures.
examples-title = Qué sirve y qué no
examples-not-screen = Una foto en su teléfono
examples-not-copy = Una copia
examples-not-uncertified = Una copia sin sello
examples-not-old = Demasiado antiguo ({ $age })
examples-not-soon = Válido menos de { $days } días más
examples-not-expired = Uno que ha caducado
examples-not-readable = Cortado o demasiado borroso para leerse
examples-have-this = Tengo esto: { $paper }
examples-still-unsure = Sigo sin saberlo
kiosk-trouble = Ahora nuestro ordenador no responde.
kiosk-trouble-means = Sus respuestas están seguras aquí y seguimos intentándolo. Si prefiere no esperar, hable con cualquiera de nuestro equipo.
kiosk-refused-means = Puede empezar de nuevo, o hablar con una persona.
kiosk-still-there = ¿Sigue ahí?
kiosk-still-there-means = Si no, borramos la pantalla para la siguiente persona.
kiosk-still-here = Sí, estoy aquí
kiosk-help-asking = Un momento…
kiosk-help-asking-means = Avisamos a nuestro equipo.
kiosk-help-coming = Alguien viene hacia usted.
kiosk-help-coming-means = Quédese aquí, o siga mientras espera.
kiosk-help-failed = Desde aquí no podemos avisar a nuestro equipo.
kiosk-help-failed-means = Hable con cualquiera de nosotros en la sala. Le ayudamos con gusto.
kiosk-help-close = Seguir
refusal-unknown_slip = Este código no es de una de nuestras hojas. Empiece aquí, o hable con una persona.
kiosk-ring = Puede llamarnos: { $phone }
kiosk-more = Más
kiosk-more-top = Volver al principio
kiosk-noted = Anotado: { $needs }
kiosk-help-told = Hemos avisado a nuestro equipo.
kiosk-help-told-means = En cuanto alguien responda, aquí verá quién viene. Mientras tanto puede continuar.
kiosk-help-coming-by = { $name } va hacia usted.
kiosk-help-closed = Está cerrado: ahora no hay nadie aquí.
kiosk-help-closed-means = Puede llamarnos: { $phone }
