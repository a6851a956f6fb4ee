"""The site of the club: its sections, called applications, and the pages in them."""
