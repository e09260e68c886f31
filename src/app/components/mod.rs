//! What pages are made of. What has state or effects is a component; the rest
//! are plain functions, which cost fewer bytes. No component renders nothing at
//! all, and what comes and goes stands in an element that stays.

mod bar_chart;
mod bar_row;
mod callout;
mod choice_group;
mod derivation;
mod element;
mod entry_row;
mod field;
mod figure;
mod icon;
mod link_row;
mod notices;
mod number_field;
mod page_header;
mod pollutant_list;
mod scale;
mod text_field;

pub use bar_chart::{Column, bar_chart};
pub use bar_row::bar_row;
pub use callout::{Callout, callout};
pub use choice_group::{Choice, ChoiceGroup};
pub use derivation::{derivation, standing};
pub use element::{Element, button, element, link};
pub use entry_row::{activity_line, entry_row};
pub use field::{field_error, field_frame};
pub use figure::{carbon_figure, figure, large_carbon_figure, range_text};
pub use icon::{icon, large_icon};
pub use link_row::link_row;
pub use notices::Notices;
pub use number_field::NumberField;
pub use page_header::{Back, PageHeader};
pub use pollutant_list::{
    PollutantRow, pollutant_line, pollutant_list, rows_of_assessment, rows_of_totals,
};
pub use scale::text_of;
pub use text_field::TextField;
