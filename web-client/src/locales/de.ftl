# Texts in German. An id that begins with phone-, wall- or console- is loaded only by that page.

language = Sprache
cancel = Abbrechen

line-live = Verbunden
line-reconnecting = Verbindung wird gesucht
line-offline = Keine Verbindung

vote-saved = Auf diesem Gerät gespeichert
vote-sending = Wird übertragen
vote-counted = Gezählt

phase-draft = Entwurf
phase-open = Geöffnet
phase-closed = Geschlossen
phase-revealed = Ergebnis

role-municipality = Stadt oder Gemeinde
role-authority = Behörde
role-start-up = Start-up
role-academia = Hochschule oder Schule
role-other = Andere

poll-choose-one = Tippen Sie auf Ihre Antwort. Sie können sie ändern, solange die Abstimmung läuft.
poll-choose = { $min ->
    [0] Wählen Sie bis zu { $max } Antworten und senden Sie sie ab.
   *[other] { $min ->
        [1] Wählen Sie 1 bis { $max } Antworten und senden Sie sie ab.
       *[other] Wählen Sie { $min } bis { $max } Antworten und senden Sie sie ab.
    }
}
poll-too-many = Mehr als { $max } geht nicht. Nehmen Sie zuerst eine Auswahl heraus.
poll-too-few = { $min ->
    [one] Wählen Sie mindestens eine Antwort.
   *[other] Wählen Sie mindestens { $min } Antworten.
}
poll-chosen = { $count } von höchstens { $max } gewählt
poll-send = Absenden
poll-send-change = Änderung absenden
poll-not-sent-yet = Noch nicht abgesendet.
poll-withdraw = Antwort zurücknehmen
poll-gone = Diese Abstimmung gibt es nicht mehr.
poll-closes-in = Noch
poll-closed = Die Abstimmung ist geschlossen. Das Ergebnis kommt gleich.
poll-not-yet = Diese Abstimmung hat noch nicht begonnen.
poll-your-answer = Ihre Antwort:

result-title = Ergebnis
result-mine = Ihre Wahl
result-ballots = { $count ->
    [0] Noch hat niemand abgestimmt
    [one] Eine Person hat abgestimmt
   *[other] { $count } haben abgestimmt
}

topics-title = Themen
topic-mine = Ihr Vorschlag
topic-hosted = Jemand würde den Tisch leiten
topic-filter = Themen eines Feldes zeigen
topic-filter-all = Alle Themenfelder
topic-none = Hier steht noch kein Thema.
topic-approve = Dafür
topic-approved = Gewählt
topic-support = { $count ->
    [0] Noch keine Stimme
    [one] Eine Stimme
   *[other] { $shown } Stimmen
}
topic-vote-title = Themen wählen
topic-vote-text = Tippen Sie bei allen Themen auf „Dafür“, über die Sie sprechen möchten. So viele Sie wollen.
topic-vote-chosen = { $count ->
    [0] Noch nichts gewählt
    [one] Ein Thema gewählt
   *[other] { $count } Themen gewählt
}
topic-vote-closed = { $count ->
    [0] Die Themenwahl ist geschlossen. Das Ergebnis kommt gleich.
    [one] Die Themenwahl ist geschlossen. Sie haben ein Thema gewählt.
   *[other] Die Themenwahl ist geschlossen. Sie haben { $count } Themen gewählt.
}
topic-vote-points = { $cap ->
    [one] Verteilen Sie { $points } Punkte, auf jedes Thema höchstens einen.
   *[other] Verteilen Sie { $points } Punkte, auf jedes Thema höchstens { $cap }.
}
topic-vote-score = Geben Sie jedem Thema 0 bis { $max } Punkte: { $max } heißt „unbedingt“, 0 heißt „nicht meins“.
topic-vote-change = Alles lässt sich ändern, solange die Themenwahl läuft.
topic-vote-points-left = Noch { $left } von { $points } Punkten
topic-points = { $count ->
    [one] { $shown } Punkt
   *[other] { $shown } Punkte
}
topic-points-more = Einen Punkt mehr
topic-points-less = Einen Punkt weniger
topic-points-of = Punkte für: { $title }
topic-mode = Wie möchten Sie wählen?
topic-mode-cards = Karten
topic-mode-list = Liste

topics-all-title = Alle Themen
selection-title = Das Programm der Themen

propose-heading = Eigenes Thema vorschlagen
propose-left = { $count ->
    [one] Sie können noch ein Thema vorschlagen.
   *[other] Sie können noch { $count } Themen vorschlagen.
}
propose-none-left = Sie haben { $max } Themen vorgeschlagen. Mehr geht nicht.
propose-title = Thema in einem Satz
propose-text = Worum geht es? (freiwillig)
propose-count = { $count } von { $max } Zeichen
propose-theme-none = Keines davon
propose-hosting = Ich würde dazu einen Tisch leiten
propose-title-needed = Schreiben Sie Ihr Thema in einem Satz.
propose-too-long = Der Text ist zu lang. Bitte kürzen Sie ihn.
propose-submit = Thema vorschlagen
propose-theme = Themenfeld (freiwillig)
propose-looked-at = Die Moderation liest Ihr Thema, bevor alle es sehen.
propose-looked-at-again = Die Moderation liest die neue Fassung, bevor alle sie sehen.
propose-similar = { $count ->
    [0] Kein ähnliches Thema
    [one] Ein ähnliches Thema gibt es schon
   *[other] { $count } ähnliche Themen gibt es schon
}
propose-similar-words = Gemeinsam: { $words }
propose-similar-pair = „{ $here }“ und „{ $there }“
propose-similar-mine = Das meine ich auch
propose-similar-mine-of = Das meine ich auch: { $title }
propose-similar-want = Dieses Thema wählen
propose-similar-want-of = Dieses Thema wählen: { $title }
propose-similar-chosen = Schon gewählt
propose-similar-noted = Dieses Thema steht schon da: „{ $title }“. Ihr eigener Text ist beiseitegelegt.
propose-similar-wanted = Sie haben das Thema „{ $title }“ gewählt. Ihr eigener Text ist beiseitegelegt.
propose-similar-back = Meinen Text zurückholen
propose-own = Ihre Themen
propose-standing-shown = Für alle zu sehen
propose-standing-held = Wartet auf die Moderation
propose-standing-hidden = Von der Moderation herausgenommen
propose-standing-merged = Gehört jetzt zu: { $title }
propose-edit = Ändern
propose-edit-of = Ändern: { $title }
propose-edit-save = Änderung speichern

cards-want = Dafür
cards-skip = Nicht meins
cards-next = Weiter
cards-back = Zurück
cards-back-of = Zurück zur letzten Karte
cards-seen = { $seen } von { $total } gesehen
cards-loading = Die nächste Karte kommt.
cards-keys = Mit den Pfeiltasten: rechts „Dafür“, links „Nicht meins“.
cards-done = Alle Themen gesehen
cards-done-text = { $count ->
    [0] Sie haben nichts gewählt. In der Liste können Sie das ändern.
    [one] Sie haben ein Thema gewählt. In der Liste können Sie es ändern.
   *[other] Sie haben { $count } Themen gewählt. In der Liste können Sie alles ändern.
}
cards-to-list = Zur Liste
cards-none = Es gibt noch keine Themen von anderen.

chosen-adopted = Das Programm ist beschlossen.
chosen-forming = So sieht das Programm nach den Stimmen aus. Beschlossen ist es noch nicht.
chosen-mine = { $count ->
    [0] Von Ihren gewählten Themen ist keines im Programm.
    [one] { $of ->
        [one] Sie finden Ihr Thema im Programm.
       *[other] Sie finden eines Ihrer { $of } Themen im Programm.
    }
   *[other] Sie finden { $count } Ihrer { $of } Themen im Programm.
}
chosen-place = Platz { $place }
chosen-carried = { $count ->
    [0] Niemand hat es gewählt.
    [one] Getragen von einer Person.
   *[other] Getragen von { $count } Menschen.
}
chosen-nothing-else = { $count ->
    [one] Eine von ihnen hat sonst kein Thema im Programm.
   *[other] { $count } von ihnen haben sonst kein Thema im Programm.
}
chosen-nothing-else-all = { $count ->
    [one] Sie hat sonst kein Thema im Programm.
   *[other] Sie alle haben sonst kein Thema im Programm.
}
chosen-by-hand = Von Hand gesetzt
chosen-by-hand-text = Die Moderation hat es ins Programm genommen. Nach den Stimmen allein wäre es nicht dabei.
chosen-pinned-text = Die Moderation hat es fest gesetzt. Nach den Stimmen wäre es auch dabei.
chosen-wild-card = Wildcard
chosen-wild-card-text = Dieser Platz geht an das Thema, das den meisten hilft, die sonst wenig finden.
chosen-completion-text = Es füllt einen Platz, der nach den Anteilen frei blieb.
chosen-spare-text = Es war noch ein Platz frei.
chosen-gone = Ein Thema, das nicht mehr gezeigt wird
chosen-dropped = Von Hand herausgenommen
chosen-dropped-text = Nach den Stimmen allein wären diese Themen im Programm. Die Moderation hat anders entschieden.
chosen-served = Wer findet etwas im Programm?
chosen-served-one = mindestens ein Thema
chosen-served-two = mindestens zwei
chosen-served-three = mindestens drei
chosen-served-people = So viele finden
chosen-served-here = Dieses Programm
chosen-served-votes = Nur nach meisten Stimmen
chosen-outside = Nicht im Programm
chosen-lacks = { $count ->
    [one] Es fehlt noch eine Person.
   *[other] Es fehlen noch { $count } Menschen.
}
chosen-not-yet = Das Programm ist noch nicht zu sehen. Es erscheint hier, sobald das Ergebnis gezeigt wird.

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
field-per-person = Themen je Person
field-places = Plätze im Programm
field-slot = Programmpunkt
field-seconds = Sekunden
field-min = Mindestzahl
field-max = Höchstzahl
field-into = Zielthema

rejection-malformed = Das hat der Server nicht verstanden ({ $field }: { $reason }). Laden Sie die Seite neu.
rejection-not-allowed = Das dürfen Sie an dieser Stelle nicht.
rejection-not-joined = Treten Sie zuerst bei.
rejection-cafe-full = Alle { $limit } Plätze sind besetzt.
rejection-seat-taken = Dieser Platz gehört einem anderen Gerät. Treten Sie bitte noch einmal bei.
rejection-unknown = Das gibt es nicht mehr ({ $field }).
rejection-id-taken = Das gibt es schon ({ $field }). Versuchen Sie es noch einmal.
rejection-text-empty = Hier fehlt ein Text: { $field }.
rejection-text-too-long = Zu lang: { $field } darf höchstens { $limit } Zeichen haben.
rejection-too-few = Zu wenig: { $field }, mindestens { $limit }.
rejection-too-many = Zu viel: { $field }, höchstens { $limit }.
rejection-out-of-range = { $field }: erlaubt sind { $min } bis { $max }.
rejection-duplicate = Doppelt angegeben: { $field }.
rejection-poll-not-open = Die Abstimmung nimmt keine Antworten an. Stand: { $phase }.
rejection-topic-vote-not-open = Die Themenwahl nimmt keine Stimmen an. Stand: { $phase }.
rejection-wrong-phase = Das geht von hier aus nicht. Stand: { $phase }.
rejection-proposals-closed = Gerade können keine Themen vorgeschlagen werden. Ihr Text ist noch da.
rejection-superseded = Eine neuere Antwort von Ihnen zählt schon.
rejection-ballots-cast = Es sind schon Stimmen abgegeben. Die Art der Abstimmung lässt sich nicht mehr ändern.
rejection-not-asked = Danach wird hier nicht gefragt: { $field }.
rejection-selection-moved = Das Programm hat sich gerade geändert. Sehen Sie es sich noch einmal an.
rejection-cannot-merge = Diese Themen lassen sich nicht zusammenlegen.
rejection-storage = Der Server kann gerade nicht speichern. Wir versuchen es weiter.
rejection-too-fast = Das war zu schnell (höchstens { $limit } je Sekunde). Wir senden es gleich noch einmal.
rejection-try-again = Das hat nicht geklappt. Wir senden es gleich noch einmal.

refused-other = Der Server hat die Verbindung beendet.
refused-malformed = Der Server hat die Nachricht nicht verstanden. Laden Sie die Seite neu.
refused-message-too-large = Die Nachricht war zu groß für den Server.
refused-unexpected-message = Der Server hat eine andere Nachricht erwartet. Laden Sie die Seite neu.
refused-unsupported-protocol = Es gibt eine neue Fassung dieser Seite. Laden Sie sie neu.
refused-unknown-cafe = Zu diesem Code gibt es keine Veranstaltung.
refused-bad-token = Der Zugang ist nicht gültig. Öffnen Sie den Link noch einmal ganz.
refused-too-many-connections = Von diesem Netz aus sind zu viele Geräte verbunden. Versuchen Sie es später.
refused-hello-timeout = Die Verbindung war zu langsam. Versuchen Sie es noch einmal.
refused-cafe-unavailable = Die Veranstaltung ist gerade nicht erreichbar. Die Seite versucht es gleich noch einmal.
refused-too-fast = Das war zu schnell. Bitte warten Sie kurz.

phone-landing-title = Willkommen am Tisch
phone-landing-text = Geben Sie den Code ein, der auf der Leinwand steht.
phone-landing-code = Code der Veranstaltung
phone-landing-hint = 6 Buchstaben und Ziffern
phone-landing-wrong = Der Code hat 6 Zeichen: Ziffern 2 bis 9 und Buchstaben ohne I, L, O.
phone-landing-missing = Zu diesem Code gibt es keine Veranstaltung.
phone-landing-go = Weiter
phone-welcome = Herzlich willkommen
phone-join = Jetzt mitmachen
phone-join-hint = Ohne Anmeldung. Es wird kein Name verlangt.
phone-join-more = Name und Organisation angeben (freiwillig)
phone-profile-title = Angaben zu mir
phone-profile-name = Name
phone-profile-organisation = Organisation
phone-profile-organisation-hint = Aus der Liste wählen oder selbst schreiben
phone-profile-role = Ich bin hier für
phone-profile-role-none = Keine Angabe
phone-profile-save = Angaben speichern
phone-refused-title = Das hat nicht geklappt
phone-part-missing = Dieser Teil konnte nicht geladen werden.
phone-try-again = Noch einmal versuchen
phone-other-code = Anderen Code eingeben
phone-skip = Zum Inhalt
phone-places = Bereiche
phone-place-now = Jetzt
phone-place-topics = Themen
phone-place-polls = Abstimmungen
phone-place-me = Ich
phone-polls-waiting = { $count ->
    [one] Eine Abstimmung wartet auf Ihre Antwort
   *[other] { $count } Abstimmungen warten auf Ihre Antwort
}
phone-polls-none = Noch gibt es keine Abstimmung.
phone-next = Als Nächstes
phone-lobby-title = Schön, dass Sie da sind
phone-lobby-text = Gleich geht es los. Ihr Telefon zeigt von selbst, was gerade dran ist.
phone-between-title = Einen Moment
phone-between-text = Hier erscheint gleich der nächste Schritt.
phone-notice = Nachricht von der Moderation
phone-stored-title = Was über mich gespeichert ist
phone-stored-text = Der Server kennt Sie nur unter einer zufälligen Kennung. Gespeichert ist:
phone-stored-id = Kennung
phone-stored-none = nichts
phone-stored-ballots = Antworten in Abstimmungen
phone-stored-approvals = Gewählte Themen
phone-stored-topics = Vorgeschlagene Themen
phone-stored-not = Keine Adresse Ihres Geräts, kein Standort, keine Cookies. Nichts geht an Dritte.
phone-forget = Auf diesem Gerät vergessen
phone-forget-text = Dieses Gerät verliert seinen Platz. Abgegebene Antworten bleiben gezählt; ändern können Sie sie danach nicht mehr.
phone-forget-confirm = Ja, vergessen

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
wall-topics-open = Welche Themen gehören auf den Tisch?
wall-topics-none = Schlagen Sie das erste Thema vor.
wall-topics-count = { $count ->
    [0] Noch keine Themen
    [one] Ein Thema
   *[other] { $shown } Themen
}
wall-topic-vote-open = Sie bestimmen das Programm
wall-topic-vote-soon = Gleich wählen wir die Themen
wall-topic-vote-closed = Die Themenwahl ist geschlossen
wall-topic-vote-result = Ihre Themen
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
wall-connecting = Die Verbindung wird aufgebaut.
wall-refused = Der Zugang dieser Leinwand ist nicht gültig. Öffnen Sie den Link für die Leinwand noch einmal.
wall-selection-soon = Aus Ihren Stimmen entsteht das Programm
wall-selection-forming = So entsteht Ihr Programm
wall-selection-running = So sähe das Programm jetzt aus
wall-selection-revealed = Diese Themen haben Sie gewählt
wall-selection-adopted = Ihr Programm
wall-selection-places = { $count ->
    [one] Ein Platz im Programm ist zu vergeben
   *[other] { $count } Plätze im Programm sind zu vergeben
}
wall-selection-places-of = { $count ->
    [one] { $shown } von einem Platz
   *[other] { $shown } von { $total } Plätzen
}
wall-selection-carried = { $count ->
    [0] Noch von niemandem gewünscht
    [one] Von einer Person getragen
   *[other] Von { $shown } Personen getragen
}{ $alone ->
    [0] { "" }
   *[other] , für { $shown_alone } das einzige Thema
}
wall-selection-pinned = von Hand gesetzt
wall-selection-moved-up = nachgerückt
wall-selection-wild-card = Wildcard
wall-selection-dropped = Von Hand herausgenommen{ $total ->
    [one] { "" }
   *[other] { " " }({ $at } von { $total })
}: { $title }
wall-selection-one = finden mindestens eines ihrer Themen
wall-selection-most-votes = nur nach Stimmenzahl: { $share }
wall-selection-two = mindestens zwei: { $share }
wall-selection-three = mindestens drei: { $share }
wall-selection-said = Das Programm steht. { $topics }. { $share } finden mindestens eines ihrer Themen.
wall-points = { $count ->
    [one] Punkt
   *[other] Punkte
}
wall-people = { $count ->
    [one] { $shown } Person
   *[other] { $shown } Personen
}

bye-restart = Der Server startet neu
bye-reload = Die Veranstaltung wird neu geladen
bye-storage = Der Server kann nicht speichern
bye-refused = Der Server hat abgelehnt

console-title = Regie
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
console-pending = Wartet auf den Server
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
console-scene-selection = Das Programm, wie es entsteht
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
console-notice-hint = Schreiben Sie einen Satz, dann können Sie ihn zeigen.

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
console-poll-delete-text = „{ $question }“ wird mit { $count ->
    [0] allen Angaben
    [one] einer Antwort
   *[other] { $count } Antworten
} gelöscht. Das lässt sich nicht zurücknehmen.
console-countdown = Countdown
console-countdown-none = ohne
console-countdown-seconds = { $seconds } Sekunden
console-counts = Zwischenstand (nur für die Regie, bis das Ergebnis gezeigt wird)
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
console-poll-range-wrong = Die Grenzen passen nicht: erlaubt sind 0 bis { $max }, die erste nicht größer als die zweite.
console-poll-live = Ergebnis schon während der Abstimmung zeigen

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
console-topic-merge-text = Wer eines von beiden unterstützt, unterstützt dann das gemeinsame Thema, einmal. Trennen macht es rückgängig.
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
console-rules-fact-review-after = sofort für alle zu sehen
console-rules-fact-review-before = erst zu sehen, wenn Sie freigeben
console-rules-fact-approval = gewählt wird mit „Dafür“
console-rules-fact-points = { $points } Punkte zu verteilen, höchstens { $cap } auf ein Thema
console-rules-fact-score = 0 bis { $max } Punkte für jedes Thema
console-rules-fact-on-reveal = Zwischenstand bleibt verborgen
console-rules-fact-live = Zwischenstand läuft auf der Leinwand mit
console-rules-person = Themen je Person, höchstens
console-rules-fault = Erlaubt ist eine ganze Zahl von { $min } bis { $max }.
console-rules-review = Wann sehen alle ein neues Thema?
console-rules-review-after = Sofort. Ich kann es später verbergen.
console-rules-review-before = Erst wenn ich es freigebe. Auch nach jeder Änderung.
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
    [0] Niemand, der jetzt etwas findet, geht dann leer aus.
    [one] Eine Person, die jetzt etwas findet, geht dann leer aus.
   *[other] { $shown } Menschen, die jetzt etwas finden, gehen dann leer aus.
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
