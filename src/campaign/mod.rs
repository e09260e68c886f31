//! Campaigns and events: the pack that an organiser makes and hands out, who
//! has joined, and what somebody saved within it.
//!
//! A pack is public and has no word about anybody; who joins draws a number for
//! that campaign alone. Nothing here talks to a server: packs travel as links,
//! codes and files, and what was saved is worked out from the account.

mod card;
mod draft;
mod figures;
mod kept_cards;
mod key;
pub mod kiosk;
mod known;
mod name;
mod pack;
mod pack_file;
mod pack_link;
mod progress;
mod tally;
mod template;

pub use card::{Card, CardError, codes_in};
pub use draft::{FieldError, PackDraft, PackField, ThanksDraft};
pub use figures::{Figures, PEOPLE_MIN, Sum, Told, may_follow};
pub use kept_cards::{CARD_PREFIX, card_key, cards_of, is_card_key, kept_card};
pub use key::CampaignKey;
pub(crate) use known::is_campaign_line;
pub use known::{
    CAMPAIGNS_MAX, Joined, Known, Remembered, find, forget, forget_all, join, keep_own, known,
    leave, remember, restore,
};
pub use name::Name;
pub use pack::{DAYS_MAX, GROUPS_MAX, Pack, PackError, Phase, THANKS_MAX, Thanks};
pub use pack_file::{PACK_BYTES_MAX, PackRefusal, read_pack, write_pack};
pub use pack_link::{join_link, pack_code, read_join_link};
pub use progress::Progress;
pub use tally::{Taken, Tally};
pub use template::next_days;
