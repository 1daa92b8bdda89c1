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
