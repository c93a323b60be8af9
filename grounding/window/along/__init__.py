"""What is taken along and what comes in: pages and files, practices given and received, the journal carried."""
