"""Composing mails, turning them into bytes, and handing these to a relay or a folder."""
