//! The screens of the desk.

mod answer;
mod app;
mod asked;
mod assignment;
mod author;
mod class;
mod counts;
mod families;
mod frame;
mod good_news;
mod open_files;
mod paper;
mod paper_answer;
mod paper_list;
mod question_list;
mod quote_list;
mod removing;
mod report;
mod roll_table;
mod scroll;
mod state;
mod type_in;
mod versions;
mod waiting;
mod words;
mod work;

pub use app::App;
