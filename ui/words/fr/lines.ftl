# Lines on the tablet: what is worth doing about them, and why somebody is next.

balance-move =
    Déplacer { $ticket } de { $from ->
        [pool] la file commune
       *[other] la file du guichet { $from }
    } vers { $to ->
        [pool] la file commune
       *[other] celle du guichet { $to }
    } : { $before } → { $after } min
balance-moves =
    { $n ->
        [one] Déplacer { $n } client vers une file plus courte
       *[other] Déplacer { $n } clients vers des files plus courtes
    } : le plus long passe de { $before } → { $after } min
balance-open = Ouvrir le guichet { $counter } pour { $services } : neuf sur dix attendent au plus { $before } → { $after } min
balance-borrow = Faire servir { $name } au guichet { $counter } pendant { $minutes } min : neuf sur dix attendent au plus { $before } → { $after } min
balance-break = Mettre la pause de { $name } ({ $planned }) à { $put } : neuf sur dix attendent au plus { $before } → { $after } min
balance-coming =
    { $n ->
        [one] { $n } personne est attendue dans la demi-heure
       *[other] { $n } personnes sont attendues dans la demi-heure
    }
balance-unchanged = Personne n’attend plus longtemps
balance-later =
    { $n ->
        [one] { $n } personne attend plus longtemps, mais pas plus qu’annoncé
       *[other] { $n } personnes attendent plus longtemps, mais pas plus qu’annoncé
    }

explain-earliest = Premier arrivé de ceux que ce guichet peut servir
explain-own_line = Premier de la file de ce guichet ; { $other }, dans la file { $line }, est arrivé moins de { $minutes } minutes plus tôt
explain-waited_longer = A attendu { $minutes } minutes de plus, dans la file { $line }, que le premier de ce guichet
explain-idle = Personne ici pour ce guichet : premier de ceux qui attendent { $line ->
        [pool] dans la file commune
       *[other] au guichet { $line }
    }
explain-appointment = Compte comme arrivé { $minutes } minutes plus tôt, grâce à un rendez-vous
explain-head_start = Compte comme arrivé { $minutes } minutes plus tôt, à cause d’un besoin
explain-came_first =
    { $minutes ->
        [0] Arrivé juste avant
        [one] Arrivé { $minutes } minute plus tôt
       *[other] Arrivé { $minutes } minutes plus tôt
    }
explain-ahead_appointment = Compte comme arrivé { $minutes } minutes plus tôt, grâce à un rendez-vous
explain-ahead_head_start = Compte comme arrivé { $minutes } minutes plus tôt, à cause d’un besoin
explain-put_first = A été mis en premier par l’équipe
