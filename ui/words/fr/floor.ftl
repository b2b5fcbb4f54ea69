# Words every screen and the server share: refusals, states, verdicts, ends.

refusal-already_called = { $ticket } a déjà été appelé au guichet { $counter }. Appelez le suivant.
refusal-already_ended =
    { $ended_as ->
        [served] { $ticket } a déjà été servi.
        [no_show] { $ticket } a été appelé et n’est pas venu. Si le client est finalement là, annulez pour reprendre la visite.
        [cancelled_by_customer] Le client { $ticket } a rendu sa place.
       *[other] La visite { $ticket } est déjà terminée.
    }
refusal-already_held = La place de { $ticket } est déjà gardée.
refusal-answered_otherwise =
    { $how ->
        [typed] La réponse à « { $question } » se tape à la borne, et seule son empreinte est acceptée ici : envoyez { "{" } "match": … { "}" }, ou laissez-la de côté.
       *[other] La réponse à « { $question } » se choisit. Envoyez l’une de celles qui sont proposées.
    }
refusal-appointment_cancelled = Le rendez-vous { $code } a été annulé. Prenez-en un autre, ou un ticket sans rendez-vous.
refusal-appointment_checked_in = L’arrivée du rendez-vous { $code } est déjà notée : son ticket est { $ticket }.
refusal-appointment_closed = Le magasin est fermé à cette heure. Choisissez une heure d’ouverture.
refusal-appointment_other_day = Le rendez-vous { $code } est un autre jour. Venez ce jour-là, ou prenez un ticket sans lui.
refusal-appointment_moved = Quelqu’un a déplacé le rendez-vous { $code } entre-temps. Regardez d’abord sa nouvelle heure.
refusal-appointment_past = Cette heure est passée. Choisissez-en une à venir.
refusal-code_taken = Le rendez-vous de quelqu’un d’autre porte le numéro { $code }. Choisissez-en un autre, ou n’en donnez pas : il sera attribué.
refusal-counter_busy = Le guichet { $counter } est avec { $ticket }. Terminez d’abord.
refusal-counter_cannot_serve = Le guichet { $counter } ne s’en occupe pas. Choisissez-en un qui le fait.
refusal-counter_not_open = Le guichet { $counter } est fermé. Ouvrez-le d’abord, ou choisissez-en un autre.
refusal-counter_on_break = Le guichet { $counter } est en pause. Rouvrez-le, ou choisissez-en un autre.
refusal-end_not_in_service = Le service de { $ticket } a pris fin entre son début et maintenant. Choisissez une heure entre les deux.
refusal-hold_too_long = Une place se garde { $most } minutes au plus. Choisissez une durée plus courte.
refusal-hold_used = La place de { $ticket } a déjà été gardée une fois. Adressez-vous à l’équipe.
refusal-not_allowed_now =
    { $state ->
        [waiting] { $ticket } attend encore : ce n’est pas encore possible.
        [held] La place de { $ticket } est gardée : ce n’est pas encore possible.
        [called] { $ticket } a été appelé et arrive.
        [serving] { $ticket } est au guichet en ce moment.
       *[other] Ce n’est pas possible maintenant.
    }
refusal-nothing_to_undo = Il n’y a rien à annuler pour { $ticket }.
refusal-papers_not_ready = Il manque des documents. Vous pouvez attendre quand même, aller les chercher pendant que nous gardons votre place, ou revenir un autre jour.
refusal-promise_already_kept = Cette promesse est déjà notée comme tenue.
refusal-promise_stays_kept = Cette promesse est notée comme tenue depuis trop longtemps pour revenir dessus.
refusal-same_line = { $ticket } est déjà dans cette file.
refusal-day_not_closed = Ce jour est ouvert, ou personne n’y a été renvoyé : il n’y a rien à rouvrir.
refusal-store_closed = Le magasin est fermé. Revenez aux heures d’ouverture.
refusal-suggestion_outdated = La situation a changé depuis cette suggestion. Regardez les nouvelles.
refusal-suggestion_settled =
    { $state ->
        [taken] Un collègue l’a déjà fait.
        [put_off] Un collègue a déjà répondu « pas maintenant ».
       *[other] Cette suggestion n’est plus d’actualité.
    }
refusal-unknown_suggestion = Il n’y a pas de telle suggestion aujourd’hui.
refusal-undo_too_late = Il est trop tard pour annuler cela pour { $ticket }.
refusal-unknown_answer = « { $answer } » n’est pas une réponse à « { $question } ». Choisissez parmi celles proposées.
refusal-unknown_appointment = Ce magasin n’a pas de tel rendez-vous. Vérifiez le numéro.
refusal-unknown_counter = Il n’y a pas de guichet « { $counter } » dans ce magasin.
refusal-unknown_help = Quelqu’un a déjà répondu à cet appel.
refusal-unknown_language = Ce magasin ne propose pas la langue « { $language } ».
refusal-unknown_need = Ce magasin ne connaît pas le besoin « { $need } ».
refusal-unknown_paper = Ce magasin ne connaît pas le document « { $paper } ».
refusal-unknown_promise = Il n’y a pas de telle promesse.
refusal-unknown_question = « { $question } » n’est pas une question du service « { $service } ».
refusal-unknown_recovery = Ce magasin ne propose pas « { $recovery } ». Choisissez dans sa liste.
refusal-unknown_service = Il n’y a pas de service « { $service } » dans ce magasin.
refusal-unknown_staff = Personne du nom de « { $staff } » ne travaille ici. Choisissez un nom dans la liste de l’équipe.
refusal-unknown_visit = Il n’y a pas de telle visite aujourd’hui.
refusal-arrival_not_today = L’arrivée doit être aujourd’hui, et non dans l’avenir.
state-waiting = attend
state-held = place gardée
state-called = appelé
state-serving = au guichet
state-ended = terminé
counter-open = ouvert
counter-closed = fermé
counter-break = en pause
ended-served = servi
ended-no_show = pas venu
ended-walkout = parti avant l’appel
ended-cancelled_by_customer = a rendu sa place
ended-removed_by_staff = retiré par l’équipe
ended-turned_away = revient un autre jour
ended-end_of_day = encore là à la fermeture
verdict-ready = Documents complets
verdict-fixable_here = Manque, possible sur place
verdict-fetch = Manque, à aller chercher
verdict-not_today = Manque, impossible aujourd’hui
verdict-sentence-ready = Vous avez tout ce qu’il faut.
verdict-sentence-fixable_here = Il manque quelque chose, et vous pouvez l’obtenir ici même.
verdict-sentence-fetch = Il manque quelque chose. Vous pouvez aller le chercher, nous gardons votre place.
verdict-sentence-not_today = Il manque quelque chose qu’on ne peut pas obtenir aujourd’hui. Mieux vaut revenir avec que d’attendre pour rien.
paper-declared = le client l’a
paper-read = lu à la borne
paper-seen = vu
paper-missing = manque
paper-unsure = pas sûr
paper-rejected = refusé
paper-reason-expired = Trop ancien ou périmé
paper-reason-not_original = Pas l’original
paper-reason-other_name = Un autre nom y figure
paper-reason-unreadable = Illisible
paper-reason-wrong_paper = Un autre document
paper-reason-too_old = Trop ancien
paper-reason-not_readable = Illisible
paper-reason-unsure = pas sûr
paper-reason-expires_soon = Bientôt périmé
paper-reason-does_not_match = Ne correspond pas aux autres documents
paper-reason-not_as_typed = Un autre numéro ou nom que celui tapé
paper-reason-missing = Il n’était pas là
paper-reason-rejected = Aucune raison donnée
paper-reason-other = Une autre raison
paper-mend-not_as_typed = Vérifiez ce que vous avez tapé et montrez-le encore, ou apportez celui qui dit la même chose.
paper-mend-does_not_match = Apportez celui qui porte le même nom ou numéro que vos autres documents.
paper-form-original = l’original
paper-form-certified = une copie certifiée
paper-form-copy = une copie suffit
paper-form-screen = l’écran de votre téléphone suffit
paper-max-age =
    { $days ->
        [one] de { $days } jour au plus
       *[other] de { $days } jours au plus
    }
action-call = Appeler
action-move = Déplacer
action-hold = Garder la place
action-return = De retour dans la file
action-recall = Rappeler
action-start = Le client est là
action-no_show = Pas venu
action-finish = Terminer
action-transfer = Transmettre
action-papers = Documents
action-recover = Se rattraper
action-remove = Retirer de la liste
action-cancel = Rendre la place
action-undo = Annuler
basis-history = d’après aujourd’hui et les dernières semaines
basis-typical = pas encore assez de recul ; d’habitude
basis-no_counter_open = aucun guichet n’est encore ouvert pour cela
outcome-resolved = Réglé
outcome-unresolved = Pas réglé
outcome-escalated = Repris par le responsable
counter-number = Guichet { $counter }
people-ahead =
    { $count ->
        [0] Vous êtes le prochain numéro
        [one] { $count } personne avant vous
       *[other] { $count } personnes avant vous
    }
# For who comes another day.
coming-title = Nos heures d’ouverture
coming-all-day = toute la journée
coming-quiet = le plus calme { $from }–{ $to } : { $wait }
coming-unknown = Nous ne savons pas encore quand c’est calme : nous ne sommes pas ouverts depuis assez longtemps.
refusal-counter_taken = { $name } est au guichet { $counter }. Demandez d’abord ; dites ensuite que vous prenez la place.
refusal-closed_early =
    { $days ->
        [0] Nous fermons à { $since } aujourd’hui, plus tôt que d’habitude. Adressez-vous à une personne de l’équipe.
        [1] Nous fermons à { $since } aujourd’hui, plus tôt que d’habitude. Revenez demain à partir de { $opens }.
       *[other] Nous fermons à { $since } aujourd’hui, plus tôt que d’habitude. Nous rouvrons dans { $days } jours à { $opens }.
    }
refusal-service_closed =
    { $days ->
        [0] Ce service s’est terminé à { $since } aujourd’hui. Adressez-vous à une personne de l’équipe.
        [1] Ce service s’est terminé à { $since } aujourd’hui. Revenez demain à partir de { $opens }, ou choisissez un autre service.
       *[other] Ce service s’est terminé à { $since } aujourd’hui. Nous rouvrons dans { $days } jours à { $opens } ; ou choisissez un autre service.
    }
refusal-exception_not_today = Choisissez une heure entre maintenant et la fermeture habituelle d’aujourd’hui.
refusal-unknown_exception = Cela a déjà été retiré.
# Ce qui est différent aujourd’hui, pour tous les écrans.
today-closes = Nous fermons à { $time } aujourd’hui.
today-service = { $service } : aujourd’hui seulement jusqu’à { $time }.
today-service-over = { $service } : terminé pour aujourd’hui depuis { $time }.
today-late-short_staffed = Nous sommes moins nombreux aujourd’hui : tout prend plus de temps.
today-late-system_down = Nos ordinateurs sont lents ou en panne : tout prend plus de temps.
today-late-many_people = Il y a beaucoup de monde aujourd’hui : tout prend plus de temps.
today-late-emergency = Une urgence est survenue : tout prend plus de temps.
today-late-other = Tout prend plus de temps aujourd’hui.
