"""Module that defines the portal api."""

from kwai.api.routers import gather
from kwai.api.v1.portal.endpoints import applications, feed, news, pages, settings

router = gather(
    applications.router,
    feed.router,
    news.router,
    pages.router,
    settings.router,
)
