# Lines on the tablet: what is worth doing about them, and why somebody is next.

balance-move =
    Mover { $ticket } de { $from ->
        [pool] la fila común
       *[other] la fila del mostrador { $from }
    } a { $to ->
        [pool] la fila común
       *[other] la del mostrador { $to }
    }: { $before } → { $after } min
balance-moves =
    { $n ->
        [one] Mover { $n } cliente a una fila más corta
       *[other] Mover { $n } clientes a filas más cortas
    }: la más larga de ellas { $before } → { $after } min
balance-open = Abrir el mostrador { $counter } para { $services }: nueve de cada diez esperan como máximo { $before } → { $after } min
balance-borrow = Que { $name } atienda en el mostrador { $counter } durante { $minutes } min: nueve de cada diez esperan como máximo { $before } → { $after } min
balance-break = Que { $name } haga la pausa de las { $planned } a las { $put }: nueve de cada diez esperan como máximo { $before } → { $after } min
balance-coming =
    { $n ->
        [one] Se espera a { $n } persona en media hora
       *[other] Se espera a { $n } personas en media hora
    }
balance-unchanged = Nadie espera más
balance-later =
    { $n ->
        [one] { $n } persona espera más, pero no más de lo dicho
       *[other] { $n } personas esperan más, pero no más de lo dicho
    }

explain-earliest = El primero en llegar de los que este mostrador puede atender
explain-own_line = Primero de la fila de este mostrador; { $other }, en la fila { $line }, llegó menos de { $minutes } minutos antes
explain-waited_longer = Esperó { $minutes } minutos más, en la fila { $line }, que el primero de este mostrador
explain-idle = Nadie aquí para este mostrador: primero de los que esperan en { $line ->
        [pool] la fila común
       *[other] el mostrador { $line }
    }
explain-appointment = Cuenta como llegado { $minutes } minutos antes, por una cita
explain-head_start = Cuenta como llegado { $minutes } minutos antes, por una necesidad
explain-came_first =
    { $minutes ->
        [0] Llegó justo antes
        [one] Llegó { $minutes } minuto antes
       *[other] Llegó { $minutes } minutos antes
    }
explain-ahead_appointment = Cuenta como llegado { $minutes } minutos antes, por una cita
explain-ahead_head_start = Cuenta como llegado { $minutes } minutos antes, por una necesidad
explain-put_first = El equipo lo puso en primer lugar
