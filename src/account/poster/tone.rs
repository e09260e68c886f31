//! The colours of a picture: the page's, light or dark.

/// A colour by what it is for; those of the page (static/styles/tokens.css).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// What everything stands on.
    Surface,
    /// The band at the top.
    Green,
    /// Text on the band.
    OnGreen,
    /// Text.
    Text,
    /// Remarks.
    TextMuted,
    /// The main figure.
    GreenStrong,
    /// Lines between parts.
    Border,
}

impl Tone {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Surface,
        Self::Green,
        Self::OnGreen,
        Self::Text,
        Self::TextMuted,
        Self::GreenStrong,
        Self::Border,
    ];

    /// Its name among the colours of the page.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Surface => "surface",
            Self::Green => "green",
            Self::OnGreen => "on-green",
            Self::Text => "text",
            Self::TextMuted => "text-muted",
            Self::GreenStrong => "green-strong",
            Self::Border => "border",
        }
    }

    /// The colour, light or dark. Both are needed whatever the page is like, so
    /// they cannot be asked of its styles; a test holds them to these.
    #[must_use]
    pub const fn colour(self, is_dark: bool) -> &'static str {
        let [light, dark] = match self {
            Self::Surface => ["#ffffff", "#18201c"],
            Self::Green => ["#19643e", "#7ed3a1"],
            Self::OnGreen => ["#ffffff", "#0b1a12"],
            Self::Text => ["#18221c", "#e9efeb"],
            Self::TextMuted => ["#434e47", "#b4c0b8"],
            Self::GreenStrong => ["#0f5130", "#a0e2bb"],
            Self::Border => ["#d5dad3", "#333e38"],
        };
        if is_dark { dark } else { light }
    }
}
