# The kiosk. One question at a time, in the words a person at the door would use.

kiosk-welcome = Bienvenue
kiosk-begin = Touchez pour commencer
kiosk-languages = Choisissez votre langue
kiosk-waits-now = Attente en ce moment
kiosk-wait-now = attente
kiosk-wait-unknown = aucun guichet encore ouvert
kiosk-wait-closing = peut-être pas aujourd’hui
kiosk-closed = Nous sommes fermés.
kiosk-opens = Nous ouvrons { $day } à { $time }.
kiosk-lost = Cet écran a perdu la connexion.
kiosk-lost-person = Adressez-vous à notre équipe. La connexion revient d’elle-même.
kiosk-ways-out = Sorties
kiosk-back = Retour
kiosk-start-over = Recommencer
kiosk-person = Parler à quelqu’un
kiosk-comfort-larger = Texte plus grand
kiosk-comfort-contrast = Contraste élevé
kiosk-comfort-lower = Abaisser l’écran
kiosk-progress = Étape { $step } sur { $steps }
kiosk-station-service = Service
kiosk-station-question = Questions
kiosk-station-paper = Documents
kiosk-station-needs = Aide
kiosk-station-ticket = Ticket
kiosk-service-title = Que pouvons-nous faire pour vous ?
kiosk-service-lead = Quelques questions rapides, pour que vous n’attendiez pas pour rien.
kiosk-paper-title = Avez-vous ceci avec vous ?
kiosk-any-title = Lequel avez-vous avec vous ?
kiosk-any-lead = Un seul suffit.
kiosk-several-lead = Il vous en faut { $count }.
kiosk-several-done = Ce sont ceux-là
kiosk-several-fewer =
    { $count ->
        [one] Celui-là seulement
       *[other] Ceux-là seulement
    }
kiosk-have = Oui, je l’ai
kiosk-have-not = Non, je ne l’ai pas
kiosk-have-none = Aucun
kiosk-unsure = Je ne sais pas
kiosk-form-original = L’original
kiosk-form-certified = Une copie certifiée
kiosk-form-copy = Une copie suffit
kiosk-form-screen = L’écran de votre téléphone suffit
kiosk-form-and-age = { $form }, { $age }
kiosk-age-days = de { $days } jours au plus
kiosk-age-years =
    { $years ->
        [one] d’un an au plus
       *[other] de { $years } ans au plus
    }
kiosk-needs-title = Pouvons-nous vous faciliter la visite ?
kiosk-needs-lead = Choisissez ce qui vous aide. Nous nous en occupons.
kiosk-needs-none = Non, merci
kiosk-needs-done = Continuer
kiosk-verdict-fixable_here =
    { $papers ->
        [one] Il manque une chose, et vous pouvez l’obtenir ici.
       *[other] Il manque plusieurs choses, et vous pouvez les obtenir ici.
    }
kiosk-verdict-fetch =
    { $papers ->
        [one] Il manque une chose. Nous gardons votre place pendant que vous la cherchez.
       *[other] Il manque plusieurs choses. Nous gardons votre place pendant que vous les cherchez.
    }
kiosk-verdict-not_today =
    { $papers ->
        [one] Il manque une chose. Sans elle, vous attendriez pour rien aujourd’hui.
       *[other] Il manque plusieurs choses. Sans elles, vous attendriez pour rien aujourd’hui.
    }
kiosk-choose-fix = L’obtenir ici pendant que j’attends
kiosk-choose-fix-means = Vous recevez un ticket et vous en occupez en attendant. Nous vous montrons où.
kiosk-choose-wait = Attendre sans ce qui manque
kiosk-choose-wait-means = Vous attendez dans la file, et nous cherchons une solution au guichet.
kiosk-choose-hold = Aller le chercher et revenir aujourd’hui
kiosk-choose-hold-means = Vous recevez un ticket. Si vous revenez avant { $time }, vous retrouvez votre place.
kiosk-choose-come_back = Revenir un autre jour
kiosk-choose-come_back-means = Vous recevez la liste exacte de ce qu’il faut apporter. Vous n’attendez pas aujourd’hui.
kiosk-your-number = Votre numéro
kiosk-counter-where = { $counter }, { $place }
kiosk-called = Nous vous appelons à un guichet
kiosk-wait = Votre attente
kiosk-call-by = Nous vous appelons
kiosk-before = avant { $time }
kiosk-ahead =
    { $ahead ->
        [0] C’est bientôt à vous.
        [one] Une personne est avant vous.
       *[other] { $ahead } personnes sont avant vous.
    }
kiosk-basis-typical = C’est notre attente habituelle : nous avons encore peu de repères aujourd’hui.
kiosk-basis-no_counter_open = Aucun guichet n’est encore ouvert pour cela. Nous vous appelons dès qu’il y en a un.
kiosk-basis-after_closing = Nous fermons bientôt et n’arriverons peut-être pas jusqu’à vous. Demandez-nous avant d’attendre.
kiosk-kept = Votre place est gardée
kiosk-until = jusqu’à { $time }
kiosk-fetch = À rapporter :
kiosk-kept-means = À votre retour, dites-le à notre équipe ou touchez « Je suis de retour » sur votre téléphone.
kiosk-follow = Emportez votre place
kiosk-follow-means = Visez ce code avec votre téléphone. Promenez-vous : il vous appelle quand c’est l’heure.
kiosk-code = Code pour l’appareil photo de votre téléphone
kiosk-print = Imprimer
kiosk-done = Terminé
kiosk-come-back-title = À bientôt
kiosk-come-back-lead = Vous n’avez pas pris de place : rien n’est perdu.
kiosk-bring = Pour « { $service } », apportez :
kiosk-so-many = { $count } parmi :
kiosk-or = ou
kiosk-bring-too = Et de nouveau, ce que vous avez aujourd’hui :
kiosk-take-list = Emportez cette liste
kiosk-take-list-means = Visez ce code avec votre téléphone, ou imprimez-la.
# A ticket or slip shown again, and what was missing and is here now.
kiosk-tasks-waiting = En attendant, obtenez ceci ici :
kiosk-tasks-held = L’avez-vous maintenant ?
kiosk-task-done = C’est fait, je l’ai
kiosk-task-done-with = Je l’ai : { $paper }
kiosk-tasks-ready = Tous vos documents sont prêts.
kiosk-tasks-ready-means = Il ne vous reste qu’à attendre votre appel.
kiosk-return = Je suis de retour
kiosk-come-back-given = Nous avons donné votre place. Vos réponses sont gardées : montrez ce code la prochaine fois.
kiosk-again-title = Heureux de vous revoir
kiosk-again-too = De nouveau avec vous : { $papers }.
kiosk-again-all = Vous aviez tout cela. L’avez-vous de nouveau ?
kiosk-again-yes = Oui, prendre mon ticket
kiosk-again-changed = Quelque chose a changé
# What counts as a paper, in pictures.
examples-title = Ce qui convient, et ce qui ne convient pas
examples-not-screen = Une photo sur votre téléphone
examples-not-copy = Une copie
examples-not-uncertified = Une copie sans tampon
examples-not-old = Trop ancien ({ $age })
examples-not-soon = Valable encore moins de { $days } jours
examples-not-expired = Un document périmé
examples-not-readable = Coupé ou trop pâle pour être lu
examples-have-this = Je l’ai : { $paper }
examples-still-unsure = Je ne sais toujours pas
kiosk-trouble = Notre ordinateur ne répond pas en ce moment.
kiosk-trouble-means = Vos réponses sont à l’abri ici et nous continuons d’essayer. Si vous préférez ne pas attendre, adressez-vous à notre équipe.
kiosk-refused-means = Vous pouvez recommencer, ou parler à quelqu’un.
kiosk-still-there = Êtes-vous encore là ?
kiosk-still-there-means = Sinon, nous effaçons l’écran pour la personne suivante.
kiosk-still-here = Oui, je suis là
kiosk-help-asking = Un instant…
kiosk-help-asking-means = Nous prévenons notre équipe.
kiosk-help-coming = Quelqu’un vient vers vous.
kiosk-help-coming-means = Restez ici, ou continuez en attendant.
kiosk-help-failed = Nous ne pouvons pas joindre notre équipe d’ici.
kiosk-help-failed-means = Adressez-vous à l’un de nous dans la salle. Nous vous aidons volontiers.
kiosk-help-close = Continuer
refusal-unknown_slip = Ce code n’est pas celui d’une de nos fiches. Commencez ici, ou parlez à quelqu’un.
kiosk-ring = Vous pouvez nous appeler : { $phone }
kiosk-more = Suite
kiosk-more-top = Retour au début
kiosk-noted = Noté : { $needs }
kiosk-help-told = Nous avons prévenu notre équipe.
kiosk-help-told-means = Dès que quelqu’un aura répondu, vous verrez ici qui vient. Vous pouvez continuer en attendant.
kiosk-help-coming-by = { $name } vient vers vous.
kiosk-help-closed = Nous sommes fermés : il n’y a personne ici en ce moment.
kiosk-help-closed-means = Vous pouvez nous appeler : { $phone }
