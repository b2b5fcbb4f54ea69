# The customer's own page of an appointment. Said to one person, by a person.

booked = Su cita
booked-when = { $weekday }, { $day }
booked-checks-in = Avise de su llegada desde las { $from }. Guardamos su hora hasta las { $until }.
booked-number = Su número
booked-number-how = Escríbalo en el quiosco, o acerque este código a su cámara.
booked-code = El número { $code } como código para la cámara del quiosco
booked-late = Su hora ya empezó. Avise de su llegada antes de las { $until } y aún cuenta.
booked-missed = Su hora ya pasó
booked-missed-more = Venga de todos modos: toma un número y le llamamos por turno. O acuerde otra hora con nosotros.
booked-cancelled = Esta cita está cancelada
booked-cancelled-more = Si no es correcto, hable con alguno de nosotros.
booked-checked_in = Su llegada está anotada
booked-follow = Ver mi turno en la fila

booked-bring = Traiga por favor
booked-bring-too = Y, según su caso
booked-bring-nothing = No tiene que traer nada.
booked-any =
    { $count ->
        [one] Basta con uno de estos:
       *[other] { $count } de estos:
    }
booked-if = { $question } { $answers }:

booked-calendar = Poner en mi calendario
booked-in-calendar = Su número en el quiosco: { $code }. Qué traer, y si no puede venir: { $address }
booked-cancel = No puedo venir
booked-cancel-title = ¿Cancelar esta cita?
booked-cancel-what = Otra persona puede quedarse con la hora. Aquí no podrá deshacerlo.
booked-cancel-do = Sí, cancelarla

booked-gone = Este enlace no abre ninguna cita
booked-gone-more = Quizá fue hace demasiado tiempo. Nuestro equipo le ayuda con gusto.
