# Texts in English. An id that begins with phone-, wall- or console- is loaded only by that page.

language = Language
cancel = Cancel

line-live = Connected
line-reconnecting = Looking for the connection
line-offline = No connection

vote-saved = Saved on this device
vote-sending = On its way
vote-counted = Counted

phase-draft = Draft
phase-open = Open
phase-closed = Closed
phase-revealed = Result

role-municipality = Town or municipality
role-authority = Public authority
role-start-up = Start-up
role-academia = University or school
role-other = Other

poll-choose-one = Tap your answer. You can change it while the poll is open.
poll-choose = { $min ->
    [0] Choose up to { $max } answers, then send.
   *[other] Choose { $min } to { $max } answers, then send.
}
poll-too-many = No more than { $max }. Take one out first.
poll-too-few = { $min ->
    [one] Choose at least one answer.
   *[other] Choose at least { $min } answers.
}
poll-chosen = { $count } of at most { $max } chosen
poll-send = Send
poll-send-change = Send the change
poll-not-sent-yet = Not sent yet.
poll-withdraw = Take my answer back
poll-gone = This poll no longer exists.
poll-closes-in = Closes in
poll-closed = The poll is closed. The result will follow.
poll-not-yet = This poll has not started yet.
poll-your-answer = Your answer:

result-title = Result
result-mine = Your choice
result-ballots = { $count ->
    [0] Nobody has voted yet
    [one] One person has voted
   *[other] { $count } people have voted
}

topics-title = Topics
topic-mine = Your proposal
topic-hosted = Somebody would host this table
topic-filter = Show the topics of one field
topic-filter-all = All fields
topic-none = No topics here yet.
topic-approve = Support
topic-approved = Chosen
topic-support = { $count ->
    [0] No votes yet
    [one] One vote
   *[other] { $shown } votes
}
topic-vote-title = Choose topics
topic-vote-text = Tap “Support” on every topic you would like to talk about. As many as you like.
topic-vote-chosen = { $count ->
    [0] Nothing chosen yet
    [one] One topic chosen
   *[other] { $count } topics chosen
}
topic-vote-closed = { $count ->
    [0] The topic vote is closed. The result will follow.
    [one] The topic vote is closed. You chose one topic.
   *[other] The topic vote is closed. You chose { $count } topics.
}
topic-vote-points = { $cap ->
    [one] Spread { $points } points, at most one on each topic.
   *[other] Spread { $points } points, at most { $cap } on each topic.
}
topic-vote-score = Give every topic 0 to { $max } points: { $max } means “by all means”, 0 means “not mine”.
topic-vote-change = You can change everything as long as the vote is open.
topic-vote-points-left = { $left } of { $points } points left
topic-points = { $count ->
    [one] { $shown } point
   *[other] { $shown } points
}
topic-points-more = One point more
topic-points-less = One point less
topic-points-of = Points for: { $title }
topic-mode = How would you like to choose?
topic-mode-cards = Cards
topic-mode-list = List

topics-all-title = All topics
selection-title = The programme of topics

propose-heading = Propose a topic of your own
propose-left = { $count ->
    [one] You can propose one more topic.
   *[other] You can propose { $count } more topics.
}
propose-none-left = You have proposed { $max } topics. That is the most there can be.
propose-title = Topic in one sentence
propose-text = What is it about? (optional)
propose-count = { $count } of { $max } characters
propose-theme-none = None of these
propose-hosting = I would host a table on this
propose-title-needed = Write your topic in one sentence.
propose-too-long = The text is too long. Please shorten it.
propose-submit = Propose topic
propose-theme = Field (optional)
propose-looked-at = A moderator reads your topic before everybody sees it.
propose-looked-at-again = A moderator reads the new version before everybody sees it.
propose-similar = { $count ->
    [0] No similar topic
    [one] There is one similar topic already
   *[other] There are { $count } similar topics already
}
propose-similar-words = In common: { $words }
propose-similar-pair = “{ $here }” and “{ $there }”
propose-similar-mine = That is what I mean too
propose-similar-mine-of = That is what I mean too: { $title }
propose-similar-want = Choose this topic
propose-similar-want-of = Choose this topic: { $title }
propose-similar-chosen = Chosen already
propose-similar-noted = This topic is there already: “{ $title }”. Your own text is put aside.
propose-similar-wanted = You have chosen the topic “{ $title }”. Your own text is put aside.
propose-similar-back = Bring my text back
propose-own = Your topics
propose-standing-shown = Everybody can see it
propose-standing-held = Waits for a moderator
propose-standing-hidden = Taken out by a moderator
propose-standing-merged = Now part of: { $title }
propose-edit = Change
propose-edit-of = Change: { $title }
propose-edit-save = Save the change

cards-want = Support
cards-skip = Not mine
cards-next = Next
cards-back = Back
cards-back-of = Back to the last card
cards-seen = { $seen } of { $total } seen
cards-loading = The next card is on its way.
cards-keys = With the arrow keys: right for “Support”, left for “Not mine”.
cards-done = All topics seen
cards-done-text = { $count ->
    [0] You have chosen nothing. You can change that in the list.
    [one] You have chosen one topic. You can change it in the list.
   *[other] You have chosen { $count } topics. You can change everything in the list.
}
cards-to-list = To the list
cards-none = There are no topics from others yet.

chosen-adopted = The programme is decided.
chosen-forming = This is the programme by the ballots. It is not decided yet.
chosen-mine = { $count ->
    [0] None of the topics you chose is in the programme.
    [one] { $of ->
        [one] You find your topic in the programme.
       *[other] You find one of your { $of } topics in the programme.
    }
   *[other] You find { $count } of your { $of } topics in the programme.
}
chosen-place = Place { $place }
chosen-carried = { $count ->
    [0] Nobody chose it.
    [one] Carried by one person.
   *[other] Carried by { $count } people.
}
chosen-nothing-else = { $count ->
    [one] One of them has nothing else in the programme.
   *[other] { $count } of them have nothing else in the programme.
}
chosen-nothing-else-all = { $count ->
    [one] This person has nothing else in the programme.
   *[other] None of them has anything else in the programme.
}
chosen-by-hand = Put in by hand
chosen-by-hand-text = A moderator put it into the programme. By the ballots alone it would not be in.
chosen-pinned-text = A moderator fixed its place. By the ballots it would be in as well.
chosen-wild-card = Wild card
chosen-wild-card-text = This place goes to the topic that helps most of those who find little else.
chosen-completion-text = It fills a place that the shares left free.
chosen-spare-text = There was a place left.
chosen-gone = A topic that is no longer shown
chosen-dropped = Taken out by hand
chosen-dropped-text = By the ballots alone these topics would be in the programme. A moderator decided otherwise.
chosen-served = Who finds something in the programme?
chosen-served-one = at least one topic
chosen-served-two = at least two
chosen-served-three = at least three
chosen-served-people = So many find
chosen-served-here = This programme
chosen-served-votes = By most votes only
chosen-outside = Not in the programme
chosen-lacks = { $count ->
    [one] One more person is missing.
   *[other] { $count } more people are missing.
}
chosen-not-yet = The programme cannot be seen yet. It appears here as soon as the result is shown.

slot-until = until { $time }
slot-from = from { $time }, { $minutes } minutes

field-other = entry
field-name = name
field-organisation = organisation
field-title = title
field-text = text
field-theme = field
field-topic = topic
field-topics = topics
field-poll = poll
field-question = question
field-options = options
field-choices = choice
field-approve = chosen topics
field-points = points
field-ballot = kind of vote
field-per-person = topics per person
field-places = places in the programme
field-slot = programme item
field-seconds = seconds
field-min = minimum
field-max = maximum
field-into = target topic

rejection-malformed = The server did not understand this ({ $field }: { $reason }). Reload the page.
rejection-not-allowed = You may not do this here.
rejection-not-joined = Please join first.
rejection-cafe-full = All { $limit } seats are taken.
rejection-seat-taken = This seat belongs to another device. Please join again.
rejection-unknown = This no longer exists ({ $field }).
rejection-id-taken = This exists already ({ $field }). Please try again.
rejection-text-empty = A text is missing: { $field }.
rejection-text-too-long = Too long: { $field } may have at most { $limit } characters.
rejection-too-few = Too few: { $field }, at least { $limit }.
rejection-too-many = Too many: { $field }, at most { $limit }.
rejection-out-of-range = { $field }: allowed are { $min } to { $max }.
rejection-duplicate = Given twice: { $field }.
rejection-poll-not-open = The poll takes no answers now. It is: { $phase }.
rejection-topic-vote-not-open = The topic vote takes no votes now. It is: { $phase }.
rejection-wrong-phase = This is not possible from here. It is: { $phase }.
rejection-proposals-closed = No topics can be proposed right now. Your text is still here.
rejection-superseded = A newer answer of yours counts already.
rejection-ballots-cast = Ballots have been cast already. The kind of vote cannot be changed any more.
rejection-not-asked = This is not asked for here: { $field }.
rejection-selection-moved = The programme has just changed. Please look at it once more.
rejection-cannot-merge = These topics cannot be merged.
rejection-storage = The server cannot store anything right now. We keep trying.
rejection-too-fast = That was too fast (at most { $limit } per second). We send it again in a moment.
rejection-try-again = That did not work. We send it again in a moment.

refused-other = The server has ended the connection.
refused-malformed = The server did not understand the message. Reload the page.
refused-message-too-large = The message was too large for the server.
refused-unexpected-message = The server expected another message. Reload the page.
refused-unsupported-protocol = There is a new version of this page. Please reload it.
refused-unknown-cafe = There is no event with this code.
refused-bad-token = The access is not valid. Open the complete link again.
refused-too-many-connections = Too many devices are connected from this network. Try again later.
refused-hello-timeout = The connection was too slow. Please try again.
refused-cafe-unavailable = The event cannot be reached at the moment. The page will try again shortly.
refused-too-fast = That was too fast. Please wait a moment.

phone-landing-title = Welcome to the table
phone-landing-text = Enter the code that you see on the screen.
phone-landing-code = Event code
phone-landing-hint = 6 letters and digits
phone-landing-wrong = The code has 6 characters: digits 2 to 9 and letters without I, L, O.
phone-landing-missing = There is no event with this code.
phone-landing-go = Continue
phone-welcome = Welcome to
phone-join = Join now
phone-join-hint = No account. No name needed.
phone-join-more = Give a name and organisation (optional)
phone-profile-title = About me
phone-profile-name = Name
phone-profile-organisation = Organisation
phone-profile-organisation-hint = Choose from the list or write your own
phone-profile-role = I am here for
phone-profile-role-none = Rather not say
phone-profile-save = Save
phone-refused-title = That did not work
phone-part-missing = This part could not be loaded.
phone-try-again = Try again
phone-other-code = Enter another code
phone-skip = Skip to content
phone-places = Places
phone-place-now = Now
phone-place-topics = Topics
phone-place-polls = Polls
phone-place-me = Me
phone-polls-waiting = { $count ->
    [one] One poll is waiting for your answer
   *[other] { $count } polls are waiting for your answer
}
phone-polls-none = No polls yet.
phone-next = Next
phone-lobby-title = Good to have you here
phone-lobby-text = We start soon. Your phone follows the event by itself.
phone-between-title = One moment
phone-between-text = The next step will appear here.
phone-notice = Message from the moderators
phone-stored-title = What is stored about me
phone-stored-text = The server knows you only by a random pseudonym. This is stored:
phone-stored-id = Pseudonym
phone-stored-none = nothing
phone-stored-ballots = Answers in polls
phone-stored-approvals = Chosen topics
phone-stored-topics = Proposed topics
phone-stored-not = No device address, no location, no cookies. Nothing goes to third parties.
phone-forget = Forget me on this device
phone-forget-text = This device loses its seat. Answers already given stay counted; you cannot change them afterwards.
phone-forget-confirm = Yes, forget

wall-qr = QR code for joining
wall-join = Join in
wall-joined = { $count ->
    [0] Be the first at the table
    [one] One person is at the table
   *[other] { $shown } are at the table
}
wall-turnout = { $count ->
    [one] { $shown } of { $joined } has voted
   *[other] { $shown } of { $joined } have voted
}
wall-page = { $from }–{ $to } of { $total }
wall-topics-open = Which topics belong on the table?
wall-topics-none = Propose the first topic.
wall-topics-count = { $count ->
    [0] No topics yet
    [one] One topic
   *[other] { $shown } topics
}
wall-topic-vote-open = You decide the programme
wall-topic-vote-soon = We will soon choose the topics
wall-topic-vote-closed = The topic vote is closed
wall-topic-vote-result = Your topics
wall-topic-vote-count = { $count ->
    [one] One topic to choose from
   *[other] { $count } topics to choose from
}
wall-next = Then: { $title }
wall-blank = We continue in a moment.
wall-age = As of { $time } ({ $minutes ->
    [0] less than a minute ago
    [one] one minute ago
   *[other] { $minutes } minutes ago
}). Looking for the connection.
wall-connecting = Connecting.
wall-refused = This screen's access is not valid. Open the link for the screen again.
wall-selection-soon = Your votes make the programme
wall-selection-forming = Your programme is forming
wall-selection-running = The programme as it would be now
wall-selection-revealed = You chose these topics
wall-selection-adopted = Your programme
wall-selection-places = { $count ->
    [one] One place in the programme to be filled
   *[other] { $count } places in the programme to be filled
}
wall-selection-places-of = { $count ->
    [one] { $shown } of one place
   *[other] { $shown } of { $total } places
}
wall-selection-carried = { $count ->
    [0] Wanted by nobody yet
    [one] Carried by one person
   *[other] Carried by { $shown } people
}{ $alone ->
    [0] { "" }
   *[other] , { $shown_alone } of them with nothing else
}
wall-selection-pinned = put in by hand
wall-selection-moved-up = moved up
wall-selection-wild-card = wild card
wall-selection-dropped = Taken out by hand{ $total ->
    [one] { "" }
   *[other] { " " }({ $at } of { $total })
}: { $title }
wall-selection-one = find at least one of their topics
wall-selection-most-votes = by most votes alone: { $share }
wall-selection-two = at least two: { $share }
wall-selection-three = at least three: { $share }
wall-selection-said = The programme is complete. { $topics }. { $share } find at least one of their topics.
wall-points = { $count ->
    [one] point
   *[other] points
}
wall-people = { $count ->
    [one] { $shown } person
   *[other] { $shown } people
}

bye-restart = The server is restarting
bye-reload = The event is being reloaded
bye-storage = The server cannot store anything
bye-refused = The server has refused

console-title = Moderation
console-join = Code { $code } · { $address }
console-crowd = { $count ->
    [one] { $joined } person here, { $online } connected
   *[other] { $joined } here, { $online } connected
}
console-keys = Keys
console-close = Close
console-panels = Panels
console-tab-stage = Stage
console-tab-polls = Polls
console-tab-topics = Topics
console-tab-people = People
console-key-next = Start the next programme item
console-key-open = Open the poll that is shown
console-key-close = Close the poll that is shown
console-key-reveal = Show the result of the poll that is shown
console-key-blank = Blank the screen
console-key-undo = Undo the last step
console-key-search = Search topics
console-key-help = This help
console-pending = Waiting for the server
console-notes = Messages
console-undo = Undo
console-undone = Undone
console-dismiss = Dismiss the message
console-edit = Edit
console-delete = Delete
console-delete-of = Delete: { $title }
console-save = Save

console-previews = What is shown right now
console-on-wall = Screen
console-on-phones = Phones
console-scene-lobby = Welcome
console-scene-topics = Topics
console-scene-topic-vote = Topic vote
console-scene-selection = The programme as it forms
console-scene-slot = Programme item
console-scene-blank = Blank (only title and code)
console-scene-notice = Message: { $text }
console-show = Show: { $title }
console-show-everywhere = Show
console-show-wall = Screen
console-show-phones = Phones
console-show-everywhere-of = Show on screen and phones: { $title }
console-show-wall-of = Screen: show { $title }
console-show-phones-of = Phones: show { $title }
console-shown-everywhere = Shown everywhere: { $title }
console-shown-wall = On the screen: { $title }
console-shown-phones = On the phones: { $title }
console-notice-title = Message to all
console-notice-text = Text
console-notice-hint = Write a sentence, then you can show it.

console-programme = Run of show
console-minutes = { $minutes } minutes
console-slot-next = Next: { $title }
console-slot-enter = Start
console-slot-enter-of = Start: { $title }
console-slot-again = Restart
console-slot-entered = Started: { $title }

console-poll-new = New poll
console-poll-edit = Edit poll
console-polls-open = Running
console-polls-draft = Prepared
console-polls-closed = Closed, not yet shown
console-polls-revealed = Results
console-polls-none = No polls yet.
console-poll-open = Open
console-poll-close = Close
console-poll-reveal = Show result
console-poll-reopen = Reopen
console-poll-opened = The poll is open.
console-poll-closed = The poll is closed.
console-poll-revealed = Everybody can see the result.
console-poll-saved = The draft is saved.
console-poll-deleted = The poll is deleted.
console-poll-delete-title = Delete the poll?
console-poll-delete-text = “{ $question }” will be deleted with { $count ->
    [0] everything in it
    [one] one answer
   *[other] { $count } answers
}. This cannot be undone.
console-countdown = Countdown
console-countdown-none = none
console-countdown-seconds = { $seconds } seconds
console-counts = Counts (only for you until the result is shown)
console-results-live = Live results
console-kind-single = One answer
console-kind-several = Several answers
console-kind-multiple = { $min } to { $max } answers
console-poll-question = Question
console-poll-question-needed = Write a question.
console-poll-options = Answers
console-poll-options-needed = At least { $min } answers are needed.
console-poll-option = Answer { $number }
console-option-up = Move answer { $number } up
console-option-down = Move answer { $number } down
console-option-remove = Remove answer { $number }
console-option-add = Add an answer
console-poll-kind = How do people answer?
console-poll-min = At least
console-poll-max = At most
console-poll-range-wrong = The limits do not fit: allowed are 0 to { $max }, the first not larger than the second.
console-poll-live = Show the result while people vote

console-proposals = Topic proposals
console-proposals-open = Open proposals
console-proposals-close = Close proposals
console-proposals-opened = Proposals are open.
console-proposals-closed = Proposals are closed.
console-step-open = Open topic vote
console-step-close = Close topic vote
console-step-reveal = Show result
console-step-reopen = Reopen
console-topic-vote-open = The topic vote is open.
console-topic-vote-closed = The topic vote is closed.
console-topic-vote-revealed = Everybody can see the result of the topic vote.
console-topic-search = Search topics
console-topic-order = Order
console-topic-order-proposed = As proposed
console-topic-order-support = By votes
console-topics-found = { $count ->
    [one] One of { $total } topics
   *[other] { $shown } of { $total } topics
}
console-topic-hidden = Hidden
console-topic-merged = Part of: { $title }
console-topic-parts = { $count ->
    [one] merged with one other
   *[other] merged with { $count } others
}
console-topic-prepared = prepared
console-topic-anonymous = by somebody without a name
console-topic-from = by { $from }
console-topic-hide = Hide
console-topic-hide-of = Hide: { $title }
console-topic-hide-done = Hidden: { $title }
console-topic-unhide = Show again
console-topic-unhide-of = Show again: { $title }
console-topic-unhide-done = Shown again: { $title }
console-topic-merge = Merge
console-topic-merge-of = Merge: { $title }
console-topic-merge-text = Whoever supports one of the two then supports the common topic, once. Splitting takes it back.
console-topic-merge-into = The common topic
console-topic-merge-choose = Please choose
console-topic-merge-done = Merged: { $title }
console-topic-split = Split
console-topic-split-done = Split: { $title }
console-topic-edit = Edit topic
console-topic-edit-of = Edit: { $title }
console-topic-edited = The topic is changed.

console-joined = have joined
console-online = are connected now
console-by-role = By role
console-by-organisation = By organisation
console-people = Who gave a name
console-nobody-said = Nobody has said anything yet.
console-role = Role

console-tab-selection = Selection
console-tab-held = { $count ->
    [one] topic waits for you
   *[other] topics wait for you
}
console-key-selection = Show the selection on the screen
console-key-waiting = Topics that wait for you
console-key-similar = Similar topics
console-quoted = “{ $title }”
console-rules-open = Rules
console-rules-title = Rules for topics and the topic vote
console-rules-fact-person = { $count ->
    [one] at most one topic per person
   *[other] at most { $count } topics per person
}
console-rules-fact-review-after = seen by all at once
console-rules-fact-review-before = seen when you have released them
console-rules-fact-approval = people vote “in favour”
console-rules-fact-points = { $points } points to spread, at most { $cap } on one topic
console-rules-fact-score = 0 to { $max } points for every topic
console-rules-fact-on-reveal = running counts stay hidden
console-rules-fact-live = running counts are on the screen
console-rules-person = Topics per person, at most
console-rules-fault = Allowed is a whole number from { $min } to { $max }.
console-rules-review = When does everybody see a new topic?
console-rules-review-after = At once. I can hide it later.
console-rules-review-before = When I have released it. Also after every change.
console-rules-ballot = How do people vote?
console-rules-locked = { $count ->
    [one] One person has already voted. So the kind of ballot can no longer be changed.
   *[other] { $shown } people have already voted. So the kind of ballot can no longer be changed.
}
console-rules-ballot-approval = With “in favour”: as many topics as one likes
console-rules-ballot-points = With points: everybody spreads the same number
console-rules-ballot-score = With scores: every topic gets a number
console-rules-points = Points per person
console-rules-cap = On one topic at most
console-rules-max = Best score
console-rules-rule-hint = Then check under “Selection” whether the rule still fits.
console-rules-live = Show running counts and the forming programme on the screen during the vote
console-rules-saved = The rules are changed.
console-topic-views = Which topics
console-topic-view-all = All topics
console-topic-view-waiting = Waiting for you
console-topic-view-similar = Similar topics
console-waiting-none = No topic waits for you.
console-waiting-text = Nobody else sees these topics yet.
console-topic-held = Waits for you
console-topic-hold = Hold
console-topic-hold-of = Hold: { $title }
console-topic-hold-done = Held: { $title }
console-topic-release = Release
console-topic-release-of = Release: { $title }
console-topic-release-done = Released: { $title }
console-topic-split-of = Split: { $title }
console-topic-stands-for = { $count ->
    [one] Stands for this topic too:
   *[other] Stands for these topics too:
}
console-topic-points = { $count ->
    [one] 1 point
   *[other] { $shown } points
}
console-versions = Versions
console-versions-of = Versions: { $title }
console-versions-count = { $count ->
    [one] One version
   *[other] { $count } versions
}
console-version-present = Now
console-version-by-moderator = changed by a moderator
console-version-by-proposer = changed by the person who proposed it
console-version-at = { $who }, { $time }
console-version-restore = Restore
console-version-restore-of = Restore: { $title }
console-version-restored = Restored: { $title }
console-pairs-text = Topics that may wish for the same. Nothing is merged by itself.
console-pairs-count = { $count ->
    [0] No pair looks alike.
    [one] One pair looks alike.
   *[other] { $shown } pairs look alike.
}
console-pairs-failed = No answer from the server right now. The list comes as soon as there is a connection.
console-like-same = Nearly the same
console-like-very = Very alike
console-like-some = Alike
console-shared-word = both: “{ $word }”
console-shared-meaning = same meaning: “{ $here }” and “{ $there }”
console-shared-spelling = spelt alike: “{ $here }” and “{ $there }”
console-shared-field = the same field: “{ $here }” and “{ $there }”
console-shared-parts = parts of words are alike
console-pair-keep = Keep this topic
console-pair-keep-of = Keep: { $title }. Merge into it: { $other }
console-pair-apart = Not the same
console-pair-apart-of = Not the same: { $first } and { $second }
console-pair-apart-done = The pair is no longer shown. Merging is still possible in the list of topics.
console-glossary = Word list
console-glossary-title = Words that mean the same here
console-glossary-text = One line for every meaning. The program knows many words already; your lines are added.
console-glossary-same-line = Bürgerbus, Hüpfer
console-glossary-same = mean the same
console-glossary-faint-line = ~ Zukunft
console-glossary-faint = says little and counts for less
console-glossary-not-line = - Park
console-glossary-not = do not use this word
console-glossary-lines = Own lines
console-glossary-saved = The word list is saved.
console-glossary-line-too-long = A line is too long: at most { $limit } characters.
console-glossary-too-long = The list is too long: at most { $limit } characters.
console-glossary-too-many = Too many lines: with the built-in ones at most { $limit }.
console-selection-none = The programme forms as soon as the topic vote is open.
console-terms = Rule and places
console-terms-rule = Rule
console-rule-suited = recommended
console-rule-sequential-phragmen = Phragmén
console-rule-sequential-phragmen-text = Everybody saves at the same speed; a topic comes in as soon as its people can pay for it. A group of 20 % gets about 20 % of the places.
console-rule-equal-shares = Equal Shares
console-rule-equal-shares-text = Everybody has the same from the start; first comes what costs each person least. The strongest promise to groups.
console-rule-most-votes = Most votes
console-rule-most-votes-text = The topics with the most votes. A majority that agrees gets every place.
console-rule-sequential-pav = PAV
console-rule-sequential-pav-text = A person’s first topic counts in full, the second half, the third a third. Changes least during the vote.
console-rule-additive-equal-shares = Equal Shares by points
console-rule-additive-equal-shares-text = Like Equal Shares, but who gives more points pays more. Made for points and scores.
console-rules-more = More rules
console-rules-fewer = Fewer rules
console-places = Places
console-places-less = One place less
console-places-more = One place more
console-wild-card = Wild card
console-wild-card-text = The last place goes to the topic that helps most of those who otherwise find least.
console-wild-card-hint = Those who find little want most of all: “{ $title }” ({ $nothing } find nothing yet, { $one } only one). The wild card would bring it in.
console-terms-tried = Not yet taken over: { $rule }, { $places } places
console-terms-take = Take over
console-terms-set = In force: { $rule }, { $places } places
console-price-asking = Working out the price …
console-price-again = Ask again
console-price-no-line = Without a connection the price cannot be worked out.
console-price-places = These are too few places for the topics set by hand.
console-price-no-ballots = Nobody has voted yet. It costs nobody anything.
console-price-nothing = This does not change the programme.
console-price-in = In: { $titles }
console-price-out = Out: { $titles }
console-price-lost = { $count ->
    [0] Everybody who finds something now still finds something.
    [one] This leaves one person with nothing who finds something now.
   *[other] This leaves { $shown } people with nothing who find something now.
}
console-price-served = Then { $then } of { $voters } find at least one of their topics, now it is { $now }.
console-elected = { $count ->
    [one] One topic on { $places } places
   *[other] { $shown } topics on { $places } places
}
console-held-still = Held still for a moment, so that nothing moves under the pointer
console-carried = { $count ->
    [0] Chosen by nobody
    [one] Carried by one person
   *[other] Carried by { $shown } people
}
console-carried-alone = { $count ->
    [0] all find something else too
    [one] one of them finds nothing else
   *[other] { $shown } of them find nothing else
}
console-paid = Paid: { $parts }.
console-paid-part = { $count ->
    [one] one person { $share }
   *[other] { $shown } people { $share } each
}
console-paid-others = { $count ->
    [one] one more person less
   *[other] { $shown } more people less
}
console-grounds-pinned = set by hand
console-grounds-pinned-why = In, whatever the votes say.
console-grounds-completion = filled up
console-grounds-completion-why = Its people could not pay for all of it; the free places were filled up.
console-grounds-wild-card = wild card
console-grounds-wild-card-why = For those who otherwise find least.
console-grounds-spare = spare place
console-grounds-spare-why = There are more places than wanted topics.
console-waiting-list = Waiting list
console-waiting-list-none = All topics are in the programme.
console-waiting-list-all = Show all { $count }
console-waiting-list-few = Show fewer
console-close-race = close
console-lacks = { $count ->
    [one] One more person would bring it in.
   *[other] { $shown } more people would bring it in.
}
console-lacks-place = No place is open: all are set by hand.
console-wanted-by = { $count ->
    [0] Nobody wants it so far.
    [one] One person wants it.
   *[other] { $shown } want it.
}
console-hand-pin = Pin
console-hand-pin-of = Pin to the programme: { $title }
console-hand-pin-done = Pinned: { $title }
console-hand-exclude = Exclude
console-hand-exclude-of = Exclude by hand: { $title }
console-hand-exclude-done = Excluded: { $title }
console-hand-release = Leave to the votes
console-hand-release-of = Leave to the votes: { $title }
console-hand-release-done = Left to the votes again: { $title }
console-hand-swap = Swap
console-hand-swap-of = Swap: { $title }
console-hand-is-pinned = set by hand
console-hand-is-excluded = excluded by hand
console-hands-apart = By hand, not in the lists
console-swap = Swap
console-swap-title = Swap one topic for another
console-swap-out = This one goes out
console-swap-in = This one comes in
console-swap-done = Swapped: { $into } instead of { $out }
console-served-title = { $count ->
    [one] Whom it serves: of one person who voted
   *[other] Whom it serves: of { $shown } people who voted
}
console-served-here = This programme
console-served-with-one = find at least one
console-served-with-two = at least two
console-served-with-three = at least three
console-most-votes-same = “Most votes” would give the same topics.
console-most-votes-differs = Other than by “most votes”: here { $here }, there { $there }.
console-by-hand = by hand
console-by-hand-title = Changed by hand
console-by-hand-nothing = The votes alone would give the same topics.
console-by-hand-in = In only by hand: { $titles }
console-by-hand-out = Out only by hand: { $titles }
console-by-hand-served = So { $now } of { $voters } find at least one of their topics; by the votes alone it would be { $alone }.
console-fair-title = Fair to every group?
console-fair-fair = Yes. No group gets less than its share.
console-fair-short = Not quite. Nobody with a right to a place is left with nothing, but one group gets less than its share.
console-fair-nothing = No. A group with a right to a place is left with nothing.
console-fair-example-wrong-first = { $count ->
    [one] One person wants “{ $title }” and finds nothing in the programme. From { $needed } people on a group has a right to a place.
   *[other] { $people } people all want “{ $title }” and find nothing in the programme. From { $needed } on a group has a right to a place.
}
console-fair-example-wrong-more = { $count ->
    [one] One person wants “{ $title }” and finds fewer than { $level } of their topics. From { $needed } people on a group has a right to { $level }.
   *[other] { $people } people all want “{ $title }” and each find fewer than { $level } of their topics. From { $needed } on a group has a right to { $level }.
}
console-fair-example-near-first = { $count ->
    [one] Nearest to a complaint: one person wants “{ $title }” and finds nothing. It takes { $needed } for a right to a place.
   *[other] Nearest to a complaint: { $people } people want “{ $title }” and find nothing. It takes { $needed } for a right to a place.
}
console-fair-example-near-more = { $count ->
    [one] Nearest to a complaint: one person wants “{ $title }” and finds fewer than { $level } of their topics. It takes { $needed } for a right to { $level }.
   *[other] Nearest to a complaint: { $people } people want “{ $title }” and find fewer than { $level } of their topics. It takes { $needed } for a right to { $level }.
}
console-fair-more = How is this checked?
console-fair-explained = Every group that agrees on a topic outside the programme is looked at. If it is large enough for one place, it must not be left with nothing (JR); if it is large enough for several, somebody in it must find as many (EJR+). Anybody can check this with the same votes. Topics excluded by hand are not looked at.
console-adopt-title = Adopted programme
console-adopt-none = not yet adopted
console-adopt-at = adopted at { $time }
console-adopt = Adopt this programme
console-adopt-again = Adopt anew
console-adopt-again-text = The new programme replaces the adopted one. This cannot be undone.
console-adopt-not-yet = People have to vote first: open the topic vote.
console-adopt-vote-open = Close the topic vote first. While it is open, the programme may still change.
console-adopt-nothing = There is nothing to adopt yet.
console-adopt-moved = Not adopted: the programme changed while you pressed. Look at it, then press again.
console-adopted = { $count ->
    [one] Adopted: one topic.
   *[other] Adopted: { $count } topics.
}
console-adopted-topics = { $count } topics
console-adopted-differs = The programme by the votes is now another than the adopted one.
console-adopted-order = They are the same topics in another order.
console-retract = Take the adoption back
console-retract-text = The programme by the votes has changed since. The adopted one will not come back.
console-retracted = The adoption is taken back.
console-came-in = Came in: { $titles }.
console-went-out = Went out: { $titles }.
