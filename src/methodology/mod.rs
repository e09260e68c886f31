//! How savings are worked out: editions, factors and actions as data, and the one calculation over them.
