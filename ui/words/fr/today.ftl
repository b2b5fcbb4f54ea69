# Saying what is different today: at a tablet and on the manager's page.

say-today-title = Qu’est-ce qui est différent aujourd’hui ?
say-today-detail = C’est dit tout de suite : à l’écran, à la borne, sur le téléphone de chaque client qui attend.
say-today-closes_at = Nous fermons plus tôt
say-today-service = Un service se termine plus tôt
say-today-running_late = Tout prend plus de temps
say-today-message = Quelque chose à dire
say-today-now = maintenant
say-today-at = à { $time }
say-today-when = À partir de quand ?
say-today-closes-when = Quand fermons-nous ?
say-today-which = Quel service ?
say-today-why = Pourquoi ?
say-today-words = Une courte phrase pour tous ceux qui attendent
say-today-say = Le dire
say-today-back = Retirer
say-late-short_staffed = Nous sommes moins nombreux
say-late-system_down = Ordinateurs lents ou en panne
say-late-many_people = Beaucoup de monde
say-late-emergency = Une urgence
say-late-other = Une autre raison
