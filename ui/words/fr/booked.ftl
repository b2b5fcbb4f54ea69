# The customer's own page of an appointment. Said to one person, by a person.

booked = Votre rendez-vous
booked-when = { $weekday } { $day }
booked-checks-in = Annoncez-vous à partir de { $from }. Votre heure est gardée jusqu’à { $until }.
booked-number = Votre numéro
booked-number-how = Tapez-le sur la borne, ou montrez ce code à sa caméra.
booked-code = Le numéro { $code } en code pour la caméra de la borne
booked-late = Votre heure est passée. Annoncez-vous avant { $until }, et elle compte encore.
booked-missed = Votre heure est passée
booked-missed-more = Venez quand même : vous prenez un numéro et passez à votre tour. Ou convenez avec nous d’une autre heure.
booked-cancelled = Ce rendez-vous est annulé
booked-cancelled-more = Si c’est une erreur, parlez à l’un de nous.
booked-checked_in = Votre arrivée est notée
booked-follow = Voir ma place dans la file

booked-bring = À apporter
booked-bring-too = Et, selon votre cas
booked-bring-nothing = Vous n’avez rien à apporter.
booked-any =
    { $count ->
        [one] Un seul suffit :
       *[other] { $count } d’entre eux :
    }
booked-if = { $question } { $answers } :

booked-calendar = Mettre dans mon agenda
booked-in-calendar = Votre numéro à la borne : { $code }. Ce qu’il faut apporter, et en cas d’empêchement : { $address }
booked-cancel = Je ne peux pas venir
booked-cancel-title = Annuler ce rendez-vous ?
booked-cancel-what = Quelqu’un d’autre pourra prendre cette heure. Vous ne pourrez pas revenir en arrière ici.
booked-cancel-do = Oui, annuler

booked-gone = Ce lien n’ouvre aucun rendez-vous
booked-gone-more = Il est peut-être trop ancien. Notre équipe vous aide volontiers.
