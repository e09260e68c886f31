//! The texts of the page, grouped by page. A text missing in one language does
//! not compile.

pub mod errors;
pub mod ledger;
pub mod methodology;
pub mod more;
pub mod names;
pub mod record;
pub mod settings;
pub mod shell;
pub mod statement;
pub mod today;

use super::Language;
use errors::ErrorMessages;
use ledger::LedgerMessages;
use methodology::MethodologyMessages;
use more::MoreMessages;
use names::NameMessages;
use record::RecordMessages;
use settings::SettingsMessages;
use shell::ShellMessages;
use statement::StatementMessages;
use today::TodayMessages;

/// Every text of the page in one language.
#[derive(Debug)]
pub struct Messages {
    /// What stands around every page, and words that all pages share.
    pub shell: ShellMessages,
    /// Names of things that data files know by id only.
    pub names: NameMessages,
    /// What is wrong with what was typed.
    pub errors: ErrorMessages,
    /// Today.
    pub today: TodayMessages,
    /// Recording.
    pub record: RecordMessages,
    /// The ledger.
    pub ledger: LedgerMessages,
    /// The statement.
    pub statement: StatementMessages,
    /// The method.
    pub methodology: MethodologyMessages,
    /// Settings.
    pub settings: SettingsMessages,
    /// More, about and privacy.
    pub more: MoreMessages,
}

static ZH_CN: Messages = Messages {
    shell: shell::ZH_CN,
    names: names::ZH_CN,
    errors: errors::ZH_CN,
    today: today::ZH_CN,
    record: record::ZH_CN,
    ledger: ledger::ZH_CN,
    statement: statement::ZH_CN,
    methodology: methodology::ZH_CN,
    settings: settings::ZH_CN,
    more: more::ZH_CN,
};

static EN: Messages = Messages {
    shell: shell::EN,
    names: names::EN,
    errors: errors::EN,
    today: today::EN,
    record: record::EN,
    ledger: ledger::EN,
    statement: statement::EN,
    methodology: methodology::EN,
    settings: settings::EN,
    more: more::EN,
};

/// The texts in a language.
#[must_use]
pub fn messages(language: Language) -> &'static Messages {
    match language {
        Language::ZhCn => &ZH_CN,
        Language::En => &EN,
    }
}
