//! Finish and send.

use leptos::prelude::*;
use ui::element::{Element, Node, afterwards, el, live};
use ui::spawn_local;
use ui::{browser, day, say};

use super::frame::{arrive, heading, kicker, top, with_work};
use crate::asks::button;
use crate::home::Home;
use crate::open_work::OpenWork;
use crate::screen::Screen;
use crate::sending::{Prepared, prepare};

/// The longest text that is pasted into a message, in bytes.
const LONGEST: usize = 100_000;

/// The result as it can be handed out now. Copies are the same.
#[derive(Clone, Copy)]
struct Ready {
    is_ready: RwSignal<bool>,
    prepared: StoredValue<Option<Prepared>>,
}

impl Ready {
    fn new() -> Self {
        Self { is_ready: RwSignal::new(false), prepared: StoredValue::new(None) }
    }

    /// Whether what can be handed out is so, following it.
    fn has(self, is_so: fn(&Prepared) -> bool) -> bool {
        self.is_ready.track();
        self.prepared.with_value(|prepared| prepared.as_ref().is_some_and(is_so))
    }

    fn set(self, prepared: Option<Prepared>) {
        let is_ready = prepared.is_some();
        self.prepared.set_value(prepared);
        self.is_ready.set(is_ready);
    }
}

pub fn send_screen(home: Home, child: String, assignment: String) -> Node {
    with_work(home, child, assignment, whole)
}

fn whole(home: Home, open: OpenWork) -> Node {
    let (profile, id, title) = open.work.with_untracked(|work| {
        let document = &work.record.document;
        (work.profile.clone(), document.head.id.clone(), document.head.title.clone())
    });
    let teacher = home.class_words(|class| &class.teacher);
    let to = if teacher.is_empty() { say::home_send_title() } else { say::home_send_title_to(teacher) };
    arrive(home, to.clone());
    // Ready before the tap: browsers open a share sheet only in the moment of one.
    let ready = Ready::new();
    // The newest preparation: an older one may take longer.
    let newest = StoredValue::new(0);
    afterwards(move || {
        let work = open.work.get();
        // Until the new one is ready, the one before can still be handed out; it knows when it was made.
        newest.update_value(|turn| *turn += 1);
        let turn = newest.get_value();
        spawn_local(async move {
            let prepared = prepare(home, work).await;
            if newest.try_get_value() == Some(turn) {
                ready.set(Some(prepared));
            }
        });
    });
    let back = Screen::Work { child: profile.id.clone(), assignment: id };
    let main = el("main")
        .class("send")
        .child(kicker(title.clone()))
        .child(heading(to))
        .child(state(open))
        .child(how_to_return(home))
        .child(partial(ready))
        .child(ways(home, open, title.clone(), ready))
        .child(preview(ready));
    Node::All(vec![top(home, &profile, &back, title), main.into()])
}

/// Whether it is finished, what is still without an answer, and the choice.
fn state(open: OpenWork) -> Node {
    let finished = move || open.work.with(|work| work.record.finished.is_some());
    let words = move || if finished() { say::home_send_finished() } else { say::home_send_unfinished() };
    let left: Vec<Node> = open.work.with_untracked(|work| {
        work.unanswered().map(|ask| el("li").child(ask.question_text()).into()).collect()
    });
    let left = (!left.is_empty()).then(|| {
        el("details").child(el("summary").child(say::home_send_left())).child(el("ul").children(left))
    });
    let turn = move || if finished() { say::home_send_reopen() } else { say::home_send_finish() };
    let turn = button(String::new(), move || open.set_finished(!untrack(finished))).child(live(turn));
    el("div")
        .class("card")
        .child(el("p").attr("role", "status").child(el("strong").child(live(words))))
        .child(left)
        .child(turn)
        .into()
}

fn how_to_return(home: Home) -> Option<Node> {
    let words = home.class_words(|class| &class.how_to_return);
    let section = || el("section").child(el("h2").child(say::home_send_how()));
    (!words.is_empty()).then(|| section().child(el("p").class("lines").child(words)).into())
}

/// Says that something is missing, when it is.
fn partial(ready: Ready) -> Node {
    let is_partial = move || ready.has(|prepared| prepared.is_partial);
    el("p")
        .class("problem")
        .attr("role", "alert")
        .child(live(move || is_partial().then(say::home_send_partial)))
        .into()
}

/// What the family has in hand, and what is said of it. Copies are the same.
#[derive(Clone, Copy)]
struct Handed {
    said: RwSignal<String>,
    /// What was saved or copied, until the family says that it is sent.
    out: Ready,
}

impl Handed {
    /// Says how saving or copying went. What is in hand already stays so when another way fails.
    fn tell(self, done: bool, prepared: Prepared, words: String, failed: String) {
        if done {
            self.out.set(Some(prepared));
        }
        self.said.set(if done { words } else { failed });
    }
}

/// The ways to send: the share sheet where there is one, a file, a text. A saved file and a copied text are not sent yet; the
/// family says when they are.
fn ways(home: Home, open: OpenWork, title: String, ready: Ready) -> Node {
    let handed = Handed { said: RwSignal::new(String::new()), out: Ready::new() };
    let can_share = RwSignal::new(false);
    afterwards(move || can_share.set(browser::can_share()));
    let download_class = move || Some(if can_share.get() { "button" } else { "button main" }.to_owned());
    let before = move || open.work.with(|work| work.record.sent.last().copied());
    if home.is_typing() {
        let give = way(ready, say::home_send_to_desk(), |prepared| browser::give_to_desk(&prepared.text));
        return el("section").class("ways").child(give.class("button main")).into();
    }
    el("section")
        .class("ways")
        .child(share(open, title, ready, handed).live_flag("hidden", move || !can_share.get()))
        .child(download(ready, handed).live_attr("class", download_class))
        // No message carries a photo as text; what is cut off would be lost.
        .child(
            copy(ready, handed)
                .live_flag("hidden", move || ready.has(|prepared| prepared.text.len() > LONGEST)),
        )
        .child(
            el("p")
                .attr("role", "status")
                .attr("id", "sent")
                .attr("tabindex", "-1")
                .class("good")
                .child(live(move || handed.said.get())),
        )
        .child(have_sent(open, handed))
        .child(live(move || {
            before().map(|moment| el("p").class("quiet").child(say::home_send_before(day::of_moment(moment))))
        }))
        .into()
}

fn share(open: OpenWork, title: String, ready: Ready, handed: Handed) -> Element {
    let noted = open.noting_sent();
    let share = move |prepared: Prepared| {
        let (title, noted) = (title.clone(), noted.clone());
        spawn_local(async move {
            match browser::share(&title, &prepared.name, &prepared.text).await {
                Ok(()) => {
                    noted(prepared.made);
                    handed.said.set(say::home_send_shared());
                }
                Err(browser::HandOutError::Cancelled) => {}
                Err(browser::HandOutError::Refused) => handed.said.set(say::home_send_share_failed()),
            }
        });
    };
    way(ready, say::home_send_share(), share).class("button main")
}

fn download(ready: Ready, handed: Handed) -> Element {
    way(ready, say::home_send_download(), move |prepared| {
        let done = browser::download(&prepared.name, &prepared.text, "text/plain;charset=utf-8").is_ok();
        let words = say::home_send_downloaded(&prepared.name);
        handed.tell(done, prepared, words, say::home_send_download_failed());
    })
}

fn copy(ready: Ready, handed: Handed) -> Element {
    let copy = move |prepared: Prepared| {
        spawn_local(async move {
            let done = browser::copy(&prepared.text).await.is_ok();
            handed.tell(done, prepared, say::home_send_copied(), say::home_send_copy_failed());
        });
    };
    way(ready, say::home_send_copy(), copy).class("button")
}

fn have_sent(open: OpenWork, handed: Handed) -> Element {
    let noted = open.noting_sent();
    let have_sent = button(say::home_send_have_sent(), move || {
        if let Some(sent) = handed.out.prepared.get_value() {
            noted(sent.made);
        }
        handed.said.set(say::home_send_noted());
        // The button is gone, and whoever pressed it must not stand nowhere.
        browser::focus("sent");
        handed.out.set(None);
    });
    have_sent.live_flag("hidden", move || !handed.out.is_ready.get())
}

/// A button that hands the result out, once there is one. It is never `disabled`, which would take the focus from it.
fn way(ready: Ready, words: String, hand_out: impl Fn(Prepared) + Send + Sync + 'static) -> Element {
    el("button")
        .attr("type", "button")
        .live_attr("aria-disabled", move || (!ready.is_ready.get()).then(|| "true".to_owned()))
        .child(words)
        .on("click", move |_| {
            if let Some(prepared) = ready.prepared.get_value() {
                hand_out(prepared);
            }
        })
}

/// The text that would be sent, so that nobody sends what they have not seen.
fn preview(ready: Ready) -> Node {
    // Below the words the file has the same again, packed for the teacher's page.
    let text = move || {
        ready.is_ready.track();
        ready.prepared.with_value(|prepared| prepared.as_ref().map(|prepared| prepared.words.clone()))
    };
    let text = el("pre").attr("tabindex", "0").child(live(text));
    let whole = el("details").class("preview").child(el("summary").child(say::home_send_see())).child(text);
    Node::All(vec![whole.into(), el("p").class("quiet").child(say::home_send_nothing_else()).into()])
}
