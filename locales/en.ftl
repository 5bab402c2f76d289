### English.

## The page before the program starts, put into it by `cargo xtask hook`.

home-title = Taumahi: homework for the whole family
home-description = Interactive homework for a child and whoever is at home, on any phone.
desk-title = Taumahi: the teacher's desk
desk-description = Open what families sent, and see who has done what and how it went at home.
start-noscript = This page needs JavaScript. Please allow it in your browser's settings. Or print the homework, or ask the teacher for it on paper.
start-desk-noscript = This page needs JavaScript. Please allow it in your browser's settings.
start-desk-failed = Please check the internet connection and load it again. If that does not help, open it in another browser. What is kept on this computer stays there.
start-failed-title = This page could not start
start-failed = Please check the internet connection and load it again. If that does not help, open it in another browser, or ask the teacher for the homework on paper.
start-stopped = Something went wrong. What was saved is safe. Please load this page again.
start-again = Load again
newer-words = There is a newer Taumahi.
newer-use = Use it now
newer-later = Later
newer-unsaved = Something that was typed here or in another window is not saved yet. Please finish that first, then try again.
installed-homework = Homework
installed-paper = Homework on paper
installed-desk = The teacher's desk
not-found-title = This page is not here
not-found-text = Perhaps the link has a small mistake in it. Please ask the person who sent it to you.
not-found-home = To the homework

## Both apps.

taumahi = Taumahi
close = Close
capture-missing = This one was not found.
cancel = Cancel
who-student = Me
who-together = Together
who-family = Family
who-student-long = For you
who-together-long = Do this with someone at home
who-family-long = For someone at home
partner-mum = Mum
partner-dad = Dad
partner-nana = Nana
partner-koro = Koro
partner-aunty = Aunty
partner-uncle = Uncle
partner-brother = Brother
partner-sister = Sister
partner-helper = A helper
partner-other = Someone else
picture-kiwi = kiwi
picture-fish = fish
picture-star = star
picture-moon = moon
picture-leaf = leaf
picture-wave = wave
picture-mountain = mountain
picture-shell = shell
picture-boat = boat
picture-flower = flower
picture-sun = sun
picture-kite = kite
language-en = English
language-mi = Te reo Māori
language-sm = Gagana Sāmoa
language-to = Lea faka-Tonga
language-ar = العربية
scale-step = { $step } of { $steps }
log-tick = We did this together
done-label = We did it
progress = { $answered } of { $asks } done

# The three statements of TIPS, and the scale and the box below them.
feedback-understood = My child understood this and could talk about it.
feedback-enjoyed = We enjoyed doing this together.
feedback-helps = It helps me know what my child is learning.
feedback-no = Not really
feedback-little = A little
feedback-yes = Yes
feedback-words = Anything you would like to tell the teacher?

# The top of a result file, which people read in their mail.
result-student = Student
result-assignment = Homework
result-class = Class
result-finished = Finished
result-unfinished = Not finished yet
result-no-answer = no answer yet
result-done = Yes, we did it
result-ticked = ticked by the family
result-drawing = A drawing
result-photo = A photo
result-audio = A recording
result-student-agrees = I agree
result-family-agrees = Someone at home agrees
result-family = From the family
result-keep-whole = Please send everything below this line as it is. The teacher's page reads it.

## Homework on paper: printed from home and from the desk, and put beside the assignments by `taumahi build`.

paper-name = Name
paper-year = Year { $year }
paper-due = due { $date }
paper-minutes = { $minutes } minutes
paper-date = { $weekday } { $day } { $month }
paper-draft = This is a draft. Nobody who speaks this language well has checked the words yet.
paper-objectives = What you will learn
paper-materials = What you need
paper-tip = For your family
paper-hint = Hint:
paper-optional = only if you like
paper-look-back = Look back at:
paper-start-from = Start from what you wrote here:
paper-choose-one = Tick one.
paper-choose-any = Tick as many as you like.
paper-go-on = You can go on with another piece of paper.
paper-day = Day
paper-draw-or-write = Draw it, or write about it here
paper-student-promises = I will
paper-family-promises = At home we will
paper-teacher-promises = Your teacher will
paper-signed = Signed
paper-cards-below = The cards are on a sheet of their own. Cut them out.
paper-cards-with = The cards marked { $letter } are on a sheet of their own. Cut them out.
paper-cards = Cut out these cards.
paper-family = For your family: how did it go?
paper-family-who = Who helped? (Mum, Koro, a neighbour …)
paper-family-how = Tick one in each line.
paper-return = How to send it back:
paper-how-to-print = To print this page, choose “Print” in your browser’s menu.
paper-one-sheet = It takes both sides of one sheet.
paper-list = Homework on paper
paper-list-intro = Choose one, then print it. It needs no app, and nothing else.
paper-list-nothing = There is no homework here yet.
paper-list-home = To the homework on the screen
paper-monday = Monday
paper-tuesday = Tuesday
paper-wednesday = Wednesday
paper-thursday = Thursday
paper-friday = Friday
paper-saturday = Saturday
paper-sunday = Sunday
paper-january = January
paper-february = February
paper-march = March
paper-april = April
paper-may = May
paper-june = June
paper-july = July
paper-august = August
paper-september = September
paper-october = October
paper-november = November
paper-december = December

## Home: the app for students and families.

home-loading = One moment …
home-saved = Saved
home-saving = Saving …
home-not-saved = Not saved yet. We keep trying. You can go on.
home-not-lasting = Kept only until you close this page. Please send it before that.
home-not-lasting-why = Nothing is kept here just now, so your work is gone when you close this page. You can do it now and send it right away. In another browser, or not in a private window, it may be kept.
home-damaged = Something that was kept here could not be read. Everything else is here.

home-fault-title = Something went wrong
home-fault-list = The homework list could not be loaded. Please check the internet connection.
home-fault-assignment = This homework could not be loaded. Please check the internet connection.
home-fault-newer = A newer version of this page has been used here. Please load this page again.
home-fault-store = Your work that is kept here could not be read. Please load this page again.
home-fault-again = Try again
home-fault-go-on = Go on without it

home-who-title = Whose turn is it?
home-who-hello = Kia ora! Who is doing homework?
home-who-add = Add a child
home-who-new = Who are you?
home-who-name = Your first name
home-who-name-missing = Please write your name.
home-who-picture = Choose a picture
home-who-start = Start
home-who-note = Your name and your work stay here until you send them.
home-who-change = Change
home-who-kept = What is kept here
home-cleared = Homework was kept here before, and now it is gone: somebody has cleared it, or the browser has. If you have a copy, put it back.
home-fleeting = The browser may clear what was not opened for a week. Send it, or save a copy.

home-received = Homework for you
home-received-whose = Who is doing this?
home-received-broken = This link is not whole, or this browser is too old for it. Please ask for the homework again.
home-received-file = Open homework from a file
home-received-file-other = There is no homework in this file.

home-week-this = This week
home-week-coming = Coming up
home-week-earlier = Earlier
home-week-none-this = Nothing for this week. Have a look below.
home-week-nothing = There is no homework here yet.
home-week-due = until { $date }
home-week-opens = from { $date }
home-week-minutes = { $minutes } minutes
home-week-year = Year { $year }
home-week-new = New
home-week-finished = Finished
home-week-sent = Sent
home-week-changed = Changed since it was sent
home-week-removed = No longer on the list

home-reading = Read this in
home-reading-beside = Both languages together
home-reading-missing = This language could not be loaded. Please check the internet connection.
home-draft = This is a draft. Nobody who speaks this language well has checked the words yet.
home-paper = Print on paper
home-letter = A letter to your family
home-objectives = What you will learn
home-materials = What you need
home-legend = Who does what
home-tip = A tip for your family
home-optional = only if you like
home-hint = Show a hint
home-to-work = Homework list
home-check = Check my answer
home-check-empty = Write your answer first. Then I can check it.
home-check-right = Yes! That is it.
home-check-not-yet = Not yet. Have another look.
home-check-makes-sense = That can be.
home-check-not-a-number = That is not a number yet. Write only the number, such as 6, 0.5 or 1/2.
home-check-out-of-range = That is too small or too big. Have another look.
home-text-start = Start from what I wrote before
home-choices-any = Choose as many as you like.
home-table-row = Row { $number }
home-table-add = Add a row
home-table-remove = Take this row out
home-log-entry = Time { $number }
home-log-date = Day
home-log-add = Write down another time
home-log-first = Write down the first time
home-log-remove = Take this one out
home-agreement-student = I will
home-agreement-family = At home we will
home-agreement-teacher = Your teacher will
home-agreement-student-agrees = I agree
home-agreement-family-agrees = Someone at home agrees
home-drawing-how = Draw with a finger, a pen or the mouse. If that does not work for you, tell somebody what you would draw.
home-drawing-lines = Lines in the drawing: { $lines }
home-drawing-pen = Pen
home-pen-black = Black
home-pen-red = Red
home-pen-blue = Blue
home-pen-green = Green
home-pen-yellow = Yellow
home-drawing-undo = Undo the last line
home-drawing-again = Start again
home-photo = Photo { $number }
home-photo-add = Take or choose a photo
home-audio = Recording { $number }
home-audio-record = Record
home-audio-stop = Stop
home-audio-time = { $seconds } of { $most } seconds
home-audio-refused = The microphone cannot be used here. You can choose a sound file instead.
home-audio-choose = Choose a sound file
home-capture-words = A few words about it
home-capture-refused = This file cannot be used. Please choose another one.
home-capture-full = There is no room for this one in what you send. You can take another one out first.
home-capture-not-kept = This is not kept yet. We keep trying. You can go on, and you can send it.
home-capture-offline = A part of this question could not be loaded. Please check the internet connection, and load this page again.
home-look-back-nothing = Nothing is written there yet.
home-row-out = Taken out.
home-row-back = Put it back
home-log-count = { $made } of { $hoped }
home-answering = Who is answering?
home-answering-choose = Choose …
home-earlier = Earlier answers
home-put-back = Put back what was here
home-next = What next?
home-hand-over = Hand over to your family
home-hand-over-why = They tell your teacher how it went.
home-to-send = Send to your teacher

home-family-title = Kia ora! Who are you?
home-family-intro = { $name } has done some homework and would like to show it to you. Nobody is marked. It takes a few minutes.
home-family-choose = I am { $name }'s …
home-family-name = Your name, if you like
home-family-hello = Kia ora, { $who }!
# To a helper or someone else who gave no name.
home-family-hello-you = Kia ora!
home-family-other = I am someone else
home-family-before = Somebody who chose “{ $partner }” has answered already. Was that you?
home-family-me = Yes, that was me
home-family-me-named = Yes, I am { $name }
# Of several who gave no name.
home-family-me-number = Yes, I was number { $number }
home-family-not-me = No, I have not answered yet
home-family-again = Choose again
home-family-work = What { $name } did
home-family-nothing-yet = Nothing has been written yet. You can still do it together.
home-family-tips = Tips for talking about it
home-family-asks = A question for you
home-family-how = How did it go?
home-family-back = Back to { $name }
home-family-finish = Finished: send it

home-send-title = Send to your teacher
home-send-title-to = Send to { $teacher }
home-send-finished = Finished. Ka pai!
home-send-unfinished = This is not finished yet. You can send it now, and again later.
home-send-finish = We are finished
home-send-reopen = Not finished after all
home-send-left = Still without an answer
home-send-how = How your teacher would like it
home-send-share = Share
home-send-download = Save the file
home-send-copy = Copy as text
home-send-copied = Copied. Now paste it into a message to your teacher.
home-send-copy-failed = Copying did not work. Please save the file and send that.
home-send-download-failed = Saving did not work. Please copy it as text and send that.
home-send-shared = Shared. Thank you!
home-send-have-sent = I have sent it
home-send-to-desk = Put it with the class
home-send-noted = Thank you! You can change your work and send it again.
home-send-downloaded = Your browser is saving { $file }. Then send that file to your teacher.
home-send-share-failed = Sharing did not work. Please save the file and send that.
home-send-before = Last sent { $date }
home-send-partial = A photo or a recording is not in what you send. It was not found on this phone, or all together is too much.
home-send-see = See what will be sent
home-send-nothing-else = Only this is sent, and only by you. Below these words, the file has the same again, packed for your teacher’s page.

## A copy of what is kept: on the page about it, and wherever the program could not start.

copy-title = A copy
copy-why = A phone can break, get lost or be cleared. With a copy, all homework can be put back, on this phone or on another one.
copy-all = Save a copy of everything
copy-of = Save a copy of { $name }’s homework
copy-about = This is a copy of homework, saved by Taumahi. Please keep this file as it is. To put the homework back, on this phone or on another one, open Taumahi there, go to “What is kept here”, and choose this file.
copy-saved = Your browser is saving # now. Keep that file, or send it to yourself.
copy-none = Nothing is kept here.
copy-failed = Saving a copy did not work. Please try it again, or in another browser window.

## The page about what is kept.

kept-title = What is kept here
kept-loading = One moment …
kept-home = Back to the homework
kept-work = Back to this homework
kept-fault-title = Something went wrong
kept-fault-again = Try again
kept-fault-nothing = This browser keeps nothing here. In another browser, or not in a private window, it may.
kept-fault-newer = A newer version of this page has been used here. Please load this page again.
kept-fault-unread = What is kept here could not be read. Please load this page again.
kept-fault-child = This child is not on this phone.
kept-fault-work = This homework is not on this phone.
kept-where = All homework is kept in this browser on this phone or computer, and nowhere else.
kept-lasting = The browser has promised not to clear it by itself. Whoever clears the browser’s data clears the homework too.
kept-fleeting = The browser may clear it when room is short, or when the homework was not opened for a week. So send homework when it is done, or save a copy now and then.
kept-fleeting-still = The browser did not promise it. Send homework when it is done, or save a copy now and then.
kept-ask = Ask the browser to keep it
kept-nothing = Nobody has done homework here yet.
kept-pieces = { $count ->
    [one] 1 piece of homework
   *[other] { $count } pieces of homework
 }
kept-damaged = { $count ->
    [one] One part of what is kept here could not be read. It is left as it is, and it is in a copy of everything.
   *[other] { $count } parts of what is kept here could not be read. They are left as they are, and they are in a copy of everything.
 }
kept-no-pieces = There is no homework yet.
kept-answers = { $count ->
    [one] 1 answer
   *[other] { $count } answers
 }
kept-sent = sent { $date }

# Putting a copy back.
kept-back-title = Put a copy back
kept-back-why = Choose a file that was saved here or on another phone. Nothing that is here is lost: both are put together.
kept-back-choose = Choose the file
kept-back-busy = One moment. Please leave this page open …
kept-back-whole = Everything in the copy is here now.
kept-back-cut = This copy is not whole: its end is missing. What was in it is here now.
kept-back-damaged = { $count ->
    [one] This copy is not whole. What could be read is here now; one part could not.
   *[other] This copy is not whole. What could be read is here now; { $count } parts could not.
 }
kept-back-foreign = There is no copy of homework in this file.
kept-back-newer = This copy was made by a newer version of this page. Please connect to the internet, load this page again, and choose it again.
kept-back-not-kept = The copy could not be put back: this phone may be full. Nothing was lost. Please make room and choose it again.
kept-back-unread = This file could not be read. Please choose it again.

# What answers were before.
kept-earlier = Earlier answers
kept-earlier-none = No answer here was changed or taken out.
kept-earlier-name = Name
kept-earlier-now = Now
kept-earlier-when = Written { $date }
kept-earlier-empty = Nothing is written.
kept-earlier-bring = Bring this back
kept-earlier-back = It is back.
kept-earlier-failed = This could not be kept just now. Please try again.

# Removing a child.
kept-remove = Remove { $name } from this phone
kept-remove-title = Remove { $name }?
kept-remove-what = This would be gone from this phone: { $name }’s name, and
kept-remove-piece = { $count ->
    [one] “{ $title }” with 1 answer
   *[other] “{ $title }” with { $count } answers
 }
kept-remove-media = { $count ->
    [one] and 1 photo or recording.
   *[other] and { $count } photos or recordings.
 }
kept-remove-copy = What was sent to the teacher stays with the teacher. Save a copy first, and it can all be put back.
kept-remove-sure = Do you really want to remove { $name }? Without a copy, nobody can bring it back.
kept-remove-yes = Yes, remove { $name }
kept-remove-no = No, keep it
kept-remove-failed = It could not be removed. Everything is still here.
kept-removed = { $name } was removed from this phone.

## The desk: the app for teachers.

desk-loading = One moment …
desk-heading = Your class
desk-fault-title = Something went wrong
desk-fault-newer = A newer version of this page has been used here. Please load this page again.
desk-fault-store = What is kept on this computer could not be read. Please load this page again.
desk-fault-again = Load again
desk-not-here = This is not on this computer
desk-not-here-why = It was removed, or its file has not been opened here.
desk-back = Back to the class

# Opening what families sent.
desk-welcome = See how the homework went.
desk-start-save = Save the files that families send by mail or message, or copy the text of a message.
desk-start-open = Open them here: one, or all at once, as often as you like.
desk-start-see = See who has sent what, read every answer, and hear how it went at home.
desk-private = Everything stays on this computer. This page sends nothing anywhere.
desk-open = Open result files
desk-drop = or drop files or a folder anywhere on this page
desk-looking = Looking through the folder …
desk-drop-now = Let go to open them
desk-paste = Paste a message
desk-paste-label = Paste the text of one or more messages here
desk-paste-read = Read it
desk-paste-empty = Nothing is in the box yet.
desk-pasted = the pasted text
desk-opened = { $count ->
    [one] One result opened.
   *[other] { $count } results opened.
 }
desk-opened-before = { $count ->
    [one] One was here already.
   *[other] { $count } were here already.
 }
desk-opened-older = { $count ->
    [one] One is older than what the same child has sent since; you find it on the child’s page.
   *[other] { $count } are older than what the same children have sent since; you find them on the children’s pages.
 }
desk-opened-nothing = No file was found there.
desk-kept = Kept on this computer until you remove them.
desk-kept-perhaps = Kept on this computer. If the computer runs out of room, the browser may forget it, so please keep what families sent, too.
desk-refused = { $count ->
    [one] One was not opened:
   *[other] { $count } were not opened:
 }
desk-refused-more = { $count ->
    [one] and one more
   *[other] and { $count } more
 }
desk-refused-line = { $file }: { $reason }
desk-error-foreign = this is not a result from Taumahi. Look for the file the family saved, or copy the text from its line “Student:” to its very end.
desk-error-truncated = the end is missing. Ask the family to send it again.
desk-error-damaged = it was changed or damaged on its way. Ask the family to send it again.
desk-error-newer = it comes from a newer Taumahi (version { $version }). Load this page again to get the newest one.
desk-error-packed = it is a package of files. Unpack it first, then drop the files from it here.
desk-error-mail = this page cannot read mails of this kind. Open it in your mail program, save the file that is attached to it, and open that here.
desk-error-large-file = it is larger than 32 MB. If it is a whole folder of mails, save the families’ mails one by one and open those.
desk-error-large = it is too large to be a real result. Ask the family to send it again from Taumahi.
desk-error-too-much = it has much more in it than any homework, so it is no real result. Ask the family to send it again from Taumahi.
desk-error-unreadable = it is a result, but this page cannot make sense of it. Ask the family to send it again.
desk-error-file = the browser could not read it.
desk-not-kept = { $count ->
    [one] One result could not be kept on this computer. It is here until you close the page, so do not delete its file. The next time you open something, we try again.
   *[other] { $count } results could not be kept on this computer. They are here until you close the page, so do not delete their files. The next time you open something, we try again.
 }
desk-not-lasting = This browser forgets everything when you close it. Do not delete the files that families sent.
desk-damaged = { $count ->
    [one] One kept result could not be read. Open its file again. If you no longer have it, ask the family to send it again.
   *[other] { $count } kept results could not be read. Open their files again. If you no longer have them, ask the families to send them again.
 }

# The class.
desk-roll = Who has sent what
desk-roll-how = Choose what a child has sent to read it, or a title to see how that homework went.
desk-roll-student = Student
desk-roll-nothing = nothing received
desk-roll-nothing-note = “Nothing received” only means that no file is here. The work may well be done.
desk-roll-finished = finished
desk-roll-unfinished = { $answered } of { $asks } answered
desk-roll-words = with words from the family
desk-roll-state-and-words = { $state }, { $words }
desk-roll-open = { $student }: { $assignment }, { $state }
desk-roll-shares-name = Where two rows have one name, they are two children, or one child on two devices.
desk-roll-device = { $name } ({ $picture })
desk-roll-device-of-several = { $name } ({ $picture }, device { $number })
desk-roll-waiting = Nothing received yet
desk-roll-waiting-note = This homework is open, and no file for it is here. It may well be done.
desk-taking-part = Taking part
desk-taking-part-received = Received
desk-taking-part-finished = Finished
desk-taking-part-family = With someone at home
desk-taking-part-log = Times written down
desk-download = Download as a table (CSV)
desk-download-note = The newest of everything that is here, a row for each answer, for any spreadsheet.
desk-downloaded = Your browser is saving { $file }.
desk-download-failed = The browser did not save it.

# One assignment.
desk-assignment-due = due { $date }
desk-feedback = How it went for families
desk-feedback-none = No answers to these statements in what was received.
desk-feedback-people = { $count ->
    [one] one person at home
   *[other] { $count } people at home
 }
desk-feedback-other-words = Asked with other words before
desk-feedback-gone = A statement that is no longer asked ({ $id })
desk-words = In their own words
desk-words-none = No words from families in what was received.
desk-words-all = { $count ->
    [one] Read it on its own page
   *[other] Read all { $count }
 }
desk-words-from = { $student }: { $partner }
desk-questions = Answers, question by question
desk-questions-count = { $count ->
    [one] one answer
   *[other] { $count } answers
 }
desk-questions-right = { $right } right

# Homework on paper.
desk-paper = Print on paper
desk-paper-of = Print on paper: { $assignment }
desk-paper-list-note = Two sides of A4 each, for families who would rather write.
desk-paper-print = Print
desk-paper-how = On both sides of the sheet, without headers and footers.
desk-paper-long = This takes more than two sides of A4. With fewer words, or fewer lines to write on, it would fit on one sheet.
desk-paper-failed = This homework could not be loaded. Please check the internet connection.
desk-paper-not-listed = This homework is not on the class’s list
desk-paper-not-listed-why = Perhaps it was taken off the list, or the address has a small mistake in it.
desk-paper-not-kept = This homework is not on this device
desk-paper-not-kept-why = Open it once on the families’ page, then print it from there.
desk-paper-no-text = There is no homework to print yet
desk-paper-no-text-why = Write it first, or mend what is listed below its text.

# One student's work.
desk-student-title = { $student }: { $assignment }
desk-student-class = The whole class: { $assignment }
desk-student-sent = sent { $date }
desk-student-sent-unknown = sent on an unknown date
desk-student-started = started { $date }
desk-student-work = Questions and answers
desk-student-no-answer = no answer
desk-student-removed = No longer in the assignment
desk-student-right = the right answer
desk-student-answer-there = Answer in the assignment: { $answer }
desk-student-by = answered by { $partner }
desk-student-by-home = answered by someone at home
desk-student-row = Row
desk-student-day = Day
desk-student-ticked = yes
desk-student-drawing = A drawing by { $student }
desk-student-photo = A photo by { $student }
desk-student-audio = A recording by { $student }
desk-student-agrees = The child agrees
desk-family-agrees = Someone at home agrees
desk-student-table = The answer as a table
desk-student-scale-ends = 1 is “{ $low }”, { $steps } is “{ $high }”
desk-student-log-count = { $made } of { $hoped }
desk-student-family = From the family
# Two aunties who gave no name are “Aunty 1” and “Aunty 2”.
desk-student-family-number = { $partner } { $number }
desk-student-family-who = { $partner } ({ $name })
desk-student-no-family = No feedback from the family in this file.
desk-student-versions = Received { $count } times
desk-student-version-unknown = date unknown
desk-student-version = { $date }: { $state }
desk-student-version-newest = { $date }: { $state } (the newest)
desk-student-no-date = no date
desk-student-others = More from { $student }
desk-student-walk = Other children
desk-student-before = Previous: { $student }
desk-student-next = Next: { $student }

# Removing.
desk-remove-student = Remove { $student }’s results from this computer
desk-remove-all = Remove everything from this computer
desk-remove-sure = Really remove? This cannot be undone here. The files that families sent are not touched.
desk-remove-yes = Remove
desk-removed-student = { $student }’s results were removed from this computer.
desk-removed-all = Everything was removed from this computer.
desk-not-removed = That could not be removed. Please try again.

## Writing homework at the desk.

desk-more = More at the desk
desk-write = Write homework
desk-write-how = Open a text, a folder of texts, or start from one of ours. Nothing leaves this computer.
desk-write-open = Open a file
desk-write-folder = Open a folder
desk-write-template = Start from
desk-write-template-choose = Choose a kind of homework
desk-write-no-template = That text did not come. Please check the connection and try again.
desk-write-failed = The editor did not come. Please check the connection and load this page again.
desk-write-refused = These are not texts that this page can read: { $files }. Save them as plain text (UTF-8) with a name that ends in .md.
desk-write-in-the-way = Open here already, with words that are in no file yet: { $files }. Save your text, give it another name, or throw it away. Then open the file again.
desk-write-file-in-the-way = Your folder has a { $file } that was not read here, so nothing was written over it. Please give your text another name.
desk-write-not-kept = What you write is not being kept on this computer. Save it to its file often.
desk-write-text = Text
desk-write-name = Name of the file
desk-write-name-unsaved = { $name } (not saved)
desk-write-name-wrong = A file’s name has small letters without accents, digits and hyphens, starts with a letter and ends in .md: sharing-fair.md
desk-write-name-taken = There is a { $name } already. Please choose another name.
desk-write-save = Save
desk-write-saved = Saved in { $file }.
desk-write-not-saved = { $file } could not be saved. Your text is still here. Please try again, or choose another place.
desk-write-close = Close
desk-write-discard = Throw away what is not saved
desk-write-discard-sure = Press again to throw it away
desk-write-is-saved = Everything is saved.
desk-write-unsaved = Not saved to its file yet. It is kept here, also when the page closes.
desk-write-editor = Text of the homework
desk-write-problems = Before you hand it out
desk-write-good = Nothing to mend
desk-write-hints = { $count ->
    [one] One hint
   *[other] { $count } hints
 }
desk-write-mistakes = { $count ->
    [one] One mistake to mend
   *[other] { $count } mistakes to mend
 }
desk-write-line = Line { $line }: { $problem }
desk-write-preview = What a family sees
desk-write-preview-note = Click in it to find a part in your text. Nothing that you try there is kept.
desk-write-nothing-to-see = There is nothing to see of this text yet.
desk-write-child = Your student

desk-share = Hand it out
desk-share-mend = Mend the mistakes first, then families can have it.
desk-share-link = Copy a link
desk-share-file = Save a file for families
desk-share-send = Share
desk-share-message = Copy a message with tonight’s question
desk-share-note = The link has the whole homework in it and goes to no server but the one that has the families’ page. The file has the same link, for apps that cut long messages.
desk-share-long = The link has { $length } signs. Some apps cut links that long; then send the file.
desk-share-pictures = Pictures do not travel in a link. Families see them only if they are on your class’s site, too.
desk-share-how = This is homework. Open the link below. If it does not open, go to { $home }, choose your child, and choose “Open homework from a file”.
desk-share-only-here = This site is only on this computer, so no phone can open a link to it. Put it on the web first, or hand it out on paper.
desk-share-listed = Your class’s list has homework of this name, and families would see that one. Please give this text a name of its own.
desk-share-rename = Give it another name
desk-share-renamed = This text is called { $name } now.
desk-share-copy = This is a copy, called { $name }. Your own file stays as it is.
desk-share-copied = Copied. Now paste the link into a message.
desk-share-message-copied = Copied. Now paste the message, and read it once before you send it.
desk-share-sent = Shared.
desk-share-failed = That did not work. Please save the file and send that.

desk-message-homework = Kia ora whānau! This week’s homework is “{ $title }”.
desk-message-question = A question to talk about tonight: “{ $question }”
desk-message-link = It opens here: { $link }

# A text to start from, for each kind of homework.
desk-template-maths = Maths from everyday life
desk-template-science = A science try-out at home
desk-template-interview = Ask someone at home for a story
desk-template-inference = Read between the lines
desk-template-ten = Ten ways we use maths
desk-template-folder = A week with the maths folder
desk-template-languages = A game in several languages
desk-template-words = Words in the family’s language
desk-template-book = A book of our own
desk-template-log = A reading log
desk-template-agreement = An agreement of student, family and teacher
desk-template-reading = How we read at home
desk-template-confidence = Maths in our week, and how sure I feel
desk-template-work = An interview about work
desk-template-conference = Getting ready for a conference
desk-template-goals = My goals, looked back at later
desk-template-show = Show what I can do
desk-template-experts = Experts in our whānau
desk-template-questions = Questions to ask me
desk-template-teach = I teach someone at home
desk-template-whanau = The whole whānau makes something
desk-template-watch = Watch together and talk
desk-template-health = Something healthy we like

# Typing in what came back on paper.
desk-type-in = Type in a paper answer
desk-type-in-how = Choose the homework and the child, and type what the family wrote. It is put with the class and marked as typed in from paper.
desk-type-in-which = Homework
desk-type-in-choose = Choose the homework
desk-type-in-whose = Child
desk-type-in-new = A child who is not in the list yet
desk-type-in-name = The child’s name
desk-type-in-start = Start typing
desk-type-in-sure = Press again to throw away what you have typed
desk-type-in-paper = The paper answer
desk-type-in-stays = What you type stays here while this page is open, also while you look at something else.
desk-type-in-missing = Please choose the homework and say whose it is.
desk-type-in-not-here = That homework did not come. Please check the connection and try again.
desk-student-paper = typed in from paper

# A note back to the family.
desk-good-news = Write back with good news
desk-good-news-label = A note to the family. Change it as you like.
desk-good-news-words = Kia ora! Good news: { $student } has sent “{ $title }”, and it is here. I liked how you worked on it together. Thank you for taking part!
desk-good-news-wrote = Thank you for what you wrote to me. I have read it, and we will come back to it in class.
desk-good-news-copy = Copy the note
desk-good-news-copied = Copied. Now paste it into a message to the family.
desk-good-news-failed = Copying did not work. Please mark the words and copy them yourself.
