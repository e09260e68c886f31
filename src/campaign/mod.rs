//! Campaign days and what an event needs of the account.
