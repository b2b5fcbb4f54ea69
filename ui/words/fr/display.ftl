# The waiting-room TV. Read from 8 m by people who glance up: as short as it can be said.

display-title = Appelé maintenant
display-counter = Guichet
display-last = Derniers appels
display-next = Ensuite
display-any-counter = premier guichet libre
display-minutes = min
display-about = environ
display-service-closed = fermé
display-no-wait-known = demandez-nous
display-wait-closing = peut-être pas aujourd’hui
display-counter-free = libre
display-counter-closed = fermé
display-counter-break = bientôt de retour
display-counter-break-until = de retour à { $time }
display-quiet = Asseyez-vous.
display-quiet-more = Votre numéro s’affiche ici.
display-free = Personne n’attend.
display-free-more = Prenez un ticket et entrez.
display-no-counter = Un instant.
display-no-counter-more = Un guichet ouvre bientôt.
display-closed = Nous sommes fermés.
display-closed-until = Réouverture { $when }
display-closed-waiting = Les personnes déjà là sont encore reçues.
display-long-wait = { $service } : c’est plus long aujourd’hui.
display-long-wait-many = { $service } : il y a beaucoup de monde, c’est plus long.
display-long-wait-break = { $service } : c’est plus long, { $counter } est en pause.
display-long-wait-break-until = { $service } : c’est plus long, { $counter } est en pause jusqu’à { $time }.
display-long-wait-closed = { $service } : c’est plus long, aucun guichet n’est encore ouvert.
display-long-wait-services = { $service } : le service dure plus longtemps que d’habitude.
# Who was told less: numbers and what their wait is now, and why.
display-later = Nouvelle attente, plus longue que prévu :
display-later-unknown = dès que possible
display-why-counter_on_break = { $counter } est en pause.
display-why-counter_on_break-until = { $counter } est en pause jusqu’à { $time }.
display-why-counter_closed = { $counter } a fermé.
display-why-counters_closed = Aucun guichet n’est ouvert pour cela.
display-why-longer_services = Le service dure plus longtemps que d’habitude.
display-why-many_people = Il y a beaucoup de monde.
display-why-longer_than_thought = Nous pensions aller plus vite.
# Who is away with the place kept: a number, and until when it is.
display-kept = Places gardées :
display-kept-until = retour avant { $time }
display-stale = Sans nouvelles depuis { $time }. Écoutez l’appel de votre numéro.
display-demo = Démo
display-sound-off = Pas encore de son : touchez l’écran une fois
display-over-an-hour = plus d’une heure
display-every-service = Tous les services
display-long-waits = L’attente est plus longue aujourd’hui.
# Quand un numéro plus récent a été appelé avant un plus ancien.
display-order = Les rendez-vous et les besoins particuliers peuvent changer l’ordre.
