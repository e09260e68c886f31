//! The campaigns that this device knows, and which of them were joined. They are
//! lines of the settings, so they are in backups, follow between tabs, and cost
//! the first page nothing:
//!
//! ```text
//! campaign-00000000000000ff=AXsi…                the code of the pack
//! joined-00000000000000ff=0123456789abcdef,2     the participant, the group
//! ```

use super::key::CampaignKey;
use super::pack::Pack;
use super::pack_link::{pack_code, read_join_link};
use crate::account::{EntryId, Settings};

/// The most campaigns that are known at a time: more would not be found again
/// on a page.
pub const CAMPAIGNS_MAX: usize = 20;

/// What stands before the key of a campaign that is known.
const KNOWN: &str = "campaign-";
/// What stands before the key of a campaign that was joined.
const JOINED: &str = "joined-";

/// Taking part in a campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The participant: a random number, drawn for this campaign alone.
    pub participant: u64,
    /// The place of the chosen group among those of the pack.
    pub group: Option<usize>,
}

/// A campaign that this device knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its pack.
    pub pack: Pack,
    /// Whether it was joined.
    pub joined: Option<Joined>,
}

/// What became of a pack that was to be remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remembered {
    /// It is known now.
    New,
    /// It is in the place of an older one.
    Newer,
    /// It was known, or a newer one is.
    Known,
    /// [`CAMPAIGNS_MAX`] are known already.
    Full,
}

impl Joined {
    /// Reads what [`Self::line`] writes.
    fn parse(line: &str) -> Option<Self> {
        let (participant, group) = match line.split_once(',') {
            Some((participant, group)) => (participant, Some(group)),
            None => (line, None),
        };
        let group = match group {
            None => None,
            Some(text) => {
                let group: usize = text.parse().ok()?;
                Some(group)
                    .filter(|group| group.to_string() == text)
                    .map(Some)?
            }
        };
        let participant: EntryId = participant.parse().ok()?;
        Some(Self {
            participant: participant.number(),
            group,
        })
    }

    fn line(self) -> String {
        let participant = EntryId::from_number(self.participant).to_string();
        match self.group {
            Some(group) => [&participant, ",", &group.to_string()].concat(),
            None => participant,
        }
    }
}

fn line_name(kind: &str, key: CampaignKey) -> String {
    [kind, &key.to_string()].concat()
}

/// Whether a line of the settings is a campaign, or says that one was joined.
pub(crate) fn is_campaign_line(name: &str, value: &str) -> bool {
    if let Some(key) = name.strip_prefix(JOINED) {
        return key.parse::<CampaignKey>().is_ok() && Joined::parse(value).is_some();
    }
    pack_of(name, value).is_some()
}

/// The pack of a line, if it is that of the line's key.
fn pack_of(name: &str, value: &str) -> Option<Pack> {
    let key: CampaignKey = name.strip_prefix(KNOWN)?.parse().ok()?;
    let pack = read_join_link(value).ok()?;
    (pack.key == key).then_some(pack)
}

/// The campaigns of the settings, the one that was changed last first. What
/// cannot be read is none.
#[must_use]
pub fn known(settings: &Settings) -> Vec<Known> {
    let packs = settings.later_lines();
    let packs = packs.filter_map(|(name, value)| pack_of(name, value));
    let mut known: Vec<Known> = Vec::new();
    for pack in packs {
        let is_first = known.iter().all(|other| other.pack.key != pack.key);
        if is_first && known.len() < CAMPAIGNS_MAX {
            let joined = joined(settings, &pack);
            known.insert(0, Known { pack, joined });
        }
    }
    known
}

/// The campaign of a key.
#[must_use]
pub fn find(settings: &Settings, key: CampaignKey) -> Option<Known> {
    let name = line_name(KNOWN, key);
    let pack = pack_of(&name, settings.later(&name)?)?;
    let joined = joined(settings, &pack);
    Some(Known { pack, joined })
}

/// Whether a campaign was joined; a group that its pack does not have is none.
fn joined(settings: &Settings, pack: &Pack) -> Option<Joined> {
    let joined = Joined::parse(settings.later(&line_name(JOINED, pack.key))?)?;
    let group = joined.group.filter(|group| *group < pack.groups.len());
    Some(Joined { group, ..joined })
}

/// Remembers a campaign. A newer pack takes the place of an older one of its
/// key, never the other way round.
pub fn remember(settings: &mut Settings, pack: &Pack) -> Remembered {
    let known = known(settings);
    let own = known.iter().find(|known| known.pack.key == pack.key);
    let remembered = match own {
        Some(own) if own.pack.stamp >= pack.stamp => return Remembered::Known,
        Some(own) => {
            keep_group(settings, own, pack);
            Remembered::Newer
        }
        None if known.len() >= CAMPAIGNS_MAX => return Remembered::Full,
        None => Remembered::New,
    };
    settings.set_later(&line_name(KNOWN, pack.key), Some(&pack_code(pack)));
    remembered
}

/// Finds the group that was chosen among those of a newer pack; none where it is
/// not there any more.
fn keep_group(settings: &mut Settings, own: &Known, newer: &Pack) {
    if let Some(joined) = own.joined {
        let name = joined.group.and_then(|group| own.pack.groups.get(group));
        let group = name.and_then(|name| newer.groups.iter().position(|other| other == name));
        join(settings, newer.key, Joined { group, ..joined });
    }
}

/// Takes part in a campaign, or changes the group.
pub fn join(settings: &mut Settings, key: CampaignKey, joined: Joined) {
    settings.set_later(&line_name(JOINED, key), Some(&joined.line()));
}

/// Takes no part any more; the campaign stays known.
pub fn leave(settings: &mut Settings, key: CampaignKey) {
    settings.set_later(&line_name(JOINED, key), None);
}

/// Forgets a campaign altogether.
pub fn forget(settings: &mut Settings, key: CampaignKey) {
    leave(settings, key);
    settings.set_later(&line_name(KNOWN, key), None);
}

/// Brings a campaign back as it was.
pub fn restore(settings: &mut Settings, known: &Known) {
    let _ = remember(settings, &known.pack);
    if let Some(joined) = known.joined {
        join(settings, known.pack.key, joined);
    }
}

/// Forgets all campaigns, and whatever stands in their places.
pub fn forget_all(settings: &mut Settings) {
    let lines = settings.later_lines().map(|(name, _)| name.to_owned());
    let is_ours = |name: &String| name.starts_with(KNOWN) || name.starts_with(JOINED);
    for name in lines.filter(is_ours).collect::<Vec<_>>() {
        settings.set_later(&name, None);
    }
}

/// Keeps one's own campaigns where the settings of a file are taken over: of two
/// packs of a key the newer one, and who has not joined in the file stays as
/// they are.
pub fn keep_own(taken: &mut Settings, own: &Settings) {
    for campaign in known(own).iter().rev() {
        let key = campaign.pack.key;
        let _ = remember(taken, &campaign.pack);
        let found = find(taken, key);
        if let Some(Known { joined: None, .. }) = found
            && let Some(joined) = campaign.joined
        {
            join(taken, key, joined);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::pack::tests::sample;
    use super::{
        CAMPAIGNS_MAX, CampaignKey, Joined, Known, Pack, Remembered, Settings, find, forget,
        forget_all, join, keep_own, known, leave, pack_code, remember, restore,
    };

    const KEY: CampaignKey = CampaignKey::from_number(255);
    const JOINED: Joined = Joined {
        participant: 7,
        group: Some(1),
    };

    fn numbered(number: u64) -> Pack {
        Pack {
            key: CampaignKey::from_number(number),
            ..sample()
        }
    }

    #[test]
    fn a_campaign_is_remembered_joined_left_and_forgotten() {
        let mut settings = Settings::parse("newer=1");
        assert_eq!(remember(&mut settings, &sample()), Remembered::New);
        join(&mut settings, KEY, JOINED);
        let code = pack_code(&sample());
        let lines = format!(
            "newer=1\ncampaign-00000000000000ff={code}\njoined-00000000000000ff=0000000000000007,1\n"
        );
        assert_eq!(settings.to_string(), lines);
        let kept = Settings::parse(&lines);
        let campaign = Known {
            pack: sample(),
            joined: Some(JOINED),
        };
        assert_eq!(known(&kept), std::slice::from_ref(&campaign));
        assert_eq!(find(&kept, KEY), Some(campaign.clone()));
        // Of a file too.
        let of_a_file = known(&Settings::understood(&lines));
        assert_eq!(of_a_file, std::slice::from_ref(&campaign));
        leave(&mut settings, KEY);
        assert_eq!(find(&settings, KEY).map(|known| known.joined), Some(None));
        forget(&mut settings, KEY);
        assert_eq!(settings.to_string(), "newer=1\n");
        restore(&mut settings, &campaign);
        assert_eq!(settings.to_string(), lines);
        forget_all(&mut settings);
        assert_eq!(settings.to_string(), "newer=1\n");
    }

    #[test]
    fn only_a_newer_pack_takes_the_place_of_another() {
        let mut settings = Settings::default();
        let mut pack = sample();
        for (stamp, expected) in [
            (5, Remembered::New),
            (5, Remembered::Known),
            (4, Remembered::Known),
            (6, Remembered::Newer),
        ] {
            pack.stamp = stamp;
            assert_eq!(remember(&mut settings, &pack), expected, "{stamp}");
        }
        assert_eq!(known(&settings).len(), 1);
        assert_eq!(find(&settings, KEY).map(|known| known.pack.stamp), Some(6));
    }

    #[test]
    fn a_newer_pack_leaves_one_in_ones_group() {
        let mut settings = Settings::default();
        let mut pack = sample();
        remember(&mut settings, &pack);
        join(&mut settings, KEY, JOINED);
        let group = |settings: &Settings| find(settings, KEY)?.joined?.group;
        pack.stamp += 1;
        pack.groups.swap(0, 1);
        remember(&mut settings, &pack);
        assert_eq!(group(&settings), Some(0));
        pack.stamp += 1;
        pack.groups.remove(0);
        remember(&mut settings, &pack);
        assert_eq!(group(&settings), None);
        assert_eq!(
            find(&settings, KEY)
                .and_then(|known| known.joined)
                .map(|it| it.participant),
            Some(7)
        );
    }

    #[test]
    fn there_is_room_for_twenty() {
        let mut settings = Settings::default();
        for number in 0..20 {
            assert_eq!(remember(&mut settings, &numbered(number)), Remembered::New);
        }
        assert_eq!(remember(&mut settings, &numbered(20)), Remembered::Full);
        let known = known(&settings);
        assert_eq!(known.len(), CAMPAIGNS_MAX);
        assert_eq!(known[0].pack.key, CampaignKey::from_number(19));
    }

    #[test]
    fn what_is_hostile_is_no_campaign() {
        let code = pack_code(&sample());
        let none = |line: &str| {
            assert_eq!(known(&Settings::parse(line)), [], "{line}");
            assert_eq!(Settings::understood(line).to_string(), "", "{line}");
        };
        none(&format!("campaign-00000000000000fe={code}"));
        none(&format!("campaign-ff={code}"));
        none(&format!("campaign-00000000000000ff={}", &code[1..]));
        none("campaign-00000000000000ff=");
        for joined in [
            "",
            "7",
            "0000000000000007,",
            "0000000000000007,-1",
            "0000000000000007,01",
        ] {
            none(&format!("joined-00000000000000ff={joined}"));
        }
        let lines =
            format!("campaign-00000000000000ff={code}\njoined-00000000000000ff=0000000000000007,2");
        let found = find(&Settings::parse(&lines), KEY).and_then(|known| known.joined);
        assert_eq!(
            found,
            Some(Joined {
                group: None,
                ..JOINED
            })
        );
    }

    #[test]
    fn settings_of_a_file_leave_ones_own_campaigns() {
        let (mut own, mut file) = (Settings::default(), Settings::default());
        let newer = Pack {
            stamp: sample().stamp + 1,
            ..sample()
        };
        remember(&mut own, &newer);
        join(&mut own, KEY, JOINED);
        remember(&mut own, &numbered(1));
        remember(&mut file, &sample());
        remember(&mut file, &numbered(2));
        let taken = crate::account::taken(&own, &file);
        assert_eq!(known(&taken).len(), 3);
        let campaign = Known {
            pack: newer,
            joined: Some(JOINED),
        };
        assert_eq!(find(&taken, KEY), Some(campaign.clone()));
        // Who has joined in the file is that participant.
        let other = Joined {
            participant: 8,
            group: None,
        };
        join(&mut file, KEY, other);
        keep_own(&mut file, &own);
        assert_eq!(
            find(&file, KEY).map(|known| known.joined),
            Some(Some(other))
        );
    }
}
