# The pages that belong to no screen: the way in, a closed door, a lost address.

door-screens = Las pantallas de esta tienda. Una bloqueada se abre con su propio enlace.
door-locked = bloqueada
door-kiosk = Quiosco
door-kiosk-what = Donde los clientes toman un número
door-display = Pantalla de sala
door-display-what = A quién se llama, y cuánto tarda
door-staff = Equipo
door-staff-what = Mostradores, filas y el siguiente cliente
door-manager = Responsable
door-manager-what = Cómo va el día, y los días anteriores
door-all = Todas las pantallas de { $store }
door-closed = Esta pantalla aún no tiene acceso.
door-closed-how = Abra una vez su enlace de acceso en este dispositivo. El ordenador de la tienda muestra los enlaces al iniciar Foyer, con códigos que las tabletas pueden escanear. Después, el dispositivo conserva el acceso.
door-closed-again = Para ver el enlace otra vez, escriba esto en el ordenador de la tienda:
door-lost = No hay nada en esta dirección.
door-lost-why = Quizá se escribió mal.
door-no-visit = Este enlace no abre ninguna visita.
door-no-visit-why = Quizá falte una letra: escanee otra vez el código de su número. Su turno no depende de esta página, y nuestro equipo le ayuda con gusto.
door-no-appointment = Este enlace no abre ninguna cita.
door-no-appointment-why = Quizá falte una letra: abra otra vez el enlace que recibió. Su cita no depende de esta página, y nuestro equipo le ayuda con gusto.
door-entered = Este dispositivo tiene acceso.
door-on = Continuar
door-without-script = Esta pantalla necesita JavaScript. Actívelo en los ajustes de este navegador o use otro navegador.
