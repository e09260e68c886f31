//! The texts of the ledger.

/// See the head of this file.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is named after the text it holds")]
pub struct LedgerMessages {
    pub title: &'static str,
    pub filters: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    /// Short names of the categories.
    pub categories: [&'static str; 5],
    pub month: &'static str,
    pub all_months: &'static str,
    /// `{count}` entries found.
    pub found: &'static str,
    pub nothing_found: &'static str,
    pub nothing_found_text: &'static str,
    pub show_all: &'static str,
    /// `{count}` more entries.
    pub show_more: &'static str,
    /// `{shown}` of `{count}` entries.
    pub shown: &'static str,
    pub empty_title: &'static str,
    pub empty_text: &'static str,
    pub self_reported: &'static str,
    /// Edit: `{what}`.
    pub edit_entry: &'static str,
    /// Delete: `{what}`.
    pub delete_entry: &'static str,
    /// `{what}` deleted.
    pub deleted: &'static str,
}

pub(super) const ZH_CN: LedgerMessages = LedgerMessages {
    title: "账本",
    filters: "筛选",
    search: "找记录",
    search_hint: "名称、拼音首字母、英文或备注",
    categories: ["出行", "能源", "回收", "日常", "行为"],
    month: "月份",
    all_months: "全部月份",
    found: "找到 {count} 条",
    nothing_found: "没有找到",
    nothing_found_text: "没有符合条件的记录。换个词试试，或者看全部。",
    show_all: "看全部记录",
    show_more: "再显示 {count} 条",
    shown: "已显示 {shown} 条，共 {count} 条",
    empty_title: "账本还是空的",
    empty_text: "记下第一件事，它就会按日期出现在这里，可以随时修改、删除，删错了还能撤销。",
    self_reported: "自报",
    edit_entry: "修改：{what}",
    delete_entry: "删除：{what}",
    deleted: "已删除：{what}",
};

pub(super) const EN: LedgerMessages = LedgerMessages {
    title: "Ledger",
    filters: "Filter",
    search: "Find entries",
    search_hint: "Name, pinyin initials or note",
    categories: ["Trips", "Energy", "Waste", "Daily", "Conduct"],
    month: "Month",
    all_months: "All months",
    found: "{count} found",
    nothing_found: "Nothing found",
    nothing_found_text: "No entry fits. Try another word, or show all entries.",
    show_all: "Show all entries",
    show_more: "Show {count} more",
    shown: "{shown} of {count} entries shown",
    empty_title: "The ledger is still empty",
    empty_text: "Record something and it appears here by day. You can edit or delete it at any time, and undo a mistake.",
    self_reported: "self-reported",
    edit_entry: "Edit: {what}",
    delete_entry: "Delete: {what}",
    deleted: "Deleted: {what}",
};
