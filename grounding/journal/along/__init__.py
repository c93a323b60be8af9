"""The journal taken along and taken in: JSON, the spreadsheet, the page for somebody."""
