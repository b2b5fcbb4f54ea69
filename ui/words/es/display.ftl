# The waiting-room TV. Read from 8 m by people who glance up: as short as it can be said.

display-title = Llamamos a
display-counter = Mostrador
display-last = Últimos llamados
display-next = Siguientes
display-any-counter = primer mostrador libre
display-minutes = min
display-about = unos
display-service-closed = cerrado
display-no-wait-known = pregúntenos
display-wait-closing = quizá hoy no
display-counter-free = libre
display-counter-closed = cerrado
display-counter-break = vuelve pronto
display-counter-break-until = vuelve a las { $time }
display-quiet = Tome asiento.
display-quiet-more = Su número aparece aquí.
display-free = Nadie espera.
display-free-more = Tome un número y pase.
display-no-counter = Un momento.
display-no-counter-more = Pronto abre un mostrador.
display-closed = Está cerrado.
display-closed-until = Abrimos otra vez { $when }
display-closed-waiting = A quienes están aquí aún les atendemos.
display-long-wait = { $service }: hoy tarda más.
display-long-wait-many = { $service }: hay mucha gente y tarda más.
display-long-wait-break = { $service }: tarda más, { $counter } está en pausa.
display-long-wait-break-until = { $service }: tarda más, { $counter } está en pausa hasta las { $time }.
display-long-wait-closed = { $service }: tarda más, aún no hay ningún mostrador abierto.
display-long-wait-services = { $service }: la atención dura más de lo normal.
# Who was told less: numbers and what their wait is now, and why.
display-later = Espera nueva, más larga de lo dicho:
display-later-unknown = en cuanto podamos
display-why-counter_on_break = { $counter } está en pausa.
display-why-counter_on_break-until = { $counter } está en pausa hasta las { $time }.
display-why-counter_closed = { $counter } ha cerrado.
display-why-counters_closed = Ahora no hay ningún mostrador abierto para esto.
display-why-longer_services = La atención dura más de lo normal.
display-why-many_people = Hay mucha gente.
display-why-longer_than_thought = Pensábamos ir más rápido.
# Who is away with the place kept: a number, and until when it is.
display-kept = Turnos guardados:
display-kept-until = vuelve antes de las { $time }
display-stale = Sin noticias desde las { $time }. Esté atento a su número.
display-demo = Demo
display-sound-off = Aún sin sonido: toque la pantalla una vez
display-over-an-hour = más de una hora
display-every-service = Todos los servicios
display-long-waits = Hoy se tarda más.
# Cuando se llamó un número posterior antes que uno anterior.
display-order = Las citas y las necesidades pueden cambiar el orden.
