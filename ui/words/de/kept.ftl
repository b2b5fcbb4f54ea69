# Der Server ist nicht da: Das Terminal bewahrt auf, worum gebeten wurde, die Nummer kommt später.

kept-your-code = Bitte merken Sie sich
kept-making = Ihre Nummer wird noch vergeben
kept-since = Ihr Platz zählt ab
kept-why = Unser Computer ist gerade nicht zu erreichen.
kept-means = Sobald er wieder da ist, bekommen Sie Ihre Nummer. Sie steht dann auf diesem Bildschirm neben Ihrem Code; wir helfen Ihnen gern, sie zu finden.
kept-papers = Ihre Unterlagen sehen wir uns dann mit Ihnen an.
kept-numbers = Aus Ihrem Code ist eine Nummer geworden:
kept-goes-on = Unser Computer ist gerade nicht zu erreichen. Einen Platz bekommen Sie trotzdem.
