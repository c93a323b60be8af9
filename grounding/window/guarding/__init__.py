"""The journal looked after: its lock and keys, its backups, how long entries stay, and what is done about damage."""
