//! The assignments that the end-to-end tests write themselves, so that nothing depends on the shipped ones: one question of each kind,
//! and what the format says of sections, questions and wrong tries.

use std::path::{Path, PathBuf};

use crate::checkout::Checkout;
use crate::error::Result;
use crate::files;

use super::{Outcome, site};

const CLASS: &str = r#"---
class: Te Rito
teacher: Whaea Ana
languages:
- en
return: Put the phone beside mine.
---
Haere mai!

```feedback
statements:
- led: My child was the leader
scale:
- Kāo
- Āe
words: Anything else?
```
"#;

const ONE_OF_EACH: &str = r#"---
title: One of each: a test
subject: Testing
objectives:
- I can answer *anything*.
---
Dear testers, <b>this is text</b>.

## All kinds
who: together

Words below the line that says who.

```ask text
id: words
who: student
optional: yes
question: Say something
```
```ask number
id: count
question: How many?
unit: eggs
correct:
- 1/2
- 3
help: Cut *one* egg in two.
```
```ask choice
id: one
question: Which one?
options:
- This: with a colon
- That
```
```ask choices
id: some
question: Which ones?
options:
- Red
- Blue, or so
```
```ask scale
id: much
question: How much?
low: Little
high: Lots
```
```ask table
id: grid
question: Write it down
columns:
- What
- How many (number, eggs)
rows:
- Monday
- Tuesday
```
```ask table
id: longer
question: As many as you like
columns:
- Thing
- Where
rows: 2
most: 5
```
```ask log
id: days
question: Each day
entries: 3
columns:
- Book
```
```teacher
SECRET plan
```
```ask done
id: sung
who: together
question: Sing it
```

What is $\frac{1}{2}$ of it?

```cards
- What did you **enjoy**?
- What was $2 \times 3$ hard?
```
```ask drawing
id: drawn
question: Draw it
```
```ask photo
id: seen
question: Show it
most: 3
```
```ask audio
id: heard
question: Let it be heard
most: 2
seconds: 5
```
```ask agreement
id: agreed
question: Do we agree?
student:
- I choose something to read.
family:
- Someone at home listens.
teacher:
- I change the book bag.
```
```ask scale
id: come
looks-back-at: words
question: How far have you come?
low: At the start
high: There
```
"#;

/// Not finished: what it does not say is read in the original's words.
const IN_ARABIC: &str = r#"---
title: واحد من كل نوع
status: draft
---
أعزائي المختبرين

## كل الأنواع

```ask text
id: words
question: قل شيئًا
```
```ask choice
id: one
question: أيّها؟
options:
- هذا: مع نقطتين
- ذاك
```
"#;

/// Builds a site of them, as a teacher would from a folder of their own, and says where it is.
pub fn build(checkout: &Checkout) -> Result<(PathBuf, Outcome)> {
    let own = checkout.target()?.join("tested-site-of-its-own");
    let assignments = write(&own.with_extension("assignments"))?;
    let built = site::build_into(checkout, &own, &assignments)?;
    Ok((own, built))
}

/// Writes them into a folder, which has nothing else afterwards.
fn write(folder: &Path) -> Result<PathBuf> {
    files::remove_all(folder)?;
    files::write(&folder.join("class.md"), CLASS)?;
    // As Windows saves it: that it is read as well is a part of the test.
    files::write(&folder.join("one-of-each.md"), ONE_OF_EACH.replace('\n', "\r\n"))?;
    files::write(&folder.join("one-of-each.ar.md"), IN_ARABIC)?;
    Ok(folder.to_owned())
}
