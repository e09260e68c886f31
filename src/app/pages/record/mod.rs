//! Recording: choosing what was done, and its form.

mod at_once;
mod choose;
mod fields;
mod form;
mod number_field;
mod page;
mod result;
mod saved;
mod scale;

pub use at_once::record_at_once;
pub use choose::{Sought, choose};
pub use form::{Form, FormChange};
pub use page::{Recording, Stage, gone, record};
pub use result::heading as result_heading;
