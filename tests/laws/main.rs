//! What always holds, whatever the numbers: laws over generated values, one file a room.

mod account;
mod backup;
mod campaign_pack;
mod comparison;
mod csv;
mod device;
mod exchange;
mod faults;
mod faulty;
mod hostile;
mod import;
mod keeping;
mod merging;
mod methodology;
mod pack;
mod qr;
mod quantity;
mod said;
mod schema;
mod segments;
mod statement;
mod synergy;
mod tally;
mod transfer;
mod vault;
mod world;
