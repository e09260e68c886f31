//! What is wrong with what was typed, in words that say what to do.

/// See the head of this file.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is named after the text it holds")]
pub struct ErrorMessages {
    /// `{count}` things to correct.
    pub summary: &'static str,
    pub empty: &'static str,
    pub too_long: &'static str,
    pub not_a_number: &'static str,
    pub ambiguous_comma: &'static str,
    pub negative: &'static str,
    /// The unit should be `{unit}`.
    pub unknown_unit: &'static str,
    pub not_whole: &'static str,
    pub too_large: &'static str,
    /// Between `{floor}` and `{ceiling}`.
    pub out_of_bounds: &'static str,
    pub bad_day: &'static str,
    pub future: &'static str,
    pub unknown_edition: &'static str,
    pub unknown_action: &'static str,
    pub input_not_asked: &'static str,
    pub unknown_item: &'static str,
    pub bad_replaced: &'static str,
    pub unknown_evidence: &'static str,
    pub mix_malformed: &'static str,
    /// The shares sum to `{sum}`.
    pub mix_sum: &'static str,
    pub mix_occupancy: &'static str,
    pub note_too_long: &'static str,
    pub note_characters: &'static str,
}

pub(super) const ZH_CN: ErrorMessages = ErrorMessages {
    summary: "有 {count} 处要改一下，再保存。",
    empty: "请填一个数。",
    too_long: "太长了，请只填一个数。",
    not_a_number: "这不是一个数。请填数字，例如 3.5。",
    ambiguous_comma: "逗号的意思不清楚：1,234 是一千多，还是一点几？请去掉逗号，或用小数点。",
    negative: "不能小于零。",
    unknown_unit: "单位不对，请用{unit}。",
    not_whole: "请填整数。",
    too_large: "数太大了，请核对一下。",
    out_of_bounds: "请填 {floor} 到 {ceiling} 之间的数。",
    bad_day: "日期不对，请重新选一天。",
    future: "还没到这一天。请选今天或以前的日期。",
    unknown_edition: "本页不认识这个方法学版本，可能需要更新。",
    unknown_action: "本页不认识这件事，可能需要更新。",
    input_not_asked: "这件事不用填这一项。",
    unknown_item: "请从列表里选一样。",
    bad_replaced: "请从列表里选一种出行方式。",
    unknown_evidence: "请选有没有凭证。",
    mix_malformed: "请填四个整数百分比和每车人数。",
    mix_sum: "四项加起来应是 100%，现在是 {sum}%。",
    mix_occupancy: "每车人数请填 1 到 8 之间的数。",
    note_too_long: "备注太长了，最多 200 字。",
    note_characters: "备注里有看不见的特殊字符，请删掉后再试。",
};

pub(super) const EN: ErrorMessages = ErrorMessages {
    summary: "To be corrected before saving: {count}",
    empty: "Please give a number.",
    too_long: "Too long; please give one number only.",
    not_a_number: "This is not a number. Please type digits, such as 3.5.",
    ambiguous_comma: "The comma is unclear: is 1,234 a thousand or one point two? Please leave it out or use a point.",
    negative: "It cannot be below zero.",
    unknown_unit: "The unit does not fit; please use {unit}.",
    not_whole: "Please give a whole number.",
    too_large: "The number is too large; please check it.",
    out_of_bounds: "Please give a number from {floor} to {ceiling}.",
    bad_day: "This is not a day; please pick one again.",
    future: "This day has not come yet. Please pick today or earlier.",
    unknown_edition: "This page does not know the methodology edition; it may need an update.",
    unknown_action: "This page does not know the action; it may need an update.",
    input_not_asked: "This is not asked for here.",
    unknown_item: "Please choose from the list.",
    bad_replaced: "Please choose a mode from the list.",
    unknown_evidence: "Please say whether there is evidence.",
    mix_malformed: "Please give four whole percents and the persons in a car.",
    mix_sum: "The four should sum to 100 %; now it is {sum} %.",
    mix_occupancy: "Persons in a car must be from 1 to 8.",
    note_too_long: "The note is too long: 200 characters at most.",
    note_characters: "The note has invisible special characters; please remove them.",
};
