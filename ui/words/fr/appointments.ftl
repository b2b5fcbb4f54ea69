# Somebody who comes at a time.
kiosk-appointment = J’ai un rendez-vous
kiosk-appointment-means = Annoncez-vous avec son numéro ou son code.
kiosk-appointment-title = Quel est le numéro de votre rendez-vous ?
kiosk-appointment-lead = Il est dans votre confirmation. S’il y a un lecteur, présentez-lui le code.
kiosk-appointment-or-show = Il est dans votre confirmation. Vous pouvez aussi montrer son code.
kiosk-appointment-typed = Le numéro saisi
kiosk-appointment-erase = Effacer un chiffre
kiosk-appointment-check = Chercher
kiosk-appointment-unknown = Nous ne connaissons aucun rendez-vous au numéro { $code }. Essayez encore, ou parlez à quelqu’un.
kiosk-appointment-away = Nous ne pouvons pas le chercher pour l’instant. Revenez en arrière et prenez un ticket, ou parlez à quelqu’un.
kiosk-appointment-when = { $day }, { $time }

kiosk-appointment-in_time = Bienvenue à votre rendez-vous de { $time }.
kiosk-appointment-in_time-means = Vous êtes à l’heure : vous passez plus tôt dans la file.
kiosk-appointment-go-on = C’est bien moi
kiosk-appointment-go-on-means = Nous regardons vos documents, puis vous recevez votre ticket.

kiosk-appointment-early = Vous êtes en avance : votre rendez-vous est à { $time }.
kiosk-appointment-early-means = Vous pourrez vous annoncer à partir de { $from }.
kiosk-appointment-come-at = Je reviens à partir de { $from }
kiosk-appointment-come-at-means = Votre rendez-vous reste tel quel.
kiosk-appointment-anyway = Prendre un ticket maintenant
kiosk-appointment-anyway-means = Vous attendez votre tour, comme toute personne qui arrive maintenant. Le ticket remplace votre rendez-vous.

kiosk-appointment-late = Votre rendez-vous était à { $time }.
kiosk-appointment-late-means = Vous passiez plus tôt jusqu’à { $until }. Maintenant, vous attendez votre tour, comme toute personne qui arrive.
kiosk-appointment-in-turn = Prendre un ticket maintenant
kiosk-appointment-in-turn-means = Nous regardons vos documents, puis vous recevez votre ticket.

kiosk-appointment-other_day = Votre rendez-vous est { $day }, à { $time }.
kiosk-appointment-other_day-means = Vous pourrez vous annoncer ce jour-là.
kiosk-appointment-come-then = Je viendrai { $day }
kiosk-appointment-come-then-means = Votre rendez-vous reste tel quel.
kiosk-appointment-without = Prendre un ticket pour aujourd’hui
kiosk-appointment-without-means = Vous attendez votre tour. Votre rendez-vous reste tel quel.

kiosk-appointment-checked_in = Votre arrivée est notée. Votre numéro est { $ticket }.
kiosk-appointment-checked_in-means = Regardez l’écran : nous vous appelons.
kiosk-appointment-done = D’accord
kiosk-appointment-done-means = Ticket perdu ? Toute notre équipe peut vous le remontrer.

kiosk-appointment-cancelled = Votre rendez-vous de { $time } a été annulé.
kiosk-appointment-cancelled-means = Si cela vous surprend, parlez à quelqu’un.
kiosk-appointment-walk-in = Prendre un ticket maintenant
kiosk-appointment-walk-in-means = Vous attendez votre tour, comme toute personne qui arrive maintenant.

kiosk-ticket-appointment = Rendez-vous à { $time }

# The tablets.
staff-appointments = Rendez-vous
staff-appointment = Rendez-vous
staff-appointment-at = Rendez-vous { $time }
staff-appointments-n = { $n ->
    [one] { $n } rendez-vous à venir
   *[other] { $n } rendez-vous à venir
}
staff-no-appointments = Personne n’a rendez-vous aujourd’hui.
staff-more-appointments = Il y en a d’autres. Voici les { $n } premiers.
staff-appointment-due = Dans { $n ->
    [one] une minute
   *[other] { $n } minutes
}
staff-appointment-due-at = C’est l’heure
staff-appointment-late = Pas encore là, à temps jusqu’à { $until }
staff-appointment-missed = Pas là : trop tard pour passer plus tôt
staff-appointment-checked_in = Là, avec { $ticket }
staff-appointment-cancelled = Annulé
staff-appointment-number = Numéro { $code }
staff-appointments-to_come = À venir
staff-appointments-not_come = Pas venus
staff-appointments-here = Là ou terminés
staff-appointments-cancelled = Annulés
staff-appointment-check-in = Noter l’arrivée
staff-appointment-check-in-who = Noter l’arrivée : { $who }
staff-appointment-change = Lien, report ou annulation : { $who }
staff-appointment-is-here = { $ticket }, { $who }, est dans la file.
staff-appointment-open = Documents et fiche
staff-appointment-early = Trop tôt : à l’heure à partir de { $from }
staff-appointment-early-means = Si l’arrivée est notée maintenant, cette personne attend son tour, et le ticket remplace le rendez-vous.
staff-appointment-in-turn = Noter l’arrivée, à son tour
staff-appointment-not-yet = Attendre jusque-là
staff-appointment-link = Donner le lien au client
staff-appointment-link-title = { $who } · { $time }
staff-appointment-link-explain = Le client scanne ce code : l’heure pour son agenda, ce qu’il faut apporter, et comment annuler.
staff-appointment-move = Reporter à une autre heure
staff-appointment-move-title = { $who }, { $time } : à quand ?
staff-appointment-other-time = Une autre heure
staff-appointment-new-time = Nouvelle heure
staff-appointment-moved = { $who } vient { $when }.
staff-appointment-cancel = Annuler
staff-appointment-cancel-title = { $who }, { $time } : pourquoi annuler ?
staff-appointment-was-cancelled = Le rendez-vous de { $who } est annulé.
staff-appointment-reason-customer = Le client s’est décommandé
staff-appointment-reason-store = Nous ne pouvons pas l’assurer
staff-appointment-reason-twice = Il a été pris deux fois
staff-appointment-reason-other = Une autre raison
