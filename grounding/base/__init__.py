"""The ground: the home, failures and their sentences, settings, jobs, the log, the clock."""
