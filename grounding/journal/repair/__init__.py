"""What is done about a journal that is damaged: set aside, read page by page, made anew."""
