"""Module that defines the news api."""

from kwai.api.routers import gather
from kwai.api.v1.news.endpoints import authors, preview, stories

router = gather(
    stories.router,
    authors.router,
    preview.router,
)
