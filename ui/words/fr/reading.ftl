# A paper shown to the kiosk's camera.

reading-show = Le montrer à la caméra
reading-show-means = Plus rapide que des questions, et nous voyons tout de suite s’il est encore valable. Aucune image n’est gardée.
reading-opening = Un instant
reading-opening-means = La caméra démarre.
reading-looking = Présentez-le à la caméra
reading-hint-not_found = Tenez-le à plat sans bouger, de façon qu’il remplisse l’image.
reading-hint-hold_still = Nous le voyons. Ne bougez plus.
reading-hint-too_dark = Il fait trop sombre. Tournez-le vers la lumière.
reading-hint-glare = La lumière s’y reflète. Inclinez-le un peu.
reading-hint-blurred = C’est flou. Ne bougez plus un instant.
reading-hint-closer = Approchez-le un peu.
reading-hint-other_document = Cela semble être un autre document. Montrez celui que nous demandons.
reading-hint-date_not_seen = Nous ne voyons pas encore la date. Montrez la partie du haut.
reading-hint-busy = Un instant.
reading-found = Merci, nous l’avons lu.
reading-found-means = Aucune image n’est gardée.
reading-expired = Celui-ci est périmé.
reading-expired-means = Il était valable jusqu’au { $day }. Vous pouvez en montrer un autre.
reading-not_yet = Nous n’avons pas encore pu le lire.
reading-not_yet-means = Essayez avec plus de lumière, ou touchez simplement votre réponse.
reading-given_up = Nous n’avons pas pu le lire.
reading-given_up-means = Ce n’est pas votre faute. Touchez simplement votre réponse.
reading-no_camera = La caméra ne répond pas.
reading-no_camera-means = Touchez simplement votre réponse.
reading-scanned = Un instant
reading-scanned-means = Nous avons votre lecture.
reading-not_this = Cela semble être un autre document.
reading-not_this-means = Scannez celui que nous demandons, ou touchez simplement votre réponse.
reading-again = Essayer encore
reading-another = En montrer un autre
reading-tap = Répondre en touchant
reading-go-on = Continuer avec celui-ci

# A ticket's, slip's or appointment's code shown to the camera.
code-show = Montrer le code à la caméra
code-opening = Un instant
code-opening-means = La caméra démarre.
code-looking = Présentez le code à la caméra
code-hint-not_found = Tenez-le sans bouger, assez grand dans l’image. Si c’est un téléphone, écran bien lumineux.
code-hint-other_code = C’est un code, mais pas l’un des nôtres.
code-not_yet = Nous n’avons pas encore vu le code.
code-not_yet-means = Essayez encore, ou tapez simplement le numéro.
code-given_up = Nous n’avons pas pu lire le code.
code-given_up-means = Ce n’est pas votre faute. Tapez simplement le numéro.
code-no_camera = La caméra ne répond pas.
code-no_camera-means = Tapez simplement le numéro.
code-tap = Taper le numéro

# What was just read, held against what the customer was told.
reading-typed-lead = Nous le comparons au document que vous venez de montrer. Tirets et espaces ne comptent pas. Cela reste sur cette machine.
reading-typed-name-lead = Nom, virgule, prénom, comme sur le document que vous venez de montrer. Cela reste sur cette machine.
reading-typed-so-far = Saisi jusqu’ici
reading-typed-erase = Effacer le dernier
reading-typed-done = Comparer
reading-typed-skip = Je ne l’ai pas sous la main
reading-typed-differs = Le document montré dit autre chose. Corrigez, ou revenez en arrière et montrez le bon.
reading-typed-sure = C’est juste tel que je l’ai tapé

# The same from the first screen: nobody has begun yet.
slip-show = Un ticket ou une fiche ? Montrez son code
slip-opening = { code-opening }
slip-opening-means = { code-opening-means }
slip-looking = { code-looking }
slip-hint-not_found = { code-hint-not_found }
slip-hint-other_code = { code-hint-other_code }
slip-not_yet = { code-not_yet }
slip-not_yet-means = Essayez encore, ou commencez sans.
slip-given_up = { code-given_up }
slip-given_up-means = Ce n’est pas votre faute. Commencez sans, ou parlez à quelqu’un.
slip-no_camera = { code-no_camera }
slip-no_camera-means = Commencez sans.
slip-tap = Commencer sans
