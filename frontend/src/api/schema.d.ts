// Made by `make types` from the OpenAPI document of the API: change that, never this.
// The paths are below /api/v1; every refusal is an ErrorDocument, so only one is described.

export interface paths {
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Login a user; every refusal is the same, whatever its reason
         * @description Login a user; every refusal is the same, whatever its reason.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log out: the session ends, and all access and refresh tokens that came out of it
         * @description Log out: the session ends, and all access and refresh tokens that came out of it.
         *
         *     A program sends its access token with the refresh token in the form. The web application sends
         *     its cookie, which is deleted whatever comes of it.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/access_token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh the access token; the refresh token is replaced as well
         * @description Refresh the access token; the refresh token is replaced as well.
         */
        post: operations["renew_access_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/recover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a recover password flow for the given email address
         * @description Start a recover password flow for the given email address.
         *
         *     The answer is always 200, and takes equally long, so that nobody learns who is a user.
         */
        post: operations["recover_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset the password of the user who holds the unique id of a recovery mail
         * @description Reset the password of the user who holds the unique id of a recovery mail.
         */
        post: operations["reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the current user
         * @description Get the current user.
         */
        get: operations["get_current_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the own names and language
         * @description Change the own names and language.
         */
        patch: operations["update_current_user"];
        trace?: never;
    };
    "/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the own password; all other sessions end
         * @description Change the own password; all other sessions end.
         */
        post: operations["change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the own password, which opens the operations that need it for five minutes
         * @description Confirm the own password, which opens the operations that need it for five minutes.
         */
        post: operations["confirm_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get all user accounts
         * @description Get all user accounts.
         */
        get: operations["get_user_accounts"];
        put?: never;
        /**
         * Accept an invitation: the invited becomes a user
         * @description Accept an invitation: the invited becomes a user.
         *
         *     The address is the one that was invited. `meta.code` is in the mailed link.
         */
        post: operations["accept_user_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/users/{uuid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a user account: the own one, or any for an administrator
         * @description Get a user account: the own one, or any for an administrator.
         */
        get: operations["get_user_account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Revoke or restore a user, make an administrator of one or not, or note a remark
         * @description Revoke or restore a user, make an administrator of one or not, or note a remark.
         */
        patch: operations["update_user_account"];
        trace?: never;
    };
    "/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the own sessions that are still open, the one used last first
         * @description Get the own sessions that are still open, the one used last first.
         */
        get: operations["get_sessions"];
        put?: never;
        post?: never;
        /**
         * End all own sessions but the current one
         * @description End all own sessions but the current one.
         */
        delete: operations["end_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions/{uuid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an open session: an own one, or any for an administrator
         * @description Get an open session: an own one, or any for an administrator.
         */
        get: operations["get_session"];
        put?: never;
        post?: never;
        /**
         * End one of the own sessions
         * @description End one of the own sessions.
         */
        delete: operations["end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/users/{uuid}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the open sessions of a user
         * @description Get the open sessions of a user.
         */
        get: operations["get_user_sessions"];
        put?: never;
        post?: never;
        /**
         * End all sessions of a user
         * @description End all sessions of a user.
         */
        delete: operations["end_user_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/users/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get all user invitations
         * @description Get all user invitations.
         */
        get: operations["get_user_invitations"];
        put?: never;
        /**
         * Create a user invitation; it is mailed
         * @description Create a user invitation; it is mailed.
         */
        post: operations["create_user_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/users/invitations/{uuid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the user invitation with the given unique id
         * @description Get the user invitation with the given unique id.
         */
        get: operations["get_user_invitation"];
        put?: never;
        post?: never;
        /**
         * Delete the user invitation with the given unique id; its mail is sent no more
         * @description Delete the user invitation with the given unique id; its mail is sent no more.
         */
        delete: operations["delete_user_invitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/users/invitations/{uuid}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail an invitation again, with a fresh expiry; the link mailed before is dead
         * @description Mail an invitation again, with a fresh expiry; the link mailed before is dead.
         */
        post: operations["resend_user_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/users/invitations/{uuid}/relationships/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get which resources are user of one of the user_invitations
         * @description Get which resources are user of one of the user_invitations.
         */
        get: operations["get_user_invitation_user_linkage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/users/invitations/{uuid}/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the user of one of the user_invitations
         * @description Get the user of one of the user_invitations.
         */
        get: operations["get_user_invitation_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/security_events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what happened to accounts, newest first
         * @description Get what happened to accounts, newest first.
         */
        get: operations["get_security_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/security_events/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one of the things that happened to accounts
         * @description Get one of the things that happened to accounts.
         */
        get: operations["get_security_event"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/security_events/{event_id}/relationships/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get which resources are user of one of the security_events
         * @description Get which resources are user of one of the security_events.
         */
        get: operations["get_security_event_user_linkage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/security_events/{event_id}/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the user of one of the security_events
         * @description Get the user of one of the security_events.
         */
        get: operations["get_security_event_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bus/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the state of every mail, newest first
         * @description Get the state of every mail, newest first.
         */
        get: operations["get_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bus/deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the state of a mail
         * @description Get the state of a mail.
         */
        get: operations["get_delivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bus/deliveries/{delivery_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a mail again that failed or was given up
         * @description Try a mail again that failed or was given up.
         */
        post: operations["retry_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get who changed what, newest first
         * @description Get who changed what, newest first.
         */
        get: operations["get_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one change
         * @description Get one change.
         */
        get: operations["get_change"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/{change_id}/relationships/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get which resources are user of one of the changes
         * @description Get which resources are user of one of the changes.
         */
        get: operations["get_change_user_linkage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/{change_id}/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the user of one of the changes
         * @description Get the user of one of the changes.
         */
        get: operations["get_change_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create, update, remove and link several resources: all of it, or nothing
         * @description Create, update, remove and link several resources: all of it, or nothing.
         *
         *     Each operation is what the same request would be alone, and is allowed to the same people.
         */
        post: operations["run_operations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get all applications of kwai, in the order of the site
         * @description Get all applications of kwai, in the order of the site.
         */
        get: operations["get_applications"];
        put?: never;
        /**
         * Add a section to the site
         * @description Add a section to the site.
         */
        post: operations["create_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/applications/{application_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an application
         * @description Get an application.
         */
        get: operations["get_application"];
        put?: never;
        post?: never;
        /**
         * Remove a section of the site that nothing is in
         * @description Remove a section of the site that nothing is in.
         */
        delete: operations["delete_application"];
        options?: never;
        head?: never;
        /**
         * Change a section of the site; its name stays
         * @description Change a section of the site; its name stays.
         */
        patch: operations["update_application"];
        trace?: never;
    };
    "/portal/news.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an Atom feed of the newest active stories, of one application or of all
         * @description Get an Atom feed of the newest active stories, of one application or of all.
         */
        get: operations["get_portal_feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get news stories for the portal
         * @description Get news stories for the portal.
         *
         *     Only promoted news stories are returned: the highest priority first, then the newest.
         */
        get: operations["get_portal_news"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/news/{story_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an active news story, promoted or not
         * @description Get an active news story, promoted or not.
         */
        get: operations["get_portal_story"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the enabled pages; authors may ask for all with `filter[enabled]=false`
         * @description Get the enabled pages; authors may ask for all with `filter[enabled]=false`.
         */
        get: operations["get_pages"];
        put?: never;
        /**
         * Add a page to the site
         * @description Add a page to the site.
         */
        post: operations["create_page"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/pages/{page_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a page
         * @description Get a page.
         */
        get: operations["get_page"];
        put?: never;
        post?: never;
        /**
         * Delete a page
         * @description Delete a page.
         */
        delete: operations["delete_page"];
        options?: never;
        head?: never;
        /**
         * Change a page
         * @description Change a page.
         */
        patch: operations["update_page"];
        trace?: never;
    };
    "/portal/pages/{page_id}/relationships/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get which resources are application of one of the pages
         * @description Get which resources are application of one of the pages.
         */
        get: operations["get_page_application_linkage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Replace the application of one of the pages
         * @description Replace the application of one of the pages.
         */
        patch: operations["replace_page_application"];
        trace?: never;
    };
    "/portal/pages/{page_id}/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the application of one of the pages
         * @description Get the application of one of the pages.
         */
        get: operations["get_page_application"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what the club looks like and which languages it speaks
         * @description Get what the club looks like and which languages it speaks.
         */
        get: operations["get_portal_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/news/stories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the stories: authors see all of them, visitors the active ones
         * @description Get the stories: authors see all of them, visitors the active ones.
         *
         *     `filter[enabled]=true` leaves drafts and withdrawn stories out.
         */
        get: operations["get_stories"];
        put?: never;
        /**
         * Add a story, under the name of who writes it when no author is named
         * @description Add a story, under the name of who writes it when no author is named.
         */
        post: operations["create_story"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/news/stories/{story_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a story
         * @description Get a story.
         */
        get: operations["get_story"];
        put?: never;
        post?: never;
        /**
         * Delete a story with its texts
         * @description Delete a story with its texts.
         */
        delete: operations["delete_story"];
        options?: never;
        head?: never;
        /**
         * Change a story
         * @description Change a story.
         */
        patch: operations["update_story"];
        trace?: never;
    };
    "/news/stories/{story_id}/relationships/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get which resources are application of one of the stories
         * @description Get which resources are application of one of the stories.
         */
        get: operations["get_story_application_linkage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Replace the application of one of the stories
         * @description Replace the application of one of the stories.
         */
        patch: operations["replace_story_application"];
        trace?: never;
    };
    "/news/stories/{story_id}/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the application of one of the stories
         * @description Get the application of one of the stories.
         */
        get: operations["get_story_application"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/news/stories/{story_id}/relationships/author": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get which resources are author of one of the stories
         * @description Get which resources are author of one of the stories.
         */
        get: operations["get_story_author_linkage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Replace the author of one of the stories
         * @description Replace the author of one of the stories.
         */
        patch: operations["replace_story_author"];
        trace?: never;
    };
    "/news/stories/{story_id}/author": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the author of one of the stories
         * @description Get the author of one of the stories.
         */
        get: operations["get_story_author"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/news/authors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get all authors
         * @description Get all authors.
         */
        get: operations["get_authors"];
        put?: never;
        /**
         * Let somebody write stories and pages
         * @description Let somebody write stories and pages.
         */
        post: operations["create_author"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/news/authors/{uuid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an author
         * @description Get an author.
         */
        get: operations["get_author"];
        put?: never;
        post?: never;
        /**
         * Remove an author whose name stands under no story
         * @description Remove an author whose name stands under no story.
         */
        delete: operations["delete_author"];
        options?: never;
        head?: never;
        /**
         * Change an author; one that is not active may not write any more
         * @description Change an author; one that is not active may not write any more.
         */
        patch: operations["update_author"];
        trace?: never;
    };
    "/news/authors/{uuid}/relationships/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get which resources are user of one of the authors
         * @description Get which resources are user of one of the authors.
         */
        get: operations["get_author_user_linkage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Replace the user of one of the authors
         * @description Replace the user of one of the authors.
         */
        patch: operations["replace_author_user"];
        trace?: never;
    };
    "/news/authors/{uuid}/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the user of one of the authors
         * @description Get the user of one of the authors.
         */
        get: operations["get_author_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/news/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get exactly what a reader would see of a text; nothing is stored
         * @description Get exactly what a reader would see of a text; nothing is stored.
         */
        post: operations["preview_text"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trainings/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the trainings of the club, or of a team, coach, location or definition
         * @description Get the trainings of the club, or of a team, coach, location or definition.
         */
        get: operations["get_trainings_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/calendar/{secret}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the trainings of the coach whose secret this is
         * @description Get the trainings of the coach whose secret this is.
         */
        get: operations["get_account_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trainings/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count what was held and cancelled between `filter[start]` and `filter[end]`
         * @description Count what was held and cancelled between `filter[start]` and `filter[end]`.
         */
        get: operations["get_training_statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trainings/statistics.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the same as a table for a spreadsheet
         * @description Get the same as a table for a spreadsheet.
         */
        get: operations["get_training_statistics_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trainings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get all trainings; coaches may ask for inactive ones too with `filter[active]=false`
         * @description Get all trainings; coaches may ask for inactive ones too with `filter[active]=false`.
         *
         *     Years and months are those of the clocks of the club.
         */
        get: operations["get_trainings"];
        put?: never;
        /**
         * Create a new training
         * @description Create a new training.
         */
        post: operations["create_training"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trainings/{training_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the training with the given id
         * @description Get the training with the given id.
         */
        get: operations["get_training"];
        put?: never;
        post?: never;
        /**
         * Delete a training; one that was generated stays away when it is generated again
         * @description Delete a training; one that was generated stays away when it is generated again.
         */
        delete: operations["delete_training"];
        options?: never;
        head?: never;
        /**
         * Change a training; what is changed by hand is kept when its definition changes
         * @description Change a training; what is changed by hand is kept when its definition changes.
         */
        patch: operations["update_training"];
        trace?: never;
    };
    "/trainings/{training_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a training; its coaches get a mail
         * @description Cancel a training; its coaches get a mail.
         */
        post: operations["cancel_training"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trainings/{training_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a cancelled training take place after all; its coaches get a mail
         * @description Let a cancelled training take place after all; its coaches get a mail.
         */
        post: operations["restore_training"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trainings/{training_id}/relationships/coaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get which resources are coaches of one of the trainings
         * @description Get which resources are coaches of one of the trainings.
         */
        get: operations["get_training_coaches_linkage"];
        put?: never;
        /**
         * Add coaches to one of the trainings
         * @description Add coaches to one of the trainings.
         */
        post: operations["add_training_coaches"];
        /**
         * Remove coaches from one of the trainings
         * @description Remove coaches from one of the trainings.
         */
        delete: operations["remove_training_coaches"];
        options?: never;
        head?: never;
        /**
         * Replace the coaches of one of the trainings
         * @description Replace the coaches of one of the trainings.
         */
        patch: operations["replace_training_coaches"];
        trace?: never;
    };
    "/trainings/{training_id}/coaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the coaches of one of the trainings
         * @description Get the coaches of one of the trainings.
         */
        get: operations["get_training_coaches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trainings/{training_id}/relationships/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get which resources are teams of one of the trainings
         * @description Get which resources are teams of one of the trainings.
         */
        get: operations["get_training_teams_linkage"];
        put?: never;
        /**
         * Add teams to one of the trainings
         * @description Add teams to one of the trainings.
         */
        post: operations["add_training_teams"];
        /**
         * Remove teams from one of the trainings
         * @description Remove teams from one of the trainings.
         */
        delete: operations["remove_training_teams"];
        options?: never;
        head?: never;
        /**
         * Replace the teams of one of the trainings
         * @description Replace the teams of one of the trainings.
         */
        patch: operations["replace_training_teams"];
        trace?: never;
    };
    "/trainings/{training_id}/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the teams of one of the trainings
         * @description Get the teams of one of the trainings.
         */
        get: operations["get_training_teams"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trainings/{training_id}/relationships/definition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get which resources are definition of one of the trainings
         * @description Get which resources are definition of one of the trainings.
         */
        get: operations["get_training_definition_linkage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Replace the definition of one of the trainings
         * @description Replace the definition of one of the trainings.
         */
        patch: operations["replace_training_definition"];
        trace?: never;
    };
    "/trainings/{training_id}/definition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the definition of one of the trainings
         * @description Get the definition of one of the trainings.
         */
        get: operations["get_training_definition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trainings/{training_id}/relationships/season": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get which resources are season of one of the trainings
         * @description Get which resources are season of one of the trainings.
         */
        get: operations["get_training_season_linkage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Replace the season of one of the trainings
         * @description Replace the season of one of the trainings.
         */
        patch: operations["replace_training_season"];
        trace?: never;
    };
    "/trainings/{training_id}/season": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the season of one of the trainings
         * @description Get the season of one of the trainings.
         */
        get: operations["get_training_season"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training_definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get all training definitions
         * @description Get all training definitions.
         */
        get: operations["get_definitions"];
        put?: never;
        /**
         * Create a training definition; generate makes its trainings
         * @description Create a training definition; generate makes its trainings.
         */
        post: operations["create_definition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training_definitions/{definition_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the training definition with the given id
         * @description Get the training definition with the given id.
         */
        get: operations["get_definition"];
        put?: never;
        post?: never;
        /**
         * Delete a training definition; its trainings stay unless they are to go
         * @description Delete a training definition; its trainings stay unless they are to go.
         */
        delete: operations["delete_definition"];
        options?: never;
        head?: never;
        /**
         * Change a training definition, and on demand its trainings that are not held yet
         * @description Change a training definition, and on demand its trainings that are not held yet.
         */
        patch: operations["update_definition"];
        trace?: never;
    };
    "/training_definitions/{definition_id}/trainings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the trainings of a definition, with the filters of all trainings
         * @description Get the trainings of a definition, with the filters of all trainings.
         */
        get: operations["get_definition_trainings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training_definitions/{definition_id}/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create the trainings of a period; tells of every day what happens to it
         * @description Create the trainings of a period; tells of every day what happens to it.
         */
        post: operations["generate_definition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training_definitions/{definition_id}/relationships/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get which resources are team of one of the training_definitions
         * @description Get which resources are team of one of the training_definitions.
         */
        get: operations["get_definition_team_linkage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Replace the team of one of the training_definitions
         * @description Replace the team of one of the training_definitions.
         */
        patch: operations["replace_definition_team"];
        trace?: never;
    };
    "/training_definitions/{definition_id}/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the team of one of the training_definitions
         * @description Get the team of one of the training_definitions.
         */
        get: operations["get_definition_team"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training_definitions/{definition_id}/relationships/season": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get which resources are season of one of the training_definitions
         * @description Get which resources are season of one of the training_definitions.
         */
        get: operations["get_definition_season_linkage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Replace the season of one of the training_definitions
         * @description Replace the season of one of the training_definitions.
         */
        patch: operations["replace_definition_season"];
        trace?: never;
    };
    "/training_definitions/{definition_id}/season": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the season of one of the training_definitions
         * @description Get the season of one of the training_definitions.
         */
        get: operations["get_definition_season"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training_definitions/{definition_id}/relationships/coaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get which resources are coaches of one of the training_definitions
         * @description Get which resources are coaches of one of the training_definitions.
         */
        get: operations["get_definition_coaches_linkage"];
        put?: never;
        /**
         * Add coaches to one of the training_definitions
         * @description Add coaches to one of the training_definitions.
         */
        post: operations["add_definition_coaches"];
        /**
         * Remove coaches from one of the training_definitions
         * @description Remove coaches from one of the training_definitions.
         */
        delete: operations["remove_definition_coaches"];
        options?: never;
        head?: never;
        /**
         * Replace the coaches of one of the training_definitions
         * @description Replace the coaches of one of the training_definitions.
         */
        patch: operations["replace_definition_coaches"];
        trace?: never;
    };
    "/training_definitions/{definition_id}/coaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the coaches of one of the training_definitions
         * @description Get the coaches of one of the training_definitions.
         */
        get: operations["get_definition_coaches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training_definitions/{definition_id}/relationships/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get which resources are owner of one of the training_definitions
         * @description Get which resources are owner of one of the training_definitions.
         */
        get: operations["get_definition_owner_linkage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training_definitions/{definition_id}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the owner of one of the training_definitions
         * @description Get the owner of one of the training_definitions.
         */
        get: operations["get_definition_owner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/coaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get all coaches
         * @description Get all coaches.
         */
        get: operations["get_coaches"];
        put?: never;
        /**
         * Create a coach
         * @description Create a coach.
         */
        post: operations["create_coach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/coaches/{coach_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the coach with the given id
         * @description Get the coach with the given id.
         */
        get: operations["get_coach"];
        put?: never;
        post?: never;
        /**
         * Delete a coach; one that trainings refer to stays
         * @description Delete a coach; one that trainings refer to stays.
         */
        delete: operations["delete_coach"];
        options?: never;
        head?: never;
        /**
         * Change a coach
         * @description Change a coach.
         */
        patch: operations["update_coach"];
        trace?: never;
    };
    "/coaches/{coach_id}/relationships/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get which resources are user of one of the coaches
         * @description Get which resources are user of one of the coaches.
         */
        get: operations["get_coach_user_linkage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Replace the user of one of the coaches
         * @description Replace the user of one of the coaches.
         */
        patch: operations["replace_coach_user"];
        trace?: never;
    };
    "/coaches/{coach_id}/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the user of one of the coaches
         * @description Get the user of one of the coaches.
         */
        get: operations["get_coach_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get all teams
         * @description Get all teams.
         */
        get: operations["get_teams"];
        put?: never;
        /**
         * Create a team
         * @description Create a team.
         */
        post: operations["create_team"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{team_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the team with the given id
         * @description Get the team with the given id.
         */
        get: operations["get_team"];
        put?: never;
        post?: never;
        /**
         * Delete a team; one that trainings refer to stays
         * @description Delete a team; one that trainings refer to stays.
         */
        delete: operations["delete_team"];
        options?: never;
        head?: never;
        /**
         * Change a team
         * @description Change a team.
         */
        patch: operations["update_team"];
        trace?: never;
    };
    "/seasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get all seasons
         * @description Get all seasons.
         */
        get: operations["get_seasons"];
        put?: never;
        /**
         * Create a season
         * @description Create a season.
         */
        post: operations["create_season"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seasons/{season_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the season with the given id
         * @description Get the season with the given id.
         */
        get: operations["get_season"];
        put?: never;
        post?: never;
        /**
         * Delete a season; one that trainings refer to stays
         * @description Delete a season; one that trainings refer to stays.
         */
        delete: operations["delete_season"];
        options?: never;
        head?: never;
        /**
         * Change a season
         * @description Change a season.
         */
        patch: operations["update_season"];
        trace?: never;
    };
    "/seasons/{season_id}/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create the trainings of all active definitions; tells of every day what happens to it
         * @description Create the trainings of all active definitions; tells of every day what happens to it.
         */
        post: operations["generate_season"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get all closures
         * @description Get all closures.
         */
        get: operations["get_closures"];
        put?: never;
        /**
         * Create a closure; the trainings on its days are cancelled, and their coaches told
         * @description Create a closure; the trainings on its days are cancelled, and their coaches told.
         *
         *     With `dry_run=true` nothing is stored, and the answer tells which trainings it would cancel.
         */
        post: operations["create_closure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/closures/{closure_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the closure with the given id
         * @description Get the closure with the given id.
         */
        get: operations["get_closure"];
        put?: never;
        post?: never;
        /**
         * Delete a closure; exactly the trainings that it cancelled take place again
         * @description Delete a closure; exactly the trainings that it cancelled take place again.
         */
        delete: operations["delete_closure"];
        options?: never;
        head?: never;
        /**
         * Change a closure; what it does not cover any more takes place again
         * @description Change a closure; what it does not cover any more takes place again.
         */
        patch: operations["update_closure"];
        trace?: never;
    };
    "/account/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the own secret feeds; their links are not known any more
         * @description Get the own secret feeds; their links are not known any more.
         */
        get: operations["get_calendar_feeds"];
        put?: never;
        /**
         * Create a secret feed with the own trainings; `meta.url` has its link, this once
         * @description Create a secret feed with the own trainings; `meta.url` has its link, this once.
         */
        post: operations["create_calendar_feed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/calendar/{feed_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one of the own secret feeds
         * @description Get one of the own secret feeds.
         */
        get: operations["get_calendar_feed"];
        put?: never;
        post?: never;
        /**
         * Revoke a secret feed: its link is dead at once
         * @description Revoke a secret feed: its link is dead at once.
         */
        delete: operations["delete_calendar_feed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AcceptMetaWrite
         * @description What proves that the invitation was read.
         */
        AcceptMetaWrite: {
            code: string;
        };
        AddApplicationOperation: {
            /** @constant */
            op: "add";
            data: components["schemas"]["AtomicApplicationCreateData"];
            /** @description The address of it, for the ref. */
            href?: string;
        };
        AddAuthorOperation: {
            /** @constant */
            op: "add";
            data: components["schemas"]["AtomicAuthorCreateData"];
            /** @description The address of it, for the ref. */
            href?: string;
        };
        AddCalendarFeedOperation: {
            /** @constant */
            op: "add";
            data: components["schemas"]["AtomicCalendarFeedCreateData"];
            /** @description The address of it, for the ref. */
            href?: string;
        };
        AddClosureOperation: {
            /** @constant */
            op: "add";
            data: components["schemas"]["AtomicClosureCreateData"];
            /** @description The address of it, for the ref. */
            href?: string;
        };
        AddCoachOperation: {
            /** @constant */
            op: "add";
            data: components["schemas"]["AtomicCoachCreateData"];
            /** @description The address of it, for the ref. */
            href?: string;
        };
        AddPageOperation: {
            /** @constant */
            op: "add";
            data: components["schemas"]["AtomicPageCreateData"];
            /** @description The address of it, for the ref. */
            href?: string;
        };
        AddSeasonOperation: {
            /** @constant */
            op: "add";
            data: components["schemas"]["AtomicSeasonCreateData"];
            /** @description The address of it, for the ref. */
            href?: string;
        };
        AddStoryOperation: {
            /** @constant */
            op: "add";
            data: components["schemas"]["AtomicStoryCreateData"];
            /** @description The address of it, for the ref. */
            href?: string;
        };
        AddTeamOperation: {
            /** @constant */
            op: "add";
            data: components["schemas"]["AtomicTeamCreateData"];
            /** @description The address of it, for the ref. */
            href?: string;
        };
        AddTrainingDefinitionOperation: {
            /** @constant */
            op: "add";
            data: components["schemas"]["AtomicTrainingDefinitionCreateData"];
            /** @description The address of it, for the ref. */
            href?: string;
        };
        AddTrainingOperation: {
            /** @constant */
            op: "add";
            data: components["schemas"]["AtomicTrainingCreateData"];
            /** @description The address of it, for the ref. */
            href?: string;
            meta?: components["schemas"]["ConflictMeta"];
        };
        AddUserInvitationOperation: {
            /** @constant */
            op: "add";
            data: components["schemas"]["AtomicUserInvitationCreateData"];
            /** @description The address of it, for the ref. */
            href?: string;
        };
        /**
         * Application
         * @description A section of the site, which can hold news, pages and events.
         */
        Application: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "applications";
            id: string;
            attributes: components["schemas"]["ApplicationAttributes"];
            links: components["schemas"]["ResourceLinks"];
            meta: components["schemas"]["ApplicationMeta"];
        };
        /** ApplicationAttributes */
        ApplicationAttributes: {
            /** @description Unique; addresses are made of it. */
            name: string;
            title: string;
            short_description: string;
            description: string;
            remark?: string;
            news: boolean;
            pages: boolean;
            events: boolean;
            /** @description The lightest comes first. */
            weight: number;
        };
        /** ApplicationCollection */
        ApplicationCollection: {
            meta?: components["schemas"]["Meta"];
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["PageLinks"];
            data: components["schemas"]["Application"][];
        };
        /** ApplicationCreate */
        ApplicationCreate: {
            data: components["schemas"]["ApplicationCreateData"];
        };
        /** ApplicationCreateAttributes */
        ApplicationCreateAttributes: {
            /** @description Unique; addresses are made of it. */
            name: string;
            title: string;
            short_description?: string;
            description?: string;
            remark?: string;
            news?: boolean;
            pages?: boolean;
            events?: boolean;
            /** @description The lightest comes first. */
            weight?: number;
        };
        /** ApplicationCreateData */
        ApplicationCreateData: {
            /** @constant */
            type: "applications";
            lid?: string;
            attributes: components["schemas"]["ApplicationCreateAttributes"];
            relationships?: components["schemas"]["ApplicationCreateRelationships"];
        };
        /** ApplicationCreateRelationships */
        ApplicationCreateRelationships: Record<string, never>;
        /** ApplicationDocument */
        ApplicationDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["Application"];
        };
        /** ApplicationIdentifier */
        ApplicationIdentifier: {
            /** @constant */
            type: "applications";
            id: string;
        };
        /** ApplicationMeta */
        ApplicationMeta: {
            created_at: string | null;
            updated_at: string | null;
            version: number;
        };
        /** ApplicationUpdate */
        ApplicationUpdate: {
            data: components["schemas"]["ApplicationUpdateData"];
        };
        /** ApplicationUpdateAttributes */
        ApplicationUpdateAttributes: {
            title?: string;
            short_description?: string;
            description?: string;
            remark?: string;
            news?: boolean;
            pages?: boolean;
            events?: boolean;
            /** @description The lightest comes first. */
            weight?: number;
        };
        /** ApplicationUpdateData */
        ApplicationUpdateData: {
            /** @constant */
            type: "applications";
            id: string;
            attributes?: components["schemas"]["ApplicationUpdateAttributes"];
            relationships?: components["schemas"]["ApplicationUpdateRelationships"];
        };
        /** ApplicationUpdateRelationships */
        ApplicationUpdateRelationships: Record<string, never>;
        /** AtomicApplicationCreateData */
        AtomicApplicationCreateData: {
            /** @constant */
            type: "applications";
            lid?: string;
            attributes: components["schemas"]["ApplicationCreateAttributes"];
            relationships?: components["schemas"]["ApplicationCreateRelationships"];
        };
        /** AtomicApplicationIdentifier */
        AtomicApplicationIdentifier: {
            /** @constant */
            type: "applications";
            id?: string;
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicApplicationUpdateData */
        AtomicApplicationUpdateData: {
            /** @constant */
            type: "applications";
            id?: string;
            attributes?: components["schemas"]["ApplicationUpdateAttributes"];
            relationships?: components["schemas"]["ApplicationUpdateRelationships"];
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicAuthorCreateData */
        AtomicAuthorCreateData: {
            /** @constant */
            type: "authors";
            lid?: string;
            attributes: components["schemas"]["AuthorCreateAttributes"];
            relationships?: components["schemas"]["AtomicAuthorCreateRelationships"];
        };
        /** AtomicAuthorCreateRelationships */
        AtomicAuthorCreateRelationships: {
            user?: components["schemas"]["AtomicAuthorToUserCreate"];
        };
        /** AtomicAuthorIdentifier */
        AtomicAuthorIdentifier: {
            /** @constant */
            type: "authors";
            id?: string;
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicAuthorToUserCreate */
        AtomicAuthorToUserCreate: {
            data: components["schemas"]["AtomicUserAccountIdentifier"] | null;
        };
        /** AtomicAuthorToUserUpdate */
        AtomicAuthorToUserUpdate: {
            data: components["schemas"]["AtomicUserAccountIdentifier"] | null;
        };
        /** AtomicAuthorUpdateData */
        AtomicAuthorUpdateData: {
            /** @constant */
            type: "authors";
            id?: string;
            attributes?: components["schemas"]["AuthorUpdateAttributes"];
            relationships?: components["schemas"]["AtomicAuthorUpdateRelationships"];
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicAuthorUpdateRelationships */
        AtomicAuthorUpdateRelationships: {
            user?: components["schemas"]["AtomicAuthorToUserUpdate"];
        };
        /** AtomicCalendarFeedCreateData */
        AtomicCalendarFeedCreateData: {
            /** @constant */
            type: "calendar_feeds";
            lid?: string;
            attributes: components["schemas"]["CalendarFeedCreateAttributes"];
            relationships?: components["schemas"]["CalendarFeedCreateRelationships"];
        };
        /** AtomicClosureCreateData */
        AtomicClosureCreateData: {
            /** @constant */
            type: "closures";
            lid?: string;
            attributes: components["schemas"]["ClosureCreateAttributes"];
            relationships?: components["schemas"]["ClosureCreateRelationships"];
        };
        /** AtomicClosureUpdateData */
        AtomicClosureUpdateData: {
            /** @constant */
            type: "closures";
            id?: string;
            attributes?: components["schemas"]["ClosureUpdateAttributes"];
            relationships?: components["schemas"]["ClosureUpdateRelationships"];
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicCoachCreateData */
        AtomicCoachCreateData: {
            /** @constant */
            type: "coaches";
            lid?: string;
            attributes: components["schemas"]["CoachCreateAttributes"];
            relationships?: components["schemas"]["AtomicCoachCreateRelationships"];
        };
        /** AtomicCoachCreateRelationships */
        AtomicCoachCreateRelationships: {
            user?: components["schemas"]["AtomicCoachToUserCreate"];
        };
        /** AtomicCoachIdentifier */
        AtomicCoachIdentifier: {
            /** @constant */
            type: "coaches";
            id?: string;
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicCoachToUserCreate */
        AtomicCoachToUserCreate: {
            data: components["schemas"]["AtomicUserAccountIdentifier"] | null;
        };
        /** AtomicCoachToUserUpdate */
        AtomicCoachToUserUpdate: {
            data: components["schemas"]["AtomicUserAccountIdentifier"] | null;
        };
        /** AtomicCoachUpdateData */
        AtomicCoachUpdateData: {
            /** @constant */
            type: "coaches";
            id?: string;
            attributes?: components["schemas"]["CoachUpdateAttributes"];
            relationships?: components["schemas"]["AtomicCoachUpdateRelationships"];
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicCoachUpdateRelationships */
        AtomicCoachUpdateRelationships: {
            user?: components["schemas"]["AtomicCoachToUserUpdate"];
        };
        AtomicIdentifier: {
            type: string;
            id?: string;
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
            meta?: Record<string, never>;
        };
        AtomicOperation: components["schemas"]["AddUserInvitationOperation"] | components["schemas"]["AddApplicationOperation"] | components["schemas"]["AddPageOperation"] | components["schemas"]["AddStoryOperation"] | components["schemas"]["AddAuthorOperation"] | components["schemas"]["AddTrainingOperation"] | components["schemas"]["AddTrainingDefinitionOperation"] | components["schemas"]["AddCoachOperation"] | components["schemas"]["AddTeamOperation"] | components["schemas"]["AddSeasonOperation"] | components["schemas"]["AddClosureOperation"] | components["schemas"]["AddCalendarFeedOperation"] | components["schemas"]["RemoveUserInvitationOperation"] | components["schemas"]["UpdateUserAccountOperation"] | components["schemas"]["RemoveUserSessionOperation"] | components["schemas"]["UpdateApplicationOperation"] | components["schemas"]["RemoveApplicationOperation"] | components["schemas"]["UpdatePageOperation"] | components["schemas"]["RemovePageOperation"] | components["schemas"]["UpdateStoryOperation"] | components["schemas"]["RemoveStoryOperation"] | components["schemas"]["UpdateAuthorOperation"] | components["schemas"]["RemoveAuthorOperation"] | components["schemas"]["RemoveCalendarFeedOperation"] | components["schemas"]["UpdateTrainingOperation"] | components["schemas"]["RemoveTrainingOperation"] | components["schemas"]["UpdateTrainingDefinitionOperation"] | components["schemas"]["RemoveTrainingDefinitionOperation"] | components["schemas"]["UpdateCoachOperation"] | components["schemas"]["RemoveCoachOperation"] | components["schemas"]["UpdateTeamOperation"] | components["schemas"]["RemoveTeamOperation"] | components["schemas"]["UpdateSeasonOperation"] | components["schemas"]["RemoveSeasonOperation"] | components["schemas"]["UpdateClosureOperation"] | components["schemas"]["RemoveClosureOperation"] | components["schemas"]["LinkPageToApplicationOperation"] | components["schemas"]["LinkStoryToApplicationOperation"] | components["schemas"]["LinkStoryToAuthorOperation"] | components["schemas"]["LinkAuthorToUserOperation"] | components["schemas"]["LinkTrainingToCoachesOperation"] | components["schemas"]["LinkTrainingToTeamsOperation"] | components["schemas"]["LinkTrainingToDefinitionOperation"] | components["schemas"]["LinkTrainingToSeasonOperation"] | components["schemas"]["LinkTrainingDefinitionToTeamOperation"] | components["schemas"]["LinkTrainingDefinitionToSeasonOperation"] | components["schemas"]["LinkTrainingDefinitionToCoachesOperation"] | components["schemas"]["LinkCoachToUserOperation"] | components["schemas"]["RemoveByHrefOperation"] | components["schemas"]["LinkByHrefOperation"];
        /** AtomicPageCreateData */
        AtomicPageCreateData: {
            /** @constant */
            type: "pages";
            lid?: string;
            attributes: components["schemas"]["PageCreateAttributes"];
            relationships: components["schemas"]["AtomicPageCreateRelationships"];
        };
        /** AtomicPageCreateRelationships */
        AtomicPageCreateRelationships: {
            application: components["schemas"]["AtomicPageToApplicationCreate"];
        };
        /** AtomicPageToApplicationCreate */
        AtomicPageToApplicationCreate: {
            data: components["schemas"]["AtomicApplicationIdentifier"];
        };
        /** AtomicPageToApplicationUpdate */
        AtomicPageToApplicationUpdate: {
            data: components["schemas"]["AtomicApplicationIdentifier"];
        };
        /** AtomicPageUpdateData */
        AtomicPageUpdateData: {
            /** @constant */
            type: "pages";
            id?: string;
            attributes?: components["schemas"]["PageUpdateAttributes"];
            relationships?: components["schemas"]["AtomicPageUpdateRelationships"];
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicPageUpdateRelationships */
        AtomicPageUpdateRelationships: {
            application?: components["schemas"]["AtomicPageToApplicationUpdate"];
        };
        AtomicResult: {
            data?: (components["schemas"]["UserInvitation"] | components["schemas"]["Application"] | components["schemas"]["Page"] | components["schemas"]["Story"] | components["schemas"]["Author"] | components["schemas"]["Training"] | components["schemas"]["TrainingDefinition"] | components["schemas"]["Coach"] | components["schemas"]["Team"] | components["schemas"]["Season"] | components["schemas"]["Closure"] | components["schemas"]["CalendarFeed"] | components["schemas"]["UserAccount"] | components["schemas"]["UserSession"]) | components["schemas"]["AtomicIdentifier"][];
        };
        /** AtomicSeasonCreateData */
        AtomicSeasonCreateData: {
            /** @constant */
            type: "seasons";
            lid?: string;
            attributes: components["schemas"]["SeasonCreateAttributes"];
            relationships?: components["schemas"]["SeasonCreateRelationships"];
        };
        /** AtomicSeasonIdentifier */
        AtomicSeasonIdentifier: {
            /** @constant */
            type: "seasons";
            id?: string;
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicSeasonUpdateData */
        AtomicSeasonUpdateData: {
            /** @constant */
            type: "seasons";
            id?: string;
            attributes?: components["schemas"]["SeasonUpdateAttributes"];
            relationships?: components["schemas"]["SeasonUpdateRelationships"];
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicStoryCreateData */
        AtomicStoryCreateData: {
            /** @constant */
            type: "stories";
            lid?: string;
            attributes: components["schemas"]["StoryCreateAttributes"];
            relationships: components["schemas"]["AtomicStoryCreateRelationships"];
        };
        /** AtomicStoryCreateRelationships */
        AtomicStoryCreateRelationships: {
            application: components["schemas"]["AtomicStoryToApplicationCreate"];
            author?: components["schemas"]["AtomicStoryToAuthorCreate"];
        };
        /** AtomicStoryToApplicationCreate */
        AtomicStoryToApplicationCreate: {
            data: components["schemas"]["AtomicApplicationIdentifier"];
        };
        /** AtomicStoryToApplicationUpdate */
        AtomicStoryToApplicationUpdate: {
            data: components["schemas"]["AtomicApplicationIdentifier"];
        };
        /** AtomicStoryToAuthorCreate */
        AtomicStoryToAuthorCreate: {
            data: components["schemas"]["AtomicAuthorIdentifier"] | null;
        };
        /** AtomicStoryToAuthorUpdate */
        AtomicStoryToAuthorUpdate: {
            data: components["schemas"]["AtomicAuthorIdentifier"] | null;
        };
        /** AtomicStoryUpdateData */
        AtomicStoryUpdateData: {
            /** @constant */
            type: "stories";
            id?: string;
            attributes?: components["schemas"]["StoryUpdateAttributes"];
            relationships?: components["schemas"]["AtomicStoryUpdateRelationships"];
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicStoryUpdateRelationships */
        AtomicStoryUpdateRelationships: {
            application?: components["schemas"]["AtomicStoryToApplicationUpdate"];
            author?: components["schemas"]["AtomicStoryToAuthorUpdate"];
        };
        /** AtomicTeamCreateData */
        AtomicTeamCreateData: {
            /** @constant */
            type: "teams";
            lid?: string;
            attributes: components["schemas"]["TeamCreateAttributes"];
            relationships?: components["schemas"]["TeamCreateRelationships"];
        };
        /** AtomicTeamIdentifier */
        AtomicTeamIdentifier: {
            /** @constant */
            type: "teams";
            id?: string;
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicTeamUpdateData */
        AtomicTeamUpdateData: {
            /** @constant */
            type: "teams";
            id?: string;
            attributes?: components["schemas"]["TeamUpdateAttributes"];
            relationships?: components["schemas"]["TeamUpdateRelationships"];
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicTrainingCreateData */
        AtomicTrainingCreateData: {
            /** @constant */
            type: "trainings";
            lid?: string;
            attributes: components["schemas"]["TrainingCreateAttributes"];
            relationships?: components["schemas"]["AtomicTrainingCreateRelationships"];
        };
        /** AtomicTrainingCreateRelationships */
        AtomicTrainingCreateRelationships: {
            coaches?: components["schemas"]["AtomicTrainingToCoachesCreate"];
            teams?: components["schemas"]["AtomicTrainingToTeamsCreate"];
            definition?: components["schemas"]["AtomicTrainingToDefinitionCreate"];
            season?: components["schemas"]["AtomicTrainingToSeasonCreate"];
        };
        /** AtomicTrainingDefinitionCreateData */
        AtomicTrainingDefinitionCreateData: {
            /** @constant */
            type: "training_definitions";
            lid?: string;
            attributes: components["schemas"]["TrainingDefinitionCreateAttributes"];
            relationships?: components["schemas"]["AtomicTrainingDefinitionCreateRelationships"];
        };
        /** AtomicTrainingDefinitionCreateRelationships */
        AtomicTrainingDefinitionCreateRelationships: {
            team?: components["schemas"]["AtomicTrainingDefinitionToTeamCreate"];
            season?: components["schemas"]["AtomicTrainingDefinitionToSeasonCreate"];
            coaches?: components["schemas"]["AtomicTrainingDefinitionToCoachesCreate"];
        };
        /** AtomicTrainingDefinitionIdentifier */
        AtomicTrainingDefinitionIdentifier: {
            /** @constant */
            type: "training_definitions";
            id?: string;
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicTrainingDefinitionToCoachesCreate */
        AtomicTrainingDefinitionToCoachesCreate: {
            data: components["schemas"]["AtomicCoachIdentifier"][];
        };
        /** AtomicTrainingDefinitionToCoachesUpdate */
        AtomicTrainingDefinitionToCoachesUpdate: {
            data: components["schemas"]["AtomicCoachIdentifier"][];
        };
        /** AtomicTrainingDefinitionToSeasonCreate */
        AtomicTrainingDefinitionToSeasonCreate: {
            data: components["schemas"]["AtomicSeasonIdentifier"] | null;
        };
        /** AtomicTrainingDefinitionToSeasonUpdate */
        AtomicTrainingDefinitionToSeasonUpdate: {
            data: components["schemas"]["AtomicSeasonIdentifier"] | null;
        };
        /** AtomicTrainingDefinitionToTeamCreate */
        AtomicTrainingDefinitionToTeamCreate: {
            data: components["schemas"]["AtomicTeamIdentifier"] | null;
        };
        /** AtomicTrainingDefinitionToTeamUpdate */
        AtomicTrainingDefinitionToTeamUpdate: {
            data: components["schemas"]["AtomicTeamIdentifier"] | null;
        };
        /** AtomicTrainingDefinitionUpdateData */
        AtomicTrainingDefinitionUpdateData: {
            /** @constant */
            type: "training_definitions";
            id?: string;
            attributes?: components["schemas"]["TrainingDefinitionUpdateAttributes"];
            relationships?: components["schemas"]["AtomicTrainingDefinitionUpdateRelationships"];
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicTrainingDefinitionUpdateRelationships */
        AtomicTrainingDefinitionUpdateRelationships: {
            team?: components["schemas"]["AtomicTrainingDefinitionToTeamUpdate"];
            season?: components["schemas"]["AtomicTrainingDefinitionToSeasonUpdate"];
            coaches?: components["schemas"]["AtomicTrainingDefinitionToCoachesUpdate"];
        };
        /** AtomicTrainingToCoachesCreate */
        AtomicTrainingToCoachesCreate: {
            data: components["schemas"]["AtomicTrainingToCoachesIdentifierCreate"][];
        };
        /** AtomicTrainingToCoachesIdentifierCreate */
        AtomicTrainingToCoachesIdentifierCreate: {
            /** @constant */
            type: "coaches";
            id?: string;
            meta?: components["schemas"]["TrainingToCoachesFactsCreate"];
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicTrainingToCoachesIdentifierUpdate */
        AtomicTrainingToCoachesIdentifierUpdate: {
            /** @constant */
            type: "coaches";
            id?: string;
            meta?: components["schemas"]["TrainingToCoachesFactsUpdate"];
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicTrainingToCoachesUpdate */
        AtomicTrainingToCoachesUpdate: {
            data: components["schemas"]["AtomicTrainingToCoachesIdentifierUpdate"][];
        };
        /** AtomicTrainingToDefinitionCreate */
        AtomicTrainingToDefinitionCreate: {
            data: components["schemas"]["AtomicTrainingDefinitionIdentifier"] | null;
        };
        /** AtomicTrainingToDefinitionUpdate */
        AtomicTrainingToDefinitionUpdate: {
            data: components["schemas"]["AtomicTrainingDefinitionIdentifier"] | null;
        };
        /** AtomicTrainingToSeasonCreate */
        AtomicTrainingToSeasonCreate: {
            data: components["schemas"]["AtomicSeasonIdentifier"] | null;
        };
        /** AtomicTrainingToSeasonUpdate */
        AtomicTrainingToSeasonUpdate: {
            data: components["schemas"]["AtomicSeasonIdentifier"] | null;
        };
        /** AtomicTrainingToTeamsCreate */
        AtomicTrainingToTeamsCreate: {
            data: components["schemas"]["AtomicTeamIdentifier"][];
        };
        /** AtomicTrainingToTeamsUpdate */
        AtomicTrainingToTeamsUpdate: {
            data: components["schemas"]["AtomicTeamIdentifier"][];
        };
        /** AtomicTrainingUpdateData */
        AtomicTrainingUpdateData: {
            /** @constant */
            type: "trainings";
            id?: string;
            attributes?: components["schemas"]["TrainingUpdateAttributes"];
            relationships?: components["schemas"]["AtomicTrainingUpdateRelationships"];
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicTrainingUpdateRelationships */
        AtomicTrainingUpdateRelationships: {
            coaches?: components["schemas"]["AtomicTrainingToCoachesUpdate"];
            teams?: components["schemas"]["AtomicTrainingToTeamsUpdate"];
            definition?: components["schemas"]["AtomicTrainingToDefinitionUpdate"];
            season?: components["schemas"]["AtomicTrainingToSeasonUpdate"];
        };
        /** AtomicUserAccountIdentifier */
        AtomicUserAccountIdentifier: {
            /** @constant */
            type: "user_accounts";
            id?: string;
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicUserAccountUpdateData */
        AtomicUserAccountUpdateData: {
            /** @constant */
            type: "user_accounts";
            id?: string;
            attributes?: components["schemas"]["UserAccountUpdateAttributes"];
            relationships?: components["schemas"]["UserAccountUpdateRelationships"];
            /** @description The lid of an earlier operation, for the id. */
            lid?: string;
        };
        /** AtomicUserInvitationCreateData */
        AtomicUserInvitationCreateData: {
            /** @constant */
            type: "user_invitations";
            lid?: string;
            attributes: components["schemas"]["UserInvitationCreateAttributes"];
            relationships?: components["schemas"]["UserInvitationCreateRelationships"];
        };
        /**
         * Author
         * @description Somebody whose name stands under stories; an active one's user may write them.
         */
        Author: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "authors";
            id: string;
            attributes: components["schemas"]["AuthorAttributes"];
            relationships?: components["schemas"]["AuthorRelationships"];
            links: components["schemas"]["ResourceLinks"];
            meta: components["schemas"]["AuthorMeta"];
        };
        /** AuthorAttributes */
        AuthorAttributes: {
            name: string;
            active: boolean;
            remark?: string;
        };
        /** AuthorCollection */
        AuthorCollection: {
            meta?: components["schemas"]["Meta"];
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["PageLinks"];
            data: components["schemas"]["Author"][];
            included?: (components["schemas"]["Author"] | components["schemas"]["UserAccount"])[];
        };
        /** AuthorCreate */
        AuthorCreate: {
            data: components["schemas"]["AuthorCreateData"];
        };
        /** AuthorCreateAttributes */
        AuthorCreateAttributes: {
            name: string;
            active?: boolean;
            remark?: string;
        };
        /** AuthorCreateData */
        AuthorCreateData: {
            /** @constant */
            type: "authors";
            lid?: string;
            attributes: components["schemas"]["AuthorCreateAttributes"];
            relationships?: components["schemas"]["AuthorCreateRelationships"];
        };
        /** AuthorCreateRelationships */
        AuthorCreateRelationships: {
            user?: components["schemas"]["AuthorToUserCreate"];
        };
        /** AuthorDocument */
        AuthorDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["Author"];
            included?: (components["schemas"]["Author"] | components["schemas"]["UserAccount"])[];
        };
        /** AuthorIdentifier */
        AuthorIdentifier: {
            /** @constant */
            type: "authors";
            id: string;
        };
        /** AuthorMeta */
        AuthorMeta: {
            created_at: string | null;
            updated_at: string | null;
            version: number;
        };
        /** AuthorNullableDocument */
        AuthorNullableDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["Author"] | null;
            included?: (components["schemas"]["Author"] | components["schemas"]["UserAccount"])[];
        };
        /** AuthorRelationships */
        AuthorRelationships: {
            user?: components["schemas"]["AuthorToUserRelationship"];
        };
        /** AuthorToUserCreate */
        AuthorToUserCreate: {
            data: components["schemas"]["UserAccountIdentifier"] | null;
        };
        /** AuthorToUserLinkage */
        AuthorToUserLinkage: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["LinkageLinks"];
            data: components["schemas"]["UserAccountIdentifier"] | null;
            included?: components["schemas"]["UserAccount"][];
        };
        /** AuthorToUserLinkageUpdate */
        AuthorToUserLinkageUpdate: {
            data: components["schemas"]["UserAccountIdentifier"] | null;
        };
        /** AuthorToUserRelationship */
        AuthorToUserRelationship: {
            links: components["schemas"]["RelationshipLinks"];
            data: components["schemas"]["UserAccountIdentifier"] | null;
        };
        /** AuthorToUserUpdate */
        AuthorToUserUpdate: {
            data: components["schemas"]["UserAccountIdentifier"] | null;
        };
        /** AuthorUpdate */
        AuthorUpdate: {
            data: components["schemas"]["AuthorUpdateData"];
        };
        /** AuthorUpdateAttributes */
        AuthorUpdateAttributes: {
            name?: string;
            active?: boolean;
            remark?: string;
        };
        /** AuthorUpdateData */
        AuthorUpdateData: {
            /** @constant */
            type: "authors";
            id: string;
            attributes?: components["schemas"]["AuthorUpdateAttributes"];
            relationships?: components["schemas"]["AuthorUpdateRelationships"];
        };
        /** AuthorUpdateRelationships */
        AuthorUpdateRelationships: {
            user?: components["schemas"]["AuthorToUserUpdate"];
        };
        /** Body_change_password */
        Body_change_password: {
            /** Current Password */
            current_password: string;
            /** Password */
            password: string;
        };
        /** Body_confirm_password */
        Body_confirm_password: {
            /** Password */
            password: string;
        };
        /** Body_login */
        Body_login: {
            /** Username */
            username: string;
            /** Password */
            password: string;
        };
        /** Body_logout */
        Body_logout: {
            /**
             * Refresh Token
             * @default
             */
            refresh_token: string;
        };
        /** Body_recover_user */
        Body_recover_user: {
            /**
             * Email
             * @default
             */
            email: string;
        };
        /** Body_renew_access_token */
        Body_renew_access_token: {
            /**
             * Refresh Token
             * @default
             */
            refresh_token: string;
        };
        /** Body_reset_password */
        Body_reset_password: {
            /** Uuid */
            uuid: string;
            /** Password */
            password: string;
        };
        /**
         * CalendarFeed
         * @description A secret feed with the own trainings; its link is told once, when it is created.
         */
        CalendarFeed: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "calendar_feeds";
            id: string;
            attributes: components["schemas"]["CalendarFeedAttributes"];
            links: components["schemas"]["ResourceLinks"];
            meta: components["schemas"]["CalendarFeedMeta"];
        };
        /** CalendarFeedAttributes */
        CalendarFeedAttributes: {
            name: string;
        };
        /** CalendarFeedCollection */
        CalendarFeedCollection: {
            meta?: components["schemas"]["Meta"];
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["PageLinks"];
            data: components["schemas"]["CalendarFeed"][];
        };
        /** CalendarFeedCreate */
        CalendarFeedCreate: {
            data: components["schemas"]["CalendarFeedCreateData"];
        };
        /** CalendarFeedCreateAttributes */
        CalendarFeedCreateAttributes: {
            name: string;
        };
        /** CalendarFeedCreateData */
        CalendarFeedCreateData: {
            /** @constant */
            type: "calendar_feeds";
            lid?: string;
            attributes: components["schemas"]["CalendarFeedCreateAttributes"];
            relationships?: components["schemas"]["CalendarFeedCreateRelationships"];
        };
        /** CalendarFeedCreateRelationships */
        CalendarFeedCreateRelationships: Record<string, never>;
        /** CalendarFeedDocument */
        CalendarFeedDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["CalendarFeed"];
        };
        /** CalendarFeedMeta */
        CalendarFeedMeta: {
            created_at: string | null;
            updated_at: string | null;
            version: number;
        };
        /**
         * CancelMeta
         * @description What is said with a cancellation.
         */
        CancelMeta: {
            /** @default  */
            reason: string;
        };
        /** CancelMetaDocument */
        CancelMetaDocument: {
            meta?: components["schemas"]["CancelMeta"];
        };
        /**
         * Change
         * @description A row of the change log: what, who, when, before and after; newest first in a list.
         */
        Change: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "changes";
            id: string;
            attributes: components["schemas"]["ChangeAttributes"];
            relationships: components["schemas"]["ChangeRelationships"];
            links: components["schemas"]["ResourceLinks"];
            meta: components["schemas"]["ChangeMeta"];
        };
        /** ChangeAttributes */
        ChangeAttributes: {
            at: string | null;
            /** @description created, updated or deleted */
            action: string;
            resource: components["schemas"]["ChangedResource"];
            /** @description user, cli, bus or system */
            by: string;
            /** @description The X-Request-ID of the request. */
            request: string | null;
            /** @description By field {before, after}; of a secret only `changed`. */
            changes: {
                [key: string]: components["schemas"]["JsonValue"];
            };
        };
        /** ChangeCollection */
        ChangeCollection: {
            meta?: components["schemas"]["Meta"];
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["PageLinks"];
            data: components["schemas"]["Change"][];
            included?: (components["schemas"]["Change"] | components["schemas"]["UserAccount"])[];
        };
        /** ChangeDocument */
        ChangeDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["Change"];
            included?: (components["schemas"]["Change"] | components["schemas"]["UserAccount"])[];
        };
        /** ChangeMeta */
        ChangeMeta: {
            created_at: string | null;
            updated_at: string | null;
            version: number;
        };
        /** ChangeRelationships */
        ChangeRelationships: {
            user: components["schemas"]["ChangeToUserRelationship"];
        };
        /** ChangeToUserLinkage */
        ChangeToUserLinkage: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["LinkageLinks"];
            data: components["schemas"]["UserAccountIdentifier"] | null;
            included?: components["schemas"]["UserAccount"][];
        };
        /** ChangeToUserRelationship */
        ChangeToUserRelationship: {
            links: components["schemas"]["RelationshipLinks"];
            data: components["schemas"]["UserAccountIdentifier"] | null;
        };
        /**
         * ChangedResource
         * @description What was changed; it may have been deleted since.
         */
        ChangedResource: {
            type: string;
            id: string;
        };
        /**
         * Clash
         * @description A place that is taken already; a location has a name, and no id.
         */
        Clash: {
            /** @enum {string} */
            kind: "coach" | "team" | "location";
            id: string | null;
            name: string;
            training: components["schemas"]["Reference"] | null;
            start_date: string;
            end_date: string;
        };
        /**
         * Closure
         * @description Days, first and last included, on which the club or one location is closed.
         */
        Closure: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "closures";
            id: string;
            attributes: components["schemas"]["ClosureAttributes"];
            links: components["schemas"]["ResourceLinks"];
            meta: components["schemas"]["ClosureMeta"];
        };
        /** ClosureAttributes */
        ClosureAttributes: {
            name: string;
            /** Format: date */
            start_date: string;
            /** Format: date */
            end_date: string;
            /** @description The location that is closed; null for the whole club. */
            location: string | null;
        };
        /** ClosureCollection */
        ClosureCollection: {
            meta?: components["schemas"]["Meta"];
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["PageLinks"];
            data: components["schemas"]["Closure"][];
        };
        /** ClosureCreate */
        ClosureCreate: {
            data: components["schemas"]["ClosureCreateData"];
        };
        /** ClosureCreateAttributes */
        ClosureCreateAttributes: {
            name: string;
            /** Format: date */
            start_date: string;
            /** Format: date */
            end_date: string;
            /** @description The location that is closed; null for the whole club. */
            location?: string | null;
        };
        /** ClosureCreateData */
        ClosureCreateData: {
            /** @constant */
            type: "closures";
            lid?: string;
            attributes: components["schemas"]["ClosureCreateAttributes"];
            relationships?: components["schemas"]["ClosureCreateRelationships"];
        };
        /** ClosureCreateRelationships */
        ClosureCreateRelationships: Record<string, never>;
        /** ClosureDocument */
        ClosureDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["Closure"];
        };
        /** ClosureMeta */
        ClosureMeta: {
            created_at: string | null;
            updated_at: string | null;
            version: number;
        };
        /** ClosureUpdateAttributes */
        ClosureUpdateAttributes: {
            name?: string;
            /** Format: date */
            start_date?: string;
            /** Format: date */
            end_date?: string;
            /** @description The location that is closed; null for the whole club. */
            location?: string | null;
        };
        /** ClosureUpdateData */
        ClosureUpdateData: {
            /** @constant */
            type: "closures";
            id: string;
            attributes?: components["schemas"]["ClosureUpdateAttributes"];
            relationships?: components["schemas"]["ClosureUpdateRelationships"];
        };
        /** ClosureUpdateRelationships */
        ClosureUpdateRelationships: Record<string, never>;
        /** ClosureUpdateWithConflictMeta */
        ClosureUpdateWithConflictMeta: {
            data: components["schemas"]["ClosureUpdateData"];
            meta?: components["schemas"]["ConflictMeta"];
        };
        /**
         * Coach
         * @description Somebody who gives trainings.
         */
        Coach: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "coaches";
            id: string;
            attributes: components["schemas"]["CoachAttributes"];
            relationships?: components["schemas"]["CoachRelationships"];
            links: components["schemas"]["ResourceLinks"];
            meta: components["schemas"]["CoachMeta"];
        };
        /** CoachAttributes */
        CoachAttributes: {
            first_name: string;
            last_name: string;
            name: string;
            active: boolean;
            diploma?: string;
            remark?: string;
        };
        /** CoachCollection */
        CoachCollection: {
            meta?: components["schemas"]["Meta"];
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["PageLinks"];
            data: components["schemas"]["Coach"][];
            included?: (components["schemas"]["Coach"] | components["schemas"]["UserAccount"])[];
        };
        /** CoachCreate */
        CoachCreate: {
            data: components["schemas"]["CoachCreateData"];
        };
        /** CoachCreateAttributes */
        CoachCreateAttributes: {
            first_name: string;
            last_name: string;
            active?: boolean;
            diploma?: string;
            remark?: string;
        };
        /** CoachCreateData */
        CoachCreateData: {
            /** @constant */
            type: "coaches";
            lid?: string;
            attributes: components["schemas"]["CoachCreateAttributes"];
            relationships?: components["schemas"]["CoachCreateRelationships"];
        };
        /** CoachCreateRelationships */
        CoachCreateRelationships: {
            user?: components["schemas"]["CoachToUserCreate"];
        };
        /** CoachDocument */
        CoachDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["Coach"];
            included?: (components["schemas"]["Coach"] | components["schemas"]["UserAccount"])[];
        };
        /** CoachIdentifier */
        CoachIdentifier: {
            /** @constant */
            type: "coaches";
            id: string;
        };
        /** CoachMeta */
        CoachMeta: {
            created_at: string | null;
            updated_at: string | null;
            version: number;
        };
        /** CoachRelationships */
        CoachRelationships: {
            user?: components["schemas"]["CoachToUserRelationship"];
        };
        /**
         * CoachTally
         * @description The same, of one coach.
         */
        CoachTally: {
            held: number;
            cancelled: number;
            hours: number;
            name: string;
            id: string;
            present: number;
            payed: number;
        };
        /** CoachToUserCreate */
        CoachToUserCreate: {
            data: components["schemas"]["UserAccountIdentifier"] | null;
        };
        /** CoachToUserLinkage */
        CoachToUserLinkage: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["LinkageLinks"];
            data: components["schemas"]["UserAccountIdentifier"] | null;
            included?: components["schemas"]["UserAccount"][];
        };
        /** CoachToUserLinkageUpdate */
        CoachToUserLinkageUpdate: {
            data: components["schemas"]["UserAccountIdentifier"] | null;
        };
        /** CoachToUserRelationship */
        CoachToUserRelationship: {
            links: components["schemas"]["RelationshipLinks"];
            data: components["schemas"]["UserAccountIdentifier"] | null;
        };
        /** CoachToUserUpdate */
        CoachToUserUpdate: {
            data: components["schemas"]["UserAccountIdentifier"] | null;
        };
        /** CoachUpdate */
        CoachUpdate: {
            data: components["schemas"]["CoachUpdateData"];
        };
        /** CoachUpdateAttributes */
        CoachUpdateAttributes: {
            first_name?: string;
            last_name?: string;
            active?: boolean;
            diploma?: string;
            remark?: string;
        };
        /** CoachUpdateData */
        CoachUpdateData: {
            /** @constant */
            type: "coaches";
            id: string;
            attributes?: components["schemas"]["CoachUpdateAttributes"];
            relationships?: components["schemas"]["CoachUpdateRelationships"];
        };
        /** CoachUpdateRelationships */
        CoachUpdateRelationships: {
            user?: components["schemas"]["CoachToUserUpdate"];
        };
        /**
         * ConflictMeta
         * @description The meta of a document that changes the schedule.
         */
        ConflictMeta: {
            /** @default false */
            allow_conflicts: boolean;
        };
        /**
         * Delivery
         * @description A mail on its way to one recipient, newest first in a list.
         */
        Delivery: {
            /** @constant */
            type: "deliveries";
            id: string;
            attributes: components["schemas"]["DeliveryAttributes"];
            links: components["schemas"]["ResourceLinks"];
            meta: components["schemas"]["DeliveryMeta"];
        };
        /** DeliveryAttributes */
        DeliveryAttributes: {
            /** @description The event that the mail tells of. */
            name: string;
            state: components["schemas"]["DeliveryState"];
            attempts: number;
            last_error: string;
            recipient: string;
            /** @description UUID of the user or invitation. */
            subject: string | null;
            /** @description When it is tried next. */
            available_at: string | null;
            sent_at: string | null;
            expires_at: string | null;
        };
        /** DeliveryCollection */
        DeliveryCollection: {
            meta?: components["schemas"]["Meta"];
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["PageLinks"];
            data: components["schemas"]["Delivery"][];
        };
        /** DeliveryDocument */
        DeliveryDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["Delivery"];
        };
        /** DeliveryMeta */
        DeliveryMeta: {
            created_at: string | null;
            updated_at: string | null;
            version: number;
        };
        /**
         * DeliveryState
         * @description How far a mail got.
         * @enum {string}
         */
        DeliveryState: "queued" | "failed" | "sent" | "given_up" | "cancelled";
        /**
         * DocumentLinks
         * @description The links of a document.
         */
        DocumentLinks: {
            self: string | components["schemas"]["LinkObject"];
            describedby?: string;
        };
        /**
         * ErrorDocument
         * @description What every failure answers.
         */
        ErrorDocument: {
            jsonapi: components["schemas"]["JsonApi"];
            errors: components["schemas"]["ErrorModel"][];
            links?: components["schemas"]["DocumentLinks"];
        };
        /**
         * Error
         * @description One error; `code` is stable, `detail` is for people.
         */
        ErrorModel: {
            status: string;
            code: string;
            title?: string;
            detail?: string;
            id?: string;
            source?: components["schemas"]["ErrorSource"];
            links?: {
                [key: string]: string;
            };
            meta?: {
                [key: string]: unknown;
            };
        };
        /**
         * ErrorSource
         * @description Where an error comes from.
         */
        ErrorSource: {
            pointer?: string;
            parameter?: string;
            header?: string;
        };
        /**
         * GeneratedDay
         * @description What happens to one day of a definition.
         */
        GeneratedDay: {
            definition: components["schemas"]["Reference"];
            name: string;
            date: string;
            start_date: string;
            end_date: string;
            /** @enum {string} */
            outcome: "created" | "exists" | "excluded" | "closed" | "conflict";
            closure: string | null;
            clashes: components["schemas"]["Clash"][];
        };
        /**
         * Generation
         * @description What generating does, or would do.
         */
        Generation: {
            dry_run: boolean;
            summary: components["schemas"]["GenerationSummary"];
            dates: components["schemas"]["GeneratedDay"][];
        };
        /**
         * GenerationDocument
         * @description The answer to generating.
         */
        GenerationDocument: {
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            meta: components["schemas"]["Generation"];
        };
        /**
         * GenerationSummary
         * @description How often each thing happens.
         */
        GenerationSummary: {
            created: number;
            exists: number;
            excluded: number;
            closed: number;
            conflict: number;
        };
        /**
         * InvitationState
         * @description How far an invitation has come.
         * @enum {string}
         */
        InvitationState: "pending" | "mailed" | "confirmed" | "expired";
        /**
         * JsonApi
         * @description What the server implements.
         */
        JsonApi: {
            /** @constant */
            version: "1.1";
            ext?: string[];
            profile?: string[];
        };
        JsonValue: unknown;
        LinkAuthorToUserOperation: {
            /** @enum {unknown} */
            op: "update";
            ref: {
                /** @constant */
                type: "authors";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
                /** @constant */
                relationship: "user";
            };
            data: components["schemas"]["AtomicUserAccountIdentifier"] | null;
        };
        LinkByHrefOperation: {
            /** @enum {unknown} */
            op: "add" | "update" | "remove";
            /** @description The address of it, for the ref. */
            href: string;
            data: components["schemas"]["AtomicIdentifier"] | components["schemas"]["AtomicIdentifier"][] | null;
        };
        LinkCoachToUserOperation: {
            /** @enum {unknown} */
            op: "update";
            ref: {
                /** @constant */
                type: "coaches";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
                /** @constant */
                relationship: "user";
            };
            data: components["schemas"]["AtomicUserAccountIdentifier"] | null;
        };
        /**
         * LinkObject
         * @description A link that says which extension or profile its target applies.
         */
        LinkObject: {
            href: string;
            type: string;
        };
        LinkPageToApplicationOperation: {
            /** @enum {unknown} */
            op: "update";
            ref: {
                /** @constant */
                type: "pages";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
                /** @constant */
                relationship: "application";
            };
            data: components["schemas"]["AtomicApplicationIdentifier"];
        };
        LinkStoryToApplicationOperation: {
            /** @enum {unknown} */
            op: "update";
            ref: {
                /** @constant */
                type: "stories";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
                /** @constant */
                relationship: "application";
            };
            data: components["schemas"]["AtomicApplicationIdentifier"];
        };
        LinkStoryToAuthorOperation: {
            /** @enum {unknown} */
            op: "update";
            ref: {
                /** @constant */
                type: "stories";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
                /** @constant */
                relationship: "author";
            };
            data: components["schemas"]["AtomicAuthorIdentifier"] | null;
        };
        LinkTrainingDefinitionToCoachesOperation: {
            /** @enum {unknown} */
            op: "add" | "remove" | "update";
            ref: {
                /** @constant */
                type: "training_definitions";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
                /** @constant */
                relationship: "coaches";
            };
            data: components["schemas"]["AtomicCoachIdentifier"][];
        };
        LinkTrainingDefinitionToSeasonOperation: {
            /** @enum {unknown} */
            op: "update";
            ref: {
                /** @constant */
                type: "training_definitions";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
                /** @constant */
                relationship: "season";
            };
            data: components["schemas"]["AtomicSeasonIdentifier"] | null;
        };
        LinkTrainingDefinitionToTeamOperation: {
            /** @enum {unknown} */
            op: "update";
            ref: {
                /** @constant */
                type: "training_definitions";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
                /** @constant */
                relationship: "team";
            };
            data: components["schemas"]["AtomicTeamIdentifier"] | null;
        };
        LinkTrainingToCoachesOperation: {
            /** @enum {unknown} */
            op: "add" | "remove" | "update";
            ref: {
                /** @constant */
                type: "trainings";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
                /** @constant */
                relationship: "coaches";
            };
            data: components["schemas"]["AtomicTrainingToCoachesIdentifierUpdate"][];
        };
        LinkTrainingToDefinitionOperation: {
            /** @enum {unknown} */
            op: "update";
            ref: {
                /** @constant */
                type: "trainings";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
                /** @constant */
                relationship: "definition";
            };
            data: components["schemas"]["AtomicTrainingDefinitionIdentifier"] | null;
        };
        LinkTrainingToSeasonOperation: {
            /** @enum {unknown} */
            op: "update";
            ref: {
                /** @constant */
                type: "trainings";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
                /** @constant */
                relationship: "season";
            };
            data: components["schemas"]["AtomicSeasonIdentifier"] | null;
        };
        LinkTrainingToTeamsOperation: {
            /** @enum {unknown} */
            op: "add" | "remove" | "update";
            ref: {
                /** @constant */
                type: "trainings";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
                /** @constant */
                relationship: "teams";
            };
            data: components["schemas"]["AtomicTeamIdentifier"][];
        };
        /**
         * LinkageLinks
         * @description The links of a relationship endpoint.
         */
        LinkageLinks: {
            self: string | components["schemas"]["LinkObject"];
            describedby?: string;
            related: string;
        };
        /**
         * Meta
         * @description The meta of a collection; a limit of 0 says that it was not cut into pages.
         */
        Meta: {
            /** @default null */
            count: number | null;
            /** @default null */
            offset: number | null;
            /** @default null */
            limit: number | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * MetaDocument
         * @description The same, with nothing said about the meta.
         */
        MetaDocument: {
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            meta: {
                [key: string]: unknown;
            };
        };
        /**
         * NamedTally
         * @description The same, of one location.
         */
        NamedTally: {
            held: number;
            cancelled: number;
            hours: number;
            name: string;
        };
        /**
         * OwnTally
         * @description The same, of one team or definition.
         */
        OwnTally: {
            held: number;
            cancelled: number;
            hours: number;
            name: string;
            id: string;
        };
        /**
         * Page
         * @description A page of the site; who is no author sees enabled ones.
         */
        Page: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "pages";
            id: string;
            attributes: components["schemas"]["PageAttributes"];
            relationships: components["schemas"]["PageRelationships"];
            links: components["schemas"]["ResourceLinks"];
            meta: components["schemas"]["PageMeta"];
        };
        /** PageAttributes */
        PageAttributes: {
            enabled: boolean;
            /** @description The highest comes first. */
            priority: number;
            remark?: string;
            /** @description One text per language, the best one for the reader first. */
            contents: components["schemas"]["TextContent"][];
        };
        /** PageCollection */
        PageCollection: {
            meta?: components["schemas"]["Meta"];
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["PageLinks"];
            data: components["schemas"]["Page"][];
            included?: (components["schemas"]["Page"] | components["schemas"]["Application"])[];
        };
        /** PageCreate */
        PageCreate: {
            data: components["schemas"]["PageCreateData"];
        };
        /** PageCreateAttributes */
        PageCreateAttributes: {
            enabled?: boolean;
            /** @description The highest comes first. */
            priority?: number;
            remark?: string;
            /** @description One text per language, the best one for the reader first. */
            contents: components["schemas"]["TextContentWrite"][];
        };
        /** PageCreateData */
        PageCreateData: {
            /** @constant */
            type: "pages";
            lid?: string;
            attributes: components["schemas"]["PageCreateAttributes"];
            relationships: components["schemas"]["PageCreateRelationships"];
        };
        /** PageCreateRelationships */
        PageCreateRelationships: {
            application: components["schemas"]["PageToApplicationCreate"];
        };
        /** PageDocument */
        PageDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["Page"];
            included?: (components["schemas"]["Page"] | components["schemas"]["Application"])[];
        };
        /**
         * PageLinks
         * @description The links of a collection; null where there is no such page.
         */
        PageLinks: {
            self: string | components["schemas"]["LinkObject"];
            describedby?: string;
            first?: string | components["schemas"]["LinkObject"] | null;
            last?: string | components["schemas"]["LinkObject"] | null;
            prev?: string | components["schemas"]["LinkObject"] | null;
            next?: string | components["schemas"]["LinkObject"] | null;
        };
        /** PageMeta */
        PageMeta: {
            created_at: string | null;
            updated_at: string | null;
            version: number;
        };
        /** PageRelationships */
        PageRelationships: {
            application: components["schemas"]["PageToApplicationRelationship"];
        };
        /** PageToApplicationCreate */
        PageToApplicationCreate: {
            data: components["schemas"]["ApplicationIdentifier"];
        };
        /** PageToApplicationLinkage */
        PageToApplicationLinkage: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["LinkageLinks"];
            data: components["schemas"]["ApplicationIdentifier"];
            included?: components["schemas"]["Application"][];
        };
        /** PageToApplicationLinkageUpdate */
        PageToApplicationLinkageUpdate: {
            data: components["schemas"]["ApplicationIdentifier"];
        };
        /** PageToApplicationRelationship */
        PageToApplicationRelationship: {
            links: components["schemas"]["RelationshipLinks"];
            data: components["schemas"]["ApplicationIdentifier"];
        };
        /** PageToApplicationUpdate */
        PageToApplicationUpdate: {
            data: components["schemas"]["ApplicationIdentifier"];
        };
        /** PageUpdate */
        PageUpdate: {
            data: components["schemas"]["PageUpdateData"];
        };
        /** PageUpdateAttributes */
        PageUpdateAttributes: {
            enabled?: boolean;
            /** @description The highest comes first. */
            priority?: number;
            remark?: string;
            /** @description One text per language, the best one for the reader first. */
            contents?: components["schemas"]["TextContentWrite"][];
        };
        /** PageUpdateData */
        PageUpdateData: {
            /** @constant */
            type: "pages";
            id: string;
            attributes?: components["schemas"]["PageUpdateAttributes"];
            relationships?: components["schemas"]["PageUpdateRelationships"];
        };
        /** PageUpdateRelationships */
        PageUpdateRelationships: {
            application?: components["schemas"]["PageToApplicationUpdate"];
        };
        /**
         * PeriodMeta
         * @description For which days a definition is generated: those of a season, or from start to end.
         */
        PeriodMeta: {
            /** @default false */
            allow_conflicts: boolean;
            /** @default null */
            start: string | null;
            /** @default null */
            end: string | null;
            /** @default null */
            season: number | null;
        };
        /** PeriodMetaDocument */
        PeriodMetaDocument: {
            meta?: components["schemas"]["PeriodMeta"];
        };
        /**
         * PortalStory
         * @description A story as the portal shows it.
         */
        PortalStory: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "stories";
            id: string;
            attributes: components["schemas"]["PortalStoryAttributes"];
            relationships: components["schemas"]["PortalStoryRelationships"];
            links: components["schemas"]["ResourceLinks"];
            meta: components["schemas"]["PortalStoryMeta"];
        };
        /** PortalStoryAttributes */
        PortalStoryAttributes: {
            /** @description On the portal the highest comes first. */
            priority: number;
            /**
             * Format: date-time
             * @description The moment of its creation when it is left out.
             */
            publish_date: string;
            /** @description One text per language, the best one for the reader first. */
            contents: components["schemas"]["TextContent"][];
        };
        /** PortalStoryCollection */
        PortalStoryCollection: {
            meta?: components["schemas"]["Meta"];
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["PageLinks"];
            data: components["schemas"]["PortalStory"][];
            included?: (components["schemas"]["PortalStory"] | components["schemas"]["Application"])[];
        };
        /** PortalStoryDocument */
        PortalStoryDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["PortalStory"];
            included?: (components["schemas"]["PortalStory"] | components["schemas"]["Application"])[];
        };
        /** PortalStoryMeta */
        PortalStoryMeta: {
            created_at: string | null;
            updated_at: string | null;
            version: number;
        };
        /** PortalStoryRelationships */
        PortalStoryRelationships: {
            application: components["schemas"]["PortalStoryToApplicationRelationship"];
        };
        /** PortalStoryToApplicationRelationship */
        PortalStoryToApplicationRelationship: {
            links: components["schemas"]["RelationshipLinks"];
            data: components["schemas"]["ApplicationIdentifier"];
        };
        /**
         * Preview
         * @description The text as a reader sees it.
         */
        Preview: {
            html: string;
        };
        /**
         * PreviewDocument
         * @description The answer with a preview.
         */
        PreviewDocument: {
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            meta: components["schemas"]["Preview"];
        };
        /** PreviewMetaDocument */
        PreviewMetaDocument: {
            meta?: components["schemas"]["PreviewMetaWrite"];
        };
        /**
         * PreviewMetaWrite
         * @description A text as it is typed.
         */
        PreviewMetaWrite: {
            /** @enum {string} */
            format?: "md" | "html";
            content: string;
        };
        /**
         * Reference
         * @description Which resource it is.
         */
        Reference: {
            type: string;
            id: string;
        };
        /**
         * RelationshipLinks
         * @description The links of a relationship: to its linkage, and to what it links.
         */
        RelationshipLinks: {
            self: string;
            related: string;
        };
        RemoveApplicationOperation: {
            /** @constant */
            op: "remove";
            ref: {
                /** @constant */
                type: "applications";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        RemoveAuthorOperation: {
            /** @constant */
            op: "remove";
            ref: {
                /** @constant */
                type: "authors";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        RemoveByHrefOperation: {
            /** @constant */
            op: "remove";
            /** @description The address of it, for the ref. */
            href: string;
        };
        RemoveCalendarFeedOperation: {
            /** @constant */
            op: "remove";
            ref: {
                /** @constant */
                type: "calendar_feeds";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        RemoveClosureOperation: {
            /** @constant */
            op: "remove";
            ref: {
                /** @constant */
                type: "closures";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        RemoveCoachOperation: {
            /** @constant */
            op: "remove";
            ref: {
                /** @constant */
                type: "coaches";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        RemovePageOperation: {
            /** @constant */
            op: "remove";
            ref: {
                /** @constant */
                type: "pages";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        RemoveSeasonOperation: {
            /** @constant */
            op: "remove";
            ref: {
                /** @constant */
                type: "seasons";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        RemoveStoryOperation: {
            /** @constant */
            op: "remove";
            ref: {
                /** @constant */
                type: "stories";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        RemoveTeamOperation: {
            /** @constant */
            op: "remove";
            ref: {
                /** @constant */
                type: "teams";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        RemoveTrainingDefinitionOperation: {
            /** @constant */
            op: "remove";
            ref: {
                /** @constant */
                type: "training_definitions";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        RemoveTrainingOperation: {
            /** @constant */
            op: "remove";
            ref: {
                /** @constant */
                type: "trainings";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        RemoveUserInvitationOperation: {
            /** @constant */
            op: "remove";
            ref: {
                /** @constant */
                type: "user_invitations";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        RemoveUserSessionOperation: {
            /** @constant */
            op: "remove";
            ref: {
                /** @constant */
                type: "sessions";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        /**
         * ResourceLinks
         * @description The link of a resource to itself.
         */
        ResourceLinks: {
            self: string;
        };
        /**
         * RestoreMeta
         * @description What is said when a training takes place after all.
         */
        RestoreMeta: {
            /** @default false */
            allow_conflicts: boolean;
            /** @default  */
            reason: string;
        };
        /** RestoreMetaDocument */
        RestoreMetaDocument: {
            meta?: components["schemas"]["RestoreMeta"];
        };
        /**
         * Season
         * @description The days, first and last included, that trainings are planned for.
         */
        Season: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "seasons";
            id: string;
            attributes: components["schemas"]["SeasonAttributes"];
            links: components["schemas"]["ResourceLinks"];
            meta: components["schemas"]["SeasonMeta"];
        };
        /** SeasonAttributes */
        SeasonAttributes: {
            name: string;
            /** Format: date */
            start_date: string;
            /** Format: date */
            end_date: string;
            remark?: string;
        };
        /** SeasonCollection */
        SeasonCollection: {
            meta?: components["schemas"]["Meta"];
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["PageLinks"];
            data: components["schemas"]["Season"][];
        };
        /** SeasonCreate */
        SeasonCreate: {
            data: components["schemas"]["SeasonCreateData"];
        };
        /** SeasonCreateAttributes */
        SeasonCreateAttributes: {
            name: string;
            /** Format: date */
            start_date: string;
            /** Format: date */
            end_date: string;
            remark?: string;
        };
        /** SeasonCreateData */
        SeasonCreateData: {
            /** @constant */
            type: "seasons";
            lid?: string;
            attributes: components["schemas"]["SeasonCreateAttributes"];
            relationships?: components["schemas"]["SeasonCreateRelationships"];
        };
        /** SeasonCreateRelationships */
        SeasonCreateRelationships: Record<string, never>;
        /** SeasonDocument */
        SeasonDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["Season"];
        };
        /** SeasonIdentifier */
        SeasonIdentifier: {
            /** @constant */
            type: "seasons";
            id: string;
        };
        /** SeasonMeta */
        SeasonMeta: {
            created_at: string | null;
            updated_at: string | null;
            version: number;
        };
        /** SeasonNullableDocument */
        SeasonNullableDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["Season"] | null;
        };
        /**
         * SeasonPeriodMeta
         * @description How the trainings of a season are generated; without days it is the whole season.
         */
        SeasonPeriodMeta: {
            /** @default false */
            allow_conflicts: boolean;
            /** @default null */
            start: string | null;
            /** @default null */
            end: string | null;
        };
        /** SeasonPeriodMetaDocument */
        SeasonPeriodMetaDocument: {
            meta?: components["schemas"]["SeasonPeriodMeta"];
        };
        /** SeasonUpdate */
        SeasonUpdate: {
            data: components["schemas"]["SeasonUpdateData"];
        };
        /** SeasonUpdateAttributes */
        SeasonUpdateAttributes: {
            name?: string;
            /** Format: date */
            start_date?: string;
            /** Format: date */
            end_date?: string;
            remark?: string;
        };
        /** SeasonUpdateData */
        SeasonUpdateData: {
            /** @constant */
            type: "seasons";
            id: string;
            attributes?: components["schemas"]["SeasonUpdateAttributes"];
            relationships?: components["schemas"]["SeasonUpdateRelationships"];
        };
        /** SeasonUpdateRelationships */
        SeasonUpdateRelationships: Record<string, never>;
        /**
         * SecurityEvent
         * @description Something that happened to an account, newest first in a list.
         */
        SecurityEvent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "security_events";
            id: string;
            attributes: components["schemas"]["SecurityEventAttributes"];
            relationships: components["schemas"]["SecurityEventRelationships"];
            links: components["schemas"]["ResourceLinks"];
            meta: components["schemas"]["SecurityEventMeta"];
        };
        /** SecurityEventAttributes */
        SecurityEventAttributes: {
            at: string | null;
            kind: components["schemas"]["SecurityEventKind"];
            /** @description The network it came from (/24 or /48). */
            ip: string;
            /** @description The login session, open or not. */
            session: string | null;
            /** @description The X-Request-ID of the request. */
            request: string | null;
        };
        /** SecurityEventCollection */
        SecurityEventCollection: {
            meta?: components["schemas"]["Meta"];
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["PageLinks"];
            data: components["schemas"]["SecurityEvent"][];
            included?: (components["schemas"]["SecurityEvent"] | components["schemas"]["UserAccount"])[];
        };
        /** SecurityEventDocument */
        SecurityEventDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["SecurityEvent"];
            included?: (components["schemas"]["SecurityEvent"] | components["schemas"]["UserAccount"])[];
        };
        /**
         * SecurityEventKind
         * @description What happened.
         * @enum {string}
         */
        SecurityEventKind: "login" | "login_failed" | "refresh_reuse" | "password_reset" | "password_changed" | "step_up" | "role_changed" | "user_revoked" | "user_restored" | "import";
        /** SecurityEventMeta */
        SecurityEventMeta: {
            created_at: string | null;
            updated_at: string | null;
            version: number;
        };
        /** SecurityEventRelationships */
        SecurityEventRelationships: {
            user: components["schemas"]["SecurityEventToUserRelationship"];
        };
        /** SecurityEventToUserLinkage */
        SecurityEventToUserLinkage: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["LinkageLinks"];
            data: components["schemas"]["UserAccountIdentifier"] | null;
            included?: components["schemas"]["UserAccount"][];
        };
        /** SecurityEventToUserRelationship */
        SecurityEventToUserRelationship: {
            links: components["schemas"]["RelationshipLinks"];
            data: components["schemas"]["UserAccountIdentifier"] | null;
        };
        /**
         * SessionClient
         * @description Who holds the refresh token: a browser in its cookie, or another program.
         * @enum {string}
         */
        SessionClient: "web" | "api";
        /**
         * SettingsDocument
         * @description The answer with the settings.
         */
        SettingsDocument: {
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            meta: components["schemas"]["SettingsMeta"];
        };
        /**
         * SettingsMeta
         * @description What the web application asks first; each color is `#rrggbb`, the logo an address.
         */
        SettingsMeta: {
            name: string;
            logo: string | null;
            colors: {
                [key: string]: string;
            };
            locales: string[];
            default_locale: string;
            timezone: string;
            password_min_length: number;
        };
        /**
         * Statistics
         * @description What was counted.
         */
        Statistics: {
            total: components["schemas"]["Tally"];
            coaches: components["schemas"]["CoachTally"][];
            teams: components["schemas"]["OwnTally"][];
            definitions: components["schemas"]["OwnTally"][];
            locations: components["schemas"]["NamedTally"][];
        };
        /**
         * StatisticsDocument
         * @description The answer with what was counted.
         */
        StatisticsDocument: {
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            meta: components["schemas"]["Statistics"];
        };
        /**
         * Story
         * @description A news story; who is no author sees it while it is active.
         *
         *     That is when it is enabled, published and not ended.
         */
        Story: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "stories";
            id: string;
            attributes: components["schemas"]["StoryAttributes"];
            relationships: components["schemas"]["StoryRelationships"];
            links: components["schemas"]["ResourceLinks"];
            meta: components["schemas"]["StoryMeta"];
        };
        /** StoryAttributes */
        StoryAttributes: {
            enabled: boolean;
            /** @description On the portal the highest comes first. */
            priority: number;
            promotion_end_date: string | null;
            /**
             * Format: date-time
             * @description The moment of its creation when it is left out.
             */
            publish_date: string;
            end_date: string | null;
            remark?: string;
            /** @description One text per language, the best one for the reader first. */
            contents: components["schemas"]["TextContent"][];
        };
        /** StoryCollection */
        StoryCollection: {
            meta?: components["schemas"]["Meta"];
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["PageLinks"];
            data: components["schemas"]["Story"][];
            included?: (components["schemas"]["Story"] | components["schemas"]["Application"] | components["schemas"]["Author"] | components["schemas"]["UserAccount"])[];
        };
        /** StoryCreate */
        StoryCreate: {
            data: components["schemas"]["StoryCreateData"];
        };
        /** StoryCreateAttributes */
        StoryCreateAttributes: {
            enabled?: boolean;
            /** @description On the portal the highest comes first. */
            priority?: number;
            promotion_end_date?: string | null;
            /**
             * Format: date-time
             * @description The moment of its creation when it is left out.
             */
            publish_date?: string;
            end_date?: string | null;
            remark?: string;
            /** @description One text per language, the best one for the reader first. */
            contents: components["schemas"]["TextContentWrite"][];
        };
        /** StoryCreateData */
        StoryCreateData: {
            /** @constant */
            type: "stories";
            lid?: string;
            attributes: components["schemas"]["StoryCreateAttributes"];
            relationships: components["schemas"]["StoryCreateRelationships"];
        };
        /** StoryCreateRelationships */
        StoryCreateRelationships: {
            application: components["schemas"]["StoryToApplicationCreate"];
            author?: components["schemas"]["StoryToAuthorCreate"];
        };
        /** StoryDocument */
        StoryDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["Story"];
            included?: (components["schemas"]["Story"] | components["schemas"]["Application"] | components["schemas"]["Author"] | components["schemas"]["UserAccount"])[];
        };
        /** StoryMeta */
        StoryMeta: {
            created_at: string | null;
            updated_at: string | null;
            version: number;
        };
        /** StoryRelationships */
        StoryRelationships: {
            application: components["schemas"]["StoryToApplicationRelationship"];
            author: components["schemas"]["StoryToAuthorRelationship"];
        };
        /** StoryToApplicationCreate */
        StoryToApplicationCreate: {
            data: components["schemas"]["ApplicationIdentifier"];
        };
        /** StoryToApplicationLinkage */
        StoryToApplicationLinkage: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["LinkageLinks"];
            data: components["schemas"]["ApplicationIdentifier"];
            included?: components["schemas"]["Application"][];
        };
        /** StoryToApplicationLinkageUpdate */
        StoryToApplicationLinkageUpdate: {
            data: components["schemas"]["ApplicationIdentifier"];
        };
        /** StoryToApplicationRelationship */
        StoryToApplicationRelationship: {
            links: components["schemas"]["RelationshipLinks"];
            data: components["schemas"]["ApplicationIdentifier"];
        };
        /** StoryToApplicationUpdate */
        StoryToApplicationUpdate: {
            data: components["schemas"]["ApplicationIdentifier"];
        };
        /** StoryToAuthorCreate */
        StoryToAuthorCreate: {
            data: components["schemas"]["AuthorIdentifier"] | null;
        };
        /** StoryToAuthorLinkage */
        StoryToAuthorLinkage: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["LinkageLinks"];
            data: components["schemas"]["AuthorIdentifier"] | null;
            included?: components["schemas"]["Author"][];
        };
        /** StoryToAuthorLinkageUpdate */
        StoryToAuthorLinkageUpdate: {
            data: components["schemas"]["AuthorIdentifier"] | null;
        };
        /** StoryToAuthorRelationship */
        StoryToAuthorRelationship: {
            links: components["schemas"]["RelationshipLinks"];
            data: components["schemas"]["AuthorIdentifier"] | null;
        };
        /** StoryToAuthorUpdate */
        StoryToAuthorUpdate: {
            data: components["schemas"]["AuthorIdentifier"] | null;
        };
        /** StoryUpdate */
        StoryUpdate: {
            data: components["schemas"]["StoryUpdateData"];
        };
        /** StoryUpdateAttributes */
        StoryUpdateAttributes: {
            enabled?: boolean;
            /** @description On the portal the highest comes first. */
            priority?: number;
            promotion_end_date?: string | null;
            /**
             * Format: date-time
             * @description The moment of its creation when it is left out.
             */
            publish_date?: string;
            end_date?: string | null;
            remark?: string;
            /** @description One text per language, the best one for the reader first. */
            contents?: components["schemas"]["TextContentWrite"][];
        };
        /** StoryUpdateData */
        StoryUpdateData: {
            /** @constant */
            type: "stories";
            id: string;
            attributes?: components["schemas"]["StoryUpdateAttributes"];
            relationships?: components["schemas"]["StoryUpdateRelationships"];
        };
        /** StoryUpdateRelationships */
        StoryUpdateRelationships: {
            application?: components["schemas"]["StoryToApplicationUpdate"];
            author?: components["schemas"]["StoryToAuthorUpdate"];
        };
        /**
         * Tally
         * @description What was held and cancelled; hours are of those held.
         */
        Tally: {
            held: number;
            cancelled: number;
            hours: number;
        };
        /**
         * Team
         * @description People who train together.
         */
        Team: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "teams";
            id: string;
            attributes: components["schemas"]["TeamAttributes"];
            links: components["schemas"]["ResourceLinks"];
            meta: components["schemas"]["TeamMeta"];
        };
        /** TeamAttributes */
        TeamAttributes: {
            name: string;
            active: boolean;
            remark?: string;
        };
        /** TeamCollection */
        TeamCollection: {
            meta?: components["schemas"]["Meta"];
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["PageLinks"];
            data: components["schemas"]["Team"][];
        };
        /** TeamCreate */
        TeamCreate: {
            data: components["schemas"]["TeamCreateData"];
        };
        /** TeamCreateAttributes */
        TeamCreateAttributes: {
            name: string;
            active?: boolean;
            remark?: string;
        };
        /** TeamCreateData */
        TeamCreateData: {
            /** @constant */
            type: "teams";
            lid?: string;
            attributes: components["schemas"]["TeamCreateAttributes"];
            relationships?: components["schemas"]["TeamCreateRelationships"];
        };
        /** TeamCreateRelationships */
        TeamCreateRelationships: Record<string, never>;
        /** TeamDocument */
        TeamDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["Team"];
        };
        /** TeamIdentifier */
        TeamIdentifier: {
            /** @constant */
            type: "teams";
            id: string;
        };
        /** TeamMeta */
        TeamMeta: {
            created_at: string | null;
            updated_at: string | null;
            version: number;
        };
        /** TeamNullableDocument */
        TeamNullableDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["Team"] | null;
        };
        /** TeamUpdate */
        TeamUpdate: {
            data: components["schemas"]["TeamUpdateData"];
        };
        /** TeamUpdateAttributes */
        TeamUpdateAttributes: {
            name?: string;
            active?: boolean;
            remark?: string;
        };
        /** TeamUpdateData */
        TeamUpdateData: {
            /** @constant */
            type: "teams";
            id: string;
            attributes?: components["schemas"]["TeamUpdateAttributes"];
            relationships?: components["schemas"]["TeamUpdateRelationships"];
        };
        /** TeamUpdateRelationships */
        TeamUpdateRelationships: Record<string, never>;
        /**
         * TextContent
         * @description A text in one language; the server renders and sanitises what readers get.
         */
        TextContent: {
            locale: string;
            /** @enum {string} */
            format: "md" | "html";
            title: string;
            summary: string;
            content: string;
            html_summary: string;
            html_content: string;
        };
        /**
         * TextContentWrite
         * @description A text in one language; the server renders and sanitises what readers get.
         */
        TextContentWrite: {
            locale: string;
            /** @enum {string} */
            format?: "md" | "html";
            title: string;
            summary?: string;
            content?: string;
        };
        /**
         * TokenSchema
         * @description The response schema for an access/refresh token.
         *
         *     Attributes:
         *         refresh_token: Empty for the web application, which has it in a cookie.
         *         expiration: End of the access token, YYYY-MM-DD HH:MM:SS in UTC.
         */
        TokenSchema: {
            access_token: string;
            refresh_token: string;
            expiration: string;
        };
        /**
         * Training
         * @description Represent a JSON:API resource for a training entity.
         */
        Training: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "trainings";
            id: string;
            attributes: components["schemas"]["TrainingAttributes"];
            relationships: components["schemas"]["TrainingRelationships"];
            links: components["schemas"]["ResourceLinks"];
            meta: components["schemas"]["TrainingMeta"];
        };
        /** TrainingAttributes */
        TrainingAttributes: {
            /** @description One text per language, the best one for the reader first. */
            contents: components["schemas"]["TextContent"][];
            event: components["schemas"]["TrainingEvent"];
            /** @description The local day that it was generated for. */
            occurrence_date: string | null;
            remark?: string;
            /** @description When somebody decided that it takes place although something is taken. */
            conflicts_allowed_at?: string | null;
        };
        /**
         * TrainingCoach
         * @description Schema for coach/training specific information.
         */
        TrainingCoach: {
            head: boolean;
            present?: boolean;
            payed?: boolean;
        };
        /** TrainingCollection */
        TrainingCollection: {
            meta?: components["schemas"]["Meta"];
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["PageLinks"];
            data: components["schemas"]["Training"][];
            included?: (components["schemas"]["Training"] | components["schemas"]["Coach"] | components["schemas"]["Team"] | components["schemas"]["TrainingDefinition"] | components["schemas"]["Season"] | components["schemas"]["UserAccount"])[];
        };
        /** TrainingCreateAttributes */
        TrainingCreateAttributes: {
            /** @description One text per language, the best one for the reader first. */
            contents: components["schemas"]["TextContentWrite"][];
            event: components["schemas"]["TrainingEventWrite"];
            remark?: string;
        };
        /** TrainingCreateData */
        TrainingCreateData: {
            /** @constant */
            type: "trainings";
            lid?: string;
            attributes: components["schemas"]["TrainingCreateAttributes"];
            relationships?: components["schemas"]["TrainingCreateRelationships"];
        };
        /** TrainingCreateRelationships */
        TrainingCreateRelationships: {
            coaches?: components["schemas"]["TrainingToCoachesCreate"];
            teams?: components["schemas"]["TrainingToTeamsCreate"];
            definition?: components["schemas"]["TrainingToDefinitionCreate"];
            season?: components["schemas"]["TrainingToSeasonCreate"];
        };
        /** TrainingCreateWithConflictMeta */
        TrainingCreateWithConflictMeta: {
            data: components["schemas"]["TrainingCreateData"];
            meta?: components["schemas"]["ConflictMeta"];
        };
        /**
         * TrainingDefinition
         * @description A weekly slot that trainings are generated from.
         */
        TrainingDefinition: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "training_definitions";
            id: string;
            attributes: components["schemas"]["TrainingDefinitionAttributes"];
            relationships: components["schemas"]["TrainingDefinitionRelationships"];
            links: components["schemas"]["ResourceLinks"];
            meta: components["schemas"]["TrainingDefinitionMeta"];
        };
        /** TrainingDefinitionAttributes */
        TrainingDefinitionAttributes: {
            name: string;
            description: string;
            /** @description 1 is Monday, 7 is Sunday. */
            weekday: number;
            start_time: string;
            end_time: string;
            /** @description IANA name; that of the club when it is left out. */
            timezone: string;
            location: string;
            active: boolean;
            remark?: string;
            /** @description Days that generate skips. */
            exception_dates: string[];
        };
        /** TrainingDefinitionCollection */
        TrainingDefinitionCollection: {
            meta?: components["schemas"]["Meta"];
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["PageLinks"];
            data: components["schemas"]["TrainingDefinition"][];
            included?: (components["schemas"]["TrainingDefinition"] | components["schemas"]["Team"] | components["schemas"]["Season"] | components["schemas"]["Coach"] | components["schemas"]["UserAccount"])[];
        };
        /** TrainingDefinitionCreate */
        TrainingDefinitionCreate: {
            data: components["schemas"]["TrainingDefinitionCreateData"];
        };
        /** TrainingDefinitionCreateAttributes */
        TrainingDefinitionCreateAttributes: {
            name: string;
            description?: string;
            /** @description 1 is Monday, 7 is Sunday. */
            weekday: number;
            start_time: string;
            end_time: string;
            /** @description IANA name; that of the club when it is left out. */
            timezone?: string;
            location?: string;
            active?: boolean;
            remark?: string;
            /** @description Days that generate skips. */
            exception_dates?: string[];
        };
        /** TrainingDefinitionCreateData */
        TrainingDefinitionCreateData: {
            /** @constant */
            type: "training_definitions";
            lid?: string;
            attributes: components["schemas"]["TrainingDefinitionCreateAttributes"];
            relationships?: components["schemas"]["TrainingDefinitionCreateRelationships"];
        };
        /** TrainingDefinitionCreateRelationships */
        TrainingDefinitionCreateRelationships: {
            team?: components["schemas"]["TrainingDefinitionToTeamCreate"];
            season?: components["schemas"]["TrainingDefinitionToSeasonCreate"];
            coaches?: components["schemas"]["TrainingDefinitionToCoachesCreate"];
        };
        /** TrainingDefinitionDocument */
        TrainingDefinitionDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["TrainingDefinition"];
            included?: (components["schemas"]["TrainingDefinition"] | components["schemas"]["Team"] | components["schemas"]["Season"] | components["schemas"]["Coach"] | components["schemas"]["UserAccount"])[];
        };
        /** TrainingDefinitionIdentifier */
        TrainingDefinitionIdentifier: {
            /** @constant */
            type: "training_definitions";
            id: string;
        };
        /** TrainingDefinitionMeta */
        TrainingDefinitionMeta: {
            created_at: string | null;
            updated_at: string | null;
            version: number;
        };
        /** TrainingDefinitionNullableDocument */
        TrainingDefinitionNullableDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["TrainingDefinition"] | null;
            included?: (components["schemas"]["TrainingDefinition"] | components["schemas"]["Team"] | components["schemas"]["Season"] | components["schemas"]["Coach"] | components["schemas"]["UserAccount"])[];
        };
        /** TrainingDefinitionRelationships */
        TrainingDefinitionRelationships: {
            team: components["schemas"]["TrainingDefinitionToTeamRelationship"];
            season: components["schemas"]["TrainingDefinitionToSeasonRelationship"];
            coaches: components["schemas"]["TrainingDefinitionToCoachesRelationship"];
            owner?: components["schemas"]["TrainingDefinitionToOwnerRelationship"];
        };
        /** TrainingDefinitionToCoachesCreate */
        TrainingDefinitionToCoachesCreate: {
            data: components["schemas"]["CoachIdentifier"][];
        };
        /** TrainingDefinitionToCoachesLinkage */
        TrainingDefinitionToCoachesLinkage: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["LinkageLinks"];
            data: components["schemas"]["CoachIdentifier"][];
            included?: components["schemas"]["Coach"][];
        };
        /** TrainingDefinitionToCoachesLinkageUpdate */
        TrainingDefinitionToCoachesLinkageUpdate: {
            data: components["schemas"]["CoachIdentifier"][];
        };
        /** TrainingDefinitionToCoachesRelationship */
        TrainingDefinitionToCoachesRelationship: {
            links: components["schemas"]["RelationshipLinks"];
            data?: components["schemas"]["CoachIdentifier"][];
        };
        /** TrainingDefinitionToCoachesUpdate */
        TrainingDefinitionToCoachesUpdate: {
            data: components["schemas"]["CoachIdentifier"][];
        };
        /** TrainingDefinitionToOwnerLinkage */
        TrainingDefinitionToOwnerLinkage: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["LinkageLinks"];
            data: components["schemas"]["UserAccountIdentifier"] | null;
            included?: components["schemas"]["UserAccount"][];
        };
        /** TrainingDefinitionToOwnerRelationship */
        TrainingDefinitionToOwnerRelationship: {
            links: components["schemas"]["RelationshipLinks"];
            data: components["schemas"]["UserAccountIdentifier"] | null;
        };
        /** TrainingDefinitionToSeasonCreate */
        TrainingDefinitionToSeasonCreate: {
            data: components["schemas"]["SeasonIdentifier"] | null;
        };
        /** TrainingDefinitionToSeasonLinkage */
        TrainingDefinitionToSeasonLinkage: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["LinkageLinks"];
            data: components["schemas"]["SeasonIdentifier"] | null;
            included?: components["schemas"]["Season"][];
        };
        /** TrainingDefinitionToSeasonLinkageUpdate */
        TrainingDefinitionToSeasonLinkageUpdate: {
            data: components["schemas"]["SeasonIdentifier"] | null;
        };
        /** TrainingDefinitionToSeasonRelationship */
        TrainingDefinitionToSeasonRelationship: {
            links: components["schemas"]["RelationshipLinks"];
            data: components["schemas"]["SeasonIdentifier"] | null;
        };
        /** TrainingDefinitionToSeasonUpdate */
        TrainingDefinitionToSeasonUpdate: {
            data: components["schemas"]["SeasonIdentifier"] | null;
        };
        /** TrainingDefinitionToTeamCreate */
        TrainingDefinitionToTeamCreate: {
            data: components["schemas"]["TeamIdentifier"] | null;
        };
        /** TrainingDefinitionToTeamLinkage */
        TrainingDefinitionToTeamLinkage: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["LinkageLinks"];
            data: components["schemas"]["TeamIdentifier"] | null;
            included?: components["schemas"]["Team"][];
        };
        /** TrainingDefinitionToTeamLinkageUpdate */
        TrainingDefinitionToTeamLinkageUpdate: {
            data: components["schemas"]["TeamIdentifier"] | null;
        };
        /** TrainingDefinitionToTeamRelationship */
        TrainingDefinitionToTeamRelationship: {
            links: components["schemas"]["RelationshipLinks"];
            data: components["schemas"]["TeamIdentifier"] | null;
        };
        /** TrainingDefinitionToTeamUpdate */
        TrainingDefinitionToTeamUpdate: {
            data: components["schemas"]["TeamIdentifier"] | null;
        };
        /** TrainingDefinitionUpdateAttributes */
        TrainingDefinitionUpdateAttributes: {
            name?: string;
            description?: string;
            /** @description 1 is Monday, 7 is Sunday. */
            weekday?: number;
            start_time?: string;
            end_time?: string;
            /** @description IANA name; that of the club when it is left out. */
            timezone?: string;
            location?: string;
            active?: boolean;
            remark?: string;
            /** @description Days that generate skips. */
            exception_dates?: string[];
        };
        /** TrainingDefinitionUpdateData */
        TrainingDefinitionUpdateData: {
            /** @constant */
            type: "training_definitions";
            id: string;
            attributes?: components["schemas"]["TrainingDefinitionUpdateAttributes"];
            relationships?: components["schemas"]["TrainingDefinitionUpdateRelationships"];
        };
        /** TrainingDefinitionUpdateRelationships */
        TrainingDefinitionUpdateRelationships: {
            team?: components["schemas"]["TrainingDefinitionToTeamUpdate"];
            season?: components["schemas"]["TrainingDefinitionToSeasonUpdate"];
            coaches?: components["schemas"]["TrainingDefinitionToCoachesUpdate"];
        };
        /** TrainingDefinitionUpdateWithConflictMeta */
        TrainingDefinitionUpdateWithConflictMeta: {
            data: components["schemas"]["TrainingDefinitionUpdateData"];
            meta?: components["schemas"]["ConflictMeta"];
        };
        /** TrainingDocument */
        TrainingDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["Training"];
            included?: (components["schemas"]["Training"] | components["schemas"]["Coach"] | components["schemas"]["Team"] | components["schemas"]["TrainingDefinition"] | components["schemas"]["Season"] | components["schemas"]["UserAccount"])[];
        };
        /**
         * TrainingEvent
         * @description Schema for the event information of a training.
         */
        TrainingEvent: {
            /** Format: date-time */
            start_date: string;
            /** Format: date-time */
            end_date: string;
            location: string;
            active: boolean;
            cancelled: boolean;
            cancel_reason: string;
        };
        /**
         * TrainingEventWrite
         * @description Schema for the event information of a training.
         */
        TrainingEventWrite: {
            /** Format: date-time */
            start_date: string;
            /** Format: date-time */
            end_date: string;
            location?: string;
            active?: boolean;
            cancelled?: boolean;
            cancel_reason?: string;
        };
        /** TrainingMeta */
        TrainingMeta: {
            created_at: string | null;
            updated_at: string | null;
            version: number;
        };
        /** TrainingRelationships */
        TrainingRelationships: {
            coaches: components["schemas"]["TrainingToCoachesRelationship"];
            teams: components["schemas"]["TrainingToTeamsRelationship"];
            definition: components["schemas"]["TrainingToDefinitionRelationship"];
            season: components["schemas"]["TrainingToSeasonRelationship"];
        };
        /** TrainingToCoachesCreate */
        TrainingToCoachesCreate: {
            data: components["schemas"]["TrainingToCoachesIdentifierCreate"][];
        };
        /** TrainingToCoachesFactsCreate */
        TrainingToCoachesFactsCreate: {
            head?: boolean;
            present?: boolean;
            payed?: boolean;
        };
        /** TrainingToCoachesFactsUpdate */
        TrainingToCoachesFactsUpdate: {
            head?: boolean;
            present?: boolean;
            payed?: boolean;
        };
        /** TrainingToCoachesIdentifier */
        TrainingToCoachesIdentifier: {
            /** @constant */
            type: "coaches";
            id: string;
            meta: components["schemas"]["TrainingCoach"];
        };
        /** TrainingToCoachesIdentifierCreate */
        TrainingToCoachesIdentifierCreate: {
            /** @constant */
            type: "coaches";
            id: string;
            meta?: components["schemas"]["TrainingToCoachesFactsCreate"];
        };
        /** TrainingToCoachesIdentifierUpdate */
        TrainingToCoachesIdentifierUpdate: {
            /** @constant */
            type: "coaches";
            id: string;
            meta?: components["schemas"]["TrainingToCoachesFactsUpdate"];
        };
        /** TrainingToCoachesLinkage */
        TrainingToCoachesLinkage: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["LinkageLinks"];
            data: components["schemas"]["TrainingToCoachesIdentifier"][];
            included?: components["schemas"]["Coach"][];
        };
        /** TrainingToCoachesLinkageUpdate */
        TrainingToCoachesLinkageUpdate: {
            data: components["schemas"]["TrainingToCoachesIdentifierUpdate"][];
        };
        /** TrainingToCoachesRelationship */
        TrainingToCoachesRelationship: {
            links: components["schemas"]["RelationshipLinks"];
            data?: components["schemas"]["TrainingToCoachesIdentifier"][];
        };
        /** TrainingToCoachesUpdate */
        TrainingToCoachesUpdate: {
            data: components["schemas"]["TrainingToCoachesIdentifierUpdate"][];
        };
        /** TrainingToDefinitionCreate */
        TrainingToDefinitionCreate: {
            data: components["schemas"]["TrainingDefinitionIdentifier"] | null;
        };
        /** TrainingToDefinitionLinkage */
        TrainingToDefinitionLinkage: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["LinkageLinks"];
            data: components["schemas"]["TrainingDefinitionIdentifier"] | null;
            included?: components["schemas"]["TrainingDefinition"][];
        };
        /** TrainingToDefinitionLinkageUpdate */
        TrainingToDefinitionLinkageUpdate: {
            data: components["schemas"]["TrainingDefinitionIdentifier"] | null;
        };
        /** TrainingToDefinitionRelationship */
        TrainingToDefinitionRelationship: {
            links: components["schemas"]["RelationshipLinks"];
            data: components["schemas"]["TrainingDefinitionIdentifier"] | null;
        };
        /** TrainingToDefinitionUpdate */
        TrainingToDefinitionUpdate: {
            data: components["schemas"]["TrainingDefinitionIdentifier"] | null;
        };
        /** TrainingToSeasonCreate */
        TrainingToSeasonCreate: {
            data: components["schemas"]["SeasonIdentifier"] | null;
        };
        /** TrainingToSeasonLinkage */
        TrainingToSeasonLinkage: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["LinkageLinks"];
            data: components["schemas"]["SeasonIdentifier"] | null;
            included?: components["schemas"]["Season"][];
        };
        /** TrainingToSeasonLinkageUpdate */
        TrainingToSeasonLinkageUpdate: {
            data: components["schemas"]["SeasonIdentifier"] | null;
        };
        /** TrainingToSeasonRelationship */
        TrainingToSeasonRelationship: {
            links: components["schemas"]["RelationshipLinks"];
            data: components["schemas"]["SeasonIdentifier"] | null;
        };
        /** TrainingToSeasonUpdate */
        TrainingToSeasonUpdate: {
            data: components["schemas"]["SeasonIdentifier"] | null;
        };
        /** TrainingToTeamsCreate */
        TrainingToTeamsCreate: {
            data: components["schemas"]["TeamIdentifier"][];
        };
        /** TrainingToTeamsLinkage */
        TrainingToTeamsLinkage: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["LinkageLinks"];
            data: components["schemas"]["TeamIdentifier"][];
            included?: components["schemas"]["Team"][];
        };
        /** TrainingToTeamsLinkageUpdate */
        TrainingToTeamsLinkageUpdate: {
            data: components["schemas"]["TeamIdentifier"][];
        };
        /** TrainingToTeamsRelationship */
        TrainingToTeamsRelationship: {
            links: components["schemas"]["RelationshipLinks"];
            data?: components["schemas"]["TeamIdentifier"][];
        };
        /** TrainingToTeamsUpdate */
        TrainingToTeamsUpdate: {
            data: components["schemas"]["TeamIdentifier"][];
        };
        /** TrainingUpdateAttributes */
        TrainingUpdateAttributes: {
            /** @description One text per language, the best one for the reader first. */
            contents?: components["schemas"]["TextContentWrite"][];
            event?: components["schemas"]["TrainingEventWrite"];
            remark?: string;
        };
        /** TrainingUpdateData */
        TrainingUpdateData: {
            /** @constant */
            type: "trainings";
            id: string;
            attributes?: components["schemas"]["TrainingUpdateAttributes"];
            relationships?: components["schemas"]["TrainingUpdateRelationships"];
        };
        /** TrainingUpdateRelationships */
        TrainingUpdateRelationships: {
            coaches?: components["schemas"]["TrainingToCoachesUpdate"];
            teams?: components["schemas"]["TrainingToTeamsUpdate"];
            definition?: components["schemas"]["TrainingToDefinitionUpdate"];
            season?: components["schemas"]["TrainingToSeasonUpdate"];
        };
        /** TrainingUpdateWithConflictMeta */
        TrainingUpdateWithConflictMeta: {
            data: components["schemas"]["TrainingUpdateData"];
            meta?: components["schemas"]["ConflictMeta"];
        };
        UpdateApplicationOperation: {
            /** @constant */
            op: "update";
            data: components["schemas"]["AtomicApplicationUpdateData"];
            /** @description The address of it, for the ref. */
            href?: string;
            ref?: {
                /** @constant */
                type: "applications";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        UpdateAuthorOperation: {
            /** @constant */
            op: "update";
            data: components["schemas"]["AtomicAuthorUpdateData"];
            /** @description The address of it, for the ref. */
            href?: string;
            ref?: {
                /** @constant */
                type: "authors";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        UpdateClosureOperation: {
            /** @constant */
            op: "update";
            data: components["schemas"]["AtomicClosureUpdateData"];
            /** @description The address of it, for the ref. */
            href?: string;
            ref?: {
                /** @constant */
                type: "closures";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
            meta?: components["schemas"]["ConflictMeta"];
        };
        UpdateCoachOperation: {
            /** @constant */
            op: "update";
            data: components["schemas"]["AtomicCoachUpdateData"];
            /** @description The address of it, for the ref. */
            href?: string;
            ref?: {
                /** @constant */
                type: "coaches";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        UpdatePageOperation: {
            /** @constant */
            op: "update";
            data: components["schemas"]["AtomicPageUpdateData"];
            /** @description The address of it, for the ref. */
            href?: string;
            ref?: {
                /** @constant */
                type: "pages";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        UpdateSeasonOperation: {
            /** @constant */
            op: "update";
            data: components["schemas"]["AtomicSeasonUpdateData"];
            /** @description The address of it, for the ref. */
            href?: string;
            ref?: {
                /** @constant */
                type: "seasons";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        UpdateStoryOperation: {
            /** @constant */
            op: "update";
            data: components["schemas"]["AtomicStoryUpdateData"];
            /** @description The address of it, for the ref. */
            href?: string;
            ref?: {
                /** @constant */
                type: "stories";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        UpdateTeamOperation: {
            /** @constant */
            op: "update";
            data: components["schemas"]["AtomicTeamUpdateData"];
            /** @description The address of it, for the ref. */
            href?: string;
            ref?: {
                /** @constant */
                type: "teams";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        UpdateTrainingDefinitionOperation: {
            /** @constant */
            op: "update";
            data: components["schemas"]["AtomicTrainingDefinitionUpdateData"];
            /** @description The address of it, for the ref. */
            href?: string;
            ref?: {
                /** @constant */
                type: "training_definitions";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
            meta?: components["schemas"]["ConflictMeta"];
        };
        UpdateTrainingOperation: {
            /** @constant */
            op: "update";
            data: components["schemas"]["AtomicTrainingUpdateData"];
            /** @description The address of it, for the ref. */
            href?: string;
            ref?: {
                /** @constant */
                type: "trainings";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
            meta?: components["schemas"]["ConflictMeta"];
        };
        UpdateUserAccountOperation: {
            /** @constant */
            op: "update";
            data: components["schemas"]["AtomicUserAccountUpdateData"];
            /** @description The address of it, for the ref. */
            href?: string;
            ref?: {
                /** @constant */
                type: "user_accounts";
                id?: string;
                /** @description The lid of an earlier operation, for the id. */
                lid?: string;
            };
        };
        /**
         * UserAccount
         * @description Somebody who can log in.
         */
        UserAccount: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "user_accounts";
            id: string;
            attributes: components["schemas"]["UserAccountAttributes"];
            links: components["schemas"]["ResourceLinks"];
            meta: components["schemas"]["UserAccountMeta"];
        };
        /** UserAccountAttributes */
        UserAccountAttributes: {
            email?: string;
            first_name: string;
            last_name: string;
            /** @description Language of the mails; null for the one of the club. */
            locale: string | null;
            remark?: string;
            admin: boolean;
            revoked: boolean;
            roles: string[];
            last_login?: string | null;
            last_unsuccessful_login?: string | null;
        };
        /** UserAccountCollection */
        UserAccountCollection: {
            meta?: components["schemas"]["Meta"];
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["PageLinks"];
            data: components["schemas"]["UserAccount"][];
        };
        /** UserAccountCreateAttributes */
        UserAccountCreateAttributes: {
            first_name: string;
            last_name: string;
            /** @description Language of the mails; null for the one of the club. */
            locale?: string | null;
            password: string;
            remark?: string;
            admin?: boolean;
            revoked?: boolean;
        };
        /** UserAccountCreateData */
        UserAccountCreateData: {
            /** @constant */
            type: "user_accounts";
            lid?: string;
            attributes: components["schemas"]["UserAccountCreateAttributes"];
            relationships: components["schemas"]["UserAccountCreateRelationships"];
        };
        /** UserAccountCreateRelationships */
        UserAccountCreateRelationships: {
            invitation: components["schemas"]["UserAccountToInvitationCreate"];
        };
        /** UserAccountCreateWithAcceptMeta */
        UserAccountCreateWithAcceptMeta: {
            data: components["schemas"]["UserAccountCreateData"];
            meta?: components["schemas"]["AcceptMetaWrite"];
        };
        /** UserAccountDocument */
        UserAccountDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["UserAccount"];
        };
        /** UserAccountIdentifier */
        UserAccountIdentifier: {
            /** @constant */
            type: "user_accounts";
            id: string;
        };
        /** UserAccountMeta */
        UserAccountMeta: {
            created_at: string | null;
            updated_at: string | null;
            version: number;
        };
        /** UserAccountNullableDocument */
        UserAccountNullableDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["UserAccount"] | null;
        };
        /** UserAccountToInvitationCreate */
        UserAccountToInvitationCreate: {
            data: components["schemas"]["UserInvitationIdentifier"];
        };
        /** UserAccountUpdate */
        UserAccountUpdate: {
            data: components["schemas"]["UserAccountUpdateData"];
        };
        /** UserAccountUpdateAttributes */
        UserAccountUpdateAttributes: {
            first_name?: string;
            last_name?: string;
            /** @description Language of the mails; null for the one of the club. */
            locale?: string | null;
            remark?: string;
            admin?: boolean;
            revoked?: boolean;
        };
        /** UserAccountUpdateData */
        UserAccountUpdateData: {
            /** @constant */
            type: "user_accounts";
            id: string;
            attributes?: components["schemas"]["UserAccountUpdateAttributes"];
            relationships?: components["schemas"]["UserAccountUpdateRelationships"];
        };
        /** UserAccountUpdateRelationships */
        UserAccountUpdateRelationships: Record<string, never>;
        /**
         * UserInvitation
         * @description An invitation to become a user; who holds its id sees what the invited may see.
         */
        UserInvitation: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "user_invitations";
            id: string;
            attributes: components["schemas"]["UserInvitationAttributes"];
            relationships?: components["schemas"]["UserInvitationRelationships"];
            links: components["schemas"]["ResourceLinks"];
            meta: components["schemas"]["UserInvitationMeta"];
        };
        /** UserInvitationAttributes */
        UserInvitationAttributes: {
            email: string;
            first_name: string;
            last_name: string;
            /** @description Language of the mail; null for the one of the club. */
            locale: string | null;
            remark?: string;
            expired_at: string | null;
            mailed_at: string | null;
            confirmed_at: string | null;
            state: components["schemas"]["InvitationState"];
        };
        /** UserInvitationCollection */
        UserInvitationCollection: {
            meta?: components["schemas"]["Meta"];
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["PageLinks"];
            data: components["schemas"]["UserInvitation"][];
            included?: (components["schemas"]["UserInvitation"] | components["schemas"]["UserAccount"])[];
        };
        /** UserInvitationCreate */
        UserInvitationCreate: {
            data: components["schemas"]["UserInvitationCreateData"];
        };
        /** UserInvitationCreateAttributes */
        UserInvitationCreateAttributes: {
            email: string;
            first_name: string;
            last_name: string;
            /** @description Language of the mail; null for the one of the club. */
            locale?: string | null;
            remark?: string;
        };
        /** UserInvitationCreateData */
        UserInvitationCreateData: {
            /** @constant */
            type: "user_invitations";
            lid?: string;
            attributes: components["schemas"]["UserInvitationCreateAttributes"];
            relationships?: components["schemas"]["UserInvitationCreateRelationships"];
        };
        /** UserInvitationCreateRelationships */
        UserInvitationCreateRelationships: Record<string, never>;
        /** UserInvitationDocument */
        UserInvitationDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["UserInvitation"];
            included?: (components["schemas"]["UserInvitation"] | components["schemas"]["UserAccount"])[];
        };
        /** UserInvitationIdentifier */
        UserInvitationIdentifier: {
            /** @constant */
            type: "user_invitations";
            id: string;
        };
        /** UserInvitationMeta */
        UserInvitationMeta: {
            created_at: string | null;
            updated_at: string | null;
            version: number;
        };
        /** UserInvitationRelationships */
        UserInvitationRelationships: {
            user?: components["schemas"]["UserInvitationToUserRelationship"];
        };
        /** UserInvitationToUserLinkage */
        UserInvitationToUserLinkage: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["LinkageLinks"];
            data: components["schemas"]["UserAccountIdentifier"] | null;
            included?: components["schemas"]["UserAccount"][];
        };
        /** UserInvitationToUserRelationship */
        UserInvitationToUserRelationship: {
            links: components["schemas"]["RelationshipLinks"];
            data: components["schemas"]["UserAccountIdentifier"] | null;
        };
        /**
         * UserSession
         * @description A login that is still open; it shows no token.
         */
        UserSession: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "sessions";
            id: string;
            attributes: components["schemas"]["UserSessionAttributes"];
            links: components["schemas"]["ResourceLinks"];
            meta: components["schemas"]["UserSessionMeta"];
        };
        /** UserSessionAttributes */
        UserSessionAttributes: {
            client: components["schemas"]["SessionClient"];
            /** @description The network of the login (/24 or /48). */
            ip: string;
            /** @description What the program at the login called itself. */
            user_agent: string;
            /** @description This request came through it. */
            current: boolean;
            /** @description The login, or the last refresh. */
            last_used_at: string | null;
        };
        /** UserSessionCollection */
        UserSessionCollection: {
            meta?: components["schemas"]["Meta"];
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["PageLinks"];
            data: components["schemas"]["UserSession"][];
        };
        /** UserSessionDocument */
        UserSessionDocument: {
            meta?: {
                [key: string]: unknown;
            };
            jsonapi: components["schemas"]["JsonApi"];
            links: components["schemas"]["DocumentLinks"];
            data: components["schemas"]["UserSession"];
        };
        /** UserSessionMeta */
        UserSessionMeta: {
            created_at: string | null;
            updated_at: string | null;
            version: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AcceptMetaWrite = components['schemas']['AcceptMetaWrite'];
export type AddApplicationOperation = components['schemas']['AddApplicationOperation'];
export type AddAuthorOperation = components['schemas']['AddAuthorOperation'];
export type AddCalendarFeedOperation = components['schemas']['AddCalendarFeedOperation'];
export type AddClosureOperation = components['schemas']['AddClosureOperation'];
export type AddCoachOperation = components['schemas']['AddCoachOperation'];
export type AddPageOperation = components['schemas']['AddPageOperation'];
export type AddSeasonOperation = components['schemas']['AddSeasonOperation'];
export type AddStoryOperation = components['schemas']['AddStoryOperation'];
export type AddTeamOperation = components['schemas']['AddTeamOperation'];
export type AddTrainingDefinitionOperation = components['schemas']['AddTrainingDefinitionOperation'];
export type AddTrainingOperation = components['schemas']['AddTrainingOperation'];
export type AddUserInvitationOperation = components['schemas']['AddUserInvitationOperation'];
export type Application = components['schemas']['Application'];
export type ApplicationAttributes = components['schemas']['ApplicationAttributes'];
export type ApplicationCollection = components['schemas']['ApplicationCollection'];
export type ApplicationCreate = components['schemas']['ApplicationCreate'];
export type ApplicationCreateAttributes = components['schemas']['ApplicationCreateAttributes'];
export type ApplicationCreateData = components['schemas']['ApplicationCreateData'];
export type ApplicationCreateRelationships = components['schemas']['ApplicationCreateRelationships'];
export type ApplicationDocument = components['schemas']['ApplicationDocument'];
export type ApplicationIdentifier = components['schemas']['ApplicationIdentifier'];
export type ApplicationMeta = components['schemas']['ApplicationMeta'];
export type ApplicationUpdate = components['schemas']['ApplicationUpdate'];
export type ApplicationUpdateAttributes = components['schemas']['ApplicationUpdateAttributes'];
export type ApplicationUpdateData = components['schemas']['ApplicationUpdateData'];
export type ApplicationUpdateRelationships = components['schemas']['ApplicationUpdateRelationships'];
export type AtomicApplicationCreateData = components['schemas']['AtomicApplicationCreateData'];
export type AtomicApplicationIdentifier = components['schemas']['AtomicApplicationIdentifier'];
export type AtomicApplicationUpdateData = components['schemas']['AtomicApplicationUpdateData'];
export type AtomicAuthorCreateData = components['schemas']['AtomicAuthorCreateData'];
export type AtomicAuthorCreateRelationships = components['schemas']['AtomicAuthorCreateRelationships'];
export type AtomicAuthorIdentifier = components['schemas']['AtomicAuthorIdentifier'];
export type AtomicAuthorToUserCreate = components['schemas']['AtomicAuthorToUserCreate'];
export type AtomicAuthorToUserUpdate = components['schemas']['AtomicAuthorToUserUpdate'];
export type AtomicAuthorUpdateData = components['schemas']['AtomicAuthorUpdateData'];
export type AtomicAuthorUpdateRelationships = components['schemas']['AtomicAuthorUpdateRelationships'];
export type AtomicCalendarFeedCreateData = components['schemas']['AtomicCalendarFeedCreateData'];
export type AtomicClosureCreateData = components['schemas']['AtomicClosureCreateData'];
export type AtomicClosureUpdateData = components['schemas']['AtomicClosureUpdateData'];
export type AtomicCoachCreateData = components['schemas']['AtomicCoachCreateData'];
export type AtomicCoachCreateRelationships = components['schemas']['AtomicCoachCreateRelationships'];
export type AtomicCoachIdentifier = components['schemas']['AtomicCoachIdentifier'];
export type AtomicCoachToUserCreate = components['schemas']['AtomicCoachToUserCreate'];
export type AtomicCoachToUserUpdate = components['schemas']['AtomicCoachToUserUpdate'];
export type AtomicCoachUpdateData = components['schemas']['AtomicCoachUpdateData'];
export type AtomicCoachUpdateRelationships = components['schemas']['AtomicCoachUpdateRelationships'];
export type AtomicIdentifier = components['schemas']['AtomicIdentifier'];
export type AtomicOperation = components['schemas']['AtomicOperation'];
export type AtomicPageCreateData = components['schemas']['AtomicPageCreateData'];
export type AtomicPageCreateRelationships = components['schemas']['AtomicPageCreateRelationships'];
export type AtomicPageToApplicationCreate = components['schemas']['AtomicPageToApplicationCreate'];
export type AtomicPageToApplicationUpdate = components['schemas']['AtomicPageToApplicationUpdate'];
export type AtomicPageUpdateData = components['schemas']['AtomicPageUpdateData'];
export type AtomicPageUpdateRelationships = components['schemas']['AtomicPageUpdateRelationships'];
export type AtomicResult = components['schemas']['AtomicResult'];
export type AtomicSeasonCreateData = components['schemas']['AtomicSeasonCreateData'];
export type AtomicSeasonIdentifier = components['schemas']['AtomicSeasonIdentifier'];
export type AtomicSeasonUpdateData = components['schemas']['AtomicSeasonUpdateData'];
export type AtomicStoryCreateData = components['schemas']['AtomicStoryCreateData'];
export type AtomicStoryCreateRelationships = components['schemas']['AtomicStoryCreateRelationships'];
export type AtomicStoryToApplicationCreate = components['schemas']['AtomicStoryToApplicationCreate'];
export type AtomicStoryToApplicationUpdate = components['schemas']['AtomicStoryToApplicationUpdate'];
export type AtomicStoryToAuthorCreate = components['schemas']['AtomicStoryToAuthorCreate'];
export type AtomicStoryToAuthorUpdate = components['schemas']['AtomicStoryToAuthorUpdate'];
export type AtomicStoryUpdateData = components['schemas']['AtomicStoryUpdateData'];
export type AtomicStoryUpdateRelationships = components['schemas']['AtomicStoryUpdateRelationships'];
export type AtomicTeamCreateData = components['schemas']['AtomicTeamCreateData'];
export type AtomicTeamIdentifier = components['schemas']['AtomicTeamIdentifier'];
export type AtomicTeamUpdateData = components['schemas']['AtomicTeamUpdateData'];
export type AtomicTrainingCreateData = components['schemas']['AtomicTrainingCreateData'];
export type AtomicTrainingCreateRelationships = components['schemas']['AtomicTrainingCreateRelationships'];
export type AtomicTrainingDefinitionCreateData = components['schemas']['AtomicTrainingDefinitionCreateData'];
export type AtomicTrainingDefinitionCreateRelationships = components['schemas']['AtomicTrainingDefinitionCreateRelationships'];
export type AtomicTrainingDefinitionIdentifier = components['schemas']['AtomicTrainingDefinitionIdentifier'];
export type AtomicTrainingDefinitionToCoachesCreate = components['schemas']['AtomicTrainingDefinitionToCoachesCreate'];
export type AtomicTrainingDefinitionToCoachesUpdate = components['schemas']['AtomicTrainingDefinitionToCoachesUpdate'];
export type AtomicTrainingDefinitionToSeasonCreate = components['schemas']['AtomicTrainingDefinitionToSeasonCreate'];
export type AtomicTrainingDefinitionToSeasonUpdate = components['schemas']['AtomicTrainingDefinitionToSeasonUpdate'];
export type AtomicTrainingDefinitionToTeamCreate = components['schemas']['AtomicTrainingDefinitionToTeamCreate'];
export type AtomicTrainingDefinitionToTeamUpdate = components['schemas']['AtomicTrainingDefinitionToTeamUpdate'];
export type AtomicTrainingDefinitionUpdateData = components['schemas']['AtomicTrainingDefinitionUpdateData'];
export type AtomicTrainingDefinitionUpdateRelationships = components['schemas']['AtomicTrainingDefinitionUpdateRelationships'];
export type AtomicTrainingToCoachesCreate = components['schemas']['AtomicTrainingToCoachesCreate'];
export type AtomicTrainingToCoachesIdentifierCreate = components['schemas']['AtomicTrainingToCoachesIdentifierCreate'];
export type AtomicTrainingToCoachesIdentifierUpdate = components['schemas']['AtomicTrainingToCoachesIdentifierUpdate'];
export type AtomicTrainingToCoachesUpdate = components['schemas']['AtomicTrainingToCoachesUpdate'];
export type AtomicTrainingToDefinitionCreate = components['schemas']['AtomicTrainingToDefinitionCreate'];
export type AtomicTrainingToDefinitionUpdate = components['schemas']['AtomicTrainingToDefinitionUpdate'];
export type AtomicTrainingToSeasonCreate = components['schemas']['AtomicTrainingToSeasonCreate'];
export type AtomicTrainingToSeasonUpdate = components['schemas']['AtomicTrainingToSeasonUpdate'];
export type AtomicTrainingToTeamsCreate = components['schemas']['AtomicTrainingToTeamsCreate'];
export type AtomicTrainingToTeamsUpdate = components['schemas']['AtomicTrainingToTeamsUpdate'];
export type AtomicTrainingUpdateData = components['schemas']['AtomicTrainingUpdateData'];
export type AtomicTrainingUpdateRelationships = components['schemas']['AtomicTrainingUpdateRelationships'];
export type AtomicUserAccountIdentifier = components['schemas']['AtomicUserAccountIdentifier'];
export type AtomicUserAccountUpdateData = components['schemas']['AtomicUserAccountUpdateData'];
export type AtomicUserInvitationCreateData = components['schemas']['AtomicUserInvitationCreateData'];
export type Author = components['schemas']['Author'];
export type AuthorAttributes = components['schemas']['AuthorAttributes'];
export type AuthorCollection = components['schemas']['AuthorCollection'];
export type AuthorCreate = components['schemas']['AuthorCreate'];
export type AuthorCreateAttributes = components['schemas']['AuthorCreateAttributes'];
export type AuthorCreateData = components['schemas']['AuthorCreateData'];
export type AuthorCreateRelationships = components['schemas']['AuthorCreateRelationships'];
export type AuthorDocument = components['schemas']['AuthorDocument'];
export type AuthorIdentifier = components['schemas']['AuthorIdentifier'];
export type AuthorMeta = components['schemas']['AuthorMeta'];
export type AuthorNullableDocument = components['schemas']['AuthorNullableDocument'];
export type AuthorRelationships = components['schemas']['AuthorRelationships'];
export type AuthorToUserCreate = components['schemas']['AuthorToUserCreate'];
export type AuthorToUserLinkage = components['schemas']['AuthorToUserLinkage'];
export type AuthorToUserLinkageUpdate = components['schemas']['AuthorToUserLinkageUpdate'];
export type AuthorToUserRelationship = components['schemas']['AuthorToUserRelationship'];
export type AuthorToUserUpdate = components['schemas']['AuthorToUserUpdate'];
export type AuthorUpdate = components['schemas']['AuthorUpdate'];
export type AuthorUpdateAttributes = components['schemas']['AuthorUpdateAttributes'];
export type AuthorUpdateData = components['schemas']['AuthorUpdateData'];
export type AuthorUpdateRelationships = components['schemas']['AuthorUpdateRelationships'];
export type Body_change_password = components['schemas']['Body_change_password'];
export type Body_confirm_password = components['schemas']['Body_confirm_password'];
export type Body_login = components['schemas']['Body_login'];
export type Body_logout = components['schemas']['Body_logout'];
export type Body_recover_user = components['schemas']['Body_recover_user'];
export type Body_renew_access_token = components['schemas']['Body_renew_access_token'];
export type Body_reset_password = components['schemas']['Body_reset_password'];
export type CalendarFeed = components['schemas']['CalendarFeed'];
export type CalendarFeedAttributes = components['schemas']['CalendarFeedAttributes'];
export type CalendarFeedCollection = components['schemas']['CalendarFeedCollection'];
export type CalendarFeedCreate = components['schemas']['CalendarFeedCreate'];
export type CalendarFeedCreateAttributes = components['schemas']['CalendarFeedCreateAttributes'];
export type CalendarFeedCreateData = components['schemas']['CalendarFeedCreateData'];
export type CalendarFeedCreateRelationships = components['schemas']['CalendarFeedCreateRelationships'];
export type CalendarFeedDocument = components['schemas']['CalendarFeedDocument'];
export type CalendarFeedMeta = components['schemas']['CalendarFeedMeta'];
export type CancelMeta = components['schemas']['CancelMeta'];
export type CancelMetaDocument = components['schemas']['CancelMetaDocument'];
export type Change = components['schemas']['Change'];
export type ChangeAttributes = components['schemas']['ChangeAttributes'];
export type ChangeCollection = components['schemas']['ChangeCollection'];
export type ChangeDocument = components['schemas']['ChangeDocument'];
export type ChangeMeta = components['schemas']['ChangeMeta'];
export type ChangeRelationships = components['schemas']['ChangeRelationships'];
export type ChangeToUserLinkage = components['schemas']['ChangeToUserLinkage'];
export type ChangeToUserRelationship = components['schemas']['ChangeToUserRelationship'];
export type ChangedResource = components['schemas']['ChangedResource'];
export type Clash = components['schemas']['Clash'];
export type Closure = components['schemas']['Closure'];
export type ClosureAttributes = components['schemas']['ClosureAttributes'];
export type ClosureCollection = components['schemas']['ClosureCollection'];
export type ClosureCreate = components['schemas']['ClosureCreate'];
export type ClosureCreateAttributes = components['schemas']['ClosureCreateAttributes'];
export type ClosureCreateData = components['schemas']['ClosureCreateData'];
export type ClosureCreateRelationships = components['schemas']['ClosureCreateRelationships'];
export type ClosureDocument = components['schemas']['ClosureDocument'];
export type ClosureMeta = components['schemas']['ClosureMeta'];
export type ClosureUpdateAttributes = components['schemas']['ClosureUpdateAttributes'];
export type ClosureUpdateData = components['schemas']['ClosureUpdateData'];
export type ClosureUpdateRelationships = components['schemas']['ClosureUpdateRelationships'];
export type ClosureUpdateWithConflictMeta = components['schemas']['ClosureUpdateWithConflictMeta'];
export type Coach = components['schemas']['Coach'];
export type CoachAttributes = components['schemas']['CoachAttributes'];
export type CoachCollection = components['schemas']['CoachCollection'];
export type CoachCreate = components['schemas']['CoachCreate'];
export type CoachCreateAttributes = components['schemas']['CoachCreateAttributes'];
export type CoachCreateData = components['schemas']['CoachCreateData'];
export type CoachCreateRelationships = components['schemas']['CoachCreateRelationships'];
export type CoachDocument = components['schemas']['CoachDocument'];
export type CoachIdentifier = components['schemas']['CoachIdentifier'];
export type CoachMeta = components['schemas']['CoachMeta'];
export type CoachRelationships = components['schemas']['CoachRelationships'];
export type CoachTally = components['schemas']['CoachTally'];
export type CoachToUserCreate = components['schemas']['CoachToUserCreate'];
export type CoachToUserLinkage = components['schemas']['CoachToUserLinkage'];
export type CoachToUserLinkageUpdate = components['schemas']['CoachToUserLinkageUpdate'];
export type CoachToUserRelationship = components['schemas']['CoachToUserRelationship'];
export type CoachToUserUpdate = components['schemas']['CoachToUserUpdate'];
export type CoachUpdate = components['schemas']['CoachUpdate'];
export type CoachUpdateAttributes = components['schemas']['CoachUpdateAttributes'];
export type CoachUpdateData = components['schemas']['CoachUpdateData'];
export type CoachUpdateRelationships = components['schemas']['CoachUpdateRelationships'];
export type ConflictMeta = components['schemas']['ConflictMeta'];
export type Delivery = components['schemas']['Delivery'];
export type DeliveryAttributes = components['schemas']['DeliveryAttributes'];
export type DeliveryCollection = components['schemas']['DeliveryCollection'];
export type DeliveryDocument = components['schemas']['DeliveryDocument'];
export type DeliveryMeta = components['schemas']['DeliveryMeta'];
export type DeliveryState = components['schemas']['DeliveryState'];
export type DocumentLinks = components['schemas']['DocumentLinks'];
export type ErrorDocument = components['schemas']['ErrorDocument'];
export type ErrorModel = components['schemas']['ErrorModel'];
export type ErrorSource = components['schemas']['ErrorSource'];
export type GeneratedDay = components['schemas']['GeneratedDay'];
export type Generation = components['schemas']['Generation'];
export type GenerationDocument = components['schemas']['GenerationDocument'];
export type GenerationSummary = components['schemas']['GenerationSummary'];
export type InvitationState = components['schemas']['InvitationState'];
export type JsonApi = components['schemas']['JsonApi'];
export type JsonValue = components['schemas']['JsonValue'];
export type LinkAuthorToUserOperation = components['schemas']['LinkAuthorToUserOperation'];
export type LinkByHrefOperation = components['schemas']['LinkByHrefOperation'];
export type LinkCoachToUserOperation = components['schemas']['LinkCoachToUserOperation'];
export type LinkObject = components['schemas']['LinkObject'];
export type LinkPageToApplicationOperation = components['schemas']['LinkPageToApplicationOperation'];
export type LinkStoryToApplicationOperation = components['schemas']['LinkStoryToApplicationOperation'];
export type LinkStoryToAuthorOperation = components['schemas']['LinkStoryToAuthorOperation'];
export type LinkTrainingDefinitionToCoachesOperation = components['schemas']['LinkTrainingDefinitionToCoachesOperation'];
export type LinkTrainingDefinitionToSeasonOperation = components['schemas']['LinkTrainingDefinitionToSeasonOperation'];
export type LinkTrainingDefinitionToTeamOperation = components['schemas']['LinkTrainingDefinitionToTeamOperation'];
export type LinkTrainingToCoachesOperation = components['schemas']['LinkTrainingToCoachesOperation'];
export type LinkTrainingToDefinitionOperation = components['schemas']['LinkTrainingToDefinitionOperation'];
export type LinkTrainingToSeasonOperation = components['schemas']['LinkTrainingToSeasonOperation'];
export type LinkTrainingToTeamsOperation = components['schemas']['LinkTrainingToTeamsOperation'];
export type LinkageLinks = components['schemas']['LinkageLinks'];
export type Meta = components['schemas']['Meta'];
export type MetaDocument = components['schemas']['MetaDocument'];
export type NamedTally = components['schemas']['NamedTally'];
export type OwnTally = components['schemas']['OwnTally'];
export type Page = components['schemas']['Page'];
export type PageAttributes = components['schemas']['PageAttributes'];
export type PageCollection = components['schemas']['PageCollection'];
export type PageCreate = components['schemas']['PageCreate'];
export type PageCreateAttributes = components['schemas']['PageCreateAttributes'];
export type PageCreateData = components['schemas']['PageCreateData'];
export type PageCreateRelationships = components['schemas']['PageCreateRelationships'];
export type PageDocument = components['schemas']['PageDocument'];
export type PageLinks = components['schemas']['PageLinks'];
export type PageMeta = components['schemas']['PageMeta'];
export type PageRelationships = components['schemas']['PageRelationships'];
export type PageToApplicationCreate = components['schemas']['PageToApplicationCreate'];
export type PageToApplicationLinkage = components['schemas']['PageToApplicationLinkage'];
export type PageToApplicationLinkageUpdate = components['schemas']['PageToApplicationLinkageUpdate'];
export type PageToApplicationRelationship = components['schemas']['PageToApplicationRelationship'];
export type PageToApplicationUpdate = components['schemas']['PageToApplicationUpdate'];
export type PageUpdate = components['schemas']['PageUpdate'];
export type PageUpdateAttributes = components['schemas']['PageUpdateAttributes'];
export type PageUpdateData = components['schemas']['PageUpdateData'];
export type PageUpdateRelationships = components['schemas']['PageUpdateRelationships'];
export type PeriodMeta = components['schemas']['PeriodMeta'];
export type PeriodMetaDocument = components['schemas']['PeriodMetaDocument'];
export type PortalStory = components['schemas']['PortalStory'];
export type PortalStoryAttributes = components['schemas']['PortalStoryAttributes'];
export type PortalStoryCollection = components['schemas']['PortalStoryCollection'];
export type PortalStoryDocument = components['schemas']['PortalStoryDocument'];
export type PortalStoryMeta = components['schemas']['PortalStoryMeta'];
export type PortalStoryRelationships = components['schemas']['PortalStoryRelationships'];
export type PortalStoryToApplicationRelationship = components['schemas']['PortalStoryToApplicationRelationship'];
export type Preview = components['schemas']['Preview'];
export type PreviewDocument = components['schemas']['PreviewDocument'];
export type PreviewMetaDocument = components['schemas']['PreviewMetaDocument'];
export type PreviewMetaWrite = components['schemas']['PreviewMetaWrite'];
export type Reference = components['schemas']['Reference'];
export type RelationshipLinks = components['schemas']['RelationshipLinks'];
export type RemoveApplicationOperation = components['schemas']['RemoveApplicationOperation'];
export type RemoveAuthorOperation = components['schemas']['RemoveAuthorOperation'];
export type RemoveByHrefOperation = components['schemas']['RemoveByHrefOperation'];
export type RemoveCalendarFeedOperation = components['schemas']['RemoveCalendarFeedOperation'];
export type RemoveClosureOperation = components['schemas']['RemoveClosureOperation'];
export type RemoveCoachOperation = components['schemas']['RemoveCoachOperation'];
export type RemovePageOperation = components['schemas']['RemovePageOperation'];
export type RemoveSeasonOperation = components['schemas']['RemoveSeasonOperation'];
export type RemoveStoryOperation = components['schemas']['RemoveStoryOperation'];
export type RemoveTeamOperation = components['schemas']['RemoveTeamOperation'];
export type RemoveTrainingDefinitionOperation = components['schemas']['RemoveTrainingDefinitionOperation'];
export type RemoveTrainingOperation = components['schemas']['RemoveTrainingOperation'];
export type RemoveUserInvitationOperation = components['schemas']['RemoveUserInvitationOperation'];
export type RemoveUserSessionOperation = components['schemas']['RemoveUserSessionOperation'];
export type ResourceLinks = components['schemas']['ResourceLinks'];
export type RestoreMeta = components['schemas']['RestoreMeta'];
export type RestoreMetaDocument = components['schemas']['RestoreMetaDocument'];
export type Season = components['schemas']['Season'];
export type SeasonAttributes = components['schemas']['SeasonAttributes'];
export type SeasonCollection = components['schemas']['SeasonCollection'];
export type SeasonCreate = components['schemas']['SeasonCreate'];
export type SeasonCreateAttributes = components['schemas']['SeasonCreateAttributes'];
export type SeasonCreateData = components['schemas']['SeasonCreateData'];
export type SeasonCreateRelationships = components['schemas']['SeasonCreateRelationships'];
export type SeasonDocument = components['schemas']['SeasonDocument'];
export type SeasonIdentifier = components['schemas']['SeasonIdentifier'];
export type SeasonMeta = components['schemas']['SeasonMeta'];
export type SeasonNullableDocument = components['schemas']['SeasonNullableDocument'];
export type SeasonPeriodMeta = components['schemas']['SeasonPeriodMeta'];
export type SeasonPeriodMetaDocument = components['schemas']['SeasonPeriodMetaDocument'];
export type SeasonUpdate = components['schemas']['SeasonUpdate'];
export type SeasonUpdateAttributes = components['schemas']['SeasonUpdateAttributes'];
export type SeasonUpdateData = components['schemas']['SeasonUpdateData'];
export type SeasonUpdateRelationships = components['schemas']['SeasonUpdateRelationships'];
export type SecurityEvent = components['schemas']['SecurityEvent'];
export type SecurityEventAttributes = components['schemas']['SecurityEventAttributes'];
export type SecurityEventCollection = components['schemas']['SecurityEventCollection'];
export type SecurityEventDocument = components['schemas']['SecurityEventDocument'];
export type SecurityEventKind = components['schemas']['SecurityEventKind'];
export type SecurityEventMeta = components['schemas']['SecurityEventMeta'];
export type SecurityEventRelationships = components['schemas']['SecurityEventRelationships'];
export type SecurityEventToUserLinkage = components['schemas']['SecurityEventToUserLinkage'];
export type SecurityEventToUserRelationship = components['schemas']['SecurityEventToUserRelationship'];
export type SessionClient = components['schemas']['SessionClient'];
export type SettingsDocument = components['schemas']['SettingsDocument'];
export type SettingsMeta = components['schemas']['SettingsMeta'];
export type Statistics = components['schemas']['Statistics'];
export type StatisticsDocument = components['schemas']['StatisticsDocument'];
export type Story = components['schemas']['Story'];
export type StoryAttributes = components['schemas']['StoryAttributes'];
export type StoryCollection = components['schemas']['StoryCollection'];
export type StoryCreate = components['schemas']['StoryCreate'];
export type StoryCreateAttributes = components['schemas']['StoryCreateAttributes'];
export type StoryCreateData = components['schemas']['StoryCreateData'];
export type StoryCreateRelationships = components['schemas']['StoryCreateRelationships'];
export type StoryDocument = components['schemas']['StoryDocument'];
export type StoryMeta = components['schemas']['StoryMeta'];
export type StoryRelationships = components['schemas']['StoryRelationships'];
export type StoryToApplicationCreate = components['schemas']['StoryToApplicationCreate'];
export type StoryToApplicationLinkage = components['schemas']['StoryToApplicationLinkage'];
export type StoryToApplicationLinkageUpdate = components['schemas']['StoryToApplicationLinkageUpdate'];
export type StoryToApplicationRelationship = components['schemas']['StoryToApplicationRelationship'];
export type StoryToApplicationUpdate = components['schemas']['StoryToApplicationUpdate'];
export type StoryToAuthorCreate = components['schemas']['StoryToAuthorCreate'];
export type StoryToAuthorLinkage = components['schemas']['StoryToAuthorLinkage'];
export type StoryToAuthorLinkageUpdate = components['schemas']['StoryToAuthorLinkageUpdate'];
export type StoryToAuthorRelationship = components['schemas']['StoryToAuthorRelationship'];
export type StoryToAuthorUpdate = components['schemas']['StoryToAuthorUpdate'];
export type StoryUpdate = components['schemas']['StoryUpdate'];
export type StoryUpdateAttributes = components['schemas']['StoryUpdateAttributes'];
export type StoryUpdateData = components['schemas']['StoryUpdateData'];
export type StoryUpdateRelationships = components['schemas']['StoryUpdateRelationships'];
export type Tally = components['schemas']['Tally'];
export type Team = components['schemas']['Team'];
export type TeamAttributes = components['schemas']['TeamAttributes'];
export type TeamCollection = components['schemas']['TeamCollection'];
export type TeamCreate = components['schemas']['TeamCreate'];
export type TeamCreateAttributes = components['schemas']['TeamCreateAttributes'];
export type TeamCreateData = components['schemas']['TeamCreateData'];
export type TeamCreateRelationships = components['schemas']['TeamCreateRelationships'];
export type TeamDocument = components['schemas']['TeamDocument'];
export type TeamIdentifier = components['schemas']['TeamIdentifier'];
export type TeamMeta = components['schemas']['TeamMeta'];
export type TeamNullableDocument = components['schemas']['TeamNullableDocument'];
export type TeamUpdate = components['schemas']['TeamUpdate'];
export type TeamUpdateAttributes = components['schemas']['TeamUpdateAttributes'];
export type TeamUpdateData = components['schemas']['TeamUpdateData'];
export type TeamUpdateRelationships = components['schemas']['TeamUpdateRelationships'];
export type TextContent = components['schemas']['TextContent'];
export type TextContentWrite = components['schemas']['TextContentWrite'];
export type TokenSchema = components['schemas']['TokenSchema'];
export type Training = components['schemas']['Training'];
export type TrainingAttributes = components['schemas']['TrainingAttributes'];
export type TrainingCoach = components['schemas']['TrainingCoach'];
export type TrainingCollection = components['schemas']['TrainingCollection'];
export type TrainingCreateAttributes = components['schemas']['TrainingCreateAttributes'];
export type TrainingCreateData = components['schemas']['TrainingCreateData'];
export type TrainingCreateRelationships = components['schemas']['TrainingCreateRelationships'];
export type TrainingCreateWithConflictMeta = components['schemas']['TrainingCreateWithConflictMeta'];
export type TrainingDefinition = components['schemas']['TrainingDefinition'];
export type TrainingDefinitionAttributes = components['schemas']['TrainingDefinitionAttributes'];
export type TrainingDefinitionCollection = components['schemas']['TrainingDefinitionCollection'];
export type TrainingDefinitionCreate = components['schemas']['TrainingDefinitionCreate'];
export type TrainingDefinitionCreateAttributes = components['schemas']['TrainingDefinitionCreateAttributes'];
export type TrainingDefinitionCreateData = components['schemas']['TrainingDefinitionCreateData'];
export type TrainingDefinitionCreateRelationships = components['schemas']['TrainingDefinitionCreateRelationships'];
export type TrainingDefinitionDocument = components['schemas']['TrainingDefinitionDocument'];
export type TrainingDefinitionIdentifier = components['schemas']['TrainingDefinitionIdentifier'];
export type TrainingDefinitionMeta = components['schemas']['TrainingDefinitionMeta'];
export type TrainingDefinitionNullableDocument = components['schemas']['TrainingDefinitionNullableDocument'];
export type TrainingDefinitionRelationships = components['schemas']['TrainingDefinitionRelationships'];
export type TrainingDefinitionToCoachesCreate = components['schemas']['TrainingDefinitionToCoachesCreate'];
export type TrainingDefinitionToCoachesLinkage = components['schemas']['TrainingDefinitionToCoachesLinkage'];
export type TrainingDefinitionToCoachesLinkageUpdate = components['schemas']['TrainingDefinitionToCoachesLinkageUpdate'];
export type TrainingDefinitionToCoachesRelationship = components['schemas']['TrainingDefinitionToCoachesRelationship'];
export type TrainingDefinitionToCoachesUpdate = components['schemas']['TrainingDefinitionToCoachesUpdate'];
export type TrainingDefinitionToOwnerLinkage = components['schemas']['TrainingDefinitionToOwnerLinkage'];
export type TrainingDefinitionToOwnerRelationship = components['schemas']['TrainingDefinitionToOwnerRelationship'];
export type TrainingDefinitionToSeasonCreate = components['schemas']['TrainingDefinitionToSeasonCreate'];
export type TrainingDefinitionToSeasonLinkage = components['schemas']['TrainingDefinitionToSeasonLinkage'];
export type TrainingDefinitionToSeasonLinkageUpdate = components['schemas']['TrainingDefinitionToSeasonLinkageUpdate'];
export type TrainingDefinitionToSeasonRelationship = components['schemas']['TrainingDefinitionToSeasonRelationship'];
export type TrainingDefinitionToSeasonUpdate = components['schemas']['TrainingDefinitionToSeasonUpdate'];
export type TrainingDefinitionToTeamCreate = components['schemas']['TrainingDefinitionToTeamCreate'];
export type TrainingDefinitionToTeamLinkage = components['schemas']['TrainingDefinitionToTeamLinkage'];
export type TrainingDefinitionToTeamLinkageUpdate = components['schemas']['TrainingDefinitionToTeamLinkageUpdate'];
export type TrainingDefinitionToTeamRelationship = components['schemas']['TrainingDefinitionToTeamRelationship'];
export type TrainingDefinitionToTeamUpdate = components['schemas']['TrainingDefinitionToTeamUpdate'];
export type TrainingDefinitionUpdateAttributes = components['schemas']['TrainingDefinitionUpdateAttributes'];
export type TrainingDefinitionUpdateData = components['schemas']['TrainingDefinitionUpdateData'];
export type TrainingDefinitionUpdateRelationships = components['schemas']['TrainingDefinitionUpdateRelationships'];
export type TrainingDefinitionUpdateWithConflictMeta = components['schemas']['TrainingDefinitionUpdateWithConflictMeta'];
export type TrainingDocument = components['schemas']['TrainingDocument'];
export type TrainingEvent = components['schemas']['TrainingEvent'];
export type TrainingEventWrite = components['schemas']['TrainingEventWrite'];
export type TrainingMeta = components['schemas']['TrainingMeta'];
export type TrainingRelationships = components['schemas']['TrainingRelationships'];
export type TrainingToCoachesCreate = components['schemas']['TrainingToCoachesCreate'];
export type TrainingToCoachesFactsCreate = components['schemas']['TrainingToCoachesFactsCreate'];
export type TrainingToCoachesFactsUpdate = components['schemas']['TrainingToCoachesFactsUpdate'];
export type TrainingToCoachesIdentifier = components['schemas']['TrainingToCoachesIdentifier'];
export type TrainingToCoachesIdentifierCreate = components['schemas']['TrainingToCoachesIdentifierCreate'];
export type TrainingToCoachesIdentifierUpdate = components['schemas']['TrainingToCoachesIdentifierUpdate'];
export type TrainingToCoachesLinkage = components['schemas']['TrainingToCoachesLinkage'];
export type TrainingToCoachesLinkageUpdate = components['schemas']['TrainingToCoachesLinkageUpdate'];
export type TrainingToCoachesRelationship = components['schemas']['TrainingToCoachesRelationship'];
export type TrainingToCoachesUpdate = components['schemas']['TrainingToCoachesUpdate'];
export type TrainingToDefinitionCreate = components['schemas']['TrainingToDefinitionCreate'];
export type TrainingToDefinitionLinkage = components['schemas']['TrainingToDefinitionLinkage'];
export type TrainingToDefinitionLinkageUpdate = components['schemas']['TrainingToDefinitionLinkageUpdate'];
export type TrainingToDefinitionRelationship = components['schemas']['TrainingToDefinitionRelationship'];
export type TrainingToDefinitionUpdate = components['schemas']['TrainingToDefinitionUpdate'];
export type TrainingToSeasonCreate = components['schemas']['TrainingToSeasonCreate'];
export type TrainingToSeasonLinkage = components['schemas']['TrainingToSeasonLinkage'];
export type TrainingToSeasonLinkageUpdate = components['schemas']['TrainingToSeasonLinkageUpdate'];
export type TrainingToSeasonRelationship = components['schemas']['TrainingToSeasonRelationship'];
export type TrainingToSeasonUpdate = components['schemas']['TrainingToSeasonUpdate'];
export type TrainingToTeamsCreate = components['schemas']['TrainingToTeamsCreate'];
export type TrainingToTeamsLinkage = components['schemas']['TrainingToTeamsLinkage'];
export type TrainingToTeamsLinkageUpdate = components['schemas']['TrainingToTeamsLinkageUpdate'];
export type TrainingToTeamsRelationship = components['schemas']['TrainingToTeamsRelationship'];
export type TrainingToTeamsUpdate = components['schemas']['TrainingToTeamsUpdate'];
export type TrainingUpdateAttributes = components['schemas']['TrainingUpdateAttributes'];
export type TrainingUpdateData = components['schemas']['TrainingUpdateData'];
export type TrainingUpdateRelationships = components['schemas']['TrainingUpdateRelationships'];
export type TrainingUpdateWithConflictMeta = components['schemas']['TrainingUpdateWithConflictMeta'];
export type UpdateApplicationOperation = components['schemas']['UpdateApplicationOperation'];
export type UpdateAuthorOperation = components['schemas']['UpdateAuthorOperation'];
export type UpdateClosureOperation = components['schemas']['UpdateClosureOperation'];
export type UpdateCoachOperation = components['schemas']['UpdateCoachOperation'];
export type UpdatePageOperation = components['schemas']['UpdatePageOperation'];
export type UpdateSeasonOperation = components['schemas']['UpdateSeasonOperation'];
export type UpdateStoryOperation = components['schemas']['UpdateStoryOperation'];
export type UpdateTeamOperation = components['schemas']['UpdateTeamOperation'];
export type UpdateTrainingDefinitionOperation = components['schemas']['UpdateTrainingDefinitionOperation'];
export type UpdateTrainingOperation = components['schemas']['UpdateTrainingOperation'];
export type UpdateUserAccountOperation = components['schemas']['UpdateUserAccountOperation'];
export type UserAccount = components['schemas']['UserAccount'];
export type UserAccountAttributes = components['schemas']['UserAccountAttributes'];
export type UserAccountCollection = components['schemas']['UserAccountCollection'];
export type UserAccountCreateAttributes = components['schemas']['UserAccountCreateAttributes'];
export type UserAccountCreateData = components['schemas']['UserAccountCreateData'];
export type UserAccountCreateRelationships = components['schemas']['UserAccountCreateRelationships'];
export type UserAccountCreateWithAcceptMeta = components['schemas']['UserAccountCreateWithAcceptMeta'];
export type UserAccountDocument = components['schemas']['UserAccountDocument'];
export type UserAccountIdentifier = components['schemas']['UserAccountIdentifier'];
export type UserAccountMeta = components['schemas']['UserAccountMeta'];
export type UserAccountNullableDocument = components['schemas']['UserAccountNullableDocument'];
export type UserAccountToInvitationCreate = components['schemas']['UserAccountToInvitationCreate'];
export type UserAccountUpdate = components['schemas']['UserAccountUpdate'];
export type UserAccountUpdateAttributes = components['schemas']['UserAccountUpdateAttributes'];
export type UserAccountUpdateData = components['schemas']['UserAccountUpdateData'];
export type UserAccountUpdateRelationships = components['schemas']['UserAccountUpdateRelationships'];
export type UserInvitation = components['schemas']['UserInvitation'];
export type UserInvitationAttributes = components['schemas']['UserInvitationAttributes'];
export type UserInvitationCollection = components['schemas']['UserInvitationCollection'];
export type UserInvitationCreate = components['schemas']['UserInvitationCreate'];
export type UserInvitationCreateAttributes = components['schemas']['UserInvitationCreateAttributes'];
export type UserInvitationCreateData = components['schemas']['UserInvitationCreateData'];
export type UserInvitationCreateRelationships = components['schemas']['UserInvitationCreateRelationships'];
export type UserInvitationDocument = components['schemas']['UserInvitationDocument'];
export type UserInvitationIdentifier = components['schemas']['UserInvitationIdentifier'];
export type UserInvitationMeta = components['schemas']['UserInvitationMeta'];
export type UserInvitationRelationships = components['schemas']['UserInvitationRelationships'];
export type UserInvitationToUserLinkage = components['schemas']['UserInvitationToUserLinkage'];
export type UserInvitationToUserRelationship = components['schemas']['UserInvitationToUserRelationship'];
export type UserSession = components['schemas']['UserSession'];
export type UserSessionAttributes = components['schemas']['UserSessionAttributes'];
export type UserSessionCollection = components['schemas']['UserSessionCollection'];
export type UserSessionDocument = components['schemas']['UserSessionDocument'];
export type UserSessionMeta = components['schemas']['UserSessionMeta'];
export type $defs = Record<string, never>;
export interface operations {
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Body_login"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenSchema"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Body_logout"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    renew_access_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Body_renew_access_token"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenSchema"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    recover_user: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Body_recover_user"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    reset_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Body_reset_password"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_current_user: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserAccountDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    update_current_user: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["UserAccountUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserAccountDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Body_change_password"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    confirm_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Body_confirm_password"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_user_accounts: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
                /** @description The order; a minus sign turns a key around. Default: last_name. */
                sort?: ("last_name" | "-last_name" | "email" | "-email" | "last_login" | "-last_login")[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                /** @description Resources on a cursor page. */
                "page[size]"?: number;
                /** @description Read on after this cursor. */
                "page[after]"?: string;
                /** @description Read what comes before this cursor. */
                "page[before]"?: string;
                "filter[revoked]"?: boolean;
                "filter[search]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserAccountCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    accept_user_invitation: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["UserAccountCreateWithAcceptMeta"];
            };
        };
        responses: {
            /** @description The document */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserAccountDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_user_account: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserAccountDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    update_user_account: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                uuid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["UserAccountUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserAccountDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_sessions: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[sessions]"?: ("client" | "current" | "ip" | "last_used_at" | "user_agent")[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                /** @description Resources on a cursor page. */
                "page[size]"?: number;
                /** @description Read on after this cursor. */
                "page[after]"?: string;
                /** @description Read what comes before this cursor. */
                "page[before]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserSessionCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    end_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_session: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[sessions]"?: ("client" | "current" | "ip" | "last_used_at" | "user_agent")[];
            };
            header?: never;
            path: {
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserSessionDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    end_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_user_sessions: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[sessions]"?: ("client" | "current" | "ip" | "last_used_at" | "user_agent")[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                /** @description Resources on a cursor page. */
                "page[size]"?: number;
                /** @description Read on after this cursor. */
                "page[after]"?: string;
                /** @description Read what comes before this cursor. */
                "page[before]"?: string;
            };
            header?: never;
            path: {
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserSessionCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    end_user_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_user_invitations: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_invitations]"?: ("confirmed_at" | "email" | "expired_at" | "first_name" | "last_name" | "locale" | "mailed_at" | "remark" | "state" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
                /** @description The order; a minus sign turns a key around. Default: -created_at. */
                sort?: ("email" | "-email" | "created_at" | "-created_at" | "expired_at" | "-expired_at")[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                /** @description Resources on a cursor page. */
                "page[size]"?: number;
                /** @description Read on after this cursor. */
                "page[after]"?: string;
                /** @description Read what comes before this cursor. */
                "page[before]"?: string;
                "filter[state]"?: ("pending" | "mailed" | "confirmed" | "expired")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserInvitationCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    create_user_invitation: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_invitations]"?: ("confirmed_at" | "email" | "expired_at" | "first_name" | "last_name" | "locale" | "mailed_at" | "remark" | "state" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["UserInvitationCreate"];
            };
        };
        responses: {
            /** @description The document */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserInvitationDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_user_invitation: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_invitations]"?: ("confirmed_at" | "email" | "expired_at" | "first_name" | "last_name" | "locale" | "mailed_at" | "remark" | "state" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserInvitationDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    delete_user_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    resend_user_invitation: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_invitations]"?: ("confirmed_at" | "email" | "expired_at" | "first_name" | "last_name" | "locale" | "mailed_at" | "remark" | "state" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserInvitationDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_user_invitation_user_linkage: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_invitations]"?: ("confirmed_at" | "email" | "expired_at" | "first_name" | "last_name" | "locale" | "mailed_at" | "remark" | "state" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserInvitationToUserLinkage"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_user_invitation_user: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserAccountNullableDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_security_events: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[security_events]"?: ("at" | "ip" | "kind" | "request" | "session" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                /** @description Resources on a cursor page. */
                "page[size]"?: number;
                /** @description Read on after this cursor. */
                "page[after]"?: string;
                /** @description Read what comes before this cursor. */
                "page[before]"?: string;
                "filter[kind]"?: ("login" | "login_failed" | "refresh_reuse" | "password_reset" | "password_changed" | "step_up" | "role_changed" | "user_revoked" | "user_restored" | "import")[];
                "filter[user]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["SecurityEventCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_security_event: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[security_events]"?: ("at" | "ip" | "kind" | "request" | "session" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["SecurityEventDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_security_event_user_linkage: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[security_events]"?: ("at" | "ip" | "kind" | "request" | "session" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["SecurityEventToUserLinkage"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_security_event_user: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserAccountNullableDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_deliveries: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[deliveries]"?: ("attempts" | "available_at" | "expires_at" | "last_error" | "name" | "recipient" | "sent_at" | "state" | "subject")[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                /** @description Resources on a cursor page. */
                "page[size]"?: number;
                /** @description Read on after this cursor. */
                "page[after]"?: string;
                /** @description Read what comes before this cursor. */
                "page[before]"?: string;
                "filter[state]"?: ("queued" | "failed" | "sent" | "given_up" | "cancelled")[];
                "filter[name]"?: string;
                "filter[subject]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["DeliveryCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_delivery: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[deliveries]"?: ("attempts" | "available_at" | "expires_at" | "last_error" | "name" | "recipient" | "sent_at" | "state" | "subject")[];
            };
            header?: never;
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["DeliveryDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    retry_delivery: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[deliveries]"?: ("attempts" | "available_at" | "expires_at" | "last_error" | "name" | "recipient" | "sent_at" | "state" | "subject")[];
            };
            header?: never;
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["DeliveryDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_changes: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[changes]"?: ("action" | "at" | "by" | "changes" | "request" | "resource" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                /** @description Resources on a cursor page. */
                "page[size]"?: number;
                /** @description Read on after this cursor. */
                "page[after]"?: string;
                /** @description Read what comes before this cursor. */
                "page[before]"?: string;
                "filter[resource]"?: string;
                "filter[id]"?: string;
                "filter[user]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ChangeCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_change: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[changes]"?: ("action" | "at" | "by" | "changes" | "request" | "resource" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ChangeDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_change_user_linkage: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[changes]"?: ("action" | "at" | "by" | "changes" | "request" | "resource" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ChangeToUserLinkage"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_change_user: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserAccountNullableDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    run_operations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json; ext=\"https://jsonapi.org/ext/atomic\"": {
                    "atomic:operations": components["schemas"]["AtomicOperation"][];
                };
            };
        };
        responses: {
            /** @description One result for each operation, by position */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json; ext=\"https://jsonapi.org/ext/atomic\"": {
                        jsonapi: components["schemas"]["JsonApi"];
                        links: components["schemas"]["DocumentLinks"];
                        "atomic:results": components["schemas"]["AtomicResult"][];
                    };
                };
            };
            /** @description All was done, and there is nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_applications: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
                /** @description The order; a minus sign turns a key around. Default: weight. */
                sort?: ("weight" | "-weight" | "name" | "-name")[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                /** @description Resources on a cursor page. */
                "page[size]"?: number;
                /** @description Read on after this cursor. */
                "page[after]"?: string;
                /** @description Read what comes before this cursor. */
                "page[before]"?: string;
                "filter[name]"?: string;
                "filter[news]"?: boolean;
                "filter[pages]"?: boolean;
                "filter[events]"?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ApplicationCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    create_application: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["ApplicationCreate"];
            };
        };
        responses: {
            /** @description The document */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ApplicationDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_application: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
            };
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ApplicationDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    delete_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    update_application: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
            };
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["ApplicationUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ApplicationDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_portal_feed: {
        parameters: {
            query?: {
                "filter[application]"?: string;
                "filter[locale]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_portal_news: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "application"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[stories]"?: ("application" | "contents" | "priority" | "publish_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                "filter[application]"?: string;
                "filter[locale]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PortalStoryCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_portal_story: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "application"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[stories]"?: ("application" | "contents" | "priority" | "publish_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
            };
            header?: never;
            path: {
                story_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PortalStoryDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_pages: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "application"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[pages]"?: ("application" | "contents" | "enabled" | "priority" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
                /** @description The order; a minus sign turns a key around. Default: -priority. */
                sort?: ("priority" | "-priority")[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                /** @description Resources on a cursor page. */
                "page[size]"?: number;
                /** @description Read on after this cursor. */
                "page[after]"?: string;
                /** @description Read what comes before this cursor. */
                "page[before]"?: string;
                "filter[enabled]"?: boolean;
                "filter[application]"?: string;
                "filter[locale]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PageCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    create_page: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "application"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[pages]"?: ("application" | "contents" | "enabled" | "priority" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["PageCreate"];
            };
        };
        responses: {
            /** @description The document */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PageDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_page: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "application"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[pages]"?: ("application" | "contents" | "enabled" | "priority" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
            };
            header?: never;
            path: {
                page_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PageDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    delete_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                page_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    update_page: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "application"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[pages]"?: ("application" | "contents" | "enabled" | "priority" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
            };
            header?: never;
            path: {
                page_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["PageUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PageDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_page_application_linkage: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "application"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[pages]"?: ("application" | "contents" | "enabled" | "priority" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
            };
            header?: never;
            path: {
                page_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PageToApplicationLinkage"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    replace_page_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                page_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["PageToApplicationLinkageUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PageToApplicationLinkage"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_page_application: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
            };
            header?: never;
            path: {
                page_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ApplicationDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_portal_settings: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["SettingsDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_stories: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("application" | "author" | "author.user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[stories]"?: ("application" | "author" | "contents" | "enabled" | "end_date" | "priority" | "promotion_end_date" | "publish_date" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[authors]"?: ("active" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
                /** @description The order; a minus sign turns a key around. Default: -publish_date. */
                sort?: ("publish_date" | "-publish_date" | "priority" | "-priority")[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                /** @description Resources on a cursor page. */
                "page[size]"?: number;
                /** @description Read on after this cursor. */
                "page[after]"?: string;
                /** @description Read what comes before this cursor. */
                "page[before]"?: string;
                "filter[enabled]"?: boolean;
                "filter[promoted]"?: boolean;
                "filter[application]"?: string;
                "filter[publish_year]"?: number;
                "filter[publish_month]"?: number;
                "filter[author]"?: string;
                "filter[search]"?: string;
                "filter[locale]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["StoryCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    create_story: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("application" | "author" | "author.user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[stories]"?: ("application" | "author" | "contents" | "enabled" | "end_date" | "priority" | "promotion_end_date" | "publish_date" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[authors]"?: ("active" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["StoryCreate"];
            };
        };
        responses: {
            /** @description The document */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["StoryDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_story: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("application" | "author" | "author.user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[stories]"?: ("application" | "author" | "contents" | "enabled" | "end_date" | "priority" | "promotion_end_date" | "publish_date" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[authors]"?: ("active" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                story_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["StoryDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    delete_story: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                story_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    update_story: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("application" | "author" | "author.user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[stories]"?: ("application" | "author" | "contents" | "enabled" | "end_date" | "priority" | "promotion_end_date" | "publish_date" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[authors]"?: ("active" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                story_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["StoryUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["StoryDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_story_application_linkage: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "application"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[stories]"?: ("application" | "author" | "contents" | "enabled" | "end_date" | "priority" | "promotion_end_date" | "publish_date" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[authors]"?: ("active" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                story_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["StoryToApplicationLinkage"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    replace_story_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                story_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["StoryToApplicationLinkageUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["StoryToApplicationLinkage"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_story_application: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
            };
            header?: never;
            path: {
                story_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ApplicationDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_story_author_linkage: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("author" | "author.user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[stories]"?: ("application" | "author" | "contents" | "enabled" | "end_date" | "priority" | "promotion_end_date" | "publish_date" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[authors]"?: ("active" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                story_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["StoryToAuthorLinkage"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    replace_story_author: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                story_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["StoryToAuthorLinkageUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["StoryToAuthorLinkage"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_story_author: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[authors]"?: ("active" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                story_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["AuthorNullableDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_authors: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[authors]"?: ("active" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
                /** @description The order; a minus sign turns a key around. Default: name. */
                sort?: ("name" | "-name")[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                /** @description Resources on a cursor page. */
                "page[size]"?: number;
                /** @description Read on after this cursor. */
                "page[after]"?: string;
                /** @description Read what comes before this cursor. */
                "page[before]"?: string;
                "filter[active]"?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["AuthorCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    create_author: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[authors]"?: ("active" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["AuthorCreate"];
            };
        };
        responses: {
            /** @description The document */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["AuthorDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_author: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[authors]"?: ("active" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["AuthorDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    delete_author: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    update_author: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[authors]"?: ("active" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                uuid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["AuthorUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["AuthorDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_author_user_linkage: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[authors]"?: ("active" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["AuthorToUserLinkage"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    replace_author_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                uuid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["AuthorToUserLinkageUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["AuthorToUserLinkage"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_author_user: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserAccountNullableDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    preview_text: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("application" | "author" | "author.user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[stories]"?: ("application" | "author" | "contents" | "enabled" | "end_date" | "priority" | "promotion_end_date" | "publish_date" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[applications]"?: ("description" | "events" | "name" | "news" | "pages" | "remark" | "short_description" | "title" | "weight")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[authors]"?: ("active" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/vnd.api+json": components["schemas"]["PreviewMetaDocument"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PreviewDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_trainings_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_account_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_training_statistics: {
        parameters: {
            query?: {
                "filter[start]"?: string;
                "filter[end]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["StatisticsDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_training_statistics_csv: {
        parameters: {
            query?: {
                "filter[start]"?: string;
                "filter[end]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_trainings: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("coaches" | "coaches.user" | "teams" | "definition" | "definition.team" | "definition.season" | "definition.coaches" | "definition.coaches.user" | "definition.owner" | "season")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[trainings]"?: ("coaches" | "conflicts_allowed_at" | "contents" | "definition" | "event" | "occurrence_date" | "remark" | "season" | "teams")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
                /** @description The order; a minus sign turns a key around. Default: start_date. */
                sort?: ("start_date" | "-start_date")[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                /** @description Resources on a cursor page. */
                "page[size]"?: number;
                /** @description Read on after this cursor. */
                "page[after]"?: string;
                /** @description Read what comes before this cursor. */
                "page[before]"?: string;
                "filter[year]"?: number;
                "filter[month]"?: number;
                "filter[start]"?: string;
                "filter[end]"?: string;
                "filter[active]"?: boolean;
                "filter[cancelled]"?: boolean;
                "filter[coach]"?: number;
                "filter[team]"?: number;
                "filter[definition]"?: number;
                "filter[location]"?: string;
                "filter[locale]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    create_training: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("coaches" | "coaches.user" | "teams" | "definition" | "definition.team" | "definition.season" | "definition.coaches" | "definition.coaches.user" | "definition.owner" | "season")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[trainings]"?: ("coaches" | "conflicts_allowed_at" | "contents" | "definition" | "event" | "occurrence_date" | "remark" | "season" | "teams")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["TrainingCreateWithConflictMeta"];
            };
        };
        responses: {
            /** @description The document */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_training: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("coaches" | "coaches.user" | "teams" | "definition" | "definition.team" | "definition.season" | "definition.coaches" | "definition.coaches.user" | "definition.owner" | "season")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[trainings]"?: ("coaches" | "conflicts_allowed_at" | "contents" | "definition" | "event" | "occurrence_date" | "remark" | "season" | "teams")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    delete_training: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    update_training: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("coaches" | "coaches.user" | "teams" | "definition" | "definition.team" | "definition.season" | "definition.coaches" | "definition.coaches.user" | "definition.owner" | "season")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[trainings]"?: ("coaches" | "conflicts_allowed_at" | "contents" | "definition" | "event" | "occurrence_date" | "remark" | "season" | "teams")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["TrainingUpdateWithConflictMeta"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    cancel_training: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("coaches" | "coaches.user" | "teams" | "definition" | "definition.team" | "definition.season" | "definition.coaches" | "definition.coaches.user" | "definition.owner" | "season")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[trainings]"?: ("coaches" | "conflicts_allowed_at" | "contents" | "definition" | "event" | "occurrence_date" | "remark" | "season" | "teams")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/vnd.api+json": components["schemas"]["CancelMetaDocument"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    restore_training: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("coaches" | "coaches.user" | "teams" | "definition" | "definition.team" | "definition.season" | "definition.coaches" | "definition.coaches.user" | "definition.owner" | "season")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[trainings]"?: ("coaches" | "conflicts_allowed_at" | "contents" | "definition" | "event" | "occurrence_date" | "remark" | "season" | "teams")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/vnd.api+json": components["schemas"]["RestoreMetaDocument"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_training_coaches_linkage: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("coaches" | "coaches.user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[trainings]"?: ("coaches" | "conflicts_allowed_at" | "contents" | "definition" | "event" | "occurrence_date" | "remark" | "season" | "teams")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingToCoachesLinkage"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    add_training_coaches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["TrainingToCoachesLinkageUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingToCoachesLinkage"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    remove_training_coaches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["TrainingToCoachesLinkageUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingToCoachesLinkage"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    replace_training_coaches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["TrainingToCoachesLinkageUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingToCoachesLinkage"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_training_coaches: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["CoachCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_training_teams_linkage: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "teams"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[trainings]"?: ("coaches" | "conflicts_allowed_at" | "contents" | "definition" | "event" | "occurrence_date" | "remark" | "season" | "teams")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingToTeamsLinkage"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    add_training_teams: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["TrainingToTeamsLinkageUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingToTeamsLinkage"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    remove_training_teams: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["TrainingToTeamsLinkageUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingToTeamsLinkage"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    replace_training_teams: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["TrainingToTeamsLinkageUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingToTeamsLinkage"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_training_teams: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
            };
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TeamCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_training_definition_linkage: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("definition" | "definition.team" | "definition.season" | "definition.coaches" | "definition.coaches.user" | "definition.owner")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[trainings]"?: ("coaches" | "conflicts_allowed_at" | "contents" | "definition" | "event" | "occurrence_date" | "remark" | "season" | "teams")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingToDefinitionLinkage"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    replace_training_definition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["TrainingToDefinitionLinkageUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingToDefinitionLinkage"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_training_definition: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("team" | "season" | "coaches" | "coaches.user" | "owner")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingDefinitionNullableDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_training_season_linkage: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "season"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[trainings]"?: ("coaches" | "conflicts_allowed_at" | "contents" | "definition" | "event" | "occurrence_date" | "remark" | "season" | "teams")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingToSeasonLinkage"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    replace_training_season: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["TrainingToSeasonLinkageUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingToSeasonLinkage"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_training_season: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
            };
            header?: never;
            path: {
                training_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["SeasonNullableDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_definitions: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("team" | "season" | "coaches" | "coaches.user" | "owner")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
                /** @description The order; a minus sign turns a key around. Default: weekday,start_time. */
                sort?: ("weekday" | "-weekday" | "start_time" | "-start_time" | "name" | "-name")[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                /** @description Resources on a cursor page. */
                "page[size]"?: number;
                /** @description Read on after this cursor. */
                "page[after]"?: string;
                /** @description Read what comes before this cursor. */
                "page[before]"?: string;
                "filter[active]"?: boolean;
                "filter[team]"?: number;
                "filter[season]"?: number;
                "filter[coach]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingDefinitionCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    create_definition: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("team" | "season" | "coaches" | "coaches.user" | "owner")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["TrainingDefinitionCreate"];
            };
        };
        responses: {
            /** @description The document */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingDefinitionDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_definition: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("team" | "season" | "coaches" | "coaches.user" | "owner")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                definition_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingDefinitionDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    delete_definition: {
        parameters: {
            query?: {
                delete_trainings?: "none" | "future";
            };
            header?: never;
            path: {
                definition_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    update_definition: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("team" | "season" | "coaches" | "coaches.user" | "owner")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
                apply_to?: "none" | "following" | "all";
                apply_from?: string;
            };
            header?: never;
            path: {
                definition_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["TrainingDefinitionUpdateWithConflictMeta"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingDefinitionDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_definition_trainings: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("coaches" | "coaches.user" | "teams" | "definition" | "definition.team" | "definition.season" | "definition.coaches" | "definition.coaches.user" | "definition.owner" | "season")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[trainings]"?: ("coaches" | "conflicts_allowed_at" | "contents" | "definition" | "event" | "occurrence_date" | "remark" | "season" | "teams")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
                /** @description The order; a minus sign turns a key around. Default: start_date. */
                sort?: ("start_date" | "-start_date")[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                /** @description Resources on a cursor page. */
                "page[size]"?: number;
                /** @description Read on after this cursor. */
                "page[after]"?: string;
                /** @description Read what comes before this cursor. */
                "page[before]"?: string;
                "filter[year]"?: number;
                "filter[month]"?: number;
                "filter[start]"?: string;
                "filter[end]"?: string;
                "filter[active]"?: boolean;
                "filter[cancelled]"?: boolean;
                "filter[coach]"?: number;
                "filter[team]"?: number;
                "filter[definition]"?: number;
                "filter[location]"?: string;
                "filter[locale]"?: string;
            };
            header?: never;
            path: {
                definition_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    generate_definition: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("team" | "season" | "coaches" | "coaches.user" | "owner")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
                dry_run?: boolean;
            };
            header?: never;
            path: {
                definition_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/vnd.api+json": components["schemas"]["PeriodMetaDocument"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GenerationDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_definition_team_linkage: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "team"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                definition_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingDefinitionToTeamLinkage"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    replace_definition_team: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                definition_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["TrainingDefinitionToTeamLinkageUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingDefinitionToTeamLinkage"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_definition_team: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
            };
            header?: never;
            path: {
                definition_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TeamNullableDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_definition_season_linkage: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "season"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                definition_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingDefinitionToSeasonLinkage"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    replace_definition_season: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                definition_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["TrainingDefinitionToSeasonLinkageUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingDefinitionToSeasonLinkage"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_definition_season: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
            };
            header?: never;
            path: {
                definition_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["SeasonNullableDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_definition_coaches_linkage: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: ("coaches" | "coaches.user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                definition_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingDefinitionToCoachesLinkage"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    add_definition_coaches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                definition_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["TrainingDefinitionToCoachesLinkageUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingDefinitionToCoachesLinkage"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    remove_definition_coaches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                definition_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["TrainingDefinitionToCoachesLinkageUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingDefinitionToCoachesLinkage"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    replace_definition_coaches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                definition_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["TrainingDefinitionToCoachesLinkageUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingDefinitionToCoachesLinkage"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_definition_coaches: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                definition_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["CoachCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_definition_owner_linkage: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "owner"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[training_definitions]"?: ("active" | "coaches" | "description" | "end_time" | "exception_dates" | "location" | "name" | "owner" | "remark" | "season" | "start_time" | "team" | "timezone" | "weekday")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                definition_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TrainingDefinitionToOwnerLinkage"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_definition_owner: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                definition_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserAccountNullableDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_coaches: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
                /** @description The order; a minus sign turns a key around. Default: name. */
                sort?: ("name" | "-name")[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                /** @description Resources on a cursor page. */
                "page[size]"?: number;
                /** @description Read on after this cursor. */
                "page[after]"?: string;
                /** @description Read what comes before this cursor. */
                "page[before]"?: string;
                "filter[active]"?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["CoachCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    create_coach: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CoachCreate"];
            };
        };
        responses: {
            /** @description The document */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["CoachDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_coach: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                coach_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["CoachDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    delete_coach: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                coach_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    update_coach: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                coach_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CoachUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["CoachDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_coach_user_linkage: {
        parameters: {
            query?: {
                /** @description Related resources to put into the same document. */
                include?: "user"[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[coaches]"?: ("active" | "diploma" | "first_name" | "last_name" | "name" | "remark" | "user")[];
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                coach_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["CoachToUserLinkage"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    replace_coach_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                coach_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CoachToUserLinkageUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["CoachToUserLinkage"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_coach_user: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[user_accounts]"?: ("admin" | "email" | "first_name" | "last_login" | "last_name" | "last_unsuccessful_login" | "locale" | "remark" | "revoked" | "roles")[];
            };
            header?: never;
            path: {
                coach_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["UserAccountNullableDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_teams: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
                /** @description The order; a minus sign turns a key around. Default: name. */
                sort?: ("name" | "-name")[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                /** @description Resources on a cursor page. */
                "page[size]"?: number;
                /** @description Read on after this cursor. */
                "page[after]"?: string;
                /** @description Read what comes before this cursor. */
                "page[before]"?: string;
                "filter[active]"?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TeamCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    create_team: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["TeamCreate"];
            };
        };
        responses: {
            /** @description The document */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TeamDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_team: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
            };
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TeamDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    delete_team: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    update_team: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[teams]"?: ("active" | "name" | "remark")[];
            };
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["TeamUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["TeamDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_seasons: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                /** @description The order; a minus sign turns a key around. Default: -start_date. */
                sort?: ("start_date" | "-start_date" | "name" | "-name")[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                /** @description Resources on a cursor page. */
                "page[size]"?: number;
                /** @description Read on after this cursor. */
                "page[after]"?: string;
                /** @description Read what comes before this cursor. */
                "page[before]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["SeasonCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    create_season: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["SeasonCreate"];
            };
        };
        responses: {
            /** @description The document */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["SeasonDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_season: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
            };
            header?: never;
            path: {
                season_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["SeasonDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    delete_season: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                season_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    update_season: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
            };
            header?: never;
            path: {
                season_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["SeasonUpdate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["SeasonDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    generate_season: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[seasons]"?: ("end_date" | "name" | "remark" | "start_date")[];
                dry_run?: boolean;
            };
            header?: never;
            path: {
                season_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/vnd.api+json": components["schemas"]["SeasonPeriodMetaDocument"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GenerationDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_closures: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[closures]"?: ("end_date" | "location" | "name" | "start_date")[];
                /** @description The order; a minus sign turns a key around. Default: start_date. */
                sort?: ("start_date" | "-start_date")[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                /** @description Resources on a cursor page. */
                "page[size]"?: number;
                /** @description Read on after this cursor. */
                "page[after]"?: string;
                /** @description Read what comes before this cursor. */
                "page[before]"?: string;
                "filter[location]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ClosureCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    create_closure: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[closures]"?: ("end_date" | "location" | "name" | "start_date")[];
                dry_run?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["ClosureCreate"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["MetaDocument"];
                };
            };
            /** @description The document */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ClosureDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_closure: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[closures]"?: ("end_date" | "location" | "name" | "start_date")[];
            };
            header?: never;
            path: {
                closure_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ClosureDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    delete_closure: {
        parameters: {
            query?: {
                dry_run?: boolean;
                allow_conflicts?: boolean;
            };
            header?: never;
            path: {
                closure_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["MetaDocument"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    update_closure: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[closures]"?: ("end_date" | "location" | "name" | "start_date")[];
                dry_run?: boolean;
            };
            header?: never;
            path: {
                closure_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["ClosureUpdateWithConflictMeta"];
            };
        };
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ClosureDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_calendar_feeds: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[calendar_feeds]"?: "name"[];
                /** @description Resources to skip. */
                "page[offset]"?: number;
                /** @description Resources on a page; 0 stands for the default, 25. */
                "page[limit]"?: number;
                /** @description Resources on a cursor page. */
                "page[size]"?: number;
                /** @description Read on after this cursor. */
                "page[after]"?: string;
                /** @description Read what comes before this cursor. */
                "page[before]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["CalendarFeedCollection"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    create_calendar_feed: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[calendar_feeds]"?: "name"[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CalendarFeedCreate"];
            };
        };
        responses: {
            /** @description The document */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["CalendarFeedDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    get_calendar_feed: {
        parameters: {
            query?: {
                /** @description The attributes and relationships to show. All others are left out of the document, although its schema lists them as required: typed clients leave this parameter alone. */
                "fields[calendar_feeds]"?: "name"[];
            };
            header?: never;
            path: {
                feed_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["CalendarFeedDocument"];
                };
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
    delete_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                feed_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ErrorDocument"];
                };
            };
        };
    };
}
