//! Files that nobody means well by. The tests, `cargo xtask bench` and the browser's tests all open the same ones.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use work::result::{pack, pack_stored};

#[path = "../armoured/mod.rs"]
mod armour;

use armour::armoured as armoured_packed;

/// A file, and what it is called.
pub struct Hostile {
    /// Says what is wrong with it.
    pub name: &'static str,
    /// How the error begins that refuses it, as Rust shows it.
    pub refusal: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

const MEGA: usize = 1 << 20;

/// A file's name, the start of its refusal, and how it is made: all of them at once would be hundreds of megabytes.
type Made = (&'static str, &'static str, fn() -> Vec<u8>);

/// One of each kind.
pub fn all() -> impl Iterator<Item = Hostile> {
    let files: [Made; 26] = [
        ("depth", "TooMuch(Depth)", || {
            armoured(&with("\"deep\":", &("[".repeat(100_000) + &"]".repeat(100_000))))
        }),
        ("depth-of-objects", "TooMuch(Depth)", || armoured("{\"a\":".repeat(100_000).as_bytes())),
        ("a-gigabyte-of-words", "TooMuch(Words)", || bomb(&result("\"name\":\""), b'a', 1 << 30)),
        ("a-gigabyte-of-a-photo", "TooMuch(Words)", || {
            bomb(&with("\"media\":[{\"id\":\"", ""), b'A', 1 << 30)
        }),
        ("a-gigabyte-of-spaces", "TooMuch(Words)", || bomb(b"", b' ', 1 << 30)),
        ("thirty-bombs", "TooLarge", || {
            let one = bomb(&with("\"media\":[{\"id\":\"", ""), b'A', 40 * MEGA);
            one.repeat(30)
        }),
        ("keys-twice", "Unreadable", || armoured(&with("\"made\":2,\"answers\":", "[]"))),
        ("names-twice", "Unreadable", || {
            let value = r#"{"table":[{"cells":{"a":"1","a":"2"}}]}"#;
            armoured(&with_answers(&format!(r#"{{"ask":"a","value":{value},"when":1}}"#)))
        }),
        ("wrong-utf-8", "Unreadable", || {
            let name = result("\"name\":\"\u{1}\",\"picture\":\"kiwi\"");
            armoured(&name.into_iter().map(|byte| if byte == 1 { 0xff } else { byte }).collect::<Vec<_>>())
        }),
        ("wrong-utf-8-around", "Unreadable", || {
            [vec![0xff; 31 * MEGA], armoured(b"{\"taumahi\":1}")].concat()
        }),
        ("a-million-answers", "TooMuch(Parts)", || {
            armoured(&with_answers(&list(1_000_000, r#"{"ask":"a","value":{"text":""},"when":0}"#)))
        }),
        ("twenty-thousand-questions", "TooMuch(Parts)", || {
            let asks = list(20_000, r#"{"id":"a","kind":"done"}"#);
            armoured(&with("\"removed\":", &format!("[{asks}]}}")))
        }),
        ("a-million-choices", "TooMuch(Parts)", || {
            let chosen = list(1_000_000, "\"\"");
            armoured(&with_answers(&format!(r#"{{"ask":"a","value":{{"choices":[{chosen}]}},"when":0}}"#)))
        }),
        ("ten-thousand-people", "TooMuch(People)", || {
            let one = r#"{"partner":"nana","statements":{},"when":0}"#;
            armoured(&with("\"families\":", &format!("[{}]}}", list(10_000, one))))
        }),
        ("a-million-blocks", "Damaged", || {
            "-----BEGIN TAUMAHI RESULT-----\nVersion: 1\nA\n-----END TAUMAHI RESULT-----\n"
                .repeat(400_000)
                .into_bytes()
        }),
        ("a-million-starts", "Damaged", || "-BEGIN TAUMAHI RESULT-\n".repeat(1_000_000).into_bytes()),
        ("rubbish-in-base64", "Unreadable", || {
            let good = String::from_utf8(armoured(b"{}")).unwrap_or_default();
            good.replace("-----END", &("?#!~=é".repeat(4 * MEGA) + "-----END")).into_bytes()
        }),
        ("base64-of-rubbish", "Damaged", || armoured_packed(&noise(20 * MEGA))),
        ("huge-numbers", "Unreadable", || armoured(&with("\"finished\":", &("9".repeat(100_000) + "}")))),
        ("numbers-with-exponents", "Unreadable", || armoured(&with("\"finished\":", "1e999999999}"))),
        ("wrong-json", "Unreadable", || armoured(b"{\"taumahi\":1,")),
        ("a-name-of-a-megabyte", "TooMuch(Letters)", || {
            armoured(&result(&format!("\"name\":\"{}\",\"picture\":\"kiwi\"", "a".repeat(MEGA))))
        }),
        ("ten-thousand-photos", "TooMuch(Media)", || {
            let one = r#"{"id":"a1","type":"image/jpeg","data":"AAEC"}"#;
            armoured(&with("\"media\":", &format!("[{}]}}", list(10_000, one))))
        }),
        ("photos-and-then-wrong", "Unreadable", || late(&"A".repeat(8 * MEGA))),
        ("everything-at-once", "Unreadable", || {
            in_a_mail(&armoured_packed(&pack_stored(&everything(5 * MEGA))))
        }),
        ("everything-above-a-mail", "Unreadable", || {
            [armoured(&everything(0)), in_a_mail(&noise(22 * MEGA))].concat()
        }),
    ];
    files.into_iter().map(|(name, refusal, bytes)| Hostile { name, refusal, bytes: bytes() })
}

/// A result with nothing wrong.
pub fn good() -> Vec<u8> {
    armoured(&result(r#""name":"Aroha","picture":"kiwi""#))
}

/// As much as is let in of everything, with two photos of so many bytes, and a mistake at its end.
fn everything(photo: usize) -> Vec<u8> {
    let words = format!(r#"{{"ask":"a","value":{{"text":"{}"}},"when":0}},"#, "w".repeat(3 * MEGA));
    let asks = list(4_900, r#"{"id":"a","kind":"done","question":"x"}"#);
    let answers = words.repeat(2) + &list(4_900, r#"{"ask":"a","value":{"choices":["","","",""]},"when":0}"#);
    let json = String::from_utf8_lossy(&with_answers(&answers))
        .replace("\"asks\":[]", &format!("\"asks\":[{asks}]"));
    let media = list(2, &format!(r#"{{"id":"a1","type":"image/jpeg","data":"{}"}}"#, "A".repeat(photo)));
    format!("{},\"media\":[{media}],\"x\":}}", json.strip_suffix('}').unwrap_or_default()).into_bytes()
}

/// A file as mail programs save one that is attached.
fn in_a_mail(file: &[u8]) -> Vec<u8> {
    let mut mail = b"Content-Transfer-Encoding: base64\r\n\r\n".to_vec();
    mail.extend(STANDARD.encode(file).bytes());
    mail
}

/// Whole photos, and then a mistake.
fn late(data: &str) -> Vec<u8> {
    let media = list(3, &format!(r#"{{"id":"a1","type":"image/jpeg","data":"{data}"}}"#));
    armoured(&with("\"media\":", &format!("[{media}],\"made\":[]}}")))
}

fn list(count: usize, item: &str) -> String {
    let mut list = format!("{item},").repeat(count);
    list.pop();
    list
}

/// A result up to the student's id, then this of the student, and all the rest.
fn result(student: &str) -> Vec<u8> {
    format!(
        r#"{{"taumahi":1,"made":1,"started":1,"asks":[],"answers":[],"feedback":{{"statements":[]}},"assignment":{{"id":"halves","hash":"","lang":"en","title":"Halves"}},"student":{{"id":"00c0ffee00c0ffee",{student}}}}}"#
    )
    .into_bytes()
}

/// A result without its last bracket, and with this behind it.
fn with(more: &str, end: &str) -> Vec<u8> {
    let mut whole = String::from_utf8_lossy(&result(r#""name":"Aroha","picture":"kiwi""#)).into_owned();
    whole.pop();
    let _ = write!(whole, ",{more}{end}");
    whole.into_bytes()
}

fn with_answers(answers: &str) -> Vec<u8> {
    let whole = String::from_utf8_lossy(&result(r#""name":"Aroha","picture":"kiwi""#)).into_owned();
    whole.replace("\"answers\":[]", &format!("\"answers\":[{answers}]")).into_bytes()
}

fn armoured(content: &[u8]) -> Vec<u8> {
    armoured_packed(&pack(content))
}

/// A small file that becomes so many of one byte behind a start. Deflate says a long run of one byte in the same few bits again and
/// again, so a run can be made longer without ever being held in memory.
fn bomb(start: &[u8], byte: u8, length: usize) -> Vec<u8> {
    // The end of a JSON text is cut off: the run goes on in its middle.
    let start = start.strip_suffix(b"}}").unwrap_or(start);
    armoured_packed(&deflated_run(start, byte, length))
}

/// The run is flushed after each megabyte, from where on nothing before it is referred to: so one megabyte is packed, and then copied.
fn deflated_run(start: &[u8], byte: u8, length: usize) -> Vec<u8> {
    use flate2::{Compress, Compression, FlushCompress};
    let mut deflate = Compress::new(Compression::best(), true);
    let mut packed = Vec::with_capacity(2 * MEGA + 2 * length / 1_000);
    let mut pack = |content: &[u8]| {
        let from = packed.len();
        deflate.compress_vec(content, &mut packed, FlushCompress::Full).ok();
        from
    };
    pack(start);
    let from = pack(&vec![byte; MEGA]);
    let one = packed[from..].to_vec();
    (1..length / MEGA).for_each(|_| packed.extend(&one));
    packed
}

/// Bytes that nothing makes smaller, the same each time.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 7_u32;
    std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    })
    .take(length)
    .collect()
}
