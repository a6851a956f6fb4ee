"""Module that defines the news api."""

from fastapi import APIRouter

from kwai.api.v1.news.endpoints import authors, preview, stories

router = APIRouter()
router.include_router(stories.router)
router.include_router(authors.router)
router.include_router(preview.router)
