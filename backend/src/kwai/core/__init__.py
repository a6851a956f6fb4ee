"""What any application could use: nothing in here knows about clubs."""
