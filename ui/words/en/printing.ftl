# The receipt printer beside the kiosk.

printing-printing = Printing …
printing-printed = It is printed
printing-no_paper = The printer has no paper.
printing-cover_open = The printer is open.
printing-printer_stopped = The printer stopped halfway.
printing-printer_asked = The printer stopped halfway. Did your slip come out?
printing-came-out = It came out
printing-not-come-out = Print it again
printing-away = The printer does not answer.
printing-instead = Point your phone’s camera at the code, or ask anyone of our team.
