"""Module that defines the portal api."""

from fastapi import APIRouter

from kwai.api.v1.portal.endpoints import applications, feed, news, pages, settings

router = APIRouter()
router.include_router(applications.router)
router.include_router(feed.router)
router.include_router(news.router)
router.include_router(pages.router)
router.include_router(settings.router)
