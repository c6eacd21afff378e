"""The last touch on a built site: names after content, a content security policy, a worker that keeps pages for later."""
