# Texts in German Leichte Sprache: short sentences, common words, one thought at a time.
# An id that begins with phone-, wall- or console- is loaded only by that page.

language = Sprache
cancel = Abbrechen

line-live = Verbunden
line-reconnecting = Das Gerät sucht die Verbindung
line-offline = Keine Verbindung

vote-saved = Ihre Stimme ist auf diesem Gerät
vote-sending = Ihre Stimme ist unterwegs
vote-counted = Ihre Stimme zählt

phase-draft = Noch nicht fertig
phase-open = Läuft
phase-closed = Vorbei
phase-revealed = Ergebnis

role-municipality = Stadt oder Gemeinde
role-authority = Amt
role-start-up = Junge Firma
role-academia = Hochschule oder Schule
role-other = Etwas anderes

poll-choose-one = Tippen Sie auf eine Antwort. Sie können die Antwort noch ändern.
poll-choose = { $min ->
    [0] Tippen Sie auf Ihre Antworten. Höchstens { $max }. Dann drücken Sie auf: Absenden.
   *[other] Tippen Sie auf Ihre Antworten. Mindestens { $min }. Höchstens { $max }. Dann drücken Sie auf: Absenden.
}
poll-too-many = Mehr als { $max } Antworten gehen nicht. Nehmen Sie erst eine Antwort weg.
poll-too-few = { $min ->
    [one] Wählen Sie mindestens eine Antwort.
   *[other] Wählen Sie mindestens { $min } Antworten.
}
poll-chosen = Sie haben { $count } gewählt. Höchstens { $max } gehen.
poll-send = Absenden
poll-send-change = Neu absenden
poll-not-sent-yet = Sie haben noch nicht abgesendet.
poll-withdraw = Antwort löschen
poll-gone = Diese Frage gibt es nicht mehr.
poll-closes-in = Noch
poll-closed = Die Abstimmung ist vorbei. Gleich kommt das Ergebnis.
poll-not-yet = Diese Abstimmung kommt später.
poll-your-answer = Ihre Antwort:

result-title = Ergebnis
result-mine = Ihre Wahl
result-ballots = { $count ->
    [0] Noch niemand hat abgestimmt
    [one] Eine Person hat abgestimmt
   *[other] { $count } Menschen haben abgestimmt
}

topics-title = Themen
topic-mine = Ihre Idee
topic-hosted = Jemand will den Tisch leiten
topic-filter = Nur Themen aus einem Bereich zeigen
topic-filter-all = Alle Bereiche
topic-none = Hier ist noch kein Thema.
topic-approve = Will ich
topic-approved = Gewählt
topic-support = { $count ->
    [0] Noch keine Stimme
    [one] Eine Stimme
   *[other] { $shown } Stimmen
}
topic-vote-title = Themen-Wahl
topic-vote-text = Worüber möchten Sie sprechen? Tippen Sie auf: Will ich. Sie dürfen viele Themen wählen.
topic-vote-chosen = { $count ->
    [0] Noch nichts gewählt
    [one] Ein Thema gewählt
   *[other] { $count } Themen gewählt
}
topic-vote-closed = { $count ->
    [0] Die Themen-Wahl ist vorbei. Gleich kommt das Ergebnis.
    [one] Die Themen-Wahl ist vorbei. Sie haben ein Thema gewählt.
   *[other] Die Themen-Wahl ist vorbei. Sie haben { $count } Themen gewählt.
}
topic-vote-points = { $cap ->
    [one] Sie haben { $points } Punkte. Geben Sie die Punkte Ihren Themen. Jedes Thema kann einen Punkt bekommen.
   *[other] Sie haben { $points } Punkte. Geben Sie die Punkte Ihren Themen. Ein Thema kann höchstens { $cap } Punkte bekommen.
}
topic-vote-score = Geben Sie jedem Thema Punkte. { $max } Punkte heißt: Das ist mir sehr wichtig. 0 Punkte heißt: Das will ich nicht.
topic-vote-change = Sie können alles noch ändern. Erst wenn die Themen-Wahl zu Ende ist, geht das nicht mehr.
topic-vote-points-left = Sie haben noch { $left } von { $points } Punkten
topic-points = { $count ->
    [one] { $shown } Punkt
   *[other] { $shown } Punkte
}
topic-points-more = Ein Punkt mehr
topic-points-less = Ein Punkt weniger
topic-points-of = Punkte für: { $title }
topic-mode = Wie wollen Sie wählen?
topic-mode-cards = Einzeln
topic-mode-list = Alle

topics-all-title = Alle Themen
selection-title = Diese Themen haben gewonnen

propose-heading = Ein eigenes Thema aufschreiben
propose-left = { $count ->
    [one] Sie können noch ein Thema aufschreiben.
   *[other] Sie können noch { $count } Themen aufschreiben.
}
propose-none-left = Sie haben { $max } Themen aufgeschrieben. Mehr geht nicht.
propose-title = Ihr Thema in einem Satz
propose-text = Was meinen Sie genau? Sie müssen hier nichts schreiben.
propose-count = { $count } von { $max } Buchstaben
propose-theme-none = Kein Bereich
propose-hosting = Ich will dazu einen Tisch leiten
propose-title-needed = Schreiben Sie Ihr Thema in einem Satz.
propose-too-long = Ihr Text ist zu lang. Schreiben Sie weniger.
propose-submit = Thema abschicken
propose-theme = Bereich. Sie müssen hier nichts wählen.
propose-looked-at = Die Leitung liest Ihr Thema zuerst. Danach sehen es alle.
propose-looked-at-again = Die Leitung liest Ihren neuen Text zuerst. Danach sehen ihn alle.
propose-similar = { $count ->
    [0] Es gibt kein ähnliches Thema
    [one] Es gibt schon ein ähnliches Thema
   *[other] Es gibt schon { $count } ähnliche Themen
}
propose-similar-words = Das ist gleich: { $words }
propose-similar-pair = „{ $here }“ und „{ $there }“
propose-similar-mine = Das meine ich auch
propose-similar-mine-of = Das meine ich auch: { $title }
propose-similar-want = Dieses Thema wählen
propose-similar-want-of = Dieses Thema wählen: { $title }
propose-similar-chosen = Das haben Sie schon gewählt
propose-similar-noted = Das Thema „{ $title }“ gibt es schon. Sie müssen nichts mehr schreiben. Ihr Text ist noch da.
propose-similar-wanted = Sie haben das Thema „{ $title }“ gewählt. Sie müssen nichts mehr schreiben. Ihr Text ist noch da.
propose-similar-back = Meinen Text wieder zeigen
propose-own = Ihre Themen
propose-standing-shown = Alle können das Thema sehen
propose-standing-held = Die Leitung liest das Thema noch
propose-standing-hidden = Die Leitung hat das Thema weggenommen
propose-standing-merged = Das Thema gehört jetzt zu: { $title }
propose-edit = Ändern
propose-edit-of = Ändern: { $title }
propose-edit-save = Neuen Text speichern

cards-want = Will ich
cards-skip = Will ich nicht
cards-next = Weiter
cards-back = Zurück
cards-back-of = Zurück zum letzten Thema
cards-seen = { $seen } von { $total } gesehen
cards-loading = Gleich kommt das nächste Thema.
cards-keys = Sie haben eine Tastatur? Pfeil nach rechts heißt: Will ich. Pfeil nach links heißt: Will ich nicht.
cards-done = Sie haben alle Themen gesehen
cards-done-text = { $count ->
    [0] Sie haben nichts gewählt. Das können Sie in der Liste ändern.
    [one] Sie haben ein Thema gewählt. Das können Sie in der Liste ändern.
   *[other] Sie haben { $count } Themen gewählt. Das können Sie in der Liste ändern.
}
cards-to-list = Zur Liste
cards-none = Die anderen haben noch keine Themen aufgeschrieben.

chosen-adopted = Das Programm ist fertig.
chosen-forming = Das sind die gewählten Themen. Das Programm ist aber noch nicht ganz fertig.
chosen-mine = { $count ->
    [0] Keines von Ihren Themen ist im Programm.
    [one] { $of ->
        [one] Ihr Thema ist im Programm.
       *[other] Ein Thema von Ihren { $of } Themen ist im Programm.
    }
   *[other] { $count } von Ihren { $of } Themen sind im Programm.
}
chosen-place = Platz { $place }
chosen-carried = { $count ->
    [0] Niemand hat das Thema gewählt.
    [one] Eine Person hat das Thema gewählt.
   *[other] { $count } Menschen haben das Thema gewählt.
}
chosen-nothing-else = { $count ->
    [one] Eine Person von ihnen hat kein anderes Thema im Programm.
   *[other] { $count } von ihnen haben kein anderes Thema im Programm.
}
chosen-nothing-else-all = { $count ->
    [one] Diese Person hat kein anderes Thema im Programm.
   *[other] Diese Menschen haben kein anderes Thema im Programm.
}
chosen-by-hand = Von der Leitung bestimmt
chosen-by-hand-text = Die Leitung wollte dieses Thema. Es hatte nicht genug Stimmen.
chosen-pinned-text = Die Leitung wollte dieses Thema. Es hatte auch genug Stimmen.
chosen-wild-card = Extra-Platz
chosen-wild-card-text = Manche Menschen finden wenige Themen für sich. Für diese Menschen ist der Extra-Platz.
chosen-completion-text = Es war noch ein Platz frei. Dieses Thema passte am besten.
chosen-spare-text = Es war noch ein Platz frei.
chosen-gone = Dieses Thema gibt es nicht mehr
chosen-dropped = Von der Leitung weggenommen
chosen-dropped-text = Diese Themen hatten genug Stimmen. Aber die Leitung hat anders entschieden.
chosen-served = Wer findet ein Thema für sich?
chosen-served-one = ein Thema oder mehr
chosen-served-two = 2 Themen oder mehr
chosen-served-three = 3 Themen oder mehr
chosen-served-people = So viele Menschen finden
chosen-served-here = Unser Programm
chosen-served-votes = Nur die meisten Stimmen
chosen-outside = Nicht im Programm
chosen-lacks = { $count ->
    [one] Eine Person hat noch gefehlt.
   *[other] { $count } Menschen haben noch gefehlt.
}
chosen-not-yet = Das Programm ist noch nicht da. Sie sehen es hier, wenn es fertig ist.

slot-until = bis { $time } Uhr
slot-from = ab { $time } Uhr, { $minutes } Minuten

field-other = Angabe
field-name = Name
field-organisation = Organisation
field-title = Titel
field-text = Text
field-theme = Themenfeld
field-topic = Thema
field-topics = Themen
field-poll = Abstimmung
field-question = Frage
field-options = Antworten
field-choices = Auswahl
field-approve = gewählte Themen
field-points = Punkte
field-ballot = Art der Abstimmung
field-per-person = Themen für jeden Menschen
field-places = Plätze im Programm
field-slot = Programmpunkt
field-seconds = Sekunden
field-min = Mindestzahl
field-max = Höchstzahl
field-into = Zielthema

rejection-malformed = Da ist ein Fehler ({ $field }: { $reason }). Laden Sie die Seite neu.
rejection-not-allowed = Das geht hier nicht.
rejection-not-joined = Drücken Sie zuerst auf: Jetzt mitmachen.
rejection-cafe-full = Alle { $limit } Plätze sind voll.
rejection-seat-taken = Der Platz gehört einem anderen Gerät. Machen Sie noch einmal mit.
rejection-unknown = Das gibt es nicht mehr: { $field }.
rejection-id-taken = Das gibt es schon: { $field }. Versuchen Sie es noch einmal.
rejection-text-empty = Da fehlt ein Text: { $field }.
rejection-text-too-long = Zu lang: { $field }. Höchstens { $limit } Buchstaben.
rejection-too-few = Zu wenig: { $field }. Mindestens { $limit }.
rejection-too-many = Zu viel: { $field }. Höchstens { $limit }.
rejection-out-of-range = { $field }: Es geht nur { $min } bis { $max }.
rejection-duplicate = Das ist doppelt: { $field }.
rejection-poll-not-open = Sie können jetzt nicht abstimmen. Die Abstimmung ist: { $phase }.
rejection-topic-vote-not-open = Sie können jetzt keine Themen wählen. Die Themen-Wahl ist: { $phase }.
rejection-wrong-phase = Das geht jetzt nicht. Es ist: { $phase }.
rejection-proposals-closed = Sie können jetzt kein Thema abschicken. Ihr Text ist noch da.
rejection-superseded = Sie haben schon eine neuere Antwort. Diese zählt.
rejection-ballots-cast = Es gibt schon Stimmen. Darum bleibt die Art der Abstimmung so.
rejection-not-asked = Das fragen wir hier nicht: { $field }.
rejection-selection-moved = Das Programm ist gerade anders geworden. Sehen Sie noch einmal hin.
rejection-cannot-merge = Diese Themen passen nicht zusammen.
rejection-storage = Der Server kann gerade nichts speichern. Wir versuchen es weiter.
rejection-too-fast = Das war zu schnell. Höchstens { $limit } in einer Sekunde. Wir senden noch einmal.
rejection-try-again = Das hat nicht geklappt. Wir senden noch einmal.

refused-other = Der Server hat die Verbindung beendet.
refused-malformed = Da ist ein Fehler. Laden Sie die Seite neu.
refused-message-too-large = Die Nachricht war zu groß.
refused-unexpected-message = Da ist ein Fehler. Laden Sie die Seite neu.
refused-unsupported-protocol = Diese Seite ist alt. Laden Sie die Seite neu.
refused-unknown-cafe = Diesen Code gibt es nicht.
refused-bad-token = Der Link ist nicht richtig. Öffnen Sie den Link noch einmal.
refused-too-many-connections = Zu viele Geräte sind in diesem Netz. Versuchen Sie es später.
refused-hello-timeout = Die Verbindung war zu langsam. Versuchen Sie es noch einmal.
refused-cafe-unavailable = Die Veranstaltung ist gerade nicht da. Die Seite versucht es gleich noch einmal.
refused-too-fast = Das war zu schnell. Bitte warten Sie kurz.

phone-landing-title = Willkommen
phone-landing-text = Auf der großen Leinwand steht ein Code. Schreiben Sie den Code hier auf.
phone-landing-code = Code
phone-landing-hint = Der Code hat 6 Zeichen.
phone-landing-wrong = Der Code hat 6 Zeichen. Zahlen von 2 bis 9. Und Buchstaben, aber kein I, kein L, kein O.
phone-landing-missing = Diesen Code gibt es nicht.
phone-landing-go = Weiter
phone-welcome = Willkommen
phone-join = Jetzt mitmachen
phone-join-hint = Sie müssen keinen Namen sagen.
phone-join-more = Namen sagen. Sie müssen das nicht.
phone-profile-title = Das bin ich
phone-profile-name = Name
phone-profile-organisation = Stadt, Firma oder Verein
phone-profile-organisation-hint = Wählen Sie aus der Liste. Oder schreiben Sie selbst.
phone-profile-role = Ich komme von
phone-profile-role-none = Das sage ich nicht
phone-profile-save = Speichern
phone-refused-title = Das hat nicht geklappt
phone-part-missing = Dieser Teil ist nicht da. Versuchen Sie es noch einmal.
phone-try-again = Noch einmal versuchen
phone-other-code = Anderen Code eingeben
phone-skip = Zum Inhalt
phone-places = Bereiche
phone-place-now = Jetzt
phone-place-topics = Themen
phone-place-polls = Fragen
phone-place-me = Ich
phone-polls-waiting = { $count ->
    [one] Eine Frage wartet auf Ihre Antwort
   *[other] { $count } Fragen warten auf Ihre Antwort
}
phone-polls-none = Es gibt noch keine Frage.
phone-next = Danach
phone-lobby-title = Schön, dass Sie da sind
phone-lobby-text = Gleich geht es los. Sie müssen nichts tun. Ihr Handy zeigt immer das Richtige.
phone-between-title = Bitte warten
phone-between-text = Hier kommt gleich etwas Neues.
phone-notice = Eine Nachricht für Sie
phone-stored-title = Was wir von Ihnen wissen
phone-stored-text = Sie haben bei uns nur eine zufällige Nummer. Das wissen wir:
phone-stored-id = Nummer
phone-stored-none = nichts
phone-stored-ballots = Antworten auf Fragen
phone-stored-approvals = Gewählte Themen
phone-stored-topics = Eigene Themen
phone-stored-not = Wir wissen nicht, wo Sie sind. Wir geben nichts weiter.
phone-forget = Auf diesem Gerät löschen
phone-forget-text = Dann kennt dieses Gerät Sie nicht mehr. Ihre Antworten zählen weiter. Aber Sie können die Antworten nicht mehr ändern.
phone-forget-confirm = Ja, löschen

wall-qr = QR-Code zum Mitmachen
wall-join = Mitmachen
wall-joined = { $count ->
    [0] Seien Sie die Ersten am Tisch
    [one] Eine Person ist am Tisch
   *[other] { $shown } sind am Tisch
}
wall-turnout = { $count ->
    [one] { $shown } von { $joined } hat abgestimmt
   *[other] { $shown } von { $joined } haben abgestimmt
}
wall-page = { $from }–{ $to } von { $total }
wall-topics-open = Worüber wollen wir sprechen?
wall-topics-none = Schreiben Sie das erste Thema auf.
wall-topics-count = { $count ->
    [0] Noch keine Themen
    [one] Ein Thema
   *[other] { $shown } Themen
}
wall-topic-vote-open = Sie wählen die Themen
wall-topic-vote-soon = Gleich wählen wir die Themen
wall-topic-vote-closed = Die Themen-Wahl ist vorbei
wall-topic-vote-result = Das sind Ihre Themen
wall-topic-vote-count = { $count ->
    [one] Ein Thema steht zur Wahl
   *[other] { $count } Themen stehen zur Wahl
}
wall-next = Danach: { $title }
wall-blank = Gleich geht es weiter.
wall-age = Stand von { $time } Uhr ({ $minutes ->
    [0] vor weniger als einer Minute
    [one] vor einer Minute
   *[other] vor { $minutes } Minuten
}). Die Verbindung wird gesucht.
wall-connecting = Das Gerät sucht die Verbindung.
wall-refused = Der Link für die Leinwand ist nicht richtig. Öffnen Sie den Link noch einmal.
wall-selection-soon = Wir zählen Ihre Stimmen
wall-selection-forming = Diese Themen haben gewonnen
wall-selection-running = Diese Themen gewinnen jetzt gerade
wall-selection-revealed = Diese Themen haben gewonnen
wall-selection-adopted = Das sind unsere Themen
wall-selection-places = { $count ->
    [one] Ein Thema gewinnt
   *[other] { $count } Themen gewinnen
}
wall-selection-places-of = { $count ->
    [one] { $shown } von einem Thema
   *[other] { $shown } von { $total } Themen
}
wall-selection-carried = { $count ->
    [0] Das will noch niemand.
    [one] Ein Mensch will das.
   *[other] { $shown } Menschen wollen das.
}{ $alone ->
    [0] { "" }
    [one] { " " }Einer hat nur dieses Thema.
   *[other] { " " }{ $shown_alone } haben nur dieses Thema.
}
wall-selection-pinned = von uns gewählt
wall-selection-moved-up = neu dabei
wall-selection-wild-card = Extra-Platz
wall-selection-dropped = Das haben wir herausgenommen{ $total ->
    [one] { "" }
   *[other] { " " }({ $at } von { $total })
}: { $title }
wall-selection-one = bekommen ein Thema, das sie wollten
wall-selection-most-votes = Wenn nur die meisten Stimmen zählen: { $share }
wall-selection-two = Zwei Themen haben: { $share }
wall-selection-three = Drei Themen haben: { $share }
wall-selection-said = Das Programm ist fertig. { $topics }. { $share } bekommen ein Thema, das sie wollten.
wall-points = { $count ->
    [one] Punkt
   *[other] Punkte
}
wall-people = { $count ->
    [one] { $shown } Mensch
   *[other] { $shown } Menschen
}

bye-restart = Der Server startet neu
bye-reload = Der Server lädt neu
bye-storage = Der Server kann nichts speichern
bye-refused = Der Server sagt nein

console-title = Leitung
console-join = Code { $code } · { $address }
console-crowd = { $count ->
    [one] { $joined } Person ist da, { $online } verbunden
   *[other] { $joined } sind da, { $online } verbunden
}
console-keys = Tasten
console-close = Schließen
console-panels = Bereiche der Regie
console-tab-stage = Bühne
console-tab-polls = Abstimmungen
console-tab-topics = Themen
console-tab-people = Wer ist da
console-key-next = Nächsten Programmpunkt beginnen
console-key-open = Gezeigte Abstimmung öffnen
console-key-close = Gezeigte Abstimmung schließen
console-key-reveal = Ergebnis der gezeigten Abstimmung zeigen
console-key-blank = Leinwand auf Pause
console-key-undo = Letzten Schritt zurücknehmen
console-key-search = Themen suchen
console-key-help = Diese Hilfe
console-pending = Bitte warten
console-notes = Meldungen
console-undo = Zurücknehmen
console-undone = Zurückgenommen
console-dismiss = Meldung schließen
console-edit = Bearbeiten
console-delete = Löschen
console-delete-of = Löschen: { $title }
console-save = Speichern

console-previews = Was gerade zu sehen ist
console-on-wall = Leinwand
console-on-phones = Telefone
console-scene-lobby = Begrüßung
console-scene-topics = Themen
console-scene-topic-vote = Themenwahl
console-scene-selection = Das Programm
console-scene-slot = Programmpunkt
console-scene-blank = Pause (nur Titel und Code)
console-scene-notice = Nachricht: { $text }
console-show = Zeigen: { $title }
console-show-everywhere = Zeigen
console-show-wall = Leinwand
console-show-phones = Telefone
console-show-everywhere-of = Zeigen auf Leinwand und Telefonen: { $title }
console-show-wall-of = Leinwand: { $title } zeigen
console-show-phones-of = Telefone: { $title } zeigen
console-shown-everywhere = Überall zu sehen: { $title }
console-shown-wall = Auf der Leinwand: { $title }
console-shown-phones = Auf den Telefonen: { $title }
console-notice-title = Nachricht an alle
console-notice-text = Text
console-notice-hint = Schreiben Sie einen Satz. Dann können Sie den Satz zeigen.

console-programme = Ablauf
console-minutes = { $minutes } Minuten
console-slot-next = Weiter: { $title }
console-slot-enter = Beginnen
console-slot-enter-of = Beginnen: { $title }
console-slot-again = Neu
console-slot-entered = Begonnen: { $title }

console-poll-new = Neue Abstimmung
console-poll-edit = Abstimmung bearbeiten
console-polls-open = Läuft
console-polls-draft = Vorbereitet
console-polls-closed = Geschlossen, noch nicht gezeigt
console-polls-revealed = Ergebnisse
console-polls-none = Noch gibt es keine Abstimmung.
console-poll-open = Öffnen
console-poll-close = Schließen
console-poll-reveal = Ergebnis zeigen
console-poll-reopen = Wieder öffnen
console-poll-opened = Die Abstimmung ist geöffnet.
console-poll-closed = Die Abstimmung ist geschlossen.
console-poll-revealed = Das Ergebnis ist für alle sichtbar.
console-poll-saved = Der Entwurf ist gespeichert.
console-poll-deleted = Die Abstimmung ist gelöscht.
console-poll-delete-title = Abstimmung löschen?
console-poll-delete-text = „{ $question }“ wird gelöscht. Auch { $count ->
    [0] alle Angaben werden
    [one] eine Antwort wird
   *[other] { $count } Antworten werden
} gelöscht. Das ist dann für immer weg.
console-countdown = Countdown
console-countdown-none = ohne
console-countdown-seconds = { $seconds } Sekunden
console-counts = Stand jetzt. Nur Sie sehen das.
console-results-live = Ergebnis läuft mit
console-kind-single = Eine Antwort
console-kind-several = Mehrere Antworten
console-kind-multiple = { $min } bis { $max } Antworten
console-poll-question = Frage
console-poll-question-needed = Schreiben Sie eine Frage.
console-poll-options = Antworten
console-poll-options-needed = Es braucht mindestens { $min } Antworten.
console-poll-option = Antwort { $number }
console-option-up = Antwort { $number } nach oben
console-option-down = Antwort { $number } nach unten
console-option-remove = Antwort { $number } entfernen
console-option-add = Antwort hinzufügen
console-poll-kind = Wie wird geantwortet?
console-poll-min = Mindestens
console-poll-max = Höchstens
console-poll-range-wrong = Die Zahlen passen nicht. Es geht nur 0 bis { $max }. Die erste Zahl muss kleiner sein.
console-poll-live = Das Ergebnis sofort zeigen

console-proposals = Themen vorschlagen
console-proposals-open = Vorschläge öffnen
console-proposals-close = Vorschläge schließen
console-proposals-opened = Vorschläge sind geöffnet.
console-proposals-closed = Vorschläge sind geschlossen.
console-step-open = Themenwahl öffnen
console-step-close = Themenwahl schließen
console-step-reveal = Ergebnis zeigen
console-step-reopen = Wieder öffnen
console-topic-vote-open = Die Themenwahl ist geöffnet.
console-topic-vote-closed = Die Themenwahl ist geschlossen.
console-topic-vote-revealed = Das Ergebnis der Themenwahl ist für alle sichtbar.
console-topic-search = Themen suchen
console-topic-order = Reihenfolge
console-topic-order-proposed = Wie vorgeschlagen
console-topic-order-support = Nach Stimmen
console-topics-found = { $count ->
    [one] Ein Thema von { $total }
   *[other] { $shown } von { $total } Themen
}
console-topic-hidden = Verborgen
console-topic-merged = Teil von: { $title }
console-topic-parts = { $count ->
    [one] mit einem weiteren zusammengelegt
   *[other] mit { $count } weiteren zusammengelegt
}
console-topic-prepared = vorbereitet
console-topic-anonymous = von jemandem ohne Namen
console-topic-from = von { $from }
console-topic-hide = Verbergen
console-topic-hide-of = Verbergen: { $title }
console-topic-hide-done = Verborgen: { $title }
console-topic-unhide = Wieder zeigen
console-topic-unhide-of = Wieder zeigen: { $title }
console-topic-unhide-done = Wieder zu sehen: { $title }
console-topic-merge = Zusammenlegen
console-topic-merge-of = Zusammenlegen: { $title }
console-topic-merge-text = Zwei Themen werden ein Thema. Jede Person zählt nur einmal. Sie können die Themen wieder trennen.
console-topic-merge-into = Das gemeinsame Thema
console-topic-merge-choose = Bitte wählen
console-topic-merge-done = Zusammengelegt: { $title }
console-topic-split = Trennen
console-topic-split-done = Getrennt: { $title }
console-topic-edit = Thema bearbeiten
console-topic-edit-of = Bearbeiten: { $title }
console-topic-edited = Das Thema ist geändert.

console-joined = sind beigetreten
console-online = sind gerade verbunden
console-by-role = Nach Rolle
console-by-organisation = Nach Organisation
console-people = Wer einen Namen genannt hat
console-nobody-said = Noch hat niemand etwas angegeben.
console-role = Rolle

console-tab-selection = Programm
console-tab-held = { $count ->
    [one] Thema wartet auf Sie
   *[other] Themen warten auf Sie
}
console-key-selection = Das Programm auf der Leinwand zeigen
console-key-waiting = Themen, die auf Sie warten
console-key-similar = Ähnliche Themen
console-quoted = „{ $title }“
console-rules-open = Regeln
console-rules-title = Regeln für Themen und Themenwahl
console-rules-fact-person = { $count ->
    [one] höchstens ein Thema je Person
   *[other] höchstens { $count } Themen je Person
}
console-rules-fact-review-after = alle sehen es sofort
console-rules-fact-review-before = zu sehen, wenn Sie es erlauben
console-rules-fact-approval = gewählt wird mit „Dafür“
console-rules-fact-points = { $points } Punkte zu verteilen, höchstens { $cap } auf ein Thema
console-rules-fact-score = 0 bis { $max } Punkte für jedes Thema
console-rules-fact-on-reveal = Zwischenstand bleibt verborgen
console-rules-fact-live = Zwischenstand läuft auf der Leinwand mit
console-rules-person = Themen je Person, höchstens
console-rules-fault = Erlaubt ist eine ganze Zahl von { $min } bis { $max }.
console-rules-review = Wann sehen alle ein neues Thema?
console-rules-review-after = Sofort. Ich kann es später verbergen.
console-rules-review-before = Erst wenn ich es erlaube. Auch nach jeder Änderung.
console-rules-ballot = Wie wird gewählt?
console-rules-locked = { $count ->
    [one] Es ist schon eine Stimme abgegeben. Darum lässt sich die Art der Wahl nicht mehr ändern.
   *[other] Es sind schon { $shown } Stimmen abgegeben. Darum lässt sich die Art der Wahl nicht mehr ändern.
}
console-rules-ballot-approval = Mit „Dafür“: so viele Themen, wie man will
console-rules-ballot-points = Mit Punkten: jede Person verteilt gleich viele
console-rules-ballot-score = Mit Noten: jedes Thema bekommt eine Zahl
console-rules-points = Punkte je Person
console-rules-cap = Auf ein Thema höchstens
console-rules-max = Beste Note
console-rules-rule-hint = Prüfen Sie danach unter „Programm“, ob die Regel noch passt.
console-rules-live = Zwischenstand und entstehendes Programm schon während der Wahl auf der Leinwand zeigen
console-rules-saved = Die Regeln sind geändert.
console-topic-views = Welche Themen
console-topic-view-all = Alle Themen
console-topic-view-waiting = Wartet auf Sie
console-topic-view-similar = Ähnliche Themen
console-waiting-none = Kein Thema wartet auf Sie.
console-waiting-text = Diese Themen sieht noch niemand sonst.
console-topic-held = Wartet auf Sie
console-topic-hold = Zurückhalten
console-topic-hold-of = Zurückhalten: { $title }
console-topic-hold-done = Zurückgehalten: { $title }
console-topic-release = Freigeben
console-topic-release-of = Freigeben: { $title }
console-topic-release-done = Freigegeben: { $title }
console-topic-split-of = Trennen: { $title }
console-topic-stands-for = { $count ->
    [one] Steht auch für dieses Thema:
   *[other] Steht auch für diese Themen:
}
console-topic-points = { $count ->
    [one] 1 Punkt
   *[other] { $shown } Punkte
}
console-versions = Fassungen
console-versions-of = Fassungen: { $title }
console-versions-count = { $count ->
    [one] Eine Fassung
   *[other] { $count } Fassungen
}
console-version-present = Jetzt
console-version-by-moderator = geändert von der Moderation
console-version-by-proposer = geändert von der Person, die es vorschlug
console-version-at = { $who }, { $time } Uhr
console-version-restore = Wiederherstellen
console-version-restore-of = Wiederherstellen: { $title }
console-version-restored = Wiederhergestellt: { $title }
console-pairs-text = Themen, die dasselbe wünschen könnten. Nichts wird von selbst zusammengelegt.
console-pairs-count = { $count ->
    [0] Kein Paar sieht ähnlich aus.
    [one] Ein Paar sieht ähnlich aus.
   *[other] { $shown } Paare sehen ähnlich aus.
}
console-pairs-failed = Gerade keine Antwort vom Server. Die Liste kommt, sobald die Verbindung steht.
console-like-same = Fast gleich
console-like-very = Sehr ähnlich
console-like-some = Ähnlich
console-shared-word = beide: „{ $word }“
console-shared-meaning = gleiche Bedeutung: „{ $here }“ und „{ $there }“
console-shared-spelling = ähnlich geschrieben: „{ $here }“ und „{ $there }“
console-shared-field = dasselbe Gebiet: „{ $here }“ und „{ $there }“
console-shared-parts = Teile von Wörtern gleichen sich
console-pair-keep = Dieses Thema behalten
console-pair-keep-of = Behalten: { $title }. Darin aufgehen lassen: { $other }
console-pair-apart = Nicht dasselbe
console-pair-apart-of = Nicht dasselbe: { $first } und { $second }
console-pair-apart-done = Das Paar wird nicht mehr gezeigt. Zusammenlegen geht weiter über die Liste der Themen.
console-glossary = Wörterliste
console-glossary-title = Wörter, die hier dasselbe bedeuten
console-glossary-text = Eine Zeile für jede Bedeutung. Viele Wörter kennt das Programm schon; Ihre Zeilen kommen dazu.
console-glossary-same-line = Bürgerbus, Hüpfer
console-glossary-same = bedeuten dasselbe
console-glossary-faint-line = ~ Zukunft
console-glossary-faint = sagt wenig und zählt weniger
console-glossary-not-line = - Park
console-glossary-not = dieses Wort nicht beachten
console-glossary-lines = Eigene Zeilen
console-glossary-saved = Die Wörterliste ist gespeichert.
console-glossary-line-too-long = Eine Zeile ist zu lang: höchstens { $limit } Zeichen.
console-glossary-too-long = Die Liste ist zu lang: höchstens { $limit } Zeichen.
console-glossary-too-many = Zu viele Zeilen: mit den eingebauten höchstens { $limit }.
console-selection-none = Das Programm entsteht, sobald die Themenwahl geöffnet ist.
console-terms = Regel und Plätze
console-terms-rule = Regel
console-rule-suited = empfohlen
console-rule-sequential-phragmen = Phragmén
console-rule-sequential-phragmen-text = Alle sparen gleich schnell; ein Thema kommt hinein, sobald seine Leute es bezahlen können. Eine Gruppe von 20 % bekommt etwa 20 % der Plätze.
console-rule-equal-shares = Gleiche Anteile (Equal Shares)
console-rule-equal-shares-text = Alle haben von Anfang an gleich viel; zuerst kommt, was für die Einzelnen am wenigsten kostet. Das stärkste Versprechen an Gruppen.
console-rule-most-votes = Meiste Stimmen
console-rule-most-votes-text = Die Themen mit den meisten Stimmen. Eine Mehrheit, die sich einig ist, bekommt alle Plätze.
console-rule-sequential-pav = PAV
console-rule-sequential-pav-text = Das erste Thema einer Person zählt ganz, ihr zweites halb, ihr drittes ein Drittel. Ändert sich während der Wahl am wenigsten.
console-rule-additive-equal-shares = Gleiche Anteile nach Punkten
console-rule-additive-equal-shares-text = Wie gleiche Anteile, aber wer mehr Punkte gibt, zahlt mehr. Gedacht für Punkte und Noten.
console-rules-more = Weitere Regeln
console-rules-fewer = Weniger Regeln
console-places = Plätze
console-places-less = Ein Platz weniger
console-places-more = Ein Platz mehr
console-wild-card = Wildcard
console-wild-card-text = Der letzte Platz geht an das Thema, das den meisten hilft, die sonst am wenigsten finden.
console-wild-card-hint = Wer bisher wenig findet, will am meisten: „{ $title }“ ({ $nothing } finden noch nichts, { $one } nur eines). Mit der Wildcard käme es hinein.
console-terms-tried = Noch nicht übernommen: { $rule }, { $places } Plätze
console-terms-take = Übernehmen
console-terms-set = Es gilt: { $rule }, { $places } Plätze
console-price-asking = Der Preis wird berechnet …
console-price-again = Noch einmal fragen
console-price-no-line = Ohne Verbindung lässt sich der Preis nicht berechnen.
console-price-places = Für die von Hand gesetzten Themen sind das zu wenige Plätze.
console-price-no-ballots = Noch hat niemand abgestimmt. Es kostet niemanden etwas.
console-price-nothing = Am Programm ändert das nichts.
console-price-in = Herein: { $titles }
console-price-out = Hinaus: { $titles }
console-price-lost = { $count ->
    [0] Wer jetzt etwas findet, findet weiter etwas.
    [one] Eine Person findet dann nichts mehr.
   *[other] { $shown } Menschen finden dann nichts mehr.
}
console-price-served = Dann finden { $then } von { $voters } mindestens eines ihrer Themen, jetzt sind es { $now }.
console-elected = { $count ->
    [one] Ein Thema auf { $places } Plätzen
   *[other] { $shown } Themen auf { $places } Plätzen
}
console-held-still = Kurz angehalten, damit nichts unter dem Zeiger wegrutscht
console-carried = { $count ->
    [0] Von niemandem gewählt
    [one] Getragen von einer Person
   *[other] Getragen von { $shown } Menschen
}
console-carried-alone = { $count ->
    [0] alle finden auch anderes
    [one] eine davon findet sonst nichts
   *[other] { $shown } davon finden sonst nichts
}
console-paid = Bezahlt: { $parts }.
console-paid-part = { $count ->
    [one] eine Person { $share }
   *[other] { $shown } Menschen je { $share }
}
console-paid-others = { $count ->
    [one] eine weitere Person weniger
   *[other] { $shown } weitere weniger
}
console-grounds-pinned = von Hand gesetzt
console-grounds-pinned-why = Drin, was auch immer gewählt wird.
console-grounds-completion = aufgefüllt
console-grounds-completion-why = Seine Leute konnten es nicht ganz bezahlen; die freien Plätze wurden aufgefüllt.
console-grounds-wild-card = Wildcard
console-grounds-wild-card-why = Für die, die sonst am wenigsten finden.
console-grounds-spare = freier Platz
console-grounds-spare-why = Es gibt mehr Plätze als gewünschte Themen.
console-waiting-list = Warteliste
console-waiting-list-none = Alle Themen sind im Programm.
console-waiting-list-all = Alle { $count } zeigen
console-waiting-list-few = Weniger zeigen
console-close-race = knapp
console-lacks = { $count ->
    [one] Ein Mensch mehr brächte es hinein.
   *[other] { $shown } Menschen mehr brächten es hinein.
}
console-lacks-place = Kein Platz ist offen: alle sind von Hand vergeben.
console-wanted-by = { $count ->
    [0] Niemand will es bisher.
    [one] Eine Person will es.
   *[other] { $shown } wollen es.
}
console-hand-pin = Setzen
console-hand-pin-of = Von Hand ins Programm setzen: { $title }
console-hand-pin-done = Von Hand gesetzt: { $title }
console-hand-exclude = Ausschließen
console-hand-exclude-of = Von Hand ausschließen: { $title }
console-hand-exclude-done = Von Hand ausgeschlossen: { $title }
console-hand-release = Den Stimmen überlassen
console-hand-release-of = Den Stimmen überlassen: { $title }
console-hand-release-done = Wieder den Stimmen überlassen: { $title }
console-hand-swap = Tauschen
console-hand-swap-of = Tauschen: { $title }
console-hand-is-pinned = von Hand gesetzt
console-hand-is-excluded = von Hand ausgeschlossen
console-hands-apart = Von Hand, nicht in den Listen
console-swap = Tauschen
console-swap-title = Ein Thema gegen ein anderes tauschen
console-swap-out = Dieses geht hinaus
console-swap-in = Dieses kommt herein
console-swap-done = Getauscht: { $into } statt { $out }
console-served-title = { $count ->
    [one] Wem es dient: von einer Person, die abgestimmt hat
   *[other] Wem es dient: von { $shown } Menschen, die abgestimmt haben
}
console-served-here = Dieses Programm
console-served-with-one = finden mindestens eines
console-served-with-two = mindestens zwei
console-served-with-three = mindestens drei
console-most-votes-same = „Meiste Stimmen“ gäbe dieselben Themen.
console-most-votes-differs = Anders als bei „Meiste Stimmen“: hier { $here }, dort { $there }.
console-by-hand = von Hand
console-by-hand-title = Von Hand geändert
console-by-hand-nothing = Die Stimmen allein gäben dieselben Themen.
console-by-hand-in = Nur von Hand drin: { $titles }
console-by-hand-out = Nur von Hand draußen: { $titles }
console-by-hand-served = So finden { $now } von { $voters } mindestens eines ihrer Themen; allein nach den Stimmen wären es { $alone }.
console-fair-title = Fair zu jeder Gruppe?
console-fair-fair = Ja. Keine Gruppe bekommt weniger als ihren Anteil.
console-fair-short = Nicht ganz. Niemand, dem ein Platz zusteht, geht leer aus, aber eine Gruppe bekommt weniger als ihren Anteil.
console-fair-nothing = Nein. Eine Gruppe, der ein Platz zusteht, geht leer aus.
console-fair-example-wrong-first = { $count ->
    [one] Eine Person will „{ $title }“ und findet nichts im Programm. Ab { $needed } Menschen steht einer Gruppe ein Platz zu.
   *[other] { $people } Menschen wollen alle „{ $title }“ und finden nichts im Programm. Ab { $needed } steht einer Gruppe ein Platz zu.
}
console-fair-example-wrong-more = { $count ->
    [one] Eine Person will „{ $title }“ und findet weniger als { $level } ihrer Themen. Ab { $needed } Menschen stehen einer Gruppe { $level } zu.
   *[other] { $people } Menschen wollen alle „{ $title }“ und finden je weniger als { $level } ihrer Themen. Ab { $needed } stehen einer Gruppe { $level } zu.
}
console-fair-example-near-first = { $count ->
    [one] Einer Beschwerde am nächsten: Eine Person will „{ $title }“ und findet nichts. Ein Recht auf einen Platz haben erst { $needed }.
   *[other] Einer Beschwerde am nächsten: { $people } Menschen wollen „{ $title }“ und finden nichts. Ein Recht auf einen Platz haben erst { $needed }.
}
console-fair-example-near-more = { $count ->
    [one] Einer Beschwerde am nächsten: Eine Person will „{ $title }“ und findet weniger als { $level } ihrer Themen. Ein Recht auf { $level } haben erst { $needed }.
   *[other] Einer Beschwerde am nächsten: { $people } Menschen wollen „{ $title }“ und finden weniger als { $level } ihrer Themen. Ein Recht auf { $level } haben erst { $needed }.
}
console-fair-more = Wie wird das geprüft?
console-fair-explained = Geprüft wird jede Gruppe, die sich auf ein Thema einigt, das nicht im Programm ist. Ist sie groß genug für einen Platz, darf sie nicht leer ausgehen (JR); ist sie groß genug für mehrere, muss jemand aus ihr so viele finden (EJR+). Das rechnet jeder mit denselben Stimmen nach. Von Hand ausgeschlossene Themen werden nicht geprüft.
console-adopt-title = Übernommenes Programm
console-adopt-none = noch nicht übernommen
console-adopt-at = übernommen um { $time } Uhr
console-adopt = Dieses Programm übernehmen
console-adopt-again = Neu übernehmen
console-adopt-again-text = Das neue Programm ersetzt das übernommene. Das lässt sich nicht zurücknehmen.
console-adopt-not-yet = Erst muss abgestimmt werden: Öffnen Sie die Themenwahl.
console-adopt-vote-open = Schließen Sie zuerst die Themenwahl. Solange sie läuft, kann sich das Programm noch ändern.
console-adopt-nothing = Es gibt noch nichts zu übernehmen.
console-adopt-moved = Nicht übernommen: Das Programm hat sich geändert, während Sie drückten. Sehen Sie es sich an und drücken Sie dann noch einmal.
console-adopted = { $count ->
    [one] Übernommen: ein Thema.
   *[other] Übernommen: { $count } Themen.
}
console-adopted-topics = { $count } Themen
console-adopted-differs = Das Programm nach den Stimmen ist jetzt ein anderes als das übernommene.
console-adopted-order = Es sind dieselben Themen in anderer Reihenfolge.
console-retract = Übernahme zurücknehmen
console-retract-text = Das Programm nach den Stimmen ist inzwischen ein anderes. Das übernommene kommt nicht wieder.
console-retracted = Die Übernahme ist zurückgenommen.
console-came-in = Herein gekommen: { $titles }.
console-went-out = Hinaus gegangen: { $titles }.
