# The server is away: the kiosk keeps what was asked for, and its ticket is made later.

kept-your-code = Guarde este código
kept-making = Su número se está preparando
kept-since = Su turno cuenta desde las
kept-why = Ahora nuestro ordenador no responde.
kept-means = Recibe su número en cuanto vuelva. Aparece entonces en esta pantalla junto a su código; cualquiera de nuestro equipo le ayuda a encontrarlo.
kept-papers = Entonces revisamos sus documentos con usted.
kept-numbers = Su código ya es un número:
kept-goes-on = Ahora nuestro ordenador no responde. De todos modos puede tomar un turno.
