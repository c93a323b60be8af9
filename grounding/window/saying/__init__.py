"""What somebody says in a check-in: answered, sealed as it is typed, kept or let pass; *less*, where it is a lot."""
