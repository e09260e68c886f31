//! The texts of the page "today".

/// See the head of this file.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is named after the text it holds")]
pub struct TodayMessages {
    pub title: &'static str,
    pub week_saved: &'static str,
    pub week_emitted_more: &'static str,
    pub whole_account: &'static str,
    pub to_statement: &'static str,
    pub record: &'static str,
    pub record_first: &'static str,
    pub recorded_today: &'static str,
    pub nothing_today: &'static str,
    pub usual: &'static str,
    pub usual_hint: &'static str,
    /// Record for today? It saves `{amount}`.
    pub repeat_question: &'static str,
    pub repeat_question_plain: &'static str,
    pub repeat_confirm: &'static str,
    pub welcome_title: &'static str,
    pub welcome_text: &'static str,
    pub welcome_steps: [&'static str; 3],
    pub welcome_private: &'static str,
    pub how_it_is_worked_out: &'static str,
}

pub(super) const ZH_CN: TodayMessages = TodayMessages {
    title: "今日",
    week_saved: "本周少排的二氧化碳（当量）",
    week_emitted_more: "本周比原来多排了",
    whole_account: "账户累计",
    to_statement: "看报告",
    record: "记一笔",
    record_first: "记第一笔",
    recorded_today: "今天记下的",
    nothing_today: "今天还没有记录。",
    usual: "常做的事",
    usual_hint: "点一下，再确认，就记到今天。",
    repeat_question: "记到今天？这一次约减 {amount}。",
    repeat_question_plain: "记到今天？",
    repeat_confirm: "记到今天",
    welcome_title: "从一件小事开始",
    welcome_text: "坐一趟公交、少开一次车、随手关灯，都能少排碳、少排污染物。在这里记下来，马上看到减了多少，以及为什么。",
    welcome_steps: [
        "选一件做过的事，比如坐公交。",
        "填一个数，比如 8 公里。",
        "看结果，点保存。填错了可以撤销。",
    ],
    welcome_private: "记录只存在这台设备上，不上传，不用注册。",
    how_it_is_worked_out: "数字是怎么算的",
};

pub(super) const EN: TodayMessages = TodayMessages {
    title: "Today",
    week_saved: "CO₂ equivalent saved this week",
    week_emitted_more: "Emitted on top this week",
    whole_account: "Whole account",
    to_statement: "See the report",
    record: "Record",
    record_first: "Record the first one",
    recorded_today: "Recorded today",
    nothing_today: "Nothing recorded today yet.",
    usual: "What you often do",
    usual_hint: "Tap once, confirm, and it is recorded for today.",
    repeat_question: "Record it for today? It saves about {amount}.",
    repeat_question_plain: "Record it for today?",
    repeat_confirm: "Record for today",
    welcome_title: "Start with something small",
    welcome_text: "A bus ride, one car trip less, a light switched off: each saves carbon and air pollution. Record it here and see at once how much, and why.",
    welcome_steps: [
        "Choose what you did, such as taking the bus.",
        "Give one number, such as 8 km.",
        "See the result and save. A mistake can be undone.",
    ],
    welcome_private: "What you record stays on this device. Nothing is uploaded, no sign-up.",
    how_it_is_worked_out: "How the numbers are worked out",
};
