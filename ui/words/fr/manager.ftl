# The manager's page. Figures are told as people say them; each with what it is a share of.

manager-and = { ", " }
manager-language = Langue
manager-print = Imprimer
manager-range = Quels jours
manager-range-name =
    { $name ->
        [today] Aujourd’hui
        [yesterday] Hier
        [week] Cette semaine
        [days7] 7 derniers jours
        [days30] 30 derniers jours
       *[own] Dates au choix
    }
manager-from = Du
manager-last = au
manager-live = en direct
# The answer. $time: today, lately (days that hold today), day (a past one) or past (past days).
manager-empty =
    { $time ->
        [today] Pas encore de visite aujourd’hui.
        [lately] Pas encore de visite ces jours-ci.
        [day] Personne n’est venu ce jour-là.
       *[past] Personne n’est venu ces jours-là.
    }
manager-sentence =
    { $mood ->
        [early]
            { $time ->
                [past] Trop peu de monde pour juger : { $facts }.
               *[today] Trop tôt pour juger : { $facts }.
            }
        [well]
            { $time ->
                [past] Tout s’est bien passé : { $facts }.
               *[today] Tout va bien : { $facts }.
            }
        [mixed]
            { $time ->
                [past] Cela s’est assez bien passé : { $facts }.
               *[today] Cela va assez bien : { $facts }.
            }
       *[slow]
            { $time ->
                [past] Les gens ont attendu trop longtemps : { $facts }.
               *[today] Les gens attendent trop longtemps : { $facts }.
            }
    }
manager-visits =
    { $time ->
        [past]
            { $n ->
                [one] { $n } visite
               *[other] { $n } visites
            }
       *[today]
            { $n ->
                [one] { $n } visite jusqu’ici
               *[other] { $n } visites jusqu’ici
            }
    }
manager-half-within =
    { $minutes ->
        [one] la moitié appelée en une minute
       *[other] la moitié appelée en { $minutes } minutes
    }
manager-kept =
    { $of ->
        [one] { $n } attente annoncée sur { $of } tenue
       *[other] { $n } attentes annoncées sur { $of } tenues
    }
manager-door =
    { $minutes ->
        [one] appelés en une minute, notre objectif : { $n } sur { $of }
       *[other] appelés en { $minutes } minutes, notre objectif : { $n } sur { $of }
    }
manager-n-of = { $n } sur { $of }
manager-percent = { $percent } %
manager-n = n = { $n }
manager-alerts = Ce qui demande quelqu’un maintenant
manager-no-alerts = Rien ne vous réclame en ce moment.
manager-ago =
    { $minutes ->
        [0] à l’instant
       *[other] il y a { $minutes } min
    }
manager-alert-help =
    { $where ->
        [kiosk] Quelqu’un à la borne a demandé une personne, { $ago }.
       *[other] Quelqu’un a demandé une personne, { $ago }.
    }
manager-alert-help-language =
    { $where ->
        [kiosk] Quelqu’un à la borne a demandé une personne, { $ago }. Langue : { $language }.
       *[other] Quelqu’un a demandé une personne, { $ago }. Langue : { $language }.
    }
manager-alert-colleague =
    { $wants ->
        [manager] { $name } ({ $counter }) vous demande de venir, { $ago }.
       *[colleague] { $name } ({ $counter }) demande un collègue, { $ago }.
    }
manager-tried = Déjà tenté : { $tried }.
manager-tried-listened = écouté
manager-tried-explained = expliqué
manager-tried-apologised = présenté des excuses
manager-tried-papers = regardé les documents
manager-tried-alternatives = proposé autre chose
manager-alert-line =
    { $state ->
        [break] { $counter } est en pause avec { $n } dans sa file.
       *[closed] { $counter } est fermé avec { $n } dans sa file.
    }
manager-alert-break-until = { $counter } est en pause jusqu’à { $until } avec { $n } dans sa file.
manager-alert-pool =
    { $n ->
        [one] { $n } personne attend pour { $service }, et aucun guichet n’est ouvert.
       *[other] { $n } personnes attendent pour { $service }, et aucun guichet n’est ouvert.
    }
manager-alert-long =
    { $n ->
        [one] { $ticket } attend depuis { $minutes } min, plus que notre objectif de { $target }.
       *[other] { $n } personnes attendent depuis plus de { $target } min, { $ticket } le plus longtemps : { $minutes } min.
    }
manager-alert-risk =
    { $n ->
        [one] Une attente annoncée va être dépassée : { $tickets }.
       *[other] { $n } attentes annoncées vont être dépassées : { $tickets }.
    }
manager-alert-forgotten = { $ticket } est à { $counter } depuis { $minutes } min. Est-ce terminé ?
manager-waiting =
    { $by ->
        [day] L’attente, jour par jour
       *[hour] L’attente, heure par heure
    }
manager-key-half = la moitié n’a pas attendu plus
manager-key-nine = neuf sur dix n’ont pas attendu plus (minutes)
manager-target = objectif { $minutes } min
manager-arrivals-by =
    { $by ->
        [day] Les arrivées, jour par jour
       *[hour] Les arrivées, heure par heure
    }
manager-arrivals = Arrivées
manager-waiting-min = Attente, minutes
manager-as-table = Tableau
manager-as-chart = Graphique
manager-quotes-kept = Attentes annoncées tenues
manager-no-quotes = Personne à qui une attente a été annoncée n’a encore été appelé.
manager-all-kept = Tout le monde a été appelé à l’heure annoncée.
manager-late-by =
    { $n ->
        [one] Celle qui n’a pas été tenue l’a dépassée de { $minutes } min.
       *[other] Les { $n } qui n’ont pas été tenues ont été dépassées de { $minutes } min en moyenne.
    }
manager-ends = Comment les visites se sont terminées
manager-no-ends = Aucune visite n’est terminée.
manager-here-now =
    { $n ->
        [one] { $n } encore là
       *[other] { $n } encore là
    }
manager-all-figures = Tous les chiffres
manager-by-what = Par quoi
manager-by =
    { $by ->
        [service] Service
        [counter] Guichet
        [staff] Équipe
        [hour] Heure
        [weekday] Jour de semaine
        [week] Semaine
       *[day] Jour
    }
manager-table-of =
    { $by ->
        [service] Tous les chiffres par service
        [counter] Tous les chiffres par guichet
        [staff] Tous les chiffres par personne de l’équipe
        [hour] Tous les chiffres par heure
        [weekday] Tous les chiffres par jour de semaine
        [week] Tous les chiffres par semaine
       *[day] Tous les chiffres par jour
    }
manager-nobody =
    { $by ->
        [counter] Dans aucune file
       *[staff] Pas appelé
    }
manager-downloads = À emporter
manager-csv = Ce tableau, CSV
manager-xlsx = Excel
manager-visits-csv = Toutes les visites, CSV
manager-total = Tout
manager-people = Personnes
manager-arrived = venus
manager-served = servis
manager-left = partis autrement
manager-still-here = encore là
manager-called = appelés (n)
manager-half = la moitié en
manager-nine = neuf sur dix
manager-longest = le plus long
manager-promised = Objectif et annonces
manager-within-target = dans l’objectif
manager-quotes = annonces tenues
manager-late = retard, min
manager-service-min = Service, minutes
manager-service-n = terminés (n)
manager-forgotten =
    { $n ->
        [one] { $n } visite n’a jamais été terminée ; elle ne compte pas dans les durées.
       *[other] { $n } visites n’ont jamais été terminées ; elles ne comptent pas dans les durées.
    }
manager-start-assumed =
    { $of ->
        [one] Le début du seul service n’a pas été noté ; son appel en tient lieu.
       *[other] { $n } services sur { $of } n’ont pas de début noté ; l’appel en tient lieu.
    }
manager-transferred =
    { $n ->
        [one] { $n } personne a été transmise et a attendu de nouveau.
       *[other] { $n } personnes ont été transmises et ont attendu de nouveau.
    }
manager-old-figures = L’ordinateur du magasin ne répond pas. Ces chiffres datent de { $time }.
manager-papers = Documents
manager-papers-tables = Tableaux
manager-papers-ready = complets à l’entrée
manager-papers-not-asked = pas demandés à l’entrée
manager-papers-before = repartis sans attendre
manager-papers-after = repartis après avoir attendu
manager-papers-lost = { $minutes } min attendues pour rien
manager-papers-saved = attente évitée
manager-papers-at-least = au moins { $minutes } min
manager-papers-seen = service, documents vus avant l’appel (min)
manager-papers-unseen = service, documents non vus avant (min)
manager-papers-within = { $low } à { $high } (95 %), n = { $n }
manager-mend = Quelle formulation corriger d’abord
manager-mend-of = Refusés au guichet, parmi ceux que l’entrée tenait pour bons.
manager-mend-none = Rien de ce que l’entrée tenait pour bon n’a été refusé au guichet.
manager-mend-n = de ceux dits prêts
manager-mend-visits = visites concernées
manager-wording = { $paper } : { $reason }
manager-wording-what = Document et raison
manager-rejected = Refusés, par document et raison
manager-rejected-n = refusés
manager-rejected-counter = au guichet
manager-rejected-line = dans la file
manager-told-by =
    { $by ->
        [week] Appelés à l’heure annoncée, semaine par semaine (sur cent)
        [day] Appelés à l’heure annoncée, jour par jour (sur cent)
       *[hour] Appelés à l’heure annoncée, heure par heure (sur cent)
    }
manager-told-goal = notre promesse : quatre-vingt-dix
manager-off-title = En avance ou en retard
manager-off-range = Sur { $n } appelés, { $within } dans la fourchette annoncée, { $earlier } plus tôt, { $later } plus tard.
manager-off-mean =
    { $side ->
        [later] En moyenne { $minutes } min plus tard que probable.
       *[earlier] En moyenne { $minutes } min plus tôt que probable.
    }
manager-off =
    { $bin ->
        [earlier_20_up] plus de 20 min avant l’heure dite
        [earlier_10_20] 10–20 min avant
        [earlier_5_10] 5–10 min avant
        [earlier_0_5] jusqu’à 5 min avant
        [later_0_5] jusqu’à 5 min après
        [later_5_10] 5–10 min après
        [later_10_20] 10–20 min après
       *[later_20_up] plus de 20 min après
    }
manager-why = Pourquoi des annonces n’ont pas été tenues
manager-why-reason =
    { $reason ->
        [counter_on_break] un guichet était en pause
        [counter_closed] un guichet avait fermé
        [counters_closed] aucun guichet n’était ouvert pour cela
        [longer_services] le service durait plus que d’habitude
        [many_people] il y avait beaucoup de monde
        [longer_than_thought] rien de visible dans la salle
       *[unknown] inconnu
    }
manager-recovered = Rattrapé
manager-recovered-of = { $n } sur { $of } se sont vu offrir quelque chose.
manager-recovered-none = Rien n’a été offert à personne.
manager-recovery-other = autre chose
manager-promises = Promesses pour après la visite
manager-promise-made = faites
manager-promise-kept = tenues à temps
manager-promise-late = en retard
manager-promise-late-by = { $time } en moyenne
manager-promise-owed = en retard et encore dues
manager-promise-open = pas encore échues
manager-promise-due = Prochaines échéances
manager-promise-none-due = Nous ne devons rien à personne.
manager-promise-is-late = en retard depuis { $when }
manager-promise-by = avant { $when }
manager-promise-by-what =
    { $by ->
        [service] Par service
       *[staff] Par personne
    }
manager-appointments = Rendez-vous
manager-appointments-csv = Tous les rendez-vous (CSV)
manager-appointments-booked = pris
manager-appointments-cancelled = { $n } autres annulés
manager-appointments-came = venus
manager-appointments-how = { $early } en avance, { $inTime } à l’heure, { $late } en retard
manager-appointments-not-come = pas venus
manager-appointments-to-come = à venir
manager-appointments-after = minutes après leur heure, jusqu’à l’appel
manager-appointments-wait = la moitié en { $half }, neuf sur dix en { $nine }
manager-appointments-by =
    { $by ->
        [service] Par service : minutes après leur heure
       *[hour] Par heure : minutes après leur heure
    }
manager-staffing = Guichets nécessaires
manager-staffing-note = Pour que neuf sur dix n’attendent pas plus de { $minutes } min.
manager-staffing-said =
    { $n ->
        [one] Un guichet suffit, même à l’heure la plus chargée, { $time }. Vous en aviez { $had }.
       *[other] À l’heure la plus chargée, { $time }, il faut { $n } guichets. Vous en aviez { $had }.
    }
manager-staffing-little = Trop peu de données pour le dire : { $days } jours et { $services } services sur cette période. À partir de trois jours et vingt services, vous lirez ici combien de guichets il faut.
manager-staffing-cell = En grand : nécessaires. En petit : ceux qui servaient, en moyenne.
manager-staffing-fewer = moins qu’il n’en faut
manager-staffing-n = { $days } jours, { $services } services
manager-staffing-days = Tous les jours
manager-staffing-likely = { $low } à { $high } suffiraient ; { $n } personnes sur { $days } jours
manager-change = Avant et après
manager-change-when = Ce qui a changé le
manager-change-explain = Indiquez le jour où quelque chose a changé : un guichet de plus, une autre façon de remettre les documents. Jusqu’à quatre semaines avant sont comparées à quatre semaines au plus à partir de ce jour.
manager-change-dates = { $before } et { $after }
manager-change-before = Avant
manager-change-after = Après
manager-change-difference = Différence
manager-change-verdict = Signifie
manager-change-measure =
    { $name ->
        [arrived] Personnes par jour
        [waiting] Attente, min
        [service] Service, min
        [within_target] Dans l’objectif, %
        [quotes_kept] Annonces tenues, %
       *[late] Retard quand l’annonce n’est pas tenue, min
    }
manager-change-n =
    { $days ->
        [one] n = { $n }, { $days } jour
       *[other] n = { $n }, { $days } jours
    }
manager-change-range = { $low } à { $high }
manager-change-said =
    { $verdict ->
        [better] mieux
        [worse] moins bien
        [chance] peut-être le hasard
        [other] différent
       *[few] trop peu de jours pour le dire
    }
manager-wait =
    { $n ->
        [one] 1 personne attend
       *[other] { $n } personnes attendent
    }
manager-wait-late =
    { $n ->
        [one] 1 personne attend, depuis plus de { $target } minutes
       *[other] { $n } personnes attendent, dont { $late } depuis plus de { $target } minutes
    }
manager-gone =
    { $n ->
        [one] 1 est partie sans avoir été servie
       *[other] { $n } sont parties sans avoir été servies
    }
manager-jumps = Sur cette page
manager-served-how = Ce qu’il en est advenu
manager-served-by =
    { $by ->
        [staff] Par personne
       *[service] Par service
    }
manager-outcomes = Résultats
manager-outcomes-none = Rien n’a été noté.
manager-resolved = résolu
manager-first-person = résolu par la première personne
manager-escalated = repris par un responsable
manager-passed-on = transmis
manager-score = avis des clients
manager-score-of = { $mean } sur 5 (n = { $n })
manager-sales = ventes
manager-feedback = Ce que disent les clients
manager-feedback-none =
    { $of ->
        [one] La personne servie n’a rien dit.
       *[other] Aucune des { $of } personnes servies n’a rien dit.
    }
manager-feedback-said = { $n } personnes servies sur { $of } ont donné { $mean } sur 5 en moyenne. Celles qui répondent ressemblent rarement aux autres.
manager-stars =
    { $stars ->
        [one] { $stars } étoile
       *[other] { $stars } étoiles
    }
manager-balance = Files : ce qui a été proposé et qui a été dépassé
manager-suggested = propositions suivies
manager-suggested-saved = attente ainsi évitée
manager-suggested-promised = { $minutes } min annoncées (n = { $n })
manager-minutes = { $minutes } min
manager-moves = changements de file
manager-elsewhere = appelés d’une autre file
manager-overtakes = fois où quelqu’un a été dépassé
manager-overtakes-why = propre file { $line }, besoins et rendez-vous { $start }, à la main { $hand } ; une même personne { $worst } fois au plus
manager-overtakes-needs = Dépassés, par besoin
manager-overtakes-most = une même personne au plus
manager-need = Besoin
manager-visits-n = visites
manager-no-date = choisir un jour

manager-today = Aujourd’hui, c’est différent…
manager-close = Fermer
