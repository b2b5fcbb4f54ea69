# Saying what is different today: at a tablet and on the manager's page.

say-today-title = What is different today?
say-today-detail = It is told at once: on the TV, at the kiosk, on every waiting customer’s phone.
say-today-closes_at = We close earlier
say-today-service = A service ends earlier
say-today-running_late = Everything takes longer
say-today-message = Something to say
say-today-now = now
say-today-at = at { $time }
say-today-when = From when?
say-today-closes-when = When do we close?
say-today-which = Which service?
say-today-why = Why?
say-today-words = A short sentence for everybody who waits
say-today-say = Say it
say-today-back = Take back
say-late-short_staffed = Fewer of us are here
say-late-system_down = Computers slow or down
say-late-many_people = Very many people
say-late-emergency = Something urgent
say-late-other = Another reason
