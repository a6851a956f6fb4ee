"""SQL without an ORM: sessions, queries built by sql-smith, and repositories of entities."""
