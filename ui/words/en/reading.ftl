# A paper shown to the kiosk's camera.

reading-show = Show it to the camera
reading-show-means = Quicker than asking, and we see at once whether it is still valid. No picture is kept.
reading-opening = One moment
reading-opening-means = The camera is starting.
reading-looking = Hold it to the camera
reading-hint-not_found = Hold it flat and still, so that it fills the picture.
reading-hint-hold_still = We see it. Hold it still.
reading-hint-too_dark = It is too dark. Turn it towards the light.
reading-hint-glare = Light is reflected on it. Tilt it a little.
reading-hint-blurred = It is blurred. Hold it still for a moment.
reading-hint-closer = Come a little closer.
reading-hint-other_document = This seems to be another paper. Show the one we ask for.
reading-hint-date_not_seen = We cannot see the date yet. Show the upper part.
reading-hint-name_not_seen = We cannot see a name on it yet. Show all of it.
reading-hint-busy = One moment.
reading-found = Thank you, we have read it.
reading-found-means = No picture is kept.
reading-expired = This one has expired.
reading-expired-means = It was valid until { $day }. You can show another.
reading-not_yet = We could not read it yet.
reading-not_yet-means = Try again with more light, or simply tap your answer.
reading-given_up = We could not read it.
reading-given_up-means = That is not your fault. Simply tap your answer.
reading-no_camera = The camera does not answer.
reading-no_camera-means = Simply tap your answer.
reading-scanned = One moment
reading-scanned-means = We have your scan.
reading-not_this = This seems to be another paper.
reading-not_this-means = Scan the one we ask for, or simply tap your answer.
reading-again = Try again
reading-another = Show another
reading-tap = Tap instead
reading-go-on = Go on with this one

# A ticket's, slip's or appointment's code shown to the camera.
code-show = Show the code to the camera
code-opening = One moment
code-opening-means = The camera is starting.
code-looking = Hold the code to the camera
code-hint-not_found = Hold it still, so that it fills a good part of the picture. A phone’s screen: bright, please.
code-hint-other_code = This is a code, but not one of ours.
code-not_yet = We have not seen the code yet.
code-not_yet-means = Try again, or simply type the number.
code-given_up = We could not read the code.
code-given_up-means = That is not your fault. Simply type the number.
code-no_camera = The camera does not answer.
code-no_camera-means = Simply type the number.
code-tap = Type the number

# What was just read, held against what the customer was told.
reading-typed-lead = We compare it with the paper you have just shown. Dashes and spaces do not matter. It stays on this machine.
reading-typed-name-lead = Surname, a comma, first name, as on the paper you have just shown. It stays on this machine.
reading-typed-so-far = Typed so far
reading-typed-erase = Delete the last one
reading-typed-done = Compare
reading-typed-skip = I do not have it at hand
reading-typed-differs = The paper you have shown says something else. Put it right, or go back and show the right paper.
reading-typed-sure = It is right as I typed it

# The same from the first screen: nobody has begun yet.
slip-show = Have a ticket or slip? Show its code
slip-opening = { code-opening }
slip-opening-means = { code-opening-means }
slip-looking = { code-looking }
slip-hint-not_found = { code-hint-not_found }
slip-hint-other_code = { code-hint-other_code }
slip-not_yet = { code-not_yet }
slip-not_yet-means = Try again, or begin without it.
slip-given_up = { code-given_up }
slip-given_up-means = That is not your fault. Begin without it, or talk to a person.
slip-no_camera = { code-no_camera }
slip-no_camera-means = Begin without it.
slip-tap = Begin without it

# A handheld scanner read a code that says nothing here.
scan-not_this = This code is not one of ours.
scan-not_this-means = Scan your ticket, your slip or the code of your appointment. Or go on by touch.
scan-tap = Go on by touch
