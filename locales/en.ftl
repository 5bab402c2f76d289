### English.

## The page before the program starts, put into it by `cargo xtask hook`.

home-title = Taumahi: homework for the whole family
home-description = Interactive homework for a child and whoever is at home, on any phone.
desk-title = Taumahi: the teacher's desk
desk-description = Write assignments, check them, and see how the class went.
start-noscript = This page needs JavaScript. Please allow it in your browser's settings, or ask the teacher for the homework on paper.
start-failed = This page could not start. Please check the internet connection and load it again. If that does not help, open it in another browser, or ask the teacher for the homework on paper.
not-found-title = This page is not here
not-found-text = Perhaps the link has a small mistake in it. Please ask the person who sent it to you.
