//! What always holds, whatever the numbers: laws over generated values, one file a room.

mod methodology;
mod quantity;
