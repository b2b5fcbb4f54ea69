# The manager's page. Figures are told as people say them; each with what it is a share of.

manager-and = { ", " }
manager-language = Idioma
manager-print = Imprimir
manager-range = Qué días
manager-range-name =
    { $name ->
        [today] Hoy
        [yesterday] Ayer
        [week] Esta semana
        [days7] Últimos 7 días
        [days30] Últimos 30 días
       *[own] Otras fechas
    }
manager-from = Del
manager-last = al
manager-live = en directo
# The answer. $time: today, lately (days that hold today), day (a past one) or past (past days).
manager-empty =
    { $time ->
        [today] Hoy aún no hay visitas.
        [lately] En estos días aún no hay visitas.
        [day] Ese día no vino nadie.
       *[past] En esos días no vino nadie.
    }
manager-sentence =
    { $mood ->
        [early]
            { $time ->
                [past] Vino demasiada poca gente para juzgar: { $facts }.
               *[today] Demasiado pronto para decirlo: { $facts }.
            }
        [well]
            { $time ->
                [past] Fue bien: { $facts }.
               *[today] Va bien: { $facts }.
            }
        [mixed]
            { $time ->
                [past] Fue bastante bien: { $facts }.
               *[today] Va bastante bien: { $facts }.
            }
       *[slow]
            { $time ->
                [past] La gente esperó demasiado: { $facts }.
               *[today] La gente espera demasiado: { $facts }.
            }
    }
manager-visits =
    { $time ->
        [past]
            { $n ->
                [one] 1 visita
               *[other] { $n } visitas
            }
       *[today]
            { $n ->
                [one] 1 visita hasta ahora
               *[other] { $n } visitas hasta ahora
            }
    }
manager-half-within =
    { $minutes ->
        [one] la mitad llamada en un minuto
       *[other] la mitad llamada en { $minutes } minutos
    }
manager-kept =
    { $of ->
        [one] { $n } de 1 espera anunciada cumplida
       *[other] { $n } de { $of } esperas anunciadas cumplidas
    }
manager-door =
    { $minutes ->
        [one] llamados en un minuto, nuestro objetivo: { $n } de { $of }
       *[other] llamados en { $minutes } minutos, nuestro objetivo: { $n } de { $of }
    }
manager-n-of = { $n } de { $of }
manager-percent = { $percent } %
manager-n = n = { $n }
manager-alerts = Lo que necesita a alguien ahora
manager-no-alerts = Ahora nada le necesita.
manager-ago =
    { $minutes ->
        [0] ahora mismo
       *[other] hace { $minutes } min
    }
manager-alert-help =
    { $where ->
        [kiosk] Alguien en el quiosco ha pedido una persona, { $ago }.
       *[other] Alguien ha pedido una persona, { $ago }.
    }
manager-alert-help-language =
    { $where ->
        [kiosk] Alguien en el quiosco ha pedido una persona, { $ago }. Habla { $language }.
       *[other] Alguien ha pedido una persona, { $ago }. Habla { $language }.
    }
manager-alert-colleague =
    { $wants ->
        [manager] { $name }, en { $counter }, le pide que venga, { $ago }.
       *[colleague] { $name }, en { $counter }, pide un compañero, { $ago }.
    }
manager-tried = Ya intentado: { $tried }.
manager-tried-listened = escuchado
manager-tried-explained = explicado
manager-tried-apologised = pedido disculpas
manager-tried-papers = mirado los documentos
manager-tried-alternatives = ofrecido otra cosa
manager-alert-line =
    { $state ->
        [break] { $counter } está en pausa con { $n } en su fila.
       *[closed] { $counter } está cerrado con { $n } en su fila.
    }
manager-alert-break-until = { $counter } está en pausa hasta las { $until } con { $n } en su fila.
manager-alert-pool =
    { $n ->
        [one] 1 persona espera para { $service }, y no hay ningún mostrador abierto.
       *[other] { $n } personas esperan para { $service }, y no hay ningún mostrador abierto.
    }
manager-alert-long =
    { $n ->
        [one] { $ticket } ha esperado { $minutes } min, más que nuestro objetivo de { $target }.
       *[other] { $n } personas han esperado más de { $target } min, { $ticket } la que más: { $minutes } min.
    }
manager-alert-risk =
    { $n ->
        [one] Una espera anunciada está a punto de incumplirse: { $tickets }.
       *[other] { $n } esperas anunciadas están a punto de incumplirse: { $tickets }.
    }
manager-alert-forgotten = { $ticket } lleva { $minutes } min en { $counter }. ¿Ha terminado?
manager-waiting =
    { $by ->
        [day] Cuánto se esperó, día a día
       *[hour] Cuánto se esperó, hora a hora
    }
manager-key-half = la mitad no esperó más
manager-key-nine = nueve de cada diez no esperaron más (minutos)
manager-target = objetivo { $minutes } min
manager-arrivals-by =
    { $by ->
        [day] Cuántos llegaron, día a día
       *[hour] Cuántos llegaron, hora a hora
    }
manager-arrivals = Llegadas
manager-waiting-min = Espera, minutos
manager-as-table = Tabla
manager-as-chart = Gráfico
manager-quotes-kept = Esperas anunciadas cumplidas
manager-no-quotes = Aún no se ha llamado a nadie a quien se anunció una espera.
manager-all-kept = Se llamó a todos a la hora anunciada.
manager-late-by =
    { $n ->
        [one] La incumplida se retrasó { $minutes } min.
       *[other] Las { $n } incumplidas se retrasaron { $minutes } min de media.
    }
manager-ends = Cómo terminaron las visitas
manager-no-ends = No ha terminado ninguna visita.
manager-here-now =
    { $n ->
        [one] 1 aún aquí
       *[other] { $n } aún aquí
    }
manager-all-figures = Todas las cifras
manager-by-what = Por qué
manager-by =
    { $by ->
        [service] Servicio
        [counter] Mostrador
        [staff] Equipo
        [hour] Hora
        [weekday] Día de la semana
        [week] Semana
       *[day] Día
    }
manager-table-of =
    { $by ->
        [service] Todas las cifras por servicio
        [counter] Todas las cifras por mostrador
        [staff] Todas las cifras por persona del equipo
        [hour] Todas las cifras por hora
        [weekday] Todas las cifras por día de la semana
        [week] Todas las cifras por semana
       *[day] Todas las cifras por día
    }
manager-nobody =
    { $by ->
        [counter] En ninguna fila
       *[staff] No llamado
    }
manager-downloads = Para llevar
manager-csv = Esta tabla, CSV
manager-xlsx = Excel
manager-visits-csv = Todas las visitas, CSV
manager-total = Todo
manager-people = Personas
manager-arrived = llegaron
manager-served = atendidos
manager-left = se fueron de otro modo
manager-still-here = aún aquí
manager-called = llamados (n)
manager-half = la mitad en
manager-nine = nueve de diez
manager-longest = la más larga
manager-promised = Objetivo y anuncios
manager-within-target = en el objetivo
manager-quotes = anuncios cumplidos
manager-late = retraso, min
manager-service-min = Atención, minutos
manager-service-n = terminados (n)
manager-forgotten =
    { $n ->
        [one] 1 visita nunca se terminó; no cuenta en los tiempos de atención.
       *[other] { $n } visitas nunca se terminaron; no cuentan en los tiempos de atención.
    }
manager-start-assumed =
    { $of ->
        [one] No se marcó el comienzo de la única atención; vale su llamada.
       *[other] En { $n } de { $of } atenciones no se marcó el comienzo; vale la llamada.
    }
manager-transferred =
    { $n ->
        [one] 1 persona pasó a otro mostrador y volvió a esperar.
       *[other] { $n } personas pasaron a otro mostrador y volvieron a esperar.
    }
manager-old-figures = El ordenador de la tienda no responde. Estas cifras son de las { $time }.
manager-papers = Documentos
manager-papers-tables = Tablas
manager-papers-ready = completos en la entrada
manager-papers-not-asked = no preguntados en la entrada
manager-papers-before = se fueron sin esperar
manager-papers-after = se fueron tras esperar
manager-papers-lost = { $minutes } min esperados para nada
manager-papers-saved = espera evitada
manager-papers-at-least = al menos { $minutes } min
manager-papers-seen = atención, documentos vistos antes de la llamada (min)
manager-papers-unseen = atención, documentos no vistos antes (min)
manager-papers-within = { $low } a { $high } (95 %), n = { $n }
manager-mend = Qué texto mejorar primero
manager-mend-of = Rechazados en un mostrador, de los que la entrada dio por buenos.
manager-mend-none = Nada de lo que la entrada dio por bueno fue rechazado en un mostrador.
manager-mend-n = de los dados por listos
manager-mend-visits = visitas afectadas
manager-wording = { $paper }: { $reason }
manager-wording-what = Documento y motivo
manager-rejected = Rechazados, por documento y motivo
manager-rejected-n = rechazados
manager-rejected-counter = en un mostrador
manager-rejected-line = en la fila
manager-told-by =
    { $by ->
        [week] Llamados a la hora anunciada, semana a semana (de cien)
        [day] Llamados a la hora anunciada, día a día (de cien)
       *[hour] Llamados a la hora anunciada, hora a hora (de cien)
    }
manager-told-goal = nuestra promesa: noventa
manager-off-title = Antes o después
manager-off-range = De { $n } llamados, { $within } dentro del margen anunciado, { $earlier } antes, { $later } después.
manager-off-mean =
    { $side ->
        [later] De media { $minutes } min después de lo probable.
       *[earlier] De media { $minutes } min antes de lo probable.
    }
manager-off =
    { $bin ->
        [earlier_20_up] más de 20 min antes de la hora dicha
        [earlier_10_20] 10–20 min antes
        [earlier_5_10] 5–10 min antes
        [earlier_0_5] hasta 5 min antes
        [later_0_5] hasta 5 min después
        [later_5_10] 5–10 min después
        [later_10_20] 10–20 min después
       *[later_20_up] más de 20 min después
    }
manager-why = Por qué se incumplieron anuncios
manager-why-reason =
    { $reason ->
        [counter_on_break] un mostrador estaba en pausa
        [counter_closed] un mostrador había cerrado
        [counters_closed] no había ningún mostrador abierto para ello
        [longer_services] la atención duraba más de lo normal
        [many_people] había mucha gente
        [longer_than_thought] nada que se viera en la sala
       *[unknown] no se sabe
    }
manager-recovered = Compensado
manager-recovered-of = A { $n } de { $of } se les ofreció algo por ello.
manager-recovered-none = A nadie se le ofreció nada por ello.
manager-recovery-other = otra cosa
manager-promises = Promesas para después de la visita
manager-promise-made = hechas
manager-promise-kept = cumplidas a tiempo
manager-promise-late = con retraso
manager-promise-late-by = { $time } de media
manager-promise-owed = con retraso y aún pendientes
manager-promise-open = aún no vencidas
manager-promise-due = Próximos vencimientos
manager-promise-none-due = No debemos nada a nadie.
manager-promise-is-late = con retraso desde { $when }
manager-promise-by = antes de { $when }
manager-promise-by-what =
    { $by ->
        [service] Por servicio
       *[staff] Por persona
    }
manager-appointments = Citas
manager-appointments-csv = Todas las citas (CSV)
manager-appointments-booked = pedidas
manager-appointments-cancelled = { $n } más canceladas
manager-appointments-came = vinieron
manager-appointments-how = { $early } antes, { $inTime } a tiempo, { $late } tarde
manager-appointments-not-come = no vinieron
manager-appointments-to-come = por venir
manager-appointments-after = minutos después de su hora, hasta la llamada
manager-appointments-wait = la mitad en { $half }, nueve de diez en { $nine }
manager-appointments-by =
    { $by ->
        [service] Por servicio: minutos después de su hora
       *[hour] Por hora: minutos después de su hora
    }
manager-staffing = Mostradores necesarios
manager-staffing-note = Para que nueve de cada diez no esperen más de { $minutes } min.
manager-staffing-said =
    { $n ->
        [one] Un mostrador basta, también en la hora de más gente, { $time }. Tenía { $had }.
       *[other] En la hora de más gente, { $time }, hacen falta { $n } mostradores. Tenía { $had }.
    }
manager-staffing-little = Se sabe demasiado poco para decirlo: { $days } días y { $services } atenciones en ese tiempo. A partir de tres días y veinte atenciones, aquí se dice cuántos mostradores hacen falta.
manager-staffing-cell = En grande: necesarios. En pequeño: los que atendían, de media.
manager-staffing-fewer = menos de los necesarios
manager-staffing-n = { $days } días, { $services } atenciones
manager-staffing-days = Todos los días
manager-staffing-likely = bastarían de { $low } a { $high }; { $n } personas en { $days } días
manager-change = Antes y después
manager-change-when = Qué cambió el
manager-change-explain = Indique el día en que algo cambió: un mostrador más, otra forma de entregar documentos. Se comparan hasta cuatro semanas anteriores con hasta cuatro semanas desde ese día.
manager-change-dates = { $before } y { $after }
manager-change-before = Antes
manager-change-after = Después
manager-change-difference = Diferencia
manager-change-verdict = Significa
manager-change-measure =
    { $name ->
        [arrived] Personas al día
        [waiting] Espera, min
        [service] Atención, min
        [within_target] En el objetivo, %
        [quotes_kept] Anuncios cumplidos, %
       *[late] Retraso al incumplir, min
    }
manager-change-n =
    { $days ->
        [one] n = { $n }, 1 día
       *[other] n = { $n }, { $days } días
    }
manager-change-range = { $low } a { $high }
manager-change-said =
    { $verdict ->
        [better] mejor
        [worse] peor
        [chance] puede ser azar
        [other] distinto
       *[few] demasiados pocos días para decirlo
    }
manager-wait =
    { $n ->
        [one] 1 persona espera
       *[other] { $n } esperan
    }
manager-wait-late =
    { $n ->
        [one] 1 persona espera desde hace más de { $target } minutos
       *[other] { $n } esperan, { $late } de ellas desde hace más de { $target } minutos
    }
manager-gone =
    { $n ->
        [one] 1 se fue sin ser atendida
       *[other] { $n } se fueron sin ser atendidas
    }
manager-jumps = En esta página
manager-served-how = En qué quedó
manager-served-by =
    { $by ->
        [staff] Por persona
       *[service] Por servicio
    }
manager-outcomes = Resultados
manager-outcomes-none = No se ha anotado nada.
manager-resolved = resuelto
manager-first-person = resuelto por la primera persona
manager-escalated = se ocupó un responsable
manager-passed-on = derivados
manager-score = opinión de los clientes
manager-score-of = { $mean } de 5 (n = { $n })
manager-sales = ventas
manager-feedback = Lo que dicen los clientes
manager-feedback-none =
    { $of ->
        [one] La persona atendida no ha dicho nada.
       *[other] Ninguna de las { $of } personas atendidas ha dicho nada.
    }
manager-feedback-said = { $n } de { $of } personas atendidas dieron { $mean } de 5 de media. Quienes responden rara vez se parecen a quienes no lo hacen.
manager-stars =
    { $stars ->
        [one] { $stars } estrella
       *[other] { $stars } estrellas
    }
manager-balance = Filas: qué se propuso y a quién se adelantó
manager-suggested = propuestas aceptadas
manager-suggested-saved = espera que ahorraron
manager-suggested-promised = previstos { $minutes } min (n = { $n })
manager-minutes = { $minutes } min
manager-moves = cambios de fila
manager-elsewhere = llamados desde otra fila
manager-overtakes = veces que se adelantó a alguien
manager-overtakes-why = fila propia { $line }, necesidades y citas { $start }, a mano { $hand }; a una misma persona { $worst } veces como máximo
manager-overtakes-needs = Adelantados, por necesidad
manager-overtakes-most = a una misma persona como máximo
manager-need = Necesidad
manager-visits-n = visitas
manager-no-date = elija un día

manager-today = Hoy es distinto …
manager-close = Cerrar
