# The server is away: the kiosk keeps what was asked for, and its ticket is made later.

kept-your-code = Keep this code
kept-making = Your ticket is being made
kept-since = Your place counts from
kept-why = We cannot reach our computer right now.
kept-means = Your number is given as soon as it is back. It then appears on this screen beside your code; anyone of our team helps you find it.
kept-papers = Your papers we check with you then.
kept-numbers = Your code has become a number:
kept-goes-on = We cannot reach our computer right now. You can take a place all the same.
