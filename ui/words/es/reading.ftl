# A paper shown to the kiosk's camera.

reading-show = Mostrarlo a la cámara
reading-show-means = Más rápido que preguntar, y vemos enseguida si aún es válido. No se guarda ninguna imagen.
reading-opening = Un momento
reading-opening-means = La cámara se está encendiendo.
reading-looking = Acérquelo a la cámara
reading-hint-not_found = Manténgalo plano y quieto, de modo que llene la imagen.
reading-hint-hold_still = Lo vemos. No lo mueva.
reading-hint-too_dark = Está demasiado oscuro. Gírelo hacia la luz.
reading-hint-glare = La luz se refleja. Inclínelo un poco.
reading-hint-blurred = Está borroso. No lo mueva un momento.
reading-hint-closer = Acérquelo un poco más.
reading-hint-other_document = Parece otro documento. Muestre el que pedimos.
reading-hint-date_not_seen = Aún no vemos la fecha. Muestre la parte de arriba.
reading-hint-busy = Un momento.
reading-found = Gracias, lo hemos leído.
reading-found-means = No se guarda ninguna imagen.
reading-expired = Este ha caducado.
reading-expired-means = Era válido hasta el { $day }. Puede mostrar otro.
reading-not_yet = Aún no hemos podido leerlo.
reading-not_yet-means = Pruebe con más luz, o toque simplemente su respuesta.
reading-given_up = No hemos podido leerlo.
reading-given_up-means = No es culpa suya. Toque simplemente su respuesta.
reading-no_camera = La cámara no responde.
reading-no_camera-means = Toque simplemente su respuesta.
reading-scanned = Un momento
reading-scanned-means = Tenemos su lectura.
reading-not_this = Parece otro documento.
reading-not_this-means = Escanee el que pedimos, o toque simplemente su respuesta.
reading-again = Probar otra vez
reading-another = Mostrar otro
reading-tap = Responder tocando
reading-go-on = Seguir con este

# A ticket's, slip's or appointment's code shown to the camera.
code-show = Mostrar el código a la cámara
code-opening = Un momento
code-opening-means = La cámara se está encendiendo.
code-looking = Acerque el código a la cámara
code-hint-not_found = Manténgalo quieto, de modo que ocupe buena parte de la imagen. Si es un teléfono, con la pantalla brillante.
code-hint-other_code = Es un código, pero no uno de los nuestros.
code-not_yet = Aún no hemos visto el código.
code-not_yet-means = Pruebe otra vez, o escriba simplemente el número.
code-given_up = No hemos podido leer el código.
code-given_up-means = No es culpa suya. Escriba simplemente el número.
code-no_camera = La cámara no responde.
code-no_camera-means = Escriba simplemente el número.
code-tap = Escribir el número

# What was just read, held against what the customer was told.
reading-typed-lead = Lo comparamos con el documento que acaba de mostrar. Los guiones y espacios no importan. No sale de esta máquina.
reading-typed-name-lead = Apellido, una coma, nombre, como en el documento que acaba de mostrar. No sale de esta máquina.
reading-typed-so-far = Escrito hasta ahora
reading-typed-erase = Borrar lo último
reading-typed-done = Comparar
reading-typed-skip = No lo tengo a mano
reading-typed-differs = El documento que mostró dice otra cosa. Corríjalo, o vuelva atrás y muestre el correcto.
reading-typed-sure = Está bien como lo escribí

# The same from the first screen: nobody has begun yet.
slip-show = ¿Tiene un número o una hoja? Muestre su código
slip-opening = { code-opening }
slip-opening-means = { code-opening-means }
slip-looking = { code-looking }
slip-hint-not_found = { code-hint-not_found }
slip-hint-other_code = { code-hint-other_code }
slip-not_yet = { code-not_yet }
slip-not_yet-means = Pruebe otra vez, o empiece sin él.
slip-given_up = { code-given_up }
slip-given_up-means = No es culpa suya. Empiece sin él, o hable con una persona.
slip-no_camera = { code-no_camera }
slip-no_camera-means = Empiece sin él.
slip-tap = Empezar sin él
