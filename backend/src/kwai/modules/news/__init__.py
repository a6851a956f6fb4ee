"""News: the stories of the club, and who may write them."""
