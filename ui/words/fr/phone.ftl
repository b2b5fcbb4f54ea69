# The customer's own page, reached by the QR code on the ticket. Said to one person, by a person.

phone-language = Langue
phone-line-of = File de { $counter }
phone-line-any = Le premier guichet libre
phone-next = C’est bientôt à vous.
phone-ahead =
    { $count ->
        [one] { $count } personne avant vous
       *[other] { $count } personnes avant vous
    }
phone-wait-now = Attente à partir de maintenant
phone-wait-unknown = Aucun guichet n’est encore ouvert pour cela. Nous vous le disons ici dès qu’il y en a un.
phone-wait-closing = Nous fermons bientôt et n’arriverons peut-être pas jusqu’à vous. Parlez à l’un de nous.
phone-promise = Vous êtes appelé avant { $time }.
phone-promise-told = Annoncé à { $at } : { $range }
phone-promise-passed = Nous avions dit avant { $time }. C’est plus long, et nous en sommes désolés.
phone-risk = C’est plus long qu’annoncé
phone-risk-counter_on_break = { $counter } est en pause.
phone-risk-counter_on_break-until = { $counter } est en pause jusqu’à { $time }.
phone-risk-counters_closed = Aucun guichet n’est ouvert pour cela en ce moment.
phone-risk-counter_closed = { $counter } a fermé.
phone-risk-longer_services = Le service dure plus longtemps que d’habitude.
phone-risk-many_people = Il y a beaucoup de monde aujourd’hui.
phone-risk-longer_than_thought = Nous pensions aller plus vite.
phone-risk-new = Nouvelle estimation : { $range }.
phone-risk-choice = Vous gardez votre place. Vous pouvez aussi vous absenter un moment.
phone-ready = À préparer
phone-bring-too = À apporter aussi
phone-missing = Manque encore
phone-paper-declared = vous l’avez
phone-paper-read = lu à la borne
phone-paper-seen = vérifié, tout va bien
phone-paper-rejected = ne convient pas
phone-or = ou
phone-bring-any = Un seul suffit :
phone-declare = Je l’ai maintenant
phone-declare-another = J’en ai un autre maintenant
phone-declared = Merci, c’est noté.
phone-ring = Faire sonner ce téléphone
phone-ring-why = Quand c’est à vous, il sonne et devient jaune. Laissez cette page ouverte.
phone-ring-on = Il sonne quand c’est à vous. Laissez cette page ouverte.
phone-hold = M’absenter, garder ma place
phone-hold-title = Combien de temps vous faut-il ?
phone-hold-minutes =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
phone-hold-what = Nous gardons votre place jusqu’à { $time } et ne vous appelons pas d’ici là. À votre retour, touchez « Je suis de retour ». Après { $time }, votre place est perdue. C’est possible une fois.
phone-hold-do = Garder ma place
phone-hold-used = Vous vous êtes déjà absenté une fois. Si vous devez repartir, dites-le à l’un de nous.
phone-held = Votre place est gardée
phone-held-until = Soyez de retour avant { $time }
phone-held-after = Ensuite, votre place va à la personne suivante.
phone-return = Je suis de retour
phone-cancel = Rendre ma place
phone-cancel-title = Rendre votre place ?
phone-cancel-what = Votre numéro { $ticket } disparaît, et la personne suivante avance. Pour revenir, vous prenez un nouveau numéro.
phone-cancel-do = Oui, la rendre
phone-back = Non, retour
phone-working = Un instant…
phone-not-sent = Le magasin n’a pas répondu. Rien n’a changé ; essayez encore.
phone-called = { $counter } vous attend
phone-called-at = Appelé à { $time }
phone-called-come = Venez au guichet maintenant. Nous vous attendons.
phone-cannot-come = Je ne peux pas venir
phone-serving = Vous êtes à { $counter }
phone-serving-note = Nous nous occupons de vous.
phone-ended-served = Merci de votre visite.
phone-ended-served-more = C’était un plaisir de vous voir.
phone-ended-no_show = Nous vous avons appelé sans vous trouver.
phone-ended-no_show-more = Nous avons appelé { $ticket } à { $time }. Toujours là ? Dites-le à l’un de nous dans la demi-heure, et nous vous reprenons.
phone-ended-walkout = Vous êtes parti.
phone-ended-walkout-more = Votre numéro n’est plus dans la file. Revenez quand vous voulez.
phone-ended-hold_expired = Votre place n’a pas pu être gardée plus longtemps.
phone-ended-hold_expired-more = Le temps s’est écoulé avant que vous touchiez « Je suis de retour ». De retour ? Dites-le à l’un de nous dans la demi-heure, et nous vous remettons dans la file.
phone-ended-cancelled_by_customer = Vous avez rendu votre place.
phone-ended-cancelled_by_customer-more = Merci de nous l’avoir dit. Quelqu’un d’autre avance.
phone-ended-removed_by_staff = Votre numéro n’est plus dans la file.
phone-ended-removed_by_staff-more = Si c’est une erreur, parlez à l’un de nous. Nous arrangeons cela.
phone-ended-turned_away = Revenez avec le reste
phone-ended-turned_away-more = Pour que vous n’attendiez pas pour rien, voici ce qu’il faut apporter.
phone-ended-end_of_day = Nous avons fermé pour aujourd’hui.
phone-ended-end_of_day-more = Nous sommes désolés de ne pas être arrivés jusqu’à vous. Prenez un nouveau numéro la prochaine fois ; celui-ci s’arrête ce soir.
phone-ended-again = Réouverture { $when }.
phone-promised = Notre promesse
phone-promised-kept = C’est fait
phone-promised-by = avant { $when }
phone-promised-when = { $weekday } { $day }, { $time }
phone-pdf = Garder en PDF
phone-feedback = Comment cela s’est-il passé ?
phone-feedback-1 = Mal
phone-feedback-2 = Pas très bien
phone-feedback-3 = Correct
phone-feedback-4 = Bien
phone-feedback-5 = Très bien
phone-feedback-thanks = Merci. Cela nous aide.
phone-stale = Dernières nouvelles à { $time }. Reconnexion…
phone-gone = Ce lien n’est plus valable
phone-gone-more = Il appartenait à une visite d’un autre jour. Prenez un nouveau numéro quand vous serez là.
phone-ring-awake = Cela sonne quand c’est votre tour. Gardez cette page affichée et le son activé ; l’écran reste allumé.
phone-held-left =
    { $minutes ->
        [0] il reste moins d’une minute
        [one] il reste { $minutes } minute
       *[other] il reste { $minutes } minutes
    }
phone-called-again = Appelé à nouveau.
phone-as-of = À { $time }
phone-today-keeps = Vous gardez votre place, et nous vous appelons encore d’ici là. Si c’est trop tard pour vous, rendez votre place et revenez un autre jour.
phone-today-again = Nous rouvrons { $day } à { $time }.
phone-today-late = Vous gardez votre place. Vous pouvez sortir en attendant : cette page vous prévient à temps.
phone-unserved-service_gone = Nous ne pouvons plus faire cela ici aujourd’hui. Nous en sommes désolés. Une personne de l’équipe va vous parler ; restez à proximité.
phone-unserved-nobody_able = Personne ici ne peut faire cela en ce moment. Nous en sommes désolés. Une personne de l’équipe va vous parler ; restez à proximité.
phone-unserved-service_closed = Ce service est terminé pour aujourd’hui. Nous en sommes désolés. Parlez à une personne de l’équipe : elle décide avec vous.
phone-unserved-counter_gone = Votre guichet a changé. Restez où vous êtes ; une personne de l’équipe vient vers vous.
