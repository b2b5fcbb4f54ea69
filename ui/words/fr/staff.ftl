# The staff tablet: said to a colleague who has ten seconds.

staff-who = Qui est là ?
staff-who-takes-over = Qui reprend { $counter } ?
staff-role-floor_walker = en salle
staff-role-manager = responsable
staff-pin-of = { $name }, votre code
staff-pin-digits = { $n } chiffres tapés
staff-pin-back = Effacer le dernier chiffre
staff-pin-enter = Entrer
staff-pin-wrong = Ce n’est pas le code de { $name }. Essayez encore.
staff-pin-wait = Trop d’essais. Attendez cinq minutes, ou demandez à un collègue d’entrer.
staff-somebody-else = Quelqu’un d’autre
staff-not-this-tablet = Cette tablette n’est pas encore reliée au magasin. Ouvrez-y le lien de l’équipe, ou scannez son code sur la page de démarrage du serveur.
staff-no-server = L’ordinateur du magasin ne répond pas. Nous continuons d’essayer.
staff-language = Langue
staff-where = Où êtes-vous aujourd’hui, { $name } ?
staff-walk-floor = Je suis en salle
staff-taken-by = { $name } y est : vous reprenez
staff-places = Postes
staff-my-counter = Mon guichet
staff-floor = La salle
staff-pool = File commune
staff-pool-detail = le premier libre appelle
staff-menu = Guichet et sortie
staff-close-sheet = Fermer
staff-done = Terminé
staff-n-waiting =
    { $n ->
        [0] personne n’attend
        [one] { $n } attend
       *[other] { $n } attendent
    }
staff-n-at-risk =
    { $n ->
        [one] { $n } attente bientôt dépassée
       *[other] { $n } attentes bientôt dépassées
    }
staff-other-reason = Une autre raison
staff-call-next = Appeler le suivant
staff-from-line = de la file de { $counter }
staff-nobody-to-call = Personne n’attend pour vous.
staff-nobody = Personne n’attend.
staff-nobody-detail = Le suivant apparaît ici tout seul.
staff-after = Ensuite
staff-state-next = Suivant
staff-state-waiting = En attente
staff-state-held = Place gardée
staff-state-called = Appelé
staff-state-recalled = Appelé { $n } fois
staff-state-serving =
    { $minutes ->
        [0] Avec vous
       *[other] Avec vous depuis { $wait }
    }
staff-state-ended = Parti
staff-no-show-in = compte comme absent dans { $time }
staff-speaks = Parle
staff-needs = Besoins
staff-waited = A attendu
staff-was-told = Annoncé
staff-by = avant { $time }
staff-told-late = plus tard qu’annoncé
staff-likely-more = encore { $range }
staff-no-papers = Aucun document requis
staff-opening = À dire d’abord
staff-opening-hello = Bonjour, heureux de vous voir. Que puis-je faire pour vous ?
staff-opening-ready = Bonjour, heureux de vous voir. Tous vos documents sont là, nous pouvons commencer tout de suite.
staff-opening-papers = Bonjour, heureux de vous voir. Regardons ensemble ce qui manque encore.
staff-opening-late = Bonjour, et merci de votre patience. Vous avez attendu plus longtemps que prévu, j’en suis désolé. Maintenant, c’est à vous.
staff-opening-again = Bonjour, heureux de vous revoir. J’ai lu ce que nous avions noté, vous n’avez pas à tout réexpliquer.
staff-opening-promise = Bonjour, heureux de vous revoir. Nous vous avions promis quelque chose ; je vous dis d’abord où cela en est.
staff-opening-passed = Bonjour. Mon collègue m’a expliqué de quoi il s’agit, vous n’avez pas à recommencer.
staff-last-time = La dernière fois, { $when }
staff-promised-open = promis avant { $when }
staff-promised-late = promis avant { $when }, encore dû
staff-seen = Vu
staff-not-good = Pas bon
staff-all-seen = Tout vu
staff-seen-paper = { $paper } : vu
staff-reject-paper = { $paper } : pas bon
staff-reject-title = { $paper } : qu’est-ce qui ne va pas ?
staff-reject-missing = Il n’est pas là
staff-note = Note
staff-notes = Notes
staff-note-title = Note sur { $ticket }
staff-note-explain = Seule l’équipe la lit.
staff-add-sale = Vente
staff-sale = Montant
staff-sale-title = Qu’est-ce qui a été vendu ?
staff-add-promise = Promesse
staff-promise-title = Qu’avons-nous promis ?
staff-promise-explain = Elle reste sur la liste jusqu’à ce qu’elle soit tenue.
staff-promise-what = Quoi
staff-promise-due = Pour quand
staff-due-in =
    { $n ->
        [0] Aujourd’hui
        [1] Demain
        [7] Dans une semaine
       *[other] Dans { $n } jours
    }
staff-promises = Promesses
staff-n-late = { $n } en retard
staff-n-soon = { $n } à tenir dans l’heure
staff-no-promises = Nous ne devons rien à personne.
staff-more-promises = Il y en a d’autres ; celles-ci sont les premières.
staff-promise-by = avant { $when }
staff-promise-soon = dans { $n } min
staff-promise-late = en retard depuis { $when }
staff-promise-made = promis { $when }
staff-promise-made-by = promis par { $name }, { $when }
staff-promise-erased = (le texte a été effacé)
staff-promise-keep = Tenue
staff-promise-keep-this = Tenue : { $what }
staff-promise-was-kept = La promesse à { $ticket } est tenue.
staff-recovery = Pour l’attente plus longue
staff-recovery-undo = Retirer : { $what }
staff-hold-title = Garder la place de { $ticket }
staff-hold-explain = Le client revient à temps et ne perd rien.
staff-remove-title = { $ticket } : pourquoi le retirer de la liste ?
staff-remove-left = Le client est parti
staff-remove-mistake = Ticket pris par erreur
staff-remove-twice = A deux tickets
staff-transfer-title = Où { $ticket } continue-t-il ?
staff-transfer-service = Pour
staff-transfer-counter = À
staff-any-counter = Le premier libre
staff-transfer-place = Place dans la file
staff-place-by_arrival = Selon l’arrivée
staff-place-first = En premier
staff-place-last = En dernier
staff-take-break = Pause
staff-break-title = De retour dans…
staff-break-until = Pause jusqu’à { $time }
staff-break-detail = L’écran indique votre retour.
staff-break-at = pause { $time }
staff-break-put = reportée par { $name }, prévue à { $planned }
staff-my-break = Votre pause : { $time }
staff-my-break-due = C’est l’heure de votre pause ({ $time })
staff-end-break = Je suis de retour
staff-back-at = de retour à { $time }
staff-open-counter = Ouvrir
staff-close-counter = Fermer le guichet
staff-close-title = Fermer { $counter } ?
staff-shared-out =
    { $n ->
        [0] Personne n’attend dans cette file.
        [one] La personne qui attend ici passe dans une autre file et garde son heure d’arrivée.
       *[other] Les { $n } personnes qui attendent ici sont réparties dans les autres files et gardent leur heure d’arrivée.
    }
staff-did-break = Bonne pause.
staff-did-close = Le guichet est fermé.
staff-did-recall = { $ticket } est rappelé.
staff-did-note = Noté sur { $ticket }.
staff-now-at = { $ticket } → { $counter }.
staff-hand-over = Passer le relais
staff-hand-over-detail = Un collègue entre son code et reprend ce guichet tel quel
staff-sign-out = Sortir
staff-sign-out-open = Le guichet reste ouvert
staff-handing-over = { $counter }, tel que vous le laissez
staff-taking-over = { $counter }, tel qu’il est
staff-take-over = Reprendre
staff-hands-nobody = Personne n’est au guichet.
staff-hands-visit =
    { $minutes ->
        [0] { $ticket } vient d’arriver
       *[other] { $ticket } est là depuis { $wait }
    }
staff-hands-note = Un mot pour la personne suivante
staff-figures = Mes chiffres
staff-figures-today = Aujourd’hui
staff-figures-weeks =
    { $n ->
        [0] Vos quatre dernières semaines
        [one] Vos quatre dernières semaines, { $n } jour
       *[other] Vos quatre dernières semaines, { $n } jours
    }
staff-figures-volume = Clients servis
staff-figures-a-day = { $n } par jour
staff-figures-first = Réglés par vous seul
staff-figures-n-of = { $n } sur { $of }
staff-figures-service = Durée habituelle
staff-figures-feedback = Avis, de 1 à 5
staff-figures-score =
    { $n ->
        [one] { $mean } par { $n } personne
       *[other] { $mean } par { $n } personnes
    }
staff-figures-explain = Votre propre travail, pour vous : personne n’est comparé ici. Qui prend les cas difficiles en sert moins.
staff-forgotten = { $ticket } est avec vous depuis { $wait }. Toujours là ?
staff-forgotten-usual = D’habitude environ { $minutes } min.
staff-still-here = Toujours là
staff-gone-at = Parti depuis { $time }
staff-undo-call = { $ticket } appelé
staff-undo-start = { $ticket } est là
staff-undo-finish = { $ticket } terminé
staff-undo-move = { $ticket } déplacé vers { $counter }
staff-undo-hold = Place de { $ticket } gardée
staff-undo-return = { $ticket } de retour dans la file
staff-undo-transfer = { $ticket } transmis à { $counter }
staff-undo-remove = { $ticket } retiré de la liste
staff-undo-no_show = { $ticket } n’est pas venu
staff-undo-cancel = { $ticket } a rendu sa place
staff-undone = Annulé : { $what }.
staff-waits = attend l’ordinateur du magasin
staff-waits-for-server =
    { $n ->
        [one] L’ordinateur du magasin ne répond pas. Votre geste est gardé, et envoyé une seule fois.
       *[other] L’ordinateur du magasin ne répond pas. Vos { $n } gestes sont gardés, et envoyés une seule fois, dans cet ordre.
    }
staff-give-up = Tant pis
staff-gave-up = L’attente est arrêtée. Regardez ici avant de toucher encore : c’est peut-être fait.
staff-unsent = pas encore envoyé
staff-too-old = « { $what } » a été gardé trop longtemps et ne se fait plus. Touchez encore si c’est toujours voulu.
staff-not-done = « { $what } » n’a pas pu se faire :
staff-ask-help = Appeler quelqu’un
staff-tap-will-wait = Pas de connexion. Ce que vous touchez maintenant part à son retour.
staff-clock-off = L’horloge de la machine Foyer est décalée de { $much }. Les attentes et durées sont justes, l’heure ne l’est peut-être pas : prévenez la personne qui s’en occupe.
staff-help = { $where } demande quelqu’un
staff-help-kiosk = Une personne à la borne
staff-help-coming = J’arrive
staff-help-since =
    { $minutes ->
        [0] à l’instant
       *[other] il y a { $wait }
    }
staff-ask-title = Qui doit venir ?
staff-ask-colleague = Un collègue
staff-ask-manager = Le responsable
staff-call-manager = Appeler le responsable
staff-ask-note = Pour la personne qui vient (rejoint les notes du client)
staff-tried = Déjà tenté
staff-tried-listened = écouté
staff-tried-explained = expliqué
staff-tried-apologised = présenté des excuses
staff-tried-papers = regardé les documents
staff-tried-alternatives = proposé autre chose
staff-tried-so-far = Tenté : { $tried }
staff-wants-colleague = { $name } ({ $counter }) demande un collègue
staff-wants-manager = { $name } ({ $counter }) demande le responsable
staff-asked-colleague = Vous avez appelé un collègue
staff-asked-manager = Vous avez appelé le responsable
staff-help-over = Plus nécessaire
staff-is-coming = { $name } vient vers vous
staff-calm = Un moment difficile
staff-calm-detail = Cinq étapes, avec des mots à dire
staff-calm-breathe = Soufflez. Parlez plus bas et plus lentement que le client.
staff-calm-breathe-say = Je suis là pour vous. Dites-moi ce qui s’est passé.
staff-calm-hear = Laissez finir. Puis redites ce que vous avez entendu.
staff-calm-hear-say = Vous avez pris du temps pour cela, et maintenant cela ne marche pas. Je comprends que cela vous agace.
staff-calm-sorry = Excusez-vous une fois, sans « mais ».
staff-calm-sorry-say = Je suis désolé que cela se soit mal passé pour vous.
staff-calm-choice = Proposez deux voies. Qui peut choisir n’est plus impuissant.
staff-calm-choice-say = Nous pouvons chercher une solution maintenant, ou je me renseigne et je vous appelle aujourd’hui. Que préférez-vous ?
staff-calm-promise = Dites ce que vous ferez, et pour quand. Puis faites-le.
staff-calm-promise-say = Je m’en occupe moi-même, et vous aurez de mes nouvelles d’ici ce soir.
staff-calm-limit = Vous n’avez pas à supporter insultes ni menaces. Reculez, et appelez quelqu’un.
staff-move-here = Déplacer ici
staff-line-empty = Personne n’attend ici
staff-free = { $name } · libre
staff-held = Place gardée
staff-lately = Vient de partir
staff-floor-hint = Touchez un ticket, puis une file. Ou faites-le glisser.
staff-line-wait = le dernier { $range }
staff-new-wait = { $from } → { $to } min
staff-move-breaks = Dépasse ce qui a été annoncé à { $ticket }
staff-balance = Suggestions
staff-balance-suggest = À faire
staff-balance-auto = Foyer équilibre les files
staff-balance-even = Rien à déplacer en ce moment.
staff-take = Le faire
staff-not-now = Pas maintenant
staff-not-now-title = Pourquoi pas maintenant ?
staff-not-now-knows = Ils ont demandé ce guichet
staff-not-now-here = Ils vont être appelés
staff-not-now-soon = Cela va se calmer tout seul
staff-not-now-other = Une autre raison
staff-taken-by-name = fait par { $name }
staff-taken-auto = fait par Foyer
staff-who-opens = Qui ouvre { $counter } ?
staff-why-next = Pourquoi celui-ci ?
staff-why-wait = Pourquoi ?
staff-why-title = Pourquoi { $ticket } ?
staff-why-nobody = Personne n’attend que ce guichet puisse servir.
staff-papers-look = Documents
staff-call-now = Appeler maintenant
staff-call-title = { $ticket } à { $counter }, hors de son tour
staff-call-explain = D’autres attendent depuis plus longtemps. La raison est gardée.
staff-call-quick = Juste un instant
staff-call-promised = C’était promis
staff-call-needs = Ne peut pas bien attendre
staff-call-papers = De retour avec les documents
staff-card-held = gardé jusqu’à { $time }
staff-card-called =
    { $minutes ->
        [0] appelé à l’instant
       *[other] appelé il y a { $wait }
    }
staff-card-serving =
    { $minutes ->
        [0] au guichet
       *[other] au guichet depuis { $wait }
    }
staff-risk-late =
    { $minutes ->
        [0] Plus tard qu’annoncé.
       *[other] { $wait } plus tard qu’annoncé.
    }
staff-risk-soon = Sera plus tard qu’annoncé.
staff-risk-closing = Ne sera peut-être pas appelé avant la fermeture.
staff-cause-counter_on_break =
    { $known ->
        [yes] { $counter } est en pause jusqu’à { $until }.
       *[no] { $counter } est en pause.
    }
staff-cause-counters_closed = Aucun guichet n’est ouvert pour cela.
staff-cause-counter_closed = { $counter } a fermé.
staff-cause-longer_services = Le service dure plus longtemps que d’habitude.
staff-cause-free = { $counter } est libre.
staff-cause-busy = { $counter } est avec { $ticket } depuis { $wait }.
staff-cause-many_people = Beaucoup de monde.
staff-round = Contrôle des documents
staff-round-asks = Demande quelqu’un
staff-round-lacking = Manque ou incertain
staff-round-unseen = Pas encore regardé
staff-round-nobody = Personne dans la file n’a de document à faire voir.
staff-round-nobody-detail = Toute nouvelle arrivée apparaît ici toute seule.
staff-round-done =
    { $n ->
        [0] Touchez quelqu’un pour regarder ses documents.
        [one] { $n } autre personne attend, sans rien à regarder.
       *[other] { $n } autres personnes attendent, sans rien à regarder.
    }
staff-n-to-go-to =
    { $n ->
        [one] { $n } personne à voir
       *[other] { $n } personnes à voir
    }
staff-slip = Fiche
staff-slip-title = Fiche de { $ticket }
staff-slip-explain = Le client la scanne avec son téléphone : ce qu’il faut apporter, sa place, l’attente.
staff-slip-open = L’ouvrir ici
# A ticket before the tablet's camera.
staff-scan = Scanner un ticket
staff-scan-looking = Présentez le code du ticket ou de la fiche dans l’image. Aucune image n’est gardée.
staff-scan-other_code = C’est un code, mais pas celui d’un ticket.
staff-scan-not_in_line = Ce ticket n’est pas dans la file : il est terminé, ou d’un autre jour.
staff-scan-no_camera = La caméra ne répond pas. Touchez le numéro dans la liste.
staff-scan-needs_https = Un navigateur ne prête sa caméra qu’à une adresse sûre. En attendant, touchez le numéro dans la liste.
# The store's machine cannot write to its disk.
staff-disk =
    { $why ->
        [damaged] Une partie de ce que ce magasin a noté ne peut plus être lue.
       *[other] Rien ne peut être enregistré en ce moment.
    }
staff-disk-what =
    { $why ->
        [gone] Le fichier du magasin a été déplacé ou supprimé. Appelez la personne qui s’occupe de la machine : remettre le fichier, ou restaurer une sauvegarde.
        [replaced] Un autre fichier est à la place de celui du magasin. Appelez la personne qui s’occupe de la machine : redémarrer le magasin.
        [full] Le disque est plein. Appelez la personne qui s’occupe de la machine : faire de la place, et le magasin reprend tout seul.
        [damaged] Appelez la personne qui s’occupe de la machine : restaurer une sauvegarde.
       *[other] Le disque de la machine du magasin ne répond pas. Appelez la personne qui s’en occupe ; notez sur papier qui attend.
    }
staff-several = Plusieurs
staff-together = { $n } ensemble
staff-together-hint = Touchez d’autres tickets, puis une file.
staff-moved-together = { $n } déplacés : { $counter }
staff-card-spare = { $minutes } min de marge
staff-today = Aujourd’hui…
staff-unserved = Ne peut pas être servi
staff-unserved-service_gone = { $service } : ce magasin ne le propose plus.
staff-unserved-nobody_able = { $service } : personne qui sache le faire ne travaille ici aujourd’hui.
staff-unserved-service_closed = { $service } : terminé pour aujourd’hui.
staff-unserved-counter_gone = { $service } : le guichet n’est plus dans les réglages.
staff-unserved-do-open = Ouvrez pour cela le guichet { $counters }, transmettez { $ticket }, ou présentez vos excuses.
staff-unserved-do-transfer = Transmettez { $ticket } à un autre service, ou présentez vos excuses.
staff-unserved-do-call = Appelez { $ticket } malgré tout, ou présentez vos excuses.
staff-unserved-do-finish = Terminez { $ticket } sur place.
staff-replace = Prendre la place de { $name }
