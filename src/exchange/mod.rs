//! What goes in and out of the account as text, checked on the way in.
