//! What children and families say. Some of it is hard to carry: quotes, commas, line breaks, other scripts, and words that a
//! spreadsheet or a page could take for its own.

use assignment::Who;

/// Answers to a question, by its id where there are some for it.
pub fn to(id: &str, who: Who) -> &'static [&'static str] {
    let known = TO.iter().find(|(known, _)| *known == id).map(|(_, said)| *said);
    known.unwrap_or(match who {
        Who::Student => BY_STUDENTS,
        Who::Together => TOGETHER,
        Who::Family => BY_FAMILIES,
    })
}

const TO: &[(&str, &[&str])] = &[
    (
        "puzzle",
        &[
            "There are 18 tea bags in the tin. Nana drinks one third of them this week. How many are left?",
            "We have 20 potatoes. Three quarters go into the hāngī. How many potatoes is that?",
            "8 spoons, one quarter are wooden. How many wooden spoons?",
            "24 slices of bread and 2/3 get eaten for lunch. How many slices are left for tomorrow?",
        ],
    ),
    (
        "our-ways",
        &[
            "Mum counted in her head, in Tongan. I drew circles. We both got 12, and then we tried it with 21.",
            "Koro put the potatoes in four heaps on the bench. I did 20 ÷ 4 and then times 3.",
            "She halved it and halved it again.\nI made groups.\nHers was faster!",
        ],
    ),
    (
        "quarter-or-half",
        &[
            "Yes. A quarter of 12 is 3 but half of 4 is only 2, so the quarter is more.",
            "At first we said no. Then Dad took only 2 pegs and half of that was 1, and a quarter of mine was 3!",
            "It depends how many are in the bag.",
        ],
    ),
    (
        "at-our-place",
        &[
            "Fixing the fence: every post is a third in the ground. I had never thought of it as maths.",
            "Cutting the taro and the chicken so that ten people get the same.",
            "نقسم الخبز على أربعة كل مساء.",
            "Half time at netball, quarter past eight for the bus, and sharing the last two-thirds of a pavlova.",
        ],
    ),
    (
        "how-can-that-be",
        &[
            "Because with quarters you share with more people, so everyone gets less. 12 ÷ 4 = 3 and 12 ÷ 3 = 4.",
            "4 groups are more groups but each group is smaller.",
            "It is like cutting a cake. More pieces = smaller pieces.",
        ],
    ),
];

const BY_STUDENTS: &[&str] = &[
    "I think it was because they were worried about the next day.",
    "First I tried it by myself and then I showed my brother. He said \"do it again\", so I did.",
    "The best bit was at the end, when it all came together.",
    "I would change how long we waited, because it was hard to see a difference.",
    "Kāore au i te mōhio i te tuatahi, engari i te mutunga ka mārama.",
];

const TOGETHER: &[&str] = &[
    "We did not agree at first. Nana said one thing and I said the other, and then we looked again.",
    "We talked about it in the car. We think the same but for different reasons.",
    "Mum told me about when she was my age. I didn't know that!",
];

const BY_FAMILIES: &[&str] = &[
    "She explained it to me very clearly, better than I could have.",
    "He noticed small things that I had walked past for years.",
    "Na'a ku fiefia lahi he fanongo ki ai.",
];

/// What stands in the cells of tables and logs.
pub const IN_CELLS: &[&str] = &[
    "The Whale Rider, chapter 3",
    "a wool blanket",
    "Hairy Maclary",
    "the part where they all laugh",
    "newspaper, two layers",
    "a chilly bin",
];

/// A family's own words. Every fourth writes nothing.
pub fn families(number: usize) -> Option<&'static str> {
    const SAID: [&str; 11] = [
        "Ka pai! We did this at the kitchen table and even Koro joined in.",
        "=1+1 is what my son typed first, to tease me. Then he explained thirds to his little sister.",
        "She said \"I am the teacher now\", and she was. More of these, please.",
        "We did it in Samoan. Is that all right?\n\nShe knew the words for half and quarter, but not for a third, so we rang Grandma.",
        "This was too long for one evening, but over two it was fine.",
        "أعجبنا هذا الواجب كثيرا. شكرا لكم.",
        "I never liked maths at school. I liked this.",
        "He wrote <b>3</b> & crossed it out, then wrote 4. We talked for half an hour about why.",
        "@Ms Rangi: can we have one about money, or fishing, or both?",
        "Mālō ʻaupito. We are five at home and everyone wanted a turn.",
        "-- sent from the boat. No reception till Friday, sorry it is late.",
    ];
    (number % 4 != 3).then(|| SAID[number % SAID.len()])
}
