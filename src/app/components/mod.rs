//! What pages are made of: plain functions of what they show. What comes and
//! goes stands in an element that stays.

mod bar_chart;
mod bar_row;
mod calendar_chart;
mod callout;
mod chart_parts;
mod choice_group;
mod copied;
mod derivation;
mod disclosure;
mod element;
mod entry_row;
mod field;
mod figure;
mod icon;
mod link_row;
mod names;
mod notices;
mod page_header;
mod pollutant_list;
mod qr;
mod range_line;
mod select_field;
mod share_chart;
mod table;

pub use bar_chart::{Column, Picture, bar_chart};
pub use bar_row::bar_row;
pub use calendar_chart::calendar_chart;
pub use callout::{Callout, callout};
pub use choice_group::{Choice, Question, choice_group};
pub use copied::copied;
pub use derivation::{derivation, product, source_line, source_of, standing, stated, with_year};
pub use disclosure::disclosure;
pub use element::{Element, button, element, link, submit_button};
pub use entry_row::{activity_line, entry_line, entry_row};
pub use field::{Asked, described_by, field_error, file_input, text_field, text_input};
pub use figure::{carbon_figure, figure, large_carbon_figure, range_text};
pub use icon::icon;
pub use link_row::link_row;
pub use names::{action_name, entries_name, share_name, span_name, span_name_in};
pub use notices::notices;
pub use page_header::{Back, TITLE_ID, page, page_header};
pub use pollutant_list::{
    PollutantRow, pollutant_line, pollutant_list, rows_of_assessment, rows_of_totals,
};
pub use qr::qr_drawing;
pub use range_line::range_line;
pub use select_field::select_field;
pub use share_chart::share_chart;
pub use table::{table, table_behind};
