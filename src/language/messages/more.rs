//! The texts of "more", and of what it leads to: about and privacy.

/// See the head of this file.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is named after the text it holds")]
pub struct MoreMessages {
    pub title: &'static str,
    pub methodology: &'static str,
    pub methodology_hint: &'static str,
    pub settings: &'static str,
    pub settings_hint: &'static str,
    pub about: &'static str,
    pub about_hint: &'static str,
    pub privacy: &'static str,
    pub privacy_hint: &'static str,
    /// Headings and texts.
    pub about_parts: [(&'static str, &'static str); 5],
    /// Version `{version}`, methodology edition `{edition}`.
    pub version: &'static str,
    pub privacy_parts: [(&'static str, &'static str); 5],
}

pub(super) const ZH_CN: MoreMessages = MoreMessages {
    title: "更多",
    methodology: "方法",
    methodology_hint: "数字是怎么算的，每个因子的出处",
    settings: "设置",
    settings_hint: "语言、颜色、字的大小、出行结构、删除",
    about: "关于",
    about_hint: "这是什么，不是什么",
    privacy: "隐私",
    privacy_hint: "数据只在您的设备上",
    about_parts: [
        (
            "这是什么",
            "给聊城居民用的个人碳账户：记下绿色出行、节能、垃圾分类和日常的低碳做法，看它们少排了多少二氧化碳和空气污染物，以及为什么。",
        ),
        (
            "数据是自报的",
            "记录由您自己填写，没有人核实。因子是参考值，结果不能用来交易、抵消或兑换。",
        ),
        (
            "积分没有金钱价值",
            "积分只是对自己的鼓励，不能兑换商品、服务或现金，也不和别人比。",
        ),
        (
            "算法公开",
            "每个数都能查到公式、因子、出处和可靠程度；假设的、没核实的单独列出。",
        ),
        (
            "许可",
            "程序是开放源代码的，按 MIT 或 Apache-2.0 许可使用，不作任何担保。",
        ),
    ],
    version: "程序版本 {version}，方法版本 {edition}",
    privacy_parts: [
        (
            "数据不离开您的设备",
            "您记的每一条都只存在这台设备的浏览器里，不上传到任何地方。",
        ),
        ("不用登录", "没有账号，不问姓名、电话、位置。"),
        (
            "不跟踪",
            "没有广告、统计和第三方内容；页面打开以后不再联网也能用。",
        ),
        (
            "谁能看到",
            "用这台设备、这个浏览器的人都能看到。公用的设备用完，请在设置里删除全部。",
        ),
        (
            "怎么删除",
            "在设置里可以删除全部记录；清除浏览器里本网站的数据也会删掉它们。",
        ),
    ],
};

pub(super) const EN: MoreMessages = MoreMessages {
    title: "More",
    methodology: "Method",
    methodology_hint: "How the numbers are worked out, and where each factor comes from",
    settings: "Settings",
    settings_hint: "Language, colours, text size, mix of modes, deleting",
    about: "About",
    about_hint: "What this is, and what it is not",
    privacy: "Privacy",
    privacy_hint: "Your data stays on your device",
    about_parts: [
        (
            "What this is",
            "A personal carbon account for residents of Liaocheng: record green trips, energy saved, waste sorted and daily habits, and see how much CO₂ and air pollution they save, and why.",
        ),
        (
            "It is self-reported",
            "You fill it in yourself and nobody verifies it. The factors are reference values; results cannot be traded, offset or exchanged.",
        ),
        (
            "Points have no money value",
            "They encourage yourself. They cannot be exchanged for goods, services or cash, and are not compared with anybody’s.",
        ),
        (
            "The method is open",
            "Each number leads to its formula, factors, sources and standing; what is assumed or unverified is listed by itself.",
        ),
        (
            "Licence",
            "The program is open source under MIT or Apache-2.0, without any warranty.",
        ),
    ],
    version: "Program version {version}, methodology edition {edition}",
    privacy_parts: [
        (
            "Data stays on your device",
            "Everything you record is kept in the browser of this device and uploaded nowhere.",
        ),
        (
            "No login",
            "There is no user account; nobody asks for your name, number or place.",
        ),
        (
            "No tracking",
            "No advertisements, statistics or third parties; once open, the page needs no connection.",
        ),
        (
            "Who can see it",
            "Whoever uses this device and browser. On a shared device, delete everything in the settings when you are done.",
        ),
        (
            "How to delete it",
            "Delete all entries in the settings; clearing this site’s data in the browser does it too.",
        ),
    ],
};
