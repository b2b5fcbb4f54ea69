# The pages that belong to no screen: the way in, a closed door, a lost address.

door-screens = Les écrans de ce magasin. Un écran verrouillé s’ouvre avec son propre lien.
door-locked = verrouillé
door-kiosk = Borne
door-kiosk-what = Où les clients prennent un ticket
door-display = Écran d’appel
door-display-what = Qui est appelé, et combien de temps il faut
door-staff = Équipe
door-staff-what = Guichets, files et prochain client
door-manager = Responsable
door-manager-what = Comment va la journée, et les jours passés
door-all = Tous les écrans de { $store }
door-closed = Cet écran n’est pas encore relié.
door-closed-how = Ouvrez une fois son lien sur cet appareil. L’ordinateur du magasin montre les liens au démarrage de Foyer, avec des codes que les tablettes peuvent scanner. Ensuite, l’appareil reste relié.
door-closed-again = Pour revoir le lien, tapez ceci sur l’ordinateur du magasin :
door-lost = Il n’y a rien à cette adresse.
door-lost-why = Elle a peut-être été mal tapée.
door-no-visit = Ce lien n’ouvre aucune visite.
door-no-visit-why = Il manque peut-être une lettre : scannez encore une fois le code de votre ticket. Votre place ne dépend pas de cette page, et notre équipe vous aide volontiers.
door-no-appointment = Ce lien n’ouvre aucun rendez-vous.
door-no-appointment-why = Il manque peut-être une lettre : rouvrez le lien que vous avez reçu. Votre rendez-vous ne dépend pas de cette page, et notre équipe vous aide volontiers.
door-entered = Cet appareil est relié.
door-on = Continuer
door-without-script = Cet écran a besoin de JavaScript. Activez-le dans les réglages de ce navigateur, ou utilisez un autre navigateur.
