# The server is away: the kiosk keeps what was asked for, and its ticket is made later.

kept-your-code = Gardez ce code
kept-making = Votre ticket est en préparation
kept-since = Votre place compte depuis
kept-why = Notre ordinateur ne répond pas en ce moment.
kept-means = Votre numéro est attribué dès son retour. Il s’affiche alors sur cet écran à côté de votre code ; toute notre équipe vous aide à le trouver.
kept-papers = Nous regarderons vos documents avec vous à ce moment-là.
kept-numbers = Votre code est devenu un numéro :
kept-goes-on = Notre ordinateur ne répond pas en ce moment. Vous pouvez quand même prendre une place.
